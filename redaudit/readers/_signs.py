"""The control characters that stand for ink while a text is read, and the characters that entities stand for."""

import html
import re

from redaudit.model.document import Ink

# Private to the text reader: no printed text holds them, and any that a file holds are taken out first.
STRUCK_ON, LIKELY_ON, UNDERLINED_ON, OFF = "\x0e", "\x10", "\x11", "\x0f"
INKS = {STRUCK_ON: Ink.STRUCK, LIKELY_ON: Ink.LIKELY_STRUCK, UNDERLINED_ON: Ink.UNDERLINED}
SIGNS = re.compile(r"[\x0e\x0f\x10\x11]")

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")


def characters(text: str) -> str:
    """A text with its entities as the characters they stand for; a hard space is a blank."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    return " " if character in "\xa0" else character
