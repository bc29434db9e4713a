"""`clerk find`: words in all meetings; and `clerk index`, by which they are found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from clerk.names import plain
from screens.cli.from_book import bring_from_book
from screens.cli.papers import shown_progress
from screens.cli.saying import GOOD, REFUSED, Refused, day_typed, hint, in_words
from store import places
from store.errors import reason

if TYPE_CHECKING:
    from screens.found import Result
    from store.index.database import Found
    from store.index.keeping import Search

A_PAGE = 50
"""Results that are shown at a time."""


@click.command("find", epilog="Example: clerk find lease --body parks --since 2026-01-01")
@click.argument("words", nargs=-1)
@click.option("--body", metavar="NAME", default="", help="Of this body alone; a part of its name will do.")
@click.option("--member", metavar="NAME", default="", help="What names this person: as mover, voter, absent and so on.")
@click.option("--outcome", metavar="WORD", default="", help="How it ended: carried, lost, noted, deferred, referred …")
@click.option("--since", metavar="DAY", default="", help="From this day on: 2026-01-01.")
@click.option("--until", metavar="DAY", default="", help="Up to this day.")
@click.option("--exempt", is_flag=True, help="Exempt business too. What it prints is not for the public.")
@click.option("--page", metavar="N", type=click.IntRange(1), default=1, help=f"The next {A_PAGE}: 2, 3 …")
@click.option("--json", "as_json", is_flag=True, help="For a program: a list of objects.")
def find_words(
    words: tuple[str, ...], body: str, member: str, outcome: str, since: str, until: str, exempt: bool, page: int,
    as_json: bool,
) -> int:  # fmt: skip
    """Find WORDS in the decisions, motions, amendments, paragraphs, titles and people of all meetings, newest first.

    Every word must be there; of the last, and of long ones, the beginning will do. Where the team has a shared book,
    its meetings are fetched first.
    """
    bring_from_book()
    with _search() as search:
        asked = {
            "body": body_meant(search, body), "member": member_meant(search, member),
            "outcome": outcome,
            "since": day_typed(since).isoformat() if since else "",
            "until": day_typed(until).isoformat() if until else "",
        }  # fmt: skip
        if not words and not any(asked.values()):
            raise Refused("Find what? For example: clerk find lease, or clerk find --outcome lost --body parks.")
        found = _page(search, in_words(words), asked, exempt, page)
        troubles = search.troubles
    from screens.found import worded

    shown, more = worded(found, exempt)
    for sentence in dict.fromkeys([*troubles, *more]):
        hint(sentence)
    if as_json:
        click.echo(json.dumps([_as_data(one) for one in shown], ensure_ascii=False, indent=1))
    else:
        for one in shown:
            click.echo(f"{one.where} · {one.found.kind}   ({one.found.path.stem})\n    {one.said}")
        _sum_up(in_words(words), len(shown), page)
    return GOOD if shown else REFUSED


def _as_data(one: Result) -> dict[str, str]:
    found = one.found
    return {
        "meeting": found.path.stem, "id": found.meeting, "body": found.body, "date": found.day, "item": one.number,
        "kind": found.kind, "event": found.event, "text": one.said,
    }  # fmt: skip


def _page(search: Search, words: str, asked: dict[str, Any], exempt: bool, page: int) -> list[Found]:
    found: list[Found] = []
    for _ in range(page):
        after = found[-1] if found else None
        found = search.find(words, exempt=exempt, after=after, most=A_PAGE, **asked)
        if not found:
            break
    return found


def _sum_up(words: str, shown: int, page: int) -> None:
    if not shown:
        what = f"“{words}” is" if words else "That is"
        hint(f"{what} nowhere{' on this page' if page > 1 else ' in the record of any meeting'}.")
    elif shown == A_PAGE:
        hint(f"The {A_PAGE} newest{'' if page == 1 else ' of this page'}; older ones: --page {page + 1}.")


@click.command("index", epilog="Example: clerk index --rebuild")
@click.option("--rebuild", is_flag=True, help="Throw it away and make it anew from the journals.")
def index(rebuild: bool) -> None:
    """Bring the index up to date by which “clerk find” finds.

    It is made from the journals alone, stands in this user’s cache on this machine, and can be thrown away.
    “clerk find” brings it up to date by itself.
    """
    import os

    from store.index.keeping import rebuilt

    home = places.home()
    bring_from_book()
    try:
        with shown_progress("Indexing") as progress:
            if rebuild:
                count = rebuilt(home, progress, min(os.cpu_count() or 1, 8))
            else:
                with _opened() as search:
                    count = search.bring_up_to_date(progress)
    except (OSError, sqlite3.Error) as error:
        raise Refused(_trouble(error)) from None
    meetings = "1 meeting" if count == 1 else f"{count:,} meetings"
    click.echo(f"{meetings} indexed." if rebuild or count else "Nothing has changed since it was made.")


@contextmanager
def _search() -> Iterator[Search]:
    """The index, up to date. Raises `Refused` where there can be none."""
    try:
        with _opened() as search:
            with shown_progress("Indexing") as progress:
                search.bring_up_to_date(progress)
            yield search
    except (OSError, sqlite3.Error) as error:
        raise Refused(_trouble(error)) from None


def _opened() -> Search:
    from store.index.keeping import Search

    return Search(places.home())


def _trouble(error: Exception) -> str:
    why = reason(error) if isinstance(error, OSError) else "the index is in use or damaged"
    return f"Nothing can be looked for: {why}. No record is touched; “clerk index --rebuild” makes the index anew."


class _Meant(NamedTuple):
    """One body or human: all names, and the lasting ids."""

    names: frozenset[str]
    ids: frozenset[str]


def body_meant(search: Search, typed: str) -> tuple[str, ...]:
    """By what a body is asked for that a part of a name of it means: its lasting id and its names; () for nothing
    typed. Raises `Refused`, naming those that it could be."""
    from store.bodies import bodies
    from store.library import Library

    every = bodies(Library(search.home))
    met = {every.of(name, id_) for name, id_ in search.public.bodies()}
    return _one_of([_Meant(one.names, one.ids) for one in met], typed)


def member_meant(search: Search, typed: str) -> tuple[str, ...]:
    """By what a human is asked for whom a part of a name, or an id, means, as `body_meant` gives it. Raises
    `Refused`."""
    from store.facts import Facts

    told = Facts(search.home).read()
    known: dict[str, set[str]] = {}
    without: set[str] = set()
    for name, id_ in search.public.people():
        if id_:
            known.setdefault(told.lasting(id_), set()).add(name)
        else:
            without.add(name)
    humans = [_Meant(frozenset(names), told.ids_of(id_)) for id_, names in known.items()]
    called = {name for one in humans for name in one.names}
    return _one_of([*humans, *(_Meant(frozenset((name,)), frozenset()) for name in without - called)], typed)


def _one_of(known: Sequence[_Meant], typed: str) -> tuple[str, ...]:
    if not typed:
        return ()
    like = [one for one in known if typed in one.ids or any(plain(typed) in plain(name) for name in one.names)]
    exact = [one for one in like if typed in one.ids or plain(typed) in map(plain, one.names)]
    chosen = exact or like
    if len(chosen) == 1:
        return (*sorted(chosen[0].ids), *sorted(chosen[0].names))
    # Two of one name can be told apart by their ids alone.
    said = sorted({f"{', '.join(sorted(one.names))}{_ids(one, chosen)}" for one in chosen or known})
    raise Refused(f"“{typed}” could be: {'; '.join(said[:20]) or 'nobody: there is no meeting yet'}.")


def _ids(one: _Meant, among: Sequence[_Meant]) -> str:
    alike = any(other is not one and other.names & one.names for other in among)
    return f" ({min(one.ids)})" if alike and one.ids else ""
