"""What the codes and words on released documents mean, each with its legal source.

Tables of (spellings, meaning, source); `explain` finds the row that a spelling stands for.
"""

import re

from redaudit.vocabulary.caption import CAPTIONS, caption_named
from redaudit.vocabulary.exemption import canonical_code
from redaudit.vocabulary.level import level_named
from redaudit.vocabulary.order import order_named

Row = tuple[str, str, str]

# Freedom of Information Act. Spellings are separated by a bar, the name to show first.
_FOIA: tuple[Row, ...] = (
    (
        "B1",
        "Withheld as properly classified under an executive order, in the interest of national defense or foreign "
        "policy. It needs a category of the order beside it, such as 1.4(D), and on records older than 25 years an "
        "exemption such as 25X6 as well.",
        "5 U.S.C. 552(b)(1)",
    ),
    (
        "B2",
        "Withheld as related solely to the internal personnel rules and practices of an agency. Since Milner v. Navy "
        "(7 March 2011) it covers only that, no longer whatever might help to circumvent the law.",
        "5 U.S.C. 552(b)(2); 562 U.S. 562",
    ),
    (
        "B3",
        "Withheld because another statute forbids or limits disclosure. The statute must be identified; a bare B3 does "
        "not say what it rests on.",
        "5 U.S.C. 552(b)(3)",
    ),
    (
        "B3(C)",
        "CIA's label for B3 with section 6 of the CIA Act of 1949: names, titles, numbers, organisation and functions "
        "of the agency and its people.",
        "5 U.S.C. 552(b)(3); 50 U.S.C. 3507",
    ),
    (
        "B3(N)",
        "CIA's label for B3 with the National Security Act of 1947: intelligence sources and methods.",
        "5 U.S.C. 552(b)(3); 50 U.S.C. 3024(i)(1)",
    ),
    (
        "B4",
        "Withheld as a trade secret, or as commercial or financial information that a person gave in confidence.",
        "5 U.S.C. 552(b)(4)",
    ),
    (
        "B5",
        "Withheld as a privileged memorandum or letter inside or between agencies: deliberations before a decision, "
        "advice of counsel, work for litigation. The deliberative part ends for records made 25 years or more before "
        "the request, the others do not.",
        "5 U.S.C. 552(b)(5), proviso of P.L. 114-185",
    ),
    (
        "B6",
        "Withheld because disclosure from personnel, medical or similar files would clearly be an unwarranted invasion "
        "of a living person's privacy. It protects persons, not agencies.",
        "5 U.S.C. 552(b)(6)",
    ),
    (
        "B7",
        "Withheld as compiled for law enforcement. It takes a letter, A to F, for the harm that disclosure would do.",
        "5 U.S.C. 552(b)(7)",
    ),
    (
        "B7(A)",
        "Law-enforcement record whose disclosure could interfere with proceedings. It ends when they do.",
        "5 U.S.C. 552(b)(7)(A)",
    ),
    (
        "B7(B)",
        "Law-enforcement record whose disclosure would deprive a person of a fair trial.",
        "5 U.S.C. 552(b)(7)(B)",
    ),
    (
        "B7(C)",
        "Law-enforcement record whose disclosure could be an unwarranted invasion of personal privacy. It stands "
        "mostly for the names of suspects, witnesses and agents.",
        "5 U.S.C. 552(b)(7)(C)",
    ),
    (
        "B7(D)",
        "Law-enforcement record that could disclose a confidential source, or what such a source alone told.",
        "5 U.S.C. 552(b)(7)(D)",
    ),
    (
        "B7(E)",
        "Law-enforcement record that would disclose techniques and procedures, or guidelines whose disclosure could "
        "help to circumvent the law.",
        "5 U.S.C. 552(b)(7)(E)",
    ),
    (
        "B7(F)",
        "Law-enforcement record whose disclosure could endanger a person's life or physical safety.",
        "5 U.S.C. 552(b)(7)(F)",
    ),
    (
        "B8",
        "Withheld as a report on the examination of a bank or another financial institution. In the records of State, "
        "CIA or Defense it is likely a misread B6.",
        "5 U.S.C. 552(b)(8)",
    ),
    (
        "B9",
        "Withheld as geological or geophysical information on wells. In the records of State, CIA or Defense it is "
        "likely a misread code.",
        "5 U.S.C. 552(b)(9)",
    ),
    (
        "NR",
        "Withheld as not responsive to the request. It is no exemption: since AILA v. EOIR (29 July 2016) a passage "
        "inside a responsive record may not be blanked for it.",
        "830 F.3d 667 (D.C. Cir. 2016)",
    ),
)

