"""Bytes to text without mojibake: UTF-8, UTF-16 with or without a mark, CP1252, Latin-1."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
# Control characters that no text holds, tabs, line ends, form feeds and terminals' escapes apart.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x08\x1a"))


def decoded(data: bytes) -> str:
    """The text of some bytes; every byte becomes a character, none is lost."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if encoding := _wide(data[:_SAMPLE]):
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_bytes(data)


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a text: marked, wide, or almost free of control characters."""
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # A few NUL bytes are damage; a file full of controls is a program or a picture.
    return controls <= len(head) // 50


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Western text is zero."""
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _single_bytes(data: bytes) -> str:
    """CP1252 where its bytes are defined, and Latin-1 for the five that are not; stray UTF-8 is kept as UTF-8."""
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    text = data.decode("latin-1")
    return re.sub(r"[\x80-\x9f]", _windows, text)


def _mostly_utf8(data: bytes) -> bool:
    """Whether far more of the high bytes stand in valid UTF-8 sequences than not."""
    text = data.decode("utf-8", "replace")
    broken = text.count("�")
    return sum(ord(character) > 127 for character in text) > 4 * broken


def _windows(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("cp1252", "ignore") or found[0]
