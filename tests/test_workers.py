"""The pool: order kept, and one bad task costs itself alone."""

import multiprocessing
import os
import pickle
import platform
import time

import pytest

from redaudit.errors import RedauditError
from redaudit.pool import Pool
from redaudit.processes import ONE_THREAD, answer_of
from redaudit.workers import LOOK_AHEAD, READ, Done, Failure, Job, Limits, as_done, ordered
from tests.hostile import work

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")


def outcomes(words, workers=1, limits=None):
    """What came of some words, without the numbers of processes; a Done is given by its result in brackets."""
    jobs = [Done((word[1:-1], 0)) if word.startswith("[") else Job(word) for word in words]
    return [
        result if isinstance(result, Failure) else result[0]
        for _, result in ordered(jobs, Pool(work, workers, limits or Limits()))
    ]


# Seconds for a task that hangs. The others of its pool must keep to them too, though the machine may stand still.
SHORT = 6

BAD = [
    ("HANG", f"ran out of time ({SHORT} s)"),
    pytest.param("CRASH", "the parser crashed (SIGSEGV)", marks=POSIX),
    pytest.param("KILLED", "the parser was killed, most likely for want of memory", marks=POSIX),
    ("LEAVE", "the parser crashed"),
    ("GREEDY", "ran out of memory"),
    ("DEEP", "nested too deeply"),
    ("BUG", "internal error (KeyError)"),
]


@pytest.mark.parametrize(("word", "reason"), BAD)
def test_a_bad_task_costs_itself_alone(word, reason):
    found = outcomes(["one", word, "two"], limits=Limits(seconds=SHORT) if word == "HANG" else None)
    assert (found[0], found[2]) == ("one", "two")
    assert isinstance(found[1], Failure)
    assert found[1].reason == reason


@pytest.mark.skipif(platform.system() != "Linux", reason="only Linux bounds the address space for certain")
def test_memory_is_bounded():
    assert outcomes(["LARGE"], limits=Limits(memory=2 * 2**30)) == [Failure("ran out of memory")]
    assert outcomes(["LARGE"], limits=Limits(memory=8 * 2**30)) == ["LARGE"]


def test_libraries_have_one_thread_in_a_worker_and_what_they_had_here(monkeypatch):
    for name in ONE_THREAD:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(platform, "system", lambda: "Windows")  # a fork server keeps the environment it started in
    assert outcomes(["THREADS"]) == [("1",) * len(ONE_THREAD)]
    assert not set(ONE_THREAD) & set(os.environ)
    monkeypatch.setenv(ONE_THREAD[0], "3")
    assert outcomes(["THREADS"]) == [("3", *["1"] * (len(ONE_THREAD) - 1))]
    assert os.environ[ONE_THREAD[0]] == "3"


def test_workers_start_without_a_fork_server_too(monkeypatch):
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    found = outcomes(["one", "BUG", "two"])
    assert (found[0], found[2]) == ("one", "two")


def test_results_keep_the_order_of_the_tasks():
    words = ["LATER", "a", "[b]", "c", "LATER", "[d]"]
    assert outcomes(words, workers=3) == ["LATER", "a", "b", "c", "LATER", "d"]


def test_nothing_to_do_starts_nobody():
    assert outcomes([]) == []
    assert outcomes(["[a]", "[b]"]) == ["a", "b"]
    assert multiprocessing.active_children() == []


def test_a_failure_says_where_but_not_what():
    _, failure = next(iter(ordered([Job("BUG")], Pool(work, 1, Limits()))))
    assert any("hostile.py" in line and line.endswith("in work") for line in failure.details)
    assert "words of the document" not in repr(failure)


def test_a_result_that_cannot_be_sent_is_a_bug_and_not_the_end():
    failure, good = outcomes(["UNSENDABLE", "one"])
    assert failure.reason.startswith("internal error (")
    assert good == "one"


def test_what_a_library_writes_goes_nowhere(capfd):
    assert outcomes(["NOISE"]) == ["NOISE"]
    assert capfd.readouterr() == ("", "")


def test_a_worker_makes_room_for_a_fresh_one():
    numbers = [result[1] for _, result in ordered([Job(word) for word in "abcd"], Pool(work, 1, Limits(tasks=2)))]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert os.getpid() not in numbers


def test_work_runs_no_further_ahead_than_its_window():
    taken = []

    def jobs():
        for number in range(100):
            taken.append(number)
            yield Job("LATER" if number == 0 else "quick")

    results = ordered(jobs(), Pool(work, 1, Limits()))
    next(results)
    assert len(taken) <= LOOK_AHEAD * 2 + 1
    results.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("flow", [ordered, as_done])
def test_two_large_documents_are_not_under_way_at_once(flow):
    sizes = [1, 9 * READ // 4, 9 * READ // 4, 2, 5 * READ, 3, 4]
    reading, most = set(), []

    class Watched(Pool):
        def give(self, number, task):
            reading.add(number)
            most.append([number for number in sorted(reading) if sizes[number] > READ])
            super().give(number, task)

        def collect(self):
            outcomes = super().collect()
            reading.difference_update(outcomes)
            return outcomes

    jobs = [Job(str(size), size=size) for size in sizes]
    found = [result[0] for _, result in flow(jobs, Watched(work, 2, Limits()))]
    assert sorted(found) == sorted(map(str, sizes))
    assert max(map(len, most)) == 1
    assert [large for large in most if large].count([4]) > 0


def test_time_is_counted_for_a_task_not_for_the_reader_of_results():
    results = ordered([Job(word) for word in "abc"], Pool(work, 1, Limits(seconds=SHORT)))
    first = next(results)[1]
    time.sleep(SHORT + 1)  # whoever reads the results is slow; b was done long ago
    assert [first[0], *(result[0] for _, result in results)] == ["a", "b", "c"]


def test_work_that_cannot_be_found_in_a_worker_ends_the_run():
    def local(word):
        return word

    with pytest.raises((AttributeError, RedauditError, pickle.PicklingError)):
        list(ordered([Job("a")], Pool(local, 1, Limits())))


@pytest.mark.parametrize(
    ("word", "reason", "last"),
    [
        ("GREEDY", "ran out of memory", True),
        ("BUG", "internal error (KeyError)", False),
        ("UNSENDABLE", "internal error (", False),
    ],
)
def test_a_worker_says_whether_it_is_spent(word, reason, last):
    answer, spent = answer_of(work, word)
    failure = pickle.loads(answer)
    assert failure.reason.startswith(reason)
    assert spent is last
