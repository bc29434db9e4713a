"""What is said of a decision beside its vote: an outcome, a standing sentence, a typed resolution (V1, V26)."""

import re
from collections.abc import Iterator

from clerk.events import Minuted, Noted, NothingToRecord, OutcomeDeclared
from clerk.findings import Finding
from clerk.meeting.directions import decided_by, reading
from clerk.meeting.endings import ending_of
from clerk.meeting.motions import own_recommendation, text_of
from clerk.meeting.parts import Question
from clerk.meeting.typed import differs, is_resolution
from clerk.rules.business import UNDECIDED
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.votes import tally
from clerk.saying.names import capital


@rule(V1="HARD", V26="HARD")
def declared_outcomes(case: Case) -> Iterator[Finding]:
    """What is declared of a question is what its vote makes of it."""
    for placed, event in case.of(OutcomeDeclared):
        # What became of some clauses alone is none of the item's.
        if event.clauses or event.what not in ("approved", "refused"):
            continue
        opposite = _opposite(case, event)
        if opposite is not None:
            carried = case.question(opposite.id)
            text = f"{capital(carried)} was carried, and the item is said to be {event.what}."
            yield found("HARD", "V1", text, "What was voted on decides: correct one.", at=placed)
            continue
        if event.of is None:
            asked = [q for q in case.questions_of(event.item) if q.state not in ("withdrawn", "fell", "not put")]
            if how := _without_a_vote(case, event, asked):
                text = f"{capital(case.item_name(event.item))} is said to be {event.what}, and {how}."
                remedy = "Record the vote; “agreed” without a count is :vote assent."
                yield found("HARD", "V26", text, remedy, at=placed)
            continue
        question = case.meeting.questions.get(event.of)
        if question is None:
            continue
        votes = case.votes_on(event.of)
        if not votes and question.state != "accepted":
            text = f"No vote is recorded on {case.question(event.of)}, said to be {event.what}."
            remedy = "Record the vote; “agreed” without a count is :vote assent."
            yield found("HARD", "V26", text, remedy, at=placed)
        elif event.what == "approved" and question.state == "lost":
            text = f"The vote was lost on {case.question(event.of)}, said to be approved."
            yield found("HARD", "V1", text, "A majority of those voting decides.", at=placed, figures=tally(votes[-1]))


@rule(V26="HARD WARN")
def typed_resolutions(case: Case) -> Iterator[Finding]:
    """What is typed as resolved was carried: another text, figures or direction than those recorded is questioned."""
    for placed, text in case.prose:
        if not isinstance(placed.event, Minuted) or not is_resolution(text):
            continue
        item = placed.event.item
        ending = ending_of(case.meeting, item) if item else None
        if ending is not None and ending.what == "lost":
            sentence = f"A resolution is typed under {case.item_name(item)}, and what was put there was lost."
            yield found("HARD", "V26", sentence, "Record what was carried, or strike the text.", at=placed)
        elif ending is not None and not ending.decided and ending.what != "":
            sentence = "A resolution is typed, and nothing was carried at this item."
            yield found("WARN", "V26", sentence, "Record the vote, and leave the text out.", at=placed)
        elif how := differs(case.meeting, item, text):
            yield found("WARN", "V26", f"A resolution is typed, and {how}.", "Check the text.", at=placed)


def _without_a_vote(case: Case, event: OutcomeDeclared, asked: list[Question]) -> str:
    """How no vote made an item's outcome, as the words after "and"; "" where one did. A vote on another motion of the
    item is not on the one that waits."""
    voted = [q for q in asked if case.votes_on(q.id) or q.state == "accepted"]
    waits = [q for q in asked if q not in voted and q.kind == "motion" and q.is_open]
    if asked and not voted:
        return "no vote is recorded"
    if waits and not any(q.kind == "recommendations" for q in voted):
        return f"{case.question(waits[-1].id)} waits for its vote"
    plain = [q for q in voted if q.state == "carried" and reading(text_of(case.meeting.questions, q.id)) == "approval"]
    if event.what == "refused" and plain and len(plain) == len(voted) and all(q.kind == "motion" for q in voted):
        return f"no vote refused it: {case.question(plain[-1].id)} was carried"
    return ""


def _opposite(case: Case, event: OutcomeDeclared) -> Question | None:
    """The question by which the item was decided the other way than its outcome says."""
    said = {"approved": "approval", "refused": "refusal"}[event.what]
    decided = ""
    by: Question | None = None
    for question in case.questions_of(event.item):
        vote = case.meeting.votes.get(question.vote)
        made = decided_by(case.meeting, vote, question) if vote is not None else ""
        if made and event.of in (None, question.id):
            decided, by = made, question
    return by if decided not in ("", said) else None


