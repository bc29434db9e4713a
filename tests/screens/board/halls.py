"""A page that is really served, on a port of its own, from a meeting that is really written."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from clerk.setup.convening import read_meeting
from screens.board.app import Hall
from screens.board.serving import Place, serve
from screens.board.sources import JournalSource
from screens.sitting import Sitting, first_entry
from store.meetings import Kept
from tests.support.bodies import COMMITTEE

KEY = "k" * 22


def free_port() -> int:
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        return int(wire.getsockname()[1])


class Evening:
    """A meeting that is written as at the desk."""

    def __init__(self, home: Path, setup: str = COMMITTEE, day: date | None = None) -> None:
        convened = read_meeting(setup)
        self.kept = Kept.create(home, "evening", first_entry(convened, "jo"), by="jo")
        self.sitting = Sitting(self.kept, "jo")

    @property
    def path(self) -> Path:
        return self.kept.path

    def play(self, script: str) -> None:
        for line in script.strip().splitlines():
            self.sitting.take(line.strip())


class Served:
    """A server on a thread; `stop` ends it, and `start` begins it again on the same port."""

    def __init__(self, source: Callable[[], Any], place: Place | None = None, key: str = KEY, **more: Any) -> None:
        self.place = place or Place(port=free_port())
        self.key = key
        self._source = source
        self._more = more
        self.start()

    def start(self) -> None:
        self.hall = Hall(lambda name: self._source(), only="evening", key=self.key, **self._more)
        started = threading.Event()
        self._server: Any = None

        def begun(server: Any) -> None:
            self._server = server
            started.set()

        self._thread = threading.Thread(target=lambda: asyncio.run(serve(self.hall, self.place, begun)), daemon=True)
        self._thread.start()
        assert started.wait(20)

    def stop(self) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(20)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.place.port}"

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.place.port, timeout=20)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode()
        finally:
            connection.close()


def journal(evening: Evening) -> Callable[[], JournalSource]:
    return lambda: JournalSource(evening.path)
