"""What became of the classification: (original, withheld, of the copy, the stamps' words, the change)."""

import pytest
from attrs import evolve

from redaudit.assemble.change import classification_change
from redaudit.assemble.release import release
from redaudit.model.document import Ink
from redaudit.model.mark import Classification, Mark, ReleaseStamp, Span
from redaudit.model.record import Fact
from redaudit.vocabulary.level import (
    CONFIDENTIAL,
    LIMITED_OFFICIAL_USE,
    SECRET,
    SENSITIVE_BUT_UNCLASSIFIED,
    UNCLASSIFIED,
)
from redaudit.vocabulary.outcome import Outcome

U, SBU, LOU, C, S = UNCLASSIFIED, SENSITIVE_BUT_UNCLASSIFIED, LIMITED_OFFICIAL_USE, CONFIDENTIAL, SECRET


def mark(value):
    return Mark("x", Span(1, 0, 2), 1, "", Ink.PLAIN, value)


ORIGINAL, COPY = mark(Classification(S)), mark(Classification(U))
UNSAID = ReleaseStamp("vrr", Outcome.UNSPECIFIED)
FREED = ReleaseStamp("declassified-words", Outcome.UNSPECIFIED, declassified=True)
IN_PART = ReleaseStamp("cia", Outcome.PART, declassified=True)

CHANGES = [
    # What stays closed decides.
    (S, C, U, UNSAID, "downgraded"),
    (S, S, U, UNSAID, "unchanged"),
    (C, S, U, UNSAID, "upgraded"),
    (U, C, U, UNSAID, "upgraded"),
    (None, C, U, UNSAID, "upgraded"),
    (SBU, C, U, UNSAID, "upgraded"),
    # Else the class of the copy.
    (S, None, U, UNSAID, "declassified"),
    (C, None, U, UNSAID, "declassified"),
    (S, None, SBU, UNSAID, "declassified"),
    (S, None, C, UNSAID, "downgraded"),
    (C, None, C, UNSAID, "unchanged"),
    (U, None, U, UNSAID, "unchanged"),
    (None, None, U, UNSAID, "unchanged"),
    (SBU, None, U, UNSAID, "unchanged"),
    (LOU, None, SBU, UNSAID, "unchanged"),
    # Else the words of the stamp, where it frees the whole.
    (S, None, None, FREED, "declassified"),
    (U, None, None, FREED, "unchanged"),
    (None, None, None, FREED, "unchanged"),
    (S, None, None, IN_PART, None),
    (S, None, None, UNSAID, None),
    # Without a release marking nothing became of it.
    (S, None, U, None, "none"),
]


@pytest.mark.parametrize(("original", "withheld", "copy", "stamp", "change"), CHANGES)
def test_changes(original, withheld, copy, stamp, change):
    freed = evolve(
        release((mark(stamp),) if stamp else (), None),
        withheld_classification=withheld and Fact(withheld, (COPY,)),
        release_classification=copy and Fact(copy, (COPY,)),
    )
    fact = classification_change(original and Fact(original, (ORIGINAL,)), freed)
    assert (fact and fact.value) == change


def test_a_change_is_proved_by_both_its_sides_and_as_doubtful_as_the_copy_s():
    freed = evolve(release((mark(UNSAID),), None), release_classification=Fact(U, (COPY,), doubtful=True))
    assert classification_change(Fact(S, (ORIGINAL,)), freed) == Fact("declassified", (ORIGINAL, COPY), doubtful=True)


def test_words_are_their_own_proof():
    words = mark(FREED)
    assert classification_change(Fact(S, (ORIGINAL,)), release((words,), None)) == Fact("declassified", (words,))
