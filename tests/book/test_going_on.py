"""A meeting that had to go on under another name, its own file spoilt: the book goes on with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.sharing.companion import Companion
from store.book.address import Address
from store.book.connection import Book, Head
from store.book.status import read_status
from store.meetings import Kept
from tests.book.machines import entry
from tests.book.test_sharing import Machine, Machines, lines_in, until

WORDS = (b"alders", b"birches", b"cedars", b"damsons", b"elders")


@pytest.fixture
def machine(tmp_path: Path, url: str) -> Machines:
    return lambda name: Machine(tmp_path / name, url)


def only(url: str) -> Head:
    with Book(Address(url)) as book:
        (head,) = book.heads()
        return head


def spoil(path: Path) -> None:
    """As a program does that synchronises an older file over the one that is being written."""
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join(lines[:2]) + b"\n")


def goes_on(path: Path, *words: str) -> Path:
    """Records words in a meeting whose file another program spoils meanwhile, and gives where it goes on."""
    with Kept.open(path) as kept:
        kept.append(entry(words[0]))
        spoil(path)
        for word in words[1:]:
            kept.append(entry(word))
        return kept.path


def test_what_was_recorded_since_enters_as_a_take_over(machine: Machines, url: str) -> None:
    one, two = machine("one"), machine("two")
    name = one.new()
    one.record(name, ":open 18:30", ":present rest", ":take 2")
    one.clerk("share", "send")
    first = only(url)
    path = goes_on(one.path(name), "not sent", "after", "and on")
    assert path.stem == f"{name}-kept-1"
    assert "is in the book" in one.clerk("share", "send", path.stem).stdout
    head = only(url)
    assert (head.id, head.epoch) == (first.id, 2)
    sent = lines_in(url, head.id)
    assert [word in sent for word in (b'"not sent"', b'"after"', b'"and on"')] == [True] * 3
    assert "all agree" in one.clerk("share", "verify").output
    two.clerk("share", "fetch", name)
    with Kept.open(two.path(name)) as there, Kept.open(path) as here:
        assert there.entries == here.entries


def test_it_is_gone_on_with_as_it_grows_and_if_it_moves_again(machine: Machines, url: str) -> None:
    one = machine("one")
    name = one.new()
    one.record(name, ":open 18:30")
    one.clerk("share", "send")
    path = goes_on(one.path(name), "alders", "birches")
    one.clerk("share", "send", path.stem)
    with Kept.open(path) as kept:
        kept.append(entry("cedars"))
    one.clerk("share", "send", path.stem)
    assert only(url).epoch == 2
    again = goes_on(path, "damsons", "elders")
    assert again != path
    one.clerk("share", "send", again.stem)
    head = only(url)
    assert head.epoch == 3
    sent = lines_in(url, head.id)
    assert [sent.count(b'"%b"' % word) for word in WORDS] == [1] * 5
    assert "all agree" in one.clerk("share", "verify").output


def test_another_machine_takes_it_over_in_turn(machine: Machines, url: str) -> None:
    one, two = machine("one"), machine("two")
    name = one.new()
    one.record(name, ":open 18:30")
    one.clerk("share", "send")
    path = goes_on(one.path(name), "alders", "birches")
    one.clerk("share", "send", path.stem)
    from store.book.taking_over import take_over

    with Book(Address(url)) as book:
        take_over(two.home, book, book.heads()[0], "al", machine="two")
    with Kept.open(path) as kept:
        kept.append(entry("too late"))
    assert "taken over by al on two" in one.clerk("share", "send", path.stem, fails=True).output
    assert "too late" in one.clerk("share", "unsent", path.stem).stdout
    assert b"too late" not in lines_in(url, only(url).id)


def test_the_sender_of_an_open_desk_follows(
    machine: Machines, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = machine("one")
    name = one.new()
    for key, value in one.env.items():
        monkeypatch.setenv(key, value)
    with Kept.open(one.path(name)) as kept:
        companion = kept.companion = Companion(kept.path, lambda why: None)
        companion.start()
        try:
            kept.append(entry("before"))
            until(lambda: "✓" in kept.book)
            spoil(kept.path)
            kept.append(entry("after"))
            assert kept.name.endswith("-kept-1")
            assert "✓" not in kept.book
            until(lambda: "✓" in kept.book and b'"after"' in lines_in(url, only(url).id))
            status = read_status(kept.path)
            assert status is not None
            assert status.id == only(url).id
        finally:
            companion.leave(20)
