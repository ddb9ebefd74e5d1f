"""What is known of every code and marking: its name, its days, what stands for it today, its source."""

import re
from collections import Counter

import pytest

from redaudit.detectors._wording import FAMILY as CONFIGURED
from redaudit.detectors.release_stamp import FAMILIES
from redaudit.vocabulary.caption import CAPTIONS, CODE_WORDS
from redaudit.vocabulary.exemption import canonical_code
from redaudit.vocabulary.level import LEVELS
from redaudit.vocabulary.meaning import EXPLAINED, Kind, impossible, key, meanings, spellings
from redaudit.vocabulary.order import FORMS, ORDERS, REASON_SECTIONS, form_of
from redaudit.vocabulary.outcome import Outcome
from redaudit.vocabulary.statute import STATUTES

# Of a word of one meaning: its name, since and until when, today, a part of its source.
ONE = [
    ("B1", "B1", "1967-07-04", "", "the same", "5 U.S.C. 552(b)(1)"),
    ("(b)(1)", "B1", "1967-07-04", "", "the same", "5 U.S.C. 552(b)(1)"),
    ("(b) (1)", "B1", "1967-07-04", "", "the same", "5 U.S.C. 552(b)(1)"),
    ("Bl", "B1", "1967-07-04", "", "the same", "5 U.S.C. 552(b)(1)"),
    ("b2", "B2", "1967-07-04", "", "the same", "562 U.S. 562"),
    ("B3", "B3", "1967-07-04", "", "the same", "5 U.S.C. 552(b)(3)"),
    ("(b)(3)(n)", "B3(N)", "", "", "50 U.S.C. 3024(i)(1)", "50 U.S.C. 3024(i)(1)"),
    ("(b)(3)(c)", "B3(C)", "", "", "50 U.S.C. 3507", "50 U.S.C. 3507"),
    ("B5", "B5", "1967-07-04", "", "the same", "P.L. 114-185"),
    ("B5 DP", "B5 DP", "", "", "the same", "552(b)(5)"),
    ("b6", "B6", "1967-07-04", "", "the same", "552(b)(6)"),
    ("B7(C)", "B7(C)", "1975-02-19", "", "the same", "552(b)(7)(C)"),
    ("b7c", "B7(C)", "1975-02-19", "", "the same", "552(b)(7)(C)"),
    ("(b)(7)(C)", "B7(C)", "1975-02-19", "", "the same", "552(b)(7)(C)"),
    ("b7E", "B7(E)", "1975-02-19", "", "the same", "552(b)(7)(E)"),
    ("B8", "B8", "1967-07-04", "", "the same", "552(b)(8)"),
    ("Non-responsive", "NR", "", "", "no ground to withhold part of a record", "830 F.3d 667"),
    ("j2", "J2", "1975-09-27", "", "the same", "552a(j)(2)"),
    ("(k)(5)", "K5", "1975-09-27", "", "the same", "552a(k)(5)"),
    ("(d)(5)", "D5", "1975-09-27", "", "the same", "552a(d)(5)"),
    ("1.4(D)", "1.4(D)", "2003-03-25", "", "the same", "E.O. 13526 1.4(d)"),
    ("1.4d", "1.4(D)", "2003-03-25", "", "the same", "E.O. 13292, 1.4(d)"),
    ("EO 1.4.(c)", "1.4(C)", "2003-03-25", "", "the same", "E.O. 13526 1.4(c)"),
    ("1.5(b)", "1.5(B)", "1995-10-14", "2003-09-22", "1.4(B)", "E.O. 12958 1.5(b)"),
    ("E.O. 12958, Sec. 1.5(d)", "1.5(D)", "1995-10-14", "2003-09-22", "1.4(D)", "E.O. 12958 1.5(d)"),
    ("1.3(a)(3)", "1.3(a)(3)", "1982-08-01", "1995-10-14", "1.4(B)", "E.O. 12356 1.3(a)(3)"),
    ("1.3(a)(8)", "1.3(a)(8)", "1982-08-01", "1995-10-14", "1.4(C)", "22 CFR 9.6"),
    ("1-301(d)", "1-301(d)", "1978-12-01", "1982-08-01", "1.4(D)", "E.O. 12065"),
    ("25X1", "25X1", "1995-10-14", "", "the same", "E.O. 13526 3.3(b)(1)"),
    ("25X1, EO 13526", "25X1", "1995-10-14", "", "the same", "32 CFR 2001.26"),
    ("25X1A", "25X1A", "1995-10-14", "", "25X1", "muckrock.com"),
    ("50X6", "50X6", "2009-12-29", "", "the same", "3.3(h)(2)"),
    ("75X1", "75X1", "2009-12-29", "", "the same", "3.3(h)(3)"),
    ("50X1-HUM", "50X1-HUM", "2009-12-29", "", "the same", "3.3(h)(1)(A)"),
    ("25X1-human", "25X1-human", "2003", "2012", "50X1-HUM", "ISOO Notice 2012-02"),
    ("OSD 3.3(b)(6)", "3.3(b)(6)", "2003-03-25", "", "the same", "E.O. 13526 3.3(b)(6)"),
    ("EO 13526 3.3(b)(1)>25Yrs", "3.3(b)(1)", "2003-03-25", "", "the same", "E.O. 13526 3.3(b)(1)"),
    ("3.4(b)(1)", "3.4(b)(1)", "1995-10-14", "2003-03-25", "3.3(b)(1)", "E.O. 12958 3.4(b)(1)"),
    ("3.3(h)(2)", "3.3(h)(2)", "2009-12-29", "", "the same", "E.O. 13526 3.3(h)(2)"),
    ("3.5(C)", "3.5(c)", "2003-03-25", "", "the same", "E.O. 13526 3.5(c)"),
    ("6.2(d)", "6.2(d)", "2010-06-27", "", "the same", "E.O. 13526 6.2(d)"),
    ("6.2(c)", "6.2(c)", "2003-03-25", "2010-06-27", "6.2(d)", "E.O. 13292, 6.2(c)"),
    ("PRA P5", "P5", "1981-01-20", "", "after the 12 years", "44 U.S.C. 2204(a)(5)"),
    ("PRM", "PRM", "1981-01-20", "", "the same", "44 U.S.C. 2201(3)"),
    ("Nixon G", "Nixon G", "", "", "the same", "PRMPA"),
    ("1B", "6(1)(B)", "1992-10-26", "", "released, unless", "P.L. 102-526"),
    ("6 (1)(B)", "6(1)(B)", "1992-10-26", "", "released, unless", "P.L. 102-526"),
    ("STAT", "STAT", "2000", "", "50 U.S.C. 3507", "CREST"),
    ("STATINTL", "STATINTL", "2000", "", "50 U.S.C. 3507", "CREST"),
    ("ILLEGIB", "ILLEGIB", "2000", "", "the same", "CREST"),
    ("OGA", "OGA", "", "", "the same", "NSA"),
    ("b6 -1,2", "b7C -1,2", "", "", "the same", "FBI"),
    ("oadr", "OADR", "1982-08-01", "1995-10-15", "25 years", "E.O. 12356 1.4"),
    ("X 1", "X1", "1995-10-14", "2003-09-22", "25X1", "E.O. 12958 1.6(d)(1)"),
    ("1.6X1", "X1", "1995-10-14", "2003-09-22", "25X1", "E.O. 12958 1.6(d)(1)"),
    ("GDS", "GDS", "1972-06-01", "1982-08-01", "open at 25 years", "E.O. 11652 5(A)"),
    ("XGDS-2", "XGDS-2", "1972-06-01", "1978-12-01", "open at 25 years", "E.O. 11652 5(B)(2)"),
    ("RDS-1", "RDS", "1978-12-01", "1982-08-01", "open at 25 years", "E.O. 12065"),
    ("GP-3", "GROUP 3", "1961-09-20", "1972-06-01", "open at 25 years", "E.O. 10964"),
    ("E.O. 12065: GDS 4/15/85", "GDS", "1972-06-01", "1982-08-01", "open at 25 years", "E.O. 11652 5(A)"),
    ("E.O. 12356: DECL: OADR", "OADR", "1982-08-01", "1995-10-15", "25 years", "32 CFR 2001.22(e)(3)"),
    ("DECL: X6", "X6", "1995-10-14", "2003-09-22", "25X6", "E.O. 12958 1.6(d)(6)"),
    ("DECL: 12/31/2009", "DECL", "1982-08-01", "", "the same", "E.O. 13526 1.5"),
    ("DECL: UPON WITHDRAWAL OF THE NOTE", "DECL", "1982-08-01", "", "the same", "E.O. 13526 1.5"),
    ("FOIA Exemption 7(C)", "B7(C)", "1975-02-19", "", "the same", "552(b)(7)(C)"),
    ("E.O. 11652: N/A", "N/A", "", "", "the same", "1978 STATE 296107"),
    (
        *("Exempt from general declassification schedule of E.O. 11652, exemption category 5B(2)", "XGDS-2"),
        *("1972-06-01", "1978-12-01", "open at 25 years", "E.O. 11652 5(B)(2)"),
    ),
    (
        *("Downgraded at 3 year intervals; declassified after 12 years", "GROUP 4"),
        *("1961-09-20", "1972-06-01", "open at 25 years", "E.O. 10964"),
    ),
    ("EO 13526 3.5(c)", "3.5(c)", "2003-03-25", "", "the same", "E.O. 13526 3.5(c)"),
    ("E.O. 12356 1.5(b)", "E.O. 12356 1.5", "1982-08-01", "1995-10-14", "E.O. 13526 1.6", "E.O. 12356 1.5"),
    ("SECTION 6(1)(C)", "6(1)(C)", "1992-10-26", "", "released, unless", "P.L. 102-526"),
    ("18 U.S.C. 2510-20", "18 U.S.C. 2510", "", "", "the same", "18 U.S.C. 2510"),
    ("INA s.222(f)", "8 U.S.C. 1202(f)", "1952-06-27", "", "the same", "8 U.S.C. 1202(f)"),
    ("IRAN", "P.L. 99-99, section 505", "", "", "the same", "P.L. 99-99"),
    ("NND 947021", "NND", "", "", "the same", "National Archives"),
    ("MR", "MR", "2003", "2008-02", "25 years", "CAPCO Register 2016"),
    ("50 USC 403", "50 USC 403", "", "2013-05-20", "50 U.S.C. 3024(i)(1)", "50 U.S.C. 3024(i)(1)"),
    ("50 U.S.C. § 403-1(i)(1)", "50 USC 403-1(i)", "", "2013-05-20", "50 U.S.C. 3024(i)(1)", "50 U.S.C. 403-1(i)"),
    ("NatSecAct", "50 U.S.C. 3024(i)(1)", "1947-07-26", "", "the same", "50 U.S.C. 3024(i)(1)"),
    ("50 USC 3507(a)", "50 U.S.C. 3507", "1949-06-20", "", "the same", "50 U.S.C. 3507"),
    ("CIA PERS/ORG", "50 U.S.C. 3507", "1949-06-20", "", "the same", "50 U.S.C. 3507"),
    ("P.L. 86-36", "50 U.S.C. 3605", "1959-05-29", "", "the same", "50 U.S.C. 3605"),
    ("INA 222(f)", "8 U.S.C. 1202(f)", "1952-06-27", "", "the same", "8 U.S.C. 1202(f)"),
    ("S E C R E T", "SECRET", "1940-03-22", "", "the same", "E.O. 13526 1.2(a)(2)"),
    ("top secret", "TOP SECRET", "1950-02-01", "", "the same", "E.O. 10104"),
    ("(SBU)", "SENSITIVE BUT UNCLASSIFIED", "1995-10-01", "", "CUI", "12 FAM 540"),
    ("LOU", "LIMITED OFFICIAL USE", "", "1995-10-01", "SENSITIVE BUT UNCLASSIFIED", "2000 STATE 18029"),
    ("RESTRICTED", "RESTRICTED", "1940-03-22", "1953-12-15", "no level", "E.O. 10501"),
    ("nodis", "NODIS", "", "", "the same", "5 FAH-2 H-443"),
    ("NF", "NOFORN", "", "", "the same", "CAPCO Register 2016"),
    ("WNINTEL", "WNINTEL", "", "1995-04-12", "nothing", "DCID 1/7 of 12 April 1995"),
    ("BYEMAN", "BYEMAN", "", "2005-05-20", "TK", "CAPCO Register 2008"),
    ("ZARF", "ZARF", "", "", "SI or TK", "DCID 1/7"),
    ("SIPDIS", "SIPDIS", "", "", "the same", "05 STATE 226504"),
    ("12958", "E.O. 12958", "1995-10-14", "2010-06-27", "E.O. 13526", "60 FR 19825"),
    ("E.O. 13526", "E.O. 13526", "2010-06-27", "", "the same", "75 FR 707"),
    ("Executive Order 12356", "E.O. 12356", "1982-08-01", "1995-10-14", "E.O. 13526", "47 FR 14874"),
    ("E.O. 12958, Sec. 3.6", "E.O. 12958 3.6", "1995-10-14", "2003-03-25", "E.O. 13526 3.5", "E.O. 12958 3.6"),
    ("RIP", "RELEASE IN PART", "", "", "the same", "5 U.S.C. 552(b), closing text"),
    ("released in full", "RELEASE IN FULL", "", "", "the same", "5 U.S.C. 552(a)"),
    ("SANITIZED", "DECLASSIFIED IN PART", "", "", "the same", "32 CFR 2001.25"),
    ("unspecified", "unspecified", "", "", "the same", "reports"),
    ("litigation-band", "litigation-band", "2017", "", "the same", "552(a)(4)(B)"),
]