# Presidential Records Act, Privacy Act.
_PRESIDENTIAL_AND_PRIVATE: tuple[Row, ...] = (
    (
        "P1",
        "Presidential record restricted as classified. The restriction ends at most 12 years after the President's "
        "term; what is still classified stays withheld under B1.",
        "44 U.S.C. 2204(a)(1)",
    ),
    (
        "P2",
        "Presidential record restricted as relating to appointments to federal office, until 12 years after the term.",
        "44 U.S.C. 2204(a)(2)",
    ),
    ("P3", "Presidential record exempt from disclosure by a statute.", "44 U.S.C. 2204(a)(3)"),
    (
        "P4",
        "Presidential record restricted as trade secrets or confidential commercial information.",
        "44 U.S.C. 2204(a)(4)",
    ),
    (
        "P5",
        "Presidential record restricted as confidential communication asking or giving advice between the President "
        "and his advisers, or among them. It ends 12 years after the term.",
        "44 U.S.C. 2204(a)(5)",
    ),
    (
        "P6",
        "Presidential record restricted because disclosure would clearly be an unwarranted invasion of privacy.",
        "44 U.S.C. 2204(a)(6)",
    ),
    (
        "PRM",
        "Personal record misfile: a personal paper that was filed among Presidential records by mistake and taken out.",
        "44 U.S.C. 2201(3)",
    ),
    (
        "RR",
        "The document will be reviewed upon request; nobody has decided yet what it may hold back.",
        "practice of the presidential libraries",
    ),
    (
        "D5",
        "Compiled in reasonable anticipation of a civil action, and withheld from the person it is about.",
        "5 U.S.C. 552a(d)(5)",
    ),
    ("J1", "System of records of the CIA, exempt from access under the Privacy Act.", "5 U.S.C. 552a(j)(1)"),
    (
        "J2",
        "System of records of criminal law enforcement, exempt from access under the Privacy Act.",
        "5 U.S.C. 552a(j)(2)",
    ),
    (
        "K1",
        "Classified information in a system of records, exempt from access under the Privacy Act.",
        "5 U.S.C. 552a(k)(1)",
    ),
    (
        "K2",
        "Investigatory material for law enforcement other than criminal, exempt from access under the Privacy Act.",
        "5 U.S.C. 552a(k)(2)",
    ),
    (
        "K3",
        "Records of protective services for the President and others, exempt from access under the Privacy Act.",
        "5 U.S.C. 552a(k)(3)",
    ),
    ("K4", "Statistical records required by statute, exempt from access under the Privacy Act.", "5 U.S.C. 552a(k)(4)"),
    (
        "K5",
        "Investigatory material on suitability for federal employment or access to secrets, where it would reveal a "
        "source who was promised confidence.",
        "5 U.S.C. 552a(k)(5)",
    ),
    ("K6", "Testing or examination material for federal employment.", "5 U.S.C. 552a(k)(6)"),
    (
        "K7",
        "Evaluation for promotion in the armed services, where it would reveal a confidential source.",
        "5 U.S.C. 552a(k)(7)",
    ),
)

