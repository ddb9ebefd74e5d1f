"""The documents of a made corpus, each told by its number alone, and the folders they are written to."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import define, field, frozen

from . import pdfs
from .facts import facts
from .papers import words

# Of a hundred documents so many are of each kind.
MIX = {"text": 77, "typed": 13, "drawn": 5, "scan": 4, "copy": 1}
FOLDER = 1000


@frozen
class Made:
    """One made document: where it lies below the corpus, what it is, its bytes and its pages."""

    path: str
    kind: str
    data: bytes
    pages: int


@define
class Totals:
    """What was made: documents by kind, their pages and bytes."""

    kinds: Counter[str] = field(factory=Counter)
    pages: int = 0
    size: int = 0

    @property
    def documents(self) -> int:
        """How many documents."""
        return self.kinds.total()


def _in_turn() -> tuple[str, ...]:
    """The kinds of a hundred documents, each spread evenly among the others."""
    places = [((2 * nth + 1) / (2 * count), kind) for kind, count in MIX.items() for nth in range(count)]
    return tuple(kind for _, kind in sorted(places))


KINDS = _in_turn()


def document(number: int) -> Made:
    """The document of a number. A copy is that of an earlier number, under a name of its own."""
    kind = KINDS[number % len(KINDS)]
    original = number
    while KINDS[original % len(KINDS)] == "copy":
        original = original * 5 // 8
    data = content(KINDS[original % len(KINDS)], original)
    suffix = "pdf" if data.startswith(b"%PDF") else "txt"
    pages = data.count(b"/Type /Page ") if suffix == "pdf" else 1
    return Made(f"{number // FOLDER:05}/{number:08}-{kind}.{suffix}", kind, data, pages)


def content(kind: str, number: int) -> bytes:
    """The bytes of a document of a kind."""
    match kind:
        case "text":
            return words(number).encode()
        case "typed":
            return pdfs.typed(words(number))
        case "drawn":
            return pdfs.drawn(facts(number))
        case _:
            return pdfs.scanned(facts(number))


def documents(count: int) -> Iterator[Made]:
    """The first of all documents there are."""
    return map(document, range(count))


def make(folder: Path, count: int) -> Totals:
    """Writes so many documents below a folder, a thousand to a folder of theirs; tells what was made."""
    totals = Totals()
    for number, made in enumerate(documents(count)):
        place = folder / made.path
        if number % FOLDER == 0:
            place.parent.mkdir(parents=True)
        place.write_bytes(made.data)
        totals.kinds[made.kind] += 1
        totals.pages += made.pages
        totals.size += len(made.data)
    return totals
