"""Classification words: (text, every mark as words printed, level, role, captions)."""

import pytest

from redaudit.detectors.classification import DETECTOR
from redaudit.model.document import Page
from redaudit.model.mark import Classification, Role

B, L, M = Role.BANNER, Role.LINE, Role.MENTION

BANNERS = [
    ("SECRET", [("SECRET", "SECRET", B, ())]),
    ("  TOP SECRET  ", [("TOP SECRET", "TOP SECRET", B, ())]),
    ("C O N F I D E N T I A L", [("C O N F I D E N T I A L", "CONFIDENTIAL", B, ())]),
    ("T O P   S E C R E T", [("T O P   S E C R E T", "TOP SECRET", B, ())]),
    ("SEC RET", [("SEC RET", "SECRET", B, ())]),
    ("CONF IDENT IAL", [("CONF IDENT IAL", "CONFIDENTIAL", B, ())]),
    ("S-E-C-R-E-T", [("S-E-C-R-E-T", "SECRET", B, ())]),
    ("TOP SECRET SUEDE", [("TOP SECRET", "TOP SECRET", B, ("SUEDE",))]),
    ("SECRET (XGDS)", [("SECRET", "SECRET", B, ())]),
    ("SECRET (When Filled In)", [("SECRET", "SECRET", B, ())]),
    ("SECRET/SENSITIVE (XGDS-3)", [("SECRET", "SECRET", B, ("SENSITIVE",))]),
    ("TOP SECRET - EYES ONLY FOR THE PRESIDENT", [("TOP SECRET", "TOP SECRET", B, ("EYES ONLY",))]),
    ("NATO SECRET", [("SECRET", "SECRET", B, ())]),
    ("-CONFIDENTIAL-", [("CONFIDENTIAL", "CONFIDENTIAL", B, ())]),
    ("- CONFIDENTIAL", [("CONFIDENTIAL", "CONFIDENTIAL", B, ())]),
    ("CONFIDENTIAL CONFIDENTIAL", [("CONFIDENTIAL", "CONFIDENTIAL", B, ())] * 2),
    (
        "and in public. CONFIDENTIAL CONFIDENTIAL\n\n2",
        [("CONFIDENTIAL", "CONFIDENTIAL", B, ())] * 2,
    ),
    ("SECRET   - 2 -", [("SECRET", "SECRET", B, ())]),
    ("CONFIDENTIAL Page 2 of 3", [("CONFIDENTIAL", "CONFIDENTIAL", B, ())]),
    ("CONFIDENTIAL                OTHER: BD", [("CONFIDENTIAL", "CONFIDENTIAL", B, ())]),
    ("LIMITED OFFICIAL USE", [("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE", B, ())]),
    ("SENSITIVE BUT UNCLASSIFIED", [("SENSITIVE BUT UNCLASSIFIED", "SENSITIVE BUT UNCLASSIFIED", B, ())]),
    ("Sensitive but unclassified", [("Sensitive but unclassified", "SENSITIVE BUT UNCLASSIFIED", B, ())]),
    ("SBU", [("SBU", "SENSITIVE BUT UNCLASSIFIED", B, ())]),
    ("This email is UNCLASSIFIED.", [("UNCLASSIFIED", "UNCLASSIFIED", B, ())]),
    ("RESTRICTED", [("RESTRICTED", "RESTRICTED", B, ())]),
    ("SECRET//NOFORN", [("SECRET", "SECRET", B, ("NOFORN",))]),
    ("SECRET//FGI//NOFORN//MR", [("SECRET", "SECRET", B, ("FGI", "NOFORN", "MR"))]),
    ("TOP SECRET//SI//ORCON/NOFORN", [("TOP SECRET", "TOP SECRET", B, ("SI", "ORCON", "NOFORN"))]),
    ("SECRET//REL TO USA, GBR", [("SECRET", "SECRET", B, ("REL TO USA, GBR",))]),
    (
        "TOP SECRET/SENSITIVE/EXCLUSIVELY EYES ONLY",
        [("TOP SECRET", "TOP SECRET", B, ("SENSITIVE", "EXCLUSIVELY EYES ONLY"))],
    ),
    ("SECRET/KAPOK", [("SECRET", "SECRET", B, ("KAPOK",))]),
    ("SECRET - EYES ONLY", [("SECRET", "SECRET", B, ("EYES ONLY",))]),
    ("TOP SECRET ULTRA", [("TOP SECRET", "TOP SECRET", B, ("ULTRA",))]),
    ("SECRET EXDIS CEDAR", [("SECRET", "SECRET", B, ("EXDIS", "CEDAR"))]),
    ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", [("UNCLASSIFIED", "FOR OFFICIAL USE ONLY", B, ())]),
    ("UNCLASSIFIED//SBU", [("UNCLASSIFIED", "SENSITIVE BUT UNCLASSIFIED", B, ())]),
    ("Classification: UNCLASSIFIED\nCaveats: NONE", [("UNCLASSIFIED", "UNCLASSIFIED", B, ())]),
    # The CIA's reading room, on one line or two.
    ("Release Decision: \nRIPPUB\nOriginal Classification: \nT\n", [("T", "TOP SECRET", L, ())]),
    ("Original Classification: C\nDocument Page Count: 2", [("C", "CONFIDENTIAL", L, ())]),
    ("Original Classification: \nK\nDocument Page Count: 2", []),
    ("UNCLAS E F T O", [("UNCLAS", "UNCLASSIFIED", B, ("EFTO",))]),
]

