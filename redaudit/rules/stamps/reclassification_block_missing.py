"""`reclassification-block-missing`: withheld as classified, though the document was not, and nobody says by whom.

UNCLAS ZEMBLA 000412 ... RELEASE IN PART B1,1.4(D), and no line `Classified by ... on ...`
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer, weighed
from redaudit.rules._release import families, pages_withheld, reclassifications, released
from redaudit.rules._samples import RECLASSIFIED, email, release, telegram
from redaudit.rules._withholding import classified_codes, proof

_UNCLAS = telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. The talks go on.\n")


def check(record: Record) -> Iterator[Problem]:
    """Codes of classified information on an unclassified document, with no marking that classified it."""
    claimed = classified_codes(record)
    if "B1" not in claimed or not released(record) or reclassifications(record) or "fbi-classified" in families(record):
        return
    stated = record.original_classification
    if stated is None:
        # No marking was found, which shows little where a page was read by machine from its picture.
        if not absence_shows(record) or pages_withheld(record) or record.classified_by or record.original_order:
            return
        if "cia" in families(record):
            return  # Its papers were marked, in letters that the text of their scans has lost: Se/ret, SecrST.
        severity, was = softer(Severity.HIGH), "bears no original classification marking"
    elif stated.value.classified:
        return
    else:
        severity, was = weighed(Severity.HIGH, record, "original_classification"), f"marked {stated.value}"
    yield Problem(
        f"{was}, and text is withheld under {', '.join(claimed)}; no line says who classified it, when and until when",
        marks=proof(record, claimed),
        severity=severity,
    )


RULE = Rule(
    id="reclassification-block-missing",
    severity=Severity.HIGH,
    summary="an unclassified document withheld as classified, with no line that says who classified it",
    rationale="""\
B1 protects what is classified. A document that was not, must have been classified during the review, and that takes an
authority line of its own: by whom, on which day, at which level, for which reason, until when.

Evidence: B1 on a document marked UNCLASSIFIED, SBU or the like, and no line that classifies at release.

    UNCLAS telegram, B1 in the margin, no line              raised
    the same with `Classified by DAS, A/GIS, DoS on ...`    not raised
""",
    caution="""\
Classified documents carry their own authority. Where no original marking was found at all the finding weighs one step
less, and it rests for scans, whose banners may not have been read, for copies with whole pages withheld, and where the
originator's authority shows that the document was classified. It rests, too, for unmarked copies of the CIA, whose
worn banners the text of a scan loses. Foreign-government information and derivative matter may be classified by their
source.
""",
    source="E.O. 13526 1.6, 1.7(d)",
    holds=(
        Holds(
            Dated.RELEASE,
            since=dt.date(1982, 8, 1),
            source="E.O. 12356 1.5, 1.6(d), in force 1 August 1982; E.O. 12958 1.7, 1.8(d); E.O. 13526 1.6, 1.7(d)",
        ),
    ),
    check=check,
    hits=(
        release(_UNCLAS, "RELEASE IN PART B1,1.4(D)"),
        release(email(), "RELEASE IN PART B1,1.4(B)"),
    ),
    misses=(
        release(_UNCLAS + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(D)"),
        release(telegram(), "RELEASE IN PART B1,1.4(D)"),
        release(_UNCLAS, "RELEASE IN PART B6"),
    ),
)
