"""The key of exempt business."""

from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.key import Desk, Key
from screens.desk.steps import Choice, Step


class Exempt(Key):
    id = "item.exempt"
    keys = ("x",)
    label = "Exempt"
    help = "Excludes the press and public, lets them back, or says by hand that the line under the cursor is private."
    words = "exclude press and public private confidential readmit schedule 12a summary"
    weight = 44
    constructs = ("EX-01", "EX-05")

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        row = desk.at_cursor
        desk.begin(lambda meeting, item: exempt(meeting, item, row))


def exempt(meeting: Meeting, item: str | None, row: str | None) -> Step:
    """Exempt session, or one line of the record made private or public by hand."""
    options = {"r": ("readmit", Line("readmit"))} if meeting.doors.closed else {}
    if row is not None:
        private = row in meeting.private
        options["p"] = ("this line is public" if private else "this line is private", _private(row, not private))
    lines = {
        "s": ("a public summary", ":summary -- "),
        "d": ("private deliberation", ":deliberate "),
        "a": ("the decision announced", ":decision -- "),
    }
    if not meeting.doors.closed:
        options["n"] = ("the public need not go", Line("inpublic"))
    if not meeting.doors.closed:
        lines = {
            "e": (
                "exclude the press and public",
                ":exclude items= para=" if meeting.profile.exempt_paragraphs else ":exclude items=",
            ),
            **lines,
        }
    return Choice(meeting, item, "Exempt", options, lines=lines)


def _private(row: str, private: bool) -> Line:
    return Line("private", (row, "yes" if private else "no"))
