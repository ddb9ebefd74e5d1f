"""The slug of the National Archives on copies of declassified records.

DECLASSIFIED / Authority NND 947021 / By JR NARA Date 3/12/04
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.outcome import Outcome

_SLUG = re.compile(
    rf"""
    (?:DECLASSIFI?ED\W{{1,6}})?
    \bAUTH[O0]R[I1l]TY\W{{0,4}}\s{{0,2}}
    (?P<authority>NND[A-Z]?\W{{0,2}}\d{{5,6}}|NW\W{{0,2}}\d{{4,6}}|E\.?\s?[O0]\.?\s?1[0-3][\dO]{{3}}[^\n]{{0,40}}?(?=\s*\n|\s{{2}}|\s+By\b|\s*$))
    (?:[\s\W]{{1,6}}By\W{{0,3}}[\w/ ]{{1,12}}?\W{{1,4}}(?:NARA|NARS|NWD)\W{{0,3}}(?:Date\W{{0,4}}(?P<date>{WHEN})?)?)?
    (?=\W|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Without a project number only an archivist's signature tells a slug from an authority line.
_SIGNED = re.compile(r"NARA|NARS|NWD|DECLASSIF", re.IGNORECASE)


def _interpret(match: re.Match[str]) -> ReleaseStamp | None:
    authority = " ".join(match["authority"].split()).rstrip(" ,;:")
    if authority[:1] in "Ee" and not _SIGNED.search(match[0]):
        return None
    date, damaged = stamped_date(match["date"])
    return ReleaseStamp("nara", Outcome.UNSPECIFIED, date, authority=authority, declassified=True, damaged=damaged)


FAMILY = Family(
    id="nara",
    source="36 CFR 1254.76 (copies carry the slug); 32 CFR 2001.25",
    cues=("AUTHORITY", "AUTHOR1TY", "AUTH0RITY"),
    find=find_pattern(_SLUG, _interpret),
    hits=(
        "DECLASSIFIED\nAuthority NND 900001\nBy JR NARA Date 3/12/04",
        "DECLASSIFIED\nAuthority E.O. 11652\nBy AT NARS, Date 5/6/77",
        "Authority: NND 900001",
    ),
    misses=("Authority: E.O. 12958, as amended", "The authority of the Secretary is delegated."),
)
