"""Section 7, tallies: the casting vote, reconciliation, unanimity, the room then (V1 to V12, V20, V21, V25, V27)."""

import re
from collections.abc import Iterator

from clerk.events import Arrived, CastingVote, ItemTaken, Left, OwnVote, QuestionPut, VoteTaken
from clerk.findings import Finding
from clerk.meeting.attendance import acting_at
from clerk.meeting.moments import as_called
from clerk.meeting.parts import PROCEDURAL, Vote
from clerk.meeting.record import Placed
from clerk.meeting.votes import last_count
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import marked
from clerk.saying.names import listed


def tally(vote: Vote) -> str:
    """The figures of a vote against the room: "5 + 4 + 0 = 9 of 8"."""
    if vote.votes_for is None:
        return ""
    parts = [vote.votes_for, vote.against or 0, vote.abstained or 0]
    silent = len(set(vote.not_voting) & set(vote.entitled))
    return (
        " + ".join(map(str, [*parts, *([silent] if silent else [])]))
        + f" = {sum(parts) + silent} of {len(vote.entitled)}"
    )


@rule(V9="HARD WARN")
def reconciled(case: Case) -> Iterator[Finding]:
    """Every count agrees with the room."""
    for vote in case.votes:
        yield from reconciliation(case, vote)


def reconciliation(case: Case, vote: Vote) -> Iterator[Finding]:
    """How one vote's figures disagree with who might vote, if they do."""
    if vote.votes_for is None or not vote.unaccounted:
        return
    place = {"at": vote.event, "item": case.item_of(vote), "figures": tally(vote)}
    if vote.unaccounted < 0:
        named = {*vote.for_names, *vote.against_names, *vote.abstained_names}
        if named - set(vote.entitled) and -vote.unaccounted == len(named - set(vote.entitled)):
            # Each who is named and might not vote is found by name, and why (V16, V17, V19).
            return
        text = f"Vote {vote.id} has more votes than members who might vote{_who_could_not(case, vote)}."
        remedy = "Count again, or correct who was in the room."
        yield found("HARD", "V9", text, remedy, **place)  # type: ignore[arg-type]
    elif vote.method != "named":
        text = f"Vote {vote.id} does not account for {_whom_it_leaves_out(case, vote)}."
        remedy = "Count again, or say who did not vote (out=)."
        yield found("WARN", "V9", text, remedy, **place)  # type: ignore[arg-type]


def _whom_it_leaves_out(case: Case, vote: Vote) -> str:
    """Who might vote and is in no figure: by name where that is known, else how many of whom."""
    asked = {member for member, _ in vote.own_votes}
    those = [person for person in vote.entitled if person not in vote.not_voting and person not in asked]
    if len(those) == vote.unaccounted:
        return f"{case.names(those)}, who might vote"
    names = f" ({case.names(those)})" if len(those) <= _FEW else ""
    if asked:
        # Whose own vote was minuted is among the figures, and so among those who might.
        might = len(set(vote.entitled) - set(vote.not_voting))
        return f"{vote.unaccounted} of the {might} who might vote"
    return f"{vote.unaccounted} of the {len(those)} who might vote{names}"


_FEW = 12
"""As many names as a finding can hold and still be read."""


def _who_could_not(case: Case, vote: Vote) -> str:
    """Whoever acts on the body and could not vote, each with the reason, where they are few: one of them may have."""
    those = [f"{case.name(person)} ({why})" for person, why in vote.barred]
    return f": {listed(those)} could not" if 0 < len(those) <= 7 else ""


def _by_lot(case: Case, vote: Vote) -> bool:
    """Whether a vote is on appointing a member where the law gives no casting vote on that."""
    if "appointments" not in case.profile.vote_casting_except:
        return False
    item = case.item(case.item_of(vote))
    texts = [text for put in case.meeting.puts if put.vote == vote.id for part in put.texts for text in map(str, part)]
    named = [item.title if item is not None else "", *texts]
    return (item is not None and item.kind == "election") or any(_APPOINTS.search(text) for text in named)


_APPOINTS = re.compile(
    r"\b(?:appoint(?:ed|ment|ments)?|elect(?:ed|ion)?)\b.*\b(?:chair|convener|provost|committee|"
    r"member|office|leader|panel|board)",
    re.IGNORECASE,
)


