"""Words that the text layer of a scan holds and its picture does not show: print wiped out of the picture alone.

text layer    I met Tamsin Yorrevale at the lock gates        picture    I met                  at the lock gates
"""

from collections.abc import Iterator
from itertools import groupby

from attrs import evolve

from redaudit.layout.labels import is_label
from redaudit.layout.layers import Placed
from redaudit.layout.raster.beneath import ink_apart, is_bare
from redaudit.layout.raster.picture import Picture
from redaudit.model.document import Concealed
from redaudit.model.geometry import Box
from redaudit.readers._burned import print_of, reads, shown_beside
from redaudit.readers._sheet import Sheet

# A layer fits its picture where at least so many of its words have ink, and all but this part of the others are wiped
# out: one that lies aside in one place is not believed in another.
FEWEST, ELSEWHERE = 12, 0.02
# More than this part of the words of a page without ink are a layer that is another page's.
MOST = 0.4
# What is wiped out is a run of words with at least so many letters and figures.
LETTERS = 6
# Ink that no word explains so near a run, beside it or above and below, in heights of it, may be its print: the layer
# lies aside. Dots of dirt and full stops fill less than this part of a line's height squared.
ASIDE, ABOVE, DIRT = 6.0, 2.0, 0.1


def with_wiped(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet without the words that its picture does not show, which are concealed."""
    words = [word for word in sheet.upright if reads(word.text)]
    bare = [word for word in words if is_bare(picture, _box([word]))]
    if not bare or len(words) - len(bare) < FEWEST or len(bare) > MOST * len(words):
        return sheet
    usual = print_of(words)
    wiped = [
        run
        for run in _runs(sheet.upright, picture)
        if any(word in bare and usual.is_like(word) for word in run)
        and sum(map(str.isalnum, "".join(word.text for word in run))) >= LETTERS
        and not _print_beside(run, sheet.upright, picture)
    ]
    gone = [word for run in wiped for word in run]
    left = [word for word in sheet.upright if word not in gone]
    if not gone or sum(word in left for word in bare) > ELSEWHERE * len(words):
        return sheet
    if any(shown_beside(word, left) for word in gone):
        return sheet
    return evolve(sheet, upright=left, concealed=sheet.concealed + tuple(map(_concealed, wiped)))


def _runs(words: list[Placed], picture: Picture) -> Iterator[list[Placed]]:
    """The words without ink that stand next to each other on a line."""
    for _, group in groupby(words, key=lambda word: word.line):
        yield from (list(run) for bare, run in groupby(group, key=lambda word: is_bare(picture, _box([word]))) if bare)


def _print_beside(run: list[Placed], words: list[Placed], picture: Picture) -> bool:
    """Whether ink beside a run, above it or below it, is no word's: it may be the print of its words."""
    place = _box(run)
    high = place.bottom - place.top
    around = Box(
        max(place.x0 - ASIDE * high, 0.0),
        max(place.top - ABOVE * high, 0.0),
        place.x1 + ASIDE * high,
        place.bottom + ABOVE * high,
    )
    return ink_apart(picture, around, [_box([word]) for word in words]) > DIRT * high * high


def _concealed(run: list[Placed]) -> Concealed:
    text = " ".join(word.text for word in run)
    return Concealed("invisible-layer", _box(run), text, is_label(text))


def _box(words: list[Placed]) -> Box:
    x0, top = max(min(word.x0 for word in words), 0.0), max(min(word.top for word in words), 0.0)
    return Box(x0, top, max(x0, *(word.x1 for word in words)), max(top, *(word.bottom for word in words)))
