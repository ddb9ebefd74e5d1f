"""`earlier-revision`: the file still holds an earlier version, which shows what the last one does not.

... %%EOF ... %%EOF
"""

from collections.abc import Iterator

from redaudit.model.document import Holding, Tie
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import CLEAN, drawn, saved_again, stream, words
from redaudit.rules.leaks._held import counted, held, on, withholds


def check(record: Record) -> Iterator[Problem]:
    """Every earlier version that shows more, page by page."""
    for leftover in held(record, Holding.REVISION):
        count = f" ({counted(leftover.count, 'character')})" if leftover.count else ""
        yield Problem(
            f"{on(leftover.page)}{leftover.what}{count}", page=leftover.page, severity=_severity(record, leftover.tie)
        )


def _severity(record: Record, tie: Tie) -> Severity:
    if tie is Tie.NONE:
        return Severity.MEDIUM if withholds(record) else Severity.LOW
    return Severity.HIGH if tie is Tie.BOX or withholds(record) else Severity.MEDIUM


RULE = Rule(
    id="earlier-revision",
    severity=Severity.HIGH,
    summary="the file still holds an earlier version, which shows what the last one does not",
    rationale="""\
A PDF can be saved by adding what changed to its end. What stood there before stays in the file, and anyone who cuts off
the addition has the earlier version back.

Evidence: an earlier version whose pages show words or pictures that the last one no longer shows; the content of a page
that was taken out and still stands in the file.

    a name taken out, the file saved with its history     raised
    a signature added to a finished document              not raised
""",
    caution="""\
Additions that took nothing away, such as signatures, filled forms, stamps and page numbers, leave nothing behind that
the last version lacks; the first part of a file made for the web is no earlier version. Where only a picture was
exchanged, or nothing is withheld from the document, the finding is lower.
""",
    source="ISO 32000-1, 7.5.6: incremental updates leave the original contents of the file intact",
    check=check,
    hits=(saved_again(drawn(words("The envoy met John Q. Sample.")), 4, stream("\n".join(CLEAN))),),
    misses=(
        saved_again(drawn(*CLEAN), 4, stream("\n".join((*CLEAN, words("Page 1", y=40))))),
        drawn(*CLEAN),
    ),
)
