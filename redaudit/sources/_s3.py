"""Objects in S3, or in a store that speaks as S3 does, through s3fs.

Requests name bucket and key themselves, in place of s3fs's paths: there `a//b`, a key that ends in a slash, and one
that holds `?versionId=` become other keys, and the folder `a//` lists itself for ever.
"""

from collections.abc import Iterator
from typing import Protocol

from redaudit.errors import UnreadableDocument, UsageError
from redaudit.sources._server import CONNECT, PAGE_TIME, SILENCE, Held, absent, beyond, configured, loaded, reason

SCHEME = "s3://"
# How often a body that breaks off is asked for again; requests themselves are repeated by botocore and s3fs.
_ATTEMPTS = 3


class S3:
    """S3 as the environment configures it (AWS_*, FSSPEC_S3); anonymous where no credentials are found."""

    def __init__(self, url: str) -> None:
        s3fs = loaded("s3fs", url, "s3")
        self._sync = loaded("fsspec.asyn", url, "s3").sync
        botocore = loaded("botocore.exceptions", url, "s3")
        payload = loaded("aiohttp", url, "s3").ClientError
        self._broken = (payload, botocore.HTTPClientError, loaded("urllib3.exceptions", url, "s3").IncompleteRead)
        self.errors: tuple[type[Exception], ...] = (
            OSError,
            botocore.BotoCoreError,
            botocore.ClientError,
            *self._broken,
        )
        limits = {"connect_timeout": CONNECT, "read_timeout": SILENCE, **configured("s3", "config_kwargs")}
        options = {"skip_instance_cache": True, "use_listings_cache": False, "config_kwargs": limits}
        self._store = s3fs.S3FileSystem(**options)
        try:
            if not self._store.anon and self._store.key is None and not self._has_credentials():
                self.close()
                self._store = s3fs.S3FileSystem(anon=True, **options)
        except self.errors as error:
            raise UsageError(f"{url}: {reason(error)}") from error

    def _has_credentials(self) -> bool:
        self._store.connect()
        return self._sync(self._store.loop, self._store.session.get_credentials) is not None

    def look(self, url: str) -> Held | None:
        """The object of this URL; None where there is none, or where only a listing may tell."""
        bucket, key = _split(url)
        if not bucket or not key:
            return None
        try:
            found = self._store.call_s3("head_object", Bucket=bucket, Key=key, timeout=PAGE_TIME)
        except OSError as error:
            if absent(error):
                return None
            raise
        return Held(url, _plain(found.get("ETag", "")), found["ContentLength"])

    def below(self, url: str) -> Iterator[Held]:
        """Every object below a prefix, in order of its key; one page of 1,000 is held."""
        bucket, prefix = _split(url)
        more: dict[str, str] = {}
        while True:
            page = self._store.call_s3("list_objects_v2", more, Bucket=bucket, Prefix=prefix, timeout=PAGE_TIME)
            for found in page.get("Contents", ()):
                yield Held(f"{SCHEME}{bucket}/{found['Key']}", _plain(found.get("ETag", "")), found["Size"])
            if not page.get("IsTruncated"):
                return
            more = {"ContinuationToken": page["NextContinuationToken"]}

    def part(self, held: Held, start: int, end: int) -> bytes:
        """The bytes from `start` until `end`, of the content that `held.etag` names if it names any."""
        bucket, key = _split(held.location)
        asked = {"Bucket": bucket, "Key": key, "Range": f"bytes={start}-{end - 1}"}
        if held.etag:
            asked["IfMatch"] = f'"{held.etag}"'
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                answer = self._store.call_s3("get_object", asked)
                if start and "ContentRange" not in answer:
                    raise UnreadableDocument("the server gives no parts of it, as an archive needs")
                found: bytes = self._sync(self._store.loop, _body, answer["Body"], end - start)
                return found
            except self.errors as error:
                if beyond(error):
                    return b""
                if not isinstance(error, self._broken) or attempt == _ATTEMPTS:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def close(self) -> None:
        """No connection is open."""
        if self._store._s3 is not None:
            self._sync(self._store.loop, self._store._s3creator.__aexit__, None, None, None)


class _Body(Protocol):
    """The body of an answer, of which every reading gives what has come."""

    async def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""

    def close(self) -> None:
        """Nothing more is taken."""


async def _body(body: _Body, size: int) -> bytes:
    """The first bytes of a body: some stores send all, whatever part was asked for."""
    found = bytearray()
    try:
        while len(found) < size and (piece := await body.read(size - len(found))):
            found += piece
    finally:
        body.close()
    return bytes(found)


def _split(url: str) -> tuple[str, str]:
    bucket, _, key = url.removeprefix(SCHEME).partition("/")
    return bucket, key


def _plain(etag: str) -> str:
    return etag.strip('"')
