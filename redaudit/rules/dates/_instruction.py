"""What the originator printed about declassification, beyond the date that the record keeps of it."""

from redaudit.model.mark import AuthorityBlock, OrderLine
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.vocabulary.order import DeclassificationForm, form_of


def forms(record: Record) -> list[DeclassificationForm | None]:
    """The forms in the instructions as printed, which may say more than the date: X4, 25X1, RDS."""
    lines = [value.instruction for _, value in marks_with(record, OrderLine)]
    blocks = [value.declassify_on for _, value in marks_with(record, AuthorityBlock)]
    return [form_of(instruction) for instruction in lines + blocks]
