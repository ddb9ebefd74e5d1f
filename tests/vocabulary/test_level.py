"""Levels in order, and the spellings that stand for them."""

from itertools import pairwise

import pytest

from redaudit.vocabulary.level import (
    CONFIDENTIAL,
    FOR_OFFICIAL_USE_ONLY,
    LEVELS,
    LIMITED_OFFICIAL_USE,
    OFFICIAL_USE_ONLY,
    RESTRICTED,
    SECRET,
    SENSITIVE_BUT_UNCLASSIFIED,
    TOP_SECRET,
    UNCLASSIFIED,
    level_named,
)

SPELLINGS = [
    ("TOP SECRET", TOP_SECRET),
    ("T O P  S E C R E T", TOP_SECRET),
    ("TS", TOP_SECRET),
    ("SECRET", SECRET),
    ("S E C R E T", SECRET),
    ("Secret", SECRET),
    ("S", SECRET),
    ("CONFIDENTIAL", CONFIDENTIAL),
    ("C O N F I D E N T I A L", CONFIDENTIAL),
    ("CONF\nIDENTIAL", CONFIDENTIAL),
    ("c", CONFIDENTIAL),
    ("RESTRICTED", RESTRICTED),
    ("LIMITED OFFICIAL USE", LIMITED_OFFICIAL_USE),
    ("LOU", LIMITED_OFFICIAL_USE),
    ("LIMOFFUSE", LIMITED_OFFICIAL_USE),
    ("OFFICIAL USE ONLY", OFFICIAL_USE_ONLY),
    ("FOR OFFICIAL USE ONLY", FOR_OFFICIAL_USE_ONLY),
    ("FOUO", FOR_OFFICIAL_USE_ONLY),
    ("SENSITIVE BUT UNCLASSIFIED", SENSITIVE_BUT_UNCLASSIFIED),
    ("SBU", SENSITIVE_BUT_UNCLASSIFIED),
    ("SBU/NF", SENSITIVE_BUT_UNCLASSIFIED),
    ("UNCLASSIFIED", UNCLASSIFIED),
    ("UNCLAS", UNCLASSIFIED),
    ("Unclass.", UNCLASSIFIED),
    ("U", UNCLASSIFIED),
    ("SECRETARY", None),
    ("SEGRET", None),
    ("CONFIDENTIALITY", None),
    ("K", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "level"), SPELLINGS)
def test_spellings(words, level):
    assert level_named(words) == level


def test_levels_are_in_order_of_restriction():
    assert all(higher >= lower for higher, lower in pairwise(LEVELS))
    assert TOP_SECRET > SECRET > CONFIDENTIAL > RESTRICTED > LIMITED_OFFICIAL_USE > UNCLASSIFIED
    assert [level.name for level in LEVELS if level.classified] == [
        "TOP SECRET",
        "SECRET",
        "CONFIDENTIAL",
        "RESTRICTED",
    ]


def test_controls_of_one_rank_are_no_steps_and_still_differ():
    assert not LIMITED_OFFICIAL_USE < OFFICIAL_USE_ONLY
    assert not OFFICIAL_USE_ONLY < LIMITED_OFFICIAL_USE
    assert LIMITED_OFFICIAL_USE != OFFICIAL_USE_ONLY


def test_a_level_is_written_by_its_name():
    assert str(TOP_SECRET) == "TOP SECRET"
