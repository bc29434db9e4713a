"""Questions: recommendations, motions and amendments, their texts, and how each ended (M1, M9)."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from clerk.agenda import Item
from clerk.events import AmendmentMoved, MotionMoved, Noted
from clerk.meeting.deferring import defers
from clerk.meeting.exempt import within_reach
from clerk.meeting.parts import Question, Questions, QuestionState
from clerk.meeting.record import Placed
from clerk.meeting.rivals import next_to_put
from clerk.meeting.state import Meeting
from clerk.texts import Edit, Text, apply_edits, read_clauses


def newest_open(meeting: Meeting, item: str | None) -> Question | None:
    """The question that "put" means: the newest open one of the item. One left open elsewhere has its label; so has one
    that is private, while the public is there (X6)."""
    return last_open(_of_item(meeting, item))


def last_open(questions: Iterable[Question]) -> Question | None:
    """The newest of some questions that is open, whether it is private or not."""
    return next((question for question in reversed(tuple(questions)) if question.is_open), None)


def newest_to_put(meeting: Meeting, item: str | None) -> Question | None:
    """The question that a put or a vote is on: the newest open one of the item, else what was raised there, which goes
    before the officers' recommendations of the same item unless it was agreed as it was raised (A6). Of amendments that
    are put against each other it is the next of them."""
    found = _to_put(_of_item(meeting, item))
    return found and meeting.questions[next_to_put(meeting, found.id)]


def _to_put(here: list[Question]) -> Question | None:
    moved = last_open(here)
    if moved is not None and moved.kind != "recommendations":
        return moved
    raised = [q for q in here if q.state == "raised"]
    waiting = [q for q in raised if not q.agreed and q.kind != "minutes"] if moved else raised
    return waiting[-1] if waiting else moved


def newest_shown(meeting: Meeting, item: str | None) -> Question | None:
    """The question that the screens show under an item: what a vote there is on, unless it was agreed as it was raised
    and nobody has moved anything of it."""
    return _shown(newest_to_put(meeting, item))


def last_shown(questions: Iterable[Question]) -> Question | None:
    """The same of some questions, whether they are private or not."""
    return _shown(_to_put([question for question in questions if not question.lapsed]))


def _shown(question: Question | None) -> Question | None:
    if question is None or question.is_open:
        return question
    return None if question.agreed or question.kind == "minutes" else question


def newest_moved(meeting: Meeting, item: str | None) -> Question | None:
    """The motion or amendment that "withdrawn" and "fell" mean: the newest open one of the item."""
    waiting = [q for q in _of_item(meeting, item) if q.is_open and q.kind != "recommendations"]
    return waiting[-1] if waiting else None


def newest_main(meeting: Meeting, item: str | None) -> Question | None:
    """The question that "amend" means: the newest open one of the item that is no amendment itself."""
    here = [q for q in _of_item(meeting, item) if q.parent is None]
    waiting = [q for q in here if q.is_open and q.kind != "recommendations"]
    return waiting[-1] if waiting else _to_put(here)


def newest_unput(meeting: Meeting, item: str | None) -> Question | None:
    """The question that "not put" means: the newest open one of the item, else what lapsed there, of which that is
    said."""
    lapsed = [q for q in within_reach(meeting, item).values() if q.item == item and q.lapsed and q.is_open]
    return newest_to_put(meeting, item) or (lapsed[-1] if lapsed else None)


NEWEST = {
    "amended": newest_main,
    "not put": newest_unput,
    **dict.fromkeys(("withdrawn", "fell", "accepted"), newest_moved),
}
"""Which open question is meant where its label is not given, by what is said of it; else the newest to be put."""


def _of_item(meeting: Meeting, item: str | None) -> list[Question]:
    return [q for q in within_reach(meeting, item).values() if q.item == item and not q.lapsed]


def recommendations_of(item: Item, label: str) -> Question | None:
    """The question that a report's recommendations are (M2), None where it makes none."""
    clauses = read_clauses(item.recommendations, f"{label}.")
    return Question(label, "recommendations", item.id, base=clauses) if clauses else None


def all_edits(questions: Questions, question: Question) -> tuple[tuple[str, Edit], ...]:
    """Every edit that shapes a question's text, each with the label of the amendment it came from."""
    edits = [(question.id, edit) for edit in question.edits]
    for label in question.merged:
        if label in questions:
            edits += all_edits(questions, questions[label])
    return tuple(edits)


