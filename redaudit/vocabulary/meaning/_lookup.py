"""Finds what a word stands for in the tables, in any spelling that agencies use."""

import re
from collections.abc import Iterable

from redaudit.vocabulary.caption import TAKES_CODE_WORD, caption_named
from redaudit.vocabulary.control import control_named, kinds_of
from redaudit.vocabulary.exemption import canonical_code
from redaudit.vocabulary.level import level_named
from redaudit.vocabulary.meaning._explained import Explained, Kind, key
from redaudit.vocabulary.meaning.agencies import LABELS, STATUTES_EXPLAINED
from redaudit.vocabulary.meaning.captions import CAPTIONS_EXPLAINED
from redaudit.vocabulary.meaning.controls import CONTROLS
from redaudit.vocabulary.meaning.declassification import DECLASSIFICATION
from redaudit.vocabulary.meaning.foia import EXEMPTIONS
from redaudit.vocabulary.meaning.orders import ORDERS_EXPLAINED
from redaudit.vocabulary.meaning.portions import LEVELS_EXPLAINED
from redaudit.vocabulary.meaning.reasons import REASONS
from redaudit.vocabulary.meaning.releases import RELEASES
from redaudit.vocabulary.meaning.restrictions import RESTRICTIONS
from redaudit.vocabulary.statute import statute_named

# In the order in which several meanings of one word are told.
EXPLAINED: tuple[Explained, ...] = (
    *EXEMPTIONS,
    *REASONS,
    *DECLASSIFICATION,
    *LEVELS_EXPLAINED,
    *CAPTIONS_EXPLAINED,
    *CONTROLS,
    *RESTRICTIONS,
    *ORDERS_EXPLAINED,
    *STATUTES_EXPLAINED,
    *LABELS,
    *RELEASES,
)

# A piece of a word, as it was asked, and one thing that it stands for.
Part = tuple[str, Explained]


def _index(rows: Iterable[Explained]) -> dict[str, tuple[Explained, ...]]:
    found: dict[str, tuple[Explained, ...]] = {}
    for row in rows:
        for spelling in dict.fromkeys(map(key, (row.name, *row.spellings, *row.silent))):
            found[spelling] = (*found.get(spelling, ()), row)
    return found


_BY_KEY = _index(EXPLAINED)

