"""`bogus-level`: a level that no order knows, or a control of unclassified matter used as one.

SECRET SENSITIVE          AGENCY CONFIDENTIAL          SENSITIVE BUT UNCLASSIFIED ... Reason: 1.4(b)
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Classification, Mark, PortionMark, Role, Wording
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._level import holds_one_document
from redaudit.rules._marks import marks_with
from redaudit.rules._release import published_by_editors
from redaudit.rules._samples import release, telegram
from redaudit.vocabulary.level import UNCLASSIFIED

_OFFICE_FIRST = re.compile(r"(?!(?:TOP|SECRET|CONFIDENTIAL|UNCLASSIFIED)\b)")


def check(record: Record) -> Iterator[Problem]:
    """SENSITIVE beside a level, an office before one, and reasons of classification under SBU or OUO."""
    if published_by_editors(record):
        return  # The editors' words for its markings.
    for words, marks in _invented(record).items():
        unsure = record.original_date is None or all(mark.doubtful for mark in marks)
        yield Problem(
            f"marked {words}, a level that no order knows",
            marks=tuple(marks),
            severity=softer(Severity.LOW) if unsure else None,
        )
    level, reasons = record.original_classification, record.classification_reasons
    if level is None or reasons is None or level.value.classified or level.value == UNCLASSIFIED:
        return
    if not holds_one_document(record) or _classified_anywhere(record):
        return
    yield Problem(
        f"marked {level.value}, which is no classification, and classified for reasons {', '.join(reasons.value)}",
        marks=(*level.marks[:1], *reasons.marks[:1]),
        severity=softer(Severity.LOW)
        if {"original_classification", "classification_reasons"} & set(record.doubtful)
        else None,
    )


def _invented(record: Record) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark, value in marks_with(record, Classification):
        if value.role is not Role.MENTION and value.level.classified and value.captions[:1] == ("SENSITIVE",):
            found.setdefault(f"{value.level} SENSITIVE", []).append(mark)
    for mark in record.marks_of("banner-line"):
        if isinstance(mark.value, Wording) and _OFFICE_FIRST.match(mark.value.text):
            found.setdefault(mark.value.text, []).append(mark)
    return found


def _classified_anywhere(record: Record) -> bool:
    named = [value.level for _, value in marks_with(record, Classification)]
    named += [value.level for _, value in marks_with(record, PortionMark)]
    return any(level.classified for level in named)


RULE = Rule(
    id="bogus-level",
    severity=Severity.LOW,
    summary="the document bears a level that no order knows, or a control of unclassified matter in place of one",
    rationale="""\
Since 1982 the orders know three levels, and no other term may stand with them to make a fourth. SECRET SENSITIVE and
AGENCY CONFIDENTIAL say nothing of what may be withheld; a control such as SENSITIVE BUT UNCLASSIFIED is no
classification, so that reasons for one beside it leave open what the originator meant.

Evidence: SENSITIVE right behind a classified level, an office's name before one on a line of its own, or a document
marked with a control alone that cites the reasons of an order.

    SECRET SENSITIVE                                        raised
    SENSITIVE BUT UNCLASSIFIED ... Reason: 1.4(b)           raised
    UNCLAS SENSITIVE                                        not raised: a control of unclassified matter
""",
    caution="""\
SENSITIVE on a line of its own is a caption; UNCLASSIFIED SENSITIVE is one of State's spellings of SBU. The White House
wrote SECRET/SENSITIVE from 1969 on, before the rule that names it. Code words and controls of the register behind a
level are no part of it. Editors of documents describe the markings in words of their own. Where the document has no
date, or the line was read by OCR, it is information.
""",
    holds=(Holds(Dated.DOCUMENT, since=dt.date(1982, 8, 1), source="E.O. 12356 1.1(b); 31 CFR 2.1(b)"),),
    source="32 CFR 2001.23(a) (2004); 31 CFR 2.1(b) (2003); E.O. 13526 1.2(b)",
    check=check,
    hits=(
        telegram(line="S E C R E T SENSITIVE ZEMBLA 000412"),
        f"AGENCY CONFIDENTIAL\n\n{telegram()}\nAGENCY CONFIDENTIAL\n",
        telegram(line="SENSITIVE BUT UNCLASSIFIED ZEMBLA 000412", body="1. (SBU) He came.\n\n2. (SBU) He left.\n"),
    ),
    misses=(
        telegram(),
        telegram(line="UNCLAS SENSITIVE ZEMBLA 000412", order="E.O. 12958: N/A", authority=""),
        telegram(line="S E C R E T ZEMBLA 000412\n\nSENSITIVE\nSIPDIS"),
        telegram(line="S E C R E T SENSITIVE ZEMBLA 000412", sent="P 141131Z MAR 75"),
        release(telegram(line="SBU ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. (SBU) He came.\n")),
    ),
)
