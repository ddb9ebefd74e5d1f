"""A store filled by a Dask cluster of separate processes, one of them killed in mid-run: the rows of a local run."""

import contextlib
import shutil
import threading
from pathlib import Path

import pytest

from redaudit.cli import main
from redaudit.errors import ExitCode
from tests.support import PATIENCE, until
from tests.support_cluster import Machines, children_of
from tests.support_corpus import write_corpus
from tests.support_store import dumped

Client = pytest.importorskip("distributed").Client

EXAMPLES = Path(__file__).parent.parent / "examples"
NO_NANNY = "--no-nanny"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to stand in, with cables, examples of every kind, a copy, and what cannot be read."""
    monkeypatch.chdir(tmp_path)
    write_corpus(tmp_path / "papers", 60)
    for file in sorted(EXAMPLES.rglob("*.pdf")):
        shutil.copy(file, tmp_path / "papers")
    shutil.copy(EXAMPLES / "clean" / "telegram.pdf", tmp_path / "papers" / "telegram again.pdf")
    (tmp_path / "papers" / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    (tmp_path / "papers" / "program").write_bytes(b"\x7fELF\0")
    (tmp_path / "papers" / "gone.txt").symlink_to("nowhere")
    return tmp_path


def store(place, *more):
    argv = ["report", "papers", "--format", "sqlite", "-o", place, "--ocr", "off", "--jobs", "2", "-q", *more]
    assert main(argv) == ExitCode.UNREADABLE
    return dumped(place)


def test_a_cluster_of_this_machine_fills_a_store_as_the_machine_does(here):
    assert store("afar.db", "--scheduler", "local") == store("here.db")


def test_a_worker_that_is_killed_costs_no_row_and_doubles_none(here):
    for file in (here / "papers").rglob("cable-000?.txt"):  # other files, where the workers stand
        other = here / "cluster" / file.relative_to(here)
        other.parent.mkdir(parents=True, exist_ok=True)
        other.write_text("SECRET\n")
    with contextlib.closing(Machines(here / "cluster")) as machines:
        doomed = machines.hire(NO_NANNY, where=machines.folder)
        machines.hire(NO_NANNY, where=machines.folder)
        with Client(scheduler_file=machines.address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)  # one that came late might get no document
        killer = threading.Thread(target=killed_at_work, args=(machines, doomed))
        killer.start()
        afar = store("afar.db", "--scheduler", machines.address)
        killer.join()
    assert doomed.returncode not in (None, 0)
    assert afar == store("here.db")
    assert len(afar["documents"]) == 60 + len(list(EXAMPLES.rglob("*.pdf"))) + 1


def killed_at_work(machines, worker):
    """The worker is killed when it has begun to read documents."""
    try:
        until(lambda: children_of(worker.pid))
    finally:
        machines.lose(worker)
