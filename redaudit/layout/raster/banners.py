"""Which classification a line of letters bears, as far as OCR could read it."""

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from redaudit.layout.raster.lettering import Lettering
from redaudit.model.document import Ink
from redaudit.model.geometry import Box
from redaudit.vocabulary.level import LEVELS

# A struck line at a page's edge is a marking nearly always, so a worse reading of it is taken than of a plain one.
STRUCK_LIKENESS, PLAIN_LIKENESS = 0.6, 0.8
# A reading has at most so many characters beyond the marking: half letters of what lies over it, an edge of a box.
BEYOND_STRUCK, BEYOND_PLAIN = 8, 2
# A longer name is as like from this likeness on, if it is less like by no more than this.
LONGER, NEARLY = 0.75, 0.1
# An overprint loses its beginning where a box or a hole lies over it.
OVERPRINT = 0.7
# Readings shorter than this part of a name are never near enough to it.
SHORTEST = 0.4
# Every character beyond costs this much of the likeness.
BEYOND_COST = 0.04
# Readings with and without strokes that agree over so many letters are right, whatever they say.
AGREED = 5
# The marking stands at the top and at the bottom of a page (32 CFR 2001.21(b)): the two are off each other by at most
# this, in points.
PAIR_ASIDE = 40.0
# A line with so many words in small letters is one of a text: markings are set in capitals.
SENTENCE = 3

_STRUCK = (Ink.STRUCK, Ink.LIKELY_STRUCK)
_SMALL = re.compile(r"(?<!\S)[a-z]{2,}[.,;:\"'”’)]*(?!\S)")

# Letters that OCR takes for one another where a stroke was erased or a stamp is worn.
_ALIKE = ("CGOQ0D(<", "EFBLUHCO", "RKHPANBE", "TIYJ1L!|]F7'", "S5B8OCG$", "DOU0", "NMHW", "AR4", "PFD")
_LIKE, _OTHER, _MISSING, _ADDED = 0.45, 1.0, 0.9, 0.8

# What else stands at the edges of released pages: what reads more like one of these is no classification.
_NOT_LEVELS = (
    *("SECURITY INFORMATION", "SECRETARY", "SECRETARIAT", "DECLASSIFIED", "THE WHITE HOUSE", "SUMMARY", "GENERAL"),
    *("NATIONAL SECURITY COUNCIL", "WASHINGTON", "CONFERENCE", "RELEASED IN FULL", "RELEASED IN PART"),
    *("CENTRAL INTELLIGENCE AGENCY", "DEPARTMENT OF STATE"),
)
# A line so many times as high as the lowest of these is set, in points, holds what lies beneath it too.
OVERPRINT_HEIGHT, BOTH = 9.0, 1.7
# What releases print over a page: a stroke under it strikes what lies beneath.
_RELEASE_LINE = "APPROVED FOR RELEASE"
_OVERPRINTS = ("CLINTON LIBRARY PHOTOCOPY", _RELEASE_LINE, "PHOTOCOPY")


@frozen
class Banner:
    """A classification read at a page's edge: its place, its words, how it stands there."""

    box: Box
    text: str
    ink: Ink


def banners(lines: Sequence[Lettering], readings: Sequence[Sequence[str]]) -> tuple[Banner, ...]:
    """The classifications among lines of letters, given what OCR read in the pixels of each."""
    read: list[tuple[Lettering, Banner]] = []
    unread: list[tuple[Lettering, Sequence[str]]] = []
    for line, texts in zip(lines, readings, strict=True):
        whole = level_read((*texts[:2], line.known), line.ink)
        level = whole or level_read(texts[2:], line.ink)
        if level:
            read.append((line, Banner((not whole and line.part) or line.box, level, _ink(line))))
        elif (line.crossed is not None or line.ink in _STRUCK) and not (_reads_otherwise(texts) or _is_prose(texts)):
            unread.append((line, texts))
    found = [banner for _, banner in read]
    for line, banner in read:
        if banner.ink in _STRUCK and not any(other.at_top != line.at_top and _pair(line, other) for other, _ in read):
            pair = next((one for one in unread if one[0].at_top != line.at_top and _pair(line, one[0])), None)
            if pair is not None:
                found.append(Banner(_place(*pair, banner.box), banner.text, _ink(pair[0])))
                unread.remove(pair)
            elif release := _release_line(lines, readings, line):
                found.append(Banner(_beneath(release.box, banner.box), banner.text, Ink.LIKELY_STRUCK))
    return tuple(found)


def _release_line(lines: Sequence[Lettering], readings: Sequence[Sequence[str]], other: Lettering) -> Lettering | None:
    """The agency's line at the other edge of the page than a banner, which is printed over the banner's pair there."""
    for line, texts in zip(lines, readings, strict=True):
        within = line.box.x0 < other.box.x1 and other.box.x0 < line.box.x1
        if line.at_top != other.at_top and within and _is_release_line(texts):
            return line
    return None


