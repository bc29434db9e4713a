"""Section 6, what is moved: movers and seconders, states, endings (M1, M3, M12, M19 to M24)."""

import re
from collections.abc import Iterator

from clerk.agenda import Item
from clerk.events import AmendmentMoved, MotionMoved, QuestionDisposed
from clerk.findings import Finding
from clerk.meeting.deferring import defers
from clerk.meeting.directions import decided_by, direction_of_vote, recommended
from clerk.meeting.endings import ending_of
from clerk.meeting.entitlement import items_of
from clerk.meeting.interests import bar_of
from clerk.meeting.parts import Question, Vote
from clerk.meeting.puts import left_put
from clerk.meeting.record import Placed
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.saying.names import capital
from clerk.times import say_date


@rule(M1="WARN")
def every_question_ends(case: Case) -> Iterator[Finding]:
    """Each question that was moved has one end. A tie that nobody resolved is found as such (V8)."""
    if not case.closed:
        return
    for label, question in case.meeting.questions.items():
        if not question.is_open or question.kind == "recommendations" or _overtaken(case, question):
            continue
        if question.merged or question.state == "tied":
            continue
        text = f"{capital(case.question(label))} has no end."
        remedy = "Put it, or say that it was withdrawn, fell or was not put."
        yield found("WARN", "M1", text, remedy, at=question.event, item=question.item)


def _overtaken(case: Case, question: Question) -> bool:
    """Whether the item was deferred or given up, so that the question was not put (M18)."""
    ending = ending_of(case.meeting, question.item) if question.item else None
    return ending is not None and ending.what in ("deferred", "withdrawn", "not reached")


@rule(M3="HARD WARN", D13="HARD", D11="HARD", PP13="HARD", MI5="HARD", Q11="HARD", V22="HARD", V17="HARD")
def movers(case: Case) -> Iterator[Finding]:
    """Mover and seconder are two members who act, are in the room and are not barred."""
    for act in case.meeting.acts:
        voter, who = act.voter, case.name(act.person)
        placed = case.meeting.events[case.place(act.event)]
        remedy = "Correct who it was, or where that member was."
        if voter is not None and (voter.may or (voter.rule == "V17" and _on_the_meeting(placed))):
            continue
        if voter is None:
            kind = case.meeting.people[act.person].kind if act.person in case.meeting.people else ""
            item = case.item(placed.event.item)
            own = item is not None and item.kind == "members' items"
            rule_id = ("MI5" if own else "PP13") if kind == "councillor" else "M3"
            text = f"{who} {act.what} here, but does not act on this body."
        else:
            rule_id = {"V19": "M3", "V17": "V17", "D11": "D11", "Q11": "Q11", "V22": "V22"}.get(voter.rule, "D13")
            text = f"{who} {act.what} here, but may not: {voter.why}."
        if rule_id:
            yield found("HARD", rule_id, text, remedy, at=placed)
    required = case.profile.motions_seconder_required
    moves: list[tuple[Placed, MotionMoved | AmendmentMoved]] = [*case.of(MotionMoved), *case.of(AmendmentMoved)]
    for placed, moved in moves:
        label = moved.question
        if moved.mover and moved.mover == moved.seconder:
            text = f"{case.name(moved.mover)} moved and seconded {case.question(label)}."
            yield found("HARD", "M3", text, "Correct who seconded it.", at=placed)
        if moved.seconder == "none" and case.votes_on(label):
            text = f"{capital(case.question(label))} was not seconded, so it fell; yet a vote on it is recorded."
            yield found("WARN", "M3", text, "Say who seconded it, or strike the vote.", at=placed)
        if required and moved.seconder == "without" and case.votes_on(label) and not _needs_none(case, placed, moved):
            text = f"{capital(case.question(label))} was moved without a seconder, and wants one to be voted on."
            yield found("WARN", "M3", text, "Say who seconded it, or “duly”.", at=placed)
        if required and moved.seconder == "" and case.votes_on(label) and not _needs_none(case, placed, moved):
            text = f"Nobody is recorded as seconding {case.question(label)}, which was put to the vote."
            yield found("WARN", "M3", text, "Say who did, or “duly”.", at=placed)


def _on_the_meeting(placed: Placed) -> bool:
    """Whether what was moved is how to go on, and nothing of the item, so that it was no matter to have heard all."""
    event = placed.event
    return isinstance(event, MotionMoved) and event.kind not in ("motion", "deferral") and not defers(event.text)


def _needs_none(case: Case, placed: Placed, moved: MotionMoved | AmendmentMoved) -> bool:
    """Whether a motion wants no seconder on this body: the chair's own, one on procedure, or a Member's Item. That a
    Council's minutes name none says nothing: they give the mover alone."""
    where = case.item(placed.event.item)
    if where is not None and (where.kind == "members' items" or where.raised_by or _is_part_of_one(case, where)):
        return True
    if case.profile.body_kind == "council" and moved.seconder in ("", "without"):
        return True
    # Members of an executive put their own recommendations, and alter them, without one, where that is said.
    if case.profile.body_kind == "executive" and moved.seconder == "without":
        return True
    ways = case.profile.motions_without_seconder
    by_chair = case.presiding(case.place(placed.id)) == moved.mover
    procedural = isinstance(moved, MotionMoved) and moved.kind != "motion"
    return ("chair" in ways and by_chair) or ("procedural" in ways and procedural)


