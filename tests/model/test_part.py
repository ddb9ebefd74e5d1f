"""What parts say of themselves in words."""

import datetime as dt

import pytest

from redaudit.model.part import Dated, Holds

_DAY, _LATER = dt.date(1995, 10, 14), dt.date(2003, 9, 22)


@pytest.mark.parametrize(
    ("holds", "words"),
    [
        (Holds(Dated.DOCUMENT, since=_DAY), "documents made from 1995-10-14 on"),
        (Holds(Dated.DOCUMENT, until=_LATER), "documents made before 2003-09-22"),
        (
            Holds(Dated.RELEASE, since=_DAY, until=_LATER, source="E.O. 12958 1.6(d)"),
            "copies released from 1995-10-14 on and before 2003-09-22 (E.O. 12958 1.6(d))",
        ),
    ],
)
def test_the_days_for_which_a_rule_holds_in_words(holds, words):
    assert holds.words == words
