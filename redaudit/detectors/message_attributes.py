"""The attribute page of a telegram in the Access to Archival Databases: names and values, as printed.

    Message Attributes
    Draft Date: 11 JAN 1974
    Document Number: 1974LAPAZ00244
    Original Classification: LIMITED OFFICIAL USE

Later releases print the same as `*** Current Classification *** UNCLASSIFIED`.
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Attributes
from redaudit.model.part import Detector, Sighting

# The names the National Archives print; a line that begins with none of them goes on with the value above it.
_NAMES = (
    "Automatic Decaptioning|Capture Date|Channel Indicators|Current Classification"
    "|Current Handling Restrictions|Concepts|Control Number|Copy|Draft Date|Decaption Date|Decaption Note"
    "|Disposition (?:Action|Approved on Date|Authority|Case Number|Comment|Date|Event|History|Reason|Remarks)"
    "|Document (?:Number|Source|Unique ID)|Drafter|Enclosure|Executive Order|Errors|Expiration|Film Number"
    "|Format|From|Handling Restrictions|Image Path|ISecure|Legacy Key|Line Count|Litigation (?:Code Aides"
    "|Codes|History)|Locator|Margin Notes?|Markings|Message ID|Office|Original (?:Classification"
    "|Handling Restrictions|Previous Classification|Previous Handling Restrictions)|Page Count"
    "|Previous (?:Channel Indicators|Classification|Handling Restrictions)|Reference|Retention"
    "|Review (?:Action|Authority|Comment|Content Flags|Date|Event|Exemptions|History|Markings|Media Identifier"
    "|Referrals|Release Date|Release Event|Transfer Date|Withdrawn Fields)|SAS ID|Secure|Status|Subject|TAGS"
    "|To|Type|vdkvgwkey"
)
_LINE = re.compile(
    rf"^[ \t]*(?:\*{{3}}[ ]*)?(?P<name>{_NAMES})(?:[ ]*\*{{3}}|[ ]?:)[ \t]*(?P<value>[^\n]*)", re.MULTILINE
)
_FOOT = re.compile(r"^[^\n]*EO[ ]Systematic[ ]Review[^\n]*$", re.MULTILINE)
# A page that says no `Message Attributes` goes on with a block when it has this many of the names.
_ENOUGH = 5


def find(page: Page) -> Iterator[Sighting]:
    """The block of attributes, if the page has one or goes on with one."""
    heading = re.search(r"^[ \t]*Message Attributes[ \t]*$", page.text, re.MULTILINE)
    rows = list(_LINE.finditer(page.text, heading.end() if heading else 0))
    if not rows or (heading is None and len(rows) < _ENOUGH):
        return
    pairs: list[tuple[str, str]] = []
    for index, row in enumerate(rows):
        following = rows[index + 1].start() if index + 1 < len(rows) else len(page.text)
        more = page.text[row.end() : following]
        if index + 1 == len(rows):
            more = _last(more)
        pairs.append((row["name"], " ".join(f"{row['value']} {more}".split())))
    yield Sighting(heading.start() if heading else rows[0].start(), rows[-1].end(), Attributes(tuple(pairs)))


def _last(more: str) -> str:
    """What still belongs to the last value: the lines right below it, the foot of the page left out."""
    return _FOOT.sub("", more).split("\n\n", 1)[0]


DETECTOR = Detector(
    id="message-attributes",
    summary="the attribute page of an archival telegram: names and values",
    find=find,
    source="National Archives, Access to Archival Databases, Central Foreign Policy Files 1973-79",
    hits=(
        "Message Attributes\nDraft Date: 11 JAN 1974\nDocument Number: 1974LAPAZ00244\nErrors: N/A",
        "Copy: SINGLE\nDraft Date: 11 JAN 1974\nFilm Number: n/a\nLocator: TEXT ON-LINE\nSecure: OPEN\nType: TE",
        "Message Attributes\n*** Current Classification *** UNCLASSIFIED",
    ),
    misses=("Subject: Lunch\nFrom: H\nTo: W", "Office: 3 pm\nStatus: open\nReference: none"),
    cues=("ATTRIBUTES", "LOCATOR", "LEGACY KEY", "REVIEW ACTION", "FILM NUMBER"),
)
