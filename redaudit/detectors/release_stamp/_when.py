"""Dates in stamps, as OCR leaves them: letters that stand for digits are read as digits, and said to be damage."""

import re

from redaudit.vocabulary.date import MONTH, ReadDate, read_date

_DIGIT = r"[\dOoQlI|!iSsB]"
# 2019/O5/28 · 2019[04[02 · 9/18/12 · 06-20-2013
# DEC 12 2014 · 07 JAN 2016 · 9 January 2007 · September 18, 2014 · 5-4-00
WHEN = (
    rf"(?:(?:19|2[O0])(?:{_DIGIT}\ ?){{2}}\ ?[/\[|]\ ?{_DIGIT}\ ?{_DIGIT}\ ?[/\[|]\ ?{_DIGIT}\ ?{_DIGIT}"
    rf"|{_DIGIT}{{1,2}}\ ?[/.-]\ ?{_DIGIT}{{1,2}}\ ?[/.-]\ ?(?:(?:19|2[O0]){_DIGIT}{{2}}|{_DIGIT}{{2}})(?!\d)"
    rf"|\d{{1,2}}[\s.,-]{{0,3}}(?i:{MONTH})[\s.,-]{{1,3}}(?:\d{{4}}|\d{{2}})(?!\d)"
    rf"|(?i:{MONTH})\.?\s{{0,2}}\d{{1,2}}[\s,.-]{{1,3}}\d{{4}}(?!\d))"
)
_AS_DIGIT = str.maketrans(dict(zip("OoQlI|!iSsB[", "00011111558/", strict=True)))
_NUMERIC = re.compile(r"[\s\dOoQlI|!iSsB\[/.-]+")
# The first Executive order that had documents declassified by date is of 1953; no stamp is of the future.
_FIRST_YEAR, _LAST_YEAR = 1953, 2100


def stamped_date(text: str | None) -> tuple[ReadDate | None, bool]:
    """The date of a stamp, and whether its print is damaged; no date where it is none or no year of a release."""
    if not text:
        return None, False
    clean = text
    if _NUMERIC.fullmatch(text):
        clean = re.sub(r"\s", "", text)
        slash = re.match(r"(\S{4})[|\[/](\S\S)[|\[/](\S\S)$", clean)
        clean = ("/".join(slash.groups()) if slash else clean).translate(_AS_DIGIT)
    date = read_date(clean)
    if date is None or not _FIRST_YEAR <= date.date.year <= _LAST_YEAR:
        return None, True
    return date, clean != text
