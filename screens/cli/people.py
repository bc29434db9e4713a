"""`clerk people`: the humans that the library knows, and which of them are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clerk.surnames import surname_of
from screens.cli.saying import Refused, hint, in_words
from screens.cli.telling import tell
from store.library import Library

if TYPE_CHECKING:
    from store.persons import Human


@click.group("people", invoke_without_command=True, epilog="Example: clerk people")
@click.pass_context
def people(context: click.Context) -> None:
    """List the people that the library knows over meetings, with the lasting id of each.

    A person is known by whole name within the council, never by surname. Two ids that are one human are joined, two
    that were taken to be one are parted; a register says from which names it was joined.
    """
    if context.invoked_subcommand is not None:
        return
    from store.facts import Facts
    from store.persons import known_people, said_of

    library = Library()
    told = Facts(library.home).read()
    everyone = known_people(library)
    if not everyone:
        hint("Nobody is known yet: people are remembered from the papers of each meeting that is made.")
    by_id = {human.id: human for human in everyone}
    for human in sorted(everyone, key=lambda one: (one.council, surname_of(one.name).casefold(), one.name)):
        if human.id in told.known_by:
            continue
        others = sorted(by_id[id_].name for id_ in told.ids_of(human.id) - {human.id} if id_ in by_id)
        joined = f"  (with {', '.join(others)})" if others else ""
        click.echo(f"{human.id}  {said_of(human)}{joined}")
    for trouble in told.troubles:
        hint(trouble)


@people.command("join", epilog='Example: clerk people join "Cat Ash" "Catherine Ash" -- married in May')
@click.argument("person")
@click.argument("other")
@click.argument("reason", nargs=-1)
def join(person: str, other: str, reason: tuple[str, ...]) -> None:
    """Say that OTHER is PERSON: one human under two names or ids. Each is a whole name, or the beginning of an id."""
    from clerk.library.facts import PersonsJoined

    one, two = _two(person, other)
    from store.facts import Facts

    told = Facts().read()
    if told.lasting(one.id) == told.lasting(two.id):
        raise Refused(f"{two.name} and {one.name} are one person already. Nothing was changed.")
    tell(PersonsJoined(person=one.id, other=two.id, reason=in_words(reason)))
    click.echo(f"{two.name} is now {one.name} in every register. The meetings' own records are as they were.")


@people.command("part", epilog='Example: clerk people part "Cat Ash" "Catherine Ash" -- two sisters')
@click.argument("person")
@click.argument("other")
@click.argument("reason", nargs=-1)
def part(person: str, other: str, reason: tuple[str, ...]) -> None:
    """Say that OTHER is not PERSON after all, where the two were joined. Each is a whole name, or the beginning of an
    id."""
    from clerk.library.facts import PersonsJoined, PersonsParted
    from store.facts import Facts

    one, two = _two(person, other)
    told = Facts().read()
    joined = [fact for _, fact in told.of(PersonsJoined) if {fact.person, fact.other} == {one.id, two.id}]
    if not joined or told.lasting(one.id) != told.lasting(two.id):
        raise Refused(f"{one.name} and {two.name} were not joined. Nothing was changed.")
    tell(PersonsParted(person=joined[-1].person, other=joined[-1].other, reason=in_words(reason)))
    click.echo(f"{two.name} and {one.name} are two people again.")


def _two(person: str, other: str) -> tuple[Human, Human]:
    one, two = _called(person), _called(other)
    if one.id == two.id:
        raise Refused(f"“{person}” and “{other}” are the same person: {one.id}. Nothing was changed.")
    return one, two


def _called(typed: str) -> Human:
    from clerk.names import plain
    from store.persons import known_people, said_of

    everyone = known_people(Library())
    wanted = plain(typed)
    found = [one for one in everyone if plain(one.name) == wanted]
    found = found or [one for one in everyone if len(typed) >= 4 and one.id.startswith(typed.lower())]
    if not found:
        raise Refused(f"Nobody called “{typed}” is known. Give a whole name, or an id that “clerk people” shows.")
    if len(found) > 1:
        listed = "\n".join(f"  {one.id}  {said_of(one)}" for one in found)
        raise Refused(f"{len(found)} people are called “{typed}”. Give an id:\n{listed}")
    return found[0]
