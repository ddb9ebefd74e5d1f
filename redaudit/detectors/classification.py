"""Classification words and what each does on its page: banner, class line of a cable, or a mere mention.

SECRET//NOFORN                     banner
CONFIDENTIAL SOVA 000864           line
( ) SECRET                         mention
"""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from redaudit.detectors._classification_lines import read_tail
from redaudit.detectors._classification_mentions import is_choice, is_private_memorandum, is_release_band, mentions
from redaudit.detectors._classification_words import LEVEL, damaged_level, is_worn_official, level_of
from redaudit.model.document import Page
from redaudit.model.mark import Classification, Role
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.level import (
    CONFIDENTIAL,
    LIMITED_OFFICIAL_USE,
    RESTRICTED,
    SECRET,
    SENSITIVE_BUT_UNCLASSIFIED,
    TOP_SECRET,
    UNCLASSIFIED,
    Level,
)

# Beside CONFIDENTIAL these make it the word of a company or a lawyer.
_PRIVATE = frozenset(("PROPRIETARY", "PRIVILEGED", "BUSINESS", "ATTORNEY"))


@frozen
class _Found:
    start: int
    end: int
    level: Level
    captions: tuple[str, ...] = ()
    role: Role = Role.BANNER


# A line that starts with a level. The text searched has a newline put before it, so that every line starts with one.
# The first two letters alone tell most lines apart.
_LINE = re.compile(
    r"\n[^\nA-Za-z0-9]{0,160}+(?=[CFLNORSTU][ .-]?[ABEFINOS])"
    rf"(?:(?:NATO|COSMIC|U\.?S\.?)[ ]{{1,2}})?(?P<level>{LEVEL})(?![A-Za-z])"
    r"(?P<rest>[^\n]{0,120})",
    re.IGNORECASE,
)
# After a release band in quotes: "UNCLASSIFIED" - CONFIDENTIAL
_AFTER_QUOTED = re.compile(rf"[\"”][^\nA-Za-z0-9]{{0,12}}(?P<level>{LEVEL})[^A-Za-z0-9]*$", re.IGNORECASE)
# Twice at the end of a line, where OCR joined the foot of one page to the head of the next.
_LINE_END = re.compile(r"[ \t]*\n")
_DOUBLED = ("CONFIDENTIAL CONFIDENTIAL", "SECRET SECRET", "UNCLASSIFIED UNCLASSIFIED")
_LETTER_BY_LETTER = re.compile(r"(?:[a-z] ){5,}[a-z]")
_SENTENCE = re.compile(
    r"This[ ](?:e-?mail|message|document|memorandum|fax|letter|cable|telegram|attachment)[ ][Ii1l]s[ ]"
    rf"(?P<level>(?i:{LEVEL}))(?![A-Za-z])(?![ ](?:when|upon|if|without))"
)
# DoD's marking of e-mail.
_CAVEATED = re.compile(rf"\nClassification:[ \t]*(?P<level>(?i:{LEVEL}))[ \t]*\n(?:[ \t]*\n)?[ \t]*Caveats:")
# The CIA's reading room tells a document's level by a letter, K and F for one it does not know.
_READING_ROOM = re.compile(r"\nOriginal Classification:[ \t]*\n?[ \t]*(?P<letter>[TSCRU])(?=[ \t]*\n)")
_LETTERS = {"T": TOP_SECRET, "S": SECRET, "C": CONFIDENTIAL, "R": RESTRICTED, "U": UNCLASSIFIED}
_SHORT = re.compile(
    r"\n[ \t]*+[-~_=*'\"|.,:;\[\]() ]{0,6}+(?P<words>[A-Z0-9€?][A-Z0-9€?&|! ][A-Za-z0-9€?&|!'\"_ -]{2,29}+)(?=\n)"
)
_NUMBERED = re.compile(r"\n[ \t]*+(?P<words>[A-Z][A-Z .]{8,50})[ ](?P<number>\d{3,7})[ \t]*(?=\n)")
# LIMITED and USE with a worn word between, alone or before a cable's number: LIMITED C.:-FICIAL USE
_LIMITED_USE = re.compile(
    r"\n[^\nA-Za-z0-9]{0,12}+(?P<words>LIMITE[A-Z0-9][^\nA-Za-z0-9]{0,3}(?P<worn>[^\n]{4,12}?)[ .]{1,2}USE)"
    r"(?P<rest>[^\n]{0,60})(?=\n)"
)


def find(page: Page) -> Iterator[Sighting]:
    """Every classification word of the page that is a marking, or is named where markings are explained or listed."""
    text = f"\n{page.text}\n"
    aside = list(mentions(text))
    taken = {found[0] for found in aside}
    found = [
        *(_Found(start, end, level, (), Role.MENTION) for start, end, level in aside),
        *_whole_lines(text, taken),
        *(item for item in _sentences(text) if item.start not in taken),
    ]
    found += _damaged(text, {item.start for item in found})
    found.sort(key=lambda item: item.start)
    for item in _without_choices(found, text):
        yield Sighting(item.start - 1, item.end - 1, Classification(item.level, item.captions, item.role))


def _whole_lines(text: str, taken: set[int]) -> Iterator[_Found]:
    for match in _LINE.finditer(text):
        rest = match["rest"]
        start, end = match.span("level")
        # A line that goes on is prose, and what is a mention already is nothing else.
        if text[match.end()] != "\n" or (start in taken and rest[:1] not in ('"', "”")):
            continue
        level = level_of(match["level"])
        if level is None:
            continue
        if text[start - 1] in '"“' and rest[:1] in ('"', "”"):
            yield from _after_quoted(text, match.start("rest"), rest)
            continue
        tail = read_tail(rest, match["level"])
        if tail is None or not _is_printed_as_marking(match["level"], level, text[start - 1]):
            continue
        role = tail.role
        if role is Role.BANNER and (
            is_private_memorandum(text, end)
            or is_release_band(text, level, start, end)
            or is_choice(text, start)
            or not _PRIVATE.isdisjoint(tail.captions)
        ):
            role = Role.MENTION
        if level == UNCLASSIFIED and tail.control:
            level = tail.control
        yield _Found(start, end, level, tail.captions, role)
        if tail.again:
            yield _Found(end + tail.again[0], end + tail.again[1], level, tail.captions, role)


