"""What can go wrong, and the exit codes that say so."""

import enum

from attrs import define


class ExitCode(enum.IntEnum):
    """The exit codes of the command line; 3 wins over 1."""

    DONE = 0
    FOUND = 1
    USAGE = 2
    UNREADABLE = 3
    INTERRUPTED = 130
    TERMINATED = 143


class RedauditError(Exception):
    """Any error that redaudit raises on purpose."""


@define
class UnreadableDocument(RedauditError):
    """A file that ought to be a document and could not be read; `reason` is one clause for a person."""

    reason: str

    def __str__(self) -> str:
        return self.reason


@define
class NotADocument(RedauditError):
    """A file that is no document by its content: a program, a font, a database."""

    reason: str

    def __str__(self) -> str:
        return self.reason


@define
class UnknownPart(RedauditError):
    """A part that is missing, or whose id is not its file's name."""

    message: str

    def __str__(self) -> str:
        return self.message


@define
class UsageError(RedauditError):
    """A wrong option, configuration or path; the command line ends with exit code 2."""

    message: str

    def __str__(self) -> str:
        return self.message
