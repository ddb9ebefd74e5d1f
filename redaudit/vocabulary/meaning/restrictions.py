"""Restrictions of the presidential libraries, of the Nixon materials, of donors, and postponements of the JFK Act."""

from redaudit.vocabulary.meaning._explained import Explained, Kind
from redaudit.vocabulary.presidency import PRESIDENCIES

# The Act governs the records of Presidents from 20 January 1981 on: 44 U.S.C. 2201 note.
_PRA = "1981-01-20"
_LIBRARIES = ("the libraries of Presidents from Reagan on",)
_ENDED = ", ".join(f"{term.president} {term.restricted_until}" for term in PRESIDENCIES if term.restricted_until)
_ENDS = f" The restriction ends 12 years after the President's term at the latest: {_ENDED}."


def _presidential(number: str, meaning: str, today: str, related: tuple[str, ...] = ()) -> Explained:
    return Explained(
        Kind.PRESIDENTIAL,
        f"P{number}",
        meaning + _ENDS,
        f"44 U.S.C. 2204(a)({number})",
        (f"P{number}", f"PRA P{number}", f"(a)({number})"),
        users=_LIBRARIES,
        since=_PRA,
        today=f"the same; after the 12 years {today}",
        related=related,
        silent=(f"44 U.S.C. 2204(a)({number})", f"p-{number}"),
    )


_NIXON = ("Nixon Library, for the Nixon Presidential materials",)
# The regulation lists the restrictions; the letters stand on the Archives' own page of codes.
_NIXON_SOURCE = "P.L. 93-526 (PRMPA), 104; 36 CFR 1275.50; restriction codes, nixon.archives.gov (2009)"


def _nixon(letter: str, meaning: str, related: tuple[str, ...] = ()) -> Explained:
    return Explained(
        Kind.DONATED,
        f"Nixon {letter}",
        meaning,
        _NIXON_SOURCE,
        (letter, f"Nixon {letter}", f"PRMPA {letter}"),
        users=_NIXON,
        related=related,
    )


_SHEETS = "key of the libraries' withdrawal sheets (GSA form 7122, NA form 1429)"
_NOT_SEEN = "the words of the key, which are given from general knowledge"
_DEED = ("the libraries of Presidents before Reagan, on withdrawal sheets",)


def _sheet(letter: str, meaning: str, source: str, users: tuple[str, ...], unconfirmed: str = "") -> Explained:
    return Explained(
        Kind.DONATED,
        f"Withdrawal code {letter}",
        meaning,
        source,
        (letter, f"({letter})", f"Withdrawal code {letter}"),
        users=users,
        unconfirmed=unconfirmed,
    )


# P.L. 102-526 was signed on that day.
_JFK_SINCE = "1992-10-26"
_DUE = " The Act called for full disclosure by 26 October 2017, unless the President certified otherwise."


def _jfk(paragraph: str, meaning: str) -> Explained:
    """A ground of section 6 of the JFK Act, which the forms shorten: 6(1)(B) to 1B."""
    short = paragraph.replace("(", "").replace(")", "")[1:]
    return Explained(
        Kind.JFK,
        paragraph,
        f"JFK record postponed: {meaning}." + _DUE,
        f"President John F. Kennedy Assassination Records Collection Act of 1992, P.L. 102-526, {paragraph}",
        (paragraph, short, f"JFK Act {paragraph}", f"Section {paragraph}"),
        users=("the agencies and the National Archives, on the forms of JFK records",),
        since=_JFK_SINCE,
        today="released, unless postponed by the President under section 5(g)(2)(D)",
        related=("POSTPONED IN FULL", "RELEASED WITH DELETIONS"),
        silent=(f"JFK {short}", f"JFK Act {short}"),
    )


RESTRICTIONS: tuple[Explained, ...] = (
    _presidential(
        "1",
        "Presidential record restricted as classified.",
        "withheld under B1 if still classified",
        ("B1",),
    ),
    _presidential(
        "2", "Presidential record restricted as relating to appointments to federal office.", "open, or another code"
    ),
    _presidential("3", "Presidential record exempt from disclosure by a statute.", "withheld under B3", ("B3",)),
    _presidential(
        "4",
        "Presidential record restricted as trade secrets or confidential commercial information.",
        "withheld under B4",
        ("B4",),
    ),
    _presidential(
        "5",
        "Presidential record restricted as confidential communication asking or giving advice between the President "
        "and his advisers, or among them.",
        "open: B5 may not be used in its place (44 U.S.C. 2204(c)(1))",
        ("B5",),
    ),
    _presidential(
        "6",
        "Presidential record restricted because disclosure would clearly be an unwarranted invasion of privacy.",
        "withheld under B6",
        ("B6",),
    ),
    Explained(
        Kind.PRESIDENTIAL,
        "PRM",
        "Personal record misfile: a personal paper that was filed among Presidential records by mistake and taken out.",
        "44 U.S.C. 2201(3)",
        users=_LIBRARIES,
        since=_PRA,
    ),
    Explained(
        Kind.PRESIDENTIAL,
        "RR",
        "The document will be reviewed upon request; nobody has decided yet what it may hold back.",
        "key of restriction codes on the libraries' withdrawal sheets",
        users=_LIBRARIES,
    ),
    _nixon("A", "Withheld: release would violate a federal statute or an agency's policy."),
    _nixon(
        "B",
        "Withheld as classified for national security. Only this code of the eight is open to a mandatory "
        "declassification review.",
        ("MDR", "B1"),
    ),
    _nixon("C", "Withheld: a claim is pending or approved that release would violate an individual's rights."),
    _nixon(
        "D", "Withheld: release would clearly be an unwarranted invasion of privacy, or a libel of a living person."
    ),
    _nixon("E", "Withheld: release would disclose trade secrets or confidential commercial information."),
    _nixon("F", "Withheld: release would disclose what was compiled in an investigation for law enforcement."),
    _nixon("G", "Withdrawn as private and personal, and returned to its owner."),
    _nixon("H", "Withdrawn as of no historical value."),
    _sheet(
        "A",
        "Closed under the executive order on national security information.",
        _SHEETS,
        _DEED,
        _NOT_SEEN,
    ),
    _sheet(
        "B",
        "Closed by statute, or by the agency that originated the document.",
        _SHEETS,
        _DEED,
        _NOT_SEEN,
    ),
    _sheet(
        "C",
        "Closed as the donor's deed of gift asks.",
        "key of restriction codes on the libraries' withdrawal sheets",
        (*_DEED, *_LIBRARIES),
    ),
    _jfk("6(1)(A)", "it reveals an intelligence agent whose identity needs protection"),
    _jfk("6(1)(B)", "it reveals an intelligence source or method in use, or likely to be used"),
    _jfk(
        "6(1)(C)",
        "any other matter of military defense, intelligence or foreign relations whose harm outweighs the public "
        "interest",
    ),
    _jfk(
        "6(2)",
        "it names a living person who gave information in confidence and would be at substantial risk of harm",
    ),
    _jfk("6(3)", "disclosure would be an invasion of privacy that outweighs the public interest"),
    _jfk(
        "6(4)",
        "it compromises an understanding of confidentiality with a person or a foreign government",
    ),
    _jfk(
        "6(5)",
        "it reveals a security or protective procedure of the Secret Service or another agency",
    ),
)
