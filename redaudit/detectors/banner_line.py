"""A level with its control markings behind slashes, a line of its own; the value is `Wording`, its text as printed.

    SECRET//SI/TK//NOFORN          S E C R E T // NOFORN           AGENCY CONFIDENTIAL
    CONFIDENTIAL/LIMITED OFFICIAL USE

The level itself is a `classification` mark; this one keeps what the banner's syntax is judged by. A word of an office
before a level, which makes it a level that no order knows, is kept the same way.
"""

import re
from collections.abc import Iterator

from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.mark import Wording
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.control import controls_of

_SPACED = "|".join(" ".join(word) for word in ("SECRET", "CONFIDENTIAL", "UNCLASSIFIED"))
_LEVEL = rf"(?:TOP[ ]SECRET|T[ ]O[ ]P[ ]{{1,3}}S[ ]E[ ]C[ ]R[ ]E[ ]T|SECRET|CONFIDENTIAL|UNCLASSIFIED|{_SPACED})"
_SLASHED = line_pattern(
    rf"[ \t_*#~-]{{0,80}}+(?P<banner>(?P<level>{_LEVEL})[ ]{{0,2}}(?P<rest>//?[ ]?[A-Z0-9][A-Z0-9 ,./-]{{1,100}}))"
    r"(?=[ \t_*~-]*(?:\n|$))"
)
_SLASH = re.compile(r"[ ]*(//?)[ ]*")
# Whose confidence it is: no part of a level. ADMINISTRATIVELY CONFIDENTIAL marked personnel matter.
_OFFICE = line_pattern(
    r"[ \t_*#~-]{0,80}+(?P<banner>(?:AGENCY|EMBASSY|BUREAU|DEPARTMENT|CONSULATE|OFFICE|DIVISION|ADMINISTRATIVELY)"
    r"[ /](?:TOP[ ]SECRET|SECRET|CONFIDENTIAL))(?=[ \t_*~-]*(?:\n|$))"
)


def find(page: Page) -> Iterator[Sighting]:
    """The lines of the page that hold nothing but a level and its controls."""
    if "/" in page.text:
        for found in _SLASHED.finditer(page.text):
            rest = _SLASH.sub(r"\1", " ".join(found["rest"].split()))
            text = f"{_joined(found['level'])}{rest}".rstrip("/-. ")
            if controls_of(text):
                start = found.start("banner")
                yield Sighting(start, start + len(found["banner"].rstrip()), Wording(text))
    for found in _OFFICE.finditer(page.text):
        yield Sighting(*found.span("banner"), Wording(" ".join(found["banner"].split())))


def _joined(level: str) -> str:
    """A level printed letter by letter, as a word."""
    if len(level.split()) < 3:
        return " ".join(level.split())
    word = level.replace(" ", "")
    return "TOP SECRET" if word == "TOPSECRET" else word


DETECTOR = Detector(
    id="banner-line",
    summary="a level with control markings behind slashes, a line of its own",
    find=find,
    source="IC Markings System Register and Manual 2016, section D; 32 CFR 2001.23",
    hits=(
        "SECRET//NOFORN",
        "TOP SECRET//SI/TK//ORCON/NOFORN",
        "S E C R E T // NOFORN",
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        "SECRET//REL TO USA, AUS, GBR",
        "CONFIDENTIAL/LIMITED OFFICIAL USE",
        "AGENCY CONFIDENTIAL",
    ),
    misses=(
        "SECRET",
        "SECRET/RYBAT",
        "The SECRET//NOFORN copy was lost.",
        "SECRET//NOFORN copies are kept apart.",
        "CONFIDENTIAL ZEMBLA 000412",
        "THE AGENCY CONFIDENTIAL FUND",
    ),
    cues=("SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "S E C R E T", "I D E N T I A L", "L A S S I F I E D"),
)
