"""The E.O. line of a telegram: the order cited, and its instruction.

    E.O. 12958: DECL: 11/19/09    E.O. 11652: GDS    EO 12958 DECL: 2020/02/23    E.O. 12958: DNG: CO 10/15/2006

The order is reported as printed, a typing error such as 12598 too. The date is that of a declassification to come: not
that of a downgrading, nor of one that is done.
"""

import re
from collections.abc import Iterator

from redaudit.detectors._instruction_date import instruction_date
from redaudit.model.document import Page
from redaudit.model.mark import OrderLine
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.date import ReadDate

_LEAD = r"E[.,]?[ ]?[O0o][.,]?[ ]{0,2}:?[ ]{0,2}"
_FORM = (
    r"(?:[DO]E?ECL|DECLAS|DNG|N/?A\b|X?GDS|ADS|RDS|XDS|OADR|25X|50X|X\s?\d|1\.6|MR\b|AS[ ]AMENDED|TAGS"
    r"|\d{1,4}/\d{1,2}/\d{2,4}|EXEMPT|NOT[ ]APPLICABLE)"
)
_REST = rf"(?P<rest>[ ]?[:;][^\n]{{0,120}}|[ ]?[,.]?[ ]{{0,3}}{_FORM}[^\n]{{0,120}}|[ ]?\.?[ \t]*)"
_LINE = re.compile(
    rf"\n[ \t>*]{{0,160}}+(?:\(U\)[ ])?{_LEAD}(?:(?P<order>1[0-9]{{4}}){_REST}|(?P<none>N/?A)[ \t]*)(?=\n)",
    re.IGNORECASE,
)
# Lines run together: DEPT FOR NEA E.O. 12958: DECL: 3/13/2018 · only with an instruction and its date.
_WITHIN = re.compile(
    r"(?<=[A-Z0-9)] )(?P<line>E\.?O\.?[ ]{0,2}(?P<order>1[0-9]{4})[ ]?:[ ]?"
    r"(?P<rest>DECL[ ]?:?[ ]?(?:ON:?[ ])?\d{1,4}[/-]\d{1,2}[/-]\d{2,4}))(?!\d)"
)
# What ends the instruction where lines were joined: E.O. 12958: DECL: 12/31/2010TAGS: PREL
_NEXT_FIELD = re.compile(r"\s*(?:TAGS?|SUBJ(?:ECT)?|REFS?)\s?:", re.IGNORECASE)
_STAMP = re.compile(r"[ ]?[,:]?[ ]?(?:as amended,?[ ]?)?(?:sec|§|\d\.\d[ ]?\()", re.IGNORECASE)
_TO_COME = re.compile(r"(?:.*?[DO]?ECL(?:AS)?(?:SIFY)?(?:[ ]ON)?[ ]?[:;.]?)*[ ]*(?P<value>.*)$", re.IGNORECASE)
_DONE = re.compile(r"\bDECLASSIFIED\b|\bD(?:OW)?NG\b", re.IGNORECASE)
# GDS 4/15/85 · RDS-4 6/5/99 · RDS-1, 3 12/6/99
_SCHEDULED = re.compile(
    r"(?:X?GDS|RDS|ADS|XDS)(?:-?\s?\d(?:[ ]?[,&][ ]?\d(?![\d/-]))*)?[ ,;:]{1,3}(?=\d)", re.IGNORECASE
)
_PLAIN_LINE = re.compile(r"\n[ \t]*(?!TAGS?\b|SUBJ|REF|CLASS|[A-Z.]+\s?:|\d)[A-Z][A-Z ,'-]{3,60}(?=\n)")


def find(page: Page) -> Iterator[Sighting]:
    """Every E.O. line of the page."""
    text = f"\n{page.text}\n"
    for match in _LINE.finditer(text):
        start, end = match.start() + len(match[0]) - len(match[0].lstrip("\n \t>*")), match.end()
        if match["none"]:
            yield Sighting(start - 1, end - 1, OrderLine("", "N/A"))
            continue
        rest = match["rest"]
        if _STAMP.match(rest):
            continue
        if cut := _NEXT_FIELD.search(rest):
            end = match.start("rest") + cut.start()
            rest = rest[: cut.start()]
        elif _is_event(rest) and (more := _PLAIN_LINE.match(text, match.end())):
            rest, end = f"{rest} {more[0]}", more.end()
        instruction = " ".join(rest.strip(" :;,.\t\n").split())
        order = f"E.O. {match['order']}"
        yield Sighting(start - 1, end - 1, OrderLine(order, instruction, _date(instruction)))
    for within in _WITHIN.finditer(page.text):
        yield Sighting(
            *within.span("line"), OrderLine(f"E.O. {within['order']}", within["rest"], _date(within["rest"]))
        )


def _is_event(rest: str) -> bool:
    """Whether an instruction is in words, which may go on below."""
    value = _TO_COME.match(rest)
    words = value["value"] if value else ""
    return len(words.split()) > 2 and not any(character.isdigit() for character in words)


def _date(instruction: str) -> ReadDate | None:
    if _DONE.search(instruction):
        return None
    value = _TO_COME.match(instruction)
    words = value["value"] if value else instruction
    scheduled = _SCHEDULED.match(words)
    return instruction_date(words[scheduled.end() :] if scheduled else words.lstrip(": ;."))


DETECTOR = Detector(
    id="order-line",
    summary="the E.O. line of a telegram: the order cited and its instruction",
    find=find,
    source="5 FAH-2 H-320; 5 FAH-1 H-246; E.O. 13526 1.6(a)",
    hits=(
        "E.O. 12958: DECL: 11/19/09",
        "EO 12958 DECL: 2020/02/23",
        "E.O. 11652: GDS",
        "E.O. 12065: GDS 4/15/85 (EXAMPLE, ANN) OR-P",
        "E.O. 12356: OECL: OADR",
        "E.O. 12958: N/A",
        "EO N/A",
        "EO12356 DECL:OADR",
        "E.O. 12958: DNG: CO 10/15/2006",
        "E.O. 12065: RDS-1, 3 12/6/99 (SAMPLE, ANN)",
        "DEPT FOR NEA AND DRL E.O. 12958: DECL: 3/13/2018",
    ),
    misses=(
        "E.O. 13526, 1.4(c)",
        "E.O. 12958, SEC 3.4 (B), July 21, 1997",
        "DECLASSIFIED PER E.O. 13526",
        "EO Systematic Review 20 Mar 2014",
        "The order, E.O. 12958, sets ten years; DECL: 11/19/09 was too late.",
    ),
    cues=("E.O", "EO ", "E.0", "EO:", "EO1"),
)
