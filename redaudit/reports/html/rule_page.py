"""The page of rules: what each rule of redaudit looks for, why, and by which law or practice."""

from pathlib import Path

from redaudit.model.part import Choices
from redaudit.reports.html import paper

STYLES = ("common.css",)


def write(place: Path, choices: Choices) -> None:
    """Writes the page; each rule has its id as an anchor."""
    head = paper.head(STYLES, (), "", choices.binding)
    page = paper.printed("rules.html", {"head": head, "rules": choices.rules})
    place.write_text(page, encoding="utf-8", newline="\n")
