"""Pairs of papers with something drawn over what they withhold: bars of every make, and twins with nothing beneath."""

from paper import (
    A4,
    ASCENT,
    Extras,
    Line,
    Pair,
    Paper,
    kept,
    number,
    pdf,
    places,
    removed,
    text,
    width,
    withheld,
)
from papers import COURT, FORM, LETTER_TO_MINISTER, LIST, MEMO, TELEGRAM

PRODUCER = "own writer"
UNDER = "text-under-redaction"


def rectangle(paper, place, colour="0 g"):
    wide, high = place.x1 - place.x0, place.bottom - place.top
    corner = f"{number(place.x0)} {number(paper.size[1] - place.bottom)}"
    return f"{colour} {corner} {number(wide)} {number(high)} re f"


def polygon(paper, place):
    x0, x1 = number(place.x0), number(place.x1)
    low, high = number(paper.size[1] - place.bottom), number(paper.size[1] - place.top)
    return f"0.05 g {x0} {low} m {x1} {low} l {x1} {high} l {x0} {high} l h f*"


def stroke(paper, place):
    """One line, as thick as the words are high."""
    y = number(paper.size[1] - (place.top + place.bottom) / 2)
    return f"0 G {number(place.bottom - place.top)} w {number(place.x0)} {y} m {number(place.x1)} {y} l S"


def scribble(paper, place):
    """Five thinner lines side by side, as a marker pen goes."""
    step = (place.bottom - place.top) / 5
    lines = []
    for row in range(5):
        y = number(paper.size[1] - place.top - (row + 0.5) * step)
        lines.append(f"{number(place.x0 - row % 2)} {y} m {number(place.x1 + row % 2)} {y} l S")
    return f"q 0 G {number(step * 1.25)} w {' '.join(lines)} Q"


def outlined(paper, place):
    """A white box with a thin black outline."""
    corner = f"{number(place.x0)} {number(paper.size[1] - place.bottom)}"
    return f"q 1 g 0 G 0.7 w {corner} {number(place.x1 - place.x0)} {number(place.bottom - place.top)} re B Q"


def hatched(paper, place):
    """Slanted lines in a clip, closer together than letters are wide, under a second set the other way."""
    x0, x1 = place.x0, place.x1
    low, high = paper.size[1] - place.bottom, paper.size[1] - place.top
    slanted = []
    x = x0 - (high - low)
    while x < x1:
        slanted.append(f"{number(x)} {number(low)} m {number(x + high - low)} {number(high)} l S")
        slanted.append(f"{number(x)} {number(high)} m {number(x + high - low)} {number(low)} l S")
        x += 2.2
    clip = f"{number(x0)} {number(low)} {number(x1 - x0)} {number(high - low)} re W n"
    return f"q {clip} 0 G 1 w {' '.join(slanted)} Q"


def all_in_one_path(paper):
    corners = [
        f"{number(p.x0)} {number(paper.size[1] - p.bottom)} {number(p.x1 - p.x0)} {number(p.bottom - p.top)} re"
        for p in places(paper)
    ]
    return [f"0 g {' '.join(corners)} f"]


def over(paper, cover, extras=None):
    """The two files of a paper with a cover over each withheld place: words beneath it, and none."""
    covers = [cover(paper, place) for place in places(paper)]
    return pdf(paper, kept(paper) + covers, extras), pdf(paper, removed(paper) + covers, extras)


def pair(way, paper, leak, clean, note="", rules=UNDER, hidden=None):
    return Pair(way, PRODUCER, rules, paper.secrets if hidden is None else hidden, leak, clean, note)


def form_object(paper, operations):
    """The operations inside a form of their own."""

    def extras(file, page):
        body = "\n".join(operations).encode()
        bounds = f"[0 0 {paper.size[0]} {paper.size[1]}]"
        form = file.add(f"<< /Type /XObject /Subtype /Form /BBox {bounds} /Resources << >> >>", body)
        return Extras(resources=f"/XObject << /X {form} >>")

    return extras


def picture_object(pixels, across, down, space="/DeviceGray"):
    """A picture called /P."""

    def extras(file, page):
        entries = f"/Width {across} /Height {down} /ColorSpace {space} /BitsPerComponent 8"
        return Extras(
            resources=f"/XObject << /P {file.add(f'<< /Type /XObject /Subtype /Image {entries} >>', pixels)} >>"
        )

    return extras


def painted(paper, place):
    wide, high = number(place.x1 - place.x0), number(place.bottom - place.top)
    return f"q {wide} 0 0 {high} {number(place.x0)} {number(paper.size[1] - place.bottom)} cm /P Do Q"


