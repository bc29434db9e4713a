"""What becomes public by an entry, in a sentence for the clerk, who is asked for Enter twice (X6)."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from clerk import events as e
from clerk.meeting.exempt import behind_doors, newly_public, of_private_questions, out_of_reach, public_is_out
from clerk.meeting.openly import half_of, openly
from clerk.meeting.record import Placed
from clerk.saying.names import item_name, listed

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting

_CALLED: dict[type, tuple[str, str]] = {
    e.Minuted: ("a paragraph", "paragraphs"),
    e.VoteTaken: ("a vote", "votes"),
    e.QuestionPut: ("a question put", "questions put"),
    e.MotionMoved: ("a motion", "motions"),
    e.AmendmentMoved: ("an amendment", "amendments"),
    e.OutcomeDeclared: ("an outcome", "outcomes"),
    e.ActionAgreed: ("an action", "actions"),
    e.ActionReported: ("how an action stands", "how actions stand"),
    e.ReasonsGiven: ("the reasons of a decision", "reasons"),
    e.Declared: ("the nature of an interest", "the nature of interests"),
    e.OwnVote: ("how a member voted", "how members voted"),
    e.CastingVote: ("a casting vote", "casting votes"),
}
_OTHER = ("a line of the record", "lines of the record")


def kinds_of(placed: Iterable[Placed]) -> str:
    """Events counted by what they are: “2 paragraphs and a vote”. A question put is left out beside its vote."""
    kinds = [type(one.event) for one in placed]
    voted = e.VoteTaken in kinds
    counts = Counter(_CALLED.get(kind, _OTHER) for kind in kinds if not (voted and kind is e.QuestionPut))
    return listed([one if count == 1 else f"{count} {more}" for (one, more), count in counts.items()])


def becomes_public(before: "Meeting", after: "Meeting") -> str:
    """What the entry that makes `after` of `before` makes public, as a sentence; "" where it makes nothing so."""
    freed = newly_public(before, after)
    if not freed:
        return ""
    what = kinds_of(freed)
    verb = "becomes" if what.split(" ")[0] in ("a", "an", "how") and " and " not in what else "become"
    return f"{what[0].upper()}{what[1:]} {verb} public."


_PRINTED = {
    "private": "In the exempt minutes alone.",
    "public": "In the public minutes too.",
    "without words": "In the public minutes too, without the words.",
    "who, item, kind and effect": "In the public minutes too: who, item, kind and effect, no more.",
}


def where_printed(after: "Meeting", entry: int) -> str:
    """Where what an entry recorded in private is printed, the half of it that is public named; "" of what is recorded
    in public. A question that is private by where it was moved is named with its item."""
    hidden, said = behind_doors(after), dict[str, None]()
    questions = {placed.id: label for placed, label in of_private_questions(after)}
    for placed in after.events:
        if placed.entry != entry or placed.id not in hidden or isinstance(placed.event, _NEVER):
            continue
        if label := questions.get(placed.id):
            home = after.questions[label].item
            of = f" is of {item_name(after, home)}" if home != placed.event.item else " was moved or amended in private"
            said[f"Kept private: {label}{of}."] = None
        elif isinstance(placed.event, e.Reworded | e.PersonMet):
            # A rewording stands where its sentence does; of a person whom the public knows it knows what is changed.
            known = any(one.id == placed.id for one in openly(after).events)
            if known or isinstance(placed.event, e.Reworded):
                said[_PRINTED["public" if known else "private"]] = None
        else:
            said[_PRINTED[half_of(placed.event, placed.id in after.private)]] = None
    return " ".join(said or _put_right(after, entry, hidden))


def _put_right(after: "Meeting", entry: int, hidden: frozenset[str]) -> list[str]:
    """Where what an entry puts right is printed: it stands where it stood, be the public out or not."""
    events = after.entries[entry - 1].events if 0 < entry <= len(after.entries) else ()
    right = {event.event for event in events if isinstance(event, e.Corrected)}
    private, known = right & after.private, right & {placed.id for placed in after.events} - hidden
    said = [_PRINTED["private"]] if private else []
    return [*said, _PRINTED["public"]] if known and public_is_out(after) else said


_BY_LABEL = {"amended": ":amend … on={}", "withdrawn": ":withdraw {}", "fell": ":fell {}", "accepted": ":accept {}"}
"""How a question is reached by its label, by what is to become of it; to be put as it is."""


def waits_in_private(meeting: "Meeting", item: str | None, what: str = "put") -> str:
    """The private questions that wait for an answer and are not reached under an item but by their labels, with the
    line that reaches them; "" where there are none."""
    said = []
    for question in out_of_reach(meeting, item):
        to_put = ":vote … of={}" if question.state == "put" else ":put {}"
        line = _BY_LABEL.get(what, to_put).format(question.id)
        said.append(f"{question.id} of {item_name(meeting, question.item)} is private: only “{line}” reaches it.")
    return " ".join(said)


_NEVER = (e.ItemTaken, e.PublicExcluded, e.PublicReadmitted, e.Flagged, e.FlagCleared, e.FindingDismissed)
"""What goes without saying, or is never printed."""
