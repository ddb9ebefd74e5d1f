"""Release markings: (record, what the rule says)."""

import pytest

from redaudit.model.document import Content, Ink
from redaudit.model.mark import Attributes, DeletedPages, RedactionKind
from redaudit.vocabulary.level import level_named
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import (
    banner,
    line,
    mark,
    portion,
    problems,
    reclassified,
    record,
    redaction,
    severities,
    stamp,
)

SHEET = mark(DeletedPages(3))
UNMARKED = "no evidence of release found in this copy: no stamp, band or declassification line"


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(banner("SECRET"), original_classification="SECRET"), [("high", f"marked SECRET, and {UNMARKED}")]),
        (record(line("SECRET"), original_classification="SECRET"), [("high", f"marked SECRET, and {UNMARKED}")]),
        (
            record(banner("SECRET"), original_classification="SECRET", doubtful=("original_classification",)),
            [("medium", f"marked SECRET, and {UNMARKED}")],
        ),
        (
            record(banner("SECRET"), original_classification="SECRET", pages=(Content.SCAN, Content.IMAGE_ONLY)),
            [("medium", f"marked SECRET, and {UNMARKED}")],
        ),
        (
            record(banner("SECRET"), original_classification="SECRET", exemptions=("B1",)),
            [("low", f"marked SECRET, and {UNMARKED}")],
        ),
        # A text without banners lost its stamps with them.
        (record(portion("(S)"), original_classification="SECRET"), []),
        (record(banner("SECRET"), original_classification="SECRET", status=Outcome.FULL), []),
        (record(banner("SECRET"), original_classification="SECRET", status=Outcome.UNSPECIFIED), []),
        (record(banner("SBU"), original_classification="SBU"), []),
        (record(banner("SECRET")), []),
        (record(banner("SECRET"), SHEET, original_classification="SECRET"), []),
        (
            record(
                banner("SECRET"), mark(Attributes((("Review Date", "22 MAY 2009"),))), original_classification="SECRET"
            ),
            [],
        ),
        (
            record(
                banner("SECRET"),
                original_classification="SECRET",
                redactions=(redaction(RedactionKind.PLACEHOLDER, text="[1 line not declassified]"),),
            ),
            [],
        ),
    ],
)
def test_no_release_marking(made, expected):
    assert problems("no-release-marking", made) == expected


BARE = (redaction(RedactionKind.PLACEHOLDER, text="[Redacted]"),)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(status=Outcome.FULL, exemptions=("B5", "B6")),
            [("high", "released in full, and B5, B6 withhold text")],
        ),
        (
            record(status=Outcome.FULL, exemptions=("B6",), doubtful=("exemptions",)),
            [("medium", "released in full, and B6 withholds text")],
        ),
        (
            record(status=Outcome.FULL, redactions=BARE),
            [("medium", "released in full, and a withheld passage seen, without a code")],
        ),
        (record(status=Outcome.FULL, redactions=(redaction(RedactionKind.MASK, official=False),)), []),
        (record(status=Outcome.PART, exemptions=("B6",)), []),
        (record(status=Outcome.FULL), []),
    ],
)
def test_full_but_redacted(made, expected):
    assert problems("full-but-redacted", made) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(status=Outcome.PART), ["medium"]),
        (record(status=Outcome.PART, doubtful=("release_status",)), ["medium"]),
        (record(status=Outcome.PART, exemptions=("B6",)), []),
        (record(status=Outcome.PART, redactions=BARE), []),
        (record(SHEET, status=Outcome.PART), []),
        (record(status=Outcome.PART, pages=(Content.SCAN,)), []),
        (record(status=Outcome.PART, pages=(Content.TEXT, Content.IMAGE_ONLY)), []),
        (record(stamp(damaged=True), status=Outcome.PART), []),
        (record(status=Outcome.FULL), []),
    ],
)
def test_part_but_nothing_withheld(made, expected):
    assert severities("part-but-nothing-withheld", made) == expected


