"""How each verb's key begins: the step it opens, or why it cannot."""

from typing import TYPE_CHECKING

from clerk.meeting.motions import newest_open, text_of
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.questions import question_name
from clerk.shorthand.line import Line
from clerk.texts import written
from screens.desk.closing import Close
from screens.desk.declaring import which_substitute
from screens.desk.steps import CHAIRS, MOTIONS, Choice, Confirm, OwnWords, Seats, Step, TakeItem

if TYPE_CHECKING:
    from exports.rewording import Sentence


def unanimous(meeting: Meeting, item: str | None) -> Step:
    """`u`: the newest open question, all for."""
    return Confirm(meeting, item, Line("vote", ("unanimous",)), "")


def put(meeting: Meeting, item: str | None) -> Step:
    """`q`: the newest open question is put, before it is voted on."""
    question = newest_open(meeting.questions, item)
    what = question_name(meeting, question.id) if question else "nothing is open"
    return Confirm(meeting, item, Line("put"), f"Put {what}?  (space: lead-in words)")


def amendment(meeting: Meeting, item: str | None) -> Step:
    """`m`: mover, seconder, then the text of the open question to edit in place."""
    question = newest_open(meeting.questions, item)
    if question is None:
        raise Unclear("Nothing is open under this item that could be amended. Move a motion first (n).")
    line = Line("amend", options={"on": question.id})
    wants = f"Edit the text of {question.id} as amended; Ctrl+S when done"
    step = Seats(meeting, item, line, ("mover", "seconder"), after=("text",), wants=wants)
    step.multiline = True
    step.text = written(text_of(meeting.questions, question.id))
    return step


def motion(meeting: Meeting, item: str | None) -> Step:
    """`n`: mover, seconder, then the text."""
    wants = "The text of the motion; numbered lines are its clauses; Ctrl+S when done"
    step = Seats(meeting, item, Line("motion"), ("mover", "seconder"), wants=wants, kinds=MOTIONS)
    step.multiline = True
    return step


def out(meeting: Meeting, item: str | None) -> Step:
    """`o`: a letter acts at once."""
    return Seats(meeting, item, Line("out"), ("who goes out",), at_once=True)


def into(meeting: Meeting, item: str | None) -> Step:
    """`i`: a letter acts at once."""
    return Seats(meeting, item, Line("in"), ("who comes in",), at_once=True)


def apology(meeting: Meeting, item: str | None) -> Step:
    """`j`: whose apology came."""
    return Seats(meeting, item, Line("apologies"), ("apology of",))


def preside(meeting: Meeting, item: str | None) -> Step:
    """`p`: who takes the chair, and for how long."""
    return Seats(meeting, item, Line("preside"), ("who takes the chair",), kinds=CHAIRS)


def substitute(meeting: Meeting, item: str | None) -> Step:
    """`s`: whose seat, then which substitute."""
    return Seats(meeting, item, Line("sub"), ("whose seat",), then=lambda who: which_substitute(meeting, item, who))


def own_vote(meeting: Meeting, item: str | None) -> Step:
    """`k`: whose own vote, then how."""
    return Seats(meeting, item, Line("record"), ("whose own vote",), then=lambda who: _how(meeting, item, who))


def _how(meeting: Meeting, item: str | None, who: str) -> Step:
    ways = {"f": "for", "a": "against", "b": "abstained"}
    options = {key: (way, Line("record", (who, way))) for key, way in ways.items()}
    options["n"] = ("not said yet", Line("record", (who,)))
    return Choice(meeting, item, f"{meeting.name(who)} voted", options)


def casting(meeting: Meeting, item: str | None) -> Step:
    """`c`, and of itself after a tie: the casting vote of whoever presides."""
    who = meeting.name(meeting.presiding) if meeting.presiding else "Whoever presides"
    ways = {"f": "for", "a": "against", "d": "declined"}
    options = {key: (way, Line("cast", (way,))) for key, way in ways.items()}
    return Choice(meeting, item, f"A tie. {who}, in the chair, casts", options)


def dispose(meeting: Meeting, item: str | None) -> Step:
    """`w`: how the newest open question ended without a vote."""
    question = newest_open(meeting.questions, item)
    if question is None:
        raise Unclear("No question is open, so none can have been withdrawn.")
    ways = {
        "w": ("withdrawn", "withdraw"),
        "f": ("fell", "fell"),
        "a": ("accepted", "accept"),
        "n": ("not put", "notput"),
    }
    options = {key: (said, Line(verb, (question.id,))) for key, (said, verb) in ways.items()}
    return Choice(meeting, item, question_name(meeting, question.id).capitalize(), options)


