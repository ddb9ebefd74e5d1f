"""Choices of a user, from the command line or a file; a key nobody knows is an error.

    jobs = 4
    timeout = 60
    max-size = "500MB"
    format = "csv"
    ignore = ["info"]
    fail-on = "high"
    baseline = "accepted.txt"

The file is `redaudit.toml`, or `[tool.redaudit]` in a `pyproject.toml`. It may lie among the documents, which come from
strangers; so it can neither reveal hidden text nor say where a report is written; a baseline it names lies below it.
"""

import datetime as dt
import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TypeVar

from attrs import evolve, field, frozen

from redaudit.errors import UsageError
from redaudit.model.finding import Severity
from redaudit.model.part import NO_WORDINGS, Ocr, Pages, Wordings
from redaudit.near import meant
from redaudit.profile import NO_PROFILE, Profile, profile_named
from redaudit.selection import SEVERITIES, Selection, chosen, path_rules, weights_of

MEGABYTE = 1_000_000
UNITS = {"": MEGABYTE, "K": 1_000, "M": MEGABYTE, "G": 1_000_000_000}
NAME = "redaudit.toml"
BASELINE = "redaudit-baseline.txt"
# What stands before an option, in messages and as the place where values come from.
COMMAND_LINE = "--"
_LIMITS = ("jobs", "timeout", "max-size", "as-of", "ocr")
_GATE = ("check-format", "select", "ignore", "fail-on", "baseline")
KEYS = ("format", "rows", "pages", *_LIMITS, *_GATE, "agency", "severity", "per-path-ignores", "wordings")
# What the command line alone may state.
OPTIONS = ("format", "rows", "pages", *_LIMITS, *_GATE, "write-baseline", "scheduler")

T = TypeVar("T")
Word = TypeVar("Word", bound=Enum)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@frozen
class Config:
    """What a user chose, and the defaults for what was left open."""

    format: str = "table"
    rows: str = "documents"
    jobs: int = field(factory=cores)
    timeout: float = 120.0
    max_size: int = 200 * MEGABYTE
    as_of: dt.date | None = None
    ocr: Ocr = Ocr.ZONES
    pages: Pages = Pages.ALL
    check_format: str = "text"
    fail_on: Severity = Severity.MEDIUM
    selection: Selection = field(factory=Selection)
    baseline: Path | None = None
    write_baseline: str | None = None
    scheduler: str = ""
    profile: Profile = NO_PROFILE
    wordings: Wordings = NO_WORDINGS
    file: Path | None = None

    @property
    def writing(self) -> Path | None:
        """Where a new baseline goes: the file named for it, else the baseline, else a file of the usual name."""
        if self.write_baseline is None:
            return None
        return Path(self.write_baseline) if self.write_baseline else self.baseline or Path(BASELINE)

    @property
    def own(self) -> tuple[Path, ...]:
        """Files of ours that may lie among documents and are none."""
        places = (self.file, self.baseline, self.writing, Path(BASELINE))
        return tuple(place for place in places if place is not None)


def stated(config: Config, values: Mapping[str, object], where: str, rules: Sequence[str] = ()) -> Config:
    """A configuration with some values stated anew; `where`, put before its key, names one that is wrong.

    `rules` are the ids that there are.
    """
    known = OPTIONS if where == COMMAND_LINE else KEYS
    if unknown := [key for key in values if key not in known]:
        raise UsageError(f"{where}{unknown[0]}: no such key; {meant(unknown[0], known)}")
    choice = _Choice(values, where)
    return evolve(
        config,
        format=choice.of("format", str, config.format),
        rows=choice.of("rows", str, config.rows),
        pages=choice.of("pages", partial(_one_of, Pages), config.pages),
        jobs=choice.of("jobs", _jobs, config.jobs),
        timeout=choice.of("timeout", _seconds, config.timeout),
        max_size=choice.of("max-size", _size, config.max_size),
        as_of=choice.of("as-of", _date, config.as_of),
        ocr=choice.of("ocr", partial(_one_of, Ocr), config.ocr),
        check_format=choice.of("check-format", str, config.check_format),
        fail_on=choice.of("fail-on", _fail_on, config.fail_on),
        selection=_selection(config.selection, choice, rules),
        baseline=choice.of("baseline", Path, config.baseline),
        write_baseline=choice.of("write-baseline", str, config.write_baseline),
        scheduler=choice.of("scheduler", str, config.scheduler),
        profile=choice.of("agency", profile_named, config.profile),
        wordings=choice.given("wordings", _wordings, config.wordings),
    )


def _selection(selection: Selection, choice: "_Choice", rules: Sequence[str]) -> Selection:
    return evolve(
        selection,
        select=choice.given("select", lambda value: chosen(_words(value), rules), selection.select),
        ignore=choice.given("ignore", lambda value: chosen(_words(value), rules), selection.ignore),
        severities=choice.given("severity", lambda value: weights_of(_pairs(value), rules), selection.severities),
        paths=choice.given("per-path-ignores", lambda value: path_rules(_lists(value), rules), selection.paths),
    )


