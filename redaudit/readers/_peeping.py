"""Letters of withheld words that an eye sees at the edge of a box: the word goes on beneath, or was cut with the box.

Sa■     the box begins in the middle of the name     ■ with the tails of g and p below it
"""

import re
from collections.abc import Iterator, Sequence

from redaudit.layout.layers import Placed
from redaudit.layout.paint import Printed, Shape
from redaudit.model.document import Concealed
from redaudit.readers._unseen import UNDER, Eye, Judged

Boxes = Sequence[tuple[Shape, Concealed | None]]

# A letter stands at a box where no more than these parts of its height lie between them, or lie one over the other.
APART, OVER = 0.09, 0.25
# A box higher than this many times the type withholds more than a line, and its edges cut no word.
ONE_LINE = 2.0
# What may be the rest of a word: one letter or two, the last of them small. Longer ones may be words of their own.
_REST = re.compile(r"[A-Z]|[A-Za-z][a-z]|[a-z]")
# Words of one letter or two, and what follows a word or a number that is withheld whole: Sample's, 4th, 5 km.
_WHOLE = frozenset(
    re.findall(
        r"\w+",
        """
        a i o s d st nd rd th of to in is it as at be by he we or on do if me my up an go no us so am pm mr ms dr jr sr
        vs re cc co la le de du da di el al en et un il lo km cm mm kg ft lb oz hr ex ad id pp ch ii iv vi ix xi
        """,
    )
)


def peeping(boxes: Boxes, judged: Sequence[Judged], eye: Eye) -> dict[Shape, int]:
    """How many letters of withheld words show at the edges of each box that leaves any; a label's count for nothing."""
    found: dict[Shape, int] = {}
    # What OCR reads at the edge of a box in a picture is as often the edge itself, and where it reads is not exact.
    if not boxes or eye.scan:
        return found
    seen = [word.printed for word in judged if not word.why]
    short = [item for item in seen if _is_rest(item.word.text)]
    covered = [word for word in judged if word.why == UNDER]
    starts = {item.first: item for item in seen}
    ends = {item.last: item for item in seen}
    for shape, concealed in boxes:
        if concealed is not None and concealed.harmless:
            continue
        under = [word for word in covered if shape.holds(word.printed.word)]
        if under:
            count = sum(_cut(word, starts, ends) for word in under)
        else:
            count = sum(len(rest) for rest in _rests(shape, short))
        if count:
            found[shape] = count
    return found


def _cut(word: Judged, starts: dict[int, Printed], ends: dict[int, Printed]) -> int:
    """The letters that show of a word under a box: beside it, and those that look out above or below."""
    under = word.printed.word
    beside = (ends.get(word.printed.first), starts.get(word.printed.last))
    near = [item.word for item in beside if item is not None and _adjoins(item.word, under)]
    # The ending of a genitive after what is withheld tells nothing; the last figures of a number are left on purpose.
    letters = [part for part in near if part.x0 < under.x0 or part.text.lstrip("'\u2019") not in ("", "s")]
    return word.peeping + sum(sum(map(str.isalpha, part.text)) for part in letters)


def _adjoins(part: Placed, under: Placed) -> bool:
    """Whether two parts of a run of letters stand as close as the letters of one word, on one line."""
    high = min(under.bottom - under.top, part.bottom - part.top)
    apart = max(part.x0 - under.x1, under.x0 - part.x1)
    level = min(under.bottom, part.bottom) - max(under.top, part.top)
    return apart <= OVER * high and 2 * level > high


def _rests(shape: Shape, short: Sequence[Printed]) -> Iterator[str]:
    """What stands at a box without a space, of what is no word of its own."""
    for item in short:
        word = item.word
        high = word.bottom - word.top
        level = shape.top <= (word.top + word.bottom) / 2 <= shape.bottom
        if not level or shape.bottom - shape.top > ONE_LINE * high or shape.holds(word):
            continue
        near = (shape.x0 - word.x1, word.x0 - shape.x1)
        if any(-OVER * high <= gap <= APART * high for gap in near):
            yield word.text


def _is_rest(text: str) -> bool:
    return bool(_REST.fullmatch(text)) and text.casefold() not in _WHOLE
