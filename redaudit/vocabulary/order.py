"""The executive orders on classification: when each was in force, its reasons, declassification forms, time lines."""

import datetime as dt
import re

from attrs import frozen


@frozen
class ExecutiveOrder:
    """An order, in force from `start` until `end` (half open), and cited from `cited_from` until `cited_until`.

    The citing window is wider: posts cited the old order for some weeks after a change, and 60 days are let pass.
    """

    number: str
    signed: dt.date
    start: dt.date
    end: dt.date | None
    cited_from: dt.date
    cited_until: dt.date | None
    source: str

    @property
    def name(self) -> str:
        """As the contract writes it."""
        return f"E.O. {self.number}"


GRACE = dt.timedelta(days=60)


def _order(
    number: str,
    signed: dt.date,
    start: dt.date,
    end: dt.date | None,
    source: str,
    window: tuple[dt.date, dt.date | None] | None = None,
) -> ExecutiveOrder:
    early, late = window or (start - GRACE, end + GRACE if end else None)
    return ExecutiveOrder(number, signed, start, end, early, late, source)


_D = dt.date
ORDERS = (
    _order("8381", _D(1940, 3, 22), _D(1940, 3, 22), _D(1950, 2, 1), "5 FR 1147"),
    _order("10104", _D(1950, 2, 1), _D(1950, 2, 1), _D(1951, 10, 27), "15 FR 597"),
    # 30 days after its publication of 27 September 1951.
    _order("10290", _D(1951, 9, 24), _D(1951, 10, 27), _D(1953, 12, 15), "16 FR 9795"),
    _order("10501", _D(1953, 11, 5), _D(1953, 12, 15), _D(1972, 6, 1), "18 FR 7049, section 20"),
    # Amends 10501 and brings its groups.
    _order("10964", _D(1961, 9, 20), _D(1961, 9, 20), _D(1972, 6, 1), "26 FR 8932"),
    _order("11652", _D(1972, 3, 8), _D(1972, 6, 1), _D(1978, 12, 1), "37 FR 5209, section 14"),
    _order("12065", _D(1978, 6, 28), _D(1978, 12, 1), _D(1982, 8, 1), "43 FR 28949, 7-101; telegram 1978 STATE 296107"),
    _order("12356", _D(1982, 4, 2), _D(1982, 8, 1), _D(1995, 10, 14), "47 FR 14874, section 6.2(c)"),
    # Either of the last two is accepted through 2010, the year of the change.
    _order(
        "12958",
        _D(1995, 4, 17),
        _D(1995, 10, 14),
        _D(2010, 6, 27),
        "60 FR 19825, section 6.2",
        (_D(1995, 8, 15), _D(2011, 1, 1)),
    ),
    # Amends 12958; section 1.5 becomes 1.4.
    _order(
        "13292",
        _D(2003, 3, 25),
        _D(2003, 3, 25),
        _D(2010, 6, 27),
        "68 FR 15315",
        (_D(2003, 3, 25), _D(2011, 1, 1)),
    ),
    _order(
        "13526",
        _D(2009, 12, 29),
        _D(2010, 6, 27),
        None,
        "75 FR 707, section 6.3; 32 CFR part 2001 from 25 June 2010",
        (_D(2009, 12, 29), None),
    ),
)

_BY_NUMBER = {order.number: order for order in ORDERS}
_NUMBER = re.compile(r"(?<!\d)(8381|1[0-3]\d{3})(?!\d)")


def order_named(text: str) -> ExecutiveOrder | None:
    """The order that a text names: `E.O. 12958, as amended`; None for none, or for a number that is no such order."""
    found = _NUMBER.search(text)
    return _BY_NUMBER.get(found[1]) if found else None


def order_in_force(date: dt.date) -> ExecutiveOrder | None:
    """The order in force on a day, amendments aside; None before 22 March 1940."""
    for order in reversed(ORDERS):
        if order.number not in ("10964", "13292") and order.start <= date and (order.end is None or date < order.end):
            return order
    return None


def citable(order: ExecutiveOrder, date: dt.date) -> bool:
    """Whether a document of that day may cite the order, the weeks around a change let pass."""
    return order.cited_from <= date and (order.cited_until is None or date < order.cited_until)


@frozen
class ReasonSection:
    """A section of reasons: its categories, the orders that have it, the origin dates it may stand on (half open)."""

    section: str
    categories: str
    orders: tuple[str, ...]
    start: dt.date
    end: dt.date | None
    # Until when a late use is only a slip of habit.
    habit: dt.date | None
    source: str


