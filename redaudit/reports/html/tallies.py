"""Documents counted by what they state, while they pass: what the overview's filters and charts are made of."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from attrs import define, field

from redaudit.model.finding import Severity
from redaudit.reports.html.entries import NOT_STATED, OVERDUE, Entry, overdue_step, share_step
from redaudit.reports.html.withholding import Extent


def stated(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """What a document states, by column of a filter: one value or several, a stroke where it states none."""
    return {
        "status": (entry.status,),
        "change": (entry.change or NOT_STATED,),
        "exemption": entry.codes or (NOT_STATED,),
        "severity": tuple(dict.fromkeys(found.severity.word for found in entry.findings)) or (NOT_STATED,),
        "agency": (entry.agency or NOT_STATED,),
        "year": (entry.released[:4] or NOT_STATED,),
        "from": (entry.original or NOT_STATED,),
        "to": (entry.release or NOT_STATED,),
        "share": (share_step(entry),),
        "overdue": (NOT_STATED,) if entry.overdue is None else (overdue_step(entry), OVERDUE),
        "rule": tuple(dict.fromkeys(found.rule for found in entry.findings)),
    }


@define
class Tally:
    """Counts of documents by what they state, and the sums of the whole corpus."""

    documents: int = 0
    pages: int = 0
    redactions: int = 0
    measured: int = 0
    thousandths: int = 0
    columns: defaultdict[str, Counter[str]] = field(factory=lambda: defaultdict(Counter))
    # Documents by original class and class of the released copy.
    steps: Counter[tuple[str, str]] = field(factory=Counter)
    severities: Counter[Severity] = field(factory=Counter)
    # Findings by rule, and the highest severity a rule had.
    findings: Counter[str] = field(factory=Counter)
    gravity: dict[str, Severity] = field(factory=dict)
    # What is withheld, by code; by none under `UNCODED`.
    extents: dict[str, Extent] = field(factory=dict)

    def add(self, entry: Entry) -> None:
        """Counts a document."""
        self.documents += 1
        self.pages += entry.pages
        self.redactions += entry.redactions
        if entry.share is not None:
            self.measured += 1
            self.thousandths += entry.share
        for column, values in stated(entry).items():
            self.columns[column].update(values)
        self.steps[entry.original or NOT_STATED, entry.release or NOT_STATED] += 1
        for code, extent in entry.withheld_by:
            self.extents[code] = self.extents[code] + extent if code in self.extents else extent
        for found in entry.findings:
            self.severities[found.severity] += found.count
            self.findings[found.rule] += found.count
            self.gravity[found.rule] = max(found.severity, self.gravity.get(found.rule, found.severity))

    @property
    def mean_share(self) -> int | None:
        """The mean share withheld, in thousandths, of the documents where it could be measured."""
        return round(self.thousandths / self.measured) if self.measured else None
