"""`page-without-stamp`: the agency stamps every page, and some page of the copy bears no stamp.

UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 on pages 1, 2 and 4, nothing on page 3
"""

from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import DeletedPages, Identifier, Mark
from redaudit.model.part import Rule
from redaudit.model.record import PageFact, Record
from redaudit.rules._marks import marks_with
from redaudit.rules._release import stamps
from redaudit.rules._samples import BAND, email, release

# The markings that an agency prints on every page, and the numbers that are part of them: where only the number could
# be read, the stamp stands there all the same.
_ON_EVERY_PAGE = {
    "case-band": ("state-doc", "state-case"),
    "litigation-band": ("state-bates", "state-case"),
    "systematic-review": (),
    "cia": ("cia-rdp", "cia-foia"),
    "jfk": ("jfk-docid", "jfk-case"),
}
_WHAT = {
    "case-band": "the case band of State",
    "litigation-band": "the band of State's releases in litigation",
    "systematic-review": "the line of State's systematic review",
    "cia": "the release line of the CIA",
    "jfk": "the band of the assassination records",
}
_STAMPED_BY_HAND = ("cia", "jfk")
# Less text than this is a page number or a smudge.
_WORDS_ENOUGH = 80
# So many stamped pages for each that is not, and two at the least, show that the agency stamps them all; of State's
# bands that is known, and one for one shows which page was left out.
_STAMPED_FOR_EACH = 2


def check(record: Record) -> Iterator[Problem]:
    """Pages with text and without the marking that most pages bear."""
    sheets = _sheets(record)
    for family, schemes in _ON_EVERY_PAGE.items():
        stamped = {mark.page: mark for mark, stamp in reversed(stamps(record)) if stamp.family == family}
        traces = {mark.page for mark, number in marks_with(record, Identifier) if number.scheme in schemes}
        marked = sheets | traces | stamped.keys()
        bare = [page for page in record.pages if page.number not in marked and _counts(page)]
        if not bare or len(stamped) < len(bare):
            continue
        shown = len(stamped) >= max(2, _STAMPED_FOR_EACH * len(bare))
        if shown or family not in _STAMPED_BY_HAND:
            severity = Severity.MEDIUM if shown else Severity.LOW
            yield _problem(family, bare, stamped, severity)


def _counts(page: PageFact) -> bool:
    return page.seen and page.content is not Content.BLANK and page.characters >= _WORDS_ENOUGH


def _sheets(record: Record) -> frozenset[int]:
    return frozenset(mark.page for mark, _ in marks_with(record, DeletedPages))


def _problem(family: str, bare: list[PageFact], stamped: dict[int, Mark], severity: Severity) -> Problem:
    numbers = ", ".join(str(page.number) for page in bare)
    # A faint stamp is lost in a picture, and in a text that was made from one; State's bands are typed.
    drawn = all(page.content is Content.TEXT and (page.size or family not in _STAMPED_BY_HAND) for page in bare)
    return Problem(
        f"page{'s' if len(bare) > 1 else ''} {numbers}: {_WHAT[family]} stands on {len(stamped)} other "
        f"page{'s' if len(stamped) > 1 else ''} and not here; was the page reviewed with the rest?",
        marks=(stamped[min(stamped)],),
        page=bare[0].number,
        line=1,
        severity=severity if drawn else Severity.LOW,
    )


_PAGE = email("The harbor master told us that the pier will be repaired by the spring, and the ferries will run.\n")
_TWO = release(_PAGE) + "\f" + release(_PAGE)

RULE = Rule(
    id="page-without-stamp",
    severity=Severity.MEDIUM,
    summary="the agency stamps every page, and a page bears no stamp",
    rationale="""\
State's bands, the release line of the CIA and the band of the assassination records are printed on every page that goes
out. A page of text without it was put in after the review, or came from elsewhere, and nobody can tell that it was
looked at.

Evidence: one of these markings on at least two pages, and on twice as many as lack it, and a page with text where
neither the marking nor the number printed in it is found. Of State's bands, one page with for one without is enough,
and low. The text of 32 CFR 2001.25, which asks for markings on
declassified copies, was not confirmed; the rule rests on the agencies' practice.

    the band on pages 1, 2 and 4, none on page 3      raised for page 3
    the band on page 1 of 3 alone                     not raised: who stamps so does not stamp every page
""",
    caution="""\
Blank pages, pages of a few words, sheets of deleted pages and pages that could not be read say nothing; a number of the
band that could be read where the band itself could not, shows that it stands there. On scans, and in texts of CIA and
assassination records that were made from scans, OCR may have lost a faint or crooked stamp: the finding weighs one step
less.
""",
    source="practice of State, CIA and the National Archives; 36 CFR 1254.76; compare 32 CFR 2001.25",
    check=check,
    hits=(
        _TWO + "\f" + _PAGE,
        _TWO + "\f" + _PAGE + "\f" + release(_PAGE) + "\f" + release(_PAGE),
    ),
    misses=(
        _TWO,
        release(_PAGE) + "\f" + _PAGE + "\f" + _PAGE,
        _TWO + "\f- 3 -\n",
        _TWO + "\f" + _PAGE + BAND.format(date="")[20:60] + "Case No. F-2014-00001\n",
    ),
)
