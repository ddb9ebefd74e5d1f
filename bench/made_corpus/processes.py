"""A command watched from outside: time, the processor's time and the memory of all its processes (Linux: /proc)."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from attrs import define, field, frozen

# Seconds between two looks at the processes. A look takes a few milliseconds of a core.
PAUSE = 0.25
TICK = os.sysconf("SC_CLK_TCK")
# Of /proc/PID/stat, counted behind the name: session, and ticks as user and as system.
SESSION, USER, SYSTEM = 3, 11, 12


@frozen
class Watched:
    """What a command took: seconds, seconds of processors, the peak of its memory in bytes, and how it ended.

    `first` are the seconds of processors of the process that was started, `others` those of all that came of it. What a
    process spends after the last look at it is not counted.
    """

    seconds: float
    first: float
    others: float
    peak: int
    peak_of_first: int
    code: int


@define
class _Looks:
    """What was seen so far: each process's ticks, the largest sum of memory, the largest of the first process."""

    session: int
    ticks: dict[int, int] = field(factory=dict)
    peak: int = 0
    peak_of_first: int = 0

    def look(self) -> None:
        """Looks once at every process of the session."""
        seen = members(self.session)
        self.ticks |= seen
        memory = {process: proportional(process) for process in seen}
        self.peak = max(self.peak, sum(memory.values()))
        self.peak_of_first = max(self.peak_of_first, memory.get(self.session, 0))


def members(session: int) -> dict[int, int]:
    """The processes of a session that have not ended, and the ticks that each has spent."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        fields = _stat(place)
        if fields and int(fields[SESSION]) == session and fields[0] != "Z":
            found[int(place.name)] = int(fields[USER]) + int(fields[SYSTEM])
    return found


def _stat(place: Path) -> list[str]:
    try:
        return (place / "stat").read_text().rsplit(") ", 1)[1].split()
    except OSError:  # it has just ended
        return []


def proportional(process: int) -> int:
    """The memory of a process in bytes, a page that several share counted in parts (PSS)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def started(command: Sequence[str], cores: int, errors: Path, stand: Path) -> subprocess.Popen[bytes]:
    """A command on so many cores, from a folder, in a session by which its processes are known."""
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    with errors.open("wb") as sink:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=sink,
            cwd=stand,
            start_new_session=True,
            preexec_fn=lambda: os.sched_setaffinity(0, allowed),
        )


def watched(command: Sequence[str], cores: int, errors: Path, stand: Path) -> Watched:
    """What a command took on so many cores, what it says on standard error kept in a file."""
    start = time.perf_counter()
    process = started(command, cores, errors, stand)
    looks = _Looks(process.pid)
    while process.poll() is None:
        looks.look()
        try:
            process.wait(PAUSE)
        except subprocess.TimeoutExpired:
            continue
    seconds = time.perf_counter() - start
    first = looks.ticks.pop(process.pid, 0) / TICK
    others = sum(looks.ticks.values()) / TICK
    return Watched(seconds, first, others, looks.peak, looks.peak_of_first, process.wait())
