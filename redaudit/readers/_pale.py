"""Areas over words that let them be read: a marker's translucent stroke, dark type on a dark bar.

Whether such an area was meant to redact is for a rule to say: highlights and shaded cells look the same.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from redaudit.layout.cover import (
    BOX_HEIGHT,
    BOX_WIDTH,
    EDGE,
    OPAQUE,
    SAME_COLOUR,
    Words,
    alike,
    in_rows,
    is_box,
    is_dark,
    is_page,
    shared,
)
from redaudit.layout.labels import is_code_label
from redaudit.layout.paint import WHITE, Medium, Printed, Shape
from redaudit.model.document import Concealed, PaleBox
from redaudit.model.geometry import Box
from redaudit.readers._unseen import Eye, Judged

# Dark type that differs from its dark ground by less than this, of 255, can be read, and was not meant to be.
LEGIBLE = 80
# What lies over print covers this part of its height; paint without alpha of its own, that of its form or none, more.
SPANNED, WHOLLY = 0.75, 0.95
# Colours whose channels differ by more than this, of 255, are those of highlighters, not gray.
BRIGHT = 60
# A page with more such areas than this is a drawing, or a page of shaded lines.
MANY = 150

_Laid = tuple[Shape, list[Printed]]


def pale_boxes(
    eye: Eye, judged: Sequence[Judged], boxes: Sequence[tuple[Shape, Concealed | None]]
) -> tuple[PaleBox, ...]:
    """The areas of a page through which words can be read; those that touch on one row are one."""
    shapes = [shape for shape in eye.paint.fills if _may_be(shape, eye)]
    if not shapes:
        return ()
    places = Words([word.printed for word in judged if not word.why])
    found = [laid for shape in shapes if (laid := _laid(shape, places))[1]]
    if not found or len(found) > MANY:
        return ()
    redacting = [shape for shape, _ in boxes if shape.medium is not Medium.PICTURE]
    return tuple(_pale(shape, words, places, redacting) for shape, words in in_rows(found))


def _may_be(shape: Shape, eye: Eye) -> bool:
    """Whether a shape is of the size of a redaction and can be seen on paper."""
    large = shape.x1 - shape.x0 >= BOX_WIDTH and shape.bottom - shape.top >= BOX_HEIGHT
    seen = shape.colour.alpha > SAME_COLOUR and not alike(shape.colour, WHITE)
    across, down = eye.size
    # What runs out over the page's edge is a letterhead, a cover, a tab.
    within = shape.x0 > EDGE and shape.top > EDGE and shape.x1 < across - EDGE and shape.bottom < down - EDGE
    filled = shape.medium in (Medium.FILL, Medium.LINE) and not is_page(shape, eye.size)
    return large and seen and within and filled


def _laid(shape: Shape, places: Words) -> _Laid:
    """A shape with the words that can be read through it, or on it though both are dark."""
    words = places.within(shape)
    beneath = [item for item in words if item.order < shape.order and _spans(shape, item)]
    if beneath:
        return shape, beneath
    return shape, list(_faint(shape, [item for item in words if item.order > shape.order]))


def _spans(shape: Shape, item: Printed) -> bool:
    """Whether an area is as high as the print beneath: what shows above and below a low bar tells nothing of it."""
    word = item.word
    spanned = SPANNED if shape.colour.alpha <= OPAQUE else WHOLLY
    high = min(shape.bottom, word.bottom) - max(shape.top, word.top)
    return high >= spanned * (word.bottom - word.top)


def _faint(shape: Shape, words: list[Printed]) -> Iterator[Printed]:
    if is_box(shape) and is_dark(shape.colour):
        for item in words:
            if item.colour and all(
                abs(a - b) < LEGIBLE for a, b in zip(item.colour[:3], shape.colour[:3], strict=True)
            ):
                yield item


def _pale(shape: Shape, words: list[Printed], places: Words, redacting: list[Shape]) -> PaleBox:
    read = set(words)
    printed = " ".join(item.word.text for item in places.within(shape) if item not in read)
    return PaleBox(
        box=Box(shape.x0, shape.top, shape.x1, shape.bottom),
        characters=len("".join(chain.from_iterable(item.word.text for item in words))),
        labelled=is_code_label(printed),
        among=any(alike(shape.colour, other.colour) and not shared(shape, other) for other in redacting),
        dark=is_dark(shape.colour),
        bright=max(shape.colour[:3]) - min(shape.colour[:3]) > BRIGHT,
    )
