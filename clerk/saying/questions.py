"""The question before the meeting: its exact text, and how it is spoken of."""

from typing import TYPE_CHECKING, NamedTuple

from clerk.meeting.motions import newest_shown, text_before, text_of
from clerk.meeting.parts import Question
from clerk.meeting.puts import left_open, left_put
from clerk.saying.names import brief_name, item_name, listed
from clerk.texts import written

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


class QuestionNow(NamedTuple):
    """The question before the meeting. `if_carried` is "" for all but amendments."""

    label: str
    text_now: str
    text_if_carried: str


def question_now(meeting: "Meeting", item: str | None) -> QuestionNow | None:
    """The question that "put" would mean under an item, with its exact text; None where none is open."""
    question = newest_shown(meeting, item)
    return None if question is None else question_text(meeting, question.id)


def question_text(meeting: "Meeting", label: str) -> QuestionNow:
    """A question's exact text: as it stands, and for an amendment as it would be if carried."""
    question = meeting.questions[label]
    stands = written(text_of(meeting.questions, label))
    if question.kind != "amendment":
        return QuestionNow(label, stands, "")
    return QuestionNow(label, written(text_before(meeting.questions, label)), stands)


TEXT_NOW = "Text now"


def text_now(meeting: "Meeting", question: Question) -> str:
    """What the text is called that an amendment is made to: of an amendment to an amendment, that amendment's."""
    parent = meeting.questions.get(question.parent or "")
    return f"{TEXT_NOW}, as amendment {parent.id} has it" if parent and parent.kind == "amendment" else TEXT_NOW


def left_behind(meeting: "Meeting") -> str:
    """What was put or moved at another item than the one in hand and is left without a vote, with what can be done of
    it; "" where nothing is."""
    here = meeting.item_taken
    puts = [put for put in left_put(meeting) if put.item and put.item != here]
    if puts:
        label = puts[-1].questions[0]
        return f"{label} was put at {item_name(meeting, puts[-1].item)} and not voted on: {_ways(label, 'it')}"
    moved = [question for question in left_open(meeting) if question.item and question.item != here]
    if not moved:
        return ""
    newest, labels = moved[-1], [question.id for question in moved if question.item == moved[-1].item]
    were, them = ("was", "it") if len(labels) == 1 else ("were", "them")
    still = "is still open" if len(labels) == 1 else "are still open"
    said = f"{listed(labels)} {were} moved at {item_name(meeting, newest.item)} and {still}"
    return f"{said}: {_ways(newest.id, them)}"


def _ways(label: str, them: str) -> str:
    return f"vote (:vote … of={label}), :withdraw {label}, or leave {them}."


def question_name(meeting: "Meeting", label: str) -> str:
    """A question as it is spoken of: "the amendment moved by Councillor Ash", "the recommendations of item 8"."""
    question = meeting.questions.get(label)
    if question is None:
        return label
    if question.kind == "recommendations":
        plural = "s" if len(text_of(meeting.questions, label)) > 1 else ""
        return f"the recommendation{plural} of {item_name(meeting, question.item)}"
    what = {
        "amendment": "the amendment",
        "order": "the motion to vary the order of business",
        "procedural": "the procedural motion",
        "deferral": "the motion to defer",
        "closure": "the motion that the question be now put",
        "next business": "the motion to go to next business",
        "adjournment": "the motion to adjourn",
        "suspension": "the motion to suspend a rule",
        "minutes": "the minutes",
        "members' item": "the Members’ Item",
        "award": "the award",
        "adoption": "the recommendations to be adopted",
    }.get(question.kind, "the motion")
    moved = f" moved by {brief_name(meeting, question.mover)}" if question.mover else ""
    return what + moved + (f" ({label})" if _has_twin(meeting, question) else "")


def _has_twin(meeting: "Meeting", question: Question) -> bool:
    """Whether its name alone would not tell it from another question of the item."""
    same = (question.kind, question.mover, question.item)
    return any((q.kind, q.mover, q.item) == same for q in meeting.questions.values() if q.id != question.id)
