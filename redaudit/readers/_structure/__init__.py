"""The one door to pypdf: what a PDF's structure says, and what the file still holds besides the print of its pages."""

from redaudit.readers._structure.leftovers import leftovers_of, versions_of
from redaudit.readers._structure.opening import Structure, structure_of
from redaudit.readers._structure.pending import has_layers, pending_quads
from redaudit.readers._structure.revisions import Touched, Version

__all__ = [
    "Structure",
    "Touched",
    "Version",
    "has_layers",
    "leftovers_of",
    "pending_quads",
    "structure_of",
    "versions_of",
]