def text_of(questions: Questions, label: str) -> Text:
    """The text of a question as it now stands; for an amendment, its parent's text as it would be if carried (M9)."""
    return _text_and_misfits(questions, label)[0]


def root_of(questions: Questions, question: Question) -> Question:
    """The question into whose text another goes in the end: what an amendment, or one to that, would amend; else
    itself."""
    while question.parent and question.parent in questions:
        question = questions[question.parent]
    return question


def misfits_of(questions: Questions, label: str) -> tuple[Edit, ...]:
    """The edits of a question that no longer fit the text they were addressed to (M9)."""
    return _text_and_misfits(questions, label)[1]


def text_before(questions: Questions, label: str) -> Text:
    """The text that a question's own edits are made to: its parent's without it, or for all but amendments its own
    as moved."""
    question = questions[label]
    parent = question.parent
    if parent is not None and parent in questions:
        return text_of({**questions, parent: _without(questions[parent], label)}, parent)
    return question.base


def text_as_moved(question: Question, questions: Questions | None = None) -> Text:
    """The text that an amendment would have made as it was moved; with `questions` as it was amended itself since."""
    text = question.before
    edits = all_edits(questions, question) if questions else tuple((question.id, edit) for edit in question.edits)
    for author, own in _by_author(edits):
        text, _ = apply_edits(text, own, author)
    return text


def _text_and_misfits(questions: Questions, label: str) -> tuple[Text, tuple[Edit, ...]]:
    question = questions[label]
    text = text_before(questions, label)
    misfits: list[Edit] = []
    for author, edits in _by_author(all_edits(questions, question)):
        text, left = apply_edits(text, edits, author)
        misfits += left
    return text, tuple(misfits)


def _without(parent: Question, label: str) -> Question:
    """The parent as it was before the amendment was merged, so that a carried amendment's own text does not hold its
    edits twice."""
    if label not in parent.merged:
        return parent
    return replace(parent, merged=parent.merged[: parent.merged.index(label)])


def _by_author(edits: tuple[tuple[str, Edit], ...]) -> list[tuple[str, list[Edit]]]:
    grouped: list[tuple[str, list[Edit]]] = []
    for author, edit in edits:
        if grouped and grouped[-1][0] == author:
            grouped[-1][1].append(edit)
        else:
            grouped.append((author, [edit]))
    return grouped


_GONE: frozenset[QuestionState] = frozenset({"withdrawn", "fell", "not put"})
"""States in which nothing is left of a question that could be amended; nor is there of an amendment that was lost."""


def settled(questions: Questions, label: str, state: QuestionState, vote: str = "") -> dict[str, Question]:
    """The questions once one of them has a state: an amendment carried or accepted is merged into its parent, and
    taken out again where that is put right. What would amend one that is gone falls with it."""
    changed = dict(questions)
    question = changed[label]
    changed[label] = replace(question, state=state, vote=vote or question.vote, fell_with="")
    gone = state in _GONE or (state == "lost" and question.kind == "amendment")
    for child in [other for other in changed.values() if other.parent == label]:
        if gone and child.is_open:
            changed = settled(changed, child.id, "fell")
            changed[child.id] = replace(changed[child.id], fell_with=label)
        elif not gone and child.fell_with == label:
            # A recount, or a casting vote, brought back what it would amend.
            changed = settled(changed, child.id, "open")
    if question.parent in changed:
        parent = changed[question.parent]
        others = tuple(other for other in parent.merged if other != label)
        if state in ("carried", "accepted"):
            changed[question.parent] = parent if label in parent.merged else replace(parent, merged=(*others, label))
        else:
            changed[question.parent] = replace(parent, merged=others)
    return changed


def motion_moved(meeting: Meeting, placed: Placed, event: MotionMoved) -> Meeting:
    """Opens a motion; one that was not seconded falls at once (MT-05)."""
    if event.question in meeting.questions:
        return meeting.problem(placed, f"The label {event.question} was already taken; this motion is left out.")
    puts_off = event.kind in ("motion", "procedural") and defers(event.text)
    question = Question(
        event.question,
        "deferral" if puts_off else event.kind,
        event.item,
        event.mover,
        event.seconder,
        base=read_clauses(event.text, f"{event.question}."),
        state="fell" if event.seconder == "none" else "open",
        event=placed.id,
    )
    return replace(meeting, questions={**meeting.questions, question.id: question})


