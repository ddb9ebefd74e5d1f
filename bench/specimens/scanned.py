"""Pairs of scanned pages: pictures of a paper with an invisible text layer, bars burned into the picture or drawn.

The leak is in the layer, made before the bars were; the plain layer of a scan is none. Seeded; drawn with the
Liberation fonts, which are as wide as the PDF's own.
"""

import random

import numpy as np
from drawn import PRODUCER
from paper import Extras, Line, Pair, kept, number, pdf, places, removed, text, withheld
from papers import COURT, LETTER_TO_MINISTER, MEMO, TELEGRAM
from PIL import Image, ImageDraw, ImageFilter, ImageFont

UNDER = "text-under-redaction"
FOLDER = "/usr/share/fonts/truetype/liberation/Liberation"
FACES = {
    "H": "Sans-Regular",
    "B": "Sans-Bold",
    "T": "Serif-Regular",
    "I": "Serif-Italic",
    "C": "Mono-Regular",
}
DPI = 120


def drawn(paper, lines=None):
    """The paper as a gray picture, worn a little."""
    scale = DPI / 72
    image = Image.new("L", (round(paper.size[0] * scale), round(paper.size[1] * scale)), 255)
    pen = ImageDraw.Draw(image)
    for line in paper.lines if lines is None else lines:
        font = ImageFont.truetype(f"{FOLDER}{FACES[line.font]}.ttf", round(line.size * scale))
        words = line.words.replace("{", "").replace("}", "")
        pen.text((line.x * scale, line.y * scale), words, 20, font, anchor="ls")
    return image.filter(ImageFilter.GaussianBlur(0.5))


def boxed(image, found, fill, outline=None):
    pen = ImageDraw.Draw(image)
    for place in found:
        corners = [round(value * DPI / 72) for value in place]
        pen.rectangle(corners, fill=fill, outline=outline, width=2 if outline is not None else 0)
    return image