FIRST = {"family": "case-band", "case": "F-2014-00001", "document": "C00000001", "date": "2015-06-30"}


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [
        ((FIRST, FIRST), []),
        (
            (FIRST, {**FIRST, "document": "C00000777"}),
            ["mixed file? the case-band marking gives 2 document numbers: C00000001, C00000777"],
        ),
        # Read once, and alike but for a character: a misreading.
        ((FIRST, FIRST, {**FIRST, "document": "C00000007"}), []),
        # Read twice: another document.
        (
            (FIRST, FIRST, {**FIRST, "document": "C00000007"}, {**FIRST, "document": "C00000007"}),
            ["mixed file? the case-band marking gives 2 document numbers: C00000001, C00000007"],
        ),
        ((FIRST, {**FIRST, "document": "C00000777", "damaged": True}), []),
        # Another agency's stamp has its own numbers.
        ((FIRST, {"family": "cia", "document": "C05555555", "date": "2012-12-04"}), []),
        (
            ({"status": Outcome.FULL}, {"status": Outcome.PART}),
            ["mixed file? the vrr marking gives 2 decisions: full, part"],
        ),
        (({"status": Outcome.UNSPECIFIED}, {"status": Outcome.PART}), []),
    ],
)
def test_stamp_differs_between_pages(stamps, expected):
    made = record(*(stamp(page=number, **says) for number, says in enumerate(stamps, 1)), status=Outcome.PART)
    assert [message for _, message in problems("stamp-differs-between-pages", made)] == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(reclassified(), withheld_classification="CONFIDENTIAL"),
            [("medium", "bears no original marking, and is CONFIDENTIAL after the review")],
        ),
        (
            record(reclassified(), original_classification="SBU", withheld_classification="SECRET"),
            [("medium", "marked SENSITIVE BUT UNCLASSIFIED, and is SECRET after the review")],
        ),
        (
            record(original_classification="UNCLASSIFIED", release_classification="CONFIDENTIAL"),
            [
                (
                    "high",
                    "marked UNCLASSIFIED, and is CONFIDENTIAL after the review, with no line that says who did it",
                )
            ],
        ),
        (record(reclassified(), original_classification="SECRET", withheld_classification="CONFIDENTIAL"), []),
        (record(original_classification="CONFIDENTIAL", release_classification="UNCLASSIFIED"), []),
        (record(original_classification="CONFIDENTIAL"), []),
    ],
)
def test_class_higher_at_release(made, expected):
    assert problems("class-higher-at-release", made) == expected


B1 = {"exemptions": ("B1", "1.4(D)"), "status": Outcome.PART}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(original_classification="UNCLASSIFIED", **B1), ["high"]),
        (record(original_classification="SBU", doubtful=("original_classification",), **B1), ["medium"]),
        (record(**B1), ["medium"]),
        (record(pages=(Content.SCAN,), **B1), []),
        (record(classified_by="Ann Sample", **B1), []),
        (record(reclassified(), original_classification="UNCLASSIFIED", **B1), []),
        (record(original_classification="SECRET", **B1), []),
        (record(original_classification="UNCLASSIFIED", exemptions=("B6",), status=Outcome.PART), []),
        (record(original_classification="UNCLASSIFIED", exemptions=("B1",)), []),
    ],
)
def test_reclassification_block_missing(made, expected):
    assert severities("reclassification-block-missing", made) == expected


@pytest.mark.parametrize(
    ("original", "remains", "expected"),
    [
        ("SECRET", "CONFIDENTIAL", [("info", "downgraded from SECRET to CONFIDENTIAL")]),
        ("SECRET", "SECRET", []),
        ("CONFIDENTIAL", "SECRET", []),
        ("SECRET", "UNCLASSIFIED", []),
    ],
)
def test_downgrade(original, remains, expected):
    made = record(original_classification=original, withheld_classification=remains)
    assert problems("downgrade", made) == expected


DECLASSIFIED = stamp("DECLASSIFIED", family="declassified-words", declassified=True)
IN_PART = stamp("DECLASSIFIED IN PART", declassified=True, status=Outcome.PART)
KEPT = {"withheld_classification": "CONFIDENTIAL", "release_classification": "UNCLASSIFIED"}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(DECLASSIFIED, reclassified(), exemptions=("B1",), **KEPT), ["medium"]),
        (record(reclassified(), **KEPT), ["medium"]),
        # State's ordinary practice: the band speaks of the copy, the line of the record.
        (record(reclassified(), exemptions=("B1",), **KEPT), []),
        (record(IN_PART, reclassified(), exemptions=("B1",), **KEPT), []),
        (record(DECLASSIFIED, release_classification="UNCLASSIFIED"), []),
        # The last act counts.
        (record(stamp("DECLASSIFIED", declassified=True, date="2020-01-01"), reclassified(), **B1, **KEPT), []),
        (record(stamp("DECLASSIFIED", declassified=True, date="2010-01-01"), reclassified(), **B1, **KEPT), ["medium"]),
    ],
)
def test_declassified_vs_class_conflict(made, expected):
    assert severities("declassified-vs-class-conflict", made) == expected


