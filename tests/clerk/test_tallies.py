"""The numbers of any vote in any room add up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.bodies import council, surname
from tests.support.minute import OPEN, minute

quick = settings(max_examples=80, deadline=None)

SIDES = ("for", "against", "abstain", "out")


@st.composite
def rooms(draw: st.DrawFn) -> tuple[int, set[int], set[int]]:
    """Seats, who is away, and who has an interest that bars."""
    seats = draw(st.integers(1, 12))
    members = st.sets(st.integers(1, seats))
    return seats, draw(members), draw(members)


def script(away: set[int], barred: set[int]) -> str:
    apologies = f":apologies {','.join(map(surname, sorted(away)))}\n" if away else ""
    interests = f":declare {','.join(map(surname, sorted(barred)))} 1 kind=dpi\n" if barred else ""
    return apologies + OPEN + interests + ":take 1\n:put\n"


@quick
@given(
    rooms(),
    st.tuples(*[st.integers(0, 13)] * 3),
    st.sampled_from(["", "\n:cast for", "\n:cast against", "\n:cast declined"]),
)
def test_counted(room: tuple[int, set[int], set[int]], counts: tuple[int, int, int], casting: str) -> None:
    seats, away, barred = room
    votes_for, against, abstained = counts
    ways = f":vote {votes_for} {against} {abstained}"
    if casting and len(away) == seats:
        casting = ""  # with nobody there, nobody presides
    if casting:
        casting += f" by={surname(1)}"
    meeting = minute(script(away, barred) + ways + casting, council(seats))
    vote, put = meeting.votes["v1"], meeting.puts[0]

    assert len(put.entitled) == seats - len(away | barred)
    assert len(put.entitled) + len(put.barred) == seats
    assert (vote.votes_for, vote.against, vote.abstained) == counts
    assert vote.unaccounted == len(put.entitled) - sum(counts)
    assert vote.unanimous == (votes_for > 0 and counts == (len(put.entitled), 0, 0))
    if votes_for != against:
        assert vote.carried == (votes_for > against)
    else:
        assert vote.carried == casting.startswith("\n:cast for")
        assert vote.state == ("tied" if not casting else "carried" if vote.carried else "lost")
    assert meeting.questions["r1"].state == vote.state


@quick
@given(rooms(), st.data())
def test_named(room: tuple[int, set[int], set[int]], data: st.DataObject) -> None:
    seats, away, barred = room
    side_of = {
        number: data.draw(st.sampled_from((*SIDES, "")), str(number))
        for number in range(1, seats + 1)
        if number not in away
    }
    options = {side: [surname(n) for n, chosen in side_of.items() if chosen == side] for side in SIDES}
    line = ":vote named " + " ".join(f"{side}={','.join(names)}" for side, names in options.items() if names)
    meeting = minute(script(away, barred) + line, council(seats))
    vote = meeting.votes["v1"]
    assert vote.votes_for == len(options["for"])
    said = [chosen for number, chosen in side_of.items() if chosen]
    silent_and_barred = [n for n, chosen in side_of.items() if n in barred and chosen == "out"]
    assert vote.unaccounted == len(vote.entitled) - len(said) + len(silent_and_barred)


@quick
@given(rooms(), st.sampled_from(SIDES))
def test_named_with_the_rest_accounts_for_everyone(room: tuple[int, set[int], set[int]], rest: str) -> None:
    seats, away, barred = room
    vote = minute(script(away, barred) + f":vote named rest={rest}", council(seats)).votes["v1"]
    assert vote.unaccounted == 0
    assert vote.unanimous == (rest == "for" and bool(vote.entitled))


@quick
@given(rooms())
def test_unanimous_and_assent(room: tuple[int, set[int], set[int]]) -> None:
    seats, away, barred = room
    meeting = minute(script(away, barred) + ":vote unanimous", council(seats))
    assert meeting.votes["v1"].unaccounted == 0
    assert meeting.votes["v1"].unanimous == bool(meeting.puts[0].entitled)
    assert minute(script(away, barred) + ":vote assent", council(seats)).questions["r1"].state == "carried"