@pytest.mark.parametrize(("word", "name", "since", "until", "today", "source"), ONE, ids=[row[0] for row in ONE])
def test_a_word_of_one_meaning(word, name, since, until, today, source):
    ((piece, row),) = meanings(word)
    assert (piece, row.name, row.since, row.until) == (word, name, since, until)
    assert today in row.now
    assert source in row.source


SEVERAL = [
    ("1.3(a)", ["1.3(a)", "E.O. 13526 1.3(a)"]),
    ("1.4", ["E.O. 13526 1.4", "E.O. 12958 1.4", "E.O. 12356 1.4"]),
    ("1.5", ["E.O. 13526 1.5", "E.O. 12958 1.5", "E.O. 12356 1.5"]),
    ("3.7", ["E.O. 13526 3.7", "E.O. 12958 3.7"]),
    ("3.4", ["E.O. 13526 3.4", "E.O. 12958 3.4", "E.O. 12356 3.4"]),
    ("A", ["Nixon A", "Withdrawal code A"]),
    ("B", ["Nixon B", "Withdrawal code B"]),
    ("C", ["CONFIDENTIAL", "Nixon C", "Withdrawal code C"]),
    ("F", ["Nixon F", "K"]),
    ("P1", ["P1", "page 1"]),
    ("2", ["B2", "6(2)"]),
    ("R", ["RESTRICTED", "ROUTINE"]),
    ("NR", ["NR", "NATO RESTRICTED"]),
    ("p5", ["P5", "page 5"]),
    ("NC", ["NATO CONFIDENTIAL", "NOCONTRACT"]),
    ("b7C -3", ["B7(C)", "b7C -1,2"]),
]


