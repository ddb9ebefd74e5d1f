"""When something stops being classified: exemptions from automatic declassification, and instructions of all times."""

from redaudit.vocabulary.meaning._explained import Explained, Kind

# E.O. 13526 3.3(b)(1)-(9), written 25X1 to 25X9 and, under 3.3(h), 50X1 to 50X9.
_BEYOND_25 = (
    "a confidential human source, a human intelligence source, a liaison relationship, or a source or method in use or "
    "under development",
    "information that would help to develop, produce or use weapons of mass destruction",
    "United States cryptologic systems or activities",
    "state-of-the-art technology within a United States weapon system",
    "named or numbered military war plans that are still in effect",
    "information whose release would seriously harm relations with a foreign government or ongoing diplomatic "
    "activities",
    "the ability to protect the President, the Vice President and other protected persons",
    "emergency preparedness plans, or current vulnerabilities of systems, installations or infrastructures",
    "information whose release would violate a statute, treaty or international agreement",
)
_ORIGINATORS = ("originators, in place of a date", "reviewers, beside what stays withheld")
_AT_25 = "Exempt from automatic declassification at 25 years, to protect"


def _x25(number: int) -> Explained:
    return Explained(
        Kind.DURATION,
        f"25X{number}",
        f"{_AT_25} {_BEYOND_25[number - 1]}. Also written 3.3(b)({number}).",
        f"E.O. 13526 3.3(b)({number}); 32 CFR 2001.26(a)",
        (f"25X{number}", f"E.O. 13526 25X{number}", f"25X{number}, E.O. 13526"),
        users=(*_ORIGINATORS, "CIA, in the margins of CREST documents"),
        since="1995-10-14",
        related=(f"3.3(b)({number})", f"50X{number}", f"3.4(b)({number})"),
    )


def _section_33(number: int) -> Explained:
    return Explained(
        Kind.DURATION,
        f"3.3(b)({number})",
        f"{_AT_25} {_BEYOND_25[number - 1]}. Also written 25X{number}.",
        f"E.O. 12958 as amended by E.O. 13292, 3.3(b)({number}); E.O. 13526 3.3(b)({number})",
        (f"3.3(b)({number})", f"E.O. 13526 3.3(b)({number})", f"OSD 3.3(b)({number})", f"JS 3.3(b)({number})"),
        users=("OSD, the Joint Staff and the services", "CIA", "the libraries", "ISCAP"),
        since="2003-03-25",
        related=(f"25X{number}", f"3.4(b)({number})"),
        silent=(f"EO 13526 3.3(b)({number})>25Yrs", f"3.3(b){number}"),
    )


def _section_34(number: int) -> Explained:
    return Explained(
        Kind.DURATION,
        f"3.4(b)({number})",
        f"{_AT_25} {_BEYOND_25[number - 1]}. The words of the order of 1995 differ a little.",
        f"E.O. 12958 3.4(b)({number})",
        (f"3.4(b)({number})", f"E.O. 12958 3.4(b)({number})"),
        users=("reviewers, beside what stays withheld",),
        since="1995-10-14",
        until="2003-03-25",
        today=f"3.3(b)({number})",
        related=(f"3.3(b)({number})", f"25X{number}"),
    )


def _later(years: str, number: int) -> Explained:
    section = "3.3(h)(2)" if years == "50" else "3.3(h)(3)"
    return Explained(
        Kind.DURATION,
        f"{years}X{number}",
        f"Exempt from automatic declassification at {years} years, to protect {_BEYOND_25[number - 1]}. The appeals "
        "panel must have approved it; a date or event stands beside it.",
        f"E.O. 13526 {section}; 32 CFR 2001.26(b)",
        (f"{years}X{number}", f"{years}X{number}, E.O. 13526"),
        users=(*_ORIGINATORS, "CIA") if years == "50" else _ORIGINATORS,
        since="2009-12-29",
        related=(f"25X{number}", section),
    )


def _bare(years: str, section: str, since: str) -> Explained:
    return Explained(
        Kind.DURATION,
        f"{years}X",
        f"Exempt from automatic declassification at {years} years; without a number it does not say why.",
        f"E.O. 13526 {section}; 32 CFR 2001.26",
        (f"{years}X",),
        users=_ORIGINATORS,
        since=since,
        related=(f"{years}X1", f"{years}X6"),
    )


def _crest(number: int, letter: str) -> Explained:
    return Explained(
        Kind.DURATION,
        f"25X{number}{letter}",
        f"{_AT_25} {_BEYOND_25[number - 1]}. The letter divides the exemption for the CIA's own use.",
        f"E.O. 13526 3.3(b)({number}); CIA exemption guide, muckrock.com (17 January 2018)",
        (f"25X{number}{letter}",),
        users=("CIA, in the margins of CREST documents",),
        since="1995-10-14",
        today=f"25X{number}",
        related=(f"25X{number}",),
        unconfirmed="what the letter stands for, for which no public key was found",
    )


