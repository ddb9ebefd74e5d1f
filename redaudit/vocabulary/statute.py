"""The statutes that stand with a B3: today's citation, the older ones, the labels that agencies print for them.

CIA PERS/ORG      50 U.S.C. 3507, until 20 May 2013 50 U.S.C. 403g
INA 222(f)        8 U.S.C. 1202(f)

Agencies claimed 256 statutes in the fiscal years 2010 to 2019 (GAO-21-148); the table holds those of State, the
intelligence agencies, Defense, Energy and the FBI, so that a statute missing here may still be one.
"""

import datetime as dt
import re

from attrs import frozen


@frozen
class FormerCite:
    """A citation that was right until a day, half open."""

    cite: str
    until: dt.date


@frozen
class ExemptingStatute:
    """A statute that withholds: its citation of today, what it protects, its labels, its older citations."""

    cite: str
    subject: str
    labels: tuple[str, ...] = ()
    former: tuple[FormerCite, ...] = ()


# Chapter 15 of title 50 became chapters 44 to 47, on that day in the Code online: Office of the Law Revision Counsel,
# editorial reclassification of title 50, uscode.house.gov/editorialreclassification/t50.
_MOVED = dt.date(2013, 5, 20)
# The Export Administration Act was repealed by the Export Control Reform Act, P.L. 115-232, 1766(a).
_REPEALED = dt.date(2018, 8, 13)
# Title 41 was enacted into positive law by P.L. 111-350.
_ENACTED = dt.date(2011, 1, 4)


def _former(until: dt.date, *cites: str) -> tuple[FormerCite, ...]:
    return tuple(FormerCite(cite, until) for cite in cites)


