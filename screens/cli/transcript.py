"""`clerk transcript`: the words that were said, taken in beside the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find, read_now
from screens.cli.saying import Refused, day_typed, hint

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting
    from clerk.transcripts.cues import Anchor, Mark, Recording, Transcript


@click.command(
    epilog="Example: clerk transcript 2019-06-11-cllc talk.vtt --anchor 0:03:12=opened --anchor 2:31:05=closed"
)
@click.argument("meeting")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--start", metavar="TIME", default="", help="The hour at which the recording began: 19:02 or 19:02:30.")
@click.option(
    "--anchor", "anchors", metavar="POINT=WHAT", multiple=True,
    help="A point of the recording and what it is: 0:03:12=opened, =closed, =v2, =e31, or =19:05. Any number of them.",
)  # fmt: skip
@click.option("--stopped", metavar="POINT", multiple=True, help="Where the recording was stopped and went on later.")
@click.option(
    "--excluded", metavar="POINT", multiple=True, help="Where the public went out, if the record has no time."
)
@click.option("--readmitted", metavar="POINT", multiple=True, help="Where it came back, if the record has no time.")
@click.option(
    "--exempt", is_flag=True, help="Take the words of the exempt session, and those alone, in their own file."
)
@click.option("--speaker", "speakers", metavar="LABEL=NAME", multiple=True, help="Whose label it is: “Speaker 3=Elm”.")
@click.option("--until", metavar="DAY", default="", help="The day on which it is deleted; without it, at the approval.")
@click.option("--of", metavar="FILE", default="", help="Which file the points are of, where several were taken in.")
@click.option("--delete", is_flag=True, help="Delete all that is kept of what was said.")
def transcript(
    meeting: str,
    file: Path | None,
    start: str,
    anchors: tuple[str, ...],
    stopped: tuple[str, ...],
    excluded: tuple[str, ...],
    readmitted: tuple[str, ...],
    exempt: bool,
    speakers: tuple[str, ...],
    until: str,
    of: str,
    delete: bool,
) -> None:
    """Take in the words that were said at MEETING: WebVTT, SRT, Word (Teams too), or text with times.

    They stand beside the record while you write up (the key " at the desk), and make no fact. What was said in exempt
    session is left out before anything is kept. Without FILE it says what is kept, and where it differs from the
    record; with --anchor it puts the clock right, with --speaker it matches a label to a person.
    """
    from clerk.transcripts.cues import Transcript
    from screens.forgetting import forget_what_is_due
    from store.transcripts.keeping import delete as delete_all
    from store.transcripts.keeping import id_of, load, save

    hint("\n".join(forget_what_is_due()))
    path = find(meeting)
    now = read_now(path)
    if delete:
        gone = delete_all(path)
        click.echo(f"Deleted: {', '.join(gone)}." if gone else "Nothing is kept of what was said.")
        return
    kept = load(path, exempt=exempt)
    if kept is not None and not exempt:
        kept = _cut_again(path, now)
    points = _Points(now, start, anchors, stopped, excluded, readmitted)
    day = day_typed(until).isoformat() if until else ""
    if file is None and kept is None:
        raise Refused(
            f"Nothing is kept of what was said at {path.stem}. Name the file: clerk transcript {path.stem} FILE"
        )
    if file is not None:
        kept = _taken_in(file, now, kept or Transcript(id_of(path), exempt=exempt), points)
    elif points:
        kept = _put_right(kept, now, points, of)
    assert kept is not None
    kept = _matched(kept, now, speakers, day)
    if file is not None or points or speakers or until:
        save(path, kept)
    _report(kept, now)


def _cut_again(path: Path, now: Meeting) -> Transcript | None:
    """What is kept, held against the record as it now is: it may have gone on elsewhere."""
    from store.transcripts.keeping import Heard

    heard = Heard(path)
    for sentence in heard.follow(now):
        click.echo(sentence)
    return heard.public


class _Points:
    """The points of a recording as they were typed. Raises `Refused` for one that is none."""

    def __init__(
        self,
        meeting: Meeting,
        start: str,
        anchors: Sequence[str],
        stopped: Sequence[str],
        excluded: Sequence[str],
        readmitted: Sequence[str],
    ) -> None:
        from clerk.transcripts.cues import Anchor, Mark

        found: list[Anchor] = [Anchor(0.0, _moment(meeting, start))] if start else []
        found += [_anchor(meeting, typed) for typed in anchors]
        self.anchors: tuple[Anchor, ...] = tuple(found)
        self.stopped = tuple(_point(typed) for typed in stopped)
        marks: list[Mark] = [Mark(_point(typed)) for typed in excluded]
        marks += [Mark(_point(typed), back=True) for typed in readmitted]
        self.marks: tuple[Mark, ...] = tuple(sorted(marks, key=lambda mark: mark.said))

    def __bool__(self) -> bool:
        return bool(self.anchors or self.stopped or self.marks)

    def on(self, recording: Recording) -> Recording:
        """A recording with these points beside those that it has."""
        from msgspec.structs import replace

        with_points = recording.anchored(*self.anchors)
        return replace(
            with_points,
            marks=tuple(sorted({*recording.marks, *self.marks}, key=lambda mark: mark.said)),
            stopped=tuple(sorted({*recording.stopped, *self.stopped})),
        )


def _point(typed: str) -> float:
    from store.transcripts.parsing import seconds

    found = seconds(typed)
    if found is None:
        raise Refused(f"“{typed}” is no point of a recording. Write it as 0:03:12, hours first.")
    return found


def _anchor(meeting: Meeting, typed: str) -> Anchor:
    from clerk.transcripts.cues import Anchor
    from clerk.transcripts.cutting import anchor_on

    point, equals, what = typed.partition("=")
    if not equals or not what.strip():
        raise Refused(f"“{typed}” says no point and what it is. Write it as 0:03:12=opened, or 0:03:12=19:05.")
    what = what.strip().lower()
    if ":" in what or what.endswith(("am", "pm")):
        return Anchor(_point(point.strip()), _moment(meeting, what))
    return anchor_on(meeting, _point(point.strip()), what)


def _moment(meeting: Meeting, typed: str) -> datetime:
    """The moment that an hour means on the night of a meeting. Raises `Refused` and `Unclear`."""
    from clerk.shorthand.resolving import on_that_night
    from clerk.times import is_bare, read_time

    try:
        clock = read_time(typed)
    except ValueError as error:
        raise Refused(str(error)) from None
    return on_that_night(meeting, clock, is_bare(typed))


def _taken_in(file: Path, meeting: Meeting, kept: Transcript, points: _Points) -> Transcript:
    """The transcript with one more file, cut. Raises `Refused` and `Unclear`; nothing is kept then."""
    from clerk.names import Unclear
    from clerk.transcripts.cutting import refuse_unsure, sessions, stretches, within, without
    from store.transcripts.reading import read_transcript

    read = read_transcript(file)
    for sentence in read.notes:
        hint(sentence)
    recording = points.on(read.recording)
    try:
        refuse_unsure(recording, meeting)
    except Unclear as error:
        began = f" The file says that it began at {read.began:%H:%M:%S}." if read.began and not points.anchors else ""
        raise Refused(f"{error}{began}") from None
    if kept.exempt and not sessions(meeting):
        raise Refused("The record has no exempt session, so there are no exempt words to take. Nothing was kept.")
    cut = stretches(recording, meeting)
    recording = within(recording, cut) if kept.exempt else without(recording, cut)
    return kept.with_recording(recording)


def _put_right(kept: Transcript | None, meeting: Meeting, points: _Points, of: str) -> Transcript:
    """The transcript with more points of one of its recordings, cut again. Raises `Refused` and `Unclear`."""
    from clerk.transcripts.clock import clock_of
    from clerk.transcripts.cutting import cut_again

    assert kept is not None
    named = [one for one in kept.recordings if of in ("", one.name)]
    if len(named) != 1:
        names = ", ".join(one.name for one in kept.recordings)
        raise Refused(f"Which file are the points of? --of one of: {names}.")
    recording = points.on(named[0])
    clock_of(recording, meeting)
    return kept.with_recording(recording if kept.exempt else cut_again(recording, meeting))


def _matched(kept: Transcript, meeting: Meeting, speakers: Sequence[str], day: str) -> Transcript:
    """The transcript with labels matched to people, and its day. Raises `Refused` and `Unclear`."""
    from msgspec.structs import replace

    from clerk.names import find_person

    people = dict(kept.people)
    labels = kept.labels
    for typed in speakers:
        label, equals, name = (part.strip() for part in typed.partition("="))
        if not equals or label not in labels:
            known = ", ".join(sorted(labels)) or "none"
            raise Refused(
                f"“{typed}”: write a label of the transcript and a name, “Speaker 3=Elm”. Its labels: {known}."
            )
        people[label] = find_person(meeting.people.values(), name).id
    return replace(kept, people=people, until=day or kept.until)


def _report(kept: Transcript, meeting: Meeting) -> None:
    """Says what is kept, what was cut, where nothing is recorded, and what differs from the record."""
    from clerk.times import say_date, say_time
    from clerk.transcripts.beside import Beside, unrecorded
    from clerk.transcripts.clock import clock_of
    from clerk.transcripts.comparing import notes
    from clerk.transcripts.cutting import said_of_cuts

    for recording in kept.recordings:
        clock = clock_of(recording, meeting)
        starts = [cue.start for cue in recording.cues] + [cut.start for cut in recording.cuts]
        first = min(starts, default=0.0)
        begins, ends = clock.at(first), clock.at(recording.length)
        drift = f", off by {clock.drift:.0f} s between its points" if clock.drift >= 1 else ""
        lines = "line" if len(recording.cues) == 1 else "lines"
        click.echo(f"{recording.name}: {len(recording.cues):,} {lines}, {say_time(begins)} to {say_time(ends)}{drift}.")
        if left_out := said_of_cuts(recording.cuts, recording.name):
            click.echo(left_out)
    labels = sorted(kept.labels - kept.people.keys())
    if labels:
        hint(f"These labels are the transcript’s guess until you match them (--speaker): {', '.join(labels)}.")
    beside = Beside([kept], meeting)
    for stretch in unrecorded(beside, meeting):
        click.echo(stretch.said)
    for note in notes(beside, meeting):
        click.echo(f"NOTE (entry {note.event}): {note.text}")
    when = (
        "a week after the minutes are approved"
        if kept.until == "approval"
        else f"on {say_date(date.fromisoformat(kept.until))}"
    )
    hint(f"Kept beside the meeting, for you alone, and deleted {when}. It is no part of the record.")