STRUCK, TRACE = Ink.STRUCK, Ink.LIKELY_STRUCK


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((portion("(C)"), portion("(C)", ink=STRUCK)), [("low", "portion mark (C): 1 struck, 1 not")]),
        (
            (banner("SECRET", ink=TRACE), banner("SECRET"), banner("SECRET")),
            [("info", "banner SECRET: 1 struck, by their traces, 2 not")],
        ),
        ((banner("SECRET", ink=STRUCK), line("SECRET")), [("low", "banner SECRET: 1 struck, 1 not")]),
        ((banner("SECRET", ink=STRUCK), banner("CONFIDENTIAL")), []),
        ((portion("(C)", ink=STRUCK), portion("(U)")), []),
        ((banner("UNCLASSIFIED", ink=STRUCK), banner("UNCLASSIFIED")), []),
        ((banner("SECRET", ink=STRUCK), banner("SECRET", ink=TRACE)), []),
        ((banner("SECRET"), banner("SECRET")), []),
    ],
)
def test_strike_inconsistent(marks, expected):
    assert problems("strike-inconsistent", record(*marks)) == expected


LIFTED = stamp("DECLASSIFIED AND DECAPTIONED", decaptioned=True)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(original_captions=("EXDIS", "CEDAR"), status=Outcome.FULL), ["EXDIS"]),
        (record(original_captions=("ROGER CHANNEL",), status=Outcome.PART), ["ROGER CHANNEL"]),
        (record(original_captions=("NODIS", "CHEROKEE"), status=Outcome.UNSPECIFIED), ["NODIS, CHEROKEE"]),
        (record(original_captions=("EXDIS",), status=Outcome.FULL, pages=(Content.SCAN,)), ["EXDIS"]),
        (record(LIFTED, original_captions=("NODIS",), status=Outcome.PART), []),
        (record(original_captions=("NOFORN", "LIMDIS"), status=Outcome.FULL), []),
        (record(original_captions=("NODIS",), status=Outcome.NONE), []),
        (record(original_captions=("NODIS",), status=Outcome.DENIED), []),
        (record(stamp(family="systematic-review"), original_captions=("EXDIS",), status=Outcome.UNSPECIFIED), []),
        (
            record(
                mark(Attributes((("Decaption Date", "28 MAY 2004"), ("Current Handling Restrictions", "EXDIS")))),
                original_captions=("EXDIS",),
                status=Outcome.UNSPECIFIED,
            ),
            [],
        ),
        (
            record(
                mark(Attributes((("Decaption Date", "n/a"), ("Current Handling Restrictions", "EXDIS")))),
                original_captions=("EXDIS",),
                status=Outcome.UNSPECIFIED,
            ),
            ["EXDIS"],
        ),
    ],
)
def test_caption_not_decaptioned(made, expected):
    assert [
        message.split(" caption ")[1].split(", and")[0] for _, message in problems("caption-not-decaptioned", made)
    ] == (expected)


def test_copies_in_one_file_are_counted():
    assert severities("copies-in-one-file", record(copies=1)) == []
    assert problems("copies-in-one-file", record(copies=3)) == [
        ("info", "the file holds 3 copies of one document; they may differ in text, strikes and stamps")
    ]


@pytest.mark.parametrize(
    ("says", "exemptions", "expected"),
    [
        ({"date": "2015-06-12", "order": "E.O. 13526"}, (), []),
        ({"date": "2006-06-12", "order": "E.O. 12958, as amended"}, (), []),
        (
            {"date": "2006-06-12", "order": "E.O. 13526"},
            (),
            [("high", "the stamp of 2006-06-12 cites E.O. 13526, signed 2009-12-29")],
        ),
        (
            {"date": "2006-06-12", "order": "E.O. 13526", "damaged": True},
            (),
            [("medium", "the stamp of 2006-06-12 cites E.O. 13526, signed 2009-12-29")],
        ),
        (
            {"date": "1994-06-12", "order": "E.O. 12958"},
            (),
            [("medium", "the stamp of 1994-06-12 cites E.O. 12958, signed 1995-04-17")],
        ),
        (
            {"date": "2012-06-12", "order": "E.O. 12958"},
            (),
            [("low", "the stamp of 2012-06-12 cites E.O. 12958, in force until 2010-06-27")],
        ),
        (
            {"date": "2012-06-12", "authority": "E.O. 12958"},
            ("B1",),
            [("medium", "the stamp of 2012-06-12 cites E.O. 12958, in force until 2010-06-27")],
        ),
        ({"order": "E.O. 13526"}, (), []),
        ({"date": "2015-06-30", "reasons": ("1.4(B)",)}, (), []),
        (
            {"date": "2015-06-30", "reasons": ("1.5(B)",)},
            (),
            [("medium", "the stamp of 2015-06-30 gives the reason 1.5(B), a section of E.O. 12958")],
        ),
        ({"date": "1999-06-30", "reasons": ("1.5(C)",)}, (), []),
    ],
)
def test_stamp_authority_anachronism(says, exemptions, expected):
    facts = {"exemptions": exemptions} if exemptions else {}
    made = record(stamp(**says), withheld_classification=level_named("U").name, **facts)
    assert problems("stamp-authority-anachronism", made) == expected
