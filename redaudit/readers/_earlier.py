"""What earlier versions of a PDF show, page by page, and the last one does not."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from redaudit.errors import UnreadableDocument
from redaudit.layout.layers import Placed
from redaudit.model.document import Content, Holding, Leftover, Page, Tie
from redaudit.model.geometry import Box
from redaudit.readers._pdfium import OpenPage, open_page, open_pdf
from redaudit.readers._sheet import sheet_of
from redaudit.readers._shown import words_of
from redaudit.readers._structure import Touched, Version

# So many touched pages of a version are read; what is gone shows on the first ones.
_PAGES = 200


@frozen
class _Seen:
    """The words that a page shows, and whether they are those of a picture."""

    words: tuple[Placed, ...]
    scan: bool


def earlier_versions(data: bytes, versions: Sequence[Version], pages: Sequence[Page]) -> tuple[Leftover, ...]:
    """One leftover for each page that lost words or pictures, from the version that shows most of them."""
    if not versions:
        return ()
    most: dict[int | None, Leftover] = {}
    now = _Pages(data)
    try:
        for version in versions:
            for found in _lost(data, version, pages, now):
                known = most.get(found.page)
                if known is None or found.count > known.count:
                    most[found.page] = found
    finally:
        now.close()
    return tuple(most.values())


class _Pages:
    """The pages of one version, each read when it is asked for, and once."""

    def __init__(self, data: bytes) -> None:
        """The version open, no page read yet; raises UnreadableDocument."""
        self._document = open_pdf(data)
        self._read: dict[int, _Seen] = {}

    def page(self, number: int) -> _Seen:
        """What a page shows."""
        if number not in self._read:
            self._read[number] = _seen(open_page(self._document, number - 1))
        return self._read[number]

    def close(self) -> None:
        """Let go of the version."""
        self._document.close()


def _lost(data: bytes, version: Version, pages: Sequence[Page], now: _Pages) -> Iterator[Leftover]:
    touched = [page for page in version.pages[:_PAGES] if not _is_same_scan(page, pages)]
    if not touched:
        return
    try:
        before = _Pages(data[: version.end])
    except UnreadableDocument:
        return
    try:
        spare = Counter(word for number in version.added[:_PAGES] for word in _words(now.page(number)))
        for page in touched:
            found = _left(page, before.page(page.earlier), now, pages, spare)
            if found is not None:
                yield found
    finally:
        before.close()


def _is_same_scan(touched: Touched, pages: Sequence[Page]) -> bool:
    """Whether a page was and is the same pictures: its words are an OCR's, and change when it is read again."""
    if touched.last is None or touched.pictures or not touched.had_pictures or touched.last > len(pages):
        return False
    return pages[touched.last - 1].content in (Content.SCAN, Content.IMAGE_ONLY)


def _left(touched: Touched, before: _Seen, now: _Pages, pages: Sequence[Page], spare: Counter[str]) -> Leftover | None:
    """What a touched page lost; words found on pages that were added since are only moved."""
    page = pages[touched.last - 1] if touched.last is not None and touched.last <= len(pages) else None
    counts = spare.copy()
    if touched.last is not None:
        after = now.page(touched.last)
        # What OCR read on a page that became a picture is not gone.
        counts.update(words_of(page.text) if page is not None and after.scan else _words(after))
    gone: list[Placed] = []
    for placed in before.words:
        parts = words_of(placed.text)
        if any(counts[part] <= 0 for part in parts):
            gone.append(placed)
        counts.subtract(parts)
    if before.scan and not touched.pictures and touched.last is not None:
        gone = []
    if not gone and not touched.pictures:
        return None
    where = "a page that was taken out" if page is None else "what the page no longer shows"
    what = "words" if gone and not touched.pictures else "pictures and words" if gone else "a picture"
    return Leftover(
        Holding.REVISION,
        f"an earlier version in the file shows {where}: {what}",
        " ".join(placed.text for placed in gone),
        touched.last,
        tie=_tie(page, gone, touched),
    )


def _tie(page: Page | None, gone: list[Placed], touched: Touched) -> Tie:
    boxes = page.boxes if page is not None else ()
    if boxes and (touched.pictures or any(_under(box.box, word) for box in boxes for word in gone)):
        return Tie.BOX
    return Tie.UNSHOWN if gone or page is None else Tie.NONE


def _under(box: Box, word: Placed) -> bool:
    """Whether the middle of a word lies in a box."""
    across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= across <= box.x1 and box.top <= down <= box.bottom


def _words(seen: _Seen) -> list[str]:
    return [part for placed in seen.words for part in words_of(placed.text)]


def _seen(opened: OpenPage | None) -> _Seen:
    if opened is None:
        return _Seen((), scan=False)
    try:
        sheet = sheet_of(opened)
    finally:
        opened.close()
    words = (*sheet.upright, *(word for block in sheet.turned.values() for word in block))
    return _Seen(words, sheet.content in (Content.SCAN, Content.IMAGE_ONLY))
