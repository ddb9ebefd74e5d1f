"""Pairs of papers with annotations laid over what they withhold, and twins with the annotations that offices use."""

from drawn import PRODUCER
from paper import Extras, Pair, kept, number, pdf, places, removed, text, withheld
from papers import COURT, FORM, LETTER_TO_MINISTER, LIST, MEMO, TELEGRAM

UNDER = "text-under-redaction"
OVERLAID = "text-under-redaction|unapplied-redaction"


def bounds(paper, place):
    return " ".join(
        number(value) for value in (place.x0, paper.size[1] - place.bottom, place.x1, paper.size[1] - place.top)
    )


def quad(paper, place):
    low, high = number(paper.size[1] - place.bottom), number(paper.size[1] - place.top)
    x0, x1 = number(place.x0), number(place.x1)
    return f"{x0} {high} {x1} {high} {x0} {low} {x1} {low}"


def annotated(paper, found, entries, drawn=""):
    """An annotation over each place; `drawn` is its appearance, in a square of 1 by 1."""

    def extras(file, page):
        made = []
        for place in found:
            look = ""
            if drawn:
                wide, high = number(place.x1 - place.x0), number(place.bottom - place.top)
                body = f"q {wide} 0 0 {high} 0 0 cm {drawn} Q".encode()
                resources = "/Resources << /ExtGState << /M << /BM /Multiply >> >> >>"
                form = f"<< /Type /XObject /Subtype /Form /BBox [0 0 {wide} {high}] {resources} >>"
                look = f"/AP << /N {file.add(form, body)} >>"
            rect = f"/Rect [{bounds(paper, place)}] /QuadPoints [{quad(paper, place)}] /F 4 /P {page}"
            made.append(file.add(f"<< /Type /Annot {rect} {entries} {look} >>"))
        return Extras(page=f"/Annots [{' '.join(made)}]")

    return extras


def pair(way, paper, leak, clean, note, rules=OVERLAID):
    return Pair(way, PRODUCER, rules, paper.secrets, leak, clean, note)


def over(paper, entries, drawn=""):
    extras = annotated(paper, places(paper), entries, drawn)
    return pdf(paper, kept(paper), extras), pdf(paper, removed(paper), extras)


FILLED = "0 g 0 0 1 1 re f"


def redact_annotations():
    """Marked for redaction and never applied; applied, with the words gone."""
    entries = "/Subtype /Redact /IC [0 0 0] /OverlayText () /DA (/Helv 10 Tf 0 g)"
    extras = annotated(MEMO, places(MEMO), entries, "1 0 0 RG 0.02 w 0 0 1 1 re S")
    bars = [
        f"0 g {number(p.x0)} {number(MEMO.size[1] - p.bottom)} {number(p.x1 - p.x0)} {number(p.bottom - p.top)} re f"
        for p in places(MEMO)
    ]
    yield pair(
        "redact-never-applied",
        MEMO,
        pdf(MEMO, kept(MEMO), extras),
        pdf(MEMO, removed(MEMO) + bars),
        "Redact annotations with a red frame; applied in the twin",
        rules="unapplied-redaction",
    )
    extras = annotated(COURT, places(COURT), "/Subtype /Redact")
    yield pair(
        "redact-without-look",
        COURT,
        pdf(COURT, kept(COURT), extras),
        pdf(COURT, removed(COURT)),
        "Redact annotations that show nothing at all",
        rules="unapplied-redaction",
    )


