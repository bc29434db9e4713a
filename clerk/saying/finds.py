"""What was found in a meeting, in a sentence."""

from clerk.events import AmendmentMoved, Minuted, MotionMoved, OutcomeDeclared, VoteTaken
from clerk.meeting.motions import text_of
from clerk.meeting.state import Meeting
from clerk.saying.happened import before_words, facts_of, what_happened, words_of
from clerk.texts import written


def sentence_of(meeting: Meeting, event: str, item: str) -> str:
    """What stands where something was found: an event's line with its words, in full; an item's title where there is
    no event; "" where neither is there any more."""
    placed = next((placed for placed in meeting.events if placed.id == event), None)
    if placed is None:
        found = meeting.items.get(item)
        return f"{found.number} {found.title}".strip() if found is not None and not event else ""
    if isinstance(placed.event, OutcomeDeclared) and (found := meeting.items.get(placed.event.item or "")) is not None:
        # Its line gives the item's number alone.
        return f"{what_happened(meeting, placed)} ({found.title})"
    if isinstance(placed.event, Minuted):
        # Its line gives how it begins; what was found may stand anywhere in it.
        return " ".join(placed.event.text.split())
    facts, words = facts_of(meeting, placed), words_of(placed.event)
    labels: tuple[str, ...] = ()
    if isinstance(placed.event, VoteTaken):
        labels = placed.event.questions
    elif isinstance(placed.event, MotionMoved | AmendmentMoved):
        labels = (placed.event.question,)
    texts = [written(text_of(meeting.questions, label)) for label in labels if label in meeting.questions]
    said = " ".join(filter(None, [words, *texts]))
    if not said or said in facts:
        return facts
    return f"{facts}{before_words(facts)}{' '.join(said.split())}" if facts not in said else " ".join(said.split())
