"""Withheld passages that show as words or as a mask: editors' brackets, `[REDACTED]`, `█████`.

presented a paper on the pros and cons of [less than 1 line of source text
not declassified] in which was included
"""

import re
from collections.abc import Iterator

from redaudit.detectors._extent import extent_of
from redaudit.model.document import Page
from redaudit.model.mark import RedactedSpan, RedactionKind
from redaudit.model.part import Detector, Sighting

# How far back an editor's bracket may open, and how far on it may close.
_BEFORE, _AFTER = 240, 140

# declassified declassfied delcassified declassifed declasified dedassified de-classified declassi-/fied
_DECLASSIFIED = (
    r"[dD][eE]-?\s?[cC]?[lL]?[cC]?[a-zA-Z]?[aA][sS](?:-\s)?"
    r"(?:[sS](?:[a-zA-Z]|-\s){0,8}|[a-zA-Z]{0,2}[fF][a-zA-Z]{0,5})[dD]"
)
_EDITORS = re.compile(rf"{_DECLASSIFIED}(?![a-zA-Z])")
_NEGATION = re.compile(r"n[o0]t\s+(?:yet\s+|been\s+)?$", re.IGNORECASE)
_BRACKET = re.compile(r"[\[\]]")
_CLOSED_PARENTHESIS = re.compile(r"[)}\]]")
_WRONGLY_CLOSED = re.compile(r"\s*[)}]")

