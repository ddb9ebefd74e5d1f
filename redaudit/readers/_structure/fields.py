"""Values that a form keeps and the pages do not show: fields switched off, and the data of XFA forms."""

import html
import re
from collections.abc import Iterator, Sequence

from pypdf.generic import DictionaryObject, PdfObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Place, Shown
from redaudit.readers._structure.objects import Streams, dictionary, elements, entry, named, resolved, text, walked
from redaudit.readers._structure.sheets import Leaf, is_switched_off

_TEXTS = ("/Tx", "/Ch")
_TYPED = "/Tx"
_TEXT = re.compile(r">([^<]+)<")
# A field takes what it lacks from those above it, never from more of them than this.
_DEPTH = 16


def fields(catalogue: DictionaryObject, leaves: Sequence[Leaf], streams: Streams, shown: Shown) -> Iterator[Leftover]:
    """Values of fields and XFA data, tied to a redaction or with words that no page shows."""
    form = dictionary(catalogue, "/AcroForm")
    if form is None:
        return
    placed: set[int] = set()
    for leaf in leaves:
        for widget in leaf.annotations:
            if str(entry(widget, "/Subtype")) == "/Widget" and str(_inherited(widget, "/FT")) in _TEXTS:
                placed |= {id(widget), id(entry(widget, "/Parent"))}
                yield from _on_page(leaf, widget, shown)
    for field in walked(form, "/Fields", "/Kids"):
        words = named(field, "/V") if id(field) not in placed else ""
        place = shown.place(words)
        if place.tie is not Tie.NONE:
            what = "the value of a form's field that stands on no page"
            yield Leftover(Holding.FIELD, what, words, place.page, place.box, place.tie)
    words = " ".join(_data(form, streams))
    place = shown.place(words)
    if place.tie is not Tie.NONE:
        yield Leftover(Holding.FIELD, "the data of a form", words, place.page, place.box, place.tie)


def _on_page(leaf: Leaf, widget: DictionaryObject, shown: Shown) -> Iterator[Leftover]:
    """What a field on a page holds and does not show: its value, and its description where that is tied."""
    words = text(_inherited(widget, "/V"))
    place = _place(leaf, widget, words, shown)
    if place.tie is Tie.BOX or (place.tie is Tie.UNSHOWN and _hides(widget)):
        what = "that is switched off" if is_switched_off(widget) else "that does not show it"
        what = f"the value of a form's field {what}"
        yield Leftover(Holding.FIELD, what, words, leaf.number, leaf.box(widget), place.tie)
    for name in ("/TU", "/DV"):
        words = text(_inherited(widget, name))
        if shown.hides(words):
            what = "the description of a form's field" if name == "/TU" else "the first value of a form's field"
            yield Leftover(Holding.FIELD, what, words, leaf.number, leaf.box(widget), Tie.BOX)


def _place(leaf: Leaf, widget: DictionaryObject, words: str, shown: Shown) -> Place:
    """How a value stands to the pages; one that no page shows belongs to the box over its field."""
    place = shown.place(words)
    if place.tie is not Tie.BOX and shown.names(words):
        covered = leaf.redaction(leaf.box(widget))
        return place if covered is None else Place(Tie.BOX, leaf.number, covered)
    return place


def _hides(widget: DictionaryObject) -> bool:
    """Whether a field is switched off, or typed into and looks otherwise; without a look it gets one when viewed."""
    typed = str(_inherited(widget, "/FT")) == _TYPED
    return is_switched_off(widget) or (typed and entry(widget, "/AP") is not None)


def _inherited(field: DictionaryObject, name: str) -> PdfObject | None:
    node: PdfObject | None = field
    for _ in range(_DEPTH):
        found = entry(node, name)
        if found is not None:
            return found
        node = entry(node, "/Parent")
    return None


def _data(form: DictionaryObject, streams: Streams) -> Iterator[str]:
    """The texts that an XFA form was filled with."""
    packets = b"".join(streams.read(resolved(item)) for item in elements(entry(form, "/XFA")))
    for start in packets.split(b"<xfa:data>")[1:]:
        data = start.split(b"</xfa:data>", 1)[0]
        yield from (html.unescape(found).strip() for found in _TEXT.findall(data.decode("utf-8", "replace")))