_H = "E.O. 13526 3.3(h)"
_PANEL = ("agencies, in exemptions that ISCAP approved",)
_EXEMPTIONS: tuple[Explained, ...] = (
    *(_x25(number) for number in range(1, 10)),
    *(_section_33(number) for number in range(1, 10)),
    *(_section_34(number) for number in range(1, 10)),
    *(_later(years, number) for years in ("50", "75") for number in range(1, 10)),
    _bare("25", "3.3(b)", "1995-10-14"),
    _bare("50", "3.3(h)", "2009-12-29"),
    _bare("75", "3.3(h)(3)", "2009-12-29"),
    *(_crest(number, letter) for number in range(1, 10) for letter in "ABCDE"),
    Explained(
        Kind.DURATION,
        "3.3(h)(1)",
        "Exempt from declassification at 50 years: (A) a confidential human source or a human intelligence source, or "
        "(B) key design concepts of weapons of mass destruction.",
        f"{_H}(1)",
        ("3.3(h)(1)", f"{_H}(1)"),
        users=_PANEL,
        since="2009-12-29",
        related=("50X1-HUM", "50X2-WMD"),
    ),
    Explained(
        Kind.DURATION,
        "3.3(h)(2)",
        "Exempt from declassification at 50 years in an extraordinary case that the appeals panel approved.",
        f"{_H}(2)",
        ("3.3(h)(2)", f"{_H}(2)"),
        users=_PANEL,
        since="2009-12-29",
        related=("50X1", "50X6"),
    ),
    Explained(
        Kind.DURATION,
        "3.3(h)(3)",
        "Exempt from declassification at 75 years in a case that the appeals panel approved.",
        f"{_H}(3)",
        ("3.3(h)(3)", f"{_H}(3)"),
        users=_PANEL,
        since="2009-12-29",
        related=("75X1",),
    ),
    Explained(
        Kind.DURATION,
        "50X1-HUM",
        "Exempt from declassification at 50 years: it would reveal the identity of a confidential human source or a "
        "human intelligence source. It takes no date.",
        f"{_H}(1)(A); 32 CFR 2001.26(b)(1)",
        ("50X1-HUM", "50X1 HUM", "3.3(h)(1)(A)"),
        users=(*_ORIGINATORS, "CIA"),
        since="2009-12-29",
        related=("25X1-human", "50X2-WMD"),
        silent=("50X1-HUMAN",),
    ),
    Explained(
        Kind.DURATION,
        "50X2-WMD",
        "Exempt from declassification at 50 years: it would reveal key design concepts of weapons of mass destruction. "
        "It takes no date.",
        f"{_H}(1)(B); 32 CFR 2001.26(b)(2)",
        ("50X2-WMD", "50X2 WMD", "3.3(h)(1)(B)"),
        users=_ORIGINATORS,
        since="2009-12-29",
        related=("50X1-HUM",),
    ),
    Explained(
        Kind.DURATION,
        "25X1-human",
        "An older form of 50X1-HUM: a human source, with no date.",
        "ISOO Notice 2012-02; CAPCO Register 2016, E.3",
        ("25X1-human", "25X1-HUM"),
        users=_ORIGINATORS[:1],
        since="2003",
        until="2012",
        today="50X1-HUM",
        related=("50X1-HUM", "25X1"),
        unconfirmed="the days on which it began and ended",
    ),
    Explained(
        Kind.DURATION,
        "25X1, EO 12951",
        "Imagery of satellites, exempt from the 25 years; since 12 November 2014 only the director of NGA may use it.",
        "E.O. 12951; CAPCO Register 2016, E.1; DNI memorandum ES 2014-00696",
        ("25X1, EO 12951", "25X1-EO-12951", "25X1, E.O. 12951"),
        users=("National Geospatial-Intelligence Agency",),
        related=("25X1", "E.O. 12951"),
    ),
)

# E.O. 12958 1.6(d).
_BEYOND_10 = (
    ("an intelligence source, method or activity, or a cryptologic system or activity", "25X1 or 25X3"),
    ("information that would help to develop or use weapons of mass destruction", "25X2"),
    ("technology within a United States weapons system", "25X4"),
    ("United States military plans, or national security emergency preparedness plans", "25X5 or 25X8"),
    ("foreign government information", "25X6"),
    ("relations with a foreign government, a confidential source, or diplomatic activities of long duration", "25X6"),
    ("the ability to protect the President, the Vice President and other protected persons", "25X7"),
    ("information whose release would violate a statute, treaty or international agreement", "25X9"),
)
_PLUS_25 = "the date of the source and 25 years, unless exempt (32 CFR 2001.22(e)(3))"


