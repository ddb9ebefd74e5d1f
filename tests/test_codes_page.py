"""docs/codes.md is made from what `redaudit explain` knows."""

import os

from docs.list_codes import PAGE, TITLES, page
from redaudit.vocabulary.meaning import Kind


def test_the_page_is_as_the_vocabulary_is():
    if "REDAUDIT_WRITE" in os.environ:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_every_kind():
    assert set(TITLES) == set(Kind)
