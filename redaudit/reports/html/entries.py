"""What the overview keeps of a document: a small entry, so that the document itself can be let go."""

from collections import Counter

from attrs import frozen

from redaudit.model.finding import Audited, Severity
from redaudit.model.record import Fact
from redaudit.reports._agency import agency
from redaudit.reports._columns import record_columns, years_overdue
from redaudit.reports._rows import words
from redaudit.reports.html.withholding import Extent, extents
from redaudit.reports.html.wording import shortened
from redaudit.reports.table import printable

# The value of a filter where a document does not state one: no word of a column is a stroke.
NOT_STATED = "-"
# The value of the filter of years overdue for however many.
OVERDUE = "any"
# Longer subjects are cut in the overview; the document's page has the whole.
_LONGEST_SUBJECT = 200
# A share is told in tenths of a percent.
_MILLE = 1000
_TENTH = 100
_YEARS_A_STEP = 5
_LONGEST_OVERDUE = 50


@frozen
class Raised:
    """How often a rule spoke of a document, at one severity."""

    rule: str
    severity: Severity
    count: int


@frozen
class Entry:
    """One document in the overview; an empty word or None where the document does not say.

    `page` is the document's own page as the overview names it. Dates are ISO. `share` is in thousandths of the printed
    area (of the lines, for text). `withheld_by` is what each code withholds.
    """

    path: str
    page: str
    number: str
    reference: str
    subject: str
    agency: str
    original: str
    release: str
    withheld: str
    change: str
    status: str
    released: str
    dated: str
    codes: tuple[str, ...]
    redactions: int
    share: int | None
    pages: int
    overdue: float | None
    findings: tuple[Raised, ...]
    withheld_by: tuple[tuple[str, Extent], ...] = ()

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2] or self.path

    @property
    def folder(self) -> str:
        """The path up to its last part, with the stroke; empty for a file of the current folder."""
        return self.path[: -len(self.name)] if self.path.endswith(self.name) else ""

    @property
    def by_severity(self) -> tuple[tuple[str, int], ...]:
        """How many findings the document has of each severity, the highest first."""
        counts: Counter[str] = Counter()
        for found in self.findings:
            counts[found.severity.word] += found.count
        return tuple(counts.items())

    @property
    def grave(self) -> tuple[str, ...]:
        """The rules of the high and medium findings, each once: what must be seen before a release."""
        return tuple(dict.fromkeys(found.rule for found in self.findings if found.severity >= Severity.MEDIUM))


def entry_of(audited: Audited, page: str) -> Entry:
    """The entry of a document whose page lies there."""
    record = audited.record
    said = {name: printable(words(cell)) for name, cell in record_columns(audited).items()}
    return Entry(
        path=audited.path,
        page=page,
        number=said["document_id"],
        reference=said["message_reference"],
        subject=shortened(said["subject"], _LONGEST_SUBJECT),
        agency=agency(record),
        original=said["original_classification"],
        release=said["release_classification"],
        withheld=said["withheld_classification"],
        change=said["classification_change"],
        status=said["release_status"],
        released=said["release_date"],
        dated=said["original_date"],
        codes=_codes(record.exemptions),
        redactions=sum(redaction.official for redaction in record.redactions),
        share=None if record.redacted_share is None else round(record.redacted_share * _MILLE),
        pages=len(record.pages),
        overdue=years_overdue(record),
        findings=_raised(audited),
        withheld_by=extents(record),
    )


def _codes(exemptions: Fact[tuple[str, ...]] | None) -> tuple[str, ...]:
    return () if exemptions is None else tuple(dict.fromkeys(map(printable, exemptions.value)))


def _raised(audited: Audited) -> tuple[Raised, ...]:
    """The findings by rule and severity, the highest first."""
    counts = Counter((finding.rule, finding.severity) for finding in audited.findings)
    ordered = sorted(counts, key=lambda key: (-key[1], key[0]))
    return tuple(Raised(rule, severity, counts[rule, severity]) for rule, severity in ordered)


def share_step(entry: Entry) -> str:
    """The step of the share withheld: `0` without a redaction, `0-10`, `10-20` ... percent, a stroke if not stated."""
    if entry.share is None:
        return "0" if entry.redactions == 0 else NOT_STATED
    low = min(entry.share // _TENTH, 9) * 10
    return f"{low}-{low + 10}"


def overdue_step(entry: Entry) -> str:
    """The step of the years overdue: `0-5`, `5-10` ... `50-`, a stroke where nothing was overdue."""
    if entry.overdue is None:
        return NOT_STATED
    low = min(int(entry.overdue // _YEARS_A_STEP) * _YEARS_A_STEP, _LONGEST_OVERDUE)
    return f"{low}-" if low == _LONGEST_OVERDUE else f"{low}-{low + _YEARS_A_STEP}"
