"""`clerk share`: the team's shared book, made, upgraded, checked, sent to and fetched from."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find
from screens.cli.saying import Refused, hint
from screens.cli.settings import book_address, book_url, read_settings
from store import places
from store.errors import StoreError, UnknownMeeting, entries

if TYPE_CHECKING:
    from screens.sharing.companion import Companion
    from store.book.address import Address
    from store.book.connection import Book, Head
    from store.meetings import Kept

EXAMPLE = "postgresql://clerk_owner@db.example.org/minutes?sslmode=verify-full"

READERS_SEE = (
    "Members of clerk_reader see every line of every meeting, exempt business too. Members of clerk_public see only "
    "what the public may: boards and published decisions."
)


@click.group("share", epilog=f"Example: clerk share init {EXAMPLE}")
def share() -> None:
    """Share meetings with the team through a PostgreSQL of your own.

    The desk stays as it is: an entry is on this machine's disk before the screen says so. A book that is slow, full or
    gone stops nothing, and is caught up with by itself.
    """


@share.command("init", epilog=f"Example: clerk share init {EXAMPLE}")
@click.argument("url")
@click.option("--insecure", is_flag=True, help="Allow a server that does not prove which one it is.")
def init(url: str, insecure: bool) -> None:
    """Make the book in the database at URL, whose owner you are.

    A password belongs in your .pgpass or service file, never in the URL.
    """
    from store.book.address import address
    from store.book.schema import make, newest

    where = address(url, insecure)
    hint(where.warning)
    with _owner(where.url) as book:
        run = make(book.connection)
    if not run:
        click.echo(f"There is a book there already, of version {newest()}. Nothing was changed.")
        return
    click.echo(f"The book is made (version {newest()}). Give each person a role, in SQL:")
    click.echo("  GRANT clerk_writer TO jo;      -- minutes meetings")
    click.echo("  GRANT clerk_reader TO al;      -- reads all of them")
    click.echo("  GRANT clerk_public TO page;    -- serves the public's page")
    click.echo(READERS_SEE)
    click.echo(f"Then each machine says where it is, in {places.home() / 'settings.toml'}:")
    click.echo(f'  [book]\n  url = "{url}"')
    click.echo("with the person’s own user in it, or by CLERK_BOOK.")


@share.command("upgrade", epilog="Example: clerk share upgrade")
@click.argument("url", required=False)
def upgrade(url: str | None) -> None:
    """Bring the book up to this clerk's version; for its owner. All of it is done, or nothing."""
    from store.book.address import address
    from store.book.errors import BookRefused
    from store.book.schema import make, newest, version_of

    where = address(url) if url else needed_address()
    with _owner(where.url) as book:
        before, _ = version_of(book.connection)
        if not before:
            raise BookRefused("There is no book in that database yet. Its owner makes one with “clerk share init URL”.")
        run = make(book.connection)
    if run:
        click.echo(f"The book went from version {before} to {newest()}.")
    else:
        click.echo(f"The book is of version {before}; this clerk’s is {newest()}. Nothing was changed.")


@share.command("verify", epilog="Example: clerk share verify")
def verify_book() -> int:
    """Work out every hash of the book again, and name what does not agree."""
    from store.book.verifying import verify

    bad = lines = meetings = 0
    with opened() as book:
        for one in verify(book):
            meetings, lines = meetings + 1, lines + one.lines
            if one.fault:
                bad += 1
                click.echo(f"{one.name}: {one.fault}.", err=True)
    click.echo(f"{_meetings(meetings)}, {lines} lines: {f'{_meetings(bad)} not as written' if bad else 'all agree'}.")
    return 1 if bad else 0


@share.command("list", epilog="Example: clerk share list")
def list_shared() -> None:
    """List the meetings of the book, the latest first, and who holds each."""
    with opened() as book:
        heads = book.heads()
    for head in heads:
        who = " on ".join(filter(None, (head.holder, head.machine)))
        click.echo("  ".join(filter(None, (head.name, head.body, head.state, entries(head.entries), who))))
    if not heads:
        hint("There is no meeting in the book yet.")


@share.command("fetch", epilog="Example: clerk share fetch 2019-06-11-cllc")
@click.argument("meeting", required=False)
def fetch_meetings(meeting: str | None) -> None:
    """Fetch MEETING from the book, or all of them: to read, find and list here, and to put damage right.

    What only this machine has is never lost: it stays, or is kept in a file that is named.
    """
    from store.book.facts import share_facts
    from store.book.fetching import fetch, fetch_all, said_of

    with opened() as book:
        if meeting is None:
            share_facts(places.home(), book, hint)
            count = fetch_all(places.home(), book, hint)
            click.echo(f"{_meetings(count)} had something new.")
            return
        head = shared(book, meeting)
        fetched = fetch(places.home(), book, head)
        for sentence in fetched.said:
            hint(sentence)
        click.echo(said_of(fetched, head))


