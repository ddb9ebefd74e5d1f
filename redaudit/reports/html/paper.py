"""What every page of a report is printed on: its templates, its style and script, and what a browser may run of it."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from redaudit.model.folder import ASSETS
from redaudit.model.part import Binding
from redaudit.reports.html.wording import capitalized, counted
from redaudit.version import __version__

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_ASSETS = _HERE / "assets"


@cache
def _environment() -> Environment:
    """Templates in which every value is escaped and a missing one is an error; all count and capitalize alike."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals |= {"version": __version__, "counted": counted, "capitalized": capitalized}
    return environment


def printed(template: str, values: Mapping[str, object]) -> str:
    """A page made of a template."""
    return _environment().get_template(template).render(values)


def asset(name: str) -> str:
    """The text of a style or a script."""
    return (_ASSETS / name).read_text(encoding="utf-8")


def head(styles: tuple[str, ...], scripts: tuple[str, ...], root: str, binding: Binding) -> Markup:
    """A page's policy, its styles and its scripts: as links, or in the page itself where it is one file.

    The policy lets the browser load nothing but these and pictures that lie beside the page.
    """
    if binding is Binding.FILE:
        style, script = "\n".join(map(asset, styles)), "\n".join(map(asset, scripts))
        parts = (_policy(_hashed(style), _hashed(script), "data:"), f"<style>{style}</style>")
        return Markup("\n".join((*parts, f'<script type="module">{script}</script>')))
    links = [f'<link rel="stylesheet" href="{root}{ASSETS}/{name}">' for name in styles]
    loads = [f'<script defer src="{root}{ASSETS}/{name}"></script>' for name in scripts]
    return Markup("\n".join((_policy("'self'", "'self'", "'self'"), *links, *loads)))


def _policy(style: str, script: str, picture: str) -> str:
    sources = f"style-src {style}; script-src {script}; img-src {picture}"
    rules = f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def _hashed(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def write_assets(folder: Path, names: tuple[str, ...]) -> None:
    """Puts styles and scripts below a report's folder."""
    place = folder / ASSETS
    place.mkdir(exist_ok=True)
    for name in names:
        (place / name).write_text(asset(name), encoding="utf-8", newline="\n")
