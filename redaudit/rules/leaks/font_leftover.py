"""`font-leftover`: a font cut down to the letters of the text still holds letters that the text no longer has.

/BaseFont /ABCDEF+Sample
"""

from collections.abc import Iterator

from redaudit.model.document import Holding
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import box, drawn, stream, words
from redaudit.rules.leaks._held import counted, held, withholds

_MAP = """/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
{count} beginbfchar
{pairs}
endbfchar endcmap end"""


def _set_in(text: str, letters: str) -> str:
    """A page with a bar, its words set in a font cut down to some letters."""
    pairs = "\n".join(f"<{ord(letter):02x}> <{ord(letter):04x}>" for letter in letters)
    font = (
        "<</Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Sample /FirstChar 32 /LastChar 122"
        f" /Widths [{'600 ' * 91}] /ToUnicode 6 0 R /FontDescriptor 7 0 R>>"
    )
    objects = (
        stream(_MAP.format(count=len(letters), pairs=pairs)),
        "<</Type /FontDescriptor /FontName /ABCDEF+Sample /Flags 32 /FontFile2 8 0 R>>",
        stream("", "/Length1 0"),
    )
    return drawn(words(text), box(250, 697, 300, 712), font=font, objects=objects)


def check(record: Record) -> Iterator[Problem]:
    """Letters that only fonts still know."""
    left = held(record, Holding.FONT)
    count = sum(leftover.count for leftover in left)
    if count:
        fonts = counted(len(left), "font")
        yield Problem(
            f"{counted(count, 'letter')} that no page uses left in {fonts} cut down to the text's letters",
            severity=Severity.LOW if withholds(record) else Severity.INFO,
        )


RULE = Rule(
    id="font-leftover",
    severity=Severity.LOW,
    summary="a font cut down to the text's letters holds letters that the text no longer has",
    rationale="""\
A PDF often carries only those letters of a font that its text uses. Where words were taken out afterwards, the font
keeps their letters: it tells which letters stood in the passage, and sometimes, with the widths, which name.

Evidence: a font cut down to the letters of the text, with letters or digits that no page uses.

    letters a to t used, a capital Q left in the font      raised
    every letter of the font used                          not raised
""",
    caution="""\
Whole fonts, and fonts cut down to an alphabet or a range as some programs do, tell nothing. It is never more than a
hint, for pages taken out of a longer document leave letters too, and no more than info where nothing is withheld.
""",
    source="ISO 32000-1, 9.6.4: font subsets; 9.10.3: ToUnicode maps",
    check=check,
    hits=(_set_in("The envoy met in March", "Theonvymtir MachQ"),),
    misses=(_set_in("The envoy met in March", "Theonvymtir Mach"),),
)
