"""What is drawn over a document's pages: every mark once, with its kind, its label and its name."""

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.model.document import Concealed, Content, Holding, Ink, InkSpan, Leftover, PaleBox
from redaudit.model.exhibit import Exhibit
from redaudit.model.finding import Finding, Severity
from redaudit.model.geometry import Box
from redaudit.model.mark import (
    Caption,
    Classification,
    CodeUse,
    DatedAct,
    ExemptionCode,
    Paragraph,
    PortionMark,
    RedactedSpan,
    RedactionKind,
    ReleaseStamp,
    Role,
    Statute,
)
from redaudit.model.part import Choices
from redaudit.model.record import PageFact, Redaction
from redaudit.reports.html.figures import Kind, counts, figures
from redaudit.reports.html.hidden import hidden
from redaudit.rules.leaks.redaction_too_light import RULE as TOO_LIGHT
from redaudit.vocabulary.date import date_of
from redaudit.vocabulary.level import SECRET, UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome
from tests.support import BANNER, CODE, NUMBER, PORTION, SECOND_PORTION, STAMP, audited, mark
from tests.support_text import page

BLANK = page("x" * 200)


def drawn(made, pages=(BLANK,)):
    """The drawn things of the first page."""
    return figures(Exhibit(made, pages, lambda numbers: iter(()))).get(1, ())


def only(value, text="words", ink=Ink.PLAIN):
    """The figure of one mark in a document without anything else."""
    made = audited(marks=(mark("any-detector", value, text, ink=ink),), redactions=(), pages=())
    (figure,) = (each for each in drawn(made) if each.kind is not Kind.FINDING)
    return figure


@pytest.mark.parametrize(
    ("value", "text", "kind", "label", "aside", "name"),
    [
        (
            Classification(SECRET, ("NODIS",)),
            "SECRET",
            Kind.CLASSIFICATION,
            "SECRET",
            "class",
            "classification SECRET, NODIS, banner",
        ),
        (
            Classification(UNCLASSIFIED, (), Role.MENTION),
            "UNCLASSIFIED",
            Kind.CLASSIFICATION,
            "UNCLASSIFIED (mention)",
            "mention",
            "classification UNCLASSIFIED, mention",
        ),
        (Classification(SECRET), "S E C R E T", Kind.CLASSIFICATION, "SECRET", "class", None),
        (Classification(SECRET), "SECREI", Kind.CLASSIFICATION, "SECRET", "SECRET", None),
        (Caption("NODIS"), "NODIS", Kind.CLASSIFICATION, "NODIS", "caption", "caption NODIS"),
        (PortionMark("(S)", SECRET), "(S)", Kind.PORTION, "(S)", "portion", "portion mark (S)"),
        (ExemptionCode("B1"), "(b)(1)", Kind.CODE, "B1", "code", "code B1, beside what it withholds"),
        (ExemptionCode("1.4(B)"), "1 .4(h)", Kind.CODE, "1.4(B)", "1.4(B)", None),
        (ExemptionCode("B6", CodeUse.KEY), "B6", Kind.CODE, "B6 (key)", "key", "code B6, in a key that explains codes"),
        (Statute("INA 222(f)"), "INA 222(f)", Kind.CODE, "INA 222(f)", "statute", "statute INA 222(f)"),
        (RedactedSpan(RedactionKind.MASK), "XXXX", Kind.REDACTION, "withheld", "withheld", "any detector: XXXX"),
        (
            DatedAct("dtg", date_of(1999, 11, 23)),
            "231604Z NOV 99",
            Kind.OTHER,
            "any detector",
            "any detector",
            "any detector: 231604Z NOV 99",
        ),
    ],
)
def test_each_mark_has_its_kind_label_and_name(value, text, kind, label, aside, name):
    figure = only(value, text)
    assert (figure.anchor, figure.kind, figure.label, figure.aside) == ("m0", kind, label, aside)
    assert name is None or figure.name == name


def test_a_stamp_says_what_it_says_in_short():
    (figure,) = (each for each in drawn(audited(redactions=())) if each.kind is Kind.STAMP)
    assert (figure.label, figure.name) == ("stamp: in part 2020-11-23", "release marking vrr, in part, 2020-11-23")


def test_a_stamp_that_declassifies_says_so_where_it_does_not_say_how_much():
    stamp = ReleaseStamp("presidential-library", Outcome.UNSPECIFIED, declassified=True)
    assert only(stamp, "DECLASSIFIED PER E.O. 13526").label == "stamp: declassified"


