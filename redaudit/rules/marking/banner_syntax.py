"""`banner-syntax`: a banner's controls stand in another order, or between other signs, than the register asks.

SECRET//NOFORN//SI                         SI comes before NOFORN
SECRET//ORCON//NOFORN                      of one kind: ORCON/NOFORN
SECRET//NOFORN//20281231                   after January 2008 no date in the banner
"""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._samples import telegram
from redaudit.rules.marking._controls import banner_lines
from redaudit.vocabulary.control import Control, Kind, control_named, kinds_of

# An element has a year to change its systems, so each change counts a year after its day.
_COMMAS_UNTIL = dt.date(2006, 7, 1)  # July 2005: a slash in place of the comma
_DECLASSIFICATION_UNTIL = dt.date(2009, 1, 22)  # 22 January 2008: no declassification value in the banner
# December 2010: Atomic Energy Act markings are a kind of their own; October 2003: so are special access programs.
_ATOMIC_ENERGY_FROM, _SPECIAL_ACCESS_FROM = dt.date(2011, 12, 31), dt.date(2004, 10, 31)


def check(record: Record) -> Iterator[Problem]:
    """Each wording of a banner with double slashes, once, by the syntax of the document's day."""
    day = record.original_date.value if record.original_date else None
    told: dict[str, list[Mark]] = {}
    for banner in banner_lines(record):
        if "//" in banner.text:
            told.setdefault(banner.text, []).append(banner.mark)
    for text, marks in told.items():
        faults = tuple(_faults(text, day))
        if faults:
            doubtful = day is None or all(mark.doubtful for mark in marks)
            yield Problem(
                f"banner {text}: {'; '.join(faults)}",
                marks=tuple(marks),
                severity=softer(Severity.LOW) if doubtful else None,
            )


def _faults(text: str, day: dt.date | None) -> Iterator[str]:
    groups = tuple(
        tuple(control for value in values if (control := control_named(value)) and _has_place(control, day))
        for values in kinds_of(text)
    )
    yield from _mixed(groups)
    yield from _order(tuple(group[0] for group in groups if group))
    for group in groups:
        yield from _ranks(group)
    for values in text.split("//")[1:]:
        plain, lists, countries = values.partition("REL TO ")
        # The countries of a list are parted by commas, before and after.
        if day and day >= _COMMAS_UNTIL and "," in plain.partition("DISPLAY ONLY")[0]:
            yield f"a comma in {plain or values}, where a slash parts values"
        if lists and not countries.startswith("USA"):
            yield f"{lists}{countries} does not begin with USA"
    last = [control for group in groups for control in group if control.kind is Kind.DECLASSIFICATION]
    if last and day and day >= _DECLASSIFICATION_UNTIL:
        yield f"{last[0].name} belongs on the declassification line"


def _has_place(control: Control, day: dt.date | None) -> bool:
    """Whether the register of the day gave a control's kind the place it has now."""
    since = {Kind.ATOMIC_ENERGY: _ATOMIC_ENERGY_FROM, Kind.SPECIAL_ACCESS: _SPECIAL_ACCESS_FROM}.get(control.kind)
    return since is None or (day is not None and day >= since)


def _mixed(groups: tuple[tuple[Control, ...], ...]) -> Iterator[str]:
    for group in groups:
        for before, after in pairwise(group):
            if before.kind is not after.kind:
                yield f"{before.name} and {after.name} are of two kinds, parted by //"


def _order(firsts: tuple[Control, ...]) -> Iterator[str]:
    for before, after in pairwise(firsts):
        if after.kind < before.kind:
            yield f"{after.name} comes before {before.name}"
        elif after.kind == before.kind and after.kind is not Kind.DECLASSIFICATION:
            yield f"{before.name} and {after.name} are of one kind, parted by one slash"


def _ranks(group: tuple[Control, ...]) -> Iterator[str]:
    for before, after in pairwise(group):
        if before.kind is after.kind and 0 < after.rank < before.rank:
            yield f"{after.name} comes before {before.name}"


def _banner(text: str, sent: str = "P 141131Z MAR 12") -> str:
    return f"{text}\n\n{telegram(line='S E C R E T ZEMBLA 000412', sent=sent)}\n{text}\n"


RULE = Rule(
    id="banner-syntax",
    severity=Severity.LOW,
    summary="the controls of a banner stand in another order or between other signs than the register asks",
    rationale="""\
A banner lists its controls by kind: compartments, special access, atomic energy, foreign government, dissemination,
other agencies. Kinds are parted by two slashes, values of a kind by one, each in the order of the register. Systems and
people read it by place, so that a control in the wrong place may be missed.

Evidence: a banner with double slashes, alone on its line, whose known controls stand out of order, between the wrong
signs, or in a form that the register had given up by the date of the document.

    SECRET//SI//NOFORN                 not raised
    SECRET//NOFORN//SI                 raised
    SECRET//NOFORN//X1, of 2001        not raised: until 2008 banners ended so
    SECRET//NOFORN//X1, of 2012        raised
""",
    caution="""\
Older banners kept older syntax: commas between controls until July 2005, a declassification value at the end until
January 2008, special access programs (2003) and Atomic Energy Act markings (2010) in other places before they became
kinds of their own; each change counts a year late, for agencies had that long. Single slashes (SECRET/NOFORN/WNINTEL),
unknown words, and State's class lines are not judged. Without a date, or where OCR read the line, it is information.
""",
    holds=(Holds(Dated.DOCUMENT, since=dt.date(1998, 6, 30), source="DCID 1/7 of 30 June 1998"),),
    source="IC Markings System Register and Manual, 31 December 2016, sections A.6, D.1, G and I",
    check=check,
    hits=(
        _banner("SECRET//NOFORN//SI"),
        _banner("SECRET//ORCON//NOFORN"),
        _banner("SECRET//NOFORN//20281231"),
        _banner("SECRET//SI/NOFORN"),
        _banner("SECRET//REL TO GBR, USA"),
    ),
    misses=(
        _banner("TOP SECRET//SI/TK//FGI GBR//ORCON/NOFORN"),
        _banner("SECRET//NOFORN//X1", sent="P 141131Z MAR 01"),
        _banner("SECRET//ORCON,NOFORN", sent="P 141131Z MAR 01"),
        _banner("SECRET//REL TO USA, AUS, GBR/RELIDO"),
        _banner("SECRET/NOFORN/WNINTEL"),
        _banner("SECRET//NOFORN//SI", sent="P 141131Z MAR 94"),
    ),
)
