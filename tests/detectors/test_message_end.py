"""The ends of telegrams: (text, as printed)."""

import pytest

from redaudit.detectors.message_end import DETECTOR
from redaudit.model.document import Page

TEXT = "4. (C) WE ASK FOR A REPLY BEFORE AUGUST 3.\n"


def ends(text):
    return [seen.value.text for seen in sorted(DETECTOR.find(Page(1, text)), key=lambda seen: seen.start)]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("SAMPLE\n", ["SAMPLE"]),
        ("O'SAMPLE\n\n\nCONFIDENTIAL\n", ["O'SAMPLE"]),
        ("SAMPLE-DOE\nBT\n#0412\nNNNN\n", ["SAMPLE-DOE", "BT", "#0412", "NNNN"]),
        ("SAMPLE\n\nC O N F I D E N T I A L\n", ["SAMPLE"]),
        ("SAMPLE\nUNQUOTE SAMPLE\n", []),
        ("McSAMPLE\n\n=======CABLE ENDS=======\n", ["McSAMPLE", "=======CABLE ENDS======="]),
        ("<< END OF DOCUMENT >>\n", ["<< END OF DOCUMENT >>"]),
        ("CONFIDENTIAL\n", []),
        ("COMMENT\n\n5. (C) THE MINISTER LEFT.\n", []),
        ("SAMPLE\n5. (C) THE MINISTER LEFT.\n", []),
    ],
)
def test_the_end_of_a_telegram(below, expected):
    assert ends(TEXT + below) == expected


def test_a_name_with_no_text_above_it_signs_nothing():
    assert ends("SAMPLE\n") == []
