"""`mrn-conflict`: one telegram is printed with two numbers.

PAGE 01 ZEMBLA 00412 141131Z ... CONFIDENTIAL ZEMBLA 000413
"""

import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import DatedAct, Identifier, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._marks import marks_with
from redaudit.rules._release import by_fbi
from redaudit.rules._samples import release, telegram

_NUMBER = re.compile(r"(?P<office>.+) (?P<serial>\d+)")
# 07ZEMBLA412, a row of a list of telegrams.
_LISTED = re.compile(r"\W*(?:19|20)?\d\d[A-Z]{3}")
# More numbers than these are a file of telegrams.
_MOST = 3


def check(record: Record) -> Iterator[Problem]:
    """Two numbers of one office in a file with one telegram; never the file's name."""
    sent = {value.date.date for _, value in marks_with(record, DatedAct) if value.act == "dtg"}
    if record.copies > 1 or len(sent) > 1 or by_fbi(record):
        return
    found: dict[tuple[str, int], list[Mark]] = {}
    for mark, value in marks_with(record, Identifier):
        if value.scheme != "message-reference" or value.damaged or _LISTED.match(mark.text):
            continue
        if number := _NUMBER.fullmatch(value.value):
            found.setdefault((number["office"], int(number["serial"])), []).append(mark)
    if not 1 < len(found) <= _MOST:
        return
    (office, serial), *others = sorted(found, key=lambda key: (-len(found[key]), found[key][0].span))
    for other, another in others:
        if not absence_shows(record) and _one_figure_apart(serial, another):
            continue  # In a picture that is one figure misread.
        if another != serial and _same_office(office, other):
            marks = (found[(office, serial)][0], found[(other, another)][0])
            sure = absence_shows(record) and not any(mark.doubtful for mark in marks) and bool(sent)
            yield Problem(
                f"numbered {office} {serial} on page {marks[0].page}, and {other} {another} on page {marks[1].page}",
                marks=marks,
                severity=None if sure else softer(Severity.LOW),
            )


def _one_figure_apart(first: int, second: int) -> bool:
    figures = str(first), str(second)
    return len(figures[0]) == len(figures[1]) and sum(a != b for a, b in zip(*figures, strict=True)) == 1


def _same_office(first: str, second: str) -> bool:
    """Whether two names are one office, one of them cut short: PORT A and PORT ASTREL."""
    squeezed = [re.sub(r"[^A-Z]", "", name) for name in (first, second)]
    return squeezed[0].startswith(squeezed[1]) or squeezed[1].startswith(squeezed[0])


def _paged(serial: str, text: str) -> str:
    return f"PAGE 01        ZEMBLA  {serial}  141131Z\n\n{text}"


RULE = Rule(
    id="mrn-conflict",
    severity=Severity.LOW,
    summary="a telegram prints two numbers of its own",
    rationale="""\
A telegram has one number, office and serial, printed on each page line, at its class line, and in the printed header.
Two different serials of one office mean that pages of two telegrams were mixed, or that one number was mistyped, and
the record is filed under a number that may be another's.

Evidence: two serials of one office in a file that holds one telegram by its date-time groups. Only numbers printed in
the document count, never the file's name.

    PAGE 01 ZEMBLA 00412 ... CONFIDENTIAL ZEMBLA 000413      raised
    PAGE 01 ZEMBLA 00412 ... CONFIDENTIAL ZEMBLA 000412      not raised
    CONFIDENTIAL ZEMBLA 000412 ... REF: ZEMBLA 398           not raised
""",
    caution="""\
References to other telegrams are no numbers of this one. A post's name may be cut short on the page line. Telegrams
that the Department sent on carry a second number of another office or series; files with several telegrams carry
several. Where OCR read the page, serials one figure apart are one that was misread, and others are information, as
where no date-time group shows that there is one telegram.
""",
    source="5 FAH-2 H-320",
    check=check,
    hits=(_paged("00413", telegram()), release(_paged("00142", telegram()))),
    misses=(
        _paged("00412", telegram()),
        telegram().replace("Classified By", "REF: ZEMBLA 398\n\nClassified By"),
        _paged("00412", telegram()) + _paged("00413", telegram(sent="P 151131Z MAR 06", line="SECRET ZEMBLA 000413")),
        _paged("00217", telegram()).replace("ZEMBLA  00217", "STATE   00217"),
    ),
)
