"""`exdis-and-nodis`: one telegram bears both captions.

S E C R E T ZEMBLA 000412

NODIS
EXDIS
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.document import Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, PortionMark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._level import holds_one_document
from redaudit.rules._release import published_by_editors
from redaudit.rules._samples import release, telegram
from redaudit.rules.marking._controls import captioned

_STRUCK = frozenset((Ink.STRUCK, Ink.LIKELY_STRUCK))
# 5 FAH-2 H-233 and its neighbours were issued on 19 July 2004 (TL:TEL-11); what stood before was not seen.
_HANDBOOK = dt.date(2004, 7, 19)


def check(record: Record) -> Iterator[Problem]:
    """Both captions on one document, neither of them struck out in favour of the other."""
    exdis, nodis = _marks(record, "EXDIS"), _marks(record, "NODIS")
    if not exdis or not nodis or published_by_editors(record) or not holds_one_document(record):
        return
    if _struck(exdis) != _struck(nodis):
        return
    old = record.original_date is not None and record.original_date.value < _HANDBOOK
    doubtful = all(mark.doubtful for mark in exdis) or all(mark.doubtful for mark in nodis)
    yield Problem(
        f"captioned NODIS on page {nodis[0].page} and EXDIS on page {exdis[0].page}",
        marks=(nodis[0], exdis[0]),
        severity=softer(Severity.MEDIUM) if old or doubtful else None,
    )


def _marks(record: Record, name: str) -> tuple[Mark, ...]:
    """Where the caption stands for the whole: portions may bear one each, and then the banner says NODIS."""
    return tuple(mark for mark, _ in captioned(record, frozenset((name,))) if not isinstance(mark.value, PortionMark))


def _struck(marks: tuple[Mark, ...]) -> bool:
    return all(mark.ink in _STRUCK for mark in marks)


RULE = Rule(
    id="exdis-and-nodis",
    severity=Severity.MEDIUM,
    summary="one telegram bears both NODIS and EXDIS",
    rationale="""\
A telegram takes one special handling caption. EXDIS lets it go to officers with an essential need to know, NODIS to the
addressee alone; under both, nobody can say who may have had it, and it must be decaptioned twice.

Evidence: both captions as marks of one telegram: beside its level, in its banner, or alone on a line.

    NODIS ... EXDIS                      raised
    EXDIS HANDLE AS NODIS                not raised
    STADIS, EXDIS                        not raised: these two combine
""",
    caution="""\
EXDIS HANDLE AS NODIS and EXDIS DISTRIBUTE AS NODIS were one caption; a reference to another telegram's caption is none;
a caption struck out beside one that stands was changed, not doubled; a file with several telegrams may hold one of
each, and so may two portions of one document, under a banner that says NODIS. The handbook that asks for a single
caption was seen from 2004 on: an older telegram weighs one step less, and so does a caption read by OCR.
""",
    source="5 FAH-2 H-252.1-1 and H-440; 12 FAM 539.3; ISM-ID-00038; IC Markings Register and Manual 2016, H.9, "
    "pages 172 and 174",
    check=check,
    hits=(
        telegram(line="S E C R E T ZEMBLA 000412\n\nNODIS\n\nEXDIS"),
        release(telegram(line="S E C R E T ZEMBLA 000412\n\nEXDIS\nNODIS")),
    ),
    misses=(
        telegram(line="S E C R E T ZEMBLA 000412\n\nNODIS"),
        telegram(line="S E C R E T ZEMBLA 000412\n\nEXDIS HANDLE AS NODIS"),
        telegram(line="S E C R E T ZEMBLA 000412\n\nSTADIS\n\nEXDIS"),
        telegram(line="S E C R E T ZEMBLA 000412\n\n~~NODIS~~\n\nEXDIS"),
    ),
)
