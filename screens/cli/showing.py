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

    from store.packs.keeping import what_was_read

    path = find(meeting)
    setup = read_now(path).setup
    if setup is None:
        raise Refused(f"{meeting} has not been set up yet.")
    data: dict[str, Any] = msgspec.to_builtins(setup)
    data.pop("settings", None)
    read = what_was_read(path) or {}
    if as_json:
        data["read"] = read or _set_out(data, setup.source)
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for name in ("body", "council", "date", "time", "venue", "quorum", "profile", "style", "contact", "source"):
        if value := data.get(name):
            click.echo(f"{name}: {value}{_source(read.get(name))}")
    seats = {seat.holder: seat for seat in setup.seats}
    everyone = (one for many in ("members", "substitutes", "officers") for one in read.get(many, ()))
    names = {one.get("name", {}).get("value"): one.get("name") for one in everyone}
    for person in setup.people:
        seat = seats.get(person.id)
        kind = "member" if seat else "substitute" if person.id in setup.substitutes else person.kind
        office = f", {seat.office}" if seat and seat.office else ""
        named = (person.style, person.honorific, person.name, person.honours) if person.name else (person.formal,)
        said = " ".join(filter(None, named))
        beside = "".join(f", {each}" for each in (person.group, person.ward) if each and seat)
        click.echo(f"{kind}: {said}{office}{beside}{_source(names.get(person.name))}")
    if vacant := sum(seat.holder is None for seat in setup.seats):
        click.echo(f"vacant seats: {vacant}")
    items = {one.get("title", {}).get("value"): one for one in read.get("items", ())}
    for item in setup.items:
        click.echo(f"item {item.number or '–'}: {item.title}{_source(items.get(item.title, {}).get('title'))}")
        if item.case or item.ward:
            click.echo(f"    {', '.join(filter(None, (item.case, f'ward: {item.ward}' if item.ward else '')))}")
        for line in item.recommendations.splitlines():
            click.echo(f"    {line}")
    for sentence in read.get("doubts", ()):
        click.echo(f"! {sentence}")
    for line in read.get("not read", ()):
        click.echo(f"not read: {line['text']}  ({line['source']})")


def _source(fact: dict[str, str] | None) -> str:
    """Where a fact was read and how sure it is: "  (agenda.txt, line 3, likely)"; "" where that is not known."""
    if not fact:
        return ""
    said = ", ".join(filter(None, (fact.get("source", ""), fact.get("certainty", ""))))
    return f"  ({said})" if said else ""


def _set_out(data: dict[str, Any], source: str) -> dict[str, Any]:
    """The same for a meeting that somebody set out field by field: all of it is sure, and from that file."""

    def fact(value: Any) -> dict[str, Any]:
        return {"value": value, "source": source, "rule": "file", "certainty": "sure"}

    def facts(row: dict[str, Any]) -> dict[str, Any]:
        return {name: fact(value) for name, value in row.items() if value not in ("", None, [], ()) and name != "id"}

    seated = {seat["holder"] for seat in data.get("seats", ()) if seat.get("holder")}
    people = data.get("people", ())
    return {
        **{name: fact(data[name]) for name in ("body", "council", "date", "time", "venue", "quorum") if data.get(name)},
        "members": [facts(person) for person in people if person["id"] in seated],
        "substitutes": [facts(person) for person in people if person["id"] in data.get("substitutes", ())],
        "officers": [facts(person) for person in people if person.get("kind", "member") not in ("member", "co-optee")],
        "items": [facts(item) for item in data.get("items", ())],
        "doubts": [],
        "not read": [],
        "notes": [],
    }
