"""`clerk actions` and `clerk register`: what is to be done, who attended, what was declared and how a member voted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from clerk.names import plain
from screens.cli.forms import say_unnamed, write_draft, write_text_file
from screens.cli.from_book import bring_from_book
from screens.cli.papers import shown_progress
from screens.cli.saying import Refused, day_typed, hint, in_words
from screens.cli.telling import tell
from store import places
from store.library import Listed

if TYPE_CHECKING:
    from clerk.library.actions import Followed
    from clerk.library.pointed import What
    from clerk.library.records import Record
    from clerk.library.registers import Member
    from clerk.library.state import Library
    from exports.registers import Register
    from store.index.keeping import Search
    from store.index.overview import Pointing
    from store.records import Wanted

BODY = click.option("--body", metavar="NAME", default="", help="Of this body alone; a part of its name will do.")
TO = click.option(
    "--to", type=click.Path(path_type=Path), metavar="FILE", help="A .docx, .pdf, .html, .txt or .csv file."
)
EXEMPT = click.option("--exempt", is_flag=True, help="With exempt business. What it writes is not for the public.")


@click.group("actions", invoke_without_command=True, epilog="Example: clerk actions --overdue --to open.docx")
@click.option("--owner", metavar="NAME", default="", help="Of this person or post alone; a part will do.")
@BODY
@click.option("--due", metavar="DAY", default="", help="Due on this day or before: 2026-06-30.")
@click.option("--overdue", is_flag=True, help="Those whose day has passed alone.")
@click.option("--all", "all_", is_flag=True, help="Those done and dropped too.")
@TO
@EXEMPT
@click.option("--json", "as_json", is_flag=True, help="For a program: a list of objects.")
@click.pass_context
def actions(
    context: click.Context, owner: str, body: str, due: str, overdue: bool, all_: bool, to: Path | None, exempt: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """List the actions of all meetings that are still to be done: by whom, by when, where they were agreed.

    Where the team has a shared book, its meetings are fetched first.
    """
    if context.invoked_subcommand is not None:
        return
    before, is_of = day_typed(due) if due else None, _of_body(body)
    every = _followed((lambda one, event: True) if all_ else None, exempt)
    found, kept_back = (
        [
            one
            for one in some
            if (all_ or one.stands)
            and plain(owner) in plain(one.owner)
            and is_of(one.body, one.body_id)
            and (before is None or (one.due is not None and one.due <= before))
            and (not overdue or one.state == "overdue")
        ]
        for some in every
    )
    if kept_back:
        hint(f"{len(kept_back)} more of exempt business: --exempt lists {'it' if len(kept_back) == 1 else 'them'} too.")
    found.sort(key=lambda one: (one.due or date.max, one.owner, one.day))
    if as_json:
        click.echo(json.dumps([_as_data(one) for one in found], ensure_ascii=False, indent=1))
        return
    from exports.registers import actions as table
    from exports.registers import actions_in_a_terminal

    if to is None and found:
        click.echo(actions_in_a_terminal(found))
        hint("“clerk actions done REFERENCE -- NOTE” ticks one off.")
        return
    _give(table(found, exempt), to, "Nothing is to be done.")


def _as_data(one: Followed) -> dict[str, Any]:
    import msgspec

    data: dict[str, Any] = msgspec.to_builtins(one)
    return data


_BECOMES: dict[str, Literal["open", "done", "dropped"]] = {"done": "done", "drop": "dropped", "reopen": "open"}


def _follow(state: str, help_: str) -> None:
    @actions.command(state, help=help_, epilog=f"Example: clerk actions {state} 2026-05-12-pc/31.0 -- sent on Monday")
    @click.argument("reference")
    @click.argument("note", nargs=-1)
    @click.option("--on", metavar="DAY", default="", help="The day; without it, today.")
    @click.option("--due", metavar="DAY", default="", help="Another last day.")
    def command(reference: str, note: tuple[str, ...], on: str, due: str) -> None:
        click.echo(follow(reference, _BECOMES[state], in_words(note), on, due))


for _state, _help in (
    ("done", "Say that the action REFERENCE is done, with a note if you like."),
    ("drop", "Say that the action REFERENCE is dropped, and why."),
    ("reopen", "Say that the action REFERENCE is to be done after all, or by another day (--due)."),
):
    _follow(_state, _help)


def follow(
    reference: str, state: Literal["open", "done", "dropped"], note: str = "", on: str = "", due: str = ""
) -> str:
    """Tells the library what became of an action; gives a sentence. Raises `Refused` for a reference that is of none,
    or of several."""
    from clerk.library.facts import ActionFollowed

    every, _ = _followed(lambda one, event: _is_like(f"{one.path.stem}/{event}", reference))
    like = [one for one in every if _is_like(one.reference, reference)]
    exact = [one for one in like if one.reference == reference]
    if len(exact or like) != 1:
        known = "; ".join(f"{one.reference} {one.task[:40]}" for one in like[:8]) or "none: “clerk actions” lists them"
        raise Refused(f"Which action is “{reference}”? {known}. Nothing was recorded.")
    one = (exact or like)[0]
    fact = ActionFollowed(
        meeting=one.meeting, event=one.event, state=state, on=day_typed(on) if on else date.today(), note=note,
        due=day_typed(due) if due else None,
    )  # fmt: skip
    tell(fact)
    return f"{state.capitalize()}: {one.task}"


def _is_like(known: str, typed: str) -> bool:
    return known.startswith(typed) or f"/{typed}" in known


def _followed(wanted: Pointing | None, exempt: bool = True) -> tuple[tuple[Followed, ...], tuple[Followed, ...]]:
    """The actions of the meetings in which there is one that is wanted, or may still be to be done; and those of exempt
    business, where the others are as the public knows them."""
    from clerk.library.actions import followed
    from store.index.overview import records_of_open_actions

    if wanted is None:
        bring_from_book()
        with shown_progress() as progress:
            records, troubles = records_of_open_actions(places.home(), progress)
        library = _told(troubles)
    else:
        records, library = _pointing("action", wanted=wanted, exempt=True)
    everything = followed(records, library, date.today())
    if exempt:
        return everything, ()
    openly = followed(_openly(records, False), library, date.today())
    return openly, tuple(one for one in everything if one.private)


@click.group("register", epilog="Example: clerk register attendance --body parks --year 2026 --to 2026.html")
def register() -> None:
    """Registers over meetings: attendance, interests declared, a member’s votes.

    By the meetings in this library and, where the team has one, in its shared book.
    """


YEAR = click.option(
    "--year", metavar="YEAR", default="", help="A calendar year, or a municipal one from May to May: 2026, 2026-27."
)


@register.command("attendance", epilog="Example: clerk register attendance --year 2026-27")
@BODY
@YEAR
@click.option("--member", metavar="NAME", default="", help="Of this person alone, meeting by meeting.")
@TO
def attendance(body: str, year: str, member: str, to: Path | None) -> None:
    """Who was expected and attended, sent apologies, was absent, left early, in Modern.gov’s words; the share; and when
    six months without attending end, which are counted from attendance anywhere."""
    from clerk.library.registers import attendance as register_of
    from exports.registers import attendance as table
    from exports.registers import attended
    from store.index.overview import evenings, up_to_date

    in_year(date.today(), year)
    bring_from_book()
    with shown_progress() as progress, up_to_date(places.home(), progress) as search:
        there, troubles = evenings(search), search.troubles
    library = _told(troubles)
    is_of = _of_body(body)
    members = register_of(there, library, lambda one: is_of(one.body, one.body_id) and in_year(one.day, year))
    if member:
        found = [one for one in members if any(plain(member) in plain(name) for name in one.names)]
        if len(found) != 1:
            known = "; ".join(one.names[0] for one in found) or "nobody of that name had a seat"
            raise Refused(f"Who is “{member}”? {known}.")
        _give(attended(found[0], _about(body, year)), to, "No meeting was held.")
    else:
        _give(table(members, _about(body, year)), to, "No meeting was held.", plotted=True)
    _warn_of_six_months(found if member else members, max((one.day for one in there if one.seen), default=date.min))


def _warn_of_six_months(members: Iterable[Member], latest: date) -> None:
    from clerk.calendar import safe_through
    from clerk.times import say_date

    known = date.today() if date.today() <= safe_through(latest) else latest
    for one in members:
        if one.lapses is not None and one.lapses < known and latest > (one.last or one.since or latest):
            last = f"since {say_date(one.last)}" if one.last else "at any meeting"
            hint(f"{one.names[0]} is not recorded as attending {last}: six months ended on {say_date(one.lapses)}.")


@register.command("declarations", epilog="Example: clerk register declarations --member elm")
@BODY
@YEAR
@click.option("--member", metavar="NAME", default="", help="Of this person alone; a part of the name will do.")
@TO
@EXEMPT
def declarations(body: str, year: str, member: str, to: Path | None, exempt: bool) -> None:
    """Interests declared at meetings; of sensitive ones no nature."""
    from clerk.library.registers import declarations as register_of
    from exports.registers import declarations as table
    from store.index.overview import up_to_date

    records, library = _pointing("declared", which=wanted(body, year), exempt=exempt)
    with up_to_date(places.home()) as search:
        names = _names_of(member, search)
    found = [one for one in register_of(records, library) if any(plain(name) in plain(one.name) for name in names)]
    _give(table(found, _about(body, year), exempt), to, "No interest was declared.")


@register.command("votes", epilog="Example: clerk register votes elm --year 2026")
@click.argument("member")
@BODY
@YEAR
@TO
@EXEMPT
def votes(member: str, body: str, year: str, to: Path | None, exempt: bool) -> None:
    """How MEMBER voted, so far as it is recorded by name. Nothing is inferred from a count."""
    from clerk.library.records import identity
    from clerk.library.registers import votes_of
    from exports.registers import votes as table

    records, library = _naming(member, wanted(body, year), exempt)
    called: dict[str, dict[str, str]] = {}
    for record in sorted(records, key=lambda one: one.day):
        for person in record.meeting.people.values():
            if person.kind in ("member", "co-optee", "councillor"):
                called.setdefault(identity(person, library), {})[person.name] = person.formal
    like = {who: names for who, names in called.items() if any(plain(member) in plain(name) for name in names)}
    exact = {who: names for who, names in like.items() if plain(member) in map(plain, names)}
    if len(exact or like) != 1:
        # Of each the name at the latest meeting.
        known = "; ".join(sorted([*names.values()][-1] for names in (exact or like).values())) or "nobody of that name"
        raise Refused(f"Who is “{member}”? {known}.")
    ((who, names),) = (exact or like).items()
    name, before = [*names.values()][-1], [*names][:-1]
    found = votes_of(records, library, who)
    also = f" (also recorded as {', '.join(before)})" if before else ""
    _give(table(found, f"{name}{also}", _about(body, year), exempt), to, f"{name} had no vote.")


# -- reading and giving ----------------------------------------------------------------------------------------------


def _pointing(
    what: What, wanted: Pointing = lambda one, id_: True, which: Wanted = lambda one: True, exempt: bool = False
) -> tuple[list[Record], Library]:
    """The meetings in which there is what is wanted, as the public knows them unless it is `exempt`; and what the
    library was told."""
    from store.index.overview import records_pointing

    bring_from_book()
    with shown_progress() as progress:
        records, troubles = records_pointing(places.home(), what, progress, wanted, which)
    return _openly(records, exempt), _told(troubles)


def _naming(member: str, which: Wanted, exempt: bool) -> tuple[list[Record], Library]:
    """The meetings at which somebody of a name, or of a part of it, sat or was named: under any name of that human."""
    from store.index.overview import up_to_date
    from store.records import read_records

    bring_from_book()
    with shown_progress() as progress:
        with up_to_date(places.home(), progress) as search:
            called = _names_of(member, search)
            names = {path.stem for path, name in search.public.named() if name in called}
            troubles = search.troubles
        records, more = read_records(places.home(), lambda one: one.name in names and which(one), progress)
    return _openly(records, exempt), _told([*troubles, *more])


def _names_of(member: str, search: Search) -> set[str]:
    """Every name of whoever has or had one of which this is a part: a marriage, or people that were joined."""
    from store.facts import Facts

    told, every = Facts(places.home()).read(), search.public.people()
    typed = {name for name, _ in every if plain(member) in plain(name)}
    ids = {told.lasting(id_) for name, id_ in every if id_ and name in typed}
    return typed | {name for name, id_ in every if id_ and told.lasting(id_) in ids}


def _openly(records: list[Record], exempt: bool) -> list[Record]:
    return records if exempt else [record.openly for record in records]


def _told(troubles: Iterable[str]) -> Library:
    """What the library was told; what could not be read is said."""
    from store.facts import Facts

    library = Facts(places.home()).read()
    for sentence in dict.fromkeys([*troubles, *library.troubles]):
        hint(sentence)
    return library


def municipal_year(day: date) -> str:
    """The year from May to May in which a day is: "2026-27"."""
    first = day.year if day.month >= 5 else day.year - 1
    return f"{first}-{(first + 1) % 100:02}"


def wanted(body: str, year: str) -> Callable[[Listed], bool]:
    """Which meetings are of a body, a part of its name being enough, and of a year as it is typed. Raises `Refused`."""
    first, last = _span(year)
    is_of = _of_body(body)
    return lambda one: is_of(one.body, one.body_id) and first <= one.date <= last


def _of_body(typed: str) -> Callable[[str, str], bool]:
    """Tells of a record, by the name and the lasting id of its body, whether what is typed means that body: by a part
    of any name that it has or had, by what the library knows when it is first asked."""
    if not typed:
        return lambda name, id_: True
    from store.bodies import bodies
    from store.library import Library as Meetings

    every = cache(lambda: bodies(Meetings(places.home())))
    return lambda name, id_: every().is_like(typed, name, id_)


def in_year(day: date, year: str) -> bool:
    """Whether a day is in a year as it is typed. Raises `Refused`."""
    first, last = _span(year)
    return first <= day.isoformat() <= last


def _span(year: str) -> tuple[str, str]:
    """The first and last day, in ISO form, of a year as it is typed. Raises `Refused`."""
    if not year:
        return "", "9999"
    begin, _, end = year.partition("-")
    if len(begin) == 4 and begin.isdigit() and (not end or (len(end) in (2, 4) and end.isdigit())):
        if not end:
            return f"{begin}-01-01", f"{begin}-12-31"
        if int(end[-2:]) == (int(begin) + 1) % 100:
            return f"{begin}-05-01", f"{int(begin) + 1}-04-30"
    raise Refused(f"“{year}” is no year. Write 2026, or 2026-27 for the municipal year from May.")


def _about(body: str, year: str) -> str:
    return "".join(filter(None, (f", {body}" if body else "", f", {year}" if year else "")))


def _give(found: Register, to: Path | None, nothing: str, *, plotted: bool = False) -> None:
    """Prints a register, or writes it in the form that the file's name says. Raises `Refused`."""
    from exports.plain import write_text
    from exports.registers import as_csv, as_draft, as_html, in_a_terminal
    from store.closing import new_files_closed

    if to is None:
        if not found.rows:
            hint(nothing)
            return
        if plotted and found.bars:
            click.echo(f"{found.title}\n\n{in_a_terminal(found)}")
            hint("The whole table: --to FILE, as Word, PDF, a page, text or CSV.")
        else:
            click.echo(write_text(as_draft(found)))
        return
    if not to.parent.is_dir():
        raise Refused(f"There is no folder {to.parent}. Make it first, or give another place.")
    with new_files_closed(bool(found.restriction)):
        if to.suffix.lower() == ".csv":
            write_text_file(to, as_csv(found))
        elif to.suffix.lower() == ".html":
            write_text_file(to, as_html(found))
        else:
            write_draft(as_draft(found), to)
    if found.restriction and to.suffix.lower() in (".csv", ".html"):
        say_unnamed(to)
    click.echo(f"{to}")
