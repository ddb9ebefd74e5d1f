"""The Central Intelligence Agency's release line, at the top and foot of each page, and its review programme's stamps.

Approved For Release 2001/08/08 : CIA-RDP85B00236R000200010002-0
Declassified in Part - Sanitized Copy Approved for Release 2014/01/23 : CIA-RDP93B01194R001200140009-4
Approved for Release: 2019/03/27 C05578285
CIA HISTORICAL REVIEW PROGRAM RELEASE AS SANITIZED 1998
"""

import re
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.outcome import Outcome

_NUMBER = r"(?:C[I1l]A\s?[-–—]\s?R[DO]P[\w-]{10,24}|C\s?[0OoQ](?:\s?[\dOoQlI|iSsB?]){5,7})"
# Approved For Rase 2001/08/08 · Approve' or Release · Approved Fbr Release · Approv 'or Release · Appfoved for Re|ease
_APPROVED = (
    r"(?:A[pP][pP]?[\w']{2,7}[ ]{1,2}(?:[a-zI1'][ ])?'?[FfI]?[o0ObB][rR][ ]{1,2}"
    r"(?!(?:PUBLIC|Public|public)\b)(?:R[\w|!_.]{1,8}|[A-Za-z]{0,2}[ ]?l?ease|RELEASE)[\"_.:;]{0,2})"
)
_LINE = re.compile(
    rf"""
    (?P<approved>{_APPROVED})
    (?:\s{{0,2}}(?i:in)\s(?P<extent>(?i:full|part))\b)?
    [ \t]*[@:;.,_-]{{0,2}}[ \t]*(?:[@]?[ ]?50-?[ ]?Y[rR]\W{{0,2}}[ ]?)?
    (?:(?P<date>{WHEN})|(?P<unread>\d[^\s:]{{3,12}})(?=\s{{0,2}}:?\s{{0,2}}C[\dI1lO]))?
    (?:\s{{0,3}}[:;.,]?\s{{0,3}}(?P<number>{_NUMBER}))?
    """,
    re.VERBOSE,
)
# What stands before the line's words and bounds them.
_BEFORE = re.compile(
    r"(?:(?P<part>Declassif\w*[ ]in[ ]Part\W{0,4})?(?P<sanitized>Sanitized(?:[ ]Copy)?\W{0,4})?"
    r"|(?P<declassified>Declassif\w*[ ](?:and|&)[ ]))\Z",
    re.IGNORECASE,
)
_FIFTY_YEARS = re.compile(rf"^[ \t]*50-?[ ]?Yr[ ]+(?P<date>{WHEN})", re.MULTILINE)
# The words alone are a stamp only on a line of their own.
_LINE_START = re.compile(r"^[ \t]*\Z", re.MULTILINE)
_BY_ITSELF = re.compile(r"[ \t]*(?:(?:19|20)\d{2})?[^\w\n]{0,4}(?:\n|$)")
_PROGRAMME = re.compile(
    r"""
    CIA[ ]HISTORICAL[ -]+REVIEW[ ]+PROGRAM
    (?:\W{1,4}RELEASED?[ ](?P<extent>IN[ ]FULL|IN[ ]PART|AS[ ]SANITIZED))?(?:\W{1,3}(?:19|20)\d{2}(?!\d))?
    """,
    re.VERBOSE,
)
_BEFORE_PROGRAMME = re.compile(r"(?:APPROVED[ ]FOR[ ]RELEASE\W{1,3}(?:(?:19|20)\d{2}\W{1,3})?)?\Z")
# The programme's decision on a line of its own: RELEASE AS SANITIZED / RELEASE IN FULL 1998
_DECISION = re.compile(
    r"RELEASED?[ ](?:(?P<alone>AS[ ]SANITIZED)(?:\W{1,3}(?:19|20)\d{2})?"
    r"|(?P<yearly>IN[ ](?:FULL|PART))\W{1,3}(?:19|20)\d{2})(?=[ \t]*$)",
    re.MULTILINE,
)
_NO_OBJECTION = re.compile(
    r"CIA\s+HAS\s+NO\s+OBJECTION\s+TO\s+(?:THE\s+)?(?:DECLASSIFICATION|RELEASE)(?:\s+AND\s?/?\s?OR\s+RELEASE)?"
    r"(?:\s+OF\s+(?:CIA\s+INFORMATION\s+IN\s+)?THIS\s+DOCUMENT)?(?P<sanitized>\s+AS\s+SANITIZED)?",
    re.IGNORECASE,
)
# The head that the reading room puts before the text; its day is near the stamp's, and stands in where OCR lost that.
_CATALOGUE = re.compile(r"^Document Release Date:[ \t]*\n?[ \t]*(?P<date>[A-Z][a-z]{2,8} \d{1,2}, \d{4})", re.MULTILINE)
_FOIA = re.compile(r"C[O0][\dO]{7}")
_STATUS = {"IN FULL": Outcome.FULL, "IN PART": Outcome.PART, "AS SANITIZED": Outcome.PART, "FULL": Outcome.FULL}


