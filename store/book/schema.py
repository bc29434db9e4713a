"""The book's schema: numbered SQL files, each run once, all that are missing in one transaction of the owner's."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any, cast

from store.book.errors import BookRefused

if TYPE_CHECKING:
    from psycopg import Connection

OLDEST_WRITTEN = 2
"""The oldest schema that this program still writes to; an older one it only reads."""

WRITES_FROM = {1: 1, 2: 1, 3: 1}
"""For each version of the schema, the oldest that a program may have been made for and still write."""

ROLES = ("clerk_writer", "clerk_reader", "clerk_public")
_UPGRADING = 0x636C65726B
"""The lock that two upgrades at once wait for."""


def files() -> list[tuple[int, str]]:
    """Every SQL file with its number, in order."""
    folder = resources.files("store.book").joinpath("sql")
    named = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".sql"))
    return [(int(name[:3]), file.read_text(encoding="utf-8")) for name, file in named]


def newest() -> int:
    """The version of the schema that this program knows best."""
    return files()[-1][0]


def version_of(connection: Connection[Any]) -> tuple[int, int]:
    """The schema's version, and the oldest that a program may have been made for and still write; zeros without one."""
    found = connection.execute("SELECT to_regclass('clerk.version') IS NOT NULL").fetchone()
    if not found or not found[0]:
        return 0, 0
    row = connection.execute("SELECT version, writes_from FROM clerk.version").fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


def make(connection: Connection[Any], up_to: int | None = None) -> list[int]:
    """Bring the schema up to date, or to an earlier version, and give the numbers of the files that were run.

    Raises BookRefused where this user does not own it, or the database does not keep UTF-8.
    """
    from psycopg.errors import InsufficientPrivilege
    from psycopg.sql import SQL

    if connection.info.parameter_status("server_encoding") != "UTF8":
        raise BookRefused(
            "That database does not keep its text as UTF-8. Make one that does: createdb --encoding=UTF8."
        )
    run: list[int] = []
    try:
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_UPGRADING,))
            version, _ = version_of(connection)
            _make_roles(connection)
            for number, text in files():
                if number > version and (up_to is None or number <= up_to):
                    connection.execute(SQL(cast(Any, text)))
                    _note_version(connection, number)
                    run.append(number)
    except InsufficientPrivilege:
        raise BookRefused(
            "The book was not changed: this takes the owner of the database, or of the book in it, who may also make "
            f"roles ({', '.join(ROLES)})."
        ) from None
    return run


def _make_roles(connection: Connection[Any]) -> None:
    from psycopg.sql import SQL, Identifier

    for role in ROLES:
        if not connection.execute("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = %s", (role,)).fetchone():
            connection.execute(SQL("CREATE ROLE {} NOLOGIN").format(Identifier(role)))


def _note_version(connection: Connection[Any], number: int) -> None:
    connection.execute(
        "INSERT INTO clerk.version (version, writes_from) VALUES (%s, %s) "
        "ON CONFLICT (only_row) DO UPDATE SET version = excluded.version, writes_from = excluded.writes_from",
        (number, WRITES_FROM[number]),
    )


def may_write(version: int, writes_from: int) -> tuple[bool, str]:
    """Whether this program may write to a book of that version, and "" or a sentence that says how they differ."""
    mine = newest()
    if version == mine:
        return True, ""
    if version > mine:
        allowed = mine >= writes_from
        said = "The shared book has been upgraded for a newer clerk than this one"
        todo = "Update clerk here" if allowed else "It is only read until clerk is updated here"
    else:
        allowed = version >= OLDEST_WRITTEN
        said = "The shared book was made for an older clerk than this one"
        todo = "Its owner runs “clerk share upgrade”" + ("" if allowed else "; until then it is only read")
    return allowed, f"{said} (version {version}; this one’s is {mine}). {todo}."
