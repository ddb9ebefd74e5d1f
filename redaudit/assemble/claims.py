"""Which codes withhold which passage: by their places on the page, or by the rows they are printed on.

The envoy ■■■■■■■ (b)(6) met ■■■■■■■      each box takes the code right beside it;
him at ■■■■■ on ■■■■■■■           1.4(D)  what stands in the margin is for every box of its rows
                                3.3(h)(2)  on a scan, set by eye: what is beside no box is for the nearest without one
■■■■■■■■■■■■■■■■■■■■■■■■■
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from redaudit.assemble.gaps import code_groups, with_codes
from redaudit.model.document import Content, Page
from redaudit.model.geometry import Box
from redaudit.model.mark import Mark, RedactionKind
from redaudit.model.record import Redaction

# Where runs stand this far right, a page keeps its places; a column of codes is hardly ever taller than ten rows.
_MARGIN, _TALLEST = 40, 10
# A code stands on a box's rows where its middle is no farther above or below it than this part of the code's height.
_BAND = 0.6
# A code no farther from a box than this many of its heights stands right beside it; right below it, this many.
_BESIDE, _BELOW = 2.5, 1.5
# On scans codes are set by eye: beside the heading above the box, or below it, at most so many of their heights off.
_BY_EYE = 5.0
# Boxes no farther apart than this, in points, are parts of one passage that begins or ends within a line.
_TOUCH = 1.0


def claimed_by_place(
    page: Page, printed: list[Redaction], codes: tuple[Mark, ...]
) -> tuple[list[Redaction], tuple[Mark, ...]]:
    """Boxes with the codes in them, beside them or right below them, and the codes that no box claims."""
    boxes = [n for n, redaction in enumerate(printed) if redaction.kind is RedactionKind.BOX and redaction.box]
    if not boxes or not page.words:
        return printed, codes
    places = [redaction.box for redaction in (printed[n] for n in boxes) if redaction.box]
    claims: dict[int, list[Mark]] = {}
    left: list[Mark] = []
    for mark in codes:
        owners = owners_of(mark.box, places) if mark.box else []
        for owner in owners:
            claims.setdefault(boxes[owner], []).append(mark)
        if not owners:
            left.append(mark)
    claimed = [with_codes(it, tuple(claims[n])) if n in claims else it for n, it in enumerate(printed)]
    return claimed, tuple(left)


def owners_of(code: Box, boxes: Sequence[Box]) -> list[int]:
    """The boxes that a code belongs to: the one it stands in, right beside or right below; else all on its rows."""
    across, down = (code.x0 + code.x1) / 2, (code.top + code.bottom) / 2
    rim = _BAND * code.height
    level = [n for n, box in enumerate(boxes) if box.top - rim <= down <= box.bottom + rim]
    inside = [n for n in level if boxes[n].x0 <= across <= boxes[n].x1]
    if inside:
        return inside[:1]
    if level:
        nearest = min(level, key=lambda n: _gap(code, boxes[n]))
        return [nearest] if _gap(code, boxes[nearest]) <= _BESIDE * code.height else level
    below = [
        n
        for n, box in enumerate(boxes)
        if 0 <= code.top - box.bottom + rim <= _BELOW * code.height + rim and box.x0 < code.x1 and code.x0 < box.x1
    ]
    return [max(below, key=lambda n: boxes[n].bottom)] if below else []


def _gap(one: Box, other: Box) -> float:
    """How far apart two boxes stand across."""
    return max(one.x0 - other.x1, other.x0 - one.x1, 0.0)


def claimed_by_row(
    page: Page, printed: list[Redaction], codes: tuple[Mark, ...]
) -> tuple[list[Redaction], tuple[tuple[Mark, ...], ...]]:
    """Printed passages with their codes, and the groups of codes that no printed passage claims.

    A code inside a bracket or beside it is its own. Where a copy keeps no places, the next group below is: OCR lets
    codes fall to the foot.
    """
    groups = sorted(code_groups(page, codes), key=lambda group: group[0].line)
    lines = [group[0].line for group in groups]
    loose = not page.words and all(line.left < _MARGIN for line in page.lines)
    taken: set[int] = set()
    below = 0
    claimed: list[Redaction] = []
    for redaction in printed:
        if redaction.official and not redaction.codes and not _is_editors(redaction):
            last = page.row_at(max(redaction.start, redaction.end - 1))
            at = next(
                (n for n in _near(lines, redaction.line) if n not in taken and _beside(groups[n], redaction, last)),
                None,
            )
            if at is None and loose:
                below = max(below, bisect_right(lines, redaction.line))
                while below in taken:
                    below += 1
                at = below if below < len(lines) else None
            if at is not None:
                taken.add(at)
                redaction = with_codes(redaction, groups[at])
        claimed.append(redaction)
    return claimed, tuple(group for n, group in enumerate(groups) if n not in taken)


def claimed_by_eye(
    page: Page, printed: list[Redaction], groups: tuple[tuple[Mark, ...], ...]
) -> tuple[list[Redaction], tuple[tuple[Mark, ...], ...]]:
    """On a scan, boxes without a code with the nearest codes that nothing claims, and the groups that still are left.

    A box that touches one with codes is the same passage: a line cut short, and the whole lines above or below it.
    """
    if page.content not in (Content.SCAN, Content.IMAGE_ONLY):
        return printed, groups
    claimed = list(printed)
    left: list[tuple[Mark, ...]] = []
    for group in groups:
        open_ = {n: it.box for n, it in enumerate(claimed) if it.kind is RedactionKind.BOX and it.box and not it.codes}
        owners = _nearest_rows(group, open_)
        for n in owners:
            claimed[n] = with_codes(claimed[n], group)
        if not owners:
            left.append(group)
    return _with_touching(claimed), tuple(left)


def _nearest_rows(group: tuple[Mark, ...], boxes: dict[int, Box]) -> list[int]:
    """The box nearest above or below a group of codes, and the others that stand on its rows."""
    places = [mark.box for mark in group if mark.box]
    if not places or not boxes:
        return []
    top, bottom = min(place.top for place in places), max(place.bottom for place in places)
    apart = {n: max(box.top - bottom, top - box.bottom, 0.0) for n, box in boxes.items()}
    nearest = min(boxes, key=lambda n: apart[n])
    if apart[nearest] > _BY_EYE * places[0].height:
        return []
    row = boxes[nearest]
    return [n for n, box in boxes.items() if box.top < row.bottom and row.top < box.bottom]


def _with_touching(claimed: list[Redaction]) -> list[Redaction]:
    """The passages, a box without codes with those of one that it touches."""
    coded = [(it.box, it.codes) for it in claimed if it.kind is RedactionKind.BOX and it.box and it.codes]
    found = []
    for redaction in claimed:
        place = redaction.box
        if redaction.kind is RedactionKind.BOX and place and not redaction.codes:
            codes = next((codes for box, codes in coded if _touches(place, box)), ())
            redaction = with_codes(redaction, codes) if codes else redaction
        found.append(redaction)
    return found


def _touches(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other or wall to wall."""
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return _gap(one, other) <= _TOUCH and down <= _TOUCH


def _near(lines: list[int], line: int) -> range:
    """The groups that may stand beside a row: those that begin a few rows above it or right below."""
    return range(bisect_left(lines, line - _TALLEST), bisect_right(lines, line + _TALLEST))


def _is_editors(redaction: Redaction) -> bool:
    """FRUS editors' words cite no code: `[1 line not declassified]`."""
    return redaction.kind is RedactionKind.PLACEHOLDER and "lassi" in redaction.text


def _beside(group: tuple[Mark, ...], redaction: Redaction, last: int) -> bool:
    return any(redaction.line <= mark.line <= last + 1 for mark in group)
