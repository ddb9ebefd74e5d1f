"""Markings of classified levels by level, and which of them a line runs through."""

from redaudit.model.document import Content, Ink
from redaudit.model.finding import Severity
from redaudit.model.mark import Classification, Mark, PortionMark, Role
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._marks import marks_with

STRIKES = (Ink.STRUCK, Ink.LIKELY_STRUCK)


def banners(record: Record) -> dict[str, list[Mark]]:
    """Banners and class lines of classified levels, by the name of the level; mentions are no markings."""
    groups: dict[str, list[Mark]] = {}
    for mark, value in marks_with(record, Classification):
        if value.level.classified and value.role is not Role.MENTION:
            groups.setdefault(value.level.name, []).append(mark)
    return groups


def portions(record: Record) -> dict[str, list[Mark]]:
    """Portion marks of classified levels, by their letter: `(C)`."""
    groups: dict[str, list[Mark]] = {}
    for mark, value in marks_with(record, PortionMark):
        if value.level.classified:
            groups.setdefault(f"({value.level.mark})", []).append(mark)
    return groups


def weighed_by_sight(severity: Severity, record: Record, lines: list[Mark]) -> Severity:
    """The weight of a missing line: one step less on pictures of pages; by traces of other lines, for information."""
    if lines and not any(mark.ink is Ink.STRUCK for mark in lines):
        return Severity.INFO
    pictured = any(page.content in (Content.SCAN, Content.IMAGE_ONLY) for page in record.pages)
    return softer(severity) if pictured else severity
