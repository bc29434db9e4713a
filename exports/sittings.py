"""What the minutes say of another day to which a meeting was adjourned: its roll."""

from clerk.events import RollCalled
from clerk.meeting.record import Placed
from clerk.meeting.sittings import sittings
from exports.attendance import chair_passed
from exports.blocks import AnyBlock
from exports.front import absent_without, attended, sent_apologies, with_standing
from exports.style import capital
from exports.writer import Writer, Writes


def roll_called(writer: Writer, placed: Placed, event: RollCalled) -> list[AnyBlock]:
    """TI-03, the roll of another day to which the meeting was adjourned: who was there, who sent word, who was not."""
    meeting = writer.meeting
    day = next((one for one in sittings(meeting)[1:] if one.roll is not None and one.roll.id == placed.id), None)
    acting = dict.fromkeys(person for _, person in attended(meeting))
    there = [person for person in acting if person in event.present]
    if day is None or not there:
        return []
    names = [capital(with_standing(writer, person)) for person in there]
    blocks: list[AnyBlock] = [writer.prose("TI-03.roll", [placed], people=names)]
    if sent := sent_apologies(meeting, day):
        blocks.append(writer.prose("AT-01", [placed], people=[with_standing(writer, person) for person in sent]))
    sat_for = [held.seat for held in meeting.substitutions if held.person in there]
    absent = [p for p in absent_without(meeting, day) if not any(meeting.seats[s].holder == p for s in sat_for)]
    if absent:
        blocks.append(writer.prose("AT-05", [placed], people=[capital(with_standing(writer, p)) for p in absent]))
    return [*blocks, *chair_passed(writer, placed, ())]


WRITES: Writes = {
    RollCalled: roll_called,
}
