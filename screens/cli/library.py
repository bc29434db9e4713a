"""`clerk library`: what the library was told between meetings, by whom and when; and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from screens.cli.saying import REFUSED, Refused, hint, in_words
from screens.cli.telling import tell
from store.library import Library as Meetings

if TYPE_CHECKING:
    from clerk.library.state import Told


@click.group("library", invoke_without_command=True, epilog="Example: clerk library")
@click.pass_context
def library(context: click.Context) -> int:
    """List what the library was told between meetings, the latest last: when, by whom, and under which id.

    Nothing told is ever changed or removed; of two words on one thing the later counts, and both are shown. What was
    told in error is taken back, and stays in the list.
    """
    if context.invoked_subcommand is not None:
        return 0
    from clerk.saying.library import what_was_told
    from store.facts import Facts

    known = Facts().read()
    names = _names()
    everything = sorted([*known.told, *known.void], key=lambda one: one.recorded)
    for one in everything:
        when = one.recorded.astimezone().strftime("%Y-%m-%d %H:%M")
        void = " (taken back)" if one in known.void else ""
        click.echo(f"{one.id}  {when}  {one.by}  {what_was_told(one, names)}{void}")
    if not everything:
        hint("The library has not been told anything yet.")
    if known.newer:
        hint("Some of it was told with a newer clerk and is not shown: update to read it.")
    for trouble in known.troubles:
        hint(trouble)
    return REFUSED if known.troubles else 0


@library.command("back", epilog="Example: clerk library back 5f0c3a -- another meeting was meant")
@click.argument("fact")
@click.argument("reason", nargs=-1, required=True)
def back(fact: str, reason: tuple[str, ...]) -> None:
    """Take back the FACT of that id (the beginning of it is enough), with the reason. It counts no more, and stays in
    the list; taking the taking back back lets it count again."""
    from clerk.library.facts import FactTakenBack
    from clerk.saying.library import what_was_told
    from store.facts import Facts

    known = Facts().read()
    one = _meant(fact, (*known.told, *known.void))
    if one in known.void:
        raise Refused(f"{one.id} was taken back before. Nothing was changed.")
    tell(FactTakenBack(fact=one.id, reason=in_words(reason)))
    click.echo(f"Taken back: {what_was_told(one, _names())}.")


def _meant(typed: str, told: tuple[Told, ...]) -> Told:
    wanted = typed.strip().lower()
    found = [one for one in told if len(wanted) >= 4 and one.id.startswith(wanted)]
    if len(found) != 1:
        why = "begins so: give more of it" if found else "is in the library: “clerk library” lists what was told"
        raise Refused(f"{'More than one id' if found else f'No fact “{typed}”'} {why}. Nothing was changed.")
    return found[0]


def _names() -> dict[str, str]:
    from store.bodies import bodies
    from store.persons import known_people

    meetings = Meetings()
    return {
        **{one.id: one.name for one in bodies(meetings, apart=True).known},
        **{one.id: one.name for one in meetings.meetings() if one.id},
        **{one.id: one.name for one in known_people(meetings)},
    }