def outcome(meeting: Meeting, item: str | None) -> Step:
    """`=`: how the item ended."""
    options = {
        "0": ("None.", Line("none")),
        "n": ("noted", Line("outcome", ("noted",))),
        "r": ("noted, no referrals", Line("outcome", ("noted",), {"referrals": "none"})),
        "a": ("approved", Line("outcome", ("approved",))),
        "u": ("refused: reasons", Line("outcome", ("refused",))),
        "d": ("deferred: why, until when", Line("outcome", ("deferred",))),
        "w": ("withdrawn", Line("outcome", ("withdrawn",))),
        "x": ("no further action", Line("outcome", ("no", "further", "action"))),
        "l": ("not reached", Line("outcome", ("not", "reached"))),
    }
    lines = {
        "m": ("minutes approved", f":minutes {_to_approve(meeting, item)}"),
        "f": ("referred", ':outcome referred to=""'),
    }
    return Choice(meeting, item, "Outcome", options, texts=frozenset("ud"), lines=lines)


def _to_approve(meeting: Meeting, item: str | None) -> str:
    """The days of the minutes that the papers bring to the item, as the line takes them."""
    papers = meeting.items.get(item or "")
    return "+".join(day.isoformat() for day in papers.minutes_of) if papers else ""


def reword(meeting: Meeting, item: str | None, sentence: "Sentence") -> Step:
    """`*` in the preview: a sentence of the draft in the clerk's own words, or again in the house style's."""
    named = {"was": sentence.was, "nth": str(sentence.nth)}
    return OwnWords(meeting, item, Line("reword", (sentence.event, sentence.construct), named), sentence)


def report_by(meeting: Meeting, item: str | None) -> Step:
    """`b`: who brings the report, and who came to the table."""
    officers = [person for person in meeting.people.values() if person.kind in ("officer", "partner")]
    steps: dict[str, tuple[str, Step]] = {
        str(number): (person.brief, _manner(meeting, item, person.id, person.brief))
        for number, person in enumerate(officers[:9], 1)
    }
    options = {"c": ("the chair introduced it", Line("introduce", ("chair",)))}
    lines = {
        "i": ("invited to the table", ":invite "),
        "s": ("speakers from outside", ":speakers -- "),
        "p": ("appointments", ":appoint "),
    }
    return Choice(meeting, item, "Report", options, steps=steps, lines=lines)


def _manner(meeting: Meeting, item: str | None, person: str, name: str) -> Step:
    options = {
        "i": ("introduced it", Line("introduce", (person,))),
        "p": ("presented it", Line("introduce", (person,), {"how": "presented"})),
        "s": ("spoke to it, and went on…", Line("introduce", (person,), {"how": "spoke"})),
    }
    return Choice(meeting, item, name[:1].upper() + name[1:], options, texts=frozenset("s"))


def take_item(meeting: Meeting, item: str | None) -> Step:
    """`g`: the item turned to where it is not taken yet, else the next in the order of business."""
    order = [id_ for id_ in meeting.order if id_ in meeting.items]
    untaken = [id_ for id_ in order if id_ not in meeting.taken]
    here = order.index(item) if item in order else -1
    # The chair calls items; a heading is only where something is minuted.
    later = [id_ for id_ in order[here + 1 :] if id_ in untaken and meeting.items[id_].kind != "heading"]
    proposed = item if item in untaken else next(iter(later or untaken), None)
    return TakeItem(meeting, item, proposed)


def course(meeting: Meeting, item: str | None) -> Step:
    """`.`: the course of the meeting, what comes next first."""
    labels = {
        "o": ("open", Line("open")),
        "a": ("adjourn", Line("adjourn")),
        "r": ("resume", Line("resume")),
        "e": ("extend", Line("extend")),
    }
    fits = {"before": "o", "open": "ae", "adjourned": "r", "closed": "o"}[meeting.course]
    steps = {"c": ("close", Close(meeting, item))}
    return Choice(meeting, item, "The meeting", {key: labels[key] for key in fits}, steps=steps)


def add(meeting: Meeting, item: str | None) -> Step:
    """`+`: what the agenda did not have."""
    lines = {
        "i": ("an item", ':item  title=""'),
        "u": ("an urgent item", ':item  urgent=yes title=""'),
        "h": ("a heading", ":heading -- "),
        "p": ("a person", ':person  title= name="" post=""'),
        "o": ("another order of items", ":order "),
        "t": ("another title", ":retitle "),
        "m": ("a member in a seat", ":seat  for="),
    }
    return Choice(meeting, item, "Add", {}, lines=lines)


def exempt(meeting: Meeting, item: str | None, row: str | None) -> Step:
    """`x`: exempt session, or one line of the record made private or public by hand."""
    options = {"r": ("readmit", Line("readmit"))} if meeting.doors.closed else {}
    if row is not None:
        private = row in meeting.private
        options["p"] = ("this line is public" if private else "this line is private", _private(row, not private))
    lines = {"s": ("a public summary", ":summary -- ")}
    if not meeting.doors.closed:
        lines = {"e": ("exclude the press and public", ":exclude items= para="), **lines}
    return Choice(meeting, item, "Exempt", options, lines=lines)


def _private(row: str, private: bool) -> Line:
    return Line("private", (row, "yes" if private else "no"))
