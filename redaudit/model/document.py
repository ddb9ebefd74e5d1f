"""A document as an eye sees it: pages of text, each run of text with its place and its ink."""

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from attrs import field, frozen

from redaudit.model.geometry import Box
from redaudit.model.line import Line, Lines


class Ink(enum.Enum):
    """How a word stands on the page; decided once, by the reader."""

    PLAIN = "plain"
    STRUCK = "struck"
    LIKELY_STRUCK = "struck?"
    UNDERLINED = "underlined"
    PENDING = "pending"


class Content(enum.Enum):
    """What a page is made of."""

    TEXT = "text"
    SCAN = "scan"
    IMAGE_ONLY = "image"
    BLANK = "blank"


@frozen
class InkSpan:
    """A stretch of a page's text whose ink is not plain."""

    start: int
    end: int
    ink: Ink


@frozen
class Word:
    """A word of a page with geometry: its stretch of the page's text, and its box in points."""

    start: int
    end: int
    box: Box


# Why something is concealed that no text of the file says: the picture under a drawn box still shows it.
PICTURED = "pictured-under-redaction"


@frozen
class Concealed:
    """What a machine still reads where an eye does not: counted, and hidden from `repr`.

    `why` is `under-redaction`, PICTURED (its characters are read by OCR, none where that is off) or one of the
    contract's words for hidden text (`transparent`, `ground-colour`, `off-page`, `clipped`, `tiny`, `covered`,
    `invisible-layer`, `switched-off`). `harmless` where the words tell nothing of what is withheld: the box's own
    label, a code, a date, what the page shows elsewhere in their place.
    """

    why: str
    box: Box | None
    characters: str = field(repr=False)
    harmless: bool = False

    @property
    def count(self) -> int:
        """How many characters a machine still reads there, white space left out."""
        return _printed(self.characters)


class Holding(enum.Enum):
    """Where in a file, its pages' print apart, something still stands."""

    REVISION = "earlier-revision"
    ATTACHMENT = "attachment"
    BOOKMARK = "bookmark"
    STRUCTURE = "structure"
    METADATA = "metadata"
    COMMENT = "comment"
    FONT = "font"
    FIELD = "field"


class Tie(enum.Enum):
    """How a leftover's words stand to what the pages show.

    BOX: some of them stand where a page has a redaction. UNSHOWN: no page shows them. NONE: it cannot be told, or the
    pages show as much.
    """

    BOX = "box"
    UNSHOWN = "unshown"
    NONE = "none"


@frozen
class Leftover:
    """What a file still holds besides the print of its pages: named without its words, which are hidden from `repr`.

    `what` names it in one clause. `page` and `box` are where it belongs, where it belongs anywhere.
    """

    kind: Holding
    what: str
    characters: str = field(default="", repr=False)
    page: int | None = None
    box: Box | None = None
    tie: Tie = Tie.NONE

    @property
    def count(self) -> int:
        """How many characters a machine reads in it, white space left out."""
        return _printed(self.characters)


def _printed(characters: str) -> int:
    return sum(not character.isspace() for character in characters)


@frozen
class RedactionBox:
    """A box drawn or painted over the page; `start` and `end` frame its `■` in the page's text.

    `lines` is an estimate of how many lines it withholds, by its height and the distance of the page's rows. `peeping`
    counts the letters of withheld words that an eye sees at its edges, whole or in part.
    """

    start: int
    end: int
    box: Box
    ink: Ink = Ink.PLAIN
    concealed: Concealed | None = None
    lines: float | None = None
    peeping: int = 0


@frozen
class PaleBox:
    """An area painted over words, or under them in nearly their colour, that lets them be read: no redaction by itself.

    `characters` counts what can be read there. `labelled` where an exemption code is printed on it, `among` where the
    page has redaction boxes of its colour, `dark` where it is near black but for what it lets through, `bright` where
    it has a highlighter's colour.
    """

    box: Box
    characters: int
    labelled: bool = False
    among: bool = False
    dark: bool = False
    bright: bool = False

    @property
    def looks_meant(self) -> bool:
        """Whether it looks by itself as if it was to hide what it lets be read."""
        return self.dark or self.labelled or self.among


@frozen
class Page:
    """One page. `text` is what an eye can see, in reading order: columns apart, one printed run a line.

    Every offset of every mark refers to `text`. `rows` is the number of printed rows, `size` is in points, `doubtful`
    the stretches of the text, half open and in order, that were read by OCR and may be something else. `empty` where
    nothing at all was found on the page, whether it is bare or a picture of a bare sheet.
    """

    number: int
    text: str
    lines: Sequence[Line] = ()
    inks: tuple[InkSpan, ...] = ()
    words: tuple[Word, ...] = ()
    boxes: tuple[RedactionBox, ...] = ()
    concealed: tuple[Concealed, ...] = ()
    content: Content = Content.TEXT
    seen: bool = True
    rows: int = 0
    size: tuple[float, float] | None = None
    doubtful: tuple[tuple[int, int], ...] = ()
    pale: tuple[PaleBox, ...] = ()
    empty: bool = False

    @cached_property
    def folded(self) -> str:
        """The text in upper case, for cheap searches; offsets may differ from those of `text`."""
        return self.text.upper()

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return self.lines.starts if isinstance(self.lines, Lines) else [line.start for line in self.lines]

    @cached_property
    def _ink_starts(self) -> list[int]:
        return [span.start for span in self.inks]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def line_index(self, offset: int) -> int:
        """The index in `lines` of the run that holds an offset of the text, or the last one before it (-1 if none)."""
        return bisect_right(self._line_starts, offset) - 1

    def line_at(self, offset: int) -> Line | None:
        """The run that holds an offset of the text, or the last one before it."""
        index = self.line_index(offset)
        return self.lines[index] if index >= 0 else None

    def row_at(self, offset: int) -> int:
        """The printed row, from 1, of an offset of the text."""
        index = bisect_right(self._line_starts, offset) - 1
        return self.lines[index].row if index >= 0 else 1

    def ink_between(self, start: int, end: int) -> Ink:
        """The ink that covers half of a stretch or more, in one span or in several, else plain."""
        if not self.inks:
            return Ink.PLAIN
        covered: dict[Ink, int] = {}
        for index in range(max(0, bisect_left(self._ink_starts, start) - 1), bisect_left(self._ink_starts, end)):
            span = self.inks[index]
            shared = min(span.end, end) - max(span.start, start)
            if shared > 0:
                covered[span.ink] = covered.get(span.ink, 0) + shared
        return next((ink for ink, cells in covered.items() if 2 * cells >= end - start), Ink.PLAIN)

    def is_doubtful(self, start: int, end: int) -> bool:
        """Whether any of a stretch of the text was read in doubt."""
        return any(first < end and start < last for first, last in self.doubtful)

    def box_between(self, start: int, end: int) -> Box | None:
        """The smallest box, in points, around the words of a stretch; None where the page has no geometry."""
        found: Box | None = None
        first = max(0, bisect_right(self._word_starts, start) - 1)
        for index in range(first, bisect_left(self._word_starts, end)):
            word = self.words[index]
            if word.end > start:
                found = word.box if found is None else found.union(word.box)
        return found


@frozen
class Source:
    """Where a document came from: `path` as reported (POSIX), `sha256` of its bytes, the id of its reader."""

    path: str
    sha256: str
    reader: str
    media_type: str
    size: int


@frozen
class Document:
    """The pages of one file, in order, and what else the file still holds."""

    source: Source
    pages: tuple[Page, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    leftovers: tuple[Leftover, ...] = ()
