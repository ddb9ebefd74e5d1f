"""Handling and dissemination captions, code words, precedence: what stands beside a level and is none."""

from attrs import frozen

from redaudit.vocabulary.caption import CAPTIONS, CODE_WORDS, Caption
from redaudit.vocabulary.meaning._explained import Explained, Kind


@frozen
class _Fact:
    """What the table of captions does not hold: who uses one, since and until when, what stands for it today."""

    users: tuple[str, ...]
    since: str = ""
    until: str = ""
    today: str = ""
    related: tuple[str, ...] = ()
    unconfirmed: str = ""
    source: str = ""


_STATE = ("State",)
_CIA = ("CIA",)
_INTELLIGENCE = ("agencies of intelligence",)
_COMINT = ("NSA and the agencies of intelligence",)
_WHITE_HOUSE = ("the White House", "State")
_YEARS = "the years of its use, which are read from documents"
_HANDBOOK = "the words of the handbook on this caption, which were not seen"
# The memorandum that brought the DCID of 12 April 1995 ended both at once: fas.org/irp/offdocs/dcid17.htm
_DCID_1995 = "DCID 1/7 of 12 April 1995"
_DISTRIBUTION = _Fact(_STATE, until="1963", today="LIMDIS or EXDIS", related=("LIMDIS", "EXDIS"), unconfirmed=_YEARS)

