"""Which columns of a record are in doubt."""

import pytest
from attrs import evolve

from redaudit.model.mark import ExemptionCode
from redaudit.model.record import Fact
from tests.support_rules import mark, record

SURE = mark(ExemptionCode("B6"), text="B6")
DOUBTED = evolve(SURE, doubtful=True)


@pytest.mark.parametrize(
    ("value", "marks", "doubtful"),
    [
        ("C00000001", (SURE,), ()),
        ("C00000001", (DOUBTED,), ("document_id",)),
        ("C00000001", (SURE, DOUBTED), ()),  # one sound mark proves a value
        ("C00000001", (), ()),
        (("B1", "B6"), (SURE, DOUBTED), ("document_id",)),  # of several values one may rest on the doubtful mark alone
        (("B1", "B6"), (SURE, SURE), ()),
    ],
)
def test_a_value_read_in_doubt_is_doubtful(value, marks, doubtful):
    assert evolve(record(), document_id=Fact(value, marks)).doubtful == doubtful