def _is_part_of_one(case: Case, item: Item) -> bool:
    whole = case.item(item.parent)
    return whole is not None and whole.kind == "members' items"


_ENDED = {"withdrawn": "was withdrawn", "fell": "fell", "accepted": "was accepted", "not put": "was not put"}


@rule(M12="HARD")
def withdrawn(case: Case) -> Iterator[Finding]:
    """What has been voted on cannot be withdrawn, nor end without a vote in another way."""
    for placed, event in case.of(QuestionDisposed):
        whole = [vote for vote in case.votes_on(event.question) if vote.state != "tied" and not _on_a_part(case, vote)]
        if any(case.place(vote.event) < case.place(placed.id) for vote in whole):
            text = f"{capital(case.question(event.question))} {_ENDED[event.how]} after the vote on it."
            yield found("HARD", "M12", text, "Strike that (:strike), or correct its place.", at=placed)


def _on_a_part(case: Case, vote: Vote) -> bool:
    put = case.puts.get(vote.put)
    return put is not None and bool(put.clauses)


@rule(M20="HARD")
def direction_said(case: Case) -> Iterator[Finding]:
    """Where the words of a question could be for approval or refusal, it is said which."""
    for vote in case.votes:
        questions = [case.meeting.questions[label] for label in vote.questions if label in case.meeting.questions]
        for question in questions:
            if vote.carried and direction_of_vote(case.meeting, vote, question) == "unclear":
                text = f"Whether the vote on {case.question(question.id)} was for approval or refusal is not said."
                remedy = "Say which: record the vote again with to=approval or to=refusal."
                yield found("HARD", "M20", text, remedy, at=vote.event, item=question.item)


@rule(M19="WARN HARD", M20="HARD")
def nothing_decided(case: Case) -> Iterator[Finding]:
    """A lost recommendation is not the opposite decision; a planning body that departs from one gives reasons."""
    planning = case.profile.body_kind == "planning"
    for item in case.items:
        if not case.is_over(item.id):
            continue
        ending = ending_of(case.meeting, item.id)
        question = case.meeting.questions.get(ending.question)
        # A Member's own motion may be lost, and that is the end of it: nothing was recommended.
        own = question is not None and question.kind == "motion" and not item.recommendations
        if ending.what == "lost" and item.kind != "members' items" and not (own and item.kind != "application"):
            question = case.meeting.questions[ending.question]
            what = "recommendation" if question.kind == "recommendations" else "motion"
            text = f"The {what} of {case.item_name(item.id)} was lost, and nothing was decided in its place."
            remedy = "Move, second and vote on what is to be done, or say that there is no decision (=)."
            yield found("HARD" if planning else "WARN", "M19", text, remedy, at=_vote_of(case, question), item=item.id)
        if planning and _departs(case, item.id) and not _reasons(case, item.id):
            text = f"{capital(case.item_name(item.id))} was decided against the recommendation, without reasons."
            yield found("HARD", "M20", text, "Give the reasons (:reasons -- …).", item=item.id)


def _vote_of(case: Case, question: Question) -> str:
    votes = case.votes_on(question.id)
    return votes[-1].event if votes else question.event


def _departs(case: Case, item: str) -> bool:
    """Whether what was decided is not what was recommended: the other direction, or a motion in place of it."""
    wanted, made = recommended(case.meeting, item), ""
    ending = ending_of(case.meeting, item)
    if not wanted:
        return False
    question = case.meeting.questions.get(ending.question)
    if question is None or ending.what not in ("approved", "refused", "carried"):
        named = {"approved": "approval", "refused": "refusal"}.get(ending.what, "")
        return bool(named) and wanted != "unclear" and named != wanted
    vote = case.meeting.votes.get(question.vote)
    made = decided_by(case.meeting, vote, question) if vote is not None else ""
    if made and wanted != "unclear":
        return made != wanted
    return question.kind in ("motion", "amendment")


_REASON = re.compile(
    r"\b(refused?\b[^.]*\bfor|because|reasons?|on the grounds?|due to|by reason|contrary to|harm)\b"
    r"|\b(?:as|since|given that|in view of|owing to) (?:the|it|its|this|these|there|an?|no|all|they|what)\b",
    re.IGNORECASE,
)


def _reasons(case: Case, item: str) -> bool:
    for placed in case.under.get(item, []):
        name = placed.event.__class__.__name__
        text = str(getattr(placed.event, "text", ""))
        if text and name in ("ReasonsGiven", "OutcomeDeclared"):
            return True
        if name == "MotionMoved" and _REASON.search(text):
            return True
    return False


