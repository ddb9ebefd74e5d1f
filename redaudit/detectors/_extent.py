"""How much an editor's words say is withheld: `1-1/2 lines`, `3 paragraphs (17 lines)`, `name and place`."""

import re

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "one-half": 0.5}
_SPELLED = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_WORDS = {word: float(number) for number, word in enumerate(_SPELLED, 1)} | {"a": 1.0, "an": 1.0, "i": 1.0, "l": 1.0}

_NUMBER = (
    rf"(?:(?P<whole>\d+?|{'|'.join(sorted(_SPELLED, key=len, reverse=True))}"
    r"|an?|I|l)(?:\s*(?:and\s+|[-–—‑]\s*)?(?P<part>[½¼¾]|1\s?/\s?2|1\s?/\s?4|3\s?/\s?4|one-half))?"
    r"|(?P<only>[½¼¾]|1/2|1/4|3/4|one-half))"
)
_AMOUNT = re.compile(
    rf"\s*(?:(?P<below>less\s+th[ae]n)\s+|(?:about|approximately|nearly|over|at\s+least)\s+)?{_NUMBER}(?:-|\s+|(?=[1l]ine))"
    r"(?P<unit>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LINES = re.compile(rf"(?P<below>less\s+th[ae]n\s+)?(?<![\w½]){_NUMBER}\s*[1l]ines?\b", re.IGNORECASE)
_TIME = re.compile(r"(\d+)\s+minutes?(?:\s+(?:and\s+)?(\d+)\s+seconds?)?", re.IGNORECASE)
# The first thing named, without what follows it: `(5 lines ...)`, `of source text`, `and place`, `not declassified`.
_FIRST = re.compile(
    r"[\[({\s]*(.*?)[\s.\])}]*(?:[\[(]|,|;|:|\bof\b|\bin\b|\band\b|\b(?:is|are|was|were)\b|\bn[o0]t\b|\bde-?c?l|\bremain|\bon\b|\bfrom\b|\]|$)",
    re.IGNORECASE | re.DOTALL,
)
# Nouns of matter, which have no number.
_MATTER = {"text", "source text", "information", "material", "remainder", "rest", "balance", "full text"}


def extent_of(words: str) -> tuple[float | None, str, float | None]:
    """Quantity, unit in the singular, and lines, as far as the words state them. `less than 1 line` counts as half."""
    words = " ".join(words.split()).strip("[](){} .")
    lines = _lines(words)
    if found := _TIME.match(words):
        return round(int(found[1]) + int(found[2] or 0) / 60, 2), "minute", None
    amount = _AMOUNT.match(words)
    if amount is None:
        unit = _unit(words)
        single = _singular(unit)
        return (1.0 if single == unit and unit not in _MATTER and unit else None), single, lines
    quantity = _value(amount)
    unit = _singular(_unit(amount["unit"]))
    return quantity, unit, quantity if unit == "line" else lines


def _lines(words: str) -> float | None:
    found = _LINES.search(words)
    return _value(found) if found else None


def _value(found: re.Match[str]) -> float:
    if found["only"]:
        value = _FRACTIONS[found["only"].casefold()]
    else:
        whole = found["whole"].casefold()
        value = _WORDS[whole] if whole in _WORDS else float(whole)
        value += _FRACTIONS[re.sub(r"\s", "", found["part"]).casefold()] if found["part"] else 0.0
    return value - 0.5 if found["below"] else value


def _unit(words: str) -> str:
    found = _FIRST.match(words)
    unit = (found[1] if found else words).casefold().strip()
    unit = re.sub(r"\s+(?:[a-z]|[ivx]+|\d+)(?:[-–]\S+)?$", "", unit)
    unit = re.sub(r"^(?:the|this|that|an?|entire|whole)\s+", "", unit)
    return re.sub(r"^1(?=ines?\b)", "l", unit)


def _singular(unit: str) -> str:
    if unit.endswith("ies") and len(unit) > 5:
        return unit[:-3] + "y"
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit
