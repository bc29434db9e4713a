"""`clerk board`: the page that anyone in the hall can read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find
from screens.cli.saying import Refused, hint, in_a_terminal
from store import places
from store.errors import StoreError

if TYPE_CHECKING:
    from screens.board.app import Hall
    from screens.board.serving import Place
    from screens.board.sources import Source

CHAIR_KEY, PUBLIC_KEY, LEAVE_KEYS = "c", "p", ("q", "\x03", "\x04")


@click.command("board", epilog="Example: clerk board 2019-06-11-cllc --host 0.0.0.0 --cert hall.pem --key hall.key")
@click.argument("meeting", required=False)
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Serve the network too: 0.0.0.0 is all of it.")
@click.option("--port", default=8019, type=click.IntRange(1, 65535), help="The port; 8019 unless another is given.")
@click.option("--cert", type=click.Path(dir_okay=False, path_type=Path), help="The certificate, for https.")
@click.option("--key", "private", type=click.Path(dir_okay=False, path_type=Path), help="The certificate's key.")
@click.option("--name", "names", multiple=True, help="A further name by which browsers reach it; may be repeated.")
@click.option("--behind-proxy", is_flag=True, help="Another web server stands before it; believe what that forwards.")
def board_page(
    meeting: str | None,
    host: str,
    port: int,
    cert: Path | None,
    private: Path | None,
    names: tuple[str, ...],
    behind_proxy: bool,
) -> int:
    """Show MEETING as a page in any browser, or without one every meeting. It only reads.

    / is for the public and the hall's screen, /chair with its key for the chair's tablet, /state.json for programs.
    After the close the public's page is the decisions.
    """
    import asyncio

    from screens.board.serving import Place, serve
    from screens.sharing.logs import log_to

    if (cert is None) != (private is None):
        raise Refused("--cert and --key go together: give both, or neither.")
    for file in (cert, private):
        if file is not None and not file.is_file():
            raise Refused(f"There is no file {file}.")
    place = Place(host, port, str(cert or ""), str(private or ""), names, behind_proxy)
    hall, chair = _hall(meeting)
    log_to(places.home(), "board")
    try:
        code = asyncio.run(serve(hall, place, lambda server: _begun(hall, place, chair, server)))
    except KeyboardInterrupt:
        code = 0
    except SystemExit:
        # What the server does where the port is taken.
        code = 1
    except OSError as error:
        raise Refused(
            f"The page cannot be served there: {error.strerror or 'the certificate cannot be read'}."
        ) from None
    if code:
        raise Refused(
            f"Port {port} cannot be had on {host}: perhaps another page is served there. Try --port {port + 1}."
        )
    return code


def _hall(meeting: str | None) -> tuple["Hall", bool]:
    """What is shown, and whether there is a chair's page to it."""
    from screens.board.app import Hall, new_key

    if meeting:
        source = source_of(meeting)
        return Hall(lambda name: source, only=meeting, key=new_key() if source.chair else ""), source.chair is not None
    return _whole(), False


def source_of(meeting: str) -> "Source":
    """Where the board of a meeting comes from: a journal here, a copy of the book's, or what the book has for all."""
    from screens.board.sources import JournalSource, PublicBook, PublicSource
    from screens.cli.settings import book_address
    from screens.cli.sharing import followed
    from store.errors import UnknownMeeting

    try:
        return JournalSource(followed(meeting))
    except (UnknownMeeting, StoreError) as error:
        where = book_address()
        if where is None:
            raise
        try:
            return PublicSource(PublicBook(where), meeting)
        except KeyError:
            raise error from None


def _whole() -> "Hall":
    """Every meeting: those that the book keeps for the public, or where there is no book those of this machine."""
    from screens.board.app import Hall
    from screens.board.sources import JournalSource, PublicBook, PublicSource
    from screens.cli.finding import listed
    from screens.cli.settings import book_address

    where = book_address()
    if where is not None:
        hint(where.warning)
        book = PublicBook(where)
        return Hall(lambda name: PublicSource(book, name), listed=book.meetings)

    def source(name: str) -> "Source":
        if name not in places.names(places.home()):
            raise KeyError(name)
        return JournalSource(find(name))

    def meetings() -> list[tuple[str, str, str, str]]:
        return [(one.name, one.body, one.date, one.state) for one in listed()]

    return Hall(source, listed=meetings)


def _begun(hall: "Hall", place: "Place", chair: bool, server: object) -> None:
    from screens.board.serving import ask_keys, qr

    public = place.address()
    click.echo(f"The public page: {public}/")
    for sentence in place.meaning():
        click.echo(sentence)
    if in_a_terminal():
        click.echo(qr(public + "/"))
    if not in_a_terminal():
        return

    def act(key: str) -> None:
        if key in LEAVE_KEYS:
            server.should_exit = True  # type: ignore[attr-defined]
        elif key == PUBLIC_KEY:
            click.clear()
            click.echo(f"The public page: {public}/\n{qr(public + '/')}")
        elif key == CHAIR_KEY and chair and hall.key:
            address = f"{public}/chair?key={hall.key}"
            click.clear()
            click.echo(f"The chair’s page, for the chair alone; p hides it again:\n{address}\n{qr(address)}")

    if chair and hall.key:
        click.echo("c shows the chair’s address and its code (look who else sees this screen); q stops.")
    else:
        click.echo("q stops.")
    ask_keys(act)
