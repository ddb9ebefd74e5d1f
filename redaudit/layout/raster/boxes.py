"""The redactions burned into a picture, of whatever make, each once and in reading order."""

from collections.abc import Sequence

from redaudit.layout.layers import Placed
from redaudit.layout.raster.blanks import blanks
from redaudit.layout.raster.burned import Burned
from redaudit.layout.raster.fills import filled
from redaudit.layout.raster.outlines import outlined
from redaudit.layout.raster.picture import Picture

# Of two boxes, one is found twice when the larger covers so much of the smaller.
SAME = 0.8
# Boxes whose tops are this near stand on one line, in inches.
LINE = 0.06


def burned_boxes(picture: Picture, words: Sequence[Placed]) -> tuple[Burned, ...]:
    """What is burned into a picture: filled, outlined and blank passages; `words` are a text layer's, in points."""
    drawn = [*filled(picture, words), *outlined(picture, words)]
    # A blank is told by what stands around it; where a box is drawn, the box says more exactly what is hidden.
    bare = [blank for blank in blanks(picture, words) if not any(blank.box.overlap(other.box) > 0 for other in drawn)]
    return in_reading_order(once([*drawn, *bare]), LINE * picture.dpi / picture.scale)


def once(boxes: Sequence[Burned]) -> list[Burned]:
    """The boxes without those that a larger one covers: a fill and its own outline, a label's box in its box."""
    kept: list[Burned] = []
    for burned in sorted(boxes, key=lambda burned: -burned.box.area):
        if not any(burned.box.overlap(other.box) >= SAME * burned.box.area for other in kept):
            kept.append(burned)
    return kept


def in_reading_order(boxes: Sequence[Burned], line: float) -> tuple[Burned, ...]:
    """The boxes from the top down, and from left to right where their tops are no further apart than `line`."""
    lines: list[list[Burned]] = []
    for burned in sorted(boxes, key=lambda burned: burned.box.top):
        if lines and burned.box.top - lines[-1][0].box.top <= line:
            lines[-1].append(burned)
        else:
            lines.append([burned])
    return tuple(burned for row in lines for burned in sorted(row, key=lambda burned: burned.box.x0))
