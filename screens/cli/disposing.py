"""`clerk hold` and `clerk dispose`: what is kept beside the record, and when it goes."""

from __future__ import annotations

from pathlib import Path

import click

from screens.cli.finding import find, read_now
from screens.cli.saying import Refused, hint
from store import places
from store.following import ids_of

_OUT_OF_REACH = (
    "Out of reach of this: backups and synchronised copies of the folder, files that were sent or saved elsewhere, "
    "other machines’ copies of a shared book, the index, which holds no text and is made of the record, and the flags "
    "and struck entries in the journal, which is the record."
)


@click.command("hold", epilog="Example: clerk hold 2019-06-11-cllc -- request for information 1234")
@click.argument("meeting")
@click.argument("reason", nargs=-1)
@click.option("--lift", is_flag=True, help="Lift the hold.")
def hold(meeting: str, reason: tuple[str, ...], lift: bool) -> None:
    """Keep everything of MEETING, what was said among it, until the hold is lifted: for a request for information."""
    from clerk.library.facts import HoldLifted, HoldPlaced
    from store.facts import Facts
    from store.holding import this_holder

    path = find(meeting)
    own, facts, words = ids_of(path), Facts(places.home_of(path)), " ".join(reason)
    held = facts.read().held(own)
    if lift:
        if not held:
            raise Refused(f"There is no hold on {path.stem}. Nothing was changed.")
        facts.tell(this_holder().user, HoldLifted(meeting=own[0], reason=words))
        click.echo(f"The hold on {path.stem} is lifted.")
        return
    if not words:
        raise Refused(f"{path.stem} is held: {held}" if held else "Why? Give the reason: clerk hold MEETING -- REASON")
    facts.tell(this_holder().user, HoldPlaced(meeting=own[0], reason=words))
    click.echo(f"Nothing of {path.stem} is disposed of until “clerk hold {path.stem} --lift”.")


@click.command("dispose", epilog="Example: clerk dispose 2019-06-11-cllc -- approved and published")
@click.argument("meeting")
@click.argument("reason", nargs=-1, required=True)
@click.option(
    "--copy", "copies", metavar="FOLDER", multiple=True, type=click.Path(path_type=Path),
    help="A folder of --copy-to: the copy in it goes too.",
)  # fmt: skip
def dispose(meeting: str, reason: tuple[str, ...], copies: tuple[Path, ...]) -> None:
    """Delete what is kept beside the record of MEETING and no longer needed, once its minutes are approved.

    Half-typed words, what was said, what completion learned, copies set aside, and second copies that you name. Never
    the journal, its minutes or what was published. It lists every place, asks for the meeting's name, and leaves a note
    of what went and why.
    """
    from clerk.library.facts import Disposed
    from screens.minutes import stands
    from store.disposal import CannotDispose, delete, places_beside
    from store.facts import Facts
    from store.holding import this_holder

    path = find(meeting)
    own, facts = ids_of(path), Facts(places.home_of(path))
    if held := facts.read().held(own):
        raise Refused(f"Nothing of {path.stem} may be disposed of: {held}. Nothing was deleted.")
    if not stands(read_now(path), path)[0].approved:
        raise Refused(
            f"The minutes of {path.stem} are not approved yet, so nothing of it is offered. Nothing was deleted."
        )
    found = places_beside(path, copies)
    if not found:
        click.echo(f"There is nothing beside the record of {path.stem}.")
        return
    for place in found:
        click.echo(f"{place.path}   {place.what}")
    hint(_OUT_OF_REACH)
    if (
        click.prompt(f"To delete them, type the meeting's name ({path.stem})", default="", show_default=False)
        != path.stem
    ):
        raise Refused("That is not its name. Nothing was deleted.")
    try:
        gone = delete(found)
    except CannotDispose as error:
        if error.gone:
            facts.tell(this_holder().user, Disposed(meeting=own[0], what=tuple(error.gone), reason=" ".join(reason)))
        raise
    facts.tell(this_holder().user, Disposed(meeting=own[0], what=tuple(gone), reason=" ".join(reason)))
    click.echo(f"Deleted: {', '.join(gone)}.")