LINES = [
    ("CONFIDENTIAL PORT BLAIR 000864", [("CONFIDENTIAL", "CONFIDENTIAL", L, ())]),
    ("s e c r e t section 01 of 02 ruritania 000279", [("s e c r e t", "SECRET", L, ())]),
    ("S E C R E T SECTION 01 OF 02 RURITANIA 000279", [("S E C R E T", "SECRET", L, ())]),
    ("UNCLAS LA PUNTA 2047", [("UNCLAS", "UNCLASSIFIED", L, ())]),
    ("LIMITED OFFICIAL USE SECTION 1 OF 2 LA PUNTA 7471", [("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE", L, ())]),
    ("CONFIDENTIAL STATE 205410 EXDIS", [("CONFIDENTIAL", "CONFIDENTIAL", L, ("EXDIS",))]),
    ("SECRET//NOFORN RURITANIA 000123", [("SECRET", "SECRET", L, ("NOFORN",))]),
    ("SECRET NODIS STATE 221130", [("SECRET", "SECRET", L, ("NODIS",))]),
    ("S e c r e t state 015220", [("S e c r e t", "SECRET", L, ())]),
    ("S E C R E T 222049Z CITE RURITANIA 7014", [("S E C R E T", "SECRET", L, ())]),
    ("SE CRET RURITANIA 000473", [("SE CRET", "SECRET", L, ())]),
    ("ECRET RURITANIA 000473", [("ECRET", "SECRET", L, ())]),
    ("SS ECRET RURITANIA 000473", [("SS ECRET", "SECRET", L, ())]),
    ("UUNCLAS LA PUNTA 000473", [("UUNCLAS", "UNCLASSIFIED", L, ())]),
    ("UNCLAS SECTION 01 OF 03", [("UNCLAS", "UNCLASSIFIED", L, ())]),
]

DAMAGED = [
    ("SEGRET", "SECRET"),
    ("SECRE", "SECRET"),
    ("SECKET", "SECRET"),
    ("SECRETI", "SECRET"),
    ("SECRE'T", "SECRET"),
    ("BECRET", "SECRET"),
    ("3ECRET", "SECRET"),
    ("ECRET", "SECRET"),
    ("SE€RET", "SECRET"),
    ("ONFIDENTIAL", "CONFIDENTIAL"),
    ("CONFIOENTIAL", "CONFIDENTIAL"),
    ("CONFI?ENTIAL", "CONFIDENTIAL"),
    ("COMF1DENTIAL", "CONFIDENTIAL"),
    ("CONriDENTIAL", "CONFIDENTIAL"),
    ("UNCLASSIFIEO", "UNCLASSIFIED"),
    ("UNCLASSITIED", "UNCLASSIFIED"),
    ("UNCLASSIF ED", "UNCLASSIFIED"),
    ("UNLASSIFIED", "UNCLASSIFIED"),
    ("TOP SEGRET", "TOP SECRET"),
]

