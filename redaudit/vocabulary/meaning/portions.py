"""Levels of classification and controls of unclassified matter, from banners to portion marks."""

from redaudit.vocabulary.level import LEVELS
from redaudit.vocabulary.meaning._explained import Explained, Kind

_ALL = ("the executive branch",)
# Orders: 8381 for SECRET, CONFIDENTIAL and RESTRICTED, 10104 for TOP SECRET.
_FIRST = "1940-03-22"
_CUI = "CUI, since 32 CFR part 2002 took effect on 14 November 2016; agencies changed over at their own pace"
_LEVEL = "A level of classification: its disclosure could reasonably be expected to cause"
_CONTROL = "A control on unclassified matter, and no level of classification"

_FACTS: dict[str, Explained] = {
    row.name: row
    for row in (
        Explained(
            Kind.LEVEL,
            "TOP SECRET",
            f"{_LEVEL} exceptionally grave damage to the national security.",
            "E.O. 13526 1.2(a)(1); E.O. 10104 for its beginning",
            ("TOP SECRET", "T O P S E C R E T", "TS", "(TS)"),
            users=_ALL,
            silent=("T",),
            since="1950-02-01",
            related=("E.O. 13526 1.2", "SECRET"),
        ),
        Explained(
            Kind.LEVEL,
            "SECRET",
            f"{_LEVEL} serious damage to the national security.",
            "E.O. 13526 1.2(a)(2); E.O. 8381 for its beginning",
            ("SECRET", "S E C R E T", "S", "(S)"),
            users=_ALL,
            since=_FIRST,
            related=("E.O. 13526 1.2", "CONFIDENTIAL"),
        ),
        Explained(
            Kind.LEVEL,
            "CONFIDENTIAL",
            f"{_LEVEL} damage to the national security.",
            "E.O. 13526 1.2(a)(3); E.O. 8381 for its beginning",
            ("CONFIDENTIAL", "C O N F I D E N T I A L", "C", "(C)"),
            users=_ALL,
            since=_FIRST,
            related=("E.O. 13526 1.2", "CONFIDENTIAL - MODIFIED HANDLING AUTHORIZED"),
        ),
        Explained(
            Kind.LEVEL,
            "RESTRICTED",
            "The lowest level of classification of the United States until 15 December 1953; since then only of "
            "foreign governments and NATO. RD is Restricted Data, and another thing.",
            "E.O. 8381; E.O. 10290; E.O. 10501",
            ("RESTRICTED", "R E S T R I C T E D", "R", "(R)"),
            users=_ALL,
            since=_FIRST,
            until="1953-12-15",
            today="no level of the United States; matter of then is CONFIDENTIAL or open",
            related=("E.O. 10501", "RESTRICTED DATA"),
            unconfirmed="what matter marked so became after 1953",
        ),
        Explained(
            Kind.CONTROL,
            "LIMITED OFFICIAL USE",
            f"{_CONTROL}; on State's telegrams until SENSITIVE BUT UNCLASSIFIED took its place.",
            "32 CFR 2001.24(a); telegram 2000 STATE 18029 for its end",
            ("LIMITED OFFICIAL USE", "LIMOFFUSE", "LOU", "(LOU)"),
            users=("State",),
            until="1995-10-01",
            today="SENSITIVE BUT UNCLASSIFIED, and CUI after it",
            related=("SBU", "CUI"),
        ),
        Explained(
            Kind.CONTROL,
            "OFFICIAL USE ONLY",
            f"{_CONTROL}.",
            "32 CFR 2001.24(a)",
            ("OFFICIAL USE ONLY", "OUO", "(OUO)"),
            users=("State until the 1970s", "Energy"),
            today=_CUI,
            related=("FOUO", "CUI"),
        ),
        Explained(
            Kind.CONTROL,
            "FOR OFFICIAL USE ONLY",
            f"{_CONTROL}.",
            "32 CFR 2001.24(a); CAPCO Register 2016, H.8",
            ("FOR OFFICIAL USE ONLY", "FOUO", "(FOUO)", "U//FOUO", "(U//FOUO)"),
            users=("Defense and the agencies of intelligence",),
            today=_CUI,
            related=("CUI", "SBU"),
        ),
        Explained(
            Kind.CONTROL,
            "SENSITIVE BUT UNCLASSIFIED",
            f"{_CONTROL}; SBU NOFORN and SBU/NF add that foreign nationals may not see it.",
            "12 FAM 540; 32 CFR 2001.24(a); telegram 2000 STATE 18029 for its beginning",
            ("SENSITIVE BUT UNCLASSIFIED", "SBU", "(SBU)", "UNCLAS SENSITIVE", "SBU NOFORN", "SBU/NF", "SBU-NF"),
            users=("State and others",),
            since="1995-10-01",
            today=_CUI,
            related=("LIMITED OFFICIAL USE", "CUI"),
            silent=("SBU/N", "UNCLASSIFIED SENSITIVE", "(SBU/NF)", "(SBU/N)", "(U//SBU)"),
        ),
        Explained(
            Kind.LEVEL,
            "UNCLASSIFIED",
            "Not classified: a status, no level. In the band of a released copy it speaks of the copy, not of the "
            "record.",
            "E.O. 13526 6.1; CAPCO Register 2016, H.1",
            ("UNCLASSIFIED", "UNCLAS", "UNCLASS", "U N C L A S", "U", "(U)"),
            users=_ALL,
            related=("SBU", "DECLASSIFIED"),
        ),
    )
}


