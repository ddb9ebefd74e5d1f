"""Exemption codes where they withhold something: in margins, in stamps, on page sheets; in a key they only explain.

1.4(D)            RELEASE IN PART B5,B6          Page 29 ~ b6; b7C; b7D;          (b)(3)
B1                [Redacted] B6                  NON-RESPONSIVE                   SECTION 6(1)(C)
"""

import re
from collections.abc import Iterator

from redaudit.detectors._codes import codes_in
from redaudit.detectors._state import CODE_LIST, FUSED_STAMP, release_stamps
from redaudit.model.document import Page
from redaudit.model.mark import CodeUse, ExemptionCode
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.exemption import CODE_TOKEN, canonical_code, jfk_code

# A margin may name the order: E.O. 13526, 1.4(c) · E.O. 13526, section 3.3(b)(6) · 25X1, E.O. 13526
_ORDER = r"E\.?\s?[O0]\.?\s?13526"
_ALONE = re.compile(
    rf"[\[(|]??(?:{_ORDER},?\s(?:[Ss]ec(?:tion|\.)\s)?)?(?P<codes>{CODE_LIST})(?:,\s?{_ORDER}|\s?-\s?\d(?:,\s?\d)*)?[,;.]?(?:\s?[\])|!}}I1])?"
)
_FIRST = frozenset("bB1lI(23567PNSORE[|jk")
# A longer line is text.
_LONGEST = 60
# What a code in prose stands behind: 552(b)(6), section 1.4(c), exemption (b)(3), Reason: 1.4 (b).
_PROSE = re.compile(
    r"(?:\d|[Ss]ec(?:tion|\.)?|[Ss]ubsection|[Ee]xemptions?|[Pp]aragraphs?|under|U\.?S\.?C\.?|§|[Rr]easons?:?|REASONS?:?|per)\s*$"
)
_JOINED = re.compile(r"\s{0,2}(?:,|;|/|&|and|or|,\s?and|,\s?or)\s{1,2}")
# A sheet that speaks of a whole packet: restricted under (b)(3) of the FOIA.
_OF_A_LAW = re.compile(r"\s+of\s+(?:the\s+)?(?:FOIA|Freedom|PRA|Presidential|Privacy|E\.?O\.?|Executive)\b")
# A key that is no page of its own: (b)(2) Internal personnel rules and practices
_EXPLAINED = re.compile(
    r"\s?[-–—:=]?\s{1,9}(?:internal\s+(?:agency\s+)?(?:personnel|rules)|national\s+security|(?:personal\s+)?privacy\b"
    r"|trade\s+secrets|specifically\s+exempt|exempt(?:ed)?\s+by\s+(?:another\s+)?statute|inter-?agency|law\s+enforcement\s+rec"
    r"|(?:release\s+)?would\s+(?:constitute|disclose|reveal|interfere)|clearly\s+unwarranted"
    r"|(?-i:Withholding|Records\sor\sinformation|Information\s(?:that|which|specifically)|Files\sthat|Matters\s|Classified\s"
    r"|Properly\sclassified|Geological|Reports\s))",
    re.IGNORECASE,
)
# The order's own number before a section is no prose: EO 13526 3.3(b)(1)>25Yrs
_CITED = re.compile(rf"(?<![A-Za-z,] ){_ORDER},?\s$")
# (b)(1)1.4(a): Defense prints the category against its code.
_INLINE = re.compile(
    r"\(\s?[bB]\s?\)\s?\(\s?[1-9]\s?\)(?:\s?\(\s?[A-F]\s?\)|\s?1\.[45]\s?(?:\([A-Ha-h]\)|[a-h])(?!\w))?"
    r"|3\.[35]\s?\((?:[bh]\)\s?\(\d\)|c\))"
)
_BESIDE = re.compile(
    r"(?:(?i:redacted|excised|deleted|withheld|sanitized)\s?[\])}]|[█▇▉■]|__|[-–—]{3}\s?\])[ ]{1,12}"
    rf"(?P<codes>(?P<dashed>[bB]-[1-9])(?![\w-])|{CODE_LIST})(?=[ \t]*(?:$|[,;.])|[ ]+[\w“\"])",
    re.MULTILINE,
)
_REDACTED = ("REDACTED", "EXCISED", "DELETED", "WITHHELD", "SANITIZED", "█", "▇", "▉", "■", "__", "-]", "–]", "—]")
# Alone on its line, in brackets or not; `He was non-responsive` is prose.
_WORDS = re.compile(r"[\[(]?\s?(?:N(?i:on|ot)[\s-]?R(?i:esponsive)|NONRESPONSIVE)\s?[\])]?")
_LONGEST_WORDS = 20
_FIELD = re.compile(rf"(?:From|To|[CcBb]cc?|Sent|Subject)\b[:.]?[ \t]+(?P<codes>{CODE_LIST})[ \t|]*")
_FIELD_FIRST = frozenset("FTCcBS")
# The line of a deleted page sheet: Page 29 ~ b6; b7C; b7D;
_SHEET = re.compile(r"^[ \t]*Page[ ]+\d+[ ]*[~•·—–-][ ]*(?P<codes>[bB6(]?\w[^\n]{0,80})$", re.MULTILINE)
# On a sheet OCR reads b6 as 66, and b7C as 67C.
_SIXES = re.compile(r"(?<![\w(])6(?P<number>[1-7])(?P<letter>[A-F])?(?!\w)")
# What the form of a JFK record cites: JFK Act 6 (1)(B) · SECTION 6(1)(C), alone on its line · RESTRICTIONS : 1B; 1C
_FORM = re.compile(
    r"(?:(?i:JFK\s+(?:Act|Law)\s+(?:section\s+|sec\.?\s+)?)|(?:^|[ \t]{3})[ \t]*(?i:section|sec\.)\s(?=[^\n]{4,12}$))"
    r"(?P<section>6\s?\([1-5]\)(?:\s?\([A-Ca-c]\))?)"
    r"|^[ \t]*RESTRICTIONS?\s?[:;.]\s?(?P<short>[1-5][A-C]?(?:\s?[;,]\s?[1-5][A-C]?){0,7})[ \t]*$",
    re.MULTILINE,
)
_SHORT = re.compile(r"[1-5][A-C]?")
_OF_THE_ACT = ("JFK", "KENNEDY ASSASS", "RESTRICTIONS")
# Bands of a later release: the form on such a page speaks of the review before it.
_LATER = ("RELEASE UNDER THE PRESIDENT", "RELEASED UNDER THE")
# Fields of that form; beside a passage of another page the section is in use, whatever band the page bears.
_FORM_FIELDS = ("RESTRICTION", "CURRENT STATUS", "AGENCY INFORMATION", "IDENTIFICATION FORM", "RECORD NUMBER")
# Words, in upper case, of a page that explains codes: it uses none of them.
_KEY_WORDS = (
    "RESTRICTION CODES",
    "EXPLANATION OF EXEMPTIONS",
    "SUBSECTIONS OF TITLE 5",
    "PRESIDENTIAL RECORDS ACT - [44",
    "FREEDOM OF INFORMATION ACT - [5",
    # The Bureau's letter: its boxes, ticked and not, are all printed.
    "ARE MARKED BELOW AND EXPLAINED",
)
# Codes that next to nothing was ever withheld under: a page with them all lists every code, whether as key or as boxes.
_LISTED = (frozenset(("B8", "B9")), frozenset(("P2", "P3", "P4")))
_PRESIDENTIAL = re.compile(
    r"Presidential\s(?:Records|Library|Materials)|Library\s+Photocopy|PRA\b|P[1-6]\s?/\s?\(?b"
    r"|(?:Clinton|Bush|Reagan|Carter|Ford|Obama)\s(?:Presidential\s)?Library"
    # The libraries' case numbers: 2012-0999-M · NLRR F06-114/8 · NLC-12-34-5
    r"|(?<![\d-])(?:19|20)\d\d-\d{4}-(?:MR|M|F|S)\b|\bNL(?:RR|GB|WJC|R|C|B|F)\b[ -]+[A-Z]?\d",
    re.IGNORECASE,
)
_AGENCY_WORDS = frozenset(("STAT", "STATINTL", "OGA"))
# OCR that keeps no lines runs the CIA's margin into the text: by the group 25X1 Turkish officials
_UNBROKEN = 400
_RUN_IN = re.compile(r"(?<![\w.,:(/-])(?<! on )(?:25X[1-9][A-E]?|STATINTL|STAT)(?![\w.,:;)/-])")
_CIA = re.compile(r"CIA-RDP|Approved For Release|Sanitized Copy|National Security Agency|NSA", re.IGNORECASE)


