"""What `redaudit explain` says of a code: the name it goes by, and the source of its meaning."""

import pytest

from redaudit.vocabulary.caption import CAPTIONS
from redaudit.vocabulary.level import LEVELS
from redaudit.vocabulary.meaning import explain

SPELLINGS = {
    ("B1", "5 U.S.C. 552(b)(1)"): ("B1", "b1", "(b)(1)", "(b) (1)", "Bl"),
    ("B7(C)", "5 U.S.C. 552(b)(7)(C)"): ("B7(C)", "b7C", "(b)(7)(C)", "b7(c)"),
    ("B3(N)", "5 U.S.C. 552(b)(3); 50 U.S.C. 3024(i)(1)"): ("(b)(3)(n)", "b3(n)"),
    ("1.4(D)", "E.O. 13526 1.4"): ("1.4(D)", "1.4(d)", "1.4 (d)", "1.4d"),
    ("1.5(B)", "E.O. 12958 1.5, in use from 1995 until 2003"): ("1.5(b)",),
    ("1.3(a)(5)", "E.O. 12356 1.3(a)"): ("1.3(a)(5)",),
    ("3.3(b)(1)", "E.O. 13526 3.3(b); E.O. 12958 3.4(b)"): ("3.3(b)(1)",),
    ("3.3(h)(2)", "E.O. 13526 3.3(h)(2)"): ("3.3(h)(2)",),
    ("3.5(c)", "E.O. 13526 3.5(c)"): ("3.5(c)", "3.5(C)"),
    ("6.2(d)", "E.O. 13526 6.2(d)"): ("6.2(d)",),
    ("25X1", "E.O. 13526 3.3(b); 32 CFR 2001.26"): ("25X1", "25x1"),
    ("25X1A", "E.O. 13526 3.3(b); 32 CFR 2001.26"): ("25X1A",),
    ("50X6", "E.O. 13526 3.3(h); 32 CFR 2001.26"): ("50X6",),
    ("50X1-HUM", "E.O. 13526 3.3(h)(1)(A); 32 CFR 2001.26"): ("50X1-HUM",),
    ("P5", "44 U.S.C. 2204(a)(5)"): ("P5", "p5"),
    ("K5", "5 U.S.C. 552a(k)(5)"): ("K5", "(k)(5)"),
    ("D5", "5 U.S.C. 552a(d)(5)"): ("D5",),
    ("J2", "5 U.S.C. 552a(j)(2)"): ("J2", "j2"),
    ("6(1)(B)", "JFK Act, P.L. 102-526, 6(1)(B)"): ("6(1)(B)", "6 (1)(B)", "1B"),
    ("NR", "830 F.3d 667 (D.C. Cir. 2016)"): ("NR",),
    ("STAT", "50 U.S.C. 3507; practice of the CREST collection"): ("STAT",),
    ("OADR", "E.O. 12356 1.4; E.O. 13526 3.3(a)"): ("OADR", "oadr"),
    ("X1", "E.O. 12958 1.6(d)"): ("X1", "X 1", "1.6X1"),
    ("XGDS", "E.O. 11652 5(B)"): ("XGDS", "XGDS-2"),
    ("GDS", "E.O. 11652 5(A)"): ("GDS",),
    ("GROUP 1", "E.O. 10501 as amended by E.O. 10964"): ("GROUP 1", "Group-1", "GP-1"),
    ("MR", "IC markings register until 2008"): ("MR",),
    ("INA", "8 U.S.C. 1202(f)"): ("INA", "INA 222(f)", "8 U.S.C. 1202(f)"),
    ("50 USC 3024(i)(1)", "50 U.S.C. 3024(i)(1)"): ("50 USC 3024(i)(1)", "50 U.S.C. § 403-1(i)(1)", "NatSecAct"),
    ("50 USC 3507", "50 U.S.C. 3507, formerly 403g"): ("CIA PERS/ORG", "50 U.S.C. 403g", "50 USC 3507(a)"),
    ("50 USC 3605", "50 U.S.C. 3605, formerly 402 note"): ("P.L. 86-36",),
    ("SECRET", "E.O. 13526 1.2(a)(2)"): ("SECRET", "S E C R E T", "(S)", "s"),
    ("SENSITIVE BUT UNCLASSIFIED", "12 FAM 540; 32 CFR 2001.24(g)"): ("SBU", "(SBU)"),
    ("NODIS", "5 FAH-2 H-442.3"): ("NODIS", "nodis"),
    ("E.O. 12958", "60 FR 19825, section 6.2"): ("E.O. 12958", "EO 12958", "12958"),
    ("RELEASE IN PART", "5 U.S.C. 552(b), closing text"): ("RELEASE IN PART", "released in part", "RIP"),
    ("DECAPTIONED", "5 FAH-2 H-440"): ("DECAPTIONED",),
}


@pytest.mark.parametrize(
    ("spelling", "name", "source"),
    [(spelling, *answer) for answer, spellings in SPELLINGS.items() for spelling in spellings],
)
def test_any_spelling_is_explained_with_its_source(spelling, name, source):
    said = explain(spelling)
    assert said is not None
    assert said.startswith(f"{name}: ")
    assert said.endswith(f"\nSource: {source}")


@pytest.mark.parametrize(
    "word", ["", "hello", "B10", "1.5(h)", "1.3(a)(11)", "X9", "P7", "50 USC 1", "E.O. 12598", "9"]
)
def test_what_is_no_code_is_not_explained(word):
    assert explain(word) is None


def test_every_level_and_caption_is_explained():
    assert [level.name for level in LEVELS if not explain(level.name)] == []
    assert [caption.name for caption in CAPTIONS if not explain(caption.name)] == []


def test_a_portion_mark_is_explained_part_by_part():
    said = explain("(S//NF)") or ""
    assert [line.split(":")[0] for line in said.splitlines()] == ["SECRET", "Source", "NOFORN", "Source"]


@pytest.mark.parametrize("number", range(1, 10))
def test_25x_and_section_3_3_say_the_same(number):
    said, same = explain(f"25X{number}"), explain(f"3.3(b)({number})")
    assert said is not None
    assert same is not None
    assert said.split(": ")[1].split(".")[0] == same.split(": ")[1].split(".")[0]


@pytest.mark.parametrize("letter", "abcdefgh")
def test_every_category_of_section_1_4_is_explained(letter):
    assert (explain(f"1.4({letter})") or "").startswith(f"1.4({letter.upper()}): Classified because it concerns ")
