"""Copies of one document in a file: (papers bound together, how many copies of one)."""

import random

import pytest

from redaudit.assemble.copies import copies
from redaudit.model.document import Document, Ink, Page, Source
from redaudit.model.mark import AuthorityBlock, DatedAct, Mark, OrderLine, Paragraph, Span
from redaudit.vocabulary.date import read_date

REST = " He would not be moved from this, he said, by anybody at all."
TALKS = "(C) The Minister said that the talks on the canal of Zembla would go on, whatever others might say." + REST
GRAIN = "(C) The price of grain rose again in the north, and the harbour of Zembla was closed for a month now." + REST
DAMAGED = TALKS.replace("Minister", "Minlster").replace("canal", "cana1")
SHORT = "(C) The talks go on."
EO, BY = OrderLine("E.O. 12958"), AuthorityBlock("Ann Example")
DTG = DatedAct("dtg", read_date("101131Z JUL 07"))
SENT = DatedAct("sent", read_date("July 10, 2007"))


def bound(*papers):
    """A file with a head and a first paragraph a paper: (head, number of the paragraph, its words)."""
    text, marks = "", []

    def add(words, value):
        nonlocal text
        marks.append(Mark("x", Span(1, len(text), len(text) + len(words)), 1, words, Ink.PLAIN, value))
        text += words

    for head, number, words in papers:
        if head:
            add("HEAD\n", head)
        add(f"{number}.", Paragraph(number))
        text += f" {words}\n\n"
    leaf = Page(number=1, text=text)
    return Document(Source("x", "0" * 64, "text", "text/plain", 0), (leaf,)), tuple(marks)


CASES = [
    ([], 1),
    ([(EO, 1, TALKS)], 1),
    ([(EO, 1, TALKS), (EO, 1, TALKS)], 2),
    ([(EO, 1, TALKS), (EO, 1, DAMAGED)], 2),
    ([(BY, 1, TALKS), (BY, 1, TALKS), (BY, 1, TALKS)], 3),
    ([(DTG, 1, TALKS), (DTG, 1, TALKS)], 2),
    # Another paper in the same file; the largest group counts.
    ([(EO, 1, TALKS), (EO, 1, GRAIN)], 1),
    ([(EO, 1, GRAIN), (EO, 1, TALKS), (EO, 1, DAMAGED)], 2),
    # Mail quotes bodies, not heads; as many copies as heads, at most.
    ([(EO, 1, TALKS), (None, 1, TALKS)], 1),
    ([(SENT, 1, TALKS), (SENT, 1, TALKS)], 1),
    ([(EO, 1, TALKS), (EO, 1, TALKS), (None, 1, TALKS)], 2),
    # Heads of two kinds are not two heads.
    ([(EO, 1, TALKS), (BY, 1, TALKS)], 1),
    # Sections go on counting; a few words tell nothing.
    ([(EO, 1, TALKS), (EO, 2, TALKS)], 1),
    ([(EO, 1, SHORT), (EO, 1, SHORT)], 1),
]


@pytest.mark.parametrize(("papers", "number"), CASES)
def test_copies(papers, number):
    assert copies(*bound(*papers)) == number


def test_a_thousand_papers_are_compared_with_the_few_that_are_near():
    words = random.Random(7)
    papers = ["(C) " + "".join(words.choice("abcdefghij klmnop ") for _ in range(160)) for _ in range(1500)]
    assert copies(*bound(*((EO, 1, paper) for paper in papers))) == 1
    assert copies(*bound(*((EO, 1, paper) for paper in [*papers, papers[700], papers[700]]))) == 3
    # The same opening again and again.
    assert copies(*bound(*((EO, 1, TALKS) for _ in range(1500)))) == 1500
