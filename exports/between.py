"""A vote between a motion and an amendment, as in Scotland: how many were for each, and which is the decision (OU-05).

It is told once: what won is resolved, and what lost fell. Nothing is put again "as amended".
"""

from collections.abc import Callable, Iterator
from typing import Any

from clerk.meeting.directions import decided_by
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.texts import Text
from exports.amendments import amendment_words
from exports.blocks import AnyBlock, Prose
from exports.directed import what_decided
from exports.motions import fallen_with, kind_of, named_apart
from exports.writer import Writer


def side(writer: Writer, vote: Vote, label: str) -> str:
    """One of two questions as a sentence names it: "the motion", "the amendment of Councillor Elm" where there are
    several."""
    questions = writer.meeting.questions
    question = questions[label]
    if question.kind == "recommendations":
        return f"the {kind_of(question, len(_text(writer, vote, label)))}"
    alike = [q for q in questions.values() if (q.kind, q.item) == (question.kind, question.item)]
    several = len([q for q in alike if q.parent == question.parent and q.seconder != "none"]) > 1
    if several:
        at = next(placed for placed in writer.meeting.events if placed.id == vote.event)
        return named_apart(writer, question, at)
    return "the amendment" if question.kind == "amendment" else "the motion"


def sides(writer: Writer, vote: Vote) -> tuple[str, str]:
    """What a vote for and a vote against are called in a table: "For the amendment", "For the motion"; "For" and
    "Against" of a vote on one question."""
    text = writer.style.text
    if not vote.facing:
        return text("VO-02.for"), text("VO-02.against")
    yes, no = (f"{text('VO-02.for')} {side(writer, vote, label)}" for label in vote.both)
    return yes, no


def way(writer: Writer, vote: Vote | None, direction: str) -> str:
    """Which way somebody voted, as a sentence has it: "for", or "for the motion" where that was put against another."""
    if vote is None or not vote.facing or direction not in ("for", "against"):
        return direction
    return f"for {side(writer, vote, vote.questions[0] if direction == 'for' else vote.facing)}"


def _text(writer: Writer, vote: Vote, label: str) -> Text:
    put = writer.meeting.put_of(vote)
    if put is None:
        return ()
    return put.text_of(label)


def counted(writer: Writer, vote: Vote, placed: Placed, more: list[str], *, named: bool) -> Prose:
    """VO-02 in a sentence: how many voted for each, the motion first; `named`: the names stand below it. `more` are
    figures of a Council, those absent among them."""
    told = [
        (side(writer, vote, label), count or 0)
        for label, count in zip(vote.both, (vote.votes_for, vote.against), strict=True)
    ]
    if writer.meeting.questions[vote.questions[0]].kind == "amendment" and _is_main(writer, vote.facing):
        told.reverse()
    (first, ones), (second, others) = told
    facts: dict[str, Any] = {"first": first, "ones": ones, "second": second, "others": others, "more": more}
    facts["abstained"] = (vote.abstained or 0) if vote.abstained or writer.setting("nil_abstentions") else None
    return writer.prose("VO-08.between" if named else "VO-02.between", [placed], secret=vote.secret, **facts)


def _is_main(writer: Writer, label: str) -> bool:
    return writer.meeting.questions[label].kind != "amendment"


def won_and_lost(writer: Writer, vote: Vote) -> tuple[str, str] | None:
    """The labels of what a vote between two carried, and of what fell; None where neither was carried."""
    label, other = vote.questions[0], vote.facing
    won, lost = (label, other) if vote.state_of(label) == "carried" else (other, label)
    return (won, lost) if vote.state_of(won) == "carried" else None


def _final(vote: Vote, won: Question) -> bool:
    """Whether what a vote carried is the decision, and was not put against another after it."""
    return won.state == "carried" and won.vote == vote.id


