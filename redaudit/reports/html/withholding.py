"""How much each code withholds: passages, their lines and their area, in whole numbers that add up in any order."""

from attrs import frozen

from redaudit.model.record import Record, Redaction
from redaudit.reports.table import printable

# The key of passages beside which no code stands.
UNCODED = ""
_HUNDREDTHS = 100
_MILLIONTHS = 1_000_000


@frozen
class Extent:
    """What is withheld under one code: `lines` in hundredths, `area` in millionths of a page.

    Both are sums over the passages that have them, of which there are `with_lines` and `with_area`.
    """

    documents: int
    passages: int
    lines: int = 0
    with_lines: int = 0
    area: int = 0
    with_area: int = 0

    def __add__(self, other: "Extent") -> "Extent":
        return Extent(
            self.documents + other.documents,
            self.passages + other.passages,
            self.lines + other.lines,
            self.with_lines + other.with_lines,
            self.area + other.area,
            self.with_area + other.with_area,
        )


def extents(record: Record) -> tuple[tuple[str, Extent], ...]:
    """What is withheld in a document, by code: official passages, each under every code beside it."""
    found: dict[str, Extent] = {}
    for redaction in record.redactions:
        if not redaction.official:
            continue
        for code in dict.fromkeys(map(printable, redaction.exemptions)) or (UNCODED,):
            # The document itself is counted once a code.
            found[code] = found.get(code, Extent(1, 0)) + _extent(redaction)
    return tuple(found.items())


def _extent(redaction: Redaction) -> Extent:
    lines, share = redaction.lines_estimated, redaction.page_share
    return Extent(
        documents=0,
        passages=1,
        lines=round((lines or 0.0) * _HUNDREDTHS),
        with_lines=int(lines is not None),
        area=round((share or 0.0) * _MILLIONTHS),
        with_area=int(share is not None),
    )


def amount_of_lines(extent: Extent) -> str:
    """The lines withheld, with one decimal where there is need of one; empty where no length is known."""
    return _amount(extent.lines / _HUNDREDTHS, 1) if extent.with_lines else ""


def amount_of_area(extent: Extent) -> str:
    """The area withheld, in pages; empty where no area is known."""
    if not extent.with_area:
        return ""
    pages = _amount(extent.area / _MILLIONTHS, 2)
    return "under 0.01" if pages == "0" and extent.area else pages


def _amount(number: float, decimals: int) -> str:
    text = f"{number:,.{decimals}f}"
    return text.rstrip("0").rstrip(".")
