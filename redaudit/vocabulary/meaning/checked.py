"""Which rules look at a code or marking: their ids, for those who want to know what can be wrong with it."""

import re

from redaudit.vocabulary.meaning._explained import Explained, Kind

# The kind of what is looked at, its name, and the ids of the rules.
_RULES: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
    (Kind.FOIA, r"B1", ("b1-without-category", "u-portion-withheld-b1")),
    (Kind.FOIA, r"B2", ("b2-after-milner",)),
    (Kind.FOIA, r"B3.*", ("b3-without-statute", "b3-statute-unknown-or-stale")),
    (Kind.FOIA, r"B5.*", ("b5-over-25-years",)),
    (Kind.FOIA, r"B7", ("b7-without-letter",)),
    (Kind.FOIA, r"B[89]", ("implausible-exemption",)),
    (Kind.FOIA, r"NR", ("non-responsive-in-record",)),
    (Kind.FOIA, r"B.*", ("header-code-unused", "body-code-not-in-header", "code-without-redaction")),
    (Kind.REASON, r"1\.[34].*", ("category-without-b1", "category-exemption-mismatch")),
    (Kind.REASON, r".*", ("reason-anachronism", "reason-eo-mismatch")),
    (Kind.DURATION, r"25X\d?.*", ("25x-without-date",)),
    (Kind.DURATION, r"50X\d-.*", ("50x-with-date",)),
    (Kind.DURATION, r"(?:25X|3\.[34]\(b\)).*", ("withheld-beyond-25-years", "category-exemption-mismatch")),
    (Kind.DURATION, r"(?:50X|3\.3\(h\)\([12]\)).*", ("withheld-beyond-50-years",)),
    (Kind.DURATION, r"(?:75X|3\.3\(h\)\(3\)).*", ("withheld-beyond-75-years",)),
    (Kind.INSTRUCTION, r"OADR|X\d|MR|DNI ONLY", ("obsolete-declass-value",)),
    (Kind.INSTRUCTION, r"N/A", ("declass-na-on-classified",)),
    (Kind.INSTRUCTION, r"N/A to .*", ("rd-frd-with-declass-date",)),
    (Kind.INSTRUCTION, r"DERIVED FROM", ("reason-on-derivative", "derived-multiple-without-list")),
    (Kind.INSTRUCTION, r"DECL", ("declass-missing", "declass-beyond-25-original", "declass-date-lapsed-before-review")),
    (Kind.INSTRUCTION, r"(?!N/A|DE|DNG).*", ("declass-form-anachronism",)),
    (Kind.LEVEL, r"(?!ENTIRE).*", ("banner-lower-than-portion", "banner-higher-than-all-portions", "bogus-level")),
    (Kind.LEVEL, r"ENTIRE TEXT", ("portion-mark-missing",)),
    (Kind.CONTROL, r".*", ("control-on-wrong-class", "bogus-level")),
    (Kind.CAPTION, r"NODIS|EXDIS", ("exdis-and-nodis",)),
    (Kind.CAPTION, r"NODIS|EXDIS|LIMDIS|STADIS|.*CHANNEL|CHEROKEE", ("caption-not-decaptioned",)),
    (Kind.CAPTION, r"(?:FORMERLY )?RESTRICTED DATA|CNWDI", ("rd-frd-with-declass-date",)),
    (Kind.CAPTION, r"FGI", ("foreign-gov-info-released",)),
    (Kind.CAPTION, r"NOFORN|ORCON.*|PROPIN|IMCON|REL.*|SI|TK|HCS|RSEN|FISA|DISPLAY ONLY", ("banner-syntax",)),
    (Kind.CAPTION, r"UMBRA|RUFF|BYEMAN|TALENT-KEYHOLE|COMINT", ("leftover-higher-codeword",)),
    (Kind.CODE_WORD, r"(?!sub).*", ("leftover-higher-codeword",)),
    (Kind.CODE_WORD, r"sub-caption", ("caption-not-decaptioned",)),
    (Kind.FOREIGN_LEVEL, r".*", ("foreign-gov-info-released",)),
    (Kind.PRESIDENTIAL, r"P\d", ("pra-expired",)),
    (Kind.JFK, r".*", ("jfk-postponement-expired",)),
    (Kind.STATUTE, r".*", ("b3-statute-unknown-or-stale",)),
    (Kind.ORDER, r".*", ("eo-anachronism", "stamp-authority-anachronism")),
    (Kind.SECTION, r"1\.7\([cd]\)", ("reclassification-block-missing", "reclassifier-not-senior")),
    (Kind.LABEL, r"REDACTED", ("literal-redacted-token-only", "redaction-without-code")),
    (Kind.RELEASE, r"RELEASE IN FULL", ("full-but-redacted",)),
    (Kind.RELEASE, r"RELEASE IN PART", ("part-but-nothing-withheld",)),
    (Kind.RELEASE, r"DENIED IN FULL", ("denied-but-text",)),
    (Kind.RELEASE, r"DECLASSIFIED", ("banner-unstruck", "portion-unstruck", "declassified-vs-class-conflict")),
    (Kind.RELEASE, r"DECAPTIONED", ("caption-not-decaptioned",)),
    (Kind.RELEASE, r"PAGE DENIED", ("exempt-page-note-mismatch",)),
    (Kind.STATUS, r"full", ("full-but-redacted",)),
    (Kind.STATUS, r"part", ("part-but-nothing-withheld",)),
    (Kind.STATUS, r"denied", ("denied-but-text",)),
    (Kind.STATUS, r"none", ("no-release-marking",)),
    (Kind.STAMP, r"classified-at-release", ("reclassification-block-incomplete", "reclassifier-not-senior")),
    (Kind.STAMP, r"case-band|litigation-band|vrr", ("stamp-differs-between-pages", "page-without-stamp")),
)
_PATTERNS = tuple((kind, re.compile(name), rules) for kind, name, rules in _RULES)


def rules_on(row: Explained) -> tuple[str, ...]:
    """The ids of the rules that look at a code or marking."""
    found = (rules for kind, name, rules in _PATTERNS if row.kind is kind and name.fullmatch(row.name))
    return tuple(dict.fromkeys(rule for rules in found for rule in rules))