def result(writer: Writer, vote: Vote, put: Put, placed: Placed) -> list[AnyBlock]:
    """OU-05: what was resolved and what fell, with the words of the decision where they stand nowhere above."""
    ended = won_and_lost(writer, vote)
    if ended is None:
        second, first = (side(writer, vote, label) for label in vote.both)
        return [writer.prose("OU-05.neither", [placed], first=first, second=second)]
    won, lost = (writer.meeting.questions[label] for label in ended)
    text = _text(writer, vote, won.id)
    made = decided_by(writer.meeting, vote, won)
    facts: dict[str, Any] = {
        "won": side(writer, vote, won.id),
        "lost": side(writer, vote, lost.id),
        "many": 2 if won.kind == "recommendations" and len(text) != 1 else 1,
        "unanimous": vote.unanimous,
        "declared": vote.method == "declared",
        "amended": bool(won.merged),
    }
    fell = fallen_with(writer, (lost.id,), placed)
    if not _final(vote, won):
        return [writer.prose("OU-05.preferred", [placed], **facts), *fell]
    below = bool(text) and (won.kind != "motion" or bool(won.merged))
    what = what_decided(writer, put, won, made) if made else ""
    facts |= {"below": below, "made": {"approval": "APPROVED", "refusal": "REFUSED"}.get(made if what else "", "")}
    said = writer.prose("OU-05.between", [placed], what=what, **facts)
    return [said, *([writer.clauses(text, "OU-05", [placed])] if below else []), *fell]


Said = Callable[..., Prose]
"""A sentence of the sheet: its wording, and its facts."""


def on_sheet(
    writer: Writer, vote: Vote, placed: Placed, figures: str, moved: Callable[[Question], dict[str, str]], say: Said
) -> Iterator[AnyBlock | list[str]]:
    """How two questions that were put against each other ended, each with its words: what fell, then what was
    resolved. Lines of an amendment come as they are. `moved` says on whose motion, `say` makes a sentence."""
    text = writer.style.text
    ended = won_and_lost(writer, vote)
    known = writer.meeting.questions
    if ended is None or not _final(vote, known[ended[0]]):
        # Nothing is resolved yet: the figures go with what is out, or with what nobody decided.
        out = vote.both if ended is None else (ended[1],)
        how = text("DS.tied") if vote.state == "tied" else text("DS.lost")
        for label in reversed(out):
            yield from _fell(writer, vote, known[label], f"{how} ({figures})" if figures else how, moved, say, placed)
        return
    won, lost = known[ended[0]], known[ended[1]]
    yield from _fell(writer, vote, lost, text("DS.lost") if lost.kind == "amendment" else "fell", moved, say, placed)
    facts = {"kind": "amendment" if won.kind == "amendment" else "motion", "amended": bool(won.merged)}
    facts |= {"how": text("DS.carried"), "unanimous": vote.unanimous, "votes": figures}
    yield say("DS.between", **facts, **moved(won))
    yield writer.clauses(_text(writer, vote, won.id), "DS", [placed])


def _fell(
    writer: Writer,
    vote: Vote,
    question: Question,
    how: str,
    moved: Callable[[Question], dict[str, str]],
    say: Said,
    placed: Placed,
) -> Iterator[AnyBlock | list[str]]:
    by = moved(question)
    if question.kind == "recommendations" and not by["mover"]:
        return
    yield say("DS.ended", kind="Amendment" if question.kind == "amendment" else "Motion", how=how, to="", **by)
    if question.kind == "amendment":
        yield amendment_words(writer, question.id, led=True)
    else:
        yield writer.clauses(_text(writer, vote, question.id), "DS", [placed])


def read_of(writer: Writer, vote: Vote) -> str:
    """What the figures of an earlier count are of: "for the motion, for the amendment, abstained"."""
    if not vote.facing:
        return "for, against, abstained"
    return ", ".join([*(f"for {side(writer, vote, label)}" for label in vote.both), "abstained"])


def title_of(writer: Writer, vote: Vote) -> str:
    """The two questions of a vote as a table's title names them."""
    return " and ".join(side(writer, vote, label) for label in reversed(vote.both))
