"""`code-without-redaction`: a code in the margin of a page where nothing is seen to be withheld.

According to the papers there was an argument within the ministry about the canal and the      B6
price of grain.
"""

from collections import defaultdict
from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CodeUse, DeletedPages, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import uses


def check(record: Record) -> Iterator[Problem]:
    """Codes stand beside a full line of text, or on a page where no passage is seen to be withheld."""
    explained = {redaction.page for redaction in record.redactions if redaction.seen}
    explained |= {mark.page for mark, _ in marks_with(record, DeletedPages)}
    # A passage that runs over page breaks has its codes on every page.
    claimed = {mark.span for redaction in record.redactions for mark in redaction.codes}
    loose: dict[int, list[Mark]] = defaultdict(list)
    for mark, _ in uses(record, CodeUse.MARGIN):
        if mark.page not in explained and mark.span not in claimed:
            loose[mark.page].append(mark)
    # A passage on the page with no code beside it is likely the one that this code stands for.
    beside = {mark.span for mark, _ in uses(record, CodeUse.MARGIN, CodeUse.SHEET)}
    open_pages = {
        item.page for item in record.redactions if item.seen and beside.isdisjoint(c.span for c in item.codes)
    }
    for redaction in record.redactions:
        if not redaction.seen and redaction.page not in open_pages:
            loose[redaction.page] += (mark for mark in redaction.codes if mark not in loose[redaction.page])
    # Boxes are seen where they are drawn; on a scan they are part of the picture.
    drawn = {page.number for page in record.pages if page.size is not None and page.content is Content.TEXT}
    for page, marks in sorted(loose.items()):
        names = ", ".join(dict.fromkeys(mark.text.strip() for mark in marks))
        yield Problem(
            f"{names} on page {page}, and no withheld passage seen beside {'it' if len(marks) == 1 else 'them'}",
            marks=tuple(marks),
            severity=None if page in drawn else softer(Severity.MEDIUM),
        )


_FULL_LINE = (
    "We ought to wait for the others to come, but then they will not come at all, he said.\n"
    "According to the papers there was an argument within the ministry about the canal and the              {code}\n"
    "price of grain. Obviously the minister and his people had wanted to go on with the talks.\n"
    "I would not be surprised to see them at the table before the end of this very long month.\n"
)

RULE = Rule(
    id="code-without-redaction",
    severity=Severity.MEDIUM,
    summary="an exemption code on a page where nothing is seen to be withheld",
    rationale="""\
A code says that something was taken out here. Where no box, bracket, blank or page note stands on the page, either the
mark of the deletion was lost (then its amount is no longer shown, as the Act requires), or the code is left over from
an earlier release.

Evidence: a code in the margin beside a full line of text, with no blank, box or bracket near it.

    RELEASE IN PART B6        the stamp alone                 not raised
    To:             B6        an empty field beside a code    not raised
""",
    caution="""\
The list of codes in the header's stamp, a key that explains codes and a sheet of deleted pages stand beside nothing;
the codes of a passage may stand on the next page, too; a blank beside a code is a withheld passage. Copies that went
through OCR or a web page lose white boxes, so without the printed page's geometry the finding is low.
""",
    source="5 U.S.C. 552(b), closing text: the amount deleted shall be indicated",
    check=check,
    hits=(
        release(email(_FULL_LINE.format(code="B5")), "RELEASE IN PART B5"),
        release(email(_FULL_LINE.format(code="B6")), "RELEASE IN PART B6"),
    ),
    misses=(
        release(email(), "RELEASE IN PART B6"),
        release(email().replace("Doe, John", "                                        B6"), "RELEASE IN PART B6"),
    ),
)
