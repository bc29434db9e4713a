"""`clerk hold` and `clerk dispose`: what is kept beside the record, and when it goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clerk.times import say_date
from screens.cli.finding import find, read_now
from screens.cli.saying import Refused, hint, in_words
from screens.cli.telling import tell
from store import places
from store.following import ids_of

if TYPE_CHECKING:
    from store.disposal import Place
    from store.facts import Facts

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

    path = find(meeting)
    own, home, words = ids_of(path), places.home_of(path), in_words(reason)
    held = Facts(home).read().held(own)
    if lift:
        if not held:
            raise Refused(f"There is no hold on {path.stem}. Nothing was changed.")
        tell(HoldLifted(meeting=own[0], reason=words), home=home)
        click.echo(f"The hold on {path.stem} is lifted.")
        return
    if not words:
        raise Refused(f"{path.stem} is held: {held}" if held else "Why? Give the reason: clerk hold MEETING -- REASON")
    tell(HoldPlaced(meeting=own[0], reason=words), home=home)
    click.echo(f"Nothing of {path.stem} is disposed of until “clerk hold {path.stem} --lift”.")


@click.command("dispose", epilog="Example: clerk dispose 2019-06-11-cllc -- approved and published")
@click.argument("meeting")
@click.argument("reason", nargs=-1, required=True)
@click.option(
    "--copy", "copies", metavar="FOLDER", multiple=True, type=click.Path(path_type=Path),
    help="A folder of --copy-to: the copy in it goes too.",
)  # fmt: skip
@click.option("--record", is_flag=True, help="The record itself too, where the council’s own schedule lets it go.")
def dispose(meeting: str, reason: tuple[str, ...], copies: tuple[Path, ...], record: bool) -> None:
    """Delete what is kept beside the record of MEETING and no longer needed, once its minutes are approved.

    Half-typed words, what was said, what completion learned, copies set aside, and second copies that you name. The
    journal, its minutes and what was published only with --record, so many years after the meeting as “retention” in
    settings.toml says; never without it. It lists every place, asks for the meeting's name, and leaves a note of what
    went and why.
    """
    from store.disposal import places_beside, record_of
    from store.facts import Facts
    from store.holding import Hold

    path = find(meeting)
    own, facts = ids_of(path), Facts(places.home_of(path))
    if held := facts.read().held(own):
        raise Refused(f"Nothing of {path.stem} may be disposed of: {held}. Nothing was deleted.")
    _refuse_too_early(path, record)
    found = [*places_beside(path, copies), *(record_of(path) if record else ())]
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
    # Not while somebody minutes it: half-typed words are among what goes.
    hold = Hold(path)
    hold.take()
    try:
        gone = _delete(found, facts, own[0] if own else "", in_words(reason))
    finally:
        hold.release()
    if record:
        from store.index.keeping import throw_away

        throw_away(places.home_of(path))
    click.echo(f"Deleted: {', '.join(gone)}.")


def _delete(found: list[Place], facts: Facts, meeting: str, reason: str) -> list[str]:
    """Deletes them, and tells the library what went and why. Raises `CannotDispose`."""
    from clerk.library.facts import Disposed
    from store.disposal import CannotDispose, delete
    from store.holding import this_holder

    by = this_holder().user
    try:
        gone = delete(found)
    except CannotDispose as error:
        if error.gone:
            facts.tell(by, Disposed(meeting=meeting, what=tuple(error.gone), reason=reason))
        raise
    facts.tell(by, Disposed(meeting=meeting, what=tuple(gone), reason=reason))
    return gone


def _refuse_too_early(path: Path, record: bool) -> None:
    """Raises `Refused` where what was asked for is not offered yet."""
    from screens.cli.settings import read_settings, settings_file
    from screens.minutes import stands

    meeting = read_now(path)
    if not stands(meeting, path)[0].approved:
        raise Refused(
            f"The minutes of {path.stem} are not approved yet, so nothing of it is offered. Nothing was deleted."
        )
    if not record:
        return
    settings, trouble = read_settings()
    years = settings.retention.record_years
    if years is None:
        raise Refused(
            f"{trouble or f'No schedule of the council’s is set in {settings_file()}.'} A record is never offered for "
            "deletion without: record_years = 15 under [retention]. Nothing was deleted."
        )
    held = meeting.setup.date if meeting.setup else date.max
    until = _years_after(held, years)
    if date.today() < until:
        raise Refused(
            f"By the council’s schedule ({years} years) it is kept until {say_date(until)}. Nothing was deleted."
        )


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        # Of a leap day the day after, so that whole years have passed.
        return date(day.year + years, 3, 1)
