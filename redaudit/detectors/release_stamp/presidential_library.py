"""The stamps of the presidential libraries, and of the archives' remote capture of their holdings.

DECLASSIFIED PER E.O. 13526 2010-0533-M
DECLASSIFIED / White House Guidelines / E.O. 12958, SEC 3.4 (B) September 11, 2006 / By XX NARA, Date 2/6/08
SANITIZED E.O. 12958, Sec. 3.6 NLJ 98-123 By cb, NARA Date 5-4-00
DECLASSIFIED IN PART / NLRR F06-114/8 #12345 / BY RW NARA DATE 6/2/11
No Objection To Declassification in Full 2012/05/10 : NLC-12-34-5-6-7

A sheet that says what became of a whole packet of documents is no stamp of one of them.
"""

import re
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.outcome import Outcome

_CASE = (
    r"(?:(?:19|20)\d{2}-\d{4}-(?:MR|M|F|S)|NL[A-Z]{1,2}(?:\s+MR\s+|\s+|-)(?:[A-Z]{1,2})?\d{2,4}-\d{1,5}(?:/\d{1,4})?)"
)
_ORDER = r"E\.?\s?[O0]\.?\s?,?\s?(?P<order>1[123][\dO]{3})"
_SIGNED = (
    rf"B[yY]\W{{0,3}}[\w/ ]{{1,12}}?\W{{1,4}}(?:NARA|NARS|NL[A-Z]{{1,2}})"
    rf"\W{{0,3}}(?:(?i:Date)\W{{0,4}}(?P<date>{WHEN})?)?"
)
# OCR lets `CLINTON LIBRARY PHOTOCOPY`, stamped over it, fall between the words.
_STAMP = re.compile(
    rf"""
    (?P<word>DECLASSIFIED|Declassified|SANITIZED|Sanitized)(?P<extent>[ ](?i:IN)[ ](?i:FULL|PART))?
    [\s\W]{{1,6}}(?:CLINTON[ ]LIBRARY[ ]PHOTOCOPY\W{{1,4}})?
    (?i:White[ ]House[ ]Guidelines\W{{1,4}})?(?i:PER\s{{0,2}}|UNDER\s+|Authority\W{{1,3}})?{_ORDER}
    (?P<section>
        (?:,?\s{{0,2}}as\s+amended)?
        (?:[\s,.]{{0,3}}S(?i:ec)(?:tion|s|\.|,)?\s?\d\.\d(?:\s?\([A-Za-z0-9]{{1,2}}\)){{0,3}})?
    )
    (?:[\s,.]{{0,3}}(?P<rules>{WHEN})(?=\W{{1,4}}By\b))?
    (?:\W{{1,6}}(?P<case>{_CASE}))?
    # Below a blank line stands the memorandum's own date.
    (?:(?!\W{{0,3}}\n[ \t]*\n)\W{{1,4}}(?P<dated>{WHEN}))?
    (?:\W{{1,6}}{_SIGNED})?
    """,
    re.VERBOSE,
)
# By the number of the library's case alone: DECLASSIFIED / NLRR F06-114/8 #12345 / BY RW NARA DATE 6/2/11
_BY_CASE = re.compile(
    rf"""
    (?P<word>DECLASSIFIED|Declassified|SANITIZED|Sanitized)(?P<extent>[ ](?i:IN)[ ](?i:FULL|PART))?
    \W{{1,6}}(?:(?i:Authority)\W{{1,3}})?
    (?P<case>NL[A-Z]{{1,3}}[ -](?:(?:MR|RAC|M)[ -])?[A-Z]?\d{{1,4}}(?:[/-]\d{{1,6}}){{1,6}})(?:\s?\#\s?[\w.-]{{1,12}})?
    (?:\W{{1,6}}{_SIGNED})?
    (?=\W|$)
    """,
    re.VERBOSE,
)
# The stamp's second line alone, or what the photocopy stamp leaves of it: PERE.O. 13526 · PER E.0.13526 · PER m  13526.
# An authority to classify gives its reasons.
_SHREDDED = re.compile(
    r"PER(?<![A-Za-z]PER)(?<!LASSIFIED PER)(?:\s?E\.?\s?[O0]\.?\s?|[ ]{1,4}\w{1,3}[ ]{1,6}|[ ]{2,6})(?P<order>13526)"
    r"(?=[^\w\n]{0,3}(?:\n|$|\s{2}|(?:19|20)\d{2}-))(?:\W{1,6}(?P<case>(?:19|20)\d{2}-\d{4}-[MFS]R?))?"
)
_WHOLE = re.compile(r"PER\s?E\.\s?O\.\s?13526")
_NO_OBJECTION = re.compile(
    r"No[ ]Objection[ ]To[ ](?:De-?classification|Release)(?:[ ]in[ ](?P<extent>Full|Part))?"
    rf"\W{{1,3}}(?P<date>{WHEN})"
    r"(?:\s?:\s?(?P<document>(?:NL[A-Z]|LOC-HAK)[\d-]{8,24}))?",
    re.IGNORECASE,
)
_STATUS = {"full": Outcome.FULL, "part": Outcome.PART}


