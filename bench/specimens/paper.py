"""Papers to leak from: made-up documents laid out word by word, and a plain writer of PDF files.

A paper is a list of lines; what it withholds stands in braces. `kept` draws it with those words, `removed` without
them and everything else in its place. Both say where the words stand or stood. Points, from the top left of the page.
"""

import re
import zlib
from typing import NamedTuple

from pdfminer.fontmetrics import FONT_METRICS

LETTER, A4 = (612, 792), (595, 842)
FONTS = {
    "H": "Helvetica",
    "B": "Helvetica-Bold",
    "T": "Times-Roman",
    "I": "Times-Italic",
    "C": "Courier",
}
ASCENT, DESCENT = 0.76, 0.24


class Place(NamedTuple):
    """A rectangle on the paper."""

    x0: float
    top: float
    x1: float
    bottom: float

    def grown(self, by):
        return Place(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)


class Line(NamedTuple):
    """A printed line, its baseline at y; what is withheld stands in braces."""

    x: float
    y: float
    words: str
    font: str = "T"
    size: float = 11


class Paper(NamedTuple):
    """A page of lines, with the operations of its rules and shading."""

    lines: tuple[Line, ...]
    size: tuple[int, int] = LETTER
    ground: tuple[str, ...] = ()

    @property
    def secrets(self):
        return tuple(words for line in self.lines for words in re.findall(r"\{(.*?)\}", line.words))


def number(value):
    return f"{value:.2f}".rstrip("0").rstrip(".")


def width(words, font, size):
    metrics = FONT_METRICS[FONTS[font]][1]
    return sum(metrics.get(character, 556) for character in words) * size / 1000


def escaped(words):
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def text(paper, x, y, words, font="T", size=11, colour="0 g", before=""):
    """Words from x, their baseline at y."""
    place = f"{number(x)} {number(paper.size[1] - y)} Td"
    return f"BT {before} {colour} /{font} {number(size)} Tf {place} ({escaped(words)}) Tj ET"


def kept(paper):
    """The operations that print the paper with what it withholds."""
    return [text(paper, line.x, line.y, re.sub("[{}]", "", line.words), line.font, line.size) for line in paper.lines]


def removed(paper):
    """The operations that print the paper without what it withholds."""
    operations = []
    for line in paper.lines:
        x = line.x
        for piece in re.split(r"(\{.*?\})", line.words):
            bare = piece.strip("{}")
            if bare.strip() and not piece.startswith("{"):
                operations.append(text(paper, x, line.y, bare, line.font, line.size))
            x += width(bare, line.font, line.size)
    return operations


def withheld(paper):
    """Where the words stand that are withheld, with the words, the baseline and the line's look."""
    found = []
    for line in paper.lines:
        x = line.x
        for piece in re.split(r"(\{.*?\})", line.words):
            bare = piece.strip("{}")
            across = width(bare, line.font, line.size)
            if piece.startswith("{"):
                place = Place(x, line.y - ASCENT * line.size, x + across, line.y + DESCENT * line.size)
                found.append((place, bare, line))
            x += across
    return found


def places(paper):
    return [place for place, _, _ in withheld(paper)]


class File:
    """Objects of a PDF, numbered as they come; `saved` writes them with a table and a trailer."""

    def __init__(self):
        self.objects = []

    def add(self, body, stream=None):
        if stream is not None:
            packed = zlib.compress(stream, 9)
            stream, filtered = (packed, "/Filter /FlateDecode ") if len(packed) < len(stream) else (stream, "")
            body = f"<< {filtered}/Length {len(stream)} {body.strip()[2:]}"
            self.objects.append(body.encode("latin-1") + b"\nstream\n" + stream + b"\nendstream")
        else:
            self.objects.append(body.encode("latin-1"))
        return f"{len(self.objects)} 0 R"

    def raw(self, body, stream):
        """A stream that is already packed."""
        body = f"<< /Length {len(stream)} {body.strip()[2:]}"
        self.objects.append(body.encode("latin-1") + b"\nstream\n" + stream + b"\nendstream")
        return f"{len(self.objects)} 0 R"

    def saved(self, root, info=""):
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for index, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += f"{index} 0 obj\n".encode() + body + b"\nendobj\n"
        table = len(out)
        out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
        entry = f" /Info {info}" if info else ""
        out += f"trailer << /Size {len(offsets) + 1} /Root {root}{entry} >>\nstartxref\n{table}\n%%EOF\n".encode()
        return bytes(out)


TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Latin def /CMapType 2 def "
    b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange "
    b"endcmap end end"
)


def fonts(file, operations):
    """The fonts that some operations use, of those that every reader has: not embedded, widths and signs stated."""
    signs = file.add("<< >>", TO_UNICODE)
    entries = []
    for name, base in FONTS.items():
        if any(f"/{name} " in operation for operation in operations):
            metrics = FONT_METRICS[base][1]
            widths = " ".join(str(metrics.get(chr(code), 556)) for code in range(32, 127))
            kind = f"/Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding /ToUnicode {signs}"
            entries.append(f"/{name} {file.add(f'<< {kind} /FirstChar 32 /LastChar 126 /Widths [{widths}] >>')}")
    return f"/Font << {' '.join(entries)} >>"


class Extras(NamedTuple):
    """What a page has beside its operations: entries of the page, its resources, the catalogue, the information."""

    page: str = ""
    resources: str = ""
    catalogue: str = ""
    info: str = ""


def pdf(paper, operations, extras=None):
    """The bytes of a file of one page; `extras` is a function from the File and the page's number to Extras."""
    file = File()
    page_number = 3
    file.objects = [b"", b"", b""]
    found = extras(file, f"{page_number} 0 R") if extras else Extras()
    content = file.add("<< >>", "\n".join([*paper.ground, *operations]).encode("cp1252"))
    resources = f"<< {fonts(file, operations)} {found.resources} >>"
    box = f"/MediaBox [0 0 {paper.size[0]} {paper.size[1]}]"
    page = f"<< /Type /Page /Parent 2 0 R {box} /Contents {content} /Resources {resources} {found.page} >>"
    catalogue = f"<< /Type /Catalog /Pages 2 0 R {found.catalogue} >>"
    file.objects[:3] = [catalogue.encode(), b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page.encode("latin-1")]
    return file.saved("1 0 R", found.info)


class Pair(NamedTuple):
    """A file that leaks and its twin that does not.

    `rules` are the ids of which one must speak of the leak, joined by `|`; `hidden` is what a machine still reads.
    """

    way: str
    producer: str
    rules: str
    hidden: tuple[str, ...]
    leak: bytes
    clean: bytes
    note: str = ""
    page: int = 1
