"""When each item was taken: for the webcast, as a table and as chapters."""

from datetime import datetime, timedelta
from typing import NamedTuple

from clerk.events import ItemTaken, MeetingAdjourned, MeetingResumed, PublicExcluded, PublicReadmitted
from clerk.hidden import left_out
from clerk.meeting.state import Meeting
from clerk.times import say_date
from exports.data.shown import Shown
from exports.data.tables import csv_of
from exports.plain import item_label, one_line
from exports.style import Style

_BREAKS: dict[type, str] = {
    MeetingAdjourned: "Adjourned",
    MeetingResumed: "Resumed",
    PublicExcluded: "The press and public were excluded",
    PublicReadmitted: "The press and public came back",
}


class Moment(NamedTuple):
    """When something began: an item by its agenda number and title, or a break, without a number."""

    at: datetime
    number: str
    title: str


def moments(shown: Shown) -> list[Moment]:
    """What began when, in order of time; what has no time, or may not be known, is left out."""
    found: list[Moment] = []
    for placed in shown.meeting.events:
        event = placed.event
        if event.at is None or not shown.event(placed.id):
            continue
        if isinstance(event, ItemTaken):
            item = shown.writer.item(event.taken)
            if item is not None:
                found.append(Moment(event.at, item.number, one_line(item.title)))
        elif type(event) in _BREAKS:
            found.append(Moment(event.at, "", _BREAKS[type(event)]))
    return sorted(found, key=lambda moment: moment.at)


class _Recording(NamedTuple):
    """What one recording holds, from its beginning to its end: the evening, or one of the days of a meeting that was
    adjourned to another."""

    begins: datetime
    ends: datetime
    moments: list[Moment]


def _recordings(shown: Shown) -> list[_Recording]:
    meeting, all_ = shown.meeting, moments(shown)
    resumed = [p.event for p in meeting.events if isinstance(p.event, MeetingResumed) and shown.event(p.id)]
    other_days = sorted(event.at for event in resumed if event.on is not None and event.at is not None)
    opened = [meeting.opened_at] if meeting.opened_at else [one.at for one in all_[:1] if one.at not in other_days]
    starts = [*opened, *other_days]
    found: list[_Recording] = []
    for start, until in zip(starts, [*starts[1:], datetime.max], strict=False):
        # What was before the first beginning stands there.
        own = [one for one in all_ if one.at < until and (start == starts[0] or one.at >= start)]
        last = own[-1].at if own else start
        closed = meeting.closed_at if until == datetime.max and meeting.closed_at else last
        found.append(_Recording(start, max(closed, last + timedelta(minutes=1)), own))
    return found


def times_csv(meeting: Meeting, style: Style, exempt: bool = False) -> str:
    """A row for each item that was taken at a known time, and for each break: item, title, time, seconds from the
    opening; on another day to which the meeting was adjourned, from when it resumed."""
    rows = (
        [one.number, one.title, one.at.isoformat(sep=" "), str(int((one.at - recording.begins).total_seconds()))]
        for recording in _recordings(Shown(meeting, style, exempt))
        for one in recording.moments
    )
    return csv_of(("Item", "Title", "Time", "Seconds"), rows)


def times_vtt(meeting: Meeting, style: Style, exempt: bool = False) -> dict[str, str]:
    """The same as WebVTT chapters, a text for each recording, by what its name ends in: "" for that of the evening, and
    " resumed 13 May 2027" for that of another day to which the meeting was adjourned."""
    recordings = _recordings(Shown(meeting, style, exempt))
    found: dict[str, str] = {}
    for place, recording in enumerate(recordings):
        name = f" resumed {say_date(recording.begins.date())}" if place else ""
        found[name] = left_out("\n".join(["WEBVTT", "", *_cues(recording)]))
    return found or {"": "WEBVTT\n"}


def _cues(recording: _Recording) -> list[str]:
    ends = [*(moment.at for moment in recording.moments[1:]), recording.ends]
    lines: list[str] = []
    for moment, until in zip(recording.moments, ends, strict=False):
        begins, stops = (max(at - recording.begins, timedelta()) for at in (moment.at, until))
        if stops <= begins:
            continue
        title = f"{item_label(moment.number)} {moment.title}".strip()
        # An arrow within a title would begin a cue of its own.
        lines += [
            f"{_stamp(begins)} --> {_stamp(stops)}",
            title.replace("-->", "->").replace("&", "&amp;").replace("<", "&lt;"),
            "",
        ]
    return lines


def _stamp(since: timedelta) -> str:
    seconds = int(since.total_seconds())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"