def covers():
    leak, _ = over(LETTER_TO_MINISTER, "/Subtype /Highlight /C [0 0 0]", "/M gs " + FILLED)
    yellow = annotated(
        LETTER_TO_MINISTER,
        places(LETTER_TO_MINISTER),
        "/Subtype /Highlight /C [1 0.9 0.1]",
        "/M gs 1 0.9 0.1 rg 0 0 1 1 re f",
    )
    yield pair(
        "highlight-black",
        LETTER_TO_MINISTER,
        leak,
        pdf(LETTER_TO_MINISTER, kept(LETTER_TO_MINISTER), yellow),
        "black highlights; yellow ones in the twin",
    )
    leak, _ = over(TELEGRAM, "/Subtype /Highlight /C [0 0 0]")
    green = annotated(TELEGRAM, places(TELEGRAM), "/Subtype /Highlight /C [0.6 1 0.6]")
    yield pair(
        "highlight-without-look",
        TELEGRAM,
        leak,
        pdf(TELEGRAM, kept(TELEGRAM), green),
        "black highlights whose look is left to the reader; green ones in the twin",
    )
    leak, _ = over(COURT, "/Subtype /Square /C [0 0 0] /IC [0 0 0]", FILLED)
    frames = annotated(COURT, [p.grown(2) for p in places(COURT)], "/Subtype /Square /C [1 0 0] /BS << /W 1 >>")
    yield pair(
        "square-filled",
        COURT,
        leak,
        pdf(COURT, kept(COURT), frames),
        "filled squares; red frames around words in the twin",
    )
    leak, clean = over(LIST, "/Subtype /Stamp /Name /Redacted", FILLED)
    yield pair("stamp-opaque", LIST, leak, clean, "black stamps")
    ink = [
        f"/Subtype /Ink /C [0 0 0] /BS << /W {number(p.bottom - p.top)} >> /InkList [[{number(p.x0)} "
        f"{number(FORM.size[1] - (p.top + p.bottom) / 2)} {number(p.x1)} "
        f"{number(FORM.size[1] - (p.top + p.bottom) / 2)}]]"
        for p in places(FORM)
    ]
    strokes = [
        annotated(FORM, [place], entries, "0 G 1 w 0 0.5 m 1 0.5 l S")
        for place, entries in zip(places(FORM), ink, strict=True)
    ]
    signature = annotated(
        FORM,
        [places(FORM)[0]._replace(x0=300, x1=420, top=196, bottom=220)],
        "/Subtype /Ink /C [0 0 0.6]",
        "0 0 0.6 RG 0.01 w 0 0.3 m 0.2 1 0.3 0 0.5 0.6 c 0.6 0.2 0.8 0.9 1 0.4 c S",
    )
    yield pair(
        "ink-thick",
        FORM,
        pdf(FORM, kept(FORM), joined(*strokes)),
        pdf(FORM, kept(FORM), signature),
        "one thick line of ink each; a signature in the twin",
    )
    free = "/Subtype /FreeText /Contents () /DA (/Helv 10 Tf 0 g) /C [0 0 0]"
    leak, clean = over(MEMO, free, FILLED)
    yield pair("free-text-filled", MEMO, leak, clean, "empty text boxes with a black ground")


def joined(*several):
    """The annotations of several makers on one page."""

    def extras(file, page):
        made = [one(file, page).page for one in several]
        inner = " ".join(entry.removeprefix("/Annots [").removesuffix("]") for entry in made)
        return Extras(page=f"/Annots [{inner}]")

    return extras


def harmless():
    """A strike-out and a stamp beside the words, against the same over a black bar with words beneath."""
    stamp = annotated(
        TELEGRAM,
        [places(TELEGRAM)[0]._replace(x0=320, x1=520, top=180, bottom=210)],
        "/Subtype /Stamp /Name /Declassified",
        "1 0 0 RG 0.02 w 0.01 0.05 0.98 0.9 re S",
    )
    bars = [
        f"0 g {number(p.x0)} {number(TELEGRAM.size[1] - p.bottom)} "
        f"{number(p.x1 - p.x0)} {number(p.bottom - p.top)} re f"
        for p in places(TELEGRAM)
    ]
    words = [text(TELEGRAM, 330, 200, "DECLASSIFIED", "B", 14, "0.8 0 0 rg")]
    yield Pair(
        "stamp-beside-bars",
        PRODUCER,
        UNDER,
        tuple(words for _, words, _ in withheld(TELEGRAM)),
        pdf(TELEGRAM, kept(TELEGRAM) + bars + words, stamp),
        pdf(TELEGRAM, removed(TELEGRAM) + bars + words, stamp),
        "bars on the page, a stamp annotation beside them",
    )


def pairs():
    """Every pair of this room."""
    yield from redact_annotations()
    yield from covers()
    yield from harmless()
