"""One document's page: written by the worker that has its pages at hand."""

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path

from redaudit.model.exhibit import Exhibit
from redaudit.model.folder import INDEX, RULES
from redaudit.model.part import Binding, Choices, Pages
from redaudit.reports.html import paper
from redaudit.reports.html.dossier import dossier
from redaudit.reports.html.pictures import SmallPicture, small_pictures
from redaudit.reports.html.places import Place, place_of
from redaudit.reports.html.sheets import sheets

STYLES = ("common.css", "document.css", "dossier.css")
SCRIPTS = ("document.js",)


def leaf(choices: Choices, exhibit: Exhibit) -> None:
    """Writes a document's page, and the pictures of its pages, below the report's folder."""
    audited = exhibit.audited
    place = place_of(audited.record.source, _folder(choices), choices.binding)
    wanted = shown_pages(exhibit, choices.pages)
    pictures = _sources(small_pictures(exhibit, wanted, choices), place, choices.binding)
    values = {
        "head": paper.head(STYLES, SCRIPTS, place.root, choices.binding),
        "overview": f"{place.root}{INDEX}" if choices.binding is Binding.FOLDER else "",
        "rules": f"{place.root}{RULES}" if choices.binding is not Binding.FILE else "",
        "dossier": dossier(audited, choices),
        "sheets": sheets(exhibit, pictures, wanted, choices),
    }
    place.page.parent.mkdir(parents=True, exist_ok=True)
    page = paper.printed("document.html", values)
    place.page.write_text(page, encoding="utf-8", errors="backslashreplace", newline="\n")


def _folder(choices: Choices) -> Path:
    assert choices.folder is not None
    return choices.folder


def shown_pages(exhibit: Exhibit, pages: Pages) -> tuple[int, ...]:
    """The numbers of the pages whose picture or text is shown."""
    numbers = tuple(page.number for page in exhibit.pages)
    if pages is Pages.ALL:
        return numbers
    if pages is Pages.NONE:
        return ()
    flagged = {finding.page for finding in exhibit.audited.findings}
    flagged |= {mark.page for finding in exhibit.audited.findings for mark in finding.marks}
    return tuple(number for number in numbers if number in flagged)


def _sources(pictures: Iterable[SmallPicture], place: Place, binding: Binding) -> Mapping[int, str]:
    """What a page names each picture by, once it lies there: its place, or all of it where there is but one file."""
    sources = {}
    for picture in pictures:
        if binding is Binding.FILE:
            held = base64.b64encode(picture.data).decode()
            sources[picture.number] = f"data:{picture.media_type};base64,{held}"
        else:
            place.pictures.mkdir(parents=True, exist_ok=True)
            file = f"{picture.number}.{picture.suffix}"
            (place.pictures / file).write_bytes(picture.data)
            sources[picture.number] = f"{place.beside}/{file}"
    return sources
