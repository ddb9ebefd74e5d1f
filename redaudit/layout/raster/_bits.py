"""Masks of pixels kept as bits, 64 in a word: long thin windows slide over them many times faster than over bytes.

Rows of a mask lie along the windows' length, its bits across it. Beyond the mask's first and last bit is no ink.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Pixels

Words = NDArray[np.uint64]
WORD = 64
PAPER, INK = np.uint64(0), ~np.uint64(0)

_Join = Callable[[Words, Words], Words]


def packed(mask: Pixels) -> Words:
    """A mask of bytes as words, each row padded to whole words."""
    octets = np.packbits(mask, axis=1, bitorder="little")
    full = np.zeros((len(octets), -(-mask.shape[1] // WORD) * WORD // 8), np.uint8)
    full[:, : octets.shape[1]] = octets
    return full.view(np.uint64)


def unpacked(words: Words, width: int) -> Pixels:
    """The mask of bytes, 0 or 1, that words stand for."""
    return np.unpackbits(words.view(np.uint8), axis=1, count=width, bitorder="little")


def paired(words: Words) -> Words:
    """The mask half as long: each row is inked where one of two is."""
    even = words if len(words) % 2 == 0 else np.concatenate((words, words[-1:]))
    return np.bitwise_or(even[::2], even[1::2])


def opened(words: Words, length: int) -> Words:
    """The runs of ink along the rows that are at least so long, an odd number."""
    return _along(_along(words, length, np.bitwise_and, INK), length, np.bitwise_or, PAPER)


def closed(words: Words, length: int) -> Words:
    """The mask with gaps along the rows filled that are shorter than a length, an odd number."""
    return _along(_along(words, length, np.bitwise_or, PAPER), length, np.bitwise_and, INK)


def thickened(words: Words, width: int) -> Words:
    """The mask grown across the rows, to a window of an odd width."""
    return _across(words, width, np.bitwise_or)


def thick(words: Words, width: int) -> Words:
    """What is at least so wide across the rows, an odd number."""
    return _across(_across(words, width, np.bitwise_and), width, np.bitwise_or)


def _along(words: Words, length: int, join: _Join, beyond: np.uint64) -> Words:
    """Each row joined with those of a window around it; `beyond` is what rows beyond the mask hold."""
    rim = np.full((length // 2, words.shape[1]), beyond, np.uint64)
    joined, size = np.concatenate((rim, words, rim)), 1
    while size < length:
        step = min(size, length - size)
        joined = join(joined[:-step], joined[step:])
        size += step
    return joined


def _across(words: Words, width: int, join: _Join) -> Words:
    """Each bit joined with those of a window around it."""
    joined, size = words, 1
    while size < width:
        step = min(size, width - size)
        joined = join(joined, _raised(joined, step))
        size += step
    return _lowered(joined, width // 2)


def _raised(words: Words, places: int) -> Words:
    """The bits moved so many places on, less than a word."""
    moved = words << np.uint64(places)
    moved[:, 1:] |= words[:, :-1] >> np.uint64(WORD - places)
    return np.asarray(moved, dtype=np.uint64)


def _lowered(words: Words, places: int) -> Words:
    """The bits moved so many places back, less than a word."""
    moved = words >> np.uint64(places)
    moved[:, :-1] |= words[:, 1:] << np.uint64(WORD - places)
    return np.asarray(moved, dtype=np.uint64)
