"""A run that is killed again and again and goes on, beside one that nobody disturbs."""

import os
import random
import signal
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from .hostile import add
from .maker import make
from .measure import ROOT, command, run
from .processes import members, started
from .stores import compared, faults

FIRST, LAST = 0.3, 1.7


def kill_and_compare(count: int, times: int, seed: int, cores: int, hostile: int = 0) -> bool:
    """Whether the store of a run killed so many times equals that of an undisturbed one; says what it does."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        make(room / "papers", count)
        add(room / "papers", count, hostile)
        took, undisturbed = run(room / "papers", room, "sqlite", cores)
        print(f"undisturbed: {took.seconds:.1f} s, {took.peak / 1e6:.0f} MB")
        disturbed = room / "audit.db"
        moments = random.Random(seed)
        for turn in range(times):
            after = moments.uniform(FIRST, FIRST + LAST * took.seconds / times)
            print(f"{turn + 1:3}: {_killed(room / 'papers', disturbed, after, cores)}", flush=True)
        start = time.perf_counter()
        last = started(command(room / "papers", disturbed, "sqlite", cores), cores, room / "errors.txt", ROOT)
        code = last.wait()
        print(f"to the end: {time.perf_counter() - start:.1f} s, exit code {code}")
        if code not in (0, 3):
            print((room / "errors.txt").read_text()[-2000:])
        results, wrong = compared(undisturbed, disturbed), faults(disturbed)
        print(*results, *wrong, sep="\n")
        return not wrong and all(result.difference is None for result in results)


def _killed(corpus: Path, out: Path, after: float, cores: int) -> str:
    """Starts a run, kills its whole group after some seconds, and tells what it left."""
    process = started(command(corpus, out, "sqlite", cores), cores, out.with_name("errors.txt"), ROOT)
    time.sleep(after)
    ended = process.poll()
    os.killpg(process.pid, signal.SIGKILL) if ended is None else None
    process.wait()
    while members(process.pid):
        time.sleep(0.01)
    fate = "killed" if ended is None else f"had ended with {ended}"
    return f"{fate} after {after:.2f} s, {_rows_in(out)}"


def _rows_in(out: Path) -> str:
    if not out.exists():
        return "no store yet"
    try:
        with closing(sqlite3.connect(f"{out.as_uri()}?mode=ro", uri=True)) as store:
            return f"{store.execute('SELECT count(*) FROM documents').fetchone()[0]:,} documents in the store"
    except sqlite3.DatabaseError as error:
        return f"the store: {error}"
