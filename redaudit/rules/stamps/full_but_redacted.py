"""`full-but-redacted`: the stamp says in full, and something is withheld.

RELEASE IN FULL ... To:              B6
"""

from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import RedactionKind
from redaudit.model.part import Rule
from redaudit.model.record import Record, Redaction
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._release import published_by_editors
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import codes, official_redactions
from redaudit.vocabulary.outcome import Outcome


def check(record: Record) -> Iterator[Problem]:
    """Released in full, with a code that withholds or a withheld passage."""
    if record.release_status.value is not Outcome.FULL or published_by_editors(record):
        return
    severity = weighed(Severity.HIGH, record, "release_status", "exemptions")
    if record.exemptions and codes(record):
        yield Problem(
            f"released in full, and {', '.join(codes(record))} withhold{'s' if len(codes(record)) == 1 else ''} text",
            marks=record.exemptions.marks,
            severity=severity,
        )
        return
    bare = sorted(official_redactions(record), key=lambda redaction: not _telling(redaction, record))
    if bare:
        severity = softer(severity) if _telling(bare[0], record) else Severity.LOW
        yield Problem(
            f"released in full, and {_count(tuple(bare))} seen, without a code",
            page=bare[0].page,
            line=bare[0].line,
            severity=severity,
        )


def _telling(redaction: Redaction, record: Record) -> bool:
    """Whether a passage without a code is one for certain: a drawn box, a mask, the words of a declassifier.

    An author types [redacted]; a dark patch on the picture of a page may be a stamp.
    """
    if redaction.kind is RedactionKind.PLACEHOLDER:
        return "classif" in redaction.text
    return any(page.number == redaction.page and page.content is Content.TEXT for page in record.pages)


def _count(redactions: tuple[Redaction, ...]) -> str:
    return "a withheld passage" if len(redactions) == 1 else f"{len(redactions)} withheld passages"


RULE = Rule(
    id="full-but-redacted",
    severity=Severity.HIGH,
    summary="released in full, and something is withheld",
    rationale="""\
RELEASE IN FULL tells the requester that there is nothing to appeal. A code or a withheld passage in the same copy
contradicts it: the stamp is wrong, or the boxes of an earlier release were left on the page.

Evidence: a stamp that says in full, and an exemption code, which is high; or a withheld passage without a code, which
is medium.

    RELEASE IN FULL ... 2. He called the minister.      B5     raised
    RELEASE IN FULL ... the B6 highway                         not raised
""",
    caution="""\
A key that explains codes, [illegible], and the XXXXXXXXXXXX of a publisher withhold nothing. Words such as [redacted]
with no code are as often the author's own, and low; so are dark patches on pictures of pages, which may be stamps or
seals. Doubt about the decision or the codes weighs one step less.
""",
    source="the stamp against the copy it stands on; 5 U.S.C. 552(b)",
    check=check,
    hits=(
        release(email().replace("Doe, John", "                                        B6")),
        release(email("We met [Redacted] at nine.\n")),
    ),
    misses=(
        release(email()),
        release(email("Take the B6 highway.\n")),
        release(email(), "RELEASE IN PART B6"),
    ),
)
