"""Where the desk stands when it opens: where it was left, unless the chair has called another item since."""

from clerk.meeting.state import Meeting
from clerk.saying.names import capital, item_name
from screens.desk.fields import Fields
from screens.desk.key import Desk
from store.errors import entries


def take_up(desk: Desk, fields: Fields) -> str:
    """Stands where the desk stood; gives what is said of it once the fields are there."""
    report = desk.sitting.kept.report
    if why := desk.sitting.read_only:
        # What was half typed stays for the clerk that can record it.
        desk.go_home(" ".join([*report, why]))
        return ""
    half, of_words = fields.half.take_up()
    meeting, going_on = desk.sitting.meeting, fields.half.to_go_on is not None
    called = meeting.item_taken if half.called not in ("", meeting.item_taken) else None
    if half.item in meeting.items and (going_on or called is None):
        desk.sitting.item = half.item
    said = " ".join([*report, *of_words, *_called_since(meeting, called, desk.sitting.item)])
    desk.go_home(None if fields.half.to_go_on else said or _welcome(desk))
    return said


def _called_since(meeting: Meeting, called: str | None, item: str | None) -> list[str]:
    """That the chair called an item while this desk was shut."""
    if called is None:
        return []
    under = "" if item is None or item == called else f" You write under {item_name(meeting, item)}."
    name = item_name(meeting, called)
    return [f"{capital(name)} was taken since.{under}"]


def _welcome(desk: Desk) -> str:
    meeting = desk.sitting.meeting
    if meeting.course == "before" and not meeting.roll_called:
        return "Not open yet. r calls the roll, . opens the meeting, g takes an item, ? shows every key."
    return f"{entries(len(meeting.entries))} so far, all kept."
