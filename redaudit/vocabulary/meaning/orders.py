"""The executive orders on classification, and what their sections speak of."""

from redaudit.vocabulary.meaning._explained import Explained, Kind
from redaudit.vocabulary.order import ORDERS, ExecutiveOrder

_ALL = ("the executive branch",)
_NOW = "E.O. 13526"

# What each order brought: levels, reasons, how long, and its sections for review.
_CONTENT = {
    "8381": "Military and naval installations and equipment: SECRET, CONFIDENTIAL and RESTRICTED get a President's "
    "authority for the first time.",
    "10104": "Adds TOP SECRET to SECRET, CONFIDENTIAL and RESTRICTED.",
    "10290": "TOP SECRET, SECRET, CONFIDENTIAL and RESTRICTED for civil agencies too, with the words Security "
    "Information after the level.",
    "10501": "TOP SECRET, SECRET and CONFIDENTIAL only: RESTRICTED and the words Security Information end.",
    "10964": "Amends E.O. 10501 with a schedule of downgrading and declassification: GROUP 1 to GROUP 4.",
    "11652": "Three levels, and a general declassification schedule (GDS) of six to ten years, with four categories "
    "of exemption (XGDS, 5(B)) and a review at 30 years, 5(E).",
    "12065": "Three levels, seven reasons (1-301), declassification after six years, or after 20 at most; systematic "
    "review at 20 years, 30 for foreign government information.",
    "12356": "Three levels, ten reasons (1.3(a)), no limit of years: OADR where no date can be set; mandatory review "
    "under 3.4.",
    "12958": "Three levels, seven reasons (1.5), a limit of ten years with eight exemptions (X1 to X8, 1.6(d)), and "
    "automatic declassification at 25 years (3.4); mandatory review under 3.6. Amended in 2003: E.O. 13292.",
    "13292": "Amends E.O. 12958: the reasons become 1.4(a) to (h), X1 to X8 end, automatic declassification becomes "
    "3.3, mandatory review 3.5. Documents cite it as E.O. 12958, as amended. Its marking rules bind from 22 September "
    "2003.",
    "13526": "The order in force: three levels, eight reasons (1.4), ten or up to 25 years (1.5), automatic "
    "declassification at 25, 50 and 75 years (3.3), mandatory review (3.5). Sections 1.7, 3.3 and 3.7 bind from 29 "
    "December 2009, the others 180 days later.",
}


def _order(order: ExecutiveOrder) -> Explained:
    current = order.end is None
    return Explained(
        Kind.ORDER,
        order.name,
        f"{_CONTENT[order.number]} Signed on {order.signed}.",
        order.source,
        (order.name, f"EO {order.number}", f"Executive Order {order.number}", order.number),
        users=_ALL,
        since=order.start.isoformat(),
        until=order.end.isoformat() if order.end else "",
        today="" if current else _NOW,
        related=_RELATED.get(order.number, () if current else (_NOW,)),
        silent=(f"{order.name}, as amended", f"Exec. Order {order.number}", f"E.O.{order.number} as amended"),
    )


_RELATED = {
    "10964": ("E.O. 10501", "GROUP 1", "GROUP 3", "GROUP 4"),
    "11652": ("GDS", "XGDS", "E.O. 13526"),
    "12065": ("RDS", "GDS", "E.O. 13526"),
    "12356": ("1.3(a)", "OADR", "E.O. 13526"),
    "12958": ("1.5", "X1", "E.O. 13292", "E.O. 13526"),
    "13292": ("1.4", "E.O. 12958", "E.O. 13526"),
    "13526": ("1.4", "3.3(b)(1)", "3.5(c)", "25X1"),
}

# Orders that are cited beside those on classification.
_OTHERS = (
    Explained(
        Kind.ORDER,
        "E.O. 12951",
        "Imagery of the reconnaissance satellites CORONA, ARGON and LANYARD declassified; other imagery reviewed "
        "under it alone. Signed on 1995-02-22.",
        "60 FR 10789; CAPCO Register 2016, E.1",
        ("E.O. 12951", "12951", "Executive Order 12951"),
        users=("National Geospatial-Intelligence Agency and the CIA, for imagery",),
        since="1995-02-22",
        related=("25X1, EO 12951",),
    ),
    Explained(
        Kind.ORDER,
        "E.O. 13556",
        "Controlled unclassified information: one system of marks, CUI, in place of FOUO, SBU, LES and the like. "
        "Signed on 2010-11-04.",
        "75 FR 68675; 32 CFR part 2002",
        ("E.O. 13556", "13556", "Executive Order 13556"),
        users=_ALL,
        since="2010-11-04",
        related=("CUI", "FOUO", "SBU"),
    ),
)

