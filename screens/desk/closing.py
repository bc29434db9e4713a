"""The step that closes the meeting: it says first what is left undone."""

from datetime import datetime, timedelta

from clerk.agenda import standing_for
from clerk.events import ItemTaken, MeetingClosed, PublicExcluded
from clerk.meeting.endings import ending_of
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.saying.names import listed
from clerk.saying.questions import question_name
from clerk.shorthand.line import Line
from screens.desk.hours import goes_on
from screens.desk.steps import Next, Step

FEW = 3
"""How many things of a kind are named; the rest are counted."""


class Close(Step):
    """Enter closes, whatever is left: the chair has closed the meeting, and the record says so. A time may be typed."""

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        super().__init__(meeting, item)
        self._typed = ""
        left = " ".join(left_over(meeting))
        self.adds = f"f: all that is left. {left}" if left else "Nothing is left over."

    @property
    def asks(self) -> str:
        return f"At {self._typed}" if self._typed else "A time, or only Enter"

    @property
    def line(self) -> Line:
        return Line("close", tuple(self._typed.split()))

    def press(self, key: str, character: str | None) -> Next:
        if key == "backspace":
            if not self._typed:
                return "home"
            self._typed = self._typed[:-1]
            self.spaced = bool(self._typed)
            return "stay"
        if character == "f":
            return "findings"
        if goes_on(self._typed, character):
            self._typed += character or ""
            self.spaced = True
            return "stay"
        return super().press(key, character)


def if_closed(meeting: Meeting) -> Meeting:
    """The meeting as it would be if it closed now: only then is what was not done a finding."""
    last = next((placed.event.at for placed in reversed(meeting.events) if placed.event.at), None)
    return add(
        meeting,
        Entry(len(meeting.entries) + 1, datetime.min, "", (MeetingClosed(at=last and last + timedelta(minutes=1)),)),
    )


def left_over(meeting: Meeting) -> list[str]:
    """What would be left undone if the meeting closed now, a sentence for each kind of thing."""
    from clerk.rules.checks import findings

    found = [finding for finding in findings(if_closed(meeting)) if finding.rule != "T3"]
    moved = [q for q in meeting.questions.values() if q.is_open and (q.merged or q.kind != "recommendations")]
    loose = [f for f in found if f.rule not in ("M1", "M10") and f.severity != "NOTE" and not f.answer]
    flags = [_flagged(meeting, flag.item, flag.text) for flag in meeting.flags]
    said = {
        "Flags": flags,
        "Still open": [question_name(meeting, question.id) for question in moved],
        "Not decided: item": [*_undecided(meeting)],
        "Nothing recorded: item": [*_untouched(meeting)],
        "Words in doubt": _in_doubt(meeting),
        "Findings": [finding.text.rstrip(".") for finding in loose],
    }
    return [_sentence(what, things) for what, things in said.items() if things]


def _in_doubt(meeting: Meeting) -> list[str]:
    from screens.own_words import in_doubt

    return list(dict.fromkeys(f"“{word}”" for word, _ in in_doubt(meeting)))


def _sentence(what: str, things: list[str]) -> str:
    named = things if len(things) <= FEW + 1 else [*things[:FEW], f"{len(things) - FEW} more"]
    plural = "s" if what.endswith("item") and len(things) > 1 else ""
    colon = " " if what.endswith("item") else ": "
    # Findings are sentences: with commas between they would read as one.
    return f"{what}{plural}{colon}{'; '.join(named) if what == 'Findings' else listed(named)}."


def _flagged(meeting: Meeting, item: str | None, text: str) -> str:
    known = meeting.items.get(item or "")
    return f"{text or 'come back'} (item {known.number})" if known and known.number else text or "come back"


def _untouched(meeting: Meeting) -> list[str]:
    done = {p.event.item for p in meeting.events if p.event.item and not isinstance(p.event, ItemTaken)}
    agenda = (meeting.items.get(id_) for id_ in meeting.agenda)
    # What stands under Absence of Members is written from the roll.
    owed = (item for item in agenda if item is not None and item.number and item.kind != "absence")
    return [
        item.number
        for item in owed
        if item.id not in done and not any(other.id in done for other in standing_for(meeting.items, item))
    ]


def _undecided(meeting: Meeting) -> list[str]:
    """The items under which something is recorded, but not what became of their recommendations."""
    untouched = _untouched(meeting)
    # What was resolved at an item on the exclusion of the public is its decision.
    resolved = {placed.event.item for placed in meeting.events if isinstance(placed.event, PublicExcluded)}
    waiting = {q.item for q in meeting.questions.values() if q.kind == "recommendations" and q.is_open and not q.merged}
    return [
        item.number
        for id_ in meeting.agenda
        if (item := meeting.items.get(id_)) and id_ in waiting - resolved and item.number not in untouched
        if ending_of(meeting, id_).what == "open"
    ]