def _x(number: int) -> Explained:
    meaning, today = _BEYOND_10[number - 1]
    return Explained(
        Kind.INSTRUCTION,
        f"X{number}",
        f"Exempt from the limit of ten years, in place of a date, to protect {meaning}.",
        f"E.O. 12958 1.6(d)({number}); ISOO, marking changes of 22 September 2003",
        (f"X{number}", f"1.6X{number}", f"1.6(d)({number})", f"DECL: X{number}"),
        users=("originators, after DECL or Declassify on",),
        since="1995-10-14",
        until="2003-09-22",
        today=f"{_PLUS_25}; beyond them {today}",
        related=(today.split()[0],),
        unconfirmed="the words of 1.6(d), which are given from general knowledge",
        silent=(f"X-{number}", f"Source marked X{number}"),
    )


_SCHEDULE = ("originators, on documents and on the E.O. line of telegrams",)
_DEFENSE = ("Defense and its contractors", "CIA", "State")
_OPEN_NOW = "open at 25 years, unless exempt (E.O. 13526 3.3)"


def _group(number: int, meaning: str, *phrases: str) -> Explained:
    return Explained(
        Kind.INSTRUCTION,
        f"GROUP {number}",
        meaning,
        f"E.O. 10501 4(a)({number}), as amended by E.O. 10964 (26 FR 8932)",
        (f"GROUP {number}", f"GP-{number}", f"Group-{number}", *phrases),
        users=_DEFENSE,
        since="1961-09-20",
        until="1972-06-01",
        today=_OPEN_NOW,
        related=("E.O. 10964",),
        unconfirmed="" if number == 4 else f"the words of 4(a)({number}), which are given from general knowledge",
    )


_XGDS = (
    "furnished by a foreign government or an international organisation in confidence",
    "covered by a statute, or on cryptology, or intelligence sources or methods",
    "a system, plan, installation, project or matter of foreign relations whose protection is essential",
    "a person whom disclosure would put in immediate jeopardy",
)


def _xgds(number: int) -> Explained:
    return Explained(
        Kind.INSTRUCTION,
        f"XGDS-{number}",
        f"Exempt from the general declassification schedule: {_XGDS[number - 1]}.",
        f"E.O. 11652 5(B)({number})",
        (f"XGDS-{number}", f"5(B)({number})", f"E.O. 11652 5(B)({number})", f"XGDS {number}"),
        users=_SCHEDULE,
        since="1972-06-01",
        until="1978-12-01",
        today=_OPEN_NOW,
        related=("XGDS", "GDS"),
        silent=(f"XGDS ({number})", f"XGDS 5(B)({number})", f"exemption category 5B({number})"),
    )


