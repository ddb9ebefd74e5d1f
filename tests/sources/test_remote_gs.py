"""Objects of Google Cloud Storage, as an emulator on this machine holds them."""

import json
import os
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from redaudit.errors import UnreadableDocument, UsageError
from redaudit.model.finding import Skipped
from redaudit.sources import remote
from redaudit.sources.entry import File

pytest.importorskip("gcsfs")
emulator = pytest.importorskip("gcp_storage_emulator.server")


@pytest.fixture
def put(monkeypatch):
    """Puts an object into a bucket of a fresh emulator."""
    for name in [name for name in os.environ if name.startswith(("GOOGLE_", "FSSPEC_"))]:
        monkeypatch.delenv(name)
    server = emulator.create_server("127.0.0.1", 0, in_memory=True)
    server.start()
    url = f"http://127.0.0.1:{server._api._httpd.server_port}"  # any that was free: nobody else can take it meanwhile
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", url)

    def posted(path, body, kind):
        urlopen(Request(f"{url}{path}", body, {"Content-Type": kind}, method="POST")).close()

    def put(key, body=b"words"):
        query = urlencode({"uploadType": "media", "name": key})
        posted(f"/upload/storage/v1/b/releases/o?{query}", body, "application/octet-stream")

    posted("/storage/v1/b", json.dumps({"name": "releases"}).encode(), "application/json")
    yield put
    remote.dismiss()
    server.stop()


def paths(url):
    return [entry.path for entry in remote.listed(url)]


def test_one_object(put):
    put("box 1/cable.txt")
    url = "gs://releases/box 1/cable.txt"
    [entry] = remote.listed(f"gcs{url.removeprefix('gs')}")
    assert (entry.path, entry.location) == (url, url)
    assert len(entry.etag) == 24
    assert remote.read(url, 100) == b"words"
    assert remote.read(url, 2) == b"wor"


def test_all_below_a_prefix_by_key(put):
    for key in ("b/2.txt", "b/10.txt", "b/a/c/d.txt", "b.txt", "b/é#?.txt", "b/a%2Fb.txt"):
        put(key, key.encode())
    entries = list(remote.listed("gs://releases/b"))
    below = ["b/10.txt", "b/2.txt", "b/a%2Fb.txt", "b/a/c/d.txt", "b/é#?.txt"]
    assert [entry.path for entry in entries] == [f"gs://releases/{key}" for key in below]
    assert [remote.read(entry.location, 100).decode() for entry in entries] == below
    assert paths("gs://releases/b/") == [entry.path for entry in entries]
    assert len(paths("gs://releases")) == 6


def test_hidden_names_are_skipped(put):
    put(".git/a")
    put("d/.hidden")
    put("d/z")
    *skipped, last = remote.listed("gs://releases")
    assert skipped == [
        Skipped("gs://releases/.git", "a hidden folder"),
        Skipped("gs://releases/d/.hidden", "a hidden file"),
    ]
    assert isinstance(last, File)


def test_what_is_not_there(put):
    for url in ("gs://releases/none.txt", "gs://no-such-bucket/", "gs://no-such-bucket/a"):
        with pytest.raises(UsageError, match=r"^no such file or folder"):
            remote.listed(url)
    with pytest.raises(UnreadableDocument, match=r"^it is gone$"):
        remote.read("gs://releases/none.txt", 10)


def test_an_archive_is_read_here_and_there(put):
    put("a.zip", b"0123456789")
    with remote.opened("gs://releases/a.zip") as stream:
        assert stream.seek(-2, 2) == 8
        assert stream.read() == b"89"
        assert stream.seek(3) == 3
        assert stream.read(2) == b"34"
