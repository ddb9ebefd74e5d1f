"""`no-release-marking`: a classified document, and nothing in this copy says that it was released.

C O N F I D E N T I A L SOVA 000864 ... and no stamp, band, slug or line of declassification
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer, weighed
from redaudit.rules._level import banners, class_lines, format_lines
from redaudit.rules._marks import marks_with
from redaudit.rules._release import pages_withheld, published_by_editors, released
from redaudit.rules._samples import email, release, telegram


def _heads_kept(record: Record) -> bool:
    """Whether the copy still has what stands above and below a text: a banner, a class line, format lines."""
    return bool(banners(record) or class_lines(record) or format_lines(record))


def check(record: Record) -> Iterator[Problem]:
    """The document was classified, and no release marking was found."""
    level = record.original_classification
    if level is None or not level.value.classified or released(record):
        return
    if published_by_editors(record) or pages_withheld(record) or marks_with(record, Attributes):
        return
    if not _heads_kept(record):
        return  # A text that lost its banners and class lines lost its stamps with them.
    severity = weighed(Severity.HIGH, record, "original_classification")
    if not absence_shows(record):
        severity = softer(severity)
    if record.exemptions or record.document_id or record.case_number:
        severity = Severity.LOW
    yield Problem(
        f"marked {level.value}, and no evidence of release found in this copy: no stamp, band or declassification line",
        marks=level.marks[:1],
        severity=severity,
    )


RULE = Rule(
    id="no-release-marking",
    severity=Severity.HIGH,
    summary="a classified document without any release marking in this copy",
    rationale="""\
Whoever declassifies a document strikes its markings and writes who did it, by what authority and when; a copy for the
public carries that. A classified document without it may be an unauthorised copy, a page cut from its stamp, or a
transcription. The finding says what was not found in this copy, not that the document is still classified.

Evidence: a banner, class line or format line of a classified level, and no release marking of any agency.

    S E C R E T ZEMBLA 000412 ...                            raised
    the same under "Declassified/Released US Department
    of State EO Systematic Review 20 Mar 2014"               not raised
""",
    caution="""\
Printed editions (Foreign Relations), records with the attribute block of the National Archives' database, and FBI
sheets of deleted pages need no stamp here; a bare text whose level shows in its portion marks only lost its stamps with
its banners. Exemption codes, or the number that a reading room or an archive gave, show that a copy went
through a review: then the finding is low. Pictures of pages, on
which a faint or crooked stamp is lost to OCR, and a level that is doubtful, lower it by one step each.
""",
    source="E.O. 13526 4.1; 36 CFR 1254.76; 10 CFR 1045.165 for Restricted Data; compare 32 CFR 2001.25",
    check=check,
    hits=(telegram(), telegram(line="S E C R E T SECTION 01 OF 02 ZEMBLA 000413")),
    misses=(
        release(telegram()),
        email("The breach of confidentiality is his, said the Secretary.\n"),
        telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. The talks go on.\n"),
        "Source: Department of State, Central Files, 788.00/8-158. Secret; Limit Distribution.\n"
        "12. Telegram From the Embassy in Zembla to the Department of State\n",
        "12. Telegram From the Embassy in Zembla to the Department of State\nZembla, July 19, 1979, 1230Z\n"
        "1. Secret-entire text.\n2. The minister left.\n",
    ),
)
