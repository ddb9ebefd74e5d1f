"""What the marked pieces of a page's content draw, and where: the ties between the structure tree and the page."""

from collections.abc import Iterator

from attrs import define, field
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from redaudit.layout.matrix import UNMOVED, Corners, Matrix, moved, product
from redaudit.readers._structure.objects import Streams, dictionary, entry, resolved

# No more of a page's content than this is taken apart, in bytes.
_CONTENT = 1_000_000
# No picture of more dots than this is looked at.
_PICTURE = 4_000_000
# Spaces in which a low number is dark, and how low the darkest are, of 255.
_LIGHTS, _DARK = {"/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB"}, 40
_DEPTH, _COMPONENTS = 8, {1, 3}
_MEASURES = ("Width", "Height", "BitsPerComponent")
_UNIT = (0.0, 0.0, 1.0, 1.0)


@define
class Marked:
    """What one marked piece draws: the corners of its boxes and pictures, in the page's own coordinates."""

    corners: list[Corners] = field(factory=list)
    pictures: list[StreamObject] = field(factory=list)

    def bounds(self) -> Corners | None:
        """The smallest corners around all of it."""
        if not self.corners:
            return None
        x0, y0, x1, y1 = zip(*self.corners, strict=True)
        return min(x0), min(y0), max(x1), max(y1)


def marked(page: DictionaryObject, streams: Streams) -> dict[int, Marked]:
    """The marked pieces of a page's content by their number."""
    content = entry(page, "/Contents")
    if content is None or sum(len(streams.read(part)) for part in _parts(content)) > _CONTENT:
        return {}
    resources = dictionary(page, "/Resources")
    found: dict[int, Marked] = {}
    matrix, saved = UNMOVED, list[Matrix]()
    open_: list[int | None] = []
    for operands, operator in ContentStream(content, None).operations:
        match operator:
            case b"q":
                saved.append(matrix)
            case b"Q":
                matrix = saved.pop() if saved else matrix
            case b"cm":
                matrix = product(_six(operands), matrix)
            case b"BDC" | b"BMC":
                open_.append(_number(operands, resources))
            case b"EMC":
                del open_[-1:]
            case b"Do" | b"re":
                piece = next((number for number in reversed(open_) if number is not None), None)
                if piece is not None:
                    _draw(found.setdefault(piece, Marked()), operands, matrix, resources)
    return found


def _parts(content: PdfObject) -> Iterator[PdfObject]:
    if isinstance(content, ArrayObject):
        yield from content
    else:
        yield content


def _draw(piece: Marked, operands: list[PdfObject], matrix: Matrix, resources: DictionaryObject | None) -> None:
    """Add a rectangle, or a picture by its name."""
    if len(operands) == 4:
        x, y, width, height = _numbers(operands)
        piece.corners.append(moved((x, y, x + width, y + height), matrix))
        return
    picture = entry(dictionary(resources, "/XObject"), str(operands[0])) if operands else None
    if isinstance(picture, StreamObject) and str(entry(picture, "/Subtype")) == "/Image":
        piece.corners.append(moved(_UNIT, matrix))
        piece.pictures.append(picture)


def _number(operands: list[PdfObject], resources: DictionaryObject | None) -> int | None:
    """The number of a marked piece, in its property list or in the one that it names."""
    properties = operands[1] if len(operands) > 1 else None
    if properties is not None and not isinstance(properties, DictionaryObject):
        properties = entry(dictionary(resources, "/Properties"), str(properties))
    number = entry(properties, "/MCID")
    return int(number) if isinstance(number, NumberObject) else None


def _numbers(operands: list[PdfObject]) -> list[float]:
    return [float(item) if isinstance(item, FloatObject | NumberObject) else 0.0 for item in operands]


def _six(operands: list[PdfObject]) -> Matrix:
    a, b, c, d, e, f = _numbers(operands)
    return a, b, c, d, e, f


def is_black(picture: StreamObject, streams: Streams) -> bool:
    """Whether a picture is black all over: it stands for what was taken out, and shows nothing."""
    width, height, depth = _numbers([entry(picture, f"/{name}") or NumberObject(0) for name in _MEASURES])
    if width * height > _PICTURE or depth != _DEPTH or not _darkens(entry(picture, "/ColorSpace")):
        return False
    pixels = streams.read(picture)
    return len(pixels) >= width * height > 0 and max(pixels) <= _DARK


def _darkens(space: PdfObject | None) -> bool:
    """Whether low numbers of a colour space are dark: gray or red, green and blue, by name or by profile."""
    if isinstance(space, ArrayObject) and space:
        kind = str(resolved(space[0]))
        components = entry(resolved(space[1]), "/N") if len(space) > 1 and kind == "/ICCBased" else None
        return kind in _LIGHTS or (isinstance(components, NumberObject) and int(components) in _COMPONENTS)
    return str(space) in _LIGHTS
