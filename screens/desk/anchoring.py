"""The points by which a transcript's clock goes, given and taken back at the desk."""

from msgspec.structs import replace
from textual.content import Content

from clerk.events import VoteTaken
from clerk.names import Unclear
from clerk.saying.happened import what_happened
from clerk.transcripts.cues import Anchor, Recording, hms
from clerk.transcripts.cutting import put_right
from screens.desk.key import Desk
from screens.desk.listening import PickScreen
from screens.desk.spoken import pane_of
from screens.kit.rows import Row
from store.errors import StoreError
from store.transcripts.keeping import Heard

_NO_WORDS = 'No words are under the transcript’s cursor: " shows what was said.'


def say_when(desk: Desk) -> None:
    """Asks which line of the record the words under the transcript's cursor are of, the nearest first."""
    pane, heard, meeting = pane_of(desk), desk.sitting.heard, desk.sitting.meeting
    spoken = pane.at_cursor if pane is not None else None
    recording = heard.recording_of(spoken.key) if heard is not None and spoken is not None else None
    if heard is None or spoken is None or recording is None:
        desk.say_wrong(_NO_WORDS)
        return
    timed = [(placed, placed.event.at) for placed in meeting.events if placed.event.at is not None]
    timed.sort(key=lambda pair: abs(pair[1] - spoken.at))
    rows = [Row(Content(f"{at:%H:%M:%S} {what_happened(meeting, placed)}"), key=placed.id) for placed, at in timed]
    cue = recording.cues[int(spoken.key.partition(".")[2])]

    def chosen(event: str | None) -> None:
        if event is None:
            return
        placed, at = next(pair for pair in timed if pair[0].id == event)
        what = placed.event.vote if isinstance(placed.event, VoteTaken) else f"e{placed.entry}"
        now = recording.anchored(Anchor(cue.start, at, what))
        _keep(desk, heard, spoken.key, recording, now, f"{hms(cue.start)} of {recording.name} is {at:%H:%M:%S} now.")

    title = f"What happened when “{spoken.text[:40]}” was said?"
    desk.app.push_screen(PickScreen(title, rows, "No line with a time is called so."), chosen)


def show_points(desk: Desk) -> None:
    """Lists the points of every recording; takes the chosen one back."""
    heard = desk.sitting.heard
    if heard is None or not heard.transcripts:
        desk.say_wrong(_NO_WORDS)
        return
    rows: list[Row] = []
    fewer: dict[str, tuple[str, Recording, Recording, str]] = {}
    for kept in heard.transcripts:
        for number, recording in enumerate(kept.recordings):
            for place, anchor in enumerate(recording.anchors):
                key, words = f"{number}.{place}.{kept.exempt}", f"{'x' if kept.exempt else 's'}{number}.0"
                name = f"{recording.name}{' (exempt words)' if kept.exempt else ''}"
                point = f"{hms(anchor.said)} of {name} is {anchor.at:%H:%M:%S}"
                without = replace(recording, anchors=tuple(one for one in recording.anchors if one != anchor))
                rows.append(Row(Content(f"{point}{f', {anchor.what}' if anchor.what else ''}"), key=key))
                fewer[key] = words, recording, without, f"That {point} is taken back."

    def chosen(key: str | None) -> None:
        if key is not None:
            words, recording, without, said = fewer[key]
            _keep(desk, heard, words, recording, without, said)

    desk.app.push_screen(PickScreen("Points of the recording: Enter takes one back", rows, "There are none."), chosen)


def _keep(desk: Desk, heard: Heard, key: str, was: Recording, now: Recording, said: str) -> None:
    """Keeps a recording with other points; asks first where words would go by them."""
    try:
        cut = put_right(now, desk.sitting.meeting, exempt=key.startswith("x"))
    except Unclear as error:
        desk.say_wrong(f"{error} Nothing was changed.")
        return

    def keep(yes: str | None) -> None:
        if yes is None:
            desk.say("Nothing was changed.")
            return
        try:
            heard.put_right(key, cut)
        except StoreError as error:
            desk.say_wrong(str(error))
            return
        desk.draw()
        desk.say(said)

    gone = len(was.cues) - len(cut.cues)
    if not gone:
        keep("yes")
        return
    lines = "One line falls" if gone == 1 else f"{gone:,} lines fall"
    row = Row(
        Content(f"{lines} into exempt business by it, or too near, and would be gone for good. Go on all the same."),
        key="yes",
    )
    desk.app.push_screen(PickScreen("Some of what was said would go", [row], "Esc leaves all as it is."), keep)
