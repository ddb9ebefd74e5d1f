"""Where the pages of a text begin: form feeds, printed page headers, running stamps."""

import re

# Page 2 OF 3 · Page 2 of 3 · PAGE 02 STATE 204310 291924Z, each on a line that is a page's header or foot.
_PRINTED = re.compile(
    r"^.{0,80}?\bPage[ ]+(?P<number>\d{1,3})[ ]+OF[ ]+(?P<total>\d{1,3})[ .]*$", re.MULTILINE | re.IGNORECASE
)
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
    if len(text) < 400:
        return []
    folded = text if "age" in text or "AGE" in text else ""
    found = _in_sequence(list(_PRINTED.finditer(folded)))
    if not found:
        # A telegram's banner stands above its PAGE line: CONFIDENTIAL, blank lines, PAGE 02 STATE 204310.
        found = [_with_banner(text, start) for start in _in_sequence(list(_TELEGRAM.finditer(folded)))]
    if found:
        return found
    return [match.end("between") for match in _RUNNING.finditer(text)]


def _in_sequence(headers: list[re.Match[str]]) -> list[int]:
    """The starts of pages 2, 3 ... of headers that count up by one (or start again at 1: another section)."""
    starts: list[int] = []
    expected: int | None = None
    for header in headers:
        number = int(header["number"])
        if expected is not None and number not in (expected, 1):
            return []
        if expected is not None:
            starts.append(header.start())
        expected = number + 1
    return [start for start in starts if start > 0]


def _with_banner(text: str, start: int) -> int:
    """The start of a page whose header follows its banner."""
    banner = _LEVEL_LINE.search(text[max(0, start - 80) : start])
    return max(0, start - 80) + banner.start() if banner else start
