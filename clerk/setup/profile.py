"""Profiles: a council's settings from one day to another, kept as data, and the one that a meeting goes by (0.4).

A file that cannot be right is refused whole, with its name, the key and the reason; the program then runs on the
shipped profile.
"""

import re
from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from clerk.names import nearest_word
from clerk.setup.settings import KEYS, Profile, kept, recorded
from clerk.setup.settings_faults import faults_of, mistakes
from clerk.times import say_date

__all__ = ["BEFORE", "DEFAULT", "Profile", "Profiles", "Refusal", "flat", "kept", "load", "recorded", "shipped"]

DEFAULT = "england"
"""Whose law a meeting goes by where nothing says another: the statutes alone, and no council's own rules."""

BEFORE = "barnet"
"""Whose rules a meeting goes by that was recorded before meetings said which, when there were no others."""


_PARISH = re.compile(r"\b(?:parish|town|community|village|neighbourhood) council\b", re.IGNORECASE)
_OF_THE_COUNCIL = ("council.seats", "council.groups", "division.council_min")
"""What is true of one council and of no parish in its area."""


class Refusal(Struct, frozen=True):
    """A profile that was not taken."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        at = f", “{self.key}”" if self.key else ""
        return f"{self.file}{at}: {self.reason}"


class _Body(Struct, frozen=True):
    """Settings for the bodies whose names match."""

    names: tuple[str, ...]
    values: dict[str, Any]


class _Dated(Struct, frozen=True):
    """A profile as it stands in its file, what it is based on already in it."""

    file: str
    name: str
    council: str
    since: date | None
    until: date | None
    values: dict[str, Any]
    bodies: tuple[_Body, ...]

    def covers(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def overlaps(self, other: "_Dated") -> bool:
        return (
            self.council == other.council
            and (self.since is None or other.until is None or self.since <= other.until)
            and (other.since is None or self.until is None or other.since <= self.until)
        )

    def of(self, body: str) -> dict[str, Any]:
        """The values for a body: those of every name that matches, the last strongest."""
        name = " ".join(body.lower().split())
        values = dict(self.values)
        for special in self.bodies:
            if any(fnmatchcase(name, pattern.lower()) for pattern in special.names):
                values |= special.values
        return values


class Profiles(Struct, frozen=True):
    """Every profile that may be used, and those that were refused."""

    dated: tuple[_Dated, ...]
    refused: tuple[Refusal, ...] = ()

    @property
    def councils(self) -> tuple[str, ...]:
        """The councils that there are profiles of."""
        return tuple(dict.fromkeys(profile.council for profile in self.dated))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all profiles."""
        return tuple(profile.name for profile in self.dated)

    def council_of(self, name: str) -> str:
        """The council whose profile has that name; "" where there is none of it."""
        return next((dated.council for dated in self.dated if dated.name == name), "")

    def choose(self, council: str, day: date, body: str = "", own: Mapping[str, Any] | None = None) -> Profile:
        """The settings of a council on a day for one of its bodies; `own` are the body's, which are stronger.

        Where no profile covers the day, all that is not `own` is unset, and the profile has no name.
        """
        of_council = [dated for dated in self.dated if dated.council == council]
        found = next((dated for dated in of_council if dated.covers(day)), None)
        # A profile's own name says which, whatever the day.
        found = found or next((dated for dated in self.dated if dated.name == council), None)
        values = found.of(body) if found else {}
        if found and values.get("council.seats") is not None and _PARISH.search(body):
            # Not the council that the profile is of: its seats, groups and divisions are another council's.
            values = {key: value for key, value in values.items() if key not in _OF_THE_COUNCIL}
        return recorded(found.name if found else "", values | dict(own or {}))


def load(own: Mapping[str, str] | None = None) -> Profiles:
    """The shipped profiles and a user's own, by the name of each file. One of the user's that has a shipped one's
    name stands in its place, where it is not refused."""
    taken: dict[str, _Dated] = {}
    refused: list[Refusal] = []
    for texts in (_shipped_texts(), own or {}):
        for file, text in _bases_first(texts):
            try:
                dated = _read(file, text, taken)
                _check_dates(dated, [other for name, other in taken.items() if name != dated.name])
            except _Refused as error:
                refused.append(Refusal(file, error.key, error.reason))
            else:
                taken[dated.name] = dated
    ordered = sorted(taken.values(), key=lambda dated: (dated.council, dated.since or date.min))
    return Profiles(tuple(ordered), tuple(refused))


