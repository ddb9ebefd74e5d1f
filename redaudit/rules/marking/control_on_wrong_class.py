"""`control-on-wrong-class`: a control stands with a level, or with another control, that it cannot stand with.

SECRET//FOUO          FOUO is for unclassified matter
(S//REL TO USA, GBR/NF)
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._samples import telegram
from redaudit.rules.marking._controls import Marking, banner_lines, portions
from redaudit.vocabulary.control import Kind

# ISM-ID-00030, 00037 and 00181; 32 CFR 2001.23(a) (2004).
_UNCLASSIFIED_ONLY = (
    *("FOUO", "SBU", "SBU NOFORN", "SSI", "UCNI"),
    *("LOU", "LIMITED OFFICIAL USE", "OUO", "OFFICIAL USE ONLY"),
)
# Register, pages 74, 101, 104, 136 to 144: "may only be used with TOP SECRET, SECRET, or CONFIDENTIAL".
_CLASSIFIED_ONLY = ("ORCON", "ORCON-USGOV", "IMCON", "RD", "FRD", "TFNI")
_CLASSIFIED_KINDS = (Kind.COMPARTMENT, Kind.SPECIAL_ACCESS)
# ISM-ID-00033; register, page 145: NOFORN does not stand with what releases to some foreigners.
_RELEASES = ("REL TO", "RELIDO", "USA EYES ONLY", "DISPLAY ONLY")


def check(record: Record) -> Iterator[Problem]:
    """Each such wording once, with every place where it stands; one portion mark alone may be a slip of OCR."""
    known = record.original_date is not None
    told: dict[tuple[str, str], list[Marking]] = {}
    banners = banner_lines(record)
    for marking in banners + portions(record):
        fault = _fault(marking)
        if fault:
            told.setdefault((marking.text, fault), []).append(marking)
    for (text, fault), found in told.items():
        severity = Severity.MEDIUM
        alone = len(found) == 1 and found[0] not in banners
        for doubt in (alone, not known and "//" not in text, all(marking.mark.doubtful for marking in found)):
            severity = softer(severity) if doubt else severity
        yield Problem(f"{text}: {fault}", marks=tuple(marking.mark for marking in found), severity=severity)


def _fault(marking: Marking) -> str:
    names = marking.names
    if marking.level.classified and (wrong := [name for name in _UNCLASSIFIED_ONLY if name in names]):
        return f"{wrong[0]} is for unclassified matter, and the level is {marking.level}"
    if not marking.level.classified:
        wrong = [
            control.name
            for control in marking.controls
            if control.name in _CLASSIFIED_ONLY or control.kind in _CLASSIFIED_KINDS
        ]
        return f"{wrong[0]} is for classified matter, and the level is {marking.level}" if wrong else ""
    if "NOFORN" in names and (wrong := [name for name in _RELEASES if name in names]):
        return f"NOFORN does not stand with {wrong[0]}"
    if {"RELIDO", "DISPLAY ONLY"} <= names:
        return "RELIDO does not stand with DISPLAY ONLY"
    return ""


def _banner(text: str, body: str = "", sent: str = "P 141131Z MAR 12") -> str:
    made = telegram(line="S E C R E T ZEMBLA 000412", sent=sent, body=body or "1. (S) He came.\n\n2. (S) He left.\n")
    return f"{text}\n\n{made}\n{text}\n"


RULE = Rule(
    id="control-on-wrong-class",
    severity=Severity.MEDIUM,
    summary="a control marking stands with a level or with another control that it cannot stand with",
    rationale="""\
Some controls are for unclassified matter alone: FOUO, SBU, LIMITED OFFICIAL USE never identify classified information.
Others are for classified matter alone: ORCON, IMCON, compartments, Restricted Data. NOFORN, which releases to no
foreigner, contradicts REL TO, RELIDO, EYES ONLY with countries, and DISPLAY ONLY. Where such a pair stands, either the
level or the control is wrong, and a reviewer cannot tell what the originator meant to protect.

Evidence: a banner alone on its line, or portion marks, that join such a pair with slashes.

    SECRET//FOUO                      raised
    (S//REL TO USA, GBR/NF)           raised
    UNCLASSIFIED//FOUO  (U//FOUO)     not raised
""",
    caution="""\
A document that holds both kinds in portions of their own, (S) and (U//FOUO), is marked right. SBU with NOFORN is a
control of its own. EYES ONLY without countries names readers and stands with anything. Before June 1998 there was no
single syntax, and the rule rests. One portion mark alone, a single slash in a document without a date, and lines read
by OCR weigh one step less each.
""",
    holds=(Holds(Dated.DOCUMENT, since=dt.date(1998, 6, 30), source="DCID 1/7 of 30 June 1998"),),
    source="ISM-ID-00030, 00033, 00037, 00181; IC Markings Register and Manual 2016, H.4 to H.9, pages 74, 104, 136, "
    "145 and 154; "
    "DoDM 5200.01 volume 2, enclosure 4; 32 CFR 2001.23(a) (2004)",
    check=check,
    hits=(
        _banner("SECRET//FOUO"),
        _banner("CONFIDENTIAL/LIMITED OFFICIAL USE"),
        _banner("SECRET//NOFORN/RELIDO"),
        _banner("SECRET", body="1. (S//REL TO USA, GBR/NF) He came.\n\n2. (S//REL TO USA, GBR/NF) He left.\n"),
        _banner("UNCLASSIFIED//ORCON"),
    ),
    misses=(
        _banner("UNCLASSIFIED//FOUO"),
        _banner("SECRET//ORCON/NOFORN"),
        _banner("SECRET", body="1. (S) He came.\n\n2. (U//FOUO) He left.\n"),
        _banner("SECRET", body="1. (SBU/NF) He came.\n\n2. (S//REL TO USA, GBR/RELIDO) He left.\n"),
        _banner("SECRET/FOUO", sent="P 141131Z MAR 91"),
    ),
)