def find(page: Page) -> Iterator[Sighting]:
    """Every code of a page, each with the use it is put to there."""
    if any(words in page.folded for words in _KEY_WORDS):
        yield from _keyed(page)
        return
    used = list(_used(page))
    codes = {sighting.value.code for sighting in used if isinstance(sighting.value, ExemptionCode)}
    yield from _keyed(page) if any(listed <= codes for listed in _LISTED) else used


def _used(page: Page) -> Iterator[Sighting]:
    yield from _in_stamps(page)
    yield from _alone(page)
    if any(sign in page.folded for sign in _REDACTED):
        yield from _beside(page)
    if "RESPONSIVE" in page.folded:
        yield from _in_words(page)
    if "CIA-RDP" in page.folded:
        yield from _run_in(page)
    if "DELETED PAGE" in page.folded or "PAGE(S)" in page.folded:
        yield from _on_sheets(page)
    if "(B)" in page.folded or "( B" in page.folded or "3.3" in page.text or "3.5" in page.text:
        yield from _inline(page)
    if ("JFK" in page.folded or "KENNEDY ASSASS" in page.folded or "RESTRICTIONS" in page.text) and not _is_form_of_old(
        page
    ):
        yield from _on_form(page)


def _run_in(page: Page) -> Iterator[Sighting]:
    """The codes of a margin that stand within a line as long as a page."""
    for line in page.lines:
        for match in _RUN_IN.finditer(page.text, line.start, line.end) if line.end - line.start > _UNBROKEN else ():
            yield from codes_in(page.text, match.start(), match.end(), CodeUse.MARGIN)


