"""What became of a document."""

import enum


class Outcome(enum.Enum):
    """The release status, in the contract's five words.

    UNSPECIFIED: a release marking without that word, or with both. NONE: no release marking in this copy.
    """

    FULL = "full"
    PART = "part"
    DENIED = "denied"
    UNSPECIFIED = "unspecified"
    NONE = "none"
