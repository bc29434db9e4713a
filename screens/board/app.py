"""The page's server as an ASGI app. It only reads, keeps nothing of who reads, and sets no cookie."""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

from screens.board.frames import Hub
from screens.board.html import meetings_html, page
from screens.board.sources import Source

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOK = 0.025
"""Seconds between looks at what is shown."""

BEAT = 15.0
"""Seconds after which a stream that has nothing to say says so, so that what is between does not take it for dead."""

STREAMS = 2000
"""Streams at once, in all: a hall is one address, so there is no limit by address."""

SLOW = 20.0
"""Seconds in which a stream must take what is sent to it."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
NO_STORE = "no-store"
HEADERS = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": NO_STORE,
}


@dataclass(slots=True)
class ShownMeeting:
    """A meeting that is shown: its source, and the newest frames for each kind of reader."""

    source: Source
    public: Hub
    chair: Hub | None

    @classmethod
    def of(cls, source: Source) -> ShownMeeting:
        """Show a source."""
        return cls(source, Hub(source.public), Hub(source.chair) if source.chair else None)

    def look(self) -> None:
        """Put what is new before its readers."""
        if self.source.look():
            self.public.put(self.source.public)
            if self.chair is not None and self.source.chair is not None:
                self.chair.put(self.source.chair)


@dataclass(slots=True)
class Hall:
    """All that a server shows. `find` gives the source of a meeting by name (KeyError for none), `only` is the one
    meeting where there is but one, `listed` the list where there are many. `key` opens the chair's page; "" shuts it.
    """

    find: Callable[[str], Source]
    only: str = ""
    listed: Callable[[], list[tuple[str, str, str, str]]] | None = None
    key: str = ""
    chair_needs_https: bool = False
    streams: int = 0
    most: int = STREAMS
    known: dict[str, ShownMeeting] = field(default_factory=dict)

    def meeting(self, name: str) -> ShownMeeting:
        """A meeting that is shown. Raises KeyError."""
        if name not in self.known:
            self.known[name] = ShownMeeting.of(self.find(name))
        return self.known[name]

    async def watch(self) -> None:
        """Look at every meeting that anybody reads, for ever."""
        while True:
            for meeting in list(self.known.values()):
                meeting.look()
            await asyncio.sleep(LOOK)


def new_key() -> str:
    """A key of 128 bits, for one start of the server."""
    return secrets.token_urlsafe(16)


def app(hall: Hall, hosts: Iterable[str]) -> ASGIApp:
    """The app that shows a hall to browsers that reach it by one of these names."""
    from starlette.applications import Starlette
    from starlette.routing import Route

    pages = _Pages(hall)
    routes = [
        Route("/page.css", _file("page.css", "text/css"), methods=["GET"]),
        Route("/page.js", _file("page.js", "text/javascript"), methods=["GET"]),
        Route("/", pages.public, methods=["GET"]),
        Route("/m/{name}", pages.public, methods=["GET"]),
    ]
    for prefix in ("", "/m/{name}"):
        routes += [
            Route(f"{prefix}/state.json", pages.state, methods=["GET"]),
            Route(f"{prefix}/stream", pages.stream, methods=["GET"]),
            Route(f"{prefix}/chair", pages.chair, methods=["GET"]),
            Route(f"{prefix}/chair/stream", pages.chair_stream, methods=["GET"]),
        ]
    return _Guard(Starlette(routes=routes), frozenset(host.lower() for host in hosts))


class _Pages:
    """What is answered at each address."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    def _named(self, request: Request) -> ShownMeeting | None:
        name = request.path_params.get("name", self._hall.only)
        try:
            return self._hall.meeting(name) if name else None
        except KeyError:
            return None

    def _may(self, request: Request) -> bool:
        """Whether the key is right, in a time that does not tell how nearly."""
        given = request.query_params.get("key", "")
        right = secrets.compare_digest(given.encode(), self._hall.key.encode())
        safe = not self._hall.chair_needs_https or request.url.scheme == "https"
        return bool(self._hall.key) and right and safe

    async def public(self, request: Request) -> Response:
        """The page for everyone; where many meetings are shown, their list."""
        meeting = self._named(request)
        if meeting is None:
            if "name" in request.path_params or self._hall.listed is None:
                return _nothing()
            return _html(meetings_html(self._hall.listed()))
        at = request.url.path.rstrip("/")
        now = meeting.public.frame
        return _html(page(now.shown, board=now.board, stream=f"{at}/stream", root="/", chair=False))

    async def chair(self, request: Request) -> Response:
        """The chair's page, for who has the key."""
        meeting = self._named(request) if self._may(request) else None
        if meeting is None or meeting.chair is None:
            return _nothing()
        now = meeting.chair.frame
        stream = f"{request.url.path}/stream?key={self._hall.key}"
        return _html(page(now.shown, board=now.board, stream=stream, root="/", chair=True))

    async def state(self, request: Request) -> Response:
        """The public's board as data, which a cache may keep for a second."""
        from starlette.responses import Response

        meeting = self._named(request)
        if meeting is None:
            return _nothing()
        now = meeting.public.frame
        headers = {"cache-control": "public, max-age=1", "etag": f'"{now.tag}"', "access-control-allow-origin": "*"}
        headers["cross-origin-resource-policy"] = "cross-origin"
        if request.headers.get("if-none-match") == headers["etag"]:
            return Response(status_code=304, headers=headers)
        return Response(now.state, media_type="application/json", headers=headers)

    async def stream(self, request: Request) -> ASGIApp:
        """The public's board as it changes."""
        meeting = self._named(request)
        return _Stream(self._hall, meeting.public) if meeting else _nothing()

    async def chair_stream(self, request: Request) -> ASGIApp:
        """The chair's board as it changes, for who has the key."""
        meeting = self._named(request) if self._may(request) else None
        return _Stream(self._hall, meeting.chair) if meeting and meeting.chair else _nothing()


