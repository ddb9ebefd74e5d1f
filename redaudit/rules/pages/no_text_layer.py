"""`no-text-layer`: pages that are pictures, without text behind them.

a telegram scanned and saved as it came from the machine
"""

from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import PageFact, Record
from redaudit.rules.leaks._drawings import drawn, words
from redaudit.rules.pages._numbers import pages

_PICTURE = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 7 EI Q"
_LAYER = words("Talks on the canal went on in March, and nothing was decided then.", before="3 Tr 0 g")


def check(record: Record) -> Iterator[Problem]:
    """The pages that are pictures alone, all together, and whether they could be read."""
    pictures = [page for page in record.pages if page.content is Content.IMAGE_ONLY and not page.empty]
    if pictures:
        many = len(pictures) > 1
        yield Problem(
            f"{pages([page.number for page in pictures])} of {len(record.pages)} {'have' if many else 'has'} no text"
            f" layer and {_read(pictures)}: what the rules on words find there is incomplete",
            page=pictures[0].number,
        )


def _read(pictures: list[PageFact]) -> str:
    unread = [page.number for page in pictures if not page.seen]
    were = "were" if len(pictures) > 1 else "was"
    if not unread:
        return f"{were} read by OCR"
    if len(unread) == len(pictures):
        return f"{were} not read"
    return f"{were} read by OCR, but for {pages(unread)}"


RULE = Rule(
    id="no-text-layer",
    severity=Severity.INFO,
    summary="pages are pictures without a text layer",
    rationale="""\
A page saved as a picture alone cannot be searched or read aloud, and nothing of its words can be checked but what OCR
makes of the picture: a stamp that was misread counts as missing, a code that was not read as no code.

Evidence: pages that a picture fills, with no text behind it, or no more than the header that release software types
over it. The finding says how far the other findings on this file can be trusted, and where agencies post the file,
that it has not the machine-readable text which accessibility asks for.

    a scan saved as it came from the machine     raised
    the same with the text that OCR laid behind  not raised
""",
    caution="""\
A text layer of bad OCR is a layer; what it is worth shows in the findings, not here. Files received in paper form may
be posted as they are where the law lets an agency, for the burden. Bare sheets are no pictures of a page.
""",
    source="29 U.S.C. 794d(a)(1); 36 CFR 1194.1 and appendix A, E205 (electronic content); OGIS recommendation of 2019",
    check=check,
    hits=(drawn(_PICTURE), drawn(words("Talks on the canal."), more=(_PICTURE,))),
    misses=(
        drawn(words("Talks on the canal.")),
        drawn(_PICTURE, _LAYER),
        drawn(words("Talks on the canal."), more=("",)),
    ),
)
