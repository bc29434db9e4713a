"""What holds of every meeting: counts agree with the room or are flagged; late facts change nothing by coming late."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.events import (
    AnyEvent,
    Arrived,
    Convened,
    Declared,
    Left,
    MeetingOpened,
    QuestionPut,
    RollCalled,
    VoteTaken,
)
from clerk.findings import Finding
from clerk.history import Past
from clerk.meeting.fold import add, fold
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.rules.checks import findings
from clerk.rules.live import look_ahead, next_steps, time_left
from tests.rules.halls import TREES, hall, of
from tests.support.minute import RECORDED
from tests.support.scramble import scrambled

MEMBERS = [name.split()[-1].lower() for name in TREES[:12]]
HALLS = {seats: hall(seats, quorum=min(3, seats)) for seats in range(2, 13)}
EFFECTS = st.sampled_from(["", "stayed", "left", "no vote", "dispensation"])
KINDS = st.sampled_from(["dpi", "non-pecuniary", "predetermination", "arrears"])


def meeting_of(*groups: tuple[AnyEvent, ...]) -> Meeting:
    return fold([Entry(n, RECORDED, "test", events) for n, events in enumerate(groups, 1)])


@st.composite
def evenings(draw: st.DrawFn) -> tuple[Convened, int, list[AnyEvent], tuple[int, int, int]]:
    """A body of up to 12, who of them came, what they declared, and a vote."""
    seats = draw(st.integers(2, 12))
    there = draw(st.lists(st.sampled_from(MEMBERS[:seats]), unique=True))
    declared = [
        Declared(members=(member,), items=("i6",), kind=draw(KINDS), effect=draw(EFFECTS))
        for member in draw(st.lists(st.sampled_from(MEMBERS[:seats]), unique=True, max_size=4))
    ]
    counts = draw(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12)))
    return HALLS[seats], seats, [RollCalled(present=tuple(there)), *declared], counts


def put_and_vote(counts: tuple[int, int, int]) -> tuple[AnyEvent, ...]:
    votes_for, against, abstained = counts
    vote = VoteTaken(
        vote="v1", questions=("r6",), method="counted", votes_for=votes_for, against=against, abstained=abstained,
        item="i6",
    )  # fmt: skip
    return (QuestionPut(questions=("r6",), item="i6"), vote)


@settings(max_examples=100, deadline=None)
@given(evenings())
def test_a_tally_agrees_with_the_room_or_is_flagged(
    evening: tuple[Convened, int, list[AnyEvent], tuple[int, int, int]],
) -> None:
    setup, seats, room, counts = evening
    meeting = meeting_of((setup,), (MeetingOpened(),), *((event,) for event in room), put_and_vote(counts))
    entitled = len(meeting.puts[0].entitled)
    barred = len(meeting.puts[0].barred)
    assert entitled + barred == seats
    flagged = of(findings(meeting), "V9")
    if sum(counts) == entitled:
        assert flagged == []
    else:
        (finding,) = flagged
        assert finding.severity == ("HARD" if sum(counts) > entitled else "WARN")
        assert finding.sum.endswith(f"= {sum(counts)} of {entitled}")


@settings(max_examples=100, deadline=None)
@given(evenings(), st.sampled_from(["for", "against", "declined"]))
def test_a_casting_vote_never_changes_the_figures(
    evening: tuple[Convened, int, list[AnyEvent], tuple[int, int, int]], direction: str
) -> None:
    from clerk.events import CastingVote

    setup, _, room, counts = evening
    cast = CastingVote(vote="v1", by="ash", direction=direction, item="i6")  # type: ignore[arg-type]
    groups = ((setup,), (MeetingOpened(),), *((event,) for event in room), put_and_vote(counts), (cast,))
    vote = meeting_of(*groups).votes["v1"]
    assert (vote.votes_for, vote.against, vote.abstained) == counts
    assert vote.carried == (counts[0] > counts[1] or (counts[0] == counts[1] and direction == "for"))


def _what(found: tuple[Finding, ...]) -> set[tuple[str, str, str | None, str]]:
    """What is found, without the numbers of entries."""
    return {(one.severity, one.rule, one.item, one.sum) for one in found}


@settings(max_examples=40, deadline=None)
@given(evenings())
def test_the_order_in_which_late_facts_are_recorded_changes_nothing(
    evening: tuple[Convened, int, list[AnyEvent], tuple[int, int, int]],
) -> None:
    setup, _, room, counts = evening
    there = room[0].present if isinstance(room[0], RollCalled) else ()
    late: list[AnyEvent] = [Left(person=person, before="4.0", item="i6") for person in there[:1]]
    late += [Left(person=person, before="4.0", item="i6") for person in there[1:2]]
    late += [Arrived(person=person, after="4.1", item="i6") for person in there[:1]]
    base = ((setup,), (MeetingOpened(),), tuple(room), put_and_vote(counts))
    results = []
    for order in permutations(late):
        meeting = meeting_of(*base, *((event,) for event in order))
        put, vote = meeting.puts[0], meeting.votes["v1"]
        results.append((set(put.entitled), vote.state, vote.unaccounted, put.quorum, _what(findings(meeting))))
    assert all(result == results[0] for result in results)


@settings(max_examples=60, deadline=None)
@given(scrambled())
def test_whatever_was_taken_back_corrected_or_moved_is_judged(entries: list[Entry]) -> None:
    meeting = fold(entries)
    by_entry = Meeting()
    for entry in entries:
        by_entry = add(by_entry, entry)
    found = findings(meeting)
    assert found == findings(by_entry)
    assert all(one.text and one.severity in ("HARD", "WARN", "NOTE") for one in found)
    look_ahead(meeting)
    Past.of(meeting)
    time_left(meeting, None, RECORDED)
    for item in meeting.items:
        next_steps(meeting, item)


@settings(max_examples=60, deadline=None)
@given(evenings())
def test_judging_never_raises_and_says_the_same_twice(
    evening: tuple[Convened, int, list[AnyEvent], tuple[int, int, int]],
) -> None:
    setup, _, room, counts = evening
    meeting = meeting_of((setup,), tuple(room), put_and_vote(counts))
    assert findings(meeting) == findings(meeting)
    assert findings(Meeting()) == ()