def inline(paper, place):
    wide, high = number(place.x1 - place.x0), number(place.bottom - place.top)
    corner = f"{number(place.x0)} {number(paper.size[1] - place.bottom)}"
    return f"q {wide} 0 0 {high} {corner} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q"


def shading(file, page):
    function = file.add("<< /FunctionType 2 /Domain [0 1] /C0 [0.1] /C1 [0] /N 1 >>")
    entries = f"/ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Function {function} /Extend [true true]"
    return Extras(resources=f"/Shading << /S << {entries} >> >>")


def shaded(paper, place):
    corner = f"{number(place.x0)} {number(paper.size[1] - place.bottom)}"
    clip = f"{corner} {number(place.x1 - place.x0)} {number(place.bottom - place.top)} re W n"
    return f"q {clip} {number(place.x1 - place.x0)} 0 0 1 {number(place.x0)} 0 cm /S sh Q"


def tiling(file, page):
    entries = "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 3 3] /XStep 3 /YStep 3"
    body = b"0 G 1.3 w -1 -1 m 4 4 l S -1 2 m 1 4 l S 2 -1 m 4 1 l S 0 3 m 3 0 l S"
    return Extras(resources=f"/Pattern << /T {file.add(f'<< {entries} /Resources << >> >>', body)} >>")


def tiled(paper, place):
    corner = f"{number(place.x0)} {number(paper.size[1] - place.bottom)}"
    size = f"{number(place.x1 - place.x0)} {number(place.bottom - place.top)}"
    return f"/Pattern cs /T scn {corner} {size} re f"


def in_box_colour(paper):
    """Boxes first, the withheld words in the same black on top."""
    boxes = [rectangle(paper, place) for place in places(paper)]
    words = [text(paper, place.x0, line.y, bare, line.font, line.size) for place, bare, line in withheld(paper)]
    return removed(paper) + boxes + words


def labels(paper, label="(b)(6)"):
    """White words on each box."""
    return [
        text(paper, place.x0 + 3, place.top + ASCENT * 8 + 2, label, "H", 8, "1 g") for place, _, _ in withheld(paper)
    ]


def half(paper, place):
    return rectangle(paper, place._replace(x1=place.x0 + 0.6 * (place.x1 - place.x0)))


def first_words(paper):
    """Of each withheld passage the characters of which more than half lie in the first 60 % of its width."""
    found = []
    for place, bare, line in withheld(paper):
        end, count = place.x0 + 0.6 * (place.x1 - place.x0), 0
        while place.x0 + width(bare[: count + 1], line.font, line.size) <= end:
            count += 1
        found.append(bare[:count].strip())
    return tuple(found)


def wide(paper, place):
    return rectangle(paper, place.grown(2))


def tall(paper):
    """One box over everything from the first to the last withheld place."""
    found = places(paper)
    left, right = min(p.x0 for p in found) - 200, max(p.x1 for p in found) + 60
    top, bottom = found[0].top - 2, found[-1].bottom + 1
    return found[0]._replace(x0=max(left, 60), x1=min(right, paper.size[0] - 60), top=top, bottom=bottom)


BLOCK = Paper(
    (
        Line(80, 90, "The board met on the second day of the regatta.", "H", 11),
        Line(80, 120, "{Captain Elric Thorne refused the tow and said so twice,}", "H", 11),
        Line(80, 134, "{once in the hearing of the pilot Marrow Finch, who wrote}", "H", 11),
        Line(80, 148, "{it down and gave the paper to the registrar of wrecks.}", "H", 11),
        Line(80, 178, "The board closed its books at sunset.", "H", 11),
    )
)

SIGNALS = Paper(
    (
        Line(80, 90, "Signals seen from the west mole", "B", 12),
        Line(80, 120, "Two lamps over one at dusk, and a flag at half mast.", "H", 10),
        Line(80, 136, "The watch changed at four.", "H", 10),
    )
)

SHADED_TABLE = Paper(
    (
        Line(84, 116, "Lamp oil", "H", 10),
        Line(244, 116, "40 barrels", "H", 10),
        Line(84, 136, "Rope", "H", 10),
        Line(244, 136, "12 coils", "H", 10),
        Line(84, 156, "Canvas", "H", 10),
        Line(244, 156, "9 bolts", "H", 10),
    ),
    A4,
    (
        "0 g 78 738 320 20 re f",
        "0.8 g 78 718 320 20 re f",
        "0.25 0.35 0.6 rg 78 678 320 20 re f",
    ),
)


