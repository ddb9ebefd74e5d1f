"""Makes the made-up pictures of pages in examples/clean/: `python docs/make_example_scans.py`.

`scan.pdf` is a scan of two pages of one bit a pixel, with the poor invisible text that such scans have. `page.png` is a
picture in gray without any text. Both are typed in the fonts that PDFium brings along, then inked by Pillow.
"""

import io
import random
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

RELEASES = Path(__file__).parent.parent / "examples" / "clean"
SCAN, PICTURE = RELEASES / "scan.pdf", RELEASES / "page.png"

DPI = 200
WIDTH, HEIGHT = 612, 792
PAPER, INK, GRAY = 255, 0, 178

# Words as (x, y, font, size, words), on a base line at y.
Words = tuple[float, float, str, float, str]
FONTS = {"T": "Times-Roman", "B": "Times-Bold", "H": "Helvetica", "C": "Courier"}

RELEASE_LINE = "Approved for Release: 2019/03/14 C00000021"
# At head and foot of each page of the scan.
EDGES = (
    (205, 22, "H", 10, RELEASE_LINE),
    (205, 784, "H", 10, RELEASE_LINE),
    (238, 66, "B", 20, "TOP SECRET"),
    (238, 748, "B", 20, "TOP SECRET"),
)

COVER = (
    (390, 132, "T", 12, "9 October 1974"),
    (390, 180, "T", 12, "Copy No. 21"),
    (204, 250, "B", 14, "WEEKLY BULLETIN OF PORTS"),
    (248, 440, "T", 12, "Office of Inland Waters"),
    (264, 460, "T", 12, "Port Astrel Desk"),
)
COVER_BOXES = ((386, 144, 480, 162, "3.5(c)"), (150, 330, 462, 350, "3.5(c)"), (110, 520, 500, 640, "3.3(h)(2)"))

ITEMS = (
    "(S) KESTRIA: The pilots have been paid, and no further",
    "barges will be held at the upper basin. The harbor master",
    "expects that the lock will open before the frost.",
    "",
    "",
    "",
    "",
    "",
    "(S) PORT ASTREL: The guild will wait until the vote. Its",
    "treasurer told the desk that the price of salt will fall",
    "by a tenth, and that the tolls of autumn were not paid.",
    "",
    "",
    "",
    "",
    "(S) NETHER SLUYS: Three of the four lamps on the west mole",
    "were out on Tuesday. The keeper blames the oil, and the",
    "board blames the keeper. None of it is in the papers.",
)
ITEM_BOXES = ((86, 192, 500, 252, "3.3(h)(2)"), (86, 312, 430, 346, "3.5(c)"))

# What the layer beneath such scans holds: a few words, and some of those damaged.
HEARD = (
    (
        (390, 132, "T", 12, "9 Octobe1 1974"),
        (390, 180, "T", 12, "Copv No."),
        (204, 250, "T", 14, "WEEKLY BULLET1N OF PORTS"),
        (238, 66, "T", 20, "TOP SEURET"),
    ),
    (
        (90, 165, "C", 11, "barges wi11 be he1d at the uppei basin."),
        (90, 300, "C", 11, "by a tenth, ancl that the to11s of autumn"),
        (522, 226, "H", 11, "3 3(h)(2)"),
    ),
)

MEMORANDUM = (
    (72, 90, "B", 14, "BOARD OF HARBORS AND TOLLS"),
    (72, 110, "T", 12, "Memorandum for the file"),
    (72, 150, "T", 12, "Date:"),
    (130, 150, "T", 12, "June 30, 2014"),
    (72, 168, "T", 12, "To:"),
    (130, 168, "T", 12, "Desk of Inland Waters"),
    (72, 186, "T", 12, "Subject:"),
    (130, 186, "T", 12, "Lamps on the west mole"),
    (72, 232, "T", 12, "Three of the four lamps on the west mole were out on Tuesday"),
    (72, 248, "T", 12, "night. The keeper was asked for his book, and gave it."),
    (72, 280, "T", 12, "The options before the board are these."),
    (72, 420, "T", 12, "A decision is asked for before the first frost."),
    (72, 452, "T", 12, "Copies went to the pilots and to the upper basin."),
)
GRAY_BOX = (72, 296, 500, 396)
LABEL = (268, 350, "H", 14, "(b)(5)")


