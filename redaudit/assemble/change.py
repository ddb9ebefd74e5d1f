"""What became of the record's classification as a whole, by the contract's order of evidence."""

from redaudit.assemble.release import ReleaseFacts
from redaudit.model.mark import Mark, ReleaseStamp
from redaudit.model.record import Fact
from redaudit.vocabulary.level import UNCLASSIFIED, Level
from redaudit.vocabulary.outcome import Outcome


def classification_change(original: Fact[Level] | None, released: ReleaseFacts) -> Fact[str] | None:
    """`declassified`, `downgraded`, `unchanged`, `upgraded`; `none` without a release marking; None where not said."""
    if released.release_status.value is Outcome.NONE:
        return Fact("none")
    before = original.value if original else UNCLASSIFIED
    proof = original.marks if original else ()
    after = released.withheld_classification or released.release_classification
    if after is None:
        return _by_words(before, proof, released)
    if not before.classified and not after.value.classified:
        return Fact("unchanged", (*proof, *after.marks))
    if before.classified and not after.value.classified:
        # A part still withheld keeps its class: the words of the stamp do not say which.
        return Fact("declassified", (*proof, *after.marks), doubtful=after.doubtful)
    if after.value == before:
        return Fact("unchanged", (*proof, *after.marks))
    return Fact("downgraded" if after.value < before else "upgraded", (*proof, *after.marks))


def _by_words(before: Level, proof: tuple[Mark, ...], released: ReleaseFacts) -> Fact[str] | None:
    said = tuple(
        mark
        for mark in released.release_status.marks
        if isinstance(mark.value, ReleaseStamp) and mark.value.declassified
    )
    if not said or released.release_status.value is Outcome.PART:
        return None
    return Fact("declassified" if before.classified else "unchanged", said)