def test_a_struck_mark_is_a_strike_over_its_kind():
    struck, likely = only(BANNER.value, "SECRET", Ink.STRUCK), only(PORTION.value, "(S)", Ink.LIKELY_STRUCK)
    assert (struck.kind, struck.label, struck.states) == (Kind.STRIKE, "struck", ("over-classification",))
    assert struck.name == "classification SECRET, NODIS, banner, struck"
    assert (likely.kind, likely.label, likely.states) == (Kind.STRIKE, "struck?", ("over-portion", "doubtful"))
    assert likely.classes == "mark k-strike is-over-portion is-doubtful"


def test_a_mark_read_in_doubt_says_so():
    made = audited(marks=(evolve(CODE, doubtful=True),), redactions=(), pages=())
    figure = drawn(made)[0]
    assert (figure.label, figure.name) == ("1.4(D)?", "code 1.4(D), beside what it withholds, read in doubt")
    assert figure.states == ("doubtful",)


def test_redactions_are_numbered_with_their_codes():
    found = [figure for figure in drawn(audited(marks=())) if figure.kind is Kind.REDACTION]
    assert [(figure.anchor, figure.label, figure.states) for figure in found] == [
        ("r0", "R1 B1 · 1.4(D), 7 characters under it", ()),
        ("r1", "R2", ("unclaimed", "unofficial")),
        ("r2", "R3", ("unclaimed",)),
    ]
    assert found[0].name == ("redaction 1, box, codes B1, 1.4(D), INA 222(f), 7 characters still readable under it")
    assert found[1].name == "redaction 2, masked letters, no code, made by a publisher, not by an agency; not counted"


def test_a_redaction_never_applied_says_so():
    redaction = Redaction(
        RedactionKind.BOX, 1, 1, 0, 1, lines_estimated=2.0, exemptions=("B6",), ink=Ink.PENDING, peeping=1
    )
    (figure,) = (each for each in drawn(audited(marks=(), redactions=(redaction,))) if each.kind is Kind.REDACTION)
    assert (figure.label, figure.states) == ("R1 B6, not applied", ("pending",))
    assert figure.name == (
        "redaction 1, box, code B6, about 2 lines, marked for redaction, never applied, 1 letter in sight at its edge"
    )


def test_a_mark_that_is_drawn_as_a_redaction_has_no_label_of_its_own():
    redaction = Redaction(RedactionKind.MASK, 1, 1, 0, 4)
    made = audited(
        marks=(mark("redacted-span", RedactedSpan(RedactionKind.MASK), "XXXX"),), redactions=(redaction,), pages=()
    )
    twin, drawn_once, *_ = drawn(made)
    assert (twin.anchor, twin.label, twin.states) == ("m0", "", ("twin",))
    assert (drawn_once.anchor, drawn_once.label) == ("r0", "R1")
    assert counts((twin, drawn_once)) == {Kind.REDACTION: 1}


@pytest.mark.parametrize(("portion", "kind"), [("(S)", Kind.OTHER), ("", Kind.STRIKE)])
def test_the_head_of_a_paragraph_is_not_struck_for_its_portion_mark(portion, kind):
    assert only(Paragraph(1, portion), "1. (S)", Ink.STRUCK).kind is kind


def test_a_struck_line_without_a_mark_is_drawn_line_by_line():
    struck = evolve(page("one two\nthree\nfour"), inks=(InkSpan(4, 13, Ink.STRUCK), InkSpan(14, 18, Ink.UNDERLINED)))
    found = drawn(audited(marks=(), redactions=(), pages=()), (struck,))
    strikes = [(each.anchor, each.start, each.end, each.line, each.name) for each in found if each.kind is Kind.STRIKE]
    assert strikes == [("", 4, 7, 1, "struck: two"), ("", 8, 13, 2, "struck: three")]


def test_a_struck_mark_shows_its_line_by_itself():
    struck = evolve(page("SECRET SECRET"), inks=(InkSpan(0, 6, Ink.STRUCK), InkSpan(7, 13, Ink.STRUCK)))
    marks = (mark("classification", BANNER.value, "SECRET", ink=Ink.STRUCK),)
    found = drawn(audited(marks=marks, redactions=(), pages=()), (struck,))
    assert [(each.anchor, each.start) for each in found if each.kind is Kind.STRIKE] == [("m0", 0), ("", 7)]


