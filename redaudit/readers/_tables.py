"""The one door to pdfplumber: the cells of ruled tables and forms, on the pages that have them."""

import io
import logging
from collections.abc import Iterator

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from redaudit.model.geometry import Box

# Both warn of small faults by logging; without a handler Python would print these to stderr.
for _name in ("pdfminer", "pdfplumber"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# pdfplumber on files that PDFium reads well: its own errors, and what its parsing of broken objects runs into.
STUMBLES = (
    PDFException,
    PSException,
    MalformedPDFException,
    PdfminerException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def table_rows(data: bytes, number: int) -> list[list[Box]]:
    """The cells of every row of every table on a page, in points as shown; none where pdfplumber cannot read it."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
            return [row for page in document.pages for row in _rows(page)]
    except STUMBLES:
        return []


def _rows(page: pdfplumber.page.Page) -> Iterator[list[Box]]:
    left, top = page.bbox[0], page.bbox[1]
    for table in page.find_tables():
        for row in table.rows:
            cells = [Box(c[0] - left, c[1] - top, c[2] - left, c[3] - top) for c in row.cells if c is not None]
            if len(cells) > 1:
                yield cells
