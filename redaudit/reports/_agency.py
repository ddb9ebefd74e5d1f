"""Which agency let a document go, by its own marks: the family of the release stamps, else the scheme of a number.

The stamps that prove the release's date are asked first, then those that prove its status and its authority, then any
other: a document that one agency reviewed and another released bears the stamps of both, and the date is that of the
release. After the stamps come the document's number and the number of its case. Nothing is guessed from its text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from redaudit.model.mark import Identifier, Mark, ReleaseStamp
from redaudit.model.record import Fact, Record

T = TypeVar("T")

_STATE = "Department of State"
_CIA = "Central Intelligence Agency"
_FBI = "Federal Bureau of Investigation"
_DEFENSE = "Department of Defense"
_NSA = "National Security Agency"
_ENERGY = "Department of Energy"
_ARCHIVES = "National Archives"
_LIBRARY = "Presidential library"
_APPEALS = "Interagency Security Classification Appeals Panel"
_KENNEDY = "Kennedy Assassination Records Collection"

# Whose stamp each family is. The bare word of `declassified-words` is any agency's, and is left out; so are the
# words that a user adds.
_BY_FAMILY = {
    # The words RELEASE IN PART, the bands, and the line `Classified by DAS, A/GIS, DoS` are printed by State alone.
    "vrr": _STATE,
    "case-band": _STATE,
    "litigation-band": _STATE,
    "classified-at-release": _STATE,
    "systematic-review": _STATE,
    "state-review-form": _STATE,
    "review-authority": _STATE,
    "review-authority-historian": _STATE,
    "cia": _CIA,
    "cia-historical-review": _CIA,
    "fbi": _FBI,
    "fbi-declassified": _FBI,
    "fbi-classified": _FBI,
    "dod": _DEFENSE,
    "dod-regraded": _DEFENSE,
    "nsa": _NSA,
    "doe": _ENERGY,
    "doe-cancelled": _ENERGY,
    "nara": _ARCHIVES,
    "presidential-library": _LIBRARY,
    "iscap": _APPEALS,
    # The collection is one by law (44 U.S.C. 2107 note), whichever agency's record it holds.
    "jfk": _KENNEDY,
    "jfk-form": _KENNEDY,
}
# An agency that has no objection was asked by the one that releases: it counts where no other stamp tells more.
_CONSENT = {
    "cia-no-objection": _CIA,
    "presidential-library-no-objection": _LIBRARY,
}

# Whose number each scheme is. A cable's own number (`message-reference`) tells who sent it, not who released it; a
# `civil-action` is the court's.
_BY_SCHEME = {
    "state-doc": _STATE,
    "state-bates": _STATE,
    "state-production": _STATE,
    "state-case": _STATE,
    "cia-rdp": _CIA,
    "cia-foia": _CIA,
    "fbi-request": _FBI,
    "nsa-docid": _NSA,
    "nsa-case": _NSA,
    "dod-case": _DEFENSE,
    "nara-project": _ARCHIVES,
    # The archives capture the holdings of their libraries by these numbers.
    "library-rac": _LIBRARY,
    "library-case": _LIBRARY,
    "iscap-appeal": _APPEALS,
    "jfk-rif": _KENNEDY,
    "jfk-docid": _KENNEDY,
    "jfk-case": _KENNEDY,
}


def agency(record: Record) -> str:
    """The agency that released the document, its name spelled out; empty where no mark tells."""
    for names in _evidence(record):
        counts = Counter(names)
        if counts:
            # The name with most marks; of equals the one printed first.
            return max(counts, key=lambda name: counts[name])
    return ""


def _evidence(record: Record) -> Iterator[list[str]]:
    """The agencies that the marks name, by the weight of those marks: the first that are any decide."""
    for marks in (_marks(record.release_date), record.release_status.marks, _marks(record.release_authority)):
        yield _of_stamps(marks, _BY_FAMILY)
    yield _of_stamps(record.marks, _BY_FAMILY)
    yield _of_stamps(record.marks, _CONSENT)
    for number in (record.document_id, record.case_number):
        yield _of_numbers(_marks(number))
    yield _of_numbers(record.marks)


def _marks(fact: Fact[T] | None) -> tuple[Mark, ...]:
    return () if fact is None else fact.marks


def _of_stamps(marks: Iterable[Mark], names: dict[str, str]) -> list[str]:
    families = (mark.value.family for mark in marks if isinstance(mark.value, ReleaseStamp))
    return [names[family] for family in families if family in names]


def _of_numbers(marks: Iterable[Mark]) -> list[str]:
    schemes = (mark.value.scheme for mark in marks if isinstance(mark.value, Identifier))
    return [_BY_SCHEME[scheme] for scheme in schemes if scheme in _BY_SCHEME]