# The JFK Act, sections of the order that withhold under other laws, and agencies' own words.
_DUE = " The Act called for full disclosure by 26 October 2017, unless the President certified otherwise."
_AGENCIES: tuple[Row, ...] = (
    (
        "6(1)(A)|1A",
        "JFK record postponed: it reveals an intelligence agent whose identity needs protection." + _DUE,
        "JFK Act, P.L. 102-526, 6(1)(A)",
    ),
    (
        "6(1)(B)|1B",
        "JFK record postponed: it reveals an intelligence source or method in use, or likely to be used." + _DUE,
        "JFK Act, P.L. 102-526, 6(1)(B)",
    ),
    (
        "6(1)(C)|1C",
        "JFK record postponed: any other matter of military defense, intelligence or foreign relations whose harm "
        "outweighs the public interest." + _DUE,
        "JFK Act, P.L. 102-526, 6(1)(C)",
    ),
    (
        "6(2)",
        "JFK record postponed: it names a living person who gave information in confidence and would be at substantial "
        "risk of harm." + _DUE,
        "JFK Act, P.L. 102-526, 6(2)",
    ),
    (
        "6(3)",
        "JFK record postponed: disclosure would be an invasion of privacy that outweighs the public interest." + _DUE,
        "JFK Act, P.L. 102-526, 6(3)",
    ),
    (
        "6(4)",
        "JFK record postponed: it compromises an understanding of confidentiality with a person or a foreign "
        "government." + _DUE,
        "JFK Act, P.L. 102-526, 6(4)",
    ),
    (
        "6(5)",
        "JFK record postponed: it reveals a security or protective procedure of the Secret Service or another agency."
        + _DUE,
        "JFK Act, P.L. 102-526, 6(5)",
    ),
    (
        "3.5(c)",
        "Withheld in a mandatory declassification review because another law allows it, such as the CIA Act for names "
        "and organisation. It is no claim that the text is classified.",
        "E.O. 13526 3.5(c)",
    ),
    (
        "6.2(d)",
        "Withheld under a law that the order leaves untouched: a statute, the FOIA, the Privacy Act. The Interagency "
        "Security Classification Appeals Panel marks such passages with it.",
        "E.O. 13526 6.2(d)",
    ),
    (
        "STAT",
        "CIA's mark for what a statute protects, mostly names and organisation under the CIA Act.",
        "50 U.S.C. 3507; practice of the CREST collection",
    ),
    (
        "STATINTL",
        "CIA's mark for what a statute protects on intelligence grounds: names, organisation, sources and methods.",
        "50 U.S.C. 3507, 3024(i)(1); practice of the CREST collection",
    ),
    (
        "ILLEGIB",
        "CIA's mark for a passage that cannot be read on the original. It is no redaction.",
        "practice of the CREST collection",
    ),
    (
        "OGA",
        "Other government agency: the passage was withheld for an agency that is not named.",
        "practice of NSA and others",
    ),
)

# What each letter of section 1.4 covers, in the words of E.O. 13526; those of E.O. 12958 differ little.
_CATEGORIES = {
    "A": "military plans, weapons systems or operations",
    "B": "foreign government information",
    "C": "intelligence activities (covert action included), intelligence sources or methods, or cryptology",
    "D": "foreign relations or foreign activities of the United States, confidential sources included",
    "E": "scientific, technological or economic matters relating to the national security",
    "F": "programs for safeguarding nuclear materials or facilities",
    "G": "vulnerabilities or capabilities of systems, installations, infrastructures, projects, plans or protection "
    "services",
    "H": "the development, production or use of weapons of mass destruction",
}
# E.O. 12356 1.3(a), as in 22 CFR 9.6 (2001).
_CATEGORIES_12356 = {
    "1": "military plans, weapons or operations",
    "2": "vulnerabilities or capabilities of systems, installations, projects or plans",
    "3": "foreign government information",
    "4": "intelligence activities, sources or methods",
    "5": "foreign relations or foreign activities of the United States",
    "6": "scientific, technological or economic matters relating to the national security",
    "7": "programs for safeguarding nuclear materials or facilities",
    "8": "cryptology",
    "9": "a confidential source",
    "10": "another category that the President or an agency head has determined",
}
# E.O. 13526 3.3(b)(1)-(9), written 25X1 to 25X9 and, under 3.3(h), 50X1 to 50X9.
_BEYOND_25 = {
    "1": "a confidential human source, a human intelligence source, a liaison relationship, or a source or method in "
    "use or under development",
    "2": "information that would help to develop, produce or use weapons of mass destruction",
    "3": "United States cryptologic systems or activities",
    "4": "state-of-the-art technology within a United States weapon system",
    "5": "named or numbered military war plans that are still in effect",
    "6": "information whose release would seriously harm relations with a foreign government or ongoing diplomatic "
    "activities",
    "7": "the ability to protect the President, the Vice President and other protected persons",
    "8": "emergency preparedness plans, or current vulnerabilities of systems, installations or infrastructures",
    "9": "information whose release would violate a statute, treaty or international agreement",
}
# E.O. 12958 1.6(d), in use from 14 October 1995 until 22 September 2003.
_BEYOND_10 = {
    "1": "an intelligence source, method or activity, or a cryptologic system or activity",
    "2": "information that would help to develop or use weapons of mass destruction",
    "3": "technology within a United States weapons system",
    "4": "United States military plans, or national security emergency preparedness plans",
    "5": "foreign government information",
    "6": "relations with a foreign government, a confidential source, or diplomatic activities of long duration",
    "7": "the ability to protect the President, the Vice President and other protected persons",
    "8": "information whose release would violate a statute, treaty or international agreement",
}

