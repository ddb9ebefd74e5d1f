"""Pages and sections that lack, are bare, or are pictures; copies and strikes: (record, what the rule says)."""

import pytest
from attrs import evolve

from redaudit.model.document import Content, Ink
from redaudit.model.mark import CableHeader, DeletedPages, PageCount, RedactionKind, Wording
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import banner, code, mark, problems, record, redaction, stamp

SHEET = mark(DeletedPages(3))
ONE, TWO = (Content.TEXT,), (Content.TEXT, Content.TEXT)
LINES = "ZEMBLA 412 section 1"
EXCERPT = "; the file looks like an excerpt"


def counted(*numbers, total, series="page"):
    return tuple(mark(PageCount(number, total, series), page=place) for place, number in enumerate(numbers, 1))


@pytest.mark.parametrize(
    ("marks", "pages", "expected"),
    [
        (counted(1, 3, total=3), TWO, [("high", "page 2 of 3 not found in this copy")]),
        # Where nothing was released: the end lacks, the first page alone, a page out of the midst, some of them.
        (counted(1, 2, total=4), TWO, [("medium", "pages 3, 4 of 4 not found in this copy")]),
        (counted(1, total=3), ONE, [("low", f"pages 2, 3 of 3 not found in this copy{EXCERPT}")]),
        (counted(2, total=3), ONE, [("info", f"pages 1, 3 of 3 not found in this copy{EXCERPT}")]),
        (counted(2, 3, total=4), TWO, [("low", f"pages 1, 4 of 4 not found in this copy{EXCERPT}")]),
        (counted(1, 3, total=3), (Content.SCAN, Content.SCAN), [("medium", "page 2 of 3 not found in this copy")]),
        (counted(1, 3, total=3), (*TWO, Content.TEXT), []),  # the number of page 2 was not read
        (counted(1, 2, total=2), TWO, []),
        ((*counted(1, 3, total=3), SHEET), TWO, []),
        ((*counted(1, total=3), *counted(1, total=5)), TWO, []),  # an attachment counts from 1 again
        (counted(1, 2, total=None), TWO, []),
        (counted(1, total=900), ONE, []),
        # The page lines of a telegram give no total, and name the telegram.
        (
            counted(1, 2, 4, total=None, series=LINES),
            TWO,
            [("high", "page 3 of ZEMBLA 412 not found between the others in this copy")],
        ),
        (
            counted(1, 4, total=None, series=LINES),
            TWO,
            [("medium", "pages 2, 3 of ZEMBLA 412 not found between the others in this copy")],
        ),
        (counted(1, 3, total=None, series=LINES), (*TWO, Content.TEXT), []),
        (counted(2, 3, total=None, series=LINES), TWO, []),
        (counted(1, 3, total=None, series="dashed"), TWO, []),
        (counted(1, 3, total=None, series=LINES), (Content.SCAN, Content.SCAN), []),
    ],
)
def test_pages_missing(marks, pages, expected):
    assert problems("pages-missing", record(*marks, pages=pages)) == expected


def sections(*numbers, total):
    return tuple(mark(CableHeader(section=number, sections=total)) for number in numbers)


def ended(text):
    return evolve(mark(Wording(text), text=text), detector="message-end")


FILED_APART = "; sections may be filed apart"


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(*sections(1, 3, total=3)),
            [("high", f"section 2 of 3 not found in this copy{FILED_APART}")],
        ),
        (record(*sections(2, total=2)), [("medium", f"section 1 of 2 not found in this copy{FILED_APART}")]),
        # Delivered messages are joined under the head of their first section.
        (record(*sections(1, total=2)), []),
        (
            record(*sections(1, total=3), status=Outcome.PART),
            [("medium", f"sections 2, 3 of 3 not found in this copy{FILED_APART}")],
        ),
        # A signature ends the text: the last section is there, under the head of the first.
        (
            record(*sections(1, total=3), ended("SAMPLE"), status=Outcome.PART),
            [("low", f"sections 2, 3 of 3 not found in this copy{FILED_APART}")],
        ),
        (
            record(*sections(1, total=3), ended("BT"), ended("#0412"), ended("NNNN"), status=Outcome.PART),
            [("medium", f"sections 2, 3 of 3 not found in this copy{FILED_APART}")],
        ),
        (
            record(*sections(1, total=2), stamp(family="systematic-review"), status=Outcome.UNSPECIFIED),
            [("low", f"section 2 of 2 not found in this copy{FILED_APART}")],
        ),
        (record(*sections(1, 2, total=2)), []),
        (record(*sections(1, total=2), *sections(1, total=3)), []),
        (record(*sections(1, 3, total=3), SHEET), []),
    ],
)
def test_sections_missing(made, expected):
    assert problems("sections-missing", made) == expected


@pytest.mark.parametrize(
    ("numbers", "severity"),
    [((1, 3), "high"), ((1, 2), "high"), ((2, 3), "high"), ((1,), "medium"), ((3,), "medium")],
)
@pytest.mark.parametrize("released", [stamp(), code("B6")], ids=["stamp", "code"])
def test_pages_missing_of_a_release(numbers, severity, released):
    status = Outcome.PART if released.detector == "release-stamp" else Outcome.NONE
    facts = {} if status is Outcome.PART else {"exemptions": ("B6",)}
    made = record(*counted(*numbers, total=4), released, pages=(Content.TEXT,) * len(numbers), status=status, **facts)
    assert [found for found, _ in problems("pages-missing", made)] == [severity]


