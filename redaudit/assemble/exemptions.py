"""Which codes withhold something, and the statutes that stand with a B3."""

from attrs import frozen

from redaudit.model.mark import CodeUse, ExemptionCode, Mark, Statute
from redaudit.model.record import Fact


@frozen
class ExemptionFacts:
    """Every code once, in the order first printed, and every statute once."""

    exemptions: Fact[tuple[str, ...]] | None
    statutes: Fact[tuple[str, ...]] | None


def exemptions(marks: tuple[Mark, ...]) -> ExemptionFacts:
    """The codes in use on a document; a code that a key explains is no use of it."""
    used = [(mark, mark.value) for mark in marks if isinstance(mark.value, ExemptionCode)]
    used = [(mark, value) for mark, value in used if value.use is not CodeUse.KEY]
    clean = {value.code for _, value in used if not value.damaged}
    codes = tuple(dict.fromkeys(value.code for _, value in used))
    laws = [mark for mark in marks if isinstance(mark.value, Statute)]
    names = tuple(dict.fromkeys(mark.value.text for mark in laws if isinstance(mark.value, Statute)))
    return ExemptionFacts(
        Fact(codes, tuple(mark for mark, _ in used), doubtful=bool(set(codes) - clean)) if codes else None,
        Fact(names, tuple(laws)) if names else None,
    )
