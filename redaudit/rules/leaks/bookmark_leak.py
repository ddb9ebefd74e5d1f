"""`bookmark-leak`: a bookmark names what its page hides.

Interview with John Q. Sample     the page: Interview with ■
"""

from collections.abc import Iterator

from redaudit.model.document import Holding, Tie
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import box, drawn, words
from redaudit.rules.leaks._held import characters, counted, groups, held, on, withholds

_HEADING = (words("Interview with"), box(156, 697, 250, 712))
_BOOKMARK = (
    "<</Type /Outlines /First 7 0 R /Last 7 0 R /Count 1>>",
    "<</Title ({title}) /Parent 6 0 R /Dest [3 0 R /Fit]>>",
)


def check(record: Record) -> Iterator[Problem]:
    """Bookmarks that hold words from under a redaction, and those with words that no page shows."""
    for page, tie, members in groups(held(record, Holding.BOOKMARK)):
        many = counted(len(members), "bookmark")
        if tie is Tie.BOX:
            what = "holds" if len(members) == 1 else "hold"
            yield Problem(
                f"{on(page)}{many} {what} words that stand under a redaction ({characters(members)})",
                page=page,
                severity=Severity.HIGH,
            )
        elif tie is Tie.UNSHOWN:
            what = "holds" if len(members) == 1 else "hold"
            yield Problem(
                f"{many} {what} words that no page shows ({characters(members)})",
                severity=Severity.MEDIUM if withholds(record) else Severity.INFO,
            )


RULE = Rule(
    id="bookmark-leak",
    severity=Severity.HIGH,
    summary="a bookmark names what its page hides",
    rationale="""\
Bookmarks are made from headings and file names before a document is redacted, and stay as they were. A name taken out
of a heading can still be read beside the page.

Evidence: a bookmark with words that stand under a redaction, or that fill the place of a box in a heading (high); one
with words that no page shows, no more than info where nothing is withheld.

    Interview with John Q. Sample, the page: Interview with ■     raised
    Interview with the envoy, the page: Interview with the envoy  not raised
""",
    caution="""\
Bookmarks whose words the pages show are none, nor are numbers of pages and the names of picture files. Where pages
could not be read it cannot be told what they show, and only words from under a redaction count. Bookmarks with words
that no page shows are medium, and info where nothing is withheld: titles are often written more freely than headings.
""",
    source="ISO 32000-1, 12.3.3: the document outline is apart from the pages",
    check=check,
    hits=(
        drawn(
            *_HEADING,
            catalog="/Outlines 6 0 R",
            objects=(_BOOKMARK[0], _BOOKMARK[1].format(title="Interview with John Q. Sample")),
        ),
    ),
    misses=(
        drawn(
            *_HEADING,
            words("Talks on the canal", y=650),
            catalog="/Outlines 6 0 R",
            objects=(_BOOKMARK[0], _BOOKMARK[1].format(title="Talks on the canal")),
        ),
        drawn(*_HEADING),
    ),
)
