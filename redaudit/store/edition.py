"""What decides what an audit finds, besides the bytes: the release of redaudit, its rules, the user's choices.

Where one of them changes, what was stored before is audited anew.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

from attrs import asdict, frozen

from redaudit.config import Config
from redaudit.version import __version__

# As many digits of a hash as tell two sets of rules apart.
_DIGITS = 16


@frozen
class Edition:
    """A row of the table `versions`."""

    redaudit: str
    rules: str
    choices: str


def edition(config: Config, absent: str = "") -> Edition:
    """What a run with these choices finds; `absent` says why letters in pictures cannot be read here, if so."""
    return Edition(__version__, _rules(), _json(_choices(config, absent)))


def bounded(config: Config, absent: str = "") -> Edition:
    """The same for a document that did not come to its end: time, memory and size decide as well."""
    limits = {"timeout": config.timeout, "max-size": config.max_size}
    return Edition(__version__, _rules(), _json({**_choices(config, absent), **limits}))


def _choices(config: Config, absent: str) -> dict[str, object]:
    return {
        "ocr": "absent" if absent else config.ocr.value,
        "as-of": config.as_of.isoformat() if config.as_of else None,
        "wordings": asdict(config.wordings),
    }


def _json(choices: dict[str, object]) -> str:
    return json.dumps(choices, ensure_ascii=False, sort_keys=True)


@cache
def _rules() -> str:
    """The first digits of the hash of our own code, in the order of its files' names."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:_DIGITS]
