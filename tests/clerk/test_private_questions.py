"""A question belongs to where it was moved: what was moved or amended in private stays so, wherever it is put."""

import pytest

from clerk.names import Unclear
from clerk.rules.checks import findings
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.minute import OPEN, Desk, desk

PRIVATE = (
    "\n:take 9\n:exclude items=9 para=3 weighed=yes\n:motion oak elm -- That the lease be let to Xanadu.\n:readmit\n"
)


def held(script: str) -> Desk:
    return desk().play(OPEN + script)


def public(at: Desk) -> str:
    return write_text(draft(at.meeting, shipped_style()))


def test_a_motion_of_an_exempt_item_is_not_the_newest_open_elsewhere() -> None:
    at = held(PRIVATE + ":take 8")
    with pytest.raises(Unclear):
        at.enter(":vote unanimous of=m2")
    at.enter(":put\n".strip())
    assert at.meeting.puts[-1].questions == ("r8",)


@pytest.mark.parametrize(
    "put",
    [
        ":put m1\n:vote unanimous of=m1",
        ":vote 8 2 1 of=m1\n:record ash against",
        ":vote 5 5 1 of=m1\n:cast for",
        ":amend elm ash on=m1 words=all -- Xanadu -> Xanadu Two\n:vote unanimous of=A1\n:vote unanimous of=m1",
        ":withdraw m1",
        ":outcome approved of=m1 -- the lease to Xanadu",
        ":vote named against=elm rest=for of=m1\n:vote named against=ash rest=for recount=v1",
    ],
)
def test_it_is_private_wherever_it_is_put_and_a_finding_says_so(put: str) -> None:
    at = held(f"{PRIVATE}:take 8\n{put}")
    assert "Xanadu" not in public(at)
    assert "Xanadu" in write_text(draft(at.meeting, shipped_style(), exempt=True))
    later = [placed for placed in at.meeting.events if placed.event.item == "i8" and not placed.event.nature.public]
    assert {placed.id for placed in later if not placed.event.nature.room} <= at.meeting.private
    if put != ":withdraw m1":  # It ends where it was moved, and so is nowhere else.
        assert any(f.rule == "X6" and "m1" in f.text for f in findings(at.meeting))


def test_a_text_amended_in_private_is_private_when_it_is_put_in_public() -> None:
    at = held(
        "\n:take 8\n:motion oak elm -- That the works go on.\n:exclude items=9 para=3 weighed=yes\n"
        ":amend elm ash on=m1 words=first -- works -> works at Xanadu\n:put A1\n:vote unanimous\n:readmit\n"
        ":put m1\n:vote unanimous"
    )
    assert "That the works go on." in public(at)
    assert "Xanadu" not in public(at)


def test_an_amendment_lost_in_private_leaves_the_question_public() -> None:
    at = held(
        "\n:take 8\n:motion oak elm -- That the works go on.\n:exclude items=9 para=3 weighed=yes\n"
        ":amend elm ash on=m1 words=first -- works -> works at Xanadu\n:put A1\n:vote 1 10 0\n:readmit\n"
        ":put m1\n:vote unanimous"
    )
    assert "Xanadu" not in public(at)
    assert "RESOLVED" in public(at)


def test_what_the_clerk_frees_is_printed() -> None:
    at = held(f"{PRIVATE}:take 8\n:put m1\n:vote unanimous of=m1")
    put, vote = (placed.id for placed in at.meeting.events[-2:])
    assert "unanimously approved" not in public(at)
    at.play(f":private e{put} no\n:private e{vote} no")
    assert "the motion was unanimously approved" in public(at)


def test_freeing_one_event_frees_no_other() -> None:
    at = held(f"{PRIVATE}:take 8\n:put m1\n:vote unanimous of=m1")
    put, vote = (placed.id for placed in at.meeting.events[-2:])
    at.enter(f":private e{put} no")
    assert (put in at.meeting.private, vote in at.meeting.private) == (False, True)
    assert "unanimously approved" not in public(at)


