"""What a file still holds though no eye sees it: counted by page and why; told only where the user asks for it."""

from collections import defaultdict
from collections.abc import Iterator

from attrs import frozen

from redaudit.model.part import Choices
from redaudit.model.record import Record
from redaudit.reports.html.anchors import of_page
from redaudit.reports.html.names import HOLDINGS, of_why
from redaudit.reports.html.proof import Piece
from redaudit.reports.html.wording import counted


@frozen
class HiddenThing:
    """One row: where, what, why no eye sees it, how many characters; the characters where they are revealed."""

    place: Piece | None
    what: str
    why: str
    characters: int
    revealed: tuple[str, ...]


def hidden(record: Record, choices: Choices) -> tuple[HiddenThing, ...]:
    """What stands in the file unseen, its redactions apart."""
    return (*_words(record, choices), *_pale(record), *_leftovers(record, choices))


def _page(number: int) -> Piece:
    return Piece(f"page {number}", (of_page(number),), f"page {number}")


def _words(record: Record, choices: Choices) -> Iterator[HiddenThing]:
    """Words on pages that no eye sees, by page and by why."""
    for page in record.pages:
        counts: defaultdict[str, int] = defaultdict(int)
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for concealed in page.concealed:
            counts[concealed.why] += concealed.count
            texts[concealed.why].append(concealed.characters.strip())
        for why, count in counts.items():
            shown = tuple(texts[why]) if choices.reveal else ()
            yield HiddenThing(_page(page.number), "words on the page", of_why(why), count, shown)


def _pale(record: Record) -> Iterator[HiddenThing]:
    """Areas over words that let them be read: not hidden, and not redacted either."""
    for page in record.pages:
        if pale := [box for box in page.pale if record.was_to_hide(page, box)]:
            what = f"{counted(len(pale), 'area')} painted over words"
            why = "too light to hide them: they can be read"
            yield HiddenThing(_page(page.number), what, why, sum(box.characters for box in pale), ())


def _leftovers(record: Record, choices: Choices) -> Iterator[HiddenThing]:
    for leftover in record.leftovers:
        place = None if leftover.page is None else _page(leftover.page)
        shown = (leftover.characters.strip(),) if choices.reveal and leftover.characters.strip() else ()
        yield HiddenThing(place, HOLDINGS[leftover.kind], leftover.what, leftover.count, shown)
