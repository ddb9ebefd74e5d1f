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
        return _supported(classified, len(document.pages))
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
    return line is not None and len(page.text[line.start : line.end].strip()) > len(mark.text) + 4


def _supported(classified: Levelled, pages: int) -> LevelFact:
    """The highest level that is no stray: on the first marked page, or on a fair share of all banners.

    Lower banners are lawful on inner pages (32 CFR 2001.21(b)), so they are no rivals; strays above are.
    """
    first = min(mark.page for _, mark in classified)
    rivals: list[Rival] = []
    while True:
        fact, _ = _highest(classified)
        assert fact is not None  # `classified` is not empty
        others = [(level, mark) for level, mark in classified if level != fact.value]
        heads = pages > 1 and any(mark.page == first for mark in fact.marks)
        if heads or not others or len(fact.marks) >= SUPPORT * len(classified):
            return fact, tuple(rivals)
        rivals.append(Rival("original_classification", fact.value, fact.marks))
        classified = others


def _by_portions(marks: tuple[Mark, ...]) -> LevelFact | None:
    """The level of a declaration for the whole text, else the highest of several classified paragraphs, inferred."""
    portions = [(mark.value, mark) for mark in marks if isinstance(mark.value, PortionMark)]
    whole = [(portion.level, mark) for portion, mark in portions if portion.text.endswith("-ENTIRE TEXT)")]
    if whole:
        return _highest(whole)
    classified = [(portion.level, mark) for portion, mark in portions if portion.level.classified]
    if len(classified) < ENOUGH_PORTIONS:
        return None
    fact, _ = _highest(classified)
    return (Fact(fact.value, fact.marks, doubtful=True), ()) if fact else None


def _captions(marks: tuple[Mark, ...]) -> Fact[tuple[str, ...]] | None:
    """The captions as made, in the order first met: on their own lines, beside a level, in the archive's attributes."""
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        for caption in _captions_of(mark):
            found.setdefault(caption, []).append(mark)
    if not found:
        return None
    return Fact(tuple(found), tuple(dict.fromkeys(mark for proof in found.values() for mark in proof)))


def _captions_of(mark: Mark) -> tuple[str, ...]:
    match mark.value:
        case Caption(text=text):
            return (text,)
        case Classification(captions=captions, role=Role.BANNER | Role.LINE):
            return captions
        case Attributes():
            names = mark.value.named("Original Handling Restrictions").split(",")
            return tuple(caption for caption in map(caption_named, names) if caption)
        case _:
            return ()


def _is_no_order(mark: Mark) -> bool:
    """Whether a mark cites an order that never was: 12598 for 12958."""
    return isinstance(mark.value, OrderLine | AuthorityBlock) and order_named(mark.value.order) is None


_LEAD = re.compile(r"(?:as amended[,;: ]*)?(?:[DO]?ECL(?:AS(?:SIFY)?)?(?![A-Z])(?:\s+ON)?[\s:;.]*)*", re.IGNORECASE)
_FORM = re.compile(
    r"(?:1\.6\s?)?(?P<form>OADR|(?:25|50|75)X\d?(?:-(?:HUM|WMD|human))?|X\s?[1-8](?!\d)|N[/:]?A\b|MR\b|(?:X?GDS|RDS|XDS|ADS)(?:-\d)?)",
    re.IGNORECASE,
)
# Done already, or a downgrading: no declassification to come.
_NOT_TO_COME = re.compile(r"DECLASSIFIED\b|DE?NG\b|DOWNGRADE", re.IGNORECASE)


def _instruction(
    lines: list[tuple[Mark, OrderLine]], blocks: list[tuple[Mark, AuthorityBlock]], origin: dt.date | None
) -> tuple[Fact[str] | None, tuple[Rival, ...]]:
    """When the originator wanted it declassified: the E.O. line before the authority block."""
    said = [(_canonical(line.instruction, line.date, origin), mark) for mark, line in lines]
    said = [(words, mark) for words, mark in said if words] or [
        (_canonical(block.declassify_on, block.declassify_date, origin), mark) for mark, block in blocks
    ]
    fact, rivals = vote("declassify_on", ((words, mark) for words, mark in said if words))
    if fact is None or origin is not None:
        return fact, rivals
    # Two digits of a year say little without the document's own.
    short = any(
        date is not None and date.short_year
        for mark in fact.marks
        for date in (mark.value.date if isinstance(mark.value, OrderLine) else None,)
    )
    return Fact(fact.value, fact.marks, short), rivals


def _canonical(instruction: str, date: ReadDate | None, origin: dt.date | None) -> str:
    """An instruction as the contract writes it: an ISO date, a form such as OADR, X1 or N/A, or an event in words."""
    if date is not None:
        return (date.from_year(origin.year) if origin else date).date.isoformat()
    if _NOT_TO_COME.match(instruction):
        return ""
    words = _LEAD.sub("", instruction, count=1).strip(" .;:,")
    if _NOT_TO_COME.match(words):
        return ""
    if form := _FORM.match(words):
        name = re.sub(r"(?<=X)\s", "", form["form"].upper())
        return "N/A" if name[0] == "N" else name
    return words


def _banners_struck(document: Document, marks: tuple[Mark, ...]) -> Fact[str] | None:
    """Whether the banners and class lines of a classified document are struck; None where this copy cannot tell.

    It can where any mark shows a strike, and where the page has geometry and is no picture.
    """
    banners = tuple(mark for level, mark, role in _marked(marks) if level.classified and role is not Role.MENTION)
    if not banners:
        return None
    shows = any(mark.ink in _STRUCK for mark in marks) or any(
        page.words and page.content is Content.TEXT for page in document.pages
    )
    if not shows:
        return None
    struck = sum(mark.ink in _STRUCK for mark in banners)
    return Fact("all" if struck == len(banners) else "some" if struck else "none", banners)
