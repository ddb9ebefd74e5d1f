"""Banners with controls, captions and codewords: (marks, what the rule says, its dates weighed)."""

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.auditing import judged
from redaudit.model.document import Content, Ink
from redaudit.model.mark import (
    Attributes,
    Caption,
    Classification,
    DatedAct,
    Identifier,
    RedactionKind,
    Role,
    Wording,
)
from redaudit.vocabulary.level import level_named
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import banner, line, mark, portion, read, record, redaction, stamp

FULL, PART = {"status": Outcome.FULL}, {"status": Outcome.PART}
IN_2012 = {"original_date": "2012-03-14"}


def found(rule, *marks, **facts):
    """What the engine raises: the severity and the message."""
    part = next(part for part in pipeline.rules() if part.id == rule)
    return [(finding.severity.word, finding.message) for finding in judged(record(*marks, **facts), (part,))]


def bannered(text, page=1, ink=Ink.PLAIN):
    return evolve(mark(Wording(text), page, text=text, ink=ink), detector="banner-line")


def captioned(level, *captions, page=1, ink=Ink.PLAIN, role=Role.BANNER):
    return mark(Classification(level_named(level), captions, role), page, text=level, ink=ink)


def caption(text, page=1, ink=Ink.PLAIN):
    return mark(Caption(text), page, text=text, ink=ink)


def foreign(text, ink=Ink.PLAIN):
    return evolve(mark(Wording(text), text=text, ink=ink), detector="foreign-marking")


def misread(made):
    return evolve(made, doubtful=True)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("SECRET//NOFORN//SI", "2012-03-14", "SI comes before NOFORN"),
        ("SECRET//SI//TK", "2012-03-14", "SI and TK are of one kind, parted by one slash"),
        ("SECRET//NOFORN/ORCON", "2012-03-14", "ORCON comes before NOFORN"),
        ("SECRET//SI/NOFORN", "2012-03-14", "SI and NOFORN are of two kinds, parted by //"),
        ("SECRET//ORCON,NOFORN", "2012-03-14", "a comma in ORCON,NOFORN, where a slash parts values"),
        ("SECRET//ORCON,NOFORN", "2005-03-14", ""),
        ("SECRET//REL TO GBR, USA", "2012-03-14", "REL TO GBR, USA does not begin with USA"),
        ("SECRET//NOFORN//25X1", "2012-03-14", "25X1 belongs on the declassification line"),
        ("SECRET//NOFORN//25X1", "2007-03-14", ""),
        # Atomic Energy Act markings were no kind of their own before December 2010.
        ("SECRET//NOFORN//RD", "2012-03-14", "RD comes before NOFORN"),
        ("SECRET//NOFORN//RD", "2009-03-14", ""),
        ("SECRET//NOFORN//SAR-EXAMPLE", "2003-03-14", ""),
        ("SECRET//NOFORN//SAR-EXAMPLE", "2012-03-14", "SAR comes before NOFORN"),
        ("TOP SECRET//SI-G/TK//FGI GBR JPN//ORCON/REL TO USA, GBR/FISA//EXDIS", "2012-03-14", ""),
        ("SECRET//NOFORN/SI", "1997-03-14", ""),
        ("SECRET/NOFORN/SI", "2012-03-14", ""),
    ],
)
def test_banner_syntax(text, day, expected):
    said = found("banner-syntax", bannered(text), bannered(text, page=2), original_date=day)
    assert said == ([("low", f"banner {text}: {expected}")] if expected else [])


@pytest.mark.parametrize(
    ("marks", "facts", "severity"),
    [
        ((bannered("SECRET//NOFORN//SI"),), {}, "info"),
        ((misread(bannered("SECRET//NOFORN//SI")),), IN_2012, "info"),
        ((misread(bannered("SECRET//NOFORN//SI")), bannered("SECRET//NOFORN//SI", page=2)), IN_2012, "low"),
    ],
)
def test_banner_syntax_that_may_be_misread_is_for_information(marks, facts, severity):
    assert [word for word, _ in found("banner-syntax", *marks, **facts)] == [severity]