STATUTES = (
    # The intelligence agencies.
    ExemptingStatute(
        "50 U.S.C. 3024(i)(1)",
        "intelligence sources and methods (National Security Act of 1947, 102A)",
        ("NatSecAct", "National Security Act", "Nat Sec Act", "(b)(3)(n)"),
        _former(
            _MOVED, "50 USC 403-1(i)", "50 USC 403-3(c)(7)", "50 USC 403-3(c)(6)", "50 USC 403(d)(3)", "50 USC 403"
        ),
    ),
    ExemptingStatute(
        "50 U.S.C. 3507",
        "organisation, functions, names, titles, salaries and numbers of CIA's people (CIA Act of 1949, 6)",
        ("CIA PERS/ORG", "CIAAct", "CIA Act", "CIA", "(b)(3)(c)"),
        _former(_MOVED, "50 USC 403g", "50 USC 403(g)"),
    ),
    ExemptingStatute(
        "50 U.S.C. 3605",
        "organisation, functions, activities and people of NSA (National Security Agency Act of 1959, 6)",
        ("P.L. 86-36", "Public Law 86-36", "PL 86-36", "NSA Act"),
        _former(_MOVED, "50 USC 402 note", "50 USC 402"),
    ),
    ExemptingStatute("50 U.S.C. 3141", "operational files of the CIA", former=_former(_MOVED, "50 USC 431")),
    ExemptingStatute("50 U.S.C. 3142", "operational files of NGA", former=_former(_MOVED, "50 USC 432")),
    ExemptingStatute("50 U.S.C. 3143", "operational files of NRO", former=_former(_MOVED, "50 USC 432a")),
    ExemptingStatute("50 U.S.C. 3144", "operational files of NSA", former=_former(_MOVED, "50 USC 432b")),
    ExemptingStatute("50 U.S.C. 3121", "identities of covert agents", former=_former(_MOVED, "50 USC 421")),
    ExemptingStatute("18 U.S.C. 798", "communications intelligence and cryptographic systems"),
    # Defense.
    ExemptingStatute("10 U.S.C. 424", "organisation and people of DIA, NRO and NGA"),
    ExemptingStatute("10 U.S.C. 130", "technical data that may not be exported"),
    ExemptingStatute("10 U.S.C. 130b", "people in overseas, sensitive or routinely deployable units"),
    ExemptingStatute("10 U.S.C. 130c", "sensitive information of foreign governments"),
    ExemptingStatute("10 U.S.C. 130e", "critical infrastructure security information of Defense"),
    ExemptingStatute("10 U.S.C. 455", "maps, charts and geodetic data"),
    ExemptingStatute("10 U.S.C. 1102", "medical quality assurance records"),
    # State.
    ExemptingStatute("8 U.S.C. 1202(f)", "issuance or refusal of visas", ("INA", "INA 222(f)")),
    ExemptingStatute(
        "22 U.S.C. 4004",
        "evaluation of people of the Foreign Service",
        ("FS ACT", "F.S. ACT", "Foreign Service Act"),
    ),
    ExemptingStatute(
        "22 U.S.C. 2778(e)",
        "licences and sales of arms (Arms Export Control Act, 38(e))",
        ("ARMSEXP", "ARMS EXPORT CONTROL ACT", "ARMS EXPORT CONTROL", "AECA"),
    ),
    ExemptingStatute(
        "50 U.S.C. 4820(h)",
        "export licences (Export Control Reform Act of 2018, 1761(h))",
        ("EXPORT CONTROL", "EXPORT CONTROL ACT", "EXPORT ADMIN", "EXPORT ADMINISTRATION", "EXPORT ADMINISTRATION ACT"),
        _former(_REPEALED, "50a USC 2411(c)", "50 USC App. 2411(c)", "50 USC 2411(c)", "50 USC 4614(c)"),
    ),
    ExemptingStatute("P.L. 99-99, section 505", "Iran claims settlement", ("IRAN", "P.L. 99-99", "PL 99-99")),
    # Energy.
    ExemptingStatute(
        "42 U.S.C. 2162",
        "Restricted Data and Formerly Restricted Data",
        ("AEA", "A.E.A.", "Atomic Energy Act", "RD", "FRD", "42 USC 2161", "42 USC 2163"),
    ),
    ExemptingStatute("42 U.S.C. 2168", "unclassified controlled nuclear information", ("42 USC 2167",)),
    # The FBI and all others.
    ExemptingStatute(
        "Fed. R. Crim. P. 6(e)", "matters before a grand jury", ("Rule 6(e)", "FRCP 6(e)", "FedRCrimP 6(e)")
    ),
    ExemptingStatute("18 U.S.C. 2510", "intercepted communications", tuple(f"18 USC {n}" for n in range(2511, 2523))),
    ExemptingStatute("18 U.S.C. 3123", "pen registers and trap and trace devices"),
    ExemptingStatute("18 U.S.C. 3509(d)", "names of child victims and witnesses"),
    ExemptingStatute("18 U.S.C. 5038", "records of juveniles"),
    ExemptingStatute("26 U.S.C. 6103", "tax returns and return information"),
    ExemptingStatute("31 U.S.C. 5319", "reports under the Bank Secrecy Act"),
    ExemptingStatute("49 U.S.C. 114(r)", "sensitive security information of transportation"),
    ExemptingStatute(
        "41 U.S.C. 4702", "proposals of contractors", former=_former(_ENACTED, "41 USC 253b(m)", "41 USC 253b")
    ),
    ExemptingStatute("13 U.S.C. 9", "answers to the census", ("13 USC 8",)),
    ExemptingStatute("28 U.S.C. 534", "criminal records exchanged between authorities"),
)


def _squeezed(text: str) -> str:
    """Spellings that differ in case, blanks, stops and section signs alone are one."""
    text = re.sub(r"\b(?:Public Law|Pub\.?\s?L\.?|P\.?\s?L\.?)(?=\s?\d)", "PL", text, flags=re.IGNORECASE)
    return re.sub(r"[\s.,§]+", "", text).upper()


def _spellings() -> dict[str, tuple[ExemptingStatute, FormerCite | None]]:
    known: dict[str, tuple[ExemptingStatute, FormerCite | None]] = {}
    for statute in STATUTES:
        for cite in (statute.cite, *statute.labels):
            known[_squeezed(cite)] = (statute, None)
        for former in statute.former:
            known[_squeezed(former.cite)] = (statute, former)
    return known


_KNOWN = _spellings()


def statute_named(text: str) -> tuple[ExemptingStatute, FormerCite | None] | None:
    """The statute that a label or citation stands for, with the older citation it is; None for one not in the table.

    A citation may go deeper than the table's, 50 U.S.C. 3507(a), or less deep, 50 U.S.C. 3024.
    """
    squeezed = _squeezed(text)
    if found := _KNOWN.get(squeezed):
        return found
    deeper = [name for name in _KNOWN if squeezed.startswith(f"{name}(")]
    if deeper:
        return _KNOWN[max(deeper, key=len)]
    return next((_KNOWN[name] for name in _KNOWN if "USC" in name and name.startswith(f"{squeezed}(")), None)
