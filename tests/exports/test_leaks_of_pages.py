"""No word recorded in exempt session is in any byte that a page sends to the public, or that the book keeps for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.meeting.state import Meeting
from screens.board.frames import frame
from screens.board.html import decisions_within, page
from screens.chair.board import PRIVATE
from screens.sharing.public import public_decisions, public_shown
from tests.exports.test_leaks import LINES, SECRET
from tests.support.minute import Desk, desk


def every_public_byte(meeting: Meeting) -> list[bytes]:
    """What is sent to `/`, its stream and `/state.json`, and what the book keeps for the public."""
    decisions = public_decisions(meeting) if meeting.course == "closed" else ""
    now = frame(public_shown(meeting, "evening"), decisions_within(decisions))
    whole = page(now.shown, board=now.board, stream="/stream", root="/", chair=False)
    return [now.event, now.state, now.tag.encode(), whole.encode(), decisions.encode()]


def moments(lines: list[str], how: str) -> list[Meeting]:
    """The meeting after each line recorded in exempt session, after the public came back, and when it had closed."""
    here = desk()
    here.play(":open 19:00\n:present rest\n:take 7\n:put r7\n:vote unanimous")
    here.play(":take 9\n:exclude items=9 para=3" if how == "item" else ":take 8\n:exclude")
    found = [here.meeting]
    for line in lines:
        try:
            here.enter(line.format(w=SECRET))
        except ValueError:
            continue
        found.append(here.meeting)
    for line in (":readmit", ":take 10", ":none", ":close 21:00"):
        found.append(after(here, line))
    return found


def after(here: Desk, line: str) -> Meeting:
    return here.play(line).meeting


PRIVATE_LINES = [line for line in LINES if not line.startswith((":item", ":heading"))]


@pytest.mark.parametrize("how", ["item", "session"])
@pytest.mark.parametrize("line", PRIVATE_LINES)
def test_nothing_of_it_is_sent(line: str, how: str) -> None:
    for meeting in moments([line], how):
        for content in every_public_byte(meeting):
            assert SECRET not in content.decode().lower()
            assert "812345" not in content.decode().replace(",", "")


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(PRIVATE_LINES), min_size=3, max_size=10), st.sampled_from(["item", "session"]))
def test_nothing_of_any_of_it_is_sent(lines: list[str], how: str) -> None:
    for meeting in moments(lines, how):
        for content in every_public_byte(meeting):
            assert SECRET not in content.decode().lower()


# What prints of a private session by the law of what is public: who came, went, presided and when it was adjourned.
TOLD = (":out", ":in", ":adjourn", ":resume", ":preside", ":apologies", ":declare")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([line for line in PRIVATE_LINES if not line.startswith(TOLD)]), max_size=8),
    st.lists(st.sampled_from([line for line in PRIVATE_LINES if not line.startswith(TOLD)]), max_size=8),
)
def test_what_is_sent_does_not_depend_on_what_was_recorded_in_private(one: list[str], other: list[str]) -> None:
    a, b = moments(one, "item"), moments(other, "item")
    # In private whatever is recorded changes nothing: not even a tag.
    during = {tuple(every_public_byte(meeting)) for meeting in (*a[:-4], *b[:-4])}
    assert len(during) == 1
    assert PRIVATE in public_shown(a[0], "").alone
    for then, now in zip(a[-4:], b[-4:], strict=True):
        assert every_public_byte(then) == every_public_byte(now)
