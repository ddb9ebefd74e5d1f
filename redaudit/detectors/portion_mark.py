"""Portion marks, and declarations that the whole text is of one level.

    1. (S) SUMMARY: ...            (S//NF) Key judgments          ... needed for the programme. (C)
    1. C) THE MINISTER SAID        1. (CONFIDENTIAL - ENTIRE TEXT.)

The mark keeps its own separators and is written in capitals without blanks at its edges: `(S//NF)`, `(SBU/NF)`. A
declaration for the whole text is written `(C-ENTIRE TEXT)`.
"""

import re
from collections.abc import Iterator

from redaudit.detectors._classification_words import LEVEL, control_of, level_of
from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Ink, Page
from redaudit.model.mark import PortionMark
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.level import UNCLASSIFIED, level_named

# What may stand after the level; offices such as S/NIS, parties such as CDU and aircraft such as C-130 may not.
_CONTROL = (
    r"(?:NF|NO[ ]?FORN|N(?=\s?\))|REL|FGI|OC|ORCON|SI|TK|HCS|RSV|FOUO|SBU|LES|SSI|NC|NOCON(?:TRACT)?|WN(?:INTEL)?"
    r"|PR|PROPIN|RD|FRD|CNWDI|AIUO|IUO|XD|EXDIS|ND|NODIS|DS|LIMDIS|STADIS|SENSITIVE|EYES|US|UK|GBR|NATO|ISAF|MR|G|COMINT"
    r"|IMC(?:ON)?|RELIDO|RS|RSEN|FISA|NNPI|ACCM|SAR|XGDS|GDS|OADR)"
)
_MARK = re.compile(
    rf"\([ ]?(?://(?P<foreign>[A-Z]{{3,4}})[ ])?(?P<level>TS|SBU|FOUO|LOU|OUO|[SCUR])"
    rf"(?P<rest>[ ]?(?://?|-|,|[ ])[ ]?{_CONTROL}(?![A-Za-z])[A-Z0-9 ,/-]{{0,40}})?[ ]?\)",
    re.IGNORECASE,
)
# What stands before a mark at the start of its paragraph or title, from the start of the line.
_OPENING = re.compile(
    r"[ \t>]{0,40}(?:[-•*–—][ \t]*)?(?:¶[ ]?)?"
    r"(?:(?P<paragraph>\d{1,6})[ ]?[.)][ \t]*|[A-Za-z][.)][ \t]+|[IVX]{1,4}\.[ \t]+)?"
    r"(?:[A-Za-z0-9-]{2,12}[ ]\d{1,6}\.[ ])?"
    r"(?:(?i:subj(?:ect)?|title|summary|comment|re|fw|fwd)[.:][ \t]*(?:(?i:re|fwd?):[ \t]*)?)?$"
)
_TITLE = re.compile(r"[ \t]*(?i:subj(?:ect)?|title|re)[ ]?[.:]")
_TITLE_ABOVE = re.compile(r"(?:^|\n)[ \t]*(?:SUBJECT|Subject|SUBJ|TITLE|Title)[ ]?:?[ \t]*\n$")
# SUBJECT: Summary of the Meeting of the Harbour Committee
#          on Tarvia (S)
_TITLE_GOES_ON = re.compile(r"(?:^|\n)[ \t]*(?:SUBJECT|Subject|SUBJ)[ ]?[.:][^\n]{10,100}\n$")
_PARAGRAPH_END = re.compile(r"[ \t]*(?:\n|$)")
# Specks of a scan may stand after the mark.
_LINE_END = re.compile(r"[ \t•·.,*|_-]{0,4}(?:\n|$)")
_STRUCK = frozenset((Ink.STRUCK, Ink.LIKELY_STRUCK))
_SENTENCE_END = re.compile(r"[.?!:;”\"’')\]][ \t]*$")
# 1. C) THE MINISTER SAID
_HALF = line_pattern(
    r"[ \t]*+(?:[-¶][ ]?)?(?P<paragraph>\d{1,3})\.[ \t]{0,3}(?P<mark>(?P<level>TS|SBU|[SCU])\))(?=[ \t]+\S)"
)
# Two patterns, each of which starts with letters of one case: they are found at the speed of a plain search.
_ENTIRE = tuple(
    re.compile(rf"{word}\s+(?i:text|message|cable|telegram|airgram|document)\b\.?[ ]?\)?")
    for word in ("NTIRE", "ntire")
)
_BEFORE_ENTIRE = re.compile(
    rf"(?:(?<=\s)|^)(?:(?P<paragraph>\d{{1,3}})\.\s{{0,3}})?(?P<mark>\(?\s?(?P<level>{LEVEL}|TS|SBU|LOU|[SCU])"
    r"(?:[ /-]{1,3}[A-Z]{2,10})?\s?\)?\s{0,2}[-–—:,/]{0,2}\s{0,2}\(?\s?)E$",
    re.IGNORECASE,
)
_AFTER_ENTIRE = re.compile(rf"[ ]?(?:is[ ])?[-–—]?[ ]?(?P<level>{LEVEL})(?![A-Za-z])", re.IGNORECASE)
# SAC, SEATTLE (164-81) (C): the FBI's case is closed.
_FILE_NUMBER = re.compile(r"\(\d{1,3}[A-Z]{0,2}-[\w-]{1,10}\)\s{0,4}$")
_REASON = re.compile(r"1[.,]\s?[345][\s()a-z,&/]{0,14}$", re.IGNORECASE)
# The letter before a level's in a list: (a), (b), (c).
_BEFORE_IN_LIST = {"C": "B", "S": "R", "U": "T", "R": "Q"}
_LIST_REACH = 2000
# How far a mark may stand from the start of its line to open its paragraph.
_LINE_REACH = 200


