"""`part-but-nothing-withheld`: the stamp says in part, and nothing in the copy is withheld.

RELEASE IN PART, and no code, box, bracket or page note
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, weighed
from redaudit.rules._release import pages_withheld, stamps
from redaudit.rules._samples import email, release
from redaudit.vocabulary.outcome import Outcome


def check(record: Record) -> Iterator[Problem]:
    """Released in part, with no code and no withheld passage on any page, all of them seen."""
    if record.release_status.value is not Outcome.PART or record.exemptions or record.redactions:
        return
    if record.statutes or record.withheld_reasons or pages_withheld(record) or not absence_shows(record):
        return
    if any(stamp.damaged for _, stamp in stamps(record)):
        return
    yield Problem(
        "released in part, and no exemption code or withheld passage found on any page",
        marks=record.release_status.marks[:1],
        severity=weighed(Severity.MEDIUM, record, "release_status"),
    )


RULE = Rule(
    id="part-but-nothing-withheld",
    severity=Severity.MEDIUM,
    summary="released in part, and nothing is seen to be withheld",
    rationale="""\
RELEASE IN PART without a code, box, bracket or page note leaves open what was withheld and why: the marks of the
deletion were lost, pages are missing, or the document was in truth released in full.

Evidence: a stamp that says in part, on a copy whose every page was read as text.

    RELEASE IN PART          and a whole letter below       raised
    RELEASE IN PART B6       and a whole letter below       not raised
""",
    caution="""\
A stamp that lists codes answers for itself, even where the white boxes are lost; sheets of withheld pages are what was
withheld. On scans, whose boxes and margins may not have been read, and under a damaged stamp, the rule says nothing.
""",
    source="the stamp against the copy it stands on; 5 U.S.C. 552(b), closing text",
    check=check,
    hits=(release(email(), "RELEASE IN PART"), release(email("Thanks.\n"), "RELEASED IN PART")),
    misses=(
        release(email(), "RELEASE IN PART B6"),
        release(email()),
        release(email("We met [Redacted] at nine.\n"), "RELEASE IN PART"),
    ),
)
