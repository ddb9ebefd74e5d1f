"""State's stamp of boxes to tick, of the reviews of the 1980s and 1990s: every decision is printed on it.

DEPARTMENT OF STATE A/CDC/MR / REVIEWED by ... Date ...
( ) RELEASE ( ) DECLASSIFY / ( ) EXCISE ( ) DECLASSIFY in PART / ( ) DENY ( ) DELETE Non-responsive info.

Its words alone say nothing of the decision; one box visibly ticked does.
"""

import re
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.outcome import Outcome

_HEAD = re.compile(r"(?:DEPA\w{3,8}\s+OF\s+STA\w{1,3}\W{1,4})?A\s?/\s?C[DO]C\s?/\s?MR\b", re.IGNORECASE)
_BOX = re.compile(
    r"[(\[{]\s?(?P<tick>[^\s()\[\]{}]?)\s?[)\]}]\s{0,3}(?P<choice>RELEASE|EXC?ISE|DENY|DECLASSIFY(?:\s+in\s+PART)?)(?![A-Za-z])"
    r"|(?P<ballot>[☐☑☒□■])\s{0,3}(?P<beside>RELEASE|EXC?ISE|DENY|DECLASSIFY(?:\s+in\s+PART)?)(?![A-Za-z])",
    re.IGNORECASE,
)
_REVIEWED = re.compile(rf"REVIEWED\s+b[yv][^\n]{{0,60}}?Date\W{{0,4}}(?P<date>{WHEN})", re.IGNORECASE)
_TICKS = set("XxVv✓✔☑☒")
_OUTCOME = {"RELEASE": Outcome.FULL, "EXCISE": Outcome.PART, "EXISE": Outcome.PART, "DENY": Outcome.DENIED}
# The stamp is six lines high; what stands further on is the document's.
_EXTENT = 700


def find(page: Page) -> Iterator[Sighting]:
    """The form on a page, with its decision where one box is ticked."""
    for head in _HEAD.finditer(page.text):
        limit = head.end() + _EXTENT
        boxes = list(_BOX.finditer(page.text, head.end(), limit))
        ticked = {_choice(box) for box in boxes if _is_ticked(box)}
        decisions = [outcome for choice, outcome in _OUTCOME.items() if choice in ticked]
        reviewed = _REVIEWED.search(page.text, head.end(), limit)
        date, damaged = stamped_date(reviewed["date"] if reviewed else None)
        value = ReleaseStamp(
            family="state-review-form",
            status=decisions[0] if len(decisions) == 1 else Outcome.UNSPECIFIED,
            date=date,
            declassified="DECLASSIFY" in ticked and "DECLASSIFY IN PART" not in ticked,
            damaged=damaged,
        )
        yield Sighting(head.start(), boxes[-1].end() if boxes else head.end(), value)


def _choice(box: re.Match[str]) -> str:
    return " ".join((box["choice"] or box["beside"]).upper().split())


def _is_ticked(box: re.Match[str]) -> bool:
    return (box["tick"] or box["ballot"] or " ") in _TICKS


FAMILY = Family(
    id="state-review-form",
    source="22 CFR 171; State's mandatory review of the 1980s (A/CDC/MR)",
    cues=("/MR", "/ MR"),
    find=find,
    hits=(
        "DEPARTMENT OF STATE A/CDC/MR\nREVIEWED by AB Date 4/4/90\n( ) RELEASE ( ) DECLASSIFY\n"
        "( ) EXCISE ( ) DECLASSIFY in PART\n( ) DENY ( ) DELETE Non-responsive info.",
        "DEPARTMENT OF STATE A/CDC/MR\n(X) RELEASE (X) DECLASSIFY\n( ) EXCISE ( ) DECLASSIFY in PART\n( ) DENY",
    ),
    misses=("The Department of State", "( ) RELEASE ( ) DECLASSIFY"),
)
