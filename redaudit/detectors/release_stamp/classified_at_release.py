"""State's stamp that classifies at release: what stays closed, why, and until when.

Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class: CONFIDENTIAL ~ Reason: 1.4(B), 1.4(D) ~ Declassify on: 07/22/2025
"""

import re
from collections.abc import Iterator

from redaudit.detectors._reasons import reason_codes
from redaudit.detectors.release_stamp._family import Family
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.date import ReadDate, read_date
from redaudit.vocabulary.level import level_named

_DATE = r"\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?\d{2,4}"
# Words of the page that OCR let fall between the parts are stepped over: `Declassify FYI on: 07/22/2025`.
_STAMP = re.compile(
    rf"""
    Classified\s{{1,9}}+by\s{{1,40}}+(?P<who>[^\s~][^~\n]{{2,60}}?(?:\n[^~\n]{{0,30}}?)?),?
    \s{{1,40}}+on\s{{1,40}}+(?P<date>{_DATE})
    .{{0,24}}?Class\s?[:;.]\s{{0,40}}+(?P<level>TOP\s{{1,9}}+SECRET|SECRET|CONFIDENTIAL)
    (?:.{{0,40}}?Reason\s?[:;.]\s{{0,40}}+(?P<reason>[^~—]{{2,60}}?)\s{{0,40}}+(?=[~—–-]|Declassify|$))?
    (?:.{{0,40}}?Declassify\b.{{0,30}}?\bon\s?[:;.]?\s{{0,40}}+.{{0,24}}?(?P<until>{_DATE}|25X\d|50X\d\S*))?
    """,
    re.VERBOSE | re.DOTALL,
)
# The line with its official, its day or its class left out: two of its other parts, and the strokes that part them. A
# hyphen parts the fields of an originator's block, too: there the class must be one of the parts.
_BROKEN = re.compile(
    rf"""
    Classified\s{{1,9}}by\b(?!\s{{0,3}}:)(?:[ ](?!on\s\d)(?P<who>[^\s~—–][^~—–\n:]{{2,60}}?))??,?
    (?:\s{{1,9}}on\s{{1,9}}(?P<date>{_DATE}))?
    (?:\s{{1,9}}[~—–-]\s{{1,9}}Class\s?:\s{{1,9}}(?P<level>TOP\s{{1,9}}SECRET|SECRET|CONFIDENTIAL))?
    (?:\s{{1,9}}[~—–-]\s{{1,9}}Reason\s?:\s{{1,9}}(?P<reason>[^~—–\n]{{2,60}}?))?
    (?:\s{{1,9}}[~—–-]\s{{1,9}}Declassify\s{{1,9}}on\s?:\s{{1,9}}(?P<until>{_DATE}|25X\d|50X\d\S*))?
    (?=[ \t]*(?:$|\n))
    """,
    re.VERBOSE,
)
_PARTS_ENOUGH = 2
# The reasons where nothing follows them, so that no stroke or word tells where they end.
_LAST_REASON = re.compile(
    r"[\s~—–-]{1,40}Reason\s?:\s{0,40}(1\.4\s?\([A-Ha-h]\)(?:[\s,;]{1,9}1\.4\s?\([A-Ha-h]\)){0,7})"
)
# Where the rest of a line may stand that another column tore apart: some lines below, and no further.
_TORN = 400
_REASON = re.compile(r"\bReason\s?:\s{1,9}1\.4")
_DECLASSIFY = re.compile(r"\bDeclassify\b")


def find(page: Page) -> Iterator[Sighting]:
    """The lines of a page, whole ones and broken ones."""
    end = 0
    for match in _STAMP.finditer(page.text):
        late = None if match["reason"] else _LAST_REASON.match(page.text, match.end())
        end = late.end() if late else match.end()
        yield Sighting(match.start(), end, _interpret(match, late[1] if late else ""))
    if end:
        return
    for match in _BROKEN.finditer(page.text):
        if sum(bool(match[part]) for part in ("level", "reason", "until")) >= _PARTS_ENOUGH and (
            match["level"] or any(stroke in match[0] for stroke in "~—–")
        ):
            yield Sighting(match.start(), match.end(), _interpret(match))


def _interpret(match: re.Match[str], late: str = "") -> ReleaseStamp:
    date = read_date(match["date"]) if match["date"] else None
    return ReleaseStamp(
        family="classified-at-release",
        date=date,
        authority=" ".join((match["who"] or "").split()),
        withheld=level_named(match["level"]) if match["level"] else None,
        reasons=reason_codes(match["reason"] or late),
        until=_until(match["until"]) if match["until"] else None,
        damaged=(match["date"] is not None and date is None) or _torn(match, match["reason"] or late),
    )


def _torn(match: re.Match[str], reason: str) -> bool:
    """Whether a part that was not read stands below all the same, cut off by the words of another column."""
    below = match.string[match.end() : match.end() + _TORN]
    return (not reason and _REASON.search(below) is not None) or (
        not match["until"] and _DECLASSIFY.search(below) is not None
    )


def _until(text: str) -> ReadDate | str | None:
    """A date, or the exemption printed in its place; None for a day that never was."""
    return text.upper() if "X" in text else read_date(text)


FAMILY = Family(
    id="classified-at-release",
    source="E.O. 13526 1.7(d): classification after a request, document by document; 32 CFR 2001.21",
    cues=("CLASSIFIED BY",),
    find=find,
    hits=(
        "Classified by DAS, A/GIS, DoS on 08/31/2015 — Class: CONFIDENTIAL — Reason: 1.4(D) — Declassify on: 7/2/2025",
        "Classified by Director A/GIS/IPS, DoS on 11/23/2020 ~ Class: SECRET ~ Reason: 1.4(B),\n1.4(D) "
        "~ Declassify on: 11/23/2030",
        "Classified by DAS, A/GIS, DoS on 12-31-2015 —\nClass: SECRET — Reason: 1.4(D)\n— Declassify on: 11-26-2036",
    ),
    misses=(
        "Classified By: Ambassador A. Person for reasons 1.4 (b) and (d).",
        "CLASSIFIED BY S/NIS A. PERSON, ACTING, REASON 1.5 B, D.",
    ),
)
