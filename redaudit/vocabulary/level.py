"""Classification levels in order of restriction, and every spelling that stands for one."""

import re

from attrs import field, frozen


@frozen(order=True)
class Level:
    """A level; compares by `rank`, higher is more restrictive. Levels of one rank are controls, not steps."""

    rank: int
    name: str = field(order=False)
    mark: str = field(order=False)
    classified: bool = field(order=False)

    def __str__(self) -> str:
        return self.name


# E.O. 13526 1.2 knows three levels; RESTRICTED ended with E.O. 10501 (15 December 1953).
TOP_SECRET = Level(60, "TOP SECRET", "TS", True)
SECRET = Level(50, "SECRET", "S", True)
CONFIDENTIAL = Level(40, "CONFIDENTIAL", "C", True)
RESTRICTED = Level(30, "RESTRICTED", "R", True)
# Controls on unclassified matter: never a classification, 32 CFR 2001.24(a).
LIMITED_OFFICIAL_USE = Level(15, "LIMITED OFFICIAL USE", "LOU", False)
OFFICIAL_USE_ONLY = Level(15, "OFFICIAL USE ONLY", "OUO", False)
FOR_OFFICIAL_USE_ONLY = Level(15, "FOR OFFICIAL USE ONLY", "FOUO", False)
SENSITIVE_BUT_UNCLASSIFIED = Level(15, "SENSITIVE BUT UNCLASSIFIED", "SBU", False)
UNCLASSIFIED = Level(10, "UNCLASSIFIED", "U", False)

LEVELS = (
    TOP_SECRET,
    SECRET,
    CONFIDENTIAL,
    RESTRICTED,
    LIMITED_OFFICIAL_USE,
    OFFICIAL_USE_ONLY,
    FOR_OFFICIAL_USE_ONLY,
    SENSITIVE_BUT_UNCLASSIFIED,
    UNCLASSIFIED,
)

_BY_SPELLING = {
    **{level.name.replace(" ", ""): level for level in LEVELS},
    **{level.mark: level for level in LEVELS},
    "UNCLAS": UNCLASSIFIED,
    "UNCLASS": UNCLASSIFIED,
    "LIMOFFUSE": LIMITED_OFFICIAL_USE,
    "SBUNF": SENSITIVE_BUT_UNCLASSIFIED,
    "SBUN": SENSITIVE_BUT_UNCLASSIFIED,
}


def level_named(words: str) -> Level | None:
    """The level that a clean spelling stands for, whatever its case and blanks: `S E C R E T`, `ts`, `Unclas`."""
    return _BY_SPELLING.get(re.sub(r"[\s/.-]+", "", words).upper())
