"""The words of made papers: those of examples/ with other facts, and cables written by code."""

import re
import textwrap
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from .facts import Facts, facts, sentences

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# What the texts of examples/ say of themselves, as a pattern, and what stands there instead.
_EVERYWHERE = {
    r"F-20\d\d-99\d{3}": "{case}",
    r"C0699\d{4}": "{document}",
    r"(?<=Date: )\d\d/\d\d/20\d\d": "{released:%m/%d/%Y}",
    "PORT ASTREL": "{office}",
    "Port Astrel": "{place}",
    "SUBJECT: ": "SUBJECT: PAPER {number}: ",
    r"^Subject: +": "Subject: Paper {number}: ",
}
# The same of one of them; the number of the document must be in each, for that no two have the same bytes.
OWN: Mapping[str, Mapping[str, str]] = {
    "clean/telegram-part.txt": {
        "(?<=on )03/02/2020": "{released:%m/%d/%Y}",
        "000217": "{serial:06}",
        "00217": "{serial:05}",
        "FEB 08": "{month} {made:%y}",
        "S E C R E T": "{spaced}",
        "SECRET": "{level}",
        r"\(S\)": "({portion})",
        "Piers L. Moorhen": "{name}",
    },
    "clean/telegram-full.txt": {"SECRET": "{level}"},
    "clean/telegram-unclassified.txt": {},
    "clean/cia-memo.txt": {
        "2004/07/12": "{released:%Y/%m/%d}",
        "CIA-RDP79T09999A004100210007-3": "CIA-RDP79T{box:05}A0041{number:08}-3",
        "SECRET": "{level}",
        "3 September 1968": "{made.day} {made:%B %Y}",
    },
    "clean/frus-page.txt": {
        r"118\.": "{page}.",
        "Box 14": "Box {box}",
        "May 4, 1961": "{made:%B} {made.day}, {made.year}",
        "LIND 2207": "LIND {number}",
        "Secret(?=;)": "{title}",
    },
    "clean/library.txt": {
        "2012-0999-M": "{released.year}-{page:04}-M",
        "6/12/15": "{released.month}/{released.day}/{released:%y}",
        "June 3, 1994": "{made:%B} {made.day}, {made.year}",
        "CONFIDENTIAL": "{level}",
        "Tab A": "Tab {number}",
    },
    "clean/mail-part.txt": {"B6": "{code}"},
    "faulty/fbi-sheet.md": {
        "1399999": "{number:07}",
        "03-14-2016": "{released:%m-%d-%Y}",
        "11/21/72": "{made:%m/%d/%y}",
        "Page 14": "Page {page}",
    },
    "faulty/cable.md": {"001463": "{serial:06}", "01463": "{serial:05}"},
    "faulty/copies.txt": {
        "FL-2018-99044": "FL-{released.year}-{page:05}",
        "00009990112": "{number:011}",
        "4/20/2021": "{released.month}/{released.day}/{released.year}",
        "CONFIDENTIAL": "{level}",
    },
    "faulty/leaked.txt": {"SECRET": "{level}"},
    "faulty/mail-b1.txt": {},
    "faulty/mail-full.txt": {},
}
BAND = "UNCLASSIFIED U.S. Department of State Case No. {case} Doc No. {document} Date: {released:%m/%d/%Y}"

_CABLE = """{band}

~~{level}~~

{release}
{listed}

PAGE 01        {office}  {serial:05}  {made:%d}1804Z

P {made:%d}1804Z {month} {made:%y}
FM AMEMBASSY {office}
TO SECSTATE WASHDC PRIORITY 0916

~~{spaced}~~ {office} {serial:06}

SIPDIS

E.O. {order}: DECL: {made:%m/%d}/{due}
TAGS: PREL, ETRD, VV
SUBJECT: {office}: PAPER {number} OF {subject}

Classified By: {name} for reasons 1.4 (b) and (d).

{paragraphs}
{surname}

~~{level}~~
{band}
"""


def words(number: int) -> str:
    """The words of the text of a number: of two, one is an example with facts of its own, one a cable of code."""
    known = facts(number)
    paths = tuple(OWN)
    return cable(known) if number % 2 else example(paths[number // 2 % len(paths)], known)


def example(path: str, known: Facts) -> str:
    """The words of a file of examples/, with this document's facts in the place of its own."""
    return _template(path)(known)


def cable(known: Facts) -> str:
    """A cable of some paragraphs, with a gap and its codes where it is released in part."""
    paragraphs = []
    for row, sentence in enumerate(sentences(known.number, 3 + known.number % 9), 1):
        mark = known.portion if row % 3 else "U"
        paragraphs.append(textwrap.fill(f"{row}. ~~({mark})~~ {sentence} {_more(known, row)}", 74) + "\n")
        if known.withheld and row % 3 == 1:
            paragraphs.append("".join(f"\n{'':72}{code}" for code in known.codes) + "\n\n")
    return _CABLE.format_map({**fields_of(known), "paragraphs": "\n".join(paragraphs)})


def _more(known: Facts, row: int) -> str:
    return " ".join(sentences(known.number + 31 * row, 1 + (known.number + row) % 4))


@cache
def _template(path: str) -> Callable[[Facts], str]:
    text = (EXAMPLES / path).read_text(encoding="utf-8")
    patterns = {**OWN[path], **_EVERYWHERE}
    found = re.compile("|".join(f"({pattern})" for pattern in patterns), re.MULTILINE)
    instead = list(patterns.values())

    def filled(known: Facts) -> str:
        fields = fields_of(known)
        return found.sub(lambda match: instead[(match.lastindex or 1) - 1].format_map(fields), text)

    return filled


def fields_of(known: Facts) -> dict[str, object]:
    """What the texts above name in braces."""
    fields: dict[str, object] = {name: getattr(known, name) for name in _FACTS}
    fields |= {
        "month": f"{known.made:%b}".upper(),
        "serial": known.number % 1_000_000,
        "box": known.number % 100_000,
        "page": 1 + known.number % 9_000,
        "title": known.level.title(),
        "place": known.office.title(),
        "code": known.codes[-1] if known.codes else "B6",
        "listed": ",".join(known.codes) or "DECLASSIFIED",
        "order": _order(known.made.year),
        "due": known.made.year + 25,
        "surname": known.name.rsplit(" ", 1)[-1].upper(),
    }
    return fields | {"band": BAND.format_map(fields)}


def _order(year: int) -> int:
    """The order on classification in force."""
    return next(order for since, order in ((1995, 12958), (1982, 12356), (1972, 11652), (0, 10501)) if year >= since)


_FACTS = ("number", "level", "office", "release", "name", "subject", "made", "released", "case", "document")
_FACTS = (*_FACTS, "spaced", "portion")
