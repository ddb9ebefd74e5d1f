"""Finds the parts of a room: one part a file (or folder), each a constant whose id is the file's name."""

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

from redaudit.errors import UnknownPart
from redaudit.model.part import Detector, Reader, Report, Rule

Part = TypeVar("Part", Reader, Detector, Rule, Report)


def load(room: ModuleType, kind: type[Part]) -> tuple[Part, ...]:
    """Every part of a room, sorted by id; folders without a constant of their own are groups and are walked."""
    parts = _walk(room, kind)
    seen: dict[str, Part] = {}
    for part in parts:
        if part.id in seen:
            raise UnknownPart(f"two {kind.__name__.lower()}s are called {part.id}")
        seen[part.id] = part
    return tuple(seen[name] for name in sorted(seen))


def _walk(room: ModuleType, kind: type[Part]) -> list[Part]:
    constant = kind.__name__.upper()
    parts: list[Part] = []
    for info in sorted(pkgutil.iter_modules(room.__path__), key=lambda info: info.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{room.__name__}.{info.name}")
        part = getattr(module, constant, None)
        if part is None and info.ispkg:
            parts += _walk(module, kind)
            continue
        if not isinstance(part, kind):
            raise UnknownPart(f"{module.__name__} has no constant {constant}")
        expected = info.name.strip("_").replace("_", "-")
        if part.id != expected:
            raise UnknownPart(f"{module.__name__} calls itself {part.id!r}, not {expected!r}")
        parts.append(part)
    return parts
