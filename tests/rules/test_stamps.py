"""Release markings: (record, what the rule says)."""

import pytest
from attrs import evolve

from redaudit.model.document import Content, Ink
from redaudit.model.mark import (
    Attributes,
    DatedAct,
    DeletedPages,
    Identifier,
    PageCount,
    Paragraph,
    RedactionKind,
    Role,
    Wording,
)
from redaudit.vocabulary.level import level_named
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import (
    banner,
    line,
    mark,
    portion,
    problems,
    read,
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
            record(
                banner("SECRET"),
                original_classification="SECRET",
                pages=(Content.SCAN,),
                doubtful=("original_classification",),
            ),
            [("low", f"marked SECRET, and {UNMARKED}")],
        ),
        # The number of a reading room shows that the copy went through a review.
        (
            record(banner("SECRET"), original_classification="SECRET", document_id="32989627"),
            [("low", f"marked SECRET, and {UNMARKED}")],
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
            [("low", "released in full, and a withheld passage seen, without a code")],
        ),
        (
            record(status=Outcome.FULL, redactions=(*BARE, redaction(RedactionKind.BOX))),
            [("medium", "released in full, and 2 withheld passages seen, without a code")],
        ),
        (
            record(
                status=Outcome.FULL,
                redactions=(redaction(RedactionKind.PLACEHOLDER, text="[1 line not declassified]", page=9),),
                doubtful=("release_status",),
            ),
            [],
        ),
        # A dark patch on the picture of a page may be a stamp.
        (
            record(status=Outcome.FULL, redactions=(redaction(RedactionKind.BOX),), pages=(Content.SCAN,)),
            [("low", "released in full, and a withheld passage seen, without a code")],
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
        # A level that marks nothing, as at the head of a private paper.
        (
            record(
                reclassified(),
                banner("CONFIDENTIAL", page=2, role=Role.MENTION),
                withheld_classification="CONFIDENTIAL",
            ),
            [("low", "bears no original marking, and is CONFIDENTIAL after the review")],
        ),
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
        # The CIA's papers were marked, in banners that OCR lost.
        (record(stamp(family="cia"), **B1), []),
        (record(stamp(family="cia"), original_classification="UNCLASSIFIED", **B1), ["high"]),
        # The Bureau's own line says who classified, why and until when.
        (record(stamp(family="fbi-classified"), original_classification="UNCLASSIFIED", **B1), []),
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


def test_strikes_looked_for_in_pictures_are_for_information():
    made = record(banner("SECRET", ink=STRUCK), banner("SECRET"), pages=(Content.SCAN,))
    assert severities("strike-inconsistent", made) == ["info"]


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


@pytest.mark.parametrize(
    ("family", "expected"),
    [("vrr", ["medium"]), ("litigation-band", ["medium"]), ("nara", ["low"]), ("presidential-library", ["low"])],
)
def test_only_state_decaptions(family, expected):
    made = record(stamp(family=family), original_captions=("NODIS",), status=Outcome.UNSPECIFIED)
    assert severities("caption-not-decaptioned", made) == expected


def test_the_stamp_of_a_review_of_captions_answers_for_itself():
    review = evolve(mark(Wording("EXDIS REVIEW"), 2, text="EXDIS REVIEW"), detector="caption-review")
    made = record(review, original_captions=("EXDIS",), status=Outcome.PART)
    words = "page 2: released with the caption EXDIS; the stamp of the review of captions tells whether it was removed"
    assert problems("caption-not-decaptioned", made) == [("info", words)]


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


def numbered(*numbers, page=1):
    return tuple(mark(Paragraph(number), page, 100 * number, f"{number}.") for number in numbers)


@pytest.mark.parametrize(
    ("family", "content", "expected"),
    [
        ("nara", Content.TEXT, ["medium"]),
        # Handwriting on a picture; an FBI file holds serials of many days.
        ("nara", Content.SCAN, ["low"]),
        ("fbi-declassified", Content.TEXT, []),
    ],
)
def test_dates_that_differ(family, content, expected):
    stamps = (stamp(page=page, family=family, date=date) for page, date in ((1, "1994-03-12"), (2, "2005-07-30")))
    made = record(*stamps, pages=(content,) * 2, status=Outcome.UNSPECIFIED)
    assert severities("stamp-differs-between-pages", made) == expected


DENIED = stamp("DENIED IN FULL", status=Outcome.DENIED)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(DENIED, *numbered(1, 2), status=Outcome.DENIED), ["high"]),
        (record(DENIED, *numbered(1, 2), status=Outcome.DENIED, pages=(Content.SCAN,)), ["medium"]),
        (record(stamp(status=Outcome.DENIED, damaged=True), *numbered(1, 2), status=Outcome.DENIED), ["medium"]),
        # A sheet in place of the document may number one line, and a sheet of deleted pages is no text of it.
        (record(DENIED, *numbered(1), status=Outcome.DENIED), []),
        (record(DENIED, SHEET, *numbered(1, 2), status=Outcome.DENIED), []),
        # The form of the 1990s says nothing of this copy.
        (record(stamp(family="jfk-form", status=Outcome.DENIED), *numbered(1, 2), status=Outcome.DENIED), []),
        (record(DENIED, *numbered(1, 2), status=Outcome.UNSPECIFIED), []),
    ],
)
def test_denied_but_text(made, expected):
    assert severities("denied-but-text", made) == expected


