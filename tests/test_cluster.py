"""The crew over a scheduler of Dask: the outcomes of the pool, each once, whatever becomes of the workers."""

import contextlib
import gc
import multiprocessing
import os
import platform
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from redaudit.cluster import cluster
from redaudit.cluster.terms import Sight, difference
from redaudit.errors import RedauditError, UsageError
from redaudit.pool import Pool
from redaudit.workers import KILLED, Failure, Job, Limits, as_done, ordered
from tests.hostile import work
from tests.support import PATIENCE, until
from tests.support_cluster import NO_NANNY, ROOT, Machines, children_of, deadly_work

Client = pytest.importorskip("distributed", reason="needs redaudit[dask]").Client
LOOK = pytest.importorskip("redaudit.cluster.crew").LOOK
pytestmark = pytest.mark.skipif(platform.system() != "Linux", reason="asks /proc, and kills as POSIX kills")

# For a document that hangs. The others of its run must keep to them too, though the machine may be slow.
LIMITS = Limits(seconds=6)
AMPLE = Limits()
MODULES = ("tests.hostile", "tests.support_cluster")
ONE_OF_EACH = ["one", "HANG", "CRASH", "KILLED", "LEAVE", "GREEDY", "DEEP", "BUG", "NOISE", "UNSENDABLE", "two"]
MORE = [f"document {number}" for number in range(40)]


def silent(_):
    """Nobody hears of workers that are waited for."""


def crew_on(scheduler, what=work, limits=AMPLE, sight=None, notice=silent):
    return cluster(what, scheduler, 2, limits, notice, sight, MODULES)


def words_of(results):
    """Each task's own word, or why it has none; the processes that worked differ."""
    return [outcome.reason if isinstance(outcome, Failure) else outcome[0] for _, outcome in results]


@pytest.fixture
def machines(tmp_path):
    with contextlib.closing(Machines(tmp_path)) as started:
        yield started


def test_a_cluster_on_this_machine_gives_what_the_pool_gives(capfd):
    jobs = [Job(word) for word in ONE_OF_EACH + MORE]
    there = words_of(ordered(jobs, crew_on("local", limits=LIMITS)))
    assert there == words_of(ordered(jobs, Pool(work, 2, LIMITS)))
    assert there[1] == "ran out of time (6 s)"
    assert there[-1] == "document 39"
    assert multiprocessing.active_children() == []
    assert capfd.readouterr() == ("", "")


def test_a_document_that_loses_its_worker_twice_costs_itself_alone(capfd):
    words = [*MORE, "LOSE", *MORE, "LOSE"]
    found = words_of(ordered([Job(word) for word in words], crew_on("local", deadly_work)))
    assert found == [word if word != "LOSE" else "its worker was lost twice" for word in words]
    assert capfd.readouterr() == ("", "")


def test_workers_lost_at_any_moment_cost_no_document_and_double_none(machines):
    moments = random.Random(6)
    workers = [machines.hire(*NO_NANNY) for _ in range(2)]
    words = [f"document {number}" for number in range(200)]
    words[::10] = ["LATER"] * 20
    numbers = []
    outcomes = []
    losses = sorted(moments.sample(range(10, 180), 3))
    guarded = []
    for job, outcome in as_done(
        [Job((word, number)) for number, word in enumerate(words)], crew_on(machines.address, first, Limits())
    ):
        numbers.append(job.task[1])
        outcomes.append((job.task[0], outcome))
        if losses and len(numbers) == losses[0]:
            losses.pop(0)
            workers.append(machines.hire(*NO_NANNY))
            guarded += children_of(workers[0].pid)
            machines.lose(workers.pop(0))
    assert sorted(numbers) == list(range(200))
    assert [word for word, _ in outcomes] == words_of(outcomes)
    assert len(guarded) >= 4
    ended(guarded)


def first(task):
    """The work on the first of a pair."""
    return work(task[0])


def ended(processes):
    """All of some processes have ended, or soon do."""
    until(lambda: not any(Path(f"/proc/{process}").exists() for process in processes))


def test_a_worker_under_a_nanny_may_have_guarded_processes_and_keeps_none(machines):
    nanny = machines.hire()
    assert words_of(ordered([Job(word) for word in ("one", "CRASH", "two")], crew_on(machines.address))) == [
        "one",
        "the parser crashed (SIGSEGV)",
        "two",
    ]
    until(lambda: b"spawn_main" in b"".join(map(command, children_of(nanny.pid))) and not guarded_below(nanny))


