"""Which stored paths a run would have met, had they been there."""

import pytest

from redaudit.sources.scope import Scope


@pytest.mark.parametrize(
    ("roots", "shut", "path", "gone"),
    [
        (["papers"], [], "papers/a.txt", True),
        (["papers/"], [], "papers/b/a.txt", True),
        (["papers"], [], "papers-2/a.txt", False),
        (["papers/a.txt"], [], "papers/a.txt", True),
        (["papers/a.txt"], [], "papers/b.txt", False),
        (["."], [], "papers/a.txt", True),
        (["."], [], "../other/a.txt", False),
        (["."], [], "/elsewhere/a.txt", False),
        (["."], [], "s3://bucket/a.txt", False),
        (["."], [], "C:/a.txt", False),
        (["/"], [], "/elsewhere/a.txt", True),
        (["s3://bucket/1950"], [], "s3://bucket/1950/a.txt", True),
        (["s3://bucket/1950"], [], "s3://bucket/1951/a.txt", False),
        (["papers"], ["papers/vault"], "papers/vault/a.txt", False),
        (["papers"], ["papers/vault"], "papers/vaults/a.txt", True),
        (["papers"], ["papers/x.zip"], "papers/x.zip/deep/a.txt", False),
        ([], [], "papers/a.txt", False),
    ],
)
def test_a_path_is_gone_where_the_run_looked_and_saw_it_not(roots, shut, path, gone):
    assert Scope(tuple(roots), set(shut)).shows_gone(path) is gone
