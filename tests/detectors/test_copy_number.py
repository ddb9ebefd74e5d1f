"""Copy numbers: (text, what each says)."""

import pytest

from redaudit.detectors.copy_number import DETECTOR
from tests.support import seen

CASES = [
    ("Tue Nov 23 16:05:41 1999 [STATE 221130] D COPY 6 OF 9 Page 1 OF 3", ["6 of 9"]),
    ("Copy No. 3 of 10 copies", ["3 of 10"]),
    ("COPY NR 02 OF 5", ["2 of 5"]),
    ("Copy #4 of 6\nCopy number 5 of 6", ["4 of 6", "5 of 6"]),
    ("copy 1 of 2", ["1 of 2"]),
    ("Please keep a copy 2 of 5", []),
    ("COPY 9 OF 6", []),
    ("COPY 0 OF 6", []),
    ("COPY 1 OF 1", []),
    ("COPY 1 OF 2006.", []),
    ("copy 3 of 4.2", []),
    ("photocopy 2 of 5", []),
    ("hard-copy 2 of 5", []),
    ("Copy\n6 of 9", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_copy_numbers(text, expected):
    assert [value.text for _, value in seen(DETECTOR.id, text)] == expected