def _on_sheets(page: Page) -> Iterator[Sighting]:
    for match in _SHEET.finditer(page.text):
        start, end = match.span("codes")
        yield from codes_in(page.text, start, end, CodeUse.SHEET)
        for six in _SIXES.finditer(page.text, start, end):
            letter = f"({six['letter']})" if six["letter"] else ""
            yield Sighting(six.start(), six.end(), ExemptionCode(f"B{six['number']}{letter}", CodeUse.SHEET, True))


def _is_form_of_old(page: Page) -> bool:
    return any(band in page.folded for band in _LATER) and any(field in page.folded for field in _FORM_FIELDS)


def _on_form(page: Page) -> Iterator[Sighting]:
    """Sections of the JFK Act, cited for what the form's record was postponed under."""
    for match in _FORM.finditer(page.text):
        if match["section"]:
            found = [match.span("section")]
        else:
            found = [short.span() for short in _SHORT.finditer(page.text, *match.span("short"))]
        for start, end in found:
            if code := jfk_code(page.text[start:end]):
                yield Sighting(start, end, ExemptionCode(code, CodeUse.SHEET))


def _inline(page: Page) -> Iterator[Sighting]:
    """Codes among words, where no word before them says that they are only spoken of."""
    last = -1
    for match in _INLINE.finditer(page.text):
        start, end = match.span()
        # Withheld under (b)(1), (b)(3) and (b)(6): all are spoken of.
        listed = last >= 0 and _JOINED.fullmatch(page.text, last, start)
        spoken = listed or _PROSE.search(page.text, max(0, start - 24), start)
        last = end if spoken else -1
        cited = match[0][0] == "3" and _CITED.search(page.text, max(0, start - 24), start)
        if (cited or not spoken) and not _OF_A_LAW.match(page.text, end):
            use = CodeUse.KEY if _EXPLAINED.match(page.text, end) else CodeUse.MARGIN
            yield from codes_in(page.text, start, end, use)


