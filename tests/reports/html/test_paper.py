"""What every page is printed on: its policy, its styles and its scripts."""

import re

import pytest

from redaudit.model.part import Binding
from redaudit.reports.html import paper

NOTHING_ELSE = "base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("binding", [Binding.FOLDER, Binding.LONE])
def test_a_page_of_a_folder_loads_what_lies_in_it_and_nothing_else(binding):
    assert paper.head(("common.css",), ("corpus.js", "listing.js"), "../", binding).splitlines() == [
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; "
        f"script-src 'self'; img-src 'self'; {NOTHING_ELSE}\">",
        '<link rel="stylesheet" href="../assets/common.css">',
        '<script defer src="../assets/corpus.js"></script>',
        '<script defer src="../assets/listing.js"></script>',
    ]


def test_one_file_loads_nothing_but_itself():
    policy, _, rest = paper.head(("common.css",), ("document.js",), "", Binding.FILE).partition("\n")
    hashed = r"'sha256-[A-Za-z0-9+/]{43}='"
    content = rf"default-src 'none'; style-src {hashed}; script-src {hashed}; img-src data:; {NOTHING_ELSE}"
    assert re.fullmatch(f'<meta http-equiv="Content-Security-Policy" content="{content}">', policy)
    assert rest.startswith(f"<style>{paper.asset('common.css')}</style>")
    assert rest.endswith(f'<script type="module">{paper.asset("document.js")}</script>')


def test_a_page_escapes_what_it_is_given():
    values = {"head": "<i>", "grades": ()}
    assert "&lt;i&gt;" in paper.printed("rules.html", values)


def test_a_page_that_misses_a_value_is_an_error():
    with pytest.raises(Exception, match="'grades' is undefined"):
        paper.printed("rules.html", {"head": ""})
