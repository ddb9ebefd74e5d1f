"""Documents of a web server, through fsspec's own file system for HTTP.

fsspec lists an index page by a pattern that takes `../`, `mailto:` and links of a sort order for files and loses a file
called `httpd.txt`; links are therefore read here, and only those to files below the page itself count.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html.parser import HTMLParser
from http import HTTPStatus
from urllib.parse import SplitResult, quote, unquote, urldefrag, urljoin, urlsplit, urlunsplit

from attrs import field, frozen

from redaudit.errors import UnreadableDocument
from redaudit.sources._server import CONNECT, SILENCE, Held, absent, beyond, configured, loaded, reason, status

# Bytes of an index page, folders within folders: a server may make up both without end.
_LONGEST_INDEX, _DEEPEST = 32 * 2**20, 64
# Statuses that pass, and the seconds after which the server is asked again.
_PASSING, _WAITS = (429, 502, 503, 504), (0.5, 2.0)
_PAGES = {"text/html", "application/xhtml+xml"}
_PORTS = {"http": 80, "https": 443}


class Web:
    """A web server, with the proxies and the .netrc of the environment and the headers of FSSPEC_HTTPS."""

    def __init__(self, url: str) -> None:
        aiohttp = loaded("aiohttp", url, "https")
        http = loaded("fsspec.implementations.http", url, "https")
        self._sync = loaded("fsspec.asyn", url, "https").sync
        self.errors: tuple[type[Exception], ...] = (OSError, aiohttp.ClientError, ValueError)
        self._broken = (aiohttp.ClientPayloadError, aiohttp.ServerDisconnectedError)
        patience = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=SILENCE)
        client = {"timeout": patience, "trust_env": True}
        client |= configured("http", "client_kwargs") | configured("https", "client_kwargs")
        # `encoded`: a URL is asked for as it stands; else `%2e%2e/` would be undone and lead above the folder.
        self._store = http.HTTPFileSystem(skip_instance_cache=True, encoded=True, client_kwargs=client)

    def look(self, url: str) -> Held | None:
        """The document at this URL; None where there is none, or a page that lists a folder.

        Asks for its first byte: a URL that is signed for reading answers nothing else. Its size is known only where
        the server gives parts of it.
        """
        try:
            answer = self._answer(_Request(url, size=1, headers={"Range": "bytes=0-0"}))
        except self.errors as error:
            if beyond(error):
                return Held(url, size=0)
            if absent(error):
                return None
            raise
        if answer.url == f"{_quoted(url)}/" and answer.is_page:
            return None
        total = answer.headers.get("Content-Range", "").rpartition("/")[2]
        in_parts = answer.status == HTTPStatus.PARTIAL_CONTENT and total.isdecimal()
        return Held(url, answer.etag, int(total) if in_parts else None)

    def below(self, url: str) -> Iterator[Held]:
        """Every document to which a page links, and the pages below it link, in order; all their URLs are held."""
        seen, folders = {url}, [iter(self._links(url, url))]
        while folders:
            link = next(folders[-1], None)
            if link is None:
                folders.pop()
            elif link not in seen:
                seen.add(link)
                held = Held(link) if _is_left(link) else self._entered(link, url, folders)
                if held is not None:
                    yield held

    def _entered(self, folder: str, top: str, folders: list[Iterator[str]]) -> Held | None:
        """Goes into a folder; what it is where that cannot be."""
        if folder.removeprefix(top).count("/") > _DEEPEST:
            return Held(folder, refusal=f"nested deeper than {_DEEPEST} folders")
        expected: tuple[type[Exception], ...] = (*self.errors, UnreadableDocument)
        try:
            folders.append(iter(self._links(folder, top)))
        except expected as error:
            return Held(folder, refusal=reason(error))
        return None

    def _links(self, url: str, top: str) -> list[str]:
        """What a page links to below `top`, sorted."""
        answer = self._answer(_Request(url, size=_LONGEST_INDEX + 1, redirects=0))
        if answer.status >= HTTPStatus.MULTIPLE_CHOICES:
            raise UnreadableDocument("the server leads elsewhere")
        if not answer.is_page:
            raise UnreadableDocument("no page that lists a folder")
        if len(answer.body) > _LONGEST_INDEX:
            raise UnreadableDocument(f"its list is longer than {_LONGEST_INDEX // 2**20} MB")
        page = _Page(url)
        page.feed(answer.body.decode("utf-8", "replace"))
        return sorted({link for found in page.links if (link := _below(found, top))})

    def part(self, held: Held, start: int, end: int) -> bytes:
        """The bytes from `start` until `end`; raises UnreadableDocument where the server gives no parts of it."""
        headers = {"If-Match": f'"{held.etag}"'} if held.etag else {}
        if start:
            headers["Range"] = f"bytes={start}-{end - 1}"
        try:
            answer = self._answer(_Request(held.location, end - start, headers))
        except self.errors as error:
            if beyond(error):
                return b""
            raise
        if start and answer.status != HTTPStatus.PARTIAL_CONTENT:
            raise UnreadableDocument("the server gives no parts of it, as an archive needs")
        return answer.body

    def close(self) -> None:
        """No connection is open."""
        if self._store._session is not None:
            self._sync(self._store.loop, self._store._session.close)

    def _answer(self, request: "_Request") -> "_Answer":
        for wait in (*_WAITS, None):
            try:
                answer: _Answer = self._sync(self._store.loop, self._exchanged, request)
                return answer
            except self.errors as error:
                if wait is None or not (isinstance(error, self._broken) or status(error) in _PASSING):
                    raise
                time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    async def _exchanged(self, request: "_Request") -> "_Answer":
        """The answer to a request, read no further than asked; raises for a status of 400 and more."""
        session = await self._store.set_session()
        address = self._store.encode_url(_quoted(request.url))
        headers = {"Accept-Encoding": "identity", **request.headers}
        follow = {"allow_redirects": request.redirects > 0, "max_redirects": request.redirects}
        async with session.get(address, headers=headers, **follow) as response:
            response.raise_for_status()
            body = bytearray()
            while len(body) < request.size and (piece := await response.content.read(request.size - len(body))):
                body += piece
            return _Answer(response.status, response.headers, str(response.url), bytes(body))


@frozen
class _Request:
    """What is asked of a server: at most `size` bytes of a URL, after so many redirects at most."""

    url: str
    size: int
    headers: Mapping[str, str] = field(factory=dict)
    redirects: int = 10


@frozen
class _Answer:
    """What a server answered; `url` is where the last redirect led."""

    status: int
    headers: Mapping[str, str]
    url: str
    body: bytes

    @property
    def is_page(self) -> bool:
        """Whether it says that it is a page of HTML."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower() in _PAGES

    @property
    def etag(self) -> str:
        """What the server says of the content; a weak tag says that it means the same, not that it is the same."""
        etag = self.headers.get("ETag", "")
        return "" if etag.startswith("W/") else etag.strip('"')


