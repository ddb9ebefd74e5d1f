"""State's stamp of the review of captions, of the 1980s on; the value is `Wording`, its text `EXDIS REVIEW`.

EXDIS REVIEW
Cat. A - Caption removed; transferred to O/FADRC
Cat. B - Transferred to O/FADRC with additional access controlled by S/S
Cat. C - Caption and custody retained by S/S

Every category is printed on it; which one was ticked cannot be read from text.
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.model.mark import Wording
from redaudit.model.part import Detector

# A stamp's head stands alone in its column: EXOIS REVIEW, N0DIS REVIEW.
_HEAD = re.compile(
    r"(?:^|(?<=[ ]{2}))(?P<caption>EX[DO]|N[O0][DO])[I1]S[ ]{1,3}REVIEW(?=[ \t]*(?:$|[ ]{2}))", re.MULTILINE
)


def _interpret(match: re.Match[str]) -> Wording:
    return Wording("EXDIS REVIEW" if match["caption"].startswith("E") else "NODIS REVIEW")


DETECTOR = Detector(
    id="caption-review",
    summary="the stamp of State's review of captions",
    find=find_pattern(_HEAD, _interpret),
    source="stamps on State's telegrams released in F-1986-04261; 5 FAH-2 H-440",
    hits=(
        "EXDIS REVIEW\nCat. A - Caption removed;\ntransferred to O/FADRC",
        "SUBJECT: TALKS                    EXOIS REVIEW",
        "NODIS REVIEW",
    ),
    misses=(
        "THE EXDIS REVIEW WAS PUT OFF.",
        "EXDIS REVIEWED",
        "SUBJECT: NODIS REVIEW",
    ),
    cues=("S REVIEW", "S  REVIEW"),
)
