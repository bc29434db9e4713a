"""Where the desk stands when it opens: where it stood when it was left."""

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
    if half.item in desk.sitting.meeting.items:
        desk.sitting.item = half.item
    said = " ".join([*report, *of_words])
    desk.go_home(None if fields.half.to_go_on else said or _welcome(desk))
    return said


def _welcome(desk: Desk) -> str:
    meeting = desk.sitting.meeting
    if meeting.course == "before" and not meeting.roll_called:
        return "Not open yet. r calls the roll, . opens the meeting, g takes an item, ? shows every key."
    return f"{entries(len(meeting.entries))} so far, all kept."