def find(page: Page) -> Iterator[Sighting]:
    """Every portion mark at the start or end of a paragraph or title, and every declaration for the whole text."""
    text = page.text
    for match in _MARK.finditer(text):
        line = text.rfind("\n", max(0, match.start() - _LINE_REACH), match.start()) + 1
        opening = _OPENING.match(text, line, match.start()) if match.start() - line <= _LINE_REACH else None
        paragraph = opening["paragraph"] or "" if opening else ""
        if _declares(text, match.end()) or not (opening or _closes(page, line, match)):
            continue
        if not _is_item(text, match, paragraph) and (value := _value(match, paragraph)):
            yield Sighting(match.start(), match.end(), value)
    for match in _HALF.finditer(text):
        if level := level_named(match["level"]):
            start, end = match.span("mark")
            yield Sighting(start, end, PortionMark(f"({match['level']})", level, match["paragraph"]))
    yield from _entire(text)


def _declares(text: str, end: int) -> bool:
    """Whether a mark is the head of a declaration: `(C) ENTIRE TEXT`."""
    return bool(re.match(r"\s{0,2}[-–—]?\s{0,2}\(?entire\s", text[end : end + 14], re.IGNORECASE))


def _closes(page: Page, line: int, match: re.Match[str]) -> bool:
    """Whether a mark is the last token of its paragraph or of a title; one struck out is, wherever its line ends."""
    text = page.text
    if page.ink_between(match.start(), match.end()) in _STRUCK:
        return bool(_LINE_END.match(text, match.end()))
    if not _PARAGRAPH_END.match(text, match.end()):
        return False
    before = text[max(line, match.start() - 80) : match.start()]
    return bool(
        _SENTENCE_END.search(before)
        or _TITLE.match(text, line, match.start())
        or _TITLE_ABOVE.search(text, max(0, line - 30), line)
        or _TITLE_GOES_ON.search(text, max(0, line - 120), line)
    )


def _is_item(text: str, match: re.Match[str], paragraph: str) -> bool:
    """Whether a letter in brackets is the next item of a list, a copyright sign, or says a case is closed."""
    level = match["level"]
    if len(level) > 1 or match["rest"]:
        return False
    if re.match(r"[ ]?(?:Copyright|(?:19|20)\d\d\b)", text[match.end() : match.end() + 12], re.IGNORECASE):
        return True
    if _FILE_NUMBER.search(text, max(0, match.start() - 24), match.start()):
        return True
    if level.upper() == "R" and not paragraph:
        return True
    if paragraph and level.isupper():
        return False
    # The items of a list go on in lower case, where a paragraph begins with a capital.
    if level.islower() and not paragraph and text[match.end() : match.end() + 2].strip().islower():
        return True
    letter = _BEFORE_IN_LIST[level.upper()]
    sought = f"({letter})" if level.isupper() else f"({letter.lower()})"
    start = max(0, match.start() - _LIST_REACH)
    while (place := text.find(sought, start, match.start())) >= 0:
        # A reason such as 1.4 (b) is no item.
        if not _REASON.search(text, max(0, place - 18), place):
            return True
        start = place + 1
    return False


def _value(match: re.Match[str], paragraph: str) -> PortionMark | None:
    level = level_named(match["level"])
    if level is None:
        return None
    if level == UNCLASSIFIED and match["rest"]:
        level = control_of(match["rest"].strip("/,- ").split("/")[0]) or level
    words = re.sub(r"[ ]?(//?|,)[ ]?", r"\1", " ".join(match[0].strip("( )").upper().split()))
    return PortionMark(f"({words})", level, paragraph)


def _entire(text: str) -> Iterator[Sighting]:
    for match in (match for pattern in _ENTIRE for match in pattern.finditer(text)):
        start = max(0, match.start() - 60)
        before = _BEFORE_ENTIRE.search(text, start, match.start())
        after = None if before else _AFTER_ENTIRE.match(text, match.end())
        found = before or after
        level = (level_of(found["level"]) or level_named(found["level"])) if found else None
        if found is None or level is None:
            continue
        paragraph = (before["paragraph"] or "") if before else ""
        begin = before.start("mark") if before else match.start() - 1
        end = after.end() if after else match.end()
        yield Sighting(begin, end, PortionMark(f"({level.mark}-ENTIRE TEXT)", level, paragraph))


DETECTOR = Detector(
    id="portion-mark",
    summary="portion marks of paragraphs and titles, and declarations for the whole text",
    find=find,
    source="E.O. 13526 1.6(c); 32 CFR 2001.21(c), 2001.23; 5 FAH-1 H-246",
    hits=(
        "1. (S) SUMMARY: THE MINISTER CALLED.",
        "~~(c)~~ Begin text.",
        "(S//NF) Key judgments",
        "(SBU/NF) The office closed.",
        "1. C) THE MINISTER SAID",
        "1. (CONFIDENTIAL ENTIRE TEXT.)",
        "1. SECRET- ENTIRE TEXT.",
        "The funds will be needed in March. (C)",
        "SUBJECT: Letter from the Foreign Minister (U)",
        "SUBJECT: Summary of the Meeting of the Harbour Committee\n         on Tarvia (S)",
        "settled at the next meeting of the committee ~~(C)~~",
    ),
    misses=(
        "(CDU) leaders met.",
        "(CSAR) teams stood by.",
        "(S/NIS) has seen the draft.",
        "(C-130) aircraft landed.",
        "(a) one;\n(b) two;\n(c) three.",
        "(c) 2011 Example Press",
        "REF: (A) NICOSIA 3000, (B)\nNICOSIA 3004, (C) ANKARA 8695",
        "The entire text was read.",
        "settled at the next meeting of the committee (C)",
    ),
)
