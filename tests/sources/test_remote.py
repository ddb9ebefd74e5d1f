"""Objects of a real S3 server on this machine (moto), and what of a URL is shown."""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from redaudit.errors import UnreadableDocument, UsageError
from redaudit.model.finding import Skipped, Unreadable
from redaudit.sources import remote
from redaudit.sources.entry import File
from tests.support_remote import silent_server

pytest.importorskip("s3fs")
moto = pytest.importorskip("moto.server")
boto3 = pytest.importorskip("boto3")
fsspec_config = pytest.importorskip("fsspec.config")

NONE = "/nonexistent"
KEYS = {"AWS_ACCESS_KEY_ID": "made", "AWS_SECRET_ACCESS_KEY": "up"}
CABLE = "SUBJECT: THE FERRIES OF ZEMBLA\n\n1. The minister wants ferry {} before the treaty.\n"
# Every key is its own path, whatever it looks like.
ODD = [
    "..",
    "/leading.txt",
    "a b.txt",
    "a#b.txt",
    "a%2Fb.txt",
    "a?c.txt",
    "back\\slash.txt",
    "p.txt?versionId=3",
    "w&amp;+=.txt",
    "x/../z.txt",
    "x/./q.txt",
    "x//y.txt",
    "é/ü.txt",
]


