"""The codes that withhold something, and what they claim."""

from redaudit.model.mark import CodeUse, ExemptionCode, Mark
from redaudit.model.record import Record, Redaction
from redaudit.rules._marks import marks_with
from redaudit.vocabulary.order import claims_classification


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
