"""What is written at a drawn thing, in a word or two, and what it is called in full."""

from redaudit.model.document import Ink
from redaudit.model.finding import Finding
from redaudit.model.mark import (
    Caption,
    Classification,
    CodeUse,
    ExemptionCode,
    Mark,
    PortionMark,
    RedactedSpan,
    ReleaseStamp,
    Role,
    Statute,
)
from redaudit.model.record import Redaction
from redaudit.reports._columns import STRUCK
from redaudit.reports.html import names
from redaudit.reports.html.redaction_rows import beneath, extent, remarks
from redaudit.reports.html.wording import counted, shortened
from redaudit.vocabulary.outcome import Outcome

STRUCK_LABEL = names.INKS[Ink.STRUCK]
_LIKELY = f"{STRUCK_LABEL}?"
_LONGEST_LABEL = 30
LONGEST_QUOTE = 80
# Of a finding the whole of most messages is told.
_LONGEST_MESSAGE = 160
_USES = {
    CodeUse.STAMP: "in a stamp",
    CodeUse.MARGIN: "beside what it withholds",
    CodeUse.SHEET: "on a page sheet",
    CodeUse.KEY: "in a key that explains codes",
}
_KINDS: dict[type, str] = {
    Classification: "class",
    Caption: "caption",
    PortionMark: "portion",
    ExemptionCode: "code",
    Statute: "statute",
}
_OUTCOMES = {
    Outcome.FULL: "in full",
    Outcome.PART: "in part",
    Outcome.DENIED: "denied",
    Outcome.UNSPECIFIED: "",
    Outcome.NONE: "",
}
_ROLES = {Role.BANNER: "banner", Role.LINE: "class line", Role.MENTION: "mention"}


def of_mark(mark: Mark) -> str:
    """The label of a mark: what it means, or that it is struck."""
    if mark.ink in STRUCK:
        return STRUCK_LABEL if mark.ink is Ink.STRUCK else _LIKELY
    return shortened(_label(mark), _LONGEST_LABEL) + ("?" if mark.doubtful else "")


def in_text(mark: Mark) -> str:
    """The label of a mark in a text, where its own words stand right behind it and need not be said again."""
    label = of_mark(mark)
    words, _, remark = label.rstrip("?)").partition(" (")
    if _letters(words) != _letters(mark.text):
        return label
    return remark or _KINDS.get(type(mark.value), label)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()


def _label(mark: Mark) -> str:
    match mark.value:
        case Classification() as marking:
            return f"{marking.level.name} (mention)" if marking.role is Role.MENTION else marking.level.name
        case PortionMark(text=text) | Statute(text=text) | Caption(text=text):
            return text
        case ExemptionCode() as code:
            return f"{code.code} (key)" if code.use is CodeUse.KEY else code.code
        case ReleaseStamp() as stamp:
            said = " ".join(_stamped(stamp))
            return f"stamp: {said}" if said else "stamp"
        case RedactedSpan():
            return "withheld"
        case _:
            return names.of_detector(mark.detector)


def _stamped(stamp: ReleaseStamp) -> tuple[str, ...]:
    """What a stamp says in short: status, class, date."""
    status = (_OUTCOMES[stamp.status] if stamp.status else "") or ("declassified" if stamp.declassified else "")
    kept = stamp.withheld or stamp.classification
    date = str(stamp.date) if stamp.date else ""
    return tuple(part for part in (status, kept.name if kept else "", date) if part)


def name_of_mark(mark: Mark) -> str:
    """A mark in full: its kind, its meaning, its words."""
    parts = [_name(mark)]
    if mark.ink in STRUCK:
        parts.append(names.INKS[mark.ink])
    if mark.doubtful:
        parts.append("read in doubt")
    return ", ".join(parts)


def _name(mark: Mark) -> str:
    match mark.value:
        case Classification() as marking:
            captions = "".join(f", {caption}" for caption in marking.captions)
            return f"classification {marking.level.name}{captions}, {_ROLES[marking.role]}"
        case PortionMark(text=text):
            return f"portion mark {text}"
        case Statute(text=text):
            return f"statute {shortened(text, LONGEST_QUOTE)}"
        case Caption(text=text):
            return f"caption {shortened(text, LONGEST_QUOTE)}"
        case ExemptionCode() as code:
            return f"code {code.code}, {_USES[code.use]}"
        case ReleaseStamp() as stamp:
            return ", ".join((f"release marking {stamp.family.replace('-', ' ')}", *_stamped(stamp)))
        case _:
            return f"{names.of_detector(mark.detector)}: {shortened(mark.text, LONGEST_QUOTE)}"


def of_redaction(index: int, redaction: Redaction) -> str:
    """The label of a redaction: its number, its codes, and what is odd about it; of no codes its frame tells."""
    parts = [f"{names.of_redaction(index)} {shortened(' · '.join(redaction.exemptions), _LONGEST_LABEL)}".strip()]
    if redaction.ink is Ink.PENDING:
        parts.append("not applied")
    if redaction.concealed is not None and redaction.concealed.count:
        parts.append(f"{counted(redaction.concealed.count, 'character')} under it")
    return ", ".join(parts)


def name_of_redaction(index: int, redaction: Redaction) -> str:
    """A redaction in full: `redaction 3, box, code B6, about 2 lines`."""
    parts = [f"redaction {index + 1}", names.REDACTIONS[redaction.kind]]
    if redaction.exemptions:
        parts.append(f"{'code' if len(redaction.exemptions) == 1 else 'codes'} {', '.join(redaction.exemptions)}")
    else:
        parts.append("no code")
    if redaction.statutes:
        parts.append(", ".join(redaction.statutes))
    parts += filter(None, (extent(redaction), *remarks(redaction), beneath(redaction.concealed)))
    return ", ".join(parts)


def of_hidden(count: int) -> str:
    """The label of hidden text: how much of it, never what."""
    return f"hidden, {counted(count, 'character')}" if count else "hidden"


def of_pale(count: int) -> str:
    """The label of an area that is painted over words and lets them be read."""
    return f"readable, {counted(count, 'character')}"


def name_of_hidden(count: int, why: str) -> str:
    """Hidden text in full: how much, and why an eye does not see it."""
    return f"{of_hidden(count)}: {shortened(names.of_why(why), LONGEST_QUOTE)}"


def of_finding(index: int, finding: Finding) -> str:
    """The label of a finding's flag: its number and its severity."""
    return f"{names.of_finding(index)} {finding.severity.word}"


def name_of_finding(index: int, finding: Finding) -> str:
    """A finding in full: its number, severity, rule and words."""
    return (
        f"finding {index + 1}, {finding.severity.word}, {finding.rule}: {shortened(finding.message, _LONGEST_MESSAGE)}"
    )
