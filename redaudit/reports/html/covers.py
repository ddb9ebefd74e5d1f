"""What of a page's picture must not be shown: all that stands under its redactions, and other words no eye sees."""

from collections.abc import Iterator

from redaudit.layout.raster.withheld import Cover, Manner
from redaudit.layout.words import BOX
from redaudit.model.document import Concealed, Content, Ink, Page, RedactionBox
from redaudit.model.geometry import Box

# Letters reach so far out of the place that their type gives them, in points.
RIM = 2.0


def covers(page: Page) -> Iterator[Cover]:
    """How each place of a page that withholds or hides anything is covered."""
    seen = [word.box for word in page.words if page.text[word.start : word.end] != BOX]
    for box in page.boxes:
        yield Cover(box.box, _redacted(box, page.content), _touching(seen, _grown(box.box)))
    for hidden in page.concealed:
        if hidden.box is not None:
            place = _grown(hidden.box)
            yield Cover(place, _hidden(hidden), _touching(seen, place))


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


def _touching(seen: list[Box], place: Box) -> tuple[Box, ...]:
    return tuple(box for box in seen if box.overlap(place) > 0)
