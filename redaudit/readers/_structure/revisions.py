"""Earlier versions that incremental saving keeps in a PDF, and which of their pages were touched since."""

import hashlib
import io
import re
from collections.abc import Iterator

from attrs import frozen
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from redaudit.readers._structure.objects import dictionary, entry, number_of, resolved

_END = re.compile(rb"startxref\s{1,20}(\d{1,12})\s{1,20}%%EOF")
_TABLE = re.compile(rb"\s{0,8}(?:xref\b|\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj\b)")
# A file made for the web has its first page's table, with an end mark of its own, ahead of all (ISO 32000-1, annex F).
_LINEARIZED = re.compile(rb"/Linearized\b.{0,300}?/L\s{1,4}(\d{1,12})", re.DOTALL)
_HEAD = 2_048
# Of many earlier versions so many of the first and of the last are compared.
_EITHER = 3
# No page is made of more objects than this, and none is looked at deeper for pictures.
_OBJECTS, _DEPTH = 5_000, 4
# What leads from a page to other pages, or away from what it shows.
_ASIDE = {"/Parent", "/P", "/Dest", "/A", "/AA", "/B", "/Popup", "/IRT", "/StructParent", "/Prev", "/Next", "/Thumb"}


@frozen
class Touched:
    """A page of an earlier version whose objects were changed or taken out since.

    `earlier` is its number there, `last` its number in the last version, None where it is gone; `pictures` are those
    that the last version's page no longer has, of those it had.
    """

    earlier: int
    last: int | None
    pictures: int
    had_pictures: bool


@frozen
class Version:
    """An earlier version: the bytes up to its end, its touched pages, and the pages that only the last version has."""

    end: int
    pages: tuple[Touched, ...]
    added: tuple[int, ...]


def ends(data: bytes) -> tuple[int, ...]:
    """Where earlier complete versions of a file end, in order; none for one saved once."""
    marks = [mark for mark in _END.finditer(data) if _leads(data, mark)]
    linearized = _LINEARIZED.search(data[:_HEAD])
    first = int(linearized[1]) if linearized else 0
    found = [mark.end() for mark in marks[:-1] if mark.end() + 2 >= first or first > len(data)]
    return tuple(found) if len(found) <= 2 * _EITHER else (*found[:_EITHER], *found[-_EITHER:])


def _leads(data: bytes, mark: re.Match[bytes]) -> bool:
    """Whether an end mark leads to a table before it: those inside attached files, and a first page's, do not."""
    at = int(mark[1])
    return 0 < at < mark.start() and _TABLE.match(data, at) is not None


def versions(data: bytes, reader: PdfReader) -> Iterator[Version]:
    """The earlier versions with pages that were touched since."""
    last = {number: index for index, number in enumerate(_page_objects(reader), 1) if number is not None}
    for end in ends(data):
        earlier = PdfReader(io.BytesIO(data[:end]))
        if earlier.is_encrypted and not earlier.decrypt(""):
            continue
        changed = frozenset(number for number in _places(earlier) if _moved(reader, number, end))
        if not changed:
            continue
        found: list[Touched] = []
        untouched: set[int] = set()
        kept = set[int]()
        for number, (object_, page) in enumerate(zip(_page_objects(earlier), earlier.pages, strict=True), 1):
            now = last.get(object_) if object_ is not None else None
            if now is not None:
                kept.add(now)
            if now is None or object_ in changed or _reaches(page, changed, untouched):
                had = _pictures(page)
                gone = had - (_pictures(reader.pages[now - 1]) if now is not None else set())
                found.append(Touched(number, now, len(gone), bool(had)))
        if found:
            yield Version(end, tuple(found), tuple(sorted(set(last.values()) - kept)))


def _page_objects(reader: PdfReader) -> list[int | None]:
    return [number_of(page.indirect_reference) for page in reader.pages]


def _places(reader: PdfReader) -> set[int]:
    """The numbers of all objects of a file."""
    return {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)


def _moved(reader: PdfReader, number: int, end: int) -> bool:
    """Whether the last version has an object somewhere beyond an earlier version's end, or no longer has it."""
    packed = reader.xref_objStm.get(number)
    if packed is not None:
        number = packed[0]
    places = [table[number] for table in reader.xref.values() if number in table]
    return not places or max(places) >= end


def _reaches(page: PdfObject, changed: frozenset[int], untouched: set[int]) -> bool:
    """Whether what a page is made of holds a changed object; objects found without one are remembered."""
    waiting, seen = [page], set[int]()
    for _ in range(_OBJECTS):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            if item.idnum in changed:
                return True
            if item.idnum in seen or item.idnum in untouched:
                continue
            seen.add(item.idnum)
        found = resolved(item)
        if isinstance(found, DictionaryObject):
            # A list of resources may call one of them by any name.
            aside = _ASIDE if "/Type" in found or "/Subtype" in found else set[str]()
            waiting += [found.raw_get(name) for name in found if name not in aside]
        elif isinstance(found, ArrayObject):
            waiting += found
    untouched |= seen
    return False


def _pictures(page: DictionaryObject) -> set[str]:
    """The pictures of a page, its forms' among them, each by a digest that stays in here."""
    found: set[str] = set()
    level: list[PdfObject | None] = [entry(page, "/Resources")]
    seen: set[int] = set()
    for _ in range(_DEPTH):
        deeper: list[PdfObject | None] = []
        for resources in level:
            drawn = dictionary(resources, "/XObject")
            for name in drawn or ():
                item = entry(drawn, name)
                if not isinstance(item, StreamObject) or id(item) in seen:
                    continue
                seen.add(id(item))
                if str(entry(item, "/Subtype")) == "/Image":
                    found.add(hashlib.sha256(item._data).hexdigest())
                else:
                    deeper.append(entry(item, "/Resources"))
        level = deeper
    return found
