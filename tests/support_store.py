"""Runs into a store without the command line, and what the store holds then."""

import contextlib
import sqlite3
from functools import partial

from redaudit.hiring import own_modules
from redaudit.keeping import Keeping, rows_of_promised
from redaudit.pool import Pool, preload
from redaudit.sources.inside import inside
from redaudit.sources.scope import Scope
from redaudit.sources.walk import roots, walk
from redaudit.store.edition import Edition
from redaudit.store.ledger import begun
from redaudit.store.opening import files_of, opened
from redaudit.workers import Limits
from tests.hostile import hostile_examine

SIZE = 1_000_000
NOW = Edition("1.0", "abc", "{}")
TABLES = ("versions", "documents", "redactions", "marks", "findings", "unreadable")


def filled(
    store,
    *paths,
    workers=1,
    edition=NOW,
    limits=None,
    until=None,
    examine=hostile_examine,
    listed=(),
    batch=500,
    pool=Pool,
):
    """One run over some paths into a store; what it said of each path. It is broken off after `until` steps."""
    limits = limits or Limits()
    bounded = Edition(edition.redaudit, edition.rules, f"{edition.choices} {limits.seconds:g}")
    heard, said = [], []
    with contextlib.suppress(KeyboardInterrupt), opened(store) as connection:
        ledger = begun(connection, edition, bounded)
        keeping = Keeping(ledger, Scope(roots(paths)), SIZE, heard.append, batch)
        preload(own_modules())
        hired = pool(partial(rows_of_promised, examine, SIZE), workers, limits)
        entries = inside(walk(paths, files_of(store), listed), SIZE)
        with contextlib.closing(keeping.steps(entries, hired)) as steps:
            for step in steps:
                said.append(step)
                if len(said) == until:
                    raise KeyboardInterrupt
        ledger.settle()
    return said


def rows(store, sql, *values):
    """What a query answers."""
    with contextlib.closing(sqlite3.connect(store)) as connection:
        return connection.execute(sql, values).fetchall()


def dumped(store):
    """Every row of every table, in the order of their keys."""
    return {table: rows(store, f"SELECT * FROM {table} ORDER BY id") for table in TABLES}


def sound(store):
    """SQLite finds nothing wrong with the pages, the references and the search indexes of a store."""
    assert rows(store, "PRAGMA integrity_check") == [("ok",)]
    assert rows(store, "PRAGMA foreign_key_check") == []
    for table in ("documents", "marks", "findings", "unreadable"):
        rows(store, f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
