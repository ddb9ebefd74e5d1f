"""The lines at a telegram's head: they are laid out in columns and end where they end, so a blank there hides nothing.

PAGE 01        ZEMBLA  00412  141131Z
ACTION EUR-12
INFO  LOG-00   SAS-00   /009R
P 141131Z MAR 06
FM AMEMBASSY ZEMBLA
E.O. 12958: DECL: 03/14/2016
TAGS: PREL, ETRD, VV
"""

import re
from collections.abc import Iterable

# ACP 127, as State prints it (5 FAH-2 H-320), and the head that Washington's copies carry.
_FORMAT = re.compile(
    r"(?:"
    r"PAGE\s+\d{1,2}(?:\s|$)"  # PAGE 01        ZEMBLA  00412  141131Z
    r"|(?:ACTION|ORIGIN|INFO|COPY)\s+[A-Z]{1,6}-\d\d"  # ACTION EUR-12
    r"|(?:FM|TO|INFO|XMT|ACTION|DE)\s+[A-Z]"  # FM AMEMBASSY ZEMBLA
    r"|VZCZC|ZN[YR]\s|#\d{3,5}\b|BT$|NNNN$"
    r"|(?:[ZOPR]\s?){1,4}\d{6}Z\b"  # P 141131Z MAR 06
    r"|[ZOPR]{2}\s+RU[A-Z]{3,}"  # PP RUEHDBU
    r"|(?:DRAFTED|APPROVED|CLEARED)\s?(?:BY)?[:\s]|DESIRED\s+DISTRIBUTION"
    r"|-{3,}\s?\d{5,6}"  # -----133566 232216Z /38
    r"|SIPDIS\b|(?:UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET|[CSU](?: [A-Z]){5,})\b"
    r"|(?:UNCLASSIFIED|LIMITED OFFICIAL USE)\s"
    r")"
)
# Fields whose value may stand anywhere on their row.
_FIELD = re.compile(
    r"(?:E\.?\s?O\.?\s?\d{4,5}|TAGS|REFS?|Refs?|Reference|MRN|Date/DTG|DTG|Captions?|Classified\s[Bb]y|Action|Info)"
    r"\s?[:;.]|E\.O\.\s?:",
)
# Offices told how many copies they get, over as many rows as they fill: LOG-00   SAS-00   /009R
_OFFICES = re.compile(
    r"(?>(?:[A-Z0-9/]{1,6}-\d{1,2}\s++|\(\s?\d*+\s?\)\s*+)+)(?:/\d{2,4}\s?[A-Z]{0,3})?$"
    r"|/\d{3}\s?[A-Z]{0,2}$"
)
# Who cleared a telegram, in columns: EUR/SE:ASAMPLE          P:BDOE
_CLEARANCES = re.compile(r"(?>(?:[A-Z0-9][A-Z0-9/&-]*+:\s?[A-Z][A-Z.'-]*+(?:\s\([A-Z]++\))?(?:\s++|$)){2,})$")
_ADDRESSED = re.compile(r"(?:FM|TO|INFO|XMT|ACTION|ORIGIN)\s")


def format_rows(rows: Iterable[tuple[int, str]]) -> frozenset[int]:
    """The rows of format lines among rows of text (number and words), with those on which addresses run on."""
    found: set[int] = set()
    addressed = -1
    for row, text in rows:
        if _FIELD.match(text):
            found.add(row)
        elif text != text.upper():
            continue
        elif _FORMAT.match(text) or _CLEARANCES.match(text):
            found.add(row)
            addressed = row if _ADDRESSED.match(text) else -1
        elif row == addressed + 1 or _OFFICES.match(f"{text} "):
            found.add(row)
            addressed = row
    return frozenset(found)
