"""JSON and JSON Lines: the contract's shape, whole."""

import json

import pytest

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.reports._columns import COLUMNS
from redaudit.version import __version__
from tests.support import BROKEN, STORE, audited, plain, rendered
from tests.support_check import ELSEWHERE, EVERYTHING, GONE, checked


def document(outcome, reveal=False):
    """One document of a report, as JSON gives it back."""
    return json.loads(rendered("json", [outcome], reveal=reveal))["documents"][0]


def test_the_whole_of_a_report():
    report = json.loads(rendered("json", [BROKEN, audited(), STORE, plain()]))
    assert list(report) == ["redaudit", "documents", "unreadable", "skipped"]
    assert report["redaudit"] == __version__
    assert [document["path"] for document in report["documents"]] == ["papers/cable.txt", "plain.txt"]
    assert report["unreadable"] == [{"path": "broken.pdf", "reason": "encrypted"}]
    assert report["skipped"] == [{"path": ".DS_Store", "reason": "a hidden file"}]


def test_many_files_may_be_none_of_the_documents():
    report = json.loads(rendered("json", [BROKEN, STORE, BROKEN, plain(), STORE]))
    assert [len(report[name]) for name in ("documents", "unreadable", "skipped")] == [1, 2, 2]


def test_a_report_of_nothing_is_json():
    assert json.loads(rendered("json", [])) == {
        "redaudit": __version__,
        "documents": [],
        "unreadable": [],
        "skipped": [],
    }


def test_the_parts_of_a_document():
    assert list(document(audited())) == [
        *("path", "sha256", "media_type", "pages", "page_sizes", "record", "evidence", "rivals", "marks"),
        *("redactions", "hidden", "leftovers", "deleted_pages", "findings"),
    ]


def test_a_record_is_typed():
    record = document(audited())["record"]
    assert list(record) == list(COLUMNS)
    assert {name: value for name, value in record.items() if value is not None} == {
        "path": "papers/cable.txt",
        "document_id": "C00000001",
        "subject": "=TALKS, ON THE CANAL",
        "pages": 2,
        "pages_unseen": [2],
        "original_classification": "SECRET",
        "original_captions": ["NODIS", "CEDAR"],
        "original_date": "1999-11-23",
        "declassify_on": "2009-11-19",
        "release_status": "part",
        "release_classification": "UNCLASSIFIED",
        "release_date": "2020-11-23",
        "exemptions": ["B1", "1.4(D)"],
        "redactions": 2,
        "deleted_pages": 6,
        "portion_marks": ["S:1", "C:1"],
        "portion_marks_struck": ["C:1"],
        "years_to_release": 21.0,
        "years_overdue": 11.0,
        "doubtful": ["document_id", "original_captions"],
        "findings": ["text-under-redaction", "no-release-marking"],
        "worst": "high",
    }


def test_pages_and_their_sizes():
    made = document(audited())
    assert made["pages"] == [
        {"number": 1, "width": 612.0, "height": 792.0, "content": "text", "seen": True},
        {"number": 2, "width": None, "height": None, "content": "image", "seen": False},
    ]
    assert made["page_sizes"] == [[612.0, 792.0], [None, None]]
    assert document(plain())["page_sizes"] == []


def test_evidence_and_rivals_point_to_marks():
    made = document(audited())
    assert made["evidence"] == {
        "document_id": [5],
        "original_classification": [1],
        "original_captions": [1],
        "release_status": [0],
        "release_date": [0],
        "exemptions": [0, 2],
    }
    assert made["rivals"] == {"document_id": [{"value": "C00000002", "marks": [5]}]}


