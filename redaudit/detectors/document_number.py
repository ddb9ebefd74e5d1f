"""The number the releasing agency gave the document, as printed; look-alike letters among digits are read as digits.

U.S. Department of State Case No. F-2014-00001 Doc No. C05000002 Date: 05/13/2015      state-doc
FL-2017-00001 B-00000000060                                                            state-bates
STATE-SCB0045000                                                                       state-production
Approved For Release 2001/08/08 : CIA-RDP85B00236R000200010002-0                       cia-rdp
Approved for Release: 2019/03/27 C05578285                                             cia-foia
AGENCY FILE NUMBER ... RECORD NUMBER : 104-10015-10112                                 jfk-rif
NW 88326 DocId:32989627 Page 2                                                         jfk-docid
DOCID: 3417193                                                                         nsa-docid
NLC-12-34-5-6-7                                                                        library-rac
"""

import re
from collections.abc import Iterator

from redaudit.detectors._pattern import stands_in
from redaudit.model.document import Page
from redaudit.model.mark import Identifier
from redaudit.model.part import Detector, Sighting

_AS_DIGIT = str.maketrans(dict(zip("OoQDlI|!iSsZBGg", "000011111552869", strict=True)))
_DIGITLIKE = r"[\dOoQDlI|!iSsZBGg]"

# Doc No. C05000002 · Doc No C06131108 · Doc No. (06134372 · Doc No. CO6131108 · Doc No. C0 5739545
_STATE = re.compile(
    rf"Doc\W{{1,3}}N[o0]\W{{0,3}}?(?P<letter>[CcG(0O])\s?(?P<digits>(?:{_DIGITLIKE}\s?){{6,8}})(?![\w-])"
)
_BATES = re.compile(r"B(?<![\w-]B)\s?[-–]\s?(?P<digits>[\dOoIl]{11})(?!\w)")
_PRODUCTION = re.compile(r"STATE\s?-\s?[S5]CB\s?(?P<digits>[\dOoIl]{7})(?!\w)")
_RDP = re.compile(r"C[I1l]A\s?[-–—]\s?R[DO]P\s?(?P<rest>\w[\w \-–—.]{16,34})")
_RDP_SHAPE = re.compile(
    rf"(?P<year>{_DIGITLIKE}{{2}})(?P<kind>[A-Z-])(?P<job>{_DIGITLIKE}{{5}})(?P<series>[A-Z])"
    rf"(?P<number>{_DIGITLIKE}{{12}})-?(?P<check>{_DIGITLIKE})"
)
_FOIA = re.compile(rf"(?P<number>C\s?[0OoQ](?:\s?{_DIGITLIKE}){{7}})(?![\w-])")
# Approved for Release: 2019/03/27 C05578285, or the number alone on a line
_BEFORE_FOIA = re.compile(
    r"(?:Re[l|I!]eas\S{1,3}\s{0,2}\S{0,2}\d{4}/\S{2,3}/\S{2,3}\s{1,3}[^\w\n]{0,2}|^[^\w\n]{0,4})\Z", re.MULTILINE
)
_RIF = re.compile(r"(?P<number>1(?<![\d-]1)[0-9]{2}\s?[-–]\s?\d{5}\s?[-–]\s?\d{5})(?![\d-])")
_DOCID = re.compile(r"NW[ ]\d{4,6}[ ]{1,3}Doc[Il1]d[:;.]?\s?(?P<number>\d{8})(?!\d)")
_NSA = re.compile(r"^\W{0,4}(?:DOC[I1l]D|Doc\s?ID|REF\s+ID)\s?[:;]\s?(?P<number>A?\d{5,8})(?!\d)", re.MULTILINE)
_RAC = re.compile(r"(?P<number>(?:NL(?<![\w-]NL)[A-Z]|LOC-HAK)-\d{1,4}(?:-\d{1,4}){3,6})(?![\w-])")


# Scheme, pattern, and letters of which some stand on every page that the pattern can match.
_OTHERS = (
    ("jfk-docid", _DOCID, ("NW ",)),
    ("nsa-docid", _NSA, ("ID", "DOC1D", "DOClD")),
    ("library-rac", _RAC, ("NL", "LOC-HAK")),
)