# What sections speak of, and where they stand in the orders of 1982, 1995, and 2003 and 2009.
_SECTIONS: tuple[tuple[str, str, str, str], ...] = (
    ("when information may be classified at all", "", "1.2", "1.1"),
    ("the levels TOP SECRET, SECRET and CONFIDENTIAL", "1.1", "1.3", "1.2"),
    ("who may classify", "1.2", "1.4", "1.3"),
    ("the reasons for classification", "1.3", "1.5", "1.4"),
    ("how long information stays classified", "1.4", "1.6", "1.5"),
    ("how a document is marked", "1.5", "1.7", "1.6"),
    ("what may not be classified, or classified again", "1.6", "1.8", "1.7"),
    ("challenges to a classification", "", "1.9", "1.8"),
    ("who may declassify", "3.1", "3.2", "3.1"),
    ("records transferred from one agency to another", "3.2", "3.3", "3.2"),
    ("automatic declassification", "", "3.4", "3.3"),
    ("systematic review for declassification", "3.3", "3.5", "3.4"),
    ("mandatory review for declassification, on request", "3.4", "3.6", "3.5"),
    ("how requests and reviews are processed", "", "3.7", "3.6"),
    ("the Interagency Security Classification Appeals Panel", "", "5.4", "5.3"),
    ("what the order leaves untouched: other laws, the FOIA, the Atomic Energy Act", "6.2", "6.1", "6.2"),
)
_TIMES = (
    ("E.O. 12356", "E.O. 12356 {0}", "1982-08-01", "1995-10-14"),
    ("E.O. 12958", "E.O. 12958 {0}", "1995-10-14", "2003-03-25"),
    ("E.O. 13526", "E.O. 12958 as amended by E.O. 13292, {0}; E.O. 13526 {0}", "2003-03-25", ""),
)

# The reasons that a section lists.
_LETTERS = {"E.O. 12356 1.3": "a", "E.O. 12958 1.5": "abcdefg", "E.O. 13526 1.4": "abcdefgh"}


def _sections() -> tuple[Explained, ...]:
    found = []
    for meaning, *numbers in _SECTIONS:
        today = numbers[-1]
        for number, (order, source, since, until) in zip(numbers, _TIMES, strict=True):
            if number:
                name = f"{order} {number}"
                others = [f"{other} {section}" for section, (other, *_) in zip(numbers, _TIMES, strict=True) if section]
                inside = [f"{number}({letter})" for letter in _LETTERS.get(name, "")]
                found.append(
                    Explained(
                        Kind.SECTION,
                        name,
                        f"The section on {meaning}.",
                        source.format(number),
                        (number, name, f"{order}, Sec. {number}"),
                        users=_ALL,
                        since=since,
                        until=until,
                        today=f"E.O. 13526 {today}" if until else "",
                        related=(*inside, *(other for other in others if other != name)),
                    )
                )
    return tuple(sorted(found, key=lambda row: row.since, reverse=True))


