"""Handling and dissemination captions: what each means, and where that is said."""

import re

from attrs import frozen


@frozen
class Caption:
    """A caption in full, its short forms, what it means, and the source of that meaning."""

    name: str
    short: tuple[str, ...]
    meaning: str
    source: str


_FAH = "5 FAH-2 H-440"
_REGISTER = "CAPCO Register 2016"
_DCID = "DCID 1/7"

# Captions that may stand on a line of their own, after a level, or after `//` in a banner.
CAPTIONS = (
    Caption("NODIS", (), "no distribution but to the addressee, without the Executive Secretariat", "5 FAH-2 H-442.3"),
    Caption("EXDIS", (), "distribution only to officers with an essential need to know", "5 FAH-2 H-442.6"),
    Caption("LIMDIS", (), "limited distribution", _FAH),
    Caption("STADIS", (), "distribution inside the Department of State only", _FAH),
    Caption("ROGER CHANNEL", (), "between a chief of mission and State's intelligence bureau", _FAH),
    Caption("DISSENT CHANNEL", (), "dissent from policy, to the Policy Planning Staff", "2 FAM 070"),
    Caption("CHEROKEE", (), "a channel under NODIS for matters at the Secretary's level", _FAH),
    Caption("MED CHANNEL", (), "medical matters", _FAH),
    Caption("TM CHANNEL", (), "travel of persons", _FAH),
    Caption("DS CHANNEL", (), "matters of diplomatic security", _FAH),
    Caption("AGREMENT", (), "consent of a host government to an ambassador", _FAH),
    Caption("DIRGEN", (), "between a chief of mission and the Director General", _FAH),
    Caption("CODEL", (), "travel of members of Congress", _FAH),
    Caption("STAFFDEL", (), "travel of Congressional staff", _FAH),
    Caption("TERREP", (), "reports on terrorism", _FAH),
    Caption("OFFICIAL-INFORMAL", ("OFFICIAL INFORMAL",), "between officers, not for the record", _FAH),
    Caption("EFTO", ("E F T O",), "encrypted for transmission only", "ACP 121"),
    Caption("NO DISTRIBUTION", (), "no distribution outside the office", "State practice to 1960"),
    Caption("LIMIT DISTRIBUTION", ("LIMITED DISTRIBUTION",), "limited distribution", "State practice to 1963"),
    Caption("PRESIDENTIAL HANDLING", (), "for the President's own reading", "State practice to 1961"),
    Caption("NOFORN", ("NF", "NO FORN"), "not releasable to foreign nationals", _REGISTER),
    Caption("ORCON", ("OC",), "dissemination controlled by the originator", _REGISTER),
    Caption("PROPIN", ("PR",), "proprietary information involved", _REGISTER),
    Caption("IMCON", ("IMC",), "controlled imagery", _REGISTER),
    Caption("RELIDO", (), "releasable by an information disclosure official", _REGISTER),
    Caption("RSEN", ("RS",), "risk sensitive", _REGISTER),
    Caption("FISA", (), "from the Foreign Intelligence Surveillance Act", _REGISTER),
    Caption("LES", (), "sensitive to law enforcement", _REGISTER),
    Caption("FGI", (), "foreign government information", _REGISTER),
    Caption("HCS", (), "HUMINT control system", _REGISTER),
    Caption("SI", (), "special intelligence", _REGISTER),
    Caption("TK", (), "talent keyhole", _REGISTER),
    Caption("RESTRICTED DATA", ("RD",), "Atomic Energy Act of 1954, section 11", "42 U.S.C. 2014(y)"),
    Caption("FORMERLY RESTRICTED DATA", ("FRD",), "military use of atomic weapons", "42 U.S.C. 2162(d)"),
    Caption("EYES ONLY", (), "for the named reader only", _REGISTER),
    Caption("US EYES ONLY", ("U.S. EYES ONLY",), "for readers of the United States only", _REGISTER),
    Caption("EXCLUSIVELY EYES ONLY", (), "for the named reader only", "White House practice, 1969-77"),
    Caption("LITERALLY EYES ONLY", (), "for the named reader only", "State practice, 1960s"),
    Caption("SENSITIVE", (), "handle with care; White House and State", "White House practice from 1969; 12 FAM 540"),
    Caption("OUTSIDE THE SYSTEM", ("OUTSIDE SYSTEM",), "not in the staff's registry", "NSC practice"),
    Caption("NO FOREIGN DISSEM", (), "no dissemination to foreign nationals", _DCID),
    Caption("NO DISSEM ABROAD", (), "no dissemination outside the country", _DCID),
    Caption("CONTROLLED DISSEM", (), "no dissemination outside headquarters", _DCID),
    Caption("BACKGROUND USE ONLY", (), "not to be cited", _DCID),
    Caption("NOCONTRACT", ("NC",), "not for contractors and consultants", _DCID),
    Caption("WNINTEL", ("WN",), "warning notice: intelligence sources and methods", _DCID),
    Caption("CODEWORD", (), "a code word was printed here", _DCID),
    Caption("COMINT", (), "communications intelligence", _DCID),
    Caption("BYEMAN", (), "overhead reconnaissance; ended 2005", _DCID),
    Caption("TALENT-KEYHOLE", ("TALENT KEYHOLE",), "overhead imagery", _DCID),
    Caption("UMBRA", (), "communications intelligence of the highest category; ended 1999", _DCID),
    Caption("RUFF", (), "products of overhead imagery", _DCID),
    Caption("RYBAT", (), "sensitive matter of the clandestine service", "CIA cable practice"),
    Caption("KAPOK", (), "held closely in the clandestine service", "CIA cable practice"),
    Caption("SPECAT", (), "special category", "ACP 121"),
    Caption("SPECIAL HANDLING REQUIRED", (), "special handling", "Department of Defense practice"),
    Caption("NOT RELEASABLE TO FOREIGN NATIONALS", (), "not releasable to foreign nationals", "Department of Defense"),
    Caption("SECURITY INFORMATION", (), "classified in the interest of national security", "E.O. 10290"),
    Caption("MODIFIED HANDLING AUTHORIZED", (), "foreign matter below CONFIDENTIAL", "32 CFR 2001.54(d)(1)"),
)

