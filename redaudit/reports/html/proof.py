"""A value, and the marks on the page that prove it."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from redaudit.model.mark import (
    AuthorityBlock,
    Caption,
    Classification,
    ExemptionCode,
    Mark,
    ReleaseStamp,
    Statute,
)
from redaudit.model.record import Fact
from redaudit.reports.html.anchors import Anchors
from redaudit.reports.html.terms import in_short
from redaudit.reports.html.wording import where


@frozen
class Piece:
    """A value in words with its proof: the anchors of its marks and where they stand; none where nothing proves it."""

    text: str
    marks: tuple[str, ...] = ()
    place: str = ""
    meaning: str = ""

    @property
    def first(self) -> str:
        """The anchor where a jump lands."""
        return self.marks[0]


def piece(text: str, marks: Iterable[Mark], anchors: Anchors, meaning: str = "") -> Piece:
    """A value with the marks that prove it."""
    own = tuple(mark for mark in marks if mark in anchors)
    return Piece(text, anchors.of_marks(own), where(own) if own else "", meaning)


def members(fact: Fact[tuple[str, ...]], anchors: Anchors) -> tuple[Piece, ...]:
    """Each value of a list with the marks that say it, or with all of them where that cannot be told."""
    return tuple(
        piece(member, saying(member, fact.marks) or fact.marks, anchors, in_short(member)) for member in fact.value
    )


def saying(member: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks whose own value is a member of a list, or holds it."""
    return tuple(mark for mark in marks if member in _said(mark))


def _said(mark: Mark) -> Sequence[str]:
    match mark.value:
        case ExemptionCode(code=code):
            return (code,)
        case Statute(text=text) | Caption(text=text):
            return (text,)
        case Classification(captions=captions):
            return captions
        case AuthorityBlock(reasons=reasons) | ReleaseStamp(reasons=reasons):
            return reasons
        case _:
            return ()


def is_damaged(mark: Mark) -> bool:
    """Whether a mark's own reading rests on broken letters."""
    return bool(getattr(mark.value, "damaged", False))