REASON_SECTIONS = (
    ReasonSection(
        "1.3",
        "1 2 3 4 5 6 7 8 9 10",
        ("12356",),
        _D(1982, 8, 1),
        _D(1995, 10, 14),
        None,
        "E.O. 12356 1.3(a); 22 CFR 9.6",
    ),
    # The marking rules of the amended order bind from 22 September 2003; cables kept 1.5 into 2004.
    ReasonSection(
        "1.5",
        "a b c d e f g",
        ("12958",),
        _D(1995, 10, 14),
        _D(2003, 9, 22),
        _D(2005, 1, 1),
        "E.O. 12958 1.5; ISOO marking changes of 22 September 2003",
    ),
    ReasonSection(
        "1.4",
        "a b c d e f g h",
        ("12958", "13292", "13526"),
        _D(2003, 3, 25),
        None,
        None,
        "E.O. 12958 as amended by E.O. 13292, 1.4; E.O. 13526 1.4",
    ),
)

_BY_SECTION = {row.section: row for row in REASON_SECTIONS}
_LETTER = re.compile(r"1\.([45])\(([A-Za-z])\)")
_NUMBERED = re.compile(r"1\.3\(a\)\((\d{1,2})\)", re.IGNORECASE)


def reason_parts(reason: str) -> tuple[ReasonSection, str] | None:
    """The section and category of a canonical reason: `1.5(D)` is 1.5 and `d`, `1.3(a)(5)` is 1.3 and `5`."""
    if found := _LETTER.fullmatch(reason):
        return _BY_SECTION[f"1.{found[1]}"], found[2].lower()
    if found := _NUMBERED.fullmatch(reason):
        return _BY_SECTION["1.3"], found[1]
    return None


# E.O. 12356 1.3(a)(n) against the letters of E.O. 12958 1.5 and of 1.4 since; 22 CFR 9.6 (2001) for the first.
# (10), "other categories", has no letter.
_LETTER_OF_NUMBER = {
    "1": "a",  # military plans, weapons, operations
    "2": "g",  # vulnerabilities or capabilities of systems, installations, projects, plans
    "3": "b",  # foreign government information
    "4": "c",  # intelligence activities, sources, methods
    "5": "d",  # foreign relations or foreign activities
    "6": "e",  # scientific, technological, economic matters
    "7": "f",  # safeguarding nuclear materials or facilities
    "8": "c",  # cryptology
    "9": "d",  # a confidential source
}


def category(reason: str) -> str | None:
    """The letter of section 1.4 that a reason of any order stands for: `d` for `1.5(D)`, `1.4(D)` and `1.3(a)(5)`."""
    parts = reason_parts(reason)
    if parts is None:
        return None
    section, letter = parts
    return _LETTER_OF_NUMBER.get(letter) if section.section == "1.3" else letter


@frozen
class DeclassificationForm:
    """A way to say when a document is declassified, and the origin dates it may stand on (half open)."""

    name: str
    pattern: re.Pattern[str]
    start: dt.date
    end: dt.date | None
    habit: bool
    source: str

    def fits(self, origin: dt.date) -> bool:
        """Whether a document of that day may carry the form, the weeks around a change let pass."""
        return self.start - GRACE <= origin and (self.end is None or origin < self.end + GRACE)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Longest and most particular first. `habit`: out of its time it is a slip of habit, and weighs little.
FORMS = (
    DeclassificationForm(
        "25X1-human", _form(r"\b25X1\s?-\s?human"), _D(2003, 3, 25), _D(2013, 1, 1), True, "ISOO Notice 2012-02"
    ),
    DeclassificationForm(
        "50X or 75X",
        _form(r"\b(?:50|75)X\d?(?:\s?-\s?(?:HUM|WMD))?\b"),
        _D(2009, 12, 29),
        None,
        False,
        "E.O. 13526 3.3(h); 32 CFR 2001.26",
    ),
    DeclassificationForm(
        "25X", _form(r"\b25X\d?\b"), _D(1995, 4, 17), None, True, "E.O. 12958 3.4(b); E.O. 13526 3.3(b)"
    ),
    DeclassificationForm(
        "X1 to X8",
        _form(r"(?<![\dA-Z])(?:1\.6\s?)?X\s?[1-8]\b"),
        _D(1995, 10, 14),
        _D(2003, 9, 22),
        False,
        "E.O. 12958 1.6(d); ISOO marking changes of 22 September 2003",
    ),
    DeclassificationForm(
        "OADR",
        _form(r"\bOADR\b|originating agency'?s determination required"),
        _D(1982, 8, 1),
        _D(1995, 10, 15),
        False,
        "E.O. 12356 1.4; no source dated after 14 October 1995 may carry it",
    ),
    DeclassificationForm(
        "RDS or XDS", _form(r"\b(?:RDS|XDS)\b"), _D(1978, 12, 1), _D(1982, 8, 1), True, "E.O. 12065 1-4"
    ),
    DeclassificationForm(
        "GDS, ADS or XGDS",
        _form(r"\b(?:X?GDS|ADS)\b|general declassification schedule"),
        _D(1972, 6, 1),
        _D(1982, 8, 1),
        True,
        "E.O. 11652 5; kept as a form under E.O. 12065",
    ),
    DeclassificationForm(
        "GROUP 1 to 4",
        _form(r"\bGROUP\s?-?\s?[1-4]\b"),
        _D(1961, 9, 20),
        _D(1972, 6, 1),
        True,
        "E.O. 10501 as amended by E.O. 10964",
    ),
    DeclassificationForm(
        "MR", _form(r"^MR$|manual review"), _D(2003, 1, 1), _D(2008, 3, 1), True, "IC markings register until 2008"
    ),
)