@rule(V4="WARN", V5="NOTE", V6="HARD WARN", V7="HARD", V8="HARD")
def casting_votes(case: Case) -> Iterator[Finding]:
    """The casting vote: on a tie only, by whoever presides, apart from the figures."""
    for vote in case.votes:
        item = case.item_of(vote)
        if vote.state == "tied":
            text = f"Vote {vote.id} was a tie and no casting vote is recorded."
            remedy = "Record the casting vote, or that it was declined (c)."
            yield found("HARD", "V8", text, remedy, at=vote.event, item=item, figures=tally(vote))
        if vote.casting is None:
            continue
        by, direction = vote.casting
        at = next((p for p, cast in reversed(list(case.of(CastingVote))) if cast.vote == vote.id), vote.event)
        if not vote.is_tied and direction != "declined":
            text = f"A casting vote is recorded on {vote.id}, which was not a tie."
            yield found("HARD", "V6", text, "Correct the figures or strike the casting vote.", at=at, item=item)
            side = (vote.votes_for or 0) - (vote.against or 0)
            if vote.unaccounted == -1 and side == (1 if direction == "for" else -1):
                text = f"The figures of {vote.id} seem to hold the casting vote, which is never added to them."
                remedy = "Give the votes as cast; the casting vote is printed after them."
                yield found("WARN", "V4", text, remedy, at=at, item=item, figures=tally(vote))
        if vote.is_tied and vote.votes_for == 0 and direction != "declined":
            text = f"A casting vote is recorded on {vote.id}, on which nobody voted for or against."
            yield found("WARN", "V6", text, "Check the figures.", at=at, item=item, figures=tally(vote))
        if vote.is_tied and direction != "declined" and _by_lot(case, vote):
            text = f"A casting vote is recorded on {vote.id}, which is of an appointment: that is decided by lot."
            yield found("WARN", "V6", text, "Strike it, and record the lot (:ballot … by=lot).", at=at, item=item)
        if direction == "declined":
            text = f"The casting vote on {vote.id} was not used, so it is lost; the chair is free to."
            yield found("NOTE", "V5", text, at=at, item=item)
        if vote.presiding is not None and vote.presiding != by:
            text = f"{case.name(by)} cast a vote on the tie, while {case.name(vote.presiding)} presided."
            yield found("HARD", "V7", text, "Only whoever presides has it: correct who did.", at=at, item=item)


@rule(V25="WARN")
def special_majorities(case: Case) -> Iterator[Finding]:
    """A majority of those voting, or of all the members, can only be seen where they were counted."""
    for vote in case.votes:
        if vote.majority is not None and vote.votes_for is None:
            text = f"{vote.majority.name} wants {vote.majority.said}, and vote {vote.id} has no figures."
            yield found("WARN", "V25", text, "Record the count.", at=vote.event, item=case.item_of(vote))


@rule(V10="WARN", V11="NOTE", V25="WARN")
def words(case: Case) -> Iterator[Finding]:
    """ "Unanimously" is worked out, never typed; there are no special majorities."""
    for placed, text in case.prose:
        marks = marked(text)
        if "unanimous" in marks:
            here = [vote for vote in case.votes if case.item_of(vote) == placed.event.item]
            counted = [vote for vote in here if vote.votes_for is not None]
            if counted and not any(vote.unanimous for vote in counted):
                sentence = "“Unanimous” is typed, but not everyone entitled voted for it."
                remedy = "Leave the word out; the figures are printed."
                yield found("WARN", "V10", sentence, remedy, at=placed, figures=tally(counted[-1]))
            elif here and not counted:
                sentence = "“Unanimous” is typed of what was agreed without a count."
                yield found("NOTE", "V11", sentence, at=placed)
        if "special majority" in marks:
            sentence = "A special majority is spoken of; a committee decides by a simple one."
            yield found("WARN", "V25", sentence, "Check the sentence.", at=placed)


