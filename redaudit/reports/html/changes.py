"""What changed between the original and its release, in words."""

from attrs import frozen

from redaudit.model.mark import ReleaseStamp
from redaudit.model.record import Record
from redaudit.reports.html.anchors import Anchors
from redaudit.reports.html.facts import Answer
from redaudit.reports.html.proof import Piece, piece
from redaudit.reports.html.silence import doubt
from redaudit.reports.html.wording import capitalized, counted, day, listed, span
from redaudit.vocabulary.level import UNCLASSIFIED
from redaudit.vocabulary.order import category
from redaudit.vocabulary.outcome import Outcome


@frozen
class Changes:
    """The changes of one document."""

    record: Record
    anchors: Anchors

    def classification(self) -> tuple[Answer, ...]:
        """What became of the class as a whole."""
        fact, column = self.record.classification_change, "classification_change"
        if self.record.release_status.value is Outcome.NONE:
            return (Answer(column, missing="no release marking seen, so no change is known"),)
        if fact is None:
            return (Answer(column, missing="the markings of this copy do not say what became of the classification"),)
        shown = piece(f"{capitalized(fact.value)}{self._steps(fact.value)}", fact.marks, self.anchors)
        return (Answer(column, "", (shown,), doubt=doubt(self.record, column, fact)),)

    def _steps(self, change: str) -> str:
        """From which level to which, where both are known: `: SECRET → CONFIDENTIAL`."""
        after = self.record.withheld_classification or self.record.release_classification
        before = self.record.original_classification
        first = before.value if before else UNCLASSIFIED
        if after is None:
            return f": {first}" if before and change == "unchanged" else f": was {first}" if before else ""
        unmarked = "" if before else " (an unmarked document counts as such)"
        return f": {first}{unmarked}" if first == after.value else f": {first}{unmarked} → {after.value}"

    def captions(self) -> tuple[Answer, ...]:
        """Whether the captions were lifted."""
        lifted = [mark for mark, _ in self.record.marks_by_kind.get(ReleaseStamp, ()) if _lifts(mark.value)]
        return (Answer("", "", (piece("Captions lifted", lifted, self.anchors),)),) if lifted else ()

    def dates(self) -> tuple[Answer, ...]:
        """How long the release took."""
        made, released = self.record.original_date, self.record.release_date
        if made is None or released is None:
            return (
                Answer("years_to_release", "time to release", missing="not known, for one of the two dates is missing"),
            )
        words = f"{capitalized(span(made.value, released.value))} from the document's date to its release"
        if released.value < made.value:
            words = f"Released {span(made.value, released.value)} before the document's own date"
        return (Answer("years_to_release", "", (piece(words, (*made.marks, *released.marks), self.anchors),)),)

    def reasons(self) -> tuple[Answer, ...]:
        """Which of the originator's reasons the review kept, added and dropped, by what they mean."""
        given = self.record.classification_reasons
        before = _by_category(given.value if given else ())
        after: dict[str, str] = {}
        for fact in (self.record.withheld_reasons, self.record.exemptions):
            after |= {
                letter: name for letter, name in _by_category(fact.value if fact else ()).items() if letter not in after
            }
        if not before or not after:
            return ()
        lines = (
            ("Kept at release", [after[letter] for letter in before if letter in after]),
            ("Added at release", [name for letter, name in after.items() if letter not in before]),
            ("No longer given", [name for letter, name in before.items() if letter not in after]),
        )
        return tuple(Answer("", "", (Piece(f"{title}: {listed(names)}"),)) for title, names in lines if names)

    def until(self) -> tuple[Answer, ...]:
        """How late the release came, and whether the day of declassification was moved."""
        return (*self._overdue(), *self._moved())

    def _overdue(self) -> tuple[Answer, ...]:
        column, fact, released = "years_overdue", self.record.declassify_on, self.record.release_date
        due = day(fact.value) if fact else None
        if fact is None or due is None or released is None:
            why = "no day was set" if due is None else "the day of release is not stated"
            return (Answer(column, "overdue", missing=f"not known, for {why}"),)
        time, marks = span(due, released.value), (*fact.marks, *released.marks)
        if due < released.value:
            return (Answer(column, "", (piece(f"{capitalized(time)} overdue at release", marks, self.anchors),)),)
        early = (
            "Released on the day it was due"
            if due == released.value
            else f"Not overdue: released {time} before that day"
        )
        return (Answer(column, "", (piece(early, marks, self.anchors),)),)

    def _moved(self) -> tuple[Answer, ...]:
        before, after = self.record.declassify_on, self.record.withheld_until
        first, last = (day(fact.value) if fact else None for fact in (before, after))
        if before is None or after is None or first is None or last is None:
            return ()
        words = "The date of declassification stayed the same"
        if first != last:
            sign = "+" if last > first else "−"
            words = f"The date of declassification moved from {first.year} to {last.year} ({sign}{span(first, last)})"
        return (Answer("", "", (piece(words, (*before.marks, *after.marks), self.anchors),)),)

    def pages(self) -> tuple[Answer, ...]:
        """How many of the pages that the document states are in the file."""
        stated = self.record.pages_stated
        lacking = (stated.value if stated else 0) - len(self.record.pages)
        if stated is None or lacking == 0:
            return ()
        words = f"{counted(abs(lacking), 'page')} {'fewer' if lacking > 0 else 'more'} in the file than stated"
        return (Answer("", "", (piece(capitalized(words), stated.marks, self.anchors),)),)


def _lifts(value: object) -> bool:
    return isinstance(value, ReleaseStamp) and value.decaptioned


def _by_category(reasons: tuple[str, ...]) -> dict[str, str]:
    """Reasons of any order by the letter of section 1.4 they stand for."""
    found: dict[str, str] = {}
    for reason in reasons:
        if letter := category(reason):
            found.setdefault(letter, reason)
    return found
