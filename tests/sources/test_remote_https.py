"""Documents of a web server on this machine: one, or a folder by its page."""

import os
import socket
import tarfile
from http.server import SimpleHTTPRequestHandler

import pytest

from redaudit.errors import UnreadableDocument, UsageError
from redaudit.model.finding import Skipped, Unreadable
from redaudit.sources import _https, remote
from redaudit.sources.entry import File
from tests.support_remote import web_server

pytest.importorskip("aiohttp")


@pytest.fixture
def web(monkeypatch):
    for name in [name for name in os.environ if name.lower().endswith("_proxy") or name.startswith("FSSPEC_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NETRC", os.devnull)
    with web_server() as server:
        yield server
        remote.dismiss()


def page(*links):
    return "<html>{}</html>".format("\n".join(f"<a href='{link}'>x</a>" for link in links)).encode()


def paths(web, url):
    return [entry.path.removeprefix(web.url) for entry in remote.listed(url)]


def test_one_document(web):
    web.holds = {"/a/b.txt": b"words"}
    url = f"{web.url}/a/b.txt"
    assert list(remote.listed(url)) == [File(url, url, etag="tag")]
    assert remote.read(url, 100) == b"words"


def test_a_signed_document_is_read_and_its_signature_never_shown(web):
    web.holds = {"/b.txt": b"words"}
    url = f"{web.url.replace('//', '//ann:secret@')}/b.txt?X-Amz-Signature=beef"
    assert list(remote.listed(url)) == [File(f"{web.url}/b.txt", url, etag="tag")]
    assert remote.read(url, 100) == b"words"
    assert web.asked == ["/b.txt?X-Amz-Signature=beef"] * 2
    web.holds = {"/b.txt": 403}
    with pytest.raises(UsageError) as error:
        remote.listed(url)
    assert str(error.value) == f"{web.url}/b.txt: no permission to read it"


def test_what_a_person_typed_is_encoded_and_what_is_encoded_stays(web):
    web.holds = {"/a%20b.txt": b"blank", "/a%2Fb.txt": b"slash", "/%C3%BC.txt": b"umlaut"}
    assert remote.read(f"{web.url}/a b.txt", 9) == b"blank"
    assert remote.read(f"{web.url}/a%2Fb.txt", 9) == b"slash"
    assert remote.read(f"{web.url}/ü.txt", 9) == b"umlaut"


def test_a_folder_is_what_its_page_links_to_below_it(web):
    web.holds = {
        "/docs/": page(
            *("b.txt", "a%20b.txt", "httpd.txt", "sub/", "b.txt", "b.txt#part", "/docs/abs.txt", "", "#top"),
            *("../", "../above.txt", "..%2fabove.txt", "%2e%2e/above.txt", "/other/no.txt", "/docs", "?C=N;O=D", "./"),
            *(
                "mailto:ann@example.org",
                "javascript:x()",
                "http://other.invalid/docs/no.txt",
                "//other.invalid/docs/no",
            ),
            *("http://[", "http://h:port/docs/no.txt", f"{web.url}/docs/full.txt", "get?id=1&amp;page=2", "sub/?C=N"),
        ),
        "/docs/sub/": page("c.txt", "../b.txt", "deep/"),
        "/docs/sub/deep/": page("d.txt"),
    }
    assert paths(web, f"{web.url}/docs/") == [
        "/docs/a%20b.txt",
        "/docs/abs.txt",
        "/docs/b.txt",
        "/docs/full.txt",
        "/docs/get?id=1&page=2",
        "/docs/httpd.txt",
        "/docs/sub/c.txt",
        "/docs/sub/deep/d.txt",
    ]
    assert web.asked == ["/docs/", "/docs/sub/", "/docs/sub/deep/"]


def test_a_folder_without_its_last_slash(web):
    web.holds = {"/docs": "/docs/", "/docs/": page("a.txt")}
    assert paths(web, f"{web.url}/docs") == ["/docs/a.txt"]


def test_a_server_without_a_path_is_its_first_page(web):
    web.holds = {"/": page("a.txt")}
    assert paths(web, web.url) == ["/a.txt"]


def test_hidden_names_are_skipped_and_not_asked_for(web):
    web.holds = {"/": page(".git/", ".hidden", "a.txt")}
    assert list(remote.listed(f"{web.url}/")) == [
        Skipped(f"{web.url}/.git", "a hidden folder"),
        Skipped(f"{web.url}/.hidden", "a hidden file"),
        File(f"{web.url}/a.txt", f"{web.url}/a.txt"),
    ]
    assert web.asked == ["/"]


def test_a_folder_that_cannot_be_listed_costs_itself(web):
    web.holds = {
        "/": page("away/", "gone/", "shut/", "text/", "z.txt"),
        "/away/": "http://other.invalid/",
        "/shut/": 403,
        "/text/": b"no page",
    }
    assert list(remote.listed(f"{web.url}/")) == [
        Unreadable(f"{web.url}/away/", "a folder: the server leads elsewhere"),
        Unreadable(f"{web.url}/gone/", "a folder: it is gone"),
        Unreadable(f"{web.url}/shut/", "a folder: no permission to read it"),
        Unreadable(f"{web.url}/text/", "a folder: no page that lists a folder"),
        File(f"{web.url}/z.txt", f"{web.url}/z.txt"),
    ]


def test_folders_without_end_come_to_an_end(web):
    web.holds = {"/" + "a/" * depth: page("a/") for depth in range(80)}
    [last] = remote.listed(f"{web.url}/")
    assert last == Unreadable(f"{web.url}/" + "a/" * 65, "a folder: nested deeper than 64 folders")


def test_the_page_of_a_plain_file_server_is_understood(tmp_path, web):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a & b.txt").write_text("one")
    (tmp_path / "sub" / "ü#1.txt").write_text("two")

    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=tmp_path)

        def log_message(self, *_):
            pass

    web.RequestHandlerClass = Quiet
    entries = list(remote.listed(f"{web.url}/"))
    assert [entry.path.removeprefix(web.url) for entry in entries] == ["/a%20%26%20b.txt", "/sub/%C3%BC%231.txt"]
    assert [remote.read(entry.location, 9) for entry in entries] == [b"one", b"two"]


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (404, "it is gone"),
        (410, "it is gone"),
        (401, "no permission to read it"),
        (403, "no permission to read it"),
        (418, "the server refuses it (418)"),
        (503, "the server refuses it (503)"),
        ("/b.txt", "the server leads in circles"),
        ("ftp://other.invalid/", "the server leads elsewhere"),
    ],
)
def test_why_a_document_cannot_be_read(web, monkeypatch, held, reason):
    monkeypatch.setattr(_https, "_WAITS", (0.0, 0.0))
    web.holds = {"/b.txt": held}
    with pytest.raises(UnreadableDocument) as error:
        remote.read(f"{web.url}/b.txt", 100)
    assert error.value.reason == reason


