"""Which characters of a word an eye can read, by the part of their ink that shows."""

from redaudit.layout.cover import Areas, covers
from redaudit.layout.matrix import Corners
from redaudit.layout.paint import Medium, Printed

# A character is hidden when less than this part of its ink shows, and where hatching or a pattern lies over all of it.
HIDDEN, SPOILT, ALWAYS = 0.25, 0.5, 2.0
# Nor can one be read of which less than this shows between hidden ones: the tail of a g below a bar.
PEEPING = 0.6
# A hidden letter looks out where this part of its ink shows, and what hides it leaves this part of its height bare.
LOOKS_OUT = 0.1


def limit(over: Areas, item: Printed, box: Corners) -> float:
    """A character is hidden when less than this part of its ink shows."""
    x0, top, x1, bottom = box
    letter = item.word._replace(text="x", x0=x0, top=top, x1=x1, bottom=bottom)
    above = [s for s in over.touching(letter) if s.order > item.order and s.colour.alpha and covers(s, letter)]
    if any(shape.medium is Medium.NET for shape in above):
        return ALWAYS
    return SPOILT if above else HIDDEN


def hidden(shares: list[float | None], limits: list[float]) -> list[bool] | None:
    """Which of a word's characters are hidden: those of which less than their limit shows; None where none has ink.

    One without ink goes with the one before; one whose lower end alone peeps out goes with its hidden neighbours.
    """
    last = next((share < limit for share, limit in zip(shares, limits, strict=True) if share is not None), None)
    if last is None:
        return None
    found: list[bool] = []
    for share, limit in zip(shares, limits, strict=True):
        last = last if share is None else share < limit
        found.append(last)
    for index in range(1, len(found) - 1):
        share = shares[index]
        if found[index - 1] and found[index + 1] and share is not None and share < PEEPING:
            found[index] = True
    return found


def looks_out(over: Areas, item: Printed, box: Corners, share: float | None) -> bool:
    """Whether a character, should it be hidden, shows some of its ink above or below what hides it."""
    if share is None or share < LOOKS_OUT:
        return False
    x0, top, x1, bottom = box
    above = [shape for shape in over.within(x0, top, x1, bottom) if shape.order > item.order and shape.colour.alpha]
    spanning = [shape for shape in above if shape.x0 <= x0 and x1 <= shape.x1]
    rim = LOOKS_OUT * (bottom - top)
    return bool(spanning) and not any(shape.top <= top + rim and bottom - rim <= shape.bottom for shape in above)
