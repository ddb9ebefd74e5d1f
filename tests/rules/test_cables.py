"""Telegrams: their paragraphs, numbers and ends: (record, what the rule says)."""

import pytest
from attrs import evolve

from redaudit.model.document import Content
from redaudit.model.mark import CableHeader, DatedAct, DeletedPages, Identifier, PageCount, RedactionKind, Wording
from redaudit.rules._paragraphs import runs
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import line, mark, paragraphs, problems, read, record, redaction, stamp

SHEET = mark(DeletedPages(3))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), [[1, 2, 3]]),
        ((1, 2, 4, 5), [[1, 2, 4, 5]]),
        # Copies of leaked telegrams turn the sign before a number into a 1.
        ((11, 12, 13, 14), [[1, 2, 3, 4]]),
        ((1, 2, 3, 4, 15), [[1, 2, 3, 4, 5]]),
        # A list inside a paragraph.
        ((1, 2, 1, 2, 3, 3, 4), [[1, 2, 3, 4]]),
        ((1, 2, 3, 1, 2, 3), [[1, 2, 3]]),
        ((1, 2, 14), [[1, 2]]),
        ((7, 8), []),
    ],
)
def test_runs_count_up(numbers, expected):
    found = runs(record(*paragraphs(*numbers)))
    assert [[paragraph.number for paragraph in run] for run in found] == expected


def test_runs_start_again_in_a_file_with_copies():
    found = runs(record(*paragraphs(1, 2, 3, 1, 2, 3), copies=2))
    assert [[paragraph.number for paragraph in run] for run in found] == [[1, 2, 3], [1, 2, 3]]


def test_a_list_without_marks_is_no_run_of_marked_paragraphs():
    marks = (*paragraphs(1, 2), *paragraphs(1, 2, 3, 4, portion=""), *paragraphs(3, 4))
    assert [[(p.number, p.portion) for p in run] for run in runs(record(*marks))] == [
        [(1, "(C)"), (2, "(C)"), (3, "(C)"), (4, "(C)")]
    ]


CABLE = {"message_reference": "ZEMBLA 412"}
WITHHELD = (redaction(RedactionKind.BOX, start=5),)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(*paragraphs(1, 2, 4, 5), redactions=WITHHELD, **CABLE),
            [("medium", "paragraph 4 follows 2; 3 not found")],
        ),
        (
            record(*paragraphs(1, 2, 5, 6), **CABLE),
            [("low", "paragraph 5 follows 2; 3, 4 not found")],
        ),
        (record(*paragraphs(1, 2, 4, 5), redactions=(redaction(RedactionKind.BOX, start=150),), **CABLE), []),
        (record(*paragraphs(1, 2, 4, 5)), []),
        (record(*paragraphs(1, 2, 4, 5), SHEET, **CABLE), []),
        # The items of a form stand line under line.
        (record(*paragraphs(1, 2, 4, 5, rows=1), **CABLE), []),
        (
            record(*paragraphs(1, 2, 4, 5), redactions=WITHHELD, pages=(Content.SCAN,), **CABLE),
            [("low", "paragraph 4 follows 2; 3 not found")],
        ),
    ],
)
def test_paragraph_gap(made, expected):
    assert problems("paragraph-gap", made) == expected


def sent(text="2006-03-14"):
    return mark(DatedAct("dtg", read(text)))


