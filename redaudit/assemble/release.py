"""What became of the document: status, class of the copy, date, authority; and what the release keeps closed."""

import datetime as dt

from attrs import frozen

from redaudit.assemble._vote import vote
from redaudit.model.mark import Attributes, Classification, Mark, ReleaseStamp, Role
from redaudit.model.record import Fact, Rival
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import UNCLASSIFIED, Level, level_named
from redaudit.vocabulary.outcome import Outcome

# Stamps that classify at release date the review, not the release.
_REVIEWS = frozenset(("classified-at-release", "fbi-classified"))


@frozen
class ReleaseFacts:
    """The columns of the release, and the readings that lost."""

    release_status: Fact[Outcome]
    release_classification: Fact[Level] | None
    release_date: Fact[dt.date] | None
    release_authority: Fact[str] | None
    withheld_classification: Fact[Level] | None
    withheld_reasons: Fact[tuple[str, ...]] | None
    withheld_until: Fact[str] | None
    rivals: tuple[Rival, ...]


def release(marks: tuple[Mark, ...], original: Fact[Level] | None) -> ReleaseFacts:
    """The release that a document's marks tell of; `original` is the originator's classification."""
    stamps = [(mark, mark.value) for mark in marks if isinstance(mark.value, ReleaseStamp)]
    rivals: list[Rival] = []
    status, lost = _status(stamps)
    rivals += lost
    date, lost_dates = _date(stamps)
    rivals += lost_dates
    authority, lost_authorities = vote(
        "release_authority", ((stamp.authority, mark) for mark, stamp in stamps if stamp.authority)
    )
    rivals += lost_authorities
    reviews = [(mark, stamp) for mark, stamp in stamps if stamp.family in _REVIEWS]
    level, lost_levels = vote("withheld_classification", ((s.withheld, m) for m, s in reviews if s.withheld))
    reasons, lost_reasons = vote("withheld_reasons", ((s.reasons, m) for m, s in reviews if s.reasons))
    until, lost_until = vote("withheld_until", ((_until(s.until), m) for m, s in reviews if s.until))
    rivals += [*lost_levels, *lost_reasons, *lost_until]
    return ReleaseFacts(
        release_status=status,
        release_classification=_class_of_copy(stamps, marks, original),
        release_date=date,
        release_authority=authority,
        withheld_classification=level,
        withheld_reasons=reasons,
        withheld_until=until,
        rivals=tuple(rivals),
    )


def _until(said: ReadDate | str) -> str:
    return said if isinstance(said, str) else said.date.isoformat()


Stamps = list[tuple[Mark, ReleaseStamp]]


def _status(stamps: Stamps) -> tuple[Fact[Outcome], tuple[Rival, ...]]:
    """The decision that the stamps print; both FULL and PART leave it unspecified, with both as rivals."""
    if not stamps:
        return Fact(Outcome.NONE), ()
    decided = [(mark, stamp) for mark, stamp in stamps if stamp.status not in (None, Outcome.UNSPECIFIED)]
    if not decided:
        return Fact(Outcome.UNSPECIFIED, tuple(mark for mark, _ in stamps)), ()
    # A stamp whose words are damaged does not gainsay a clean one.
    clean = [(mark, stamp) for mark, stamp in decided if not stamp.damaged] or decided
    fact, rivals = vote("release_status", ((stamp.status, mark) for mark, stamp in clean if stamp.status), _damaged)
    assert fact is not None  # `clean` is not empty
    if not rivals:
        return fact, ()
    both = Rival("release_status", fact.value, fact.marks)
    return Fact(Outcome.UNSPECIFIED, tuple(mark for mark, _ in clean)), (both, *rivals)


def _damaged(mark: Mark) -> bool:
    return isinstance(mark.value, ReleaseStamp) and mark.value.damaged


def _date(stamps: Stamps) -> tuple[Fact[dt.date] | None, tuple[Rival, ...]]:
    released = [(stamp.date.date, mark) for mark, stamp in stamps if stamp.date and stamp.family not in _REVIEWS]
    reviewed = [(stamp.date.date, mark) for mark, stamp in stamps if stamp.date and stamp.family in _REVIEWS]
    return vote("release_date", released or reviewed, _damaged)


def _class_of_copy(stamps: Stamps, marks: tuple[Mark, ...], original: Fact[Level] | None) -> Fact[Level] | None:
    """The class a band, stamp or attribute gives the copy; else an UNCLASSIFIED banner on a classified original."""
    fact, _ = vote("release_classification", ((s.classification, m) for m, s in stamps if s.classification))
    if fact:
        return fact
    current = [
        (level, mark)
        for mark in marks
        if isinstance(mark.value, Attributes)
        for level in (level_named(mark.value.named("Current Classification")),)
        if level
    ]
    fact, _ = vote("release_classification", current)
    if fact or not stamps or original is None or not original.value.classified:
        return fact
    footers = tuple(mark for mark in marks if _is_unclassified_banner(mark))
    return Fact(UNCLASSIFIED, footers, doubtful=True) if footers else None


def _is_unclassified_banner(mark: Mark) -> bool:
    value = mark.value
    return isinstance(value, Classification) and value.level == UNCLASSIFIED and value.role is Role.BANNER