def _after_quoted(text: str, offset: int, rest: str) -> Iterator[_Found]:
    """The banner that stands after a release band in quotes."""
    if (match := _AFTER_QUOTED.match(rest)) and (level := level_of(match["level"])):
        yield _Found(offset + match.start("level"), offset + match.end("level"), level)


def _is_printed_as_marking(words: str, level: Level, before: str) -> bool:
    """In capitals, letter by letter, or each word with a capital and not quoted; the words of SBU in any case."""
    if level == SENSITIVE_BUT_UNCLASSIFIED or words.isupper():
        return True
    if words.islower() and _LETTER_BY_LETTER.fullmatch(words):
        return True  # s e c r e t sovara 000412, of a telegram copied in lower case
    return words[:1].isupper() and before not in '"“'


def _sentences(text: str) -> Iterator[_Found]:
    for match in _SENTENCE.finditer(text):
        level = level_of(match["level"])
        # "This message is confidential" is the footer of a company's e-mail.
        if level and (match["level"].isupper() or level == SENSITIVE_BUT_UNCLASSIFIED):
            yield _Found(*match.span("level"), level)
    for match in _CAVEATED.finditer(text):
        if level := level_of(match["level"]):
            yield _Found(*match.span("level"), level)
    for match in _READING_ROOM.finditer(text):
        yield _Found(*match.span("letter"), _LETTERS[match["letter"]], (), Role.LINE)
    for words in _DOUBLED:
        place = text.find(f" {words}")
        while place >= 0:
            start, half = place + 1, len(words) // 2
            level = level_of(words[:half])
            if level and _LINE_END.match(text, start + len(words)):
                yield _Found(start, start + half, level)
                yield _Found(start + half + 1, start + len(words), level)
            place = text.find(f" {words}", start)


def _damaged(text: str, taken: set[int]) -> Iterator[_Found]:
    """Short whole lines, and lines that end in a cable's number, whose level has a glyph or two wrong."""
    for match in _SHORT.finditer(text):
        words = match["words"].rstrip(" -_'\"|.")
        if match.start("words") in taken or not words[:3].isupper() or sum(map(str.islower, words)) > 2:
            continue
        if (level := damaged_level(words)) and not is_choice(text, match.start("words")):
            yield _Found(match.start("words"), match.start("words") + len(words), level)
    for match in _LIMITED_USE.finditer(text):
        tail = read_tail(match["rest"], match["words"])
        if match.start("words") not in taken and tail and is_worn_official(match["worn"]):
            yield _Found(*match.span("words"), LIMITED_OFFICIAL_USE, tail.captions, tail.role)
    for match in _NUMBERED.finditer(text):
        words = match["words"].split(" ")
        for count in range(1, min(4, len(words))):
            head = " ".join(words[:count])
            if (level := damaged_level(head)) and level_of(head) is None:
                start = match.start("words")
                yield _Found(start, start + len(head), level, (), Role.LINE)
                break


def _without_choices(found: list[_Found], text: str) -> list[_Found]:
    """The same, with lists of three levels or more on neighbouring lines taken for what they are: choices of a form."""
    group: list[_Found] = []
    result: list[_Found] = []
    for item in [*found, None]:
        if item and is_release_band(text, item.level, item.start, item.end):
            result.append(item)  # A release's own words are no choice beside the banner next to them.
            continue
        if item and (not group or _is_next(group[-1], item, text)):
            group.append(item)
            continue
        # UNCLAS E F T O is a choice of the FBI's forms when another level stands beside it.
        enough = 1 if any("EFTO" in member.captions for member in group) else 2
        choices = len({member.level.rank for member in group}) > enough
        result += (evolve(member, role=Role.MENTION) if choices else member for member in group)
        group = [item] if item else []
    return sorted(result, key=lambda item: item.start)


def _is_next(last: _Found, item: _Found, text: str) -> bool:
    return item.start - last.end < 60 and text.count("\n", last.end, item.start) <= 2


DETECTOR = Detector(
    id="classification",
    summary="classification words: banners, class lines of cables, and places that only name a level",
    find=find,
    source="E.O. 13526 1.2 and 1.6; 32 CFR 2001.23; 5 FAH-2 H-440; ISOO marking booklet",
    hits=(
        "~~SECRET~~",
        "S E C R E T",
        "SECRET//NOFORN",
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        "-CONFIDENTIAL",
        "CONFIDENTIAL PORT BLAIR 000864",
        "C O N F I D E N T I A L SECTION 01 OF 02 PORT BLAIR 000279",
        "UNCLAS LA PUNTA 2047",
        "SEGRET",
        "This email is UNCLASSIFIED.",
        "SENSITIVE BUT UNCLASSIFIED",
        "LIMITE9, OccICIAL USE",
        "LIMITED'OPPPCIAL USE LA PAZ 18653",
    ),
    misses=(
        "The breach of confidentiality was reported to the Secretary.",
        "SECRETARY GENERAL TO THE COUNCIL",
        "Confidential sources said that the talks had failed.",
        "Jordan's Confidential Files",
        "CONFIDENTIAL: This message is privileged, and is covered by the Act.",
        "DECLASSIFIED",
        "LIMITED COMMERCIAL USE",
    ),
)
