"""What the pages of a document show and hide, as words: what any other text in the file is compared with."""

import re
import unicodedata
from collections.abc import Sequence

from attrs import frozen

from redaudit.model.document import Content, Page, Tie
from redaudit.model.geometry import Box

# A word is a run of letters and digits; `■` stands for a box.
_WORD = re.compile(r"■|[^\W_]+")
_HYPHENATED = re.compile(r"(\w)[-\xad\u2010]\s{0,40}\n\s{0,40}(?=\w)")
# Of a box in a line so many words before and after are compared with the words around a gap in a title.
_AROUND = 8
# Fewer shown words than this around the gap may stand in any line.
_ALIKE = 2
# A run of letters this long, found within the run-together text of the pages, is shown though its word was cut.
_LONG = 6
# A name has a word of at least so many letters; shorter ones are initials, articles and noise.
_NAME = 3
# Words that stand in titles and bookmarks by themselves, and tell nothing.
_COMMON = frozenset(
    _WORD.findall("""
    page pages tab tabs exhibit exhibits cover contents content table figure chapter section part sections bookmark
    document documents doc scan scanned untitled annex attachment attachments enclosure appendix sheet slide title
    front back blank index file redacted redaction copy version draft final memo letter email mail message report
    cable telegram picture image graphic photo photograph logo line text box shape rectangle object drawing
    withheld deleted excised removed omitted exempt exemption privileged confidential secret unclassified
    the and for with from into upon about between his her its their was were are has had have been not that this these
    those who whom which what when where our your you all any out off over under
    """)
)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, ligatures and widths undone, `■` among them."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@frozen
class Place:
    """How a text stands to the pages, and the redaction that it is tied to."""

    tie: Tie
    page: int | None = None
    box: Box | None = None


_NOWHERE = Place(Tie.NONE)


@frozen
class Shown:
    """The words that the pages show, those under boxes, and the words around each box.

    `whole` where every page was seen as text, so that what is not among its words is not shown.
    """

    words: frozenset[str]
    run: str
    hidden: dict[str, Place]
    gaps: tuple[tuple[tuple[str, ...], tuple[str, ...], Place], ...]
    pages: tuple[frozenset[str], ...]
    characters: frozenset[str]
    whole: bool

    def shows(self, word: str) -> bool:
        """Whether some page shows a word."""
        return word in self.words or (len(word) >= _LONG and word in self.run)

    def unshown(self, text: str) -> list[str]:
        """The words of a text that no page shows, in order; those that tell nothing are left out."""
        words = words_of(text)
        # The squares of a form part the letters of one word.
        if len("".join(words)) >= _LONG and "".join(words) in self.run:
            return []
        return [word for word in words if word not in _COMMON and not self.shows(word)]

    def hides(self, text: str) -> Place | None:
        """The redaction under which a word of a text stands, or whose gap its words fill; None for none."""
        unshown = [word for word in self.unshown(text) if sum(map(str.isalnum, word)) >= _NAME]
        for word in unshown:
            if word in self.hidden:
                return self.hidden[word]
        if unshown:
            words = words_of(text)
            for before, after, place in self.gaps:
                if _fills(words, before, after, unshown):
                    return place
        return None

    def place(self, text: str) -> Place:
        """How a text stands to the pages."""
        tied = self.hides(text)
        if tied is not None:
            return tied
        return Place(Tie.UNSHOWN) if self.whole and self.names(text) else _NOWHERE

    def names(self, text: str) -> bool:
        """Whether a text has a word of some letters, a name maybe, that no page shows."""
        return any(sum(map(str.isalpha, word)) >= _NAME for word in self.unshown(text))

    def page_shows(self, number: int, text: str) -> bool:
        """Whether one page shows every word of a text."""
        here = self.pages[number - 1] if 0 < number <= len(self.pages) else frozenset()
        return all(word in here for word in words_of(text))


def _fills(words: list[str], before: tuple[str, ...], after: tuple[str, ...], unshown: list[str]) -> bool:
    """Whether a title is the words before a box, words that no page shows, and the words after it."""
    first = next((n for n in range(len(words) - 1, 0, -1) if tuple(words[:n]) == before[-n:]), 0)
    rest = words[first:]
    last = next((n for n in range(len(rest) - 1, 0, -1) if tuple(rest[-n:]) == after[:n]), 0)
    middle = rest[: len(rest) - last]
    return first + last >= _ALIKE and any(word in unshown for word in middle)


def shown_by(pages: Sequence[Page]) -> Shown:
    """What some pages show and hide."""
    every: list[list[str]] = []
    run: list[str] = []
    gaps: list[tuple[tuple[str, ...], tuple[str, ...], Place]] = []
    for page in pages:
        text = _HYPHENATED.sub(r"\1", page.text)
        words = words_of(text)
        # A word broken at the end of a line counts as both its halves and the whole.
        every.append([*words, *(words_of(page.text) if text != page.text else ())])
        run.append("".join(words))
        gaps += _gaps(page, words)
    visible = frozenset(word for words in every for word in words)
    beneath = "".join(
        hidden.characters
        for page in pages
        for hidden in (*page.concealed, *(box.concealed for box in page.boxes if box.concealed))
    )
    return Shown(
        words=visible,
        run="\n".join(run),
        hidden={word: place for page in pages for word, place in _hidden(page) if word not in visible},
        gaps=tuple(gaps),
        pages=tuple(map(frozenset, every)),
        characters=frozenset(unicodedata.normalize("NFKC", "".join((*(page.text for page in pages), beneath)))),
        whole=all(page.seen and page.content in (Content.TEXT, Content.BLANK) for page in pages),
    )


def _hidden(page: Page) -> list[tuple[str, Place]]:
    """The words under the boxes of a page."""
    return [
        (word, Place(Tie.BOX, page.number, box.box))
        for box in page.boxes
        if box.concealed is not None and not box.concealed.harmless
        for word in words_of(box.concealed.characters)
        if len(word) >= _NAME
    ]


def _gaps(page: Page, words: list[str]) -> list[tuple[tuple[str, ...], tuple[str, ...], Place]]:
    """The words around each box of a page."""
    if not page.boxes:
        return []
    found = []
    boxes = sorted(page.boxes, key=lambda box: box.start)
    for number, at in enumerate(index for index, word in enumerate(words) if word == "■"):
        place = boxes[number].box if number < len(boxes) else None
        around = (tuple(words[max(0, at - _AROUND) : at]), tuple(words[at + 1 : at + 1 + _AROUND]))
        found.append((*around, Place(Tie.BOX, page.number, place)))
    return found
