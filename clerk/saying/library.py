"""What the library was told, in a line for the clerk. None of this is for the public."""

from collections.abc import Callable, Mapping
from typing import Any

from clerk.hidden import as_a_name
from clerk.library import facts as f
from clerk.library.state import Told
from clerk.times import say_date

Names = Mapping[str, str]
"""What meetings and people are called, by their ids."""


def what_was_told(told: Told, names: Names) -> str:
    """One fact in a short line, without a full stop."""
    said = as_a_name(_LINES[type(told.fact)](told.fact, names))
    words = " ".join(str(getattr(told.fact, told.fact.nature.words or "", "")).split()).rstrip(".")
    return f"{said}: {words}" if words else said


def _name(names: Names, id_: str) -> str:
    return names.get(id_, id_)


def _exempt(fact: Any) -> str:
    return " (exempt)" if fact.exempt else ""


_LINES: dict[type, Callable[[Any, Names], str]] = {
    f.Published: lambda v, n: f"The {v.what} of {_name(n, v.meeting)} published on {say_date(v.on)}",
    f.TextKept: lambda v, n: f"The minutes of {_name(n, v.meeting)} kept as approved",
    f.ApprovedElsewhere: lambda v, n: (
        f"The minutes of {_name(n, v.meeting)} approved by {v.body} on {say_date(v.on)}{_exempt(v)}"
    ),
    f.Signed: lambda v, n: f"The minutes of {_name(n, v.meeting)} signed by {v.by} on {say_date(v.on)}{_exempt(v)}",
    f.ActionFollowed: lambda v, n: (
        f"The action {v.event} of {_name(n, v.meeting)} {v.state}, {say_date(v.on)}"
        + (f", now due {say_date(v.due)}" if v.due else "")
    ),
    f.DutyDone: lambda v, n: (
        f"What was to be done after {_name(n, v.meeting)} ({v.rule}{f', e{v.event}' if v.event else ''}) done, "
        f"{say_date(v.on)}"
    ),
    f.HoldPlaced: lambda v, n: f"Nothing of {_name(n, v.meeting)} is to be disposed of",
    f.HoldLifted: lambda v, n: f"The hold on {_name(n, v.meeting)} lifted",
    f.Disposed: lambda v, n: f"Disposed of, of {_name(n, v.meeting)}: {', '.join(v.what)}",
    f.Exported: lambda v, n: (
        f"A draft of {_name(n, v.meeting)} written{_exempt(v)}: {', '.join(v.what)} ({v.entries} entries)"
    ),
    f.BodySucceeded: lambda v, n: f"{v.by} does now what {v.body} did",
    f.BodyUnder: lambda v, n: f"{v.body} is a part of {v.parent}",
    f.BodyRenamed: lambda v, n: f"{v.body} is now called {v.name}, and is the same body",
    f.BodiesJoined: lambda v, n: f"{_name(n, v.other)} ({v.other}) is {_name(n, v.body)} ({v.body})",
    f.BodiesParted: lambda v, n: f"{_name(n, v.other)} ({v.other}) is not {_name(n, v.body)} ({v.body})",
    f.PersonsJoined: lambda v, n: f"{_name(n, v.other)} ({v.other}) is {_name(n, v.person)} ({v.person})",
    f.PersonsParted: lambda v, n: f"{_name(n, v.other)} ({v.other}) is not {_name(n, v.person)} ({v.person})",
    f.FactTakenBack: lambda v, n: f"{v.fact} was told in error",
}
