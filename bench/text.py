"""How fast text becomes records, on one core: python bench/text.py FOLDER [--profile] [--rounds N].

Prints MB/s and documents/s from bytes to record and findings, the share of each stage, and with --profile the time of
each detector and rule. The best round counts: other work on the machine only ever slows one down.
"""

import argparse
import time
from collections import Counter
from pathlib import Path

from redaudit import pipeline
from redaudit.model.document import Document
from redaudit.model.mark import Mark
from redaudit.model.record import Record

STAGES = ("read", "detect", "assemble", "audit")


def documents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]


def one_round(texts: list[bytes]) -> Counter[str]:
    """Seconds of each stage over all texts."""
    spent: Counter[str] = Counter()
    clock = time.perf_counter
    for text in texts:
        start = clock()
        document = pipeline.read(text)
        read = clock()
        marks = pipeline.detect(document)
        detected = clock()
        record = pipeline.assemble(document, marks)
        assembled = clock()
        pipeline.audit(record)
        spent.update(
            dict(zip(STAGES, (read - start, detected - read, assembled - detected, clock() - assembled), strict=True))
        )
    return spent


def detector_seconds(read: list[Document]) -> Counter[str]:
    spent: Counter[str] = Counter()
    pages = [page for document in read for page in document.pages if page.text]
    for detector in pipeline.detectors():
        start = time.perf_counter()
        for page in pages:
            if not detector.cues or any(cue in page.folded for cue in detector.cues):
                for _ in detector.find(page):
                    pass
        spent[detector.id] = time.perf_counter() - start
    return spent


def rule_seconds(records: list[Record]) -> Counter[str]:
    spent: Counter[str] = Counter()
    for rule in pipeline.rules():
        start = time.perf_counter()
        for record in records:
            for _ in rule.check(record):
                pass
        spent[rule.id] = time.perf_counter() - start
    return spent


def table(title: str, spent: Counter[str], megabytes: float) -> None:
    total = spent.total()
    print(f"\n{title:36} {'ms':>8} {'share':>6} {'MB/s':>8}")
    for name, seconds in spent.most_common():
        print(f"{name:36} {1000 * seconds:8.1f} {seconds / total:6.1%} {megabytes / seconds:8.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", action="store_true", help="time each detector and rule")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    texts = documents(options.folder)
    megabytes = sum(map(len, texts)) / 1e6
    one_round(texts[:5])  # patterns are compiled, parts are loaded
    best = min((one_round(texts) for _ in range(options.rounds)), key=Counter.total)
    seconds = best.total()
    print(f"{len(texts)} documents, {megabytes:.2f} MB, {seconds:.3f} s")
    print(f"{megabytes / seconds:.2f} MB/s, {len(texts) / seconds:.0f} documents/s, one core, best of {options.rounds}")
    table("stage", best, megabytes)
    if options.profile:
        read = [pipeline.read(text) for text in texts]
        marks: list[tuple[Mark, ...]] = [pipeline.detect(document) for document in read]
        records = [pipeline.assemble(document, found) for document, found in zip(read, marks, strict=True)]
        table("detector", detector_seconds(read), megabytes)
        table("rule", rule_seconds(records), megabytes)


if __name__ == "__main__":
    main()
