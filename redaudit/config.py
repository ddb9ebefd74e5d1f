"""Choices of a user, from the command line or a file; a key nobody knows is an error.

    jobs = 4
    timeout = 60
    max-size = "500MB"
    format = "csv"

The file is `redaudit.toml`, or `[tool.redaudit]` in a `pyproject.toml`. It may lie among the documents, which come from
strangers; so it can neither reveal hidden text nor say where a report is written.
"""

import datetime as dt
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from attrs import field, frozen

from redaudit.errors import UsageError
from redaudit.model.part import Ocr

MEGABYTE = 1_000_000
UNITS = {"": MEGABYTE, "K": 1_000, "M": MEGABYTE, "G": 1_000_000_000}
NAME = "redaudit.toml"
KEYS = ("format", "rows", "jobs", "timeout", "max-size", "as-of", "ocr")

T = TypeVar("T")


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


def stated(config: Config, values: Mapping[str, object], where: str) -> Config:
    """A configuration with some values stated anew; `where`, put before its key, names one that is wrong."""
    if unknown := [key for key in values if key not in KEYS]:
        raise UsageError(f"{where}{unknown[0]}: no such key; there are {', '.join(KEYS)}")
    choice = _Choice(values, where)
    return Config(
        format=choice.of("format", str, config.format),
        rows=choice.of("rows", str, config.rows),
        jobs=choice.of("jobs", _jobs, config.jobs),
        timeout=choice.of("timeout", _seconds, config.timeout),
        max_size=choice.of("max-size", _size, config.max_size),
        as_of=choice.of("as-of", _date, config.as_of),
        ocr=choice.of("ocr", _ocr, config.ocr),
    )


@frozen
class _Choice:
    values: Mapping[str, object]
    where: str

    def of(self, key: str, read: Callable[[str], T], otherwise: T) -> T:
        """What is stated for a key, or the value it had."""
        if key not in self.values:
            return otherwise
        try:
            return read(_text(self.values[key]))
        except ValueError as error:
            raise UsageError(f"{self.where}{key}: {error}") from error


def configured(path: str | None, first: str) -> Config:
    """The configuration in a file, or in the nearest one found upwards from the first path; else the defaults."""
    if path is not None:
        return _from_file(Path(path))
    below = Path.cwd() if first == "-" else Path(os.path.abspath(first))  # noqa: PTH100  resolve() would follow links
    for folder in (below, *below.parents):
        if (file := folder / NAME).is_file():
            return _from_file(file)
        # A project's file is ours only where it has our table.
        if (file := folder / "pyproject.toml").is_file() and "tool.redaudit" in _text_of(file):
            return _from_file(file)
    return Config()


def _from_file(file: Path) -> Config:
    try:
        values: dict[str, object] = tomllib.loads(_text_of(file))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file}: not TOML: {error}") from error
    if file.name == "pyproject.toml":
        tool = values.get("tool")
        values = _table(tool, "redaudit") if isinstance(tool, dict) else {}
    return stated(Config(), values, f"{file}: ")


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


def _ocr(text: str) -> Ocr:
    words = [ocr.value for ocr in Ocr]
    if text not in words:
        raise ValueError(f"{text!r} is neither {' nor '.join(words)}")
    return Ocr(text)
