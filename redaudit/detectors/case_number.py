"""The number of the request or review under which the document was released.

Case No. F-2014-00001 · FL-2017-00001 · DATE/CASE ID: 14 MAR 2003 200202030      state-case
2010-0533-M · NLJ 98-123 · NLRR F06-114/8 · NLK-93-45                              library-case
Authority NND 947021                                                               nara-project
Case#:NW 88613                                                                     jfk-case
FOI/PA# 1234137-0 · Civil Action# 1:16-cv-01790                                    fbi-request, civil-action
MDR 11759 · FOIA Case # 12345 · MDR: 13-M-1234 · ISCAP APPEAL NO. 2012-071         nsa-case, dod-case, iscap-appeal
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Identifier
from redaudit.model.part import Detector, Finder, Sighting

_AS_DIGIT = str.maketrans(dict(zip("OoQlI|!SsZB", "00011115528", strict=True)))
_DIGIT = r"[\dOoQlI|!SsZB]"

# Case No. F-2014-00001, and what the OCR makes of its head: -F-2014, F:2014, V-2014, r2014, P2014, 1F-2014, -2014
_STATE = re.compile(
    rf"Case\W{{1,2}}N[o0]?\W{{0,3}}(?P<head>[^\s\d]{{0,4}}|\d[A-Z]\W?|[A-Z]\d?\W)(?P<year>{_DIGIT}{{4}})"
    rf"\s?[-–—.]\s?(?P<serial>{_DIGIT}{{5}})(?!\d)"
)
_KNOWN_HEADS = {"F-": "F", "FL-": "FL", "M-": "M", "P-": "P", "A-": "A"}
# FL-2017-00001, glued as FL-2017113804
_LITIGATION = re.compile(
    r"FL(?<![\w-]FL)\s?[-–—.:]?\s?(?P<year>20\d{2})\s?(?:[-–—.]|(?=\d{5}(?!\d))|[1Il])\s?(?P<serial>\d{5})(?!\d)"
)
_STATE_OLD = re.compile(
    r"CASE\s+ID\W{0,3}(?:\d{1,2}\s+[A-Z]{3}\s+\d{4}\s+)?(?P<number>(?:19|20)\d{7})(?!\d)", re.IGNORECASE
)

_LIBRARY = re.compile(
    r"(?P<number>[12][09](?<![\w-]\d\d)\d{2}-\d{4}-(?:MR|M|F|S)(?:\(\d{1,3}\))?(?:\s?\[\d+\])?)(?![\w-])"
)
_LIBRARY_OLD = re.compile(
    r"(?P<number>NL(?<![\w-]NL)[A-Z]{1,2}(?:\s+MR\s+|\s+|-)(?:[A-Z]{1,2})?\d{2,4}-\d{1,5}(?:/\d{1,4})?)(?![\w-])"
)
_PROJECT = re.compile(
    r"Auth[o0]r[il1]ty\W{0,3}\s{0,2}(?P<number>NND[A-Z]?\W{0,2}\d{5,6}|NW\W{0,2}\d{4,6})(?!\d)", re.IGNORECASE
)
_JFK = re.compile(r"Case\s?#\s?[:;.]?\s?(?P<number>NW\s?\d{4,6})(?!\d)", re.IGNORECASE)
_BUREAU = re.compile(r"FO[IL1]P?\s?/?\s?PA\s?#?\s?[:;]?\s?(?P<number>\d{6,7}\s?-\s?\d{1,3})(?![\d-])")
_CIVIL = re.compile(
    r"(?:Civil\s+Action|FO[IL]\s?/\s?PA)\s?(?:#|No\.?)\s?[:;]?\s?(?P<number>\d:\d{2}-cv-\d{4,5}(?:-\d{1,2})?)(?!\d)",
    re.IGNORECASE,
)
_NSA = re.compile(
    r"(?:MDR(?:\s+Case)?|FOIA\s+Case|FOIA\s+Litigation\s+Case|MDR/FOIA\s+Case)\s?(?:No\.?|#)?\s?[:;#]?\s?(?P<number>\d{4,6}[A-Z]?)(?![\d-])"
)
_DEFENSE = re.compile(r"(?P<number>[0-9][0-9](?<![\w-]\d\d)-(?:M|F|MDR)-\d{4})(?![\w-])")
_APPEAL = re.compile(
    r"ISCAP\s+(?:APPEAL\s+)?(?:N[O0o]\.?|#)\s?[:;]?\s?(?P<number>(?:19|20)\d{2}-\d{2,3})(?!\d)", re.IGNORECASE
)

# The letter of a series behind a number, which most pages lack: 2010-0533-M, 13-M-1234
_SERIES = re.compile(r"-(?<=\d-)[MFS]")
_LETTERED = (("library-case", _LIBRARY), ("dod-case", _DEFENSE))
# Scheme, pattern, and the fewest letters in upper case of which some stand wherever the pattern can match.
_OTHERS = (
    ("library-case", _LIBRARY_OLD, ("NL",)),
    ("nara-project", _PROJECT, ("NND", "NW")),
    ("jfk-case", _JFK, ("#",)),
    ("fbi-request", _BUREAU, ("FO",)),
    ("civil-action", _CIVIL, ("-CV-",)),
    ("nsa-case", _NSA, ("MDR", "FOIA")),
    ("iscap-appeal", _APPEAL, ("ISCAP",)),
)


def _of_state(page: Page) -> Iterator[Sighting]:
    for found in _STATE.finditer(page.text):
        yield Sighting(found.start(), found.end(), _state(found))


def _in_litigation(page: Page) -> Iterator[Sighting]:
    for found in _LITIGATION.finditer(page.text):
        value = f"FL-{found['year']}-{found['serial']}"
        yield Sighting(found.start(), found.end(), Identifier("state-case", value, damaged=found[0] != value))


def _of_state_old(page: Page) -> Iterator[Sighting]:
    for found in _STATE_OLD.finditer(page.text):
        yield Sighting(found.start(), found.end(), Identifier("state-case", found["number"]))


def _of_another(scheme: str, pattern: re.Pattern[str], cues: tuple[str, ...]) -> Finder:
    def find(page: Page) -> Iterator[Sighting]:
        return _numbers(page, scheme, pattern)

    return Finder(cues, find)


def _lettered(page: Page) -> Iterator[Sighting]:
    for scheme, pattern in _LETTERED if _SERIES.search(page.text) else ():
        yield from _numbers(page, scheme, pattern)


def _numbers(page: Page, scheme: str, pattern: re.Pattern[str]) -> Iterator[Sighting]:
    for found in pattern.finditer(page.text):
        number = re.sub(r"\s+", " ", found["number"])
        yield Sighting(found.start(), found.end(), Identifier(scheme, number))


_FINDERS = (
    Finder(("CASE N", "CASE\nN"), _of_state),
    Finder(("FL",), _in_litigation),
    Finder(("CASE ID",), _of_state_old),
    Finder(("-M", "-F", "-S"), _lettered),
    *(_of_another(scheme, pattern, cues) for scheme, pattern, cues in _OTHERS),
)


def find(page: Page) -> Iterator[Sighting]:
    """Every number of a request, review or appeal printed on the page, as read."""
    for finder in _FINDERS:
        if any(cue in page.folded for cue in finder.cues):
            yield from finder.find(page)


def _state(found: re.Match[str]) -> Identifier:
    head = _KNOWN_HEADS.get(found["head"])
    read = head or ("FL" if "FL" in found["head"] else "F")
    year, serial = found["year"].translate(_AS_DIGIT), found["serial"].translate(_AS_DIGIT)
    damaged = head is None or year + serial != found["year"] + found["serial"]
    return Identifier("state-case", f"{read}-{year}-{serial}", damaged=damaged)


DETECTOR = Detector(
    id="case-number",
    summary="the number of the request, review or appeal under which the document was released",
    find=find,
    source="5 U.S.C. 552(a)(7)(A): each request has a tracking number; the agencies' own numbering",
    hits=(
        "U.S. Department of State Case No. F-2015-00001 Doc No. C05000001",
        "Case No. F:2014-00001",
        'FL-2019-00001 B-00001234567 "UNCLASSIFIED" 1/2/2021',
        "DECLASSIFIED PER E.O. 13526 2010-0001-M",
        "Case#:NW 88000",
        "FOI/PA# 1234567-0",
        "MDR 11000",
        "ISCAP APPEAL NO. 2012-001",
    ),
    misses=(
        "Case No. 12 was closed in 2014",
        "the 2010-2011 season",
        "MDR stands for mandatory review",
        "call 202-555-0123",
    ),
    cues=tuple(dict.fromkeys(cue for finder in _FINDERS for cue in finder.cues)),
    finders=_FINDERS,
)
