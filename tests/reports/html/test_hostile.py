"""Whatever a document holds or is called, its page shows it and runs none of it; what a redaction covers is nowhere."""

import base64
import hashlib
import html
import json
import os
import re
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest

from redaudit.cli import main
from redaudit.errors import ExitCode
from tests.support_hostile import HEBREW, NAMES, SHOWN, TEMPLATE, write_heavy, write_hostile
from tests.support_html import dead_links, parsed, unsafe
from tests.support_pdf import box, pdf, text

ROOT = Path(__file__).parent.parent.parent.parent
FILING = ROOT / "examples" / "faulty" / "bars.pdf"
SPECIMENS = ROOT / "tests" / "specimens"


def made(place, source, *more):
    """A report of a folder, or a file, in HTML."""
    return main(["report", str(source), "--format", "html", "-o", str(place), "--jobs", "2", "--no-progress", *more])


# Two names begin with a dot, so that their files are hidden; two more are names of bytes.
READABLE_NAMES = len(NAMES) - 2 + 2 * (os.name == "posix")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report of the hostile documents."""
    place = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        write_hostile(place / "papers")
        write_heavy(place / "papers" / "large")
        assert made("out", "papers") == ExitCode.UNREADABLE
    return place / "out"


@pytest.fixture(scope="module")
def pages(report):
    """Every page of it, parsed."""
    return parsed(report)


def page_of(pages, start):
    """The page of a document by the start of its name."""
    return next(page for place, page in pages.items() if place.name.startswith(start) and place.parent.name != "out")


def test_every_document_that_can_be_read_has_a_page(pages):
    shown = [place for place in pages if place.parent.name == "documents"]
    assert len(shown) == 3 * len(SHOWN) + 3 + READABLE_NAMES + 2 + 3 + 2  # twins, heavy ones, odd ones without a NUL


def test_nothing_of_a_document_can_run(pages):
    assert {place.name: found for place, page in pages.items() if (found := unsafe(page))} == {}


def test_every_element_is_closed_where_it_was_opened(pages):
    assert {place.name: page.wrong[:5] for place, page in pages.items() if page.wrong} == {}


def test_every_id_stands_once_on_its_page(pages):
    counts = {place.name: Counter(page.ids) for place, page in pages.items()}
    assert [(place, name) for place, ids in counts.items() for name, count in ids.items() if count > 1] == []


def test_every_link_leads_somewhere(report):
    assert dead_links(report) == []


def test_every_page_has_a_policy_before_all_that_it_loads(pages):
    for page in pages.values():
        elements = [
            (tag, attributes.get("http-equiv"))
            for tag, attributes in page.elements
            if tag in ("meta", "link", "script", "style", "img")
        ]
        assert elements[1] == ("meta", "Content-Security-Policy")  # after the charset alone
        policy = next(attributes["content"] for tag, attributes in page.elements if "http-equiv" in attributes)
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "http:" not in policy


def test_data_for_scripts_can_be_read_and_holds_no_end_of_a_script(pages):
    for page in pages.values():
        page.holdings()
        kinds = [attributes.get("type") for tag, attributes in page.elements if tag == "script"]
        for kind, script in zip(kinds, page.scripts, strict=True):
            if kind == "application/json":
                assert not set("<>&\u2028\u2029") & set(script)


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_text_is_shown_as_it_is(pages, number):
    assert SHOWN[number] in page_of(pages, f"{number}-txt").text


def test_right_to_left_names_do_not_turn_the_line(pages):
    found = 0
    for place, page in pages.items():
        tags = [tag for tag, _ in page.elements]
        if HEBREW in page.text:
            found += 1
            assert "bdi" in tags, place.name
    assert found > 10


def test_templates_are_not_filled_by_a_document(pages):
    held = [page.text for page in pages.values() if TEMPLATE in page.text]
    assert held
    for shown in held:
        assert "&amp;lt;" not in shown


def test_no_file_of_a_report_leaves_its_folder_or_has_an_odd_name(report):
    for path in report.rglob("*"):
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", path.name), path
        assert len(path.name) < 80


def test_files_of_a_name_have_a_page_each(pages):
    texts = [page.text for place, page in pages.items() if place.name.startswith("memo-txt-")]
    assert sorted("twin 0" in text for text in texts) == [False, True]


@pytest.mark.skipif("sys.platform != 'linux'", reason="names of bytes are Linux's")
def test_files_whose_names_are_shown_the_same_have_a_page_each(pages):
    texts = [page.text for page in pages.values() if "SUBJECT: byte e" in page.text]
    assert sorted("byte e9" in text for text in texts) == [False, True]


def test_a_line_of_megabytes_costs_no_more_than_it_weighs(report):
    sizes = {path.name: path.stat().st_size for path in report.glob("documents/*.html")}
    assert max(size for name, size in sizes.items() if name.startswith("unbroken")) < 12_000_000
    assert max(size for name, size in sizes.items() if name.startswith("lines")) < 10_000_000


def test_what_could_not_be_read_is_listed_with_the_reason(pages):
    (overview,) = [page for place, page in pages.items() if place.name == "index.html"]
    for words in ("papers/broken/<b>cut.pdf", "encrypted", "empty file"):
        assert words in overview.text


def spellings(words):
    """Some words as the bytes of a file may hold them."""
    yield from (words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "cp1252"))
    yield json.dumps(words)[1:-1].encode()
    yield "".join(f"\\u{ord(sign):04x}" for sign in words).encode()
    yield html.escape(words).encode()
    yield "".join(f"&#{ord(sign)};" for sign in words).encode()
    yield "".join(f"&#x{ord(sign):x};" for sign in words).encode()
    yield quote(words).encode()
    yield words.encode().hex().encode()
    yield words[::-1].encode()
    for code in ("utf-8", "utf-16-le"):
        for shift in range(3):
            # The part of base64 that does not depend on what stands beside the words.
            held = b"\0" * shift + words.encode(code)
            yield base64.b64encode(held)[(4 * shift + 2) // 3 : len(held) * 8 // 6]


def holding(place, words):
    """The files that hold some words in any spelling; upper and lower case are one, and blanks may be any."""
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    spelt = {spelling.lower() for variant in (words, "".join(words.split())) for spelling in spellings(variant)}
    return [path.name for path in files if any(spelling in path.read_bytes().lower() for spelling in spelt)]


@pytest.mark.parametrize("words", ["Tasselby", "17 Cooper Stairs"])
def test_words_under_a_bar_are_nowhere_unless_they_are_asked_for(tmp_path, words):
    made(tmp_path / "out", FILING)
    made(tmp_path / "one.html", FILING)
    made(tmp_path / "all", FILING.parent)
    assert holding(tmp_path, words) == []
    made(tmp_path / "revealed", FILING, "--reveal")
    made(tmp_path / "revealed.html", FILING, "--reveal")
    assert holding(tmp_path / "revealed", words) == ["index.html"]
    assert holding(tmp_path / "revealed.html", words) == ["revealed.html"]


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "markdown", "html"])
def test_formats_agree_on_what_is_revealed(tmp_path, name):
    for options in ([], ["--reveal"]):
        main(["report", str(FILING), "--format", name, "-o", str(tmp_path / f"one.{name}"), "--jobs", "1", *options])
        shown = bool(holding(tmp_path / f"one.{name}", "Tasselby"))
        assert shown is (bool(options) and name in ("json", "jsonl", "html"))


LEAKS = [
    entry
    for entry in json.loads((SPECIMENS / "index.json").read_text(encoding="utf-8"))
    if entry["leaks"] and entry["hidden"]
]


@pytest.fixture(scope="module")
def leaking(tmp_path_factory):
    """The report of every specimen that leaks."""
    place = tmp_path_factory.mktemp("leaking")
    (place / "papers").mkdir()
    for entry in LEAKS:
        (place / "papers" / entry["file"]).write_bytes((SPECIMENS / entry["file"]).read_bytes())
    made(place / "out", place / "papers")
    return place / "out"


@pytest.mark.parametrize("entry", LEAKS, ids=[entry["file"] for entry in LEAKS])
def test_what_a_specimen_leaks_its_report_does_not(leaking, entry):
    start = entry["file"].replace(".", "-")
    (page,) = (path for path in (leaking / "documents").glob("*.html") if path.name.startswith(start))
    for words in entry["hidden"]:
        assert holding(page, words) == []
        assert holding(leaking / "index.html", words) == []
        assert [name for path in page.with_suffix("").glob("*") for name in holding(path, words)] == []


WAYS = {
    "a bar": lambda words: [text(72, 100, words), box(70, 90, 400, 104)],
    "white letters": lambda words: [text(72, 100, words, colour=(1, 1, 1))],
    "no ink": lambda words: [text(72, 100, words, mode=3)],
    "beyond the page": lambda words: [text(-900, 100, words)],
    "tiny letters": lambda words: [text(72, 100, words, size=0.5)],
}


@pytest.mark.parametrize("way", WAYS)
def test_made_up_words_that_no_eye_sees_are_nowhere(tmp_path, way):
    words = "Quillory Vantresk"
    (tmp_path / "paper.pdf").write_bytes(pdf(text(72, 60, "SECRET"), *WAYS[way](words), text(72, 140, "Shown words.")))
    made(tmp_path / "out", tmp_path / "paper.pdf")
    assert holding(tmp_path / "out", words) == []


@pytest.mark.parametrize("binding", ["folder", "lone", "file"])
@pytest.mark.parametrize("pages", ["all", "flagged", "none"])
def test_every_link_leads_somewhere_whichever_pages_are_shown(tmp_path, pages, binding):
    sources = {"folder": ROOT / "examples", "lone": FILING, "file": FILING}
    place = tmp_path / "out" / "index.html" if binding == "file" else tmp_path / "out"
    (tmp_path / "out").mkdir()
    made(place, sources[binding], "--pages", pages)
    assert dead_links(tmp_path / "out") == []
    for page in parsed(tmp_path / "out").values():
        assert unsafe(page) == (["script of its own"] if binding == "file" else [])
        assert page.wrong == []


def test_one_file_runs_the_one_script_whose_hash_its_policy_states(tmp_path):
    made(tmp_path / "one.html", FILING)
    (page,) = parsed(tmp_path).values()
    ours = [
        script
        for (_, attributes), script in zip(
            [element for element in page.elements if element[0] == "script"], page.scripts, strict=True
        )
        if attributes.get("type") != "application/json"
    ]
    policy = next(attributes["content"] for tag, attributes in page.elements if "http-equiv" in attributes)
    hashed = base64.b64encode(hashlib.sha256(ours[0].encode()).digest()).decode()
    assert len(ours) == 1
    assert f"script-src 'sha256-{hashed}';" in policy
    assert "img-src data:;" in policy
    assert "'self'" not in policy
