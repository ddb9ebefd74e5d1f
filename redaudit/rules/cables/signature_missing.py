"""`signature-missing`: a telegram ends without its signature, or the lines that end a message.

4. (C) We ask for a reply.
(nothing below)
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CableHeader, DatedAct, Mark, PageCount
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows
from redaudit.rules._level import class_lines
from redaudit.rules._marks import marks_with, place
from redaudit.rules._paragraphs import runs
from redaudit.rules._release import by_fbi, families, pages_withheld, published_by_editors
from redaudit.rules._samples import release, telegram

# The cables of intelligence end with the names of releasing officers, or END OF MESSAGE.
_UNSIGNED = frozenset(("cia", "jfk", "nsa"))


def check(record: Record) -> Iterator[Problem]:
    """A telegram of numbered paragraphs, all its pages there and seen, with no end below the last paragraph."""
    if record.message_reference is None or families(record) & _UNSIGNED:
        return
    if not class_lines(record) or not any(value.act == "dtg" for _, value in marks_with(record, DatedAct)):
        return
    if pages_withheld(record) or published_by_editors(record) or by_fbi(record) or not absence_shows(record):
        return
    numbered = [paragraph for run in runs(record) for paragraph in run]
    if len(numbered) < 2 or record.copies > 1 or _cut(record):
        return
    last = numbered[-1].mark
    if any(place(mark) > place(last) for mark in record.marks_of("message-end")) or _withheld_below(record, last):
        return
    yield Problem(
        f"page {last.page}: nothing below paragraph {numbered[-1].number} ends the telegram: no signature, BT or NNNN",
        marks=(last,),
    )


def _withheld_below(record: Record, last: Mark) -> bool:
    return any((redaction.page, redaction.start) > place(last) for redaction in record.redactions)


def _cut(record: Record) -> bool:
    """Whether pages or sections are missing by their numbers, which have rules of their own."""
    headers = [value for _, value in marks_with(record, CableHeader) if value.sections]
    found = {value.section for value in headers}
    if any(found != set(range(1, (value.sections or 0) + 1)) for value in headers):
        return True
    totals = [value.total for _, value in marks_with(record, PageCount) if value.total]
    return bool(totals) and max(totals) > len(record.pages)


_BARE = telegram().replace("\nSAMPLE\n", "\n")

RULE = Rule(
    id="signature-missing",
    severity=Severity.LOW,
    summary="a telegram ends without a signature and without the lines that end a message",
    rationale="""\
A telegram ends with the surname of the chief of mission or of the Secretary, and below it the machines print BT, the
station's serial and NNNN. A copy that stops behind a paragraph was cut, lost its last page, or was copied by hand.

Evidence: a telegram with numbered paragraphs, its pages there and read as text, and behind the last of them no surname
alone on a line, no BT, no NNNN, no end that a transcription prints.

    4. (C) We ask for a reply.  SAMPLE      not raised
    4. (C) We ask for a reply.              raised
""",
    caution="""\
Missing pages and sections have rules of their own, and this one rests for them. A signature may be withheld: a passage
withheld behind the last paragraph is enough. Pictures lose a lone word, so that the rule rests where a page was read by
OCR. Cables of intelligence agencies bear no surname below the text. Editions leave the signature out or set it in small
capitals.
""",
    source="ACP 127, format lines 13 to 16; 5 FAH-2 H-320; that telegrams are signed by surname is practice, "
    "seen on telegrams from 1973 to 2010",
    check=check,
    hits=(_BARE, release(_BARE)),
    misses=(
        telegram(),
        _BARE + "BT\n#0412\nNNNN\n",
        release(
            telegram(body="1. (C) He came.\n\n2. (C) He left.\n").replace("SAMPLE", "[Redacted]    B6"),
            "RELEASE IN PART B6",
        ),
        _BARE.replace("ZEMBLA 000412", "SECTION 01 OF 02 ZEMBLA 000412"),
    ),
)
