"""Whether a picture shows a sheet of paper with nothing on it: the back of a page, a sheet fed by mistake."""

import numpy as np

from redaudit.layout.raster.picture import Picture

# Within this part of the sheet from its edges lie holes, staples and the shadows of the scanner's glass.
EDGE = 0.08
# Paper is lighter than this, of 255; what is darker than it by this is pencil, a faint photograph, print of the back.
PAPER, MARKED = 190, 40
# Dust darkens no more than this part of a sheet, and has no more pieces than this as large as a letter, in inches.
DUST, SPECKS, LETTER = 0.0004, 4, 0.045
# A sheet smaller than this, in inches, is a cutting.
SHEET = 3.0


def is_bare_sheet(picture: Picture) -> bool:
    """Whether nothing but dust lies within the edges of a sheet."""
    high, wide = picture.gray.shape[:2]
    if min(high, wide) < picture.inches(SHEET):
        return False
    across, down = round(EDGE * wide), round(EDGE * high)
    inner = picture.gray[down : high - down, across : wide - across]
    paper = float(np.median(inner))
    if paper < PAPER or np.count_nonzero(inner < paper - MARKED) > DUST * inner.size:
        return False
    left, top, width, height = picture.pieces.stats[1:, :4].T
    within = (left < wide - across) & (left + width > across) & (top < high - down) & (top + height > down)
    return int(np.count_nonzero(within & (np.maximum(width, height) >= picture.inches(LETTER)))) <= SPECKS