def _nato(short: str, level: str, equal: str) -> Explained:
    return Explained(
        Kind.FOREIGN_LEVEL,
        level,
        f"A level of NATO, equal to {equal} of the United States.",
        "CAPCO Register 2016, G and I; 32 CFR 2001.24(c)",
        (short, level, f"//{short}"),
        users=("NATO, and documents that carry its information",),
        related=(equal, "N/A to NATO portions"),
    )


_OTHERS: tuple[Explained, ...] = (
    Explained(
        Kind.LEVEL,
        "CONFIDENTIAL - MODIFIED HANDLING AUTHORIZED",
        "Foreign government information that its owner protects less than CONFIDENTIAL: it need not be kept as that "
        "level asks.",
        "32 CFR 2001.54(d)",
        ("CONFIDENTIAL - MODIFIED HANDLING AUTHORIZED", "C-M/H", "C/M-H", "CONFIDENTIAL-MODIFIED HANDLING"),
        users=_ALL,
        related=("CONFIDENTIAL", "1.4(B)"),
        unconfirmed="the short form",
    ),
    _nato("CTS", "COSMIC TOP SECRET", "TOP SECRET"),
    _nato("NS", "NATO SECRET", "SECRET"),
    _nato("NC", "NATO CONFIDENTIAL", "CONFIDENTIAL"),
    Explained(
        Kind.FOREIGN_LEVEL,
        "NATO RESTRICTED",
        "The lowest level of NATO, which has no equal in the United States.",
        "CAPCO Register 2016, G and I",
        ("NR", "NATO RESTRICTED", "//NR"),
        users=("NATO, and documents that carry its information",),
        related=("RESTRICTED",),
    ),
    Explained(
        Kind.FOREIGN_LEVEL,
        "NATO UNCLASSIFIED",
        "Unclassified information of NATO, which is still not for the public by itself.",
        "CAPCO Register 2016, G and I",
        ("NU", "NATO UNCLASSIFIED", "//NU"),
        users=("NATO, and documents that carry its information",),
        related=("UNCLASSIFIED",),
    ),
    Explained(
        Kind.CONTROL,
        "CONTROLLED UNCLASSIFIED INFORMATION",
        f"{_CONTROL}: the one system that takes the place of FOUO, SBU, LES and the like.",
        "E.O. 13556; 32 CFR part 2002",
        ("CONTROLLED UNCLASSIFIED INFORMATION", "CUI", "(CUI)", "CONTROLLED"),
        users=_ALL,
        since="2016-11-14",
        related=("E.O. 13556", "FOUO", "SBU"),
    ),
    Explained(
        Kind.CONTROL,
        "SENSITIVE SECURITY INFORMATION",
        f"{_CONTROL}: the security of transportation.",
        "49 U.S.C. 114(r); 49 CFR 1520",
        ("SENSITIVE SECURITY INFORMATION", "SSI", "(SSI)"),
        users=("Homeland Security", "Transportation"),
        related=("49 U.S.C. 114(r)",),
    ),
    Explained(
        Kind.CONTROL,
        "UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION",
        f"{_CONTROL}: the protection of nuclear materials and facilities, at Energy (DCNI at Defense).",
        "42 U.S.C. 2168; 10 U.S.C. 128; CAPCO Register 2016, H.6",
        ("UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", "UCNI", "DOE UCNI", "DOD UCNI", "DCNI"),
        users=("Energy", "Defense"),
        related=("42 U.S.C. 2168",),
    ),
    Explained(
        Kind.CONTROL,
        "TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION",
        "What intelligence learned of other countries' nuclear programmes, moved out of Restricted Data; it is never "
        "declassified automatically.",
        "42 U.S.C. 2162(e); 32 CFR 2001.24(i); CAPCO Register 2016, E.4",
        ("TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION", "TFNI"),
        users=("agencies of intelligence", "Energy"),
        since="2010-06-25",
        related=("RD", "FRD"),
        unconfirmed="the day since when it is marked",
    ),
    Explained(
        Kind.LEVEL,
        "ENTIRE TEXT",
        "A declaration that stands for the portion mark of every paragraph: (C - ENTIRE TEXT).",
        "5 FAH-1 H-246; practice of State's telegrams before 1995",
        ("ENTIRE TEXT", "(C-ENTIRE TEXT)", "(S-ENTIRE TEXT)", "(TS-ENTIRE TEXT)", "(LOU-ENTIRE TEXT)"),
        users=("State",),
        today="a mark on every paragraph (E.O. 13526 1.6(c))",
        related=("portion-mark",),
        silent=(
            "CONFIDENTIAL - ENTIRE TEXT",
            "SECRET - ENTIRE TEXT",
            "(U-ENTIRE TEXT)",
            "(R-ENTIRE TEXT)",
            "(SBU-ENTIRE TEXT)",
            "(OUO-ENTIRE TEXT)",
            "(FOUO-ENTIRE TEXT)",
        ),
    ),
)

LEVELS_EXPLAINED: tuple[Explained, ...] = (*(_FACTS[level.name] for level in LEVELS), *_OTHERS)
