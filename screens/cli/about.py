"""`clerk about`: what somebody who helps needs to know of this machine, and no word of a record."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.saying import fault_log
from screens.cli.settings import Settings, book_url, read_settings, settings_file
from store import places

if TYPE_CHECKING:
    from msgspec import Struct

LIBRARIES = ("textual", "tinydb", "msgspec", "python-docx", "typst", "psycopg", "starlette", "uvicorn", "segno")
TERMINAL = ("TERM", "COLORTERM", "TERM_PROGRAM", "WT_SESSION", "LANG", "LC_ALL", "NO_COLOR", "SSH_TTY")


@click.command("about", epilog="Example: clerk about")
def about() -> None:
    """Show versions, folders, each setting with where it comes from, the shared book and the terminal.

    It holds no word of a meeting, so it can be sent to whoever helps.
    """
    for heading, rows in (
        ("Versions", _versions()),
        ("Folders", _folders()),
        ("Settings", _settings()),
        ("Shared book", _book()),
        ("Terminal", _terminal()),
    ):
        click.echo(heading)
        for name, value in rows:
            click.echo(f"  {name:16}{value}")


def _versions() -> Iterator[tuple[str, str]]:
    from importlib.metadata import PackageNotFoundError, version

    for name in ("committee-clerk", *LIBRARIES):
        try:
            yield name.replace("committee-clerk", "clerk"), version(name)
        except PackageNotFoundError:
            yield name.replace("committee-clerk", "clerk"), "not installed"
    yield "Python", platform.python_version()
    yield "System", platform.platform()


def _folders() -> Iterator[tuple[str, str]]:
    home = places.home()
    yield "home", f"{home} ({_from('CLERK_HOME')})"
    meetings = places.meetings_in(home)
    yield "meetings", f"{meetings} ({len(places.names(home))} meetings{_free(home)})"
    yield "fault log", _size(fault_log())
    for name in ("sender", "board", "reader"):
        yield f"{name} log", _size(home / f"{name}.log")


def _from(variable: str) -> str:
    return f"from {variable}" if os.environ.get(variable, "").strip() else "the usual one"


def _free(home: Path) -> str:
    while not home.exists() and home != home.parent:
        home = home.parent
    try:
        return f", {shutil.disk_usage(home).free // 1_000_000:,} MB free"
    except OSError:
        return ""


def _size(file: Path) -> str:
    try:
        return f"{file} ({file.stat().st_size:,} bytes)"
    except OSError:
        return f"{file} (not there)"


def _settings() -> Iterator[tuple[str, str]]:
    settings, why_not = read_settings()
    file = settings_file()
    yield "file", why_not or (str(file) if file.exists() else f"{file} (not there: the usual settings)")
    yield from _differing(settings, Settings(), "")


def _differing(settings: "Struct", usual: "Struct", within: str) -> Iterator[tuple[str, str]]:
    from msgspec import Struct

    for name in settings.__struct_fields__:
        value, other = getattr(settings, name), getattr(usual, name)
        if isinstance(value, Struct):
            yield from _differing(value, other, f"{name}.")
        elif name == "url":
            continue
        elif isinstance(value, dict):
            # What a person put there may be words of a record; how many there are helps enough.
            yield within + name, f"{len(value)} of your own" if value else "none (the usual)"
        else:
            yield within + name, f"{value} ({'the usual' if value == other else 'settings.toml'})"


def _book() -> Iterator[tuple[str, str]]:
    settings, _ = read_settings()
    url, source = book_url(settings)
    if not url:
        yield "address", "none is set"
        return
    from store.book.address import address
    from store.book.connection import Book
    from store.book.errors import BookError

    try:
        where = address(url, settings.book.insecure)
    except BookError as error:
        yield "address", f"from {source}, not used: {error}"
        return
    yield "address", f"{_without_secrets(url)} (from {source})"
    if where.warning:
        yield "warning", where.warning
    try:
        with Book(where, patience=4) as book:
            yield "version", f"{book.version} ({book.warning or 'as this clerk’s'})"
            yield "server", str(book.connection.info.parameter_status("server_version"))
    except BookError as error:
        yield "state", str(error)


def _without_secrets(url: str) -> str:
    """Server, database and user of an address, and nothing else of it."""
    from psycopg.conninfo import conninfo_to_dict

    known = conninfo_to_dict(url)
    shown = ("service", "user", "host", "hostaddr", "port", "dbname", "sslmode")
    return ", ".join(f"{name} {known[name]}" for name in shown if known.get(name)) or "libpq’s own"


def _terminal() -> Iterator[tuple[str, str]]:
    size = shutil.get_terminal_size()
    yield "size", f"{size.columns} by {size.lines}"
    yield "encoding", str(getattr(sys.stdout, "encoding", "") or "unknown")
    yield "a person", "yes" if sys.stdout.isatty() else "no: this goes to a file or a program"
    for name in TERMINAL:
        if value := os.environ.get(name):
            yield name, value
