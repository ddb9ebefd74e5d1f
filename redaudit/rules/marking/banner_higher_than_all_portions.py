"""`banner-higher-than-all-portions`: nothing in the document bears the level of the document.

S E C R E T ZEMBLA 000412 ... 1. (C) ... 2. (C) ...
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Classification, PortionMark, Role
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._level import banners, class_lines, highest, holds_one_document, step
from redaudit.rules._marks import marks_with
from redaudit.rules._paragraphs import runs
from redaudit.rules._release import pages_withheld, stamps
from redaudit.rules._samples import release, telegram

_CLOSED = ("NODIS", "EXDIS")


def check(record: Record) -> Iterator[Problem]:
    """Every numbered paragraph is marked, none as high as the banner, and nothing is withheld that may have been."""
    whole = highest(class_lines(record) + banners(record))
    portions = tuple((mark, value.level) for mark, value in marks_with(record, PortionMark))
    top = highest(portions)
    if whole is None or top is None or len(portions) < 2 or step(top[1]) >= step(whole[1]):
        return
    if record.exemptions or record.redactions or pages_withheld(record) or _explained(record):
        return
    numbered = [paragraph for run in runs(record) for paragraph in run]
    if not numbered or not all(paragraph.portion for paragraph in numbered):
        return
    yield Problem(
        f"marked {whole[1]}, and no paragraph above {top[0].text.strip()}",
        marks=(whole[0], top[0]),
        severity=None if absence_shows(record) and holds_one_document(record) else softer(Severity.MEDIUM),
    )


def _explained(record: Record) -> bool:
    captions = record.original_captions.value if record.original_captions else ()
    # UNCLASSIFIED WHEN SEPARATED FROM ENCLOSURE: the level is that of what was attached.
    bands = [mark.span for mark, _ in stamps(record)]
    transmits = any(
        value.role is Role.MENTION
        and not value.level.classified
        and not any(band.page == mark.page and band.start <= mark.span.start < band.end for band in bands)
        for mark, value in marks_with(record, Classification)
    )
    return transmits or any(caption.startswith(_CLOSED) for caption in captions)


RULE = Rule(
    id="banner-higher-than-all-portions",
    severity=Severity.MEDIUM,
    summary="the document is marked higher than every one of its paragraphs",
    rationale="""\
A document is no more classified than its highest paragraph, unless it says that the compilation is. A SECRET banner
over (C) paragraphs alone is over-classified as a whole, or one of its paragraphs is marked too low.

Evidence: a banner or class line above every portion mark, when each numbered paragraph is marked and nothing in the
copy is withheld.

    S E C R E T ... 1. (C) ... 2. (C) ...            raised
    S E C R E T ... 1. (C) ... [Redacted]  B1        not raised
""",
    caution="""\
Copies with redactions or missing marks, where the highest paragraph may be the one that is gone; NODIS and EXDIS
messages, handled above their level; letters of transmittal, which bear the level of what they transmit; documents
classified by compilation, which say so. Pictures, where a mark may be lost, and files with several documents, whose
banner may be another's, weigh one step less.
""",
    source="E.O. 13526 1.7(e); 32 CFR 2001.13(c), 2001.24(b); ISM-ID-00108 to 00110",
    check=check,
    hits=(
        telegram(line="S E C R E T ZEMBLA 000412"),
        telegram(body="1. (U) The minister smiled.\n\n2. (SBU) He left.\n"),
        release(telegram(line="S E C R E T ZEMBLA 000412")),
    ),
    misses=(
        telegram(),
        telegram(line="S E C R E T ZEMBLA 000412", body="1. (C) The minister smiled.\n\n2. He left.\n"),
        release(
            telegram(line="S E C R E T ZEMBLA 000412", body="1. (C) [Redacted]    B1\n\n2. (C) He left.\n"),
            "RELEASE IN PART B1,1.4(D)",
        ),
        telegram(line="S E C R E T ZEMBLA 000412\n\nNODIS"),
        telegram(line="S E C R E T ZEMBLA 000412") + "\nUNCLASSIFIED WHEN SEPARATED FROM ENCLOSURE\n",
    ),
)
