"""`strike-line-detected`: a line runs through words of a drawn or scanned page.

S̶E̶C̶R̶E̶T̶ at the head of a page, a stroke of the pen in a scan
"""

from collections.abc import Iterator

from redaudit.model.document import Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import drawn, words
from redaudit.rules.leaks._held import counted
from redaudit.rules.pages._numbers import pages

_BANNER = words("SECRET", x=280, y=750)


def check(record: Record) -> Iterator[Problem]:
    """The pages with struck words, all together, and how many of them are markings that redaudit knows."""
    struck = [page for page in record.pages if page.struck]
    if struck:
        on = {page.number for page in struck}
        marks = tuple(mark for mark in record.marks if mark.ink is Ink.STRUCK and mark.page in on)
        known = f"; {counted(len(marks), 'marking')} among them" if marks else "; no marking among them"
        count = counted(sum(page.struck for page in struck), "stretch of words", "stretches of words")
        yield Problem(
            f"{pages([page.number for page in struck])}: a line runs through {count}{known}",
            marks=marks,
            page=struck[0].number,
        )


RULE = Rule(
    id="strike-line-detected",
    severity=Severity.INFO,
    summary="a line runs through words, as the page shows it, not its text",
    rationale="""\
Markings of a declassified record are struck, so that nobody takes it for classified still. On a drawn or scanned page
no text says so: the line is seen in the page's paint or in the pixels of its picture, and the columns on struck
banners and portion marks rest on it. The finding names the pages, for an eye to confirm.

Evidence: a line, level or slanted, drawn by a program or a pen, or a strike-out annotation, through the middle of most
of a word's width. Words that stand together count as one stretch. Those struck by an editor of the draft count as
well: they are the ones that are no marking.

    a stroke through SECRET in a scan      raised
    a line under a heading                 not raised
""",
    caution="""\
A line at the baseline or below underlines, the rules of a table run on beyond their words, and neither is a strike. In
text files strikes are typed signs and need no eye: the rule rests there. Of a scan only classifications, captions and
portion marks are looked at, so that other struck words of it are not counted. That other declassified markings have to
be struck is practice; the text of 32 CFR 2001.25 was not confirmed.
""",
    source="10 CFR 1045.165(c) for Restricted Data; compare 32 CFR 2001.25; ISO 32000-1, 12.5.6.10: strike-outs",
    check=check,
    hits=(
        drawn(_BANNER, "1 w 276 754 m 334 754 l S"),
        drawn(words("The talks went on."), "70 704 110 1 re f"),
    ),
    misses=(
        drawn(_BANNER, "1 w 276 748 m 334 748 l S"),
        drawn(_BANNER),
        "~~SECRET~~\n\nThe talks went on.\n",
    ),
)