_FACTS: dict[str, _Fact] = {
    "NODIS": _Fact(
        _STATE,
        source="5 FAH-2 H-443; H-442.3 in 2008; FRUS 1969-1976, E-8, terms",
        related=("DECAPTIONED", "EXDIS", "CHEROKEE"),
    ),
    "EXDIS": _Fact(
        _STATE, source="5 FAH-2 H-443; H-442.6 in 2008; FRUS 1969-1976, E-8, terms", related=("DECAPTIONED", "NODIS")
    ),
    "LIMDIS": _Fact(
        (*_STATE, "NGA, which means products for official use by it"),
        related=("EXDIS",),
        source="5 FAH-2 H-440; CAPCO Register 2016, H.9 for NGA's",
    ),
    "STADIS": _Fact(_STATE, related=("EXDIS",), source="5 FAH-2 H-443; FRUS 1969-1976, E-10, terms"),
    "AGREMENT": _Fact(_STATE, source="5 FAH-2 H-443; H-442.1 in 2008"),
    "DIRGEN": _Fact(_STATE, source="5 FAH-2 H-443"),
    "MED CHANNEL": _Fact(_STATE, source="5 FAH-2 H-443"),
    "TM CHANNEL": _Fact(_STATE, source="5 FAH-2 H-443"),
    "CODEL": _Fact(_STATE, source="5 FAH-2 H-443"),
    "ROGER CHANNEL": _Fact(_STATE, related=("NODIS",)),
    "DISSENT CHANNEL": _Fact(_STATE),
    "CHEROKEE": _Fact(
        _STATE,
        related=("NODIS",),
        source="5 FAH-2 H-440; wikileaks.org/plusd/about-hr, which names Secretary Rusk as its author",
        unconfirmed="when it began, and that it is still in use",
    ),
    "NO DISTRIBUTION": _DISTRIBUTION,
    "LIMIT DISTRIBUTION": _DISTRIBUTION,
    "PRESIDENTIAL HANDLING": _Fact(_STATE, until="1961", today="NODIS", related=("NODIS",), unconfirmed=_YEARS),
    "EFTO": _Fact((*_STATE, "Defense"), today="FOUO or SBU, and CUI", related=("FOUO", "SBU")),
    "NOFORN": _Fact(
        (*_INTELLIGENCE, "Defense", "State"), related=("NO FOREIGN DISSEM", "NOT RELEASABLE TO FOREIGN NATIONALS")
    ),
    "ORCON": _Fact(_INTELLIGENCE),
    "PROPIN": _Fact(_INTELLIGENCE),
    "IMCON": _Fact(_INTELLIGENCE),
    "RELIDO": _Fact(_INTELLIGENCE),
    "RSEN": _Fact(_INTELLIGENCE),
    "FISA": _Fact((*_INTELLIGENCE, "FBI")),
    "LES": _Fact(("agencies that enforce laws",), today="CUI", related=("CUI",)),
    "FGI": _Fact(("the executive branch",), related=("1.4(B)",)),
    "HCS": _Fact(_INTELLIGENCE),
    "SI": _Fact(_COMINT, related=("COMINT", "UMBRA")),
    "TK": _Fact(_INTELLIGENCE, related=("TALENT-KEYHOLE", "BYEMAN")),
    "RESTRICTED DATA": _Fact(
        ("Energy", "Defense"),
        since="1946-08-01",
        related=("FRD", "RESTRICTED"),
        source="42 U.S.C. 2014(y); Atomic Energy Act of 1946, P.L. 79-585, 10, for its beginning",
    ),
    "FORMERLY RESTRICTED DATA": _Fact(("Energy", "Defense"), since="1954-08-30", related=("RD",)),
    "EYES ONLY": _Fact(
        (*_INTELLIGENCE, "State"),
        until="2014-09-11",
        today="REL TO in the markings of intelligence; plain words elsewhere",
        related=("US EYES ONLY",),
        source="CAPCO Register 2016; ISM.XML, where EYES is deprecated from that day",
    ),
    "US EYES ONLY": _Fact(("Defense", "State"), today="NOFORN", related=("NOFORN",)),
    "EXCLUSIVELY EYES ONLY": _Fact(
        _WHITE_HOUSE,
        since="1969",
        until="1977",
        today="EYES ONLY, in plain words",
        related=("EYES ONLY",),
        unconfirmed=_YEARS,
    ),
    "LITERALLY EYES ONLY": _Fact(
        _STATE, until="1970", today="EYES ONLY, in plain words", related=("EYES ONLY",), unconfirmed=_YEARS
    ),
    "SENSITIVE": _Fact(
        _WHITE_HOUSE,
        since="1969",
        today="on UNCLASSIFIED telegrams of State since 1 October 1995 it is SBU",
        related=("SBU",),
        source="White House practice from 1969; telegram 2000 STATE 18029 for SBU",
        unconfirmed="the year in which the White House began it",
    ),
    "OUTSIDE THE SYSTEM": _Fact(("National Security Council",), unconfirmed=_YEARS),
    "NO FOREIGN DISSEM": _Fact(_INTELLIGENCE, today="NOFORN", related=("NOFORN",)),
    "NO DISSEM ABROAD": _Fact(_INTELLIGENCE, today="no caption of today", related=("CONTROLLED DISSEM",)),
    "CONTROLLED DISSEM": _Fact(_INTELLIGENCE, today="ORCON", related=("ORCON",), unconfirmed="that ORCON succeeds it"),
    "BACKGROUND USE ONLY": _Fact(_INTELLIGENCE, today="no caption of today", related=("ORCON",)),
    "NOCONTRACT": _Fact(
        _INTELLIGENCE,
        until="1995-04-12",
        today="nothing: it no longer bars contractors",
        related=("WNINTEL", "PROPIN"),
        source=_DCID_1995,
    ),
    "WNINTEL": _Fact(
        _INTELLIGENCE, until="1995-04-12", today="nothing", related=("NOCONTRACT", "ORCON"), source=_DCID_1995
    ),
    "CODEWORD": _Fact(_COMINT, today="SI or TK in the banner", related=("UMBRA", "SI")),
    "COMINT": _Fact(_COMINT, today="SI", related=("SI",), source="DCID 1/7; CAPCO Register 2016, where SI is the mark"),
    "BYEMAN": _Fact(
        ("NRO and the agencies of intelligence",),
        until="2005-05-20",
        today="TK or none",
        related=("TK",),
        source="CAPCO Register 2008",
        unconfirmed="what succeeded it on a given matter",
    ),
    "TALENT-KEYHOLE": _Fact(("NRO and the agencies of intelligence",), today="TK", related=("TK",)),
    "UMBRA": _Fact(
        _COMINT,
        until="1999",
        today="SI in the banner",
        related=("SPOKE", "MORAY", "SI"),
        source="DCID 1/7; electrospaces.blogspot.com (8 July 2014) for its categories and end",
        unconfirmed="the day of its end, and that it ended: slides of 2011 still carry it",
    ),
    "RUFF": _Fact(("NRO and the agencies of intelligence",), today="TK", related=("TK",), unconfirmed=_YEARS),
    "RYBAT": _Fact(
        _CIA,
        source="CIA cable practice; globalsecurity.org, Intelligence Operations, on sluglines",
        unconfirmed="its meaning and years, for which no key of the CIA's was found",
    ),
    "KAPOK": _Fact(_CIA, unconfirmed="its meaning and years, for which no key of the CIA's was found"),
    "SPECAT": _Fact(("Defense",), unconfirmed=_YEARS),
    "SPECIAL HANDLING REQUIRED": _Fact(("Defense",), unconfirmed=_YEARS),
    "NOT RELEASABLE TO FOREIGN NATIONALS": _Fact(("Defense",), today="NOFORN", related=("NOFORN",)),
    "SECURITY INFORMATION": _Fact(
        ("the executive branch",),
        since="1951-10-27",
        until="1953-12-15",
        today="nothing: the level alone says it",
        related=("E.O. 10290", "E.O. 10501"),
        source="E.O. 10290; CIA notice of 27 November 1953, CIA-RDP78-04718A001300110017-9, for its end",
    ),
    "MODIFIED HANDLING AUTHORIZED": _Fact(
        ("the executive branch",),
        related=("CONFIDENTIAL - MODIFIED HANDLING AUTHORIZED",),
        source="32 CFR 2001.54(d)(1)",
    ),
}

