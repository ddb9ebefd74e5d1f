"""Which words of a PDF page an eye sees, and why it does not see the others.

Place, colour and painting order tell most; where they leave a doubt, the page is drawn with and without the words in
doubt, and the pixels tell.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from attrs import define, evolve, field, frozen

from redaudit.layout.cover import (
    DARK,
    SAME_COLOUR,
    TINY,
    Areas,
    ground_of,
    is_box,
    is_covered,
    is_dark,
    is_page,
    shared,
    why_hidden,
)
from redaudit.layout.layers import Placed
from redaudit.layout.matrix import Corners
from redaudit.layout.paint import WHITE, Medium, Printed, Shape
from redaudit.layout.raster.sight import Sight
from redaudit.layout.sight import hidden, limit, looks_out
from redaudit.readers._drawn import shade_of, sight_of
from redaudit.readers._painted import Paint
from redaudit.readers._paths import clip
from redaudit.readers._pdfium import Glyphs, OpenPage
from redaudit.readers._printed import Frame, stretch, under

# The resolution at which words in doubt are looked at; type lower than this, in points, at twice that.
DPI, SMALL_TYPE = 100.0, 6.5
# A colour nearer to its ground than this, of 255, may vanish in it; so may light type on anything but dark paint.
FAINT, LIGHT = 40, 170
# A clip that leaves less than this part of a word cuts it.
CUT = 0.75
# So much of the page is drawn around words in doubt, in points.
AROUND = 3.0
# The name of content that a layer of the document switches on and off (ISO 32000-1, 8.11.3).
LAYER = "OC"

UNDER = "under-redaction"
# What place alone settles; what it leaves to the pixels.
SURE = ("off-page", "tiny")
DOUBT = "doubt"


@frozen
class Judged:
    """A word, or a stretch of one, and how many quarter turns it stands; why no eye sees it, and what covers it.

    `peeping` counts its characters that look out above or below what covers them.
    """

    printed: Printed
    turn: int
    why: str = ""
    shape: Shape | None = None
    peeping: int = 0


@define
class Eye:
    """What tells whether words are seen: the page, its paint, and how it is drawn."""

    page: OpenPage
    frame: Frame
    glyphs: Glyphs
    paint: Paint
    pending: list[Shape]
    size: tuple[float, float]
    scan: bool
    sight: Sight | None = None
    _upper_sight: Sight | None = None
    _upper: set[int] = field(factory=set)
    _doubts: dict[int, str] = field(factory=dict)
    _clips: dict[int, Corners | None] = field(factory=dict)
    _plain: dict[int, bool] = field(factory=dict)

    @cached_property
    def over(self) -> Areas:
        """What may cover a word: of a scan, its pictures do not."""
        pictures = [] if self.scan else self.paint.pictures
        return Areas([*self.paint.fills, *pictures])

    @cached_property
    def beneath(self) -> Areas:
        """What words may stand on."""
        return Areas([*self.paint.fills, *self.paint.pictures])

    @cached_property
    def opaque(self) -> list[Shape]:
        """The boxes that may hide what has no ink of its own, an invisible layer of text: no picture lies on them."""
        boxes = [shape for shape in self.paint.fills if is_box(shape) and not is_page(shape, self.size)]
        return [box for box in boxes if not any(_lies_on(it, box) for it in self.pictures.within(*box[:4]))]

    @cached_property
    def pictures(self) -> Areas:
        """The page's pictures."""
        return Areas(self.paint.pictures)

    def judged(self, printed: list[tuple[Printed, int]]) -> list[Judged]:
        """Every word, cut where it begins or ends to be seen."""
        if self.scan:
            printed = [(self._as_layer(item), turn) for item, turn in printed]
        first = [piece for item, turn in printed for piece in self._by_place(item, turn)]
        doubtful = [piece for piece in first if piece.why == DOUBT]
        unseen = [piece for piece in first if piece.why == "invisible-layer"]
        if doubtful or unseen:
            place = _around([piece.printed.word for piece in [*doubtful, *unseen]])
            self._look([piece.printed for piece in doubtful], [item for item, _ in printed], place)
        return [last for piece in first for last in self._by_sight(piece)]

    def _as_layer(self, item: Printed) -> Printed:
        """A word of a scan's text layer without colour, however made: under the picture, or transparent on it."""
        if item.colour is None:
            return item
        clear = item.colour.alpha <= SAME_COLOUR
        pictures = (picture for picture in self.pictures.touching(item.word) if picture.holds(item.word))
        if any(clear or picture.order > item.order for picture in pictures):
            return item._replace(colour=None)
        return item

    def _look(self, doubtful: list[Printed], printed: list[Printed], place: Corners) -> None:
        """Draw the page with and without the words in doubt; words printed on others in doubt are drawn apart."""
        low = min((item.word.bottom - item.word.top for item in doubtful), default=SMALL_TYPE)
        dpi = DPI if low >= SMALL_TYPE else 2 * DPI
        # PDFium gives the characters of a text printed twice at one place once: the other print goes out too.
        twice = self.paint.texts.keys() - {item.address for item in printed}
        places = Areas(Shape(*item.word[1:5], WHITE, item.order) for item in doubtful)
        self._upper = {
            item.address
            for item in doubtful
            if any(place.order < item.order and place.holds(item.word) for place in places.touching(item.word))
        }
        lower = {item.address for item in doubtful} - self._upper
        self.sight = sight_of(self.page, (lower - {0}) | twice, place, dpi)
        self._upper_sight = sight_of(self.page, (self._upper - {0}) | twice, place, dpi) if self._upper else self.sight

    def _by_place(self, item: Printed, turn: int) -> Iterator[Judged]:
        """A word as far as its place and colour tell."""
        if self._is_plain(item):
            yield Judged(item, turn)
            return
        pieces = [item]
        boxes = self.pending
        if item.colour is None:
            # A layer may be painted after what hides it; a light ground painted first hides nothing.
            boxes = boxes + [box for box in self.opaque if is_dark(box.colour) or item.order < box.order]
        if boxes:
            pieces = list(under(boxes, item, self.glyphs, self.frame))
        for piece in pieces:
            shape = next((box for box in reversed(boxes) if box.holds(piece.word)), None) if boxes else None
            if shape is not None:
                yield Judged(piece, turn, UNDER, shape)
                continue
            ground = ground_of(piece, self.beneath)
            why = why_hidden(piece, self.size, ground) or ""
            if why == "invisible-layer" and self.scan:
                # Whether the picture shows the words of a scan's plain layer is for who looks at the scan to say.
                why = ""
            elif why not in SURE and piece.colour is not None and (why or self._is_doubtful(piece, ground)):
                why = DOUBT
            yield Judged(piece, turn, why)

    def _is_plain(self, item: Printed) -> bool:
        """Whether a word is dark print within the page that no area touches: nearly all words of most pages are."""
        plain = self._plain.get(item.address)
        if plain is None:
            dark = item.colour is not None and item.colour.alpha > SAME_COLOUR and min(item.colour[:3]) < LIGHT
            plain = dark and not self.pending and not self._by_object(item) and not self._clips.get(item.address)
            self._plain[item.address] = plain
        word, (width, height) = item.word, self.size
        within = word.x1 > 0 and word.x0 < width and word.bottom > 0 and word.top < height
        return plain and within and word.bottom - word.top >= TINY and next(self.beneath.touching(word), None) is None

    def _is_doubtful(self, item: Printed, ground: Shape | None) -> bool:
        """Whether anything leaves it open that an eye sees a word."""
        return bool(self._by_object(item)) or self._is_faint(item, ground) or is_covered(item, self.over)

    def _is_faint(self, item: Printed, ground: Shape | None) -> bool:
        """Whether a word's colour may vanish in what it stands on."""
        colour = item.colour or WHITE
        light = min(colour[:3]) >= LIGHT
        if ground is None:
            return light
        if ground.medium is Medium.PICTURE and self.scan:
            return light
        if ground.medium in (Medium.PICTURE, Medium.SHADING):
            return True
        near = max(abs(a - b) for a, b in zip(colour[:3], ground.colour[:3], strict=True)) < FAINT
        return near or (light and (not is_dark(ground.colour) or ground.medium is Medium.SHAPE))

    def _by_object(self, item: Printed) -> str:
        """What may hide a word by how its object is painted: `switched-off`, `clipped`, `transparent`."""
        address = item.address
        painted = self.paint.texts.get(address)
        if painted is None:
            return ""
        why = self._doubts.get(address)
        if why is None:
            why = "transparent" if self.page.see_through(painted) else ""
            if self.page.belongs_to(address, LAYER) or (self.page.layered and painted.formed):
                why = "switched-off"
            self._doubts[address] = why
        return why or ("clipped" if self._is_cut(item) else "")

    def _is_cut(self, item: Printed) -> bool:
        """Whether a clip leaves too little of a word."""
        painted = self.paint.texts[item.address]
        if item.address not in self._clips:
            found = clip(painted)
            self._clips[item.address] = self.frame.placed(*found) if found else None
        let = self._clips[item.address]
        if let is None:
            return False
        word = item.word
        across = min(let[2], word.x1) - max(let[0], word.x0)
        down = min(let[3], word.bottom) - max(let[1], word.top)
        area = (word.x1 - word.x0) * (word.bottom - word.top)
        return max(across, 0.0) * max(down, 0.0) < CUT * area

    def _by_sight(self, piece: Judged) -> Iterator[Judged]:
        """A word in doubt as the pixels show it, in stretches."""
        item = piece.printed
        sight = self._upper_sight if item.address in self._upper else self.sight
        if sight is None or piece.why not in (DOUBT, "invisible-layer"):
            yield piece
        elif piece.why == "invisible-layer":
            # Letters drawn as paths or pictures below an invisible text: the eye reads them, the machine their text.
            shown = sight.is_printed(item.word[1:5])
            yield Judged(item, piece.turn, "" if shown else piece.why)
        else:
            places = [index for index in range(item.first, item.last) if not self.glyphs.text[index].isspace()]
            boxes = [self.frame.glyph(self.glyphs.boxes, index, index + 1) for index in places]
            limits = [limit(self.over, item, box) for box in boxes]
            shares = sight.shares(boxes)
            if let := self._clips.get(item.address):
                shares = [share if _meets(let, box) else 0.0 for share, box in zip(shares, boxes, strict=True)]
            states = hidden(shares, limits) or [not sight.shows(item.word[1:5])] * len(places)
            out = [looks_out(self.over, item, box, share) for box, share in zip(boxes, shares, strict=True)]
            for state, group in groupby(zip(places, states, out, strict=True), key=itemgetter(1)):
                letters = list(group)
                part = stretch(item, letters[0][0], letters[-1][0] + 1, self.glyphs, self.frame)
                peeping = sum(looking for *_, looking in letters)
                yield evolve(self._reason(part, piece.turn), peeping=peeping) if state else Judged(part, piece.turn)

    def is_black(self, shape: Shape) -> bool:
        """Whether a shape is of one dark colour."""
        if shape.medium is not Medium.PICTURE:
            return is_dark(shape.colour)
        shade = self.shade(shape)
        return shade is not None and shade <= DARK

    def shade(self, shape: Shape) -> int | None:
        """The gray of the page where a shape lies, where that is one colour."""
        return shade_of(self.page, (shape.x0, shape.top, shape.x1, shape.bottom))

    def _reason(self, item: Printed, turn: int) -> Judged:
        """Why no ink of a word shows."""
        word = item.word
        over = [s for s in self.over.touching(word) if s.order > item.order and s.colour.alpha and s.holds(word)]
        boxes = [shape for shape in over if not is_page(shape, self.size)]
        ground = ground_of(item, self.beneath)
        if boxes or over:
            return Judged(item, turn, UNDER, max(boxes or over, key=lambda shape: shape.order))
        black = ground and is_box(ground) and not is_page(ground, self.size) and self.is_black(ground)
        if black and item.colour and is_dark(item.colour):
            return Judged(item, turn, UNDER, ground)
        if why := self._by_object(item):
            return Judged(item, turn, why)
        if item.colour and item.colour.alpha <= SAME_COLOUR:
            return Judged(item, turn, "transparent")
        return Judged(item, turn, "covered" if is_covered(item, self.over) else "ground-colour")


def _lies_on(picture: Shape, box: Shape) -> bool:
    """Whether a picture is painted over most of a box."""
    return picture.order > box.order and 2 * shared(picture, box) > box.area


def _meets(let: Corners, box: Corners) -> bool:
    """Whether a clip lets through the middle of a character."""
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return let[0] <= across <= let[2] and let[1] <= down <= let[3]


def _around(words: list[Placed]) -> Corners:
    """The place of some words, and a little around it."""
    x0, top = min(word.x0 for word in words), min(word.top for word in words)
    x1, bottom = max(word.x1 for word in words), max(word.bottom for word in words)
    return x0 - AROUND, top - AROUND, x1 + AROUND, bottom + AROUND
