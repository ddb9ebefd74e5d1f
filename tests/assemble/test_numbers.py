"""Document and case number: (identifiers as found, the number that wins, is it doubtful, the numbers that lost)."""

import pytest

from redaudit.assemble.numbers import numbers
from redaudit.model.document import Ink
from redaudit.model.mark import Identifier, Mark, Span, Wording

DOCUMENT, CASE = "document-number", "case-number"


def marks(detector, *identifiers):
    return tuple(
        Mark(detector, Span(page, 0, 9), 1, identifier.value, Ink.PLAIN, identifier)
        for page, identifier in enumerate(identifiers, 1)
    )


def state(value, damaged=False):
    return Identifier("state-doc", value, damaged)


CASES = [
    ([state("C05000001")], "C05000001", False, []),
    ([state("C05000001"), state("C05000001")], "C05000001", False, []),
    # The one printed most often, then the one printed first.
    ([state("C05000002"), state("C05000001"), state("C05000001")], "C05000001", False, ["C05000002"]),
    ([state("C05000002"), state("C05000001")], "C05000002", False, ["C05000001"]),
    # A damaged reading does not gainsay a clean one, however often it is printed.
    ([state("C05000007", True), state("C05000007", True), state("C05000001")], "C05000001", False, []),
    ([state("C05000007", True)], "C05000007", True, []),
    # What a production, a collection or a digitisation added names the copy.
    (
        [
            Identifier("state-production", "STATE-SCB0000001"),
            Identifier("state-production", "STATE-SCB0000001"),
            state("C05000001"),
        ],
        *("C05000001", False, []),
    ),
    ([Identifier("jfk-docid", "32000001"), Identifier("jfk-rif", "104-10001-10001")], "104-10001-10001", False, []),
    ([Identifier("library-rac", "NLR-1-1-1-1")], "NLR-1-1-1-1", False, []),
]


@pytest.mark.parametrize(("found", "number", "doubtful", "lost"), CASES)
def test_the_document_s_number(found, number, doubtful, lost):
    named = numbers(marks(DOCUMENT, *found))
    assert (named.document_id.value, named.document_id.doubtful) == (number, doubtful)
    assert {mark.value.value for mark in named.document_id.marks} == {number}
    assert [(rival.column, rival.value) for rival in named.rivals] == [("document_id", value) for value in lost]
    assert named.case_number is None


def test_the_case_s_number_and_nothing_else():
    named = numbers(marks(CASE, Identifier("case", "F-2014-00001")))
    assert named.case_number.value == "F-2014-00001"
    assert (named.document_id, named.rivals) == (None, ())


def test_no_numbers():
    other = Mark("subject", Span(1, 0, 5), 1, "TALKS", Ink.PLAIN, Wording("TALKS"))
    named = numbers((other,))
    assert (named.document_id, named.case_number, named.rivals) == (None, None, ())