@pytest.mark.parametrize(("word", "names"), SEVERAL, ids=[word for word, _ in SEVERAL])
def test_a_word_of_several_meanings_has_them_all(word, names):
    assert [row.name for _, row in meanings(word)] == names
    assert {piece for piece, _ in meanings(word)} == {word}


PARTS = [
    ("(b)(3)-P.L. 86-36", [("(b)(3)", "B3"), ("P.L. 86-36", "50 U.S.C. 3605")]),
    ("S//NF", [("S", "SECRET"), ("NF", "NOFORN")]),
    ("(S//NF)", [("S", "SECRET"), ("NF", "NOFORN")]),
    ("(C//NC)", [("C", "CONFIDENTIAL"), ("NC", "NOCONTRACT")]),
    ("TOP SECRET//SI//NOFORN", [("TOP SECRET", "TOP SECRET"), ("SI", "SI"), ("NOFORN", "NOFORN")]),
    ("P1/b(1)", [("P1", "P1"), ("b(1)", "B1")]),
    ("(TS//SI//OC/NF)", [("TS", "TOP SECRET"), ("SI", "SI"), ("OC", "ORCON"), ("NF", "NOFORN")]),
    ("(S-NF)", [("S", "SECRET"), ("NF", "NOFORN")]),
    ("TOP SECRET//SI-G/TK//NOFORN", [("TOP SECRET", "TOP SECRET"), ("SI-G", "SI"), ("TK", "TK"), ("NOFORN", "NOFORN")]),
    ("(C//REL TO USA, GBR)", [("C", "CONFIDENTIAL"), ("REL TO USA, GBR", "REL TO")]),
    ("(//GBR S)", [("(//GBR S)", "foreign SECRET")]),
    ("SECRET//NOFORN//X1", [("SECRET", "SECRET"), ("NOFORN", "NOFORN"), ("X1", "X1")]),
    ("EXDIS CEDAR", [("EXDIS", "EXDIS"), ("CEDAR", "sub-caption")]),
    ("NODIS LARCH", [("NODIS", "NODIS"), ("LARCH", "sub-caption")]),
    ("1.4 (b) and (d)", [("1.4(b)", "1.4(B)"), ("1.4(d)", "1.4(D)")]),
    ("B3 CIA PERS/ORG", [("B3", "B3"), ("CIA PERS ORG", "50 U.S.C. 3507")]),
    ("(b)(3):10 USC 424", [("(b)(3)", "B3"), ("10 USC 424", "10 U.S.C. 424")]),
    ("(b)(3) RD", [("(b)(3)", "B3"), ("RD", "RESTRICTED DATA")]),
    ("(b)(1) (b)(3)-50 USC 3024(i)", [("(b)(1)", "B1"), ("(b)(3)", "B3"), ("50 USC 3024(i)", "50 U.S.C. 3024(i)(1)")]),
    ("REASON: 1.5 (b, d)", [("1.5(b)", "1.5(B)"), ("1.5(d)", "1.5(D)")]),
    ("B1, 1.4(D)", [("B1", "B1"), ("1.4(D)", "1.4(D)")]),
    ("RELEASE IN PART B1,1.4(B)", [("RELEASE IN PART", "RELEASE IN PART"), ("B1", "B1"), ("1.4(B)", "1.4(B)")]),
    ("SECRET NODIS", [("SECRET", "SECRET"), ("NODIS", "NODIS")]),
]