@pytest.fixture(scope="module")
def endpoint():
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def environment(endpoint, monkeypatch):
    """An environment that knows the server and its keys, and nothing of this machine's own."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "FSSPEC_"))]:
        monkeypatch.delenv(name)
    values = {
        **KEYS,
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": NONE,
        "AWS_SHARED_CREDENTIALS_FILE": NONE,
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    yield monkeypatch
    remote.dismiss()


@pytest.fixture
def bucket(environment, endpoint):
    """A fresh bucket; `put` fills it."""
    store = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")
    name = "releases"
    store.create_bucket(Bucket=name)
    yield Bucket(store, name)
    store.close()
    urlopen(Request(f"{endpoint}/moto-api/reset", method="POST")).close()


class Bucket:
    def __init__(self, store, name):
        self.store, self.name = store, name

    def put(self, key, body=b"words", **options):
        return self.store.put_object(Bucket=self.name, Key=key, Body=body, **options)["ETag"].strip('"')

    def refuse(self):
        statement = {
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": "arn:aws:s3:::releases/*",
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self.store.put_bucket_policy(Bucket=self.name, Policy=policy)


def paths(url):
    return [entry.path for entry in remote.listed(url)]


@pytest.mark.parametrize("given", ["s3://b/k", "S3://b", "gs://b", "gcs://b", "https://h/", "http://h", "HTTPS://h"])
def test_a_url_is_remote(given):
    assert remote.is_remote(given)


@pytest.mark.parametrize("given", ["C:\\papers", "s3:", "s3:/b", "papers/s3://b", "-", "", "ftp://h", "file:///x"])
def test_a_path_is_not_remote(given):
    assert not remote.is_remote(given)


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("https://h/a.pdf", "https://h/a.pdf"),
        ("https://ann:secret@h:8/a.pdf", "https://h:8/a.pdf"),
        ("https://h/a@b.pdf", "https://h/a@b.pdf"),
        ("https://h/a.pdf?X-Amz-Expires=9&X-Amz-Signature=beef", "https://h/a.pdf"),
        ("https://h/a.pdf?Expires=9&Signature=beef&Key-Pair-Id=K", "https://h/a.pdf"),
        ("https://h/a.pdf?sv=2024&sig=beef", "https://h/a.pdf"),
        ("https://h/doc?id=3&access_token=beef", "https://h/doc?id=3"),
        ("https://h/doc?id=3&page=a%20b", "https://h/doc?id=3&page=a%20b"),
        ("https://h/doc#part", "https://h/doc"),
        ("s3://b/what?#1.pdf", "s3://b/what?#1.pdf"),
        ("s3://key:secret@b/a.pdf", "s3://b/a.pdf"),
    ],
)
def test_no_secret_of_a_url_is_shown(url, seen):
    assert remote.shown(url) == seen


def test_one_object(bucket):
    etag = bucket.put("box 1/cable.txt")
    bucket.put("box 1/cable.txt.bak")
    url = "s3://releases/box 1/cable.txt"
    assert list(remote.listed(url)) == [File(url, url, etag=etag)]


def test_all_below_a_prefix_at_any_depth_by_key(bucket):
    for key in ("b/2.txt", "b/10.txt", "b/a/b/c/d.txt", "b.txt", "ba/no.txt", "a.txt"):
        bucket.put(key)
    below = ["s3://releases/b/10.txt", "s3://releases/b/2.txt", "s3://releases/b/a/b/c/d.txt"]
    assert paths("s3://releases/b") == below
    assert paths("s3://releases/b/") == below
    assert len(paths("s3://releases")) == len(paths("S3://releases/")) == 6


def test_whether_a_url_is_one_object(bucket):
    bucket.put("a/b.txt")
    one = {url: remote.is_one(f"s3://{url}") for url in ("releases/a/b.txt", "releases/a", "releases/a/", "releases")}
    assert one == {"releases/a/b.txt": True, "releases/a": False, "releases/a/": False, "releases": False}
    bucket.refuse()
    assert remote.is_one("s3://releases/a/b.txt")


def test_more_objects_than_a_page_holds(bucket, environment):
    environment.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "3")
    for number in range(10):
        bucket.put(f"p/{number}.txt")
    assert paths("s3://releases/p") == [f"s3://releases/p/{number}.txt" for number in range(10)]


def test_every_key_is_its_own_path(bucket):
    for key in ODD:
        bucket.put(key, key.encode())
    entries = list(remote.listed("s3://releases"))
    assert [entry.path for entry in entries] == [f"s3://releases/{key}" for key in sorted(ODD)]
    assert [remote.read(entry.location, 100).decode() for entry in entries] == sorted(ODD)
    assert [paths(entry.location) for entry in entries] == [[entry.path] for entry in entries]


def test_hidden_names_and_what_stands_for_a_folder_are_skipped(bucket):
    for key in (".git/a", ".git/b/c", "d/.git/x", "d/.hidden", "d/z"):
        bucket.put(key)
    bucket.put("d/", b"")
    bucket.put("e/", b"a document of that name")
    assert [(type(entry), entry.path) for entry in remote.listed("s3://releases")] == [
        (Skipped, "s3://releases/.git"),
        (Skipped, "s3://releases/d/"),
        (Skipped, "s3://releases/d/.git"),
        (Skipped, "s3://releases/d/.hidden"),
        (File, "s3://releases/d/z"),
        (File, "s3://releases/e/"),
    ]
    reasons = [entry.reason for entry in remote.listed("s3://releases") if isinstance(entry, Skipped)]
    assert reasons == [
        "a hidden folder",
        "an empty object that stands for a folder",
        "a hidden folder",
        "a hidden file",
    ]
    assert paths("s3://releases/.git/") == ["s3://releases/.git/a", "s3://releases/.git/b/c"]


def test_no_more_is_read_than_the_limit_and_one(bucket):
    bucket.put("long", b"0123456789")
    bucket.put("empty", b"")
    assert remote.read("s3://releases/long", 3) == b"0123"
    assert remote.read("s3://releases/long", 10) == b"0123456789"
    assert remote.read("s3://releases/empty", 10) == b""


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("s3://releases/none.txt", "no such file or folder, or nothing in it: s3://releases/none.txt"),
        ("s3://no-such-bucket/a", "no such file or folder: s3://no-such-bucket/a"),
        ("s3://No_B!/a", "s3://No_B!/a: the address is not valid"),
        ("s3://", "s3://: the address is not valid"),
    ],
)
def test_what_is_not_there_is_told_before_the_first_entry_is_taken(bucket, url, message):
    with pytest.raises(UsageError) as error:
        remote.listed(url)
    assert str(error.value) == message


def test_what_is_refused(bucket):
    bucket.put("a.txt")
    bucket.refuse()
    with pytest.raises(UsageError, match=r"^s3://releases/a.txt: no permission to read it$"):
        remote.listed("s3://releases/a.txt")
    with pytest.raises(UnreadableDocument, match=r"^no permission to read it$"):
        remote.read("s3://releases/a.txt", 10)
    with pytest.raises(UnreadableDocument, match=r"^no permission to read it$"):
        remote.opened("s3://releases/a.txt")


def test_an_object_that_vanishes_after_the_listing(bucket):
    with pytest.raises(UnreadableDocument, match=r"^it is gone$"):
        remote.read("s3://releases/a.txt", 10)
    with pytest.raises(UnreadableDocument, match=r"^it is gone$"):
        remote.opened("s3://releases/a.txt")


def test_an_object_in_the_archive_of_the_store(bucket):
    bucket.put("a.txt", StorageClass="GLACIER")
    with pytest.raises(UnreadableDocument, match="it must be restored there first"):
        remote.read("s3://releases/a.txt", 10)


def test_a_public_bucket_is_read_without_credentials(bucket, environment):
    bucket.put("open.txt", ACL="public-read")
    bucket.put("shut.txt")
    for name in KEYS:
        environment.delenv(name)
    remote.dismiss()
    assert paths("s3://releases") == ["s3://releases/open.txt", "s3://releases/shut.txt"]
    assert remote.read("s3://releases/open.txt", 10) == b"words"
    with pytest.raises(UnreadableDocument, match=r"^no permission to read it$"):
        remote.read("s3://releases/shut.txt", 10)


def test_a_profile_that_is_not_configured(environment):
    environment.setenv("AWS_PROFILE", "nobody")
    with pytest.raises(UsageError, match="the profile that AWS_PROFILE names is not configured here"):
        remote.listed("s3://releases")
    with pytest.raises(UnreadableDocument, match="the profile that AWS_PROFILE names is not configured here"):
        remote.read("s3://releases/a.txt", 10)


def test_a_server_that_does_not_answer(environment):
    once = {"retries": {"max_attempts": 0}}
    quick = {"config_kwargs": {"connect_timeout": 0.2, "read_timeout": 0.2, **once}}
    environment.setitem(fsspec_config.conf, "s3", quick)
    with silent_server() as url:
        environment.setenv("AWS_ENDPOINT_URL", url)
        with pytest.raises(UsageError, match=r"^s3://releases: the server does not answer$"):
            remote.listed("s3://releases")
    remote.dismiss()
    environment.setitem(fsspec_config.conf, "s3", {"config_kwargs": once})  # a slow machine is told of it in time
    with pytest.raises(UnreadableDocument, match=r"^the server cannot be reached$"):
        remote.read("s3://releases/a.txt", 10)


def test_a_listing_that_breaks_off_says_so(bucket, environment):
    environment.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "3")
    for number in range(4):
        bucket.put(f"{number}.txt")
    entries = remote.listed("s3://releases/")
    for number in range(4):
        bucket.store.delete_object(Bucket="releases", Key=f"{number}.txt")
    bucket.store.delete_bucket(Bucket="releases")
    seen = list(entries)
    assert [entry.path for entry in seen] == [*(f"s3://releases/{number}.txt" for number in range(3)), "s3://releases/"]
    assert seen[-1] == Unreadable("s3://releases/", "a folder: no such bucket")


def test_an_archive_is_read_here_and_there(bucket, tmp_path):
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", CABLE.format(number) * 1000)
    bucket.put("a.zip", (tmp_path / "a.zip").read_bytes())
    with remote.opened("s3://releases/a.zip") as stream, ZipFile(stream) as archive:
        assert archive.namelist() == ["0.txt", "1.txt", "2.txt"]
        assert archive.read("2.txt").decode() == CABLE.format(2) * 1000
        assert archive.read("0.txt").decode() == CABLE.format(0) * 1000


def test_an_archive_that_is_changed_while_it_is_read(bucket):
    bucket.put("a.tar", b"first")
    with remote.opened("s3://releases/a.tar") as stream:
        bucket.put("a.tar", b"other")
        with pytest.raises(UnreadableDocument, match=r"^it was changed while it was being read$"):
            stream.read(1)


def test_two_worker_processes_read(bucket):
    for number in range(6):
        bucket.put(f"box {number % 2}/{number}.txt", CABLE.format(number).encode())
    command = ["report", "s3://releases", "--format", "jsonl", "--jobs", "2"]
    run = subprocess.run([sys.executable, "-m", "redaudit", *command], capture_output=True, text=True)
    assert run.stderr == ""
    documents = [json.loads(line) for line in run.stdout.splitlines()]
    subjects = {row["path"]: row["record"]["subject"] for row in documents if "path" in row}
    places = sorted(f"s3://releases/box {number % 2}/{number}.txt" for number in range(6))
    assert subjects == dict.fromkeys(places, "THE FERRIES OF ZEMBLA")


def test_a_run_over_files_imports_no_library_of_servers():
    code = "import sys, redaudit.cli; print({'fsspec', 's3fs', 'gcsfs', 'aiohttp', 'botocore'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stdout == "set()\n"


def test_the_libraries_of_some_paths_begin_no_thread_when_they_are_imported():
    needed = remote.libraries(["papers", "s3://releases/a", "HTTPS://h/", "s3://other"])
    assert needed == ["aiobotocore.session", "fsspec.implementations.http", "s3fs"]
    assert remote.libraries(["papers", "-"]) == []
    code = f"import threading, {', '.join(needed)}; print(threading.active_count())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "1\n"


def test_a_library_that_is_missing(environment):
    environment.setitem(sys.modules, "s3fs", None)
    with pytest.raises(UsageError) as error:
        remote.listed("s3://releases/a.txt")
    assert str(error.value) == "s3://releases/a.txt needs s3fs: pip install 'redaudit[s3]'"
    with pytest.raises(UnreadableDocument, match="needs s3fs"):
        remote.read("s3://releases/a.txt", 10)


def test_a_store_of_a_bucket_audits_what_is_new_and_marks_what_is_gone(bucket, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with ZipFile(tmp_path / "box.zip", "w") as archive:
        archive.writestr("three.txt", CABLE.format("three"))
    for name in ("one", "two"):
        bucket.put(f"1950/{name}.txt", CABLE.format(name).encode())
    bucket.put("1950/box.zip", (tmp_path / "box.zip").read_bytes())

    def run():
        # A program of its own: the fork server of this one began before the server was known.
        command = [sys.executable, "-m", "redaudit", "report", "s3://releases/1950/", "--format", "sqlite"]
        ended = subprocess.run([*command, "-o", "audit.db"], capture_output=True, text=True, check=False)
        return ended.returncode, ended.stderr.removeprefix("redaudit: audit.db: ").strip()

    assert run() == (0, "3 documents")
    assert run() == (0, "3 documents, 3 stored before and unchanged")
    bucket.put("1950/one.txt", CABLE.format("four").encode())
    bucket.store.delete_object(Bucket="releases", Key="1950/two.txt")
    assert run() == (0, "2 documents, 1 stored before and unchanged, 1 marked as gone in the store")
    with contextlib.closing(sqlite3.connect("audit.db")) as store:
        assert store.execute("SELECT path, gone FROM documents ORDER BY path").fetchall() == [
            ("s3://releases/1950/box.zip/three.txt", 0),
            ("s3://releases/1950/one.txt", 0),
            ("s3://releases/1950/two.txt", 1),
        ]
