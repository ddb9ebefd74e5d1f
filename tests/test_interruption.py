"""Ctrl-C and SIGTERM while a command runs in this process; what they do to a run is in test_interrupted.py."""

import signal
import threading
from pathlib import Path

import pytest

from redaudit.errors import ExitCode
from redaudit.interruption import Terminated, exit_code, orderly, resumable, told


@pytest.fixture(autouse=True)
def handlers():
    """What the signals did before is what they do after."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield before
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("sign", "kind", "code"),
    [
        (signal.SIGINT, KeyboardInterrupt, ExitCode.INTERRUPTED),
        (signal.SIGTERM, Terminated, ExitCode.TERMINATED),
    ],
)
def test_either_is_raised_where_the_command_is(sign, kind, code):
    with pytest.raises(KeyboardInterrupt) as caught, orderly():
        signal.raise_signal(sign)
    assert caught.type is kind
    assert exit_code(caught.value) == code == 128 + sign
    assert told(caught.value) == "interrupted"


def test_the_same_again_does_not_disturb_the_ending():
    ended = []

    def command():
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGTERM)
            ended.append(True)

    with pytest.raises(KeyboardInterrupt), orderly():
        command()
    assert ended == [True]


def test_a_command_that_was_not_asked_leaves_the_signals_as_they_were(handlers):
    with orderly():
        assert signal.getsignal(signal.SIGTERM) is not handlers[signal.SIGTERM]
    assert {number: signal.getsignal(number) for number in handlers} == handlers


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_what_a_program_that_embeds_us_made_of_them_stands(sign):
    heard = []
    signal.signal(sign, lambda number, _: heard.append(number))
    with orderly():
        signal.raise_signal(sign)
    assert heard == [sign]


def test_what_a_shell_has_a_background_job_ignore_is_ignored():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with orderly():
        signal.raise_signal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with pytest.raises(Terminated), orderly():
        signal.raise_signal(signal.SIGTERM)


def test_a_thread_leaves_the_signals_alone(handlers):
    seen = []

    def command():
        with orderly():
            seen.append({number: signal.getsignal(number) for number in handlers})

    thread = threading.Thread(target=command)
    thread.start()
    thread.join()
    assert seen == [handlers]


def test_an_ending_says_how_a_run_goes_on():
    def run():
        with resumable(Path("a.db"), "the same command") as kept:
            kept()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        run()
    assert told(caught.value) == "interrupted; a.db holds what was found so far and goes on with the same command"


def test_an_ending_before_anything_is_kept_promises_nothing():
    with pytest.raises(KeyboardInterrupt) as caught, resumable(Path("a.db"), "the same command"):
        raise KeyboardInterrupt
    assert told(caught.value) == "interrupted"
