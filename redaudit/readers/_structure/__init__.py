"""The one door to pypdf: what a PDF's structure says, and what the file still holds besides the print of its pages."""

from redaudit.readers._structure.leftovers import leftovers_of
from redaudit.readers._structure.opening import Structure, structure_of

__all__ = ["Structure", "leftovers_of", "structure_of"]
