"""Words that a line's end cut apart, put together again without moving what follows.

Telegrams were cut at a fixed column, inside words too: `for re / asons 1.4 (b) a / nd (d)`. What is mended keeps its
length, so that places in the text stay what they were.
"""

import re

_GAP = r"[ \t]*\n(?:[ \t]*\n)?[ \t]*"


def _cut(word: str) -> str:
    return "|".join(word[:place] + _GAP + word[place:] for place in range(1, len(word)))


_CUT_WORD = re.compile(rf"\b(?:{'|'.join(map(_cut, ('reasons', 'reason', 'section', 'and', 'for')))})\b", re.IGNORECASE)
_CUT_SECTION = re.compile(rf"\b1\.{_GAP}[345](?=\s?\(?[a-hA-H]\b)")


def mended(text: str) -> str:
    """The same text, as long as before, with words and sections whole."""
    if "\n" not in text:
        return text
    text = _CUT_SECTION.sub(_joined, text)
    return _CUT_WORD.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    word = "".join(found[0].split())
    return word + " " * (len(found[0]) - len(word))
