"""Documents, sightings and records from texts as the field writes them: `page("~~SECRET~~")`."""

from redaudit import pipeline
from redaudit.model.document import Source
from redaudit.model.part import AS_USUAL
from redaudit.readers.text import READER


def document(text):
    """The document in a text or in its bytes, form feeds between its pages."""
    data = text.encode() if isinstance(text, str) else text
    return READER.read(data, Source("made/up.txt", "0" * 64, "", "", len(data)), AS_USUAL)


def page(text):
    """The only page of a text."""
    (only,) = document(text).pages
    return only


def inks(only):
    """The words of a page whose ink is not plain, each with its ink."""
    return [(only.text[span.start : span.end], span.ink.value) for span in only.inks]


def sightings(find, text):
    """What a detector sees on the only page of a text: the words, and what they mean, in order of place."""
    only = page(text)
    found = sorted(find(only), key=lambda sighting: (sighting.start, sighting.end))
    return [(only.text[sighting.start : sighting.end], sighting.value) for sighting in found]


def record(text):
    """The record of a text or of its bytes."""
    return pipeline.assemble(document(text))