def find(page: Page) -> Iterator[Sighting]:
    """The stamps of a page; where none can be read, what the reading room's own head says of the release."""
    stamps = list(_stamps(page))
    yield from stamps
    for match in () if stamps or "(CREST)" not in page.folded else _CATALOGUE.finditer(page.text):
        date = stamped_date(match["date"])[0]
        yield Sighting(match.start(), match.end(), ReleaseStamp("cia", Outcome.UNSPECIFIED, date, damaged=True))


def _stamps(page: Page) -> Iterator[Sighting]:
    """The release lines of a page, and the stamps of the historical review programme."""
    text = page.text
    for match in _LINE.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - 60), match.start())
        assert before is not None  # it matches the empty string
        if (stamp := _line(text, before, match)) is not None:
            yield Sighting(before.start(), match.end(), stamp)
    if "50" in text:
        yield from _after_fifty_years(text)
    yield from _programme(text)
    for match in _NO_OBJECTION.finditer(text) if "OBJECTION" in page.folded else ():
        status = Outcome.PART if match["sanitized"] else Outcome.UNSPECIFIED
        yield Sighting(match.start(), match.end(), ReleaseStamp("cia-no-objection", status))


def _after_fifty_years(text: str) -> Iterator[Sighting]:
    for match in _FIFTY_YEARS.finditer(text):
        date, damaged = stamped_date(match["date"])
        yield Sighting(match.start(), match.end(), ReleaseStamp("cia", Outcome.UNSPECIFIED, date, damaged=damaged))


def _programme(text: str) -> Iterator[Sighting]:
    for match in _PROGRAMME.finditer(text):
        before = _BEFORE_PROGRAMME.search(text, max(0, match.start() - 40), match.start())
        yield _decided(before.start() if before else match.start(), match.end(), match["extent"])
    for match in _DECISION.finditer(text):
        if _LINE_START.search(text, max(0, match.start() - 120), match.start()):
            yield _decided(match.start(), match.end(), match["alone"] or match["yearly"])


def _decided(start: int, end: int, words: str | None) -> Sighting:
    status = _STATUS[words] if words else Outcome.UNSPECIFIED
    return Sighting(start, end, ReleaseStamp("cia-historical-review", status, declassified=status is Outcome.FULL))


def _number(read: str) -> str:
    """A number as printed: OCR takes the nought of C00000001 for a letter."""
    squeezed = re.sub(r"\s", "", read)
    return squeezed[:1] + squeezed[1:].replace("O", "0") if _FOIA.fullmatch(squeezed) else squeezed


def _line(text: str, before: re.Match[str], match: re.Match[str]) -> ReleaseStamp | None:
    words = match["approved"]
    clean = re.fullmatch(r"approved\s+for\s+release\W*", words, re.IGNORECASE) is not None
    if not (match["date"] or match["number"]):
        # Prose says `approved for release` too: a stamp is capitalised and alone.
        alone = _LINE_START.search(text, max(0, before.start() - 120), before.start()) and _BY_ITSELF.match(
            text, match.end()
        )
        if not (clean and words[0] == "A" and "R" in words[1:] and alone):
            return None
    date, damaged = stamped_date(match["date"])
    in_part = before["part"] or before["sanitized"] or (match["extent"] or "").lower() == "part"
    in_full = (match["extent"] or "").lower() == "full"
    status = Outcome.PART if in_part else Outcome.FULL if in_full else Outcome.UNSPECIFIED
    return ReleaseStamp(
        family="cia",
        status=status,
        date=date,
        document=_number(match["number"] or ""),
        declassified=status is not Outcome.PART and bool(before["declassified"] or in_full),
        damaged=damaged or not clean or bool(match["unread"]),
    )


FAMILY = Family(
    id="cia",
    source="E.O. 13526 3.3 and 3.5; CIA Records Search Tool; CIA Historical Review Program",
    cues=("RELEASE", "FOR R", "APPRO", "RASE ", "EASE ", "50-YR", "HISTORICAL", "NO OBJECTION"),
    find=find,
    hits=(
        "Approved For Release 2001/08/08 : CIA-RDP85B00001R000200010002-0",
        "Declassified and Approved For Release 2012/02/22 : CIA-RDP80-00001R000300040008-5",
        "Declassified in Part - Sanitized Copy Approved for Release @ 50-Yr 2013/11/20 : CIA-RDP80-00001R000300040008",
        "Sanitized Copy Approved for Release 2011/08/11: CIA-RDP80-00001R000300040008-5",
        "Approved for Release: 2019/03/27 C05000001",
        "Approved Fbr Release 2003/02/27 : CIA-RDP84-00001R000300040008-5",
        "CIA HISTORICAL REVIEW PROGRAM\nRELEASE AS SANITIZED\n1998",
        "CIA HAS NO OBJECTION TO DECLASSIFICATION AND/OR RELEASE OF THIS DOCUMENT AS SANITIZED",
        "APPROVED FOR RELEASE\n",
        "Document Number (FOIA) /ESDN (CREST): \nDocument Release Date: \nMay 4, 2005\nApproved For fal",
    ),
    misses=(
        "FOR IMMEDIATE RELEASE",
        "The text was approved for release to the press on Monday.",
        "APPROVED FOR PUBLIC RELEASE; DISTRIBUTION UNLIMITED",
        "He approved for Releasing Company 2001 shares",
    ),
)