@pytest.mark.parametrize(("word", "parts"), PARTS, ids=[word for word, _ in PARTS])
def test_a_word_of_several_parts_has_each_explained(word, parts):
    assert [(piece, row.name) for piece, row in meanings(word)] == parts


@pytest.mark.parametrize(
    "word", ["", " ", "hello", "the minister", "50 USC 1", "E.O. 12598", "9", "X", "(S//HELLO)", "B1 hello", "()", "-"]
)
def test_what_is_no_code_is_not_explained(word):
    assert meanings(word) == ()
    assert impossible(word) == ""


@pytest.mark.parametrize(
    ("word", "end"),
    [
        ("1.5(h)", "E.O. 12958 1.5 ends with (g)"),
        ("1.4(K)", "E.O. 13526 1.4 ends with (h)"),
        ("1.3(a)(11)", "E.O. 12356 1.3(a) ends with (10)"),
        ("3.3(b)(10)", "E.O. 13526 3.3(b) ends with (9)"),
        ("25X10", "E.O. 13526 3.3(b) ends with (9)"),
        ("X9", "E.O. 12958 1.6(d) ends with (8)"),
        ("B10", "5 U.S.C. 552(b) ends with (9)"),
        ("(b)(10)", "5 U.S.C. 552(b) ends with (9)"),
        ("b7(H)", "5 U.S.C. 552(b)(7) ends with (F)"),
        ("P7", "44 U.S.C. 2204(a) ends with (6)"),
        ("J3", "5 U.S.C. 552a(j) ends with (2)"),
        ("6(6)", "section 6 of the JFK Act ends with (5), and its (1) with (C)"),
    ],
)
def test_a_code_that_no_law_has_is_told_where_the_law_ends(word, end):
    assert impossible(word) == end
    assert meanings(word) == ()