def find(page: Page) -> Iterator[Sighting]:
    """Every number that an agency gave the document and printed on the page."""
    text = page.text
    for found in _STATE.finditer(text):
        read, digits = found["digits"], _digits(found["digits"])
        if found["letter"] in "0O" and len(digits) == 7:
            digits = f"0{digits}"
        damaged = found["letter"] != "C" or digits != read.strip() or len(digits) != 8
        yield _sighting(found, "state-doc", f"C{digits}", damaged)
    for scheme, pattern, prefix in (("state-bates", _BATES, "B-"), ("state-production", _PRODUCTION, "STATE-SCB")):
        for found in pattern.finditer(text):
            value = prefix + _digits(found["digits"])
            yield _sighting(found, scheme, value, value != found[0])
    yield from _agency(text)
    for found in _RIF.finditer(text):
        number = re.sub(r"\s", "", found["number"]).replace("–", "-")
        yield _sighting(found, "jfk-rif", number, number != found["number"])
    for scheme, pattern, cues in _OTHERS:
        for found in pattern.finditer(text) if stands_in(text, cues) else ():
            yield _sighting(found, scheme, found["number"], False)


def _agency(text: str) -> Iterator[Sighting]:
    """The Central Intelligence Agency's numbers."""
    for found in _RDP.finditer(text):
        squeezed = re.sub(r"[\s.]", "", found["rest"]).replace("–", "-").replace("—", "-")
        shape = _RDP_SHAPE.match(squeezed)
        if shape is None:
            continue
        year, job, number, check = (_digits(shape[part]) for part in ("year", "job", "number", "check"))
        value = f"CIA-RDP{year}{shape['kind']}{job}{shape['series']}{number}-{check}"
        end = found.start("rest") + _reach(found["rest"], shape.end())
        yield Sighting(
            found.start(), end, Identifier("cia-rdp", value, damaged=text[found.start() : end].strip() != value)
        )
    for found in _FOIA.finditer(text):
        if not _BEFORE_FOIA.search(text, max(0, found.start() - 40), found.start()):
            continue
        value = "C" + _digits(found["number"][1:])
        sighting = Identifier("cia-foia", value, damaged=value != found["number"])
        yield Sighting(found.start("number"), found.end("number"), sighting)


def _reach(text: str, count: int) -> int:
    """How far a text goes until so many characters, blanks and points aside, have passed."""
    for place, character in enumerate(text):
        if not (character.isspace() or character == "."):
            count -= 1
        if count == 0:
            return place + 1
    return len(text)


def _digits(read: str) -> str:
    return re.sub(r"\s", "", read).translate(_AS_DIGIT)


def _sighting(found: re.Match[str], scheme: str, value: str, damaged: object) -> Sighting:
    return Sighting(found.start(), found.start() + len(found[0].rstrip()), Identifier(scheme, value, bool(damaged)))


DETECTOR = Detector(
    id="document-number",
    summary="the number the releasing agency gave the document: C numbers, Bates and record numbers, CIA-RDP, RIF",
    find=find,
    source="numbers of the reading rooms of State, CIA and NSA; the JFK Assassination Records Collection; NARA's RAC",
    hits=(
        "U.S. Department of State Case No. F-2015-00001 Doc No. C05000001 Date: 01/31/2015",
        "Doc No. (06000001",
        'FL-2019-00001 B-00001234567 "UNCLASSIFIED" 1/2/2021',
        "STATE-SCB0040001",
        "Approved For Release 2001/08/08 : CIA-RDP85B00001R000200010002-0",
        "Approved for Release: 2019/03/27 C05000002",
        "RECORD NUMBER : 104-10000-10001",
        "NW 88000 Docld:32000001 Page 2",
        "DOCID: 3400001",
        "NLC-12-34-5-6-7",
    ),
    misses=(
        "Doc No. 12 of the annex",
        "call 202-555-0123 or 1-800-555-0199",
        "the vitamin C05 study",
        "CIA-RDP holdings",
    ),
    cues=(
        "DOC NO",
        "DOC. NO",
        "B-",
        "B -",
        "SCB",
        "5CB",
        "RDP",
        "ROP",
        " C0",
        " CO",
        "\nC",
        "-1",
        "DOCID",
        "DOCLD",
        "REF ID",
        "LOC-",
    ),
)
