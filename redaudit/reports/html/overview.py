"""The first page of a bound report: the corpus at a glance, and one row a document.

The first rows stand in the page itself, so that it shows at once and without a script; all of them, as JSON, below.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from attrs import define, field

from redaudit.model.document import Source
from redaudit.model.finding import Audited, Outcomes, Severity, Skipped, Unreadable
from redaudit.model.part import Choices
from redaudit.reports.html import paper
from redaudit.reports.html.charts import charts
from redaudit.reports.html.entries import Entry, entry_of
from redaudit.reports.html.filters import filters, label_of
from redaudit.reports.html.listing import Listing, common_folder
from redaudit.reports.html.places import place_of
from redaudit.reports.html.tallies import Tally

STYLES = ("common.css", "overview.css")
# In the order in which one builds on another.
SCRIPTS = ("corpus.js", "listing.js", "overview.js")

# So many rows are shown at a time.
ROWS = 100


@define
class _Corpus:
    """What is kept of outcomes that pass: counts, a line a document, the first entries, and what was not read."""

    tally: Tally = field(factory=Tally)
    listing: Listing = field(factory=Listing)
    first: list[Entry] = field(factory=list)
    folders: dict[str, None] = field(factory=dict)
    unreadable: list[Unreadable] = field(factory=list)
    skipped: list[Skipped] = field(factory=list)

    def add(self, outcome: Outcomes, choices: Choices) -> None:
        match outcome:
            case Audited():
                self._enter(entry_of(outcome, _page(outcome.record.source, choices)))
            case Unreadable():
                self.unreadable.append(outcome)
            case Skipped():
                self.skipped.append(outcome)

    def _enter(self, entry: Entry) -> None:
        self.tally.add(entry)
        self.listing.add(entry)
        self.folders[entry.folder] = None
        if len(self.first) < ROWS:
            self.first.append(entry)


def _page(source: Source, choices: Choices) -> str:
    """A document's page as the overview names it."""
    folder = choices.folder or Path()
    return place_of(source, folder, choices.binding).page.relative_to(folder).as_posix()


def write(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """Writes the overview of all outcomes; of a document nothing but its row is kept."""
    corpus = _Corpus()
    for outcome in outcomes:
        corpus.add(outcome, choices)
    common = common_folder(corpus.folders)
    choosable = filters(corpus.tally)
    values = {
        "head": paper.head(STYLES, SCRIPTS, "", choices.binding),
        "corpus": corpus,
        "tally": corpus.tally,
        "common": common,
        "rows": ROWS,
        "stacks": charts(corpus.tally),
        "filters": choosable,
        "statuses": choosable[0].options,
        "severities": sorted(Severity, reverse=True),
        "entries": corpus.listing.script(common),
        "label_of": label_of,
        "tenths": tenths,
    }
    sink.write(paper.printed("overview.html", values))


def tenths(thousandths: int) -> str:
    """Thousandths as percent with one decimal: `12.3`."""
    return f"{thousandths // 10}.{thousandths % 10}"
