"""`literal-redacted-token-only`: all that shows a deletion is a typed word, so this is a transcription.

We met [Redacted] at nine.
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import RedactionKind
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._release import published_by_editors
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import official_redactions
from redaudit.vocabulary.outcome import Outcome

_TYPED = re.compile(r"\W*(?:redacted|redaction|excised|deleted|withheld|sanitized|blacked out)\W*", re.IGNORECASE)


def check(record: Record) -> Iterator[Problem]:
    """Every passage of a text without geometry is the typed word for it."""
    if record.release_status.value is Outcome.FULL:
        return  # What was typed before the release: an author's own brackets, or for full-but-redacted to tell.
    found = official_redactions(record)
    pages = {page.number: page for page in record.pages}
    drawn = any(pages[item.page].size is not None or pages[item.page].content is not Content.TEXT for item in found)
    if not found or drawn or published_by_editors(record):
        return
    if all(item.kind is RedactionKind.PLACEHOLDER and _TYPED.fullmatch(item.text) for item in found):
        times = "once" if len(found) == 1 else f"{len(found)} times"
        yield Problem(
            f"{found[0].text} is typed {times}, and no deletion shows otherwise: this is a transcription, not "
            "the copy as released",
            page=found[0].page,
            line=found[0].line,
        )


RULE = Rule(
    id="literal-redacted-token-only",
    severity=Severity.INFO,
    summary="deletions show as a typed word alone: a transcription, not the copy as released",
    rationale="""\
Agencies delete by a box or a blank, with a code. A text in which every deletion is the word [Redacted] was typed or
converted by somebody later: how much was deleted, at which place and under what code can be told only from the copy as
released, so rules on the size of deletions and their codes have little to go by.

Evidence: every withheld passage is a bracket with such a word, in a text without the printed page's geometry.

    We met [Redacted] at nine.                          raised
    We met [1 line not declassified] at nine.           not raised: the editors' measure
""",
    caution="""\
Some agencies do type the word into the copy that they release, mostly of e-mails and databases. Editions such as
Foreign Relations state the amount in brackets and are not meant.
""",
    source="5 U.S.C. 552(b), closing text: the amount deleted shall be indicated at the place of the deletion",
    check=check,
    hits=(
        release(email("We met [Redacted] at nine.\n"), "RELEASE IN PART B6"),
        email("We met [REDACTED] and [REDACTED].\n"),
    ),
    misses=(
        release(email("We met him at nine.\n"), "RELEASE IN PART B6"),
        release(email("The ambassador: [redacted]\n"), "RELEASE IN FULL"),
        "Source: Department of State, Central Files. Secret.\n1. He told [name not declassified] to wait.\n",
        release(
            email("We met [Redacted] at nine. He had      gone home.\n\n" + 60 * " " + "B6\n"), "RELEASE IN PART B6"
        ),
    ),
)
