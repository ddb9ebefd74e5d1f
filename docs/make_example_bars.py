"""Makes the made-up court filing examples/faulty/bars.pdf by pypdf alone: `python docs/make_example_bars.py`.

Two of its black bars still cover live words, one covers only its own code, and under one the words were taken out.
"""

from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

PLACE = Path(__file__).parent.parent / "examples" / "faulty" / "bars.pdf"
WIDTH, HEIGHT = 612, 792

# Words as (x, y from the top, font, size, words), in points.
WORDS = (
    (196, 80, "B", 13, "TRIBUNAL OF INLAND WATERS"),
    (72, 124, "T", 12, "Guild of Lock Pilots, Plaintiff,"),
    (72, 142, "T", 12, "v."),
    (72, 160, "T", 12, "Board of Harbors and Tolls, Defendant."),
    (380, 142, "T", 12, "No. 14-0021"),
    (380, 178, "T", 12, "Date: May 12, 2014"),
    (206, 208, "B", 12, "DECLARATION OF THE CLERK"),
    (72, 250, "T", 12, "1. The tolls of the autumn were kept in a book at the upper lock. The book was in the"),
    (72, 268, "T", 12, "hands of Orrin Tasselby, clerk of the lock, from May to October 2013."),
    (72, 304, "T", 12, "2. On 4 October the clerk was seen at 17 Cooper Stairs, Port Astrel, with the book."),
    (72, 340, "T", 12, "3. A second witness,"),
    (282, 340, "T", 12, ", says the same of the day before."),
    (72, 376, "T", 12, "4. The third witness,"),
    (282, 376, "T", 12, ", did not see the book at all."),
)
CODES = tuple((520, y, "H", 10, "(b)(6)") for y in (268, 304, 340, 376))
LABEL = (212, 340, "H", 9, "(b)(6)")

# Bars as (x0, top, x1, bottom): over a name, over a place, with a code on it, and where nothing is left.
BARS = ((115, 257, 188.5, 272), (253.5, 293, 394.5, 308), (180, 329, 280, 344), (182, 365, 280, 380))


def filing() -> PdfWriter:
    """The filing's one page."""
    made = PdfWriter()
    page = made.add_blank_page(WIDTH, HEIGHT)
    fonts = {"/T": _font("/Times-Roman"), "/B": _font("/Times-Bold"), "/H": _font("/Helvetica")}
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): _named(fonts)})
    operations = [_shown(*words) for words in (*WORDS, *CODES)]
    operations += [f"0 g {x0:g} {HEIGHT - bottom:g} {x1 - x0:g} {bottom - top:g} re f" for x0, top, x1, bottom in BARS]
    stream = DecodedStreamObject()
    stream.set_data("\n".join([*operations, "1 g", _shown(*LABEL)]).encode("latin-1"))
    page[NameObject("/Contents")] = made._add_object(stream)
    return made


def _shown(x: float, y: float, font: str, size: int, words: str) -> str:
    escaped = words.replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x:g} {HEIGHT - y:g} Td ({escaped}) Tj ET"


def _font(name: str) -> DictionaryObject:
    return _named({"/Type": NameObject("/Font"), "/Subtype": NameObject("/Type1"), "/BaseFont": NameObject(name)})


def _named(entries: dict[str, DictionaryObject] | dict[str, NameObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in entries.items()})


if __name__ == "__main__":
    filing().write(PLACE)
