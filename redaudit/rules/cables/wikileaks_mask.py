"""`wikileaks-mask`: names are masked as publishers of leaked telegrams mask them, and no government withheld them.

The minister met XXXXXXXXXXXX at his house.
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._release import released
from redaudit.rules._samples import release, telegram


def check(record: Record) -> Iterator[Problem]:
    """The masks of a copy that no agency marked as released, told once, by the first."""
    if released(record):
        return
    masks = [redaction for redaction in record.redactions if not redaction.official and not redaction.exemptions]
    if masks:
        yield Problem(
            f"{len(masks)} passage{'s' if len(masks) > 1 else ''} masked by a publisher and not by an agency",
            page=masks[0].page,
            line=masks[0].line,
            severity=Severity.INFO,
        )


_MASKED = telegram(body="1. (C) The minister met XXXXXXXXXXXX at his house.\n\n2. (C) He left.\n")

RULE = Rule(
    id="wikileaks-mask",
    severity=Severity.INFO,
    summary="names are masked as publishers of leaked telegrams mask them, and not withheld by an agency",
    rationale="""\
Publishers of the leaked telegrams replaced names by a run of the letter X, or by NAME REMOVED, to protect people. Such
a mask claims no exemption, and counting it among an agency's redactions would blame the agency for what it never did.

Evidence: a run of six or more X in a telegram, or NAME REMOVED in brackets, in a copy that bears no release marking,
with no exemption code beside it.

    met XXXXXXXXXXXX at his house, no release marking      told, as information
    met [Redacted], B6, RELEASE IN PART                    not raised
""",
    caution="""\
Never more than information. A typist's line of X that strikes out words, or a form's blank, looks alike; in a copy with
a release marking the rule rests.
""",
    source="Publishing practice of the leaked telegrams since November 2010, as in public collections of them",
    check=check,
    hits=(_MASKED, telegram(body="1. (C) XXXXXXXXXXXX called.\n\n2. (C) He met XXXXXXXXXXXX, too.\n")),
    misses=(
        telegram(),
        release(_MASKED),
        release(telegram(body="1. (C) He met [Redacted] there.   B6\n\n2. (C) He left.\n"), "RELEASE IN PART B6"),
    ),
)
