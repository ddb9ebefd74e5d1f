"""Parts are found by their files; what is missing or misnamed fails at once, by name."""

import importlib

import pytest

from redaudit.errors import UnknownPart
from redaudit.model.part import Report
from redaudit.registry import load

PART = "from redaudit.model.part import Report\nREPORT = Report(id={name!r}, summary='a part', render=print)\n"


@pytest.fixture
def room(tmp_path, monkeypatch, request):
    """Builds a package of the given files, under a name no other test uses."""
    name = f"room_{abs(hash(request.node.name))}"

    def build(files):
        for path, text in {"__init__.py": "", **files}.items():
            place = tmp_path / name / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        monkeypatch.syspath_prepend(tmp_path)
        return importlib.import_module(name)

    return build


def test_parts_come_sorted_by_id_from_folders_too(room):
    built = room(
        {
            "zebra.py": PART.format(name="zebra"),
            "group/__init__.py": "",
            "group/two_words.py": PART.format(name="two-words"),
            "_shared.py": "raise AssertionError('not a part')",
        }
    )
    assert [part.id for part in load(built, Report)] == ["two-words", "zebra"]


def test_a_folder_with_a_constant_of_its_own_is_one_part(room):
    built = room({"stamp/__init__.py": PART.format(name="stamp"), "stamp/state.py": "raise AssertionError"})
    assert [part.id for part in load(built, Report)] == ["stamp"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"empty.py": ""}, "has no constant REPORT"),
        ({"wrong.py": "REPORT = 3"}, "has no constant REPORT"),
        ({"here.py": PART.format(name="there")}, "calls itself 'there', not 'here'"),
        (
            {"same.py": PART.format(name="same"), "group/__init__.py": "", "group/same.py": PART.format(name="same")},
            "two reports are called same",
        ),
    ],
    ids=["missing", "no-part", "misnamed", "twice"],
)
def test_what_is_wrong_is_named(room, files, message):
    with pytest.raises(UnknownPart, match=message):
        load(room(files), Report)