# Declassification instructions.
_GROUPS = "E.O. 10501 as amended by E.O. 10964"
_FORMS: tuple[Row, ...] = (
    (
        "OADR",
        "Originating agency's determination required: no date was set, the agency would have to decide. In use from "
        "1982 until 14 October 1995; such documents now open 25 years after their date, unless exempted.",
        "E.O. 12356 1.4; E.O. 13526 3.3(a)",
    ),
    (
        "GDS",
        "General declassification schedule: downgraded in steps of two years, and declassified six, eight or ten years "
        "after the year of origin by level. In use from 1 June 1972.",
        "E.O. 11652 5(A)",
    ),
    (
        "ADS",
        "Advanced declassification schedule: a date earlier than that of the general schedule. In use from 1 June "
        "1972.",
        "E.O. 11652 4(A)",
    ),
    (
        "XGDS",
        "Exempt from the general declassification schedule; the number, 1 to 4, is the exemption category of section "
        "5(B). In use from 1 June 1972.",
        "E.O. 11652 5(B)",
    ),
    (
        "RDS",
        "Review for declassification on the date given, up to 20 years off. In use under E.O. 12065, 1978 to 1982.",
        "E.O. 12065 1-4",
    ),
    ("GROUP 1", "Excluded from automatic downgrading and declassification. In use from 1961 until 1972.", _GROUPS),
    (
        "GROUP 2",
        "Exempt from automatic downgrading: reviewed document by document. In use from 1961 until 1972.",
        _GROUPS,
    ),
    (
        "GROUP 3",
        "Downgraded at 12-year intervals, and not automatically declassified. In use from 1961 until 1972.",
        _GROUPS,
    ),
    ("GROUP 4", "Downgraded at 3-year intervals, declassified after 12 years. In use from 1961 until 1972.", _GROUPS),
    (
        "MR",
        "Manual review: no date was set. In use in the intelligence community until 2008, and obsolete.",
        "IC markings register until 2008",
    ),
    (
        "DECL",
        "Declassify on: the date or event on which the document is declassified by itself.",
        "E.O. 13526 1.5, 1.6(a)(4)",
    ),
    ("25X1-human", "An older form of 50X1-HUM, no longer authorised since 2012.", "ISOO Notice 2012-02"),
    (
        "50X1-HUM",
        "Exempt from declassification at 50 years: it would reveal the identity of a confidential human source or a "
        "human intelligence source. It takes no date.",
        "E.O. 13526 3.3(h)(1)(A); 32 CFR 2001.26",
    ),
    (
        "50X2-WMD",
        "Exempt from declassification at 50 years: it would reveal key design concepts of weapons of mass destruction. "
        "It takes no date.",
        "E.O. 13526 3.3(h)(1)(B); 32 CFR 2001.26",
    ),
    (
        "3.3(h)(1)",
        "Exempt from declassification at 50 years: a human source, or key design concepts of weapons of mass "
        "destruction.",
        "E.O. 13526 3.3(h)(1)",
    ),
    (
        "3.3(h)(2)",
        "Exempt from declassification at 50 years in an extraordinary case that the appeals panel approved.",
        "E.O. 13526 3.3(h)(2)",
    ),
    (
        "3.3(h)(3)",
        "Exempt from declassification at 75 years in a case that the appeals panel approved.",
        "E.O. 13526 3.3(h)(3)",
    ),
)

