"""Words of release markings, the five release statuses, and the families of stamps they stand in."""

from redaudit.vocabulary.meaning._explained import Explained, Kind

_READING_ROOMS = ("State, in its reading room", "other agencies")
_OUR_WORD = "a word of this tool's reports, read from the markings of the copy"


def _status(name: str, meaning: str, related: tuple[str, ...]) -> Explained:
    return Explained(
        Kind.STATUS,
        name,
        f"release_status {name}: {meaning}.",
        _OUR_WORD,
        (name, f"release_status {name}", f"status {name}"),
        users=("redaudit, in the column release_status",),
        related=related,
    )


def _words(
    name: str,
    meaning: str,
    source: str,
    users: tuple[str, ...],
    spellings: tuple[str, ...] = (),
    since: str = "",
    until: str = "",
    today: str = "",
    related: tuple[str, ...] = (),
    unconfirmed: str = "",
) -> Explained:
    return Explained(
        Kind.RELEASE,
        name,
        meaning,
        source,
        (name, *spellings),
        users=users,
        since=since,
        until=until,
        today=today,
        related=related,
        unconfirmed=unconfirmed,
    )


_JFK_FORM = ("the National Archives and agencies, on the identification form of JFK records",)
_JFK_ACT = "JFK Act, P.L. 102-526, 6"
_MARKINGS: tuple[Explained, ...] = (
    _words(
        "RELEASE IN FULL",
        "The copy was released with nothing withheld.",
        "5 U.S.C. 552(a)",
        _READING_ROOMS,
        ("RELEASED IN FULL", "RIF"),
        related=("RIFPUB", "full", "vrr"),
    ),
    _words(
        "RELEASE IN PART",
        "The copy was released with passages withheld; each should show its amount and its exemption.",
        "5 U.S.C. 552(b), closing text: P.L. 104-231, 4, for the amount; P.L. 110-175, 12, for the exemption",
        _READING_ROOMS,
        ("RELEASED IN PART", "RIP", "EXCISE"),
        related=("RIPPUB", "part", "vrr"),
    ),
    _words(
        "DENIED IN FULL",
        "Nothing of the document was released.",
        "5 U.S.C. 552(a)(6)",
        _READING_ROOMS,
        ("DENY", "DENIED", "WITHHELD IN FULL"),
        related=("denied",),
    ),
    _words(
        "DECLASSIFIED",
        "The classification was ended. The marking should say by whom, under what authority and when, and the old "
        "markings should be struck.",
        "E.O. 13526 3.1; 32 CFR 2001.25",
        ("every agency",),
        ("DECLASSIFIED IN FULL", "DECLASSIFY", "REGRADED UNCLASSIFIED", "CLASSIFICATION CANCELLED"),
        related=("UNCLASSIFIED", "declassified-words"),
    ),
    _words(
        "DECLASSIFIED IN PART",
        "What stays classified was taken out, the rest of the copy is open; the record keeps its classification.",
        "32 CFR 2001.25; practice of the CIA",
        ("CIA", "presidential libraries", "Defense"),
        ("SANITIZED", "SANITIZED COPY", "RELEASE AS SANITIZED", "DECLASSIFIED IN PART - SANITIZED COPY"),
        related=("part", "cia", "presidential-library"),
    ),
    _words(
        "APPROVED FOR RELEASE",
        "CIA's or NSA's decision that the copy may be published, whole or sanitized.",
        "practice of CIA and NSA",
        ("CIA", "NSA"),
        ("DECLASSIFIED AND APPROVED FOR RELEASE", "SANITIZED COPY APPROVED FOR RELEASE"),
        related=("cia", "nsa"),
    ),
    _words(
        "DECAPTIONED",
        "The handling captions (NODIS, EXDIS ...) were lifted, which declassification alone does not do.",
        "5 FAH-2 H-440",
        ("State",),
        ("DECLASSIFIED AND DECAPTIONED", "DECAPIONED", "DECAPTION"),
        related=("NODIS", "EXDIS"),
    ),
    _words(
        "REFERRAL/CONSULT",
        "The page was sent to another agency, which has to decide on it.",
        "5 U.S.C. 552(a)(6)(B)(iii)",
        ("FBI", "CIA and others"),
        ("REFERRAL", "CONSULT", "REFERRED"),
        related=("OGA", "deleted-pages"),
    ),
    _words(
        "DUPLICATE",
        "The page is a copy of another page of the file, and is not released twice.",
        "practice of the FBI",
        ("FBI",),
        related=("deleted-pages",),
    ),
    _words(
        "POSTPONED IN FULL",
        "JFK record of which nothing was released yet.",
        _JFK_ACT,
        _JFK_FORM,
        since="1992-10-26",
        related=("6(1)(B)", "jfk"),
    ),
    _words(
        "RELEASED WITH DELETIONS",
        "JFK record released with passages postponed.",
        _JFK_ACT,
        _JFK_FORM,
        ("POSTPONED IN PART",),
        since="1992-10-26",
        related=("6(1)(B)", "jfk"),
    ),
    _words(
        "NO OBJECTION TO DECLASSIFICATION",
        "The agency that owned the information does not object to its declassification, in full or in part; the "
        "library or archives then releases it.",
        "E.O. 13526 3.3; Remote Archives Capture project of the National Archives",
        ("presidential libraries", "CIA"),
        ("NO OBJECTION TO DECLASSIFICATION IN FULL", "NO OBJECTION TO DECLASSIFICATION IN PART"),
        related=("presidential-library",),
    ),
    _words(
        "ALL INFORMATION CONTAINED HEREIN IS UNCLASSIFIED",
        "The Bureau's reviewer found nothing classified, or nothing but what is shown otherwise. It says nothing of "
        "other exemptions.",
        "28 CFR 17.26 and 17.27; practice of the FBI",
        ("FBI",),
        ("HEREIN IS UNCLASSIFIED EXCEPT WHERE SHOWN OTHERWISE",),
        related=("fbi",),
    ),
    _words(
        "PAGE DENIED",
        "The whole page was withheld; Next n Page(s) In Document Exempt says how many.",
        "practice of the CREST collection",
        ("CIA",),
        ("NEXT 1 PAGE(S) IN DOCUMENT EXEMPT", "NEXT PAGE(S) IN DOCUMENT DENIED", "PAGE EXEMPT"),
        related=("deleted-pages",),
    ),
    _words(
        "WITHDRAWAL SHEET",
        "A sheet in place of documents that an archives took out of an open folder, each with its restriction code.",
        "36 CFR 1256 and 1260; NA forms 1421 and 1429",
        ("presidential libraries", "National Archives"),
        ("WITHDRAWAL NOTICE", "ACCESS RESTRICTED", "WITHDRAWAL/REDACTION SHEET"),
        related=("P1", "PRM", "RR"),
    ),
)
_STATUSES: tuple[Explained, ...] = (
    _status("full", "the marking says that the copy is complete", ("RELEASE IN FULL",)),
    _status("part", "the marking says that something was withheld", ("RELEASE IN PART",)),
    _status("denied", "the marking says that nothing was released", ("DENIED IN FULL",)),
    _status(
        "unspecified",
        "a release marking without the word in full or in part, or with both",
        ("APPROVED FOR RELEASE", "DECLASSIFIED"),
    ),
    _status("none", "no release marking in this copy", ()),
)


