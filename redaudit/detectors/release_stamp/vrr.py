"""State's reading-room stamp: the decision, top right on the first page, often broken over lines, with its codes.

RELEASE IN PART
B1,1.4(B),1.4(D)
"""

import re
from collections.abc import Iterator

from redaudit.detectors._state import FUSED_STAMP, release_stamps
from redaudit.detectors.release_stamp._family import Family
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.outcome import Outcome

_STATUS = {
    "FULL": Outcome.FULL,
    "FUL": Outcome.FULL,
    "ULL": Outcome.FULL,
    "PART": Outcome.PART,
    "PAR": Outcome.PART,
    "PAK": Outcome.PART,
    "PA": Outcome.PART,
    "P": Outcome.PART,
    "ART": Outcome.PART,
}


def find(page: Page) -> Iterator[Sighting]:
    """The stamps of a page; a stamp with codes and no readable word released in part."""
    for match in release_stamps(page):
        stamp = _stamp(match)
        if stamp:
            yield Sighting(match.start(), match.end(), stamp)
    for match in FUSED_STAMP.finditer(page.text):
        value = ReleaseStamp("vrr", _STATUS[match["status"]], damaged=True)
        yield Sighting(match.start("stamp"), match.end("stamp"), value)


def _stamp(match: re.Match[str]) -> ReleaseStamp | None:
    if match["denied"]:
        return ReleaseStamp("vrr", Outcome.DENIED)
    word = match["status"] or match["damaged_status"]
    if word is None and not match["codes"]:
        # RELEASE alone: the end of a headline (PRESS / RELEASE) as often as a stamp.
        return ReleaseStamp("vrr", Outcome.UNSPECIFIED, damaged=True) if match["in"] else None
    status = _STATUS.get(word or "", Outcome.PART if match["codes"] else Outcome.UNSPECIFIED)
    damaged = (
        match["damaged"] is not None
        or word not in ("FULL", "PART")
        or match["word"] not in (None, "RELEASE", "RELEASED")
    )
    return ReleaseStamp("vrr", status, damaged=damaged)


FAMILY = Family(
    id="vrr",
    source="5 U.S.C. 552(b), closing text; 22 CFR 171.11; State's Virtual Reading Room",
    cues=("PART", "LEASE", "FULL", "DENIED", " RAJ"),
    find=find,
    hits=(
        "RELEASE IN PART B6",
        "RELEASE IN\nFULL",
        "RELEASE IN PART\nB1,1.4(B),1.4(D)",
        "RELEASE IN PART B5,B3 CIA\nPERS/ORG,B6",
        "[RELEASE IN FULLI",
        "KELEASE IN PAK I",
        "[KtLt/AbE IN FULL",
        "DENIED IN FULL",
        "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 06/30/2015SE IN FULL",
        "[Page 1]\nUNCLASSIFIED U.S. Department of State Case No. F-2017-00001 Doc No. C05000001 Date: 05/04/2021\n"
        "NOVEMBER 3, 1995 RELEASE IN FULL\n8:30 - 9:00 MEETING",
        # Broken over the right margin, with the header of the e-mail between its lines.
        "                                                                    RELEASE IN\n"
        "From:    A. Sender                                                  PART B6\n"
        "Sent:    Monday",
    ),
    misses=(
        "FOR IMMEDIATE RELEASE",
        "PRESS RELEASE",
        "PLEASE RELEASE IN FULL TO PRESS AT 1400 HOURS LOCAL",
        "The Department may release in full what it has.",
        "BURMALAND TO RELEASE 6300 PRISONERS",
        "SUBJECT TO AGREEMENT ON SENSITIVE INFORMATION & REDACTIONS. NO FOIA WAIVER.",
    ),
)
