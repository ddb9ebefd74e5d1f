"""The pictures of the README are those that a command of the repository takes."""

import re
from pathlib import Path

from PIL import Image

from docs.take_screenshots import HEIGHT, OVERVIEW, SCAN, WIDTH

ROOT = Path(__file__).parent.parent


def test_the_pictures_are_there_and_small():
    for place in (OVERVIEW, SCAN):
        assert place.stat().st_size < 250_000
        with Image.open(place) as picture:
            assert picture.size == (WIDTH, HEIGHT)


def test_every_picture_that_a_page_shows_is_there():
    shown = [
        (page.parent / target).resolve()
        for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
        for target in re.findall(r"!\[[^\]]*\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
        if "://" not in target
    ]
    assert [place for place in shown if not place.is_file()] == []
