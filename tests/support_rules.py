"""Records made by hand for the rules, and what a rule says of them; every person, post and number is made up."""

import datetime as dt

from redaudit import pipeline
from redaudit.model.document import Content, Ink, Source
from redaudit.model.mark import (
    CableHeader,
    Classification,
    CodeUse,
    DatedAct,
    ExemptionCode,
    Mark,
    PageCount,
    Paragraph,
    PortionMark,
    ReleaseStamp,
    Role,
    Span,
)
from redaudit.model.record import Fact, PageFact, Record, Redaction
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import level_named
from redaudit.vocabulary.outcome import Outcome

SCHEMES = {
    CableHeader: "cable-header",
    Classification: "classification",
    DatedAct: "document-date",
    ExemptionCode: "exemption-code",
    PageCount: "page-count",
    Paragraph: "paragraph",
    PortionMark: "portion-mark",
    ReleaseStamp: "release-stamp",
}


def day(text):
    return dt.date.fromisoformat(text)


def read(text):
    return ReadDate(day(text))


def mark(value, page=1, start=0, text="", ink=Ink.PLAIN, line=1):
    """A mark as the detector of its value would make it."""
    name = SCHEMES.get(type(value), "other")
    return Mark(name, Span(page, start, start + len(text)), line, text, ink, value)


def banner(level, page=1, ink=Ink.PLAIN, role=Role.BANNER):
    return mark(Classification(level_named(level), role=role), page, text=level, ink=ink)


def line(level):
    return banner(level, role=Role.LINE)


def portion(text, page=1, start=0, ink=Ink.PLAIN, paragraph="1"):
    level = level_named(text.strip("()").split("/")[0].split("-")[0])
    return mark(PortionMark(text, level, paragraph), page, start, text, ink)


def paragraphs(*numbers, portion="(C)", page=1, rows=3):
    """Numbered paragraphs, some rows apart."""
    return tuple(
        mark(Paragraph(number, portion), page, 100 * place, f"{number}.", line=1 + rows * place)
        for place, number in enumerate(numbers)
    )


def code(name, page=1, use=CodeUse.MARGIN, damaged=False):
    return mark(ExemptionCode(name, use, damaged), page, text=name)


def stamp(text="STAMP", page=1, **says):
    """A release marking; dates are given as ISO text."""
    says = {name: read(value) if name in ("date", "until") else value for name, value in says.items()}
    return mark(ReleaseStamp(**{"family": "vrr", **says}), page, text=text)


def reclassified(date="2015-06-30", level="CONFIDENTIAL", **says):
    """The line that classifies at release."""
    return stamp("Classified by DAS", family="classified-at-release", date=date, withheld=level_named(level), **says)


def redaction(kind, page=1, start=0, codes=(), marks=(), **more):
    """A withheld passage with some codes, and the marks of them."""
    exemptions = tuple(codes)
    return Redaction(kind, page, line=1, start=start, end=start + 1, exemptions=exemptions, codes=tuple(marks), **more)


def record(*marks, pages=(Content.TEXT,), status=Outcome.NONE, doubtful=(), **facts):
    """A record with some marks and facts; dates of columns are given as ISO text, levels by name."""
    made = {name: _fact(name, value, name in doubtful) for name, value in facts.items()}
    return Record(
        source=Source("sample.txt", "0" * 64, "text", "text/plain", 1),
        pages=tuple(
            PageFact(number, None, content, content is not Content.IMAGE_ONLY)
            for number, content in enumerate(pages, 1)
        ),
        marks=tuple(marks),
        release_status=Fact(status),
        **made,
    )


def _fact(name, value, doubtful):
    if name in ("redactions", "copies", "rivals"):
        return value
    if name in ("original_date", "release_date"):
        value = day(value)
    elif name.endswith("_classification"):
        value = level_named(value)
    return Fact(value, doubtful=doubtful)


def problems(rule, made):
    """What a rule says of a record: severity and message."""
    part = next(part for part in pipeline.rules() if part.id == rule)
    return [
        ((part.severity if problem.severity is None else problem.severity).word, problem.message)
        for problem in part.check(made)
    ]


def severities(rule, made):
    return [severity for severity, _ in problems(rule, made)]
