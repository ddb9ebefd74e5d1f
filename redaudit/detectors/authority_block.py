"""The originator's authority: who classified, from what, why, until when.

    Classified By: Ambassador Ann Example for reasons 1.4 (b) and (d).
    CL BY: 012345 CL REASON: 1.5(c) DECL ON: X1 DRV HUM 4-82
    Classified by 012345 / Exempt from general declassification schedule of E.O. 11652, exemption category: 5B(2)
    GROUP 1 / Excluded from automatic downgrading and declassification

The name keeps its printed words, the reasons are canonical: `1.4(B)`. State's stamp that classifies at release is none.
"""

import re
from collections.abc import Iterator

from redaudit.detectors._reasons import reason_codes
from redaudit.model.document import Page
from redaudit.model.mark import AuthorityBlock
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.date import read_date

# How far a block reaches after its first word.
REACH = 700

_BY = r"(?:CLAS+I?FIED\s{1,2}BY|Clas+i?fied\s{1,2}[Bb]y|CL\.?\s?BY|CLASS(?:IFICATION)?\s?BY|Class\s[Bb]y)"
_FROM = r"(?:DERIVED\sFROM|Derived\s[Ff]rom|DRV(?:\sFROM|\sFM)?|(?<=by\s)derivation)"
_UNTIL = (
    r"(?:DECLASSIFY\sON|Declassify\s[Oo]n|DEC[LK](?:AS(?:S(?:IFY)?)?)?\sON|Decl\son|(?i:automatically\sdeclassified\son"
    r"|declassification\sdate|date\sof\sdeclassification|declassify\supon))"
)
_EXEMPT = (
    r"(?i:exempt(?:ed)?\s{1,3}from\s{1,3}(?:the\s)?"
    r"(?:GDS|ADS|general\s{1,3}declassification\s{1,3}schedule|automatic\s{1,3}declassification))"
)
_GROUP = (
    r"(?:GROUP|Group)[ -]?[1-4I][\s,:.-]{1,40}"
    r"(?i:excluded\s+from\s+auto|exempt\s+from\s+auto|downgraded\s+at|automatically\s+down)"
    r"|G[Pp]-?[1-4][ \t.]*(?=\n|\Z)"
)
# A block starts at the start of a line, or after a paragraph's number and mark.
_START = re.compile(
    r"\n[ \t>*#|]{0,160}+(?=[-¶(\dCDGEAcdea])(?:[-¶][ ]?)?(?:\d{1,2}\.[ ]{0,2})?(?:\([UuCcSs]\)[ ]{0,2})?"
    rf"(?P<lead>{_BY}|{_FROM}|{_UNTIL}|{_EXEMPT}|{_GROUP})"
)
# Inside a line, where a copy lost its breaks or the telegram gave none: such a lead must come with its reasons.
_WITHIN = re.compile(r"(?P<lead>CLASSIFIED BY|Classified By)(?:(?<=\S .{13})|(?<=\S  .{13}))(?=[:\s])")
_FIELD = re.compile(
    rf"(?P<by>{_BY})|(?P<from>{_FROM})|(?P<until>{_UNTIL})|(?P<exempt>{_EXEMPT})|(?P<group>{_GROUP})"
    r"|(?P<reason>(?:\b(?i:for)\s(?i:the\s)?(?i:following\s)?)?(?:C[Ll]\s)?\b(?i:rea?so?ns?|reaons?)(?i:\(s\))?(?![A-Za-z])"
    r"|\b(?i:under|per|pursuant\sto|in\saccordance\swith|section|sec\.?|by\sauthority\sof|based\son)\s"
    r"(?=(?i:e\.?\s?o\.?|executive|[1l][.,]\s?[345]|section|sec|para))"
    r"|(?<=[\s(,])(?=(?:(?i:E\.?O\.?)\s?1\d{4},?\s)?1[.,]\s?[345]\s?[.(]?\s?\(?[A-Ha-h]\b))"
)
# The release-time stamp: Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class: CONFIDENTIAL ~ Reason ...
_AT_RELEASE = re.compile(r"A/GIS|\bDoS\b|\bon\s+\d\d[/-]\d\d[/-]\d{4}\s*[~—–-]|[~—–-]\s*Class\s?:|[~—–]\s*$")
# What ends a block: a blank line that no field follows, a numbered paragraph, another field of the telegram.
_END = re.compile(
    r"\n[ \t]*\n(?![ \t\n]*(?i:reasons?\b|declas|decl\b|derived|drv\b|exempt|automatically|downgrad|excluded|cl\s))"
    r"|\n[ \t]*[-¶]?[ ]?\d{1,2}\.[ ]|\n[ \t]*(?:TAGS|SUBJ|REF|E\.?O\.?[ ]?1|(?i:summary))"
)
_ORDER = re.compile(r"(?i:E\.?\s?O\.?|Executive\s+Order(?:\s+No\.?)?)\s?:?\s?(1[0-9]{4})")
_CATEGORY = re.compile(r"(?i:category|categories)[:\s§]{0,4}(\d\s?\(?[A-Za-z]\)?\s?\(?\d?\)?|\d(?:/\d)?)")
_SCHEDULE = re.compile(r"\bX?GDS(?:-?\s?\d)?\b|\bADS\b")
_CITATION = re.compile(r"[\s,(]+(?i:under\s+|per\s+)?(?:E\.?\s?O\.?|Executive Order)\s?:?\s?1[0-9]{4}")
_GROUP_NUMBER = re.compile(r"[1-4I]")
_DATED = re.compile(r"\s+(?:on|ON|dated)\s+\d.*$")
_SENTENCE_END = re.compile(r"\n|\.\s+(?=[A-Z])")
# How far a field reaches, by its kind.
_ONE_LINE = re.compile(r"\s*[^\n]*")
_SENTENCE = re.compile(r"(?:[^\n]*\n){0,3}?[^\n]*?(?i:declassification|declassified|years|category[^\n]*)\b|[^\n]*")
_LETTERS = re.compile(r"[^\n]*(?:\n[ \t]*(?:and\s|AND\s)?\(?[A-Ha-h][).,][^\n]{0,30})?")
_ENDINGS = {
    **dict.fromkeys(("by", "from", "until"), _ONE_LINE),
    **dict.fromkeys(("exempt", "group"), _SENTENCE),
    "reason": _LETTERS,
}
_TRIM = " \t\n,;:.-–—~/|*(["


