"""What one document says of itself, each value with the marks that prove it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar

from attrs import field, frozen

from redaudit.model.document import Concealed, Content, Ink, Leftover, PaleBox, Source
from redaudit.model.geometry import Box
from redaudit.model.mark import CodeUse, DeletedPages, ExemptionCode, Mark, RedactionKind, Value
from redaudit.vocabulary.level import Level
from redaudit.vocabulary.outcome import Outcome

T = TypeVar("T")

# A code belongs to what stands on its row, to within this in points.
_ROW = 3.0
# Passages that a code beside them withholds already.
_SHOWN = frozenset((RedactionKind.BOX, RedactionKind.MASK, RedactionKind.PLACEHOLDER))


@frozen
class Fact(Generic[T]):
    """A value and the marks that prove it; `doubtful` where it is inferred or read from damaged text."""

    value: T
    marks: tuple[Mark, ...] = ()
    doubtful: bool = False


def _doubted(fact: Fact[T]) -> bool:
    """Whether a value rests on doubtful marks alone, or one of several values may."""
    doubts = [mark.doubtful for mark in fact.marks]
    return any(doubts) if isinstance(fact.value, tuple) else bool(doubts) and all(doubts)


@frozen
class Rival:
    """Another reading of a column, which lost."""

    column: str
    value: object
    marks: tuple[Mark, ...]


@frozen
class Redaction:
    """One withheld passage, with the codes that stand beside it; no codes means unclaimed.

    `start` and `end` are offsets in the page's text, `page_share` is a part of the page's area (0 to 1). `seen` is
    false where codes stand beside a full line of text, so that only they tell of a passage. `ink` is PENDING for a box
    that was marked and never applied.
    """

    kind: RedactionKind
    page: int
    line: int
    start: int
    end: int
    text: str = ""
    box: Box | None = None
    quantity: float | None = None
    unit: str = ""
    lines_estimated: float | None = None
    page_share: float | None = None
    codes: tuple[Mark, ...] = ()
    exemptions: tuple[str, ...] = ()
    statutes: tuple[str, ...] = ()
    concealed: Concealed | None = None
    official: bool = True
    seen: bool = True
    ink: Ink = Ink.PLAIN
    peeping: int = 0


@frozen
class PageFact:
    """What the record keeps of a page once its text is let go.

    `struck` counts the stretches with a line through them, `pale` are areas over words that can be read, `empty` says
    that nothing was found on it.
    """

    number: int
    size: tuple[float, float] | None
    content: Content
    seen: bool
    characters: int = 0
    concealed: tuple[Concealed, ...] = ()
    struck: int = 0
    pale: tuple[PaleBox, ...] = ()
    empty: bool = False


@frozen(kw_only=True)
class Record:
    """The columns of the contract, each a Fact or None ("not stated"), and the marks they rest on."""

    source: Source
    pages: tuple[PageFact, ...]
    marks: tuple[Mark, ...]

    document_id: Fact[str] | None = None
    case_number: Fact[str] | None = None
    message_reference: Fact[str] | None = None
    subject: Fact[str] | None = None
    pages_stated: Fact[int] | None = None
    original_classification: Fact[Level] | None = None
    original_captions: Fact[tuple[str, ...]] | None = None
    original_date: Fact[dt.date] | None = None
    original_order: Fact[str] | None = None
    classified_by: Fact[str] | None = None
    classification_reasons: Fact[tuple[str, ...]] | None = None
    declassify_on: Fact[str] | None = None
    release_status: Fact[Outcome]
    release_classification: Fact[Level] | None = None
    release_date: Fact[dt.date] | None = None
    release_authority: Fact[str] | None = None
    withheld_classification: Fact[Level] | None = None
    withheld_reasons: Fact[tuple[str, ...]] | None = None
    withheld_until: Fact[str] | None = None
    exemptions: Fact[tuple[str, ...]] | None = None
    statutes: Fact[tuple[str, ...]] | None = None
    redactions: tuple[Redaction, ...] = ()
    redacted_share: float | None = None
    deleted_pages: Fact[DeletedPages] | None = None
    banners_struck: Fact[str] | None = None
    classification_change: Fact[str] | None = None
    rivals: tuple[Rival, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    copies: int = field(default=1)

    def marks_of(self, detector: str) -> tuple[Mark, ...]:
        """The marks that one detector made, in order."""
        return tuple(mark for mark in self.marks if mark.detector == detector)

    @cached_property
    def marks_by_kind(self) -> Mapping[type, tuple[tuple[Mark, Value], ...]]:
        """The marks, each with its value, by the type of that value, in order.

        A hundred rules ask for marks of a kind, and few kinds stand in one document.
        """
        found: defaultdict[type, list[tuple[Mark, Value]]] = defaultdict(list)
        for mark in self.marks:
            found[type(mark.value)].append((mark, mark.value))
        return {kind: tuple(marks) for kind, marks in found.items()}

    def is_coded(self, page: PageFact, pale: PaleBox) -> bool:
        """Whether an exemption code stands beside an area, and no other passage claims it; words on it are its own."""
        taken = {
            code.span
            for redaction in self.redactions
            if redaction.page == page.number and redaction.kind in _SHOWN
            for code in redaction.codes
        }
        return any(
            pale.box.top - _ROW <= (mark.box.top + mark.box.bottom) / 2 <= pale.box.bottom + _ROW
            for mark, code in self.marks_by_kind.get(ExemptionCode, ())
            if isinstance(code, ExemptionCode) and code.use is CodeUse.MARGIN
            if mark.page == page.number and mark.box and mark.span not in taken and not mark.box.overlap(pale.box)
        )

    def was_to_hide(self, page: PageFact, pale: PaleBox) -> bool:
        """Whether an area that lets words be read was, by its own look or by a code beside it, to hide them."""
        return pale.looks_meant or self.is_coded(page, pale)

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """Names of the columns whose value is inferred, read from damaged text, or has a rival reading."""
        rivalled = {rival.column for rival in self.rivals}
        return tuple(
            name
            for name, value in ((name, getattr(self, name)) for name in FACTS)
            if (isinstance(value, Fact) and (value.doubtful or _doubted(value))) or name in rivalled
        )


# The columns that are facts, in the order of the contract.
FACTS = (
    "document_id",
    "case_number",
    "message_reference",
    "subject",
    "pages_stated",
    "original_classification",
    "original_captions",
    "original_date",
    "original_order",
    "classified_by",
    "classification_reasons",
    "declassify_on",
    "release_status",
    "release_classification",
    "release_date",
    "release_authority",
    "withheld_classification",
    "withheld_reasons",
    "withheld_until",
    "exemptions",
    "statutes",
    "deleted_pages",
    "banners_struck",
    "classification_change",
)
