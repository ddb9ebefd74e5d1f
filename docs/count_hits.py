"""Counts the findings of each rule over a folder of releases: `python -m docs.count_hits FOLDER [--write]`.

Findings of severity high and medium are counted apart from those that doubt made low or info. With `--write` the
counts go into docs/precision/; how many were looked at there, and how many stood, is for a person to write.
"""

import argparse
import csv
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from docs.list_rules import DOCS, FIELDS
from redaudit import pipeline
from redaudit.errors import RedauditError
from redaudit.model.finding import Severity

Hits = list[tuple[str, Severity]]


def hits(path: Path) -> Hits | None:
    """The rules that speak of a file, with the severity of each finding; None for a file that is no document."""
    try:
        return [(finding.rule, finding.severity) for finding in pipeline.examine(path.read_bytes()).findings]
    except RedauditError:
        return None


def counted(folder: Path) -> tuple[int, Counter[str], Counter[str]]:
    """How many documents a folder holds, and the findings of each rule: high and medium, then low and info."""
    weighty: Counter[str] = Counter()
    lesser: Counter[str] = Counter()
    with ProcessPoolExecutor() as pool:
        found = [each for each in pool.map(hits, _files(folder), chunksize=4) if each is not None]
    for rule, severity in (hit for each in found for hit in each):
        (weighty if severity >= Severity.MEDIUM else lesser)[rule] += 1
    return len(found), weighty, lesser


def _files(folder: Path) -> list[Path]:
    """The documents of sets that keep them in a folder `docs`, or else all files."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if "docs" in path.relative_to(folder).parts[:-1]] or files


def write(weighty: Counter[str], lesser: Counter[str]) -> None:
    """Puts the counts into the tables of docs/precision/."""
    for place in sorted((DOCS / "precision").glob("*.csv")):
        with place.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        with place.open("w", encoding="utf-8", newline="") as sink:
            table = csv.DictWriter(sink, FIELDS, lineterminator="\n")
            table.writeheader()
            for row in rows:
                table.writerow({**row, "hits": weighty[row["rule"]], "lesser": lesser[row["rule"]]})


def main() -> None:
    """Counts, prints, and writes where it is asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    documents, weighty, lesser = counted(options.folder)
    print(f"{documents} documents")
    for rule in sorted({*weighty, *lesser}):
        print(f"{rule:40} high and medium {weighty[rule]:4}   low and info {lesser[rule]:4}")
    if options.write:
        write(weighty, lesser)


if __name__ == "__main__":
    main()
