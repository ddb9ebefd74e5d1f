"""Random runs into a store over random files, against a plain account of what the store must hold after each."""

import hashlib
import itertools
import pickle
import random
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from redaudit.corpus import outcome_of
from redaudit.processes import answer_of
from redaudit.sources.entry import NEVER, File
from redaudit.store.edition import Edition
from redaudit.store.rows import DOCUMENT, of_its_own, rows_of
from redaudit.store.schema import DOCUMENTS, OF_DOCUMENT
from tests.hostile import hostile_examine
from tests.support import CABLE
from tests.support_store import SIZE, dumped, filled, rows, sound

EDITIONS = (Edition("1.0", "abc", "{}"), Edition("1.1", "abc", "{}"))
PATHS = ("papers/a.txt", "papers/b.txt", "papers/z.txt", "papers/deep/a.txt", "papers/deep/er/c.txt", "papers/deep/y")
CONTENTS = (*(f"{CABLE}\nC{number:08}\n" for number in range(4)), "UNREADABLE\n", "PROGRAM\n", "BUG\n")
ROOTS = ("papers", "papers", "papers/deep")


class Unruly:
    """A crew of this process: tasks end in any order, files change under it, and it is interrupted at any moment."""

    def __init__(self, choice, deed, work, size, limits):
        self.choice, self.deed, self.work = choice, deed, work
        self.ahead = choice.randrange(1, 6)
        self.given = []

    def give(self, number, task):
        self.given.append((number, task))
        self.deed()

    def collect(self):
        self.deed()
        self.choice.shuffle(self.given)
        ended = [self.given.pop() for _ in range(self.choice.randrange(1, len(self.given) + 1))]
        return {number: pickle.loads(answer_of(self.work, task)[0]) for number, task in ended}

    def dismiss(self):
        self.given.clear()


class Corpus:
    """Files, a store, and what is known to be in it."""

    def __init__(self, seed):
        self.choice = random.Random(seed)
        self.calls = Counter()
        self.numbers = {}
        self.past = {}
        self.held = set()
        self.edition = EDITIONS[0]

    def examine(self, data, path):
        self.calls[data] += 1
        return hostile_examine(data, path)

    def run(self, *roots, deed=lambda: None, until=None, listed=()):
        self.calls.clear()
        crew = partial(Unruly, self.choice, deed)
        batch = self.choice.choice((1, 2, 5, 500))
        options = {"edition": self.edition, "examine": self.examine, "listed": listed, "batch": batch, "pool": crew}
        filled(Path("audit.db"), *roots, until=until, **options)
        check_every_row()
        assert {*rows("audit.db", "SELECT path, sha256 FROM documents")} <= self.held
        numbers = dict(rows("audit.db", "SELECT path, id FROM ledger"))
        assert numbers | self.numbers == numbers
        self.numbers = numbers

    def change(self):
        """One file is written, removed, moved or copied, or is there again as it once was."""
        place = Path(self.choice.choice(PATHS))
        place.parent.mkdir(parents=True, exist_ok=True)
        there = sorted(file for file in Path("papers").rglob("*") if file.is_file())
        self.past |= {file: file.read_bytes() for file in there}
        match self.choice.choice(("write", "write", "copy", "copy", "move", "remove", "remove", "again", "again")):
            case "again" if lost := sorted(self.past.keys() - {*there}):
                place = self.choice.choice(lost)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(self.past[place])
            case "copy" if there:
                place.write_bytes(self.choice.choice(there).read_bytes())
            case "move" if there:
                self.choice.choice(there).rename(place)
            case "remove" if there:
                self.choice.choice(there).unlink()
            case _:
                place.write_text(self.choice.choice(CONTENTS))
        self.remember()

    def remember(self):
        """Which bytes each path ever held."""
        held = (file for file in Path("papers").rglob("*") if file.is_file())
        self.held |= {(file.as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()) for file in held}

    def quiet(self, root):
        """A run that nothing disturbs: afterwards the store tells what there is, and a second one does nothing."""
        before = stored()
        self.run(root)
        assert set(self.calls.values()) <= {1}
        self.check(before, lambda path: path.startswith(f"{root}/"), {})
        whole = dumped("audit.db")
        self.run(root)
        assert not self.calls
        assert dumped("audit.db") == whole

    def named(self):
        """The same for a list of paths, some of which are not there."""
        before, listed = stored(), self.choice.sample(PATHS, 3)
        self.run(listed=listed)
        absent = {path: ("unreadable", NEVER, 0, None) for path in listed if not Path(path).exists()}
        self.check(before, lambda path: path in listed, absent)

    def broken_off(self, root):
        self.run(root, until=self.choice.randrange(1, 5))

    def killed(self, root):
        self.run(root, deed=partial(interrupt, itertools.count(), self.choice.randrange(8)))

    def restless(self, root):
        self.run(root, deed=lambda: self.change() if self.choice.random() < 0.3 else None)

    def check(self, before, looked_at, absent):
        """Each path that was looked at is stored as it is now; what is gone is stored as it was, and marked."""
        expected = dict(before)
        for path in filter(looked_at, {*before, *PATHS}):
            if Path(path).is_file():
                expected[path] = outcome(Path(path).read_bytes(), self.edition)
            elif path in before and (path not in absent or before[path][0] == DOCUMENT):
                state, what, _, version = before[path]
                expected[path] = (state, what, 1, version)
            elif path in absent:
                expected[path] = absent[path]
        assert stored() == expected


