"""What follows a level on its line: captions, a cable's number, a second level, a page number, or prose.

CONFIDENTIAL SOVA 000864
C O N F I D E N T I A L SECTION 01 OF 02 SOVA 000279
SECRET//NOFORN
TOP SECRET/SENSITIVE/EXCLUSIVELY EYES ONLY          - 2 -
"""

import re

from attrs import frozen

from redaudit.detectors._classification_words import LEVEL, control_of, level_of
from redaudit.model.mark import Role
from redaudit.vocabulary.caption import CAPTION_WORDS, CODE_WORDS, NO_CAPTIONS, TAKES_CODE_WORD, caption_named
from redaudit.vocabulary.date import MONTH
from redaudit.vocabulary.level import Level


@frozen
class Tail:
    """What the rest of a level's line makes of it; `again` is where, in that rest, the level is printed once more."""

    role: Role
    captions: tuple[str, ...] = ()
    control: Level | None = None
    again: tuple[int, int] | None = None


_BARE = re.compile(r"[^A-Za-z0-9]*$")
_PAGE_NUMBER = re.compile(r"[^A-Za-z0-9]*(?:page\s*|p\.\s*)?\d{1,3}(?:\s+of\s+\d{1,3})?[^A-Za-z0-9]*$", re.IGNORECASE)
# SECRET/SECRET, and a typed level beside a stamped one in the next column.
_AGAIN = re.compile(rf"(?:[\s/]{{1,8}}|[ \t]{{4,}})({LEVEL})(?:[^A-Za-z0-9]*$|(?=[ \t]{{4}}))", re.IGNORECASE)
_NEXT_COLUMN = re.compile(r"[^A-Za-z0-9\n]*?[ \t]{4,}\S")
# The release band, and the stamp that classifies at release.
_BAND = re.compile(
    r"[^A-Za-z0-9\n]{0,6}(?:U\.?\s?S\.?\s+Dep|STATE\s+DEPT|Case\s+No|Doc\s+No|Reason\s*:|RELEASE\s+IN\s|RELEASED\s+IN\s)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\s+(?:FINAL\s+)?SECT(?:ION|\.)?\s*(?:\d{1,2}|[A-Z]{3,5})?\s*OF\s+\d{1,2}", re.IGNORECASE)
_POST = re.compile(
    r"\s+(?P<post>[A-Z][A-Z.'-]*(?:\s[A-Z][A-Z.'-]+){0,3})\s+(?P<number>\d{3,7})(?!\d|[/-]\d)", re.IGNORECASE
)
# S E C R E T 222049Z CITE: the class line of the CIA's cables
_TIME = re.compile(r"\s+\d{6}Z(?![A-Z])")
# What may close a banner: a note in brackets, a downgrading group, a reader, the words of a form.
_CLOSING = re.compile(
    r"[ ]{0,3}(?:\([A-Z0-9 .-]{1,24}\)|(?i:\(?(?:even[ ])?when[ ](?:filled[ ]in|blank)\)?)|[/-]{0,2}[ ]?GROUP[ -]?[1-4]"
    r"|[-/ ]{0,3}FOR[ ](?:THE[ ])?[A-Z][A-Z .']{2,40})[^A-Za-z0-9]*$"
)
_NO_POST = re.compile(
    rf"\b(?:{MONTH}|PAGE|COPY|COPIES|NO|NR|NUMBER|ROOM|BOX|REPORT|MEMORANDUM|MEMO|SUMMARY|DRAFT|ATTACHMENT|ENCLOSURE|ITEM|FILE"
    r"|THE|AND|OF|IN|ON|BY|TO|FROM|SERIES|ANNEX|TAB|DOCUMENT|VOLUME|PART)\b",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"(?P<slash>[\s,;]*(?://?|--?|[–—;,])[\s(]*|[ ]{{1,3}}\(?)(?:(?P<caption>{CAPTION_WORDS})(?![A-Za-z])"
    r"|(?P<release>REL(?:EASABLE)?\s+TO\s+[A-Z]{2,5}(?:[, ]{1,2}(?:AND\s)?[A-Z]{2,5}){0,12})"
    r"|(?P<word>[A-Z][A-Z0-9]{1,14}(?:-[A-Z0-9]{1,8})?(?:[ ](?:OFFICIAL[ ]USE[ ]ONLY|BUT[ ]UNCLASSIFIED))?))\)?"
)


def read_tail(rest: str, whole: str) -> Tail | None:
    """What a level's line makes of it; `rest` follows the level, `whole` is the level as printed. None for prose."""
    if _BARE.match(rest):
        return Tail(Role.BANNER)
    if _BAND.match(rest):
        return Tail(Role.MENTION)
    if not _is_marking(whole):
        return None
    if _PAGE_NUMBER.match(rest):
        return Tail(Role.BANNER)
    if (again := _AGAIN.match(rest)) and level_of(again[1]) == level_of(whole):
        return Tail(Role.BANNER, again=again.span(1))
    captions, control, end = _captions(rest, 0)
    section = _SECTION.match(rest, end)
    if section:
        end = section.end()
    if _TIME.match(rest, end):
        return Tail(Role.LINE, captions)
    post = _POST.match(rest, end)
    if post and _is_post(post["post"], whole):
        more, _, _ = _captions(rest, post.end())
        return Tail(Role.LINE, (*captions, *more))
    if section:
        return Tail(Role.LINE, captions)
    if end and (_BARE.match(rest, end) or _PAGE_NUMBER.match(rest, end) or _NEXT_COLUMN.match(rest, end)):
        return Tail(Role.BANNER, captions, control)
    if _NEXT_COLUMN.match(rest) or _CLOSING.match(rest, end):
        return Tail(Role.BANNER, captions, control)
    return None


def _is_marking(whole: str) -> bool:
    """Whether a level is printed as a marking is: in capitals, or letter by letter."""
    return whole.isupper() or not whole[1].isalpha()


def _is_post(words: str, whole: str) -> bool:
    return not _NO_POST.search(words) and (words.isupper() or not whole.isupper())


def _captions(rest: str, start: int) -> tuple[tuple[str, ...], Level | None, int]:
    """The captions that follow in a text, the control among them that raises UNCLASSIFIED, and where they end."""
    captions: list[str] = []
    control: Level | None = None
    end = start
    while step := _STEP.match(rest, end):
        word = step["caption"] or step["release"] or step["word"]
        known = caption_named(word) or (" ".join(word.split()) if step["release"] else "")
        if not known and (raised := control_of(word)):
            control = raised
        elif known:
            captions.append(known)
        elif word in CODE_WORDS or ("/" in step["slash"] and word not in NO_CAPTIONS):
            captions.append(word)
        elif not (captions and captions[-1] in TAKES_CODE_WORD and _is_code_word(word, rest, step.end())):
            break
        else:
            captions.append(word)
        end = step.end()
    return tuple(dict.fromkeys(captions)), control, end


def _is_code_word(word: str, rest: str, end: int) -> bool:
    return word.isalpha() and len(word) > 3 and word not in NO_CAPTIONS and bool(_BARE.match(rest, end))
