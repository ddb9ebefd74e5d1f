"""`b3-statute-unknown-or-stale`: the statute beside a B3 is cited as it was once, or is none that is known here.

RELEASE IN PART B3 50 USC 403g ... Date: 06/30/2015
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, Statute
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import email, release
from redaudit.vocabulary.statute import statute_named


def check(record: Record) -> Iterator[Problem]:
    """Every statute once that is not in the table, or stands there under a citation older than the release."""
    cited: dict[str, list[Mark]] = {}
    for mark, statute in marks_with(record, Statute):
        cited.setdefault(statute.text, []).append(mark)
    for text, marks in cited.items():
        if message := _fault(text, record):
            yield Problem(message, marks=tuple(marks))


def _fault(text: str, record: Record) -> str:
    found = statute_named(text)
    if found is None:
        return f"{text} stands with B3, and is not among the statutes known here: is it one that withholds?"
    statute, former = found
    if former is None or record.release_date is None or record.release_date.value < former.until:
        return ""
    return (
        f"{text} stands with B3 in a release of {record.release_date.value}; since {former.until} it is {statute.cite}"
    )


def _copy(statute: str, date: str = "06/30/2015") -> str:
    return release(email("He came at nine.\n" + 60 * " " + f"B3 {statute}\n"), "RELEASE IN PART B3", date)


RULE = Rule(
    id="b3-statute-unknown-or-stale",
    severity=Severity.INFO,
    summary="the statute that stands with a B3 is cited as it once was, or is not a known one",
    rationale="""\
A B3 is worth what its statute is worth, so the reader must be able to find it. The statutes of the intelligence
agencies moved within title 50 on 20 May 2013 (403g became 3507, 403-1(i) became 3024(i), 402 note became 3605), and the
Export Administration Act was repealed on 13 August 2018. An old citation in a later release is a form that nobody
renewed; an unknown one may be a slip, or no statute that withholds.

Evidence: the statute printed beside a B3, against a table of current and older citations, and the date of the release.

    B3 50 USC 403g, released 2015         raised: 50 U.S.C. 3507
    B3 50 USC 403g, released 2010         not raised
    B3 CIA PERS/ORG, released at any time  not raised: a label, not a citation
""",
    caution="""\
Old citations are widespread and harm nobody. Agencies have claimed more than 250 statutes, and the table holds those of
the collections this program was made for: an unknown one may well withhold. Without a date of release only unknown ones
are told.
""",
    source="5 U.S.C. 552(b)(3); Office of the Law Revision Counsel, editorial reclassification of title 50 (20 May "
    "2013); P.L. 115-232, 1766(a); GAO-21-148",
    check=check,
    hits=(_copy("50 USC 403g"), _copy("12 USC 9999"), _copy("50 USC 403-1(i)(1)")),
    misses=(
        _copy("50 USC 403g", "06/30/2010"),
        _copy("50 USC 3507"),
        _copy("CIA PERS/ORG"),
        _copy("P.L. 86-36"),
        _copy("8 USC 1202(f)"),
    ),
)
