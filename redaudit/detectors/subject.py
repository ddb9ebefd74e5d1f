"""The subject line of a telegram, a mail message or a memorandum, its continuation lines joined.

    SUBJECT: THE DEPUTY SECRETARY'S MEETING WITH ILHAM ALIYEV
    AND PM RASIZADE
    Subject:        Fw: Meet the Right-Wing Extremist          (the colon may be lost)
    SUBJECT                                                    (its words on the lines below)
    Synthesis of the Ambassador's Remarks

A subject line without words is a mark with none: the message has a subject line, and it says nothing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.line import Line
from redaudit.model.mark import Wording
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.exemption import CODE_TOKEN

_LABEL = line_pattern(
    r"[ \t>|*]{0,8}(?:\d{1,2}\.[ ]+)?"
    r"(?:(?P<label>SUBJECTS?|Subj[eoa]c[tl]|SUBJ|Subj|Re(?=:)|RE(?=:))(?P<colon>[ \t]?[:;]|\.(?=[ ]{2}))?)(?![\w/'’-])"
    r"(?:\*{2})?(?P<gap>[ \t]*)(?P<value>[^\n]{0,400})"
)
# The lines that come before or after a subject line in a header, and end one in a telegram.
_FIELD = re.compile(
    r"\W{0,4}(?:(?:From|To|Cc|Bcc|Sent|Date|Subject|Attachments?|Attach|Importance|Reply-To|For|Thru|Through|Via"
    r"|Follow Up Flag|Flag Status|Categories|Message-ID|Refs?|References?|Tags?|Dist|Classif\w+ by|Reason"
    r"|Participants?|Attending"
    r"|Place|Originator|Attention|Attn|Action|Info|Summary|Source|Distribution|Drafted|Approved|Unclassified)\b.{0,3}[:;]"
    r"|REF(?:S|ERENCES?)?\b|TAGS\b|E\.?[ ]?O\.?[ ]\d|CLASSIFIED BY|PARTICIPANTS|ATTENDING$|PRESENT$|PLACE$"
    r"|-{3,}|={3,}|_{3,}"
    r"|(?:Original|Forwarded) Message|Begin forwarded|Declassif|RELEASE IN|UNCLASSIFIED|SECRET$|CONFIDENTIAL$"
    r"|LIMITED OFFICIAL USE$|FOR(?: THE)? [A-Z]+ FROM\b|JOINT STATE|BEGIN |SIPDIS|QUOTE[: ])",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\W{0,4}(?:\d{1,3}|[A-Z])[.)][ \t]|\W{0,4}\((?:TS|S|C|U|SBU|LOU)[)/]", re.IGNORECASE)
# A line of references whose REF was lost: STATE 162751
_OTHER_TELEGRAM = re.compile(r"[A-Z][A-Z]+(?: [A-Z]+){0,2},? \d{3,6}\W?")
_HEADER_LINE = re.compile(r"\W{0,4}(?:From|To|Cc|Sent|Date|For|Thru|Through|Via|FM|MEMORANDUM)\b", re.IGNORECASE)
_CODES = re.compile(rf"(?:{CODE_TOKEN}|[-–—•|.,; ])+")
_STAMP = re.compile(r"(?:Classified by|[-–—]? ?Class: |[-–—] ?Reason|[-–—] ?Declassify|RELEASE IN)\b", re.IGNORECASE)
# Words after a gap this wide stand in another column: a margin code, a stamp.
_WIDE = re.compile(r"[ ]{4,}|\t+")
_WORD = re.compile(r"[A-Za-z]{3,}")
_REAL_WORDS = 3
# A struck portion mark at the end, as OCR leaves it: «fS-)- or *{ C
_SIGNS = frozenset("•«»*~^_£")
_SPECKS = re.compile(r"\s+[•«»*~^_£][^\n]{0,7}$")
_HEADING = re.compile(
    r"(?:Discussion|Observations?|Recommendations?|Background|Summary|Introduction|Purpose|Problem|Issue|Conclusions?)\W*$"
)
_UNFINISHED = re.compile(
    r"(?:\b(?:A|AN|AND|AT|BY|FOR|FROM|IN|OF|ON|OR|RE|REGARDING|THE|TO|WITH)|[-,:&/])$", re.IGNORECASE
)
# A telegram's text is 55 characters wide or less; a subject line this long may go on below a blank row.
_FULL_LINE = 45
_MOST_LINES = 6
# Characters of a line that a subject may take.
_LONGEST = 400


def find(page: Page) -> Iterator[Sighting]:
    """The subject lines of a page."""
    for found in _LABEL.finditer(page.text):
        at = page.line_index(found.start("label"))
        if at < 0 or not _is_label(page, found, at):
            continue
        first = _clean(found["value"])
        start = found.start("label")
        if not first:
            yield _without_words(page, found, at)
            continue
        pieces = [(start, found.start("value") + len(first))]
        words = [" ".join(first.split())]
        column = page.lines[at].left + found.start("value") - page.lines[at].start
        for line in _continuation(page, at, column, found, words[0]):
            text = _clean(page.text[line.start : min(line.end, line.start + _LONGEST)])
            pieces.append((line.start, line.start + len(text)))
            words.append(" ".join(text.split()))
        yield _sighting(pieces, words)


def _sighting(pieces: list[tuple[int, int]], words: list[str]) -> Sighting:
    return Sighting(pieces[0][0], pieces[-1][1], Wording(_joined(words)), tuple(pieces) if len(pieces) > 1 else ())


def _is_label(page: Page, found: re.Match[str], at: int) -> bool:
    """A word with a colon is a label; without one it is where the line stands in a header or is alone on its line."""
    label = found["label"]
    if label.upper() == "RE":
        return bool(found["colon"]) and _in_header(page, at)
    if found["colon"]:
        return True
    if not found["value"].strip():
        return label.isupper() or _in_header(page, at)
    return (len(found["gap"]) > 2 or _in_header(page, at)) and not label.isupper()


def _in_header(page: Page, at: int) -> bool:
    """Whether one of the three lines above is a header's."""
    return any(_HEADER_LINE.match(page.text, line.start, line.end) for line in page.lines[max(0, at - 3) : at])


