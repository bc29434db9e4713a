"""Section 7, appointments: ballots, and seats in proportion to groups (C4, V23, V24)."""

from collections.abc import Iterator, Mapping

from clerk.events import Appointed, BallotTaken, Nominated
from clerk.findings import Finding
from clerk.meeting.attendance import acting_at
from clerk.meeting.elections import is_of_a_coopted_member
from clerk.meeting.record import Placed
from clerk.rules.case import Case, found
from clerk.rules.table import rule


def seat_shares(seats: int, groups: Mapping[str, int]) -> dict[str, int]:
    """How many seats each group has: its share rounded down, the rest by largest remainder; a majority of the whole
    has a majority of the seats (V24)."""
    total = sum(groups.values())
    if not total:
        return dict.fromkeys(groups, 0)
    shares = {group: seats * size // total for group, size in groups.items()}
    rest = sorted(groups, key=lambda group: (-(seats * groups[group] % total), -groups[group]))
    for group in rest[: seats - sum(shares.values())]:
        shares[group] += 1
    largest = max(groups, key=lambda group: groups[group])
    while groups[largest] * 2 > total and shares[largest] * 2 <= seats < 2 * seats:
        giver = max((group for group in groups if group != largest), key=lambda group: shares[group])
        shares[giver] -= 1
        shares[largest] += 1
    return shares


@rule(V24="HARD WARN")
def in_proportion(case: Case) -> Iterator[Finding]:
    """Seats follow the strength of the groups; a departure wants a vote with nobody against."""
    groups = case.profile.council_groups
    for placed, event in case.of(Appointed) if groups else ():
        if event.seats is None or event.seats < 2 or len(event.people) != event.seats:
            continue
        due = seat_shares(event.seats, groups)
        have = dict.fromkeys(groups, 0)
        for person in event.people:
            group = case.meeting.people[person].group if person in case.meeting.people else ""
            have[group] = have.get(group, 0) + 1
        if {group: n for group, n in have.items() if n} == {group: n for group, n in due.items() if n}:
            continue
        figures = ", ".join(f"{group} {have.get(group, 0)} of {n}" for group, n in due.items())
        against = [vote for vote in case.votes if case.item_of(vote) == event.item and vote.against]
        if against:
            text = "These seats do not follow the strength of the groups, and somebody voted against."
            remedy = "A departure stands only if nobody votes against it."
            yield found("HARD", "V24", text, remedy, at=placed, figures=figures)
        else:
            text = "These seats do not follow the strength of the groups."
            yield found(
                "WARN", "V24", text, "A departure wants a vote with nobody against.", at=placed, figures=figures
            )


@rule(V23="WARN HARD", C4="HARD WARN")
def ballots(case: Case) -> Iterator[Finding]:
    """An election: more than half of the votes cast elect; a tie is decided as the council has it."""
    for placed, event in case.of(BallotTaken):
        counts = dict(event.votes)
        cast = sum(counts.values())
        figures = ", ".join(f"{case.name(person)} {count}" for person, count in event.votes)
        most = max(counts.values(), default=0)
        first = [person for person, count in event.votes if count == most]
        elected = event.elected
        rule_id = "C4" if "chair" in event.post.lower() or "mayor" in event.post.lower() else "V23"
        moment = case.meeting.moments.get(placed.id)
        there = sum(case.was_in(person, case.place(placed.id)) for _, person in acting_at(case.meeting, placed.id))
        if cast + event.abstained > there and not event.void:
            text = f"{cast + event.abstained} voted on the post of {event.post}, and {there} were there who might."
            yield found("HARD", "V23", text, "Count again.", at=placed, figures=figures)
        yield from _nominees(case, placed, event)
        yield from _not_on_the_roll(case, placed, event)
        if elected and elected not in counts:
            text = f"{case.name(elected)} is elected {event.post}, and was no nominee of this round."
            yield found("HARD", "V23", text, "Correct who was elected.", at=placed, figures=figures)
        elif event.void:
            yield from _void(case, placed, event)
        elif not elected and len(first) > 1 and cast and not _went_on(case, placed, event):
            text = (
                f"The {_called(event)} for {event.post} was a tie between {case.names(first)}, and is left unresolved."
            )
            remedy = "Say how it was decided: by=casting or by=lot, or vote again."
            if event.declined_by:
                text = f"{case.name(event.declined_by)} declined the casting vote on the post of {event.post}; "
                text += "the votes were equal, and nobody is elected."
                remedy = "Whoever presides must give it at the annual Council; elsewhere vote again, or by lot."
            yield found("HARD", rule_id, text, remedy, at=placed, figures=figures)
        elif not elected and cast and not _went_on(case, placed, event):
            text = f"The {_called(event)} for {event.post} does not say who was elected."
            if len(first) == 1 and most * 2 > cast:
                text = f"{case.name(first[0])} has more than half of the votes for {event.post}, and is not elected."
            remedy = "Correct it: who was elected (elected=); else vote again."
            yield found("HARD", "V23", text, remedy, at=placed, figures=figures)
        elif elected and len(first) > 1 and cast:
            lot = case.profile.election_tie == "lot"
            if (lot and not event.by_lot) or (not lot and not event.by_casting):
                how = "by lot" if lot else "by the casting vote of whoever presides"
                other = "lot" if event.by_lot else "a casting vote" if event.by_casting else ""
                said = f"and it is recorded that {other} decided" if other else "which is not recorded"
                text = f"The first nominees had as many votes; this council decides {how}, {said}."
                remedy = (
                    "Check the standing orders (election.tie), or correct it." if other else "Say how it was decided."
                )
                yield found("WARN", rule_id, text, remedy, at=placed, figures=figures)
            elif event.by_casting and moment is not None and moment.presiding not in (None, event.by_casting):
                text = f"{case.name(event.by_casting)} decided between equals, and did not preside."
                yield found("HARD", rule_id, text, "Correct who presided.", at=placed, figures=figures)
        elif elected and cast and counts[elected] * 2 <= cast and len(counts) > 2:
            text = f"{case.name(elected)} is elected without more than half of the votes."
            remedy = "Drop the lowest, and vote again."
            yield found("WARN", "V23", text, remedy, at=placed, figures=f"{counts[elected]} of {cast}: {figures}")
        elif elected and counts[elected] < most:
            text = f"{case.name(elected)} is elected with fewer votes than another."
            yield found("HARD", "V23", text, "Correct the figures, or who was elected.", at=placed, figures=figures)


@rule(V30="NOTE")
def by_hands(case: Case) -> Iterator[Finding]:
    """A secret vote or a ballot where the law wants a show of hands."""
    if not case.profile.vote_hands:
        return
    secret = {vote.event: f"A secret vote was held ({vote.id})" for vote in case.votes if vote.secret}
    for placed, event in case.of(BallotTaken):
        if (len(event.votes) > 1 or event.void) and not event.how:
            secret[placed.id] = f"A ballot was held for the post of {event.post}"
    first = next((placed for placed in case.meeting.events if placed.id in secret), None)
    if first is not None:
        text = f"{secret[first.id]}, and the law wants a show of hands unless standing orders say otherwise."
        yield found("NOTE", "V30", text, f"Check the standing orders ({case.profile.vote_hands}).", at=first)


def _not_on_the_roll(case: Case, placed: Placed, ballot: BallotTaken) -> Iterator[Finding]:
    """Who was co-opted, or elected to preside over a Council, and was never put on the roll: nobody has their letter,
    and no vote of theirs is counted."""
    meeting = case.meeting
    new = is_of_a_coopted_member(ballot.post)
    outside = ballot.elected in meeting.people and meeting.people[ballot.elected].kind == "speaker"
    if not ballot.elected or not (new or outside):
        return
    if any(seat.holder == ballot.elected for seat in meeting.seats.values()):
        return
    name = meeting.name(ballot.elected)
    text = f"{name} is {'co-opted' if new else 'elected'}, and is not on the roll."
    yield found("WARN", "V23", text, f"Put {name} on it (:members -- {name}), and record who came in.", at=placed)


def _nominees(case: Case, placed: Placed, ballot: BallotTaken) -> Iterator[Finding]:
    """Who stood in a ballot without having been nominated for its post, where others were; who was elected without a
    seconder."""
    seconders: dict[str, list[str]] = {}
    for _, said in case.of(Nominated):
        if said.post.casefold() == ballot.post.casefold():
            seconders.setdefault(said.person, []).append(said.seconder)
    strangers = [person for person, _ in ballot.votes if person not in seconders] if seconders else []
    if strangers:
        text = f"Not nominated for {ballot.post}, and in the ballot for it: {case.names(strangers)}."
        yield found("WARN", "V23", text, "Record the nomination, or correct the ballot.", at=placed)
    if ballot.elected and set(seconders.get(ballot.elected, ())) == {"none"}:
        text = f"{case.name(ballot.elected)} is elected {ballot.post}, and the nomination was not seconded."
        yield found("WARN", "V23", text, "Check the seconder.", at=placed)


def _void(case: Case, placed: Placed, ballot: BallotTaken) -> Iterator[Finding]:
    """A void ballot that no other followed: nobody was elected."""
    if not _went_on(case, placed, ballot):
        text = f"The {_called(ballot)} for {ballot.post} was void, and no other followed it."
        yield found("HARD", "V23", text, "Record the ballot that followed.", at=placed)


def _called(ballot: BallotTaken) -> str:
    return "show of hands" if ballot.how else "ballot"


def _went_on(case: Case, placed: Placed, ballot: BallotTaken) -> bool:
    """Whether there was another round for the post after a ballot."""
    place = case.place(placed.id)
    return any(event.post == ballot.post and case.place(later.id) > place for later, event in case.of(BallotTaken))
