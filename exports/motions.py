"""What the minutes say of questions as they are moved: motions, amendments, and those that ended unput (MT)."""

import re
from collections.abc import Sequence
from typing import Any

from clerk.clauses import told_numbers
from clerk.events import MotionMoved, PublicExcluded, QuestionDisposed, QuestionPut, TimeExtended
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Put, Question
from clerk.meeting.record import Placed
from clerk.texts import read_clauses
from exports.blocks import AnyBlock, Prose
from exports.notice import on_notice
from exports.resolutions import told_at_the_end
from exports.short_motions import in_short
from exports.style import listed
from exports.within import small
from exports.writer import Writer, Writes

KINDS = {
    "recommendations": "recommendation",
    "motion": "motion",
    "order": "amendment to the agenda order",
    "procedural": "motion",
    "deferral": "motion to defer",
    "closure": "motion",
    "next business": "motion",
    "adjournment": "motion to adjourn",
    "suspension": "motion",
    "amendment": "amendment",
    "minutes": "minutes",
    "members' item": "Members’ Item",
    "award": "award",
    "adoption": "adoption",
}


def kind_of(question: Question, clauses: int) -> str:
    """A question as a sentence speaks of it: "amendment"; "recommendation" or more by the clauses that it has."""
    return "recommendations" if question.kind == "recommendations" and clauses != 1 else KINDS[question.kind]


def what_was_put(put: Put, question: Question) -> str:
    """What a vote was on, within a sentence: "the amendment", "recommendation 2"."""
    if put.clauses and question.kind in PARTED:
        return parts_put(put, question)
    return f"the {kind_of(question, sum(len(text) for text in put.texts))}"


PARTED = ("recommendations", "motion")
"""Kinds of which some clauses may be put by themselves (MT-15)."""


def parts_put(put: Put, question: Question) -> str:
    """The clauses that were put by themselves, by the number that each had then: "recommendations 2 and 3", "paragraph
    2 of the motion" (MT-15)."""
    return _named([put.told[clause] for clause in put.clauses if clause in put.told], question, put.amended)


def parts_named(writer: Writer, question: Question, clauses: Sequence[str]) -> str:
    """Clauses of a question that are spoken of by themselves, by their numbers."""
    told = told_numbers(text_of(writer.meeting.questions, question.id))
    return _named([told[clause] for clause in clauses if clause in told], question, bool(question.merged))


def _named(known: Sequence[str], question: Question, amended: bool) -> str:
    one, of = ("recommendation", "") if question.kind == "recommendations" else ("paragraph", " of the motion")
    of = f"{of} as amended" if of and amended else of
    return f"{one if len(known) == 1 else f'{one}s'} {listed(known)}{of}"


def named_apart(writer: Writer, question: Question, placed: Placed) -> str:
    """An amendment or a motion as it is told from others that are open: "the amendment of Councillor Elm", "the second
    …" where one member had moved several by an event."""
    by = {p.id for p in writer.before(placed)} | {placed.id, question.event}
    same = [
        q.id
        for q in writer.meeting.questions.values()
        if q.kind == question.kind and q.item == question.item and q.mover == question.mover and q.event in by
    ]
    nth = _NTH[same.index(question.id)] if len(same) > 1 and same.index(question.id) < len(_NTH) else ""
    mover = writer.person(question.mover).formal if question.mover else "a Member"
    return f"the {nth}{KINDS[question.kind]} of {mover}"


_NTH = ("first ", "second ", "third ", "fourth ", "fifth ", "sixth ")