def _clean(value: str) -> str:
    """A value without what stands in other columns: codes, stamps, specks after a wide gap; none where nothing is left.

    Words that go on after a gap belong to it: what stood in the gap was withheld.
    """
    kept = value
    for gap in _WIDE.finditer(value):
        beyond = value[gap.end() :].strip()
        if len(_WORD.findall(_CODES.sub(" ", beyond))) < _REAL_WORDS or _STAMP.search(beyond):
            kept = value[: gap.start()]
            break
    words = kept.strip(" *\\\t")
    if _CODES.fullmatch(words) or _STAMP.match(words):
        return ""
    return words if _SIGNS.isdisjoint(words) else _SPECKS.sub("", words)


def _without_words(page: Page, found: re.Match[str], at: int) -> Sighting:
    """A label alone: in capitals its words may stand right below it."""
    start, end = found.start("label"), found.end("colon") if found["colon"] else found.end("label")
    if not found["label"].isupper() or found["value"].strip():
        return Sighting(start, end, Wording(""))
    pieces, words, row = [(start, end)], [""], page.lines[at].row
    for line in page.lines[at + 1 : at + 1 + _MOST_LINES]:
        text = _clean(page.text[line.start : min(line.end, line.start + _LONGEST)])
        if line.row > row + 1 or not text or not _is_title(words[-1], text):
            break
        pieces.append((line.start, line.start + len(text)))
        words.append(" ".join(text.split()))
        row = line.row
    return _sighting(pieces, words[1:])


def _is_title(before: str, text: str) -> bool:
    """Whether a line below a lone label is still of the subject: the first one, or in the capitals of a title."""
    if before.count("[") > before.count("]"):
        return True
    if _ends(text) or not before or _UNFINISHED.search(before):
        return not _ends(text)
    long = re.findall(r"[A-Za-z]{4,}", text)
    capitals = sum(word[0].isupper() for word in long)
    return bool(long) and 10 * capitals >= 7 * len(long) and not text.endswith(".") and not _HEADING.match(text)


def _ends(text: str) -> bool:
    return bool(_FIELD.match(text) or _PARAGRAPH.match(text) or _OTHER_TELEGRAM.fullmatch(text))


def _continuation(page: Page, at: int, column: int, found: re.Match[str], first: str) -> Iterator[Line]:
    """The lines that go on with a subject line.

    They stand on the rows right below it, under the value where label and value are apart; in a telegram, whose words
    are capitals, below one blank row too when the line above is full or plainly unfinished.
    """
    subject = page.lines[at]
    row, before = subject.row, first
    tabular = len(found["gap"]) > 3
    for line in page.lines[at + 1 : at + 2 * _MOST_LINES]:
        text = _clean(page.text[line.start : min(line.end, line.start + _LONGEST)])
        if line.row <= row or not text:
            continue
        if _ends(text) or line.row > row + 2:
            return
        beside = line.left >= column - 3 if tabular else abs(line.left - subject.left) <= 12
        if line.row == row + 2:
            if tabular or not _goes_on_below_blank(before, text, found, page, line):
                return
        elif not beside or (not tabular and not text.isupper() and len(before) < _FULL_LINE):
            return
        yield line
        row, before = line.row, text


def _goes_on_below_blank(before: str, text: str, found: re.Match[str], page: Page, line: Line) -> bool:
    if not (found["label"].isupper() and text.isupper() and before.isupper()):
        return False
    after = page.line_index(line.start) + 1
    following = page.lines[after : after + 1]
    alone = not following or following[0].row > line.row + 1
    return alone and bool(_UNFINISHED.search(before) or (len(before) >= _FULL_LINE and len(text) < _FULL_LINE))


def _joined(words: list[str]) -> str:
    """Lines joined by a blank; a word broken by a hyphen at the end of a line is made whole."""
    text = words[0] if words else ""
    for before, after in pairwise(words):
        broken = re.search(r"[A-Za-z]{2}-$", before) and after[:1].isalpha()
        text = text[:-1] + after if broken else f"{text} {after}"
    return text


DETECTOR = Detector(
    id="subject",
    summary="subject lines of telegrams, messages and memoranda",
    find=find,
    source="5 FAH-1 H-240; the headers of mail programs",
    hits=(
        "SUBJECT: THE SECRETARY'S MEETING WITH MINISTER DOE\nAND PM ROE\n\nREF: A) SOVA 1",
        "SUBJ: FOOD AID TO RURITANIA",
        "From:      H\nTo:        Doe\nSubject    Re: Lunch",
        "SUBJECT\nSecurity Matters\nREFERENCES",
        "From: Sid\nRe: Internal pressures",
        "Subject:",
    ),
    misses=(
        "SUBJECT FIRM IS THE NATIONAL AIRLINE",
        "Subject to the availability of funds",
        "SUBJECT TO AGREEMENT ON SENSITIVE INFORMATION & REDACTIONS. NO FOIA WAIVER.",
        "Re: the above",
    ),
    cues=("SUBJ", "RE:"),
)
