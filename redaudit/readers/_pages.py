"""Where the pages of a text begin: form feeds, printed page headers, running stamps."""

import re
from itertools import pairwise

# Page 2 OF 3 · Page 2 of 3 · PAGE 02 STATE 205410 291924Z, each on a line that is a page's header or foot.
_PRINTED = re.compile(
    r"^.{0,80}?\bPage[ ]+(?P<number>\d{1,3})[ ]+OF[ ]+(?P<total>\d{1,3})[ .]*$", re.MULTILINE | re.IGNORECASE
)
# [Page 2], as text extractors write it.
_EXTRACTED = re.compile(r"^\[Page (?P<number>\d{1,4})\][ \t]*$", re.MULTILINE)
_TELEGRAM = re.compile(r"^[ \t\x0e-\x11]*PAGE[ ]+(?P<number>\d{2})[ ]+[A-Z][A-Z ]{1,12}[ ]\d{3,6}\b", re.MULTILINE)
_LEVEL_LINE = re.compile(
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE|RESTRICTED)[ \t]*\n\s*\Z"
)
# The same running line at the foot of one page and the top of the next.
_RUNNING = re.compile(
    r"^[ \t]*(?P<line>UNCLASSIFIED U\.S\. Department of State Case No\..{10,80}"
    r"|.{0,40}Approved [Ff]or [Rr]elease.{10,80})$"
    r"(?P<between>\s*\n)(?=[ \t]*(?P=line)[ \t]*$)",
    re.MULTILINE,
)

# A text this short is one page.
_SHORTEST = 400
# Stamps and banners above a header, and words below a foot, are fewer.
_FEW_ROWS, _FEW_WORDS = 8, 12


def page_texts(text: str) -> list[str]:
    """The texts of the pages, in order; a last page without a word is none."""
    if "\f" in text:
        parts = text.split("\f")
        while len(parts) > 1 and not parts[-1].strip():
            parts.pop()
        return parts
    starts = sorted(set(_starts(text)))
    return [text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]


def _starts(text: str) -> list[int]:
    """Offsets where the second page and those after it begin."""
    if len(text) < _SHORTEST:
        return []
    folded = text if "age" in text or "AGE" in text else ""
    for pattern in (_EXTRACTED, _PRINTED, _TELEGRAM):
        found = _in_sequence(text, list(pattern.finditer(folded)))
        if found:
            return found
    return [match.end("between") for match in _RUNNING.finditer(text)]


def _in_sequence(text: str, headers: list[re.Match[str]]) -> list[int]:
    """The starts of the pages after the first, of headers that count up, or start again at 1: another section.

    A number printed twice is a page's head and foot. A missing number is a page that the copy lacks.
    """
    pages: list[list[re.Match[str]]] = []
    for header in headers:
        if pages and pages[-1][0]["number"] == header["number"] and not _is_another(text, header):
            pages[-1].append(header)
        else:
            pages.append([header])
    numbers = [int(page[0]["number"]) for page in pages]
    if any(number != 1 and number <= before for before, number in pairwise(numbers)):
        return []
    if _at_foot(text, pages):
        return [page[-1].end() + 1 for page in pages[:-1]]
    # A first page without a number has text of its own, more than stamps, above the header of the second.
    unnumbered = pages and numbers[0] > 1 and text.count("\n", 0, pages[0][0].start()) > _FEW_ROWS
    starts = [_with_banner(text, page[0].start()) for page in (pages if unnumbered else pages[1:])]
    return [start for start in starts if start > 0]


def _is_another(text: str, header: re.Match[str]) -> bool:
    """Whether a header like the one before it heads a document of its own: `Page 1 OF 1` with text below."""
    return header.groupdict().get("total") == "1" and len(text[header.end() : header.end() + 400].split("\n")) > 3


def _at_foot(text: str, pages: list[list[re.Match[str]]]) -> bool:
    """Whether numbers stand at the foot: text above the first, which is 1, and none below the last of the total."""
    if len(pages) < 2 or pages[0][0]["number"].lstrip("0") != "1":
        return False
    last = pages[-1][-1]
    return (
        last["number"] == last.groupdict().get("total")
        and text.count("\n", 0, pages[0][0].start()) > _FEW_ROWS
        and len(text[last.end() :].split()) < _FEW_WORDS
    )


def _with_banner(text: str, start: int) -> int:
    """The start of a page whose header follows its banner."""
    banner = _LEVEL_LINE.search(text[max(0, start - 80) : start])
    return max(0, start - 80) + banner.start() if banner else start
