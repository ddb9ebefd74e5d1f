"""A cluster of Dask on this machine as people start one: a scheduler and workers, each a program of its own."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.hostile import work
from tests.support import until

ROOT = Path(__file__).parent.parent
NO_NANNY = ("--no-nanny",)


def deadly_work(word):
    """As `work`; the word LOSE kills the worker of Dask above it, as a machine does that has no power."""
    if word == "LOSE":
        time.sleep(1.5)  # what the worker has to say of the document before has left it
        fork_server = os.getppid()
        status = Path(f"/proc/{fork_server}/status").read_text()
        os.kill(int(status.split("PPid:")[1].split()[0]), signal.SIGKILL)
        time.sleep(60)
    return work(word)


def children_of(pid):
    """Every process below one, to any depth."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    return [*map(int, found), *(below for child in found for below in children_of(child))]


class Machines:
    """A scheduler, and workers that come and are lost."""

    def __init__(self, folder):
        self.folder = folder
        self.address = str(folder / "scheduler.json")
        self.started = []
        self.scheduler = self._started("scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard")
        until(self._listens)

    def hire(self, *options, where=None, path=()):
        """A worker of one thread; `path`: folders in which it looks for modules first."""
        options = ("--nthreads", "1", "--memory-limit", "0", "--no-dashboard", "--host", "127.0.0.1", *options)
        return self._started("worker", "--local-directory", str(self.folder), *options, where=where, path=path)

    def lose(self, worker):
        """The worker is gone, without a word to anybody."""
        worker.kill()
        worker.wait()

    def _listens(self):
        """Whether the scheduler has said where it is; its file is there before it is written."""
        assert self.scheduler.poll() is None
        with contextlib.suppress(FileNotFoundError, ValueError):
            return bool(json.loads(Path(self.address).read_bytes()))
        return False

    def close(self):
        """Nobody is left."""
        for process in reversed(self.started):
            self.lose(process)

    def _started(self, kind, *options, where=None, path=()):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*map(str, path), str(ROOT)])}
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", self.address, *options]
        process = subprocess.Popen(
            command, env=environment, cwd=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.started.append(process)
        return process