_DECIDES = ("recommendations", "members' item", "award", "adoption")
"""Questions of which a carried vote decides the item, whatever motions there were beside them."""
_NOTHING = ("not reached", "no decision")
_REMEDY = "What was voted on decides: correct one."


@rule(V1="HARD WARN")
def said_against_a_vote(case: Case) -> Iterator[Finding]:
    """Nothing is said of an item against what was voted on at it."""
    for placed, event in case.of(OutcomeDeclared):
        if not event.clauses and (question := _against(case, placed.id, event)) is not None:
            yield found(
                "HARD", "V1", f"{_ended(case, question)}, and the item is said to be {event.what}.", _REMEDY, at=placed
            )
    for placed, nothing in case.of(NothingToRecord):
        if carried := [q for q in _mains(case, nothing.item, (*_DECIDES, "motion")) if q.state == "carried"]:
            text = f"{_ended(case, carried[-1])}, and the item is said to have had nothing."
            yield found("WARN", "V1", text, "Strike “None”, which is not printed.", at=placed)
    for placed, noted in case.of(Noted):
        if (how := _noted_against(case, noted)) is not None:
            yield found("HARD", "V1", how, _REMEDY, at=placed)
    yield from _two_outcomes(case)
    yield from _both_ways(case)


def _both_ways(case: Case) -> Iterator[Finding]:
    """An item that was decided in two ways: something approved and refused too, or what was recommended carried beside
    the motion that was carried in its place."""
    for item in case.items:
        made: dict[str, Question] = {}
        mains = [q for q in _mains(case, item.id, ("recommendations", "motion")) if not q.parts]
        for question in sorted(mains, key=lambda q: case.place(case.meeting.votes[q.vote].event)):
            way, by = _made(case, question), case.meeting.questions.get(question.lapsed)
            against = [(other, q) for other, q in made.items() if other != way and _of_one_thing(case, question, q)]
            how = ""
            if way and against:
                other, earlier = against[0]
                how = (
                    f"{_ended(case, earlier)} ({other}), and {case.question(question.id)} was {question.state} ({way})"
                )
            elif not way and question.state == "carried" and by and by.kind == "motion" and by.state == "carried":
                how = f"{_ended(case, by)} in place of what was recommended, and {case.question(question.id)} was too"
            if how:
                vote = case.meeting.votes[question.vote].event
                remedy = "It was decided once: strike one of the votes."
                yield found("HARD", "V1", f"{how}.", remedy, at=vote, item=item.id)
            if way:
                made.setdefault(way, question)


_THINGS = re.compile(r"\b(permission|consent|licen[cs]e|certificate|variation|order)s?\b", re.IGNORECASE)


def _of_one_thing(case: Case, one: Question, other: Question) -> bool:
    """Whether two questions are of the same thing that was applied for: planning permission and listed building consent
    may be decided each its way."""
    texts = (" ".join(clause.text for clause in text_of(case.meeting.questions, q.id)) for q in (one, other))
    first, second = ({word.casefold() for word in _THINGS.findall(text)} for text in texts)
    return bool(first & second) or not first or not second


_UNLIKE = {
    "approved": {"refused", "deferred", "withdrawn", "not reached", "referred back", "no decision"},
    "refused": {"deferred", "withdrawn", "not reached", "referred back", "no decision"},
    "no further action": {"referred back", "referred", "referred up", "to respond", "deferred", "not reached"},
    "withdrawn": {"noted", "referred back", "referred", "referred up", "deferred"},
    "not reached": {"noted", "referred back", "referred", "referred up", "recommended"},
}
"""Outcomes of which an item has one at most."""


def _two_outcomes(case: Case) -> Iterator[Finding]:
    """Two outcomes of an item, of which one takes the other away; not where it was taken again between them."""
    declared = [(placed, event) for placed, event in case.of(OutcomeDeclared) if not event.clauses]
    for number, (placed, event) in enumerate(declared):
        for earlier, before in declared[:number]:
            if before.item != event.item or before.of != event.of:
                continue
            again = any(
                case.place(earlier.id) < at < case.place(placed.id) and taken == event.item
                for at, taken in case.takings
            )
            if again or not (event.what in _UNLIKE.get(before.what, ()) or before.what in _UNLIKE.get(event.what, ())):
                continue
            first, second = _said_to(before.what), _said_to(event.what)
            text = f"{capital(case.item_name(event.item))} is said {first}, and {second}."
            yield found("HARD", "V1", text, "Strike one of the two.", at=placed)