def another_open(writer: Writer, question: Question, placed: Placed) -> bool:
    """Whether another amendment, or another motion, of the item waited for its answer then, or did while this one had
    been moved."""
    if question.kind not in ("amendment", "motion"):
        return False
    at = {p.id: place for place, p in enumerate(writer.meeting.events)}
    begun, now = at.get(question.event, at[placed.id]), at[placed.id]
    ended = {p.event.question: at[p.id] for p in writer.meeting.events if isinstance(p.event, QuestionDisposed)}
    for other in writer.meeting.questions.values():
        if other.kind != question.kind or other.item != question.item or other.id == question.id:
            continue
        if _brought_together(writer, other.id, placed):
            continue
        # A vote of which the public knows that it was, and nothing else, stands nowhere.
        votes = [at[v.event] for v in writer.meeting.votes.values() if other.id in v.questions and v.event in at]
        end = min([*votes, *([ended[other.id]] if other.id in ended else [])], default=len(at))
        if other.seconder != "none" and at.get(other.event, now) < now and begun < end:
            return True
    return False


APPROVES = re.compile(r"\b(approved|agreed|accepted|received|signed)\b", re.IGNORECASE)
"""A motion on the minutes that is to approve them, not to correct them."""


def motion_moved(writer: Writer, placed: Placed, event: MotionMoved) -> list[AnyBlock]:
    """A motion with its text below it, or in one sentence where it is short by nature (OR-02, MT-12, MT-13)."""
    facts = {"mover": writer.mover(event.mover, placed), "seconder": seconder_of(writer, event.seconder, placed)}
    text = event.text.rstrip(".")
    if event.kind in ("order", "deferral"):
        return [writer.prose("OR-02" if event.kind == "order" else "MT-13", [placed], text=text, **facts)]
    if event.kind != "motion":
        what, said = in_short(event.kind, text)
        return [writer.prose("MT-12", [placed], what=what, text=said, **facts)]
    if told_at_the_end(writer, writer.meeting.questions.get(event.question)):
        return []
    key, more = _kind_of_motion(writer, placed, event)
    clauses = writer.clauses(read_clauses(event.text, "c"), key, [placed])
    return [writer.prose(key, [placed], **facts, **more), clauses]


def _kind_of_motion(writer: Writer, placed: Placed, event: MotionMoved) -> tuple[str, dict[str, Any]]:
    """What a motion is, by where and after what it was moved (MI-03, MB-04, MT-05, MT-11, MT-14, MT-16, CN-04)."""
    item = writer.item(event.item)
    kind = item.kind if item else ""
    if event.composite:
        movers = [writer.person(question.mover).formal for question in writer.questions(event.composite)]
        return "MT-11", {"movers": movers}
    if kind == "minutes" and not APPROVES.search(event.text):
        return "MI-03", {}
    if event.seconder == "none":
        return "MT-05", {}
    if kind == "members' items":
        mover = writer.mover(event.mover, placed)
        inside = f"the {writer.chair_label}" if mover == writer.chair else mover if event.mover else small(mover)
        return "MB-04", {"mover_in": inside}
    lost = _lost_before(writer, placed, event.item)
    if lost is not None:
        many = sum(len(text) for put in lost for text in put.texts) or 1
        what = "recommendation" if many == 1 else "recommendations"
        return "MT-14", {"lost": what, "many": many}
    noticed = item is not None and on_notice(writer, item, event.mover)
    if writer.body.kind == "council" and noticed and event.mover and not writer.presided(event.mover, placed):
        return "CN-04", {"possessive": writer.person(event.mover).possessive}
    return "MT-16", {}


def _lost_before(writer: Writer, placed: Placed, item: str | None) -> list[Put] | None:
    """What was put of an item's recommendations, where all of it was lost before this event; else None."""
    before = {p.id for p in writer.before(placed)}
    question = next(
        (q for q in writer.meeting.questions.values() if q.kind == "recommendations" and q.item == item), None
    )
    if question is None:
        return None
    votes = writer.meeting.votes
    puts = [put for put in writer.meeting.puts if question.id in put.questions and put.vote in votes]
    puts = [put for put in puts if votes[put.vote].event in before]
    lost = bool(puts) and all(votes[put.vote].state == "lost" for put in puts)
    return puts if lost else None


