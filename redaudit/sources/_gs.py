"""Objects in Google Cloud Storage, through gcsfs; bucket and key are named as they are, as for S3."""

import logging
from collections.abc import Iterator, Mapping

from redaudit.sources._server import CONNECT, PAGE_TIME, SILENCE, Held, absent, beyond, configured, loaded

SCHEME = "gs://"


class GoogleStorage:
    """Google Cloud Storage with the credentials that gcsfs finds; anonymous where it finds none."""

    def __init__(self, url: str) -> None:
        gcsfs = loaded("gcsfs", url, "gs")
        aiohttp = loaded("aiohttp", url, "gs")
        self._sync = loaded("fsspec.asyn", url, "gs").sync
        refused = loaded("gcsfs.retry", url, "gs").HttpError
        auth = loaded("google.auth.exceptions", url, "gs").GoogleAuthError
        requests = loaded("requests.exceptions", url, "gs").RequestException
        # gcsfs tells some refusals by ValueError and RuntimeError.
        self.errors: tuple[type[Exception], ...] = (
            *(OSError, ValueError, RuntimeError),
            *(aiohttp.ClientError, refused, auth, requests),
        )
        # It logs every refusal with its traceback, on standard error where nobody has set up logging.
        logging.getLogger("gcsfs").addHandler(logging.NullHandler())
        patience = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=SILENCE)
        session = {"timeout": patience, "trust_env": True, **configured("gs", "session_kwargs")}
        self._store = gcsfs.GCSFileSystem(skip_instance_cache=True, use_listings_cache=False, session_kwargs=session)

    def look(self, url: str) -> Held | None:
        """The object of this URL; None where there is none."""
        bucket, key = _split(url)
        if not bucket or not key:
            return None
        try:
            found = self._store.call("GET", "b/{}/o/{}", bucket, key, json_out=True, timeout=PAGE_TIME)
        except self.errors as error:
            if absent(error):
                return None
            raise
        return _held(bucket, found)

    def below(self, url: str) -> Iterator[Held]:
        """Every object below a prefix, in order of its key; one page of 1,000 is held."""
        bucket, prefix = _split(url)
        more: dict[str, str] = {}
        while True:
            page = self._store.call(
                "GET", "b/{}/o", bucket, prefix=prefix, maxResults=1000, json_out=True, timeout=PAGE_TIME, **more
            )
            for found in page.get("items", ()):
                yield _held(bucket, found)
            if not page.get("nextPageToken"):
                return
            more = {"pageToken": page["nextPageToken"]}

    def part(self, held: Held, start: int, end: int) -> bytes:
        """The bytes from `start` until `end`."""
        bucket, key = _split(held.location)
        try:
            body: bytes = self._store.cat_file(f"{bucket}/{key}", start=start, end=end)
        except self.errors as error:
            if beyond(error):
                return b""
            raise
        return body

    def close(self) -> None:
        """No connection is open."""
        if self._store.session is not None:
            self._sync(self._store.loop, self._store.session.close)


def _held(bucket: str, found: Mapping[str, str]) -> Held:
    """An object of Google's JSON; an object that was composed of others has no MD5, and its CRC is short."""
    etag = found.get("md5Hash") or f"{found.get('crc32c', '')}#{found.get('generation', '')}".strip("#")
    return Held(f"{SCHEME}{bucket}/{found['name']}", etag, int(found.get("size", 0)))


def _split(url: str) -> tuple[str, str]:
    bucket, _, key = url.removeprefix(SCHEME).partition("/")
    return bucket, key
