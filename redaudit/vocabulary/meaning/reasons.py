"""Why something was classified: the categories of section 1.4 and of the orders before it."""

from redaudit.vocabulary.meaning._explained import Explained, Kind

_CLASSIFIED = "Classified because it concerns"
_USERS = ("originators, as the reason on their documents", "every agency, beside what a B1 withholds")

# Each letter of section 1.4 in the words of E.O. 13526, and what stood for it before: E.O. 12356 1.3(a),
# E.O. 12065 1-301, the exemption categories of E.O. 11652 5(B).
_LETTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a": ("military plans, weapons systems or operations", ("E.O. 12356 1.3(a)(1)", "E.O. 12065 1-301(a)")),
    "b": (
        "foreign government information",
        ("E.O. 12356 1.3(a)(3)", "E.O. 12065 1-301(b)", "E.O. 11652 5(B)(1)"),
    ),
    "c": (
        "intelligence activities (covert action included), intelligence sources or methods, or cryptology",
        ("E.O. 12356 1.3(a)(4)", "E.O. 12356 1.3(a)(8)", "E.O. 12065 1-301(c)", "E.O. 11652 5(B)(2)"),
    ),
    "d": (
        "foreign relations or foreign activities of the United States, confidential sources included",
        ("E.O. 12356 1.3(a)(5)", "E.O. 12356 1.3(a)(9)", "E.O. 12065 1-301(d)", "E.O. 11652 5(B)(3)"),
    ),
    "e": (
        "scientific, technological or economic matters relating to the national security",
        ("E.O. 12356 1.3(a)(6)", "E.O. 12065 1-301(e)"),
    ),
    "f": (
        "programs for safeguarding nuclear materials or facilities",
        ("E.O. 12356 1.3(a)(7)", "E.O. 12065 1-301(f)"),
    ),
    "g": (
        "vulnerabilities or capabilities of systems, installations, infrastructures, projects, plans or protection "
        "services",
        ("E.O. 12356 1.3(a)(2)", "E.O. 11652 5(B)(3)"),
    ),
    "h": ("the development, production or use of weapons of mass destruction", ()),
}


def _now(letter: str) -> Explained:
    meaning, before = _LETTERS[letter]
    older = () if letter == "h" else (f"E.O. 12958 1.5({letter})",)
    amended = letter in "eg"
    return Explained(
        Kind.REASON,
        f"1.4({letter.upper()})",
        f"{_CLASSIFIED} {meaning}." + (" Since 2003 the words include transnational terrorism." if amended else ""),
        f"E.O. 12958 as amended by E.O. 13292, 1.4({letter}); E.O. 13526 1.4({letter})",
        (f"1.4({letter})", f"1.4{letter}", f"E.O. 13526 1.4({letter})", f"EO 1.4.({letter})"),
        users=_USERS,
        since="2003-03-25",
        related=(*older, *before, "B1"),
        silent=(f"E.O. 13292 1.4({letter})",),
    )


def _before_2003(letter: str) -> Explained:
    meaning, before = _LETTERS[letter]
    meaning = meaning.replace(" (covert action included)", "").replace(", infrastructures", "")
    return Explained(
        Kind.REASON,
        f"1.5({letter.upper()})",
        f"{_CLASSIFIED} {meaning.replace(', projects, plans or protection services', ', projects or plans')}. "
        "Telegrams went on to cite it into 2004.",
        f"E.O. 12958 1.5({letter}); ISOO, marking changes of 22 September 2003",
        (f"1.5({letter})", f"1.5{letter}", f"E.O. 12958 1.5({letter})"),
        users=_USERS,
        since="1995-10-14",
        until="2003-09-22",
        today=f"1.4({letter.upper()})",
        related=(f"E.O. 13526 1.4({letter})", *before),
    )


_OF_12356 = (
    ("military plans, weapons or operations", "1.4(A)"),
    ("vulnerabilities or capabilities of systems, installations, projects or plans", "1.4(G)"),
    ("foreign government information", "1.4(B)"),
    ("intelligence activities, sources or methods", "1.4(C)"),
    ("foreign relations or foreign activities of the United States", "1.4(D)"),
    ("scientific, technological or economic matters relating to the national security", "1.4(E)"),
    ("programs for safeguarding nuclear materials or facilities", "1.4(F)"),
    ("cryptology", "1.4(C)"),
    ("a confidential source", "1.4(D)"),
    ("another category that the President or an agency head has determined", "no reason of section 1.4"),
)
_OF_12065 = (
    ("military plans, weapons or operations", "1.4(A)"),
    ("foreign government information", "1.4(B)"),
    ("intelligence activities, sources or methods", "1.4(C)"),
    ("foreign relations or foreign activities of the United States", "1.4(D)"),
    ("scientific, technological or economic matters relating to the national security", "1.4(E)"),
    ("programs for safeguarding nuclear materials or facilities", "1.4(F)"),
    ("another category that the President or an agency head has determined", "no reason of section 1.4"),
)


def _of_12356(number: int) -> Explained:
    meaning, today = _OF_12356[number - 1]
    letter = today[4].lower() if today.startswith("1.4") else ""
    return Explained(
        Kind.REASON,
        f"1.3(a)({number})",
        f"{_CLASSIFIED} {meaning}.",
        f"E.O. 12356 1.3(a)({number}); 22 CFR 9.6 (2001)",
        (f"1.3(a)({number})", f"E.O. 12356 1.3(a)({number})"),
        users=_USERS,
        since="1982-08-01",
        until="1995-10-14",
        today=today,
        related=(f"E.O. 12958 1.5({letter})", f"E.O. 13526 1.4({letter})") if letter else ("E.O. 12356",),
    )


def _of_12065(number: int) -> Explained:
    meaning, today = _OF_12065[number]
    letter = "abcdefg"[number]
    return Explained(
        Kind.REASON,
        f"1-301({letter})",
        f"{_CLASSIFIED} {meaning}.",
        f"E.O. 12065 1-301({letter})",
        (f"1-301({letter})", f"E.O. 12065 1-301({letter})"),
        users=_USERS[:1],
        since="1978-12-01",
        until="1982-08-01",
        today=today,
        related=("E.O. 12065",),
        unconfirmed="the order of the letters, which is given here from general knowledge",
    )


REASONS: tuple[Explained, ...] = (
    *map(_now, "abcdefgh"),
    *map(_before_2003, "abcdefg"),
    Explained(
        Kind.REASON,
        "1.3(a)",
        "The list of reasons for classification, (1) to (10), in the order of 1982: such as 1.3(a)(3), foreign "
        "government information, and 1.3(a)(5), foreign relations.",
        "E.O. 12356 1.3(a); 22 CFR 9.6 (2001)",
        ("1.3(a)", "E.O. 12356 1.3(a)"),
        users=_USERS,
        since="1982-08-01",
        until="1995-10-14",
        today="E.O. 13526 1.4",
        related=tuple(f"1.3(a)({number})" for number in range(1, 11)),
    ),
    *map(_of_12356, range(1, 11)),
    *map(_of_12065, range(7)),
)
