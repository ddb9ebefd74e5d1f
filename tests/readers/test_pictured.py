"""Bars drawn over a picture: what the picture shows beneath them."""

import cv2
import numpy as np
import pytest
from pypdf.generic import DecodedStreamObject, NameObject, NumberObject

from redaudit.model.document import PICTURED, Source
from redaudit.model.part import Ocr, Reading
from redaudit.readers._ocr import absence
from redaudit.readers.pdf import read
from tests.support_pdf import box, picture, saved, text, writer

pytestmark = pytest.mark.skipif(bool(absence()), reason=f"letters in pictures are not read here: {absence()}")

# A page of 612 by 792 points as 1224 by 1584 pixels; rows of print, one of them at y 300 to 330 points from the top.
LINES = {160: "TALKS ON THE CANAL WENT ON", 640: "THE ENVOY MET ORLA QUENT", 1200: "NO MORE WAS SAID"}
BAR = box(180, 303, 420, 325)


def paper(*wiped):
    """The picture, some rows of it wiped out."""
    pixels = np.full((1584, 1224), 255, np.uint8)
    for row, line in LINES.items():
        if row not in wiped:
            cv2.putText(pixels, line, (120, row), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 0, 3, cv2.LINE_AA)
    return pixels


def boxes(pixels, *operations, ocr=Ocr.ZONES):
    """Why something lies beneath each box of a page with a picture, and what."""
    made = writer([picture(), *operations])
    stream = DecodedStreamObject()
    stream.set_data(pixels.tobytes())
    stream.update({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in NAMES.items()})
    for key, value in (("Width", pixels.shape[1]), ("Height", pixels.shape[0]), ("BitsPerComponent", 8)):
        stream[NameObject(f"/{key}")] = NumberObject(value)
    made.pages[0]["/Resources"]["/XObject"][NameObject("/P")] = made._add_object(stream)
    (page,) = read(saved(made), Source("scan.pdf", "00", "", "", 0), Reading(ocr)).pages
    return [(box.concealed.why, box.concealed.characters) if box.concealed else None for box in page.boxes]


NAMES = {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceGray"}


@pytest.mark.parametrize(
    ("pixels", "operations", "expected"),
    [
        (paper(), [BAR], (PICTURED, "MET ORLA QUENT")),
        (paper(640), [BAR], None),
        (paper(), [box(60, 400, 300, 425)], None),
        # Black in the picture too, and words of the layer under the bar: those are told as such.
        (cv2.rectangle(paper(640), (380, 600), (850, 660), 0, -1), [BAR], None),
        (paper(640), [text(200, 320, "ORLA QUENT", mode=3), BAR], ("under-redaction", "ORLA QUENT")),
    ],
)
def test_what_a_picture_shows_under_a_bar(pixels, operations, expected):
    found = boxes(pixels, *operations)
    assert [told for told in found if told] == ([expected] if expected else [])


def test_without_ocr_the_picture_is_told_and_not_read():
    assert [told for told in boxes(paper(), BAR, ocr=Ocr.OFF) if told] == [(PICTURED, "")]
    assert [told for told in boxes(paper(640), BAR, ocr=Ocr.OFF) if told] == []