def _beneath(line: Box, other: Box) -> Box:
    """The place below a line that is printed over a banner's upper half, as wide as its pair."""
    return Box(other.x0, line.bottom, other.x1, line.bottom + other.height / 2)


def _place(line: Lettering, texts: Sequence[str], other: Box) -> Box:
    """The place of an unread banner: its part of the line, or below what is printed over it, as wide as its pair."""
    if line.part is not None:
        return line.part
    if not _is_overprint(texts) or (_is_release_line(texts) and line.box.height >= BOTH * OVERPRINT_HEIGHT):
        return line.box
    return _beneath(line.box, other)


def _ink(line: Lettering) -> Ink:
    """The ink of a line; where its letters are too damaged to tell, a stroke over it strikes it likely."""
    return Ink.LIKELY_STRUCK if line.ink is Ink.PLAIN and line.crossed is not None else line.ink


def level_read(texts: Sequence[str], ink: Ink) -> str:
    """The classification that some readings of one line are nearest to; empty where none is near enough."""
    least, beyond = (STRUCK_LIKENESS, BEYOND_STRUCK) if ink in _STRUCK else (PLAIN_LIKENESS, BEYOND_PLAIN)
    if _reads_otherwise(texts):
        least = PLAIN_LIKENESS
    best, likeness = "", 0.0
    for text in texts:
        bare = _bare(text)
        like = {level.name: _likeness(bare, level.name, beyond) for level in LEVELS}
        nearest = max(like, key=lambda name: like[name])
        if like[nearest] <= likeness:
            continue
        # SECRET is a part of TOP SECRET: the longer name is meant wherever it is nearly as like.
        least_like = max(LONGER, like[nearest] - NEARLY)
        name = max((one for one in like if nearest in one and like[one] >= least_like), key=len, default=nearest)
        rival = max(_nearness(bare, other) for other in (*_NOT_LEVELS, *_OVERPRINTS))
        if like[name] > max(rival, likeness):
            best, likeness = name, like[name]
    return best if likeness >= least else ""


def _reads_otherwise(texts: Sequence[str]) -> bool:
    """Whether a line reads plainly as what is no classification: a name of the field, or the same with and without."""
    bare = [_bare(text) for text in texts]
    if len(bare) > 1 and len(bare[0]) >= AGREED and bare[0] == bare[1]:
        return True
    return any(_nearness(text, other) >= PLAIN_LIKENESS for text in bare for other in _NOT_LEVELS)


def _is_prose(texts: Sequence[str]) -> bool:
    """Whether a line reads as a sentence: with a strike through it, it would read as none."""
    return any(len(_SMALL.findall(text)) >= SENTENCE for text in texts)


def _is_overprint(texts: Sequence[str]) -> bool:
    """Whether a line reads as what releases print over a page."""
    return any(_nearness(_bare(text), other) >= OVERPRINT for text in texts for other in _OVERPRINTS)


def _is_release_line(texts: Sequence[str]) -> bool:
    """Whether an overprint is the agency's small line, not the letters of a stamp as high as a banner's."""
    return any(_nearness(_bare(text), _RELEASE_LINE) >= OVERPRINT for text in texts)


def _pair(one: Lettering, other: Lettering) -> bool:
    """Whether two lines, or the strokes over them, stand one below the other."""
    return any(
        abs((here.x0 + here.x1) - (there.x0 + there.x1)) / 2 <= PAIR_ASIDE
        for here in (one.box, one.crossed)
        for there in (other.box, other.crossed)
        if here is not None and there is not None
    )


def _bare(text: str) -> str:
    return re.sub(r"[\s.,_~-]", "", text.upper())


def _likeness(text: str, name: str, beyond: int) -> float:
    """How like a name a reading is, 1 for the same; 0 where too much stands around it."""
    around = max(0, len(text) - len(name.replace(" ", "")))
    if around > beyond or len(text) < SHORTEST * len(name):
        return 0.0
    return _nearness(text, name) - BEYOND_COST * around


@cache
def _nearness(text: str, name: str) -> float:
    """How like a name the nearest part of a reading is, 1 for the same."""
    wanted = name.replace(" ", "")
    row = [0.0] * (len(text) + 1)
    for sign in wanted:
        before, row = row, [row[0] + _MISSING]
        for index, seen in enumerate(text, 1):
            row.append(min(before[index] + _MISSING, row[-1] + _ADDED, before[index - 1] + _change(sign, seen)))
    return 1 - min(row) / len(wanted)


@cache
def _change(sign: str, seen: str) -> float:
    if sign == seen:
        return 0.0
    return _LIKE if any(sign in group and seen in group for group in _ALIKE) else _OTHER