@pytest.mark.parametrize(("characters", "expected"), [(1501, ["medium"]), (1500, [])])
def test_denied_with_more_text_than_a_sheet_has(characters, expected):
    made = with_characters(record(DENIED, status=Outcome.DENIED), characters)
    assert severities("denied-but-text", made) == expected


@pytest.mark.parametrize(("characters", "expected"), [(601, ["medium"]), (600, [])])
def test_denied_with_more_text_than_the_head_of_a_message_has(characters, expected):
    sent = mark(DatedAct("sent", read("2009-05-16")))
    made = with_characters(record(DENIED, sent, status=Outcome.DENIED, subject="Talks"), characters)
    assert severities("denied-but-text", made) == expected


def with_characters(made, *characters, seen=True):
    """The record with pages that have so many characters of text."""
    pages = (evolve(page, characters=count, seen=seen) for page, count in zip(made.pages, characters, strict=True))
    return evolve(made, pages=tuple(pages))


def banded(*pages, family="case-band", number="state-doc", traces=(), content=None, characters=500):
    """Five pages, some with the band of an agency, some with a number of it alone."""
    made = record(
        *(stamp(page=page, family=family) for page in pages),
        *(mark(Identifier(number, "C00000001"), page) for page in traces),
        pages=(content or Content.TEXT,) * 5,
    )
    return with_characters(made, *((characters,) * 5))


LOST = "stands on {} other pages and not here; was the page reviewed with the rest?"
ONE_FOR_ONE = (
    "pages 4, 5: the case band of State stands on 3 other pages and not here; was the page reviewed with the rest?"
)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (banded(1, 2, 3, 5), [("medium", f"page 4: the case band of State {LOST.format(4)}")]),
        (
            banded(1, 2, 4, 5, family="cia", content=Content.SCAN),
            [("low", f"page 3: the release line of the CIA {LOST.format(4)}")],
        ),
        (banded(1, 2, 3, 4, 5), []),
        # The number of the band shows that it stands there; the number of another agency does not.
        (banded(1, 2, 3, 5, traces=(4,)), []),
        (
            banded(1, 2, 3, 5, traces=(4,), number="cia-rdp"),
            [("medium", f"page 4: the case band of State {LOST.format(4)}")],
        ),
        # Fewer than two for one show little; of State's bands it is known that every page bears one.
        (banded(1, 2, 3), [("low", ONE_FOR_ONE)]),
        (banded(1, 2, 3, family="cia"), []),
        (banded(1, 2), []),
        (banded(1, 2, 3, 5, family="vrr"), []),
        (banded(1, 2, 3, 5, content=Content.BLANK), []),
        (banded(1, 2, 3, 5, characters=79), []),
        (with_characters(banded(1, 2, 3, 5), *((500,) * 5), seen=False), []),
    ],
)
def test_page_without_stamp(made, expected):
    assert problems("page-without-stamp", made) == expected


def test_stamps_put_on_by_hand_are_lost_in_texts_made_from_scans():
    made = banded(1, 2, 3, 5, family="cia")
    assert severities("page-without-stamp", made) == ["low"]
    assert severities("page-without-stamp", drawn(made)) == ["medium"]


def test_a_sheet_of_deleted_pages_bears_no_stamp():
    made = banded(1, 2, 3, 5)
    assert severities("page-without-stamp", evolve(made, marks=(*made.marks, mark(DeletedPages(3), 4)))) == []


