"""Actions as the minutes have them: who is to do what by when, and how those of an earlier meeting stand."""

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from clerk.events import ActionAgreed, ActionReported
from clerk.meeting.record import Placed
from clerk.times import say_date
from exports.blocks import ActionLine, AnyBlock, Prose, Span
from exports.fitting import own_sentence, to_do
from exports.grammar import form_of, sentences
from exports.style import Names, capital
from exports.writer import Writer, Writes


def action(writer: Writer, placed: Placed, event: ActionAgreed) -> list[AnyBlock]:
    """AC-01 on a line of its own, under the paragraph it belongs to; AC-02 within it by setting; AC-03 with no owner;
    AC-04 as a sentence. What several are to do is told once, of all of them."""
    together = _owners(writer, placed, event)
    if together[0].id != placed.id:
        return []
    owners = [one.event.owner for one in together if isinstance(one.event, ActionAgreed) and one.event.owner]
    owner = capital(Names(_owner(writer, id_) for id_ in dict.fromkeys(owners))) if owners else ""
    due = say_date(event.due) if event.due else ""
    several = len(sentences(event.task)) > 1
    facts = {"owner": owner, "task": _task(event.task, several), "due": due}
    if event.undertaking and owner:
        does = form_of((sentences(event.task) or [""])[0], "deed")
        if does not in ("", "deed") or several:
            return [writer.prose("AC-04.more", together, owner=owner, task=event.task, due=due, does=does)]
        return [writer.prose("AC-04", together, owner=owner, task=to_do(event.task) or "do so", due=due)]
    if not owner:
        return [ActionLine(text=writer.style.text("AC-03", **facts), **writer.of("AC-03", together))]
    if writer.setting("actions") == "inline":
        return [writer.prose("AC-02", together, **{**facts, "task": event.task if several else event.task.rstrip(".")})]
    return [ActionLine(text=writer.style.text("AC-01", **facts), **writer.of("AC-01", together))]


def _owner(writer: Writer, id_: str) -> str:
    officer = writer.person(id_).kind in ("officer", "partner")
    return writer.with_post(id_) if officer else writer.brief(id_)


def _owners(writer: Writer, placed: Placed, event: ActionAgreed) -> list[Placed]:
    """The same action of several, recorded one after the other: this one among them."""

    def alike(other: Placed) -> tuple[object, ...]:
        one = other.event
        if not isinstance(one, ActionAgreed) or not one.owner:
            return (other.id,)
        return one.task, one.due, one.item, one.undertaking, other.id in writer.meeting.private

    groups = ([*group] for _, group in groupby(writer.meeting.events, key=alike))
    return next(group for group in groups if any(one.id == placed.id for one in group))


def _task(task: str, several: bool) -> str:
    """What is to be done, on a line of its own: without the *to* that it was perhaps typed with."""
    return capital(re.sub(r"^[Tt]o (?=[a-z])", "", task if several else task.rstrip(".")))


def reported(writer: Writer, placed: Placed, event: ActionReported) -> list[AnyBlock]:
    """AC-05: how an action of an earlier meeting stands."""
    day, due = (say_date(one) if one else "" for one in (event.day, event.due))
    task = event.task if len(sentences(event.task)) > 1 else event.task.rstrip(".")
    facts = {"date": day, "whose": event.whose, "task": task, "due": due, "state": event.state}
    return [writer.prose("AC-05", [placed], **facts, text=own_sentence(event.note) if event.note else "")]


def actions_within(blocks: Sequence[AnyBlock]) -> list[AnyBlock]:
    """AC-02: an action printed inline goes on in the paragraph above it, where there is one."""
    found: list[AnyBlock] = []
    for block in blocks:
        above = found[-1] if found else None
        inline = isinstance(block, Prose) and block.construct == "AC-02"
        if inline and isinstance(above, Prose) and above.private == block.private:
            assert isinstance(block, Prose)
            events = tuple(dict.fromkeys((*above.events, *block.events)))
            found[-1] = replace(above, spans=(*above.spans, Span(" "), *block.spans), events=events)
            continue
        found.append(block)
    return found


WRITES: Writes = {
    ActionAgreed: action,
    ActionReported: reported,
}