# Every code that the detector of exemption codes may yield, by the forms in which its vocabulary writes them.
CANONICAL = [
    *(f"B{number}" for number in range(1, 10)),
    *(f"B7({letter})" for letter in "ABCDEF"),
    *(f"1.{section}({letter})" for section in "45" for letter in "ABCDEFGH"),
    *(f"1.3(a)({number})" for number in range(1, 11)),
    *(f"3.3(b)({number})" for number in range(1, 10)),
    *(f"3.3(h)({number})" for number in range(1, 4)),
    *(f"{section}({letter})" for section in ("3.2", "3.5", "6.2") for letter in "abcde"),
    *(f"{years}X{number}" for years in (25, 50, 75) for number in ("", *range(1, 10))),
    *(f"25X{number}{letter}" for number in range(1, 10) for letter in ("A", "B", "C", "D", "E", "A1", "D9")),
    *("50X1-HUM", "50X2-WMD", "25X1-HUM"),
    *(f"P{number}" for number in range(1, 7)),
    *(f"J{number}" for number in (1, 2)),
    *(f"K{number}" for number in range(1, 8)),
    *("D5", "PRM", "RR", "NR", "STAT", "STATINTL", "OGA"),
]


@pytest.mark.parametrize("code", CANONICAL)
def test_every_code_that_can_be_detected_is_explained_or_is_none(code):
    assert canonical_code(code) in (code, code.replace("HUMAN", "HUM"))
    assert bool(meanings(code)) != bool(impossible(code))


