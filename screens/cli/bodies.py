"""`clerk bodies` and `clerk body`: the bodies that the library knows, which of them are one, and what became of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clerk.names import nearest_word
from screens.cli.saying import Refused, hint, in_words
from screens.cli.telling import tell
from store.library import Library

if TYPE_CHECKING:
    from clerk.library.bodies import Body


@click.group("bodies", invoke_without_command=True, epilog="Example: clerk bodies")
@click.pass_context
def bodies(context: click.Context) -> None:
    """List the bodies that the library knows over meetings, with the lasting id of each and all names that it had.

    A body is known by its whole name within the council. Two ids that are one body are joined, two that were taken to
    be one are parted: its meetings, minutes, actions and registers follow.
    """
    if context.invoked_subcommand is not None:
        return
    from store.bodies import bodies as known_bodies

    known = known_bodies(Library())
    if not known.known:
        hint("No body is known yet: they are remembered from the papers of each meeting that is made.")
    for one in sorted(known.known, key=lambda one: (one.council, one.name)):
        of = f", {one.council}" if one.council else ""
        also = f"  (also {', '.join(one.also)})" if one.also else ""
        click.echo(f"{one.id or '-':16}  {one.name}{of}{also}")


@bodies.command("join", epilog='Example: clerk bodies join "Parks Committee" "Parks and Open Spaces Cttee" -- one body')
@click.argument("body")
@click.argument("other")
@click.argument("reason", nargs=-1)
def join(body: str, other: str, reason: tuple[str, ...]) -> None:
    """Say that OTHER is BODY: one body under two names or ids. Each is a whole name, or the beginning of an id."""
    from clerk.library.facts import BodiesJoined
    from store.facts import Facts

    one, two = _two(body, other)
    told = Facts().read()
    if told.body(one.id) == told.body(two.id):
        raise Refused(f"{two.name} and {one.name} are one body already. Nothing was changed.")
    tell(BodiesJoined(body=one.id, other=two.id, reason=in_words(reason)))
    click.echo(f"{two.name} is now {one.name} in every list. The meetings' own records are as they were.")


@bodies.command(
    "part", epilog='Example: clerk bodies part "Parks Committee" "Parks and Open Spaces Cttee" -- they are two'
)
@click.argument("body")
@click.argument("other")
@click.argument("reason", nargs=-1)
def part(body: str, other: str, reason: tuple[str, ...]) -> None:
    """Say that OTHER is not BODY after all, where the two were joined. Each is a whole name, or the beginning of an
    id."""
    from clerk.library.facts import BodiesJoined, BodiesParted
    from store.facts import Facts

    one, two = _two(body, other)
    told = Facts().read()
    joined = [fact for _, fact in told.of(BodiesJoined) if {fact.body, fact.other} == {one.id, two.id}]
    if not joined or told.body(one.id) != told.body(two.id):
        raise Refused(f"{one.name} and {two.name} were not joined. Nothing was changed.")
    tell(BodiesParted(body=joined[-1].body, other=joined[-1].other, reason=in_words(reason)))
    click.echo(f"{two.name} and {one.name} are two bodies again.")


def _two(body: str, other: str) -> tuple[Body, Body]:
    one, two = _called(body), _called(other)
    if one.id == two.id:
        raise Refused(f"“{body}” and “{other}” are the same body: {one.id}. Nothing was changed.")
    return one, two


def _called(typed: str) -> Body:
    from msgspec.structs import replace

    from clerk.names import plain
    from store.bodies import bodies as known_bodies
    from store.bodies import id_of

    every = known_bodies(Library(), apart=True).known
    found = [one for one in every if plain(one.name) == plain(typed)]
    found = found or [one for one in every if plain(typed) in map(plain, one.also)]
    found = found or [one for one in every if len(typed) >= 4 and one.id.startswith(typed.lower())]
    if not found:
        near = nearest_word(typed, sorted(one.name for one in every))
        raise Refused(f"No body called “{typed}” is known.{near} Nothing was changed.")
    if len(found) > 1:
        listed = "\n".join(f"  {one.id}  {', '.join(filter(None, (one.name, one.council)))}" for one in found)
        raise Refused(f"{len(found)} bodies are called “{typed}”. Give an id:\n{listed}")
    one = found[0]
    if one.id:
        return one
    id_, said = id_of(Library(), one.name)
    hint(said)
    return replace(one, id=id_)


@click.command("body", epilog='Example: clerk body "Parks Committee" --succeeded-by "Environment Committee"')
@click.argument("body")
@click.option("--succeeded-by", "successor", metavar="BODY", default="", help="The body that does now what it did.")
@click.option("--part-of", "parent", metavar="BODY", default="", help="The body that it is a part of.")
@click.option("--now-called", "name", metavar="NAME", default="", help="What it is called from now on.")
def body(body: str, successor: str, parent: str, name: str) -> None:
    """Say what became of BODY, or what it is a part of: its successor and its parent may approve its minutes.

    Bodies are given by their whole names, as their meetings' papers have them. One that is called otherwise now stays
    the body that it was: its meetings under both names are its own.
    """
    from clerk.library.facts import BodySucceeded, BodyUnder

    if sum(map(bool, (successor, parent, name))) != 1:
        raise click.UsageError("Give --succeeded-by BODY, --part-of BODY or --now-called NAME.")
    if name:
        click.echo(_renamed(body, name))
        return
    other = successor or parent
    known = {row.body for row in Library().meetings() if row.body}
    wrong = next((name for name in (body, other) if name not in known), "")
    if wrong:
        near = nearest_word(wrong, sorted(known))
        raise Refused(f"No meeting of a body called “{wrong}” is kept here.{near} Nothing was recorded.")
    if body == other:
        raise Refused("A body neither succeeds itself nor is a part of itself. Nothing was recorded.")
    from store.bodies import id_of

    (own, said), (theirs, more) = id_of(Library(), body), id_of(Library(), other)
    hint("\n".join(filter(None, (said, more))))
    if successor:
        tell(BodySucceeded(body=body, by=other, body_id=own, by_id=theirs))
    else:
        tell(BodyUnder(body=body, parent=other, body_id=own, parent_id=theirs))
    click.echo(f"{other} may approve the minutes of {body}: at its meeting, :minutes DATE of=NAME names the meeting.")


def _renamed(body: str, name: str) -> str:
    """Has a body be called otherwise, and gives a sentence. Raises `Refused`."""
    from store.bodies import bodies, rename
    from store.holding import this_holder

    library = Library()
    known = {row.body for row in library.meetings() if row.body}
    if body not in known:
        near = nearest_word(body, sorted(known))
        raise Refused(f"No meeting of a body called “{body}” is kept here.{near} Nothing was recorded.")
    taken = {one.name for one in bodies(library).known} | known
    if name in taken:
        raise Refused(f"There is a body called “{name}” already: --succeeded-by is for another. Nothing was recorded.")
    hint(rename(library, body, name, this_holder().user) or library.remember({"name": name}, (), body))
    return f"{body} is now called {name}, and is the same body."
