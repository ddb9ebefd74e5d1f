"""A stretch of text that holds exemption codes, taken apart into one sighting a code."""

import re
from collections.abc import Iterator

from redaudit.model.mark import CodeUse, ExemptionCode
from redaudit.model.part import Sighting
from redaudit.vocabulary.exemption import CODE_TOKEN, canonical_code

_TOKEN = re.compile(CODE_TOKEN)
# 1.4(B)(D): the number is said once for both letters.
_MORE = re.compile(r"\s?\(([A-H])\)")
# Any other print of the same code is an OCR's or a typist's: Bl, BS, 1,4(D), 14(D), 25Xl.
_CLEAN = re.compile(
    r"\(?[bB]\)?\s?\(?\s?[1-9]\s?\)?(?:\s?\(?\s?[A-Fa-f]\s?\)?)?|1\.[45]\s?\(\s?[A-Ha-h]\s?\)|1\.[45][a-h]|1\.3.*|[2-7][^lI]*"
    r"|PRM|RR|NR|STATINTL|STAT|OGA|P[1-6]|\(?[jkd]\)?\s?\(?\s?[1-7]\s?\)?"
)


def codes_in(text: str, start: int, end: int, use: CodeUse) -> Iterator[Sighting]:
    """One sighting for each code between two offsets; letters that share one number get one each."""
    at = start
    while match := _TOKEN.search(text, at, end):
        at = match.end()
        code = canonical_code(match[0])
        if code is None:
            continue
        damaged = not _CLEAN.fullmatch(match[0])
        yield Sighting(match.start(), match.end(), ExemptionCode(code, use, damaged))
        if code[:3] in ("1.4", "1.5"):
            while more := _MORE.match(text, at, end):
                at = more.end()
                yield Sighting(more.start(1) - 1, more.end(), ExemptionCode(f"{code[:3]}({more[1]})", use))
