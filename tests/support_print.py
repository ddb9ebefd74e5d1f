"""Print as pixels: lines of words drawn on paper at 200 dots an inch, with the words' places in points."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.model.document import Content
from redaudit.readers._sheet import Sheet

DPI = 200
SCALE = DPI / 72
# Letters of 11 points.
SIZE = 30


class Paper:
    """A page of 612 by 400 points to print on; what is printed with `layer` has words in the text layer, too."""

    def __init__(self, width=612, height=400):
        self.size = (width, height)
        self.image = Image.new("L", (round(width * SCALE), round(height * SCALE)), 255)
        self.draw = ImageDraw.Draw(self.image)
        self.words = []

    def print(self, x, y, words, *, layer=None, size=SIZE, ink=0):
        """Words at a place in points; `layer` is what the text layer says they are, None for nothing."""
        font = ImageFont.load_default(size)
        line = len(self.words)
        said = [] if layer is None else layer.split()
        for index, word in enumerate(words.split()):
            left, top, right, bottom = (edge / SCALE for edge in self.draw.textbbox((0, 0), word, font=font))
            self.draw.text((x * SCALE, y * SCALE), word, ink, font=font)
            if index < len(said):
                self.words.append(Placed(said[index], x + left, y + top, x + right, y + bottom, line))
            x += right + 0.3 * size / SCALE
        return self

    def turned(self, x, y, words, turns):
        """Words that stand so many quarter turns clockwise, in no text layer."""
        font = ImageFont.load_default(SIZE)
        right, bottom = (round(edge) for edge in self.draw.textbbox((0, 0), words, font=font)[2:])
        line = Image.new("L", (right + 4, bottom + 4), 255)
        ImageDraw.Draw(line).text((0, 0), words, 0, font=font)
        self.image.paste(line.rotate(-90 * turns, expand=True), (round(x * SCALE), round(y * SCALE)))
        return self

    def box(self, x0, top, x1, bottom, fill=None):
        """A box over what stands there: with an outline, or filled."""
        corners = [round(edge * SCALE) for edge in (x0, top, x1, bottom)]
        self.draw.rectangle(corners, fill=255 if fill is None else fill, outline=0 if fill is None else fill, width=2)
        return self

    def stroke(self, x0, y0, x1, y1):
        """A pen's stroke."""
        self.draw.line([round(edge * SCALE) for edge in (x0, y0, x1, y1)], fill=0, width=5)
        return self

    @property
    def picture(self):
        """The page as pixels, with a scanner's noise."""
        gray = np.asarray(self.image, dtype=np.int16)
        noise = np.random.default_rng(7).normal(0, 4, gray.shape)
        return Picture(np.clip(gray + noise, 0, 255).astype(np.uint8), SCALE, DPI)

    def sheet(self, content=Content.SCAN):
        """The page with its text layer."""
        return Sheet(
            size=self.size,
            content=content,
            seen=content is not Content.IMAGE_ONLY,
            upright=list(self.words),
            turned={},
            strokes=[],
            levels=[],
            uprights=[],
            boxes=[],
            concealed=(),
            marked=[],
        )
