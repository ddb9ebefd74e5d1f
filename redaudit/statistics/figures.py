"""The figures of a group of documents: what they are called, what each means."""

from attrs import asdict, frozen

from redaudit.statistics.dimensions import Dimension, Name

# A figure; None where no document of the group says enough for one.
Figure = int | float | None


@frozen
class Figures:
    """The figures of a group; `COLUMNS` says what each means. Shares are from 0 to 1."""

    documents: int
    files: int
    pages: int
    documents_redacted: int
    redactions: int
    deleted_pages: int
    lines_withheld: float | None
    pages_withheld: float | None
    withheld_share_stated: int
    withheld_share: float | None
    withheld_share_by_pages: float | None
    release_years_stated: int
    years_to_release: float | None
    years_to_release_lower: float | None
    years_to_release_upper: float | None
    overdue_judged: int
    overdue: int
    years_overdue: float | None
    findings_high: int
    findings_medium: int
    documents_doubtful: int

    def values(self) -> dict[str, Figure]:
        """The figures by name, in the order of the columns."""
        return asdict(self)


@frozen
class Column:
    """A figure's name, and what it means, in one sentence."""

    name: str
    meaning: str


COLUMNS = (
    Column("documents", "Documents that could be read; files with the same bytes are one document."),
    Column("files", "Files that hold them, copies counted."),
    Column("pages", "Pages of the documents."),
    Column("documents_redacted", "Documents in which at least one passage is withheld."),
    Column(
        "redactions",
        "Passages withheld; under an exemption those beside which its code stands, under none of them those beside "
        "which no code stands, in whatever document.",
    ),
    Column("deleted_pages", "Whole pages stated as withheld."),
    Column(
        "lines_withheld",
        "Lines that the passages take, estimated, as far as a length can be told; under an exemption those of its "
        "passages.",
    ),
    Column(
        "pages_withheld",
        "Area that the passages take, in pages, as far as it can be told; under an exemption that of its passages.",
    ),
    Column("withheld_share_stated", "Documents of which it is known how much is withheld."),
    Column("withheld_share", "Share of a document that is withheld, 0 to 1: the mean of those documents, each alike."),
    Column(
        "withheld_share_by_pages",
        "The same, each document weighed by its pages: the share of all their pages that is withheld.",
    ),
    Column("release_years_stated", "Documents that bear both their own date and that of their release."),
    Column("years_to_release", "Years from a document's date to its release: the median of those documents."),
    Column("years_to_release_lower", "Lower quartile of the same: a quarter of them were released sooner."),
    Column("years_to_release_upper", "Upper quartile of the same: a quarter of them took longer."),
    Column("overdue_judged", "Documents that bear a day for declassification and a date of release."),
    Column("overdue", "Those of them that were released after that day."),
    Column("years_overdue", "Years from that day to the release: the median of those that are overdue."),
    Column("findings_high", "Findings of severity high."),
    Column("findings_medium", "Findings of severity medium."),
    Column(
        "documents_doubtful",
        "Documents with a value that is inferred, read from damaged text, or has a rival reading.",
    ),
)


@frozen
class Group:
    """The figures of the documents in one group; `name` None is the group of what is not stated."""

    name: Name
    figures: Figures


@frozen
class Breakdown:
    """The groups of one dimension, in order."""

    dimension: Dimension
    groups: tuple[Group, ...]


@frozen
class Statistics:
    """What a store comes to: all its documents, and by each dimension; and the files that are not among them.

    `gone` are files, readable or not, that were not there any more when their folder was last walked: no figure counts
    them.
    """

    total: Figures
    breakdowns: tuple[Breakdown, ...]
    unreadable: int
    skipped: int
    gone: int