def amendment_moved(meeting: Meeting, placed: Placed, event: AmendmentMoved) -> Meeting:
    """Opens an amendment to a question, an amendment included (M8)."""
    if event.question in meeting.questions:
        return meeting.problem(placed, f"The label {event.question} was already taken; this amendment is left out.")
    if event.to not in meeting.questions:
        meeting = meeting.problem(placed, f"Amendment {event.question} is to {event.to}, which is no longer recorded.")
    target = meeting.questions.get(event.to)
    question = Question(
        event.question,
        "amendment",
        event.item,
        event.mover,
        event.seconder,
        parent=target.id if target is not None else None,
        edits=event.edits,
        state="fell" if event.seconder == "none" else "open",
        event=placed.id,
        whole=event.whole,
        before=text_of(meeting.questions, target.id) if target is not None else (),
        whose=target.mover if target is not None else "",
    )
    return replace(meeting, questions={**meeting.questions, question.id: question})


_RAISED: dict[str, tuple[Any, str]] = {
    "MB-02": ("members' item", "That the Members’ Item be agreed."),
    "MB-07": ("award", ""),
    "CN-06": ("adoption", "That the recommendations be adopted."),
}
"""The rare constructs that are questions once they are put: the kind of each, and its words."""


def raised(meeting: Meeting, placed: Placed, event: Noted) -> Meeting:
    """A Member's Item, an award or an adoption can be put and amended as it stands (A6)."""
    if event.construct not in _RAISED or not event.question or event.question in meeting.questions:
        return meeting
    kind, words = _RAISED[event.construct]
    if kind == "members' item" and event.text:
        words = _as_moved(event.text)
    if kind == "award":
        words = _award(event)
    if kind == "adoption" and event.text:
        words = _adoption(event.text)
    moved = kind == "adoption"
    question = Question(
        event.question,
        kind,
        event.item,
        str(event.facts.get("by", "")) if moved else "",
        str(event.facts.get("seconder", "")) if moved else "",
        base=read_clauses(words, f"{event.question}."),
        state="raised",
        event=placed.id,
        agreed=bool(event.facts.get("agreed")),
    )
    return replace(meeting, questions={**meeting.questions, question.id: question})


def _award(event: Noted) -> str:
    """What an award would be: to what, and how much."""
    title, amount = event.facts.get("title"), event.facts.get("amount")
    to = f" to {title}" if title else ""
    if event.facts.get("refused"):
        return f"That no award be made{to}."
    return f"That funding{f' of £{amount:,}' if isinstance(amount, int) else ''} be awarded{to}."


def _adoption(text: str) -> str:
    """What is to be adopted, by the words that went with it."""
    first, _, clauses = text.strip().partition("\n")
    plain = first.rstrip(" .:")
    if plain.lower().startswith(("that ", "to ")):
        return _as_moved(text.strip())
    if own := own_recommendation(plain):
        return f"That {own} be adopted:\n{clauses}" if clauses else f"That {own} be adopted."
    between = "" if plain.lower().startswith(("in ", "of ", "on ")) else "in "
    return f"That the recommendations {between}{plain} be adopted."


def own_recommendation(words: str) -> str:
    """A recommendation that is called so itself, as a sentence names it: "the recommendation of the Parks Committee";
    "" for a report in which recommendations are."""
    match = _RECOMMENDATION.match(words.strip())
    return f"the {words.strip()[match.end(1) :].strip()}" if match else ""


_RECOMMENDATION = re.compile(r"(the\s+|a\s+|)(?=(?:[\w’'-]+\s+){0,3}?recommendations?\b)", re.IGNORECASE)


def _as_moved(text: str) -> str:
    """What a Members’ Item asks for, in the words of a motion, which end with a stop."""
    plain = text.strip()
    if not plain.lower().startswith(("that ", "to ")):
        plain = f"that {plain}"
    plain = plain[:1].upper() + plain[1:]
    return plain if plain.endswith((".", "!", "?", "”", '"')) else f"{plain}."


REDUCERS: dict[type, Callable[..., Any]] = {
    Noted: raised,
    MotionMoved: motion_moved,
    AmendmentMoved: amendment_moved,
}
