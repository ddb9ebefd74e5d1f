"""The redactions drawn on a PDF page, with what lies under each, and the other words that no eye sees."""

from collections.abc import Iterator
from itertools import groupby

from redaudit.layout.cover import Areas, Words, in_rows, is_box, is_clean_box, is_dark, is_page, shared
from redaudit.layout.labels import is_code_label, is_label, is_tag, replacements
from redaudit.layout.layers import Placed
from redaudit.layout.matrix import Corners
from redaudit.layout.paint import BLACK, Medium, Printed, Shape
from redaudit.model.document import Concealed
from redaudit.model.geometry import Box
from redaudit.readers._unseen import UNDER, Eye, Judged

# A tiny word of no more than this many characters on a page is a program's own mark, never a passage.
OWN_MARK = 12
# A box with a label on it is darker than this, of 255, in one of its colours: white ones are grounds.
TINTED = 235
# A box darker than this on average, of 255, redacts whatever is printed on it; lighter ones are notes laid over print.
DEEP = 100
# A picture that redacts is no higher than this part of the page.
PICTURE_HEIGHT = 0.1
# Nor is it lighter than this, of 255.
PITCH_DARK = 60
# A page of more dark areas than this over nothing is a drawing.
DRAWING = 150
# A page of more pictures than this is made of them: none is looked at for being black.
PICTURES = 60
# Lighter paint on more than this part of a box leaves a frame of it.
OVERPAINTED = 0.3
# Frames no farther apart than this, in points, are cells of one table.
ADJOINING = 1.5
# A shadow stands no farther from its word than this, in points.
DOUBLE = 2.0


def redactions(eye: Eye, judged: list[Judged]) -> tuple[list[tuple[Shape, Concealed | None]], tuple[Concealed, ...]]:
    """Every redaction with what lies beneath it, and what else is hidden."""
    paint = eye.paint
    if not (eye.pending or paint.fills or paint.frames or paint.pictures or any(word.why for word in judged)):
        return [], ()
    seen = [word.printed for word in judged if not word.why]
    places = Words(seen)
    under: dict[Shape, list[Printed]] = {}
    rest: list[Judged] = []
    for word in judged:
        if word.why == UNDER and word.shape is not None:
            under.setdefault(word.shape, []).append(word.printed)
        elif word.why:
            rest.append(word)
    found: list[tuple[Shape, list[Printed]]] = []
    for shape, words in under.items():
        if _redacts(eye, shape, places):
            found.append((shape, words))
        else:
            rest += [Judged(word, 0, "covered", shape) for word in words]
    found += [(shape, []) for shape in _bare(eye, places) if shape not in under]
    return _boxed(in_rows(found)), tuple(_grouped(rest, seen))


def _redacts(eye: Eye, shape: Shape, seen: Words) -> bool:
    """Whether a shape that hides words redacts them; words on white paint of their own in their place correct them."""
    if shape in eye.pending:
        return True
    if is_page(shape, eye.size):
        return False
    if shape.medium is Medium.PICTURE and eye.shade(shape) is None:
        return False
    words = [item for item in seen.within(shape) if item.order > shape.order]
    deep = shape.medium is Medium.FILL and sum(shape.colour[:3]) <= 3 * DEEP
    return not words or deep or is_label(" ".join(word.word.text for word in words))


