"""What the lines at a telegram's head look like: the class line, the PAGE line, the numbers of offices.

C O N F I D E N T I A L SECTION 1 OF 2 LA PAZ 7471
PAGE 01    LA PAZ 07471 01 OF 02 011300Z
"""

import re

from redaudit.detectors._line_pattern import line_pattern


def _spaced(words: str) -> str:
    """A pattern for words whose letters may be parted by a blank: S E C R E T."""
    return "[ ]?".join(words.replace(" ", ""))


# The first or a doubled letter may be lost or added: ECRET, UUNCLAS (CATALOGUE, section 4).
_CLASS_WORDS = "|".join(
    (
        rf"(?:{_spaced('TOP')}[ ]+)?S?{_spaced('SECRET')}|{_spaced('ECRET')}",
        rf"C?{_spaced('CONFIDENTIAL')}|{_spaced('ONFIDENTIAL')}",
        rf"{_spaced('LIMITED')}[ ]+{_spaced('OFFICIAL')}[ ]+{_spaced('USE')}|LIMOFFUSE|LOU",
        rf"U?{_spaced('UNCLAS')}(?:[ ]?{_spaced('SIFIED')})?(?:[ ]+E[ ]F[ ]T[ ]O)?",
        rf"{_spaced('RESTRICTED')}|SENSITIVE[ ]BUT[ ]UNCLASSIFIED|SBU",
    )
)
_CAPTION = r"(?:NOFORN|SENSITIVE|NODIS|EXDIS|LIMDIS|STADIS|SIPDIS|ENTIRE[ ]TEXT|FOR[ ]OFFICIAL[ ]USE[ ]ONLY|FGI|MR)"
# 01 OF 03 · ONE OF THREE · FINAL SECTION OF 3
_NUMBER_WORDS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
# A travelling Secretary's messages carry a second number: STATE 318957 TOSEC 190015 (5 FAH-2 H-440)
_SERIES = "(?:TOSEC|SECTO)"
# Most lines begin with letters that no class word begins with: they are left after one look.
_BEFORE = r"[^\w\n]{0,4}+(?=[TSECOLUR][ ]?[BCEINOSU])"

# Office: one to four words, a letter first; serial: as printed, zeros and all.
CLASS_LINE = line_pattern(
    rf"{_BEFORE}(?:{_CLASS_WORDS})(?:[ ]*/{{1,2}}[ ]*{_CAPTION}|[ ]+{_CAPTION})*[ ]+"
    rf"(?:(?:FINAL[ ])?SECT(?:ION|\.)?[ ]+(?:(?P<section>{_COUNT})[ ]*)?OF[ ]*(?P<sections>{_COUNT})[ ]+)?"
    rf"(?P<office>(?!SECT(?:ION)?\b)[A-Z][A-Z.'-]*(?:[ ]+[A-Z][A-Z.'-]*){{0,3}})[ ]+(?P<serial>\d{{2,6}})"
    rf"(?=[ \t]*(?:$|//|{_CAPTION}|SECTION|{_SERIES}[ ]+\d))",
    re.IGNORECASE,
)
# PAGE 01 STATE 221130 232215Z · PAGE 02 LA PAZ 07471 01 OF 02 011300Z · PAGE 02 STATE 205410
# PAGE 01 STATE 205410 TOSEC 190071 · PAGE 01 LA PAZ 18653 2816112, where OCR took the Z of the time for a figure
PAGE_LINE = re.compile(
    r"(?P<line>PAGE[ \t]+(?P<number>\d{1,2})[ \t*]+(?P<office>[A-Z][A-Z.]*(?:[ ]+[A-Z][A-Z.]*){0,3})"
    r"[ \t]+(?P<serial>\d{3,6})"
    r"(?:[ \t]+(?P<section>\d{1,2})[ \t]+OF[ \t]+(?P<sections>\d{1,2}))?"
    rf"(?:[ \t]+(?:\d{{6}}Z|[\dIOl]{{6,7}}(?=[ \t]*$)|{_SERIES}[ \t]+\d{{4,6}})|(?=[ \t]*$)))",
    re.MULTILINE,
)
_LEADING_CAPTIONS = re.compile(rf"^(?:{_CAPTION}[ ]+)+")


def count(number: str) -> int:
    """A number of sections, in figures or in words."""
    return int(number) if number.isdigit() else 1 + _NUMBER_WORDS.index(number.upper())


def reference(office: str, serial: str) -> str:
    """A message reference as office and serial: upper case, single blanks, no leading zeros."""
    name = _LEADING_CAPTIONS.sub("", " ".join(office.upper().split()))
    return f"{name} {int(serial)}"
