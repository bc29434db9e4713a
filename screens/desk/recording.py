"""What is said of a line: before it is carried out, and after."""

from collections.abc import Sequence
from typing import NamedTuple

from clerk.events import (
    AnyEvent,
    CastingVote,
    Corrected,
    ItemAdded,
    ItemTaken,
    MinutesApproved,
    MinutesCorrected,
    VoteTaken,
)
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.gestures import chair_passes, names_said, say_back
from clerk.saying.happened import what_happened
from clerk.saying.left_out import typed_time
from clerk.saying.names import item_name
from clerk.saying.questions import left_behind
from clerk.saying.votes import not_adding_up, read_out
from clerk.shorthand.line import Line
from screens.desk.steps import ENTER
from screens.joined import joined
from screens.sitting import Sitting, Taken


class Done(NamedTuple):
    """What to say of it and in what style, and the line of the record that it made."""

    said: str
    style: str = ""
    line: str | None = None


def done(sitting: Sitting, taken: Taken) -> Done:
    """What a line did."""
    if taken.entry is None:
        return Done(taken.said)
    meeting, placed = sitting.meeting, sitting.placed(taken.entry)
    line = placed[-1].id if placed and placed[-1].event.item == sitting.item else None
    labels = [p.event.vote for p in placed if isinstance(p.event, VoteTaken | CastingVote)]
    if labels and (vote := meeting.votes.get(labels[-1])):
        amiss = not_adding_up(meeting, vote)
        said = f"✓ {read_out(meeting, vote)}{f'  ⚠ {amiss}' if amiss else ''}"
        return Done(said, "bold", line)
    shown = placed or [Placed(f"{taken.entry.n}.0", taken.entry.events[0])]
    said = "; ".join(
        dict.fromkeys(" ".join((what_happened(meeting, p), *typed_time(meeting, p.event, taken.clock))) for p in shown)
    )
    problems = "  ⚠ " + meeting.problems[-1].text if len(meeting.problems) > len(taken.before.problems) else ""
    chair = chair_passes(taken.before, meeting)
    left = left_behind(meeting) if any(isinstance(p.event, ItemTaken) for p in shown) else ""
    added = next((p.event.new.id for p in shown if isinstance(p.event, ItemAdded)), "")
    way = f". {way_to(sitting, added)}" if added else ""
    said = f"✓ {said}{way}{f'. {chair}' if chair else ''}{problems}{f'  ⚠ {left}' if left else ''}"
    return Done(said, "", line)


_FEW = 6
"""Letters of a heading's title that tell it from others."""


def way_to(sitting: Sitting, item: str) -> str:
    """Where an item or a heading that was added stands, with the keys that lead there: the desk stays where it was."""
    meeting = sitting.meeting
    order = [id_ for id_ in meeting.order if id_ in meeting.items]
    if item not in order:
        return ""
    here, there = order.index(sitting.item) if sitting.item in order else 0, order.index(item)
    known = meeting.items[item]
    letters = "".join(letter for letter in known.title.casefold() if letter.isalnum())
    take = f"g {known.number or letters[:_FEW]} Enter takes it"
    if there == here + 1:
        return (
            f"It comes next: → turns to it, {take}; what is written now stands under {item_name(meeting, order[here])}"
        )
    return f"It stands after {item_name(meeting, order[there - 1])}: {take}" if there else f"It stands first: {take}"


def ahead(sitting: Sitting, line: Line | str, *, names: bool) -> str:
    """What Enter would record of a line, in words, with the `names` that it holds; or why it would not."""
    try:
        made = sitting.would(line)
    except Unclear as error:
        return str(error)
    if not made or not made.events:
        return ""
    named = names_said(sitting.meeting, made.events) if names else ""
    said = f"{say_back(sitting.meeting, made.events, made.clock)}{f' {named}.' if named else ''}"
    lost = f" ⚠ {lost}" if (lost := sitting.would_lose(made)) else ""
    return f"{said}{joined(sitting.meeting, made.events)}{_in_earlier_minutes(sitting, made.events)}{lost}{ENTER}"


def _in_earlier_minutes(sitting: Sitting, events: Sequence[AnyEvent]) -> str:
    """Where in earlier minutes stands what is corrected."""
    if not any(isinstance(event, MinutesCorrected | MinutesApproved) for event in events):
        return ""
    from screens.earlier_minutes import said_of

    return said_of(events, sitting.kept.path)


def newest_list(meeting: Meeting) -> str:
    """The event of the list whose first or next line was recorded last."""
    entry = meeting.entries[-1]
    corrected = (event.event for event in entry.events if isinstance(event, Corrected))
    return next(corrected, f"{entry.n}.0")