def test_without_a_date_the_syntax_of_any_day_is_right():
    assert found("banner-syntax", bannered("SECRET//NOFORN//25X1")) == []


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        (
            (bannered("SECRET//FOUO"), bannered("SECRET//FOUO", page=2)),
            IN_2012,
            [("medium", "SECRET//FOUO: FOUO is for unclassified matter, and the level is SECRET")],
        ),
        (
            (portion("(S//REL TO USA, GBR/NF)"),),
            IN_2012,
            [("low", "(S//REL TO USA, GBR/NF): NOFORN does not stand with REL TO")],
        ),
        (
            (portion("(C//SBU)"), portion("(C//SBU)", start=9)),
            IN_2012,
            [("medium", "(C//SBU): SBU is for unclassified matter, and the level is CONFIDENTIAL")],
        ),
        (
            (bannered("UNCLASSIFIED//ORCON"),),
            IN_2012,
            [("medium", "UNCLASSIFIED//ORCON: ORCON is for classified matter, and the level is UNCLASSIFIED")],
        ),
        (
            (bannered("UNCLASSIFIED//SI//NOFORN"),),
            IN_2012,
            [("medium", "UNCLASSIFIED//SI//NOFORN: SI is for classified matter, and the level is UNCLASSIFIED")],
        ),
        (
            (bannered("SECRET//RELIDO/DISPLAY ONLY AFG"),),
            IN_2012,
            [("medium", "SECRET//RELIDO/DISPLAY ONLY AFG: RELIDO does not stand with DISPLAY ONLY")],
        ),
        ((bannered("SECRET//SI//ORCON/NOFORN"), bannered("SECRET//RD//NOFORN")), IN_2012, []),
        (
            (bannered("SECRET/FOUO"),),
            {},
            [("low", "SECRET/FOUO: FOUO is for unclassified matter, and the level is SECRET")],
        ),
        (
            (misread(bannered("SECRET//FOUO")),),
            IN_2012,
            [("low", "SECRET//FOUO: FOUO is for unclassified matter, and the level is SECRET")],
        ),
        ((bannered("SECRET//FOUO"),), {"original_date": "1998-06-29"}, []),
        ((bannered("UNCLASSIFIED//FOUO"), portion("(SBU/NF)"), portion("(S//NF)")), IN_2012, []),
        # Readers, not countries.
        ((bannered("SECRET/NOFORN/EYES ONLY"),), IN_2012, []),
        (
            (bannered("SECRET//NOFORN/USA EYES ONLY"),),
            IN_2012,
            [("medium", "SECRET//NOFORN/USA EYES ONLY: NOFORN does not stand with USA EYES ONLY")],
        ),
    ],
)
def test_control_on_wrong_class(marks, facts, expected):
    assert found("control-on-wrong-class", *marks, **facts) == expected


BOTH = "captioned NODIS on page 1 and EXDIS on page 1"


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        ((caption("NODIS"), caption("EXDIS")), {}, [("medium", BOTH)]),
        ((captioned("SECRET", "EXDIS"), caption("NODIS")), IN_2012, [("medium", BOTH)]),
        ((captioned("SECRET", "EXDIS"), bannered("SECRET//NODIS")), IN_2012, [("medium", BOTH)]),
        # Portions may bear one each, under a banner that says NODIS.
        ((portion("(S//XD)"), portion("(S//ND)"), bannered("SECRET//NODIS")), IN_2012, []),
        ((caption("NODIS"), caption("EXDIS")), {"original_date": "1978-08-01"}, [("low", BOTH)]),
        ((misread(caption("NODIS")), caption("EXDIS")), {}, [("low", BOTH)]),
        ((caption("NODIS", ink=Ink.STRUCK), caption("EXDIS", ink=Ink.STRUCK)), {}, [("medium", BOTH)]),
        # Struck out in favour of the other.
        ((caption("NODIS", ink=Ink.STRUCK), caption("EXDIS")), {}, []),
        ((caption("NODIS"), caption("STADIS")), {}, []),
        ((caption("NODIS"), caption("EXDIS")), {"copies": 2}, []),
        ((caption("NODIS"), captioned("SECRET", "EXDIS", role=Role.MENTION)), {}, []),
    ],
)
def test_exdis_and_nodis(marks, facts, expected):
    assert found("exdis-and-nodis", *marks, **facts) == expected


