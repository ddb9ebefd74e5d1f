"""`redaction-without-code`: a passage is withheld and nothing says under which exemption.

3. (C) The minister met ████████ in the capital.
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CodeUse
from redaudit.model.part import Rule
from redaudit.model.record import Record, Redaction
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._release import families, filled_in_by_hand, published_by_editors, released
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import codes, official_redactions, uses
from redaudit.vocabulary.outcome import Outcome

# P.L. 110-175, section 12, signed 31 December 2007.
_CODES_DUE = dt.date(2008, 1, 1)


def check(record: Record) -> Iterator[Problem]:
    """Passages withheld on pages that carry no code at all."""
    if not released(record) or published_by_editors(record) or "jfk" in families(record):
        return
    if record.release_status.value is Outcome.FULL or filled_in_by_hand(record):
        return  # full-but-redacted speaks of the one; codes written by hand are not read
    coded = {mark.page for mark, _ in uses(record, CodeUse.MARGIN, CodeUse.SHEET)}
    for page, found in _by_page(record).items():
        if page not in coded:
            count = "a withheld passage" if len(found) == 1 else f"{len(found)} withheld passages"
            yield Problem(
                f"{count} on page {page}, and no exemption code on that page",
                page=page,
                line=found[0].line,
                severity=_severity(record, page),
            )


def _by_page(record: Record) -> dict[int, list[Redaction]]:
    pages: dict[int, list[Redaction]] = {}
    for redaction in official_redactions(record):
        if not redaction.exemptions and not redaction.codes and not redaction.statutes:
            pages.setdefault(redaction.page, []).append(redaction)
    return pages


def _severity(record: Record, page: int) -> Severity:
    # A stamp, or the first page, that lists codes tells the exemption of the copy, though not of the place.
    severity = Severity.MEDIUM if codes(record) else Severity.HIGH
    if record.release_date is None or record.release_date.value < _CODES_DUE:
        severity = Severity.LOW
    # Small codes beside a box, and those written by hand, get lost where letters are read from a picture.
    read = any(fact.number == page and fact.content is Content.TEXT for fact in record.pages)
    return weighed(severity if read else softer(severity), record, "release_date")


RULE = Rule(
    id="redaction-without-code",
    severity=Severity.HIGH,
    summary="a passage is withheld, and its page carries no exemption code",
    rationale="""\
The Act requires the exemption to be shown at the place of the deletion, where technically feasible, since 31 December
2007; the amount already since 1996. A withheld passage on a page without any code cannot be appealed.

Evidence: a box, a bracket such as [Redacted], or a blank known to be withheld, on a page without any code.

    We met [Redacted] at nine.          raised
    We met [Redacted] at nine.   B6     not raised
""",
    caution="""\
One code may be printed for a paragraph or a page. WikiLeaks' XXXXXXXXXXXX is no government's; [illegible] and the
editors' brackets of Foreign Relations rest on the editors' own rules; JFK pages are coded on their form; the codes of
State's form of choices to tick are written by hand, and the rule rests there. In a release
before 2008, when the amount alone had to be shown, or of unknown date, the finding is low; where the copy has codes
elsewhere, in its stamp or on another page, it is medium. On scanned pages, where codes are small or written by hand,
and where the date is doubtful, it weighs one step less.
""",
    source="5 U.S.C. 552(b), closing text, as amended by P.L. 104-231 and P.L. 110-175",
    check=check,
    hits=(
        release(email("We met [Redacted] at nine.\n"), "RELEASE IN PART"),
        release(email("We met [REDACTED] and [REDACTED].\n"), "RELEASE IN PART B6"),
    ),
    misses=(
        release(email("We met [Redacted] at nine.                                     B6\n"), "RELEASE IN PART B6"),
        email("Sources such as XXXXXXXXXXXX (strictly protect) agreed.\n"),
        "Source: Department of State, Central Files. Secret.\n1. He told [name not declassified] to wait.\n",
    ),
)
