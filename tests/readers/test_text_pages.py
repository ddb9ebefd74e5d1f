"""Where the pages of a text begin: (text, the first line of each page)."""

import pytest

from redaudit.model.document import Content
from redaudit.readers._pages import page_texts
from tests.support_text import document

BODY = "\n".join(f"The talks in Zembla went on for day {day}, and no one had much to add." for day in range(12))
BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 08/31/2015"
CIA = "Approved For Release 2001/08/08 : CIA-RDP80-00001R000300040008-5"


def joined(*parts):
    return "\n".join(parts)


def heads(text):
    return [part.strip().split("\n")[0] for part in page_texts(text)]


PAGES = [
    ("nothing printed", joined(BODY, BODY), [BODY[:60]]),
    ("an extractor's marks", joined("[Page 1]", BODY, "", "[Page 2]", BODY), ["[Page 1]", "[Page 2]"]),
    ("form feeds", "one\ftwo\fthree", ["one", "two", "three"]),
    ("a form feed at the end", "one\ftwo\f", ["one", "two"]),
    ("blank pages between", "one\f\n\fthree\f \f\n", ["one", "", "three"]),
    # A form feed decides, whatever the lines say.
    ("form feeds and headers", joined("Page 1 OF 2", BODY, "\fPage 2 OF 2", BODY), ["Page 1 OF 2", "Page 2 OF 2"]),
    (
        "headers",
        joined("Tue Nov 23 1999 [ZEMBLA 412] Page 1 OF 2", BODY, "Tue Nov 23 1999 [ZEMBLA 412] Page 2 OF 2", BODY),
        ["Tue Nov 23 1999 [ZEMBLA 412] Page 1 OF 2", "Tue Nov 23 1999 [ZEMBLA 412] Page 2 OF 2"],
    ),
    ("in small letters", joined("page 1 of 2", BODY, "page 2 of 2", BODY), ["page 1 of 2", "page 2 of 2"]),
    (
        "a telegram",
        joined("PAGE 01 ZEMBLA 00412 141131Z", BODY, "PAGE 02 ZEMBLA 00412 141131Z", BODY),
        ["PAGE 01 ZEMBLA 00412 141131Z", "PAGE 02 ZEMBLA 00412 141131Z"],
    ),
    (
        "a struck header",
        joined("PAGE 01 ZEMBLA 00412", BODY, "\x0ePAGE 02 ZEMBLA 00412\x0f", BODY),
        ["PAGE 01 ZEMBLA 00412", "\x0ePAGE 02 ZEMBLA 00412\x0f"],
    ),
    # The banner above a header opens its page.
    (
        "a banner above the header",
        joined("PAGE 01 ZEMBLA 00412", BODY, "SECRET", "", "PAGE 02 ZEMBLA 00412", BODY),
        ["PAGE 01 ZEMBLA 00412", "SECRET"],
    ),
    # The first page of a telegram often has no number.
    (
        "a first page without a number",
        joined("SECRET", BODY, "PAGE 02 ZEMBLA 00412", BODY),
        ["SECRET", "PAGE 02 ZEMBLA 00412"],
    ),
    ("a copy that lacks its first page", joined("SECRET", "", "PAGE 02 ZEMBLA 00412", BODY), ["SECRET"]),
    (
        "a page missing",
        joined("Page 1 OF 4", BODY, "Page 2 OF 4", BODY, "Page 4 OF 4", BODY),
        ["Page 1 OF 4", "Page 2 OF 4", "Page 4 OF 4"],
    ),
    (
        "two sections",
        joined("Page 1 OF 2", BODY, "Page 2 OF 2", BODY, "Page 1 OF 2", BODY, "Page 2 OF 2", BODY),
        ["Page 1 OF 2", "Page 2 OF 2", "Page 1 OF 2", "Page 2 OF 2"],
    ),
    (
        "papers of one page each",
        joined("Page 1 OF 1", BODY, "Page 1 OF 1", BODY),
        ["Page 1 OF 1", "Page 1 OF 1"],
    ),
    (
        "at the head and at the foot",
        joined("Page 1 OF 2", BODY, "Page 1 OF 2", "Page 2 OF 2", BODY, "Page 2 OF 2"),
        ["Page 1 OF 2", "Page 2 OF 2"],
    ),
    (
        "at the foot",
        joined("MEMORANDUM", BODY, "Page 1 of 3", "second", BODY, "Page 2 of 3", "third", BODY, "Page 3 of 3", ""),
        ["MEMORANDUM", "second", "third"],
    ),
    ("one page with its foot", joined(BODY, "Page 1 of 1"), [BODY[:60]]),
    # Numbers that count back are no page numbers.
    ("a list", joined("Page 3 of 9", BODY, "Page 2 of 9", BODY), ["Page 3 of 9"]),
    ("prose", joined(BODY, "as page 2 of 3 says, the canal", BODY), [BODY[:60]]),
    (
        "State's band at foot and head",
        joined(BAND, BODY, BAND, "", BAND, BODY, BAND),
        [BAND, BAND],
    ),
    ("the Agency's line at foot and head", joined(CIA, BODY, CIA, CIA, BODY, CIA), [CIA, CIA]),
    ("a band that is not repeated", joined(BAND, BODY, BAND), [BAND]),
    ("a short text", "Page 1 OF 2\nPage 2 OF 2", ["Page 1 OF 2"]),
]


@pytest.mark.parametrize(("text", "first"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_pages_begin_where_the_paper_says(text, first):
    assert [head[:60] for head in heads(text)] == [line[:60] for line in first]
    if "\f" not in text:
        assert "".join(page_texts(text)) == text


def test_pages_count_from_one_and_blank_ones_are_seen():
    made = document("SECRET\f\n \fSECRET")
    assert [(page.number, page.text, page.content) for page in made.pages] == [
        (1, "SECRET", Content.TEXT),
        (2, "\n ", Content.BLANK),
        (3, "SECRET", Content.TEXT),
    ]


@pytest.mark.parametrize(
    ("unit", "pages"),
    [
        ("Page 1 OF 2\n", 1),
        ("Page 1 OF 2\nPage 2 OF 2\n", 20_000),
        ("Page 1 OF 2 ", 1),
        ("PAGE 02 ZEMBLA 00412\n", 1),
        ("CONFIDENTIAL\n", 1),
        ("\n", 1),
        (f"{BAND}\n", 10_000),
        (f"{BAND}\n\n\n", 10_000),
        ("PAGE ", 1),
        ("\f", 1),
        ("a\f", 10_000),
    ],
)
def test_ten_thousand_headers_are_read_in_one_pass(unit, pages):
    assert len(page_texts(unit * 10_000)) == pages
