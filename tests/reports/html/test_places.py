"""Where the files of a bound report lie."""

import re

import pytest

from redaudit.model.document import Source
from redaudit.model.part import Binding
from redaudit.reports.html.places import name_of, place_of, remove_all_but


def source(path="papers/Cable 1.TXT", sha256="0" * 64):
    return Source(path, sha256, "text", "text/plain", 3)


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("papers/Cable 1.TXT", "cable-1-txt"),
        ("C05739545.pdf", "c05739545-pdf"),
        ("Zürich & Öl.txt", "zurich-ol-txt"),
        ("a/../b#?%2e.txt", "b-2e-txt"),
        ("x" * 300 + ".txt", "x" * 40),
        ("-", ""),
        ("סודי", ""),
        ("\ud800.txt", "txt"),
    ],
)
def test_a_name_is_made_of_letters_and_digits(path, start):
    name = name_of(path, "0" * 64)
    assert re.fullmatch(r"(.*?)-?[0-9a-f]{10}", name)[1] == start
    assert re.fullmatch(r"[a-z0-9-]{10,51}", name)


def test_a_name_is_that_of_one_path_and_one_content():
    names = {name_of(path, digits * 64) for path in ("a/x.txt", "b/x.txt", "a/X.txt") for digits in "01"}
    assert len(names) == 6
    assert name_of("a/x.txt", "0" * 64) == name_of("a/x.txt", "0" * 64)


def test_a_page_lies_beside_its_pictures(tmp_path):
    place = place_of(source(), tmp_path, Binding.FOLDER)
    assert (place.page.parent, place.page.with_suffix("")) == (tmp_path / "documents", place.pictures)
    assert (place.page.parent / place.beside, place.root) == (place.pictures, "../")
    lone = place_of(source(), tmp_path, Binding.LONE)
    assert (lone.pictures, lone.beside, lone.root) == (tmp_path / "pictures", "pictures", "")


@pytest.mark.parametrize("binding", Binding)
def test_what_is_not_whole_is_removed(tmp_path, binding):
    whole = place_of(source("whole.txt"), tmp_path, binding)
    torn = place_of(source("torn.txt"), tmp_path, binding)
    for place in (whole, torn):
        place.pictures.mkdir(parents=True, exist_ok=True)
        (place.pictures / "1.webp").write_bytes(b"")
        place.page.write_text("page")
    (tmp_path / "index.html").write_text("index")
    remove_all_but({whole.page}, tmp_path)
    assert whole.page.is_file()
    assert (whole.pictures / "1.webp").is_file()
    assert (torn.page.exists(), torn.pictures.exists()) == (binding is not Binding.FOLDER,) * 2
    remove_all_but(set(), tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["index.html"]
