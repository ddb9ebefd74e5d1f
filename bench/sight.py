"""Pages a second of looking, beside bare PDFium drawing the same pages: drawn PDFs, scans without OCR and with it.

    python bench/sight.py [FOLDER...] [--pages N] [--rounds N]

`bare` draws every page at 100 dots an inch in gray and does nothing else. `off` and `zones` are redaudit's reader, from
the file's bytes to pages with words, boxes, inks and what lies hidden, with OCR off and with OCR of the zones that need
it. One process, files in memory; the rounds go through the engines in turn and the fastest of each counts, in time of
the processor, so that what else the machine does weighs less. Without a folder: tests/specimens and the scans that the
tests draw, kept apart. N pages of a folder at most are read.
"""

import argparse
import importlib
import sys
import time
from pathlib import Path

import pypdfium2

from redaudit.errors import UnreadableDocument
from redaudit.model.document import Source
from redaudit.model.part import Ocr, Reading
from redaudit.readers import pdf

ROOT = Path(__file__).resolve().parents[1]
SPECIMENS = ROOT / "tests" / "specimens"
YARDSTICK = 100


def bare(data):
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.render(scale=YARDSTICK / 72, grayscale=True)
        return len(document)


def looked(ocr):
    """The reader with one choice of OCR."""
    return lambda data: len(pdf.read(data, Source("-", "", "", "", len(data)), Reading(ocr)).pages)


ENGINES = {"bare": bare, "off": looked(Ocr.OFF), "zones": looked(Ocr.ZONES)}


def drawn_scans():
    """The scans that the tests draw, without the one that has no text layer: it is read whole."""
    sys.path.insert(0, str(ROOT))
    pages, draw = importlib.import_module("tests.scan_pages"), importlib.import_module("tests.support_scan")
    drafts = (page() for page in pages.PAGES)
    return [draw.scanned(draft, look).data for draft, look in drafts if draft.layer != "none"]


def in_folder(folder, most):
    """The PDFs of a folder that can be read, up to a number of pages in all."""
    files, pages = [], 0
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()
        try:
            with pypdfium2.PdfDocument(data) as document:
                pages += len(document)
        except pypdfium2.PdfiumError:
            continue
        if pages > most and files:
            break
        files.append(data)
    return files


def pages_a_second(engine, files):
    start, pages = time.process_time(), 0
    for data in files:
        try:
            pages += engine(data)
        except UnreadableDocument:
            continue
    return pages / (time.process_time() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()

    sets = {str(folder): in_folder(folder, options.pages) for folder in options.folders}
    if not sets:
        files = sorted(SPECIMENS.glob("*.pdf"))
        sets["specimens that are drawn"] = [path.read_bytes() for path in files if not path.name.startswith("scan-")]
        sets["scans drawn by the tests"] = drawn_scans()
    print(f"{'':32}{'bare':>10}{'off':>10}{'of bare':>10}{'zones':>10}")
    for name, files in sets.items():
        for engine in ENGINES.values():
            engine(files[0])
        rounds = [[pages_a_second(engine, files) for engine in ENGINES.values()] for _ in range(options.rounds)]
        drawing, off, zones = (max(figures) for figures in zip(*rounds, strict=True))
        print(f"{name[-31:]:32}{drawing:10.1f}{off:10.1f}{off / drawing:10.0%}{zones:10.2f}")


if __name__ == "__main__":
    main()
