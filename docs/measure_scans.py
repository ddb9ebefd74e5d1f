"""Writes into docs/scans.md what redaudit finds on the scans that the tests draw: `python -m docs.measure_scans`."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.scan_pages import PAGES
from tests.support_scan import Tally, scanned
from tests.test_scans import judgement

PLACE = Path(__file__).parent / "scans.md"
WHATS = {
    "boxes": "boxes, one by one",
    "area": "the area they cover",
    "banners": "banners and their ink",
    "portions": "portion marks and their ink",
    "codes": "exemption codes",
}
COLOURS = {"blue", "red", "green"}
MAKES = {
    "black": "black",
    "gray": "gray, with a label",
    "coloured": "blue, red, green",
    "outlined": "white with an outline",
    "stepped": "white with steps in its outline",
}
STROKES = {
    "level": "one level line",
    "double": "two level lines",
    "slant": "a slanted line",
    "cross": "two crossing lines",
    "hand": "a wavering line",
    "underline": "none, but a line below",
    "": "none",
}


def measured() -> dict[str, str]:
    """The four tables: by what is looked for, by how it was made, and by page."""
    totals, makes, strokes, pages = defaultdict(Tally), defaultdict(Tally), defaultdict(Tally), []
    for page in PAGES:
        draft, look = page()
        found = judgement(scanned(draft, look))
        for what in WHATS:
            totals[what] += found[what]
        for make in {"coloured" if make in COLOURS else make for make in draft.makes}:
            makes[make] += found["boxes"]
        for stroke in set(draft.strokes):
            strokes[stroke] += found["banners"]
        shown = (told(found[what]) for what in ("boxes", "banners", "portions", "codes"))
        pages.append(f"| {page.__name__.replace('_', ' ')} | {' | '.join(shown)} |")
    return {
        "all": table(
            "what | right | too many | missed | precision | recall", (row(WHATS[w], totals[w]) for w in WHATS)
        ),
        "makes": table("boxes of this make | found | missed", (short(MAKES[make], makes[make]) for make in MAKES)),
        "strokes": table(
            "struck by | ink right | wrong or missed", (short(STROKES[stroke], strokes[stroke]) for stroke in STROKES)
        ),
        "pages": table("page | boxes | banners | portion marks | codes", pages),
    }


def told(tally: Tally) -> str:
    """A tally in words: what is right of what is there, what is too many; empty where there is nothing."""
    there = tally.right + tally.missed
    right = f"{tally.right} of {there}" if there else ""
    extra = f"{tally.extra} too many" if tally.extra else ""
    return ", ".join(filter(None, (right, extra)))


def row(name: str, tally: Tally) -> str:
    """A row of the first table."""
    # The area is counted in cells of a grid: its numbers say nothing to a reader.
    numbers = ("", "", "") if name == WHATS["area"] else (tally.right, tally.extra, tally.missed)
    cells = (name, *map(str, numbers), f"{tally.precision:.0%}", f"{tally.recall:.0%}")
    return f"| {' | '.join(cells)} |"


def short(name: str, tally: Tally) -> str:
    """A row of the tables of makes and strokes."""
    return f"| {name} | {tally.right} | {tally.missed} |"


def table(head: str, rows: Iterable[str]) -> str:
    """A table in Markdown."""
    return "\n".join([f"| {head} |", "|---" * (head.count("|") + 1) + "|", *rows])


def main() -> None:
    """Put the tables between their marks."""
    text = PLACE.read_text(encoding="utf-8")
    for mark, made in measured().items():
        before, rest = text.split(f"<!-- begin {mark} -->\n", 1)
        text = f"{before}<!-- begin {mark} -->\n{made}\n{rest[rest.index('<!-- end') :]}"
    PLACE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
