"""Makes the made-up memorandum examples/clean/memo-part.pdf by pypdf alone: `python docs/make_example_memo.py`.

Two pages released in part. Under its bars nothing was left, and beside each stands its code.
"""

from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

PLACE = Path(__file__).parent.parent / "examples" / "clean" / "memo-part.pdf"
WIDTH, HEIGHT = 612, 792

BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2019-99050 Doc No. C06999350 Date: 08/10/2021"
CODE = "B6"

# Words of each page as (x, y from the top, font, size, words), in points.
FIRST = (
    (72, 100, "B", 12, "RELEASE IN PART"),
    (72, 114, "B", 12, "B6"),
    (72, 160, "T", 12, "UNCLASSIFIED"),
    (72, 190, "T", 12, "MEMORANDUM"),
    (72, 220, "T", 12, "DATE: May 14, 2012"),
    (72, 238, "T", 12, "SUBJECT: The lamps of the harbor at Port Astrel"),
    (72, 280, "T", 12, "1. The lamps on the west mole were out on three nights of April. The keeper,"),
    (180, 298, "T", 12, ", told the consul that the oil was thin."),
    (72, 334, "T", 12, "2. The board of the harbor has bought other oil. Its clerk can be reached at"),
    (210, 352, "T", 12, "in the mornings."),
)
SECOND = (
    (72, 100, "T", 12, "3. The pilots ask that the east mole be lit as well. They would pay a part of it."),
    (72, 136, "T", 12, "4. The consul will look at both moles in June and write again."),
    (72, 190, "T", 12, "UNCLASSIFIED"),
)
CODES = ((520, 298, "H", 10, CODE), (520, 352, "H", 10, CODE))

# Bars as (x0, top, x1, bottom): over a name, over a number.
BARS = ((72, 287, 177, 302), (72, 341, 206, 356))


def memorandum() -> PdfWriter:
    """The memorandum's two pages."""
    made = PdfWriter()
    bars = [f"0 g {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f" for x0, top, x1, bottom in BARS]
    for words, paint in (((*FIRST, *CODES), bars), (SECOND, [])):
        page = made.add_blank_page(WIDTH, HEIGHT)
        fonts = {"/T": _font("/Times-Roman"), "/B": _font("/Times-Bold"), "/H": _font("/Helvetica")}
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): _named(fonts)})
        banded = ((72, 40, "H", 9, BAND), *words, (72, 764, "H", 9, BAND))
        stream = DecodedStreamObject()
        stream.set_data("\n".join([*(_shown(*line) for line in banded), *paint]).encode("latin-1"))
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
    memorandum().write(PLACE)