@cache
def shipped() -> Profiles:
    """The profiles that come with the program."""
    return load()


@cache
def _shipped_texts() -> dict[str, str]:
    from importlib import resources

    folder = resources.files("clerk.setup").joinpath("profiles")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in files}


class _Refused(Exception):
    def __init__(self, key: str, reason: str) -> None:
        self.key, self.reason = key, reason
        super().__init__(reason)


_OWN = ("of", "from", "until", "based_on", "unset", "bodies")


def _bases_first(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Files so that what is based on another comes after it; a file that is not TOML is read, and refused, anyway."""
    # Late, here and below: most meetings bring their settings with them, and the desk's start waits for this module.
    from clerk.toml import read_toml

    def base(text: str) -> str:
        try:
            return str(read_toml(text).get("based_on", ""))
        except ValueError:
            return ""

    bases = {file.removesuffix(".toml"): base(text) for file, text in texts.items()}

    def depth(name: str, steps: int = 0) -> int:
        return 0 if steps > len(bases) or not bases.get(name) else 1 + depth(bases[name], steps + 1)

    return sorted(texts.items(), key=lambda pair: depth(pair[0].removesuffix(".toml")))


def _read(file: str, text: str, taken: Mapping[str, _Dated]) -> _Dated:
    from clerk.toml import read_toml

    try:
        data = read_toml(text)
    except ValueError as error:
        raise _Refused("", f"this is not TOML: {error}.") from None
    based_on = data.get("based_on", "")
    if based_on and based_on not in taken:
        raise _Refused("based_on", f"there is no profile “{based_on}” to base this on.{nearest_word(based_on, taken)}")
    base = taken.get(based_on)
    values = {**(base.values if base else {}), **flat({k: v for k, v in data.items() if k not in _OWN})}
    for key in _strings(data, "unset"):
        if key not in KEYS:
            raise _Refused("unset", f"there is no setting “{key}”.{nearest_word(key, KEYS)}")
        values.pop(key, None)
    bodies = (*(base.bodies if base else ()), *_bodies(data.get("bodies", [])))
    council = data.get("of", base.council if base else "")
    if not isinstance(council, str) or not council:
        raise _Refused("of", "does not say whose profile this is.")
    dated = _Dated(file, file.removesuffix(".toml"), council, _day(data, "from"), _day(data, "until"), values, bodies)
    if dated.since and dated.until and dated.since > dated.until:
        raise _Refused("until", f"{say_date(dated.until)} is before “from”, {say_date(dated.since)}.")
    for special in (_Body((), {}), *bodies):
        for key, reason in faults_of(values | special.values):
            raise _Refused(key, reason)
    return dated


def _check_dates(dated: _Dated, others: list[_Dated]) -> None:
    for other in others:
        if dated.overlaps(other):
            raise _Refused("from", f"its days overlap those of {other.name}.")


def _bodies(tables: Any) -> list[_Body]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _Refused("bodies", "should be tables: [[bodies]].")
    found: list[_Body] = []
    for table in tables:
        names = _strings(table, "names")
        if not names:
            raise _Refused("bodies", "one of them has no “names”.")
        values = flat({key: value for key, value in table.items() if key != "names"})
        for key, reason in mistakes(values):
            raise _Refused(key, f"in bodies ({', '.join(names)}): {reason}")
        found.append(_Body(names, values))
    return found


def _strings(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _Refused(key, "should be a list of words in quotes.")
    return tuple(value)


def _day(data: Mapping[str, Any], key: str) -> date | None:
    value = data.get(key)
    try:
        return None if value is None else msgspec.convert(value, date)
    except msgspec.ValidationError:
        raise _Refused(key, f"“{value}” is not a date. Write it as 2019-08-01.") from None


def flat(tables: Mapping[str, Any], under: str = "") -> dict[str, Any]:
    """Settings as typed in tables of a TOML file, or with dots in their keys, each under its whole key."""
    values: dict[str, Any] = {}
    for name, value in tables.items():
        key = f"{under}{name}"
        if isinstance(value, dict) and key not in KEYS:
            values |= flat(value, f"{key}.")
        else:
            values[key] = value
    return values