# Short forms of portion marks that are too short for a detector to know alone.
_SHORT = {
    "NODIS": ("ND",),
    "EXDIS": ("XD",),
    "LIMDIS": ("DS",),
    "NOCONTRACT": ("NOCON",),
    "US EYES ONLY": ("USA EYES ONLY",),
    "LES": ("LAW ENFORCEMENT SENSITIVE",),
    "FGI": ("FOREIGN GOVERNMENT INFORMATION",),
    "TALENT-KEYHOLE": ("TALENT KEYHOLE",),
    "SI": ("SPECIAL INTELLIGENCE", "SI-G"),
    "EYES ONLY": ("EYES",),
    "KLONDIKE": ("KDK",),
    "ENDSEAL": ("EL",),
}


def _caption(caption: Caption) -> Explained:
    fact = _FACTS.get(caption.name) or _Fact(_STATE, unconfirmed=_HANDBOOK)
    return Explained(
        Kind.CAPTION,
        caption.name,
        f"A caption on handling, no level: {caption.meaning}.",
        fact.source or caption.source,
        (caption.name, *caption.short, *_SHORT.get(caption.name, ())),
        users=fact.users,
        since=fact.since,
        until=fact.until,
        today=fact.today,
        related=fact.related,
        unconfirmed=fact.unconfirmed,
    )


# What is told of single words; the categories are those of electrospaces.blogspot.com (8 July 2014).
_WORDS = {
    "SPOKE": " It stood for category II, less sensitive than UMBRA.",
    "MORAY": " It stood for category I, the least sensitive.",
    "GAMMA": " It is a compartment of SI, printed SI-G.",
    "ENDSEAL": " It left the register in 2016.",
}


def _code_word(word: str) -> Explained:
    return Explained(
        Kind.CODE_WORD,
        word,
        "A code word of communications intelligence or overhead reconnaissance, printed after the level; the word "
        f"itself means nothing.{_WORDS.get(word, '')}",
        "DCID 1/7; CAPCO Register 2016; electrospaces.blogspot.com (8 July 2014)",
        (word, *_SHORT.get(word, ())),
        users=_COMINT,
        today="SI or TK in the banner",
        related=("SI", "TK"),
        unconfirmed="which matter the word stood for, and when",
    )


_TELEGRAMS = ("State and all who send telegrams",)


def _precedence(name: str, meaning: str, *spellings: str) -> Explained:
    return Explained(
        Kind.DISTRIBUTION,
        name,
        f"A precedence, no caption: {meaning}.",
        "5 FAH-1 H-221; ACP 127",
        (name, *spellings),
        users=_TELEGRAMS,
        related=("cable-header",),
    )


_NOT_CAPTIONS: tuple[Explained, ...] = (
    Explained(
        Kind.DISTRIBUTION,
        "SIPDIS",
        "Copied to a database on the SIPRNet. It is no restriction, and no caption.",
        "telegram 05 STATE 226504, as 06 STATE 89712 cites it",
        users=("State",),
        related=("UNCLASSIFIED",),
        unconfirmed="the day since when telegrams carry it: some that are older than that guidance do",
    ),
    _precedence("FLASH", "before all other traffic", "ZZ", "Z"),
    _precedence("NIACT IMMEDIATE", "action at night too", "NIACT"),
    _precedence("IMMEDIATE", "the next after FLASH", "OO", "O"),
    _precedence("PRIORITY", "before routine traffic", "PP", "P"),
    _precedence("ROUTINE", "the lowest", "RR", "R"),
)
_KNOWN = {caption.name for caption in CAPTIONS}

CAPTIONS_EXPLAINED: tuple[Explained, ...] = (
    *map(_caption, CAPTIONS),
    *(_code_word(word) for word in sorted(CODE_WORDS - _KNOWN)),
    *_NOT_CAPTIONS,
)
