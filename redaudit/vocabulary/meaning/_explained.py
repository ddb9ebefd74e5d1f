"""What is known of one code, marking or order: its meaning, who uses it, from when until when, and on what source."""

import enum
import re

from attrs import field, frozen


class Kind(enum.Enum):
    """What sort of thing a word on a released document is."""

    FOIA = "FOIA exemption"
    PRIVACY = "Privacy Act exemption"
    REASON = "reason for classification"
    DURATION = "exemption from declassification"
    SECTION = "section of an order"
    ORDER = "executive order"
    PRESIDENTIAL = "restriction on Presidential records"
    JFK = "postponement under the JFK Act"
    DONATED = "restriction of a presidential library"
    STATUTE = "exempting statute"
    LABEL = "agency label"
    LEVEL = "classification level"
    FOREIGN_LEVEL = "level of NATO or another government"
    CONTROL = "control of unclassified matter"
    CAPTION = "caption"
    CODE_WORD = "code word"
    DISTRIBUTION = "precedence or distribution"
    INSTRUCTION = "declassification instruction"
    RELEASE = "release marking"
    STATUS = "release status"
    STAMP = "family of release stamps"

    @property
    def slug(self) -> str:
        """The kind as JSON writes it: `foia-exemption`."""
        return self.value.casefold().replace(" ", "-")


@frozen
class Explained:
    """One meaning of a word. `spellings` are the ways agencies write it, the name first or not at all.

    `since` and `until` (half open) are ISO dates, of less precision where no more is known: `1995-10-14`, `1973`.
    `today` says what stands for it now; `unconfirmed` what of all this no public source was found for.
    """

    kind: Kind
    name: str
    meaning: str
    source: str
    spellings: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    today: str = ""
    related: tuple[str, ...] = ()
    unconfirmed: str = ""
    # Spellings that are understood and not worth printing: of other case, or worn by OCR.
    silent: tuple[str, ...] = field(default=(), repr=False)

    @property
    def now(self) -> str:
        """What stands for it today; `the same` for what is still in use."""
        return self.today or "the same"


_DROPPED = re.compile(r"[\s()\[\]{}§,:;*\"'’‘“”¶-]|\.(?!\d)|(?<!\d)\.")


def key(words: str) -> str:
    """Spellings that differ in case, blanks, brackets, hyphens and stops alone are one: `(b)(7)(C)`, `B7(c)`, `b7C`."""
    return _DROPPED.sub("", words.replace("–", "-").replace("—", "-")).upper()
