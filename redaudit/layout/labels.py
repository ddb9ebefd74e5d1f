"""Words at a redaction that tell nothing of what is withheld: its label, a code, a mask, one replacement for all."""

import re
from collections import Counter
from collections.abc import Iterable

from redaudit.vocabulary.date import read_date
from redaudit.vocabulary.exemption import CODE_TOKEN

# What redactors print in place of what they withhold says so: FOIA and privilege logs, court rules, tools' own stamps.
_SAYS = re.compile(
    r"""redact\w*|withheld|deleted|omitted|seal(?:ed)?|expunged|sanitized|confidential\w*|privileged?|privacy|classified
    |non|nonresponsive|deliberative|attorney|predecisional|acp?|awp|dpp?|wif|pii|phi|cbi|sbu|fouo|cui|les|ssi|nr|oga|foia
    |exempt|exemptions?|ssn|dob|outside|duplicate|referr(?:ed|al)|secret|protected|restricted|sensitive""",
    re.VERBOSE,
)
# Words that stand beside such a word and say nothing by themselves.
_BESIDE = re.compile(
    r"""client|work|product|process|executive|communications?|lawyer|counsel|responsive|scope|out|of|the|not|relevant|under
    |filed|per|by|for|to|and|or|information|material|text|content|names?|address|phone|number|email|date|birth|order
    |court|agency|minor|victim|witness|account|federal|rule|fed|civ|crim|r|p|public|version|identity|law|enforcement|e
    |personal|record|portion|section|in|full|part|page|statute|act""",
    re.VERBOSE,
)
_CODE = re.compile(rf"(?<![\w.]){CODE_TOKEN}(?!\w)|\b(?:Ex(?:emption)?s?\.?|FOIA)\s*\(?b?\)?\s*\(?\d\)?(?!\w)")
_PARTS = re.compile(r"[\s,.;:/|&()\[\]{}<>*_\-–—]+")
# The number that an agency prints beside its release line, over whatever stands there: C01234567.
_RELEASE_NUMBER = re.compile(r"C0\d{7}")
# One sign repeated more often than this is a mask.
MASK = 2
# Tags that programs put on a page for themselves: for signatures, fields and the ends of records, never for readers.
_TAG = re.compile(r"\\\w{1,24}\\|\{\{.{0,80}\}\}|<<.{0,80}>>|\[\[.{0,80}\]\]|~~?\w{1,24}~?~")


def is_label(text: str) -> bool:
    """Whether words say no more than that something is withheld, or why: `REDACTED`, `Privileged`, `(b)(6)`, `XXXX`."""
    words = " ".join(text.split())
    signs = {character for character in words.casefold() if character.isalnum()}
    if not signs or (len(signs) == 1 and len(words.replace(" ", "")) > MASK):
        return True
    return _tells(words)


def _tells(words: str) -> bool:
    """Whether words consist of codes, of words that say that something is withheld, and of words beside these."""
    rest, codes = _CODE.subn(" ", words)
    parts = [part for part in _PARTS.split(rest.casefold()) if part]
    said = codes + sum(1 for part in parts if _SAYS.fullmatch(part))
    return bool(said) and all(_SAYS.fullmatch(part) or _BESIDE.fullmatch(part) for part in parts)


def is_code_label(text: str) -> bool:
    """Whether words printed on a box are its label: a code, or words that say it is withheld."""
    return any(character.isalnum() for character in text) and _tells(" ".join(text.split()))


def is_release_number(text: str) -> bool:
    """Whether a word is the number of a release line, printed over a page when its boxes were drawn already."""
    return bool(_RELEASE_NUMBER.fullmatch(text.strip(".,:;")))


def is_tag(text: str) -> bool:
    """Whether words are a program's own: a place to sign, a field to fill."""
    return bool(_TAG.fullmatch(" ".join(text.split())))


def replacements(texts: Iterable[str]) -> frozenset[str]:
    """The dates that stand, each the same, under several boxes of one page: what a tool put there in place of words."""
    counted = Counter(" ".join(text.split()) for text in texts)
    return frozenset(text for text, count in counted.items() if count > 1 and read_date(text))