@frozen
class _Choice:
    values: Mapping[str, object]
    where: str

    def of(self, key: str, read: Callable[[str], T], otherwise: T) -> T:
        """What is stated for a key in one word, or the value it had."""
        return self.given(key, lambda value: read(_text(value)), otherwise)

    def given(self, key: str, read: Callable[[object], T], otherwise: T) -> T:
        """What is stated for a key, a list or a table too, or the value it had."""
        if key not in self.values:
            return otherwise
        try:
            return read(self.values[key])
        except (ValueError, UsageError) as error:
            raise UsageError(f"{self.where}{key}: {error}") from error


def configured(path: str | None, first: str, rules: Sequence[str] = ()) -> Config:
    """The configuration in a file, or in the nearest one found upwards from the first path; else the defaults."""
    if path is not None:
        return _from_file(Path(path), rules)
    below = Path.cwd() if first == "-" else Path(os.path.abspath(first))  # noqa: PTH100  resolve() would follow links
    for folder in (below, *below.parents):
        if _is_there(file := folder / NAME):
            return _from_file(file, rules)
        # A project's file is ours only where it has our table.
        if _is_there(file := folder / "pyproject.toml") and "tool.redaudit" in _text_of(file):
            return _from_file(file, rules)
    return Config()


def _is_there(file: Path) -> bool:
    """Whether there is such a file; where nobody may look, or no name is so long, none is there for us."""
    return os.path.isfile(file)  # noqa: PTH113  is_file() raises what it is told of such a folder


def _from_file(file: Path, rules: Sequence[str]) -> Config:
    try:
        values: dict[str, object] = tomllib.loads(_text_of(file))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file}: not TOML: {error}") from error
    if file.name == "pyproject.toml":
        tool = values.get("tool")
        values = _table(tool, "redaudit") if isinstance(tool, dict) else {}
    config = stated(Config(), values, f"{file}: ", rules)
    folder = Path(os.path.abspath(file)).parent  # noqa: PTH100  resolve() would follow links
    return evolve(
        config,
        file=file,
        selection=evolve(config.selection, folder=folder),
        baseline=_below(config.baseline, folder, f"{file}: baseline: "),
    )


def _below(place: Path | None, folder: Path, where: str) -> Path | None:
    """A file's place, from the folder of the configuration, which it may not leave."""
    if place is None:
        return None
    absolute = Path(os.path.abspath(folder / place))  # noqa: PTH100
    if not absolute.is_relative_to(folder):
        raise UsageError(f"{where}{place} does not lie below the configuration")
    return absolute


def _table(tables: Mapping[str, object], name: str) -> dict[str, object]:
    table = tables.get(name)
    return table if isinstance(table, dict) else {}


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{file}: {(error.strerror or 'cannot be read').lower()}") from error


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date):
        raise ValueError(f"{value!r} is neither a word nor a number")
    return str(value)


def _jobs(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= 256:
        raise ValueError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]+)?", text) or float(text) <= 0:
        raise ValueError(f"{text!r} is not a number of seconds")
    return float(text)


def _size(text: str) -> int:
    """Bytes, from `200MB`, `1.5 GB` or a bare number of megabytes."""
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]+)?)\s*(?:([KMG])B?)?", text.strip(), re.IGNORECASE)
    if not found or float(found[1]) <= 0:
        raise ValueError(f"{text!r} is not a size such as 200MB")
    return int(float(found[1]) * UNITS[(found[2] or "").upper()])


def _date(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date such as 2026-01-31") from error


def _one_of(kind: type[Word], text: str) -> Word:
    words = [member.value for member in kind]
    if text not in words:
        raise ValueError(f"{text!r} is neither {' nor '.join(words)}")
    return kind(text)


def _fail_on(text: str) -> Severity:
    words = [word for word in SEVERITIES if word != "info"]
    if text not in words:
        raise ValueError(f"{text!r} is none of {', '.join(words)}")
    return SEVERITIES[text]


def _words(value: object) -> list[str]:
    """Words from a list, or from one text with commas."""
    parts = value if isinstance(value, list | tuple) else [value]
    return [word.strip() for part in parts for word in _text(part).split(",") if word.strip()]


def _dict(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} is not a table")
    return value


def _pairs(value: object) -> dict[str, str]:
    return {key: _text(word) for key, word in _dict(value).items()}


def _lists(value: object) -> dict[str, list[str]]:
    return {key: _words(words) for key, words in _dict(value).items()}


def _wordings(value: object) -> Wordings:
    phrases = _dict(value)
    kinds = Wordings.kinds()
    if unknown := [kind for kind in phrases if kind not in kinds]:
        raise ValueError(f"no wordings are called {unknown[0]!r}; {meant(unknown[0], kinds)}")
    return Wordings(**{kind: tuple(_phrases(words)) for kind, words in phrases.items()})


def _phrases(value: object) -> list[str]:
    """Phrases of some letters each: a comma is part of one."""
    phrases = [_text(phrase) for phrase in (value if isinstance(value, list) else [value])]
    if short := [phrase for phrase in phrases if sum(sign.isalpha() for sign in phrase) < 3]:
        raise ValueError(f"{short[0]!r} is too short to be a wording")
    return phrases