@rule(M21="WARN HARD")
def covered_once(case: Case) -> Iterator[Finding]:
    """Each recommendation is put once: to one vote, or with others."""
    for question in case.meeting.questions.values():
        votes = [vote for vote in case.votes_on(question.id) if vote.state != "tied"]
        parts = {vote: clauses for clauses, vote in question.parts}
        seen: set[str] = set()
        for vote in votes:
            # Of several that are put against each other, one is put once against each.
            against = {f"against {label}" for label in vote.both if vote.facing and label != question.id}
            clauses = against or set(parts.get(vote.id, ())) or {"*"}
            if seen & clauses or (seen and "*" in seen | clauses):
                text = f"There is more than one vote on {case.question(question.id)}."
                remedy = "Was it a recount (:vote … recount=)? Else strike one of the votes."
                yield found("HARD", "M21", text, remedy, at=vote.event, item=question.item)
                break
            seen |= clauses
        if question.parts and question.is_open and case.is_over(question.item) and "*" not in seen:
            text = f"Some clauses of {case.question(question.id)} were put to the vote, and others were not."
            remedy = "Put the rest, or say that they were withdrawn."
            yield found("WARN", "M21", text, remedy, at=_vote_of(case, question), item=question.item)


@rule(M21="WARN NOTE")
def whole_or_apart(case: Case) -> Iterator[Finding]:
    """Who may not vote on one of several items that are put together cannot vote on the whole."""
    for put in case.meeting.puts:
        items = items_of(case.meeting, put)
        if len(items) < 2:
            continue
        for item in items:
            kept_out = [p for p, _ in put.barred if bar_of(case.meeting, p, item)]
            apart = [p for p in kept_out if not all(bar_of(case.meeting, p, other) for other in items)]
            if apart:
                name = case.item_name(item)
                text = f"{case.names(apart)} may not vote on {name}, and so not on the whole that was put together."
                remedy = f"Put {name} by itself."
                yield found("NOTE", "M21", f"{text} {remedy}", remedy, at=put.event, item=item)


@rule(M21="WARN")
def put_and_left(case: Case) -> Iterator[Finding]:
    """What was put is voted on before the next item is taken, or withdrawn."""
    for put in left_put(case.meeting):
        place = case.place(put.event)
        after = next((item for at, item in case.takings if at > place and item != put.item), None)
        if after is not None:
            text = f"{capital(case.questions(put.questions))} was put and not voted on before {case.item_name(after)}."
            remedy = "Record the vote (:vote … of=LABEL), or that it was withdrawn (:withdraw LABEL)."
            yield found("WARN", "M21", text, remedy, at=put.event, item=put.item)


_NEVER_SUSPENDED = {
    "a member's right to have the own vote minuted": re.compile(
        r"\b(recorded|own|individual) vote|\bvote recorded|how .{0,30}voted", re.I
    ),
    "the signing of minutes": re.compile(r"\bsign\w* .{0,30}minutes|\bminutes .{0,30}sign", re.I),
    "the named vote on the budget": re.compile(r"\bbudget\b.{0,60}\bvot|\bvot\w*\b.{0,60}\bbudget", re.I),
}


_OF_ENGLAND = ("a member's right to have the own vote minuted", "the named vote on the budget")
"""What no enactment of Scotland has: there standing orders may say so, and suspend it."""


@rule(M24="HARD")
def suspended(case: Case) -> Iterator[Finding]:
    """Rules that the law makes cannot be suspended."""
    for placed, event in case.of(MotionMoved):
        if event.kind != "suspension":
            continue
        question = case.meeting.questions.get(event.question)
        for what, pattern in _NEVER_SUSPENDED.items():
            if what in _OF_ENGLAND and case.profile.calendar_holidays == "Scotland":
                continue
            if (
                pattern.search(event.text)
                and question is not None
                and question.state not in ("lost", "fell", "withdrawn")
            ):
                text = f"This would suspend {what}, which is law and cannot be suspended."
                yield found("HARD", "M24", text, "Tell the chair; strike the motion, or correct it.", at=placed)


@rule(M23="WARN")
def decided_before(case: Case) -> Iterator[Finding]:
    """What was decided lately is not decided again, or undone, without notice."""
    from clerk.calendar import months_before

    months, setup = case.profile.previous_decisions_months, case.meeting.setup
    if months is None or setup is None:
        return
    since = months_before(setup.date, months)
    lately = [
        (past.date, decision)
        for past in case.history.before(setup.body, setup.date)
        if past.date > since
        for decision in past.decisions
    ]
    for placed, event in case.of(MotionMoved):
        if event.kind != "motion":
            continue
        for day, decision in lately:
            if _same(event.text, decision.text):
                how = "carried" if decision.carried else "lost"
                text = f"This motion was {how} on {say_date(day)}, less than {months} months ago."
                signatories = case.profile.previous_decisions_signatories
                members = "members" if signatories is None else f"{signatories} members"
                yield found("WARN", "M23", text, f"Check whether it wants notice by {members}.", at=placed)


def _same(one: str, other: str) -> bool:
    bare = [re.sub(r"\W+", " ", text).casefold().strip() for text in (one, other)]
    return bare[0] == bare[1] or ("rescind" in bare[0] and bare[1] in bare[0])