def find(page: Page) -> Iterator[Sighting]:
    """Every authority block of the page."""
    text = f"\n{page.text}\n"
    last = 0
    leads = {match.start("lead"): True for match in _WITHIN.finditer(text)}
    leads |= {match.start("lead"): False for match in _START.finditer(text)}
    for start, needs_reasons in sorted(leads.items()):
        if start < last or _is_at_release(text, start):
            continue
        stretch = text[start : _end(text, start)].rstrip()
        value = _block(stretch)
        if value is not None and (value.reasons or not needs_reasons):
            last = start + _extent(stretch)
            yield Sighting(start - 1, last - 1, value)


def _is_at_release(text: str, start: int) -> bool:
    return bool(_AT_RELEASE.search(text[max(0, start - 160) : start]) or _AT_RELEASE.search(text[start : start + 110]))


def _end(text: str, start: int) -> int:
    limit = min(len(text), start + REACH)
    found = _END.search(text, start, limit)
    return found.start() if found else limit


def _extent(stretch: str) -> int:
    """How much of a stretch the block fills: to the end of the last field's line, or of its sentence."""
    *_, last = _FIELD.finditer(stretch)
    ending = _ENDINGS[last.lastgroup or "reason"].match(stretch, last.end())
    return ending.end() if ending else len(stretch)


def _block(stretch: str) -> AuthorityBlock | None:
    """What a stretch says, field by field; None where it is prose, or holds nothing but a lead."""
    contents = _contents(stretch)
    by, reason = contents.get("by", ""), contents.get("reason", "")
    # With no field after it a name ends with its line or sentence.
    name = _name(by if len(contents) > 1 and len(by) < 220 else _SENTENCE_END.split(by.lstrip(), maxsplit=1)[0])
    reasons = reason_codes(reason[:200])
    until = _until(contents, stretch)
    derived = _first_line(contents.get("from", ""))
    if not (reasons or until or derived) and not _is_named(by):
        return None
    order = _ORDER.search(stretch)
    return AuthorityBlock(
        classified_by=name,
        derived_from=derived,
        reasons=reasons,
        declassify_on=until,
        declassify_date=read_date(until),
        order=f"E.O. {order[1]}" if order else "",
    )


