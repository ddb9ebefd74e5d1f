"""A document's pages as its page shows them: each a sheet, with its picture or its text, and what is drawn on it."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from redaudit.model.document import Content, Page
from redaudit.model.exhibit import Exhibit
from redaudit.model.part import Binding, Choices
from redaudit.reports.html import transcript
from redaudit.reports.html.figures import Figure, Kind, counts, figures
from redaudit.reports.html.overlay import Drawing, drawings, letters
from redaudit.reports.html.shapes import n
from redaudit.reports.html.wording import counted

_CONTENTS = {
    Content.TEXT: "",
    Content.SCAN: "scan with a text layer",
    Content.IMAGE_ONLY: "picture, read by OCR",
    Content.BLANK: "blank",
}
# Layers in the order of the legend, and what the reader calls them.
_LAYERS = {
    Kind.REDACTION: "withheld passages (R1, R2 …)",
    Kind.CODE: "codes: why it is withheld",
    Kind.STAMP: "stamps of review and release",
    Kind.STRIKE: "words lined through (struck)",
    Kind.CLASSIFICATION: "levels of secrecy, captions",
    Kind.PORTION: "levels of single paragraphs",
    Kind.FINDING: "findings (F1, F2 …)",
    Kind.HIDDEN: "text that only a machine reads",
    Kind.OTHER: "dates, numbers, other words",
}


@frozen
class Layer:
    """One kind of drawn things, to switch on and off."""

    kind: str
    words: str
    count: int
    shown: bool


@frozen
class Sheet:
    """A page as shown: a picture or its outline with drawings, or rows of text.

    `width` and `height` are in points, empty where the page has no geometry; `letters` is the size of labels on it.
    `placeless` are drawn things whose place is not known. `whole` is false where only rows with marks are shown.
    `read` is the text of a picture, line by line.
    """

    number: int
    words: str
    flagged: int
    picture: str
    note: str
    width: str
    height: str
    letters: str
    drawings: tuple[Drawing, ...] = field(repr=False)
    placeless: tuple[Figure, ...] = field(repr=False)
    blocks: transcript.Blocks = field(repr=False)
    read: transcript.Blocks = field(repr=False)
    whole: bool

    @property
    def columns(self) -> int:
        """How many letters the widest row has, of those that a window may hold."""
        return transcript.columns(self.blocks)


@frozen
class Sheets:
    """All pages of a document, the layers of what is drawn on them, and whether small pictures lead to them."""

    pages: tuple[Sheet, ...]
    layers: tuple[Layer, ...]
    pictured: bool


@frozen
class _Show:
    """What of the pages is at hand: the pictures, the numbers of the pages that are shown whole, the user's choices."""

    pictures: Mapping[int, str]
    wanted: frozenset[int]
    choices: Choices


def sheets(exhibit: Exhibit, pictures: Mapping[int, str], wanted: Sequence[int], choices: Choices) -> Sheets:
    """The pages of a document, in order."""
    drawn = figures(exhibit)
    number = counts(figure for found in drawn.values() for figure in found)
    layers = tuple(
        Layer(kind.value, words, number[kind], kind is not Kind.OTHER)
        for kind, words in _LAYERS.items()
        if number[kind]
    )
    show = _Show(pictures, frozenset(wanted), choices)
    pages = tuple(_sheet(page, drawn.get(page.number, ()), show) for page in exhibit.pages)
    # In one file a picture is written out where it is shown: a small copy would have to be written out again.
    return Sheets(pages, layers, bool(pictures) and choices.binding is not Binding.FILE)


def _sheet(page: Page, drawn: tuple[Figure, ...], show: _Show) -> Sheet:
    size = _size(page)
    return Sheet(
        number=page.number,
        words=", ".join(_words(page, drawn)),
        flagged=sum(figure.kind is Kind.FINDING for figure in drawn),
        picture=show.pictures.get(page.number, ""),
        note=_note(page, show),
        width=n(size[0]) if size else "",
        height=n(size[1]) if size else "",
        letters=letters(size) if size else "",
        drawings=drawings(page, size, drawn) if size else (),
        placeless=tuple(_placeless(page, drawn)),
        blocks=() if size else _typed(page, drawn, show),
        read=_read(page, drawn) if size and page.number in show.wanted else (),
        whole=page.number in show.wanted,
    )


def _size(page: Page) -> tuple[float, float] | None:
    """A page's size where it has any area."""
    return page.size if page.size and min(page.size) > 0 else None


def _typed(page: Page, drawn: tuple[Figure, ...], show: _Show) -> transcript.Blocks:
    blocks = transcript.typed(page, drawn)
    return blocks if page.number in show.wanted else transcript.marked_only(blocks)


def _read(page: Page, drawn: Sequence[Figure]) -> transcript.Blocks:
    """The text of a picture; its marks are drawn above, and bear their names there."""
    return transcript.read(page, [evolve(figure, anchor="") for figure in drawn]) if page.text.strip() else ()


def _placeless(page: Page, drawn: Sequence[Figure]) -> Iterator[Figure]:
    """What has no place where the page is shown: no box on a picture, no line in a text."""
    for figure in drawn:
        if _size(page):
            lost = figure.box is None and figure.kind is not Kind.FINDING
        else:
            lost = figure.line is None if figure.start is None else not page.lines
        if lost:
            yield figure


def _words(page: Page, drawn: Sequence[Figure]) -> Iterator[str]:
    """What a page is, and how much is drawn on it."""
    if _CONTENTS[page.content]:
        yield _CONTENTS[page.content]
    if not page.seen:
        yield "could not be read"
    number = counts(drawn)
    flagged = number[Kind.FINDING]
    if marks := sum(number.values()) - flagged:
        yield counted(marks, "mark")
    if flagged:
        yield counted(flagged, "finding")


def _note(page: Page, show: _Show) -> str:
    """Why a page's picture or some of its text is not there."""
    if page.number in show.wanted:
        missing = _size(page) and page.number not in show.pictures
        return "No picture of this page could be made. Its marks are drawn where they stand." if missing else ""
    chosen = f"(--pages {show.choices.pages.value})"
    if _size(page):
        return f"Picture not shown {chosen}. The marks are drawn where they stand."
    return f"Only lines with marks are shown {chosen}."
