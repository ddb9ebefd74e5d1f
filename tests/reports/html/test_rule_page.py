"""The page of rules, and the page for what could not be read."""

import re

import pytest

from redaudit import pipeline
from redaudit.model.finding import Severity, Skipped, Unreadable
from redaudit.model.part import Binding, Choices
from redaudit.reports.html import rule_page, unread_page
from redaudit.reports.html.findings import Passage, passages
from tests.support_tree import tree, words

RULES = pipeline.rules()


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    place = tmp_path_factory.mktemp("rules") / "rules.html"
    rule_page.write(place, Choices(rules=RULES, binding=Binding.FOLDER))
    return tree(place.read_text(encoding="utf-8").removeprefix("<!doctype html>"))


def test_every_rule_has_its_place_and_a_link_to_it(page):
    ids = {rule.id for rule in RULES}
    assert [section.get("id") for section in page.iter("section")] == [
        rule.id
        for severity in sorted(Severity, reverse=True)
        for rule in sorted(RULES, key=lambda rule: rule.id)
        if rule.severity is severity
    ]
    assert {link.get("href") for link in page.findall(".//nav//li/a")} == {f"#{rule}" for rule in ids}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_told_whole(page, rule):
    section = words(page.find(f".//section[@id='{rule.id}']")).replace("`", "")
    told = (rule.summary[1:], rule.rationale, rule.caution, rule.source, *(holds.words for holds in rule.holds))
    assert [part for part in told if " ".join(part.replace("`", "").split()) not in section] == []
    assert ("at any time" in section) == (not rule.holds)


def test_examples_keep_their_lines():
    assert passages("One\ntwo.\n\n    a   raised\n      b not\n\nThree.\n") == (
        Passage("One two.", example=False),
        Passage("a   raised\n  b not", example=True),
        Passage("Three.", example=False),
    )


def test_severities_without_rules_are_left_out():
    rule = next(rule for rule in RULES if rule.severity is Severity.LOW)
    assert [grade.severity for grade in rule_page.grades((rule,))] == ["low"]


@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        ("encrypted PDF: it needs a password", "redaudit takes no passwords"),
        ("larger than 200 MB", "--max-size"),
        ("ran out of time (120 s)", "--timeout"),
        ("ran out of memory", "--jobs 1"),
        ("the parser was killed, most likely for want of memory", "--jobs 1"),
        ("PDF of 30000 pages, more than 20000", "Split it"),
        ("PNG of more than 200 million pixels", "Split it"),
        ("broken PDF: no pages can be found in it", "Fetch the file again"),
        ("the parser crashed (SIGSEGV)", "Fetch the file again"),
        ("empty file", "nothing in it to read"),
        ("PDF without pages", "nothing in it to read"),
        ("no permission to read it", "Ask its owner"),
        ("a link that leads nowhere", "moved or renamed"),
        ("its page could not be written: no space left on device", "Free some space"),
    ],
)
def test_what_may_be_done_about_a_file_that_could_not_be_read(reason, advice):
    page = words(
        tree(unread_page.page(Unreadable("papers/a.pdf", reason), Binding.FILE).removeprefix("<!doctype html>"))
    )
    assert "It could not be read" in page
    assert reason[1:] in page
    assert advice in page


def test_where_nothing_true_can_be_advised_nothing_is():
    assert unread_page.unread(Unreadable("a.heic", "a HEIC picture: save it as PNG to have it read")).advice == ""
    assert unread_page.unread(Skipped("a.exe", "a program")).advice == ""


def test_what_is_no_document_is_not_called_unreadable():
    page = unread_page.page(Skipped("a<b>.exe", "a program"), Binding.LONE)
    assert "It is no document" in page
    assert re.findall(r"<h1><bdi>(.*?)</bdi>", page) == ["a&lt;b&gt;.exe"]