def worn(image, seed, tilt=0.0):
    """In black and white with specks, turned a little."""
    chance = random.Random(seed)
    image = image.rotate(tilt, fillcolor=255, resample=Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = chance.randrange(image.width), chance.randrange(image.height)
        pen.ellipse((x, y, x + chance.randrange(3), y + chance.randrange(3)), fill=0)
    return image


def picture(image, tones=1):
    """The picture as the page's ground: of one bit a pixel, or of four."""
    array = np.asarray(image)
    if tones == 1:
        packed = np.packbits(array >= 128, axis=1).tobytes()
    else:
        quarter = (array // 17).astype(np.uint8)
        even = quarter[:, : quarter.shape[1] // 2 * 2]
        packed = (even[:, 0::2] << 4 | even[:, 1::2]).tobytes()
        image = image.crop((0, 0, even.shape[1], even.shape[0]))

    def extras(file, page):
        entries = f"/Width {image.width} /Height {image.height} /ColorSpace /DeviceGray /BitsPerComponent {tones}"
        stream = file.add(f"<< /Type /XObject /Subtype /Image {entries} >>", packed)
        return Extras(resources=f"/XObject << /P {stream} >>")

    return extras


def ground(paper):
    return f"q {paper.size[0]} 0 0 {paper.size[1]} 0 0 cm /P Do Q"


def layer(operations):
    """The operations as a text layer that is not shown."""
    return ["3 Tr", *(operation.replace("BT ", "BT 3 Tr ", 1) for operation in operations)]


def page(paper, image, operations, tones=1, above=()):
    return pdf(paper, [ground(paper), *layer(operations), *above], picture(image, tones))


def noise(paper, words):
    """What OCR reads in a bar: a few signs."""
    return [text(paper, place.x0 + 2, line.y, words, line.font, line.size) for place, _, line in withheld(paper)]


def pair(way, paper, leak, clean, note, rules=UNDER, hidden=None):
    return Pair(f"scan-{way}", PRODUCER, rules, paper.secrets if hidden is None else hidden, leak, clean, note)


def burned():
    black = worn(boxed(drawn(MEMO), [p.grown(1) for p in places(MEMO)], 0), 1)
    yield pair(
        "black-bars",
        MEMO,
        page(MEMO, black, kept(MEMO)),
        page(MEMO, black, removed(MEMO)),
        "black bars in the picture; the layer holds the words of before",
    )
    outlined = worn(boxed(drawn(COURT), [p.grown(2) for p in places(COURT)], 255, 0), 2)
    yield pair(
        "outlined-boxes",
        COURT,
        page(COURT, outlined, kept(COURT)),
        page(COURT, outlined, removed(COURT)),
        "white boxes with an outline in the picture",
    )
    gray = boxed(drawn(TELEGRAM), [p.grown(1) for p in places(TELEGRAM)], 150)
    yield pair(
        "gray-boxes",
        TELEGRAM,
        page(TELEGRAM, gray, kept(TELEGRAM), 4),
        page(TELEGRAM, gray, removed(TELEGRAM), 4),
        "gray boxes in a picture of 16 grays",
    )
    tilted = worn(boxed(drawn(MEMO), [p.grown(1) for p in places(MEMO)], 0), 3, 0.4)
    yield pair(
        "noise-in-layer",
        MEMO,
        page(MEMO, tilted, kept(MEMO)),
        page(MEMO, tilted, removed(MEMO) + noise(MEMO, "l|Ill_ .")),
        "the picture lies askew; the twin's layer has only what OCR made of the bars",
    )


def unburned():
    blank = worn(drawn(LETTER_TO_MINISTER, lines_without(LETTER_TO_MINISTER)), 4)
    plain = worn(drawn(LETTER_TO_MINISTER), 5)
    yield pair(
        "whited-out",
        LETTER_TO_MINISTER,
        page(LETTER_TO_MINISTER, blank, kept(LETTER_TO_MINISTER)),
        page(LETTER_TO_MINISTER, plain, kept(LETTER_TO_MINISTER)),
        "words wiped out of the picture and not of the layer; the twin is a plain scan with its plain layer",
        rules=f"hidden-text|{UNDER}",
    )
    wiped = worn(drawn(COURT, lines_without(COURT)), 6)
    bars = [
        f"0 g {number(p.x0)} {number(COURT.size[1] - p.bottom)} {number(p.x1 - p.x0)} {number(p.bottom - p.top)} re f"
        for p in places(COURT)
    ]
    yield pair(
        "bars-drawn-over-layer",
        COURT,
        page(COURT, wiped, kept(COURT), above=bars),
        page(COURT, wiped, removed(COURT), above=bars),
        "bars drawn over a scan, the words wiped out of the picture and not of the layer",
    )
    whole = worn(drawn(MEMO), 7)
    without = worn(drawn(MEMO, lines_without(MEMO)), 7)
    bars = [
        f"0 g {number(p.x0)} {number(MEMO.size[1] - p.bottom)} {number(p.x1 - p.x0)} {number(p.bottom - p.top)} re f"
        for p in places(MEMO)
    ]
    yield pair(
        "bars-drawn-over-picture",
        MEMO,
        page(MEMO, whole, removed(MEMO), above=bars),
        page(MEMO, without, removed(MEMO), above=bars),
        "bars drawn over a picture that still shows the words; no text is left in the file",
        hidden=(),
    )


def lines_without(paper):
    """The paper's lines as pieces, what is withheld left out."""
    found = []
    for operation in removed(paper):
        words = operation.split("(", 1)[1].rsplit(") Tj", 1)[0]
        font, size = operation.split("/", 1)[1].split(" ")[:2]
        x, y = operation.split(" Tf ", 1)[1].split(" ")[:2]
        plain = words.replace(r"\(", "(").replace(r"\)", ")")
        found.append(Line(float(x), paper.size[1] - float(y), plain, font, float(size)))
    return found


def pairs():
    """Every pair of this room."""
    yield from burned()
    yield from unburned()
