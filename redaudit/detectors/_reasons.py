"""Classification reasons in the many ways they are written, as canonical codes.

1.4 (b) and (d)   1.5 B, D.   1.4(b,d)   1.4 (b/d)   1.4(B), 1.4(D)   1,4 (C) AND (D)   1.4B
"""

import re

# Possessive or atomic throughout: a list of letters is read once, however long it is and whatever ends it.
_SECTION = re.compile(
    r"(?<![\d.])(?:1|l|I)\s?[.,]\s?(?P<section>[345])(?P<a>\s?\(?a\)?\s?\((?P<number>\d{1,2})\))?"
    r"(?P<letters>(?>(?:[\s.,/&+;(){}\[\]-]*+(?>(?:(?:and|AND|or)\b[\s,(){}\[\]]*+)?)[a-hA-H](?![a-zA-Z0-9]))*))"
)
_LETTER = re.compile(r"(?<![A-Za-z])[a-hA-H](?![A-Za-z])")


def reason_codes(text: str) -> tuple[str, ...]:
    """The reasons in a text, once each, in the order printed: `1.4(B)`, `1.3(a)(5)`."""
    codes: list[str] = []
    for found in _SECTION.finditer(text):
        if found["number"]:
            codes.append(f"1.3(a)({found['number']})")
            continue
        codes += (f"1.{found['section']}({letter.upper()})" for letter in _LETTER.findall(found["letters"]))
    return tuple(dict.fromkeys(codes))
