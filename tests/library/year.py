"""A year of a committee and of a council, made from a number, and the sums that whoever made it knows."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

FIRST = ["Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida"]
LAST = ["Oak", "Elm", "Ash", "Yew", "Birch", "Maple", "Rowan", "Hazel"]


class Evening(NamedTuple):
    """A meeting: its file, what was minuted, and its day."""

    toml: str
    script: str
    day: date


class Year(NamedTuple):
    """The evenings, and by name how often each was present, sent apologies, was absent, sat for another, left early;
    the last day of each; how each voted by name; the interests declared; the actions with their days."""

    evenings: list[Evening]
    counted: dict[str, Counter[str]]
    last: dict[str, date]
    votes: dict[str, Counter[str]]
    declared: list[tuple[date, str]]
    due: list[date]


def names(count: int) -> list[str]:
    """Whole names, no two alike."""
    return [f"{first} {last}" for last in LAST for first in FIRST][:count]


def a_year(seed: int, body: str, seats: int, meetings: int, first: date) -> Year:
    """A year of a body, the same for the same number."""
    rng = random.Random(seed)
    roll = names(seats + 2)
    members, spare = roll[:seats], roll[seats]
    made = Year([], {name: Counter() for name in roll}, {}, {name: Counter() for name in roll}, [], [])
    for number in range(meetings):
        _evening(rng, made, body, members, spare, first + timedelta(days=28 * number))
    return made


def _evening(rng: random.Random, made: Year, body: str, members: list[str], spare: str, day: date) -> None:
    chair = members[0]
    away = set(rng.sample(members[1:], rng.randint(0, max(1, len(members) // 4))))
    sorry = {name for name in away if rng.random() < 0.6}
    there = [name for name in members if name not in away]
    lines = [":@18:30 open 18:30"]
    if sorry:
        lines.append(f":apologies {_list(sorted(sorry))}")
    sat = sorted(sorry)[0] if sorry and rng.random() < 0.5 else ""
    if sat:
        lines.append(f':sub "{spare}" for="{sat}"')
        made.counted[spare]["substitute"] += 1
        made.last[spare] = day
    lines.append(f":present {_list([*there, *([spare] if sat else [])])}")
    for name in members:
        how = "present" if name in there else "apology" if name in sorry else "absent"
        made.counted[name][how] += 1
        if how == "present":
            made.last[name] = day
    lines.append(":@18:31 take 1")
    if rng.random() < 0.5:
        who = rng.choice(there)
        lines.append(f':declare "{who}" 2 kind=personal -- knows the contractor')
        made.declared.append((day, who))
    lines += [":none", ":@18:40 take 2", ":put"]
    voters = [*there, *([spare] if sat else [])]
    against = set(rng.sample(there[1:], rng.randint(0, min(3, len(there) - 1))))
    for name in voters:
        made.votes[name]["against" if name in against else "for"] += 1
    named = f"against={_list(sorted(against))} " if against else ""
    lines.append(f":@18:50 vote named {named}rest=for")
    due = day + timedelta(days=rng.randint(7, 40))
    lines.append(f":action reed due={due.isoformat()} -- write to the contractor")
    made.due.append(due)
    leaver = rng.choice(there[1:])
    lines += [f':@19:00 out "{leaver}"', ":@19:05 take 3", ":put"]
    made.counted[leaver]["left early"] += 1
    lines += [":@19:10 vote unanimous", ":@19:20 close 19:20"]
    for name in voters:
        if name != leaver:
            made.votes[name]["present, not recorded by name"] += 1
    roles = {chair: ', role = "chair"'}
    people = ",\n    ".join(f'{{name = "{name}"{roles.get(name, "")}}}' for name in members)
    toml = _TOML.format(body=body, day=day.isoformat(), people=people, spare=spare)
    made.evenings.append(Evening(toml, "\n".join(lines) + "\n", day))


def _list(found: list[str]) -> str:
    return ",".join(f'"{name}"' for name in found)


_TOML = """
body = "{body}"
date = {day}
time = "18:30"
quorum = 3
members = [
    {people},
]
substitutes = [{{name = "{spare}"}}]
officers = [{{name = "Jo Reed", title = "Ms", post = "Head of Parks"}}]
items = [
    {{number = 1, title = "Declarations of interest"}},
    {{number = 2, title = "Bees", recommendations = "That hives be bought."}},
    {{number = 3, title = "Benches", recommendations = "That benches be mended."}},
]
"""