@share.command("send", epilog="Example: clerk share send 2019-06-11-cllc")
@click.argument("meeting", required=False)
@click.option("--another", is_flag=True, help="It is a meeting of its own, though the book has one of the same papers.")
def send(meeting: str | None, another: bool) -> int:
    """Send MEETING to the book now, or all that are held here. The desk does so by itself while it is open."""
    from msgspec.structs import replace

    from screens.sharing.logs import log_to
    from screens.sharing.public import MeetingForms
    from store.book.sender import Sender
    from store.book.status import Status, read_status, write_status

    where = needed_address()
    hint(where.warning)
    log_to(places.home(), "sender")
    paths = (
        [find(meeting)] if meeting else [places.journal_of(places.home(), name) for name in places.names(places.home())]
    )
    failed = 0
    for path in paths:
        status = read_status(path) or Status()
        if status.state in ("elsewhere", "taken"):
            if meeting:
                raise Refused(status.why or held_elsewhere(path))
            continue
        if another:
            write_status(path, replace(status, another=True))
        if Sender(path, where, MeetingForms(path), lambda: True).run():
            failed += 1
            click.echo(f"{path.stem}: {(read_status(path) or Status()).why or 'not all was sent.'}", err=True)
        else:
            click.echo(f"{path.stem} is in the book.")
    if meeting is None:
        from store.book.facts import share_facts

        with opened() as book:
            share_facts(places.home(), book, hint)
    return 1 if failed else 0


@share.command("unsent", epilog="Example: clerk share unsent 2019-06-11-cllc")
@click.argument("meeting")
@click.option(
    "--record", is_flag=True, help="Ask of each whether to record it now; this machine must hold the meeting."
)
def unsent(meeting: str, record: bool) -> None:
    """Show one by one the entries of MEETING that never reached the book before another machine took it over."""
    from screens.sharing.unsent import offer, told

    path = find(meeting)
    if record:
        if why := held_elsewhere(path):
            raise Refused(why)
        offer(path, click.confirm, click.echo)
        return
    for sentence in told(path):
        click.echo(sentence)


def _meetings(count: int) -> str:
    return "1 meeting" if count == 1 else f"{count} meetings"


# What other commands ask


def needed_address() -> "Address":
    """The book's address. Raises `Refused` where none is set."""
    where = book_address()
    if where is None:
        raise Refused(
            f'No shared book is set. Name it in {places.home() / "settings.toml"} as [book] url = "…", '
            "or by CLERK_BOOK."
        )
    return where


@contextmanager
def opened() -> Iterator["Book"]:
    """The book, open to be read. What there is to warn of is said."""
    from store.book.connection import Book

    where = needed_address()
    hint(where.warning)
    with Book(where) as book:
        hint(book.warning)
        yield book


@contextmanager
def _owner(url: str) -> Iterator["Book"]:
    from store.book.address import Address
    from store.book.connection import Book

    with Book(Address(url), patience=60, checked=False) as book:
        yield book


def shared(book: "Book", name: str) -> "Head":
    """The meeting of the book that a name, a part of one or an id means. Raises UnknownMeeting."""
    heads = book.heads()
    wanted = name.strip().casefold()
    exact = [head for head in heads if wanted in (head.name.casefold(), head.id)]
    like = exact or [head for head in heads if wanted and wanted in head.name.casefold()]
    if len(like) == 1:
        return like[0]
    if len(exact) > 1:
        ids = "; ".join(f"{head.id} ({head.body}, held by {head.holder or 'nobody'})" for head in exact)
        raise Refused(f"The book has {len(exact)} meetings called {name}. Name one by its id: {ids}.")
    raise UnknownMeeting(name, [head.name for head in like])


def held_elsewhere(path: Path) -> str:
    """Why a meeting is not written to on this machine, in sentences; "" where it may be."""
    from store.book.status import MINUTED_ELSEWHERE, read_status

    status = read_status(path)
    if status is None or status.state not in MINUTED_ELSEWHERE:
        return ""
    name = path.stem
    why = status.why or f"{name} was fetched from the shared book, and is minuted on another machine."
    return (
        f"{why}\nFollow it with “clerk chair {name}”. To go on with it here, where its desk has died: "
        f"“clerk open {name} --take-over”."
    )


def followed(name: str) -> Path:
    """The journal of a meeting to be followed: one that is minuted here, or a copy that is kept as the book has it for
    as long as this program runs. Raises UnknownMeeting and BookError."""
    from store.book.errors import BookAway

    try:
        path: Path | None = find(name)
    except UnknownMeeting:
        path = None
    if path is not None and not held_elsewhere(path):
        return path
    try:
        where = book_address()
        if where is None:
            return path or find(name)
        return _reading(where, name if path is None else _id_of(path))
    except BookAway as error:
        if path is None:
            raise
        hint(f"{error} What is shown may be old.")
        return path


def _id_of(path: Path) -> str:
    from store.book.status import read_status

    status = read_status(path)
    return status.id if status else path.stem


def _reading(where: "Address", name: str) -> Path:
    from screens.sharing.logs import log_to
    from screens.sharing.speaking import tell_speaking
    from store.book.connection import Book
    from store.book.reading import Reader

    hint(where.warning)
    log_to(places.home(), "reader")
    with Book(where) as book:
        hint(book.warning)
        return Reader(places.home(), where, shared(book, name), book, tell_speaking).path


def take_over_here(name: str, by: str) -> Path:
    """Makes this machine the holder of a meeting, and gives its journal. Raises BookError and `Refused`."""
    from store.book.taking_over import take_over

    with opened() as book:
        taken = take_over(places.home(), book, shared(book, name), by)
    for sentence in taken.said:
        hint(sentence)
    return taken.path


def companion_of(kept: "Kept") -> "Companion | None":
    """The sender's keeper for a meeting that is open to be written; None where there is no book, or it is a sample.
    Whether the book's address may be used is the sender's to say: looking would load a driver before the first picture.
    """
    settings, _ = read_settings()
    if not book_url(settings)[0] or kept.path.parent != places.meetings_in(places.home()):
        return None
    from screens.kit import starting
    from screens.sharing.companion import Companion

    def stop(why: StoreError) -> None:
        kept.stopped = why

    companion = kept.companion = Companion(kept.path, stop)
    starting.afterwards(companion.start)
    return companion
