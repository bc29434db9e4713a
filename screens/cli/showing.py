"""`clerk show`: what a meeting was set up with, for people and for programs."""

from __future__ import annotations

import json
from typing import Any

import click

from screens.cli.finding import find, read_now
from screens.cli.saying import Refused


@click.command(epilog="Example: clerk show 2019-06-11-cllc --json")
@click.argument("meeting")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for a program.")
def show(meeting: str, as_json: bool) -> None:
    """Show what MEETING was set up with: body, day, hour, place, members, officers, items, reports, recommendations."""
    import msgspec

    setup = read_now(find(meeting)).setup
    if setup is None:
        raise Refused(f"{meeting} has not been set up yet.")
    data: dict[str, Any] = msgspec.to_builtins(setup)
    data.pop("settings", None)
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for name in ("body", "date", "time", "venue", "quorum", "profile", "style", "contact", "source"):
        if value := data.get(name):
            click.echo(f"{name}: {value}")
    seats = {seat.holder: seat for seat in setup.seats}
    for person in setup.people:
        seat = seats.get(person.id)
        office = f", {seat.office}" if seat and seat.office else ""
        said = " ".join(filter(None, (person.honorific, person.formal, person.honours)))
        click.echo(f"{'member' if seat else person.kind}: {said}{office}")
    for item in setup.items:
        click.echo(f"item {item.number or '–'}: {item.title}")
        for line in item.recommendations.splitlines():
            click.echo(f"    {line}")