class _Stream:
    """A stream of server-sent events: the newest frame at once, then each as it comes."""

    def __init__(self, hall: Hall, hub: Hub) -> None:
        self._hall = hall
        self._hub = hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.responses import Response

        if self._hall.streams >= self._hall.most:
            await Response(status_code=503, headers={"retry-after": "5"})(scope, receive, send)
            return
        self._hall.streams += 1
        tasks = asyncio.ensure_future(_talk(self._hub, send)), asyncio.ensure_future(_left(receive))
        try:
            # Cancelled only where the server stops without waiting for anybody.
            with suppress(asyncio.CancelledError):
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._hall.streams -= 1
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _talk(hub: Hub, send: Send) -> None:
    headers = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"cache-control", b"no-store"),
               (b"x-accel-buffering", b"no")]  # fmt: skip
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    seen = None
    while True:
        new = await hub.newer(seen, BEAT)
        body = b": \n\n" if new is None else new.event
        seen = new or seen
        with suppress(TimeoutError):
            async with asyncio.timeout(SLOW):
                await send({"type": "http.response.body", "body": body, "more_body": True})
                continue
        return


def _html(text: str) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse(text, headers={"cache-control": NO_STORE})


def _nothing() -> Response:
    from starlette.responses import PlainTextResponse

    return PlainTextResponse("There is nothing here.", status_code=404, headers={"cache-control": NO_STORE})


def _file(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    text = resources.files("screens.board").joinpath(name).read_text(encoding="utf-8")

    async def answer(request: Request) -> Response:
        from starlette.responses import Response

        return Response(text, media_type=kind, headers={"cache-control": "no-cache"})

    return answer


class _Guard:
    """Answers only to the names that the server goes by, and puts the same headers on every answer."""

    def __init__(self, inner: ASGIApp, hosts: frozenset[str]) -> None:
        self._inner = inner
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = {name: value for name, value in scope["headers"] if name == b"host"}

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in _ALWAYS if pair[0] not in there)]
            await send(message)

        if host_of(headers.get(b"host", b"").decode("latin-1")) not in self._hosts:
            from starlette.responses import PlainTextResponse

            refused = PlainTextResponse("This server does not go by that name.", status_code=421,
                                        headers={"cache-control": NO_STORE})  # fmt: skip
            await refused(scope, receive, guarded)
            return
        await self._inner(scope, receive, guarded)


_ALWAYS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]


def host_of(header: str) -> str:
    """The name in a Host header, without its port, in small letters."""
    header = header.strip().lower()
    if header.startswith("["):
        name, _, _ = header[1:].partition("]")
        with suppress(ValueError):
            return str(ipaddress.ip_address(name))
        return ""
    name, colon, port = header.partition(":")
    return name if not colon or port.isdecimal() else ""