_INSTRUCTIONS: tuple[Explained, ...] = (
    Explained(
        Kind.INSTRUCTION,
        "OADR",
        "Originating agency's determination required: no date was set, the agency would have to decide. No source "
        "dated after 14 October 1995 may carry it.",
        "E.O. 12356 1.4; 32 CFR 2001.22(e)(3); CAPCO Register 2008",
        ("OADR", "Originating agency's determination required"),
        users=_SCHEDULE,
        since="1982-08-01",
        until="1995-10-15",
        today=_PLUS_25,
        related=("E.O. 12356",),
        silent=("DECL: OADR", "Source marked OADR"),
    ),
    Explained(
        Kind.INSTRUCTION,
        "GDS",
        "General declassification schedule: downgraded in steps of two years, and declassified six, eight or ten years "
        "after the year of origin by level. The letters were kept as a form under E.O. 12065.",
        "E.O. 11652 5(A)",
        ("GDS", "General declassification schedule"),
        users=_SCHEDULE,
        since="1972-06-01",
        until="1982-08-01",
        today=_OPEN_NOW,
        related=("ADS", "XGDS"),
    ),
    Explained(
        Kind.INSTRUCTION,
        "ADS",
        "Advanced declassification schedule: a date earlier than that of the general schedule.",
        "E.O. 11652 4(A)",
        ("ADS", "Advanced declassification schedule"),
        users=_SCHEDULE,
        since="1972-06-01",
        until="1978-12-01",
        today=_OPEN_NOW,
        related=("GDS",),
    ),
    Explained(
        Kind.INSTRUCTION,
        "XGDS",
        "Exempt from the general declassification schedule; the number, 1 to 4, is the exemption category of section "
        "5(B).",
        "E.O. 11652 5(B)",
        ("XGDS", "Exempt from general declassification schedule"),
        users=_SCHEDULE,
        since="1972-06-01",
        until="1978-12-01",
        today=_OPEN_NOW,
        related=("XGDS-1", "XGDS-2", "XGDS-3", "XGDS-4"),
    ),
    *map(_xgds, range(1, 5)),
    Explained(
        Kind.INSTRUCTION,
        "RDS",
        "Review for declassification on the date given, up to 20 years off; XDS the like. The number after it is the "
        "reason for more than six years: 1 foreign government information, 2 intelligence sources and methods, 3 "
        "communications security, 4 vulnerability of a system, 5 plans, 6 foreign relations, 7 a statute.",
        "E.O. 12065 1-4; 15 CFR 2008.6(b), since removed",
        ("RDS", "XDS", "RDS-1", "RDS-2", "RDS-3", "RDS-4", "XDS-1", "XDS-2", "XDS-3", "XDS-4"),
        users=_SCHEDULE,
        since="1978-12-01",
        until="1982-08-01",
        today=_OPEN_NOW,
        related=("E.O. 12065",),
        unconfirmed="the words behind the letters, and that the numbers are those of the regulation",
    ),
    _group(
        1,
        "Excluded from automatic downgrading and declassification.",
        "Excluded from automatic downgrading and declassification",
    ),
    _group(2, "Exempt from automatic downgrading: reviewed document by document."),
    _group(
        3,
        "Downgraded at 12-year intervals, and not automatically declassified.",
        "Downgraded at 12 year intervals; not automatically declassified",
    ),
    _group(
        4,
        "Downgraded at 3-year intervals, declassified after 12 years.",
        "Downgraded at 3 year intervals; declassified after 12 years",
    ),
    *map(_x, range(1, 9)),
    Explained(
        Kind.INSTRUCTION,
        "MR",
        "Manual review: no date was set. Obsolete since February 2008.",
        "CAPCO Register 2016, I",
        ("MR", "Manual review", "DECL ON: MR"),
        users=("agencies of the intelligence community",),
        since="2003",
        until="2008-02",
        today=_PLUS_25,
        related=("OADR", "25X1"),
        unconfirmed="the year in which it began",
    ),
    Explained(
        Kind.INSTRUCTION,
        "DECL",
        "Declassify on: the date or event on which the document is declassified by itself.",
        "E.O. 13526 1.5, 1.6(a)(4)",
        ("DECL", "Declassify on", "DECL ON", "DCL", "DECLAS"),
        users=_SCHEDULE,
        since="1982-08-01",
        related=("OADR", "X1", "25X1", "DERIVED FROM"),
    ),
    Explained(
        Kind.INSTRUCTION,
        "N/A",
        "Not applicable: the telegram is not classified, so its E.O. line has no instruction.",
        "practice of State's telegrams, such as 1978 STATE 296107; 5 FAH-1 H-246",
        ("N/A", "E.O. 11652: N/A", "E.O. 12065: N/A", "E.O. 12356: N/A", "E.O. 12958: N/A", "E.O. 13526: N/A"),
        users=("State",),
        related=("UNCLASSIFIED", "order-line"),
    ),
    Explained(
        Kind.INSTRUCTION,
        "DNG",
        "Downgrade on: the date or event on which the document falls to a lower level; CO is CONFIDENTIAL, SE SECRET.",
        "E.O. 13526 1.6; 5 FAH-1 H-246",
        ("DNG", "DOWNGRADE ON", "DG"),
        users=("State",),
        related=("DECL",),
        unconfirmed="the abbreviations CO and SE",
    ),
    Explained(
        Kind.INSTRUCTION,
        "DERIVED FROM",
        "The source, or Multiple Sources, whose classification the document carries on; it gives no reason of its own.",
        "E.O. 13526 2.1(b); 32 CFR 2001.22",
        ("DERIVED FROM", "DRV FROM", "MULTIPLE SOURCES"),
        users=("agencies that classify derivatively",),
        since="1995-10-14",
        related=("DECL",),
    ),
    Explained(
        Kind.INSTRUCTION,
        "DNI ONLY",
        "Only the director could declassify it; no longer a valid instruction.",
        "32 CFR 2001.22(e)(3)(i); CAPCO Register 2016, E.6",
        ("DNI ONLY", "DCI ONLY"),
        users=("agencies of the intelligence community",),
        today=_PLUS_25,
        related=("25X1",),
    ),
    Explained(
        Kind.INSTRUCTION,
        "N/A to RD/FRD/TFNI portions",
        "No date: Restricted Data and the like are declassified under the Atomic Energy Act alone.",
        "32 CFR 2001.24(h)(3); ISOO Notices 2011-02 and 2013-01; CAPCO Register 2016, E.4 and E.5",
        ("N/A to RD/FRD/TFNI portions", "N/A to RD portions", "N/A to FRD portions", "N/A to NATO portions"),
        users=("originators of documents with such portions",),
        since="2011",
        related=("RD", "FRD", "TFNI"),
    ),
)

DECLASSIFICATION: tuple[Explained, ...] = (*_EXEMPTIONS, *_INSTRUCTIONS)
