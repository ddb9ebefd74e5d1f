"""The names by which a value in the record finds its marks on the page, and a mark its values."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from redaudit.model.finding import Audited
from redaudit.model.mark import Mark


@frozen
class Anchors:
    """Anchors of one document: `m3` is its fourth mark, `r0` its first redaction, `f1` its second finding."""

    audited: Audited

    @cached_property
    def _numbers(self) -> Mapping[Mark, int]:
        return {mark: index for index, mark in enumerate(self.audited.record.marks)}

    def of_marks(self, marks: Iterable[Mark]) -> tuple[str, ...]:
        """The anchors of some marks, in the order of the page; marks that are none of the document's are left out."""
        return tuple(map(of_mark, sorted({self._numbers[mark] for mark in marks if mark in self._numbers})))

    def __contains__(self, mark: Mark) -> bool:
        """Whether a mark is one of the document's."""
        return mark in self._numbers


def of_mark(index: int) -> str:
    """The anchor of a mark, by its place among the record's marks."""
    return f"m{index}"


def of_redaction(index: int) -> str:
    """The anchor of a redaction, by its place among the record's redactions."""
    return f"r{index}"


def of_finding(index: int) -> str:
    """The anchor of a finding, by its place among the findings."""
    return f"f{index}"


def of_page(number: int) -> str:
    """The anchor of a page."""
    return f"page-{number}"


def of_hidden(index: int) -> str:
    """The anchor of hidden text that has a page, by its place among all of it as it is drawn."""
    return f"h{index}"
