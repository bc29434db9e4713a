"""What is answered at each address, to whom, and with what around it."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from pathlib import Path

import pytest

from screens.board import serving
from screens.board.app import host_of, new_key
from screens.board.serving import Place
from tests.screens.board.halls import KEY, Evening, Served, free_port, journal

VOTE = """
:open 19:00
:present rest
:take 7
:put r7
:vote 6 3 1
"""


def events(served: Served, path: str = "/stream") -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", served.place.port, timeout=20)
    connection.request("GET", path)
    return connection, connection.getresponse()


def next_event(answer: http.client.HTTPResponse) -> dict[str, str]:
    while True:
        line = answer.readline()
        assert line, "the stream ended"
        if line.startswith(b"data: "):
            event: dict[str, str] = json.loads(line[6:])
            return event


def until_shown(served: Served, words: str, path: str = "/") -> str:
    end = time.monotonic() + 20
    while words not in (text := served.get(path)[2]):
        assert time.monotonic() < end, text
        time.sleep(0.02)
    return text


def test_the_page_is_whole_without_a_script(served: Served, evening: Evening) -> None:
    assert "has not been opened yet" in served.get("/")[2]
    evening.play(VOTE)
    text = until_shown(served, "CARRIED")
    assert "Boathouse Repairs" in text
    assert "<dt>Against</dt><dd>3</dd>" in text
    assert "6 for, 3 against, 1 abstained" in text
    assert '<noscript><meta http-equiv="refresh"' in text


def test_what_was_typed_is_never_markup(served: Served, evening: Evening) -> None:
    evening.play(VOTE)
    evening.play(':motion oak elm -- That <script>alert(1)</script> & "quotes" be <b>bold</b>.')
    text = until_shown(served, "quotes")
    assert "<script>alert" not in text
    assert "<b>bold" not in text
    _, answer = events(served)
    assert "<script>" not in next_event(answer)["board"]


def test_a_stream_brings_each_board_at_once(served: Served, evening: Evening) -> None:
    connection, answer = events(served)
    assert "has not been opened yet" in next_event(answer)["board"]
    evening.play(VOTE)
    said = ""
    while "CARRIED" not in said:
        said = next_event(answer)["say"]
    assert said.startswith("CARRIED. ")
    connection.close()


def test_state_is_for_programs_and_may_be_kept_for_a_second(served: Served, evening: Evening) -> None:
    evening.play(VOTE)
    until_shown(served, "CARRIED")
    status, headers, text = served.get("/state.json")
    state = json.loads(text)
    assert status == 200
    assert headers["cache-control"] == "public, max-age=1"
    assert state["tally"]["counts"] == [6, 3, 1]
    assert state["quorum"]["need"] == 3
    assert served.get("/state.json", If_None_Match=headers["etag"])[0] == 304


@pytest.mark.parametrize("path", ["/", "/state.json", "/stream", "/page.css", "/page.js", "/nothing", "/chair"])
def test_every_answer_is_shut_tight(served: Served, path: str) -> None:
    connection, answer = events(served, path)
    headers = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers
    assert "server" not in headers
    assert headers["cache-control"] in ("no-store", "no-cache", "public, max-age=1")


def test_nothing_comes_from_elsewhere(served: Served) -> None:
    for path in ("/", "/page.css", "/page.js", f"/chair?key={KEY}"):
        text = served.get(path)[2]
        assert "://" not in text
        assert "@import" not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/chair", "/state.json", "/stream"])
def test_it_only_reads(served: Served, method: str, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.place.port, timeout=20)
    connection.request(method, path)
    assert connection.getresponse().status in (404, 405)
    connection.close()


# The chair


def test_the_chair_sees_with_the_key_alone(served: Served, evening: Evening) -> None:
    evening.play(VOTE)
    evening.play(":take 9\n:exclude items=9 para=3\n:motion oak elm -- That the pumphouse be let.")
    shown = until_shown(served, "be let", f"/chair?key={KEY}")
    assert "EXEMPT" in shown
    for path in (
        "/chair",
        "/chair?key=",
        f"/chair?key={KEY[:-1]}",
        f"/chair?key={KEY}x",
        "/chair?key=é",
        "/chair/stream",
    ):
        status, _, text = served.get(path.encode().decode("latin-1") if path.isascii() else "/chair?key=%C3%A9")
        assert status == 404
        assert text == served.get("/nothing/at/all")[2] or "nothing here" in text
    _, answer = events(served, f"/chair/stream?key={KEY}")
    assert "be let" in next_event(answer)["board"]


def test_each_start_has_a_key_of_128_bits() -> None:
    keys = {new_key() for _ in range(200)}
    assert len(keys) == 200
    assert all(len(key) == 22 for key in keys)


def test_without_a_key_there_is_no_chair(evening: Evening) -> None:
    served = Served(journal(evening), key="")
    assert served.get("/chair")[0] == 404
    assert served.get("/chair?key=")[0] == 404
    served.stop()


def test_off_the_loopback_the_chair_needs_tls(evening: Evening) -> None:
    port = free_port()
    served = Served(journal(evening), Place("0.0.0.0", port))
    assert served.get("/")[0] == 200
    assert served.get(f"/chair?key={KEY}")[0] == 404
    served.stop()


def test_behind_a_proxy_what_it_forwards_decides(evening: Evening) -> None:
    place = Place("127.0.0.1", free_port(), names=("board.example.org",), proxy=True)
    served = Served(journal(evening), place)
    seen = {"Host": "board.example.org"}
    assert served.get(f"/chair?key={KEY}", **seen)[0] == 404
    assert served.get(f"/chair?key={KEY}", X_Forwarded_Proto="https", **seen)[0] == 200
    served.stop()


def test_without_a_proxy_nothing_forwarded_is_believed(evening: Evening) -> None:
    served = Served(journal(evening), Place("0.0.0.0", free_port()))
    assert served.get(f"/chair?key={KEY}", X_Forwarded_Proto="https")[0] == 404
    served.stop()


# The host


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("localhost", "localhost"),
        ("LocalHost:8019", "localhost"),
        ("[::1]:8019", "::1"),
        ("[::1", "::1"),
        ("127.0.0.1:8019", "127.0.0.1"),
        ("evil.example", "evil.example"),
        ("localhost:8019.evil.example", ""),
        ("localhost:", ""),
        ("", ""),
    ],
)
def test_the_name_in_a_host_header(header: str, host: str) -> None:
    assert host_of(header) == host


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:80"]
)
def test_another_name_is_refused(served: Served, host: str) -> None:
    status, _, text = served.get("/", Host=host)
    assert status == 421
    assert "Committee" not in text


def test_names_that_were_given_are_answered(evening: Evening) -> None:
    served = Served(journal(evening), Place("127.0.0.1", free_port(), names=("hall.example.org",)))
    assert served.get("/", Host="hall.example.org")[0] == 200
    served.stop()


# Limits


def test_streams_are_limited_in_all(evening: Evening) -> None:
    served = Served(journal(evening), most=3)
    open_ones = [events(served) for _ in range(3)]
    for _, answer in open_ones:
        next_event(answer)
    _, refused = events(served)
    assert refused.status == 503
    assert refused.headers["retry-after"] == "5"
    assert served.get("/")[0] == 200
    for connection, answer in open_ones:
        answer.close()
        connection.close()
    end = time.monotonic() + 20
    while events(served)[1].status == 503:
        assert time.monotonic() < end
        time.sleep(0.05)
    served.stop()


def test_who_asks_nothing_is_let_go(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "IDLE", 0.3)
    served = Served(journal(evening))
    for begun in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "):
        with socket.create_connection(("127.0.0.1", served.place.port), timeout=20) as wire:
            wire.sendall(begun)
            assert wire.recv(100) == b""
    # One who listens is not idle.
    _, answer = events(served)
    next_event(answer)
    time.sleep(1.0)
    evening.play(":open 19:00")
    assert "In session" not in next_event(answer)["board"]
    served.stop()


# Exempt business


def test_the_public_stream_is_silent_while_the_public_is_out(served: Served, evening: Evening) -> None:
    evening.play(VOTE)
    until_shown(served, "CARRIED")
    connection, answer = events(served)
    next_event(answer)
    seen: list[dict[str, str]] = []
    threading.Thread(target=lambda: _collect(answer, seen), daemon=True).start()
    evening.play(":take 9\n:exclude items=9 para=3")
    until_shown(served, "private session")
    tag = served.get("/state.json")[1]["etag"]
    until(lambda: bool(seen))
    count = len(seen)
    evening.play(":motion oak elm -- That qzsecret be sold.\n:put\n:vote 812345 0 0\n:out elm\nThe qzsecret was named.")
    until_shown(served, "812345", f"/chair?key={KEY}")
    assert served.get("/state.json")[1]["etag"] == tag
    assert len(seen) == count
    assert "qzsecret" not in json.dumps(seen) + served.get("/")[2] + served.get("/state.json")[2]
    connection.close()


def _collect(answer: http.client.HTTPResponse, seen: list[dict[str, str]]) -> None:
    try:
        while True:
            seen.append(next_event(answer))
    except (OSError, AssertionError, ValueError, AttributeError):
        return


def until(true: object) -> None:
    end = time.monotonic() + 20
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def test_after_the_close_the_page_is_the_decisions(served: Served, evening: Evening) -> None:
    evening.play(VOTE)
    evening.play(":close 21:19")
    text = until_shown(served, "Decision sheet")
    assert "That the Committee approve the repairs" in text
    evening.play(":undo")
    end = time.monotonic() + 20
    while "Decision sheet" in served.get("/")[2]:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_nothing_asked_for_is_written_down(tmp_path: Path, evening: Evening) -> None:
    from screens.sharing.logs import log_to

    log_to(tmp_path, "board")
    served = Served(journal(evening))
    served.get(f"/chair?key={KEY}")
    served.get("/chair?key=wrong")
    served.stop()
    for log in tmp_path.glob("*.log*"):
        text = log.read_text()
        assert KEY not in text
        assert "chair" not in text


def test_the_speakers_clock_is_shown_and_never_in_private(served: Served, evening: Evening) -> None:
    from datetime import datetime, timedelta

    from screens.sharing.speaking import speaking_until, tell_speaking

    evening.play(VOTE)
    tell_speaking(evening.path, datetime.now() + timedelta(minutes=3))
    assert 'id="speaking"' in until_shown(served, "Speaker until")
    evening.play(":take 9\n:exclude items=9 para=3")
    assert "Speaker" not in until_shown(served, "private session")
    assert "speaking" not in served.get("/state.json")[2]
    tell_speaking(evening.path, None)
    assert speaking_until(evening.path, datetime.now()) is None
    tell_speaking(evening.path, datetime.now() - timedelta(minutes=11))
    assert speaking_until(evening.path, datetime.now()) is None
