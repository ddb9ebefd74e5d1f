"""Release markings: what became of the document, by whom, when. One family of stamps a file, all under one id."""

import importlib
import pkgutil
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.model.document import Page
from redaudit.model.part import Detector, Finder, Sighting


def _families() -> tuple[Family, ...]:
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}").FAMILY for name in names)


FAMILIES = _families()


def find(page: Page) -> Iterator[Sighting]:
    """The sightings of every family whose cue stands on the page."""
    folded = page.folded
    for family in FAMILIES:
        for cue in family.cues:
            if cue in folded:
                yield from family.find(page)
                break


DETECTOR = Detector(
    id="release-stamp",
    summary="stamps, bands and slugs that say what was released, by whom and when",
    find=find,
    source="; ".join(dict.fromkeys(family.source for family in FAMILIES)),
    hits=tuple(hit for family in FAMILIES for hit in family.hits),
    misses=tuple(miss for family in FAMILIES for miss in family.misses),
    cues=tuple(dict.fromkeys(cue for family in FAMILIES for cue in family.cues)),
    finders=tuple(Finder(family.cues, family.find) for family in FAMILIES),
)
