"""The editors' source note of Foreign Relations of the United States, as far as it says how the paper was marked.

    Source: Central Intelligence Agency, Job 79-01025A, Box 9, Folder 3. Secret; Priority; RYBAT; PBSUCCESS.
    Source: Eisenhower Library, Whitman File. No classification marking.

The level is a `classification` value of role `line`; the words `No classification marking` are a plain wording, so that
no other word of the page is taken for the level.
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Classification, Role, Wording
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.level import Level, level_named

# A note is one paragraph; the sentence on the marking follows the archive and the file, never later than this.
REACH = 1500

_NOTE = re.compile(r"Source(?:\s+[Nn]ote)?\s?:\s")
# It opens a line, or follows the number of its footnote or a bracket.
_BEFORE_NOTE = re.compile(r"(?:^|\n)[^\nA-Za-z]{0,12}$|[\d\])”][ ]?$")
_LEVEL = (
    r"(?:(?i:Strictly|Administratively|Personal\s+and)\s+)?"
    r"(?P<level>(?i:Top\s+Secret|Secret|Confidential|Restricted|Limited\s+Official\s+Use(?:\s+Only)?"
    r"|For\s+Official\s+Use\s+Only|Official\s+Use\s+Only|Sensitive\s+But\s+Unclassified|Unclassified))"
)
_NONE = r"(?P<none>(?i:No\s+classification(?:\s+marking)?s?(?:\s+appears)?|Not\s+classified))"
# What may follow the level in its sentence: parts after semicolons, up to the full stop.
_PARTS = r"(?P<parts>(?:\s?[;,/—–(-](?:[^.\[\]]|\[[^\]]{1,120}\]|\.(?=\w)){0,400})?)"
_BESIDE = (
    r"(?:\s+(?:with|and)\s[^.;\[\]]{1,60}|\s*\[[^\]]{1,120}\]"
    r"|\s(?P<beside>Sensitive|Noforn|Nodis|Exdis|Limdis|Eyes\s+Only|Codeword|Umbra|Ruff|Dinar))?"
)
_LEAD = r"(?P<lead>(?:[A-Z][A-Za-z]+(?:\s[A-Za-z]+){0,3};\s+){0,4})"
_MARKING = rf"(?:{_LEVEL}|{_NONE}){_BESIDE}{_PARTS}\s?(?:\.(?!\w)|$)"
_SENTENCE = re.compile(rf"(?:(?<=[.?!:)\]”\"’'])\s+|(?<=\.)){_LEAD}{_MARKING}")
# A comma where the stop should be, sought only when no sentence is found.
_CLAUSE = re.compile(rf"(?<=,)\s+(?P<lead>){_MARKING}")
# Words that open a sentence on the paper's making; the marking stands before it.
_AFTERWARDS = re.compile(
    r"\.\s+(?:Drafted|Repeated|Sent|Copies|Printed|Attached|Transmitted|Prepared|Approved|Cleared|Initialed|Signed|Received"
    r"|Another\s+copy|A\s+copy|According\s+to|Published|Reprinted|Typewritten|Handwritten)\s"
)
# The paper's own heading ends a note that no blank line ends: `105. Telegram From ...`
_HEADING = re.compile(r"\n\s*\n|\n\d{1,4}\.\s+(?!Top\s|Secret|Confid|No\s|Limited|Official|Unclass|Restr)[A-Z]")
_NOT_CAPTIONS = re.compile(
    r"(?:operational\s|niact\s)?(?:immediate|priority|routine|flash|niact|urgent|deferred|plain|operational|verbatim)"
    r"(?:\s(?:action|niact|text))?$|.*not declassified",
    re.IGNORECASE,
)
# The marks between parts, and a stop that is printed without its blank.
_PART_ENDS = re.compile(r"[;,/]|\.(?=[A-Z][a-z])")
# A caption is a few words with a capital; a remark that ran on into the sentence is not.
_CAPTION = re.compile(
    r"(?!(?:Drafted|Repeated|Sent|Copies|Prepared|Approved|Received|Transmitted)\b)[A-Z]\S*(?:\s\S+){0,5}(?<!\sU)(?<!U\.S)$"
)


def find(page: Page) -> Iterator[Sighting]:
    """What each source note on the page says of the marking."""
    text = page.text
    for note in _NOTE.finditer(text):
        if not _BEFORE_NOTE.search(text, max(0, note.start() - 14), note.start()):
            continue
        end = _end(text, note.end())
        sentence = _SENTENCE.search(text, note.end(), end) or _CLAUSE.search(text, note.end(), end)
        if sentence is None:
            continue
        if sentence["none"]:
            yield Sighting(*sentence.span("none"), Wording(" ".join(sentence["none"].split())))
        elif level := _level(sentence["level"]):
            captions = _captions(f"{sentence['lead']};{sentence['beside'] or ''};{sentence['parts']}")
            yield Sighting(*sentence.span("level"), Classification(level, captions, Role.LINE))


def _end(text: str, start: int) -> int:
    """Where a note ends, or where it turns from the marking to other matters."""
    limit = min(len(text), start + REACH)
    other = text.find("Source:", start, limit)
    limit = other if other >= 0 else limit
    heading = _HEADING.search(text, start, limit)
    end = heading.start() if heading else limit
    turn = _AFTERWARDS.search(text, start, end)
    return turn.start() + 1 if turn else end


def _level(words: str) -> Level | None:
    return level_named(re.sub(r"\s+only$", "", words, flags=re.IGNORECASE)) or level_named(words)


def _captions(parts: str) -> tuple[str, ...]:
    """The captions among the parts of the sentence, in capitals; precedence and editors' brackets are none."""
    words = (" ".join(part.split()).strip(" .,—–-()") for part in _PART_ENDS.split(parts))
    return tuple(
        dict.fromkeys(word.upper() for word in words if _CAPTION.match(word) and not _NOT_CAPTIONS.match(word))
    )


DETECTOR = Detector(
    id="source-note",
    summary="source notes of Foreign Relations: how the editors say the paper was marked",
    find=find,
    source="Foreign Relations of the United States, editorial methodology: the source note tells the classification",
    hits=(
        "Source: National Archives, RG 59, Central Files 1970-73, POL 2 RURITANIA. Secret; Immediate; Exdis.",
        "Source: Eisenhower Library, Whitman File, NSC Records. Top Secret; Eyes Only.",
        "Source: Kennedy Library, Papers of Ann Example, Box 3. No classification marking.",
    ),
    misses=(
        "Source: Department of State, Secret Files, Lot 61 D 385, Top Secret Talks.",
        "A reliable source: the Minister. Secret talks were held in May.",
        "Source: http://www.example.org/secret",
    ),
    cues=("SOURCE",),
)
