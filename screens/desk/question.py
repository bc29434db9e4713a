"""The question now open, as the desk shows it: named, in its exact words, and of an amendment what it changes; and the
one that was decided last, until another is open or the next item is taken."""

from textual.content import Content

from clerk.events import CastingVote, ItemTaken, QuestionDisposed, VoteTaken
from clerk.meeting.motions import newest_shown, text_before, text_of
from clerk.meeting.parts import Question
from clerk.meeting.state import Meeting
from clerk.saying.names import brief_name, capital
from clerk.saying.questions import question_name, text_now
from clerk.saying.votes import called, coming_against
from screens.kit.fitting import evenly, one_line, wrapped
from screens.wording import Side, changes, plain

LONG = 320
"""Characters of both texts together, beyond which words that an amendment leaves alone are left out."""

KEPT = 6
"""Words that are shown on either side of what an amendment changes."""

LABEL = "bold $text-accent"


def question_passage(meeting: Meeting, item: str | None, width: int, most: int) -> Content:
    """The question that "put" would mean under an item, in at most so many lines of so many cells; where none is open,
    that, and the one decided last. Of a text that is longer something of every clause is shown, and of an amendment
    first what it changes."""
    parts = _parts(meeting, item, LONG)
    if sum(len(wrapped(part, width)) for part in parts) > most:
        parts = _parts(meeting, item, 0)
    if most == 1:
        return one_line(Content(" – ").join(parts), width)
    return evenly(parts, width, most)


def _parts(meeting: Meeting, item: str | None, long: int) -> list[Content]:
    """The question's name, then its clauses, a part each; words that an amendment leaves alone are left out where both
    texts have more than `long` characters."""
    return _passage(meeting, item, long).split("\n")


def _passage(meeting: Meeting, item: str | None, long: int) -> Content:
    question = newest_shown(meeting, item)
    if question is None:
        decided = decided_last(meeting, item)
        if decided is None:
            return Content.styled("No question open.", "$text-muted")
        known = f"No question open. {decided.id} {decided.state.upper()} · {_named(meeting, decided)}"
        text = _clauses(plain(text_of(meeting.questions, decided.id)), "")
        return Content("\n").join([Content.styled(known, "bold"), text]).stylize("$text-muted")
    heading = Content.styled(f"{question.id} · {_named(meeting, question)}", LABEL)
    if question.kind != "amendment":
        stands = _clauses(plain(text_of(meeting.questions, question.id)), "")
        return Content("\n").join([heading, Content.styled(stands.plain, "bold")])
    before, after = text_before(meeting.questions, question.id), text_of(meeting.questions, question.id)
    now, carried = changes(before, after, long, KEPT)
    return Content("\n").join(
        [
            heading,
            _side(f"{text_now(meeting, question)}: ", now, "underline", "(nothing is taken out)"),
            _side("If carried: ", carried, "bold underline", "(nothing is put in)"),
        ]
    )


def decided_last(meeting: Meeting, item: str | None) -> Question | None:
    """The question of an item that was decided last, none being open there: it stays where it stood, so that a vote
    moves nothing on the screen. None once the next item is taken, and outside the meeting."""
    if meeting.course not in ("open", "adjourned") or newest_shown(meeting, item) is not None:
        return None
    for placed in reversed(meeting.events):
        event = placed.event
        labels: tuple[str, ...] = ()
        if isinstance(event, ItemTaken):
            break
        if isinstance(event, VoteTaken | CastingVote) and event.vote in meeting.votes:
            labels = meeting.votes[event.vote].questions
        elif isinstance(event, QuestionDisposed):
            labels = (event.question,)
        here = [question for label in labels if (question := meeting.questions.get(label)) and question.item == item]
        if here and not here[-1].is_open:
            return here[-1]
    return None


def _named(meeting: Meeting, question: Question) -> str:
    name = question_name(meeting, question.id)
    parent = meeting.questions.get(question.parent or "")
    to = f" to {parent.id}" if parent is not None and parent.kind == "amendment" else ""
    if question.kind == "recommendations" and question.mover in meeting.people:
        name += f", moved by {brief_name(meeting, question.mover)}"
    seconded = f", seconded by {brief_name(meeting, question.seconder)}" if question.seconder in meeting.people else ""
    amended = ", as amended" if question.merged and question.kind != "amendment" else ""
    against = coming_against(meeting, question)
    facing = f", put against {called(meeting, against)}" if against else ""
    return f"{capital(name)}{to}{seconded}{amended}{facing}"


def _side(label: str, side: Side, touched: str, nothing: str) -> Content:
    return Content.assemble((label, LABEL), _clauses(side, touched) if side else nothing)


def _clauses(side: Side, touched: str) -> Content:
    return Content("\n").join(
        Content.assemble(
            f"{clause.number} " if clause.number else "",
            *((words, touched if changed else "") for words, changed in clause.pieces),
        )
        for clause in side
    )