def _bare(eye: Eye, seen: Words) -> Iterator[Shape]:
    """The boxes beneath which nothing stands: dark ones, those with a label printed on them, those never applied."""
    yield from eye.pending
    bare: list[Shape] = []
    for shape in eye.paint.fills:
        if is_box(shape) and not is_page(shape, eye.size):
            within = _within(shape, seen)
            if not within and is_clean_box(shape, eye.size) and not _is_overpainted(shape, eye.over):
                bare.append(shape)
            elif _is_labelled(shape, within):
                yield shape
    yield from bare if len(bare) <= DRAWING else ()
    frames = [frame for frame in eye.paint.frames if is_box(frame) and not is_page(frame, eye.size)]
    for frame in frames:
        if is_code_label(_within(frame, seen)) and not any(_adjoin(frame, other) for other in frames):
            yield frame
    pictures = [] if eye.scan or len(eye.paint.pictures) > PICTURES else eye.paint.pictures
    for picture in pictures:
        bar = picture._replace(colour=BLACK, medium=Medium.FILL)
        if is_clean_box(bar, eye.size) and picture.bottom - picture.top <= PICTURE_HEIGHT * eye.size[1]:
            shade = None if _within(picture, seen) else eye.shade(picture)
            if shade is not None and shade <= PITCH_DARK:
                yield picture


def _within(shape: Shape, seen: Words) -> str:
    """The words that an eye sees within a shape."""
    return " ".join(item.word.text for item in seen.within(shape))


def _adjoin(frame: Shape, other: Shape) -> bool:
    """Whether two frames have an edge in common, as the cells of a table; a frame drawn twice is one."""
    across = min(frame.x1, other.x1) - max(frame.x0, other.x0)
    down = min(frame.bottom, other.bottom) - max(frame.top, other.top)
    return (abs(across) <= ADJOINING and down > ADJOINING) or (abs(down) <= ADJOINING and across > ADJOINING)


def _is_overpainted(shape: Shape, over: Areas) -> bool:
    """Whether lighter paint lies on much of a box: a frame, a tick box."""
    return any(
        later.order > shape.order and not is_dark(later.colour) and shared(later, shape) > OVERPAINTED * shape.area
        for later in over.within(*_place(shape))
        if is_box(later)
    )


def _is_labelled(shape: Shape, words: str) -> bool:
    """Whether a box has its label printed on it and nothing else."""
    return shape.medium is Medium.FILL and min(shape.colour[:3]) <= TINTED and is_code_label(words)


def _place(shape: Shape) -> Corners:
    return shape.x0, shape.top, shape.x1, shape.bottom


def _boxed(boxes: list[tuple[Shape, list[Printed]]]) -> list[tuple[Shape, Concealed | None]]:
    """Every box with what it conceals; harmless where that is a label, or one date in place of all words."""
    texts = [" ".join(word.word.text for word in sorted(words, key=_reading)) for _, words in boxes]
    replaced = replacements(text for text in texts if text)
    return [
        (shape, Concealed(UNDER, Box(*_place(shape)), text, is_label(text) or text in replaced) if text else None)
        for (shape, _), text in zip(boxes, texts, strict=True)
    ]


def _reading(word: Printed) -> tuple[int, int]:
    return word.order, word.first


def _grouped(rest: list[Judged], seen: list[Printed]) -> Iterator[Concealed]:
    """Hidden words, those that stand together on one line as one; left out where the same words show at their place."""
    shown: dict[str, list[Placed]] = {}
    for item in seen:
        shown.setdefault(item.word.text, []).append(item.word)
    kept = [word for word in rest if not _is_double(word.printed.word, shown)]
    tiny = sum(len(word.printed.word.text) for word in kept if word.why == "tiny")
    for (why, _), group in groupby(kept, key=lambda word: (word.why, word.printed.word.line)):
        words = [word.printed.word for word in group]
        text = " ".join(word.text for word in words)
        harmless = is_label(text) or is_tag(text) or (why == "tiny" and tiny <= OWN_MARK)
        yield Concealed(why, _around(words), text, harmless)


def _is_double(word: Placed, shown: dict[str, list[Placed]]) -> bool:
    """Whether a word is the shadow of the same word at its place."""
    return any(
        abs(word.x0 - other.x0) <= DOUBLE and abs((word.top + word.bottom) - (other.top + other.bottom)) <= 2 * DOUBLE
        for other in shown.get(word.text, ())
    )


def _around(words: list[Placed]) -> Box:
    return Box(
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )
