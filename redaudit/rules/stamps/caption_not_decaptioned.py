"""`caption-not-decaptioned`: a released telegram still bears NODIS or EXDIS.

"UNCLASSIFIED" 3/16/2023 ... EXDIS CEDAR
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._release import families, published_by_editors, stamps
from redaudit.rules._samples import release, telegram
from redaudit.vocabulary.outcome import Outcome

# The captions that close a message to all but named readers; 5 FAH-2 H-440.
_CLOSED = ("NODIS", "EXDIS", "STADIS", "ROGER", "CHEROKEE")
# The markings of State, which decaptions; an archive or another agency declassifies and does not.
_OF_STATE = frozenset(
    ("vrr", "case-band", "litigation-band", "review-authority", "review-authority-historian", "state-review-form")
)


def check(record: Record) -> Iterator[Problem]:
    """A caption that closes the message stands on a released copy, and nothing lifts it."""
    if record.release_status.value not in (Outcome.FULL, Outcome.PART, Outcome.UNSPECIFIED):
        return
    captions = record.original_captions
    if captions is None or published_by_editors(record) or _lifted(record):
        return
    severity = weighed(Severity.MEDIUM, record, "original_captions")
    closed = [caption for caption in captions.value if caption.startswith(_CLOSED)]
    if not families(record) & _OF_STATE:
        severity = softer(severity)
    reviewed = record.marks_of("caption-review")
    if closed and reviewed:
        yield Problem(
            f"page {reviewed[0].page}: released with the caption {', '.join(closed)}; the stamp of the review of "
            "captions tells whether it was removed",
            marks=(*reviewed[:1], *captions.marks),
            severity=Severity.INFO,
        )
    elif closed:
        yield Problem(
            f"released with the caption {', '.join(closed)}, and nothing in this copy says that it was decaptioned",
            marks=captions.marks,
            severity=severity if absence_shows(record) else softer(severity),
        )


def _lifted(record: Record) -> bool:
    if any(stamp.decaptioned for _, stamp in stamps(record)):
        return True
    # The systematic review of the telegrams of 1973-79 records it among their attributes, which a copy may lack.
    return "systematic-review" in families(record) or any(
        value.named("Decaption Date") or not value.named("Current Handling Restrictions")
        for _, value in marks_with(record, Attributes)
    )


RULE = Rule(
    id="caption-not-decaptioned",
    severity=Severity.MEDIUM,
    summary="released with NODIS, EXDIS, STADIS or ROGER CHANNEL, and not decaptioned",
    rationale="""\
NODIS, EXDIS, STADIS and ROGER CHANNEL keep a message from all but named readers, whatever its level. Declassifying it
does not lift them: State decaptions, and says so on the copy, DECLASSIFIED AND DECAPTIONED.

Evidence: one of these captions on a copy with a release marking, and no DECAPTIONED. That the word has to stand on the
copy is State's practice; the section of its handbook on captions after release was not confirmed.

    RELEASE IN FULL ... EXDIS                                    raised
    RELEASE IN FULL ... EXDIS / DECLASSIFIED AND DECAPTIONED     not raised
""",
    caution="""\
SIPDIS, words of precedence and TAGS are no such captions. Telegrams of the systematic review have their decaptioning
among the message attributes; a copy denied in full and printed editions need none. Where the page was read by OCR,
which may have lost the word, the finding weighs one step less, and so it does where an archive or another agency
released the copy: only State decaptions. Where the stamp of State's own review of captions stands there, whose ticks
cannot be read, the finding is for information.
""",
    source="5 FAH-2 H-440, H-443",
    check=check,
    hits=(
        release(telegram(line="C O N F I D E N T I A L ZEMBLA 000412\n\nEXDIS")),
        release(telegram(line="S E C R E T ZEMBLA 000412\n\nNODIS"), "RELEASE IN PART B6"),
    ),
    misses=(
        release(telegram(line="C O N F I D E N T I A L ZEMBLA 000412\n\nEXDIS\n\nDECLASSIFIED AND DECAPTIONED")),
        release(telegram(line="C O N F I D E N T I A L ZEMBLA 000412\n\nSIPDIS")),
        telegram(line="C O N F I D E N T I A L ZEMBLA 000412\n\nEXDIS"),
    ),
)
