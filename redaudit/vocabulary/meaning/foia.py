"""Exemptions of the Freedom of Information Act and the Privacy Act, in every agency's spelling."""

from redaudit.vocabulary.meaning._explained import Explained, Kind

# P.L. 89-487 took effect on 4 July 1967, a year after it was signed.
_SINCE = "1967-07-04"
# P.L. 93-502 rewrote (1) and gave (7) its letters: section 4, in force 90 days after 21 November 1974.
_AMENDED_1974 = "1975-02-19"
# P.L. 93-579 took effect 270 days after 31 December 1974.
_PRIVACY_ACT = "1975-09-27"


def _foia(
    number: str,
    meaning: str,
    source: str = "",
    since: str = _SINCE,
    users: tuple[str, ...] = (),
    related: tuple[str, ...] = (),
) -> Explained:
    """An exemption of 5 U.S.C. 552(b), `7C` for (b)(7)(C)."""
    digit, letter = number[0], number[1:]
    name = f"B{digit}({letter})" if letter else f"B{digit}"
    paragraph = f"(b)({digit})({letter})" if letter else f"(b)({digit})"
    plain = f"b{digit}{letter}"
    who = "agencies that enforce laws, and others for them" if digit == "7" else "every agency"
    inner = f"b({digit})({letter})" if letter else f"b({digit})"
    return Explained(
        Kind.FOIA,
        name,
        meaning,
        f"5 U.S.C. 552{paragraph}{source}",
        (name, paragraph, plain, inner, f"Exemption {digit}" + (f"({letter})" if letter else "")),
        users=users or (f"{who}: State prints {name}, the CIA and the NSA {paragraph}, the FBI {plain}",),
        since=since,
        related=related,
        silent=(
            *(f"FOIA {paragraph}", f"FOIA exemption {paragraph}", f"5 U.S.C. 552{paragraph}"),
            f"FOIA exemption {digit}" + (f"({letter})" if letter else ""),
            # A bare figure is a code on the forms of the JFK collection; elsewhere it may be one of these.
            *((digit,) if number in ("2", "3", "4", "5") else ()),
        ),
    )


def _privacy(code: str, meaning: str, users: tuple[str, ...], related: tuple[str, ...] = ()) -> Explained:
    """An exemption of 5 U.S.C. 552a, `J2` for (j)(2)."""
    letter, digit = code[0].lower(), code[1]
    return Explained(
        Kind.PRIVACY,
        code,
        meaning,
        f"5 U.S.C. 552a({letter})({digit})",
        (code, f"({letter})({digit})", code.lower()),
        users=users,
        since=_PRIVACY_ACT,
        related=related,
        silent=(f"5 U.S.C. 552a({letter})({digit})", f"552a({letter})({digit})"),
    )


_FBI = ("FBI and the Department of Justice",)
_STATE = ("State",)

