"""The record in two columns, original against release, and what changed between them."""

from collections.abc import Callable

from attrs import frozen

from redaudit.model.finding import Audited
from redaudit.reports.html.anchors import Anchors
from redaudit.reports.html.changes import Changes
from redaudit.reports.html.facts import Answer, answer

# A column, and what it is called within its row; nothing where the row's own title says it.
_Named = tuple[str, str]


@frozen
class _Pairing:
    """Which columns of the original stand against which of the release; `note` explains the row's title."""

    title: str
    note: str
    original: tuple[_Named, ...] = ()
    release: tuple[_Named, ...] = ()
    changes: Callable[[Changes], tuple[Answer, ...]] | None = None


@frozen
class Row:
    """A row of the record: what the original says, what the release says, and what changed."""

    title: str
    note: str
    original: tuple[Answer, ...]
    release: tuple[Answer, ...]
    changes: tuple[Answer, ...]

    @property
    def silent(self) -> bool:
        """Whether the document says nothing of it, neither as made nor as released."""
        return not any(answer.values for answer in (*self.original, *self.release))

    @property
    def column(self) -> str:
        """The column that the row is named by."""
        return (*self.original, *self.release)[0].column


def comparison(audited: Audited, anchors: Anchors) -> tuple[Row, ...]:
    """Every row of the record."""
    changes = Changes(audited.record, anchors)
    return tuple(
        Row(
            pairing.title,
            pairing.note,
            tuple(answer(audited, anchors, *named) for named in pairing.original),
            tuple(answer(audited, anchors, *named) for named in pairing.release),
            pairing.changes(changes) if pairing.changes else (),
        )
        for pairing in _PAIRINGS
    )


_PAIRINGS = (
    _Pairing(
        "Classification",
        "How secret the document was when it was made, how the released copy is marked, and what a stamp keeps secret",
        (("original_classification", ""),),
        (("release_classification", "released copy"), ("withheld_classification", "what stays withheld")),
        Changes.classification,
    ),
    _Pairing(
        "Date",
        "The day of the document, and the day of its release",
        (("original_date", ""),),
        (("release_date", ""),),
        Changes.dates,
    ),
    _Pairing("Outcome", "What the release marking says became of the document", (), (("release_status", ""),)),
    _Pairing(
        "Authority",
        "Who classified it, by which executive order; who or what released it",
        (("classified_by", "classified by"), ("original_order", "order cited")),
        (("release_authority", "released by"),),
    ),
    _Pairing(
        "Reasons",
        "Why it was classified; why parts of it are withheld, by code and by statute",
        (("classification_reasons", "for classification"),),
        (
            ("withheld_reasons", "for keeping it classified"),
            ("exemptions", "exemption codes"),
            ("statutes", "statutes"),
        ),
        Changes.reasons,
    ),
    _Pairing(
        "Until",
        "When it was to be declassified; until when what stays withheld is kept classified now",
        (("declassify_on", "declassify on"),),
        (("withheld_until", "withheld until"),),
        Changes.until,
    ),
    _Pairing(
        "Withheld",
        "How much of this copy cannot be read because somebody took it out",
        (),
        (("redactions", "passages"), ("redacted_share", "share"), ("deleted_pages", "whole pages")),
    ),
    _Pairing(
        "Captions",
        "Words on who may see and handle the document; no levels of secrecy",
        (("original_captions", ""),),
        (),
        Changes.captions,
    ),
    _Pairing(
        "Portion marks",
        "The letters before paragraphs that say how secret each one is; a released copy lines them through",
        (("portion_marks", ""),),
        (("portion_marks_struck", "lined through"),),
    ),
    _Pairing(
        "Banners",
        "The level at the head and foot of pages; a declassified copy lines it through",
        (),
        (("banners_struck", ""),),
    ),
    _Pairing(
        "Numbers",
        "The telegram's own number; the numbers the releasing agency gave the document and the request",
        (("message_reference", "telegram"),),
        (("document_id", "document"), ("case_number", "case")),
    ),
    _Pairing("Subject", "The subject line, as printed", (("subject", ""),), ()),
    _Pairing(
        "Pages",
        "How many pages the document says it has, and how many are here",
        (("pages_stated", "stated"),),
        (("pages", "in this file"), ("pages_unseen", "not readable")),
        Changes.pages,
    ),
)