def _stamp(
    name: str,
    meaning: str,
    source: str,
    users: tuple[str, ...],
    since: str = "",
    until: str = "",
    unconfirmed: str = "",
) -> Explained:
    return Explained(
        Kind.STAMP,
        name,
        meaning,
        source,
        users=users,
        since=since,
        until=until,
        today="the case band and the litigation band" if until else "",
        related=("release-stamp",),
        unconfirmed=unconfirmed,
    )


_STATE = ("State",)
_STAMPS: tuple[Explained, ...] = (
    _stamp(
        "vrr",
        "RELEASE IN FULL, RELEASE IN PART with its codes, DENIED: the decision at the top right of the first page.",
        "5 U.S.C. 552(b), closing text; State's Virtual Reading Room",
        _STATE,
    ),
    _stamp(
        "case-band",
        "UNCLASSIFIED U.S. Department of State Case No. ... Doc No. ... Date: ...: a band on each page. The date is "
        "that of the release, the class that of the copy.",
        "State's Virtual Reading Room",
        _STATE,
    ),
    _stamp(
        "litigation-band",
        'FL-2017-00001 B-00000000004 "UNCLASSIFIED" 2/2/2023: the band of releases in litigation, with a Bates '
        "number. Its class in quotes is that of the copy.",
        "State's releases under court orders, 5 U.S.C. 552(a)(4)(B)",
        _STATE,
        since="2017",
    ),
    _stamp(
        "systematic-review",
        "Declassified/Released US Department of State EO Systematic Review, with a date: on the telegrams of 1973-79 "
        "in the Access to Archival Databases.",
        "E.O. 12958 as amended, 3.4; E.O. 13526 3.4",
        _STATE,
        since="2004",
        unconfirmed="the first and last years of the line",
    ),
    _stamp(
        "classified-at-release",
        "Classified by ... on ... ~ Class: ... ~ Reason: ... ~ Declassify on: ...: what stays closed after a request, "
        "by whose decision, why and until when. The class is that of the whole record.",
        "E.O. 13526 1.7(d); 32 CFR 2001.21",
        _STATE,
    ),
    _stamp(
        "state-review-form",
        "A stamp of boxes to tick: release, excise, deny, declassify in part. The words alone say nothing of the "
        "decision.",
        "22 CFR 171; State's mandatory review (A/CDC/MR)",
        _STATE,
        since="1980",
        until="2000",
        unconfirmed="the years of its use, which are read from documents",
    ),
    _stamp(
        "review-authority",
        "UNITED STATES DEPARTMENT OF STATE, REVIEW AUTHORITY: a name, DATE/CASE ID; and DECLASSIFIED PA/HO, the "
        "historians' stamp.",
        "22 CFR 171.11; E.O. 12958 3.6",
        _STATE,
    ),
    _stamp(
        "declassified-words",
        "DECLASSIFIED, DECLASSIFIED AND DECAPTIONED: bare words, without the slug of an agency.",
        "32 CFR 2001.25; 5 FAH-2 H-443",
        ("any agency",),
    ),
    _stamp(
        "cia",
        "Approved For Release YYYY/MM/DD : CIA-RDP..., Declassified in Part - Sanitized Copy ..., at the top and foot "
        "of each page; and the stamps of the Historical Review Program.",
        "E.O. 13526 3.3 and 3.5; CIA Records Search Tool",
        ("CIA",),
    ),
    _stamp(
        "nsa",
        "Declassified and approved for release by NSA on ... pursuant to E.O. 13526, with an MDR or FOIA case.",
        "E.O. 13526 3.5; NSA/CSS Policy 1-32",
        ("NSA",),
    ),
    _stamp(
        "fbi",
        "ALL INFORMATION CONTAINED HEREIN IS UNCLASSIFIED; DECLASSIFIED BY ... ON ...; CLASSIFIED BY ... REASON: ... "
        "DECLASSIFY ON: ...",
        "28 CFR 17.26 and 17.27",
        ("FBI",),
    ),
    _stamp(
        "dod",
        "DECLASSIFIED IN FULL or IN PART, Authority: EO 13526, Chief, Records & Declass Div, WHS; REGRADED "
        "UNCLASSIFIED ON ... BY ...",
        "32 CFR 2001.25; DoDM 5200.01, volume 2; DoDM 5230.30",
        ("Washington Headquarters Services", "Joint Staff", "the services"),
    ),
    _stamp(
        "doe",
        "DEPARTMENT OF ENERGY DECLASSIFICATION REVIEW with a determination to circle; CLASSIFICATION CANCELLED BY "
        "AUTHORITY OF DOE.",
        "42 U.S.C. 2162; 10 CFR 1045; DOE Order 5650.2B",
        ("Energy",),
    ),
    _stamp(
        "iscap",
        "DECLASSIFIED UNDER AUTHORITY OF THE INTERAGENCY SECURITY CLASSIFICATION APPEALS PANEL, with the number of the "
        "appeal and the date.",
        "E.O. 13526 5.3(b)(3); 32 CFR 2003",
        ("Interagency Security Classification Appeals Panel",),
        since="1995-10-14",
    ),
    _stamp(
        "jfk",
        "Bands of the releases under the JFK Act of 1992, and CURRENT STATUS on the identification form, which tells "
        "of the review of the 1990s.",
        "44 U.S.C. 2107 note, 5 and 6",
        ("National Archives",),
        since="1992-10-26",
    ),
    _stamp(
        "nara",
        "DECLASSIFIED / Authority NND ... / By ... NARA Date ...: the slug on copies of declassified records. Until "
        "1985 the Archives signed as NARS.",
        "36 CFR 1254.76; 32 CFR 2001.25",
        ("National Archives",),
    ),
    _stamp(
        "presidential-library",
        "DECLASSIFIED PER E.O. 13526 with a case number; SANITIZED; No Objection To Declassification: the libraries' "
        "stamps and slugs.",
        "E.O. 13526 3.5; 36 CFR 1260; 44 U.S.C. 2204",
        ("presidential libraries",),
    ),
    _stamp(
        "agency-wording",
        "A wording that your own configuration names, under wordings.",
        "redaudit.toml, [wordings]",
        ("your agency",),
    ),
)

RELEASES: tuple[Explained, ...] = (*_MARKINGS, *_STATUSES, *_STAMPS)
