"""`header-cable-class-mismatch`: the format line, the class line and the page bands of a telegram disagree.

ZNY SSSSS ZZH ... C O N F I D E N T I A L ZEMBLA 000412
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._level import banners, class_lines, format_lines, highest, step
from redaudit.rules._release import released
from redaudit.rules._samples import release, telegram


def check(record: Record) -> Iterator[Problem]:
    """The telegram's class line against its ZNY letters, then against its page bands."""
    lines = class_lines(record)
    if not lines or record.copies > 1 or len({step(level) for _, level in lines}) > 1:
        return
    line, level = lines[0]
    formats = format_lines(record)
    if formats and all(step(other) != step(level) for _, other in formats):
        yield Problem(
            f"the class line says {level}, and the format line ({formats[0][0].text.strip()}) {formats[0][1]}",
            marks=(line, formats[0][0]),
        )
    bands = banners(record)
    top = highest(bands)
    if top is None or any(step(other) == step(level) for _, other in bands):
        return
    if not level.classified and released(record):
        return  # A classified band over an unclassified telegram is what a review may have added.
    if top[1].classified:
        yield Problem(
            f"the class line says {level}, and the page bands {top[1]}",
            marks=(line, top[0]),
            severity=softer(Severity.MEDIUM) if len(bands) < 2 else None,
        )


RULE = Rule(
    id="header-cable-class-mismatch",
    severity=Severity.MEDIUM,
    summary="the format line, the class line and the page bands of a telegram name different levels",
    rationale="""\
A telegram states its class three times: five letters in the ZNY line for the machines, the class line at its number,
and the bands at the top and foot of each printed page. They are set from one field; where they differ the text was
retyped, two telegrams were mixed, or the class was changed by hand.

Evidence: a ZNY line (CCCCC, SSSSS ...) or page bands that never agree with the class line.

    ZNY SSSSS ZZH over C O N F I D E N T I A L      raised
    ZNY CCCCC ZZH over C O N F I D E N T I A L      not raised
""",
    caution="""\
UNCLASSIFIED at the foot of a released copy is the release's own; unclassified controls (LOU, SBU, EFTO) against
UNCLASSIFIED are no steps; files with several telegrams or copies hold several classes. One band alone weighs one step
less.
""",
    source="5 FAH-2 H-320",
    check=check,
    hits=(
        "DE RUEHZZ #0412 0731131\nZNY SSSSS ZZH\n" + telegram(),
        "DE RUEHZZ #0412 0731131\nZNY UUUUU ZZH\n" + telegram(),
    ),
    misses=(
        "DE RUEHZZ #0412 0731131\nZNY CCCCC ZZH\n" + telegram(),
        release("DE RUEHZZ #0412 0731131\nZNY CCCCC ZZH\n" + telegram() + "\nUNCLASSIFIED\n"),
        telegram(),
    ),
)
