"""`portion-mark-missing`: numbered paragraphs of a classified telegram without a portion mark.

C O N F I D E N T I A L ... 1. (C) ... 2. He asked for a reply.
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import PortionMark
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._marks import marks_with
from redaudit.rules._paragraphs import Numbered, is_telegram, runs
from redaudit.rules._samples import release, telegram

# How far behind its number a paragraph's mark may have been withheld with its text.
_REACH = 40


def check(record: Record) -> Iterator[Problem]:
    """Paragraphs of the telegram's own count, in a classified telegram since October 1995, that bear no mark."""
    level, date = record.original_classification, record.original_date
    if level is None or not level.value.classified or date is None or not is_telegram(record):
        return
    if any("ENTIRE" in mark.text.upper() for mark, _ in marks_with(record, PortionMark)):
        return
    numbered = [paragraph for run in runs(record) for paragraph in run]
    bare = [paragraph for paragraph in numbered if not paragraph.portion and not _withheld_at(record, paragraph)]
    if not bare:
        return
    severity = Severity.MEDIUM if 2 * len(bare) > len(numbered) else Severity.LOW
    names = ", ".join(str(paragraph.number) for paragraph in bare[:8]) + (" ..." if len(bare) > 8 else "")
    yield Problem(
        f"{len(bare)} of {len(numbered)} numbered paragraphs without a portion mark: {names}",
        marks=tuple(paragraph.mark for paragraph in bare),
        severity=severity if absence_shows(record) else softer(severity),
    )


def _withheld_at(record: Record, paragraph: Numbered) -> bool:
    span = paragraph.mark.span
    return any(
        redaction.page == span.page and span.start - 1 <= redaction.start <= span.end + _REACH
        for redaction in record.redactions
    )


RULE = Rule(
    id="portion-mark-missing",
    severity=Severity.MEDIUM,
    summary="numbered paragraphs of a classified telegram without a portion mark",
    rationale="""\
Since October 1995 each portion of a classified document must show whether it is classified and how high, so that a
reviewer can release the rest. Where marks are missing nobody can say later what the originator held to be secret.

Evidence: numbered paragraphs of a classified telegram that bear no mark, low where some are missing, medium where most
are.

    1. (C) The minister ... 2. He asked ...        raised for 2
    1. (C) ENTIRE TEXT. 2. He asked ...            not raised
""",
    caution="""\
Paragraphs of a letter quoted inside one, and lists inside a paragraph, need no marks of their own; a declaration for
the whole text (CONFIDENTIAL - ENTIRE TEXT) stands for all; a paragraph whose beginning is withheld may have lost its
mark with it. A telegram without a date is left alone. Where the page was read by OCR the finding weighs one step less.
""",
    # Before, portions might go unmarked by a waiver (E.O. 12356 1.5(b)).
    holds=(Holds(Dated.DOCUMENT, since=dt.date(1995, 10, 14), source="E.O. 12958 1.7(c), in force 14 October 1995"),),
    source="E.O. 12958 1.7(c); E.O. 13526 1.6(c); 32 CFR 2001.21(c)",
    check=check,
    hits=(
        telegram(body="1. (C) The minister smiled.\n\n2. He asked for a reply.\n\n3. (C) He left.\n"),
        telegram(body="1. The minister smiled.\n\n2. He asked for a reply.\n\n3. He left.\n"),
    ),
    misses=(
        telegram(),
        telegram(body="1. (C) ENTIRE TEXT.\n\n2. He asked for a reply.\n"),
        telegram(body="1. (C) He asked:\n\nDear Minister,\nthank you for your letter.\n\n2. (C) He left.\n"),
        telegram(
            line="UNCLAS ZEMBLA 000412",
            order="E.O. 12958: N/A",
            authority="",
            body="1. The talks go on.\n\n2. He left.\n",
        ),
        release(telegram(sent="P 141131Z MAR 84", order="E.O. 12356: DECL: OADR", authority="", body="1. He left.\n")),
    ),
)
