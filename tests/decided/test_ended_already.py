"""What ended cannot be withdrawn, or end in another way, again: refused, or said before Enter and found (M12)."""

import pytest

from clerk.names import Unclear
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from tests.support.five import at_desk, held, said

AMENDED = ":take 2\n:amend elm ash add -- That ducks be bought.\n"


@pytest.mark.parametrize(("line", "how"), [(":withdraw", "withdrawn"), (":fell", "fell"), (":notput", "not put")])
def test_what_was_voted_on_says_so_before_enter_and_is_found(line: str, how: str) -> None:
    desk = at_desk(f"{AMENDED}:vote unanimous")
    done = recording(desk.meeting, f"{line} A1", desk.item)
    assert done is not None
    told = say_back(desk.meeting, done.events)
    assert f"A1 {'fell' if how == 'fell' else f'was {how}'}. ⚠ A1 was carried (v1)" in told
    assert ":undo e6" in told
    (found,) = said(held(f"{AMENDED}:vote unanimous\n{line} A1"), "M12")
    assert found.startswith("HARD M12: ")
    assert found.endswith(" after the vote on it.")


def test_a_part_that_was_voted_on_leaves_the_rest_to_be_withdrawn() -> None:
    script = (
        ":take 2\n:motion elm ash -- 1. That ducks be bought.\n  2. That swans be bought.\n:put only=1\n:vote 5 0 0\n"
    )
    assert not said(held(f"{script}:notput m1"), "M12")


@pytest.mark.parametrize("first", [":withdraw A1", ":fell A1", ":accept A1", ":notput A1"])
@pytest.mark.parametrize("then", [":withdraw A1", ":fell A1", ":accept A1", ":notput A1"])
def test_what_ended_without_a_vote_does_not_end_again(first: str, then: str) -> None:
    with pytest.raises(Unclear, match=r"A1 .* already, so that it cannot have"):
        held(f"{AMENDED}{first}\n{then}")
    assert held(f"{AMENDED}{first}\n:correct e6 {then.removeprefix(':')}" if first != then else f"{AMENDED}{first}")


@pytest.mark.parametrize("line", [":accept", ":accept r2", ":withdraw", ":fell"])
def test_a_recommendation_is_neither_accepted_nor_withdrawn_by_a_bare_word(line: str) -> None:
    with pytest.raises(Unclear):
        held(f":take 2\n{line}")
