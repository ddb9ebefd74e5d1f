"""What the originator marked: level, captions, order, authority, instruction; and whether its banners are struck."""

import datetime as dt
import re
from collections.abc import Iterable

from attrs import frozen

from redaudit.assemble._vote import vote
from redaudit.model.document import Content, Document, Ink
from redaudit.model.mark import (
    Attributes,
    AuthorityBlock,
    CableHeader,
    Caption,
    Classification,
    Mark,
    OrderLine,
    PortionMark,
    ReleaseStamp,
    Role,
    Wording,
)
from redaudit.model.record import Fact, Rival
from redaudit.vocabulary.caption import caption_named
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import UNCLASSIFIED, Level, level_named
from redaudit.vocabulary.order import order_named

# The note that editors put to a printed paper; its id is that of the detector.
SOURCE_NOTE = "source-note"
# A level higher than the rest of the banners must stand on this share of them, or on the first page that has any.
SUPPORT = 0.1
# So many paragraphs of one level, where nothing else says the level of the whole.
ENOUGH_PORTIONS = 2

_STRUCK = (Ink.STRUCK, Ink.LIKELY_STRUCK)


@frozen
class OriginalFacts:
    """The columns of the originator's markings, and the readings that lost."""

    original_classification: Fact[Level] | None = None
    original_captions: Fact[tuple[str, ...]] | None = None
    original_order: Fact[str] | None = None
    classified_by: Fact[str] | None = None
    classification_reasons: Fact[tuple[str, ...]] | None = None
    declassify_on: Fact[str] | None = None
    banners_struck: Fact[str] | None = None
    rivals: tuple[Rival, ...] = ()


def original(document: Document, marks: tuple[Mark, ...], origin: dt.date | None) -> OriginalFacts:
    """What the originator marked, from a document's marks; `origin` is the document's own date."""
    lines = [(mark, mark.value) for mark in marks if isinstance(mark.value, OrderLine)]
    blocks = [(mark, mark.value) for mark in marks if isinstance(mark.value, AuthorityBlock)]
    level, levels = _level(document, marks)
    order, orders = vote(
        "original_order",
        [(line.order, mark) for mark, line in lines if line.order]
        or [(block.order, mark) for mark, block in blocks if block.order],
        _is_no_order,
    )
    by, names = vote("classified_by", ((block.classified_by, mark) for mark, block in blocks if block.classified_by))
    reasons, others = vote("classification_reasons", ((block.reasons, mark) for mark, block in blocks if block.reasons))
    until, dates = _instruction(lines, blocks, origin)
    return OriginalFacts(
        original_classification=level,
        original_captions=_captions(marks),
        original_order=order,
        classified_by=by,
        classification_reasons=reasons,
        declassify_on=until,
        banners_struck=_banners_struck(document, marks),
        rivals=(*levels, *orders, *names, *others, *dates),
    )


LevelFact = tuple[Fact[Level] | None, tuple[Rival, ...]]
Levelled = list[tuple[Level, Mark]]


def _level(document: Document, marks: tuple[Mark, ...]) -> LevelFact:
    """The level by the best evidence there is: editors, archive, class line, format line, banners, portions."""
    note = next((mark for mark in marks if mark.detector == SOURCE_NOTE), None)
    if note is not None and isinstance(note.value, Wording):
        return None, ()
    if note is not None and isinstance(note.value, Classification):
        return Fact(note.value.level, (note,)), ()
    named = [
        (level, mark)
        for mark in marks
        if isinstance(mark.value, Attributes)
        for level in (level_named(mark.value.named("Original Classification")),)
        if level
    ]
    lines = [(level, mark) for level, mark, role in _marked(marks) if role is Role.LINE]
    header = [(m.value.level, m) for m in marks if isinstance(m.value, CableHeader) and m.value.level]
    for evidence in (named, lines, header):
        if evidence:
            return _highest(evidence)
    return _by_banners(document, marks) or _by_portions(marks) or (None, ())


def _marked(marks: tuple[Mark, ...]) -> Iterable[tuple[Level, Mark, Role]]:
    """Levels that the detector of classifications found, with what each does on its page."""
    for mark in marks:
        if isinstance(mark.value, Classification) and mark.detector != SOURCE_NOTE:
            yield mark.value.level, mark, mark.value.role


def _highest(evidence: Levelled) -> LevelFact:
    """The highest level, its marks, and the others as rivals; doubtful where it is read from damaged words."""
    top = max((level for level, _ in evidence), key=lambda level: level.rank)
    proof = tuple(mark for level, mark in evidence if level == top)
    others = {level.name: level for level, _ in evidence if level.rank != top.rank}
    rivals = tuple(
        Rival("original_classification", level, tuple(mark for other, mark in evidence if other.name == level.name))
        for level in others.values()
    )
    return Fact(top, proof, doubtful=all(map(_is_damaged, proof))), rivals


def _is_damaged(mark: Mark) -> bool:
    return isinstance(mark.value, Classification) and level_named(mark.text) is None


def _by_banners(document: Document, marks: tuple[Mark, ...]) -> LevelFact | None:
    banners = [(level, mark) for level, mark, role in _marked(marks) if role is Role.BANNER]
    classified = [(level, mark) for level, mark in banners if level.classified]
    if classified:
        return _supported(classified, several_pages=len(document.pages) > 1)
    stamps = [mark.value for mark in marks if isinstance(mark.value, ReleaseStamp)]
    if any(stamp.classification == UNCLASSIFIED for stamp in stamps):
        # Alone on its line the word belongs to the release band; the originator's stands in a sentence or beside more.
        banners = [(level, mark) for level, mark in banners if level != UNCLASSIFIED or _is_in_words(document, mark)]
    if not banners:
        return None
    fact, _ = _highest(banners)
    if fact is None:
        return None
    return Fact(fact.value, fact.marks, fact.doubtful or bool(stamps)), ()


def _is_in_words(document: Document, mark: Mark) -> bool:
    page = document.pages[mark.page - 1]
    line = page.line_at(mark.span.start)
    return line is not None and line.end - line.start > mark.span.end - mark.span.start + 4


def _supported(classified: Levelled, *, several_pages: bool) -> LevelFact:
    raise NotImplementedError
