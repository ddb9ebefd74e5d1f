"""Bytes to text: (bytes, the text of the page); and what is no text."""

import pytest

from redaudit.readers.text import READER
from tests.support_text import document, page

WORDS = "The Café “Zemblan” — déjà vu at 10° north, €5"

ENCODED = [
    ("UTF-8", WORDS.encode(), WORDS),
    ("UTF-8 with mark", b"\xef\xbb\xbf" + WORDS.encode(), WORDS),
    ("UTF-16 LE with mark", b"\xff\xfe" + WORDS.encode("utf-16-le"), WORDS),
    ("UTF-16 BE with mark", b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS),
    ("UTF-16 LE", WORDS.encode("utf-16-le"), WORDS),
    ("UTF-16 BE", WORDS.encode("utf-16-be"), WORDS),
    ("CP1252", WORDS.encode("cp1252"), WORDS),
    ("Latin-1", "Señor Ñandú, à Zürich: ¿qué?".encode("latin-1"), "Señor Ñandú, à Zürich: ¿qué?"),
    ("ASCII", b"RELEASE IN FULL", "RELEASE IN FULL"),
    # One pasted passage in another encoding does not spoil the rest.
    ("CP1252 in UTF-8", "déjà – “vu” ".encode() + b"\x93quoted\x94 \x96 end", "déjà – “vu” “quoted” – end"),
    ("CP1252 in marked UTF-8", b"\xef\xbb\xbfa\x97b", "a—b"),
    ("a cut sequence", "an em dash —".encode()[:-1], "an em dash â€"),
    # `É”` in CP1252 are the two bytes of a letter in UTF-8; the bytes around it say which it is.
    ("CP1252 like UTF-8", "“PASSÉ” – déjà “vu”, naïve".encode("cp1252"), "“PASSÉ” – déjà “vu”, naïve"),
    # CP1252 leaves five bytes out.
    ("bytes of no character", b"a \x93q\x94 \x81 \x9d b", "a “q” \x81 \x9d b"),
    ("odd UTF-16", b"\xff\xfe" + "SECRET".encode("utf-16-le") + b"!", "SECRET\ufffd"),
    ("NUL bytes", b"SEC\0RET\0\0 IN FULL", "SECRET IN FULL"),
    ("two bytes", b"ab", "ab"),
]

LINE_ENDS = [
    (b"one\ntwo\n\nfour", "one\ntwo\n\nfour"),
    (b"one\r\ntwo\r\n\r\nfour", "one\ntwo\n\nfour"),
    (b"one\rtwo\r\rfour", "one\ntwo\n\nfour"),
    (b"one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
    ("one\r\ntwo".encode("utf-16"), "one\ntwo"),
]

HEADS = [
    (b"SECRET", True),
    (b"\x0c\n SECRET \x1b[0m", True),
    ("Señor – “quoted”".encode("cp1252"), True),
    ("SECRET".encode("utf-16-le"), True),
    (b"\xff\xfe\x00", True),
    (b"one NUL \0 among the words of a line that is otherwise a text, and a long one", True),
    (b"%PDF-1.7\n1 0 obj", False),
    (b"\n\n%PDF-1.4", False),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", False),
    (b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0", False),
    (b"PK\3\4\x14\0\6\0\x08\0\0\0!\0", False),
]


@pytest.mark.parametrize(("data", "text"), [case[1:] for case in ENCODED], ids=[case[0] for case in ENCODED])
def test_every_western_encoding_is_read_without_mojibake(data, text):
    assert page(data).text == text


@pytest.mark.parametrize(("data", "text"), LINE_ENDS)
def test_line_ends_are_one(data, text):
    only = page(data)
    assert only.text == text
    assert [line.row for line in only.lines] == [n for n, line in enumerate(text.split("\n"), 1) if line]


@pytest.mark.parametrize(("head", "is_text"), HEADS)
def test_the_content_says_what_is_text(head, is_text):
    assert READER.accepts(head) is is_text


def test_a_text_s_source_says_how_it_was_read():
    made = document("SECRET")
    assert (made.source.reader, made.source.media_type, made.source.path) == ("text", "text/plain", "made/up.txt")
    assert document("<html><body>SECRET</body></html>").source.media_type == "text/html"