# Code words of communications intelligence, from ULTRA in 1941 to UMBRA in 1999: captions only where a level stands
# before them on the line, for alone they are plain words.
CODE_WORDS = frozenset(
    (
        *("CREAM", "IVORY", "ACORN", "SUEDE", "CANOE", "FROTH", "EIDER", "DAUNT", "DINAR", "TRINE", "UMBRA"),
        *("SPOKE", "MORAY", "ZARF", "GAMMA", "RUFF", "CHESS", "DRUID", "LACONIC", "ENDSEAL", "KLONDIKE", "ULTRA"),
    )
)

# Written beside captions, and none: precedence, distribution to databases, and the word that lifts a caption.
NO_CAPTIONS = frozenset(
    (
        *("SIPDIS", "ROUTINE", "PRIORITY", "IMMEDIATE", "FLASH", "NIACT", "URGENT", "PLAIN", "EMERGENCY"),
        *("DECAPTIONED", "DECLASSIFIED", "UNCLASSIFIED", "SECTION", "CORRECTED", "COPY", "REPEAT", "CANCEL"),
        *("TELEGRAM", "CABLE", "SUBJECT", "TAGS", "REF"),
    )
)

# A sub-caption is one capitalised word after these: `EXDIS CEDAR`, `NODIS BIRCH`.
TAKES_CODE_WORD = frozenset(("NODIS", "EXDIS", "LIMDIS"))

_BY_SPELLING = {
    re.sub(r"[\s.-]+", "", spelling): caption.name
    for caption in CAPTIONS
    for spelling in (caption.name, *caption.short)
}


def caption_named(words: str) -> str:
    """The caption that some words stand for, in canonical spelling; empty where they are none."""
    return _BY_SPELLING.get(re.sub(r"[\s.-]+", "", words).upper(), "")


def _spelling(words: str) -> str:
    # E F T O is also printed E FT O.
    blank = r"[ ]?" if len(words) == 2 * len(words.split()) - 1 else r"[ .-]{1,2}"
    return blank.join(re.escape(word) for word in re.split(r"[ .-]+", words))


# What a pattern may use for any caption that is three letters or longer, longest first; capitals.
CAPTION_WORDS = "|".join(
    sorted(
        {
            _spelling(spelling)
            for caption in CAPTIONS
            for spelling in (caption.name, *caption.short)
            if len(spelling) > 2
        },
        key=len,
        reverse=True,
    )
)
