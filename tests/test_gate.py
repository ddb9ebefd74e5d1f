"""The verdict of a run, and the findings that were accepted before."""

import io
from pathlib import Path

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.baseline import HEADER, Accepted, load, save
from redaudit.config import Config
from redaudit.errors import UsageError
from redaudit.gate import Gate, gate_for
from redaudit.model.finding import Skipped, Stale, Unreadable
from redaudit.rules._samples import release, telegram
from redaudit.selection import SEVERITIES, Selection

LEAKED = "CONFIDENTIAL\n\nThe minister smiled.\n\nCONFIDENTIAL\n"
FULL = (
    "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: 06/30/2015\nRELEASE IN FULL\n"
)
BLACK = FULL + f"\nThe minister said{' ' * 60}B6\nand smiled.\n"
CAPTIONED = release(telegram(line="C O N F I D E N T I A L ZEMBLA 000412\n\nEXDIS"))


def examined(text, path="a.txt"):
    return pipeline.examine(text.encode(), path)


def judged(gate, *outcomes):
    return [getattr(outcome, "findings", outcome) for outcome in gate.judged(outcomes)]


def gate(**choices):
    return Gate(rules=pipeline.rules(), selection=Selection(ignore=frozenset({"info", "low"})), **choices)


def baseline_of(*outcomes):
    writing = gate(writing=Path("b.txt"))
    list(writing.judged(outcomes))
    sink = io.StringIO()
    writing.write(sink)
    return sink.getvalue()


def loaded(folder, text):
    (folder / "b.txt").write_text(text)
    return load(folder / "b.txt")


@pytest.mark.parametrize(
    ("text", "severity", "failing"),
    [
        (CAPTIONED, "medium", {"high": 0, "medium": 1, "low": 1}),
        (BLACK, "high", {"high": 1, "medium": 1, "low": 1}),
        (FULL, None, {"high": 0, "medium": 0, "low": 0}),
    ],
    ids=["medium", "high", "clean"],
)
def test_findings_at_or_above_a_severity_fail_the_run(text, severity, failing):
    for word, expected in failing.items():
        gated = gate(fail_on=SEVERITIES[word])
        found = judged(gated, examined(text), Unreadable("b.pdf", "broken"), Skipped("c", "a font"))[0]
        assert [finding.severity.word for finding in found] == ([severity] if severity else [])
        assert gated.failing == expected


def test_what_was_ignored_fails_nothing():
    gated = Gate(pipeline.rules(), Selection(ignore=frozenset({"high", "medium", "low"})))
    judged(gated, examined(BLACK))
    assert gated.failing == 0


def test_files_that_are_no_documents_pass_as_they_are():
    others = (Unreadable("b.pdf", "broken"), Skipped("c", "a font"))
    assert judged(gate(), *others) == list(others)


def test_what_was_accepted_is_not_raised_again_wherever_the_document_lies(tmp_path):
    entries = loaded(tmp_path, baseline_of(examined(BLACK)))
    gated = gate(baseline=entries)
    assert judged(gated, examined(BLACK, "moved/elsewhere.txt")) == [()]
    assert (gated.failing, gated.stale()) == (0, ())


@pytest.mark.parametrize(
    "again",
    [
        BLACK.replace("\nThe minister", "\f\nThe minister"),
        BLACK.replace("\nThe minister", "\n\n\n\nThe minister"),
        FULL + "\n\f" + BLACK,
    ],
    ids=["divided", "spaced", "another page before"],
)
def test_another_division_into_pages_raises_nothing_new(tmp_path, again):
    gated = gate(baseline=loaded(tmp_path, baseline_of(examined(BLACK))))
    assert judged(gated, examined(again)) == [()]


def test_a_new_finding_of_a_known_document_is_raised(tmp_path):
    gated = gate(baseline=loaded(tmp_path, baseline_of(examined(FULL))))
    assert [finding.rule for finding in judged(gated, examined(BLACK))[0]] == ["full-but-redacted"]


def test_what_is_mended_is_stale_and_what_is_elsewhere_says_so(tmp_path):
    text = baseline_of(examined(BLACK), examined(LEAKED))
    gated = gate(baseline=loaded(tmp_path, text))
    judged(gated, examined(FULL))
    mended, elsewhere = gated.stale()
    assert (mended.rule, mended.document, mended.seen) == ("full-but-redacted", "C00000001", True)
    assert (elsewhere.rule, elsewhere.seen) == ("no-release-marking", False)
    assert isinstance(mended, Stale)


def test_a_new_baseline_drops_what_is_mended_and_keeps_what_is_elsewhere(tmp_path):
    old = loaded(tmp_path, baseline_of(examined(BLACK), examined(LEAKED)))
    gated = gate(baseline=old, writing=Path("b.txt"))
    judged(gated, examined(FULL))
    sink = io.StringIO()
    assert gated.write(sink) == "1 accepted in b.txt: 0 new, 1 no longer raised and dropped"
    assert [entry.rule for entry in loaded(tmp_path, sink.getvalue())] == ["no-release-marking"]


def test_a_baseline_is_sorted_lines_without_paths():
    text = baseline_of(examined(LEAKED, "z.txt"), examined(BLACK, "a.txt"))
    lines = text.removeprefix(HEADER).splitlines()
    assert lines == sorted(lines)
    assert [line.split()[0] for line in lines] == ["full-but-redacted", "no-release-marking"]
    assert ".txt" not in text.removeprefix(HEADER)


def test_the_same_findings_give_the_same_baseline():
    one, two = examined(LEAKED, "z.txt"), examined(BLACK, "a.txt")
    assert baseline_of(one, two) == baseline_of(two, one, one)


@pytest.mark.parametrize("line", ["full-but-redacted", "full-but-redacted xyz C1", "<html>", "a 0123456789abcdef"])
def test_a_file_that_is_no_baseline_is_an_error(tmp_path, line):
    with pytest.raises(UsageError, match=r"b.txt:2: not a line of a baseline"):
        loaded(tmp_path, f"{HEADER}{line}\n")


def test_what_is_saved_is_loaded_again(tmp_path):
    entries = {Accepted("b-rule", "0" * 16, "C1"), Accepted("a-rule", "f" * 16, "deadbeef")}
    sink = io.StringIO()
    save(entries, sink)
    assert loaded(tmp_path, sink.getvalue()) == entries


def test_a_baseline_that_is_not_there_is_an_error_unless_it_is_to_be_written(tmp_path):
    config = Config(baseline=tmp_path / "none.txt")
    with pytest.raises(UsageError, match="no such file"):
        gate_for(config, pipeline.rules())
    assert gate_for(evolve(config, write_baseline=""), pipeline.rules()).writing == tmp_path / "none.txt"