_FOR_REVIEW = re.compile(r"\bRDS\b|\breview\b", re.IGNORECASE)


def for_review(instruction: str) -> bool:
    """Whether the date of an instruction is that of a review, `RDS-1 4/15/00`: E.O. 12065 1-402."""
    return bool(_FOR_REVIEW.search(instruction))


def form_of(instruction: str) -> DeclassificationForm | None:
    """The form of a declassification instruction; None for a date, an event in words, or `N/A`."""
    return next((form for form in FORMS if form.pattern.search(instruction)), None)


# The first day on which a line opened records. Under E.O. 12958 the 25-year line slipped until the end of 2006, so
# nothing released before is measured by it. E.O. 13526 3.3(h) brought the lines of 50 and 75 years and gave agencies
# three years to get ready; whether they end in 2012 or 2013 is not confirmed, so the later year is taken.
FIRST_AUTOMATIC = {25: _D(2006, 12, 31), 50: _D(2013, 12, 31), 75: _D(2013, 12, 31)}
# Special media, late referrals and records found late may lawfully lag behind the line, and a block of files opens with
# its youngest record: E.O. 13526 3.3(d); 32 CFR 2001.30(n); 36 CFR 1260.46(b)-(c).
LAWFUL_DELAY_YEARS = 5


def automatic_line(origin: dt.date, years: int) -> dt.date:
    """The day a record is declassified by itself, 25, 50 or 75 years on: 31 December, 32 CFR 2001.26, 2001.30(l)."""
    return _D(origin.year + years, 12, 31)


def years_after(date: dt.date, years: int) -> dt.date:
    """The same day some years later, the last of February for the 29th."""
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return _D(date.year + years, 2, 28)


# The marking of each exemption from a line, with the section that grants it: 25X and 3.3(b) end at 50 years, 50X and
# 3.3(h)(1)-(2) at 75; 75X and 3.3(h)(3) on a day that the Panel approved. 3.4(b) is E.O. 12958 before its amendment.
_EXEMPTS = {
    25: re.compile(r"25X|3\.[34]\(b\)", re.IGNORECASE),
    50: re.compile(r"50X|3\.3\(h\)(?!\(3)", re.IGNORECASE),
    75: re.compile(r"75X|3\.3\(h\)\(3\)", re.IGNORECASE),
}
_CLASSIFIED = re.compile(r"B1$|1\.[45]\([A-H]\)|1\.3\(a\)|P1$|K1$", re.IGNORECASE)


def outlasts(code: str, years: int) -> bool:
    """Whether a code claims an exemption at the line of 25, 50 or 75 years, or at a later one: 32 CFR 2001.26."""
    return any(pattern.match(code) for line, pattern in _EXEMPTS.items() if line >= years)


def outlasts_25_years(code: str) -> bool:
    """Whether a code claims an exemption at 25 years or later: `25X1`, `3.3(b)(1)`, `50X1-HUM`."""
    return outlasts(code, 25)


def claims_classification(code: str) -> bool:
    """Whether a code withholds something because it is classified: `B1`, `1.4(D)`, `25X1`, `3.3(b)(6)`, `P1`."""
    return bool(_CLASSIFIED.match(code)) or outlasts_25_years(code)


def names_category(code: str) -> bool:
    """Whether a code names the category of an order that a B1 needs: `1.4(D)`, `1.3(a)(5)`, `25X6`, `3.3(b)(6)`."""
    return reason_parts(code) is not None or outlasts_25_years(code)
