"""What cannot be right in settings, before anything goes by them."""

from collections.abc import Mapping
from typing import Any

from clerk.names import nearest_word
from clerk.setup.settings import KEYS, LAW, Profile, fault_of, recorded
from clerk.times import read_time, say_date


def faults_of(values: Mapping[str, Any], seats: int | None = None) -> list[tuple[str, str]]:
    """What is wrong with settings, as (key, reason); `seats` are the body's, where they are known."""
    return mistakes(values) or _contradictions(recorded("", dict(values)), seats)


def mistakes(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with settings one by one: unknown, law, or of the wrong kind."""
    faults: list[tuple[str, str]] = []
    for key, value in values.items():
        if key in LAW:
            faults.append((key, f"cannot be set: it is law, and the same everywhere ({LAW[key]})."))
        elif key not in KEYS:
            faults.append((key, f"there is no such setting.{nearest_word(key, KEYS)}"))
        elif wrong := fault_of(key, value):
            faults.append((key, f"{wrong[0].lower()}{wrong[1:]}."))
        elif isinstance(value, int) and not isinstance(value, bool) and value < 0:
            faults.append((key, f"{value} is less than nothing."))
    return faults


def _contradictions(p: Profile, seats: int | None) -> list[tuple[str, str]]:
    faults: list[tuple[str, str]] = []
    seats = seats if seats is not None else p.body_seats
    seats = p.council_seats if seats is None and p.body_kind == "council" else seats

    def above(key: str, value: int | None, other: str, most: int | None) -> None:
        if value is not None and most is not None and value > most:
            faults.append((key, f"{value} is more than {other}, {most}."))

    above("body.quorum", p.body_quorum, "the seats", seats)
    above("body.quorum", p.body_quorum, "council.seats", p.council_seats)
    above("body.seats", p.body_seats, "council.seats", p.council_seats)
    above("division.council_min", p.division_council_min, "council.seats", p.council_seats)
    above("public.per_person_item", p.public_per_person_item, "public.per_item", p.public_per_item)
    total = None if p.public_total_minutes is None else p.public_total_minutes * 60
    above("public.speaker_seconds", p.public_speaker_seconds, "the seconds of public.total_minutes", total)
    if p.council_groups and p.council_seats is not None:
        above("council.groups", sum(p.council_groups.values()), "council.seats", p.council_seats)
    for window in p.remote_windows:
        if window.since > window.until:
            faults.append(("remote.windows", f"ends on {say_date(window.until)}, before it begins."))
    hours: dict[str, str] = {
        key: value
        for key, value in (
            ("time.guillotine", p.time_guillotine),
            ("time.extend_to", p.time_extend_to),
            ("public.deadline", p.public_deadline.at if p.public_deadline else None),
        )
        if value is not None
    }
    for key, value in hours.items():
        try:
            read_time(value)
        except ValueError as error:
            return [*faults, (key, str(error))]
    if p.time_guillotine and p.time_extend_to and read_time(p.time_extend_to) <= read_time(p.time_guillotine):
        faults.append(("time.extend_to", f"{p.time_extend_to} is not after time.guillotine, {p.time_guillotine}."))
    if p.time_may_extend and not p.time_extend_to:
        faults.append(("time.may_extend", "says that time may be extended, but time.extend_to does not say to when."))
    return faults
