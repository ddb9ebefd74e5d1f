"""first version: to be replaced by its owner."""

from collections.abc import Mapping, Sequence
from attrs import frozen
from redaudit.model.exhibit import Exhibit
from redaudit.model.part import Choices


@frozen
class Sheet:
    """A page as shown."""

    number: int
    picture: str


def sheets(exhibit: Exhibit, pictures: Mapping[int, str], wanted: Sequence[int], choices: Choices) -> tuple[Sheet, ...]:
    """The pages of a document."""
    return tuple(Sheet(page.number, pictures.get(page.number, "")) for page in exhibit.pages)
