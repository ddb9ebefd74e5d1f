"""What a PDF's structure says before its pages are read: encryption, page count, metadata."""

import io
import logging

from attrs import field, frozen
from pypdf import PdfReader
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from redaudit.errors import UnreadableDocument

# pypdf warns of every small fault by logging; without a handler Python would print these to stderr.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

# Files that PDFium may still read well make pypdf stumble in all these ways; it then says nothing, and PDFium decides.
STUMBLES = (
    PyPdfError,
    DependencyError,
    DeprecationError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


@frozen
class Structure:
    """What the file's structure says; `pages` is None where pypdf could not tell, `reader` too where it cannot read."""

    pages: int | None
    encrypted: bool
    metadata: tuple[tuple[str, str], ...] = ()
    reader: PdfReader | None = field(default=None, repr=False, eq=False)


def structure_of(data: bytes) -> Structure:
    """The structure of a PDF's bytes; raises UnreadableDocument where the end of the file is missing."""
    # A complete file ends in `startxref`, an offset and `%%EOF`, however often it was added to (ISO 32000-1, 7.5.5).
    if data.rfind(b"startxref") < data.rfind(b"endobj") or b"startxref" not in data:
        raise UnreadableDocument("broken PDF: the end of the file is missing")
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Structure(None, encrypted=True)
        return Structure(len(reader.pages), reader.is_encrypted, _metadata(reader), reader)
    except STUMBLES:
        return Structure(None, encrypted=False)


def _metadata(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    """The document information, `title` before `/Title`'s value, in the order of the file."""
    pairs: list[tuple[str, str]] = []
    for name in reader.metadata or ():
        value = (reader.metadata or {}).get(name)
        text = "" if value is None else " ".join(str(value).replace("\x00", "").split())
        if text:
            pairs.append((str(name).lstrip("/").lower(), text))
    return tuple(pairs)