# A clause that says how much, without a bracket of its own: `Two pages not declassified`.
_CLAUSE = re.compile(
    r"""
    (?:less\s+th[ae]n\s+)?
    (?:\d[\d\s/½¼¾–-]*|½|I|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?|several)\s+
    (?:[\w½()/–-]+\s+){0,10}
    $
    | (?:remainder|rest|balance|full\s+text|text)\s+(?:of\s+(?:[\w’']+\s+){1,4})?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What may open a bracket of extents; anything else in parentheses is prose.
_EXTENT_FIRST = re.compile(
    r"\s*(?:less\s+th[ae]n\b|\d++(?!(?-i:[A-Z]))|½|I\s|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b"
    r"|names?\b|place\b|text\b|line\b|paragraph\b|page\b|number\b|amount\b|dollar\b|handling\b|date\b|title\b)",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|which|that|until|because|should|could|would|but)\b", re.IGNORECASE
)
_ENDS_BRACKET = re.compile(r"[\s.]*[\])]")
_SENTENCE = re.compile(r"[.;]\s")
# `[Source: ... Two pages not declassified.]`: the bracket is the note's, not the passage's.
_NOTE = re.compile(r"\s*(?:Source|Here\s+follow|Omitted\s+here|Printed|Footnote)", re.IGNORECASE)

_VERB = r"(?:redacted|excised|deleted|removed|sanitized|sanitised|withheld|expunged)"
_CODES = (
    r"(?:[\s,;:–-]{0,6}(?:per\s+|under\s+)?\(?[bB]?\)?[\s(]?[\d.]{1,6}+(?![\d.])\)?(?:\s?\([A-Za-z0-9]{1,2}\))?){0,8}"
)
# [REDACTED] (REDACTED) [NAME REMOVED] [3 lines excised] [Redacted - B6]
_BRACKETED_VERB = re.compile(
    r"[\[({]\s{0,9}(?P<inside>(?P<words>(?:[A-Za-z0-9½/’'.()–-]{1,40}+\s{1,40}+){0,7}?)"
    rf"(?P<verb>{_VERB}){_CODES}\.?)\s{{0,9}}[\])}}]",
    re.IGNORECASE,
)
_REMOVABLE = re.compile(
    r"\b(?:name|identity|title|text|line|word|number|passage|paragraph|location)s?\b", re.IGNORECASE
)
_PARENTHESIS = ("(", "{")

_BLOCKS = re.compile(r"[█▇▆▉▊▋■]{2,}|[█▇▉]|■(?<=[\w,;:] ■)(?= [\w,;:])")
# [---------] where a typist closed the gap
_DASHES = re.compile(r"\[\s?[-–—]{4,}+\s?\]")
# WikiLeaks' mask of a name, always capitals, of any length from a short name on.
_X_MASK = re.compile(r"(?<!\w)X{6,}+(?!\w)")
# Only on telegrams: elsewhere a row of X is a typist's deletion or a printed ornament.
_TELEGRAM = re.compile(
    r"SIPDIS|AMEMBASSY|SECSTATE"
    r"|^\W*(?:[A-Z ]{4,20} \d{8} {1,2}\d{3}(?:\.\d)? {1,2}OF \d{3}|TAGS\b|REFS?:|E\.?\s?[Oo]\.?\s*:?\s*1[1-3]\d{3})",
    re.MULTILINE,
)
_ORNAMENT = re.compile(r"DELETED\s+PAGE|DUPLICATION\s+FEE", re.IGNORECASE)
# A ruled blank with the code written on it; a blank without one is a form's.
_RULED = re.compile(r"_(?<!__)_{3,}+\s?(?=\(?[bB]\)?\s?\(?[1-9]\)?(?![\w]))")


def find(page: Page) -> Iterator[Sighting]:
    """Every withheld passage of the page that shows as words or as a mask."""
    yield from _by_editors(page.text)
    yield from _by_verb(page.text)
    yield from _masks(page)


def _by_editors(text: str) -> Iterator[Sighting]:
    last = 0
    for word in _EDITORS.finditer(text):
        if word.start() < last:
            continue
        negation = _NEGATION.search(text, max(last, word.start() - 16), word.start())
        core = negation.start() if negation else word.start()
        place = _bracketed(text, core, word) or (_unbracketed(text, core, word) if negation else None)
        if place is None or place[0] < last:
            continue
        start, end = place
        quantity, unit, lines = extent_of(text[start:end])
        yield Sighting(start, end, RedactedSpan(RedactionKind.PLACEHOLDER, quantity, unit, lines=lines))
        last = end


def _bracketed(text: str, core: int, word: re.Match[str]) -> tuple[int, int] | None:
    """The bracket around an editor's words, when it holds nothing but them."""
    opening = _opening(text, core)
    if opening is None:
        return None
    inside = text[opening + 1 : core]
    # Without a bracket, or without the word `not`, only the words of an extent tell it from prose.
    if (text[opening] != "[" or core == word.start()) and (not _EXTENT_FIRST.match(inside) or _PROSE.search(inside)):
        return None
    if _NOTE.match(inside) or _SENTENCE.search(inside):
        return None
    # A sentence in brackets withholds something only if it ends there: `[The annex is not declassified.]`
    if _PROSE.search(inside) and not _ENDS_BRACKET.match(text, word.end()):
        return None
    return opening, _closing(text, opening, word.end())


def _opening(text: str, before: int) -> int | None:
    """The place of the bracket still open at a place of the text; a parenthesis only where no bracket is."""
    floor = max(0, before - _BEFORE)
    closed = 0
    for found in reversed(list(_BRACKET.finditer(text, floor, before))):
        if found[0] == "]":
            closed += 1
        elif closed:
            closed -= 1
        else:
            return found.start()
    for character in _PARENTHESIS:
        place = text.rfind(character, floor, before)
        if place >= 0 and ")" not in text[place:before]:
            return place
    return None


def _closing(text: str, opening: int, after: int) -> int:
    """Where an editor's bracket ends; behind the last word where it was never closed."""
    pattern = _BRACKET if text[opening] == "[" else _CLOSED_PARENTHESIS
    found = pattern.search(text, after, after + _AFTER)
    if found and found[0] != "[":
        rest = text[after : found.start()]
        if _EDITORS.search(rest) or (len(rest) <= 60 and not re.search(r"\.\s+\S", rest)):
            return found.end()
    wrong = _WRONGLY_CLOSED.match(text, after)
    return wrong.end() if wrong else after


def _unbracketed(text: str, core: int, word: re.Match[str]) -> tuple[int, int] | None:
    """A clause of a source note that says how much is withheld."""
    floor = max(0, core - 100)
    breaks = [found.end() for found in re.finditer(r"[.;:\[\]]\s+|[\[\]]", text[floor:core])]
    begin = floor + (breaks[-1] if breaks else 0)
    clause = _CLAUSE.search(text, begin, core)
    if clause is None or _PROSE.search(clause[0]):
        return None
    return clause.start(), word.end()


def _by_verb(text: str) -> Iterator[Sighting]:
    for found in _BRACKETED_VERB.finditer(text):
        verb, words = found["verb"].casefold(), found["words"]
        if _PROSE.search(words) or (verb == "removed" and not _REMOVABLE.search(words)):
            continue
        if text[found.start()] != "[" and words and not _EXTENT_FIRST.match(words):
            continue
        quantity, unit, lines = extent_of(words) if words.strip() else (None, "", None)
        # Names were REMOVED from leaked telegrams by those who published them.
        official = verb != "removed"
        value = RedactedSpan(RedactionKind.PLACEHOLDER, quantity, unit, official=official, lines=lines)
        yield Sighting(found.start(), found.end(), value)


def _masks(page: Page) -> Iterator[Sighting]:
    painted = {box.start for box in page.boxes}
    for found in () if page.text.isascii() else _BLOCKS.finditer(page.text):
        if not any(place in painted for place in range(found.start(), found.end())):
            yield Sighting(found.start(), found.end(), RedactedSpan(RedactionKind.MASK))
    for found in _DASHES.finditer(page.text):
        yield Sighting(found.start(), found.end(), RedactedSpan(RedactionKind.MASK))
    for found in _RULED.finditer(page.text) if "____" in page.text else ():
        yield Sighting(found.start(), found.end(), RedactedSpan(RedactionKind.GAP))
    if "XXXXXX" in page.text and _TELEGRAM.search(page.text) and not _ORNAMENT.search(page.text):
        for found in _X_MASK.finditer(page.text):
            yield Sighting(found.start(), found.end(), RedactedSpan(RedactionKind.MASK, official=False))


DETECTOR = Detector(
    id="redacted-span",
    summary="withheld passages shown as words in brackets or as a mask, with the extent they state",
    find=find,
    source="5 U.S.C. 552(b), closing text: the amount deleted is shown; FRUS, About the Series",
    cues=(
        *("DECLAS", "DELCAS", "DECALS", "DECASS", "DEDASS", "DECIAS", "DE-C", "DE CLAS"),
        *("REDACTED", "EXCISED", "DELETED", "REMOVED", "WITHHELD", "SANITI", "EXPUNGED"),
        *("█", "▇", "▆", "▉", "▊", "▋", "■", "XXXXXX", "____", "[--", "[–", "[—", "[ -"),
    ),
    hits=(
        "the Ambassador met [less than 1 line of source text\nnot declassified] in the capital",
        "[1 paragraph (5 lines of source text) not declassified]",
        "[2 paragraphs (9-½ lines of source text not declassified]",
        "[name not declassfied] called",
        "Secret; Sensitive. 2 pages not declassified.",
        "He was [REDACTED] that day.",
        "paid to ██████ in March",
        "paid to [---------] in March",
    ),
    misses=(
        "[Here follows discussion of unrelated matters.]",
        "The report was not declassified until 1994.",
        "exemption category: 5B(21Automatically declassified on: date impossible to determine",
        "[illegible] [garble] [sic] [...]",
        "(EVEN WHEN BLANK)",
        "*****",
        "Name: ______________ Date: ________",
        "[image removed by sender]",
    ),
)