_PARAGRAPHS = (
    Explained(
        Kind.SECTION,
        "E.O. 13526 3.3(b)",
        "The nine exemptions from automatic declassification at 25 years, (1) to (9): also written 25X1 to 25X9.",
        "E.O. 12958 as amended by E.O. 13292, 3.3(b); E.O. 13526 3.3(b)",
        ("3.3(b)", "E.O. 13526 3.3(b)"),
        users=_ALL,
        since="2003-03-25",
        related=tuple(f"3.3(b)({number})" for number in range(1, 10)),
    ),
    Explained(
        Kind.SECTION,
        "E.O. 12958 3.4(b)",
        "The nine exemptions from automatic declassification at 25 years, (1) to (9), in the order of 1995.",
        "E.O. 12958 3.4(b)",
        ("3.4(b)", "E.O. 12958 3.4(b)"),
        users=_ALL,
        since="1995-10-14",
        until="2003-03-25",
        today="E.O. 13526 3.3(b)",
        related=("3.3(b)",),
    ),
    Explained(
        Kind.SECTION,
        "E.O. 13526 3.3(h)",
        "The exemptions from declassification at 50 years, (1) and (2), and at 75 years, (3).",
        "E.O. 13526 3.3(h)",
        ("3.3(h)", "E.O. 13526 3.3(h)"),
        users=_ALL,
        since="2009-12-29",
        related=("3.3(h)(1)", "3.3(h)(2)", "3.3(h)(3)", "50X1-HUM"),
    ),
    Explained(
        Kind.SECTION,
        "E.O. 13526 3.3(a)",
        "Records of permanent value are declassified on 31 December of the year 25 years after their date, unless "
        "exempt.",
        "E.O. 12958 as amended by E.O. 13292, 3.3(a); E.O. 13526 3.3(a)",
        ("3.3(a)", "E.O. 13526 3.3(a)"),
        users=_ALL,
        since="2003-03-25",
        related=("3.3(b)", "25X"),
    ),
    Explained(
        Kind.SECTION,
        "E.O. 13526 1.3(a)",
        "Who may classify originally: the President, the Vice President, agency heads, and officials to whom the "
        "authority is delegated. No reason for classification.",
        "E.O. 12958 as amended by E.O. 13292, 1.3(a); E.O. 13526 1.3(a)",
        ("1.3(a)", "E.O. 13526 1.3(a)"),
        users=_ALL,
        since="2003-03-25",
        related=("E.O. 12356 1.3(a)",),
    ),
    Explained(
        Kind.SECTION,
        "E.O. 13526 1.9",
        "The section on the review of classification guides, every five years.",
        "E.O. 13526 1.9",
        ("1.9", "E.O. 13526 1.9", "E.O. 13526, Sec. 1.9"),
        users=_ALL,
        since="2010-06-27",
        related=("E.O. 13526",),
    ),
    Explained(
        Kind.SECTION,
        "E.O. 13526 3.7",
        "The section on the National Declassification Center of the National Archives.",
        "E.O. 13526 3.7",
        ("3.7", "E.O. 13526 3.7", "E.O. 13526, Sec. 3.7"),
        users=_ALL,
        since="2009-12-29",
        related=("E.O. 13526", "NND"),
    ),
    Explained(
        Kind.SECTION,
        "1.7(c)",
        "Classified again after it was declassified and released: only an agency head may approve it in writing, "
        "document by document, and it must be possible to recover the copies.",
        "E.O. 13526 1.7(c)",
        ("1.7(c)", "E.O. 13526 1.7(c)"),
        users=_ALL,
        since="2009-12-29",
        related=("E.O. 13526 1.7",),
    ),
    Explained(
        Kind.SECTION,
        "1.7(d)",
        "Classified, or upgraded, after a request for it was received: only under the direction of the agency head, "
        "the deputy or the senior agency official, document by document. State's line Classified by ... on ... ~ "
        "Class: ... records it.",
        "E.O. 13526 1.7(d); 32 CFR 2001.13",
        ("1.7(d)", "E.O. 13526 1.7(d)"),
        users=("State, in its line that classifies at release", "other agencies"),
        since="2009-12-29",
        related=("classified-at-release",),
    ),
    Explained(
        Kind.SECTION,
        "3.5(c)",
        "Withheld in a mandatory declassification review because another law allows it, such as the CIA Act for names "
        "and organisation. It is no claim that the text is classified.",
        "E.O. 13526 3.5(c)",
        ("3.5(c)", "E.O. 13526 3.5(c)", "EO 13526 3.5(c)"),
        users=("CIA",),
        since="2003-03-25",
        related=("CIA PERS/ORG", "6.2(d)"),
    ),
    Explained(
        Kind.SECTION,
        "6.2(d)",
        "Withheld under a law that the order leaves untouched: a statute, the FOIA, the Privacy Act. The Interagency "
        "Security Classification Appeals Panel marks such passages with it.",
        "E.O. 13526 6.2(d)",
        ("6.2(d)", "E.O. 13526 6.2(d)"),
        users=("Interagency Security Classification Appeals Panel", "presidential libraries"),
        since="2010-06-27",
        related=("3.5(c)", "6.2(c)"),
        unconfirmed="the words of the paragraph, which are given from general knowledge",
    ),
    Explained(
        Kind.SECTION,
        "6.2(c)",
        "Withheld under a law that the order leaves untouched: a statute, the FOIA, the Privacy Act. It is the same "
        "paragraph as 6.2(d) of today's order.",
        "E.O. 12958 as amended by E.O. 13292, 6.2(c)",
        ("6.2(c)", "E.O. 12958 6.2(c)"),
        users=("Interagency Security Classification Appeals Panel", "presidential libraries"),
        since="2003-03-25",
        until="2010-06-27",
        today="6.2(d)",
        related=("6.2(d)",),
        unconfirmed="the words of the paragraph, which are given from general knowledge",
    ),
)

ORDERS_EXPLAINED: tuple[Explained, ...] = (*map(_order, ORDERS), *_OTHERS, *_PARAGRAPHS, *_sections())
