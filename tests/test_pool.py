"""The pool on this machine under fire: workers killed at any moment, Ctrl-C, and a parent that is no more."""

import os
import platform
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType

import pytest

from redaudit.errors import RedauditError
from redaudit.pool import Pool
from redaudit.workers import Failure, Job, Limits, as_done
from tests.hostile import work
from tests.support import PATIENCE, until
from tests.support_pool import sized

LINUX = pytest.mark.skipif(platform.system() != "Linux", reason="looks into /proc")
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
KILLED = "the parser was killed, most likely for want of memory"


@pytest.fixture
def hired():
    """Makes pools of which no worker is left when the test ends."""
    pools = []

    def hire(doing=work, size=1, **limits):
        pools.append(Pool(doing, size, Limits(**limits)))
        return pools[-1]

    yield hire
    for pool in pools:
        pool.dismiss()


def workers(pool):
    """The numbers of the processes that work for a pool now."""
    return [seat.start.worker.pid for seat in list(pool.seats) if seat.start.worker and seat.start.worker.pid]


def kill(number):
    try:
        os.kill(number, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def gone(number):
    """Whether a process has ended; one that nobody has asked after yet has ended too."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@POSIX
@pytest.mark.parametrize(("size", "pause"), [(1, 0.1), (2, 0.03), (3, 0.2)])
def test_workers_killed_at_random_cost_no_more_than_what_they_were_on(hired, size, pause):
    pool, over, shots = hired(sized, size), threading.Event(), []
    chance = random.Random(size)

    def shoot():
        while not over.wait(chance.random() * pause):
            if there := workers(pool):
                shots.append(kill(chance.choice(there)))

    shooter = threading.Thread(target=shoot)
    shooter.start()
    try:
        # One in a hundred results is read slowly: then workers are idle when they are hit.
        found = []
        for job, outcome in as_done((Job(number) for number in range(300)), pool):
            found.append((job.task, outcome))
            time.sleep(0.1 if job.task % 100 == 0 else 0)
    finally:
        over.set()
        shooter.join()
    assert sorted(task for task, _ in found) == list(range(300))
    failed = [outcome.reason for _, outcome in found if isinstance(outcome, Failure)]
    assert set(failed) <= {KILLED}
    assert len(failed) <= sum(shots)
    assert all(outcome == sized(task) for task, outcome in found if not isinstance(outcome, Failure))


@POSIX
def test_a_worker_killed_when_idle_costs_nothing(hired):
    pool = hired()
    for number, word in enumerate("abc"):
        pool.give(number, word)
        outcome = pool.collect()[number]
        assert outcome[0] == word
        assert workers(pool) == [outcome[1]]
        os.kill(outcome[1], signal.SIGKILL)


@POSIX
def test_a_task_whose_workers_are_killed_twice_is_a_failure_of_its_own(hired):
    pool, over = hired(), threading.Event()

    def shoot():
        # Whoever has the task: a worker hit before would cost the task nothing, and the next one would hang with it.
        while not over.wait(0.001):
            for seat in list(pool.seats):
                if seat.order and seat.order.future:
                    kill(seat.start.worker.pid)

    shooter = threading.Thread(target=shoot)
    shooter.start()
    try:
        pool.give(0, "HANG")  # so that it cannot end before it is hit
        found = pool.collect()
    finally:
        over.set()
        shooter.join()
    assert found == {0: Failure(KILLED)}
    pool.give(1, "a")
    assert pool.collect()[1][0] == "a"


def test_work_that_a_worker_cannot_load_ends_the_run(hired, monkeypatch):
    here = ModuleType("known_here_alone")
    here.work = type(work)(work.__code__, {}, "work")
    here.work.__module__ = "known_here_alone"
    monkeypatch.setitem(sys.modules, "known_here_alone", here)
    pool = hired(here.work)
    pool.give(0, "a")
    with pytest.raises(RedauditError, match="a worker process could not start"):
        pool.collect()


def test_a_task_that_cannot_be_sent_ends_the_run(hired):
    pool = hired()
    pool.give(0, lambda: None)
    with pytest.raises((AttributeError, TypeError, ValueError), match=r"pickle|get local object"):
        pool.collect()


def test_a_worker_goes_on_while_nobody_reads_results(hired):
    pool = hired()
    pool.give(0, "a")
    pool.give(1, "b")
    until(lambda: pool.endings.qsize() == pool.ahead == 2)
    assert sorted(outcome[0] for outcome in pool.collect().values()) == ["a", "b"]


@pytest.mark.parametrize("word", ["PROGRAM EXIT", "LEAVE"])
def test_a_worker_that_leaves_politely_is_a_crash(hired, word):
    pool = hired()
    pool.give(0, word)
    assert pool.collect() == {0: Failure("the parser crashed")}


@LINUX
def test_no_worker_ever_hears_ctrl_c(hired):
    pool = hired(size=2)
    pool.give(0, "LATER")
    pool.give(1, "LATER")
    for number in workers(pool):
        lines = Path(f"/proc/{number}/status").read_text().splitlines()
        masks = {
            line.split(":")[0]: int(line.split()[1], 16) for line in lines if line.startswith(("SigBlk", "SigIgn"))
        }
        assert (masks["SigBlk"] | masks["SigIgn"]) & 1 << (signal.SIGINT - 1)
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    pool.collect()


PARENT = """
import sys
from redaudit.pool import Pool
from redaudit.workers import Job, Limits, as_done
from tests.hostile import work

if __name__ == "__main__":
    words, seconds = sys.argv[2:], float(sys.argv[1])
    pool = Pool(work, 2, Limits(seconds=seconds))
    print("begun", flush=True)
    for job, outcome in as_done(map(Job, words), pool):
        print(*(seat.start.worker.pid for seat in pool.seats), flush=True)
"""


@pytest.fixture
def parent(tmp_path):
    """Starts a parent with a pool of two, in a session of its own."""
    script, started = tmp_path / "parent.py", []
    script.write_text(PARENT)

    def start(seconds, *words):
        here = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        command = [sys.executable, str(script), str(seconds), *words]
        started.append(
            subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=here, start_new_session=True
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def in_session(number):
    """Every process that is left of a session."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = stat.read_text().rsplit(")", 1)[1].split()[:4]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(session) == number and state != "Z":
            found.append(int(stat.parent.name))
    return found


