"""Which copy of how many this is, as printed; the value is `Wording`, its text `6 of 9`.

Tue Mar 14 16:05:41 2006 [ZEMBLA 412] D COPY 6 OF 9 Page 1 OF 3     6 of 9
Copy No. 3 of 10 copies                                             3 of 10
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Wording
from redaudit.model.part import Detector, Sighting

# `a copy 2 of 5` in a sentence is no number of this one; a copy beyond the last is misread.
_COPY = re.compile(
    r"(?<![\w-])(?:COPY|[Cc]opy)(?:[ ]{0,2}(?:NO|No|NR|Nr|NUMBER|[Nn]umber|no|nr)\b\.?|[ ]{0,2}#|[ ]{0,2}:)?[ ]{0,3}"
    r"(?P<number>\d{1,3})[ ]{1,3}(?:OF|of)[ ]{1,3}(?P<total>\d{1,3})(?!\w|[.]\w)"
)
_SENTENCE = re.compile(r"\b(?:an?|the|one|each|every|of|in)[ ]$", re.IGNORECASE)


def find(page: Page) -> Iterator[Sighting]:
    """The copy numbers that stand on the page."""
    for found in _COPY.finditer(page.text):
        number, total = int(found["number"]), int(found["total"])
        sentence = _SENTENCE.search(page.text[max(0, found.start() - 6) : found.start()])
        if 1 <= number <= total and total > 1 and not sentence:
            yield Sighting(found.start(), found.end(), Wording(f"{number} of {total}"))


DETECTOR = Detector(
    id="copy-number",
    summary="which copy of how many this is",
    find=find,
    source="printed headers of State Department telegrams; DoD 5200.1-R: Top Secret documents carry copy n of m copies",
    hits=(
        "Tue Nov 23 16:05:41 1999 [STATE 221130] D COPY 6 OF 9 Page 1 OF 3",
        "Copy No. 3 of 10 copies",
        "SECRET     COPY NR 2 OF 5",
        "Copy #4 of 6",
    ),
    misses=(
        "Please send a copy 2 of 5 in number.",
        "COPY 9 OF 6",
        "COPY 1 OF 1",
        "Copy of 12 May 2006",
        "photocopy 2 of 5",
    ),
    cues=("COPY",),
)
