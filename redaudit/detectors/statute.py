"""The statute that stands with a B3: 5 U.S.C. 552(b)(3) has no content of its own.

    (b)(3)(c) · B3 CIA PERS/ORG · B3 INA 222(f) · (b)(3) 50 USC 3024(i)(1) · (b)(3)-P.L. 86-36 · (b)(3) NatSecAct

Only beside its code: a letter or a key that explains statutes names many, and uses none.
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Statute
from redaudit.model.part import Detector, Sighting

# CIA's letters: the CIA Act's and the National Security Act's.
_LETTER = r"(?<=\(3\))\([cn]\)(?!\w)"
# Labels of agencies, as they print them; longest first.
_LABELS = (
    _LETTER,
    r"CIA\s+PERS\s?/\s?ORG",  # 50 U.S.C. 3507
    r"CIA\s?Act",
    r"CIA(?![\w/])",
    r"Nat(?:ional)?\s?Sec(?:urity)?\.?\s?Act",  # 50 U.S.C. 3024(i)
    r"NSA\s?Act",
    r"INA\s+(?:Sec(?:tion|\.)?\s+)?222\s?\(f\)",  # 8 U.S.C. 1202(f)
    r"INA(?!\w)",
    r"(?:FS|F\.S\.|Foreign\s+Service)\s+ACT",  # 22 U.S.C. 4004
    r"ARMSEXP|ARMS\s+EXPORT\s+CONTROL(?:\s+ACT)?|AECA",  # 22 U.S.C. 2778(e)
    r"EXPORT\s+(?:CONTROL|ADMIN(?:ISTRATION)?)(?:\s+ACT)?",  # 50 U.S.C. 4820(h)
    r"IRAN(?!\w)",  # P.L. 99-99, section 505
    r"(?:Fed\.?\s?R\.?\s?Crim\.?\s?P\.?|FRCP|Rule)\s?6\s?\(e\)",
    r"A\.?E\.?A\.?(?!\w)|Atomic\s+Energy\s+Act|FRD(?!\w)|RD(?!\w)",  # 42 U.S.C. 2162
)
_CITE = (
    r"(?:\d{1,2}\s?U\.?\s?S\.?\s?C\.?(?:\s?A\.)?\s?(?:Sec(?:tion|\.)?|§{1,2})?\s?\d{1,5}[a-z]{0,2}(?:-\d{1,3})?"
    r"(?:[ ]?(?!\(b\)\s?\([1-9]\))\([a-zA-Z0-9]{1,3}\)){0,4}(?:\s+note)?"
    r"|P(?:ub(?:lic)?)?\.?\s?L(?:aw)?\.?\s?\d{2,3}-\d{1,3}(?:\s?,?\s?(?:Sec(?:tion|\.)?|§)\s?\d{1,3})?)"
)
_ONE = rf"(?:{'|'.join(_LABELS)}|{_CITE})"
_BESIDE_CODE = re.compile(
    rf"(?<![\w.])(?:[bB]3|\(?[bB]\)\s?\(3\))(?!\d)(?P<between>[ \t:;,–—-]{{0,4}}\n?[ \t]{{0,4}})"
    rf"(?P<statutes>{_ONE}(?:\s?(?:[,;/&]|and|or)\s?\n?{_ONE}){{0,4}})",
    re.IGNORECASE,
)
_EACH = re.compile(_ONE, re.IGNORECASE)
_WHOLE_LINE = re.compile(r"[^\n\w]*(?:\n|$)")


def find(page: Page) -> Iterator[Sighting]:
    """Every statute printed beside a B3 on the page."""
    for beside in _BESIDE_CODE.finditer(page.text):
        start, end = beside.span("statutes")
        cite = page.text[start].isdigit() or page.text[start] in "Pp"
        # A label on the next line must be all of it, or it is the next line's first word.
        if "\n" in beside["between"] and not cite and not _WHOLE_LINE.match(page.text, end):
            continue
        for one in _EACH.finditer(page.text, start, end):
            yield Sighting(one.start(), one.end(), Statute(_printed(one[0])))


def _printed(text: str) -> str:
    """A statute in one spelling: blanks joined, `U.S.C.` as `USC`, no section sign; a letter with its code."""
    text = " ".join(text.split())
    if text.startswith("("):
        return f"(b)(3){text.lower()}"
    text = re.sub(
        r"(\d)\s?U\.?\s?S\.?\s?C\.?(?:\s?A\.)?\s?(?:Sec(?:tion|\.)?|§{1,2})?\s?(?=\d)", r"\1 USC ", text, flags=re.I
    )
    return re.sub(r"\s?([/(])\s?", r"\1", text) if "USC" in text or "/" in text else text


DETECTOR = Detector(
    id="statute",
    summary="the statute that stands with a B3",
    find=find,
    source="5 U.S.C. 552(b)(3)",
    hits=(
        "B3 CIA PERS/ORG",
        "B3 INA 222(f)",
        "(b)(3) 50 USC 3024(i)(1)",
        "(b)(3)-P.L. 86-36",
        "(b)(3) NatSecAct",
        "B3 ARMSEXP",
        "(b)(3)(c)",
    ),
    misses=(
        "CIA PERS/ORG Central Intelligence Agency Act of 1949, 50 USC 403(g)",
        "(b)(3) Specifically exempted from disclosure by statute (other than 5 USC 552)",
        "B3\nIran has said that",
        "under 50 USC 3024(i)(1) the Director protects sources",
    ),
    cues=("B3", "(3)"),
)
