"""`unclas-with-portion-c`: an unclassified telegram with a classified paragraph.

UNCLAS ZEMBLA 000412 ... 2. (C) He asked for a reply.
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import PortionMark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._level import banners, class_lines, format_lines, holds_one_document
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import release, telegram


def check(record: Record) -> Iterator[Problem]:
    """The class line and format line are unclassified, and a portion mark is not."""
    whole = class_lines(record) + format_lines(record)
    if not whole or any(level.classified for _, level in whole + banners(record)):
        return
    # A telegram's marks follow the paragraph's number, 5 FAH-1 H-246; elsewhere (C) may be a closed case or a copy.
    portions = [mark for mark, value in marks_with(record, PortionMark) if value.level.classified and value.paragraph]
    if portions:
        severity = Severity.HIGH if len(portions) > 1 else Severity.MEDIUM
        names = ", ".join(dict.fromkeys(mark.text.strip() for mark in portions))
        yield Problem(
            f"marked {whole[0][1]} as a whole, with {len(portions)} paragraph{'s' if len(portions) > 1 else ''} "
            f"marked {names}",
            marks=(whole[0][0], *portions),
            severity=severity if absence_shows(record) and holds_one_document(record) else softer(severity),
        )


_UNCLAS = "UNCLAS ZEMBLA 000412"

RULE = Rule(
    id="unclas-with-portion-c",
    severity=Severity.HIGH,
    summary="an unclassified telegram with a paragraph marked (C), (S) or (TS)",
    rationale="""\
An UNCLAS telegram travels open lines and is kept in open files. A classified paragraph in it is either a spill or a
wrong mark, and a reviewer must know which before it is released.

Evidence: a class line or format line that says UNCLAS (or SBU, LOU), and classified portion marks behind the numbers of
paragraphs.

    UNCLAS ZEMBLA 000412 ... 1. (C) ... 2. (C) ...      raised
    UNCLAS ZEMBLA 000412 ... 1. (U) ... 2. (SBU) ...    not raised
""",
    caution="""\
UNCLASSIFIED in the band of a released copy is the release's own; a (C) in an address tells that a case is closed. A
single mark, which may be quoted or misread, weighs one step less; so do files with several telegrams, and pages read by
OCR, where a class line may be lost.
""",
    source="E.O. 13526 1.6; ISM-ID-00056",
    check=check,
    hits=(
        telegram(line=_UNCLAS, order="E.O. 12958: N/A", authority=""),
        telegram(line=_UNCLAS, order="E.O. 12958: N/A", authority="", body="1. (U) He came.\n\n2. (S) He left.\n"),
    ),
    misses=(
        telegram(),
        release(telegram()),
        telegram(line=_UNCLAS, order="E.O. 12958: N/A", authority="", body="1. (U) He came.\n\n2. (SBU) He left.\n"),
    ),
)