EXEMPTIONS: tuple[Explained, ...] = (
    _foia(
        "1",
        "Withheld as properly classified under an executive order, in the interest of national defense or foreign "
        "policy. It needs a category of the order beside it, such as 1.4(D), and on records older than 25 years an "
        "exemption such as 25X6 as well. The Act has had these words since 19 February 1975.",
        "; P.L. 93-502",
        related=("1.4", "3.3(b)(1)"),
    ),
    _foia(
        "2",
        "Withheld as related solely to the internal personnel rules and practices of an agency. Since Milner v. Navy "
        "(7 March 2011) it covers only that, no longer whatever might help to circumvent the law.",
        "; Milner v. Department of the Navy, 562 U.S. 562 (2011)",
        related=("B7(E)",),
    ),
    _foia(
        "3",
        "Withheld because another statute forbids or limits disclosure. The statute must be identified; a bare B3 does "
        "not say what it rests on. A statute enacted after 28 October 2009 counts only if it cites this paragraph.",
        "; P.L. 94-409; OPEN FOIA Act of 2009, P.L. 111-83, 564",
        related=("CIA PERS/ORG", "INA", "P.L. 86-36"),
    ),
    _foia(
        "4",
        "Withheld as a trade secret, or as commercial or financial information that a person gave and that is "
        "privileged or confidential.",
        related=("P4",),
    ),
    _foia(
        "5",
        "Withheld as a privileged memorandum or letter inside or between agencies: deliberations before a decision, "
        "advice of counsel, work for litigation. The deliberative part ends for records made 25 years or more before "
        "the request, the others do not.",
        "; FOIA Improvement Act of 2016, P.L. 114-185, section 2",
        related=("B5 DP", "B5 AC", "B5 AWP", "P5"),
    ),
    _foia(
        "6",
        "Withheld because disclosure from personnel, medical or similar files would clearly be an unwarranted invasion "
        "of a living person's privacy. It protects persons, not agencies.",
        related=("B7(C)", "P6"),
    ),
    _foia(
        "7",
        "Withheld as compiled for law enforcement. It takes a letter, A to F, for the harm that disclosure would do.",
        related=("B7(A)", "B7(B)", "B7(C)", "B7(D)", "B7(E)", "B7(F)"),
    ),
    _foia(
        "7A",
        "Law-enforcement record whose disclosure could interfere with proceedings. It ends when they do.",
        since=_AMENDED_1974,
    ),
    _foia(
        "7B",
        "Law-enforcement record whose disclosure would deprive a person of a fair trial.",
        since=_AMENDED_1974,
    ),
    _foia(
        "7C",
        "Law-enforcement record whose disclosure could be an unwarranted invasion of personal privacy. It stands "
        "mostly for the names of suspects, witnesses and agents.",
        since=_AMENDED_1974,
        related=("B6", "b7C -1,2"),
    ),
    _foia(
        "7D",
        "Law-enforcement record that could disclose a confidential source, or what such a source alone told.",
        since=_AMENDED_1974,
        related=("K2", "K5"),
    ),
    _foia(
        "7E",
        "Law-enforcement record that would disclose techniques and procedures, or guidelines whose disclosure could "
        "help to circumvent the law.",
        "; P.L. 99-570, 1802, for the guidelines",
        since=_AMENDED_1974,
    ),
    _foia(
        "7F",
        "Law-enforcement record whose disclosure could endanger a person's life or physical safety.",
        since=_AMENDED_1974,
    ),
    _foia(
        "8",
        "Withheld as a report on the examination of a bank or another financial institution. In the records of State, "
        "CIA or Defense it is likely a misread B6.",
        users=("regulators of banks",),
    ),
    _foia(
        "9",
        "Withheld as geological or geophysical information on wells. In the records of State, CIA or Defense it is "
        "likely a misread code.",
        users=("agencies of land and energy",),
    ),
    Explained(
        Kind.FOIA,
        "B3(C)",
        "CIA's label for B3 with section 6 of the CIA Act of 1949: names, titles, numbers, organisation and functions "
        "of the agency and its people.",
        "5 U.S.C. 552(b)(3); 50 U.S.C. 3507; foia.cia.gov, Exemptions (FOIA)",
        ("(b)(3)(c)", "B3(C)"),
        users=("CIA",),
        today="50 U.S.C. 3507",
        related=("CIA PERS/ORG", "B3(N)"),
        unconfirmed="what the letter stands for, for which no public key was found",
    ),
    Explained(
        Kind.FOIA,
        "B3(N)",
        "CIA's label for B3 with the National Security Act of 1947: intelligence sources and methods.",
        "5 U.S.C. 552(b)(3); 50 U.S.C. 3024(i)(1); foia.cia.gov, Exemptions (FOIA)",
        ("(b)(3)(n)", "B3(N)"),
        users=("CIA",),
        today="50 U.S.C. 3024(i)(1)",
        related=("NatSecAct", "B3(C)"),
        unconfirmed="what the letter stands for, for which no public key was found",
    ),
    Explained(
        Kind.FOIA,
        "B5 DP",
        "State's label for B5 with the privilege of the deliberative process: advice and opinion before a decision.",
        "5 U.S.C. 552(b)(5)",
        ("B5 DP", "B5, DP", "DP"),
        users=_STATE,
        related=("B5",),
        unconfirmed="the abbreviation itself, for which no public key was found",
    ),
    Explained(
        Kind.FOIA,
        "B5 AC",
        "State's label for B5 with the privilege of attorney and client.",
        "5 U.S.C. 552(b)(5)",
        ("B5 AC", "B5, AC"),
        users=_STATE,
        related=("B5",),
        unconfirmed="the abbreviation itself, for which no public key was found",
    ),
    Explained(
        Kind.FOIA,
        "B5 AWP",
        "State's label for B5 with the privilege of an attorney's work product.",
        "5 U.S.C. 552(b)(5)",
        ("B5 AWP", "B5, AWP", "AWP"),
        users=_STATE,
        related=("B5",),
        unconfirmed="the abbreviation itself, for which no public key was found",
    ),
    Explained(
        Kind.FOIA,
        "NR",
        "Withheld as not responsive to the request. It is no exemption: since AILA v. EOIR (29 July 2016) a passage "
        "inside a responsive record may not be blanked for it.",
        "American Immigration Lawyers Association v. EOIR, 830 F.3d 667 (D.C. Cir. 2016)",
        ("NR", "Non-responsive", "Not responsive", "N/R"),
        users=("State", "Defense", "FBI and others"),
        today="no ground to withhold part of a record",
        silent=("Nonresponsive", "Not relevant"),
    ),
    _privacy(
        "D5",
        "Compiled in reasonable anticipation of a civil action, and withheld from the person it is about.",
        _FBI,
    ),
    _privacy("J1", "System of records of the CIA, exempt from access under the Privacy Act.", ("CIA",)),
    _privacy(
        "J2",
        "System of records of criminal law enforcement, exempt from access under the Privacy Act.",
        _FBI,
        ("B7",),
    ),
    _privacy(
        "K1",
        "Classified information in a system of records, exempt from access under the Privacy Act.",
        (*_FBI, "CIA", "State"),
        ("B1",),
    ),
    _privacy(
        "K2",
        "Investigatory material for law enforcement other than criminal, exempt from access under the Privacy Act.",
        (*_FBI, "State"),
    ),
    _privacy(
        "K3",
        "Records of protective services for the President and others, exempt from access under the Privacy Act.",
        ("Secret Service", *_FBI),
    ),
    _privacy("K4", "Statistical records required by statute, exempt from access under the Privacy Act.", _FBI),
    _privacy(
        "K5",
        "Investigatory material on suitability for federal employment or access to secrets, where it would reveal a "
        "source who was promised confidence.",
        (*_FBI, "CIA", "State"),
        ("B7(D)",),
    ),
    _privacy("K6", "Testing or examination material for federal employment.", (*_FBI, "CIA")),
    _privacy(
        "K7",
        "Evaluation for promotion in the armed services, where it would reveal a confidential source.",
        (*_FBI, "Defense"),
    ),
)
