"""The Bureau's stamps of classification review.

ALL INFORMATION CONTAINED / HEREIN IS UNCLASSIFIED [EXCEPT WHERE SHOWN OTHERWISE] / DATE 10-11-00 BY SP-2 ALM/abc
DECLASSIFIED BY 1234 ON 6/2/94
DATE: 06-20-2013 CLASSIFIED BY NSICG/A12B REASON: 1.4 (c,d) DECLASSIFY ON: 06-20-2038
"""

import re
from collections.abc import Iterator

from redaudit.detectors._reasons import reason_codes
from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.level import UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome

_WHO = r"[A-Za-z0-9][\w/&.-]*(?:[ ][A-Za-z0-9][\w/&.-]*){0,3}"
_UNCLASSIFIED = re.compile(
    rf"""
    (?:A[LI1]L\s+)?INF[O0]RMATI[O0]N\s+C[O0]NTAINED\s{{0,40}}
    HER[EC]{{1,2}}[I1]?N\s{{0,40}}[I1]\s?[I1]?[S5]\s{{0,40}}(?:[UI1][NM]|[I1N])?C[LI1]A?SS[I1]F[I1]E[DO]
    (?P<except>\W{{1,4}}EXCEPT(?:\s+WHERE\s+SHO[IW]?WN?(?:\s+OTHERWISE)?)?)?
    (?:\W{{1,6}}DATE\W{{0,4}}(?P<date>{WHEN})?)?
    (?:\W{{0,4}}B[YV]\W{{0,3}}\ ?(?P<who>{_WHO}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECLASSIFIED = re.compile(
    rf"DECLASSIFIED\s+BY\W{{0,3}}\s{{0,2}}(?P<who>{_WHO}?)\s+[O0]N\W{{0,3}}\s{{0,2}}(?P<date>{WHEN})", re.IGNORECASE
)
_CLASSIFIED = re.compile(
    rf"""
    (?:DATE\W{{0,3}}(?P<date>{WHEN})\s+)?
    CLASSIFIED\s+BY\W{{0,3}}\ ?
    (?P<who>(?:NSICG|SP-?\d|\d{{4,6}}|[A-Z]\d{{2}}[A-Z]\d{{2}}[A-Z]\d{{2}})[\w/ &.-]{{0,30}}?)\s+
    REASON\W{{0,3}}(?P<reason>1\.[45]\W{{0,3}}\(?[a-h][^\n]{{0,12}}?)\s+
    DECLASSIFY\s+[O0][NH]\W{{0,3}}(?:
        (?P<until>{WHEN})
        |X[1-8]
        # 25X1 · 25X 3.3(1) 06-20-2041 · 50X1-HUM
        |(?P<exemption>(?:25|50)X(?:\s?\d(?![\d.])|\W{{1,2}}3\.3\s?\((?:b\)\s?\()?\d\))?(?:-(?:HUM|WMD))?)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find(page: Page) -> Iterator[Sighting]:
    """The Bureau's stamps on a page."""
    for match in _UNCLASSIFIED.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp(
            *("fbi", Outcome.UNSPECIFIED, date),
            classification=None if match["except"] else UNCLASSIFIED,
            authority=_signed(match["who"]),
            declassified=not match["except"],
            damaged=damaged,
        )
        yield Sighting(match.start(), match.end(), value)
    for match in _DECLASSIFIED.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp(
            *("fbi-declassified", Outcome.UNSPECIFIED, date),
            authority=_signed(match["who"]),
            declassified=True,
            damaged=damaged,
        )
        yield Sighting(match.start(), match.end(), value)
    for match in _CLASSIFIED.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp(
            *("fbi-classified", None, date),
            authority=_signed(match["who"]),
            reasons=reason_codes(match["reason"]),
            until=_exemption(match["exemption"]) if match["exemption"] else stamped_date(match["until"])[0],
            damaged=damaged,
        )
        yield Sighting(match.start(), match.end(), value)


def _exemption(text: str) -> str:
    """An exemption as the markings write it: `25X1` for `25X 3.3(1)`, the section that grants it."""
    years, _, rest = text.upper().partition("X")
    number = re.findall(r"\d", rest)[-1:]
    return f"{years}X{''.join(number)}{rest[rest.index('-') :] if '-' in rest else ''}"


def _signed(who: str | None) -> str:
    return " ".join((who or "").split())


FAMILY = Family(
    id="fbi",
    source="28 CFR 17.26 and 17.27; FBI classification review",
    cues=("CONTAINED", "CLASSIFIED BY"),
    find=find,
    hits=(
        "ALL INFORMATION CONTAINED\nHEREIN IS UNCLASSIFIED\nDATE 10-11-00 BY SP-2 ABC/de",
        "ALL INFORMATION CONTAINED\nHEREIN IS UNCLASSIFIED EXCEPT\nWHERE SHOWN OTHERWISE.",
        "ALL INFORMATION CONTAINED\nHEREINIS INCLASSIFIED",
        "DECLASSIFIED BY 1234 ON 6/2/94",
        "DATE: 06-20-2013\nCLASSIFIED BY NSICG/A12B\nREASON: 1.4 (c,d)\nDECLASSIFY ON: 06-20-2038",
        "ALL INFORMATION CONTAINED HEREIN 15 UNCLASSIFIED EXCEPT WHERE SHOIW OTHERWISE",
        "DATE: 05-30-2007 CLASSIFIED BY 12345/ABC/DE/FG REASON: 1.4 (c) DECLASSIFY OH: 05-30-2032",
    ),
    misses=(
        "The information contained herein is confidential and privileged.",
        "Classified By: Ambassador A. Person for reasons 1.4 (b) and (d).",
        "CLASSIFIED BY CONSUL GENERAL A. PERSON. REASON: 1.4 (B) AND (D) DECLASSIFY ON: 01/02/2015",
    ),
)