def bare(made, *numbers):
    """The record with some pages on which nothing was found."""
    pages = tuple(evolve(page, empty=page.number in numbers) for page in made.pages)
    return evolve(made, pages=pages)


BLANK = "is blank and nothing says that it was withheld or left empty on purpose"
BLANKS = "are blank and nothing says that they were withheld or left empty on purpose"
SCAN = Content.SCAN


@pytest.mark.parametrize(
    ("numbers", "pages", "expected"),
    [
        ((2,), (Content.TEXT,) * 3, [("medium", f"page 2 of 3 {BLANK}")]),
        ((2, 3), (Content.TEXT,) * 4, [("medium", f"pages 2, 3 of 4 {BLANKS}")]),
        ((1,), (SCAN,) * 3, [("medium", f"page 1 of 3 {BLANK}")]),
        # The back of the last sheet, the backs of all, the back of one in a scan.
        ((3,), (Content.TEXT,) * 3, [("low", f"page 3 of 3 {BLANK}")]),
        ((2, 4), (Content.TEXT,) * 5, [("low", f"pages 2, 4 of 5 {BLANKS}")]),
        ((2,), (SCAN,) * 3, [("low", f"page 2 of 3 {BLANK}")]),
        ((1,), ONE, []),
        ((), TWO, []),
    ],
)
def test_blank_page_in_release(numbers, pages, expected):
    made = evolve(bare(record(stamp(), pages=pages, status=Outcome.PART), *numbers))
    made = evolve(made, source=evolve(made.source, reader="pdf"))
    assert problems("blank-page-in-release", made) == expected
    text = evolve(made, source=evolve(made.source, reader="text"))
    assert {severity for severity, _ in problems("blank-page-in-release", text)} <= {"low"}
    assert problems("blank-page-in-release", evolve(made, marks=(*made.marks, SHEET))) == []
    assert problems("blank-page-in-release", bare(record(pages=pages), *numbers)) == []


def test_a_code_makes_a_blank_page_one_of_a_release():
    made = bare(record(code("B6"), pages=(Content.TEXT,) * 3, exemptions=("B6",)), 2)
    assert len(problems("blank-page-in-release", made)) == 1
    withheld = evolve(made, redactions=(redaction(RedactionKind.PAGE),))
    assert problems("blank-page-in-release", withheld) == []


PICTURE = Content.IMAGE_ONLY
INCOMPLETE = ": what the rules on words find there is incomplete"


@pytest.mark.parametrize(
    ("pages", "seen", "expected"),
    [
        ((PICTURE,), (), f"page 1 of 1 has no text layer and was not read{INCOMPLETE}"),
        (
            (Content.TEXT, PICTURE, PICTURE),
            (2, 3),
            f"pages 2, 3 of 3 have no text layer and were read by OCR{INCOMPLETE}",
        ),
        (
            (PICTURE, PICTURE),
            (1,),
            f"pages 1, 2 of 2 have no text layer and were read by OCR, but for page 2{INCOMPLETE}",
        ),
        ((Content.TEXT, SCAN, Content.BLANK), (), None),
    ],
)
def test_no_text_layer(pages, seen, expected):
    made = record(pages=pages)
    made = evolve(made, pages=tuple(evolve(page, seen=page.seen or page.number in seen) for page in made.pages))
    assert problems("no-text-layer", made) == ([("info", expected)] if expected else [])


def test_a_picture_of_a_bare_sheet_lacks_no_text():
    assert problems("no-text-layer", bare(record(pages=(PICTURE,)), 1)) == []


def copy(text, page=1):
    return evolve(mark(Wording(text.split(" ", 1)[1]), page, text=text), detector="copy-number")


SEVERAL = ": the others may have been released as well, with other passages withheld; compare them"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((copy("COPY 6 OF 9"),), [("info", f"COPY 6 OF 9 (page 1){SEVERAL}")]),
        # Each page of a printed telegram repeats it.
        ((copy("COPY 6 OF 9"), copy("COPY  6 OF 9", 2)), [("info", f"COPY 6 OF 9 (page 1){SEVERAL}")]),
        (
            (copy("Copy 2 of 3"), copy("Copy 3 of 3", 4)),
            [("info", f"Copy 2 of 3 (page 1), Copy 3 of 3 (page 4){SEVERAL}")],
        ),
        ((), []),
    ],
)
def test_copy_of_copies(marks, expected):
    assert problems("copy-of-copies", record(*marks)) == expected


@pytest.mark.parametrize(
    ("struck", "marks", "expected"),
    [
        ((2, 0, 1), (), "pages 1, 3: a line runs through 3 stretches of words; no marking among them"),
        (
            (1,),
            (banner("SECRET", ink=Ink.STRUCK),),
            "page 1: a line runs through 1 stretch of words; 1 marking among them",
        ),
        ((2,), (banner("SECRET"),), "page 1: a line runs through 2 stretches of words; no marking among them"),
        # Signs of a strike in a text are no line.
        ((0,), (banner("SECRET", ink=Ink.STRUCK),), None),
    ],
)
def test_strike_line_detected(struck, marks, expected):
    made = record(*marks, pages=(Content.TEXT,) * len(struck))
    pages = tuple(evolve(page, struck=count) for page, count in zip(made.pages, struck, strict=True))
    assert problems("strike-line-detected", evolve(made, pages=pages)) == ([("info", expected)] if expected else [])
