"""first version: to be replaced by its owner."""

from attrs import frozen
from redaudit.model.finding import Audited
from redaudit.model.part import Choices


@frozen
class Dossier:
    """What the page says of a document beside its pages."""

    title: str


def dossier(audited: Audited, choices: Choices) -> Dossier:
    """The dossier of a document."""
    return Dossier(audited.path)
