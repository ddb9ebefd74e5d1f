"""`redaudit explain`: every rule, marking and code, as text and as one JSON object; near words for what is unknown."""

import json

import pytest

from redaudit import pipeline
from redaudit.errors import UsageError
from redaudit.explanation import WIDTH, explanation, explanation_json
from redaudit.vocabulary.meaning import EXPLAINED, meanings, rules_on

RULES = pipeline.rules()
DETECTORS = pipeline.detectors()


def said(word):
    return explanation(word, RULES, DETECTORS)


def told(word):
    return json.loads(explanation_json(word, RULES, DETECTORS))


def test_a_code_of_an_older_order_is_explained_in_full():
    assert said("1.5(b)").splitlines() == [
        "1.5(B) (reason for classification): Classified because it concerns foreign",
        "government information. Telegrams went on to cite it into 2004.",
        "Used by: originators, as the reason on their documents; every agency, beside",
        "what a B1 withholds",
        "In use: from 1995-10-14 until 2003-09-22",
        "Today: 1.4(B)",
        "Source: E.O. 12958 1.5(b); ISOO, marking changes of 22 September 2003",
        "Also written: 1.5(b); 1.5b; E.O. 12958 1.5(b)",
        "See also: E.O. 13526 1.4(b); E.O. 12356 1.3(a)(3); E.O. 12065 1-301(b); E.O.",
        "11652 5(B)(1)",
        "Rules: reason-anachronism; reason-eo-mismatch",
    ]


def test_what_is_not_confirmed_is_said():
    assert "\nNot confirmed: the words behind the letters" in said("STATINTL")
    assert "Not confirmed" not in said("B1")


@pytest.mark.parametrize(
    ("word", "name"), [("Bl", "B1"), ("50 USC 3507(a)", "50 U.S.C. 3507"), ("DECL: 12/31/2009", "DECL")]
)
def test_what_is_no_plain_spelling_is_said_to_be_read_so(word, name):
    assert said(word).startswith(f"{word}, read as {name}:\n{name} (")
    assert ", read as" not in said(name)


def test_several_meanings_are_counted_and_told_apart():
    lines = said("1.3(a)").splitlines()
    assert lines[0] == "1.3(a) stands for 2 things:"
    assert [line.split(" (")[0] for line in lines if line.startswith(("1.3(a) (r", "E.O. 13526 1.3(a) ("))] == [
        "1.3(a)",
        "E.O. 13526 1.3(a)",
    ]


def test_parts_are_named_first_and_explained_in_order():
    text = said("(b)(3)-P.L. 86-36")
    assert text.startswith("(b)(3)-P.L. 86-36 has 2 parts: (b)(3), P.L. 86-36.\n")
    assert text.index("\nB3 (FOIA exemption)") < text.index("\n50 U.S.C. 3605 (exempting statute)")


def test_json_is_one_object_with_typed_fields():
    answer = told("1.5(b)")
    (row,) = answer["explained"]
    assert answer["word"] == row["of"] == "1.5(b)"
    assert row["kind"] == "reason-for-classification"
    assert (row["since"], row["until"], row["today"]) == ("1995-10-14", "2003-09-22", "1.4(B)")
    assert row["spellings"][:2] == ["1.5(B)", "1.5(b)"]
    assert "E.O. 12356 1.3(a)(3)" in row["related"]
    assert row["unconfirmed"] is None
    assert list(row) == [
        *("of", "kind", "name", "meaning", "users", "since", "until", "today", "source"),
        *("unconfirmed", "spellings", "related", "rules"),
    ]


def test_json_tells_parts_by_the_piece_they_are_of():
    assert [(row["of"], row["name"]) for row in told("S//NF")["explained"]] == [("S", "SECRET"), ("NF", "NOFORN")]
    assert [row["of"] for row in told("1.4")["explained"]] == ["1.4", "1.4", "1.4"]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_is_explained_with_all_it_has(rule):
    text, (row,) = said(rule.id), told(rule.id)["explained"]
    assert text.startswith(f"{rule.id} ({rule.severity.word}): {rule.summary}\n\n{rule.rationale.strip()}\n")
    flat = " ".join(text.split())
    assert f"Source: {' '.join(rule.source.split())}" in flat
    assert " ".join(rule.caution.split()) in flat
    assert text.count("\nHolds for ") == len(rule.holds)
    assert (row["kind"], row["id"], row["severity"]) == ("rule", rule.id, rule.severity.word)
    assert [(days["of"], days["since"], days["source"]) for days in row["holds"]] == [
        (holds.of.value, holds.since and holds.since.isoformat(), holds.source) for holds in rule.holds
    ]
    assert row["hits"] == [hit for hit in rule.hits if not hit.startswith("%PDF")]
    assert not any("%PDF" in sample for sample in (*row["hits"], *row["misses"], text))


@pytest.mark.parametrize("detector", DETECTORS, ids=[detector.id for detector in DETECTORS])
def test_every_marking_is_explained(detector):
    assert said(detector.id).startswith(f"{detector.id} (a marking): {detector.summary}")
    (row,) = told(detector.id)["explained"]
    assert (row["kind"], row["id"], row["source"]) == ("marking", detector.id, detector.source)


def test_no_word_hides_a_marking():
    assert [detector.id for detector in DETECTORS if meanings(detector.id)] == []


def test_what_a_row_sends_to_is_explained_too():
    for word in dict.fromkeys(word for row in EXPLAINED for word in row.related):
        assert said(word), word


def test_a_rule_that_a_row_names_is_one_there_is():
    named = {rule for row in EXPLAINED for rule in rules_on(row)}
    assert named - {rule.id for rule in RULES} == set()
    assert rules_on(meanings("B2")[0][1])[0] == "b2-after-milner"


def test_lines_are_no_wider_than_a_terminal():
    words = [row.name for row in EXPLAINED]
    assert [line for word in words for line in said(word).splitlines() if len(line) > WIDTH] == []


UNKNOWN = [
    ("b1-without-categry", "nothing is known of 'b1-without-categry'; did you mean b1-without-category"),
    ("NODS", "did you mean NODIS"),
    ("STATINT", "did you mean STATINTL"),
    ("25X1-HUMN", "25X1-HUM"),
    ("OADRR", "did you mean OADR"),
    ("release-stmp", "did you mean release-stamp"),
    ("1.4(K)", "'1.4(K)' is no code: E.O. 13526 1.4 ends with (h); did you mean 1.4(H)"),
    ("B10", "'B10' is no code: 5 U.S.C. 552(b) ends with (9); did you mean B1"),
    ("xyzzy", "nothing is known of 'xyzzy'; see `redaudit rules`"),
]


@pytest.mark.parametrize(("word", "message"), UNKNOWN, ids=[word for word, _ in UNKNOWN])
@pytest.mark.parametrize("ask", [said, told], ids=["text", "json"])
def test_an_unknown_word_is_a_usage_error_with_near_words(ask, word, message):
    with pytest.raises(UsageError) as error:
        ask(word)
    assert message in str(error.value)
    assert len(str(error.value).splitlines()) == 1
