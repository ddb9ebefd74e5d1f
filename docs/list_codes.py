"""Makes docs/codes.md from what `redaudit explain` knows: `python -m docs.list_codes`."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from redaudit import pipeline
from redaudit.explanation import explanation, explanation_json
from redaudit.vocabulary.meaning import EXPLAINED, Explained, Kind

PAGE = Path(__file__).parent / "codes.md"
TITLES = {
    Kind.FOIA: "Freedom of Information Act",
    Kind.PRIVACY: "Privacy Act",
    Kind.REASON: "Reasons for classification",
    Kind.DURATION: "Exemptions from automatic declassification",
    Kind.INSTRUCTION: "Declassification instructions",
    Kind.LEVEL: "Levels",
    Kind.FOREIGN_LEVEL: "Levels of NATO and other governments",
    Kind.CONTROL: "Controls of unclassified matter",
    Kind.CAPTION: "Captions and control markings",
    Kind.CODE_WORD: "Code words",
    Kind.DISTRIBUTION: "Precedence and distribution",
    Kind.PRESIDENTIAL: "Presidential Records Act",
    Kind.DONATED: "Other restrictions of presidential libraries",
    Kind.JFK: "JFK Act",
    Kind.STATUTE: "Statutes beside a B3",
    Kind.LABEL: "Labels of agencies",
    Kind.ORDER: "Executive orders",
    Kind.SECTION: "Sections of the orders",
    Kind.RELEASE: "Words of release markings",
    Kind.STATUS: "Release statuses",
    Kind.STAMP: "Families of release stamps",
}
# The letters that the CIA put behind its exemptions all mean the same to us.
_ALIKE = re.compile(r"25X(?:[2-9][A-E]|1[B-E])")
SHOWN = "1.5(b)"
INTRO = """\
<!-- Made by `python -m docs.list_codes` from the vocabulary; do not edit. -->
# What codes and markings mean

`redaudit explain` says what a code, a marking, a statute or an executive order on a released document means: who uses
it, since and until when, what stands for it today, and where that is said. Any agency's spelling will do: `B7(C)`,
`b7C`, `(b)(7)(C)`; `25X1`, `3.3(b)(1)`; `(S//NF)`; `50 USC 403`; `E.O. 12958`.

```text
$ redaudit explain "{shown}"
{text}
```

Days are ISO dates, of less precision where no more is known; *until* is the first day on which it is no longer in use.
What no public source was found for is said after *Not confirmed*; *Rules* are those that look at it. A code that stands
for several things (`1.4`, `P1`, `A`) lists them all, one made of several (`(b)(3)-P.L. 86-36`, `TS//SI//NF`) explains
each. A code that no law has (`1.4(K)`, `B10`) is told where the law ends; a word that nobody knows is answered with the
nearest ones, and exit code 2.

## As JSON

One object for a word: `word`, and `explained`, a list. Items whose `of` is the same piece of the word are several
meanings of it, items of different pieces its parts.

```json
{json}
```

A rule has `kind` `rule`, `id`, `severity`, `summary`, `rationale`, `caution`, `source`, `holds` (each `of`, `since`,
`until`, `source`), `hits` and `misses`; the name of a kind of marking has `kind` `marking`, `id`, `summary`, `source`,
`hits` and `misses`.

## All of them

{links}
"""


def page() -> str:
    """The whole page."""
    rules, detectors = pipeline.rules(), pipeline.detectors()
    asked = json.loads(explanation_json(SHOWN, rules, detectors))
    head = INTRO.format(
        shown=SHOWN,
        text=explanation(SHOWN, rules, detectors),
        json=json.dumps(asked, ensure_ascii=False, indent=2),
        links="\n".join(f"- [{title}](#{_anchor(title)}): {len(_rows(kind))}" for kind, title in TITLES.items()),
    )
    return head + "".join(line for kind in TITLES for line in _section(kind))


def _rows(kind: Kind) -> list[Explained]:
    return [row for row in EXPLAINED if row.kind is kind and not _ALIKE.fullmatch(row.name)]


def _section(kind: Kind) -> Iterator[str]:
    yield f"\n## {TITLES[kind]}\n\n| name | meaning | used by | in use | today | source |\n|---|---|---|---|---|---|\n"
    for row in _rows(kind):
        doubt = f" *Not confirmed: {row.unconfirmed}.*" if row.unconfirmed else ""
        cells = (
            f"`{row.name}`",
            row.meaning + doubt,
            "; ".join(row.users),
            " ".join(
                filter(None, (f"since {row.since}" if row.since else "", f"until {row.until}" if row.until else ""))
            ),
            row.now,
            row.source,
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
