"""What the release markings of a copy say, taken together."""

from redaudit.model.mark import DeletedPages, Mark, ReleaseStamp
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.vocabulary.order import claims_classification
from redaudit.vocabulary.outcome import Outcome


def stamps(record: Record) -> tuple[tuple[Mark, ReleaseStamp], ...]:
    """Every release marking."""
    return marks_with(record, ReleaseStamp)


def released(record: Record) -> bool:
    """Whether any marking in this copy says that it was released."""
    return record.release_status.value is not Outcome.NONE


def families(record: Record) -> frozenset[str]:
    """The kinds of release markings on this copy."""
    return frozenset(stamp.family for _, stamp in stamps(record))


def reclassifications(record: Record) -> tuple[tuple[Mark, ReleaseStamp], ...]:
    """The markings that classify at release: `Classified by ... on ... Class: ... Reason: ... Declassify on: ...`."""
    return tuple(
        (mark, stamp)
        for mark, stamp in stamps(record)
        if stamp.withheld is not None or stamp.family == "classified-at-release"
    )


def by_fbi(record: Record) -> bool:
    """Whether the copy was released by the FBI, which explains its codes on a form of its own."""
    return any(family.startswith("fbi") for family in families(record)) or bool(marks_with(record, DeletedPages))


def filled_in_by_hand(record: Record) -> bool:
    """Whether the release was marked on State's form with choices to tick, whose codes are handwritten."""
    return "state-review-form" in families(record)


def published_by_editors(record: Record) -> bool:
    """Whether the text is an edition, such as Foreign Relations: editors print it, no agency stamps it."""
    return bool(record.marks_of("source-note")) or any("declass" in text.casefold() for text in _placeholders(record))


def _placeholders(record: Record) -> tuple[str, ...]:
    return tuple(redaction.text for redaction in record.redactions if redaction.text.startswith("["))


def pages_withheld(record: Record) -> bool:
    """Whether whole pages are stated as withheld, so that absence of a page or a mark is explained."""
    return (
        record.deleted_pages is not None
        or bool(marks_with(record, DeletedPages))
        or any(redaction.kind.value == "page" for redaction in record.redactions)
    )


def opened(record: Record) -> bool:
    """Whether this copy says that the whole record is open: released in full, declassified, or an unclassified copy.

    Not where a class remains, or something is withheld as classified.
    """
    if not released(record) or record.release_status.value in (Outcome.PART, Outcome.DENIED):
        return False
    remains = record.withheld_classification
    if (remains and remains.value.classified) or any(claims_classification(code) for code in _codes(record)):
        return False
    copy = record.release_classification
    return (
        record.release_status.value is Outcome.FULL
        or any(stamp.declassified for _, stamp in stamps(record))
        or (copy is not None and not copy.value.classified)
    )


def _codes(record: Record) -> tuple[str, ...]:
    return record.exemptions.value if record.exemptions else ()