@pytest.mark.parametrize("section", ["6(1)(A)", "6(1)(B)", "6(1)(C)", "6(2)", "6(3)", "6(4)", "6(5)"])
def test_every_section_of_the_jfk_act_is_explained(section):
    assert [row.kind for _, row in meanings(section)] == [Kind.JFK]


def unexplained(words):
    return [word for word in words if not meanings(word)]


def test_every_word_of_the_vocabulary_is_explained():
    assert unexplained(level.name for level in LEVELS) == []
    assert unexplained(level.mark for level in LEVELS) == []
    assert unexplained(f"({level.mark})" for level in LEVELS) == []
    assert unexplained(f"({level.mark}-ENTIRE TEXT)" for level in LEVELS) == []
    assert unexplained(spelling for caption in CAPTIONS for spelling in (caption.name, *caption.short)) == []
    assert unexplained(CODE_WORDS) == []
    assert unexplained(order.name for order in ORDERS) == []
    assert unexplained(outcome.value for outcome in Outcome) == []
    assert unexplained([*(family.id for family in FAMILIES), CONFIGURED]) == []
    assert unexplained(cite for statute in STATUTES for cite in (statute.cite, *statute.labels)) == []
    assert unexplained(former.cite for statute in STATUTES for former in statute.former) == []


# What may stand after a level in a portion mark or a banner: the words of the detector and of the register.
CONTROLS = (
    *(
        "NF",
        "NOFORN",
        "REL",
        "FGI",
        "OC",
        "ORCON",
        "SI",
        "TK",
        "HCS",
        "RSV",
        "FOUO",
        "SBU",
        "LES",
        "SSI",
        "NC",
        "NOCON",
    ),
    *("NOCONTRACT", "WN", "WNINTEL", "PR", "PROPIN", "RD", "FRD", "CNWDI", "AIUO", "IUO", "XD", "EXDIS", "ND", "NODIS"),
    *("DS", "LIMDIS", "STADIS", "SENSITIVE", "EYES", "COMINT", "IMC", "IMCON", "RELIDO", "RS", "RSEN", "FISA", "NNPI"),
    *("ACCM", "SAR", "XGDS", "GDS", "OADR", "MR", "ORCON-USGOV", "OC-USGOV", "USA EYES ONLY", "DSEN", "DEA SENSITIVE"),
    *("REL TO USA, GBR", "DISPLAY ONLY AFG", "LAW ENFORCEMENT SENSITIVE", "LES NOFORN", "LES-NF", "SBU-NF", "UCNI"),
    *("DOD UCNI", "DOE UCNI", "TFNI", "RD-CNWDI", "RD-SIGMA 14", "FRD-SIGMA 14", "FGI GBR DEU", "SI-G", "HCS-P", "KDK"),
    *("GAMMA", "UMBRA", "BYEMAN", "TALENT KEYHOLE", "SAR-SAMPLE", "25X1", "50X1-HUM", "X1", "LOU", "OUO"),
)