def pairs():
    """Every pair of this room."""
    leak, clean = over(MEMO, rectangle)
    yield pair("box-rectangle", MEMO, leak, clean, "black rectangles by `re`")
    leak, clean = over(LETTER_TO_MINISTER, polygon)
    yield pair("box-lines", LETTER_TO_MINISTER, leak, clean, "near black polygons by m, l, h")
    leak, clean = over(TELEGRAM, stroke)
    yield pair("box-stroke", TELEGRAM, leak, clean, "one thick stroke each")
    leak, clean = over(COURT, scribble)
    yield pair("box-scribble", COURT, leak, clean, "five marker strokes each, side by side")
    leak, clean = over(LIST, lambda paper, place: rectangle(paper, place.grown(1), "0.55 g"))
    yield pair("box-gray", LIST, leak, clean, "opaque gray over the words")
    leak, clean = over(MEMO, lambda paper, place: rectangle(paper, place.grown(1), "0.7 0.1 0.15 rg"))
    yield pair("box-red", MEMO, leak, clean, "opaque red over the words")
    leak, clean = over(FORM, lambda paper, place: rectangle(paper, place, "1 g"))
    yield pair("box-white", FORM, leak, clean, "white-out, nothing to see but paper")
    leak, clean = over(LETTER_TO_MINISTER, outlined)
    yield pair("box-outlined", LETTER_TO_MINISTER, leak, clean, "white with a thin outline")
    leak, clean = over(COURT, hatched)
    yield pair("hatching-lines", COURT, leak, clean, "crossed lines in a clip")
    leak, clean = over(MEMO, tiled, tiling)
    yield pair("hatching-pattern", MEMO, leak, clean, "a tiling pattern of crossed lines")
    leak, clean = over(LIST, shaded, shading)
    yield pair("box-shading", LIST, leak, clean, "a gradient of near blacks")
    boxes = all_in_one_path(TELEGRAM)
    yield pair(
        "box-one-path",
        TELEGRAM,
        pdf(TELEGRAM, kept(TELEGRAM) + boxes),
        pdf(TELEGRAM, removed(TELEGRAM) + boxes),
        "all rectangles in one path",
    )
    boxes = [rectangle(BLOCK, tall(BLOCK))]
    yield pair(
        "box-lines-of-text",
        BLOCK,
        pdf(BLOCK, kept(BLOCK) + boxes),
        pdf(BLOCK, removed(BLOCK) + boxes),
        "one box over three lines",
    )
    extras = form_object(COURT, [rectangle(COURT, place) for place in places(COURT)])
    yield pair(
        "box-in-form",
        COURT,
        pdf(COURT, [*kept(COURT), "/X Do"], extras),
        pdf(COURT, [*removed(COURT), "/X Do"], extras),
        "the boxes in a form XObject",
    )
    leak, clean = over(LIST, painted, picture_object(b"\x00", 1, 1))
    yield pair("image-black", LIST, leak, clean, "one black pixel stretched over the words")
    leak, clean = over(FORM, inline)
    yield pair("image-inline", FORM, leak, clean, "inline pictures")
    speckled = bytes((17 * column + 31 * row) % 97 + 90 for row in range(16) for column in range(64))
    leak, clean = over(MEMO, painted, picture_object(speckled, 64, 16))
    yield pair("image-blurred", MEMO, leak, clean, "gray blocks as if pixelated", rules=f"{UNDER}|hidden-text")
    yield pair(
        "text-in-box-colour",
        TELEGRAM,
        pdf(TELEGRAM, in_box_colour(TELEGRAM)),
        pdf(TELEGRAM, removed(TELEGRAM) + [rectangle(TELEGRAM, p) for p in places(TELEGRAM)] + labels(TELEGRAM)),
        "black words painted after the black box; the twin has white labels on its boxes",
    )
    boxes = [wide(LIST, place) for place in places(LIST)] + labels(LIST, "(b)(7)(C)")
    yield pair(
        "labelled-box",
        LIST,
        pdf(LIST, kept(LIST) + boxes),
        pdf(LIST, removed(LIST) + boxes),
        "a code printed on each box",
    )
    yield pair(
        "partial-cover",
        MEMO,
        pdf(MEMO, kept(MEMO) + [half(MEMO, place) for place in places(MEMO)]),
        pdf(
            MEMO,
            removed(MEMO)
            + [rectangle(MEMO, p._replace(x0=p.x0 - 0.8, x1=p.x1 + 0.8, top=p.top - 1.5)) for p in places(MEMO)],
        ),
        "bars that end too soon; the twin's bars graze the neighbouring letters",
        hidden=first_words(MEMO),
    )
    yield from grounds()
    yield from turned()