def test_growing_entry_by_entry_hides_what_folding_whole_hides() -> None:
    from clerk.meeting.fold import fold

    at = held(f"{PRIVATE}:take 8\n:put m1\n:vote unanimous of=m1")
    assert fold(at.meeting.entries).private == at.meeting.private


def test_an_award_that_was_raised_in_private_is_private_wherever_it_is_put() -> None:
    at = held(":take 9\n:exclude items=9 para=3\n:award Xanadu amount=812 budget=Xanadu\n:readmit\n:take 8\n")
    label = next(q.id for q in at.meeting.questions.values() if q.state == "raised")
    at.play(f":put {label}\n:vote unanimous of={label}")
    assert {placed.id for placed in at.meeting.events[-2:]} <= at.meeting.private
    assert "Xanadu" not in public(at)


AMENDED = (
    "\n:take 8\n:motion oak elm -- That the works go on.\n:exclude items=9 para=3 weighed=yes\n"
    ":amend elm ash on=m1 words=first -- works -> works at Xanadu\n:put A1\n:vote unanimous\n:readmit\n"
)
MOVED_HERE = "\n:take 8\n:exclude items=9 para=3 weighed=yes\n:motion oak elm -- That the lease be let.\n:readmit\n"
AMENDMENT_LEFT = AMENDED.replace(":put A1\n:vote unanimous\n", "")
PUT_IN_PRIVATE = MOVED_HERE.replace(":readmit", ":put m1\n:readmit")


@pytest.mark.parametrize(
    ("private", "takes", "reached"),
    [
        (PRIVATE + ":take 8", "r8", ":put m1"),
        (AMENDED, "r8", ":put m1"),
        (MOVED_HERE, "r8", ":put m1"),
        (PUT_IN_PRIVATE, "r8", ":vote … of=m1"),
        (AMENDMENT_LEFT, "m1", ":put A1"),
    ],
)
@pytest.mark.parametrize("line", [":put", ":vote unanimous", ":vote 7 4 0", ":vote named against=elm rest=for"])
def test_without_its_label_it_is_not_reached_in_public_though_the_item_is_its_own(
    private: str, takes: str, reached: str, line: str
) -> None:
    at = held(private)
    would = recording(at.meeting, line, at.item)
    assert would is not None
    assert f"“{reached}” reaches it" in say_back(at.meeting, would.events)
    at.enter(line)
    assert at.meeting.puts[-1].questions == (takes,)


@pytest.mark.parametrize(
    "line", [":put", ":vote unanimous", ":vote lost", ":withdraw", ":fell", ":amend elm ash add -- X"]
)
def test_where_nothing_else_is_open_it_is_refused_and_its_label_named(line: str) -> None:
    at = held(PRIVATE + ":take 10")
    with pytest.raises(Unclear, match=r"m1 of item 9 is private: only “:\w+ (… on=)?m1” reaches it"):
        at.enter(line)


@pytest.mark.parametrize("line", ["put", "vote unanimous"])
def test_nor_is_it_reached_at_an_earlier_place(line: str) -> None:
    at = held(f"{MOVED_HERE}It was debated in public.\nMore was said.")
    first, _ = (placed.id for placed in at.meeting.events[-2:])
    at.enter(f":@>e{first} {line}")
    assert at.meeting.puts[-1].questions == ("r8",)


def test_put_by_its_label_it_is_voted_on_and_stays_private() -> None:
    at = held(f"{PRIVATE}:take 10\n:put m1")
    with pytest.raises(Unclear, match=r"only “:vote … of=m1” reaches it"):
        at.enter(":vote unanimous")
    at.enter(":vote unanimous of=m1")
    assert list(at.meeting.votes.values())[-1].questions == ("m1",)
    assert "Xanadu" not in public(at)


def test_in_private_session_and_under_its_own_exempt_item_it_needs_no_label() -> None:
    at = held(f"{MOVED_HERE}:exclude\n:vote unanimous")
    assert list(at.meeting.votes.values())[-1].questions == ("m1",)
    again = held(f"{PRIVATE}:take 9\n:vote unanimous")
    assert list(again.meeting.votes.values())[-1].questions == ("m1",)
