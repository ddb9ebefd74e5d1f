"""What is added up over the documents of a group: whole numbers, so that any order of adding gives the same."""

from collections import Counter
from fractions import Fraction

from attrs import define, field, fields, frozen

from redaudit.statistics.figures import Figures
from redaudit.statistics.quantiles import LOWER, MEDIAN, UPPER, quantile

# Parts in which lines, shares and years are counted as whole numbers.
HUNDREDTHS = 100
MILLIONTHS = 1_000_000
TENTHS = 10


@frozen
class Extent:
    """What passages take: `lines` in hundredths, `area` in millionths of a page.

    Both are sums over the passages that have them, of which there are `with_lines` and `with_area`.
    """

    redactions: int = 0
    lines: int = 0
    with_lines: int = 0
    area: int = 0
    with_area: int = 0

    def __add__(self, other: "Extent") -> "Extent":
        return Extent(
            self.redactions + other.redactions,
            self.lines + other.lines,
            self.with_lines + other.with_lines,
            self.area + other.area,
            self.with_area + other.with_area,
        )


@frozen
class Tally:
    """Counts over documents. `share` is a sum of millionths, `share_by_pages` one of millionths times pages.

    They are sums over the documents whose share is known: `with_share`, which have `pages_with_share`.
    """

    documents: int = 0
    files: int = 0
    pages: int = 0
    redacted: int = 0
    deleted_pages: int = 0
    share: int = 0
    with_share: int = 0
    share_by_pages: int = 0
    pages_with_share: int = 0
    judged: int = 0
    high: int = 0
    medium: int = 0
    doubtful: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in TALLIED))


TALLIED = tuple(attribute.name for attribute in fields(Tally))


@define
class Sums:
    """All that is added up of one group; years are counted in tenths."""

    tally: Tally = field(factory=Tally)
    extent: Extent = field(factory=Extent)
    to_release: Counter[int] = field(factory=Counter)
    overdue: Counter[int] = field(factory=Counter)

    def figures(self) -> Figures:
        """The figures that these sums give."""
        tally, extent = self.tally, self.extent
        return Figures(
            documents=tally.documents,
            files=tally.files,
            pages=tally.pages,
            documents_redacted=tally.redacted,
            redactions=extent.redactions,
            deleted_pages=tally.deleted_pages,
            lines_withheld=_rounded(extent.lines, HUNDREDTHS, 2) if extent.with_lines else None,
            pages_withheld=_rounded(extent.area, MILLIONTHS, 4) if extent.with_area else None,
            withheld_share_stated=tally.with_share,
            withheld_share=_rounded(tally.share, tally.with_share * MILLIONTHS, 4),
            withheld_share_by_pages=_rounded(tally.share_by_pages, tally.pages_with_share * MILLIONTHS, 4),
            release_years_stated=self.to_release.total(),
            years_to_release=_years(self.to_release, MEDIAN),
            years_to_release_lower=_years(self.to_release, LOWER),
            years_to_release_upper=_years(self.to_release, UPPER),
            overdue_judged=tally.judged,
            overdue=self.overdue.total(),
            years_overdue=_years(self.overdue, MEDIAN),
            findings_high=tally.high,
            findings_medium=tally.medium,
            documents_doubtful=tally.doubtful,
        )


def _rounded(number: int, of: int, decimals: int) -> float | None:
    return float(round(Fraction(number, of), decimals)) if of else None


def _years(counts: Counter[int], part: Fraction) -> float | None:
    """A quantile of tenths, in years with two decimals."""
    tenths = quantile(counts, part)
    return None if tenths is None else float(round(tenths / TENTHS, 2))
