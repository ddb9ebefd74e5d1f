"""Small PDFs written by code: typed pages, pages with painted bars and boxes, scans with a text layer."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from attrs import frozen
from pypdf import PdfReader
from pypdf.generic import StreamObject

from .facts import Facts, sentences
from .papers import BAND, EXAMPLES, fields_of

HEIGHT = 792
ROWS = 62
SIZE, LEADING, LEFT = 8, 11.4, 36
# Courier is 0.6 of its size wide.
ADVANCE = 0.6 * SIZE
STRUCK = re.compile("~~(.*?)~~")
CODE_PLACE = 520
BAR, FRAME = "re f", "re S"


@frozen
class Sheet:
    """A page: what is painted on it, and a picture beneath, if any."""

    content: str
    picture: bytes = b""


def written(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a PDF of some pages: the catalogue, the pages, four fonts, then page, content and picture each."""
    step = 3 if any(sheet.picture for sheet in sheets) else 2
    kids = " ".join(f"{7 + step * number} 0 R" for number in range(len(sheets)))
    objects = [b"<</Type /Catalog /Pages 2 0 R>>", f"<</Type /Pages /Kids [{kids}] /Count {len(sheets)}>>".encode()]
    objects += [
        f"<</Type /Font /Subtype /Type1 /BaseFont /{name}>>".encode()
        for name in ("Courier", "Helvetica", "Times-Roman", "Times-Bold")
    ]
    for number, sheet in enumerate(sheets):
        first = 7 + step * number
        picture = f" /XObject <</image {first + 2} 0 R>>" if sheet.picture else ""
        fonts = "/Font <</C 3 0 R /H 4 0 R /T 5 0 R /B 6 0 R>>"
        objects.append(
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 {HEIGHT}] /Contents {first + 1} 0 R"
            f" /Resources <<{fonts}{picture}>>>>".encode()
        )
        content = sheet.content.encode("cp1252", "replace")
        objects.append(b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content))
        if sheet.picture:
            objects.append(sheet.picture)
    return _numbered(objects)


def _numbered(objects: Iterable[bytes]) -> bytes:
    body, places = bytearray(b"%PDF-1.7\n"), []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    table = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, table)
    return bytes(body)


def typed(text: str) -> bytes:
    """A text as a PDF, in Courier; what a text strikes by tildes is struck by a line."""
    rows = text.strip("\n").split("\n")
    return written([Sheet("\n".join(_rows(rows[at : at + ROWS]))) for at in range(0, len(rows), ROWS)])


def _rows(rows: Sequence[str]) -> Iterable[str]:
    for row, line in enumerate(rows):
        y = HEIGHT - 48 - LEADING * row
        struck = list(STRUCK.finditer(line))
        if plain := STRUCK.sub(r"\1", line).rstrip():
            yield shown(LEFT, y, "C", SIZE, plain)
        for before, match in enumerate(struck):
            start = match.start() - 4 * before
            x0, x1 = LEFT + ADVANCE * start, LEFT + ADVANCE * (start + len(match[1]))
            yield f"0.8 w {x0:.1f} {y + 2.4:.1f} m {x1:.1f} {y + 2.4:.1f} l S"


def shown(x: float, y: float, font: str, size: float, words: str, mode: int = 0) -> str:
    """The operation that prints some words, their baseline at y from the foot of the page."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size:g} Tf {mode} Tr {x:g} {y:g} Td ({escaped}) Tj ET"


def drawn(known: Facts) -> bytes:
    """A memorandum of one or two pages from which words were taken, black bars or boxes painted, codes beside them."""
    return written([Sheet("\n".join(_memorandum(known, page))) for page in range(1 + known.number % 2)])


def _memorandum(known: Facts, page: int) -> Iterable[str]:
    band = BAND.format_map(fields_of(known))
    codes = known.codes or ("B6",)
    paint = BAR if known.number % 3 else FRAME
    yield shown(72, 752, "H", 9, band)
    yield shown(72, 28, "H", 9, band)
    yield shown(270, 724, "B", 12, "UNCLASSIFIED")
    if not page:
        yield shown(72, 700, "B", 12, "RELEASE IN PART")
        yield shown(72, 686, "B", 12, ",".join(codes))
        yield shown(72, 650, "T", 12, f"DATE: {known.made:%B} {known.made.day}, {known.made.year}")
        yield shown(72, 632, "T", 12, f"SUBJECT: {known.subject}, paper {known.number}")
    for row, sentence in enumerate(sentences(known.number + 17 * page, 10 + known.number % 6)):
        y = 590 - 36 * row
        width = 60 + (known.number * 13 + row * 29) % 110
        if row % 3 == 1:
            yield f"0 g 0 G 1 w {72 + 4 * (row % 5)} {y - 4} {width} 15 {paint}"
            yield shown(76 + width + 4 * (row % 5), y, "T", 11, sentence[: max(20, 75 - width // 4)])
            yield shown(CODE_PLACE, y, "H", 10, codes[row % len(codes)])
        else:
            yield shown(72, y, "T", 11, f"{row + 1}. {sentence[:84]}")


def scanned(known: Facts) -> bytes:
    """The scan of examples/ under another number: its two pictures, and a layer that says whose they are."""
    stamp = f"Approved for Release: {known.released:%Y/%m/%d} {known.document}"
    day = f"{known.made.day} {known.made:%B} {known.made.year}"
    return written(
        [
            Sheet(layer.replace("Approved for Release: 2019/03/14 C00000021", stamp).replace("9 Octobe1 1974", day), at)
            for layer, at in _scan()
        ]
    )


@cache
def _scan() -> tuple[tuple[str, bytes], ...]:
    """The pages of the example: the operations of each, and the object of its picture."""
    pages = PdfReader(EXAMPLES / "clean" / "scan.pdf").pages
    return tuple((page.get_contents().get_data().decode("cp1252"), _object_of(page)) for page in pages)


def _object_of(page) -> bytes:
    picture = page["/Resources"]["/XObject"]["/image"]
    assert isinstance(picture, StreamObject)
    data = picture._data
    width, height = picture["/Width"], picture["/Height"]
    return (
        b"<</Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray"
        b" /Filter /CCITTFaxDecode /DecodeParms <</K -1 /BlackIs1 true /Columns %d /Rows %d>> /Length %d>>"
        b"\nstream\n%b\nendstream" % (width, height, width, height, len(data), data)
    )
