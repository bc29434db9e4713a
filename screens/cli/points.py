"""The points of a recording as they are typed for `clerk transcript`, and as they are said again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from screens.cli.saying import Refused

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting
    from clerk.transcripts.cues import Anchor, Mark, Recording


class Points:
    """The points of a recording as they were typed, and those to be taken back. Raises `Refused` for one that is none,
    and where two say otherwise of the same point."""

    def __init__(
        self,
        meeting: Meeting,
        start: str = "",
        anchors: Sequence[str] = (),
        stopped: Sequence[str] = (),
        excluded: Sequence[str] = (),
        readmitted: Sequence[str] = (),
        gone: Sequence[str] = (),
    ) -> None:
        from clerk.transcripts.cues import Anchor, Mark

        found: list[Anchor] = [Anchor(0.0, _moment(meeting, start))] if start else []
        found += [_anchor(meeting, typed) for typed in anchors]
        self.anchors: tuple[Anchor, ...] = tuple(found)
        _refuse_twice(self.anchors)
        self.stopped = tuple(_point(typed) for typed in stopped)
        marks: list[Mark] = [Mark(_point(typed)) for typed in excluded]
        marks += [Mark(_point(typed), back=True) for typed in readmitted]
        self.marks: tuple[Mark, ...] = tuple(sorted(marks, key=lambda mark: mark.said))
        self.gone = tuple(_point(typed) for typed in gone)

    def __bool__(self) -> bool:
        return bool(self.anchors or self.stopped or self.marks or self.gone)

    def on(self, recording: Recording) -> Recording:
        """A recording with these points beside those that it has, and without those that are taken back. Raises
        `Refused` for one to be taken back that it has not."""
        from msgspec.structs import replace

        for said in self.gone:
            recording = _without(recording, said)
        with_points = recording.anchored(*self.anchors)
        return replace(
            with_points,
            marks=tuple(sorted({*recording.marks, *self.marks}, key=lambda mark: (mark.said, mark.back))),
            stopped=tuple(sorted({*recording.stopped, *self.stopped})),
        )


def _refuse_twice(anchors: Sequence[Anchor]) -> None:
    from clerk.transcripts.cues import hms

    times: dict[float, datetime] = {}
    for anchor in anchors:
        if times.setdefault(anchor.said, anchor.at) != anchor.at:
            raise Refused(f"{hms(anchor.said)} was given two times. Which is right? Nothing was changed.")


def _without(recording: Recording, said: float) -> Recording:
    """A recording without its points at a second: they are named to the second, and may have thousandths."""
    from msgspec.structs import replace

    from clerk.transcripts.cues import hms

    fewer = replace(
        recording,
        anchors=tuple(one for one in recording.anchors if int(one.said) != int(said)),
        marks=tuple(one for one in recording.marks if int(one.said) != int(said)),
        stopped=tuple(one for one in recording.stopped if int(one) != int(said)),
    )
    if fewer == recording:
        known = "; ".join(said_of_points(recording)) or "none"
        raise Refused(f"{recording.name} has no point at {hms(said)}. Its points: {known}. Nothing was changed.")
    return fewer


def said_of_points(recording: Recording) -> Iterator[str]:
    """The points of a recording, each in words: "0:03:12 is opened, 6.30 pm"."""
    from clerk.transcripts.cues import hms

    for anchor in recording.anchors:
        what = f"{anchor.what}, " if anchor.what else ""
        yield f"{hms(anchor.said)} is {what}{anchor.at:%H:%M:%S}"
    for said in recording.stopped:
        yield f"stopped at {hms(said)}"
    for mark in recording.marks:
        yield f"{'back in' if mark.back else 'the public out'} at {hms(mark.said)}"


def _point(typed: str) -> float:
    from store.transcripts.parsing import seconds

    found = seconds(typed)
    if found is None:
        raise Refused(f"“{typed}” is no point of a recording. Write it as 0:03:12, hours first.")
    return found


def _anchor(meeting: Meeting, typed: str) -> Anchor:
    from clerk.transcripts.cues import Anchor
    from clerk.transcripts.points import anchor_on

    point, equals, what = typed.partition("=")
    if not equals or not what.strip():
        raise Refused(f"“{typed}” says no point and what it is. Write it as 0:03:12=opened, or 0:03:12=19:05.")
    what = what.strip().lower()
    if ":" in what or what.endswith(("am", "pm")):
        return Anchor(_point(point.strip()), _moment(meeting, what))
    return anchor_on(meeting, _point(point.strip()), what)


def _moment(meeting: Meeting, typed: str) -> datetime:
    """The moment that an hour means on the night of a meeting. Raises `Refused` and `Unclear`."""
    from clerk.shorthand.context import on_that_night
    from clerk.times import is_bare, read_time

    try:
        clock = read_time(typed)
    except ValueError as error:
        raise Refused(str(error)) from None
    return on_that_night(meeting, clock, is_bare(typed))
