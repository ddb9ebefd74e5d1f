"""What is printed on a page, and where; each value says what one mark means by itself."""

import enum

from attrs import frozen

from redaudit.model.document import Ink
from redaudit.model.geometry import Box
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import Level
from redaudit.vocabulary.outcome import Outcome


@frozen(order=True)
class Span:
    """A stretch of one page's text, half open."""

    page: int
    start: int
    end: int


class Role(enum.Enum):
    """What a classification word does on the page.

    BANNER: a page's top, bottom or stamped marking. LINE: the class line at a cable's number.
    MENTION: a check box, review stamp, authority line or prose; never evidence of the level.
    """

    BANNER = "banner"
    LINE = "line"
    MENTION = "mention"


@frozen
class Classification:
    """A classification word, with the captions printed beside it."""

    level: Level
    captions: tuple[str, ...] = ()
    role: Role = Role.BANNER


@frozen
class PortionMark:
    """A portion mark, `text` as `(S//NF)`; `paragraph` is the number printed before it, if any."""

    text: str
    level: Level
    paragraph: str = ""


class CodeUse(enum.Enum):
    """Where an exemption code stands: in a release stamp, beside what it withholds, on a page sheet, or in a key."""

    STAMP = "stamp"
    MARGIN = "margin"
    SHEET = "sheet"
    KEY = "key"


@frozen
class ExemptionCode:
    """An exemption code in canonical spelling: `B1`, `B7(C)`, `1.4(B)`, `3.3(b)(1)`, `25X1`, `P5`, `NR`.

    A KEY explains codes and is no use of them.
    """

    code: str
    use: CodeUse = CodeUse.MARGIN
    damaged: bool = False


@frozen
class Statute:
    """What stands with a B3, as printed: `CIA PERS/ORG`, `INA 222(f)`, `50 USC 3024(i)(1)`."""

    text: str


@frozen
class ReleaseStamp:
    """What one release marking says. Empty fields are not stated by this marking.

    `family` is the stamp's kind: `vrr`, `case-band`, `litigation-band`, `systematic-review`, `classified-at-release`,
    `cia`, `nara`, `jfk`, `fbi`, `dod`, `nsa`, `iscap`, `doe` and the like. `classification` is the class of the
    released copy; `withheld` the class that remains after a stamp that classifies at release, with its `reasons` and
    `until`, a date or the exemption printed in its place (`25X1`). `declassified` where the words say so
    (`Declassified`, `Approved for Release` in full); `decaptioned` where the captions were lifted; `damaged` where the
    reading rests on broken letters.
    """

    family: str
    status: Outcome | None = None
    date: ReadDate | None = None
    classification: Level | None = None
    authority: str = ""
    case: str = ""
    document: str = ""
    order: str = ""
    withheld: Level | None = None
    reasons: tuple[str, ...] = ()
    until: ReadDate | str | None = None
    declassified: bool = False
    decaptioned: bool = False
    damaged: bool = False


class RedactionKind(enum.Enum):
    """How a withheld passage shows."""

    PLACEHOLDER = "placeholder"
    GAP = "gap"
    BOX = "box"
    MASK = "mask"
    PAGE = "page"


@frozen
class RedactedSpan:
    """A withheld passage printed as words, a mask or a blank; `quantity` of `unit`, as stated (`1.5`, `line`).

    `lines` is the length in lines where the words give one: of `1 paragraph (5 lines)` the lines are 5.
    """

    kind: RedactionKind
    quantity: float | None = None
    unit: str = ""
    official: bool = True
    lines: float | None = None


@frozen
class AuthorityBlock:
    """An originator's authority: who classified, why, until when. Empty fields are not stated."""

    classified_by: str = ""
    derived_from: str = ""
    reasons: tuple[str, ...] = ()
    declassify_on: str = ""
    declassify_date: ReadDate | None = None
    order: str = ""


@frozen
class OrderLine:
    """An E.O. line: the order cited, and the instruction as printed (`DECL: 11/19/09`), a date where it is one."""

    order: str
    instruction: str = ""
    date: ReadDate | None = None


@frozen
class DatedAct:
    """A date and what was done on it.

    `act` is `dtg`, `sent`, `printed`, `drafted`, `headed`, `published` or `transmitted`; `damaged` where letters
    stood for digits, or the weekday printed beside it does not fit.
    """

    act: str
    date: ReadDate
    damaged: bool = False


@frozen
class Identifier:
    """A number somebody gave the document; `scheme` says whose: `state-doc`, `message-reference`, `cia-rdp`.

    `damaged` where a character had to be repaired or could not be: a clean reading of the same number is better.
    """

    scheme: str
    value: str
    damaged: bool = False


@frozen
class Caption:
    """A handling or dissemination caption as made: `NODIS`, `NOFORN`, `CEDAR`."""

    text: str


@frozen
class Wording:
    """Plain words of a field: a subject line, a signature."""

    text: str


@frozen
class PageCount:
    """A page's number and, where it is stated, of how many; `series` tells one numbering from another."""

    number: int
    total: int | None
    series: str = ""


@frozen
class Paragraph:
    """The start of a numbered paragraph; `mark` is its portion mark, if it has one."""

    number: int
    mark: str = ""


@frozen
class CableHeader:
    """What a telegram's format lines say: ZNY class letter, station serial, day of the year, section n of m."""

    level: Level | None = None
    serial: str = ""
    julian_day: int | None = None
    section: int | None = None
    sections: int | None = None


@frozen
class DeletedPages:
    """A sheet of deleted pages: its own total, and how many pages it lists by reason."""

    total: int | None
    withheld: int = 0
    duplicate: int = 0
    referral: int = 0


@frozen
class Attributes:
    """A message attribute block of the Access to Archival Databases: pairs of name and value, as printed."""

    pairs: tuple[tuple[str, str], ...]

    def named(self, name: str) -> str:
        """The value of an attribute, empty where it is absent or `n/a`."""
        value = next((value for key, value in self.pairs if key == name), "")
        return "" if value.casefold() == "n/a" else value


Value = (
    Classification
    | PortionMark
    | ExemptionCode
    | Statute
    | ReleaseStamp
    | RedactedSpan
    | AuthorityBlock
    | OrderLine
    | DatedAct
    | Identifier
    | Caption
    | Wording
    | PageCount
    | Paragraph
    | CableHeader
    | DeletedPages
    | Attributes
)


@frozen
class Mark:
    """One mark on a page: what found it, where it stands, its text and ink, and what it means by itself.

    `doubtful` where any of its text was read by OCR and may be something else.
    """

    detector: str
    span: Span
    line: int
    text: str
    ink: Ink
    value: Value
    box: Box | None = None
    doubtful: bool = False

    @property
    def page(self) -> int:
        """The page the mark stands on, from 1."""
        return self.span.page