def test_marks_carry_the_values_of_the_contract():
    marks = document(audited())["marks"]
    assert marks[2] == {
        "detector": "exemption-code",
        "page": 1,
        "start": 40,
        "end": 46,
        "line": 1,
        "text": "1.4(D)",
        "value": "1.4(D)",
        "ink": "plain",
        "box": [72, 100, 99.5, 110.12],
    }
    assert marks[1]["value"] == {"level": "SECRET", "captions": ["NODIS"], "role": "banner"}
    assert marks[1]["ink"] == "struck"
    assert (marks[3]["value"], marks[3]["ink"], marks[3]["box"]) == ("(C//NF)", "struck?", None)
    assert marks[5]["value"] == {"scheme": "state-doc", "value": "C00000001", "damaged": False}
    stated = {name: value for name, value in marks[0]["value"].items() if value not in (None, [], False)}
    assert stated == {"family": "vrr", "status": "part", "date": "2020-11-23"}


def test_redactions_count_what_is_concealed_and_reveal_it_only_when_asked():
    quiet = document(audited())["redactions"]
    assert quiet[0] == {
        "page": 1,
        "kind": "box",
        "start": 80,
        "end": 81,
        "line": 7,
        "text": "■",
        "box": [72, 100, 200, 112],
        "quantity": None,
        "unit": None,
        "lines_estimated": None,
        "page_share": 0.0123,
        "exemptions": ["B1", "1.4(D)"],
        "statutes": ["INA 222(f)"],
        "official": True,
        "concealed": 7,
    }
    assert [redaction["concealed"] for redaction in quiet] == [7, 0, 0]
    revealed = document(audited(), reveal=True)["redactions"]
    assert revealed == [{**quiet[0], "concealed_text": "the name"}, *quiet[1:]]


def test_what_a_file_still_holds_is_named_and_counted():
    left = {"kind": "bookmark", "page": 2, "box": None, "what": "a bookmark", "concealed": 7}
    made = audited(leftovers=(Leftover(Holding.BOOKMARK, "a bookmark", "the name", page=2, tie=Tie.BOX),))
    assert document(made)["leftovers"] == [left]
    assert document(made, reveal=True)["leftovers"] == [{**left, "concealed_text": "the name"}]


def test_hidden_text_is_placed_and_counted():
    hidden = {"page": 1, "box": [72, 700, 80, 701], "why": "tiny", "concealed": 10}
    assert document(audited())["hidden"] == [hidden]
    assert document(audited(), reveal=True)["hidden"] == [{**hidden, "concealed_text": "small words"}]


def test_deleted_pages_and_findings():
    made = document(audited())
    assert made["deleted_pages"] == {"withheld": 3, "duplicate": 1, "referral": 2}
    assert document(plain())["deleted_pages"] is None
    assert made["findings"][0] == {
        "rule": "no-release-marking",
        "severity": "medium",
        "page": 1,
        "line": 3,
        "message": "a | message",
        "marks": [1],
        "fingerprint": "f" * 16,
    }


def test_lines_are_documents_and_what_is_none():
    lines = [json.loads(line) for line in rendered("jsonl", [BROKEN, audited(), STORE]).splitlines()]
    assert lines == [
        {"unreadable": {"path": "broken.pdf", "reason": "encrypted"}},
        document(audited()),
        {"skipped": {"path": ".DS_Store", "reason": "a hidden file"}},
    ]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_what_is_hidden_is_not_written_unasked(name):
    for words in ("the name", "small words"):
        assert words not in rendered(name, [audited()])
        assert words in rendered(name, [audited()], reveal=True)


def test_documents_are_written_as_they_come():
    def outcomes():
        yield plain()
        raise InterruptedError

    with pytest.raises(InterruptedError):
        rendered("jsonl", outcomes())


def test_a_check_tells_what_of_the_baseline_is_stale():
    report = json.loads(checked("json", [plain()], stale=(GONE, ELSEWHERE)))
    assert list(report) == ["redaudit", "documents", "unreadable", "skipped", "stale"]
    assert report["stale"] == [
        {"rule": "full-but-redacted", "fingerprint": "3" * 16, "document": "C00000009"},
        {"rule": "downgrade", "fingerprint": "4" * 16, "document": "C00000010"},
    ]


def test_without_stale_entries_a_check_is_as_a_report():
    assert checked("json", EVERYTHING) == rendered("json", EVERYTHING)
