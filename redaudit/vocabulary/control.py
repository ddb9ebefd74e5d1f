"""The control markings that stand behind a level between slashes: what kind each is, and its place in the register.

    SECRET//SI/TK//FGI GBR//ORCON/NOFORN         compartments, foreign government, dissemination
    UNCLASSIFIED//FOR OFFICIAL USE ONLY          dissemination

Kinds follow one another in this order, parted by two slashes; the values of a kind are parted by one.
"""

import enum
import re

from attrs import frozen

SOURCE = "IC Markings System Register and Manual, 31 December 2016, sections A.6 and G"


class Kind(enum.IntEnum):
    """The kinds of control markings, in the order in which a banner prints them."""

    COMPARTMENT = 4
    SPECIAL_ACCESS = 5
    ATOMIC_ENERGY = 6
    FOREIGN_GOVERNMENT = 7
    DISSEMINATION = 8
    OTHER_AGENCY = 9
    # Until 22 January 2008 the banner ended with what the declassification line said.
    DECLASSIFICATION = 10


@frozen
class Control:
    """A control marking by its name in full; `rank` is its place among its own kind where the register gives one."""

    name: str
    kind: Kind
    rank: int = 0


def _ranked(kind: Kind, *rows: tuple[str, ...]) -> dict[str, Control]:
    """The spellings of some controls of one kind, in the order of the register; the first of a row is its name."""
    return {spelling: Control(row[0], kind, rank) for rank, row in enumerate(rows, 1) for spelling in row}


_BY_SPELLING = {
    **_ranked(
        Kind.DISSEMINATION,
        ("RSEN", "RS"),
        ("FOUO", "FOR OFFICIAL USE ONLY"),
        ("ORCON", "OC"),
        ("ORCON-USGOV", "OC-USGOV"),
        ("IMCON", "IMC"),
        ("NOFORN", "NF"),
        ("PROPIN", "PR"),
        ("REL TO",),
        ("RELIDO",),
        ("USA EYES ONLY",),
        ("DSEN", "DEA SENSITIVE"),
        ("FISA",),
        ("DISPLAY ONLY",),
    ),
    **_ranked(
        Kind.OTHER_AGENCY,
        ("LIMDIS", "DS"),
        ("EXDIS", "XD"),
        ("NODIS", "ND"),
        ("SBU", "SENSITIVE BUT UNCLASSIFIED"),
        ("SBU NOFORN", "SBU-NF"),
        ("LES", "LAW ENFORCEMENT SENSITIVE"),
        ("LES NOFORN", "LES-NF"),
        ("SSI", "SENSITIVE SECURITY INFORMATION"),
    ),
    # Controls of unclassified matter that stand in no register of the intelligence agencies.
    **{name: Control(name, Kind.OTHER_AGENCY) for name in ("LOU", "LIMITED OFFICIAL USE", "OUO", "OFFICIAL USE ONLY")},
    **{name: Control("RD", Kind.ATOMIC_ENERGY, 1) for name in ("RD", "RESTRICTED DATA")},
    **{name: Control("FRD", Kind.ATOMIC_ENERGY, 2) for name in ("FRD", "FORMERLY RESTRICTED DATA")},
    "CNWDI": Control("RD", Kind.ATOMIC_ENERGY, 1),
    "DOD UCNI": Control("UCNI", Kind.ATOMIC_ENERGY, 3),
    "DOE UCNI": Control("UCNI", Kind.ATOMIC_ENERGY, 4),
    "UCNI": Control("UCNI", Kind.ATOMIC_ENERGY, 3),
    "TFNI": Control("TFNI", Kind.ATOMIC_ENERGY, 5),
}
# Critical nuclear weapon design information, and the categories of weapon data by number.
_SIGMA = r"-(?:CNWDI|N|(?:SIGMA|SG)[ -][\d ]+)"
# What begins with these words goes on with compartments, countries or dates.
_BY_HEAD = tuple(
    (re.compile(rf"(?:{head})$"), control)
    for head, control in (
        (r"(?:HCS|RSV|TK|SI|KDK|EL)(?:-[A-Z0-9]+)*(?:[ ][A-Z0-9]{1,8})*", Control("", Kind.COMPARTMENT)),
        (r"COMINT|GAMMA|UMBRA|BYEMAN|TALENT[ -]KEYHOLE|KLONDIKE|ENDSEAL", Control("", Kind.COMPARTMENT)),
        (r"(?:SAR|SPECIAL ACCESS REQUIRED)-[A-Z0-9 -]+", Control("SAR", Kind.SPECIAL_ACCESS)),
        (rf"(?:RD|RESTRICTED DATA){_SIGMA}", Control("RD", Kind.ATOMIC_ENERGY, 1)),
        (rf"(?:FRD|FORMERLY RESTRICTED DATA){_SIGMA}", Control("FRD", Kind.ATOMIC_ENERGY, 2)),
        (r"FGI(?:[ ][A-Z]{3,4})*", Control("FGI", Kind.FOREIGN_GOVERNMENT)),
        (r"REL(?:EASABLE)?(?:[ ]TO)?[ ].+", _BY_SPELLING["REL TO"]),
        # With countries it releases to them; EYES ONLY alone names readers, as State and the White House used it.
        (r"(?:AUS|CAN|GBR|NZL|USA?|UK) EYES ONLY", _BY_SPELLING["USA EYES ONLY"]),
        (r"DISPLAY ONLY[ ].+", _BY_SPELLING["DISPLAY ONLY"]),
        (r"X[1-8]|MR|OADR|25X[1-9](?:-[A-Z]+)?|50X[12](?:-[A-Z]+)?|(?:19|20)\d{6}", Control("", Kind.DECLASSIFICATION)),
    )
)
_LIST = ("REL", "DISPLAY ONLY")
# What parts the level from its first control: SECRET//NOFORN, (S/NF), (S-NF)
_FIRST = re.compile(r"[ ]?(?://?|-|,)[ ]?")


def control_named(words: str) -> Control | None:
    """The control that some words of a banner or portion mark stand for: `NF`, `SI-G`, `REL TO USA, GBR`."""
    squeezed = " ".join(words.upper().split())
    if known := _BY_SPELLING.get(squeezed):
        return known
    for head, control in _BY_HEAD:
        if head.match(squeezed):
            return control if control.name else Control(squeezed, control.kind)
    return None


def kinds_of(marking: str) -> tuple[tuple[str, ...], ...]:
    """The values behind the level, those of one pair of double slashes together: `SECRET//SI/TK//NOFORN`.

    A comma parts values as a slash does, but for the countries of a list; one slash after the level opens a kind, too.
    """
    _, *rest = _FIRST.split(marking.strip("() "), maxsplit=1)
    groups = rest[0].split("//") if rest else []
    return tuple(tuple(_values(group)) for group in groups if group.strip())


def _values(group: str) -> list[str]:
    values: list[str] = []
    for piece in group.split("/"):
        words = piece.strip()
        if not words:
            continue
        listed = words.startswith(_LIST) or (values and values[-1].startswith(_LIST) and control_named(words) is None)
        values += [words] if listed else [word.strip() for word in words.split(",") if word.strip()]
    return values


def controls_of(marking: str) -> tuple[Control, ...]:
    """The known controls of a marking, in order."""
    found = (control_named(value) for values in kinds_of(marking) for value in values)
    return tuple(control for control in found if control is not None)
