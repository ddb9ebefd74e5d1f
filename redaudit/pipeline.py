"""The five verbs composed over one document: read, detect, assemble, audit, render."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from operator import itemgetter
from typing import TextIO

from redaudit import detectors as detectors_room
from redaudit import readers as readers_room
from redaudit import reports as reports_room
from redaudit import rules as rules_room
from redaudit.assemble import record as assemble_record
from redaudit.auditing import judged
from redaudit.content import check as check_content
from redaudit.detectors._wording import worded
from redaudit.errors import NotADocument, UnreadableDocument, UsageError
from redaudit.model.document import Document, Page, Source
from redaudit.model.exhibit import Exhibit, PagePicture
from redaudit.model.finding import Audited, Finding, Outcomes
from redaudit.model.mark import Mark, Span, Value
from redaudit.model.part import (
    AS_USUAL,
    NO_WORDINGS,
    Choices,
    Detector,
    Finder,
    Ocr,
    Reader,
    Reading,
    Report,
    Rule,
    Sighting,
    Wordings,
)
from redaudit.model.record import Record
from redaudit.near import meant
from redaudit.readers._ocr import absence
from redaudit.registry import load
from redaudit.waking import Waking, waking

# How much of a file decides which reader takes it.
HEAD = 4096


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, sorted by id."""
    return load(readers_room, Reader)


def unread_pictures(reading: Reading) -> str:
    """Why letters in pictures cannot be read here, though they are asked for; empty where they can."""
    return absence() if reading.ocr is Ocr.ZONES else ""


@cache
def detectors() -> tuple[Detector, ...]:
    """Every detector, sorted by id."""
    return load(detectors_room, Detector)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id."""
    return load(rules_room, Rule)


@cache
def reports() -> tuple[Report, ...]:
    """Every report format, sorted by id."""
    return load(reports_room, Report)


def read(data: bytes, path: str = "-", reading: Reading = AS_USUAL) -> Document:
    """The document in some bytes, read as chosen; `path` is only a name for it.

    Raises UnreadableDocument with the reason, or NotADocument for a program, a font, a database.
    """
    if not data.strip(b"\x00 \t\r\n\f"):
        raise UnreadableDocument("empty file" if not data else "nothing but blanks")
    head = data[:HEAD]
    check_content(head)
    for reader in readers():
        if reader.accepts(head):
            digest = hashlib.sha256(data).hexdigest()
            return reader.read(data, Source(path, digest, reader.id, "", len(data)), reading)
    raise NotADocument("neither text, PDF nor picture by its content")


@cache
def _waking(wordings: Wordings) -> Waking:
    """Every way to find a mark, with the id of its detector, in the detectors' order, and what wakes it."""
    known = [
        (detector.id, finder)
        for detector in detectors()
        for finder in detector.finders or (Finder(detector.cues, detector.find),)
    ]
    return waking(sorted((*known, *worded(wordings)), key=itemgetter(0)))


def detect(document: Document, wordings: Wordings = NO_WORDINGS) -> tuple[Mark, ...]:
    """Every mark on a document's pages, in page order, then by place, then by detector.

    `wordings` are an agency's own words, looked for as well.
    """
    finders = _waking(wordings)
    return tuple(mark for page in document.pages if page.text for mark in _marks_on(page, finders.awake(page.folded)))


def _marks_on(page: Page, awake: list[tuple[str, Finder]]) -> list[Mark]:
    """The marks of a page that some finders find; marks with the same words or the same value hold them in common."""
    marks: list[Mark] = []
    words: dict[str, str] = {}
    values: dict[Value, Value] = {}
    for detector, group in groupby(awake, key=itemgetter(0)):
        sightings = [sighting for _, finder in group for sighting in finder.find(page)]
        if len(sightings) > 1:
            sightings = _earliest_longest(sightings)
        sightings.reverse()
        while sightings:  # each is let go as its mark is made
            marks.append(_mark(page, detector, sightings.pop(), words, values))
    marks.sort(key=lambda mark: (mark.span.start, mark.span.end, mark.detector))
    return marks