MENTIONS = [
    (
        "UNCLASSIFIED U.S. Department of State Case No. F-2015-00001 Doc No. C05000001 Date: 01/02/2015",
        [("UNCLASSIFIED", "UNCLASSIFIED", M, ())],
    ),
    (
        "UNCLASSIFIED\nU.S. Department of State\nCase No. F-2015-00001\nDoc No. C05000001",
        [("UNCLASSIFIED", "UNCLASSIFIED", M, ())],
    ),
    ('FL-2019-00001 B-00001234567 "UNCLASSIFIED" 3/16/2023', [("UNCLASSIFIED", "UNCLASSIFIED", M, ())]),
    (
        '"UNCLASSIFIED" - CONFIDENTIAL',
        [("UNCLASSIFIED", "UNCLASSIFIED", M, ()), ("CONFIDENTIAL", "CONFIDENTIAL", B, ())],
    ),
    (
        "Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class: SECRET ~ Reason: 1.4(D)",
        [("SECRET", "SECRET", M, ())],
    ),
    ("CONFIDENTIAL — Reason: 1.4(B), 1.4(D)", [("CONFIDENTIAL", "CONFIDENTIAL", M, ())]),
    (
        "Classified by DAS, A/GIS, DoS on 01/29/2016 — Class:\nCONFIDENTIAL\n— Reason: 1.4(D)",
        [("CONFIDENTIAL", "CONFIDENTIAL", M, ())],
    ),
    ("Original Classification: SECRET", [("SECRET", "SECRET", M, ())]),
    ("*** Current Classification *** UNCLASSIFIED", [("UNCLASSIFIED", "UNCLASSIFIED", M, ())]),
    ("HEREIN IS UNCLASSIFIED", [("UNCLASSIFIED", "UNCLASSIFIED", M, ())]),
    ("( ) SECRET", [("SECRET", "SECRET", M, ())]),
    ("[X] CONFIDENTIAL", [("CONFIDENTIAL", "CONFIDENTIAL", M, ())]),
    ("☑ UNCLASSIFIED", [("UNCLASSIFIED", "UNCLASSIFIED", M, ())]),
    (
        "UNCLASSIFIED  INTERNAL USE ONLY  CONFIDENTIAL  SECRET",
        [
            ("UNCLASSIFIED", "UNCLASSIFIED", M, ()),
            ("CONFIDENTIAL", "CONFIDENTIAL", M, ()),
            ("SECRET", "SECRET", M, ()),
        ],
    ),
    (
        "CLASSIFICATION:\nTOP SECRET\nSECRET\nCONFIDENTIAL\nUNCLAS E F T O\nUNCLAS",
        [
            ("TOP SECRET", "TOP SECRET", M, ()),
            ("SECRET", "SECRET", M, ()),
            ("CONFIDENTIAL", "CONFIDENTIAL", M, ()),
            ("UNCLAS", "UNCLASSIFIED", M, ("EFTO",)),
            ("UNCLAS", "UNCLASSIFIED", M, ()),
        ],
    ),
    (
        "CLASSIFICATION:\n• TOP SECRET\n] SECRET\nDate 2/1/89",
        [("TOP SECRET", "TOP SECRET", M, ()), ("SECRET", "SECRET", M, ())],
    ),
    (
        "• Routine\nCONFIDENTIAL\nUNCLAS E FT O\nDate 8/2/89",
        [("CONFIDENTIAL", "CONFIDENTIAL", M, ()), ("UNCLAS", "UNCLASSIFIED", M, ("EFTO",))],
    ),
    ("MANUAL 1,\nFOIMS_\nCONFIDENTIAL.", [("CONFIDENTIAL", "CONFIDENTIAL", M, ())]),
    (
        "CONFIDENTIAL\n\nMay 2, 2011\n\nFor: Ann\nFrom: Bob\nRe: The leadership",
        [("CONFIDENTIAL", "CONFIDENTIAL", M, ())],
    ),
    (
        "CONFIDENTIAL\n\nSOURCE: Sources with access to the council.",
        [("CONFIDENTIAL", "CONFIDENTIAL", M, ())],
    ),
    ("CONFIDENTIAL/PROPRIETARY", [("CONFIDENTIAL", "CONFIDENTIAL", M, ("PROPRIETARY",))]),
]

NOTHING = [
    "Jordan's Confidential Files",
    "The SECRETARY met the SECRETARIAT.",
    "FOR IMMEDIATE RELEASE",
    "confidential",
    "Secret negotiations resumed in May",
    "CONFIDENTIAL: This message is confidential, privileged, and is covered by the Act.",
    "This message is confidential and may be privileged.",
    "DECLASSIFIED",
    "CLASSIFIED",
    "SECRET SERVICE",
    "SECRET ATTACHMENT",
    "CONFIDENTIAL INFORMATION",
    "REGRET",
    'The letter said:\n"Confidential',
    "SECURE",
    "SECRETS",
    "1. (CONFIDENTIAL ENTIRE TEXT.)",
    "SECRET JULY 1953",
    "CONFIDENTIALITY AGREEMENT 1234",
    "PROPRIETARY/CONFIDENTIAL",
]


def marks(text: str) -> list[tuple[str, str, Role, tuple[str, ...]]]:
    found = []
    for seen in sorted(DETECTOR.find(Page(1, text)), key=lambda seen: seen.start):
        assert isinstance(seen.value, Classification)
        found.append((text[seen.start : seen.end], seen.value.level.name, seen.value.role, seen.value.captions))
    return found


@pytest.mark.parametrize(("text", "expected"), BANNERS + LINES)
def test_a_marking_is_a_banner_or_a_class_line(
    text: str, expected: list[tuple[str, str, Role, tuple[str, ...]]]
) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize(("text", "level"), DAMAGED)
def test_a_banner_is_read_through_damage(text: str, level: str) -> None:
    assert [(name, role) for _, name, role, _ in marks(text)] == [(level, B)]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_a_place_that_only_names_a_level_is_a_mention(
    text: str, expected: list[tuple[str, str, Role, tuple[str, ...]]]
) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_prose_and_other_words_are_no_marks(text: str) -> None:
    assert marks(text) == []


def test_a_release_stamp_and_band_beside_a_banner_are_no_choices_of_a_form() -> None:
    foot = (
        "Class: SECRET ~ Reason: 1.4(D) ~ Declassify on: 02/11/2033\n\nCONFIDENTIAL\n\n"
        "UNCLASSIFIED U.S. Department of State Case No. F-2018-00001 Doc No. C00000001 Date: 03/02/2020\n"
    )
    assert [(name, role) for _, name, role, _ in marks(foot)] == [
        ("SECRET", M),
        ("CONFIDENTIAL", B),
        ("UNCLASSIFIED", M),
    ]
