"""Stamps that print all their choices, as forms: where their brackets and their words lie to each other.

DEPARTMENT OF STATE A/CDC/MR
( ) RELEASE   ( ) DECLASSIFY
( ) EXCISE    ( ) DECLASSIFY in PART
"""

import numpy as np
from attrs import frozen

from redaudit.layout.raster.brackets import Places


@frozen
class Choice:
    """A choice of a form: its words, and the middle of its opening bracket, in heights of a bracket."""

    words: str
    across: float
    down: float


@frozen
class Form:
    """A stamp's form, in heights of a bracket across and down from the middle of its first bracket.

    `groups` are its choices; one of the first is always ticked, of the others some or none. `others` are the brackets
    beside them. `gap` is how far a bracket closes from where it opens; `whole` and `printed` are left, top, right and
    bottom of all of it and of its head and its choices. `cues` are words of it that no other paper has so together.
    """

    head: str
    gap: float
    groups: tuple[tuple[Choice, ...], ...]
    others: tuple[tuple[float, float], ...]
    whole: tuple[float, float, float, float]
    printed: tuple[float, float, float, float]
    cues: tuple[str, ...]

    @property
    def openings(self) -> Places:
        """The middles of all its opening brackets, as across + down * i."""
        chosen = [complex(choice.across, choice.down) for group in self.groups for choice in group]
        return np.array(chosen + [complex(*place) for place in self.others], dtype=np.complex128)


_CUES = (
    *("DEPARTMENT", "STATE", "A/CDC/MR", "REVIEWED", "RELEASE", "EXCISE", "DENY", "DECLASSIFY", "Non-responsive"),
    *("exemptions", "authority", "CLASSIFY", "DOWNGRADE", "OADR"),
)

# State's mandatory review of the 1980s and 1990s had a tall stamp and a wide one, measured on prints of 1989 and 1990.
TALL = Form(
    head="DEPARTMENT OF STATE A/CDC/MR",
    gap=1.5,
    groups=(
        (Choice("RELEASE", 0.0, 0.0), Choice("EXCISE", 0.0, 1.27), Choice("DENY", 0.0, 2.63)),
        (
            Choice("DECLASSIFY", 9.31, -0.05),
            Choice("DECLASSIFY in PART", 9.3, 1.27),
            Choice("Non-responsive info.", 9.36, 2.6),
        ),
    ),
    others=((0.01, 6.53), (0.03, 7.89), (13.28, 7.93), (18.12, 7.89)),
    whole=(-1.0, -5.0, 29.0, 9.0),
    printed=(-0.4, -5.0, 23.6, 3.3),
    cues=_CUES,
)
WIDE = Form(
    head="DEPARTMENT OF STATE A/CDC/MR",
    gap=0.81,
    groups=(
        (Choice("RELEASE", 0.0, 0.0), Choice("EXISE", 0.0, 1.36), Choice("DENY", 0.0, 2.69)),
        (
            Choice("DECLASSIFY", 7.56, 0.03),
            Choice("DECLASSIFY in PART", 7.56, 1.33),
            Choice("DELETE", 7.56, 2.69),
            Choice("Non-responsive info.", 7.56, 4.08),
        ),
    ),
    others=((21.39, 2.61), (21.39, 3.97), (32.89, 3.92), (36.44, 3.92)),
    whole=(-1.0, -3.0, 48.0, 5.0),
    printed=(-0.4, -2.6, 19.6, 4.7),
    cues=_CUES,
)
FORMS = (TALL, WIDE)