def _earliest_longest(sightings: list[Sighting]) -> list[Sighting]:
    """Within one detector the earliest, then the longest sighting wins."""
    kept: list[Sighting] = []
    last = -1
    for sighting in sorted(sightings, key=lambda seen: (seen.start, -seen.end)):
        if sighting.start >= last:
            kept.append(sighting)
            last = max(sighting.end, sighting.start + 1)
    return kept


def _mark(page: Page, detector: str, sighting: Sighting, words: dict[str, str], values: dict[Value, Value]) -> Mark:
    start, end = sighting.start, sighting.end
    if sighting.pieces:
        text = " ".join(page.text[first:last] for first, last in sighting.pieces)
    else:
        text = page.text[start:end]
    return Mark(
        detector=detector,
        span=Span(page.number, start, end),
        line=page.row_at(start),
        text=words.setdefault(text, text),
        ink=page.ink_between(start, end),
        value=values.setdefault(sighting.value, sighting.value),
        box=page.box_between(start, end) if page.words else None,
        doubtful=page.is_doubtful(start, end),
    )


def assemble(document: Document, marks: tuple[Mark, ...] | None = None) -> Record:
    """What the document says of itself: the record, every value with the marks that prove it."""
    return assemble_record(document, detect(document) if marks is None else marks)


def audit(record: Record, as_of: dt.date | None = None) -> tuple[Finding, ...]:
    """What does not add up in a record, highest severity first, then by page and rule.

    `as_of` is the day for rules about the future, which rest without it.
    """
    return judged(record, rules(), as_of)


def examine(data: bytes, path: str = "-", as_of: dt.date | None = None, reading: Reading = AS_USUAL) -> Audited:
    """The record and the findings of one document's bytes; raises as `read` does."""
    return exhibit(data, path, as_of, reading).audited


def exhibit(data: bytes, path: str = "-", as_of: dt.date | None = None, reading: Reading = AS_USUAL) -> Exhibit:
    """The record and the findings of one document's bytes, with its pages; raises as `read` does."""
    document = read(data, path, reading)
    record = assemble(document, detect(document, reading.wordings))
    audited = Audited(record, audit(record, as_of))
    return Exhibit(audited, document.pages, partial(_pictures, document.source.reader, data))


def _pictures(reader: str, data: bytes, numbers: Sequence[int]) -> Iterator[PagePicture]:
    pictures = next(known.pictures for known in readers() if known.id == reader)
    return iter(()) if pictures is None or not numbers else pictures(data, numbers)


def examine_and_show(
    data: bytes, path: str, as_of: dt.date | None, reading: Reading, show: Callable[[Exhibit], None]
) -> Audited:
    """What `examine` gives; `show` sees the document while its pages are at hand."""
    shown = exhibit(data, path, as_of, reading)
    try:
        show(shown)
    except OSError as error:  # a full disk is no fault of the document, and no internal error
        raise UnreadableDocument(f"its page could not be written: {(error.strerror or '').lower()}") from error
    return shown.audited


def report_for(name: str, choices: Choices, verb: str = "report") -> Report:
    """The report format of a name, able to do what was chosen; raises UsageError naming what there is."""
    offered = {report.id: report for report in reports() if verb in report.verbs}
    if name not in offered:
        raise UsageError(f"no format is called {name!r}; {meant(name, offered)}")
    if choices.rows not in offered[name].rows:
        rows = offered[name].rows
        raise UsageError(f"{name} has no rows called {choices.rows!r}; {meant(choices.rows, rows)}")
    return offered[name]


def render(
    outcomes: Iterable[Outcomes], name: str, sink: TextIO, choices: Choices | None = None, verb: str = "report"
) -> None:
    """Write a report of outcomes to a text stream; raises UsageError for one that shows pages and has no folder."""
    chosen = choices or Choices()
    report = report_for(name, chosen, verb)
    if report.leaf and chosen.folder is None:
        raise UsageError(f"{name} shows pages, which lie in a folder: write it by `redaudit report --format {name} -o`")
    report.render(outcomes, sink, chosen)