def test_a_file_of_two_telegrams_may_hold_one_of_each():
    sent = [mark(DatedAct("dtg", read(day))) for day in ("2006-03-14", "2006-03-15")]
    assert found("exdis-and-nodis", caption("NODIS"), caption("EXDIS"), *sent) == []
    numbers = [mark(Identifier("message-reference", name)) for name in ("ZEMBLA 412", "ZEMBLA 413")]
    assert found("exdis-and-nodis", caption("NODIS"), caption("EXDIS"), *numbers) == []


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        (
            (captioned("SECRET", "SENSITIVE"),),
            IN_2012,
            [("low", "marked SECRET SENSITIVE, a level that no order knows")],
        ),
        (
            (bannered("AGENCY CONFIDENTIAL"),),
            {},
            [("info", "marked AGENCY CONFIDENTIAL, a level that no order knows")],
        ),
        ((captioned("SECRET", "SENSITIVE"),), {"original_date": "1975-03-14"}, []),
        ((captioned("SECRET", "NOFORN", "SENSITIVE"),), IN_2012, []),
        ((captioned("SENSITIVE BUT UNCLASSIFIED", "SENSITIVE"), caption("SENSITIVE")), IN_2012, []),
        ((bannered("SECRET//NOFORN"), bannered("TOP SECRET//SI")), IN_2012, []),
        (
            (line("SBU"),),
            {**IN_2012, "original_classification": "SBU", "classification_reasons": ("1.4(B)",)},
            [
                (
                    "low",
                    "marked SENSITIVE BUT UNCLASSIFIED, which is no classification, and classified for reasons 1.4(B)",
                )
            ],
        ),
        (
            (line("SBU"), portion("(C)")),
            {**IN_2012, "original_classification": "SBU", "classification_reasons": ("1.4(B)",)},
            [],
        ),
        (
            (line("UNCLASSIFIED"),),
            {**IN_2012, "original_classification": "UNCLASSIFIED", "classification_reasons": ("1.4(B)",)},
            [],
        ),
    ],
)
def test_bogus_level(marks, facts, expected):
    assert found("bogus-level", *marks, **facts) == expected


DECLASSIFIES = {**IN_2012, "declassify_on": "2022-03-14"}
RD = "page 1: marked RD, and to be declassified on 2022-03-14"


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        ((bannered("SECRET//RD"),), DECLASSIFIES, [("high", RD)]),
        ((portion("(S//RD-CNWDI)"),), DECLASSIFIES, [("high", RD)]),
        (
            (captioned("SECRET", "RESTRICTED DATA"),),
            DECLASSIFIES,
            [("medium", "page 1: marked RESTRICTED DATA, and to be declassified on 2022-03-14")],
        ),
        ((bannered("SECRET//RD"),), {**DECLASSIFIES, "copies": 2}, [("medium", RD)]),
        ((bannered("SECRET//RD"),), {**DECLASSIFIES, "doubtful": ("declassify_on",)}, [("medium", RD)]),
        ((misread(bannered("SECRET//RD")),), DECLASSIFIES, [("medium", RD)]),
        ((bannered("SECRET//RD"),), {**IN_2012, "declassify_on": "N/A to RD/FRD portions"}, []),
        ((bannered("SECRET//RD"),), IN_2012, []),
        ((bannered("SECRET//DOE UCNI"),), DECLASSIFIES, []),
        ((bannered("SECRET//RD"),), {"original_date": "1954-08-29", "declassify_on": "1964-08-29"}, []),
        (
            (bannered("SECRET//FRD"),),
            {**IN_2012, "declassify_on": "Upon completion of tests"},
            [("high", "page 1: marked FRD, and to be declassified on Upon completion of tests")],
        ),
    ],
)
def test_rd_frd_with_declass_date(marks, facts, expected):
    assert found("rd-frd-with-declass-date", *marks, **facts) == expected


