"""The charts of the overview, from counts alone: what is counted, in words, as a plot, and as a table."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from attrs import evolve, frozen

from redaudit.model.finding import Severity
from redaudit.model.folder import RULES
from redaudit.reports.html.entries import NOT_STATED, OVERDUE
from redaudit.reports.html.plot import Amount, Part, Plot, grouped, labels_apart, rightward, squares, upward
from redaudit.reports.html.tallies import Tally
from redaudit.reports.html.withholding import UNCODED, Extent, amount_of_area, amount_of_lines
from redaudit.reports.html.wording import counted
from redaudit.vocabulary.level import LEVELS

# Of a long tail so many are drawn; the table below the chart lists all.
_DRAWN = 15
_CODE_MARGIN = 92.0
_NAMES = [level.name for level in LEVELS]
_MARKS = {level.name: level.mark for level in LEVELS}
# The widest grid whose columns have room for the names of the classes.
_NAMED_COLUMNS = 2
_SHARE_STEPS = ("0", *(f"{low}-{low + 10}" for low in range(0, 100, 10)))
_EXEMPTIONS_NOTE = (
    "Documents that name a code, in a stamp or beside a passage. Passages withheld by an agency, each counted under "
    "every code beside it, so that they add up to more than all. Lines: their length, as stated or estimated. Pages: "
    "the area they cover, 1 for a whole page. A small number says in how many passages that is known, where not in "
    "all. All documents are counted, whatever is chosen."
)
_OVERDUE_STEPS = (*(f"{low}-{low + 5}" for low in range(0, 50, 5)), "50-")


@frozen
class Chart:
    """A figure: its id, title and caption, its plot (None where nothing is stated), and its numbers as a table.

    `remains` are parts that are not drawn and can be filtered by all the same: documents that do not state it. `note`
    says what the columns of the table count, where their heads do not, and `further` are parts that only stand in it.
    """

    id: str
    title: str
    caption: str
    heads: tuple[str, ...]
    parts: tuple[Part, ...]
    plot: Plot | None
    empty: str
    remains: tuple[Part, ...] = ()
    note: str = ""
    further: tuple[Part, ...] = ()

    @property
    def undrawn(self) -> int:
        """How many parts stand in the table only."""
        return len(self.parts) - len(self.plot.bars) if self.plot else 0


def charts(tally: Tally) -> tuple[tuple[Chart, ...], ...]:
    """All charts, in the stacks in which they stand."""
    return (
        (_levels(tally), _years(tally), _overdue(tally)),
        (_exemptions(tally), _shares(tally)),
        (_rules(tally),),
    )


def _part(column: str, value: str, count: int, label: str, name: str = "") -> Part:
    told = f"{name or label}: {counted(count, 'document')}"
    return Part(label, column, value, count, told, f"#{urlencode({column: value})}", count)


def _remain(tally: Tally, column: str, label: str) -> tuple[Part, ...]:
    """The documents that state nothing in a column, if there are any."""
    count = tally.columns[column][NOT_STATED]
    return (_part(column, NOT_STATED, count, label),) if count else ()


def _levels(tally: Tally) -> Chart:
    stated = {step: count for step, count in tally.steps.items() if step != (NOT_STATED, NOT_STATED)}
    order = [*_NAMES, NOT_STATED]
    steps = sorted(stated, key=lambda step: (order.index(step[0]), order.index(step[1])))
    parts = tuple(_step(origin, release, stated[origin, release]) for origin, release in steps)
    down = [name for name in order if any(name == origin for origin, _ in steps)]
    across = [name for name in order if any(name == release for _, release in steps)]
    cells = [(down.index(o), across.index(r), part) for (o, r), part in zip(steps, parts, strict=True)]
    silent = tally.steps[NOT_STATED, NOT_STATED]
    return Chart(
        id="chart-levels",
        title="Original class to release class",
        caption="From the class the document was made with (down) to the class of the released copy (across). "
        "The area of a square is the number of documents.",
        heads=("Original class → release class", "Documents"),
        parts=parts,
        plot=squares(cells, [_short(name) for name in down], _heads(across)) if parts else None,
        empty="No document states its class.",
        remains=(_neither(silent),) if silent else (),
    )


def _step(origin: str, release: str, count: int) -> Part:
    target = f"#{urlencode({'from': origin, 'to': release})}"
    label = f"{_in_words(origin)} → {_in_words(release)}"
    name = f"{_in_words(origin)} to {_in_words(release)}: {counted(count, 'document')}"
    return Part(label, "class", f"{origin}>{release}", count, name, target, count)


def _neither(count: int) -> Part:
    part = _step(NOT_STATED, NOT_STATED, count)
    return evolve(part, label="neither stated", name=f"neither stated: {counted(count, 'document')}")


def _in_words(level: str) -> str:
    return "not stated" if level == NOT_STATED else level


def _short(level: str) -> str:
    """A class as a label: by its mark where its name is longer than `UNCLASSIFIED`."""
    return _MARKS[level] if len(level) > len("UNCLASSIFIED") else _in_words(level)


def _heads(across: Sequence[str]) -> list[str]:
    if len(across) <= _NAMED_COLUMNS:
        return [_short(name) for name in across]
    return [_MARKS.get(name, "none") for name in across]


def _years(tally: Tally) -> Chart:
    counts = {int(year): count for year, count in tally.columns["year"].items() if year != NOT_STATED}
    years = range(min(counts), max(counts) + 1) if counts else range(0)
    parts = tuple(_part("year", str(year), counts.get(year, 0), str(year)) for year in years)
    return Chart(
        id="chart-years",
        title="Releases by year",
        caption="Documents by the year of their release.",
        heads=("Year of release", "Documents"),
        parts=tuple(part for part in parts if part.count),
        plot=upward(parts, _year_marks(years)) if parts else None,
        empty="No document states the date of its release.",
        remains=_remain(tally, "year", "no date of release stated"),
    )


def _year_marks(years: range) -> list[tuple[float, str]]:
    """The years written below the axis: every one, or round ones where there are many."""
    apart = next((step for step in (1, 2, 5, 10, 20) if step >= labels_apart(len(years))), 50)
    return [(index + 0.5, str(year)) for index, year in enumerate(years) if year % apart == 0]


def _exemptions(tally: Tally) -> Chart:
    counts = {code: count for code, count in tally.columns["exemption"].items() if code != NOT_STATED}
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    parts = tuple(_of_code(code, counts[code], tally) for code in ordered)
    # What no document names as its own, and last what bears no code.
    unnamed = sorted(tally.extents.keys() - counts.keys(), key=lambda code: (code == UNCODED, code))
    return Chart(
        id="chart-exemptions",
        title="Exemptions",
        caption="Documents in which a code withholds something; how many passages, and how much, stands in numbers.",
        heads=("Exemption", "Documents", "Passages", "Lines", "Pages"),
        parts=parts,
        plot=rightward(parts[:_DRAWN], _CODE_MARGIN) if parts else None,
        empty="No document names an exemption.",
        remains=_remain(tally, "exemption", "no exemption named"),
        note=_EXEMPTIONS_NOTE,
        further=tuple(_unnamed(code, tally.extents[code]) for code in unnamed),
    )


def _of_code(code: str, documents: int, tally: Tally) -> Part:
    return evolve(_part("exemption", code, documents, code), amounts=_amounts(tally.extents.get(code)))


def _unnamed(code: str, extent: Extent) -> Part:
    """What is withheld under no code, or under one that its document does not name: no filter finds these."""
    part = _part("exemption", code, extent.documents, code or "no code beside it")
    return evolve(part, target="", amounts=_amounts(extent))


def _amounts(extent: Extent | None) -> tuple[Amount, ...]:
    """Passages, lines and pages of a code; one that stands in a stamp alone has none."""
    if extent is None:
        return (Amount("0"), Amount(""), Amount(""))
    return (
        Amount(f"{extent.passages:,}"),
        Amount(amount_of_lines(extent), _known(extent.with_lines, extent)),
        Amount(amount_of_area(extent), _known(extent.with_area, extent)),
    )


def _known(number: int, extent: Extent) -> str:
    return f"in {number:,}" if 0 < number < extent.passages else ""


def _shares(tally: Tally) -> Chart:
    counts = tally.columns["share"]
    names = {"0": "no redaction seen", **{step: f"{step.replace('-', ' to ')} percent" for step in _SHARE_STEPS[1:]}}
    parts = tuple(_part("share", step, counts[step], names[step]) for step in _SHARE_STEPS)
    marks = [(0.5, "none"), *((1 + percent / 10, str(percent)) for percent in range(20, 101, 20))]
    return Chart(
        id="chart-shares",
        title="Share withheld",
        caption="Documents by the share of their printed area that is withheld (of their lines, for text), in steps of "
        "ten percent; the first bar are documents in which no redaction was seen.",
        heads=("Share withheld", "Documents"),
        parts=tuple(part for part in parts if part.count),
        plot=upward(parts, marks, "percent") if any(part.count for part in parts) else None,
        empty="No share could be measured.",
        remains=_remain(tally, "share", "redacted, with no size stated"),
    )


def _overdue(tally: Tally) -> Chart:
    counts = tally.columns["overdue"]
    last = max((index for index, step in enumerate(_OVERDUE_STEPS) if counts[step]), default=-1)
    steps = _OVERDUE_STEPS[: max(last + 1, 4)] if last >= 0 else ()
    parts = tuple(_part("overdue", step, counts[step], _span(step)) for step in steps)
    late = _part("overdue", OVERDUE, counts[OVERDUE], "all that were overdue")
    return Chart(
        id="chart-overdue",
        title="Years overdue",
        caption="How long after the day on which it was to be declassified a document was released.",
        heads=("Years overdue", "Documents"),
        parts=tuple(part for part in parts if part.count),
        plot=upward(parts, _overdue_marks(steps), "years") if parts else None,
        empty="No document states a day of declassification that had passed when it was released.",
        remains=(late, *_remain(tally, "overdue", "no such day stated, or released before it")) if parts else (),
    )


def _span(step: str) -> str:
    low, _, high = step.partition("-")
    return f"{low} to {high} years" if high else f"{low} years or more"


def _overdue_marks(steps: Sequence[str]) -> list[tuple[float, str]]:
    ends = [(float(index), step.partition("-")[0]) for index, step in enumerate(steps)]
    return [*ends, (float(len(steps)), steps[-1].partition("-")[2])]


def _rules(tally: Tally) -> Chart:
    ordered = sorted(tally.gravity, key=lambda rule: (-tally.gravity[rule], -tally.findings[rule], rule))
    parts = tuple(_of_rule(rule, tally) for rule in ordered)
    return Chart(
        id="chart-rules",
        title="Findings by rule",
        caption="Findings, the gravest first; a rule stands under the highest severity it had here.",
        heads=("Rule", "Severity", "Findings", "Documents"),
        parts=parts,
        plot=grouped(_by_severity(parts[:_DRAWN])) if parts else None,
        empty="No rule found anything.",
        remains=_remain(tally, "severity", "without a finding"),
    )


def _of_rule(rule: str, tally: Tally) -> Part:
    found, documents = tally.findings[rule], tally.columns["rule"][rule]
    name = f"{rule}: {counted(found, 'finding')} in {counted(documents, 'document')}"
    target, tone = f"#{urlencode({'rule': rule})}", tally.gravity[rule].word
    return Part(rule, "rule", rule, found, name, target, documents, tone, f"{RULES}#{rule}")


def _by_severity(parts: Sequence[Part]) -> Iterator[tuple[str, list[Part]]]:
    for severity in sorted(Severity, reverse=True):
        yield severity.word, [part for part in parts if part.tone == severity.word]