def find(page: Page) -> Iterator[Sighting]:
    """The stamps of libraries on a page."""
    for pattern in (_STAMP, _BY_CASE) if "IFIED" in page.folded or "SANIT" in page.folded else ():
        for match in pattern.finditer(page.text):
            yield Sighting(match.start(), match.start() + len(match[0].rstrip()), _stamp(match))
    for match in _SHREDDED.finditer(page.text):
        order = f"E.O. {match['order']}"
        value = ReleaseStamp(
            *("presidential-library", Outcome.UNSPECIFIED),
            authority=order,
            case=match["case"] or "",
            order=order,
            declassified=True,
            damaged=not _WHOLE.match(match[0]),
        )
        yield Sighting(match.start(), match.end(), value)
    for match in _NO_OBJECTION.finditer(page.text) if "OBJECTION" in page.folded else ():
        date, damaged = stamped_date(match["date"])
        status = _STATUS.get((match["extent"] or "").lower(), Outcome.UNSPECIFIED)
        value = ReleaseStamp(
            *("presidential-library-no-objection", status, date),
            document=match["document"] or "",
            declassified=status is not Outcome.PART,
            damaged=damaged,
        )
        yield Sighting(match.start(), match.end(), value)


def _stamp(match: re.Match[str]) -> ReleaseStamp:
    # The guidelines' own date is no date of release.
    groups = match.groupdict()
    date, damaged = stamped_date(groups["date"] or groups.get("dated"))
    in_part = match["word"].upper() == "SANITIZED" or "PART" in (match["extent"] or "").upper()
    in_full = "FULL" in (match["extent"] or "").upper()
    order = "E.O. " + groups["order"].replace("O", "0") if groups.get("order") else ""
    section = " ".join((groups.get("section") or "").strip(" ,.\n").split())
    return ReleaseStamp(
        family="presidential-library",
        status=Outcome.PART if in_part else Outcome.FULL if in_full else Outcome.UNSPECIFIED,
        date=date,
        authority=f"{order}, {section}" if section else order,
        case=" ".join((groups["case"] or "").split()),
        order=order,
        declassified=not in_part,
        damaged=damaged,
    )


FAMILY = Family(
    id="presidential-library",
    source="E.O. 13526 3.5; 36 CFR 1260; 44 U.S.C. 2204",
    cues=("DECLASSIFIED", "SANITIZED", "13526", "NO OBJECTION"),
    find=find,
    hits=(
        "DECLASSIFIED\nPER E.O. 13526\n2010-0001-M",
        "DECLASSIFIED IN PART\nPER E.O. 13526",
        "DECLASSIFIED\nWhite House Guidelines\nE.O. 12958, SEC 3.4 (B) September 11, 2006\nBy abc NARA, Date 2/6/08",
        "SANITIZED\nE.O. 12958, Sec. 3.6\nNLJ 98-001\nBy cb, NARA Date 5-4-00",
        "DECLASSIFIED IN PART\nNLRR F99-001/8 #12345\nBY AB NARA DATE 6/2/11",
        "DECLASSIFIED\nAuthority NLJ 019-025-2-3\nBy ab, NARA, Date 3/4/05",
        "PERE.O. 13526",
        "No Objection To Declassification in Full 2012/05/10 : NLC-12-34-5-6-7",
    ),
    misses=(
        "Documents from this Mandatory Declassification Review were released in full. Those documents released with "
        "redactions have been restricted under Section 1.4 (c) of E.O. 13526 and (b)(3) of the FOIA.",
        "E.O. 12958: DECL: 10/31/07",
    ),
)
