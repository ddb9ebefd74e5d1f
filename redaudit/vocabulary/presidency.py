"""The terms of office whose records the Presidential Records Act governs, and the day its restrictions on them end.

P5 on a memorandum of 3 June 1994: President Clinton's records, restricted until 20 January 2013.
"""

import datetime as dt

from attrs import frozen

# The longest duration that a President may set, counted from the end of the last consecutive term: 44 U.S.C. 2204(a).
RESTRICTED_YEARS = 12


@frozen
class Presidency:
    """A President's consecutive terms: from one 20 January until another (half open); None for the one in office."""

    president: str
    start: dt.date
    end: dt.date | None

    @property
    def restricted_until(self) -> dt.date | None:
        """The last day of the restrictions P1 to P6; None while nobody can know it."""
        return self.end.replace(year=self.end.year + RESTRICTED_YEARS) if self.end else None


def _from(president: str, start: int, end: int | None) -> Presidency:
    """Terms begin and end at noon on 20 January: U.S. Constitution, Amendment XX, section 1."""
    return Presidency(president, dt.date(start, 1, 20), dt.date(end, 1, 20) if end else None)


# The Act governs records made since 20 January 1981: P.L. 95-591, section 3.
PRESIDENCIES = (
    _from("Reagan", 1981, 1989),
    _from("George H. W. Bush", 1989, 1993),
    _from("Clinton", 1993, 2001),
    _from("George W. Bush", 2001, 2009),
    _from("Obama", 2009, 2017),
    _from("Trump (first term)", 2017, 2021),
    _from("Biden", 2021, 2025),
    # No consecutive term: the years count anew.
    _from("Trump (second term)", 2025, None),
)


def presidency_of(date: dt.date) -> Presidency | None:
    """The presidency in which a document was made; None before the Act."""
    return next((term for term in reversed(PRESIDENCIES) if term.start <= date), None)
