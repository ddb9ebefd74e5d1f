"""Labels of agencies' own, and the statutes that stand with a B3."""

import datetime as dt

from redaudit.vocabulary.meaning._explained import Explained, Kind
from redaudit.vocabulary.statute import STATUTES, ExemptingStatute

_CREST = ("CIA, in the margins of the 25-year programme's documents (CREST)",)

# Who claims a statute, by the start of its citation.
_USERS = {
    "50 U.S.C. 3024": ("ODNI", "CIA", "NSA", "DIA and other agencies of intelligence"),
    "50 U.S.C. 3507": ("CIA; State and others for the CIA",),
    "50 U.S.C. 3605": ("NSA",),
    "50 U.S.C. 3141": ("CIA",),
    "50 U.S.C. 3142": ("NGA",),
    "50 U.S.C. 3143": ("NRO",),
    "50 U.S.C. 3144": ("NSA",),
    "18 U.S.C. 798": ("NSA",),
    "10 U.S.C. 424": ("DIA", "NRO", "NGA"),
    "10 U.S.C.": ("Defense",),
    "8 U.S.C.": ("State",),
    "22 U.S.C.": ("State",),
    "50 U.S.C. 4820": ("Commerce", "State"),
    "P.L. 99-99": ("State",),
    "42 U.S.C.": ("Energy", "Defense"),
    "Fed. R.": ("FBI and the Department of Justice",),
    "18 U.S.C.": ("FBI and the Department of Justice",),
    "26 U.S.C.": ("Treasury, the FBI and others",),
    "31 U.S.C.": ("Treasury, the FBI",),
    "49 U.S.C.": ("Homeland Security", "Transportation"),
}
# Statutes enacted or codified as they are cited, where that is known.
_SINCE = {
    "50 U.S.C. 3024(i)(1)": "1947-07-26",
    "50 U.S.C. 3507": "1949-06-20",
    "50 U.S.C. 3605": "1959-05-29",
    "18 U.S.C. 798": "1951-10-31",
    "50 U.S.C. 3141": "1984-10-15",
    "8 U.S.C. 1202(f)": "1952-06-27",
    "42 U.S.C. 2162": "1954-08-30",
    "50 U.S.C. 4820(h)": "2018-08-13",
    "41 U.S.C. 4702": "2011-01-04",
}

_DOUBTS = {
    "P.L. 99-99, section 505": "the number, which is that of State's key: the Iran Claims Settlement Act is title V of "
    "P.L. 99-93, 99 Stat. 437",
}


def _statute(statute: ExemptingStatute) -> tuple[Explained, ...]:
    """A statute under today's citation, and each older one by itself."""
    users = next((users for start, users in _USERS.items() if statute.cite.startswith(start)), ("several agencies",))
    plain = statute.cite.replace("U.S.C.", "USC")
    meaning = f"Exempts, with a B3: {statute.subject}."
    labels = tuple(label for label in statute.labels if not label.startswith("(b)") and label not in ("RD", "FRD"))
    now = Explained(
        Kind.STATUTE,
        statute.cite,
        meaning,
        f"5 U.S.C. 552(b)(3); {statute.cite}",
        (statute.cite, plain, *labels),
        users=users,
        silent=tuple(label.replace("/", " ") for label in labels),
        since=_SINCE.get(statute.cite, ""),
        related=("B3", *(former.cite for former in statute.former)),
        unconfirmed=_DOUBTS.get(statute.cite, ""),
    )
    older = (
        Explained(
            Kind.STATUTE,
            former.cite,
            f"{meaning} An older citation.",
            f"5 U.S.C. 552(b)(3); {statute.cite}, formerly {former.cite.replace('USC', 'U.S.C.')}",
            (former.cite, former.cite.replace("USC", "U.S.C."), former.cite.replace("50a USC", "50 USC App.")),
            users=users,
            until=_day(former.until),
            today=statute.cite,
            related=(statute.cite, "B3"),
        )
        for former in statute.former
    )
    return now, *older


def _day(date: dt.date) -> str:
    return date.isoformat()


STATUTES_EXPLAINED: tuple[Explained, ...] = tuple(row for statute in STATUTES for row in _statute(statute))