def seconder_of(writer: Writer, seconder: str, placed: Placed) -> str:
    """A seconder as a sentence names one: "the Chairman" where that person presided; "duly" and "none" as they are."""
    if seconder == "without":
        return ""
    if seconder in ("", "duly", "none"):
        return seconder
    if writer.is_chairman(seconder, placed):
        return f"the {writer.chair_label}"
    return writer.person(seconder).formal


def who_moved(writer: Writer, placed: Placed, event: QuestionPut | PublicExcluded | TimeExtended) -> dict[str, str]:
    """The mover and the seconder of what was resolved at once, for a wording; nothing where nobody moved it."""
    seconder = seconder_of(writer, event.seconder, placed)
    return {"mover": writer.mover(event.mover, placed), "seconder": seconder} if event.mover else {}


_DISPOSED = {"withdrawn": "MT-10", "fell": "MT-10.fell", "accepted": "MT-09", "not put": "MT-10.not put"}


def disposed(writer: Writer, placed: Placed, event: QuestionDisposed) -> list[AnyBlock]:
    """MT-09 and MT-10; a motion that was not seconded has said so already."""
    question = writer.meeting.questions.get(event.question)
    if question is None or (event.how == "fell" and question.seconder == "none"):
        return []
    if event.how == "not put" and _brought_together(writer, event.question, placed):
        return []
    if event.clauses:
        parts = parts_named(writer, question, event.clauses)
        facts = {"parts": parts, "count": len(event.clauses), "how": event.how, "reason": event.reason}
        return [writer.prose("MT-10.part", [placed], **facts)]
    key = _DISPOSED[event.how]
    target = writer.meeting.questions.get(question.parent or "")
    if event.how == "accepted" and target is not None and question.whose and question.whose == question.mover:
        key = "MT-10.altered"
    which = named_apart(writer, question, placed) if another_open(writer, question, placed) else ""
    of_a_motion = target is not None and target.kind == "motion" and question.whose
    if target is not None and of_a_motion and writer.body.kind == "council" and key in ("MT-09", "MT-10.altered"):
        return [_altered(writer, placed, target, which, event.reason)]
    what = kind_of(question, len(text_of(writer.meeting.questions, question.id)))
    what = which.removeprefix("the ") or what
    count = 2 if what == "recommendations" else 1
    ended = writer.prose(key, [placed], kind=what, which=which, count=count, reason=event.reason)
    return [ended, *fallen_with(writer, (event.question,), placed)]


def fallen_with(writer: Writer, labels: Sequence[str], placed: Placed) -> list[AnyBlock]:
    """MT-10: the amendments that were open to a question as it ended, and fell with it; those to them too."""
    by = {p.id for p in writer.before(placed)}
    fell = [q for q in writer.meeting.questions.values() if q.fell_with in labels and q.event in by]
    which = [named_apart(writer, question, placed) for question in fell]
    said: list[AnyBlock] = [writer.prose("MT-10.fell_with", [placed], which=which)] if fell else []
    return [*said, *(fallen_with(writer, [question.id for question in fell], placed) if fell else ())]


def _altered(writer: Writer, placed: Placed, motion: Question, which: str, reason: str) -> Prose:
    """MT-09 at the Council: who moved a motion accepts an amendment or alters it. Whose consent there was is said where
    it was typed, and nowhere else."""
    moved = writer.meeting.questions.get(getattr(placed.event, "question", ""))
    own = moved is not None and moved.mover == motion.mover
    mover = writer.mover(motion.mover, placed)
    return writer.prose("MT-09.consent", [placed], mover=mover, own=own, which=which, reason=reason)


def _brought_together(writer: Writer, label: str, placed: Placed) -> bool:
    """Whether a motion had been brought together with others into one by an event (MT-11)."""
    by = (*writer.before(placed), placed)
    return any(isinstance(p.event, MotionMoved) and label in p.event.composite for p in by)


WRITES: Writes = {
    MotionMoved: motion_moved,
    QuestionDisposed: disposed,
}
