"""Pages a second over a folder of PDFs, in one run: PDFium alone, our reader, pypdf and pdfplumber.

    python bench/pdf.py FOLDER... [--all]

`bare` asks PDFium for every glyph's box and character and every object's kind, and builds nothing. `--all` adds pypdf's
and pdfplumber's `extract_text`, which take minutes on a large folder. One core, every file
read from memory beforehand.
"""

import ctypes
import io
import logging
import sys
import time
from pathlib import Path

import pdfplumber
import pypdf
import pypdfium2
import pypdfium2.raw as raw

from redaudit.errors import UnreadableDocument
from redaudit.model.document import Source
from redaudit.readers.pdf import read


def bare(data):
    pages = 0
    box = [ctypes.c_double() for _ in range(4)]
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            pages += 1
            text = page.get_textpage()
            for index in range(text.count_chars()):
                raw.FPDFText_GetCharBox(text, index, *box)
                raw.FPDFText_GetUnicode(text, index)
            for index in range(raw.FPDFPage_CountObjects(page)):
                raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index))
    return pages


def redaudit(data):
    return len(read(data, Source("-", "", "", "", len(data))).pages)


def with_pypdf(data):
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return sum(1 for page in pages if page.extract_text() is not None)


def with_pdfplumber(data):
    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(1 for page in document.pages if page.extract_text() is not None)


def pages_a_second(engine, files):
    start, pages = time.perf_counter(), 0
    for data in files:
        try:
            pages += engine(data)
        except (UnreadableDocument, pypdfium2.PdfiumError, pypdf.errors.PyPdfError):
            continue
    return pages / (time.perf_counter() - start)


def main(arguments):
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    engines = [bare, redaudit] + [with_pypdf, with_pdfplumber] * ("--all" in arguments)
    for folder in (argument for argument in arguments if argument != "--all"):
        files = [path.read_bytes() for path in sorted(Path(folder).glob("*.pdf"))]
        for engine in engines:
            engine(files[0])
        # Twice in turn, the better of each: the machine may be busy with other things.
        rounds = [
            [pages_a_second(engine, files) for engine in engines] for _ in range(1 if "--all" in arguments else 2)
        ]
        best = [max(figures) for figures in zip(*rounds, strict=True)]
        print(folder)
        for engine, figure in zip(engines, best, strict=True):
            print(f"  {engine.__name__:16} {figure:8.1f} pages/s  {100 * figure / best[0]:6.1f} % of bare")


if __name__ == "__main__":
    main(sys.argv[1:])
