"""`partial-word-visible`: a box leaves letters of a withheld word in sight.

The envoy met Sa■ in March.     the box begins in the middle of the name
"""

from collections.abc import Iterator

from redaudit.model.document import Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record, Redaction
from redaudit.rules.leaks._drawings import box, drawn, words
from redaudit.rules.leaks._held import counted

# The widths of more boxes than this are not told one by one.
_TOLD = 4
_MET = words("The envoy met ")


def check(record: Record) -> Iterator[Problem]:
    """Pages with boxes at whose edges letters of withheld words show; the widths of the boxes, never the letters."""
    found: dict[int, list[Redaction]] = {}
    for redaction in record.redactions:
        if redaction.peeping and redaction.ink is not Ink.PENDING:
            found.setdefault(redaction.page, []).append(redaction)
    for page, redactions in found.items():
        count = sum(redaction.peeping for redaction in redactions)
        show = "letter of withheld words shows" if count == 1 else "letters of withheld words show"
        yield Problem(
            f"page {page}: {count} {show} at the edge of {counted(len(redactions), 'box', 'boxes')}"
            f" ({_widths(redactions)} points wide); cover the whole word and the space beside it",
            page=page,
            line=redactions[0].line,
        )


def _widths(redactions: list[Redaction]) -> str:
    widths = [f"{redaction.box.width:.0f}" for redaction in redactions if redaction.box]
    return ", ".join(widths[:_TOLD]) + (" ..." if len(widths) > _TOLD else "")


RULE = Rule(
    id="partial-word-visible",
    severity=Severity.LOW,
    summary="a box leaves letters of a withheld word in sight",
    rationale="""\
A word that is cut by its box tells how it begins or ends, and with the width of the box, which gives the number of its
letters in type of one width, few names may be left that fit. The tails and tops of letters that look out below and
above a low bar tell as much.

Evidence: on a drawn page, letters at the edge of a box that belong to a word which goes on beneath; letters under a bar
too low to cover them; one letter or two without a space between them and the box, which are no word of their own.
The finding gives the number of letters and the width of the box; it does not guess what stands beneath.

    Sa■, the box drawn over the rest of the name       raised
    met ■ in March, with a space before and behind     not raised
""",
    caution="""\
Short words that end at a box (of, to, Mr), initials with a full stop, the ending of a genitive, and the figures left
of a number, as the last four of an account, are no cut words. Longer words without a space before the box may be words
of their own, whose space the box swallowed: without words beneath they are left alone. On scans the edge of a box is
too often read as a letter, and the rule rests.
""",
    source=(
        "NSA, Redacting with Confidence, I333-015R-2005, on covering what is withheld; that widths and rims give words"
        " away is practice, not law"
    ),
    check=check,
    hits=(
        drawn(_MET, words("Sa", 152), box(167, 697, 236, 712), words("in March.", 240)),
        drawn(_MET, words("John Sample", 152), box(190, 697, 236, 712), words("in March.", 240)),
    ),
    misses=(
        drawn(_MET, box(150, 697, 236, 712), words("in March.", 240)),
        drawn(_MET, words("John Sample", 152), box(150, 697, 236, 712), words("in March.", 240)),
        drawn(_MET, words("Mr", 152), box(167, 697, 236, 712), words("in March.", 240)),
        drawn(_MET, words("J.", 152), box(163, 697, 236, 712), words("'s aide.", 237)),
    ),
)
