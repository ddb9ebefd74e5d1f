"""Which finders a page wakes: those one of whose cues stands in its text; all cues are looked for in one pass.

Some 160 cues looked for one by one cost a quarter of the time of reading marks; the automaton of Aho and Corasick finds
them together, in time linear in the text (0.23 s against 0.04 s over 3.1 MB of e-mails).
"""

from collections import Counter
from collections.abc import Iterable

import ahocorasick
from attrs import frozen

from redaudit.model.part import Finder

# The id of a detector, and one of its finders.
Asleep = tuple[str, Finder]

# The automaton copies what it looks through, four bytes a character: a text is given to it in pieces of so many.
PIECE = 1 << 20


@frozen
class Waking:
    """Finders in their order, each a bit; `automaton` gives for every cue the bits that it wakes.

    `longest` is the length of the longest cue.
    """

    finders: tuple[Asleep, ...]
    always: int
    automaton: ahocorasick.Automaton
    longest: int

    def awake(self, folded: str) -> list[Asleep]:
        """The finders without cues, and those one of whose cues stands in a text in upper case."""
        bits = self.always
        for start in range(0, len(folded), PIECE):
            for _, mask in self.automaton.iter(folded[start : start + PIECE + self.longest - 1]):
                bits |= mask
        return [finder for number, finder in enumerate(self.finders) if bits >> number & 1]


def waking(finders: Iterable[Asleep]) -> Waking:
    """What wakes some finders."""
    known = tuple(finders)
    masks: Counter[str] = Counter()
    for number, (_, finder) in enumerate(known):
        for cue in set(finder.cues):
            masks[cue] += 1 << number
    automaton = ahocorasick.Automaton()
    for cue, mask in masks.items():
        automaton.add_word(cue, mask)
    automaton.make_automaton()
    always = sum(1 << number for number, (_, finder) in enumerate(known) if not finder.cues)
    return Waking(known, always, automaton, max(map(len, masks), default=1))
