"""A web server for this computer alone, whose pages load again when the website was built anew."""

from __future__ import annotations

import re
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DOCUMENT
from mandate_data.regular_files import read_regular

CHANGES = "/.changes"
"""An address that answers when the website differs from the state that a page was loaded with."""
PATIENCE, PAUSE = 25.0, 0.2
"""Seconds after which a question for changes is answered in any case, and between two looks."""
RELOADING = "/.reload.js"
SCRIPT = """
(async () => {
  for (;;) {
    try {
      const answer = await fetch("/.changes?STATE", { cache: "no-store" });
      if (answer.status === 205) return location.reload();
    } catch { await new Promise((done) => setTimeout(done, 500)); }
  }
})();
"""


def local_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the website in `folder`, bound to 127.0.0.1; with port 0, at any that is free.

    Raises InputError where there is no website, and OSError where the port is taken.
    """
    if not (folder / "index.html").is_file():
        raise InputError(f"{folder} has no index.html; build the website with: mandate-data site")
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    return server


def state_of(folder: Path) -> str:
    """What changes with every build: which folder it is, and when its first page was written."""
    try:
        page = (folder / "index.html").stat()
    except OSError:  # for a moment, while one folder takes the place of another
        return ""
    return f"{page.st_ino}-{page.st_mtime_ns}"


class _Handler(SimpleHTTPRequestHandler):
    """Files as they are, but for a script at the end of each page; nothing is kept by the browser."""

    def do_GET(self) -> None:
        path, _, known = self.path.partition("?")
        if path == CHANGES:
            self._tell_changes(known)
        elif path == RELOADING:
            state = known if re.fullmatch("[0-9]+-[0-9]+", known) else ""
            self.wfile.write(self._begun("text/javascript", SCRIPT.replace("STATE", state).encode()))
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file at an address; what no file can have as its name, and what a link leads to elsewhere, is none."""
        found, nothing = super().translate_path(path), str(Path(self.directory) / ".nothing" / "here")
        try:
            return found if Path(found).resolve().is_relative_to(Path(self.directory).resolve()) else nothing
        except (OSError, RuntimeError, ValueError):
            return nothing

    def _tell_changes(self, known: str) -> None:
        until = time.monotonic() + PATIENCE
        while (state := state_of(Path(self.directory))) in ("", known) and time.monotonic() < until:
            time.sleep(PAUSE)
        self.send_response(205 if state not in ("", known) else 204)
        self.end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.partition("?")[0].endswith("/") else file
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        state = state_of(Path(self.directory))
        content = read_regular(file, LARGEST_DOCUMENT) + f'<script src="{RELOADING}?{state}"></script>\n'.encode()
        return BytesIO(self._begun("text/html", content))

    def _begun(self, media_type: str, content: bytes) -> bytes:
        """The content of an answer whose headers are sent."""
        self.send_response(200)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return content

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""
