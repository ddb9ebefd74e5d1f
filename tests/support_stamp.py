"""Pages that bear a stamp of brackets to tick, drawn: `stamped(TALL, {"RELEASE"})`."""

import cv2
import numpy as np

from redaudit.layout.raster.picture import Picture

DPI = 200
# The height of a bracket, in pixels: a tenth of an inch.
HIGH = 20


def paper(width=1700, height=1300):
    """White paper of 8.5 by 6.5 inches."""
    return np.full((height, width), 255, np.uint8)


def bracket(page, middle, bow, high=HIGH):
    """A round bracket that opens (bow 1) or closes (bow -1), its middle at a place of across + down * i."""
    points = [
        (
            middle.real + bow * high * (0.12 - 0.25 * (1 - (2 * step / 12 - 1) ** 2)),
            middle.imag + (high - 2) * (step / 12 - 0.5),
        )
        for step in range(13)
    ]
    cv2.polylines(page, [np.round(points).astype(np.int32)], False, 0, 2)


def word(page, text, left, middle, high=HIGH):
    """A word in stroked letters."""
    cv2.putText(
        page, text, (round(left), round(middle + 0.35 * high)), cv2.FONT_HERSHEY_DUPLEX, high / 34, 0, 1, cv2.LINE_AA
    )


def tick(page, middle, high=HIGH):
    """A pen's tick of 3 pixels' breadth, which runs out of its bracket."""
    corners = [(-0.35, 0.0), (-0.1, 0.3), (0.7, -0.35)]
    points = [(middle.real + across * high, middle.imag + down * high) for across, down in corners]
    cv2.polylines(page, [np.round(points).astype(np.int32)], False, 0, 3)


def stamped(form, ticked=(), at=(300, 400), high=HIGH, page=None):
    """A page with a stamp of a form whose first bracket lies at a place, some of its choices ticked."""
    page = paper() if page is None else page

    def place(across, down):
        return complex(at[0] + across * high, at[1] + down * high)

    for opening in form.openings:
        bracket(page, place(opening.real, opening.imag), 1, high)
        bracket(page, place(opening.real + form.gap, opening.imag), -1, high)
    head = place(form.printed[0], form.printed[1] + 0.8)
    word(page, form.head, head.real, head.imag, high)
    for choice in (choice for group in form.groups for choice in group):
        beside = place(choice.across + form.gap + 0.4, choice.down)
        word(page, choice.words, beside.real, beside.imag, high)
        if choice.words in ticked:
            tick(page, place(choice.across + form.gap / 2, choice.down), high)
    return page


def picture(page):
    """A page as a picture of 200 dots an inch."""
    return Picture(np.ascontiguousarray(page), DPI / 72, DPI)


def askew(page, degrees):
    """A page turned about its middle by some degrees, clockwise."""
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(page, turn, (width, height), borderValue=255)