class _Page(HTMLParser):
    """The links of a page, as whole URLs without fragments."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._place = url
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes what `<a href>` names, seen from where `<base href>` says the page lies."""
        target = dict(attrs).get("href")
        if target is None or tag not in ("a", "base"):
            return
        with suppress(ValueError):  # `http://[`
            link = urldefrag(urljoin(self._place, target.strip())).url
            if tag == "base":
                self._place = link
            else:
                self.links.append(link)


def _below(link: str, top: str) -> str:
    """A link as the URL of something below a folder; empty where it leads elsewhere, or to the folder sorted anew."""
    here, there = urlsplit(top), urlsplit(link)
    if _origin(there) != _origin(here) or ".." in unquote(there.path).replace("\\", "/").split("/"):
        return ""
    if not there.path.startswith(here.path) or there.path == here.path:
        return ""
    query = "" if there.path.endswith("/") else there.query
    return urlunsplit((here.scheme, here.netloc, there.path, query, ""))


def _is_left(link: str) -> bool:
    """Whether a link is no folder, or one that is hidden and not to be asked for."""
    return not link.endswith("/") or link.split("/")[-2].startswith(".")


def _origin(url: SplitResult) -> tuple[str, str, int | None]:
    with suppress(ValueError):  # a port that is none
        return url.scheme, (url.hostname or "").lower(), url.port or _PORTS.get(url.scheme)
    return "", "", None


def _quoted(url: str) -> str:
    """A URL as it goes over the line: what a person typed as a blank or an umlaut is encoded, all else stays."""
    return quote(urldefrag(url).url, safe="%/:=&?~+!$,;'@()*[]")
