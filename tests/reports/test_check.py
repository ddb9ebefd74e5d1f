"""What every format of a check keeps to: it is found by the registry, and nothing hidden leaves by it."""

import io
import weakref

import pytest

from redaudit import pipeline
from tests.support import audited, plain
from tests.support_check import ELSEWHERE, EVERYTHING, GONE, HOSTILE, checked, typed

FORMATS = [report.id for report in pipeline.reports() if "check" in report.verbs]
each_format = pytest.mark.parametrize("name", FORMATS)


def test_the_contracts_formats_are_there():
    assert FORMATS == ["github", "json", "junit", "sarif", "text"]


@each_format
@pytest.mark.parametrize("outcomes", [EVERYTHING, HOSTILE, ()], ids=["everything", "hostile", "nothing"])
def test_the_same_outcomes_give_the_same_report(name, outcomes):
    first = checked(name, iter(outcomes), pipeline.rules(), stale=(GONE, ELSEWHERE))
    assert first == checked(name, list(outcomes), pipeline.rules(), stale=(GONE, ELSEWHERE))
    assert first.endswith("\n")


@each_format
def test_every_finding_and_every_file_is_told(name):
    text = checked(name, EVERYTHING, pipeline.rules())
    for words in ("a | message", "1 box", "another", "1 paragraph bears no mark", "downgraded from SECRET"):
        assert words in text
    for words in ("broken.pdf", "encrypted", ".DS_Store", "a hidden file"):
        assert words in text


@each_format
def test_what_is_hidden_is_not_written_unasked(name):
    text = checked(name, [audited()])
    assert "the name" not in text
    assert "small words" not in text


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_only_json_writes_what_is_hidden(name):
    assert checked(name, [audited()], reveal=True) == checked(name, [audited()])


@each_format
def test_no_document_is_kept_once_it_is_written(name):
    seen = []

    def outcomes():
        for number in range(5):
            made = typed(path=f"{number}.txt")
            seen.append(weakref.ref(made))
            yield made
            del made
            # The last one, and no other, may still be in somebody's hands.
            assert [reference() for reference in seen[:-1]] == [None] * number

    checked(name, outcomes())
    assert len(seen) == 5


@each_format
def test_findings_are_written_before_the_next_document_is_waited_for(name):
    sink = io.StringIO()

    def outcomes():
        yield audited()
        assert "no-release-marking" in sink.getvalue()
        yield plain()

    checked(name, outcomes(), sink=sink)
    assert "no-release-marking" in sink.getvalue()


@each_format
def test_the_baseline_is_asked_when_all_outcomes_have_passed(name):
    passed = []

    def outcomes():
        for outcome in EVERYTHING:
            yield outcome
            passed.append(outcome)

    class Stales:
        def __iter__(self):
            assert len(passed) == len(EVERYTHING)
            return iter((GONE,))

    text = checked(name, outcomes(), stale=Stales())
    assert "C00000009" in text