def test_what_is_struck_right_behind_a_mark_has_a_line_of_its_own():
    struck = evolve(page("SECRET/REL"), inks=(InkSpan(0, 6, Ink.STRUCK), InkSpan(6, 10, Ink.STRUCK)))
    marks = (mark("classification", BANNER.value, "SECRET", ink=Ink.STRUCK),)
    found = drawn(audited(marks=marks, redactions=(), pages=()), (struck,))
    assert [(each.anchor, each.start) for each in found if each.kind is Kind.STRIKE] == [("m0", 0), ("", 6)]


def test_hidden_text_is_counted_and_never_told():
    box = Box(10, 10, 20, 20)
    pages = (
        PageFact(
            1,
            (612.0, 792.0),
            Content.TEXT,
            True,
            concealed=(Concealed("tiny", box, "Zembla port"),),
            pale=(PaleBox(box, 12, labelled=True), PaleBox(box, 5)),
        ),
    )
    leftovers = (
        Leftover(Holding.COMMENT, "a comment on page 1", "ask Ann", 1, box),
        Leftover(Holding.METADATA, "the title", "Zembla"),
    )
    made = audited(marks=(), redactions=(), pages=pages, leftovers=leftovers)
    found = [each for each in drawn(made) if each.kind is Kind.HIDDEN]
    assert [(each.anchor, each.label, each.name) for each in found] == [
        ("h0", "hidden, 10 characters", "hidden, 10 characters: printed too small to see"),
        ("h1", "readable, 12 characters", "readable, 12 characters: painted over, and too light"),
        ("h2", "hidden, 6 characters", "hidden, 6 characters: a comment on page 1"),
    ]


def test_a_finding_is_flagged_at_its_first_mark_or_its_line():
    boxed = Finding("odd-code", Severity.HIGH, 1, 7, "odd", (NUMBER, CODE), "a" * 16)
    lined = Finding("odd-line", Severity.INFO, 1, 9, "line", (), "b" * 16)
    marked = Finding("odd-mark", Severity.LOW, None, None, "mark", (CODE,), "c" * 16)
    nowhere = Finding("odd-file", Severity.LOW, None, None, "file", (), "d" * 16)
    made = evolve(audited(redactions=(), marks=(NUMBER, CODE)), findings=(boxed, lined, marked, nowhere))
    found = [each for each in drawn(made) if each.kind is Kind.FINDING]
    assert [(each.anchor, each.label, each.line, each.box) for each in found] == [
        ("f0", "F1 high", 7, None),
        ("f1", "F2 info", 9, None),
        ("f2", "F3 low", 1, CODE.box),
    ]
    assert found[0].name == "finding 1, high, odd-code: odd"


def test_reading_order_puts_what_holds_others_first_and_flags_last():
    anchors = [figure.anchor for figure in drawn(audited(marks=(CODE, STAMP, SECOND_PORTION), pages=()))]
    assert anchors == ["m1", "m0", "m2", "r0", "r1", "r2", "f0", "f1"]


def test_every_mark_of_a_telegram_is_drawn_once():
    text = "UNCLASSIFIED\n\n~~SECRET~~\n\nRELEASE IN PART\nB1,1.4(D)\n\n~~1. (S)~~ Ann.\n\n[1 line not declassified]\n"
    exhibit = pipeline.exhibit(text.encode(), "made/up.txt")
    record = exhibit.audited.record
    found = [figure.anchor for figure in figures(exhibit)[1] if figure.anchor.startswith(("m", "r"))]
    assert len(record.marks) > 5
    assert sorted(found) == sorted(
        [f"m{index}" for index in range(len(record.marks))] + [f"r{index}" for index in range(len(record.redactions))]
    )


@pytest.mark.parametrize(("samples", "shown"), [(TOO_LIGHT.hits, True), (TOO_LIGHT.misses, False)])
def test_an_area_is_drawn_and_listed_where_its_rule_speaks_of_it(samples, shown):
    for sample in samples:
        made = pipeline.exhibit(sample.encode())
        figured = [figure.name for group in figures(made).values() for figure in group if "too light" in figure.name]
        listed = [thing.what for thing in hidden(made.audited.record, Choices()) if "painted over" in thing.what]
        assert (bool(figured), bool(listed)) == (shown, shown)
