"""Exemption codes: every spelling that stands for one, and the canonical spelling each gets.

B1 B3 B7(C)            5 U.S.C. 552(b)
1.4(B) 1.5(D) 1.3(a)(5)  the reasons of E.O. 13526 (and 12958 as amended), 12958, 12356
3.3(b)(1) 3.3(h)(2) 3.5(c) 6.2(d)  E.O. 13526
25X1 25X1A 50X1-HUM    the same, in the markings of 32 CFR 2001.26
P5 PRM RR              44 U.S.C. 2204(a)
J2 K5 D5               5 U.S.C. 552a
6(1)(B)                JFK Act, section 6
NR STAT STATINTL OGA   agencies' own words
"""

import re

# Damage inside a candidate token, by OCR: l, I, |, ! for 1; S for 5; G, e, 8 for 6; braces for parentheses.
_AS_DIGIT = str.maketrans(
    {"l": "1", "I": "1", "i": "1", "|": "1", "!": "1", "S": "5", "s": "5", "G": "6", "e": "6", "O": "0", "Z": "2"}
)
_AS_PARENTHESIS = str.maketrans({"{": "(", "}": ")", "[": "(", "]": ")", "<": "(", ">": ")", "¢": "c"})

_FOIA = re.compile(r"\(?[bB]\)?[\s-]?\(?\s?([1-9lI|!iSGeZ])\s?\)?(?:\s?\(?\s?([A-Fa-f])\s?\)?)?")
_ORDER_REASON = re.compile(r"[1lI|][.,]?\s?([45])\.?\s?\(?([A-Ha-h])\)?")
_E12356 = re.compile(r"1\.3\s?\(?a\)?\s?\((\d{1,2})\)", re.IGNORECASE)
_AUTOMATIC = re.compile(r"3[.\s-]\s?3\s?\(([bh])\)\s?\((\d)\)", re.IGNORECASE)
_SECTION = re.compile(r"([36])[.\s-]\s?([25])\s?\(([a-e])\)", re.IGNORECASE)
_JFK_ACT = re.compile(r"6?\s?\(?([1-5])\)?\s?\(?([A-C])?\)?", re.IGNORECASE)
_YEARS_X = re.compile(r"(25|50|75)\s?[Xx]\s?([1-9lI])?\s?(?:[-–]\s?(HUM(?:AN)?|WMD)|([A-E]\d?))?", re.IGNORECASE)
_PRESIDENTIAL = re.compile(r"[Pp]\s?([1-6])")
_PRIVACY = re.compile(r"\(?([jkd])\)?\s?\(?\s?([1-7])\s?\)?", re.IGNORECASE)
_WORDS = {"NR": "NR", "STAT": "STAT", "STATINTL": "STATINTL", "OGA": "OGA", "PRM": "PRM", "RR": "RR"}


def canonical_code(token: str) -> str | None:
    """The canonical spelling of one exemption code, however an agency or an OCR wrote it; None for anything else.

    The caller vouches that the token stands where a code stands: `Be` is B6 in a margin, a word elsewhere.
    """
    token = token.strip(" ,;:.\t").translate(_AS_PARENTHESIS)
    if token.upper() in _WORDS:
        return _WORDS[token.upper()]
    if found := _FOIA.fullmatch(token):
        number = found[1].translate(_AS_DIGIT)
        if found[2] and number != "7":
            return None
        return f"B{number}({found[2].upper()})" if found[2] else f"B{number}"
    if found := _ORDER_REASON.fullmatch(token):
        return f"1.{found[1]}({found[2].upper()})"
    return _canonical_section(token)


def _canonical_section(token: str) -> str | None:
    if found := _E12356.fullmatch(token):
        return f"1.3(a)({found[1]})"
    if found := _AUTOMATIC.fullmatch(token):
        return f"3.3({found[1].lower()})({found[2]})"
    if found := _SECTION.fullmatch(token):
        return f"{found[1]}.{found[2]}({found[3].lower()})"
    if found := _YEARS_X.fullmatch(token):
        number = (found[2] or "").translate(_AS_DIGIT)
        suffix = f"-{found[3].upper()}" if found[3] else (found[4] or "").upper()
        return f"{found[1]}X{number}{suffix}"
    if found := _PRESIDENTIAL.fullmatch(token):
        return f"P{found[1]}"
    if found := _PRIVACY.fullmatch(token):
        return f"{found[1].upper()}{found[2]}"
    return None


def jfk_code(token: str) -> str | None:
    """The section of the JFK Act that a record's form cites: `6 (1)(B)`, or `1B` for short; None for anything else."""
    found = _JFK_ACT.fullmatch(token.strip(" ,;:.\t"))
    if found is None or bool(found[2]) != (found[1] == "1"):
        return None
    return f"6({found[1]})({found[2].upper()})" if found[2] else f"6({found[1]})"


# One code as it may stand alone in a margin or a stamp, damage included; `canonical_code` reads what this takes.
CODE_TOKEN = (
    r"(?:"
    # Only (b)(7) has letters: (b)(1) (b)(3) are two codes.
    r"\(?[bB]\)?\s?\(\s?(?:7\s?\)(?:\s?\(\s?[A-Fa-f]\s?\))?|[1-9]\s?\))"  # (b)(7)(C), (b) (1), b(1)
    r"|[bB]\s?(?:7(?:\s?\(\s?[A-Fa-f]\s?\)|[A-F](?![A-Za-z]))?|[1-9lI|!iSG])"  # B6, b7C, B7(A), Bl
    r"|[1lI][.,]?\s?[1lI]?[45]\s?[.]?\s?\(\s?[A-Ha-h]\s?\)"  # 1.4(D), l.4(B), 1 4(D), 1.5(b)
    r"|1\.[45][a-h](?![\w(])"  # 1.4a, as Defense prints it
    r"|1\.3\s?\(a\)\s?\(\d{1,2}\)"  # 1.3(a)(5)
    r"|3[.\s-]?\s?3\s?\([bh]\)\s?\(\d\)"  # 3.3(b)(1)
    r"|3[.\s-]\s?5\s?\(c\)|6\.2\s?\([a-e]\)"  # 3.5(c), 6.2(d)
    r"|(?:25|50|75)(?:\sX[1-9lI]|X\s?[1-9lI]?)(?:-HUM|-WMD|[A-E]\d?)?"  # 25X1, 50X1-HUM
    r"|P[1-6](?=[\s,/;)\]]|$)|PRM|RR|NR|STATINTL|STAT|OGA"
    r"|\([jk]\)\s?\(\s?[1-7]\s?\)|\(d\)\(5\)|[jk][1-7](?!\w)"  # (j)(2), (d)(5), k5
    r")"
)
