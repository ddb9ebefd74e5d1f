"""What of a page's picture must not be shown: all that stands under its redactions, and other words no eye sees."""

from collections.abc import Iterator

from redaudit.layout.raster.withheld import Cover, Manner
from redaudit.layout.words import BOX
from redaudit.model.document import Concealed, Content, Ink, Page, RedactionBox
from redaudit.model.geometry import Box

# Letters reach so far out of the place that their type gives them, in points.
RIM = 2.0
# Words are looked for in level bands of this height, in points.
BAND = 24.0


class _Seen:
    """The words that an eye sees on a page, found by where they stand."""

    def __init__(self, page: Page) -> None:
        self._last = int((page.size[1] if page.size else 0) // BAND)
        self._bands: dict[int, list[Box]] = {}
        for word in page.words:
            if page.text[word.start : word.end] != BOX:
                for band in self._range(word.box):
                    self._bands.setdefault(band, []).append(word.box)

    def touching(self, place: Box) -> tuple[Box, ...]:
        """The words that share more than an edge with a place; some of them twice."""
        return tuple(box for band in self._range(place) for box in self._bands.get(band, ()) if box.overlap(place) > 0)

    def _range(self, box: Box) -> range:
        return range(max(int(box.top // BAND), 0), min(int(box.bottom // BAND), self._last) + 1)


def covers(page: Page) -> Iterator[Cover]:
    """How each place of a page that withholds or hides anything is covered."""
    seen = _Seen(page)
    for box in page.boxes:
        yield Cover(box.box, _redacted(box, page.content), seen.touching(_grown(box.box)))
    for hidden in page.concealed:
        if hidden.box is not None:
            place = _grown(hidden.box)
            yield Cover(place, _hidden(hidden), seen.touching(place))


def _redacted(box: RedactionBox, content: Content) -> Manner:
    """How a redaction is covered; a label on it stays where it can be told from what lies beneath."""
    if box.ink is Ink.PENDING:
        return Manner.HATCH
    if box.concealed is None or box.concealed.harmless:
        return Manner.MELT
    # Of a scan it is not known which of its print was read, so that all that stands out stays.
    return Manner.WIPE if content is Content.TEXT else Manner.EVEN


def _hidden(hidden: Concealed) -> Manner:
    # Tiny print is black on white: only its size hides it, until somebody enlarges the picture.
    return Manner.WIPE if hidden.why == "tiny" and not hidden.harmless else Manner.MELT


def _grown(box: Box) -> Box:
    return Box(box.x0 - RIM, box.top - RIM, box.x1 + RIM, box.bottom + RIM)
