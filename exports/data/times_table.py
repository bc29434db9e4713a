"""When each item was taken: for the webcast, as a table and as chapters."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from clerk.events import ItemTaken, MeetingAdjourned, MeetingResumed, PublicExcluded, PublicReadmitted
from clerk.hidden import left_out
from clerk.meeting.state import Meeting
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


def times_csv(meeting: Meeting, style: Style, exempt: bool = False) -> str:
    """A row for each item that was taken at a known time, and for each break: item, title, time, seconds from the
    opening."""
    shown = Shown(meeting, style, exempt)
    begins = _beginning(shown.meeting, moments(shown))
    rows = (
        [one.number, one.title, one.at.isoformat(sep=" "), str(int((one.at - begins).total_seconds()))]
        for one in moments(shown)
        if begins is not None
    )
    return csv_of(("Item", "Title", "Time", "Seconds"), rows)


def times_vtt(meeting: Meeting, style: Style, exempt: bool = False, begins: datetime | None = None) -> str:
    """The same as WebVTT chapters of a recording that begins at a moment, without one at the opening. What came before
    it stands at its beginning."""
    shown = Shown(meeting, style, exempt)
    all_ = moments(shown)
    start = begins or _beginning(meeting, all_)
    cues = [] if start is None else _cues(all_, start, _end(meeting, all_))
    return left_out("\n".join(["WEBVTT", "", *cues]))


def _cues(all_: Sequence[Moment], start: datetime, end: datetime) -> list[str]:
    ends = [*(moment.at for moment in all_[1:]), end]
    lines: list[str] = []
    for moment, until in zip(all_, ends, strict=False):
        begins, stops = max(moment.at - start, timedelta()), max(until - start, timedelta())
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


def _beginning(meeting: Meeting, all_: Sequence[Moment]) -> datetime | None:
    return meeting.opened_at or (all_[0].at if all_ else None)


def _end(meeting: Meeting, all_: Sequence[Moment]) -> datetime:
    """When the last chapter ends: at the close, or a minute after it began where that is not known."""
    last = all_[-1].at if all_ else datetime.min
    return max(meeting.closed_at or last, last + timedelta(minutes=1))


def _stamp(since: timedelta) -> str:
    seconds = int(since.total_seconds())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"
