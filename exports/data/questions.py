"""What the body was asked, with every text that it had; how it voted; how each item ended."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from clerk.events import Appointed, BallotTaken, MinutesApproved, OutcomeDeclared
from clerk.meeting.directions import direction_of_vote
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.texts import Text, numbers
from exports.amendments import amendment_words
from exports.data.shapes import Asked, Casting, Decided, Recorded, Stage, Unable, Voted, Worded
from exports.data.shown import Shown


def questions(shown: Shown) -> tuple[Asked, ...]:
    """Every question that may be shown, in the order in which it became known."""
    known = (question for question in shown.meeting.questions.values() if question.state != "raised")
    found = (question for question in known if shown.question(question.id))
    return tuple(_asked(shown, question) for question in found)


def _asked(shown: Shown, question: Question) -> Asked:
    named = question.seconder not in ("", "duly", "none", "without")
    return Asked(
        id=question.id,
        kind=question.kind,
        item=question.item,
        mover=shown.person(question.mover) if question.mover else None,
        seconder=shown.person(question.seconder) if named else None,
        seconded=_SECONDED.get(question.seconder, "yes"),
        amends=question.parent,
        result=question.state,
        changes=tuple(amendment_words(shown.writer, question.id)),
        texts=tuple(_stages(shown, question)),
    )


_SECONDED: dict[str, Literal["yes", "no", ""]] = {"": "", "without": "", "none": "no"}


def _stages(shown: Shown, question: Question) -> Iterator[Stage]:
    """The texts of a question: as moved, after each amendment that went into it, and as it was put."""
    known = shown.meeting.questions
    for count in range(len(question.merged) + 1):
        whole = count == len(question.merged)
        before = known if whole else {**known, question.id: replace(question, merged=question.merged[:count])}
        by = question.merged[count - 1] if count else ""
        yield Stage(stage="amended" if count else "moved", by=by, clauses=worded(text_of(before, question.id)))
    for put in shown.puts_of.get(question.id, ()):
        if len(put.texts) == len(put.questions):
            yield Stage(stage="put", by=put.vote, clauses=_as_printed(put.text_of(question.id), put))


def worded(text: Text) -> tuple[Worded, ...]:
    """A text, each clause with its number; one that stands alone has none."""
    printed = numbers(text)
    return tuple(Worded(number=printed[c.id] if len(text) > 1 else "", text=c.text) for c in text)


def _as_printed(text: Text, put: Put) -> tuple[Worded, ...]:
    alone = len(text) == 1 and not put.clauses
    return tuple(Worded(number="" if alone else put.printed.get(c.id, ""), text=c.text) for c in text)


def votes(shown: Shown) -> tuple[Voted, ...]:
    """Every vote that may be shown, in the order in which it was taken."""
    return tuple(_voted(shown, vote) for vote in shown.meeting.votes.values() if shown.vote(vote))


def _voted(shown: Shown, vote: Vote) -> Voted:
    put = shown.puts.get(vote.put)
    taken = shown.placed.get(vote.event)
    return Voted(
        id=vote.id,
        questions=vote.questions,
        item=put.item if put else None,
        clauses=tuple(put.printed.get(clause, "") for clause in put.clauses) if put else (),
        at=taken.event.at if taken else None,
        method=vote.method,
        direction=direction_of(shown, vote),
        votes_for=vote.votes_for,
        against=vote.against,
        abstained=vote.abstained,
        unanimous=vote.unanimous,
        result=vote.state,
        entitled=shown.people(vote.entitled),
        unable=tuple(Unable(person=shown.person(person), why=why) for person, why in vote.unable),
        names=tuple(recorded_names(shown, vote)),
        casting=_casting(shown, vote),
        recounted=vote.superseded,
        facing=vote.facing or None,
    )


def _casting(shown: Shown, vote: Vote) -> Casting | None:
    if vote.casting is None:
        return None
    person, direction = vote.casting
    return Casting(person=shown.person(person), vote=direction)


def direction_of(shown: Shown, vote: Vote, question: Question | None = None) -> str:
    """What a vote for it was a vote for, as it was said or as the words have it, approval or refusal (VO-04); of the
    first of its questions where none is named."""
    if vote.direction:
        return vote.direction
    known = (shown.meeting.questions[q] for q in vote.questions if q in shown.meeting.questions)
    of = question or next(known, None)
    read = direction_of_vote(shown.meeting, vote, of) if of else ""
    return "" if read == "unclear" else read


def recorded_names(shown: Shown, vote: Vote) -> Iterator[Recorded]:
    """Those whose vote was recorded by name, in a division or at their own request (V12); of nobody else."""
    own = dict(vote.own_votes)
    sides = {
        "for": vote.for_names,
        "against": vote.against_names,
        "abstained": vote.abstained_names,
        "not voting": vote.not_voting,
    }
    for side, people in sides.items():
        for person in people:
            yield Recorded(person=shown.person(person), vote=side, on_request=False)  # type: ignore[arg-type]
    named = {person for people in sides.values() for person in people}
    for person, direction in own.items():
        if direction and person not in named:
            yield Recorded(person=shown.person(person), vote=direction, on_request=True)  # type: ignore[arg-type]


def decisions(shown: Shown) -> tuple[Decided, ...]:
    """How questions and items ended, in the order in which they did; a vote that was recounted ended nothing."""
    found: list[Decided] = []
    by_vote = {vote.event: vote for vote in shown.meeting.votes.values() if not vote.superseded and shown.vote(vote)}
    for placed in shown.meeting.events:
        if placed.id in by_vote:
            found += _by_vote(shown, by_vote[placed.id])
        elif shown.event(placed.id) and (decided := _declared(shown, placed)) is not None:
            found.append(decided)
    return tuple(found)


def _by_vote(shown: Shown, vote: Vote) -> Iterator[Decided]:
    put = shown.puts.get(vote.put)
    for place, label in enumerate(vote.both):
        question = shown.meeting.questions.get(label)
        texts = (*put.texts, put.facing_text) if put else ()
        text = texts[place] if place < len(texts) else ()
        yield Decided(
            item=question.item if question else None,
            question=label,
            how="vote",
            result=vote.state_of(label),
            text="\n".join(amendment_words(shown.writer, label) or [clause.text for clause in text]),
            people=(),
        )


def _declared(shown: Shown, placed: Placed) -> Decided | None:
    event = placed.event
    people: tuple[str, ...] = ()
    result: str
    match event:
        case OutcomeDeclared():
            people, result, text, how = event.by, event.what, event.text or event.to, "declared"
        case MinutesApproved():
            dates = ", ".join(day.isoformat() for day in event.dates)
            corrections = event.corrections if shown.exempt or not event.exempt else ()
            result, text, how = "approved", "\n".join((dates, *corrections)), "minutes"
        case BallotTaken() if event.elected:
            people, result, text, how = (event.elected,), "elected", event.post, "election"
        case Appointed():
            people, result, text, how = event.people, "appointed", event.to, "appointment"
        case _:
            return None
    question = getattr(event, "of", None)
    return Decided(
        item=event.item,
        question=question if question and shown.question(question) else None,
        how=how,  # type: ignore[arg-type]
        result=result,
        text=shown.writer.words(placed, text),
        people=shown.people(people),
    )
