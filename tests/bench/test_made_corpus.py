"""A made corpus: the same number gives the same document, each its own, in the mix that is stated."""

import hashlib
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from bench.made_corpus.maker import KINDS, MIX, document
from redaudit import pipeline
from redaudit.model.part import Ocr, Reading

ROOT = Path(__file__).resolve().parents[2]


def made(folder, *options):
    """What the command writes, as digests by path below the folder, and what it says."""
    command = [sys.executable, "bench/corpus.py", "make", str(folder), *options]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}, said


def test_a_smaller_corpus_is_the_beginning_of_a_larger(tmp_path):
    small, said = made(tmp_path / "small", "--documents", "200")
    large, _ = made(tmp_path / "large", "--documents", "1100")
    assert said.startswith("200 documents (154 text, 26 typed, 10 drawn, 8 scan, 2 copy)")
    assert list(large.items())[:200] == list(small.items())
    assert Counter(path.split("/")[0] for path in large) == {"00000": 1000, "00001": 100}


def test_the_mix_is_as_stated():
    described = (ROOT / "bench" / "corpus.py").read_text(encoding="utf-8")
    stated = re.search(r"(\d+) are texts, (\d+) PDFs .*?, (\d+) PDFs drawn .*?,\s(\d+) scans .*? (\d+) is", described)
    assert stated
    assert list(map(int, stated.groups())) == list(MIX.values())
    assert Counter(KINDS) == MIX
    assert Counter(document(number).kind for number in range(4200, 4300)) == MIX


def test_only_copies_have_the_bytes_of_another():
    first = {}
    for number in range(3000):
        written = document(number)
        original = first.setdefault(written.data, number)
        assert (original != number) is (written.kind == "copy")


def test_each_kind_is_read_as_what_it_is():
    by_kind = {document(number).kind: document(number) for number in range(100)}
    audited = {
        kind: pipeline.examine(written.data, reading=Reading(Ocr.OFF)).record for kind, written in by_kind.items()
    }
    assert {kind: record.source.media_type for kind, record in audited.items() if kind != "copy"} == {
        "text": "text/plain",
        "typed": "application/pdf",
        "drawn": "application/pdf",
        "scan": "application/pdf",
    }
    assert {kind: len(record.pages) for kind, record in audited.items()} == {
        kind: written.pages for kind, written in by_kind.items()
    }
    assert audited["scan"].document_id.value.startswith("C06")
    assert audited["drawn"].redactions
