"""`blank-page-in-release`: a page of a released copy has nothing on it, and nothing says why.

page 2 of 3: no word, no picture, no "page denied"
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import PageFact, Record
from redaudit.rules._release import pages_withheld, released
from redaudit.rules._withholding import codes
from redaudit.rules.leaks._drawings import drawn, words
from redaudit.rules.pages._numbers import pages

_STAMP = words("RELEASE IN PART B1", y=740)
_TEXT = words("The talks on the canal went on in March.")


def check(record: Record) -> Iterator[Problem]:
    """The bare pages of a release, all together; one step less where paper explains them."""
    bare = [page for page in record.pages if _is_bare(page)]
    if not bare or len(bare) == len(record.pages) or pages_withheld(record):
        return
    if not (released(record) or codes(record)):
        return
    numbers = [page.number for page in bare]
    stand = "are blank and nothing says that they were" if len(bare) > 1 else "is blank and nothing says that it was"
    yield Problem(
        f"{pages(numbers)} of {len(record.pages)} {stand} withheld or left empty on purpose",
        page=numbers[0],
        severity=Severity.LOW if _explained(record, bare) else Severity.MEDIUM,
    )


def _is_bare(page: PageFact) -> bool:
    return page.empty or page.content is Content.BLANK


def _explained(record: Record, bare: list[PageFact]) -> bool:
    """Whether paper explains the blanks: the backs of sheets, the back of the last one; or what turned it into text."""
    if record.source.reader == "text":
        return True
    last = all(page.number > len(record.pages) - len(bare) for page in bare)
    backs = all(page.number % 2 == 0 for page in bare) and (len(bare) > 1 or _is_scan(record))
    return last or backs


def _is_scan(record: Record) -> bool:
    return all(page.content in (Content.SCAN, Content.IMAGE_ONLY, Content.BLANK) for page in record.pages)


RULE = Rule(
    id="blank-page-in-release",
    severity=Severity.MEDIUM,
    summary="a page of a released copy is blank, and nothing says why",
    rationale="""\
What is withheld has to show: how much, and by which exemption, at the place where it was taken out if that can be
done. A page that comes out blank may be a page whose content was taken out without a word, or lost when the copy was
made: either way the reader cannot tell, and has nothing to appeal.

Evidence: on a copy with a release marking or exemption codes, a page without any word or picture, or the picture
of a bare sheet, among pages that are not. The finding asks to look at the page in the original.

    pages 1 and 3 with text, page 2 bare       raised
    page 2 says "PAGE DENIED" or has a code    not raised
""",
    caution="""\
"This page intentionally left blank" is no blank page. Sheets or notes that account for withheld pages explain what is
missing, and the rule rests. The bare backs of sheets (every blank page even, in a scan or several) and bare pages at
the end are low; so are blank pages of a text, for a picture may have stood there that no text shows.
""",
    source="5 U.S.C. 552(b), closing text: the amount deleted and the exemption shall be indicated at the place",
    check=check,
    holds=(
        Holds(
            Dated.RELEASE,
            since=dt.date(1997, 3, 31),
            source="Electronic FOIA Amendments of 1996, Pub. L. 104-231, sections 4 and 12",
        ),
    ),
    hits=(
        drawn(_STAMP, _TEXT, more=("", _TEXT)),
        "RELEASE IN PART B1\n\nThe talks went on.\n\f\n\n\fThe minister agreed.\n",
    ),
    misses=(
        drawn(_STAMP, _TEXT, more=(words("This page intentionally left blank."), _TEXT)),
        drawn(_STAMP, _TEXT, more=(_TEXT,)),
        drawn(_TEXT, more=("", _TEXT)),
        "RELEASE IN PART B1\n\nThe talks went on.\n\f[Page denied]\n\fThe minister agreed.\n",
    ),
)