def _said_to(what: str) -> str:
    """An outcome as a sentence says it of an item."""
    had = {
        "no further action": "to have had no further action",
        "no decision": "to have had no decision",
        "not reached": "not to have been reached",
        "to respond": "to have been sent for a response",
    }
    return had.get(what, f"to be {what}")


@rule(T3="WARN")
def adopted_in_words(case: Case) -> Iterator[Finding]:
    """What was adopted stands in the minutes: with the motion, in the item's papers, or as it was typed there."""
    for placed, noted in case.of(Noted) if case.closed else ():
        question = case.meeting.questions.get(noted.question) if noted.construct == "CN-06" else None
        if question is None or question.state != "carried" or "\n" in noted.text.strip():
            continue
        item = case.item(noted.item)
        typed = [other for other, _ in case.prose if other.event.item == noted.item and other.id != placed.id]
        if own_recommendation(noted.text) and not typed and not (item and item.recommendations):
            text = f"What was adopted under {case.item_name(noted.item)} is nowhere in the minutes."
            remedy = "Type the words recommended on lines of their own below it (:correct …)."
            yield found("WARN", "T3", text, remedy, at=placed)


def _mains(case: Case, item: str | None, kinds: tuple[str, ...]) -> list[Question]:
    questions = case.meeting.questions.values()
    return [q for q in questions if q.item == item and q.kind in kinds and q.vote in case.meeting.votes]


def _ended(case: Case, question: Question) -> str:
    name = case.question(question.id)
    return f"{capital(name)} was {question.state}"


def _against(case: Case, id_: str, event: OutcomeDeclared) -> Question | None:
    """The question whose result an outcome contradicts: carried where the item is said to be refused or left undecided,
    lost with nothing else carried where it is said to be approved."""
    mains = [q for q in _mains(case, event.item, (*_DECIDES, "motion")) if event.of in (None, q.id)]
    carried = [q for q in mains if q.state == "carried" and (q.kind != "motion" or event.what in _NOTHING)]
    if event.what == "refused":
        plain = [
            q
            for q in carried
            if not _made(case, q) and reading(text_of(case.meeting.questions, q.id)) in ("", "approval")
        ]
        return plain[-1] if plain and len(plain) == len(carried) else None
    if event.what in UNDECIDED:
        before = [
            q
            for q in carried
            if event.what in _NOTHING or case.place(case.meeting.votes[q.vote].event) < case.place(id_)
        ]
        deferred = any(
            q.kind == "deferral" and q.item == event.item and q.state == "carried"
            for q in case.meeting.questions.values()
        )
        return before[-1] if before and not deferred else None
    if (
        event.what == "approved"
        and event.of is None
        and mains
        and all(q.state == "lost" and not _made(case, q) for q in mains)
    ):
        return mains[-1]
    return None


def _made(case: Case, question: Question) -> str:
    return decided_by(case.meeting, case.meeting.votes[question.vote], question)


_NOT_CONFIRMED = re.compile(r"\b(?:not (?:be )?confirm|unconfirmed)", re.IGNORECASE)


def _noted_against(case: Case, noted: Noted) -> str | None:
    """How a Member's Item that is said to be agreed, or a tree order that is confirmed or not, goes against a vote."""
    if noted.construct == "MB-02" and noted.facts.get("agreed"):
        question = case.meeting.questions.get(noted.question)
        votes = case.votes_on(noted.question)
        if question is None or not votes:
            return None
        if question.state == "lost":
            return f"{_ended(case, question)}, and is said to have been agreed."
        if noted.facts["agreed"] == "unanimously" and (votes[-1].against or votes[-1].abstained):
            return f"The Member’s Item is said to have been agreed unanimously; the vote was {tally(votes[-1])}."
    if noted.construct == "PL-06":
        return _order_against(case, noted)
    return None


def _order_against(case: Case, noted: Noted) -> str | None:
    confirmed = noted.facts.get("how") != "unconfirmed"
    for question in reversed(_mains(case, noted.item, ("recommendations", "motion"))):
        text = " ".join(clause.text for clause in text_of(case.meeting.questions, question.id))
        if question.state not in ("carried", "lost") or "confirm" not in text.lower():
            continue
        asked = not _NOT_CONFIRMED.search(text)
        if (question.state == "carried") != (asked == confirmed):
            how = "confirmed" if confirmed else "not confirmed"
            return f"{_ended(case, question)}, and the tree preservation order is said to be {how}."
        return None
    return None
