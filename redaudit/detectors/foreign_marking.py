"""The marking of another government, or of NATO, on a line of its own; the value is `Wording`, its text as printed.

    NATO SECRET        COSMIC TOP SECRET        UK EYES ONLY        //GBR SECRET        NATO DECLASSIFIED

The last, and a number under which NATO disclosed the document, lift the others.
"""

from collections.abc import Iterator

from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.mark import Wording
from redaudit.model.part import Detector, Sighting

_LEVEL = r"(?:TOP[ ]SECRET|SECRET|CONFIDENTIAL|RESTRICTED)"
_MARKING = line_pattern(
    r"[ \t_*#~-]{0,80}+(?P<marking>"
    rf"COSMIC[ ]TOP[ ]SECRET|NATO[ ](?:SECRET|CONFIDENTIAL|RESTRICTED)"
    rf"|(?:UK|U\.K\.|BRITISH|CANADIAN|AUSTRALIAN)[ -]{_LEVEL}"
    r"|(?:UK|U\.K\.|CANADIAN|AUSTRALIAN|UK/US|US/UK|UK[ ]AND[ ]US)[ ]EYES[ ](?:ONLY|ALPHA|BRAVO)"
    rf"|//(?!USA)[A-Z]{{3}}[ ]{_LEVEL}(?:/[A-Z/, ]{{2,40}})?"
    r"|NATO[ ](?:DE|UN)CLASSIFIED|PDN(?:[ ]?\([A-Z]+\))?[ ]?\d{4}-\d{3,4}"
    r")(?=[ \t_*~-]*(?:\n|$))"
)


def find(page: Page) -> Iterator[Sighting]:
    """The lines of the page that hold nothing but the marking of another government or of NATO."""
    for found in _MARKING.finditer(page.text):
        yield Sighting(*found.span("marking"), Wording(" ".join(found["marking"].split())))


DETECTOR = Detector(
    id="foreign-marking",
    summary="markings of other governments and of NATO",
    find=find,
    source="32 CFR 2001.54; IC Markings System Register and Manual 2016, section H; NATO C-M(2002)49",
    hits=(
        "NATO SECRET",
        "COSMIC TOP SECRET",
        "UK EYES ONLY",
        "SECRET TALKS\n//GBR SECRET",
        "UK CONFIDENTIAL",
        "NATO DECLASSIFIED",
    ),
    misses=(
        "THE NATO SECRET FUND",
        "NATO SECRETARY GENERAL",
        "SECRET//FGI GBR//NOFORN",
        "//USA SECRET",
        "NATO secret talks went on.",
        "UK",
    ),
)