# Statutes that stand with a B3: labels and citations, old ones too.
_STATUTES: tuple[Row, ...] = (
    (
        "50 USC 3024(i)(1)|50 USC 3024(i)|50 USC 403-1(i)|50 USC 403-3(c)(7)|NATSECACT|NATIONAL SECURITY ACT",
        "National Security Act of 1947, section 102A: intelligence sources and methods.",
        "50 U.S.C. 3024(i)(1)",
    ),
    (
        "50 USC 3507|50 USC 403g|50 USC 403(g)|CIA PERS/ORG|CIAACT|CIA ACT|CIA",
        "CIA Act of 1949, section 6: organisation, functions, names, titles, salaries and numbers of CIA's people.",
        "50 U.S.C. 3507, formerly 403g",
    ),
    (
        "50 USC 3605|PL 86-36|50 USC 402 note",
        "National Security Agency Act of 1959, section 6: organisation, functions, activities and people of NSA.",
        "50 U.S.C. 3605, formerly 402 note",
    ),
    ("50 USC 3141", "Operational files of the CIA, exempt from search and review.", "50 U.S.C. 3141"),
    ("18 USC 798", "Communications intelligence and cryptographic systems.", "18 U.S.C. 798"),
    ("10 USC 424", "Organisation and personnel of DIA, NRO and NGA.", "10 U.S.C. 424"),
    ("10 USC 130b", "Personnel in overseas, sensitive or routinely deployable units.", "10 U.S.C. 130b"),
    ("10 USC 130c", "Sensitive information of foreign governments.", "10 U.S.C. 130c"),
    ("10 USC 130e", "Critical infrastructure security information of Defense.", "10 U.S.C. 130e"),
    (
        "INA|INA 222(f)|8 USC 1202(f)",
        "Immigration and Nationality Act, section 222(f): records of the issuance or refusal of visas.",
        "8 U.S.C. 1202(f)",
    ),
    (
        "FS ACT|22 USC 4004",
        "Foreign Service Act, section 604: evaluation of Foreign Service personnel.",
        "22 U.S.C. 4004",
    ),
    ("ARMSEXP|22 USC 2778(e)", "Arms Export Control Act: licences and sales of arms.", "22 U.S.C. 2778(e)"),
    (
        "EXPORT CONTROL|50 USC 4820(h)|50a USC 2411(c)",
        "Export Administration Act and its successor: export licences.",
        "50 U.S.C. 4820(h)",
    ),
    ("IRAN", "Iran claims settlement, section 505.", "P.L. 99-99, 505"),
    ("42 USC 2162|AEA", "Atomic Energy Act: Restricted Data and Formerly Restricted Data.", "42 U.S.C. 2162"),
    ("26 USC 6103", "Tax returns and return information.", "26 U.S.C. 6103"),
    ("FED R CRIM P 6(e)|RULE 6(e)", "Matters before a grand jury.", "Fed. R. Crim. P. 6(e)"),
    ("31 USC 5319", "Reports under the Bank Secrecy Act.", "31 U.S.C. 5319"),
    ("49 USC 114(r)", "Sensitive security information of transportation.", "49 U.S.C. 114(r)"),
    ("41 USC 4702", "Proposals of contractors.", "41 U.S.C. 4702"),
)

# Levels and controls, by the canonical name.
_LEVELS: tuple[Row, ...] = (
    (
        "TOP SECRET",
        "A level of classification: its disclosure could reasonably be expected to cause exceptionally grave damage to "
        "the national security.",
        "E.O. 13526 1.2(a)(1)",
    ),
    (
        "SECRET",
        "A level of classification: its disclosure could reasonably be expected to cause serious damage to the "
        "national security.",
        "E.O. 13526 1.2(a)(2)",
    ),
    (
        "CONFIDENTIAL",
        "A level of classification: its disclosure could reasonably be expected to cause damage to the national "
        "security.",
        "E.O. 13526 1.2(a)(3)",
    ),
    (
        "RESTRICTED",
        "The lowest level of classification of the United States until 15 December 1953; since then only of foreign "
        "governments and NATO.",
        "E.O. 10290; E.O. 10501",
    ),
    (
        "LIMITED OFFICIAL USE",
        "A control on unclassified matter at State until 1995, and no level of classification.",
        "32 CFR 2001.24(g)",
    ),
    (
        "OFFICIAL USE ONLY",
        "A control on unclassified matter, and no level of classification.",
        "32 CFR 2001.24(g)",
    ),
    (
        "FOR OFFICIAL USE ONLY",
        "A control on unclassified matter, and no level of classification.",
        "32 CFR 2001.24(g)",
    ),
    (
        "SENSITIVE BUT UNCLASSIFIED",
        "A control on unclassified matter at State and elsewhere, and no level of classification.",
        "12 FAM 540; 32 CFR 2001.24(g)",
    ),
    (
        "UNCLASSIFIED",
        "Not classified: a status, no level. In the band of a released copy it speaks of the copy, not of the record.",
        "E.O. 13526 6.1; CAPCO Register 2016, H.1",
    ),
)

