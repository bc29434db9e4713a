"""What is asked as soon as a line is recorded: the casting vote on a tie; what became of a question that was put or
moved, when the next item is taken without a vote on it (A5)."""

from collections.abc import Sequence

from clerk.events import CastingVote, Corrected, ItemTaken, QuestionDisposed, VoteTaken
from clerk.meeting.elections import tied_ballot
from clerk.meeting.parts import Put, Question
from clerk.meeting.puts import left_open, left_put
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.saying.names import item_name
from clerk.shorthand.line import Line
from screens.desk.commands.casting import Casting, casting_on
from screens.desk.commands.votes import WithoutCount
from screens.desk.steps import Choice, Next, Step
from screens.sitting import Sitting, Taken


class PutAndLeft(Choice):
    """Whether a question that was put or moved elsewhere was voted on after all, withdrawn, or is left as it is."""

    def __init__(self, meeting: Meeting, item: str | None, left: Put | Question) -> None:
        labels = left.questions if isinstance(left, Put) else (left.id,)
        of = "+".join(labels)
        titled = f"{_were(labels)} put at {item_name(meeting, left.item)} and not voted on"
        if isinstance(left, Question):
            all_of_it = [question.id for question in left_open(meeting) if question.item == left.item]
            still = "is still open" if len(all_of_it) == 1 else f"are still open; of {left.id}"
            titled = f"{_were(all_of_it)} moved at {item_name(meeting, left.item)} and {still}"
        options = {"w": ("withdrawn", Line("withdraw", labels))} if len(labels) == 1 else {}
        if isinstance(left, Question):
            options["n"] = ("not put", Line("notput", labels))
        steps = {"v": ("vote on it", WithoutCount(meeting, item, of=of))}
        super().__init__(meeting, item, titled, options, steps=steps, about="vote")

    @property
    def lets_go(self) -> bool:  # type: ignore[override]
        return not self._chosen

    @property
    def asks(self) -> str:
        return super().asks if self._chosen else f"{super().asks}   l\u00a0leave\u00a0it"

    def press(self, key: str, character: str | None) -> Next:
        """`l` leaves the question open, as Esc does: what was put is found again before the end."""
        return "home" if character == "l" and not self._chosen else super().press(key, character)


def _were(labels: Sequence[str]) -> str:
    return f"{' and '.join(labels)} {'was' if len(labels) == 1 else 'were'}"


def asked_next(sitting: Sitting, taken: Taken) -> Step | None:
    """What is asked as soon as an entry is recorded: the casting vote on a tie, or what became of a question that was
    put at the item before; None where nothing is."""
    if taken.entry is None:
        return None
    meeting = sitting.meeting
    if tied := _tied(meeting, taken.entry):
        return casting_on(meeting, sitting.item, meeting.votes[tied])
    ballot = tied_ballot(meeting)
    if ballot is not None and ballot.id.partition(".")[0] == str(taken.entry.n):
        return Casting.step(meeting, sitting.item)
    left = _put_and_left(taken.before, meeting, taken.entry)
    return PutAndLeft(meeting, sitting.item, left) if left is not None else None


def _tied(meeting: Meeting, entry: Entry) -> str:
    """The vote of an entry, or the one that it is of, that waits for the casting vote; "" where none does."""
    said = (event.now if isinstance(event, Corrected) else event for event in entry.events)
    votes = (event.vote for event in said if isinstance(event, VoteTaken | CastingVote))
    return next((vote for vote in votes if vote in meeting.votes and meeting.votes[vote].state == "tied"), "")


def _put_and_left(before: Meeting, meeting: Meeting, entry: Entry) -> Put | Question | None:
    """What was put, or else moved, at an item and left there by an entry that takes another, or by one that ends the
    last of several so left; what was left at an item before that was asked about then."""
    at: set[str | None] = set()
    for event in entry.events:
        if isinstance(event, ItemTaken):
            at.add(before.item_taken)
        labels = event.questions if isinstance(event, VoteTaken) else ()
        labels = (event.question,) if isinstance(event, QuestionDisposed) else labels
        at |= {meeting.questions[label].item for label in labels if label in meeting.questions}
    waiting: tuple[Put | Question, ...] = (*left_open(meeting), *left_put(meeting))
    left = [one for one in waiting if one.item and one.item in at and one.item != meeting.item_taken]
    return left[-1] if left else None
