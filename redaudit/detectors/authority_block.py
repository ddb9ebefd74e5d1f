"""The originator's authority: who classified, from what, why, until when.

    Classified By: Ambassador Ann Example for reasons 1.4 (b) and (d).
    CL BY: 012345 CL REASON: 1.5(c) DECL ON: X1 DRV HUM 4-82
    Classified by 012345 / Exempt from general declassification schedule of E.O. 11652, exemption category: 5B(2)
    GROUP 1 / Excluded from automatic downgrading and declassification

    Classified By: 0123456 / Derived From: Multiple Sources / Declassify On: 25X1, 20551231

The name keeps its printed words, the reasons are canonical: `1.4(B)`. State's stamp that classifies at release is none,
nor is that of the Bureau's reviewers, who sign with a number and initials.
"""

import re
from collections.abc import Iterator

from redaudit.detectors._broken_words import mended
from redaudit.detectors._instruction_date import instruction_date
from redaudit.detectors._reasons import reason_codes
from redaudit.model.document import Page
from redaudit.model.mark import AuthorityBlock
from redaudit.model.part import Detector, Sighting

# How far a block reaches after its first word.
REACH = 700

_BY = (
    r"(?:(?:DERIVATIVELY\s|Derivatively\s)?(?:CLAS+I?FIED\s{1,2}BY|Clas+i?fied\s{1,2}[Bb]y|classified\sby(?=\s?:))"
    r"|CL\.?\s?BY|CLASS(?:IFICATION)?\s?BY|Class\s[Bb]y"
    # The word that was left out: Classified Ann Example for reasons 1.4 (b).
    r"|C(?:LASSIFIED|lassified)(?=\s(?!\s?[Bb][Yy])[^\n]{2,90}\s(?i:reasons?)\W{0,3}1[.,]\s?[345]))"
)
_FROM = r"(?:DERIVED\sFROM|Derived\s[Ff]rom|derived\sfrom(?=\s?:)|DRV(?:\sFROM|\sFM)?|(?<=by\s)derivation)"
_UNTIL = (
    r"(?:DECLASSIFY\sON|Declassify\s[Oo]n|DEC[LK](?:AS(?:S(?:IFY)?)?)?\sON|Decl\son|(?i:automatically\sdeclassified\son"
    r"|declassification\sdate|date\sof\sdeclassification|declassify\supon|declassify\son(?=\s?:)))"
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
# The reason before the name, as some forms have it: another field must follow on the next line.
_REASON_FIRST = (
    r"(?:C[Ll]\s|CLASSIFICATION\s|Classification\s)?(?:REASON|Reason)(?:\([Ss]\))?\s?:[^\n—–~-]{3,60}"
    rf"(?=\n[ \t]*\n?[ \t]*(?:{_BY}|{_FROM}|{_UNTIL}))"
)
# A block starts at the start of a line, or after a paragraph's number and mark.
_START = re.compile(
    r"\n[ \t>*#|]{0,160}+(?=[-¶(\dCDGEARcdea])(?:[-¶][ ]?)?(?:\d{1,2}\.[ ]{0,2})?(?:\([UuCcSs]\)[ ]{0,2})?"
    rf"(?P<lead>{_BY}|{_FROM}|{_UNTIL}|{_EXEMPT}|{_GROUP}|{_REASON_FIRST})"
)
# Inside a line, where a copy lost its breaks or the telegram gave none: such a lead must come with its reasons, or
# the source with its instruction.
_WITHIN = re.compile(r"(?:CLASSIFIED BY|Classified By)(?:(?<=\S .{13})|(?<=\S  .{13}))(?=[:\s])")
_SOURCE_WITHIN = re.compile(
    r"(?:DERIVED FROM|Derived From)(?:(?<=\S .{12})|(?<=\S  .{12}))(?=:[^\n]{0,160}(?:DECLASS|Declass))"
)
# The page ended inside the block: the name stands last on one page, the reason first on the next.
_LAST_ON_PAGE = re.compile(r"CLASSIFIED\s{1,2}BY\s+[A-Z][A-Z/'.-]*\s+[A-Z]")
_FIRST_ON_PAGE = re.compile(
    r"\n(?:[^\n]{0,90}\n){1,6}?[ \t]*(?P<lead>REASONS?[ \t]{0,3}:?[ \t]{0,3}1[.,][ ]?[345][ ]?[.(]?[ ]?\(?[A-H]\b)"
)
_CATEGORY_NEAR = re.compile(r"[1lI]\s?[.,]\s{0,3}[345]")
_FIELD = re.compile(
    rf"(?P<by>{_BY})|(?P<from>{_FROM})|(?P<until>{_UNTIL})|(?P<exempt>{_EXEMPT})|(?P<group>{_GROUP})"
    r"|(?P<reason>(?:\b(?i:fo?r)\s(?i:the\s)?(?i:following\s)?)?(?:C[Ll]\s)?\b(?i:rea?s[o0]?ns?|reaons?|rasons?)(?i:\(s\))?(?![A-Za-z])"
    r"|\b(?i:under|per|pursuant\sto|due\sto|in\saccordance\swith|section|sec\.?|by\sauthority\sof|based\s(?:[o0]n|upon))\s"
    r"(?=(?i:e\.?\s?o\.?|executive|[1l][.,]\s?[345]|section|sec|para))"
    r"|\b(?i:fo?r)\s(?=(?:1\d{4}\s)?[1l][.,]\s?[345])"
    r"|(?<=[\s(,])(?=(?:(?i:E\.?O\.?)\s?1\d{4},?\s)?1[.,]\s?[345]\s?[.(]?\s?\(?[A-Ha-h]\b))"
)
# The release-time stamp: Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class: CONFIDENTIAL ~ Reason ...
_AT_RELEASE = re.compile(r"A/GIS|\bDoS\b|\bon\s+\d\d[/-]\d\d[/-]\d{4}\s*[~—–-]|[~—–-]\s*Class\s?:|[~—–]\s*$")
# The Bureau's reviewers: CLASSIFIED BY: 60324 UC ABC/DEF, NSICG/A12B34, SP-2 ABC/de.
_BY_REVIEWER = re.compile(
    rf"{_BY}\W{{0,3}}\s{{0,2}}(?:NSI[CR]G\b|SP-?\s?\d\b"
    r"|\d{3,6}[ ]?(?:[A-Z]{2,3}[ ])?[A-Za-z]{2,4}/[A-Za-z]{2,4}\b)"
)
# The appeals panel's stamp: ISCAP APPEAL NO. 2012-071 / DECLASSIFICATION DATE: September 18, 2014
_BY_PANEL = re.compile(r"(?:ISCAP|APPEALS\s+PANEL).{0,160}$", re.IGNORECASE | re.DOTALL)
_PANEL_DATE = re.compile(r"DECLASSIFICATION\sDATE", re.IGNORECASE)
# What ends a block: a blank line that no field follows, a numbered paragraph, another field of the telegram.
_END = re.compile(
    r"\n[ \t]*\n(?![ \t\n]*(?i:reasons?\b|declas|decl\b|derived|drv\b|exempt|automatically|downgrad|excluded|cl\s"
    r"|classified\sby\s?:))"
    r"|\n[ \t]*[-¶]?[ ]?\d{1,2}\.[ ]|\n[ \t]*(?:TAGS|SUBJ|REF|E\.?O\.?[ ]?1|(?i:summary))"
)
_ORDER = re.compile(r"(?i:E\.?\s?O\.?|Executive\s+Order(?:\s+No\.?)?)\s?:?\s?(1[0-9]{4})")
_CATEGORY = re.compile(r"(?i:category|categories)[:\s§]{0,4}(\d\s?\(?[A-Za-z]\)?\s?\(?\d?\)?|\d(?:/\d)?)")
_SCHEDULE = re.compile(r"\bX?GDS(?:-?\s?\d)?\b|\bADS\b")
_CITATION = re.compile(r"[\s,(]+(?i:under\s+|per\s+)?(?:E\.?\s?O\.?|Executive Order)\s?:?\s?1[0-9]{4}")
_GROUP_NUMBER = re.compile(r"[1-4I]")
_DATED = re.compile(r"\s+(?:on|ON|dated)\s+\d.*$")
_SENTENCE_END = re.compile(
    r"(?<![ .][A-Z])(?<!(?i:amb|gen|col|sen|adm|maj|cpt|ltc))(?<!(?i: lt| dr| mr| ms| st| jr))\.\s+(?=[A-Z])"
)
# A name alone fills two lines at most; more is prose.
_NAME_LENGTH, _NAME_LINES = 130, 2
# What stands between two leads and says nothing: the mark or number of a paragraph.
_NO_WORDS = re.compile(r"\W*(?:\([UuCcSs]\)|\d\.)?\W*")
# Columns of a form beside each other.
_COLUMN = re.compile(r"[ \t]{4,}")
# How far a field reaches, by its kind.
_ONE_LINE = re.compile(r"\s*[^\n]*")
_SENTENCE = re.compile(r"(?:[^\n]*\n){0,3}?[^\n]*?(?i:declassification|declassified|years|category[^\n]*)\b|[^\n]*")
_LETTERS = re.compile(r"[^\n]*(?:\n[ \t]*(?:and\s|AND\s)?\(?[A-Ha-h][).,][^\n]{0,30})?")
_ENDINGS = {
    **dict.fromkeys(("by", "from", "until"), _ONE_LINE),
    **dict.fromkeys(("exempt", "group"), _SENTENCE),
    "reason": _LETTERS,
}
_NAMED = re.compile(rf"{_BY}\s*(?::\s*\S|\d{{3,7}}\b)")
# A line for itself, with an office or a rank beside the name: CLASSIFIED BY ANN EXAMPLE, DIRECTOR, EUR/ZB.
_BY_OFFICER = re.compile(
    r"C(?:LASSIFIED|lassified)\s[Bb][Yy][ ](?!(?i:the|an?|its?|his|their)\b)(?:[A-Z][\w.'-]{0,20}[ ]?){2,5},[ ]"
    r"(?=[^\n]{0,40}(?:[A-Z]{1,4}/[A-Z]{2,4}\b|(?i:ambassador|amb|dcm|charg[eé]|cda|director|deputy|counselor|consul|chief|secretary|officer)\b))"
    r"[A-Z][^\n:;~]{2,60}"
)
_TRIM = " \t\n,;:.-–—~/|*(["


def find(page: Page) -> Iterator[Sighting]:
    """Every authority block of the page."""
    text = f"\n{page.text}\n"
    last = 0
    leads: dict[int, str | None] = {match.start(): "lead" for match in _WITHIN.finditer(text)}
    if "DERIVED FROM:" in page.folded:
        leads |= {match.start(): "source" for match in _SOURCE_WITHIN.finditer(text)}
    leads |= {match.start("lead"): None for match in _START.finditer(text)}
    if first := _FIRST_ON_PAGE.match(text):
        leads[first.start("lead")] = None
    for start, within in sorted(leads.items()):
        if start < last or (within == "lead" and not _CATEGORY_NEAR.search(text, start, start + REACH)):
            continue
        if _is_at_release(text, start):
            continue
        stretch = _stretch(text, start)
        if _BY_REVIEWER.match(stretch):
            last = start + _extent(stretch)
            continue
        value = _block(stretch, text[start + len(stretch) :])
        if value is None or (within and not (value.declassify_on if within == "source" else value.reasons)):
            continue
        last = start + _extent(stretch)
        yield Sighting(start - 1, last - 1, value)


def _is_at_release(text: str, start: int) -> bool:
    if _PANEL_DATE.match(text, start) and _BY_PANEL.search(text[max(0, start - 200) : start]):
        return True
    return bool(_AT_RELEASE.search(text[max(0, start - 160) : start]) or _AT_RELEASE.search(text[start : start + 110]))


def _stretch(text: str, start: int) -> str:
    """What a block may fill, with its broken words whole."""
    stretch = mended(text[start : start + REACH])
    found = _END.search(stretch)
    return (stretch[: found.start()] if found else stretch).rstrip()


def _extent(stretch: str) -> int:
    """How much of a stretch the block fills: to the end of the last field's line, or of its sentence."""
    *_, last = _FIELD.finditer(stretch)
    ending = _ENDINGS[last.lastgroup or "reason"].match(stretch, last.end())
    return ending.end() if ending else len(stretch)


def _block(stretch: str, following: str) -> AuthorityBlock | None:
    """What a stretch says, field by field; None where it is prose, or holds nothing but a lead."""
    contents = _contents(stretch)
    by, reason = contents.get("by", ""), contents.get("reason", "")
    name = _name(by if len(contents) > 1 and len(by) < 220 else _alone(by.lstrip()))
    reasons = reason_codes(reason[:200])
    until = _until(contents, stretch)
    derived = _first_line(contents.get("from", ""))
    if not (reasons or until or derived) and not _is_named(stretch, following):
        return None
    order = _ORDER.search(stretch)
    return AuthorityBlock(
        classified_by=name,
        derived_from=derived,
        reasons=reasons,
        declassify_on=until,
        declassify_date=instruction_date(until),
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
        elif not _NO_WORDS.fullmatch(words) and kind not in contents:
            contents[kind] = words
    return contents


def _is_named(stretch: str, following: str) -> bool:
    """Whether a lead alone makes a block: a colon or a person's number follows it, or the page ends with a name."""
    if _BY_OFFICER.fullmatch(stretch):
        return True
    return bool(_NAMED.match(stretch)) or (not following.strip() and bool(_LAST_ON_PAGE.match(stretch)))


def _alone(by: str) -> str:
    """A name that no field follows: it ends with its sentence, or with its line where more is prose."""
    lines = by.rstrip().splitlines()
    if len(lines) > _NAME_LINES or len(by) > _NAME_LENGTH:
        by = lines[0]
    return _SENTENCE_END.split(by, maxsplit=1)[0]


def _name(words: str) -> str:
    words = words.lstrip(" \t\n:.")
    words = _CITATION.split(_SCHEDULE.split(words)[0])[0]
    words = " ".join(_DATED.sub("", " ".join(words.split())).split())
    words = re.sub(r"[\s,;]+(?:for|FOR|per|under|and)$", "", words.strip(_TRIM)).strip(_TRIM)
    return words if any(map(str.isalnum, words)) else ""


def _first_line(words: str) -> str:
    lines = [_COLUMN.split(line.strip(_TRIM))[0].strip(_TRIM) for line in words.splitlines()]
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
        "CLASSIFIED BY ANN Q. EXAMPLE, DIRECTOR, EUR/ZB.",
        "classified by: 0123456\nderived from: multiple sources\ndeclassify on: 25x1",
        "Classified By: 0123456\nDerived From: Multiple Sources\nDeclassify On: 25X1, 20551231",
        "Classification Reason: 1.4(c)\nClassified By: Ann Example\nDeclassify On: 20350101",
        "Declassify on: OADR",
        "GROUP 1\nExcluded from automatic\ndowngrading and declassification",
        "Classified by 012345\nExempt from general declassification schedule of E.O. 11652, exemption category: 5B(2)",
    ),
    misses=(
        "Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class: SECRET ~ Reason: 1.4(D) ~ Declassify on: 07/22/2025",
        "The paper was classified by the department for years.",
        "CLASSIFIED BY: 60324 UC ABC/DEF\nREASON: 1.4 (c,d)\nDECLASSIFY ON: 06-20-2038",
        "ISCAP APPEAL NO. 2012-999, document no. 1\nDECLASSIFICATION DATE: September 18, 2014",
        "CLASSIFICATION: CONFIDENTIAL",
        "Classified by mistake",
        "CLASSIFIED BY THE MINISTRY, A DEPUTY SAID.\n\nThe ferries run.",
    ),
)