LINE = {"authority": "DAS, A/GIS, DoS", "reasons": ("1.4(D)",), "until": "2030-06-30"}
NO = "the line that classifies at release gives no "


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({}, []),
        ({"reasons": ()}, [("medium", f"{NO}reason")]),
        ({"authority": ""}, [("medium", f"{NO}official")]),
        ({"date": None}, [("medium", f"{NO}date")]),
        ({"reasons": (), "date": None}, [("medium", f"{NO}date and no reason")]),
    ],
)
def test_reclassification_block_incomplete(says, expected):
    assert problems("reclassification-block-incomplete", record(whole(**says))) == expected


def whole(level="CONFIDENTIAL", **says):
    """The line that classifies at release, whole but for what is said."""
    says = {**LINE, "date": "2015-06-30", **says}
    return stamp("Classified by", family="classified-at-release", withheld=level_named(level), **present(says))


def present(says):
    return {name: value for name, value in says.items() if value is not None}


def test_a_line_without_a_class_or_an_end_is_incomplete():
    without_end = {name: value for name, value in LINE.items() if name != "until"}
    made = record(stamp(family="classified-at-release", date="2015-06-30", **without_end))
    assert problems("reclassification-block-incomplete", made) == [
        ("medium", f"{NO}class and no date or event of declassification")
    ]


def test_a_reason_that_no_order_has_is_no_missing_reason():
    line = whole(reasons=())
    odd = evolve(line, text="Classified by DAS ~ Class: SECRET ~ Reason: 1.4(K) ~ Declassify on: 05/16/2029")
    assert problems("reclassification-block-incomplete", record(odd)) == []


def test_the_fullest_of_several_lines_counts_and_pictures_weigh_less():
    rule = "reclassification-block-incomplete"
    assert severities(rule, record(whole(reasons=()), whole())) == []
    assert problems(rule, record(whole(reasons=(), authority=""), whole(reasons=()))) == [("medium", f"{NO}reason")]
    assert severities(rule, record(whole(reasons=()), pages=(Content.SCAN,))) == ["low"]
    assert severities(rule, record(whole(reasons=(), damaged=True))) == ["low"]
    assert severities(rule, record(whole(reasons=(), damaged=True))) == ["low"]
    assert severities(rule, record(stamp(family="fbi-classified", authority="NSICG/A12B"))) == []


@pytest.mark.parametrize(
    ("official", "raised"),
    [
        ("DAS, A/GIS, DoS", False),
        ("Director A/GIS/IPS, DoS", False),
        ("Under Secretary for Management", False),
        ("the Deputy Director of Central Intelligence", False),
        ("Desk Officer, EUR/XYZ, DoS", True),
        ("Ann Q. Sample", True),
        ("the Secretariat's typist", True),
    ],
)
def test_reclassifier_not_senior(official, raised):
    expected = f"classified at release by {official}: see whether the delegation covers this official"
    assert problems("reclassifier-not-senior", record(whole(authority=official), whole(authority=official))) == (
        [("info", expected)] if raised else []
    )