@LINUX
@pytest.mark.parametrize("after", ["begun", "begun at once", "a result"])
def test_ctrl_c_ends_the_run_and_is_heard_by_the_parent_alone(parent, after):
    process = parent(100, "a", "HANG", "HANG", "HANG")
    assert process.stdout.readline() == "begun\n"
    if after == "begun":
        time.sleep(0.1)  # somewhere in the start of its workers
    if after == "a result":
        assert process.stdout.readline().strip()
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)
    assert told.count("Traceback") == told.count("KeyboardInterrupt") == 1
    assert process.returncode == -signal.SIGINT
    until(lambda: in_session(process.pid) == [])


@LINUX
def test_a_parent_that_is_killed_leaves_nobody(parent):
    process = parent(2, "a", "LATER", *["HANG"] * 9)
    assert process.stdout.readline() == "begun\n"
    until(lambda: process.stdout.readline().strip())  # one that ends with the other finds no seat taken
    left = in_session(process.pid)
    assert len(left) > 1
    process.kill()
    process.wait()
    until(lambda: all(gone(number) for number in left))
    until(lambda: in_session(process.pid) == [])  # also whom it hired since it was looked at


INTERRUPTED = """
import signal, threading
from redaudit.pool import Pool
from redaudit.workers import Limits
from tests.hostile import work

armed = []

class Condition(threading.Condition):
    \"""Ctrl-C comes when the main thread has just entered one of these.\"""

    def __enter__(self):
        entered = super().__enter__()
        if armed and threading.get_ident() == threading.main_thread().ident:
            armed.pop()
            signal.raise_signal(signal.SIGINT)
        return entered

if __name__ == "__main__":
    pool = Pool(work, 1, Limits())
    pool.give(0, "a")
    pool.collect()
    usual, threading.Condition = threading.Condition, Condition  # of the next task alone
    pool.give(1, "HANG")
    threading.Condition = usual
    armed.append(True)
    try:
        pool.collect()
    except KeyboardInterrupt:
        pool.dismiss()
        print("ended", armed)
"""


def test_ctrl_c_while_a_lock_is_held_ends_the_run(tmp_path):
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED)
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=here, timeout=PATIENCE)
    assert (ran.stdout, ran.stderr) == ("ended []\n", "")