_RELEASE_WORDS: tuple[Row, ...] = (
    ("RELEASE IN FULL|RELEASED IN FULL|RIF|RIFPUB", "The copy was released with nothing withheld.", "5 U.S.C. 552(a)"),
    (
        "RELEASE IN PART|RELEASED IN PART|RIP|RIPPUB|EXCISE",
        "The copy was released with passages withheld; each should show its amount and its exemption.",
        "5 U.S.C. 552(b), closing text",
    ),
    ("DENIED IN FULL|DENY", "Nothing of the document was released.", "5 U.S.C. 552(a)(6)"),
    (
        "DECLASSIFIED",
        "The classification was ended. The marking should say by whom, under what authority and when.",
        "E.O. 13526 3.1; 32 CFR 2001.25",
    ),
    (
        "DECLASSIFIED IN PART|SANITIZED",
        "What stays classified was taken out, the rest of the copy is open; the record keeps its classification.",
        "32 CFR 2001.25; practice of the CIA",
    ),
    (
        "APPROVED FOR RELEASE",
        "CIA's or NSA's decision that the copy may be published, whole or sanitized.",
        "practice of CIA and NSA",
    ),
    (
        "DECAPTIONED",
        "The handling captions (NODIS, EXDIS ...) were lifted, which declassification alone does not do.",
        "5 FAH-2 H-440",
    ),
    (
        "REFERRAL/CONSULT|REFERRAL",
        "The page was sent to another agency, which has to decide on it.",
        "5 U.S.C. 552(a)(6)(B)(iii)",
    ),
    ("DUPLICATE", "The page is a copy of another page of the file, and is not released twice.", "practice of the FBI"),
    ("POSTPONED IN FULL", "JFK record of which nothing was released yet.", "JFK Act, P.L. 102-526, 6"),
    ("RELEASED WITH DELETIONS", "JFK record released with passages postponed.", "JFK Act, P.L. 102-526, 6"),
    (
        "MDR",
        "Mandatory declassification review: a request, under the order and not the FOIA, that a named document be "
        "declassified.",
        "E.O. 13526 3.5",
    ),
    ("SIPDIS", "Copied to a database on the SIPRNet. It is no restriction, and no caption.", "05 STATE 226504"),
)


def _squeezed(words: str) -> str:
    """Spellings that differ in case, blanks and stops alone are one."""
    return re.sub(r"[\s.]+", "", words).upper()


_ROWS: dict[str, Row] = {
    _squeezed(spelling): (row[0].split("|")[0], row[1], row[2])
    for table in (_RELEASE_WORDS, _STATUTES, _FORMS, _LEVELS, _AGENCIES, _PRESIDENTIAL_AND_PRIVATE, _FOIA)
    for row in table
    for spelling in row[0].split("|")
}
_CAPTIONS = {caption.name: caption for caption in CAPTIONS}

_CATEGORY = re.compile(r"1\.([45])\(([A-H])\)")
_CATEGORY_12356 = re.compile(r"1\.3\(a\)\((\d{1,2})\)")
_X = re.compile(r"(?:1\.6)?X([1-8])")
_BEYOND = re.compile(r"(25|50|75)X([1-9])?(?:[A-E]\d?)?")
_SECTION_33 = re.compile(r"3\.[34]\(b\)\(([1-9])\)")
_SCHEDULE = re.compile(r"(X?GDS|ADS|RDS|XDS)-?\(?(?:5\(?B\)?)?\(?[1-4]?\)?")
_GROUP = re.compile(r"(?:GROUP|GP)-?([1-4])")
_CIA_LABEL = re.compile(r"\(?B\)?\s?\(?3\)?\s?\(([CN])\)", re.IGNORECASE)
_PORTION = re.compile(r"\((?:TS|S|C|U|R|SBU|LOU|OUO|FOUO)(?:(?://?|-)[A-Z0-9 ,/-]+)?\)")
_NAMES_ORDER = re.compile(r"(?:E\.?\s?O\.?|EXECUTIVE ORDER)?\s*:?\s*\d{4,5}", re.IGNORECASE)


def explain(code: str) -> str | None:
    """What a code or marking means, and its source on a line of its own; None for what is none.

    Any spelling that agencies use will do: B7(C), b7C, (b)(7)(C); 25X1, 3.3(b)(1); (S//NF); GROUP 1; E.O. 12958.
    """
    words = " ".join(code.split())
    if not words:
        return None
    rows = _portion(words) or [row for row in (_row(words),) if row]
    return "\n".join(f"{name}: {meaning}\nSource: {source}" for name, meaning, source in rows) or None


