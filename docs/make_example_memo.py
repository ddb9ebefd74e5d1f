"""Makes the made-up memorandum examples/clean/memo-part.pdf by pypdf alone: `python -m docs.make_example_memo`.

Two pages released in part. Under its bars nothing was left, and beside each stands its code.
"""

from pathlib import Path

from pypdf import PdfWriter

from docs.letter_page import add_page, filled, shown

PLACE = Path(__file__).parent.parent / "examples" / "clean" / "memo-part.pdf"

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
    for words, bars in (((*FIRST, *CODES), BARS), (SECOND, ())):
        banded = ((72, 40, "H", 9, BAND), *words, (72, 764, "H", 9, BAND))
        add_page(made, [*(shown(*line) for line in banded), *(filled(*edges) for edges in bars)])
    return made


if __name__ == "__main__":
    memorandum().write(PLACE)
