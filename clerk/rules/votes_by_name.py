"""Section 7, votes by name: who voted, who might, divisions, the budget (D3, D7, V13 to V19, V22)."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from clerk.events import DivisionDemanded, OwnVote, VoteTaken
from clerk.findings import Finding
from clerk.meeting.attendance import acting_at, suspended
from clerk.meeting.budget import named_by_law
from clerk.meeting.interests import CHOICE
from clerk.meeting.parts import Vote
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.votes import tally
from clerk.saying.names import listed
from clerk.times import say_date

_BARRED = {"D3", "D7", "D9", "D10", "D11", "V17", "V19", "V22", "V27", "V29", "Q11", "A13"}


@rule(
    V16="HARD WARN",
    V19="HARD",
    V17="HARD",
    V27="HARD",
    V22="HARD WARN",
    D3="HARD",
    D7="HARD",
    D9="HARD",
    D10="HARD",
    D11="HARD",
    Q11="HARD",
    PP13="HARD",
    V29="HARD",
    A13="HARD",
)
def who_voted(case: Case) -> Iterator[Finding]:
    """Everyone who voted was entitled to; the rule that kept one from it is named."""
    missed: dict[tuple[str, str | None], list[Vote]] = {}
    for vote in case.votes:
        asked = [event.member for _, event in case.of(OwnVote) if event.vote == vote.id]
        sides = (*vote.for_names, *vote.against_names, *vote.abstained_names, *asked)
        for person in dict.fromkeys(sides):
            if person not in vote.entitled:
                if dict(vote.bars).get(person) == "V17":
                    missed.setdefault((person, case.item_of(vote)), []).append(vote)
                else:
                    yield _barred(case, vote, person)
    for (person, _), votes in missed.items():
        one = _barred(case, votes[0], person)
        if len(votes) > 1:
            # Who missed a part of an item missed it for each vote on it.
            named = f"votes {listed([vote.id for vote in votes])}"
            one = replace(one, text=one.text.replace(f"vote {votes[0].id}", named, 1))
        yield one
    seated = {seat.holder for seat in case.meeting.seats.values()}
    people = case.meeting.people.values()
    asked = [one.id for one in people if one.kind == "co-optee" and one.voting and not one.scope and one.id in seated]
    if asked and not _FULL_MEMBERS.search(case.meeting.setup.body if case.meeting.setup else ""):
        does = "is co-opted and votes" if len(asked) == 1 else "are co-opted and vote"
        text = f"{case.names(asked)} {does}; on what business is not recorded."
        yield found("WARN", "V22", text, "Say by which right (:person … scope=), or voting=no.")


_FULL_MEMBERS = re.compile(r"\b(board|partnership|forum|joint)\b", re.IGNORECASE)
"""Bodies on which those who are no councillors sit by the law that made the body, and vote on all its business."""


def _barred(case: Case, vote: Vote, person: str) -> Finding:
    bars, whys = dict(vote.bars), dict(vote.barred)
    rule_id = bars.get(person, "")
    known = case.meeting.people.get(person)
    if rule_id == CHOICE:
        text = f"{case.name(person)} chose not to vote, and is named in vote {vote.id}."
        remedy = "Correct the vote, or the effect of the interest."
        return found("WARN", "V16", text, remedy, at=vote.event, item=case.item_of(vote))
    if not rule_id and person in suspended(case.meeting):
        rule_id, whys = "A13", {person: "suspended"}
    if not rule_id and known is not None and known.kind == "councillor":
        rule_id, why = "PP13", "is not on this body"
    else:
        why = f"might not vote: {whys[person]}" if person in whys else "does not act on this body"
    item = case.item_of(vote)
    text = f"{case.name(person)} is named in vote {vote.id}, but {why}."
    remedy = "Correct the vote, or what is recorded of that member."
    return found("HARD", rule_id if rule_id in _BARRED | {"PP13"} else "V16", text, remedy, at=vote.event, item=item)


@rule(V14="HARD")
def names_and_figures(case: Case) -> Iterator[Finding]:
    """A vote by name has everyone entitled once, and the figures that were announced."""
    for vote in case.votes:
        yield from names_of(case, vote)


def names_of(case: Case, vote: Vote) -> Iterator[Finding]:
    """What does not agree among the names of one vote, if it is by name."""
    if vote.method == "named":
        place: dict[str, Any] = {"at": vote.event, "item": case.item_of(vote), "figures": tally(vote)}
        sides = (*vote.for_names, *vote.against_names, *vote.abstained_names, *vote.not_voting)
        twice = [person for person in dict.fromkeys(sides) if sides.count(person) > 1]
        if twice:
            text = f"{case.names(twice)} is named more than once in vote {vote.id}."
            yield found("HARD", "V14", text, "One member, one vote: correct it.", **place)
        missing = [person for person in vote.entitled if person not in sides]
        if "abstained" not in case.profile.division_shows:
            # The record of such a vote says who was for and who against, and no more.
            missing = []
        if missing:
            text = f"Vote {vote.id} does not say how these voted: {case.names(missing)}."
            yield found("HARD", "V14", text, "Name every one: for, against, abstained or not voting.", **place)
    if vote.announced is not None and vote.votes_for is not None:
        counted = (vote.votes_for, vote.against or 0, vote.abstained or 0)
        if vote.announced != counted:
            said, figures = "–".join(map(str, vote.announced)), "–".join(map(str, counted))
            what = "names are" if vote.method == "named" else "count is"
            text = f"Vote {vote.id} was announced as {said}, and its {what} {figures}."
            place = {"at": vote.event, "item": case.item_of(vote), "figures": tally(vote)}
            yield found(
                "HARD", "V14", text, "Count again: what was announced and what is recorded must agree.", **place
            )


@rule(V13="WARN NOTE")
def divisions(case: Case) -> Iterator[Finding]:
    """A division: enough members call for it, and the vote is then by name."""
    least = case.profile.division_min
    for placed, event in case.of(DivisionDemanded):
        if event.refused:
            continue
        place = case.place(placed.id)
        figures = (
            f"{event.count} called for it, {least if least is not None else 'and it is not set how many are'} needed"
        )
        if least is None:
            text = "A division was called for; how many must call for one on this body is not set."
            yield found("NOTE", "V13", text, "Look it up in the constitution.", at=placed, figures=figures)
        elif event.count < least:
            text = f"{event.count} called for a division, and {least} must."
            yield found("WARN", "V13", text, "The vote need not be by name.", at=placed, figures=figures)
            continue
        acting = {person for _, person in acting_at(case.meeting, placed.id)}
        strangers = [person for person in event.by if person not in acting]
        if strangers:
            text = f"{case.names(strangers)} called for a division, and cannot: not acting here."
            yield found("WARN", "V13", text, "Correct who called for it.", at=placed, figures=figures)
        vote, late = _vote_divided(case, event, place)
        if vote is not None and late and not case.profile.division_after_show_of_hands:
            text = "The division was called for after the show of hands, which this council does not allow."
            yield found("WARN", "V13", text, "The count stands.", at=placed)
        elif vote is not None and vote.method != "named":
            text = f"A division was called for, and vote {vote.id} is not by name."
            yield found("WARN", "V13", text, "Record how each member voted (v).", at=placed, figures=figures)


def _vote_divided(case: Case, event: DivisionDemanded, place: int) -> tuple[Vote | None, bool]:
    """The vote that a division is on: the next on the question, or else the last before it; and whether that was
    taken before the division was called for."""
    here = [
        v for v in case.votes if case.item_of(v) == event.item and (not event.question or event.question in v.questions)
    ]
    after = [vote for vote in here if case.place(vote.event) > place]
    before = [vote for vote in here if case.place(vote.event) < place]
    if after:
        return after[0], bool(before) and before[-1].questions == after[0].questions
    return (before[-1], True) if before else (None, False)


@rule(V15="HARD")
def budget(case: Case) -> Iterator[Finding]:
    """A principal council’s votes on its budget are by name, amendments too."""
    for vote in case.votes:
        item = case.item(case.item_of(vote))
        if item is None or vote.method == "named" or not named_by_law(case.meeting, item.id, vote.questions):
            continue
        text = f"Vote {vote.id} is on the budget, and not by name: the law wants every name."
        yield found("HARD", "V15", text, "Record how each member voted (v).", at=vote.event, item=item.id)


@rule(V15="HARD")
def said_to_be_statutory(case: Case) -> Iterator[Finding]:
    """A vote of which it was said that the law wants the names has them, on whatever body."""
    of_budget = {finding.event for finding in budget(case)}
    by_event = {vote.event: vote for vote in case.votes if vote.event not in of_budget}
    for placed, event in case.of(VoteTaken):
        if event.statutory and placed.id in by_event and by_event[placed.id].method != "named":
            text = f"Of vote {event.vote} the law wants every name, and it is not by name."
            yield found("HARD", "V15", text, "Record how each member voted (v).", at=placed)


@rule(V18="WARN")
def deferred_before(case: Case) -> Iterator[Finding]:
    """Where a body asks it: who missed the first hearing of a deferred item does not vote on it."""
    setup = case.meeting.setup
    if not case.profile.body_continuity_required or setup is None:
        return
    for item in case.items:
        earlier = [past for past in case.history.before(setup.body, setup.date) if item.title in past.deferred]
        if not earlier:
            continue
        heard = set(earlier[-1].attended)
        for put in case.meeting.puts:
            if put.item != item.id:
                continue
            away = [person for person in put.entitled if case.meeting.people[person].name not in heard]
            if away:
                text = (
                    f"{case.names(away)} missed the first hearing of {case.item_name(item.id)}, and might vote on it."
                )
                remedy = "On this body they do not vote on it: ask for advice."
                figures = f"first heard on {say_date(earlier[-1].date)}"
                yield found("WARN", "V18", text, remedy, at=put.event, item=item.id, figures=figures)
