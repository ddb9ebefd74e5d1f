"""A report bound: the first page, the page of rules, and what all pages share, once every document has its leaf."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from redaudit.model.finding import Audited, Outcomes, Unreadable
from redaudit.model.folder import RULES
from redaudit.model.part import Binding, Choices
from redaudit.reports.html import leaf, overview, paper, rule_page, unread_page
from redaudit.reports.html.places import place_of, remove_all_but


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """Writes the first page into the sink, and beside it what the leaves need."""
    if choices.folder is None:
        raise ValueError("pages are bound in a folder, and none was named")
    passed = _without_torn_leaves(outcomes, choices)
    if choices.binding is Binding.FOLDER:
        overview.write(passed, sink, choices)
    else:
        _write_lone(passed, sink, choices)
    if choices.binding is not Binding.FILE:
        _write_shared(choices.folder, choices)


def _without_torn_leaves(outcomes: Iterable[Outcomes], choices: Choices) -> Iterator[Outcomes]:
    """The same outcomes; of a document whose worker died on the way no page is left behind."""
    assert choices.folder is not None
    whole: set[Path] = set()
    torn = False
    for outcome in outcomes:
        if isinstance(outcome, Audited):
            whole.add(place_of(outcome.record.source, choices.folder, choices.binding).page)
        torn |= isinstance(outcome, Unreadable)
        yield outcome
    if torn:
        remove_all_but(whole, choices.folder)


def _write_lone(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """The page of the one document, or a page that says why there is none."""
    assert choices.folder is not None
    for outcome in outcomes:
        if isinstance(outcome, Audited):
            page = place_of(outcome.record.source, choices.folder, choices.binding).page
            sink.write(page.read_text(encoding="utf-8"))
            page.unlink()
        else:
            sink.write(unread_page.page(outcome, choices.binding))


def _write_shared(folder: Path, choices: Choices) -> None:
    paper.write_assets(folder, (*leaf.STYLES, *leaf.SCRIPTS))
    if choices.binding is Binding.FOLDER:
        paper.write_assets(folder, (*overview.STYLES, *overview.SCRIPTS))
    rule_page.write(folder / RULES, choices)
