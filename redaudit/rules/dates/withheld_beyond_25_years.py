"""`withheld-beyond-25-years`: text older than 25 years withheld as classified, without an exemption that goes so far.

telegram of 1979 ... RELEASE IN PART B1,1.4(D) ... Date: 06/30/2015
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._samples import release, telegram
from redaudit.rules._withholding import classified_codes, codes, proof
from redaudit.vocabulary.order import FIRST_AUTOMATIC, LAWFUL_DELAY_YEARS, automatic_line, outlasts_25_years


def check(record: Record) -> Iterator[Problem]:
    """Released after the 25-year line, with classified codes and none of 25X, 50X, 3.3(b), 3.3(h)."""
    date, release_date = record.original_date, record.release_date
    claimed = classified_codes(record)
    if date is None or release_date is None or not claimed or any(map(outlasts_25_years, codes(record))):
        return
    line = automatic_line(date.value, 25)
    if release_date.value <= max(line, FIRST_AUTOMATIC):
        return
    severity = weighed(Severity.HIGH, record, "original_date", "release_date")
    late = release_date.value <= automatic_line(date.value, 25 + LAWFUL_DELAY_YEARS)
    yield Problem(
        f"no 25-year exemption code found for text withheld under {', '.join(claimed)} past {line} "
        f"(released {release_date.value})",
        marks=proof(record, claimed),
        severity=softer(severity) if late else severity,
    )


_OLD = telegram(sent="P 141131Z MAR 79", order="E.O. 12065: GDS 3/14/85 (SAMPLE, ANN Q.) OR-M", authority="")

RULE = Rule(
    id="withheld-beyond-25-years",
    severity=Severity.HIGH,
    summary="text older than 25 years is withheld as classified without a 25-year exemption code",
    rationale="""\
On 31 December of the 25th year a permanent record is declassified by itself, unless its agency exempted it under
section 3.3(b). The copy should then show that exemption: 25X1 to 25X9, or 3.3(b)(n). B1 with 1.4(x) alone is the
ground for younger records.

Evidence: the document's date, the release's date beyond that line (and beyond 31 December 2006, the first line kept),
B1 or a category withholding text, and no 25X, 50X or 3.3(b). Not evidence: B5, B6 and other exemptions; Restricted
Data, which no line opens; records that are not permanent, file series exempted as a whole, and a code left out by
habit, so the finding says what was not found. Within five years behind the line, the delays that the order allows for
special media and referrals, it weighs one step less.

    telegram of 1979, released 2015, B1,1.4(D)         raised
    telegram of 1979, released 2015, B1,25X6           not raised
    telegram of 2006, released 2015, B1,1.4(D)         not raised
""",
    source="E.O. 13526 3.3(a), (b), (d); 36 CFR 1260.46; 32 CFR 2001.26",
    check=check,
    hits=(
        release(_OLD, "RELEASE IN PART B1,1.4(D)"),
        release(_OLD.replace("MAR 79", "MAR 82"), "RELEASE IN PART B1,1.4(B)"),
    ),
    misses=(
        release(telegram(), "RELEASE IN PART B1,1.4(D)"),
        release(_OLD + "\n                                                      25X6\n", "RELEASE IN PART B1,1.4(D)"),
        release(_OLD, "RELEASE IN PART B6"),
        release(_OLD),
    ),
)