# What may stand before or after a code and is none of it: the order it is of, the office that asked for it.
_BEFORE = re.compile(
    r"(?:E\.?\s?O\.?\s*:?\s*(?:\d{5})?|Executive\s+Order\s+\d{5}|FOIA|PRA|JFK(?:\s+Act)?|CIA|NSA|DIA|NGA|OSD|JS|JCS|DOE|DOS|State)"
    r"[\s,:/-]*(?:as amended,?\s*)?(?:Sec(?:tion|\.)?|§)?\s*",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:(?:Sec(?:tion|\.)?|§|Reasons?(?:\s?:)?|Restrictions?(?:\s?:)?|Ex(?:emption)?\.?|per|para(?:graph|\.)?)\s*)+(?=[\d(])",
    re.IGNORECASE,
)
# The order again, the date of the instruction, or the remark that the form prints after a code.
_AFTER = re.compile(
    r"(?:[\s,>]*(?:25\s?Yrs|E\.?\s?O\.?\s?1[23]\d{3}|\d{1,4}[/-]\d{1,2}[/-]\d{2,4}.*|per\s.*|\.?\s?See\ssource\slist.*))$",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(r"DECL(?:AS|ASSIFY)?(?:\s+ON)?\s?:?\s+(?P<value>\S.*)", re.IGNORECASE)
_EXEMPT_1972 = re.compile(r"exempt.*\b5\s?\(?B\)?\s?\((?P<number>[1-4])\)", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<series>NND)[\s-]?\d{3,}", re.IGNORECASE)
_CATEGORIES = re.compile(r"(?P<code>.+?)\s?-\s?\d{1,2}(?:\s?,\s?\d{1,2})*")
_RANGE = re.compile(r"(?<=\d)\s?-\s?\d+$")
_OWN_FIGURE = re.compile(r"(?<=[A-E])\d$")
_OWN_LETTER = re.compile(r"(?<=X)(?P<number>\d?)[A-E]\d?$")
_PARAGRAPH = re.compile(r"(?P<section>[1-6]\.[1-9])\s?(?:\([A-Za-z0-9]{1,2}\)\s?)+")
_OF_AN_ORDER = re.compile(r"(?:E\.?\s?O\.?|Executive\s+Order)\s*:?\s*(?P<number>\d{5})(?P<rest>.+)", re.IGNORECASE)
_LETTERS = re.compile(r"(?P<section>1\.[45])\s?\(?[a-h]\)?(?:\s?(?:,|/|&|and)?\s?\(?[a-h]\)?)+", re.IGNORECASE)
_FOREIGN = re.compile(r"\(?//[A-Z]{3,4}\s(?P<level>[A-Z ]{1,12})\)?", re.IGNORECASE)
_MARKING = re.compile(r"\(?(?P<level>[A-Z ]{1,27}?)\s?(?://?|-|,)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?://|[,;:/&|]|\band\b)\s*|\s+(?=[(\dBPb])|(?<=\))\s*[-–]\s*|\s+")
_LONGEST = 8


def meanings(word: str) -> tuple[Part, ...]:
    """What a word stands for, each meaning with the piece of the word that has it; empty for what nobody knows.

    Any spelling that agencies use will do: B7(C), b7C, (b)(7)(C); 25X1, 3.3(b)(1); (S//NF); GROUP 1; E.O. 12958. A word
    of several meanings (`1.4`, `A`) has them under one piece, one of several parts (`P1/b(1)`) each under its own.
    """
    words = " ".join(word.split())
    if not words or impossible(words):
        return ()
    if found := _whole(words):
        return tuple((words, row) for row in found)
    return _pieces(words)


def _whole(words: str) -> tuple[Explained, ...]:
    """The meanings of a word that is one thing."""
    return _exact(words) or _of_an_order(words) or _trimmed(words) or _damaged(words) or _statute(words)


def _exact(words: str) -> tuple[Explained, ...]:
    # (b)(3)(c) is a label of the CIA's, where B3C is none.
    return _BY_KEY.get(key(words), ())


def _of_an_order(words: str) -> tuple[Explained, ...]:
    """A section of the order that is named: `E.O. 12958, Sec. 1.5(b)`; an order that is named with a remark."""
    found = _OF_AN_ORDER.fullmatch(words)
    if found is None:
        return ()
    rest = _SECTION.sub("", re.sub(r"^[\s,:;-]*(?:as\s+amended)?[\s,:;-]*", "", found["rest"]))
    rows = _exact(f"E.O. {found['number']} {rest}") or _exact(rest) or _paragraph(rest)
    own = tuple(row for row in rows if f"E.O. {found['number']}" in f"{row.name} {row.source}")
    section = _PARAGRAPH.fullmatch(rest)
    return own or (_exact(f"E.O. {found['number']} {section['section']}") if section else ()) or rows


def _trimmed(words: str) -> tuple[Explained, ...]:
    """A code with the name of an office, an order or a section before it, or a remark after it."""
    bare = _AFTER.sub("", words)
    for pattern in (_BEFORE, _SECTION):
        if found := pattern.match(bare):
            bare = bare[found.end() :]
    if bare and bare != words and (rows := _exact(bare) or _paragraph(bare)):
        return rows
    return _paragraph(words) or _instruction(words)


def _instruction(words: str) -> tuple[Explained, ...]:
    """What follows DECL, or the sentence of the order of 1972; a number of the Archives' declassification projects."""
    if found := _EXEMPT_1972.search(words):
        return _exact(f"XGDS-{found['number']}")
    if found := _INSTRUCTION.fullmatch(words):
        return _exact(found["value"]) or _exact("DECL")
    return _exact(found["series"]) if (found := _NUMBER.fullmatch(words)) else ()


def _paragraph(words: str) -> tuple[Explained, ...]:
    """A paragraph that no table holds is explained by its section."""
    found = _PARAGRAPH.fullmatch(words)
    rows = _exact(found["section"]) if found else ()
    return tuple(row for row in rows if row.kind is Kind.SECTION)


def _damaged(words: str) -> tuple[Explained, ...]:
    """A code with the letters of an OCR in it, or with an FBI's numbers of categories after it."""
    if canonical := canonical_code(words):
        # A letter of an agency's own may have a figure after it, or stand after an exemption without one.
        return (
            _exact(canonical)
            or _exact(_OWN_FIGURE.sub("", canonical))
            or _exact(_OWN_LETTER.sub(r"\g<number>", canonical))
        )
    if found := _CATEGORIES.fullmatch(words):
        rows = _exact(found["code"])
        if rows and rows[0].kind is Kind.FOIA:
            return (*rows, *_exact("b7C -1,2"))
    return ()


def _statute(words: str) -> tuple[Explained, ...]:
    """A statute cited to another depth than the table's: `50 U.S.C. 3507(a)`."""
    words = _RANGE.sub("", re.sub(r"\b(?:s|sec|section)\.?\s?(?=\d)", "", words, flags=re.IGNORECASE))
    found = statute_named(words) if len(words) > 2 else None
    if found is None:
        return ()
    statute, former = found
    return _exact(former.cite if former else statute.cite)[:1]


def _pieces(words: str) -> tuple[Part, ...]:
    """The parts of a portion mark, a banner, a stamp or a list of codes, all of which must be known."""
    return _marking(words) or _letters(words) or _listed(words) or _captioned(words)


def _marking(words: str) -> tuple[Part, ...]:
    """A portion mark or banner: `(S//NF)`, `TOP SECRET//SI/TK//NOFORN`. A level comes first, then controls."""
    if foreign := _FOREIGN.fullmatch(words):
        level = level_named(foreign["level"])
        return tuple((words, row) for row in _exact(f"foreign {level}")) if level else ()
    head = _MARKING.match(words)
    first = _of_kinds(head["level"], _LEVELS) if head else ()
    if not head or not first:
        return ()
    # What stands before the level's own slash is none of a control's.
    values = [value for kind in kinds_of(f"{head['level']}{words[head.end('level') :].strip('() ')}") for value in kind]
    found = [(head["level"].strip(), row) for row in first]
    for value in values:
        rows = _of_kinds(value, _CONTROLS) or _controlled(value)
        if not rows:
            return ()
        found += [(value, row) for row in rows]
    return tuple(found) if values else ()


_LEVELS = (Kind.LEVEL, Kind.CONTROL, Kind.FOREIGN_LEVEL)
_CONTROLS = (Kind.CAPTION, Kind.CONTROL, Kind.CODE_WORD, Kind.INSTRUCTION, Kind.DURATION)


def _of_kinds(words: str, kinds: tuple[Kind, ...]) -> tuple[Explained, ...]:
    return tuple(row for row in _exact(words) if row.kind in kinds)


def _controlled(value: str) -> tuple[Explained, ...]:
    """A control with a compartment, a list of countries or a number after it: `SI-G`, `REL TO USA, GBR`, `FGI DEU`."""
    control = control_named(value)
    return _exact(re.split(r"[ -]", control.name)[0]) or _exact(control.name) if control else ()


def _letters(words: str) -> tuple[Part, ...]:
    """Reasons that share one section: `1.4 (b) and (d)`, `1.5(b,d)`."""
    found = _LETTERS.fullmatch(_SECTION.sub("", words))
    if found is None:
        return ()
    letters = re.findall(r"[a-h]", re.sub("and", "", found[0], flags=re.IGNORECASE), re.IGNORECASE)
    codes = [f"{found['section']}({letter})" for letter in letters]
    return tuple((code, row) for code in codes for row in _exact(code)) if all(map(_exact, codes)) else ()


def _listed(words: str) -> tuple[Part, ...]:
    """Words and codes one after another, each the longest that is known."""
    tokens = [token for token in _SEPARATOR.split(words) if token]
    if not 1 < len(tokens) <= _LONGEST:
        return ()
    found: list[Part] = []
    at = 0
    while at < len(tokens):
        for end in range(len(tokens), at, -1):
            piece = " ".join(tokens[at:end])
            if end - at < len(tokens) and (rows := _whole(piece)):
                # Among other codes nobody writes the number of a page.
                found += [(piece, row) for row in rows if not row.name.startswith("page ")]
                at = end
                break
        else:
            return ()
    return tuple(found)


def _captioned(words: str) -> tuple[Part, ...]:
    """A caption with a word of its own after it: `EXDIS CEDAR`."""
    caption, _, word = words.upper().partition(" ")
    if caption_named(caption) not in TAKES_CODE_WORD or not word.isalpha() or len(word) < 4:
        return ()
    return tuple(
        (piece, row) for piece, key_word in ((caption, caption), (word, "sub-caption")) for row in _exact(key_word)
    )


# The codes that have a code's form and that no law or order has, and where the law ends.
_ENDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), end)
    for pattern, end in (
        (r"1\.4\(?[I-Z]\)?", "E.O. 13526 1.4 ends with (h)"),
        (r"1\.5\(?[H-Z]\)?", "E.O. 12958 1.5 ends with (g)"),
        (r"1\.3\(A\)\((?:0|1[1-9]|[2-9]\d)\)", "E.O. 12356 1.3(a) ends with (10)"),
        (r"3\.[34]\(B\)\((?:0|1\d)\)", "E.O. 13526 3.3(b) ends with (9)"),
        (r"3\.3\(H\)\([04-9]\)", "E.O. 13526 3.3(h) ends with (3)"),
        (r"(?:25|50|75)X(?:0|1\d)", "E.O. 13526 3.3(b) ends with (9)"),
        (r"X(?:0|9|1\d)", "E.O. 12958 1.6(d) ends with (8)"),
        (r"\(?B\)?\(?(?:0|1\d)\)?", "5 U.S.C. 552(b) ends with (9)"),
        (r"\(?B\)?\(?7\)?\(?[G-Z]\)?", "5 U.S.C. 552(b)(7) ends with (F)"),
        (r"P[07-9]", "44 U.S.C. 2204(a) ends with (6)"),
        (r"\(?J\)?\(?[03-9]\)?", "5 U.S.C. 552a(j) ends with (2)"),
        (r"\(?K\)?\(?[089]\)?", "5 U.S.C. 552a(k) ends with (7)"),
        (r"6\(1\)\([D-Z]\)|6\([06-9]\)", "section 6 of the JFK Act ends with (5), and its (1) with (C)"),
    )
)


def impossible(word: str) -> str:
    """Why a word in the form of a code is none, and where the law ends; empty for any other word."""
    squeezed = re.sub(r"\s+", "", word)
    return next((end for pattern, end in _ENDS if pattern.fullmatch(squeezed)), "")


def spellings() -> tuple[str, ...]:
    """Every name and printed spelling that has a meaning."""
    return tuple(dict.fromkeys(spelling for row in EXPLAINED for spelling in (row.name, *row.spellings)))