@rule(V12="WARN HARD")
def own_votes(case: Case) -> Iterator[Finding]:
    """One member's own vote: asked for at once, and one that the figures can hold."""
    for placed, event in case.of(OwnVote):
        asked_of = case.meeting.votes.get(event.vote)
        vote = case.meeting.votes.get(last_count(case.meeting, event.vote))
        if vote is None or asked_of is None:
            continue
        later = [case.place(p.id) for kind in (QuestionPut, ItemTaken) for p, _ in case.of(kind)]
        if any(case.place(asked_of.event) < place < case.place(placed.id) for place in later):
            text = f"{case.name(event.member)} asked for the own vote to be minuted after business had gone on."
            yield found("WARN", "V12", text, "The right is to ask immediately after the vote.", at=placed)
        if not event.direction:
            text = f"{case.name(event.member)} asked for the own vote to be minuted, and how it was cast is not said."
            yield found("HARD", "V12", text, "Correct it: for, against or abstained.", at=placed)
            continue
        sides = {"for": vote.votes_for, "against": vote.against, "abstained": vote.abstained}
        named = {"for": vote.for_names, "against": vote.against_names, "abstained": vote.abstained_names}
        count = sides[event.direction]
        asked = sum(direction == event.direction for _, direction in vote.own_votes)
        if count is not None and asked > count:
            text = f"{case.name(event.member)} is minuted as {_voted(event.direction)}, but only {count} did."
            text = text.replace("only 0 did", "nobody did")
            yield found("HARD", "V12", text, "Correct the vote, or the direction.", at=placed, figures=tally(vote))
        elif vote.method == "named" and event.member not in named[event.direction]:
            text = f"{case.name(event.member)} is minuted as {_voted(event.direction)}, and named on another side."
            yield found("HARD", "V12", text, "Correct one of them.", at=placed, figures=tally(vote))


def _voted(direction: str) -> str:
    return "having abstained" if direction == "abstained" else f"having voted {direction}"


@rule(V20="NOTE WARN", V21="WARN")
def counted_again(case: Case) -> Iterator[Finding]:
    """What was counted again, or said wrongly and put right."""
    again = {event.supersedes: case.place(placed.id) for placed, event in case.of(VoteTaken) if event.supersedes}
    for vote in case.meeting.votes.values():
        if not vote.superseded:
            continue
        here, counted = case.place(vote.event), again.get(vote.id, -1)
        if any(here < taken < counted for taken, _ in case.takings):
            text = f"Vote {vote.id} was counted again after the next item had been opened; the last count stands."
            remedy = "Ask for advice: it may be too late."
            yield found("WARN", "V20", text, remedy, at=vote.event, item=case.item_of(vote), figures=tally(vote))
            continue
        text = f"Vote {vote.id} was counted again; the last count stands."
        yield found("NOTE", "V20", text, at=vote.event, item=case.item_of(vote), figures=tally(vote))
    first: dict[str, int] = {}
    for placed, event in case.of(CastingVote):
        place = case.place(placed.id)
        if event.vote in first and any(first[event.vote] < taken < place for taken, _ in case.takings):
            text = f"The casting vote on {event.vote} was put right after the next item had been opened."
            yield found("WARN", "V21", text, "Ask for advice: it may be too late.", at=placed)
        first.setdefault(event.vote, place)


@rule(V27="HARD WARN NOTE")
def the_room_then(case: Case) -> Iterator[Finding]:
    """Who might vote is read from the room when the vote was taken; what was learned of the room since is said."""
    for vote in case.votes:
        place = case.place(vote.event)
        placed = case.meeting.events[place]
        yield from _put_right(case, vote, placed)
        yield from _at_the_minute(case, place, placed)
        item = case.item_of(vote)
        if vote.came_in and case.profile.vote_closed_at is None:
            on = case.questions(vote.questions)
            text = f"{case.names(vote.came_in)} came in when {on} had been put, and might vote."
            remedy = "Whether the doors close when a question is put is not set for this body (vote.closed_at)."
            yield found("NOTE", "V27", text, remedy, at=placed, item=item)


@rule(V17="NOTE")
def missed_a_part(case: Case) -> Iterator[Finding]:
    """Who was not there for the whole of an item and may have voted on it; found once for an item, with its votes."""
    late: dict[str | None, dict[str, list[Vote]]] = {}
    for vote in case.votes:
        item = case.item_of(vote)
        if case.profile.body_full_presence:
            those = _came_as_called(case, vote, item)
        else:
            those = [] if on_procedure(case, vote) else _missed_some(case, vote, item)
        for person in those:
            late.setdefault(item, {}).setdefault(person, []).append(vote)
    for item, people in late.items():
        each = [vote for votes in people.values() for vote in votes]
        votes = list(dict.fromkeys(vote.id for vote in each))
        alike = all(len(own) == len(votes) for own in people.values())
        where = {"at": min((vote.event for vote in each), key=case.place), "item": item}
        which = f" ({listed(votes)})" if len(votes) > 1 and alike else ""
        names = case.names(list(people))
        if not alike:
            names = listed([f"{case.name(p)} ({listed([vote.id for vote in own])})" for p, own in people.items()])
        if case.profile.body_full_presence:
            text = f"{names} came in as {case.item_name(item)} was called{which}; when is not recorded."
            remedy = "Who missed a part of it does not vote: give the times (:correct) if they came later."
        else:
            text = f"Not there for all of {case.item_name(item)}, and might vote{which}: {names}."
            remedy = "On this body that is allowed."
        yield found("NOTE", "V17", text, remedy, **where)  # type: ignore[arg-type]