class Sheet:
    """A page in points from the top left: typed first, then inked."""

    def __init__(self, typed: Sequence[Words]) -> None:
        sink = io.BytesIO()
        _typescript(typed).write(sink)
        with pypdfium2.PdfDocument(sink.getvalue()) as document:
            self.picture = document[0].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        self.draw = ImageDraw.Draw(self.picture)

    def pen(self, x0: float, y0: float, x1: float, y1: float, thick: float) -> None:
        """A line by pen."""
        places = (_pixels(x0), _pixels(y0), _pixels(x1), _pixels(y1))
        self.draw.line(places, fill=INK, width=max(1, _pixels(thick)))

    def box(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A redaction: paper with a thin outline."""
        self.draw.rectangle((_pixels(x0), _pixels(top), _pixels(x1), _pixels(bottom)), PAPER, INK, width=2)

    def scanned(self, tilt: float, seed: int) -> Image.Image:
        """The page as a scanner of one bit a pixel sees it: a little askew, with specks."""
        chance = random.Random(seed)
        seen = self.picture.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=PAPER)
        draw = ImageDraw.Draw(seen)
        for _ in range(60):
            x, y = chance.randrange(seen.width), chance.randrange(seen.height)
            draw.ellipse((x, y, x + chance.randrange(1, 3), y + 1), fill=INK)
        return seen.point(lambda tone: PAPER if tone > 150 else INK).convert("1", dither=Image.Dither.NONE)


def cover() -> Sheet:
    """The first page of the scan."""
    return _withheld(COVER, COVER_BOXES)


def items() -> Sheet:
    """The second page of the scan: three items, each with its portion mark struck out."""
    rows = [(90.0, 150.0 + 15 * row, "C", 11.0, words) for row, words in enumerate(ITEMS)]
    sheet = _withheld(rows, ITEM_BOXES)
    for x, y, _, _, words in rows:
        if words.startswith("(S)"):
            sheet.pen(x - 2, y - 2, x + 22, y - 4.5, 1.2)
    return sheet


def memorandum() -> Image.Image:
    """The picture in gray: a memorandum with one gray box that bears its code."""
    sheet = Sheet((*MEMORANDUM, LABEL))
    x0, top, x1, bottom = GRAY_BOX
    place = _pixels(x0), _pixels(top), _pixels(x1), _pixels(bottom)
    shaded = sheet.picture.crop(place).point(lambda tone: min(tone, GRAY))
    sheet.picture.paste(shaded, place)
    return sheet.picture


def scan() -> PdfWriter:
    """The scan: its pictures, and the damaged words that its layer has."""
    sink = io.BytesIO()
    first, second = cover().scanned(0.3, 1), items().scanned(-0.2, 2)
    first.save(sink, "PDF", save_all=True, append_images=[second], resolution=DPI)
    made = PdfWriter(clone_from=PdfReader(sink))
    made.metadata = None
    for page, heard in zip(made.pages, HEARD, strict=True):
        _type(made, page, page.get_contents().get_data(), (*EDGES[:2], *heard), mode=3)
    return made


def _withheld(typed: Sequence[Words], boxes: Sequence[tuple[float, float, float, float, str]]) -> Sheet:
    """A page of the scan: struck banners, the line of its release, white boxes with their codes in the right margin."""
    codes = [(522, (top + bottom) / 2 + 4, "H", 11, code) for _, top, _, bottom, code in boxes]
    sheet = Sheet((*EDGES, *typed, *codes))
    for y in (66, 748):
        sheet.pen(226, y + 6, 386, y - 20, 1.6)
    for x0, top, x1, bottom, _ in boxes:
        sheet.box(x0, top, x1, bottom)
    return sheet


def _typescript(typed: Sequence[Words]) -> PdfWriter:
    """A page with words on it."""
    made = PdfWriter()
    _type(made, made.add_blank_page(WIDTH, HEIGHT), b"", typed, mode=0)
    return made


def _type(made: PdfWriter, page: PageObject, before: bytes, typed: Sequence[Words], mode: int) -> None:
    """Words on a page after what it draws already: filled by mode 0, unseen by mode 3."""
    fonts = {name: {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": f"/{base}"} for name, base in FONTS.items()}
    resources = page.setdefault(NameObject("/Resources"), DictionaryObject())
    resources[NameObject("/Font")] = DictionaryObject(
        {
            NameObject(f"/{name}"): DictionaryObject({NameObject(key): NameObject(of) for key, of in font.items()})
            for name, font in fonts.items()
        }
    )
    operations = [
        f"BT /{font} {size:g} Tf {mode} Tr {x:g} {HEIGHT - y:g} Td ({_escaped(words)}) Tj ET"
        for x, y, font, size, words in typed
    ]
    stream = DecodedStreamObject()
    stream.set_data(before + b"\n" + "\n".join(operations).encode("ascii"))
    page[NameObject("/Contents")] = made._add_object(stream.flate_encode())


def _escaped(words: str) -> str:
    return words.replace("(", r"\(").replace(")", r"\)")


def _pixels(points: float) -> int:
    return round(points * DPI / 72)


if __name__ == "__main__":
    scan().write(SCAN)
    memorandum().quantize(16).save(PICTURE, dpi=(DPI, DPI), optimize=True)
