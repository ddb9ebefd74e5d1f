"""The end of a telegram: its signature, or what the machines print below it; the value is `Wording`, as printed.

ask for a reply before August 3.
SAMPLE                              a surname alone below the text
BT                                  end of text, ACP 127
#0412        NNNN        NNNNVZCZ   end of message
"""

import re
from collections.abc import Iterator

from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.mark import Wording
from redaudit.model.part import Detector, Sighting

_MACHINES = line_pattern(
    r"[ \t]*(?P<end>BT|NN(?:NN?)?(?:VZCZ)?|#\d{4}|=*CABLE ENDS=*"
    r"|<{2,3}[ ]?END OF (?:DOCUMENT|MESSAGE)[ ]?>{2,3})(?=[ \t]*(?:\n|$))"
)
# One to three words of one person's name: BOEKER, VAN ALSTYNE, O'NEILL, SAMPLE-DOE, McGHEE
_SURNAME = line_pattern(
    r"[ \t]{0,60}(?P<end>(?:Mc|Mac|De|d')?[A-Z][A-Z'’-]{1,20}(?:[ ][A-Z][A-Z'’-]{1,20}){0,2})[ \t]{0,4}(?=\n|$)"
)
_NO_NAME = re.compile(
    r"\b(?:SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED|OFFICIAL|USE|ONLY|SENSITIVE|RESTRICTED|NODIS|EXDIS|LIMDIS"
    r"|STADIS|SIPDIS|NOFORN|COMMENT|SUMMARY|BEGIN|END|TEXT|UNQUOTE|QUOTE|PAGE|SECTION|RELEASED?|FULL|PART|DECLASSIFIED"
    r"|DECAPTIONED|ACTION|INFO|SUBJECT|TAGS|COPY|MESSAGE|ATTRIBUTES|BACKGROUND|CONCLUSION|NOTE|REDACTED|AMEMBASSY|AMCONSUL|SECSTATE|USMISSION"
    r"|AND|OR|OF|THE|TO|FOR|IN|AT|ON|BY|WITH|FROM|VIA"
    r"|USDEL|WASHDC|IMMEDIATE|PRIORITY|BT|NNNN?)\b"
)
# Below a signature stands nothing, or what is printed around the text of a message.
_BELOW = re.compile(
    r"\s*(?:$|[-~_*]{0,4}(?:TOP[ ]SECRET|S[ ]?E[ ]?C[ ]?R[ ]?E[ ]?T|C[ ]?O[ ]?N[ ]?F[ ]?I[ ]?D|U[ ]?N[ ]?C[ ]?L[ ]?A"
    r"|LIMITED[ ]OFF|SENSITIVE|NODIS|EXDIS|LIMDIS|STADIS|BT\b|NNN?N?|#\d{4}|<<|VZCZ|Classified[ ]by|Message[ ]Attrib"
    r"|RELEASE|DECLASSIFIED|Declassified|[^\n]{1,40}[ ]Declassified/Released|\"UNCLAS|\*{3,}|={3,}|-{3,}|Page\b|PAGE\b"
    r"|DIST\b|cc:|\d{1,3}\s*$|■|(?:B|b)\d\b|1\.[45]\())"
)


def find(page: Page) -> Iterator[Sighting]:
    """The ends of telegrams on a page: signatures below a text, and the lines of the machines."""
    for found in _MACHINES.finditer(page.text):
        yield Sighting(*found.span("end"), Wording(found["end"]))
    for found in _SURNAME.finditer(page.text):
        if _NO_NAME.search(found["end"]) or not _BELOW.match(page.text, found.end("line")):
            continue
        above = page.text[max(0, found.start("line") - 200) : found.start("line")].rstrip()
        if above:
            yield Sighting(*found.span("end"), Wording(found["end"]))


DETECTOR = Detector(
    id="message-end",
    summary="the end of a telegram: its signature, BT, NNNN",
    find=find,
    source="ACP 127, format lines 13 to 16; 5 FAH-2 H-320",
    hits=(
        "AMEMBASSY ZEMBLA asks for a reply before August 3.\nSAMPLE",
        "before August 3.\n\nVAN ALSTYNE\n\nCONFIDENTIAL\n\nNNN",
        "before August 3.\nBT\n#0412\nNNNN",
        "before August 3.\n<< END OF DOCUMENT >>",
    ),
    misses=(
        "the treaty before August 3.",
        "the treaty before August 3.\nCONFIDENTIAL",
        "COMMENT\nThe treaty will stand.",
        "before August 3.\nSAMPLE\nThe minister said more.",
        "INFO PRIORITY PARIS BRUSSELS LUXEMBOURG\nAND BONN",
        "CONFIDENTIAL\nA meeting with the press at nine.\nCLOSED PRESS\n\nCONFIDENTIAL",
    ),
    # A page of a telegram names a station, its own number or the review that released it, or has portion marks.
    cues=(
        "SECSTATE",
        "AMEMBASSY",
        "RUEH",
        "PAGE 0",
        "SYSTEMATIC REVIEW",
        "NNN",
        "END OF ",
        "\nBT",
        ". (C",
        ". (S",
        ". (U",
    ),
)