def numbered(reference, page=1, text="", damaged=False):
    return mark(Identifier("message-reference", reference, damaged), page, text=text or f"PAGE 01 {reference}")


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        (
            (numbered("ZEMBLA 413"), numbered("ZEMBLA 412"), numbered("ZEMBLA 412", page=2), sent()),
            {},
            [("low", "numbered ZEMBLA 412 on page 1, and ZEMBLA 413 on page 1")],
        ),
        (
            (numbered("PORT A 217"), numbered("PORT ASTREL 271"), sent()),
            {},
            [("low", "numbered PORT A 217 on page 1, and PORT ASTREL 271 on page 1")],
        ),
        # Without a date of sending there may be two telegrams; in a picture a figure may be misread.
        (
            (numbered("ZEMBLA 412"), numbered("ZEMBLA 413")),
            {},
            [("info", "numbered ZEMBLA 412 on page 1, and ZEMBLA 413 on page 1")],
        ),
        (
            (numbered("ZEMBLA 412"), numbered("ZEMBLA 398"), sent()),
            {"pages": (Content.SCAN,)},
            [("info", "numbered ZEMBLA 412 on page 1, and ZEMBLA 398 on page 1")],
        ),
        ((numbered("ZEMBLA 412"), numbered("ZEMBLA 413"), sent()), {"pages": (Content.SCAN,)}, []),
        ((numbered("PORT A 217"), numbered("PORT ASTREL 217"), sent()), {}, []),
        # What the Department sent on bears a number of its own, too.
        ((numbered("ZEMBLA 412"), numbered("STATE 205410"), sent()), {}, []),
        ((numbered("ZEMBLA 412"), numbered("ZEMBLA 413"), sent(), sent("2006-03-15")), {}, []),
        ((numbered("ZEMBLA 412"), numbered("ZEMBLA 413"), sent()), {"copies": 2}, []),
        ((numbered("ZEMBLA 412"), numbered("ZEMBLA 413", damaged=True), sent()), {}, []),
        # The rows of a list of telegrams.
        ((numbered("ZEMBLA 412", text="06ZEMBLA412"), numbered("ZEMBLA 413", text="06ZEMBLA413"), sent()), {}, []),
        ((*(numbered(f"ZEMBLA {serial}") for serial in range(412, 416)), sent()), {}, []),
    ],
)
def test_mrn_conflict(marks, facts, expected):
    assert problems("mrn-conflict", record(*marks, **facts)) == expected


def end(start=400):
    return evolve(mark(Wording("SAMPLE"), start=start, text="SAMPLE"), detector="message-end")


TELEGRAM = (line("CONFIDENTIAL"), sent(), *paragraphs(1, 2))
NO_END = [("low", "page 1: nothing below paragraph 2 ends the telegram: no signature, BT or NNNN")]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(*TELEGRAM, **CABLE), NO_END),
        (record(*TELEGRAM), []),
        (record(*TELEGRAM, stamp(family="cia"), **CABLE), []),
        (record(*TELEGRAM, end(), **CABLE), []),
        # A name above the text signs nothing.
        (record(*TELEGRAM, end(start=1), **CABLE), NO_END),
        (record(*TELEGRAM, redactions=(redaction(RedactionKind.BOX, start=150),), **CABLE), []),
        (record(*TELEGRAM, redactions=(redaction(RedactionKind.BOX, start=5),), **CABLE), NO_END),
        (record(*TELEGRAM, pages=(Content.SCAN,), **CABLE), []),
        (record(*TELEGRAM, SHEET, **CABLE), []),
        (record(*TELEGRAM, mark(PageCount(1, 2)), **CABLE), []),
        (record(*TELEGRAM, mark(CableHeader(section=1, sections=2)), **CABLE), []),
        (record(*TELEGRAM, *(mark(CableHeader(section=number, sections=2)) for number in (1, 2)), **CABLE), NO_END),
        (record(*TELEGRAM, copies=2, **CABLE), []),
        (record(sent(), *paragraphs(1, 2), **CABLE), []),
        (record(line("CONFIDENTIAL"), *paragraphs(1, 2), **CABLE), []),
        (record(line("CONFIDENTIAL"), sent(), *paragraphs(1), **CABLE), []),
    ],
)
def test_signature_missing(made, expected):
    assert problems("signature-missing", made) == expected


def masked(*official):
    return tuple(redaction(RedactionKind.MASK, start=place, official=each) for place, each in enumerate(official))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(redactions=masked(False)), [("info", "1 passage masked by a publisher and not by an agency")]),
        (
            record(redactions=masked(False, True, False)),
            [("info", "2 passages masked by a publisher and not by an agency")],
        ),
        (record(redactions=masked(True)), []),
        (record(redactions=masked(False), status=Outcome.PART), []),
        (record(redactions=(redaction(RedactionKind.MASK, codes=("B6",), official=False),)), []),
    ],
)
def test_wikileaks_mask(made, expected):
    assert problems("wikileaks-mask", made) == expected