@pytest.mark.parametrize("control", CONTROLS)
def test_every_control_behind_a_level_is_explained(control):
    for marking in (f"(S//{control})", f"SECRET//{control}"):
        level, *rest = meanings(marking)
        assert level[1].name == "SECRET"
        assert rest


def test_every_form_of_declassification_instruction_is_explained():
    words = {word for form in FORMS for word in re.split(r", | or | to ", form.name)}
    assert unexplained(word if not word.isdigit() else f"GROUP {word}" for word in words) == []


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_the_days_of_an_instruction_are_those_by_which_the_rules_judge(form):
    dated = (Kind.INSTRUCTION, Kind.DURATION)
    rows = [row for row in EXPLAINED if row.kind in dated and row.since and form_of(row.name) is form]
    assert rows
    for row in rows:
        assert row.since[:4] >= str(form.start.year)
        assert len(row.since) < len("1995-10-14") or row.since >= form.start.isoformat()
        assert not form.end or row.until[:7] <= form.end.isoformat()


@pytest.mark.parametrize("section", REASON_SECTIONS, ids=[section.section for section in REASON_SECTIONS])
def test_the_days_of_a_reason_are_those_by_which_the_rules_judge(section):
    of_1982 = section.section == "1.3"
    for letter in section.categories.split():
        ((_, row),) = meanings(f"1.3(a)({letter})" if of_1982 else f"{section.section}({letter})")
        assert row.since == section.start.isoformat()
        assert row.until == (section.end.isoformat() if section.end else "")


@pytest.mark.parametrize("row", EXPLAINED, ids=[f"{row.name}, {row.kind.slug}" for row in EXPLAINED])
def test_every_row_is_complete(row):
    assert row.meaning.endswith(".")
    assert row.source
    assert row.users
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", day) for day in (row.since, row.until) if day)
    assert not row.since or not row.until or row.since < row.until
    assert row.today or not row.until, "what ended has something that stands for it today"
    assert row in [found for _, found in meanings(row.name)]
    assert unexplained(word for word in row.spellings if not impossible(word)) == []


def test_no_two_rows_of_a_kind_have_one_name():
    assert [name for name, times in Counter((row.kind, row.name) for row in EXPLAINED).items() if times > 1] == []


@pytest.mark.parametrize("number", range(1, 10))
def test_25x_and_section_3_3_say_the_same(number):
    ((_, said),), ((_, same),) = meanings(f"25X{number}"), meanings(f"3.3(b)({number})")
    assert said.meaning.split(". ")[0] == same.meaning.split(". ")[0]


@pytest.mark.parametrize("letter", "abcdefg")
def test_a_reason_of_one_order_leads_to_the_same_of_the_others(letter):
    ((_, old),) = meanings(f"1.5({letter})")
    assert old.now == f"1.4({letter.upper()})"
    for other in old.related:
        assert old.now in [row.now for _, row in meanings(other)] + [row.name for _, row in meanings(other)] or (
            "5(B)" in other
        )


def test_keys_differ_where_codes_do():
    assert key("(b)(7)(C)") == key("B7(C)") == key("b7c")
    assert key("1.4") != key("14")
    assert key("E.O. 12958") == key("EO12958")


def test_all_spellings_are_words_that_are_known():
    assert unexplained(spellings()) == []
