"""`clerk transcript`: the words that were said, taken in beside the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find, read_now
from screens.cli.points import Points, said_of_points
from screens.cli.saying import Refused, day_typed, hint

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting
    from clerk.transcripts.cues import Recording, Transcript
    from store.transcripts.reading import FromFile


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
    "--without", "gone", metavar="POINT", multiple=True,
    help="Take a point back that was given before, whatever it was. Without FILE the command lists them.",
)  # fmt: skip
@click.option(
    "--exempt", is_flag=True, help="Take the words of the exempt session, and those alone, in their own file."
)
@click.option("--speaker", "speakers", metavar="LABEL=NAME", multiple=True, help="Whose label it is: “Speaker 3=Elm”.")
@click.option("--until", metavar="DAY", default="", help="The day on which it is deleted; without it, at the approval.")
@click.option("--of", metavar="FILE", default="", help="Which file the points are of, where several were taken in.")
@click.option(
    "--delete", is_flag=True, help="Delete all that is kept of what was said; with --exempt the exempt words."
)
def transcript(
    meeting: str,
    file: Path | None,
    start: str,
    anchors: tuple[str, ...],
    stopped: tuple[str, ...],
    excluded: tuple[str, ...],
    readmitted: tuple[str, ...],
    gone: tuple[str, ...],
    exempt: bool,
    speakers: tuple[str, ...],
    until: str,
    of: str,
    delete: bool,
) -> None:
    """Take in the words that were said at MEETING: WebVTT, SRT, Word (Teams too), or text with times.

    They stand beside the record while you write up (the key " at the desk), and make no fact. What was said in exempt
    session is left out before anything is kept. Without FILE it says what is kept, its points, and where it differs
    from the record; with --anchor it puts the clock right, with --without it takes a point back, with --speaker it
    matches a label to a person.
    """
    from clerk.transcripts.cues import Transcript
    from screens.forgetting import forget_what_is_due
    from store.transcripts.keeping import id_of, load, save

    hint("\n".join(forget_what_is_due()))
    path = find(meeting)
    now = read_now(path)
    points = Points(now, start, anchors, stopped, excluded, readmitted, gone)
    if delete:
        if file is not None or points or speakers or until or of:
            raise Refused("--delete stands alone, or with --exempt. Nothing was deleted.")
        _delete(path, exempt)
        return
    if of and (file is not None or not points):
        raise Refused("--of says of which file points are, where several were taken in: give the points too.")
    day = _day(until, path.stem) if until else ""
    kept = load(path, exempt=exempt)
    if kept is not None and not exempt:
        kept = _cut_again(path, now)
    if file is None and kept is None:
        raise Refused(_nothing_kept(path, exempt))
    if file is not None:
        kept = _taken_in(file, now, kept or Transcript(id_of(path), exempt=exempt), points, path)
    elif points:
        kept = _put_right(kept, now, points, of)
    assert kept is not None
    kept = _matched(kept, now, speakers, day)
    if file is not None or points or speakers or until:
        save(path, kept)
    _report(kept, now)


def _delete(path: Path, exempt: bool) -> None:
    from screens.forgetting import held
    from store.transcripts.keeping import delete

    if why := held(path):
        raise Refused(f"{path.stem} is held: {why}. Nothing was deleted; “clerk hold {path.stem} --lift” lifts it.")
    gone = delete(path, (True,) if exempt else (False, True))
    nothing = "No exempt words are kept." if exempt else "Nothing is kept of what was said."
    click.echo(f"Deleted: {', '.join(gone)}." if gone else nothing)


def _nothing_kept(path: Path, exempt: bool) -> str:
    """That nothing is kept of what is asked for, what is kept of the rest, and how it is taken in."""
    from store.transcripts.keeping import load

    name = path.stem
    other = load(path, exempt=not exempt) is not None
    if exempt:
        also = f" What was said in public is: clerk transcript {name}." if other else ""
        return f"No exempt words are kept of {name}.{also} Name the file: clerk transcript {name} FILE --exempt"
    if other:
        return (
            f"Only exempt words are kept of {name} (clerk transcript {name} --exempt). Of what was said in public "
            f"nothing is: clerk transcript {name} FILE"
        )
    return f"Nothing is kept of what was said at {name}. Name the file: clerk transcript {name} FILE"


def _day(typed: str, name: str) -> str:
    """The day of a deletion, in ISO form. Raises `Refused` for one that is not to come."""
    day = day_typed(typed)
    if day <= date.today():
        raise Refused(
            f"{typed} is not to come, so it would be deleted at once. Name a later day; to delete it now: clerk "
            f"transcript {name} --delete. Nothing was changed."
        )
    return day.isoformat()


def _cut_again(path: Path, now: Meeting) -> Transcript | None:
    """What is kept, held against the record as it now is: it may have gone on elsewhere."""
    from store.transcripts.keeping import Heard

    heard = Heard(path)
    for sentence in heard.follow(now):
        click.echo(sentence)
    return heard.public


def _taken_in(file: Path, meeting: Meeting, kept: Transcript, points: Points, path: Path) -> Transcript:
    """The transcript with one more file, cut. Raises `Refused` and `Unclear`; nothing is kept then."""
    from clerk.names import Unclear
    from clerk.transcripts.cutting import stretches, within, without
    from clerk.transcripts.proof import refuse_unsure
    from clerk.transcripts.sessions import sessions
    from store.transcripts.reading import read_transcript

    read = read_transcript(file)
    _refuse_other_day(read, meeting)
    _refuse_in_place_of(read.recording, kept, path)
    for sentence in read.notes:
        hint(sentence)
    recording = points.on(_with_known_points(read.recording, kept))
    try:
        refuse_unsure(recording, meeting)
    except Unclear as error:
        began = f" The file says that it began at {read.began:%H:%M:%S}." if read.began and not points.anchors else ""
        raise Refused(f"{error}{began} Nothing was kept.") from None
    if kept.exempt and not (sessions(meeting) or recording.marks):
        raise Refused("The record has no exempt session, so there are no exempt words to take. Nothing was kept.")
    cut = stretches(recording, meeting)
    recording = within(recording, cut) if kept.exempt else without(recording, cut)
    return kept.with_recording(recording)


def _with_known_points(recording: Recording, kept: Transcript) -> Recording:
    """A recording with the points that were given when the same file was taken in before."""
    from msgspec.structs import replace

    known = next((one for one in kept.recordings if one.digest == recording.digest), recording)
    return replace(recording, anchors=known.anchors, marks=known.marks, stopped=known.stopped)


def _refuse_other_day(read: FromFile, meeting: Meeting) -> None:
    """Of another meeting's words nobody knows which are exempt. A recorder far away may be a day out."""
    day = meeting.day or (meeting.setup.date if meeting.setup is not None else None)
    if read.day is not None and day is not None and abs((read.day - day).days) > 1:
        from clerk.times import say_date

        raise Refused(
            f"{read.recording.name} says that it is of {say_date(read.day)}, and the meeting was on {say_date(day)}. "
            "If the file is right all the same, take that day out of its name and its first lines. Nothing was kept."
        )


def _refuse_in_place_of(recording: Recording, kept: Transcript, path: Path) -> None:
    """A file of the same name takes the place of the one before: not where that is held."""
    from screens.forgetting import held

    other = any(one.name == recording.name and one.digest != recording.digest for one in kept.recordings)
    if other and (why := held(path)):
        raise Refused(
            f"{path.stem} is held ({why}), so {recording.name} is not replaced by another file of that name. Give the "
            "file another name, and it is taken in beside it. Nothing was kept."
        )


def _put_right(kept: Transcript | None, meeting: Meeting, points: Points, of: str) -> Transcript:
    """The transcript with other points of one of its recordings, cut again. Raises `Refused` and `Unclear`."""
    from clerk.names import Unclear
    from clerk.transcripts.cutting import put_right

    assert kept is not None
    named = [one for one in kept.recordings if of in ("", one.name)]
    if len(named) != 1:
        names = ", ".join(one.name for one in kept.recordings)
        raise Refused(f"Which file are the points of? --of one of: {names}.")
    try:
        recording = put_right(points.on(named[0]), meeting, exempt=kept.exempt)
    except Unclear as error:
        raise Refused(f"{error} Nothing was changed.") from None
    _say_cut(named[0], recording)
    return kept.with_recording(recording)


def _say_cut(was: Recording, now: Recording) -> None:
    gone = len(was.cues) - len(now.cues)
    if gone:
        lines = "One line falls" if gone == 1 else f"{gone:,} lines fall"
        click.echo(
            f"{lines} into exempt business by these points, or too near it, and went. Importing the file again with "
            "other points brings back what they leave."
        )


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
    """Says what is kept, by which points, what was cut, where nothing is recorded, and what differs from the record."""
    from clerk.times import say_date
    from clerk.transcripts.beside import Beside, unrecorded
    from clerk.transcripts.comparing import notes
    from clerk.transcripts.cutting import said_of_cuts

    for recording in kept.recordings:
        click.echo(_of_recording(recording, meeting))
        if left_out := said_of_cuts(recording.cuts, recording.name):
            click.echo(left_out)
        hint(f"Its points: {'; '.join(said_of_points(recording))}.")
        hint(_too_near(recording))
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


def _of_recording(recording: Recording, meeting: Meeting) -> str:
    """A recording in a line: how much of it is kept, from when to when, and how its clock ran."""
    from clerk.names import Unclear
    from clerk.times import say_time
    from clerk.transcripts.clock import clock_of

    lines = f"{len(recording.cues):,} {'line' if len(recording.cues) == 1 else 'lines'}"
    try:
        clock = clock_of(recording, meeting)
    except Unclear as error:
        return f"{recording.name}: {lines}, which stand nowhere beside the record. {error}"
    starts = [cue.start for cue in recording.cues] + [cut.start for cut in recording.cuts]
    begins, ends = clock.at(min(starts, default=0.0)), clock.at(recording.length)
    drift = f", off by {clock.drift:.0f} s between its points" if clock.drift >= 1 else ""
    return f"{recording.name}: {lines}, {say_time(begins)} to {say_time(ends)}{drift}."


def _too_near(recording: Recording) -> str:
    """That the points of a recording do not tell how fast its clock runs; "" where they do, or there is one alone."""
    from clerk.transcripts.clock import NEAR

    apart = recording.anchors[-1].said - recording.anchors[0].said
    if len(recording.anchors) < 2 or apart >= min(NEAR, recording.length / 2):
        return ""
    return "Its points are too near each other to tell whether its clock runs fast or slow: give one far from them."
