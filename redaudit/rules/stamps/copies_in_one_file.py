"""`copies-in-one-file`: one document stands in the file more than once.

a draft and, behind it, the telegram as sent: same SUBJECT, same Classified by, same paragraph 1
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._samples import release, telegram

_SENT = telegram(
    body="""1. (C) The minister said that talks on the canal would go on until the summer.

2. (C) He asked for a reply in writing by the end of the month of April.
"""
)


def check(record: Record) -> Iterator[Problem]:
    """The document was found in the file more than once."""
    if record.copies > 1:
        yield Problem(
            f"the file holds {record.copies} copies of one document; they may differ in text, strikes and stamps",
            marks=(record.subject or record.release_status).marks[:1],
        )


RULE = Rule(
    id="copies-in-one-file",
    severity=Severity.INFO,
    summary="the file holds more than one copy of the document",
    rationale="""\
A draft and the telegram as sent, or a copy for each office, are often released in one file. They deserve to be read
side by side: what is withheld or struck in one may stand in the other.

Evidence: the same subject, authority line and first paragraphs again in one file, letter for letter but for the
misreadings of OCR.

    SUBJECT: TALKS ... 1. (C) ... SUBJECT: TALKS ... 1. (C) ...      raised
    SUBJECT: TALKS on each page of one telegram                      not raised
""",
    caution="""\
The sections of one telegram, an e-mail that quotes the one before, and running heads are no copies. Telegrams on one
subject repeat their first words; the authority line and the paragraphs have to agree as well.
""",
    source="practice of comparing copies of one document",
    check=check,
    hits=(release(_SENT + "\n\n" + _SENT), release(_SENT) + "\f" + release(_SENT.replace("CANAL", "CANAI"))),
    misses=(release(_SENT), release(_SENT) + "\f" + release(telegram())),
)
