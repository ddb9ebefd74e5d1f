"""A real Datasette for tests, as a process of its own."""

import contextlib
import os
import re
import subprocess
import sys
import time
import urllib.request

from redaudit.store.metadata import described

# How long a server may take until it listens, in seconds.
PATIENCE = 60
# A busy machine must not cost a facet or a query its answer.
PATIENT = ("--setting", "facet_time_limit_ms", "60000", "--setting", "sql_time_limit_ms", "60000")
# This machine alone is asked, whatever proxy leads to others.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
LISTENS = re.compile(r"running on (http://127\.0\.0\.1:\d+)")


@contextlib.contextmanager
def served(store, *options):
    """Datasette serves a store with the metadata beside it; yields the server's address."""
    told = store.with_name(f"{store.stem}.metadata.json")
    told.write_text(described(store.stem), encoding="utf-8")
    log = store.with_name("server.log")
    # A log that is buffered would not say in time where the server listens.
    whole = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "datasette", "serve", *options, "--metadata", told, *PATIENT, "--port", "0"]
    with log.open("w") as sink:
        server = subprocess.Popen(command, stdout=sink, stderr=subprocess.STDOUT, env=whole)
    try:
        yield listening(server, log)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def listening(server, log):
    """The address of a server, once it listens."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and server.poll() is None:
        if found := LISTENS.search(log.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"Datasette does not listen: {log.read_text(encoding='utf-8')}")


def page(address):
    """The text of an answer; raises HTTPError where the server refuses."""
    with _OPENER.open(address, timeout=PATIENCE) as answer:
        return answer.read().decode()
