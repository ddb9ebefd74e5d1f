"""What a part file must export: a Reader, a Detector, a Rule or a Report."""

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from attrs import field, fields, frozen

from redaudit.model.document import Document, Page, Source
from redaudit.model.exhibit import Exhibit, PagePicture
from redaudit.model.finding import Outcomes, Problem, Severity, Stale
from redaudit.model.mark import Value
from redaudit.model.record import Record


class Ocr(enum.Enum):
    """What of a picture is read by OCR: the zones where a text layer fails, and pages without one; or nothing."""

    ZONES = "zones"
    OFF = "off"


@frozen
class Wordings:
    """An agency's own words for what became of a document, or of a passage: phrases as they are printed.

    `full`, `part`, `denied` and `declassified` are release markings, `withheld` stands in place of a passage.
    """

    full: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    declassified: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    @classmethod
    def kinds(cls) -> tuple[str, ...]:
        """The kinds of wordings there are."""
        return tuple(attribute.name for attribute in fields(cls))


NO_WORDINGS = Wordings()


@frozen
class Reading:
    """What a user may choose about how documents are read: OCR, and words that redaudit does not know by itself."""

    ocr: Ocr = Ocr.ZONES
    wordings: Wordings = NO_WORDINGS


# A document is read so where nobody chose otherwise.
AS_USUAL = Reading()


@frozen
class Reader:
    """Reads one kind of file. `accepts` decides by the first 4 KiB of content, never by suffix.

    `read` returns the document or raises UnreadableDocument; its Source comes without the media type, to fill.
    `pictures` draws some pages, by number, of bytes that `read` has read; None for a kind of file that has no pictures.
    """

    id: str
    summary: str
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, Source, Reading], Document]
    pictures: Callable[[bytes, Sequence[int]], Iterator[PagePicture]] | None = None


@frozen
class Sighting:
    """Where a detector saw a mark in a page's text, and what it means by itself.

    `pieces` are the stretches of a mark whose words do not stand together (half open, in order); empty for one stretch.
    """

    start: int
    end: int
    value: Value
    pieces: tuple[tuple[int, int], ...] = ()


@frozen
class Finder:
    """One of several ways in which a detector finds its marks, called where one of its own cues stands."""

    cues: tuple[str, ...]
    find: Callable[[Page], Iterator[Sighting]]


@frozen
class Detector:
    """Finds one kind of mark. Pure: a page in, sightings out; the engine adds text, ink and line.

    `cues`: words in upper case of which one must stand in `page.folded`, else `find` is not called; empty for always.
    `hits` and `misses` are sample texts in the text reader's notation; each hit must give a mark, no miss may.
    `finders` take a detector with many kinds of marks apart, so that only those whose cues stand are tried; together
    they find what `find` does.
    """

    id: str
    summary: str
    find: Callable[[Page], Iterator[Sighting]]
    source: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    cues: tuple[str, ...] = ()
    finders: tuple[Finder, ...] = ()


class Dated(enum.Enum):
    """Which date of a document decides whether a rule holds for it."""

    DOCUMENT = "document"
    RELEASE = "release"


@frozen
class Holds:
    """The days for which a rule holds, from `since` until `until` (half open), by the law that `source` names.

    `of` says whose day it is: that on which the document was made, or that on which the copy was released.
    """

    of: Dated
    since: dt.date | None = None
    until: dt.date | None = None
    source: str = ""

    @property
    def words(self) -> str:
        """The days in words: `documents made from 1995-10-14 on and before 2003-09-22 (E.O. 12958)`."""
        whose = "documents made" if self.of is Dated.DOCUMENT else "copies released"
        bounds = [f"from {self.since} on"] if self.since else []
        bounds += [f"before {self.until}"] if self.until else []
        source = f" ({self.source})" if self.source else ""
        return f"{whose} {' and '.join(bounds)}{source}"


@frozen
class Rule:
    """Judges one record. `rationale` is what `redaudit explain` prints; `source` is the law or practice behind it.

    `caution` says what looks like the fault and is none, and what lowers the severity. `holds` are the days for which
    the rule holds, all of them; none for a rule of any time. A rule rests where a known date lies outside.
    A problem may weigh less than `severity`, never more. `check_as_of` judges by a day that the user names, too.
    `hits` and `misses` are sample documents in the text reader's notation, or PDFs written as plain text where only a
    drawn page shows the case: each hit must raise the rule, no miss may.
    """

    id: str
    severity: Severity
    summary: str
    rationale: str
    source: str
    check: Callable[[Record], Iterator[Problem]]
    hits: tuple[str, ...] = field()
    misses: tuple[str, ...] = field()
    caution: str = ""
    holds: tuple[Holds, ...] = ()
    check_as_of: Callable[[Record, dt.date], Iterator[Problem]] | None = None


class Pages(enum.Enum):
    """Of which pages a report that shows pages has the picture or the text: all, those with a finding, none."""

    ALL = "all"
    FLAGGED = "flagged"
    NONE = "none"


class Binding(enum.Enum):
    """How a report that shows pages is bound.

    FOLDER: an overview, and a page for each document. LONE: one document's page, its pictures beside it. FILE: one
    document's page with all that it needs in one file.
    """

    FOLDER = "folder"
    LONE = "lone"
    FILE = "file"


@frozen
class Choices:
    """What a user may choose about a report: which rows, whether hidden text is written, colour for a terminal.

    For the formats of `check`: the rules that were asked, from which severity on a finding fails the run, and the
    accepted findings that were not raised, which are known once all outcomes have passed.
    For a report that shows pages: of which pages, how it is bound, and the folder in which its leaves lie.
    """

    rows: str = "documents"
    reveal: bool = False
    width: int | None = None
    rules: tuple[Rule, ...] = ()
    fail_on: Severity = Severity.MEDIUM
    stale: Callable[[], tuple[Stale, ...]] = tuple
    pages: Pages = Pages.ALL
    binding: Binding = Binding.FOLDER
    folder: Path | None = None


@frozen
class Report:
    """Writes outcomes, in source order, to a text stream; the same outcomes give the same bytes.

    `verbs` are the commands that offer it: `report`, `check`. One that shows pages is bound as a folder: its `leaf`
    writes what it shows of one document into `choices.folder`, in the worker that has read it, before `render` hears of
    that document; `render` writes the folder's first page, and what all leaves share. One that is `stored` is tables
    that a later run goes on with, and no stream.
    """

    id: str
    summary: str
    render: Callable[[Iterable[Outcomes], TextIO, Choices], None]
    rows: tuple[str, ...] = ("documents",)
    verbs: tuple[str, ...] = ("report",)
    leaf: Callable[[Choices, Exhibit], None] | None = None
    stored: bool = False
