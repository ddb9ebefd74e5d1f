"""`reclassifier-not-senior`: the line that classifies at release names an official who is not known as a senior one.

Classified by Desk Officer, EUR/XYZ, DoS on 06/30/2015 ~ Class: CONFIDENTIAL
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._release import reclassifications
from redaudit.rules._samples import RECLASSIFIED, email, release

# Heads of agencies, their deputies, and the officials whom State is known to have named or delegated for this: the
# Under Secretary for Management, the Deputy Assistant Secretary for Global Information Services, the Director of IPS.
_SENIOR = re.compile(
    r"\b(?:(?:Under\s|Deputy\s|Assistant\s)?Secretary|Attorney\sGeneral|Administrator|Archivist|Chairman|Commissioner"
    r"|(?:Deputy\s)?Director|President|National\sSecurity\sAdvis[eo]r|senior\sagency\sofficial)\b"
    r"|\bDAS\b|\bA/GIS\b|\bA/ISS/IPS\b|\bA/IPS\b",
    re.IGNORECASE,
)


def check(record: Record) -> Iterator[Problem]:
    """The officials named, each once, who have no title of a senior one."""
    told: set[str] = set()
    for mark, stamp in reclassifications(record):
        if stamp.family == "classified-at-release" and stamp.authority and not _SENIOR.search(stamp.authority):
            if stamp.authority not in told:
                yield Problem(
                    f"classified at release by {stamp.authority}: see whether the delegation covers this official",
                    marks=(mark,),
                )
            told.add(stamp.authority)


_LINE = RECLASSIFIED.format(until="05/16/2029")

RULE = Rule(
    id="reclassifier-not-senior",
    severity=Severity.INFO,
    summary="the official who classified at release has no title of a senior one",
    rationale="""\
Once a request has come in, only the head of the agency, the deputy or the senior agency official may classify what is
asked for, in person or by directing it, document by document. A court held in 2015 that the limit is there so that a
senior official answers for it, and that a written delegation document by document meets it.

Evidence: the name or title in the line that classifies at release has none of the known titles: Secretary, Under
Secretary, Director, Administrator, State's DAS or Director in A/GIS, and the like. Delegations are not printed on the
copy, so that the finding is for information.

    Classified by Desk Officer, EUR/XYZ, DoS on 06/30/2015      raised
    Classified by DAS, A/GIS, DoS on 06/30/2015                 not raised
""",
    caution="""\
A delegation cannot be seen on the copy: the official may well have one. Numbers and initials that stand for a person,
as the FBI prints them, have no title to look at and are left alone; so is the originator's own authority line, which
any original classification authority may sign.
""",
    source="E.O. 13526 1.7(d); Canning v. Department of State, 134 F. Supp. 3d 490 (D.D.C. 2015)",
    holds=(
        Holds(Dated.RELEASE, since=dt.date(1995, 10, 14), source="E.O. 12958 1.8(d); E.O. 13526 1.7(d) since 2010"),
    ),
    check=check,
    hits=(
        release(email() + _LINE.replace("DAS, A/GIS, DoS", "Desk Officer, EUR/XYZ, DoS"), "RELEASE IN PART B1,1.4(D)"),
        release(email() + _LINE.replace("DAS, A/GIS, DoS", "Ann Q. Sample, Reviewer"), "RELEASE IN PART B1,1.4(D)"),
    ),
    misses=(
        release(email() + _LINE, "RELEASE IN PART B1,1.4(D)"),
        release(email() + _LINE.replace("DAS, A/GIS, DoS", "Director A/GIS/IPS, DoS"), "RELEASE IN PART B1,1.4(D)"),
        "DATE: 06-20-2013\nCLASSIFIED BY NSICG/A12B\nREASON: 1.4 (c,d)\nDECLASSIFY ON: 06-20-2038\n",
    ),
)
