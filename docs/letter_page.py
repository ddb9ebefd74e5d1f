"""A letter page of words and filled boxes, written by pypdf alone: the made-up PDFs of examples/ are drawn with it."""

from collections.abc import Iterable

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

WIDTH, HEIGHT = 612, 792
_FONTS = {"/T": "/Times-Roman", "/B": "/Times-Bold", "/H": "/Helvetica", "/C": "/Courier"}

# Words as (x, y from the top, font, size, words), a box as (x0, top, x1, bottom), in points.
Words = tuple[float, float, str, int, str]
Edges = tuple[float, float, float, float]


def add_page(made: PdfWriter, operations: Iterable[str], fonts: str = "TBH") -> None:
    """Adds a page that some operations paint, with the fonts whose letters are named."""
    page = made.add_blank_page(WIDTH, HEIGHT)
    named = {f"/{letter}": _font(_FONTS[f"/{letter}"]) for letter in fonts}
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): _named(named)})
    stream = DecodedStreamObject()
    stream.set_data("\n".join(operations).encode("latin-1"))
    page[NameObject("/Contents")] = made._add_object(stream)


def shown(x: float, y: float, font: str, size: int, words: str) -> str:
    """The operation that prints some words, `y` from the top of the page."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x:g} {HEIGHT - y:g} Td ({escaped}) Tj ET"


def filled(x0: float, top: float, x1: float, bottom: float) -> str:
    """The operation that fills a box with black."""
    return f"0 g {x0:g} {HEIGHT - bottom:g} {x1 - x0:g} {bottom - top:g} re f"


def _font(name: str) -> DictionaryObject:
    return _named({"/Type": NameObject("/Font"), "/Subtype": NameObject("/Type1"), "/BaseFont": NameObject(name)})


def _named(entries: dict[str, DictionaryObject] | dict[str, NameObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in entries.items()})