def grounds():
    """Boxes that are grounds for print, where the leak has print beneath."""
    dark = [rectangle(COURT, place.grown(3), "0 0.2 0.45 rg") for place in places(COURT)]
    replaced = [
        text(COURT, place.x0, line.y, "a witness", line.font, line.size, "1 g") for place, _, line in withheld(COURT)
    ]
    yield pair(
        "replaced-on-box",
        COURT,
        pdf(COURT, kept(COURT) + dark + replaced),
        pdf(COURT, removed(COURT) + dark + replaced),
        "other words printed on a dark blue box, the first ones still beneath",
        rules=f"{UNDER}|hidden-text",
    )
    white = [rectangle(MEMO, place, "1 g") for place in places(MEMO)]
    typed = [text(MEMO, place.x0, line.y, "a person", line.font, line.size) for place, _, line in withheld(MEMO)]
    yield pair(
        "pasted-over",
        MEMO,
        pdf(MEMO, kept(MEMO) + white + typed),
        pdf(MEMO, removed(MEMO) + white + typed),
        "white-out with other words typed on it",
        rules=f"{UNDER}|hidden-text",
    )
    table = [
        text(SHADED_TABLE, 84, 98, "Stores", "B", 10, "1 g"),
        text(SHADED_TABLE, 244, 98, "Bought", "B", 10, "1 g"),
        *kept(SHADED_TABLE)[:4],
        text(SHADED_TABLE, 84, 156, "Canvas", "H", 10, "1 g"),
        text(SHADED_TABLE, 244, 156, "9 bolts", "H", 10, "1 g"),
    ]
    beneath = [
        text(SHADED_TABLE, 84, 176, "Paid to Ansel Roke", "H", 10),
        "0.8 g 78 658 320 20 re f",
    ]
    yield Pair(
        "table-shading",
        PRODUCER,
        UNDER,
        ("Ansel Roke",),
        pdf(SHADED_TABLE, table + beneath),
        pdf(SHADED_TABLE, table),
        "a shaded row painted after its words; the twin's shading lies under them, dark and light",
    )
    harmless = [text(LIST, p.x0 + 2, line.y, "(b)(6)", line.font, 8) for p, _, line in withheld(LIST)]
    blanks = [text(TELEGRAM, p.x0, line.y, " " * len(w), line.font, line.size) for p, w, line in withheld(TELEGRAM)]
    boxes = [rectangle(LIST, place) for place in places(LIST)]
    yield pair(
        "code-under-box",
        LIST,
        pdf(LIST, kept(LIST) + boxes),
        pdf(LIST, removed(LIST) + harmless + boxes),
        "the twin has nothing but exemption codes beneath its boxes",
    )
    boxes = [rectangle(TELEGRAM, place) for place in places(TELEGRAM)]
    yield pair(
        "blanks-under-box",
        TELEGRAM,
        pdf(TELEGRAM, kept(TELEGRAM) + boxes),
        pdf(TELEGRAM, removed(TELEGRAM) + blanks + boxes),
        "the twin has nothing but blanks beneath its boxes",
    )


def turned():
    """Pages turned and cropped, and words that stand upright on the page's side."""
    for turns in (90, 180, 270):
        boxes = [rectangle(TELEGRAM, place) for place in places(TELEGRAM)]

        def extras(file, page, turns=turns):
            return Extras(page=f"/Rotate {turns}")

        yield pair(
            f"page-turned-{turns}",
            TELEGRAM,
            pdf(TELEGRAM, kept(TELEGRAM) + boxes, extras),
            pdf(TELEGRAM, removed(TELEGRAM) + boxes, extras),
            f"shown turned by {turns} degrees",
        )

    def cropped(file, page):
        return Extras(page="/CropBox [40 400 560 780]")

    boxes = [polygon(MEMO, place) for place in places(MEMO)]
    yield pair(
        "page-cropped",
        MEMO,
        pdf(MEMO, kept(MEMO) + boxes, cropped),
        pdf(MEMO, removed(MEMO) + boxes, cropped),
        "a crop box with an origin of its own",
    )
    side = ["q 0 1 -1 0 560 120 cm BT /H 10 Tf 0 0 Td (Seen by Ottilie Varn) Tj ET Q"]
    bare = ["q 0 1 -1 0 560 120 cm BT /H 10 Tf 0 0 Td (Seen by) Tj ET Q"]
    box = ["0 g 551 157 13 70 re f"]
    yield Pair(
        "words-on-their-side",
        PRODUCER,
        UNDER,
        ("Ottilie Varn",),
        pdf(SIGNALS, kept(SIGNALS) + side + box),
        pdf(SIGNALS, kept(SIGNALS) + bare + box),
        "upright words in the margin under an upright box",
    )
