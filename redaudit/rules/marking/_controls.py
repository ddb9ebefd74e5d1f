"""The control markings of a document, as its banners, class lines and portion marks print them."""

import re

from attrs import frozen

from redaudit.model.mark import Caption, Classification, Mark, PortionMark, Role, Wording
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.vocabulary.control import Control, Kind, controls_of
from redaudit.vocabulary.level import Level, level_named


@frozen
class Marking:
    """A marking with controls: its mark, its text in one spelling, its level, the controls that are known."""

    mark: Mark
    text: str
    level: Level
    controls: tuple[Control, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of its controls."""
        return frozenset(control.name for control in self.controls)


def banner_lines(record: Record) -> tuple[Marking, ...]:
    """The levels with controls behind slashes that stand on lines of their own."""
    return tuple(
        Marking(mark, mark.value.text, level, controls_of(mark.value.text))
        for mark in record.marks_of("banner-line")
        if isinstance(mark.value, Wording) and (level := level_named(mark.value.text.split("/")[0]))
    )


def portions(record: Record) -> tuple[Marking, ...]:
    """The portion marks that have controls; the levels of other governments are none."""
    return tuple(
        Marking(mark, value.text, value.level, controls)
        for mark, value in marks_with(record, PortionMark)
        if not value.text.startswith("(//") and "ENTIRE" not in value.text and (controls := controls_of(value.text))
    )


def captioned(record: Record, names: frozenset[str]) -> tuple[tuple[Mark, str], ...]:
    """Where any of some captions stands, and which: beside a level, behind slashes, in a portion mark, on its own line.

    A compartment counts by its head: SI-G ABCD as SI.
    """
    found = [
        (mark, name)
        for mark, value in marks_with(record, Classification)
        if value.role is not Role.MENTION
        for name in value.captions
        if name in names
    ]
    found += [(mark, value.text) for mark, value in marks_with(record, Caption) if value.text in names]
    for marking in banner_lines(record) + portions(record):
        for control in marking.controls:
            head = re.split(r"[- ]", control.name)[0] if control.kind is Kind.COMPARTMENT else control.name
            name = next((name for name in (control.name, head) if name in names), "")
            if name:
                found.append((marking.mark, name))
    return tuple(sorted(found, key=lambda pair: pair[0].span))
