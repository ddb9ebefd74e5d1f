"""An agency's own words, as a configuration gives them: (wordings, text, what the record says)."""

import pytest

from redaudit import pipeline
from redaudit.model.part import Reading, Wordings
from redaudit.vocabulary.outcome import Outcome

OWN = Wordings(
    full=("CLEARED FOR PUBLIC RELEASE",),
    part=("PUBLISHED WITH OMISSIONS",),
    denied=("NOT PUBLISHED",),
    declassified=("No longer classified",),
    withheld=("[left out]", "(omitted here)"),
)


def record(text, wordings=OWN):
    return pipeline.examine(text.encode(), reading=Reading(wordings=wordings)).record


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("CLEARED FOR PUBLIC RELEASE\n\nThe minister smiled.\n", Outcome.FULL),
        ("Cleared for\npublic release   3 May 2020\n\nThe minister smiled.\n", Outcome.FULL),
        ("MEMORANDUM                    PUBLISHED WITH OMISSIONS\n\nThe minister smiled.\n", Outcome.PART),
        ("NOT PUBLISHED\n", Outcome.DENIED),
        ("NO LONGER CLASSIFIED\n\nThe minister smiled.\n", Outcome.UNSPECIFIED),
        ("It was not published in the paper.\n", Outcome.NONE),
        ("CLEARED FOR PUBLIC RELEASES\n", Outcome.NONE),
    ],
)
def test_a_marking_in_own_words_says_what_became_of_the_document(text, status):
    assert record(text).release_status.value is status


def test_a_marking_in_own_words_is_nothing_to_others():
    assert (
        record("CLEARED FOR PUBLIC RELEASE\n\nThe minister smiled.\n", Wordings()).release_status.value is Outcome.NONE
    )


def test_a_passage_left_out_in_own_words_is_a_redaction():
    text = "PUBLISHED WITH OMISSIONS\n\nThe minister said [left out] and left (omitted here) at once.\n"
    assert [redaction.text for redaction in record(text).redactions] == ["[left out]", "(omitted here)"]
    assert record(text, Wordings()).redactions == ()
