"""Scans drawn by code, with answers: a page typed by PDFium's own fonts, then inked, boxed, worn, askew, and packed.

Places are in points from the top left of a letter page. `Draft` collects what stands on a page and what a reader must
find on it; `scanned` makes the picture and the PDF around it. Everything is seeded. Nothing on the pages is real.
"""

import io
import itertools
import math
import random
import zlib
from collections import Counter
from typing import NamedTuple

import cv2
import numpy as np
import pypdfium2
from pdfminer.fontmetrics import FONT_METRICS
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from tests.support_pdf import HEIGHT, WIDTH

DPI = 200
SCALE = DPI / 72
FONTS = {"C": "Courier", "D": "Courier-Bold", "H": "Helvetica", "B": "Helvetica-Bold", "T": "Times-Roman"}
WHITE, BLACK = 255, 0


class Look(NamedTuple):
    """How a scan came out: tilt in degrees, blur in pixels, specks a page, the kind of packing and its quality."""

    tilt: float = 0.0
    blur: float = 0.7
    specks: int = 60
    grain: float = 6.0
    ground: int = 250
    ink: int = 25
    jpeg: int = 70
    bilevel: str = ""


class Box(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float


class Word(NamedTuple):
    text: str
    x: float
    y: float
    font: str
    size: float
    width: float


def width(words, font, size):
    metrics = FONT_METRICS[FONTS[font]][1]
    return sum(metrics.get(character, 556) for character in words) * size / 1000


class Draft:
    """A page in the making, and the answers: `boxes` in points, `banners` as struck or not, `codes`, `portions`.

    `makes` and `strokes` say how its boxes and its banners were drawn.
    """

    def __init__(self, seed, layer="whole"):
        self.chance = random.Random(seed)
        self.layer = layer
        self.typed = []
        self.read = []
        self.inked = []
        self.boxes = []
        self.banners = []
        self.codes = []
        self.portions = []
        self.makes = []
        self.strokes = []
        self.coloured = False

    def type(self, x, y, words, font="C", size=11):
        """A typed line; its words stand in the text layer too."""
        self.typed.append(Word(words, x, y, font, size, width(words, font, size)))
        blank = width(" ", font, size)
        for word in words.split(" "):
            across = width(word, font, size)
            if word:
                self.read.append(Word(word, x, y, font, size, across))
            x += across + blank

    def code(self, x, y, words, font="H", size=9, heard=None):
        """An exemption code in the margin; `heard` is what OCR made of it."""
        across = width(words, font, size)
        self.typed.append(Word(words, x, y, font, size, across))
        self.read.append(Word(words if heard is None else heard, x, y, font, size, across))
        self.codes.append(words)

    def portion(self, x, y, mark, stroke="", font="C", size=11):
        """A portion mark at the head of a paragraph, struck or not."""
        across = width(mark, font, size)
        self.typed.append(Word(mark, x, y, font, size, across))
        self.read.append(Word(mark, x, y, font, size, across))
        self.portions.append((mark, bool(stroke), x + across / 2, y))
        if stroke:
            self.strike(x, y, across, size, stroke)

    def banner(self, words, y, stroke="", size=13, font="B", x=None, heard=None):
        """A classification in a page's head or foot; `stroke` strikes it, `heard` is what OCR made of it."""
        across = width(words, font, size)
        left = (WIDTH - across) / 2 if x is None else x
        self.typed.append(Word(words, left, y, font, size, across))
        self.read.append(Word(words if heard is None else heard, left, y, font, size, across))
        self.banners.append(stroke not in ("", "underline"))
        self.strokes.append(stroke)
        if stroke:
            self.strike(left, y, across, size, stroke)

    def strike(self, left, y, across, size, stroke):
        """A pen or a machine over words: level, double, slant, hand, cross; or an underline."""
        middle, right = y - 0.36 * size, left + across
        rows = {
            "level": [((left - 4, middle), (right + 4, middle))],
            "double": [
                ((left - 3, middle - 2), (right + 3, middle - 2)),
                ((left - 3, middle + 2), (right + 3, middle + 2)),
            ],
            "slant": [((left - 6, y + 0.25 * size), (right + 6, y - 0.95 * size))],
            "cross": [((left, y), (right, y - 0.75 * size)), ((left, y - 0.75 * size), (right, y))],
            "underline": [((left, y + 2.5), (right, y + 2.5))],
        }
        if stroke == "hand":
            steps = max(4, round(across / 12))
            wave = [self.chance.uniform(-1.5, 1.5) for _ in range(steps + 1)]
            points = [(left - 5 + (across + 10) * i / steps, middle + wave[i]) for i in range(steps + 1)]
            pieces = list(itertools.pairwise(points))
        else:
            pieces = rows[stroke]
        thick = 1.3 if stroke == "underline" else self.chance.uniform(1.4, 2.4)
        self.inked.append(lambda pixels: [line(pixels, *piece, thick) for piece in pieces])

    def hide(self, make, x0, top, x1, bottom, code="", label="", margin=None):
        """A redaction: black, gray, outlined, blank or coloured; with a code beside or in it."""
        box = Box(x0, top, x1, bottom)
        self.boxes.append(box)
        self.makes.append(make)
        self.forget(box)
        painters = {"black": (18, None), "gray": (165, None), "outlined": (WHITE, 25), "blank": (WHITE, None)}
        if make in painters:
            fill, edge = painters[make]
            self.inked.append(lambda pixels: rectangle(pixels, box, fill, edge))
        else:
            self.coloured = True
            colour = {"blue": (40, 70, 170), "red": (190, 40, 45), "green": (60, 140, 80)}[make]
            self.inked.append(lambda pixels: rectangle(pixels, box, colour, None))
        if label:
            ink = WHITE if make == "black" else 20
            self.inked.append(lambda pixels: write(pixels, x0 + 3, (top + bottom) / 2 + 3, label, ink))
            self.read.append(Word(label, x0 + 3, (top + bottom) / 2 + 3, "H", 9, width(label, "H", 9)))
            self.codes += label.split()
        if code:
            place = x1 + 6 if margin is None else margin
            self.code(place, (top + bottom) / 2 + 3, code)

    def stepped(self, corners, code="", margin=530):
        """A white box with steps, along its corners; its bounds are the answer."""
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        self.boxes.append(box)
        self.makes.append("stepped")
        self.read = [word for word in self.read if not inside(word, corners)]
        self.inked.append(lambda pixels: polygon(pixels, corners))
        if code:
            self.code(margin, (box.top + box.bottom) / 2, code)

    def forget(self, box):
        """What lies under a box is in no honest layer, and no answer."""
        self.portions = [found for found in self.portions if not within(box, *found[2:])]
        self.read = [word for word in self.read if not within(box, word.x + word.width / 2, word.y)]

    def frame(self, x0, top, x1, bottom, thick=1.0):
        """A form's frame: no redaction."""
        self.inked.append(lambda pixels: outline(pixels, Box(x0, top, x1, bottom), thick))

    def rule(self, x0, y0, x1, y1, thick=0.8):
        self.inked.append(lambda pixels: line(pixels, (x0, y0), (x1, y1), thick))

    def table(self, x, top, columns, rows, high=20):
        """A ruled table with words in its cells."""
        across = sum(columns)
        for row in range(len(rows) + 1):
            self.rule(x, top + row * high, x + across, top + row * high)
        edges = [x + sum(columns[:column]) for column in range(len(columns) + 1)]
        for edge in edges:
            self.rule(edge, top, edge, top + len(rows) * high)
        for row, cells in enumerate(rows):
            for left, words in zip(edges, cells, strict=False):
                self.type(left + 4, top + row * high + 14, words, "H", 9)

    def shade(self, x0, top, x1, bottom, gray):
        """Shading under words: no redaction."""
        self.inked.append(lambda pixels: darken(pixels, Box(x0, top, x1, bottom), gray))

    def photograph(self, x0, top, x1, bottom):
        """A dark photograph in a halftone screen: no redaction."""
        seed = self.chance.randrange(1 << 30)
        self.inked.append(lambda pixels: photograph(pixels, Box(x0, top, x1, bottom), seed))

    def map(self, x0, top, x1, bottom):
        """Coasts, roads and a hatched lake in a frame: no redaction."""
        seed = self.chance.randrange(1 << 30)
        self.inked.append(lambda pixels: chart(pixels, Box(x0, top, x1, bottom), seed))

    def dots(self, x, y, words, size=20):
        """A word punched in dots across the page: no strike."""
        self.inked.append(lambda pixels: punched(pixels, x, y, words, size))

    def edges(self, left=0.0, right=0.0, top=0.0, bottom=0.0):
        """The black borders that a scanner leaves beside the paper: no redaction."""
        places = [
            Box(0, 0, left, HEIGHT),
            Box(WIDTH - right, 0, WIDTH, HEIGHT),
            Box(0, 0, WIDTH, top),
            Box(0, HEIGHT - bottom, WIDTH, HEIGHT),
        ]
        for place in places:
            if place.x1 > place.x0 and place.bottom > place.top:
                self.inked.append(lambda pixels, place=place: rectangle(pixels, place, 12, None))

    def holes(self, *centres, across=20):
        for x, y in centres:
            self.inked.append(lambda pixels, x=x, y=y: disc(pixels, x, y, across / 2))

    def scrawl(self, x0, y, x1, size=14):
        """Handwriting: loops along a line."""
        phase = self.chance.uniform(0, 6)
        points = []
        for step in range(160):
            t = step / 159
            x = x0 + (x1 - x0) * t + 4 * math.sin(40 * t + phase)
            points.append((x, y - size / 2 * (1 + math.sin(23 * t + phase) * math.cos(7 * t))))
        self.inked.append(lambda pixels: [line(pixels, a, b, 1.1) for a, b in itertools.pairwise(points)])


def at(*values):
    return tuple(round(value * SCALE) for value in values)


def tone(pixels, value):
    return value if pixels.ndim == 2 or isinstance(value, tuple) else (value, value, value)


def line(pixels, start, end, thick):
    cv2.line(pixels, at(*start), at(*end), tone(pixels, 25), max(1, round(thick * SCALE)), cv2.LINE_AA)


def rectangle(pixels, box, fill, edge):
    x0, top, x1, bottom = at(*box)
    cv2.rectangle(pixels, (x0, top), (x1, bottom), tone(pixels, fill), -1)
    if edge is not None:
        cv2.rectangle(pixels, (x0, top), (x1, bottom), tone(pixels, edge), max(2, round(0.9 * SCALE)))


def polygon(pixels, corners):
    points = np.array([at(*corner) for corner in corners], np.int32)
    cv2.fillPoly(pixels, [points], tone(pixels, WHITE))
    cv2.polylines(pixels, [points], True, tone(pixels, 25), max(2, round(0.9 * SCALE)))


def outline(pixels, box, thick):
    x0, top, x1, bottom = at(*box)
    cv2.rectangle(pixels, (x0, top), (x1, bottom), tone(pixels, 30), max(1, round(thick * SCALE)))


def write(pixels, x, y, words, ink, size=9):
    high = size * SCALE / 30
    cv2.putText(pixels, words, at(x, y), cv2.FONT_HERSHEY_SIMPLEX, high, tone(pixels, ink), 2, cv2.LINE_AA)


def darken(pixels, box, gray):
    x0, top, x1, bottom = at(*box)
    part = pixels[top:bottom, x0:x1]
    np.minimum(part, gray, out=part)


def photograph(pixels, box, seed):
    x0, top, x1, bottom = at(*box)
    chance = np.random.default_rng(seed)
    rough = chance.uniform(10, 200, (7, 9)).astype(np.float32)
    scene = cv2.resize(rough, (x1 - x0, bottom - top), interpolation=cv2.INTER_CUBIC)
    scene += chance.normal(0, 12, scene.shape)
    down, across = np.mgrid[0 : bottom - top, 0 : x1 - x0]
    screen = 127 + 90 * np.sin(across * 0.9) * np.sin(down * 0.9)
    toned = np.clip(0.6 * scene + 0.4 * np.where(scene > screen, 230, 10), 0, 255).astype(np.uint8)
    pixels[top:bottom, x0:x1] = toned if pixels.ndim == 2 else toned[:, :, None]


def chart(pixels, box, seed):
    chance = random.Random(seed)
    outline(pixels, box, 1.2)
    for _ in range(7):
        x, y = chance.uniform(box.x0, box.x1), box.top
        points = [(x, y)]
        while y < box.bottom - 12:
            x, y = min(max(x + chance.uniform(-22, 22), box.x0), box.x1), y + chance.uniform(5, 14)
            points.append((x, y))
        for start, end in itertools.pairwise(points):
            line(pixels, start, end, chance.choice((0.6, 1.2)))
    x, y = chance.uniform(box.x0 + 60, box.x1 - 60), chance.uniform(box.top + 50, box.bottom - 50)
    cv2.ellipse(pixels, at(x, y), at(38, 22), 20, 0, 360, tone(pixels, 40), 2)
    for step in range(-4, 5):
        line(pixels, (x - 26, y + 4 * step), (x + 26, y + 4 * step), 0.5)


def punched(pixels, x, y, words, size):
    mask = np.zeros(pixels.shape[:2], np.uint8)
    cv2.putText(mask, words, at(x, y), cv2.FONT_HERSHEY_SIMPLEX, size * SCALE / 24, 255, 9)
    step = round(2.6 * SCALE)
    for down in range(0, mask.shape[0], step):
        for across in range(0, mask.shape[1], step):
            if mask[down, across]:
                cv2.circle(pixels, (across, down), round(0.9 * SCALE), tone(pixels, 10), -1)


def disc(pixels, x, y, radius):
    cv2.circle(pixels, at(x, y), round(radius * SCALE), tone(pixels, 15), -1)


def within(box, x, baseline):
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 2 <= baseline - 3 <= box.bottom + 2


def inside(word, corners):
    points = np.array(corners, np.float32)
    return cv2.pointPolygonTest(points, (word.x + word.width / 2, word.y - 3), False) >= 0


def escaped(words):
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def shown(word, mode=0):
    return (
        f"BT /{word.font} {word.size} Tf {mode} Tr {word.x:.2f} {HEIGHT - word.y:.2f} Td ({escaped(word.text)}) Tj ET"
    )


def packed(operations, picture=None):
    """A PDF of one page: the operations, over a picture if there is one."""
    made = PdfWriter()
    page = made.add_blank_page(WIDTH, HEIGHT)
    fonts = DictionaryObject()
    for name, base in FONTS.items():
        names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": f"/{base}", "/Encoding": "/WinAnsiEncoding"}
        fonts[NameObject(f"/{name}")] = DictionaryObject({NameObject(k): NameObject(v) for k, v in names.items()})
    resources = DictionaryObject({NameObject("/Font"): fonts})
    if picture is not None:
        resources[NameObject("/XObject")] = DictionaryObject({NameObject("/P"): made._add_object(picture)})
        operations = [f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do Q", *operations]
    stream = DecodedStreamObject()
    stream.set_data("\n".join(operations).encode("cp1252", "replace"))
    page[NameObject("/Contents")] = made._add_object(stream)
    page[NameObject("/Resources")] = resources
    sink = io.BytesIO()
    made.write(sink)
    return sink.getvalue()


def image_object(pixels, look):
    """The picture packed as its look says: JPEG in gray or colour, or one bit a pixel."""
    stream = DecodedStreamObject()
    high, wide = pixels.shape[:2]
    if look.bilevel:
        data, bits, space, packing = zlib.compress(np.packbits(pixels >= 128, axis=1).tobytes()), 1, "Gray", "Flate"
    else:
        ordered = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
        data = cv2.imencode(".jpg", ordered, [cv2.IMWRITE_JPEG_QUALITY, look.jpeg])[1].tobytes()
        bits, space, packing = 8, "Gray" if pixels.ndim == 2 else "RGB", "DCT"
    stream._data = data
    names = {
        "/Type": "/XObject",
        "/Subtype": "/Image",
        "/ColorSpace": f"/Device{space}",
        "/Filter": f"/{packing}Decode",
    }
    stream.update({NameObject(key): NameObject(value) for key, value in names.items()})
    for key, value in (("/Width", wide), ("/Height", high), ("/BitsPerComponent", bits)):
        stream[NameObject(key)] = NumberObject(value)
    return stream


class Scan(NamedTuple):
    """A scanned page and its answers."""

    data: bytes
    boxes: list[Box]
    banners: list[bool]
    codes: list[str]
    portions: list[tuple[str, bool]]


def scanned(draft, look):
    """The draft as a scan of a look, with the layer that its maker asked for."""
    with pypdfium2.PdfDocument(packed([shown(word) for word in draft.typed])) as document:
        pixels = document[0].render(scale=SCALE, grayscale=True).to_numpy().copy()
    pixels = pixels[:, :, 0] if pixels.ndim == 3 else pixels
    if draft.coloured:
        pixels = np.repeat(pixels[:, :, None], 3, axis=2).copy()
    for ink in draft.inked:
        ink(pixels)
    turn = cv2.getRotationMatrix2D((pixels.shape[1] / 2, pixels.shape[0] / 2), look.tilt, 1.0)
    pixels = worn(pixels, look, turn, draft.chance.randrange(1 << 30))
    operations = []
    if draft.layer != "none":
        operations = [shown(moved(word, turn), 3) for word in draft.read if word.text]
    boxes = [turned(box, turn) for box in draft.boxes]
    picture = image_object(pixels, look)
    portions = [(mark, struck) for mark, struck, _, _ in draft.portions]
    return Scan(packed(operations, picture), boxes, draft.banners, draft.codes, portions)


def worn(pixels, look, turn, seed):
    """The pixels as a scanner and a copier leave them."""
    chance = np.random.default_rng(seed)
    border = (WHITE,) * 3
    size = pixels.shape[1], pixels.shape[0]
    pixels = cv2.warpAffine(pixels, turn, size, flags=cv2.INTER_LINEAR, borderValue=border)
    pixels = cv2.GaussianBlur(pixels, (0, 0), look.blur) if look.blur else pixels
    toned = pixels.astype(np.float32) * ((look.ground - look.ink) / 255) + look.ink
    if look.grain:
        toned += chance.normal(0, look.grain, pixels.shape[:2]).astype(np.float32)[(...,) + (None,) * (pixels.ndim - 2)]
    pixels = np.clip(toned, 0, 255).astype(np.uint8)
    for _ in range(look.specks):
        x, y = int(chance.integers(size[0])), int(chance.integers(size[1]))
        cv2.circle(pixels, (x, y), int(chance.integers(1, 3)), tone(pixels, 30), -1)
    if look.bilevel == "threshold":
        pixels = np.where(pixels >= 140, WHITE, BLACK).astype(np.uint8)
    if look.bilevel == "halftone":
        down, across = np.mgrid[0 : size[1], 0 : size[0]]
        screen = 128 + 84 * np.sin(across * 0.8) * np.sin(down * 0.8)
        pixels = np.where(pixels >= screen, WHITE, BLACK).astype(np.uint8)
    return pixels


def place(x, y, turn):
    across, down = turn @ np.array([x * SCALE, y * SCALE, 1.0])
    return float(across) / SCALE, float(down) / SCALE


def moved(word, turn):
    x, y = place(word.x, word.y, turn)
    return word._replace(x=x, y=y)


def turned(box, turn):
    corners = [place(x, y, turn) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    return Box(
        min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners)
    )


def overlap(one, other):
    """The area that two boxes share over the area that they cover."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if across <= 0 or down <= 0:
        return 0.0
    areas = [(box.x1 - box.x0) * (box.bottom - box.top) for box in (one, other)]
    return across * down / (sum(areas) - across * down)


class Tally(NamedTuple):
    """Right, too many, missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other):
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self):
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self):
        return self.right / max(1, self.right + self.missed)


def judged_boxes(wanted, found):
    """Each wanted box takes the best box found that is left, if they share half (IoU 0.5)."""
    left, right = list(found), 0
    for box in wanted:
        best = max(left, key=lambda other: overlap(box, other), default=None)
        if best is not None and overlap(box, best) >= 0.5:
            left.remove(best)
            right += 1
    return Tally(right, len(left), len(wanted) - right)


GRID = 400


def cells(boxes):
    """The cells of a page's grid that boxes cover."""
    return {
        (x, y)
        for box in boxes
        for x in range(round(box.x0 / WIDTH * GRID), round(box.x1 / WIDTH * GRID))
        for y in range(round(box.top / HEIGHT * GRID), round(box.bottom / HEIGHT * GRID))
    }


def judged_area(wanted, found):
    """The area that boxes cover, in cells of a page's grid."""
    want, have = cells(wanted), cells(found)
    return Tally(len(want & have), len(have - want), len(want - have))


def judged_bags(wanted, found):
    """What is wanted, as often as it is, wherever it stands on the page: inks of banners, codes, portion marks."""
    right = sum((Counter(wanted) & Counter(found)).values())
    return Tally(right, len(found) - right, len(wanted) - right)