def _called_and_said(case: Case, vote: Vote, item: str | None) -> tuple[int, int] | None:
    """Where an item was called before a vote, and where the first was said on it."""
    end, begin = case.place(vote.event), min((at for at, taken in case.takings if taken == item), default=None)
    if begin is None or begin > end:
        return None
    events = case.meeting.events
    return begin, next((at for at in range(begin, end) if events[at].event.nature.business), end)


def _came_as_called(case: Case, vote: Vote, item: str | None) -> list[str]:
    """Those who may have voted and came in between the call of the item and the first words, where the time of one of
    the two is not known."""
    begin, said = _called_and_said(case, vote, item) or (0, 0)
    new = [placed.event for placed in case.meeting.events[begin:said]]
    untimed = bool(new) and new[0].at is None
    return [e.person for e in new if isinstance(e, Arrived) and (untimed or e.at is None) and e.person in vote.entitled]


def _missed_some(case: Case, vote: Vote, item: str | None) -> list[str]:
    """Those who may have voted and were out of the room between the taking of the item and the vote."""
    span = _called_and_said(case, vote, item)
    if span is None:
        return []
    (begin, said), end, events = span, case.place(vote.event), case.meeting.events

    def heard(person: str, came: int) -> bool:
        """Whether one who came in there heard all that was said on the item, and had not gone out since the call."""
        since = (placed.event for placed in events[begin:came])
        if any(isinstance(event, Left) and event.person == person for event in since):
            return False
        return came <= begin or (came < said and as_called(events[begin].event.at, events[came].event.at))

    return [
        person
        for person in vote.entitled
        if person not in vote.not_voting
        and not any(
            heard(person, case.place(stay.came)) and (not stay.left or case.place(stay.left) > end)
            for stay in case.meeting.stays.get(person, ())
        )
    ]


def on_procedure(case: Case, vote: Vote) -> bool:
    """Whether a vote was on the meeting itself alone, and decided nothing of an item."""
    questions = [case.meeting.questions.get(label) for label in vote.questions]
    return all(question is not None and question.kind in PROCEDURAL for question in questions)


def _put_right(case: Case, vote: Vote, placed: Placed) -> Iterator[Finding]:
    """Where the room at the vote is now known to have been another than the screen showed. One who was shown among
    those who all voted for it is recorded as having voted."""
    put = case.puts.get(vote.put)
    shown, entitled = (vote.shown, vote.entitled) if vote.shown or put is None else (put.shown, put.entitled)
    if not shown or set(shown) == set(entitled):
        return
    item = case.item_of(vote)
    gone = [person for person in shown if person not in entitled]
    if vote.method == "unanimous" and vote.shown and gone:
        whys = dict(vote.barred)
        said = [f"{case.name(person)} ({whys.get(person, 'does not act on this body')})" for person in gone]
        text = f"Vote {vote.id} was recorded as all {len(shown)} for, and these might not vote: {listed(said)}."
        yield found("HARD", "V27", text, "Record the vote again (e).", at=placed, item=item)
        return
    names = case.names(sorted(set(shown) ^ set(entitled)))
    text = f"Who might vote on {case.questions(vote.questions)} was put right since: {names}."
    yield found("WARN", "V27", text, "Check the figures against the room as it was.", at=placed, item=item)


def _at_the_minute(case: Case, place: int, placed: Placed) -> Iterator[Finding]:
    near = [
        other
        for other in case.meeting.events[max(0, place - 3) : place + 4]
        if isinstance(other.event, Arrived | Left)
        and other.event.at is not None
        and other.event.at == placed.event.at
        and not (other.event.before or other.event.after)
    ]
    # Who acts is asked only where somebody came or went: it is worked out anew for each vote.
    acting = {person for _, person in acting_at(case.meeting, placed.id)} if near else set()
    for other in near:
        event = other.event
        if isinstance(event, Arrived | Left) and event.person in acting:
            how = "came" if isinstance(event, Arrived) else "left"
            text = f"{case.name(event.person)} {how} at the minute of the vote: before it, or after?"
            yield found("NOTE", "V27", text, "Say so by @< or @> the vote.", at=other)
