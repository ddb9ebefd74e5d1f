"""The codes that withhold something, and what they claim."""

from redaudit.model.finding import Severity
from redaudit.model.mark import CodeUse, ExemptionCode, Mark
from redaudit.model.record import Record, Redaction
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._marks import marks_with
from redaudit.rules._release import by_fbi, families
from redaudit.vocabulary.order import claims_classification, reason_parts


def codes(record: Record) -> tuple[str, ...]:
    """Every code that withholds something, once, in canonical spelling."""
    return record.exemptions.value if record.exemptions else ()


def uses(record: Record, *where: CodeUse) -> tuple[tuple[Mark, ExemptionCode], ...]:
    """The codes printed in some places; a key that explains codes is no use of them."""
    return tuple((mark, code) for mark, code in marks_with(record, ExemptionCode) if code.use in where)


def uses_of(record: Record, *names: str) -> tuple[Mark, ...]:
    """Where any of some codes withholds something."""
    return tuple(
        mark for mark, code in marks_with(record, ExemptionCode) if code.use is not CodeUse.KEY and code.code in names
    )


def classified_codes(record: Record) -> tuple[str, ...]:
    """The codes that withhold something as classified."""
    return tuple(code for code in codes(record) if claims_classification(code))


def proof(record: Record, names: tuple[str, ...]) -> tuple[Mark, ...]:
    """The marks of some codes, or what proves the column where the codes stand inside other marks."""
    found = uses_of(record, *names)
    return found or (record.exemptions.marks if record.exemptions else ())


def official_redactions(record: Record) -> tuple[Redaction, ...]:
    """The passages a government withheld: not a publisher's masks."""
    return tuple(redaction for redaction in record.redactions if redaction.official)


def answered(code: str, others: set[str]) -> bool:
    """Whether a code of a stamp's list and the margins' codes, or the other way round, speak of the same ground.

    B1 stands for its categories and they for it, B7 for B7(C); codes of another agency or law go into no list of State.
    """
    if code in others or code.split("(")[0] in others or any(name.startswith(f"{code}(") for name in others):
        return True
    if not code.startswith("B") and reason_parts(code) is None:
        return True
    if claims_classification(code):
        categories = {name for name in others if reason_parts(name)}
        return bool(categories) if code == "B1" else "B1" in others and not categories
    return False


# CIA's own key says that its (b)(3) is the National Security Act and the CIA Act (foia.cia.gov/exemptions-foia); NSA,
# the libraries and the FBI name grounds and statutes on the form or in the letter that goes with the copy.
_BARE = frozenset(("cia", "nsa", "presidential-library", "nara", "jfk"))


def bare_by_habit(record: Record) -> bool:
    """Whether the copy comes from one who prints a code without its ground, and gives the ground elsewhere."""
    return by_fbi(record) or bool(_BARE & families(record)) or any(code[:1] == "P" for code in codes(record))


def unexplained(record: Record, marks: tuple[Mark, ...]) -> Severity:
    """The severity of a code whose ground or statute was not found: medium, less for habit, damage and pictures."""
    severity = Severity.LOW if bare_by_habit(record) else Severity.MEDIUM
    severity = severity if clear(marks) else softer(severity)
    # On pictures of pages the ground may be written by hand, or too small to be read.
    return severity if absence_shows(record) else softer(severity)


def clear(marks: tuple[Mark, ...]) -> bool:
    """Whether one of some marks was read without damage and without doubt, or none of them is known."""
    return not marks or any(
        not mark.doubtful and not (isinstance(mark.value, ExemptionCode) and mark.value.damaged) for mark in marks
    )
