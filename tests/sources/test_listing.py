"""Lists of paths, by lines or by NUL, from a file or a pipe."""

import io
import os

import pytest

from redaudit.errors import UsageError
from redaudit.sources.listing import listed_in


@pytest.mark.parametrize(
    ("held", "paths"),
    [
        (b"", []),
        (b"a.txt\nb c.txt\n", ["a.txt", "b c.txt"]),
        (b"a.txt\r\nb.txt", ["a.txt", "b.txt"]),
        (b"\n\na.txt\n\n", ["a.txt"]),
        (b" a.txt \n", [" a.txt "]),
        (b"a\nb.txt\0c.txt\0", ["a\nb.txt", "c.txt"]),
        (b"a.txt\0", ["a.txt"]),
        (b"caf\xe9.txt\n", [os.fsdecode(b"caf\xe9.txt")]),
        (b"x" * 200_000 + b"\n" + b"y" * 70_000, ["x" * 200_000, "y" * 70_000]),
        (b"".join(b"%06d.txt\n" % number for number in range(20_000)), [f"{n:06}.txt" for n in range(20_000)]),
    ],
)
def test_each_line_is_a_path(tmp_path, held, paths):
    assert list(listed_in("-", io.BytesIO(held))) == paths
    (tmp_path / "list").write_bytes(held)
    assert list(listed_in(str(tmp_path / "list"), io.BytesIO())) == paths


def test_a_list_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UsageError, match=r"^--files-from .*nope: it is gone$"):
        list(listed_in(str(tmp_path / "nope"), io.BytesIO()))
