r"""Markdown, HTML and their escapes taken off a text; what they say of the ink is kept as two control characters.

~~SECRET~~   <del>(c)</del>   <s>..</s>   S̶E̶C̶R̶E̶T̶          struck
-CONFIDENTIAL   ~CONFIDENTIAL   \_CONFIDENTIAL             likely struck: what OCR leaves of a line through a word
"""

import html
import re
from html.parser import HTMLParser

from redaudit.model.document import Ink

# Private to the text reader: no printed text holds them, and any that a file holds are taken out first.
STRUCK_ON, LIKELY_ON, UNDERLINED_ON, OFF = "\x0e", "\x10", "\x11", "\x0f"
INKS = {STRUCK_ON: Ink.STRUCK, LIKELY_ON: Ink.LIKELY_STRUCK, UNDERLINED_ON: Ink.UNDERLINED}
SIGNS = re.compile(r"[\x0e\x0f\x10\x11]")

_STRUCK = (
    re.compile(r"~~(?=\S)([^~\n]{1,400}?)~~"),
    re.compile(r"<(?P<tag>del|s|strike)\b[^<>]{0,200}>(.{0,2000}?)</(?P=tag)\s*>", re.IGNORECASE | re.DOTALL),
)
_UNDERLINED = re.compile(r"<(?P<tag>u|ins)>(.{0,2000}?)</(?P=tag)>", re.IGNORECASE | re.DOTALL)
# A long stroke overlay after every letter.
_OVERLAID = re.compile(r"(?:\S\u0336[ ]?)+")
_TAG = re.compile(
    r"</?(?:sup|sub|b|i|em|strong|p|div|span|font|a|td|tr|th|table|tbody|thead|ul|ol|li|small|mark|center|h[1-6])"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:#|/|\.|https?:|mailto:)[^()\s]{0,300}\)")
# The paragraph sign of a cable comes out of web copies as a link: [1](#)1.
_PARAGRAPH_SIGN = re.compile(r"\[1\]\(#\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|<>$&%'\"])")
_HARD_BREAK = re.compile(r"[ \t]*\\$", re.MULTILINE)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_RULE = re.compile(
    r"^[ ]{0,3}\|?(?:[ ]*:?-{3,}:?[ ]*\|)+(?:[ ]*:?-{3,}:?[ ]*)?$|^[ ]{0,3}-{3,}\|[-|: ]*$", re.MULTILINE
)
_PIPED = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.MULTILINE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});")
_LEVEL = (
    r"(?:TOP[ ]?SECRET|SE[CG]RE[TP]|CONFIDENTIAL|UNCLASSIFIED|LIMITED[ ]OFFICIAL[ ]USE|RESTRICTED|NODIS|EXDIS|NOFORN)"
)
_TRACE = re.compile(
    r"^(?P<lead>[ \t]*(?:[\"“][A-Z]+[\"”][ \t]+)?)"
    rf"(?P<word>[-~_—–=]{{1,4}}[ ]?{_LEVEL}(?:[/ ]+[A-Z]+)?[ ]?[-~_—–=]{{0,4}}"
    rf"|{_LEVEL}[-~_—–=]{{1,4}})[ \t]*$",
    re.MULTILINE,
)
_DOCUMENT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html|<html\b|<head\b|<body\b)", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether a text is a whole HTML page, not text with a few tags in it."""
    return bool(_DOCUMENT.match(text))


def plain(text: str) -> str:
    """The words of a text without its markup, signs of ink where they were."""
    text = SIGNS.sub("", text) if SIGNS.search(text) else text
    if is_html(text):
        text = html_text(text)
    elif "<" in text or "&" in text:
        text = _without_tags(text)
    if "~~" in text:
        text = _STRUCK[0].sub(rf"{STRUCK_ON}\1{OFF}", text)
    if "\u0336" in text:
        text = _OVERLAID.sub(lambda found: f"{STRUCK_ON}{found[0].replace(chr(0x336), '')}{OFF}", text)
    return _traces(_without_markdown(text))


def _without_tags(text: str) -> str:
    if "</" in text:
        text = _STRUCK[1].sub(rf"{STRUCK_ON}\2{OFF}", text)
        text = _UNDERLINED.sub(rf"{UNDERLINED_ON}\2{OFF}", text)
    if "<" in text:
        text = _BREAK.sub("\n", _COMMENT.sub("", text))
        text = _TAG.sub("", text)
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    return " " if character in "\xa0" else character


def _without_markdown(text: str) -> str:
    if "](" in text:
        text = _LINK.sub(r"\1", _PARAGRAPH_SIGN.sub("¶", text))
    if "**" in text or "__" in text:
        text = _BOLD.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", _HARD_BREAK.sub("", text))
    if "#" in text:
        text = _HEADING.sub("", text)
    if "|" in text:
        text = _RULE.sub("", text)
        text = _PIPED.sub(lambda found: found[1].replace("|", "\t"), text)
    return text


def _traces(text: str) -> str:
    """What OCR leaves of a line through a level word, as likely strikes."""
    return _TRACE.sub(rf"\g<lead>{LIKELY_ON}\g<word>{OFF}", text)


class _Words(HTMLParser):
    """The words of an HTML page, a line a block, struck words between their signs."""

    _BLOCKS = frozenset(
        ("p", "div", "br", "tr", "li", "table", "ul", "ol", "hr", "pre", "blockquote", "section", "article", "title")
    ) | frozenset(f"h{level}" for level in range(1, 7))
    _INKS = {"del": STRUCK_ON, "s": STRUCK_ON, "strike": STRUCK_ON, "u": UNDERLINED_ON, "ins": UNDERLINED_ON}  # noqa: RUF012
    _SILENT = frozenset(("script", "style", "template"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0
        self._preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in self._SILENT
        self._preformatted += tag == "pre"
        if tag in self._BLOCKS:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append("\t")
        style = (dict(attrs).get("style") or "").replace(" ", "")
        if tag in self._INKS or "line-through" in style:
            self.parts.append(self._INKS.get(tag, STRUCK_ON))

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in self._SILENT))
        self._preformatted = max(0, self._preformatted - (tag == "pre"))
        if tag in self._INKS or tag == "span":
            self.parts.append(OFF)
        if tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data if self._preformatted else re.sub(r"\s+", " ", data))


def html_text(text: str) -> str:
    """The words of a whole HTML page."""
    words = _Words()
    words.feed(text)
    words.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(words.parts))
