"""`comment-left`: a comment that somebody made on a page was left in the file.

/Subtype /Text /Contents (...)
"""

from collections.abc import Iterator

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import CLEAN, drawn
from redaudit.rules.leaks._held import characters, counted, held, on

_NOTE = (
    "/Annots [<</Type /Annot /Subtype {kind} /Rect [500 700 520 720] /QuadPoints [72 712 150 712 72 697 150 697]"
    " /Contents ({text})>>]"
)


def check(record: Record) -> Iterator[Problem]:
    """Pages with comments."""
    found: dict[int | None, list[Leftover]] = {}
    for leftover in held(record, Holding.COMMENT):
        found.setdefault(leftover.page, []).append(leftover)
    for page, members in found.items():
        tied = any(member.tie is Tie.BOX for member in members)
        told = "; words that a redaction hides stand in it" if tied else ""
        kinds = ", ".join(dict.fromkeys(member.what for member in members))
        yield Problem(
            f"{on(page)}{counted(len(members), 'comment')} left ({kinds}; {characters(tuple(members))}){told}",
            page=page,
            severity=Severity.HIGH if tied else Severity.MEDIUM,
        )


RULE = Rule(
    id="comment-left",
    severity=Severity.HIGH,
    summary="a comment that somebody made on a page was left in the file",
    rationale="""\
Reviewers pin notes to pages: why a name is withheld, whom it concerns, what to ask the other agency. They are not part
of the record, and a printed copy does not show them.

Evidence: the words of a note, of a highlight, of a reply, of a comment that is switched off.

    a note "check with the envoy"      raised
    a highlight without a word         not raised
""",
    caution="""\
Typed text and stamps that show on the page are read as its print, not as comments; links and fields of forms are no
comments; nor is a comment that only repeats the words it marks. A comment may be part of the record released, as the
notes on a draft; the finding is high only where it holds words that a redaction hides.
""",
    source="ISO 32000-1, 12.5.6: annotations of the markup kind carry the comments of reviewers",
    check=check,
    hits=(
        drawn(*CLEAN, page=_NOTE.format(kind="/Text", text="check with the other agency")),
        drawn(*CLEAN, page=_NOTE.format(kind="/Highlight", text="withhold, source")),
    ),
    misses=(
        drawn(*CLEAN, page=_NOTE.format(kind="/Highlight", text="")),
        drawn(*CLEAN, page=_NOTE.format(kind="/Highlight", text="The envoy met")),
        drawn(*CLEAN, page=_NOTE.format(kind="/Link", text="to the next page")),
    ),
)
