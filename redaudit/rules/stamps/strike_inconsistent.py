"""`strike-inconsistent`: the same marking is struck in one place and not in another.

1. (C) ...  and, in the second copy,  1. ~~(C)~~ ...
"""

from collections.abc import Iterator

from redaudit.model.document import Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._samples import release, telegram
from redaudit.rules.stamps._strikes import banners, portions, weighed_by_sight


def check(record: Record) -> Iterator[Problem]:
    """Banners, or portion marks, of one level, some struck and some not."""
    yield from _mixed(record, "banner", banners(record))
    yield from _mixed(record, "portion mark", portions(record))


def _mixed(record: Record, what: str, groups: dict[str, list[Mark]]) -> Iterator[Problem]:
    for name, marks in sorted(groups.items()):
        struck = [mark for mark in marks if mark.ink is Ink.STRUCK]
        likely = [mark for mark in marks if mark.ink is Ink.LIKELY_STRUCK]
        plain = [mark for mark in marks if mark.ink is Ink.PLAIN]
        if plain and (struck or likely):
            yield Problem(
                f"{what} {name}: {len(struck) + len(likely)} struck{'' if struck else ', by their traces'}, "
                f"{len(plain)} not",
                marks=((struck or likely)[0], plain[0]),
                severity=weighed_by_sight(Severity.LOW, record, struck or likely),
            )


RULE = Rule(
    id="strike-inconsistent",
    severity=Severity.LOW,
    summary="the same marking is struck in one place and not in another",
    rationale="""\
Declassifying strikes every marking, on every page. Where one (C) is struck and the next is not, a page was missed, or
two copies with different fates were put together.

Evidence: banners of one level, or portion marks of one level, some lined through and some not.

    ~~SECRET~~ at the head, SECRET at the foot      raised
    ~~SECRET~~ everywhere                           not raised
""",
    caution="""\
A copy whose markings are all plain is no matter of this rule, and a text that cannot show strikes says nothing. Where
the strikes are known only by the traces that OCR leaves of them (-CONFIDENTIAL, ~SECRET), or were looked for in
pictures of pages, where a thin line is missed, the finding is for information.
""",
    source="10 CFR 1045.165(c) for Restricted Data; DOE Order 5650.2B, part E; compare 32 CFR 2001.25",
    check=check,
    hits=(
        release(telegram(body="1. ~~(C)~~ The minister smiled.\n\n2. (C) He left.\n")),
        release("~~SECRET~~\n\n" + telegram(line="SECRET ZEMBLA 000412") + "\nSECRET\n"),
    ),
    misses=(
        release(telegram()),
        release(
            telegram(body="1. ~~(C)~~ The minister smiled.\n\n2. ~~(C)~~ He left.\n", line="~~SECRET~~ ZEMBLA 412")
        ),
        release(telegram(body="1. ~~(C)~~ The minister smiled.\n\n2. (U) He left.\n", line="~~SECRET~~ ZEMBLA 412")),
    ),
)