def _contents(stretch: str) -> dict[str, str]:
    """The words of each kind of field, as printed; a reason's with the words that lead to it."""
    fields = list(_FIELD.finditer(stretch))
    contents: dict[str, str] = {}
    for index, field in enumerate(fields):
        kind = field.lastgroup or "reason"
        following = fields[index + 1].start() if index + 1 < len(fields) else len(stretch)
        begin = field.start() if kind in ("reason", "exempt", "group") else field.end()
        words = stretch[begin:following]
        if kind == "reason":
            contents[kind] = contents.get(kind, "") + words
        elif words.strip(_TRIM) and kind not in contents:
            contents[kind] = words
    return contents


def _is_named(by: str) -> bool:
    """Whether a lead alone makes a block: a colon, or a number that stands for a person, follows it."""
    return bool(re.match(r"\s*(?::\s*\S|\d{3,7}\b)", by))


def _name(words: str) -> str:
    words = words.lstrip(" \t\n:.")
    words = _CITATION.split(_SCHEDULE.split(words)[0])[0]
    words = " ".join(_DATED.sub("", " ".join(words.split())).split())
    words = re.sub(r"[\s,;]+(?:for|FOR|per|under|and)$", "", words.strip(_TRIM)).strip(_TRIM)
    return words if any(map(str.isalnum, words)) else ""


def _first_line(words: str) -> str:
    lines = [line.strip(_TRIM) for line in words.splitlines()]
    return next((" ".join(line.split()) for line in lines if line), "")


def _until(contents: dict[str, str], stretch: str) -> str:
    """The instruction: as printed after its lead, else the group, the schedule, or the exemption from it."""
    if until := _first_line(contents.get("until", "")):
        return until
    if group := contents.get("group", ""):
        number = _GROUP_NUMBER.search(group[2:])
        return f"GROUP {number[0].replace('I', '1')}" if number else ""
    if exempt := contents.get("exempt", ""):
        category = _CATEGORY.search(exempt)
        return f"exempt from GDS, category {category[1].replace(' ', '')}" if category else "exempt from GDS"
    schedule = _SCHEDULE.search(stretch)
    return " ".join(schedule[0].split()) if schedule else ""


DETECTOR = Detector(
    id="authority-block",
    summary="the originator's authority: who classified, from what, why, until when",
    find=find,
    source="E.O. 13526 1.6(a), 2.1; 32 CFR 2001.21-22; E.O. 11652 4(A), 5; E.O. 10501 as amended by E.O. 10964",
    hits=(
        "REF: ZEMBLA 12 (A) CLASSIFIED BY: Ann Q. Sample, Assistant Secretary; REASON: 1.4(B), (D)",
        "1.  CONFIDENTIAL - ENTIRE TEXT.  CLASSIFIED BY SECTION 1.5 (B)\nAND (D).  NIACT PRECEDENCE.",
        "Classified By: Ambassador Ann Example for reasons 1.4 (b) and (d).",
        "CLASSIFIED BY S/RUR ANN EXAMPLE, ACTING, REASON 1.5 B, D.",
        "(U) Classified by: Ann Example, Deputy Secretary, Reason: 1.5(d)",
        "CL BY: 012345 CL REASON: 1.5(c) DECL ON: X1 DRV HUM 4-82",
        "Derived from: DSCG 05-1",
        "Declassify on: OADR",
        "GROUP 1\nExcluded from automatic\ndowngrading and declassification",
        "Classified by 012345\nExempt from general declassification schedule of E.O. 11652, exemption category: 5B(2)",
    ),
    misses=(
        "Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class: SECRET ~ Reason: 1.4(D) ~ Declassify on: 07/22/2025",
        "The paper was classified by the department for years.",
        "CLASSIFICATION: CONFIDENTIAL",
        "Classified by mistake",
    ),
)