OPEN = {"status": Outcome.FULL, "banners_struck": "none"}
NARA = stamp(family="nara", declassified=True, authority="NND 900001", date="2004-03-12")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(NARA, banner("SECRET"), banner("SECRET", 2), portion("(S)", ink=STRUCK), **OPEN),
            [
                (
                    "medium",
                    "page 1: declassified, and none of the 2 banners SECRET is lined through, "
                    "though other markings are",
                )
            ],
        ),
        # A drawn page shows that there is no line.
        (
            record(NARA, banner("SECRET"), **OPEN),
            [("medium", "page 1: declassified, and the banner SECRET is not lined through")],
        ),
        # The other levels are struck.
        (
            record(NARA, banner("SECRET", ink=STRUCK), banner("CONFIDENTIAL"), **OPEN),
            [
                (
                    "medium",
                    "page 1: declassified, and the banner CONFIDENTIAL is not lined through, though other markings are",
                )
            ],
        ),
    ],
)
def test_banner_unstruck(made, expected):
    assert problems("banner-unstruck", made) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # Who puts a band on every page leaves the banners as they are; the systematic review strikes nothing.
        (record(stamp(family="case-band"), banner("SECRET"), **OPEN), ["low"]),
        (record(stamp(family="systematic-review", declassified=True), banner("SECRET"), **OPEN), ["info"]),
        # Seen on pictures, or by traces alone.
        (record(NARA, banner("SECRET"), portion("(S)", ink=STRUCK), pages=(Content.SCAN,), **OPEN), ["low"]),
        (record(NARA, banner("SECRET"), portion("(S)", ink=TRACE), **OPEN), ["info"]),
        # Some are struck: that is another rule's.
        (record(NARA, banner("SECRET"), banner("SECRET", 2, STRUCK), **OPEN), []),
        # Leaked, still closed, in part, a mention, or no way to tell.
        (record(banner("SECRET"), banners_struck="none"), []),
        (record(whole(), banner("SECRET"), withheld_classification="SECRET", **OPEN), []),
        (record(NARA, banner("SECRET"), exemptions=("B1",), **OPEN), []),
        (record(NARA, banner("SECRET"), status=Outcome.PART, banners_struck="none"), []),
        (record(NARA, banner("SECRET", role=Role.MENTION), **OPEN), []),
        (record(NARA, banner("SECRET"), status=Outcome.FULL), []),
        (record(stamp(family="cia"), banner("SECRET"), status=Outcome.UNSPECIFIED, banners_struck="none"), []),
    ],
)
def test_banner_unstruck_by_agency_and_sight(made, expected):
    assert severities("banner-unstruck", made) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(NARA, banner("SECRET", ink=STRUCK), portion("(S)"), portion("(S)"), **OPEN), ["low"]),
        (record(NARA, banner("SECRET", ink=TRACE), portion("(S)"), **OPEN), ["info"]),
        (record(NARA, banner("SECRET", ink=STRUCK), portion("(S)"), pages=(Content.SCAN,), **OPEN), ["info"]),
        (record(NARA, portion("(C)", ink=STRUCK), portion("(S)"), **OPEN), ["low"]),
        (record(NARA, banner("SECRET", ink=STRUCK), portion("(S)"), portion("(S)", ink=STRUCK), **OPEN), []),
        (record(NARA, banner("SECRET", ink=STRUCK), portion("(U)"), **OPEN), []),
        (record(NARA, banner("SECRET"), portion("(S)"), **OPEN), []),
        (record(banner("SECRET", ink=STRUCK), portion("(S)")), []),
        (record(NARA, banner("SECRET", ink=STRUCK), portion("(S)"), exemptions=("25X1",), **OPEN), []),
    ],
)
def test_portion_unstruck(made, expected):
    assert severities("portion-unstruck", made) == expected


SAYS, FOUND = "page 1: declassified, and no ", " found in any marking of this copy"


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(DECLASSIFIED), [("medium", f"{SAYS}authority or date{FOUND}")]),
        (record(DECLASSIFIED, pages=(Content.SCAN,)), [("info", f"{SAYS}authority or date{FOUND}")]),
        (
            record(stamp(family="declassified-words", declassified=True, date="2004-03-12")),
            [("medium", f"{SAYS}authority{FOUND}")],
        ),
        (record(stamp(family="state-review-form", declassified=True)), []),
        # An agency's own line names it, and a year is a date.
        (record(stamp(family="cia", declassified=True, date="2004-03-12")), []),
        (record(stamp("CIA HISTORICAL REVIEW PROGRAM\nRELEASE IN FULL 1998", declassified=True)), []),
        (
            record(stamp("DECLASSIFIED\nPER E.O. 13526\n2010-0533-M", declassified=True, order="E.O. 13526")),
            [("low", f"{SAYS}date{FOUND}")],
        ),
        (record(stamp(declassified=True, order="E.O. 13526")), [("low", f"{SAYS}date{FOUND}")]),
        (record(stamp(declassified=True, order="E.O. 13526"), pages=(Content.SCAN,)), [("info", f"{SAYS}date{FOUND}")]),
        # The rest stands in another marking; a date that cannot be read was given.
        (record(DECLASSIFIED, stamp(family="case-band", case="F-2014-00001", date="2015-06-30")), []),
        (record(stamp(declassified=True, order="E.O. 13526", damaged=True)), []),
        (record(NARA), []),
        (record(DECLASSIFIED, mark(Attributes((("Review Date", "22 MAY 2009"),)))), []),
        (record(stamp("RELEASE IN PART", status=Outcome.PART)), []),
        (record(stamp(family="cia", date="2004-03-12")), []),
    ],
)
def test_authority_missing(made, expected):
    assert problems("authority-missing", made) == expected


