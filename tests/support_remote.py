"""Servers on this machine for documents that lie afar: one of the web, whose ways are ours to say, and a silent one."""

import contextlib
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Shelf(BaseHTTPRequestHandler):
    """Serves `server.holds`: by path a content, where it leads (str), a status (int), or several, one after another."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append(self.path)
        held = self.server.holds.get(self.path.partition("?")[0])
        if isinstance(held, list):  # one answer after the other
            held = held.pop(0)
        if isinstance(held, str):
            self.answer(301, b"", Location=held)
        elif isinstance(held, int):
            self.answer(held, b"no")
        elif held is None:
            self.answer(404, b"none")
        elif self.headers.get("If-Match", '"tag"') != '"tag"':
            self.answer(412, b"")
        else:
            self.serve(held)

    def serve(self, held):
        kind = "text/html; charset=utf-8" if held.startswith(b"<") else "text/plain"
        told = {"Content-Type": kind, "ETag": '"tag"'}
        if "Range" not in self.headers or self.server.whole:
            self.answer(200, held, **told)
            return
        first, last = self.headers["Range"].removeprefix("bytes=").split("-")
        if int(first) >= len(held):
            self.answer(416, b"")
        else:
            part = held[int(first) : int(last) + 1]
            self.answer(206, part, **told, **{"Content-Range": f"bytes {first}-{last}/{len(held)}"})

    def answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # who asked has read enough
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Web(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Shelf)
        self.holds, self.asked, self.whole = {}, [], False

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_):
        """Who asked has hung up."""


@contextlib.contextmanager
def web_server():
    with Web() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextlib.contextmanager
def silent_server():
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
