"""`structure-leak`: the text behind the page, for screen readers and links, says what the page hides.

/ActualText (John Q. Sample)
"""

from collections.abc import Iterator

from redaudit.model.document import Holding, Tie
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import CLEAN, drawn
from redaudit.rules.leaks._held import characters, counted, groups, held, on, withholds

_TREE = "/StructTreeRoot 6 0 R /MarkInfo <</Marked true>>"
_ROOT = "<</Type /StructTreeRoot /K 7 0 R>>"
_SPAN = "<</Type /StructElem /S /Span /P 6 0 R /Pg 3 0 R /K 0 /ActualText ({text})>>"


def check(record: Record) -> Iterator[Problem]:
    """Structure text that holds words from under a redaction, or words that no page shows."""
    for page, tie, members in groups(held(record, Holding.STRUCTURE)):
        what = "; ".join(dict.fromkeys(member.what for member in members))
        if tie is Tie.BOX:
            yield Problem(
                f"{on(page)}words that stand under a redaction are left in {what} ({characters(members)})",
                page=page,
                severity=Severity.HIGH,
            )
        elif tie is Tie.UNSHOWN:
            yield Problem(
                f"{counted(len(members), 'passage')} with words that no page shows in {what} ({characters(members)})",
                severity=Severity.MEDIUM if withholds(record) else Severity.INFO,
            )


RULE = Rule(
    id="structure-leak",
    severity=Severity.HIGH,
    summary="the text behind the page, for screen readers and links, says what the page hides",
    rationale="""\
A tagged PDF holds its text a second time for screen readers: replacement text, descriptions of pictures, expansions of
abbreviations. A link holds the address it leads to. Redaction of the page does not always reach them.

Evidence: such text with words that stand under a redaction, or that belongs to the very place of one (high);
replacement text with words that no page shows, no more than info where nothing is withheld.

    replacement text "John Q. Sample" behind a bar     raised
    replacement text of a hyphen                       not raised
""",
    caution="""\
Text that the page shows as well, such as ligatures and hyphens spelled out, is none; nor are descriptions of pictures,
and links beside a redaction. Replacement text of decorations may say what no page shows: medium, and info where
nothing is withheld.
""",
    source="ISO 32000-1, 14.9.3 to 14.9.5: alternate descriptions, replacement text, expansions of abbreviations",
    check=check,
    hits=(drawn(*CLEAN, catalog=_TREE, objects=(_ROOT, _SPAN.format(text="John Q. Sample"))),),
    misses=(
        drawn(*CLEAN, catalog=_TREE, objects=(_ROOT, _SPAN.format(text="The envoy"))),
        drawn(*CLEAN),
    ),
)
