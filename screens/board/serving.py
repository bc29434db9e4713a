"""Serving the page: on the loopback unless told otherwise, with what that means said before it begins."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from screens.board.app import STREAMS, Hall, app

if TYPE_CHECKING:
    from uvicorn import Server

LOOPBACK = ("127.0.0.1", "localhost", "::1")
IDLE = 10.0
"""Seconds in which who has connected must ask something."""

log = logging.getLogger("clerk.board")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is served. `names` are further names by which browsers reach it; `proxy`: another server stands
    before this one, and what it says of who asks, and how, is believed."""

    host: str = "127.0.0.1"
    port: int = 8019
    cert: str = ""
    key: str = ""
    names: tuple[str, ...] = ()
    proxy: bool = False

    @property
    def local(self) -> bool:
        """Whether only this machine reaches it."""
        return self.host in LOOPBACK

    @property
    def hosts(self) -> set[str]:
        """Every name that a browser may call it by."""
        names = {*LOOPBACK, *self.names}
        if not self.local:
            names |= {self.host, *own_names()} if self.host in ("0.0.0.0", "::") else {self.host}
        return names

    @property
    def chair_is_safe(self) -> bool:
        """Whether the chair's page may be served: off the loopback its key travels, so only over TLS."""
        return self.local or bool(self.cert) or self.proxy

    def address(self, name: str = "") -> str:
        """How a browser reaches it."""
        if self.proxy and self.names:
            return f"https://{self.names[0]}"
        scheme = "https" if self.cert else "http"
        host = name or (self.names[0] if self.names else self.host)
        if host in ("0.0.0.0", "::"):
            host = next((own for own in own_names() if own[:1].isdigit() and "." in own), socket.gethostname())
        host = f"[{host}]" if ":" in host else host
        return f"{scheme}://{host}:{self.port}"

    def meaning(self) -> list[str]:
        """What serving there means, in sentences."""
        if self.local:
            return ["Only this machine can open it. For others in the building: --host 0.0.0.0."]
        said = [
            "Everyone who reaches this machine by the network can open the public page, without a password. It shows "
            "what a visitor in the public seats would see, and nothing of exempt business."
        ]
        if not self.cert and not self.proxy:
            said.append(
                "Without --cert and --key it is not encrypted: somebody on the same network could alter what others "
                "see. The chair’s page is not served."
            )
        if self.proxy:
            said.append("What the server before it says of who asks is believed: nobody else may reach this port.")
        return said


def own_names() -> list[str]:
    """The names and addresses of this machine."""
    names = [socket.gethostname().lower()]
    with suppress(OSError):
        names.append(socket.getfqdn().lower())
    with suppress(OSError):
        names += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None)]
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        # Nothing is sent: it only asks which of its addresses this machine would use.
        wire.connect(("192.0.2.1", 9))
        names.append(str(wire.getsockname()[0]))
    return list(dict.fromkeys(names))


def make_server(hall: Hall, place: Place) -> Server:
    """The server, not begun."""
    from uvicorn import Config, Server

    # What it has to say of requests and faults may hold what was asked, and goes nowhere.
    quiet = logging.getLogger("uvicorn")
    quiet.addHandler(logging.NullHandler())
    quiet.propagate = False
    hall.chair_needs_https = not place.local or place.proxy
    if not place.chair_is_safe:
        hall.key = ""
    config = Config(
        app(hall, place.hosts),
        host=place.host,
        port=place.port,
        http=patient_protocol(),
        ws="none",
        lifespan="off",
        # No address that is asked for is ever written down: the chair's has its key in it.
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=place.proxy,
        forwarded_allow_ips="*" if place.proxy else "",
        limit_concurrency=STREAMS * 2,
        backlog=1024,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
        ssl_certfile=place.cert or None,
        ssl_keyfile=place.key or None,
    )
    return Server(config)


def patient_protocol() -> type[Any]:
    """uvicorn's own protocol, which also lets go of who connects and asks nothing."""
    try:
        from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as Protocol
    except ImportError:
        from uvicorn.protocols.http.h11_impl import H11Protocol as Protocol  # type: ignore[assignment]

    class Patient(Protocol):
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._heard = self.loop.time()
            self.loop.call_later(IDLE, self._let_go_of_idle)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.cycle is not None and not self.cycle.response_complete:
                self._heard = self.loop.time()

        def _let_go_of_idle(self) -> None:
            if self.transport.is_closing():
                return
            answering = self.cycle is not None and not self.cycle.response_complete
            if not answering and self.loop.time() - self._heard >= IDLE:
                self.transport.close()
            else:
                self.loop.call_later(IDLE, self._let_go_of_idle)

    return Patient


async def serve(hall: Hall, place: Place, started: Callable[[Server], None] = lambda server: None) -> int:
    """Serve until told to stop; the exit code, 1 where the port cannot be had."""
    server = make_server(hall, place)
    watching = asyncio.ensure_future(_watch(hall, server))
    try:
        if hall.only:
            hall.meeting(hall.only)
        starting = asyncio.ensure_future(_served(server))
        while not server.started and not starting.done():
            await asyncio.sleep(0.01)
        if server.started:
            log.info("serves on port %d", place.port)
            started(server)
        await starting
    finally:
        watching.cancel()
    return 0 if server.started else 1


async def _served(server: Server) -> None:
    # Where the port is taken uvicorn ends the program; out of a task of its own that would also be told as a fault.
    with suppress(SystemExit):
        await server.serve()


async def _watch(hall: Hall, server: Server) -> None:
    try:
        await hall.watch()
    except Exception as error:
        # A page that would stand still for ever is worse than none.
        log.error("stops: %s", type(error).__name__)
        server.should_exit = True
        raise


def qr(text: str) -> str:
    """A QR code for a terminal."""
    from io import StringIO

    import segno

    out = StringIO()
    segno.make(text, micro=False).terminal(out, compact=True)
    return out.getvalue()


def ask_keys(act: Callable[[str], None]) -> None:
    """Give each key that is pressed to `act`, on a thread of its own; the terminal is put back at the end."""
    import atexit
    import threading

    import click

    if sys.platform != "win32":
        import termios

        before = termios.tcgetattr(sys.stdin)
        atexit.register(termios.tcsetattr, sys.stdin, termios.TCSADRAIN, before)

    def read() -> None:
        while True:
            try:
                act(click.getchar())
            except (KeyboardInterrupt, EOFError, OSError):
                act("q")
                return

    threading.Thread(target=read, name="keys", daemon=True).start()
