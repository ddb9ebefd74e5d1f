r"""Markdown, HTML and their escapes taken off a text; what they say of the ink is kept as two control characters.

~~SECRET~~   <del>(c)</del>   <s>..</s>   S̶E̶C̶R̶E̶T̶          struck
-CONFIDENTIAL   ~CONFIDENTIAL   \_CONFIDENTIAL             likely struck: what OCR leaves of a line through a word
"""

import re
from collections.abc import Callable

from redaudit.readers._html import html_text, without_silent
from redaudit.readers._signs import LIKELY_ON, OFF, SIGNS, STRUCK_ON, UNDERLINED_ON, characters

_TILDES = re.compile(r"~~(?=\S)([^~\n]{1,400})~~")
# An element without another of its name inside; words between more tags than this are no struck words.
_ELEMENT = (
    r"<(?P<tag>{names})\b[^<>]{{0,200}}+>(?P<words>[^<]*+(?>(?:<(?!/?(?P=tag)\b)[^<]*+){{0,40}}))</(?P=tag)\s{{0,9}}>"
)
_STRUCK = re.compile(_ELEMENT.format(names="del|s|strike"), re.IGNORECASE)
_UNDERLINED = re.compile(_ELEMENT.format(names="u|ins"), re.IGNORECASE)
# Struck passages are paragraphs at most: an end tag farther off belongs to another beginning.
_LONGEST = 2000
# A long stroke overlay after every letter.
_OVERLAID = re.compile(r"(?:\S\u0336[ ]?)+")
_ENDS = (
    (re.compile(r"</(?:td|th)\s?>(?=\s{0,9}<t[dh]\b)", re.IGNORECASE), "\t"),
    (re.compile(r"<br\s{0,9}/?>|</(?:p|div|tr|li|h[1-6])\s?>(?!\s{0,9}\n)", re.IGNORECASE), "\n"),
)
_TAG = re.compile(
    r"</?(?:sup|sub|b|i|em|strong|p|div|span|font|a|td|tr|th|table|tbody|thead|ul|ol|li|small|mark|center|h[1-6]|pre|code"
    r"|blockquote|hr|img|caption|big|tt)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:#|/|\.|https?:|mailto:)[^()\s]{0,300}\)")
# The paragraph sign of a cable comes out of web copies as a link: [1](#)1.
_PARAGRAPH_SIGN = re.compile(r"\[1\]\(#\)(?=[ ]?\d{1,3}[ ]?\.)")
# Out of place, before a year or a letter, it stands for nothing.
_STRAY_SIGN = re.compile(r"\[1\]\(#\)")
_BOLD = re.compile(r"(?<![*_])(\*\*|__)(?=[^\s*_])([^*_\n]{1,400})(?<=\S)\1(?![*_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|<>$&%'\"])")
_HARD_BREAK = re.compile(r"(?<![ \t])[ \t]*+\\$", re.MULTILINE)
# ## Page 2, over each page of an OCR's markdown.
_PAGE_HEADING = re.compile(r"^#{1,6}[ \t]+Page[ \t]+(\d{1,4})[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
# The row below the heads of a table: |---|:-:|
_DASHES = r"[ ]*(?::-+:?|-+:|-{3,})[ ]*"
_RULE = re.compile(rf"^[ ]{{0,3}}\|?(?:{_DASHES}\|)+(?:{_DASHES})?$|^[ ]{{0,3}}-{{3,}}\|[-|: ]*$", re.MULTILINE)
_PIPED = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.MULTILINE)
_LEVEL = (
    r"(?:TOP[ ]?SECRET|SE[CG]RE[TP]|CONFIDENTIAL|UNCLASSIFIED|LIMITED[ ]OFFICIAL[ ]USE|RESTRICTED|NODIS|EXDIS|NOFORN)"
)
# Tried at line breaks only: a `^` with MULTILINE is tried at every character.
_TRACE = re.compile(
    r"(?P<lead>\n[ \t]*+(?:[\"“][A-Z]+[\"”][ \t]+)?)"
    rf"(?P<word>[-~_—–=]{{1,4}}[ ]?{_LEVEL}(?:[/ ]+[A-Z]+)?[ ]?[-~_—–=]{{0,4}}"
    rf"|{_LEVEL}[-~_—–=]{{1,4}})[ \t]*$",
    re.MULTILINE,
)
# The beginning of a text, which tells whether it is a whole HTML page.
_HEAD = 4096
_DOCUMENT = re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html|<html\b|<head\b|<body\b)", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether a text is a whole HTML page, not text with a few tags in it."""
    head = text[:_HEAD].lstrip()
    return bool(_DOCUMENT.match(without_silent(head).lstrip() if head.startswith("<!--") else head))


def plain(text: str) -> str:
    """The words of a text without its markup, signs of ink where they were."""
    text = SIGNS.sub("", text) if SIGNS.search(text) else text
    if is_html(text):
        text = html_text(text)
    elif "<" in text or "&" in text:
        text = _without_tags(text)
    if "~~" in text:
        text = _TILDES.sub(rf"{STRUCK_ON}\1{OFF}", text)
    if "\u0336" in text:
        text = _OVERLAID.sub(lambda found: f"{STRUCK_ON}{found[0].replace(chr(0x336), '')}{OFF}", text)
    return _traces(_without_markdown(text))


def _without_tags(text: str) -> str:
    if "<" in text:
        text = without_silent(text)
        if "</" in text:
            text = _UNDERLINED.sub(_inked(UNDERLINED_ON), _STRUCK.sub(_inked(STRUCK_ON), text))
        for ends, character in _ENDS:
            text = ends.sub(character, text)
        text = _TAG.sub("", text)
    return characters(text)


def _inked(sign: str) -> Callable[[re.Match[str]], str]:
    """An element's words between a sign of ink and its end; one too long stays as it is."""
    return lambda found: f"{sign}{found['words']}{OFF}" if len(found["words"]) <= _LONGEST else found[0]


def _without_markdown(text: str) -> str:
    if "](" in text:
        text = _LINK.sub(r"\1", _STRAY_SIGN.sub("", _PARAGRAPH_SIGN.sub("¶", text)))
    if "**" in text or "__" in text:
        text = _BOLD.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", _HARD_BREAK.sub("", text))
    if "#" in text:
        text = _PAGE_HEADING.sub(r"[Page \1]", text)
        text = _HEADING.sub("", text)
    if "|" in text:
        text = _RULE.sub("", text)
        text = _PIPED.sub(lambda found: found[1].replace("|", "\t"), text)
    return text


def _traces(text: str) -> str:
    """What OCR leaves of a line through a level word, as likely strikes."""
    marked, count = _TRACE.subn(rf"\g<lead>{LIKELY_ON}\g<word>{OFF}", f"\n{text}")
    return marked[1:] if count else text