def _beside(page: Page) -> Iterator[Sighting]:
    """Codes right behind a typed bracket or a mask, a blank or some apart: `[Redacted]  B1`, `████ B-1`."""
    for match in _BESIDE.finditer(page.text):
        start, end = match.span("codes")
        line = page.line_at(start)
        if line is not None and line.start == start:
            continue  # A line of its own.
        among = [found.span() for found in _INLINE.finditer(page.text, start, end)]
        if match["dashed"] and (code := canonical_code(match["codes"])):
            yield Sighting(start, end, ExemptionCode(code, CodeUse.MARGIN))
        for sighting in codes_in(page.text, start, end, CodeUse.MARGIN):
            known = any(first <= sighting.start and sighting.end <= last for first, last in among)
            if not known and _in_its_place(page, sighting):
                yield sighting


def _in_words(page: Page) -> Iterator[Sighting]:
    """What withholds and is written out: NON-RESPONSIVE."""
    for line in page.lines:
        if line.end - line.start <= _LONGEST_WORDS and _WORDS.fullmatch(page.text, line.start, line.end):
            yield Sighting(line.start, line.end, ExemptionCode("NR", CodeUse.MARGIN))


def _keyed(page: Page) -> Iterator[Sighting]:
    """A page that explains codes uses none of them."""
    for match in re.finditer(CODE_TOKEN, page.text):
        yield from codes_in(page.text, match.start(), match.end(), CodeUse.KEY)


def _in_stamps(page: Page) -> Iterator[Sighting]:
    for match in (*release_stamps(page), *FUSED_STAMP.finditer(page.text)):
        if match["codes"]:
            yield from codes_in(page.text, match.start("codes"), match.end("codes"), CodeUse.STAMP)


def _alone(page: Page) -> Iterator[Sighting]:
    """Codes that are a line of their own, or all that a header's field holds: what a margin prints."""
    text = page.text
    for line in page.lines:
        if line.end - line.start > _LONGEST:
            continue
        first = text[line.start]
        match = _ALONE.fullmatch(text, line.start, line.end) if first in _FIRST else None
        if match is None and first in _FIELD_FIRST:
            match = _FIELD.fullmatch(text, line.start, line.end)
        if match:
            for sighting in codes_in(text, match.start("codes"), match.end("codes"), CodeUse.MARGIN):
                if _in_its_place(page, sighting):
                    yield sighting


def _in_its_place(page: Page, sighting: Sighting) -> bool:
    """P codes only among presidential papers, agency words only on that agency's pages."""
    code = sighting.value
    if not isinstance(code, ExemptionCode):
        return False
    if code.code[0] == "P" or code.code == "RR":
        return bool(_PRESIDENTIAL.search(page.text))
    return code.code not in _AGENCY_WORDS or bool(_CIA.search(page.text))


DETECTOR = Detector(
    id="exemption-code",
    summary="codes that withhold: FOIA, E.O., 25X/50X, 3.3, 3.5(c), PRA, Privacy Act, agencies' own",
    find=find,
    source="5 U.S.C. 552(b), 552a; E.O. 13526 1.4, 3.3, 3.5(c), 6.2(d); 44 U.S.C. 2204(a)",
    hits=(
        "text of a message                                                           B6",
        "1.4(D)\nB1",
        "RELEASE IN PART B5,B6",
        "RELEASE IN PART\nBl, 1.4(B)(D), B5",
        "To:        B6",
        "DELETED PAGE INFORMATION SHEET\nPage 29 ~ b6; b7C; b7D;",
        "Mr. (b)(6) said that",
        "b6 -1,2\nb7C -1,2",
        "He met [Redacted]  B1",
        "He met ████ (b)(6) there",
        "NON-RESPONSIVE",
        "Approved For Release 2008/08/28: CIA-RDP86M00001R000200030004-5 "
        + "the minister spoke of grain and tolls " * 12
        + "with Zemblan and 25X1 Lindaran officials",
    ),
    misses=(
        "restricted under Section 1.4 (c) of E.O. 13526 and (b)(3) of the FOIA.",
        "REASON: 1.4 (b) and (d)",
        "information exempt under 5 U.S.C. 552(b)(6)",
        "C/NR/ECC/LRB",
        "vitamin B6 was short",
        "He was non-responsive to it.",
        "106 STAT. 3447",
        "Approved For Release 2008/08/28: CIA-RDP86M00001R000200030004-5 "
        + "the minister spoke of grain and tolls " * 12
        + "Declassify on 25X1; 106 STAT. 3447",
        "P-1",
    ),
)
