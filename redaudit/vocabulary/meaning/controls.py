"""Control markings of banners and portion marks that telegrams do not have, and markings of other governments."""

from redaudit.vocabulary.meaning._explained import Explained, Kind

_REGISTER = "CAPCO Register 2016"
_INTELLIGENCE = ("agencies of intelligence",)
_FOREIGN = ("other governments, and documents that carry their information",)


def _control(
    name: str,
    meaning: str,
    source: str,
    spellings: tuple[str, ...] = (),
    users: tuple[str, ...] = _INTELLIGENCE,
    since: str = "",
    until: str = "",
    today: str = "",
    related: tuple[str, ...] = (),
    unconfirmed: str = "",
) -> Explained:
    return Explained(
        Kind.CAPTION,
        name,
        f"A control marking, no level: {meaning}.",
        source,
        (name, *spellings),
        users=users,
        since=since,
        until=until,
        today=today,
        related=related,
        unconfirmed=unconfirmed,
    )


# The codes of countries and organisations that lists of releasability name most.
_COUNTRIES = ("USA", "US", "GBR", "UK", "CAN", "AUS", "NZL", "FVEY", "ACGU", "DEU", "FRA", "JPN", "KOR", "ISAF", "NATO")
_LEVELS = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "RESTRICTED")

CONTROLS: tuple[Explained, ...] = (
    _control(
        "REL TO",
        "releasable to the governments that follow; REL alone in a portion mark means those of the banner",
        f"{_REGISTER}, H.8",
        ("REL", "RELEASABLE TO", "REL TO USA, GBR"),
        related=("NOFORN", "RELIDO", "USA"),
    ),
    Explained(
        Kind.CAPTION,
        "country codes",
        "A government or organisation, in a list of those that may see the text (REL TO) or before its own level: "
        "three letters for one country, four for several.",
        f"{_REGISTER}, G",
        ("country code", *_COUNTRIES),
        users=_INTELLIGENCE,
        related=("REL TO", "FGI"),
    ),
    _control("DISPLAY ONLY", "may be shown to the governments that follow, and not given", f"{_REGISTER}, H.8"),
    _control(
        "ORCON-USGOV",
        "dissemination controlled by the originator, except within the government",
        f"{_REGISTER}, H.8",
        ("OC-USGOV",),
        related=("ORCON",),
    ),
    _control("DEA SENSITIVE", "sensitive to drug enforcement", f"{_REGISTER}, H.8", ("DSEN",), ("DEA",)),
    _control(
        "LES NOFORN",
        "sensitive to law enforcement, and not for foreign nationals",
        f"{_REGISTER}, H.9",
        ("LES-NF",),
        ("agencies that enforce laws",),
        related=("LES", "NOFORN"),
    ),
    _control(
        "RESERVE",
        "a compartment of sensitive intelligence",
        f"{_REGISTER}, H.4",
        ("RSV",),
        related=("HCS", "SI", "TK"),
    ),
    _control(
        "SPECIAL ACCESS REQUIRED",
        "a special access program, named by the words that follow",
        f"{_REGISTER}, H.5; E.O. 13526 4.3",
        ("SAR",),
        ("Defense and other agencies with such programs",),
    ),
    _control(
        "CNWDI",
        "critical nuclear weapon design information, a part of Restricted Data",
        f"{_REGISTER}, H.6; DoDI 5210.02",
        ("RD-CNWDI",),
        ("Defense",),
        related=("RD",),
    ),
    _control(
        "NNPI",
        "naval nuclear propulsion information",
        f"{_REGISTER}, H.9",
        ("NAVAL NUCLEAR PROPULSION INFORMATION",),
        ("Defense", "Energy"),
    ),
    _control("ACCM", "alternative compensatory control measures", f"{_REGISTER}, H.9", users=("Defense",)),
    _control(
        "ADMINISTRATIVE - INTERNAL USE ONLY",
        "unclassified matter that stays inside the agency",
        "CIA memorandum of 1 November 1979, CIA-RDP86-00674R000300080009-0",
        ("AIUO", "IUO", "INTERNAL USE ONLY"),
        ("CIA",),
        today="CUI",
        related=("CUI", "FOUO"),
        unconfirmed="how long it was used",
    ),
    *(
        Explained(
            Kind.FOREIGN_LEVEL,
            f"foreign {level}",
            f"{level} of another government, whose name or code stands before it; it is declassified with that "
            "government's consent alone.",
            f"32 CFR 2001.24(c), 2001.54; {_REGISTER}, G",
            tuple(f"{country} {level}" for country in ("UK", "BRITISH", "CANADIAN", "AUSTRALIAN")),
            users=_FOREIGN,
            related=(level, "FGI", "1.4(B)"),
        )
        for level in _LEVELS
    ),
    Explained(
        Kind.FOREIGN_LEVEL,
        "UK EYES ONLY",
        "For readers of the United Kingdom only; with other names, for theirs. Alpha and Bravo widen the circle.",
        "practice of the United Kingdom",
        ("UK EYES ONLY", "CANADIAN EYES ONLY", "AUSTRALIAN EYES ONLY", "UK/US EYES ONLY"),
        users=_FOREIGN,
        related=("US EYES ONLY", "EYES ONLY"),
        unconfirmed="the meaning of Alpha and Bravo",
    ),
    Explained(
        Kind.RELEASE,
        "NATO DECLASSIFIED",
        "NATO ended its own marking; a PDN number (public disclosure notice) says by which decision.",
        "NATO C-M(2002)49 and C-M(2008)0116",
        ("NATO DECLASSIFIED", "PDN"),
        users=("NATO",),
        related=("NATO SECRET",),
        unconfirmed="the words behind PDN",
    ),
    Explained(
        Kind.CODE_WORD,
        "sub-caption",
        "A word after NODIS, EXDIS or LIMDIS that keeps the papers of one negotiation together; it means nothing by "
        "itself, and goes with the caption when that is lifted.",
        "practice of State, as in telegrams marked EXDIS CEDAR and NODIS BIRCH",
        ("sub-caption", "CEDAR", "BIRCH"),
        users=("State",),
        related=("NODIS", "EXDIS", "DECAPTIONED"),
        unconfirmed="which negotiation a word stands for",
    ),
)
