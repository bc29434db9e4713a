"""Where the shared book is, and whether it may be used from here: passwords only from libpq's own places, and TLS that
proves the server wherever another machine could listen."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass

from store.book.errors import BookRefused

VARIABLE = "CLERK_BOOK"
INSECURE = (
    "[book] insecure = true: the connection to the shared book does not prove which server it speaks to. "
    "Whoever is between could read and alter what is sent."
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be used. ``warning`` is said at every start; "" where there is nothing to warn of."""

    url: str
    warning: str = ""


def address(url: str, insecure: bool = False) -> Address:
    """The address as it may be used. Raises BookRefused: it holds a password, is no address, or is not safe."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        given = conninfo_to_dict(url)
    except ProgrammingError:
        raise BookRefused(
            "The address of the shared book is not understood. It is written postgresql://USER@SERVER/DATABASE"
            "?sslmode=verify-full, or service=NAME."
        ) from None
    if given.get("password") or given.get("sslpassword"):
        raise BookRefused(
            "The address of the shared book has a password in it, and was not used: others can read settings and "
            "lists of processes. Put the password into your .pgpass file (on Windows "
            "%APPDATA%\\postgresql\\pgpass.conf) or a service file, and leave it out of the address."
        )
    known = {**_from_libpq(given.get("service")), **{key: str(value) for key, value in given.items() if value}}
    if _stays_here(known) or known.get("sslmode") == "verify-full":
        return Address(url)
    if not insecure:
        raise BookRefused(
            "The shared book is on another machine, and its address does not ask for proof of which: it was not used. "
            "Add sslmode=verify-full (and sslrootcert=FILE, or sslrootcert=system) to the address. Where that is not "
            "to be had, [book] insecure = true in settings.toml allows less, and clerk says so at every start."
        )
    return Address(url, INSECURE)


def _from_libpq(service: object) -> dict[str, str]:
    """What libpq adds of itself, from the environment and from a service file."""
    from psycopg.pq import Conninfo

    before = os.environ.get("PGSERVICE")
    try:
        if service:
            os.environ["PGSERVICE"] = str(service)
        return {
            option.keyword.decode(): option.val.decode() for option in Conninfo.get_defaults() if option.val is not None
        }
    finally:
        if service:
            os.environ.pop("PGSERVICE")
            if before is not None:
                os.environ["PGSERVICE"] = before


def _stays_here(known: dict[str, str]) -> bool:
    """Whether every server named is reached by a local socket or over the loopback."""
    named = known.get("hostaddr") or known.get("host") or ""
    return all(_is_here(host) for host in named.split(","))


def _is_here(host: str) -> bool:
    if not host or host.startswith(("/", "@")) or host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
