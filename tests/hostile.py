"""Work that goes wrong in a worker, by the word it is given; not a mock: the pool runs any function it is handed."""

import ctypes
import functools
import os
import signal
import sys
import time

from redaudit.errors import NotADocument, UnreadableDocument
from redaudit.pipeline import examine
from redaudit.processes import ONE_THREAD
from redaudit.reports.html.leaf import leaf


def work(word):
    """The word and the process that worked on it, unless the word is one of the bad ones."""
    match word:
        case "HANG":
            while True:
                time.sleep(60)
        case "CRASH":
            ctypes.string_at(0)
        case "KILLED":
            os.kill(os.getpid(), signal.SIGKILL)
        case "LEAVE":
            os._exit(0)
        case "PROGRAM EXIT":
            sys.exit(0)
        case "GREEDY":
            bytearray(2**50)
        case "LARGE":
            bytes(4 * 2**30)  # asked for and not touched: the machine may have less
        case "DEEP":
            sys.setrecursionlimit(200)
            work_deeper(0)
        case "BUG":
            raise KeyError("words of the document")
        case "NOISE":
            os.write(1, b"words of the document")
            os.write(2, b"words of the document")
        case "LATER":
            time.sleep(0.3)
        case "THREADS":
            return tuple(os.environ.get(name) for name in ONE_THREAD), 0
        case "UNSENDABLE":
            return lambda: None
    return word, os.getpid()


def work_deeper(depth):
    """Never the end."""
    return work_deeper(depth + 1)


def hostile_examine(data, path):
    """An examination that a document can hang, crash or confuse by the word it begins with."""
    word = data.split()[0].decode() if data.split() else ""
    if word == "UNREADABLE":
        raise UnreadableDocument("broken")
    if word == "PROGRAM":
        raise NotADocument("a program")
    work(word)
    return examine(data, path)


def torn_leaf(choices, exhibit):
    """A leaf of which the worker dies when it is half written, for a document of a bad name."""
    leaf(choices, exhibit)
    work(exhibit.audited.path.rsplit("/", 1)[-1].removesuffix(".txt"))


def full_disk_leaf(choices, exhibit):
    """A leaf that finds no room for one document."""
    if "cable-0001" in exhibit.audited.path:
        raise OSError(28, "No space left on device")
    leaf(choices, exhibit)


def counted_examine(log):
    """An examination that writes down each path that it is asked about."""
    return functools.partial(_counted, str(log))


def _counted(log, data, path):
    with open(log, "a") as sink:  # noqa: PTH123  one line a call, from several processes
        sink.write(f"{path}\n")
    return hostile_examine(data, path)
