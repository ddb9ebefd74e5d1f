"""Pairs of papers whose words cannot be seen though nothing is drawn over them, and twins that merely look odd."""

from drawn import PRODUCER, rectangle
from paper import Extras, Pair, kept, number, pdf, places, removed, text, withheld
from papers import COURT, FORM, LETTER_TO_MINISTER, LIST, MEMO, TELEGRAM

HIDDEN = "hidden-text"


def printed(paper, colour="0 g", before="", size=None):
    """The withheld words in a look of their own."""
    return [
        text(paper, place.x0, line.y, words, line.font, size or line.size, colour, before)
        for place, words, line in withheld(paper)
    ]


def pair(way, paper, leak, clean, note, rules=HIDDEN):
    return Pair(way, PRODUCER, rules, paper.secrets, leak, clean, note)


def graphics_state(entries):
    def extras(file, page):
        return Extras(resources=f"/ExtGState << /G << {entries} >> >>")

    return extras


def layer(state):
    """An optional content group /L that a reader shows, or does not."""

    def extras(file, page):
        group = file.add("<< /Type /OCG /Name (Notes) >>")
        shown = f"/{state} [{group}]"
        catalogue = f"/OCProperties << /OCGs [{group}] /D << /Order [{group}] {shown} >> >>"
        return Extras(resources=f"/Properties << /L {group} >>", catalogue=catalogue)

    return extras


def in_layer(operations):
    return ["/OC /L BDC", *operations, "EMC"]


def clipped(paper, places_of_clips, operations):
    clips = " ".join(
        f"{number(p.x0)} {number(paper.size[1] - p.bottom)} {number(p.x1 - p.x0)} {number(p.bottom - p.top)} re"
        for p in places_of_clips
    )
    return [f"q {clips} W n", *operations, "Q"]


def white_words():
    banners = [rectangle(MEMO, place.grown(2), "0.1 0.3 0.2 rg") for place in places(MEMO)]
    yield pair(
        "white-text",
        MEMO,
        pdf(MEMO, removed(MEMO) + printed(MEMO, "1 g")),
        pdf(MEMO, removed(MEMO) + banners + printed(MEMO, "1 g")),
        "white on paper; the twin's white words stand on dark green fields",
    )
    yield pair(
        "nearly-white-text",
        COURT,
        pdf(COURT, removed(COURT) + printed(COURT, "0.985 0.99 0.985 rg")),
        pdf(COURT, removed(COURT) + printed(COURT, "0.45 g")),
        "a white that no eye tells from paper; the twin's words are gray",
    )
    gray = [rectangle(LIST, place.grown(2), "0.85 g") for place in places(LIST)]
    yield pair(
        "text-in-shading-colour",
        LIST,
        pdf(LIST, removed(LIST) + gray + printed(LIST, "0.85 g")),
        pdf(LIST, removed(LIST) + gray + printed(LIST, "0 0 0.6 rg")),
        "gray words on gray shading; blue words on it in the twin",
        rules=f"{HIDDEN}|text-under-redaction",
    )


def invisible_words():
    yield pair(
        "invisible-mode",
        TELEGRAM,
        pdf(TELEGRAM, removed(TELEGRAM) + printed(TELEGRAM, before="3 Tr") + ["0 Tr"]),
        pdf(TELEGRAM, removed(TELEGRAM) + printed(TELEGRAM, "0 g 0 G 0.3 w", before="2 Tr")),
        "render mode 3 on a page without a picture; the twin's words are filled and stroked",
    )
    faint, clear = graphics_state("/ca 0 /CA 0"), graphics_state("/ca 0.45 /CA 0.45")
    words = ["q /G gs", *printed(LETTER_TO_MINISTER), "Q"]
    yield pair(
        "transparent-text",
        LETTER_TO_MINISTER,
        pdf(LETTER_TO_MINISTER, removed(LETTER_TO_MINISTER) + words, faint),
        pdf(LETTER_TO_MINISTER, removed(LETTER_TO_MINISTER) + words, clear),
        "alpha 0; the twin's alpha is 0.45",
    )
    yield pair(
        "tiny-text",
        COURT,
        pdf(COURT, removed(COURT) + printed(COURT, size=0.6)),
        pdf(COURT, removed(COURT) + printed(COURT, size=5)),
        "type of 0.6 points; the twin's is a footnote's 5",
    )
    yield pair(
        "layer-switched-off",
        LIST,
        pdf(LIST, removed(LIST) + in_layer(printed(LIST)), layer("OFF")),
        pdf(LIST, removed(LIST) + in_layer(printed(LIST)), layer("ON")),
        "optional content that is off; in the twin it is on",
        rules=f"{HIDDEN}|structure-leak",
    )
    boxes = [rectangle(COURT, place) for place in places(COURT)]
    yield pair(
        "boxes-in-layer",
        COURT,
        pdf(COURT, kept(COURT) + in_layer(boxes), layer("ON")),
        pdf(COURT, removed(COURT) + in_layer(boxes), layer("ON")),
        "bars in a layer that a reader may switch off",
        rules="text-under-redaction",
    )


def cut_words():
    elsewhere = [place._replace(x0=20, x1=40) for place in places(MEMO)]
    around = [place.grown(6) for place in places(MEMO)]
    yield pair(
        "clipped-text",
        MEMO,
        pdf(MEMO, removed(MEMO) + clipped(MEMO, elsewhere, printed(MEMO))),
        pdf(MEMO, removed(MEMO) + clipped(MEMO, around, printed(MEMO))),
        "a clip that leaves nothing of the words; the twin's clips run around them",
    )
    beyond = [text(FORM, FORM.size[0] + 20, line.y, words, line.font, line.size) for _, words, line in withheld(FORM)]
    margin = [text(FORM, 505, line.y + 90, words, line.font, 10) for _, words, line in withheld(FORM)]
    yield pair(
        "off-page",
        FORM,
        pdf(FORM, removed(FORM) + beyond),
        pdf(FORM, removed(FORM) + margin),
        "to the right of the paper; in the twin's right margin",
    )
    below = [text(COURT, line.x, 500 + 14 * row, words) for row, (_, words, line) in enumerate(withheld(COURT))]

    def crop(low):
        return lambda file, page: Extras(page=f"/CropBox [60 {low} 560 780]")

    yield pair(
        "outside-crop-box",
        COURT,
        pdf(COURT, removed(COURT) + below, crop(400)),
        pdf(COURT, removed(COURT) + below, crop(200)),
        "below the crop box; the twin's crop box holds the words",
    )


def pairs():
    """Every pair of this room."""
    yield from white_words()
    yield from invisible_words()
    yield from cut_words()
