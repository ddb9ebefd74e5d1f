"""Makes the made-up court filing examples/faulty/bars.pdf by pypdf alone: `python -m docs.make_example_bars`.

Two of its black bars still cover live words, one covers only its own code, and under one the words were taken out.
"""

from pathlib import Path

from pypdf import PdfWriter

from docs.letter_page import add_page, filled, shown

PLACE = Path(__file__).parent.parent / "examples" / "faulty" / "bars.pdf"

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
    words = [shown(*line) for line in (*WORDS, *CODES)]
    add_page(made, [*words, *(filled(*edges) for edges in BARS), "1 g", shown(*LABEL)])
    return made


if __name__ == "__main__":
    filing().write(PLACE)