UMBRA = "page 1: UMBRA stands in this release, and no review by the agency that owns it shows"


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        ((captioned("TOP SECRET", "UMBRA"),), FULL, [("medium", UMBRA)]),
        (
            (portion("(S//SI-G//NF)"), bannered("TOP SECRET//TK")),
            PART,
            [("medium", "page 1: SI, TK stands in this release, and no review by the agency that owns it shows")],
        ),
        ((captioned("TOP SECRET", "UMBRA"), stamp(family="presidential-library")), FULL, [("low", UMBRA)]),
        ((misread(captioned("TOP SECRET", "UMBRA")),), FULL, [("low", UMBRA)]),
        ((captioned("TOP SECRET", "UMBRA", ink=Ink.STRUCK),), FULL, []),
        ((captioned("TOP SECRET", "UMBRA"),), {}, []),
        ((captioned("TOP SECRET", "UMBRA"), stamp(family="nsa")), FULL, []),
        ((captioned("TOP SECRET", "UMBRA"), stamp(authority="NRO")), FULL, []),
        ((captioned("TOP SECRET", "UMBRA"), mark(Attributes((("Review Referrals", "NSA"),)))), FULL, []),
        ((captioned("TOP SECRET", "NOFORN"),), FULL, []),
    ],
)
def test_leftover_higher_codeword(marks, facts, expected):
    assert found("leftover-higher-codeword", *marks, **facts) == expected


def owned(words):
    return f"page 1: marked {words}, released in full, and no referral to the owner shows"


OLD = {**FULL, "original_date": "1980-03-14", "release_date": "2006-01-02"}


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        ((bannered("SECRET//FGI GBR//NOFORN"),), FULL, [("medium", owned("FGI"))]),
        ((foreign("NATO SECRET"),), FULL, [("medium", owned("NATO SECRET"))]),
        ((portion("(//GBR S)"),), FULL, [("medium", owned("(//GBR S)"))]),
        # After 25 years the order itself declassifies what is in this government's documents; NATO's are NATO's.
        ((bannered("SECRET//FGI GBR"),), OLD, [("low", owned("FGI"))]),
        ((bannered("SECRET//FGI GBR"),), {**OLD, "release_date": "2005-12-31"}, [("medium", owned("FGI"))]),
        ((foreign("NATO SECRET"),), OLD, [("medium", owned("NATO SECRET"))]),
        ((misread(foreign("NATO SECRET")),), FULL, [("low", owned("NATO SECRET"))]),
        ((foreign("NATO SECRET", ink=Ink.STRUCK),), FULL, []),
        ((foreign("NATO SECRET"), foreign("NATO DECLASSIFIED")), FULL, []),
        ((foreign("NATO SECRET"), stamp("DECLASSIFIED, NATO letter of 5 May")), FULL, []),
        ((foreign("NATO SECRET"), mark(Attributes((("Review Referrals", "NATO"),)))), FULL, []),
        ((foreign("NATO SECRET"),), PART, []),
        ((foreign("NATO SECRET"),), {**FULL, "redactions": (redaction(RedactionKind.BOX),)}, []),
        ((bannered("SECRET//NOFORN"), banner("SECRET")), FULL, []),
    ],
)
def test_foreign_gov_info_released(marks, facts, expected):
    marks = [
        evolve(each, value=evolve(each.value, level=level_named("S"))) if "//GBR S" in each.text else each
        for each in marks
    ]
    assert found("foreign-gov-info-released", *marks, **facts) == expected


def test_a_codeword_in_a_picture_is_still_one():
    said = found("leftover-higher-codeword", captioned("TOP SECRET", "UMBRA"), pages=(Content.SCAN,), **FULL)
    assert said == [("medium", UMBRA)]