FORM = "is not of the form "


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [
        ((FIRST, FIRST), []),
        (({**FIRST, "case": "F-2014-001"},), [("low", f"page 1: case number F-2014-001 {FORM}F-2014-00001")]),
        (({**FIRST, "document": "C000001"},), [("low", f"page 1: document number C000001 {FORM}C05000001")]),
        (
            ({**FIRST, "case": "F-2016-00001"},),
            [("low", "page 1: case number F-2016-00001 is of a later year than the release of 2015-06-30")],
        ),
        # Told once, and for information where another page has it well.
        (({**FIRST, "case": "F-2014-001"},) * 3, [("low", f"page 1: case number F-2014-001 {FORM}F-2014-00001")]),
        (
            (FIRST, {**FIRST, "case": "F:2014-00001"}),
            [
                (
                    "info",
                    f"page 2: case number F:2014-00001 {FORM}F-2014-00001; elsewhere in this copy it is F-2014-00001",
                )
            ],
        ),
        # Letters for digits are a misreading of a good number.
        (({**FIRST, "document": "(O5OO0001"},), []),
        (({**FIRST, "family": "litigation-band", "case": "FL-2014-00001", "document": "B-00000000004"},), []),
        (({"family": "cia", "document": "CIA-RDP79T09999A004100210007-3"},), []),
        (({"family": "cia", "document": "CIA-RDP79T0999OA0041002I0007-3"},), []),
        (({"family": "cia", "document": "C05578285"},), []),
        (
            ({"family": "cia", "document": "CIA-RDP79T09999A00410021-3"},),
            [("low", f"page 1: record number CIA-RDP79T09999A00410021-3 {FORM}CIA-RDP79T09999A004100210007-3")],
        ),
        (({"family": "nsa", "document": "3417193"},), []),
    ],
)
def test_case_number_malformed(stamps, expected):
    made = record(*(stamp(page=number, **says) for number, says in enumerate(stamps, 1)), pages=(Content.TEXT,) * 3)
    assert problems("case-number-malformed", made) == expected


def sheet(total, *listed, page=1):
    """A sheet of deleted pages: its total, and how many are withheld, duplicates and referred."""
    return mark(DeletedPages(total, *listed), page, text="DELETED PAGE INFORMATION SHEET")


def drawn(made):
    """The record with pages that have a size: read as they were drawn."""
    return evolve(made, pages=tuple(evolve(page, size=(612.0, 792.0)) for page in made.pages))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(sheet(3, 2, 1)), []),
        (record(sheet(2, 2, 1)), [("medium", "page 1: the sheet gives 2 deleted pages and lists 3")]),
        # Machines drop lines; only a drawn page shows that none was there.
        (record(sheet(4, 2, 1)), [("low", "page 1: the sheet gives 4 deleted pages and lists 3")]),
        (drawn(record(sheet(4, 2, 1))), [("medium", "page 1: the sheet gives 4 deleted pages and lists 3")]),
        (record(sheet(4)), []),
        # The list goes on over the page, and the next sheet has a total of its own.
        (record(sheet(5, 2, 1), sheet(None, 2, page=2), sheet(1, 1, page=2)), []),
        (record(sheet(3, 2, 1), sheet(None, 2, page=3)), []),
        (record(sheet(None, 2)), []),
    ],
)
def test_exempt_page_note_mismatch(made, expected):
    assert problems("exempt-page-note-mismatch", made) == expected


def note(total, page=1):
    return mark(DeletedPages(total, total), page, 200, f"Next {total} Page(s) In Document Exempt")


def printed(number, page, series="page"):
    return mark(PageCount(number, 9, series), page, text=f"Page {number} of 9")


@pytest.mark.parametrize(
    ("marks", "content", "expected"),
    [
        ((printed(2, 1), note(3), printed(6, 2)), Content.TEXT, []),
        ((printed(2, 1), note(2), printed(6, 2)), Content.TEXT, ["medium"]),
        ((printed(2, 1), note(2), printed(6, 2)), Content.SCAN, ["low"]),
        # Another numbering, two numbers of one page, or none.
        ((printed(2, 1), note(2), printed(6, 2, "dashed")), Content.TEXT, []),
        ((printed(2, 1), printed(4, 1), note(2), printed(6, 2)), Content.TEXT, []),
        ((note(2), printed(6, 2)), Content.TEXT, []),
    ],
)
def test_a_notice_against_the_numbers_around_it(marks, content, expected):
    assert severities("exempt-page-note-mismatch", record(*marks, pages=(content,) * 2)) == expected
