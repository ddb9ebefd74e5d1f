"""Files that leak and their clean twins, made up by `bench/specimens`: each way is caught, each twin left alone."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from redaudit import pipeline

PLACE = Path(__file__).parent / "specimens"
INDEX = json.loads((PLACE / "index.json").read_text(encoding="utf-8"))

ON_PAGE = {"text-under-redaction", "unapplied-redaction", "hidden-text"}
IN_FILE = {
    "earlier-revision",
    "attached-file",
    "bookmark-leak",
    "structure-leak",
    "metadata-leak",
    "comment-left",
    "font-leftover",
}

TITLE = "a title that the page shows in part is left out"

# What does not hold yet, and why: by test and file.
NOT_CAUGHT: dict[str, str] = {}
NOT_READ = {
    "actual-text.leak.pdf": "figures in ActualText are not told from those that pages show",
    "hatching-pattern.leak.pdf": "a letter between the lines of a pattern is lost",
    "metadata.leak.pdf": TITLE,
    "writer-properties.leak.pdf": TITLE,
}
NOT_CLEAN: dict[str, str] = {}


def files(entries, not_yet):
    return [
        pytest.param(
            entry,
            id=entry["file"].removesuffix(".pdf"),
            marks=pytest.mark.xfail(reason=not_yet[entry["file"]], strict=True) if entry["file"] in not_yet else (),
        )
        for entry in entries
    ]


@cache
def examined(name):
    return pipeline.examine((PLACE / name).read_bytes(), name)


def squeezed(words):
    return re.sub(r"\s+", "", words)


def test_the_index_and_the_folder_name_the_same_files_in_pairs():
    names = {path.name for path in PLACE.glob("*.pdf")}
    assert {entry["file"] for entry in INDEX} == names
    assert {name.removesuffix(".leak.pdf") for name in names if name.endswith(".leak.pdf")} == {
        name.removesuffix(".clean.pdf") for name in names if name.endswith(".clean.pdf")
    }


def test_the_list_of_ways_in_the_docs_is_complete():
    listed = re.findall(r"^\| `([\w-]+)` \|", (PLACE.parents[1] / "docs" / "leaks.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted({entry["way"] for entry in INDEX})


def test_they_are_small():
    sizes = [path.stat().st_size for path in PLACE.glob("*.pdf")]
    assert max(sizes) < 40_000
    assert sum(sizes) < 2_000_000


@pytest.mark.parametrize("entry", files((entry for entry in INDEX if entry["leaks"]), NOT_CAUGHT))
def test_every_way_is_caught_by_its_rule_on_its_page(entry):
    found = [finding for finding in examined(entry["file"]).findings if finding.rule in entry["rules"]]
    assert found
    assert {finding.page for finding in found} <= {entry["page"], None}


@pytest.mark.parametrize("entry", files((entry for entry in INDEX if entry["hidden"]), NOT_READ))
def test_what_lies_hidden_is_read(entry):
    record = examined(entry["file"]).record
    concealed = [item.characters for page in record.pages for item in page.concealed]
    concealed += [item.concealed.characters for item in record.redactions if item.concealed]
    concealed += [item.characters for item in record.leftovers]
    read = squeezed(" ".join(concealed))
    assert sum(squeezed(words) in read for words in entry["hidden"]) == len(entry["hidden"])


@pytest.mark.parametrize("entry", files((entry for entry in INDEX if not entry["leaks"]), NOT_CLEAN))
def test_every_clean_twin_is_left_alone(entry):
    assert {finding.rule for finding in examined(entry["file"]).findings} & (ON_PAGE | IN_FILE) == set()
