"""The bare words of a declassification, stamped anywhere on a page, without the slug of an agency.

DECLASSIFIED          DECLASSIFIED AND DECAPTIONED          NODIS DECAPIONED

Of a stamp in two lines, DECLASSIFIED / PER E.O. 13526, a text layer may leave `DECLASSIFIED13526`.
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.outcome import Outcome

_WORDS = re.compile(
    r"""
    (?P<declassified>DECLASSIFIED(?<![A-Za-z"“]DECLASSIFIED)(?P<part>[ \t]+IN[ \t]+PART)?)
        (?P<both>[ \t]*(?:AND|&|/)[ \t]*DECAPT?I?[O0]N?[EI]D)?
        (?P<order>1[23]\d{3})?(?=\W*$)
    | (?P<decaptioned>DE-?CAP(?:T?I?[O0]N|TI[O0])(?:ED|ING)?)(?=[^\w\n]*$)
    """,
    re.VERBOSE | re.MULTILINE,
)


# What may stand before the word where it is a stamp: nothing, a number, a level, a caption.
_BEFORE = re.compile(r"(?<![^\s])([A-Za-z'’]+),?[ ]{1,2}$")
_MARKINGS = frozenset(
    ("SECRET", "CONFIDENTIAL", "RESTRICTED", "UNCLASSIFIED", "NODIS", "EXDIS", "LIMDIS", "NOFORN", "CEDAR")
)


def _interpret(match: re.Match[str]) -> ReleaseStamp | None:
    word = _BEFORE.search(match.string, max(0, match.start() - 40), match.start()) if match["declassified"] else None
    if word and word[1] not in _MARKINGS:
        # THE FILE WAS SINCE DECLASSIFIED
        return None
    order = f"E.O. {match['order']}" if match["order"] else ""
    return ReleaseStamp(
        family="declassified-words",
        status=Outcome.PART if match["part"] else None,
        authority=order,
        order=order,
        declassified=match["declassified"] is not None and match["part"] is None,
        decaptioned=bool(match["both"] or match["decaptioned"]),
    )


FAMILY = Family(
    id="declassified-words",
    source="32 CFR 2001.25; 5 FAH-2 H-443 for captions",
    cues=("DECLASSIFIED", "DECAP", "DE-CAP"),
    find=find_pattern(_WORDS, _interpret),
    hits=(
        "DECLASSIFIED",
        "DECLASSIFIED AND DECAPTIONED",
        "NODIS DECAPIONED",
        "DECLASSIFIED13526",
        "@INFO: C(01) D(01) **DECLASSIFIED**",
    ),
    misses=(
        "[1 line of source text not declassified]",
        "THE DECLASSIFIED PARTS OF THE FILE WERE SENT SEPARATELY",
        "THE ANNEX HAS SINCE BEEN DECLASSIFIED",
        "E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009",
    ),
)