def guarded_below(nanny):
    """Processes that a fork server has made below a worker."""
    servers = [child for child in children_of(nanny.pid) if b"forkserver" in command(child)]
    return [below for server in servers for below in children_of(server)]


def command(process):
    """The command line of a process; empty when it has ended."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""


def test_who_comes_late_is_waited_for(machines):
    told = []

    def notice(line):
        told.append(line)
        machines.hire(*NO_NANNY)

    assert words_of(ordered([Job("one")], crew_on(machines.address, notice=notice))) == ["one"]
    assert told == ["waiting for workers of the cluster"]


def test_a_file_that_workers_do_not_see_is_sent_to_them(machines, tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here").mkdir()
    machines.hire(*NO_NANNY, where=tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path / "here")
    Path("memo.txt").write_text("Port Astrel")
    Path("large.txt").write_bytes(b"Zembla " * 3_000_000)
    names = ["memo.txt", "gone.txt", "large.txt", "memo.txt"]
    sight = Sight(seen=is_seen, fetched=fetched)
    results = ordered([Job((name, None)) for name in names], crew_on(machines.address, read, Limits(), sight))
    assert [outcome for _, outcome in results] == ["Port Astrel", "it is gone", "Zembla ", "Port Astrel"]


def read(task):
    """The first line of a file, at most its first 7 letters where it is long."""
    name, content = task
    try:
        content = Path(name).read_bytes() if content is None else content
    except FileNotFoundError:
        return "it is gone"
    return content[: 7 if len(content) > 100 else 100].decode()


def is_seen(task):
    """Whether this process has the bytes of a task, or could read them."""
    return task[1] is not None or Path(task[0]).exists()


def fetched(task):
    """A task with its bytes; none where the file is gone."""
    if not Path(task[0]).exists():
        return None
    content = Path(task[0]).read_bytes()
    return Job((task[0], content), len(content))


def test_a_worker_with_another_version_is_refused(machines, tmp_path):
    other = tmp_path / "other"
    (other / "attrs-1.2.3.dist-info").mkdir(parents=True)
    (other / "attrs-1.2.3.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: attrs\nVersion: 1.2.3\n")
    crew = crew_on(machines.address)  # nobody is there yet: it is the documents that meet the wrong worker
    machines.hire(*NO_NANNY, path=[other])
    message = r"^the worker tcp://127.0.0.1:\d+ has attrs 1\.2\.3, and this run \d[\d.]+: rows would differ$"
    with pytest.raises(UsageError, match=message):
        list(ordered([Job("one")], crew))
    with pytest.raises(UsageError, match=message):
        crew_on(machines.address)


def test_a_worker_without_redaudit_is_refused(machines, tmp_path):
    (tmp_path / "other" / "redaudit").mkdir(parents=True)
    (tmp_path / "other" / "redaudit" / "__init__.py").touch()
    machines.hire(*NO_NANNY, where=tmp_path, path=[tmp_path / "other"])
    with Client(scheduler_file=machines.address, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=PATIENCE)
    with pytest.raises(UsageError, match=r"has no redaudit\.cluster: it needs what this run has installed$"):
        crew_on(machines.address)


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ({"Python": "3.11", "pypdf": "5.1"}, ""),
        ({"Python": "3.12", "pypdf": "5.1"}, "has Python 3.12, and this run 3.11"),
        ({"Python": "3.11"}, "has pypdf not at all, and this run 5.1"),
        ({"Python": "3.11", "pypdf": "5.1", "more": "1"}, ""),
    ],
)
def test_a_difference_is_named(there, said):
    assert difference({"Python": "3.11", "pypdf": "5.1"}, there) == said


@pytest.mark.parametrize(
    ("scheduler", "said"),
    [
        ("tcp://127.0.0.1:9", "no scheduler answers at tcp://127.0.0.1:9 within 1 seconds"),
        ("no-such-file.json", "no-such-file.json is neither a scheduler's file nor its address, such as "),
        ("carrier-pigeon://1", "carrier-pigeon://1 is no scheduler: "),
        ("tls://127.0.0.1:9", "tls://127.0.0.1:9 is no scheduler: "),
    ],
)
def test_nobody_answers(scheduler, said, monkeypatch, capfd):
    monkeypatch.setattr("redaudit.cluster.connection.ANSWER", 1)
    with pytest.raises(UsageError) as raised:
        crew_on(scheduler)
    assert str(raised.value).startswith(said)
    assert capfd.readouterr() == ("", "")
    assert {thing.status for thing in gc.get_objects() if issubclass(type(thing), Client)} <= {"closed"}


def test_a_scheduler_that_is_lost_ends_the_run(machines, capfd):
    machines.hire(*NO_NANNY)
    crew = crew_on(machines.address)
    crew.connection.client._timeout = 2  # so long it tries to find the scheduler again, once it has found it
    results = ordered([Job(word) for word in ["one", *["LATER"] * 50]], crew)
    next(results)
    machines.lose(machines.scheduler)
    with pytest.raises(RedauditError, match="the scheduler of the cluster is gone"):
        list(results)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("looked", [True, False])
def test_a_client_that_has_given_up_ends_the_run(machines, capfd, looked):
    machines.hire(*NO_NANNY)
    crew = crew_on(machines.address)
    client = crew.connection.client
    client._timeout = 1  # so long it tries to find the scheduler again, once it has found it
    crew.give(1, "one")
    assert crew.collect().keys() == {1}
    machines.lose(machines.scheduler)
    until(lambda: client.status == "closed")
    crew.looked = time.monotonic() if looked else -LOOK  # whether it asks at once who works for the scheduler
    crew.give(2, "two")
    with pytest.raises(RedauditError, match="the scheduler of the cluster is gone"):
        crew.collect()
    crew.dismiss()
    assert capfd.readouterr() == ("", "")


def test_a_client_that_connects_anew_while_it_closes_is_closed_all_the_same(machines, monkeypatch):
    from redaudit.cluster.connection import connected  # imports distributed, an extra

    connection = connected(machines.address, 1)
    client = connection.client
    closed, anew = client._close, iter([True])

    async def closed_and_anew(**options):
        await closed(**options)
        if next(anew, False):
            client.status = "connecting"  # as when the loss of the scheduler is noticed only now

    monkeypatch.setattr(client, "_close", closed_and_anew)
    connection.close()
    assert client.status == "closed"
    assert not client._loop_runner.is_started()


def test_an_interrupted_run_leaves_nobody_and_says_nothing(tmp_path):
    program = tmp_path / "run.py"
    program.write_text(
        textwrap.dedent("""
        from redaudit.cluster import cluster
        from redaudit.workers import Job, Limits, ordered
        from tests.hostile import work

        if __name__ == "__main__":
            try:
                for _ in ordered([Job("LATER")] * 500, cluster(work, "local", 2, Limits(), print)):
                    print("one", flush=True)
            except KeyboardInterrupt:
                print("interrupted", flush=True)
        """)
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        assert run.stdout.readline() == "one\n"
        below = children_of(run.pid)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all of them
        out, noise = run.communicate(timeout=PATIENCE)
    assert out.splitlines()[-1] == "interrupted"
    assert (noise, run.returncode) == ("", 0)
    assert len(below) >= 4
    ended(below)


def test_no_lock_is_held_that_an_interrupt_could_leave_taken(tmp_path):
    program = tmp_path / "run.py"
    program.write_text(
        textwrap.dedent("""
        import signal, threading
        from redaudit.cluster import cluster
        from redaudit.workers import Limits
        from tests.hostile import work

        class Condition(threading.Condition):
            def __enter__(self):
                entered = super().__enter__()
                if threading.get_ident() == threading.main_thread().ident:
                    signal.raise_signal(signal.SIGINT)
                return entered

        if __name__ == "__main__":
            crew = cluster(work, "local", 2, Limits(), print)
            usual, threading.Condition = threading.Condition, Condition
            try:
                crew.give(0, "KILLED")
                print(*crew.collect().values())
            except KeyboardInterrupt:
                print("interrupted")
            finally:
                threading.Condition = usual
                crew.dismiss()
        """)
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, program], env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert (ran.stdout, ran.stderr) == (f"{Failure(KILLED)}\n", "")


def test_without_dask_it_says_what_is_missing(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("redaudit.cluster.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"^--scheduler needs dask: pip install 'redaudit\[dask\]'$"):
        crew_on("local")


def test_a_run_without_a_cluster_imports_no_dask():
    program = "import sys, redaudit.cli, redaudit.cluster; print({'dask', 'distributed'} & set(sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "set()\n"
    )
