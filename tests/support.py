"""Pages and outcomes for tests, made up: no post, person or number in here exists."""

import datetime as dt
import io
import time

from redaudit import pipeline
from redaudit.model.document import Concealed, Content, Ink, Source
from redaudit.model.finding import Audited, Finding, Severity, Skipped, Unreadable
from redaudit.model.geometry import Box
from redaudit.model.mark import (
    Classification,
    CodeUse,
    DeletedPages,
    ExemptionCode,
    Identifier,
    Mark,
    PortionMark,
    RedactionKind,
    ReleaseStamp,
    Role,
    Span,
)
from redaudit.model.part import Choices
from redaudit.model.record import Fact, PageFact, Record, Redaction, Rival
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome

# A cable that was released in part; every word of it is made up.
CABLE = """RELEASE IN PART B1,1.4(D)

CONFIDENTIAL

SUBJECT: TALKS ON THE CANAL

1. (C) THE MINISTER SAID [less than 1 line not declassified] WOULD GO ON.
"""


# Seconds after which whoever still waits for a process waits in vain; the machine may be slow.
PATIENCE = 120
# The day on which samples of rules about the future are judged.
SAMPLE_DAY = dt.date(2026, 1, 31)


def until(condition):
    """Waits for something, but not for ever."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waits in vain"
        time.sleep(0.02)


def page(text):
    """The first page of a text, as the text reader gives it: `~~SECRET~~` is struck."""
    return pipeline.read(text.encode()).pages[0]


def seen(detector, text):
    """What one detector makes of a text: the words and the value of each sighting, page by page."""
    pages = pipeline.read(text.encode()).pages
    return [
        (found.text, found.value)
        for found in pipeline.detect(pipeline.read(text.encode()))
        if pages and found.detector == detector
    ]


def raised(rule, text):
    """Whether a rule speaks of a text."""
    return rule in {finding.rule for finding in pipeline.examine(text.encode(), as_of=SAMPLE_DAY).findings}


def mark(detector, value, text, start=0, ink=Ink.PLAIN, box=None):
    """A mark on the first page."""
    return Mark(detector, Span(1, start, start + len(text)), 1, text, ink, value, box)


STAMP = mark(
    "release-stamp", ReleaseStamp("vrr", Outcome.PART, ReadDate(dt.date(2020, 11, 23))), "RELEASE IN PART B1,1.4(D)"
)
BANNER = mark("classification", Classification(SECRET, ("NODIS",), Role.BANNER), "SECRET", 30, Ink.STRUCK)
CODE = mark("exemption-code", ExemptionCode("1.4(D)", CodeUse.MARGIN), "1.4(D)", 40, box=Box(72, 100, 99.5, 110.123))
PORTION = mark("portion-mark", PortionMark("(C//NF)", CONFIDENTIAL), "(C//NF)", 50, Ink.LIKELY_STRUCK)
SECOND_PORTION = mark("portion-mark", PortionMark("(S)", SECRET), "(S)", 60)
NUMBER = mark("document-number", Identifier("state-doc", "C00000001"), "C00000001", 70)

TINY = Concealed("tiny", Box(72, 700, 80, 701), "small words")


def audited(**changes):
    """An audited document with something in every column, some facts changed."""
    facts = {
        "source": Source("papers/cable.txt", "0" * 64, "text", "text/plain", 400),
        "pages": (
            PageFact(1, (612.0, 792.0), Content.TEXT, True, concealed=(TINY,)),
            PageFact(2, None, Content.IMAGE_ONLY, False),
        ),
        "marks": (STAMP, BANNER, CODE, PORTION, SECOND_PORTION, NUMBER),
        "document_id": Fact("C00000001", (NUMBER,)),
        "subject": Fact("=TALKS, ON THE CANAL"),
        "original_classification": Fact(SECRET, (BANNER,)),
        "original_captions": Fact(("NODIS", "CEDAR"), (BANNER,), doubtful=True),
        "original_date": Fact(dt.date(1999, 11, 23)),
        "declassify_on": Fact("2009-11-19"),
        "release_status": Fact(Outcome.PART, (STAMP,)),
        "release_classification": Fact(UNCLASSIFIED),
        "release_date": Fact(dt.date(2020, 11, 23), (STAMP,)),
        "exemptions": Fact(("B1", "1.4(D)"), (STAMP, CODE)),
        "redactions": (
            Redaction(
                RedactionKind.BOX,
                page=1,
                line=7,
                start=80,
                end=81,
                text="■",
                box=Box(72, 100, 200, 112),
                page_share=0.012345,
                exemptions=("B1", "1.4(D)"),
                statutes=("INA 222(f)",),
                concealed=Concealed("under-redaction", None, "the name"),
            ),
            Redaction(RedactionKind.MASK, page=1, line=9, start=90, end=96, text="XXXXXX", official=False),
            Redaction(
                RedactionKind.PLACEHOLDER,
                page=1,
                line=11,
                start=99,
                end=120,
                text="[1½ lines]",
                quantity=1.5,
                unit="line",
            ),
        ),
        "deleted_pages": Fact(DeletedPages(None, withheld=3, duplicate=1, referral=2)),
        "rivals": (Rival("document_id", "C00000002", (NUMBER,)),),
    }
    findings = (
        Finding("no-release-marking", Severity.MEDIUM, 1, 3, "a | message", (BANNER,), "f" * 16),
        Finding("text-under-redaction", Severity.HIGH, 1, 7, "1 box", (), "a" * 16),
        Finding("no-release-marking", Severity.MEDIUM, None, None, "another", (), "b" * 16),
    )
    return Audited(Record(**{**facts, **changes}), findings)


def plain():
    """An audited document that says nothing."""
    source = Source("plain.txt", "1" * 64, "text", "text/plain", 3)
    record = Record(
        source=source,
        pages=(PageFact(1, None, Content.TEXT, True),),
        marks=(),
        release_status=Fact(Outcome.NONE),
    )
    return Audited(record, ())


BROKEN = Unreadable("broken.pdf", "encrypted")
STORE = Skipped(".DS_Store", "a hidden file")


def rendered(name, outcomes, rows="documents", reveal=False, width=None):
    """A report as text."""
    sink = io.StringIO()
    pipeline.render(outcomes, name, sink, Choices(rows, reveal, width))
    return sink.getvalue()
