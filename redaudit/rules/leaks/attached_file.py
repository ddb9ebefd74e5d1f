"""`attached-file`: another file travels inside this one.

/Type /EmbeddedFile
"""

from collections.abc import Iterator

from redaudit.model.document import Holding, Tie
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import drawn, stream, words
from redaudit.rules.leaks._held import held, on

_PAGE = words("The talks went on.")


def check(record: Record) -> Iterator[Problem]:
    """Every attached file."""
    for leftover in held(record, Holding.ATTACHMENT):
        told = "; words that a redaction hides stand in it" if leftover.tie is Tie.BOX else ""
        severity = Severity.HIGH if leftover.tie is Tie.BOX else Severity.MEDIUM
        yield Problem(f"{on(leftover.page)}{leftover.what}{told}", page=leftover.page, severity=severity)


RULE = Rule(
    id="attached-file",
    severity=Severity.HIGH,
    summary="another file travels inside this one",
    rationale="""\
A PDF can carry files: the document it was made from, a table, an e-mail's attachments. Nobody sees them on its pages,
and a review of the pages does not review them.

Evidence: an embedded file, whether listed with the document or pinned to a page.

    the draft attached to its released copy     raised
    a link to a web page                        not raised
""",
    caution="""\
Fonts, pictures and colour tables are embedded because the pages need them, and a link leads to a file elsewhere: none
of these is attached. An attachment may belong to the record and be meant for release; the finding is medium, and high
only where the attached file holds words that stand under a redaction.
""",
    source="ISO 32000-1, 7.11.4: embedded file streams",
    check=check,
    hits=(
        drawn(
            _PAGE,
            catalog="/Names <</EmbeddedFiles <</Names [(draft.txt) 6 0 R]>>>>",
            objects=(
                "<</Type /Filespec /F (draft.txt) /UF (draft.txt) /EF <</F 7 0 R>>>>",
                stream("The envoy met John Q. Sample.", "/Type /EmbeddedFile"),
            ),
        ),
    ),
    misses=(
        drawn(_PAGE),
        drawn(
            _PAGE,
            page="/Annots [<</Type /Annot /Subtype /Link /Rect [72 690 200 712]"
            " /A <</S /URI /URI (https://example.org)>>>>]",
        ),
    ),
)
