"""The page in place of a document that could not be read: why, and what a user may do."""

import re

from attrs import frozen

from redaudit.model.finding import Skipped, Unreadable
from redaudit.model.part import Binding
from redaudit.reports.html import paper

STYLES = ("common.css", "dossier.css")

# What a user may do, by the words of the reason.
_ADVICE = (
    (
        r"encrypted",
        "Open it with its password in another program, save a copy without a password, and have that copy read:"
        " redaudit takes no passwords.",
    ),
    (
        r"^larger than",
        "If the file is what you want, allow for its size: redaudit report --max-size 500MB, or as much as it needs.",
    ),
    (
        r"^ran out of time",
        "Give it more time: redaudit report --timeout 600. A file of thousands of pages may be split into parts.",
    ),
    (
        r"memory",
        "Close other programs, let fewer documents be read at once (redaudit report --jobs 1), or split the file.",
    ),
    (
        r"of more than|more than \d+$",
        "Split it into smaller files, or save the picture at a smaller size, and have those read.",
    ),
    (
        r"^broken|the end of the file is missing|crashed",
        "Fetch the file again from where it was released: it may have been cut short on the way. Where another program"
        " still opens it, print it into a new PDF; what the old file hid is then no longer in it.",
    ),
    (
        r"^empty file|nothing but blanks|without pages",
        "There is nothing in it to read. Fetch it again from where it was released.",
    ),
    (r"no permission", "Ask its owner for the right to read it, or copy it to a place of your own."),
    (
        r"it is gone|leads nowhere",
        "It lay there when the run began, or a link says so. See whether it was moved or renamed.",
    ),
    (
        r"could not be written",
        "The document may be in order: its page found no room. Free some space, or write the report elsewhere with -o.",
    ),
)


@frozen
class Unread:
    """What is said of a file that is not among the documents; `advice` is empty where there is nothing true to say."""

    path: str
    skipped: bool
    reason: str
    advice: str


def unread(outcome: Unreadable | Skipped) -> Unread:
    """A file that is not among the documents, and what may be done."""
    skipped = isinstance(outcome, Skipped)
    advice = "" if skipped else next((advice for words, advice in _ADVICE if re.search(words, outcome.reason)), "")
    return Unread(outcome.path, skipped, outcome.reason, advice)


def page(outcome: Unreadable | Skipped, binding: Binding) -> str:
    """The whole page."""
    return paper.printed("unread.html", {"head": paper.head(STYLES, (), "", binding), "unread": unread(outcome)})
