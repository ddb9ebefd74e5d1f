"""Made corpora, and what redaudit takes for them: python bench/corpus.py make|run|kill|hostile ...

    python bench/corpus.py make FOLDER --documents N [--hostile 50]
    python bench/corpus.py run [--documents 1000 10000 100000] [--format sqlite] [--write]
    python bench/corpus.py kill --documents N --times 10 [--hostile 50]
    python bench/corpus.py hostile --documents N --hostile 50

`run` measures: time, memory of all processes, what is written (docs/corpus.md says how). `kill` kills a run with all
its processes at random moments, goes on, and compares the store with that of an undisturbed run row for row. `hostile`
puts broken, endless and vast files, links, pipes and bombs among the documents and compares the outcome of all others.

Of a hundred made documents 77 are texts, 13 PDFs with the same text typed, 5 PDFs drawn with bars and boxes painted,
4 scans of two pages with a text layer, and 1 is an exact copy of an earlier one under another name. No two others have
the same bytes: each has numbers, dates, office, level, codes and paragraphs of its own, told by its number alone, so
that a corpus of 1,000 is the beginning of one of 10,000. The texts are half those of examples/ with other facts and
half cables written by code; the scan is that of examples/ under other numbers.

The mix was chosen by what each kind costs a core with `--ocr off`: a text about 2.6 ms, a typed PDF 11 ms, a drawn one
13 ms, a scan 104 ms; together 8 ms a document, half of it for the scans.
"""

import argparse
import time
from pathlib import Path

from made_corpus.beside import hostile_and_compare
from made_corpus.hostile import add
from made_corpus.kill import kill_and_compare
from made_corpus.maker import make
from made_corpus.measure import measured, table

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "docs" / "corpus.md"
BEGIN, END = "<!-- begin measured -->\n", "<!-- end measured -->\n"
MEGABYTE = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make", help="write a corpus")
    making.add_argument("folder", type=Path)
    making.add_argument("--documents", type=int, default=1000)
    making.add_argument("--hostile", type=int, default=0, help="so many hostile files among them")
    making.set_defaults(run=_make)
    running = commands.add_parser("run", help="measure runs over corpora")
    running.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000, 100_000])
    running.add_argument("--one-core", type=int, nargs="*", default=[10_000], help="those measured on one core too")
    running.add_argument("--format", default="sqlite", help="sqlite (default) or jsonl")
    running.add_argument("--write", action="store_true", help="put the table into docs/corpus.md")
    running.set_defaults(run=_run)
    killing = commands.add_parser("kill", help="kill a run again and again, and compare what it leaves")
    killing.add_argument("--documents", type=int, default=10_000)
    killing.add_argument("--times", type=int, default=10)
    killing.add_argument("--seed", type=int, default=6)
    killing.add_argument("--cores", type=int, default=2)
    killing.add_argument("--hostile", type=int, default=0, help="so many hostile files among the documents")
    killing.set_defaults(run=_kill)
    breaking = commands.add_parser("hostile", help="whether hostile files change what is found in others")
    breaking.add_argument("--documents", type=int, default=1000)
    breaking.add_argument("--hostile", type=int, default=50)
    breaking.add_argument("--format", default="sqlite")
    breaking.add_argument("--cores", type=int, default=2)
    breaking.set_defaults(run=_hostile)
    options = parser.parse_args()
    options.run(options)


def _make(options: argparse.Namespace) -> None:
    start = time.perf_counter()
    totals = make(options.folder, options.documents)
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in totals.kinds.most_common())
    print(f"{totals.documents:,} documents ({kinds}), {totals.pages:,} pages, {totals.size / MEGABYTE:,.1f} MB")
    add(options.folder, options.documents, options.hostile)
    print(f"made in {time.perf_counter() - start:.1f} s")


def _run(options: argparse.Namespace) -> None:
    results = []
    for count in options.documents:
        cores = (1, 2) if count in options.one_core else (2,)
        results += measured(count, options.format, cores)
        print(table(results), flush=True)
    if options.write:
        text = PLACE.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN, 1)
        PLACE.write_text(f"{before}{BEGIN}{table(results)}{END}{rest.split(END, 1)[1]}", encoding="utf-8", newline="\n")


def _kill(options: argparse.Namespace) -> None:
    if not kill_and_compare(options.documents, options.times, options.seed, options.cores, options.hostile):
        raise SystemExit("the stores differ")


def _hostile(options: argparse.Namespace) -> None:
    if not hostile_and_compare(options.documents, options.hostile, options.format, options.cores):
        raise SystemExit("hostile files changed what was found in others")


if __name__ == "__main__":
    main()
