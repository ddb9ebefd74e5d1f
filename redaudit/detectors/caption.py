"""Captions on lines of their own, across the page or down its margin.

    EXDIS CEDAR, VIENNA FOR USDEL OSCE      NODIS, and BIRCH- below it      N over O over D over I over S
    HANDLE VIA BYEMAN-TALENT-KEYHOLE CHANNELS JOINTLY

A caption printed beside a level is part of that `classification` mark.
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Caption
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.caption import CAPTION_WORDS, NO_CAPTIONS, TAKES_CODE_WORD, caption_named

# Letter by letter, and with the glyphs that OCR takes for others.
_DAMAGED = (
    r"N[ ]?[O0][ ]?[DO0][ ]?[I1l][ ]?S|E[ ]?[XK][ ]?[DO0][ ]?[I1l][ ]?S|L[ ]?[I1l][ ]?M[ ]?[DO0][ ]?[I1l][ ]?S"
    r"|S[ ]?T[ ]?A[ ]?[DO0][ ]?[I1l][ ]?S|N[ ]O[ ]F[ ]O[ ]R[ ]N"
)
_LINE = re.compile(
    rf"\n[ \t*_#>~\"'-]{{0,160}}+(?=[A-Z][A-Z0-9. ])(?P<first>{CAPTION_WORDS}|{_DAMAGED})(?![A-Za-z])"
    r"(?P<rest>[^\n]{0,80})(?=\n)"
)
_SPELLINGS = ("NODIS", "EXDIS", "LIMDIS", "STADIS", "NOFORN")
_STEP = re.compile(rf"[ ]{{0,2}}[/,;-]{{0,14}}[ ]{{0,2}}(?P<word>{CAPTION_WORDS}|[A-Z][A-Z-]{{3,14}})(?![A-Za-z])")
# What may follow the captions on their line: nothing, a decaptioning, an addressee, a note on distribution.
_REST = re.compile(
    r"[^A-Za-z0-9\n?]*(?:$|DECL|DECAP|FOR\b|FROM\b|TO\b|PASS\b|HANDLE\b|DISTRIBUTE\b|DO\b|NOT\b|NO\b|PERMANENT\b|SIPDIS\b|STRICTLY\b"
    r"|DEPT\b|PLS\b|PLEASE\b|REVIEW[ \t]*$|(?:[A-Z]+[ ]){1,4}FOR\b|MILITARY[ ]HANDLE\b|DESIRED\b)",
)
_BELOW = re.compile(r"[ \t]*\n(?:[ \t]*\n){0,2}[ \t]*[-~_\"]{0,2}(?P<word>[A-Z]{4,12})[-~_\"]{0,3}[ \t]*(?=\n)")
# A fragment of prose wrapped over lines: the line above is long and ends in no stop.
_PROSE_ABOVE = 45
# The heading of a telegram is as long: C O N F I D E N T I A L SECTION 1 OF 3 PORT ASTREL 0905
_HEADING = re.compile(r"(?:[A-Z] ){4}|.*\bSECTION \d{1,2} OF \d{1,2}\b")

# HANDLE VIA TALENT-KEYHOLE CHANNELS ONLY · Handle via COMINT Control System
_CHANNELS = re.compile(
    r"\n[^\w\n]{0,60}H(?i:andle)[ ](?i:via)[ ](?P<names>[^\n]{2,60}?)[ ](?i:channels?|control[ ]systems?)\b"
)
_CHANNEL = re.compile(r"TALENT[- ]KEYHOLE|BYEMAN|COMINT", re.IGNORECASE)
_LETTER = re.compile(r"\n[ \t]*+[NSEXL][ \t]*+\n")
_LETTERS = re.compile(r"(?:\n[ \t]*+[A-Z-][ \t]*+(?:\n[ \t]*+){0,2}(?=\n)){5,}")
# Read down, read up, and read up from a word on its head, whose I turns into a stroke and is lost.
_VERTICAL = {reading: name for name in _SPELLINGS for reading in (name, name[::-1], name[::-1].replace("I", ""))}
_READINGS = re.compile("|".join(sorted(_VERTICAL, key=len, reverse=True)))


def find(page: Page) -> Iterator[Sighting]:
    """Every caption that stands on a line of its own, and every one printed letter below letter."""
    text = f"\n{page.text}\n"
    for match in _LINE.finditer(text):
        if not _is_prose(text, match):
            yield from _on_line(text, match)
    for channels in _CHANNELS.finditer(text) if "HANDLE VIA" in page.folded else ():
        for name in _CHANNEL.finditer(text, *channels.span("names")):
            yield Sighting(name.start() - 1, name.end() - 1, Caption(caption_named(name[0])))
    if _LETTER.search(text):
        for column in _LETTERS.finditer(text):
            yield from _down(text, column)


def _on_line(text: str, match: re.Match[str]) -> Iterator[Sighting]:
    """The captions of one line, and the code word on it or below it."""
    found: list[tuple[int, int, str]] = []
    rest, offset, place = match["rest"], match.start("rest"), 0
    first = caption_named(match["first"]) or _repaired(match["first"])
    found.append((*match.span("first"), first))
    while step := _STEP.match(rest, place):
        word = step["word"]
        name = caption_named(word)
        if not name and not _is_code_word(word, found[-1][2], rest, step.end()):
            break
        found.append((offset + step.start("word"), offset + step.end("word"), name or word))
        place = step.end()
    if not _REST.match(rest, place) or (first == "SENSITIVE" and rest.strip(" -*_~\"'")):
        return
    below = _BELOW.match(text, match.end())
    if (
        below
        and found[-1][2] in TAKES_CODE_WORD
        and below["word"] not in NO_CAPTIONS
        and not caption_named(below["word"])
    ):
        found.append((*below.span("word"), below["word"]))
    for start, end, name in found:
        yield Sighting(start - 1, end - 1, Caption(name))


def _is_code_word(word: str, before: str, rest: str, end: int) -> bool:
    """One capitalised word after NODIS, EXDIS or LIMDIS that ends its line or its clause: CEDAR, BIRCH."""
    if before not in TAKES_CODE_WORD or word.strip("-") in NO_CAPTIONS or not word.strip("-").isalpha():
        return False
    if re.match(
        r"(?:FOR|FROM|HANDLE|DISTRIBUTE|PASS|DECAP\w*|DECLAS\w*|DEPT|NOT|ONLY|AND|CABLE|MESSAGE|TELEGRAM|REVIEW)$", word
    ):
        return False
    return bool(re.match(r"\s*(?:$|[,;.(-]|FOR\b|DECAP|DECLAS)", rest[end:]))


def _repaired(word: str) -> str:
    """The caption that a damaged or letter-spaced word stands for."""
    letters = word.replace(" ", "").upper()
    return next((name for name in _SPELLINGS if name[0] == letters[0] and len(name) == len(letters)), letters)


def _is_prose(text: str, match: re.Match[str]) -> bool:
    above = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
    if len(above) >= _PROSE_ABOVE and above[-1] not in ".:;)" and not _HEADING.match(above.lstrip()):
        return True
    return match["first"] != match["first"].upper()


def _down(text: str, column: re.Match[str]) -> Iterator[Sighting]:
    """The captions in a column of single letters, read down and, where they stand upside down, read up."""
    letters = [(found.start(), found[0]) for found in re.finditer(r"[A-Z]", column[0])]
    word = "".join(letter for _, letter in letters)
    for reading in _READINGS.finditer(word):
        first = column.start() + letters[reading.start()][0]
        last = column.start() + letters[reading.end() - 1][0] + 1
        yield Sighting(first - 1, last - 1, Caption(_VERTICAL[reading[0]]))


DETECTOR = Detector(
    id="caption",
    summary="handling and dissemination captions on lines of their own, across the page or down its margin",
    find=find,
    source="5 FAH-2 H-440; CAPCO Register and Manual 2016, section G",
    hits=(
        "NODIS",
        "EXDIS CEDAR",
        "NODIS DECAPTIONED",
        "EXDIS CEDAR, PORT BLAIR FOR USDEL",
        "N\nO\nD\nI\nS",
        "S\n-\nD\nO\nN\nS\n-\nD\nO\nN",
        "LIMDIS NOFORN",
        "HANDLE VIA TALENT-KEYHOLE CHANNELS",
        "ROGER CHANNEL",
        "C O N F I D E N T I A L SECTION 1 OF 3 PORT ASTREL 0905\nEXDIS",
    ),
    misses=(
        "SIPDIS",
        "PRIORITY",
        "We handle via Comint channels what we can.",
        "REF: EXDIS CABLE 12",
        "The telegram was sent\nNODIS and went to nobody.",
        "ORIGIN NODS-00",
        "What Does It Mean to Downgrade\nCOMINT?",
    ),
)
