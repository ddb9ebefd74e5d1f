"""Pipes that keep us waiting: every byte arrives, and Ctrl-C is heard however unluckily it comes."""

import io
import os
import random
import signal
import threading
import time

import pytest

from redaudit.sources.pipe import LOOK, interruptible

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")


@pytest.fixture
def pipe():
    """The end to read of a pipe, as Python opens it, and the end to write."""
    reading, writing = os.pipe()
    with open(reading, "rb") as source, open(writing, "wb", buffering=0) as sink:  # noqa: PTH123  a descriptor
        yield source, sink


@pytest.fixture
def lost():
    """Reads while Ctrl-C goes to a thread that hears it, so that this one is not woken; ends the waiting at last."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, set())
    over, rescued, senders = threading.Event(), [], []

    def reading(read, source, sink):
        def run():
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            time.sleep(2 * LOOK)  # the other one waits by now
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            if not over.wait(60):
                rescued.append(True)
                sink.close()

        senders.append(threading.Thread(target=run))
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        senders[0].start()
        read(source)

    yield reading, rescued
    over.set()
    for sender in senders:
        sender.join()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


@POSIX
@pytest.mark.parametrize(
    "read", [lambda source: source.read(9), lambda source: next(iter(source))], ids=["read", "lines"]
)
def test_ctrl_c_that_does_not_wake_whoever_waits_is_heard(pipe, lost, read):
    (source, sink), (reading, rescued) = pipe, lost
    with pytest.raises(KeyboardInterrupt):
        reading(read, interruptible(source), sink)
    assert not rescued


@POSIX
def test_every_byte_arrives_however_it_is_sent(pipe):
    source, sink = pipe
    chance = random.Random(4)
    sent = chance.randbytes(300_000)

    def send():
        place = 0
        while place < len(sent):
            place += sink.write(sent[place : place + chance.randrange(1, 20_000)])
            time.sleep(chance.choice((0, 0, 0.001)))
        sink.close()

    sender = threading.Thread(target=send)
    sender.start()
    waited = interruptible(source)
    assert waited.read(100_000) + waited.read(1) + waited.read() == sent
    assert waited.read() == b""
    sender.join()


@POSIX
def test_a_pipe_stays_open(pipe):
    source, sink = pipe
    sink.write(b"one two three")
    assert interruptible(source).read(3) == b"one"
    assert not source.closed
    sink.write(b"four")
    assert source.read(4) == b"four"


def test_a_file_and_what_is_no_file(tmp_path):
    (tmp_path / "memo.txt").write_bytes(b"SECRET\n" * 20_000)
    with (tmp_path / "memo.txt").open("rb") as source:
        assert interruptible(source).read() == b"SECRET\n" * 20_000
    memory = io.BytesIO(b"SECRET")
    assert interruptible(memory) is memory