def _row(words: str) -> Row | None:
    if label := _CIA_LABEL.fullmatch(words):
        words = f"B3({label[1]})"
    row = _ROWS.get(_squeezed(words)) or _ROWS.get(_squeezed(words.strip("()[]")))
    if row is None:
        canonical = canonical_code(words)
        row = _ROWS.get(_squeezed(canonical)) if canonical else None
        row = row or _numbered(canonical or words)
    return row or _by_order(words) or _by_caption(words) or _by_level(words) or _by_citation(words)


def _numbered(code: str) -> Row | None:
    """Codes whose letter or number a table of an order gives."""
    squeezed = code.upper().replace(" ", "")
    if found := _CATEGORY.fullmatch(code.upper()):
        section, letter = found[1], found[2]
        if section == "5" and letter == "H":  # E.O. 12958 1.5 stops at (g).
            return None
        order = "E.O. 12958 1.5, in use from 1995 until 2003" if section == "5" else "E.O. 13526 1.4"
        return f"1.{section}({letter})", f"Classified because it concerns {_CATEGORIES[letter]}.", order
    if found := _CATEGORY_12356.fullmatch(code):
        meaning = _CATEGORIES_12356.get(found[1])
        return (code, f"Classified because it concerns {meaning}.", "E.O. 12356 1.3(a)") if meaning else None
    if found := _X.fullmatch(squeezed):
        return (
            f"X{found[1]}",
            f"Exempt from the limit of ten years, in place of a date, to protect {_BEYOND_10[found[1]]}. In use from "
            "14 October 1995 until 22 September 2003.",
            "E.O. 12958 1.6(d)",
        )
    if found := _SCHEDULE.fullmatch(squeezed):
        return _ROWS[found[1].replace("XDS", "RDS")]
    if found := _GROUP.fullmatch(squeezed):
        return _ROWS[f"GROUP{found[1]}"]
    return _beyond(code)


def _beyond(code: str) -> Row | None:
    """Exemptions from automatic declassification at 25, 50 and 75 years."""
    if found := _SECTION_33.fullmatch(code.lower()):
        meaning = f"Exempt from automatic declassification at 25 years, to protect {_BEYOND_25[found[1]]}."
        return code, f"{meaning} Also written 25X{found[1]}.", "E.O. 13526 3.3(b); E.O. 12958 3.4(b)"
    found = _BEYOND.fullmatch(code.upper().replace(" ", ""))
    if found is None:
        return None
    years, number = found[1], found[2]
    why = f", to protect {_BEYOND_25[number]}." if number else "; it does not say why."
    section = "3.3(b)" if years == "25" else "3.3(h)"
    return (
        code,
        f"Exempt from automatic declassification at {years} years{why}",
        f"E.O. 13526 {section}; 32 CFR 2001.26",
    )


def _by_order(words: str) -> Row | None:
    order = order_named(words) if _NAMES_ORDER.fullmatch(words) else None
    if order is None:
        return None
    until = f"until {order.end}" if order.end else "on"
    meaning = f"Order on classification, signed {order.signed}, in force from {order.start} {until}."
    return order.name, meaning, order.source


def _by_caption(words: str) -> Row | None:
    name = caption_named(words)
    if not name:
        return None
    caption = _CAPTIONS[name]
    return name, f"A caption on handling, no level: {caption.meaning}.", caption.source


def _by_level(words: str) -> Row | None:
    level = level_named(words)
    return _ROWS[_squeezed(level.name)] if level else None


def _by_citation(words: str) -> Row | None:
    """A statute cited to a deeper paragraph than the table's: `50 U.S.C. 3507(a)`."""
    squeezed = re.sub(r"[\s.§-]+", "", words).upper()
    for spelling, row in _ROWS.items():
        if "USC" in spelling and squeezed.startswith(spelling.replace("-", "") + "("):
            return row
    return None


def _portion(words: str) -> list[Row]:
    """The parts of a portion mark with controls: `(S//NF)`."""
    if not _PORTION.fullmatch(words.upper()):
        return []
    parts = [part.strip() for part in re.split(r"//?|-", words.strip("()")) if part.strip()]
    rows = [_by_level(parts[0]), *(_by_caption(part) for part in parts[1:])]
    return [row for row in rows if row]
