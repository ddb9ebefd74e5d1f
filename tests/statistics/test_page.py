"""docs/statistics.md names every dimension and every figure as the code does, and shows a table as it is written.

REDAUDIT_WRITE=1 python -m pytest tests/statistics/test_page.py
"""

import io
import os
import re
from pathlib import Path

import pytest

from redaudit.statistics import DIMENSIONS, USUAL, of_store, render
from redaudit.statistics.figures import COLUMNS
from tests.support_statistics import sample

PAGE = Path(__file__).parent.parent.parent / "docs" / "statistics.md"


def shown(folder):
    sink = io.StringIO()
    render(of_store(sample(folder / "audit.db"), ("exemption",)), "table", sink)
    return f"```text\n$ redaudit stats audit.db --by exemption\n{sink.getvalue()}```\n"


def usual(_):
    return ", ".join(f"`{name}`" for name in USUAL)


def dimensions(_):
    rows = (f"| `{dimension.id}` | {dimension.meaning} | {dimension.unstated} |\n" for dimension in DIMENSIONS)
    return "| `--by` | the groups are | without it |\n|---|---|---|\n" + "".join(rows)


def figures(_):
    rows = (f"| `{column.name}` | {column.meaning} |\n" for column in COLUMNS)
    return "| column | meaning |\n|---|---|\n" + "".join(rows)


@pytest.mark.parametrize("made", [shown, usual, dimensions, figures], ids=lambda made: made.__name__)
def test_the_page_says_what_the_code_says(made, tmp_path):
    section = re.compile(rf"(<!-- begin {made.__name__} -->\n?)(.*?)(<!-- end {made.__name__} -->)", re.DOTALL)
    text, expected = PAGE.read_text(encoding="utf-8"), made(tmp_path)
    if "REDAUDIT_WRITE" in os.environ:
        text = section.sub(lambda found: found[1] + expected + found[3], text)
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    (found,) = section.finditer(text)
    assert found[2] == expected
