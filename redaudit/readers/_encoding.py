"""Bytes to text without mojibake: UTF-8, UTF-16 with or without a mark, CP1252, Latin-1."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
# Stray bytes as `surrogateescape` leaves them, each with its character in CP1252, or else in Latin-1.
_STRAY = {0xDC00 + byte: bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
_STRAYS = re.compile("[\udc80-\udcff]+")
_LETTERS = re.compile("[^\x00-\x7f\udc80-\udcff]+")
# What two bytes spell whose first is a capital of CP1252 with an accent: Ä to ß.
_PAIR = re.compile("[\u0100-\u07ff]")
# Control characters that no text holds, tabs, line ends, form feeds and terminals' escapes apart.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x08\x1a"))
_PRINTABLE = bytes(range(32, 127)) + b"\t\n\r\f"


def decoded(data: bytes) -> str:
    """The text of some bytes; every byte becomes a character, none is lost."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return _bytewise(data) if encoding == "utf-8" else data.decode(encoding, "replace")
    if wide := _wide(data[:_SAMPLE]):
        return data.decode(wide, "replace")
    return _bytewise(data)


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a text: marked, wide, or almost free of control characters."""
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return True
    # NUL bytes among plain words are damage; a file full of controls is a program or a picture.
    bare = head.replace(b"\0", b"")
    controls = len(bare) - len(bare.translate(None, _CONTROLS))
    if len(bare) == len(head):
        return controls <= len(bare) // 50
    plain = len(bare) - len(bare.translate(None, _PRINTABLE))
    return controls <= len(bare) // 50 and 2 * len(bare) > len(head) and plain * 10 >= len(bare) * 9


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


def _bytewise(data: bytes) -> str:
    """UTF-8 where its sequences are whole; CP1252 for stray bytes, and Latin-1 for the five that it leaves out."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    # In a text of single bytes a capital and a curly quote may pass for a letter of two.
    if _count(_STRAYS, text) > _count(_LETTERS, text):
        text = _PAIR.sub(_parted, text)
    return text.translate(_STRAY)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(found.end() - found.start() for found in pattern.finditer(text))


def _parted(pair: re.Match[str]) -> str:
    return "".join(_STRAY[0xDC00 + byte] for byte in pair[0].encode())
