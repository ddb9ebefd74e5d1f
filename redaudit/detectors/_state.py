"""State's release words, shared by the stamp that bears them and the codes printed in it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from redaudit.detectors._pattern import stands_in
from redaudit.model.document import Page
from redaudit.vocabulary.exemption import CODE_TOKEN

# What may stand between the codes of a stamp: the statute of a B3, commas, blanks, one line break; a blank line parts
# two blocks.
_STATUTE = (
    r"(?:CIA(?:\s+PERS/ORG)?|INA(?:\s?222\(f\))?|FS\s+ACT|ARMSEXP|EXPORT\s+CONTROL|IRAN|PERS/ORG|DP|AC|AWP|NATSECACT)"
)
_SEPARATOR = r"(?:[ \t]*+(?:[,;/|&][ \t]*+\n?+[ \t]*+|\n[ \t]*+)|[ \t]++)"
_LETTERS = r"(?:\s?\([A-H]\))*"
CODE_LIST = rf"{CODE_TOKEN}{_LETTERS}(?:{_SEPARATOR}(?:{CODE_TOKEN}{_LETTERS}|{_STATUTE})(?![A-Za-z]))*"

# RELEASE IN PART / B1,1.4(B),1.4(D) · RELEASE IN / FULL · [RELEASE IN FULLI · KELEASE IN PAK I · [KtLt/AbE IN FULL
# Upper case only: "release in full" is prose. A whole line, or the end of one: cables are in capitals throughout.
RELEASE_STAMP = re.compile(
    rf"""
    (?P<lead>[^\w\n]{{0,3}}[Il1]?[^\w\n]?)
    (?:
        (?P<word>REL?E?ASED?|[KkIl]E?LEASE|RE[A-Z]EASE|RELE[A-Z]{{1,2}}E)[ \t]*+\n?+[ \t]*+
        (?:I[NM]?[ \t|—–-]*+(?>(?P<in>\n)?)[ \t|]*+)?
        (?P<status>FULL|PART|PAR\b|PAK\b|FUL\b|RAJ|P\b|PA\b)?
      | (?P<denied>(?:DENIED|DENY)[ \t]++IN[ \t|]*+\n?+[ \t|]*+FULL)
      | (?P<damaged>[^\s:@]{{4,12}})[ \t]++(?:[Il1!][NnMvi]{{1,2}})[ \t]++(?P<damaged_status>FULL|PART|RAJ)
    )
    (?P<tail>[\]|Il1!}}_.,—-]{{0,3}}(?:\ I)?)
    (?:[ \t]*+\n?+[ \t]*+(?P<codes>{CODE_LIST})[ \t,;|.\]}}Il1!]{{0,3}})?
    [ \t]*+$
    """,
    re.VERBOSE | re.MULTILINE,
)
# Where OCR keeps no columns, a stamp shares its line:
# NOVEMBER 3, 1995 RELEASE IN FULL · [RELEASE IN FULL EMBASSY OF THE
# Only clean words, and only on a page that bears State's case band: a telegram may ask to RELEASE IN FULL.
SHARED_STAMP = re.compile(
    rf"""
    (?P<lead>(?<![A-Za-z]\ TO\ )[\[|]?)(?P<word>RELEASED?)[ \t]IN[ \t](?P<status>FULL|PART)(?P<tail>[\]|]?)
    (?:[ \t]++(?P<codes>{CODE_LIST}))?
    (?=[ \t]|$)
    (?P<in>(?!))?(?P<denied>(?!))?(?P<damaged>(?!))?(?P<damaged_status>(?!))?
    """,
    re.VERBOSE | re.MULTILINE,
)
# Some transcripts keep no punctuation.
_BANDS = ("U.S. DEPARTMENT OF STATE CASE NO", "U S DEPARTMENT OF STATE CASE NO")
# A line without one of these holds no stamp, and starts none.
_SIGNS = ("LEASE", "RELE", "FULL", "PART", "DENIED", "DENY IN", "RAJ")

# Another word, in clean letters, is no damaged RELEASE: PAID IN FULL, WITHHELD IN FULL
_CLEAN_WORD = re.compile(r"[A-Z]+|[A-Z]?[a-z]+")
_LIKE_RELEASE = 0.75
# A box that nobody ticked: ( ) RELEASE IN FULL
_UNTICKED = re.compile(r"[(\[{]\s?[)\]}]|[☐□◻❏❑]")

# What is left of a stamp that the header's date ran into:
# Date: 06/30/2015SE IN FULL · Date: 07/31/2015PART B6 · Date: 06/30/2015ULL
FUSED_STAMP = re.compile(
    rf"Date:[ \t]*\d{{1,2}}/\d{{1,2}}/\d{{4}}[ \t]*+(?=\S)(?P<stamp>[^\s\d]{{0,8}}[ \t]?(?:[I1l][NM][ \t]+)?"
    rf"(?P<status>F?ULL|P?ART)\b[ \t]*(?P<codes>{CODE_LIST})?)[ \t]*$",
    re.MULTILINE,
)


def release_stamps(page: Page) -> Iterator[re.Match[str]]:
    """The stamps of a page, each match from the start of its first line."""
    starts: set[int] = set()
    for sign in _SIGNS:
        at = page.text.find(sign)
        while at >= 0:
            line = page.line_at(at)
            if line:
                starts.add(line.start)
            at = page.text.find(sign, at + 1)
    alone = False
    for start in sorted(starts):
        match = RELEASE_STAMP.match(page.text, start)
        if match and not _UNTICKED.search(match["lead"]) and not _is_another_word(match["damaged"] or ""):
            alone = True
            yield match
    if starts and not alone and stands_in(page.folded, _BANDS):
        yield from SHARED_STAMP.finditer(page.text)


def _is_another_word(word: str) -> bool:
    if not _CLEAN_WORD.fullmatch(word):
        return False
    return SequenceMatcher(None, "RELEASE", word.upper(), autojunk=False).ratio() < _LIKE_RELEASE
