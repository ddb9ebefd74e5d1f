"""Faults of pages, planted in clean examples."""

import io

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from tests.planted._planted import Planted
from tests.support_pdf import patch, pdf

FULL, MEMO = "telegram-full.txt", "memo-part.pdf"
_HEAD = "Tue Jul 10 16:05:41 2007 [LINDAR 864] D {copy} Page 1 OF {pages}\n\nACTION EUR-12"


def with_blank_page(clean):
    """The memorandum with a bare page between its two."""
    made = PdfWriter(clone_from=io.BytesIO(clean))
    made.insert_blank_page(612, 792, 1)
    return _saved(made)


def with_photograph(clean):
    """The memorandum with a third page that is a picture alone."""
    made = PdfWriter(clone_from=io.BytesIO(clean))
    made.append(io.BytesIO(pdf(patch(0, 0, 612, 792, "N"))))
    return _saved(made)


def with_line_through(clean):
    """The memorandum with a line through the heading of its first page."""
    made = PdfWriter(clone_from=io.BytesIO(clean))
    page = made.pages[0]
    stream = DecodedStreamObject()
    stream.set_data(page.get_contents().get_data() + b"\n0 G 1 w 70 606 m 168 606 l S")
    page[NameObject("/Contents")] = made._add_object(stream)
    return _saved(made)


def _saved(made):
    sink = io.BytesIO()
    made.write(sink)
    return sink.getvalue()


PLANTED = {
    "pages-missing": Planted(FULL, (("ACTION EUR-12", _HEAD.format(copy="", pages=3)),)),
    # The text breaks off: the second section would carry the signature.
    "sections-missing": Planted(
        FULL, (("LINDAR 000864", "SECTION 01 OF 02 LINDAR 000864"), ("before August 3.\nFENWRIGHT", "before"))
    ),
    "copy-of-copies": Planted(FULL, (("ACTION EUR-12", _HEAD.format(copy="COPY 6 OF 9", pages=1)),)),
    "blank-page-in-release": Planted(MEMO, make=with_blank_page),
    "no-text-layer": Planted(MEMO, make=with_photograph),
    "strike-line-detected": Planted(MEMO, make=with_line_through),
}
