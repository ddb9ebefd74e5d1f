"""What every server of documents is to us, and what its errors say to a person.

The libraries behind it (fsspec, s3fs, gcsfs, aiohttp) are optional and take half a second to import: they are imported
when the first URL is met, by `loaded`, never by a run over files.
"""

import importlib
from collections.abc import Iterator
from http import HTTPStatus
from types import ModuleType
from typing import Protocol

from attrs import frozen

from redaudit.errors import UnreadableDocument, UsageError

# Seconds until a server that does not take a connection, or is silent within an answer, is given up.
CONNECT, SILENCE = 10.0, 20.0
# Seconds for one page of a listing with all its repetitions: the listing runs where no pool watches it.
PAGE_TIME = 60.0
# What an error is called somewhere in the ancestry of its class, and what that says to a person; first match wins.
_CLASSES = (
    (("FileNotFoundError",), "it is gone"),
    (("PermissionError", "NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError"), "permission"),
    (("ProfileNotFound",), "the profile that AWS_PROFILE names is not configured here"),
    (("NonHttpUrlRedirectClientError", "InvalidUrlRedirectClientError"), "the server leads elsewhere"),
    (("ParamValidationError", "InvalidURL", "InvalidUrlClientError"), "the address is not valid"),
    (("ClientConnectorCertificateError", "ClientSSLError", "SSLError"), "the server's certificate is not valid"),
    (("ClientPayloadError", "IncompleteRead", "ResponseStreamingError"), "the server broke off"),
    (("ConnectTimeoutError", "ReadTimeoutError", "TimeoutError"), "the server does not answer"),
    (("ServerDisconnectedError", "ConnectionClosedError", "ConnectionResetError"), "the server broke off"),
    (("ClientConnectorError", "EndpointConnectionError", "ConnectionError"), "the server cannot be reached"),
    (("TooManyRedirects",), "the server leads in circles"),
    (("GoogleAuthError",), "permission"),
)
_NO_PERMISSION = "no permission to read it"
# What S3 calls some errors; those that are not here are told by their code.
_CODES = {
    "NoSuchBucket": "no such bucket",
    "InvalidObjectState": "the store keeps it in its archive: it must be restored there first",
    "PreconditionFailed": "it was changed while it was being read",
    "412": "it was changed while it was being read",
}


@frozen
class Held:
    """An object that a server holds, and the URL by which it is read.

    `etag` is what the server says of its content, empty where it says nothing that holds. `size` is in bytes, None
    where it is not known before it is read. `refusal` says why it is a folder that could not be listed.
    """

    location: str
    etag: str = ""
    size: int | None = None
    refusal: str = ""


class Server(Protocol):
    """One kind of server. Its errors are those of its library: `errors`, which `reason` puts into words."""

    errors: tuple[type[Exception], ...]

    def look(self, url: str) -> Held | None:
        """The object of this very URL; None where there is none."""

    def below(self, url: str) -> Iterator[Held]:
        """Every object whose URL begins with this one, which ends in a slash, in order of their names."""

    def part(self, held: Held, start: int, end: int) -> bytes:
        """The bytes from `start` until `end`, fewer where the object ends before."""

    def close(self) -> None:
        """No connection is open."""


def loaded(library: str, url: str, extra: str) -> ModuleType:
    """An optional library; raises UsageError saying how to get it.

    Not imported at the top of a module: it takes half a second that only a run over URLs shall pay.
    """
    try:
        return importlib.import_module(library)
    except ImportError as error:
        needed = library.split(".")[0]
        raise UsageError(f"{url} needs {needed}: pip install 'redaudit[{extra}]'") from error


def configured(protocol: str, option: str) -> dict[str, object]:
    """What the user's fsspec configuration (FSSPEC_S3 and the like) says for an option that is a table."""
    conf: dict[str, dict[str, object]] = importlib.import_module("fsspec.config").conf
    table = conf.get(protocol, {}).get(option, {})
    return dict(table) if isinstance(table, dict) else {}


def absent(error: Exception) -> bool:
    """Whether an error says that there is no such object."""
    return isinstance(error, FileNotFoundError) or status(error) in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def beyond(error: Exception) -> bool:
    """Whether an error says that an object ends before the bytes that were asked for."""
    return _code(error) == "InvalidRange" or status(error) == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE


def reason(error: Exception) -> str:
    """One clause for a person; never the library's own words, which may hold signed URLs."""
    if isinstance(error, UnreadableDocument):
        return error.reason
    number, code = status(error), _code(error)
    if code in _CODES or str(number) in _CODES:
        return _CODES.get(code) or _CODES[str(number)]
    if absent(error):
        return "it is gone"
    if number in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN) or str(error).startswith("Forbidden"):
        return _NO_PERMISSION
    ancestry = {ancestor.__name__ for ancestor in type(error).__mro__}
    for names, words in _CLASSES:
        if ancestry & set(names):
            return _NO_PERMISSION if words == "permission" else words
    if number or code:
        return f"the server refuses it ({number or code})"
    return f"the server's answer is not understood ({type(error).__name__})"


def status(error: Exception) -> int:
    """The HTTP status that an error of aiohttp or gcsfs bears; 0 for none."""
    for attribute in ("status", "code"):
        value = getattr(error, attribute, None)
        if str(value).isdecimal():
            return int(str(value))
    return 0


def _code(error: Exception) -> str:
    """The code that an error of S3 bears, or that from which it was made; empty for none."""
    for source in (error, error.__cause__):
        answer = getattr(source, "response", None)
        if isinstance(answer, dict):
            code = str(answer.get("Error", {}).get("Code", ""))
            return code if code.isalnum() and len(code) <= 60 else ""
    return ""
