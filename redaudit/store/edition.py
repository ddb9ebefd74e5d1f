"""What decides what an audit finds, besides the bytes: the release of redaudit, its rules, the user's choices.

Where one of them changes, what was stored before is audited anew.
"""

import json

from attrs import asdict, frozen

from redaudit.config import Config
from redaudit.version import __version__, code_version


@frozen
class Edition:
    """A row of the table `versions`."""

    redaudit: str
    rules: str
    choices: str


def edition(config: Config, absent: str = "") -> Edition:
    """What a run with these choices finds; `absent` says why letters in pictures cannot be read here, if so."""
    return Edition(__version__, code_version(), _json(_choices(config, absent)))


def bounded(config: Config, absent: str = "") -> Edition:
    """The same for a document that did not come to its end: time, memory and size decide as well."""
    limits = {"timeout": config.timeout, "max-size": config.max_size}
    return Edition(__version__, code_version(), _json({**_choices(config, absent), **limits}))


def _choices(config: Config, absent: str) -> dict[str, object]:
    return {
        "ocr": "absent" if absent else config.ocr.value,
        "as-of": config.as_of.isoformat() if config.as_of else None,
        "wordings": asdict(config.wordings),
    }


def _json(choices: dict[str, object]) -> str:
    return json.dumps(choices, ensure_ascii=False, sort_keys=True)
