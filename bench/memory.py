"""Whether memory stays flat over many documents: python bench/memory.py FOLDER [--documents N] [--jobs N] [--format F].

The folder's documents are linked into a temporary folder until there are N of them, and reported into nothing. Every
tenth of the way it prints the memory of this process and of the largest worker, in MB (Linux: VmRSS of /proc).
"""

import argparse
import io
import itertools
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from redaudit import pipeline
from redaudit.corpus import audit, fetched, outcome_of, seen
from redaudit.hiring import Bounds, crew
from redaudit.model.finding import Outcomes
from redaudit.sources.walk import walk


class Nothing(io.StringIO):
    """A stream that forgets, and counts."""

    written = 0

    def write(self, text: str) -> int:
        self.written += len(text)
        return len(text)


def resident(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:  # it has just made room for a fresh one
        return 0.0
    found = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(found[0].split()[1]) / 1000 if found else 0.0


def watched(outcomes: Iterator[Outcomes], total: int) -> Iterator[Outcomes]:
    start = time.perf_counter()
    print(f"{'documents':>9} {'seconds':>8} {'parent':>8} {'largest worker':>15}")
    for number, outcome in enumerate(outcomes, 1):
        yield outcome
        if number % max(1, total // 10) == 0:
            workers = [resident(child.pid or 0) for child in multiprocessing.active_children()]
            spent = time.perf_counter() - start
            print(f"{number:9} {spent:8.1f} {resident(os.getpid()):8.1f} {max(workers, default=0):15.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--format", default="json")
    options = parser.parse_args()

    originals = [path.resolve() for path in sorted(options.folder.rglob("*")) if path.is_file()]
    with tempfile.TemporaryDirectory() as box:
        for number, original in zip(range(options.documents), itertools.cycle(originals), strict=False):
            (Path(box) / f"{number:07}{original.suffix}").symlink_to(original)
        bounds = Bounds(options.jobs)
        work = partial(outcome_of, pipeline.examine, bounds.size)
        outcomes = audit(walk([box]), crew(work, bounds, seen, fetched), print)
        sink = Nothing()
        pipeline.render(watched(outcomes, options.documents), options.format, sink)
    print(f"{sink.written / 1e6:.1f} MB of {options.format} written")


if __name__ == "__main__":
    main()
