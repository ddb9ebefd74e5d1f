"""How many copies of one document stand in a file: (text, copies)."""

import pytest

import redaudit

HEAD = "E.O. 12958: DECL: 10/31/07\nSUBJECT: REPLY TO THE LETTER\nClassified by: Ann Q. Sample. Reason: 1.5 (b, d).\n\n"
FIRST = "1. (C) Embassy should deliver at the earliest opportunity the letter in paragraph two from the deputy.\n\n"
DAMAGED = "1. (C) Embasssy should delivcr at the earliest opportunity the letter in paragraph two from the deputy.\n\n"
SECOND = "2. (C) Begin text: Dear colleague, thank you for your letter of October 27.\n\n"
OTHER = "1. (C) The minister told the ambassador that the harbor would stay closed until the talks resumed in May.\n\n"
MAIL = "From: A. Able\nSent: Monday, May 3, 2010 9:00 AM\nTo: B. Baker\nSubject: the harbor\n\n"


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        pytest.param(HEAD + FIRST + SECOND, 1, id="one telegram"),
        pytest.param(HEAD + FIRST + SECOND + HEAD + FIRST + SECOND, 2, id="bound twice"),
        pytest.param(HEAD + FIRST + SECOND + HEAD + DAMAGED + SECOND, 2, id="OCR differs by a letter or two"),
        pytest.param(HEAD + FIRST + SECOND + HEAD + OTHER + SECOND, 1, id="two telegrams, not one twice"),
        pytest.param(MAIL + FIRST + MAIL + FIRST, 1, id="mail quotes bodies, not heads"),
        pytest.param(HEAD + FIRST + HEAD + SECOND, 1, id="a second section counts on"),
        pytest.param("nothing numbered", 1, id="no paragraphs"),
    ],
)
def test_copies(text, copies):
    assert redaudit.assemble(redaudit.read(text.encode())).copies == copies