LABELS: tuple[Explained, ...] = (
    Explained(
        Kind.LABEL,
        "STAT",
        "CIA's mark for what a statute protects, mostly names and organisation under the CIA Act.",
        "50 U.S.C. 3507; practice of the CREST collection, in use since 2000 (foia.cia.gov, 2009)",
        users=_CREST,
        since="2000",
        today="(b)(3) with 50 U.S.C. 3507",
        related=("STATINTL", "CIA PERS/ORG", "3.5(c)"),
        unconfirmed="the words behind the letters, for which no public key was found",
    ),
    Explained(
        Kind.LABEL,
        "STATINTL",
        "CIA's mark for what a statute protects on intelligence grounds: names, organisation, sources and methods.",
        "50 U.S.C. 3507, 3024(i)(1); practice of the CREST collection, in use since 2000 (foia.cia.gov, 2009)",
        users=_CREST,
        since="2000",
        today="(b)(3) with 50 U.S.C. 3507 or 3024(i)(1)",
        related=("STAT", "NatSecAct"),
        unconfirmed="the words behind the letters, for which no public key was found",
    ),
    Explained(
        Kind.LABEL,
        "ILLEGIB",
        "CIA's mark for a passage that cannot be read on the original. It is no redaction.",
        "practice of the CREST collection",
        ("ILLEGIB", "ILLEGIBLE"),
        users=_CREST,
        since="2000",
        related=("STATINTL",),
        unconfirmed="that nothing is withheld there: no public key was found",
    ),
    Explained(
        Kind.LABEL,
        "OGA",
        "Other government agency: the passage was withheld for an agency that is not named.",
        "practice of NSA and others",
        ("OGA", "Other Government Agency"),
        users=("NSA", "FBI and others"),
        related=("REFERRAL/CONSULT",),
        unconfirmed="the meaning, for which no public key was found",
    ),
    Explained(
        Kind.LABEL,
        "b7C -1,2",
        "The figures after an FBI's code are numbers of categories: each stands for a kind of person or matter, such "
        "as special agents, or third parties of interest. The declaration filed in court with the release is their "
        "key, and it differs from case to case.",
        "practice of the FBI's declarations under the FOIA",
        ("b6 -1,2", "b7C -1,2", "b7D -1", "b7E -1", "b6-1", "b7C-1", "b3 -1"),
        users=("FBI",),
        related=("B6", "B7(C)", "B7(D)", "B7(E)"),
        unconfirmed="that releases out of court have a key of their own",
    ),
    Explained(
        Kind.LABEL,
        "DOE b(3)",
        "Restricted Data or Formerly Restricted Data, withheld by or for the Department of Energy under the Atomic "
        "Energy Act; brackets may stand around what is taken out.",
        "42 U.S.C. 2162; 10 CFR 1045",
        ("DOE b(3)", "DOE (b)(3)", "DOE"),
        users=("Energy",),
        related=("RD", "FRD", "42 U.S.C. 2162"),
        unconfirmed="that the label always means these data",
    ),
    Explained(
        Kind.LABEL,
        "OSD",
        "The passage was withheld by or for the Office of the Secretary of Defense; the section beside it says why.",
        "DoDM 5230.30; OSD/JS Declassification Program, esd.whs.mil/Declassnew",
        ("OSD", "OSD/WHS", "WHS"),
        users=("Washington Headquarters Services",),
        related=("3.3(b)(1)", "JS"),
        unconfirmed="that the label says who withheld: no public key was found",
    ),
    Explained(
        Kind.LABEL,
        "JS",
        "The passage was withheld by or for the Joint Staff; the section beside it says why.",
        "DoDM 5230.30; OSD/JS Declassification Program, esd.whs.mil/Declassnew",
        ("JS", "JCS"),
        users=("Joint Staff",),
        related=("3.3(b)(5)", "OSD"),
        unconfirmed="that the label says who withheld: no public key was found",
    ),
    Explained(
        Kind.LABEL,
        "ISCAP",
        "Interagency Security Classification Appeals Panel: it decides appeals of mandatory reviews, and approves "
        "exemptions from automatic declassification.",
        "E.O. 13526 5.3; 32 CFR 2003",
        ("ISCAP", "Interagency Security Classification Appeals Panel"),
        users=("agencies and the National Archives",),
        since="1995-10-14",
        related=("6.2(d)", "3.3(h)(2)", "iscap"),
    ),
    Explained(
        Kind.LABEL,
        "MDR",
        "Mandatory declassification review: a request, under the order and not the FOIA, that a named document be "
        "declassified.",
        "E.O. 13526 3.5",
        ("MDR", "Mandatory declassification review", "M.R. case"),
        users=("every agency; the presidential libraries above all",),
        related=("E.O. 13526 3.5", "3.5(c)"),
    ),
    Explained(
        Kind.LABEL,
        "REDACTED",
        "Words in place of a withheld passage. They name no exemption: since 2008 one has to stand beside them.",
        "5 U.S.C. 552(b), closing text, P.L. 110-175, 12; FRUS, editorial methodology, for text not declassified",
        ("REDACTED", "EXCISED", "DELETED", "OMITTED", "text not declassified", "1 line not declassified"),
        users=("every agency", "the editors of Foreign Relations of the United States"),
        related=("redacted-span",),
    ),
    Explained(
        Kind.LABEL,
        "NND",
        "The number of a declassification project of the National Archives, in its slug after Authority.",
        "practice of the National Archives; 36 CFR 1254.76 for the slug",
        ("NND", "NND project"),
        users=("National Archives",),
        related=("nara",),
        unconfirmed="the words behind the letters",
    ),
    *(
        Explained(
            Kind.LABEL,
            f"page {number}",
            f"The number of a page, where it does not stand among the codes of a presidential library: P{number}.",
            "practice",
            (f"page {number}", f"P{number}", f"P. {number}"),
            users=("anyone",),
            related=("page-count",),
        )
        for number in range(1, 7)
    ),
    Explained(
        Kind.LABEL,
        "K",
        "In the CIA's reading room, an original classification that is not known; F is read the same way.",
        "CIA's reading-room metadata, as the History Lab reads it (foiarchive-postgres)",
        ("K", "F"),
        users=("CIA, in metadata",),
        unconfirmed="the meaning, for which no key of the CIA's was found",
    ),
    Explained(
        Kind.LABEL,
        "RIFPUB",
        "Release in full, and published: State's and the CIA's code for the decision in their reading rooms.",
        "State's Virtual Reading Room and CIA's reading room, field releaseDecision",
        ("RIFPUB",),
        users=("State", "CIA"),
        related=("RELEASE IN FULL",),
    ),
    Explained(
        Kind.LABEL,
        "RIPPUB",
        "Release in part, and published: State's and the CIA's code for the decision in their reading rooms.",
        "State's Virtual Reading Room and CIA's reading room, field releaseDecision",
        ("RIPPUB",),
        users=("State", "CIA"),
        related=("RELEASE IN PART",),
    ),
)