def interrupt(calls, last):
    """Ctrl-C, or as far as the store can tell a kill, between any two acts of a crew."""
    if next(calls) >= last:
        raise KeyboardInterrupt


def told(data):
    """The rows of a content, however often and wherever it is stored."""
    return rows_of(outcome_of(hostile_examine, SIZE, File("papers/a.txt", "papers/a.txt", data)))


ROWS = {hashlib.sha256(text.encode()).hexdigest(): told(text.encode()) for text in CONTENTS if text != "BUG\n"}


def outcome(data, edition):
    """What the store must say of a path that holds this: its state, its hash or why it has none, and not gone."""
    if data == b"BUG\n":
        return "unreadable", "internal error (KeyError)", 0, None
    known = ROWS[hashlib.sha256(data).hexdigest()]
    return known.state, known.reason or known.sha256, 0, edition.redaudit if known.state == DOCUMENT else None


def stored():
    """What the store says of each path."""
    if not Path("audit.db").exists():
        return {}
    documents = rows(
        "audit.db",
        "SELECT path, 'document', sha256, gone, redaudit FROM documents JOIN versions ON versions.id = version",
    )
    others = rows("audit.db", "SELECT path, state, reason, gone, NULL FROM unreadable")
    assert not {path for path, *_ in documents} & {path for path, *_ in others}
    return {path: tuple(rest) for path, *rest in documents + others}


def check_every_row():
    """Every document is stored whole, as its own bytes give it; what can be searched is what is there."""
    own = ", ".join(f'"{name}"' for name in of_its_own(DOCUMENTS))
    for number, digest, *document in rows("audit.db", f"SELECT id, sha256, {own} FROM documents"):
        assert tuple(document) == ROWS[digest].document
        for table, expected in zip(OF_DOCUMENT, ROWS[digest].belongings, strict=True):
            columns = ", ".join(f'"{name}"' for name in of_its_own(table))
            found = rows("audit.db", f"SELECT {columns} FROM {table.name} WHERE document = ? ORDER BY id", number)
            assert found == list(expected)
    sound("audit.db")


@pytest.mark.parametrize("seed", range(12))
def test_whatever_befalls_files_and_runs_a_quiet_run_leaves_what_is_there(seed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    corpus = Corpus(seed)
    choice = corpus.choice
    for _ in range(8):
        for _ in range(choice.randrange(4)):
            corpus.change()
        Path("papers/deep").mkdir(parents=True, exist_ok=True)
        corpus.edition = choice.choice((corpus.edition, corpus.edition, *EDITIONS))
        match choice.choice(("quiet", "named", "broken off", "killed", "restless")):
            case "quiet":
                corpus.quiet(choice.choice(ROOTS))
            case "named":
                corpus.named()
            case "broken off":
                corpus.broken_off(choice.choice(ROOTS))
            case "killed":
                corpus.killed(choice.choice(ROOTS))
            case "restless":
                corpus.restless(choice.choice(ROOTS))
    corpus.quiet("papers")
