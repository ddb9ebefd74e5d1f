"""`leftover-higher-codeword`: a codeword of another agency's program stands in a release that agency did not mark.

RELEASE IN FULL ... TOP SECRET UMBRA
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._marks import marks_with
from redaudit.rules._release import families, published_by_editors, released, stamps
from redaudit.rules._samples import release, telegram
from redaudit.rules.marking._controls import captioned

_CODEWORDS = frozenset(
    (
        *("UMBRA", "TALENT-KEYHOLE", "BYEMAN", "RUFF", "COMINT", "GAMMA", "SPOKE", "MORAY", "ZARF", "DINAR", "TRINE"),
        *("HCS", "SI", "TK"),
    )
)
# Whose review speaks for such programs, by stamp or by name.
_REVIEWERS = frozenset(("cia", "nsa", "dod", "iscap", "jfk"))
_NAMED = re.compile(r"\b(?:CIA|NSA|NRO|NGA|DIA|ODNI|INR|ISCAP|Central Intelligence|National Security Agency)\b")
_ARCHIVES = frozenset(("nara", "presidential-library"))
_STRUCK = frozenset((Ink.STRUCK, Ink.LIKELY_STRUCK))


def check(record: Record) -> Iterator[Problem]:
    """The codewords that stand unstruck in a release without a trace of the review of those who own them."""
    if not released(record):
        return
    standing = [(mark, name) for mark, name in captioned(record, _CODEWORDS) if mark.ink not in _STRUCK]
    if not standing or published_by_editors(record) or _reviewed(record):
        return
    severity = Severity.MEDIUM
    doubtful = all(mark.doubtful for mark, _ in standing)
    for doubt in (doubtful, bool(families(record) & _ARCHIVES)):
        severity = softer(severity) if doubt else severity
    words = ", ".join(dict.fromkeys(name for _, name in standing))
    yield Problem(
        f"page {standing[0][0].page}: {words} stands in this release, and no review by the agency that owns it shows",
        marks=tuple(mark for mark, _ in standing),
        severity=severity,
    )


def _reviewed(record: Record) -> bool:
    """Whether a stamp, an authority or the attributes of the message name an agency that owns such programs."""
    if families(record) & _REVIEWERS:
        return True
    words = [mark.text for mark, _ in stamps(record)]
    words += [stamp.authority for _, stamp in stamps(record)]
    for _, block in marks_with(record, Attributes):
        words += [block.named(name) for name in ("Review Referrals", "Review Authority", "Review Comment")]
    return any(_NAMED.search(text) for text in words)


_UMBRA = telegram(line="T O P  S E C R E T UMBRA ZEMBLA 000412", body="1. (TS) He came.\n\n2. (TS) He left.\n")

RULE = Rule(
    id="leftover-higher-codeword",
    severity=Severity.MEDIUM,
    summary="a codeword of another agency's program stands in a release that shows no review by that agency",
    rationale="""\
UMBRA, TALENT KEYHOLE, BYEMAN, HCS, SI, TK name programs whose owners alone decide what is released of them; who
releases a document with such a word must refer it first. A codeword that stands, not struck out, in a copy marked by
one agency alone suggests that the referral was missed, and the text below it with it.

Evidence: such a word beside a level, in a banner or a portion mark, or alone on a line, in a released copy whose
stamps, authority and attributes name none of the agencies that own the programs.

    RELEASE IN FULL ... TOP SECRET UMBRA                            raised
    RELEASE IN FULL ... TOP SECRET UMBRA, struck out                not raised
    Approved for Release by NSA ... TOP SECRET UMBRA                not raised
""",
    caution="""\
Many codewords are declassified as words (UMBRA, BYEMAN, RUFF), and the text may have been referred without a stamp of
its own. A copy that an archive or a presidential library released, which refers as a matter of course, weighs one step
less, and so does a word read by OCR. Editions of documents print the words as history.
""",
    source="E.O. 13526 3.3(d)(3) and 3.6(b); E.O. 12958 3.7(b); 32 CFR 2001.34",
    check=check,
    hits=(
        release(_UMBRA),
        release(f"TOP SECRET//SI/TK//NOFORN\n\n{_UMBRA.replace(' UMBRA', '')}"),
        release(telegram(line="S E C R E T ZEMBLA 000412", body="1. (S//SI) He came.\n\n2. (S//HCS//NF) He left.\n")),
    ),
    misses=(
        _UMBRA,
        release(telegram()),
        release(_UMBRA.replace("T O P  S E C R E T UMBRA", "~~T O P  S E C R E T UMBRA~~")),
        release("Approved for Release by NSA on 06-30-2015, FOIA Case # 99999\n\n" + _UMBRA),
        release(telegram(line="S E C R E T ZEMBLA 000412", body="1. (S) The umbra of the eclipse.\n")),
    ),
)