def test_a_server_that_is_out_of_order_is_asked_again(web, monkeypatch):
    monkeypatch.setattr(_https, "_WAITS", (0.0, 0.0))
    web.holds = {"/b.txt": [503, 429, b"words"], "/c.txt": [404, b"words"]}
    assert remote.read(f"{web.url}/b.txt", 9) == b"words"
    with pytest.raises(UnreadableDocument, match=r"^it is gone$"):
        remote.read(f"{web.url}/c.txt", 9)
    assert web.asked == ["/b.txt"] * 3 + ["/c.txt"]


def test_what_is_not_there_is_told_before_the_first_entry_is_taken(web):
    for url in (f"{web.url}/none.txt", f"{web.url}/none/"):
        with pytest.raises(UsageError) as error:
            remote.listed(url)
        assert str(error.value) == f"no such file or folder: {url}"


def test_a_server_that_cannot_be_reached(web):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/a.txt"
    with pytest.raises(UsageError) as error:
        remote.listed(url)
    assert str(error.value) == f"{url}: the server cannot be reached"


def test_no_more_is_read_than_the_limit_and_one(web):
    web.holds = {"/a": b"0123456789", "/empty": b""}
    assert remote.read(f"{web.url}/a", 3) == b"0123"
    assert remote.read(f"{web.url}/empty", 3) == b""
    assert list(remote.listed(f"{web.url}/empty")) == [File(f"{web.url}/empty", f"{web.url}/empty")]


@pytest.fixture
def archive(tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w") as bound:
        for number in range(3):
            (tmp_path / f"{number}.txt").write_bytes(bytes([number]) * 3_000_000)
            bound.add(tmp_path / f"{number}.txt", f"{number}.txt")
    return (tmp_path / "a.tar").read_bytes()


@pytest.mark.parametrize("whole", [False, True], ids=["in parts", "whole"])
def test_an_archive_is_read_here_and_there(web, archive, whole):
    web.holds, web.whole = {"/a.tar": archive}, whole
    with remote.opened(f"{web.url}/a.tar") as stream, tarfile.open(fileobj=stream) as bound:
        assert bound.getnames() == ["0.txt", "1.txt", "2.txt"]
        assert bound.extractfile("2.txt").read() == b"\2" * 3_000_000
        assert bound.extractfile("0.txt").read() == b"\0" * 3_000_000


def test_an_archive_that_is_too_large_to_be_read_whole(web, archive, monkeypatch):
    web.holds, web.whole = {"/a.tar": archive}, True
    monkeypatch.setattr(remote, "_WHOLE", 2**20)
    with pytest.raises(UnreadableDocument, match=r"^larger than 1 MB, and the server gives no parts of it$"):
        remote.opened(f"{web.url}/a.tar")


def test_a_place_of_an_archive(web):
    web.holds = {"/a": b"0123456789"}
    with remote.opened(f"{web.url}/a") as stream:
        assert stream.read(2) == b"01"
        assert stream.seek(-2, 2) == 8
        assert stream.read() == b"89"
        assert stream.seek(3) == stream.tell() == 3
        assert stream.read(1) == b"3"
        assert stream.seek(20) == 20
        assert stream.read() == b""
        with pytest.raises(ValueError, match="a place before the beginning"):
            stream.seek(-11, 2)
    assert web.asked == ["/a", "/a"]  # once to see what it is, once for its only block


def test_blocks_of_an_archive_are_asked_for_once_while_they_are_held(web, monkeypatch):
    monkeypatch.setattr(remote, "_BLOCK", 4)
    monkeypatch.setattr(remote, "_BLOCKS", 2)
    web.holds = {"/a": b"0123456789"}
    with remote.opened(f"{web.url}/a") as stream:
        assert [(stream.seek(place), stream.read(1)) for place in (9, 0, 8, 1)] == [
            (9, b"9"),
            (0, b"0"),
            (8, b"8"),
            (1, b"1"),
        ]
        assert len(web.asked) == 3
        assert (stream.seek(2), stream.read()) == (2, b"23456789")


def test_an_archive_that_grows_shorter_while_it_is_read(web):
    web.holds = {"/a": b"0123456789"}
    with remote.opened(f"{web.url}/a") as stream:
        web.holds = {"/a": b"01"}
        with pytest.raises(UnreadableDocument, match=r"^the server broke off$"):
            stream.read()
