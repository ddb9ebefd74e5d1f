"""`metadata-leak`: the file's description says what its pages do not.

/Author (Ann Q. Sample) /Subject (Project Lantern)
"""

from collections.abc import Iterator

from redaudit.model.document import Holding, Tie
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import CLEAN, drawn, words
from redaudit.rules.leaks._held import groups, held, on, withholds

AUTHOR = "the author"
_PAGE = words("Talks on the canal. Ann Q. Sample, rapporteur.")
_DESCRIBED = "/Info 6 0 R"


def check(record: Record) -> Iterator[Problem]:
    """Descriptions with words from under a redaction, and with words that no page shows."""
    for page, tie, members in groups(held(record, Holding.METADATA)):
        what = ", ".join(dict.fromkeys(member.what for member in members))
        if tie is Tie.BOX:
            yield Problem(
                f"{on(page)}words that stand under a redaction are left in {what}", page=page, severity=Severity.HIGH
            )
        elif tie is Tie.UNSHOWN:
            # Who saved a released copy is its author to most programs.
            telling = Severity.LOW if what == AUTHOR else Severity.MEDIUM
            yield Problem(
                f"words that no page shows in {what}", severity=telling if withholds(record) else Severity.INFO
            )


RULE = Rule(
    id="metadata-leak",
    severity=Severity.HIGH,
    summary="the file's description says what its pages do not",
    rationale="""\
A file describes itself: author, title, subject, keywords, the name and history of the file it was made from. A review
of the pages does not see it, and it may name the persons and matters that the pages withhold.

Evidence: a description with words that stand under a redaction (high); an author, title, subject or keywords of which
no page shows a word, medium, or low where it is the author alone; no more than info where nothing is withheld.

    Author "Ann Q. Sample", whom no page names     raised
    Title "Talks on the canal", as on the page     not raised
""",
    caution="""\
What the pages show as well is no leak, nor is what programs write by themselves: the program's name, `Microsoft Word -
memo.doc`, `Scan 12.tif`. Where the pages are pictures without text it cannot be told what they show, and only words
from under a redaction count. The author alone is low: it is often the clerk who saved the released copy.
""",
    source="ISO 32000-1, 14.3: metadata; NSA, Redacting with Confidence, I333-015R-2005",
    check=check,
    hits=(
        drawn(*CLEAN, trailer=_DESCRIBED, objects=("<</Author (Ann Q. Sample) /Subject (Project Lantern)>>",)),
        drawn(_PAGE, trailer=_DESCRIBED, objects=("<</Title (Project Lantern)>>",)),
    ),
    misses=(
        drawn(_PAGE, trailer=_DESCRIBED, objects=("<</Author (Ann Q. Sample) /Title (Talks on the canal)>>",)),
        drawn(
            *CLEAN,
            trailer=_DESCRIBED,
            objects=("<</Creator (PScript5.dll Version 5.2.2) /Title (Microsoft Word - Document1)>>",),
        ),
    ),
)
