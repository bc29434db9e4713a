"""Text that looks like markup, a template or a path is text, in every field; and papers that were damaged."""

from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.events import ActionAgreed, Convened, Minuted, MotionMoved
from clerk.kept import entry_from, entry_to
from clerk.meeting.fold import fold
from clerk.setup.convening import CannotConvene, convene, read_meeting
from clerk.shorthand.line import PARAGRAPH, Line
from clerk.texts import written
from tests.support.bodies import COMMITTEE
from tests.support.minute import OPEN, desk, minute

HOSTILE = "[/b] [Cllr X] 50% [/] {{ 7*7 }} <b>&amp; $HOME ../..' é☃"

PAPERS = "\n".join(
    f'{line.split("=")[0]}= """{HOSTILE} {number}"""'
    if line.startswith(("title =", "post =", "venue =", "report_of"))
    else line
    for number, line in enumerate(COMMITTEE.splitlines())
)


def test_in_every_field_of_the_papers() -> None:
    convened = read_meeting(PAPERS)
    assert convened.venue.startswith(HOSTILE)
    assert all(item.title.startswith(HOSTILE) for item in convened.items)
    named = COMMITTEE.replace('"Ivo Elm"', f'"""{HOSTILE}"""').replace('group = "Harbour"', f'group = """{HOSTILE}"""')
    assert HOSTILE in [person.name for person in read_meeting(named).people]


def test_in_every_text_that_is_typed() -> None:
    script = (
        OPEN
        + f"""
:take 7
{HOSTILE}
:motion oak elm -- {HOSTILE}
:amend ash birch on=m1 add -- {HOSTILE}
:action reed -- {HOSTILE}
:flag -- {HOSTILE}
:declare ash 7 -- {HOSTILE}
:apologies elm -- {HOSTILE}
:out fir -- {HOSTILE}
:heading -- {HOSTILE}
:summary -- {HOSTILE}
:outcome referred of=m1 to="{HOSTILE.replace('"', "")}" -- {HOSTILE}
:put m1 -- {HOSTILE}
:speakers -- {HOSTILE.replace(",", "")}
:person x name="{HOSTILE}" post="{HOSTILE}"
"""
    )
    meeting = minute(script, PAPERS)
    assert len(meeting.entries) == 18
    events = [placed.event for placed in meeting.events]
    assert [event.text for event in events if isinstance(event, Minuted | MotionMoved)] == [HOSTILE, HOSTILE]
    assert [event.task for event in events if isinstance(event, ActionAgreed)] == [HOSTILE]
    assert written(meeting.questions["m1"].base) == HOSTILE
    kept = [msgspec.json.decode(msgspec.json.encode(entry_to(entry))) for entry in meeting.entries]
    assert fold([entry_from(n, values) for n, values in enumerate(kept, 1)]) == meeting


_MUTATIONS = r"""= " [ ] [[members]] {} 3 true nan -1 1e9 2031-13-01 19:00:00 \u0000 \ ä [labels] id='a'"""
MUTATIONS = st.sampled_from(["", "\n", *_MUTATIONS.split()])


def faults(convening: Callable[[], Convened]) -> Convened | tuple[str, ...]:
    """What comes of papers: a meeting, or what is wrong with them. Anything else that is raised fails the test."""
    try:
        return convening()
    except CannotConvene as error:
        return error.faults


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(COMMITTEE)), st.integers(0, 12), MUTATIONS), min_size=1, max_size=4))
def test_damaged_papers_raise_only_cannot_convene(cuts: list[tuple[int, int, str]]) -> None:
    text = COMMITTEE
    for place, length, put in cuts:
        text = text[:place] + put + text[place + length :]
    convened = faults(lambda: read_meeting(text))
    if isinstance(convened, tuple):
        assert convened
        assert all(fault.strip() for fault in convened)
        return
    assert len({person.id for person in convened.people}) == len(convened.people)
    assert len({seat.letter for seat in convened.seats}) == len(convened.seats)
    minute(OPEN, convened)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "title", "number", "id", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["body", "date", "items", "members", "officers", "labels", "time", "quorum", "substitutes", "y"]
        ),
        VALUES,
    )
)
def test_any_values_raise_only_cannot_convene(data: dict[str, Any]) -> None:
    whole = {"body": "B", "date": "2031-03-12", "items": [], "members": [], **data}
    assert faults(lambda: convene(whole))


def test_what_the_desk_puts_together_is_cleaned_as_if_typed() -> None:
    table = desk().play(OPEN)
    table.enter(Line(PARAGRAPH, text="One\x0btwo \x1b[31m\n\n three\ud800"))
    assert table.meeting.events[-1].event == Minuted(text="One\ntwo ‹U+001B›[31m\n three‹U+D800›", item=None)
    assert table.enter(Line(PARAGRAPH, text=" \n ")) == ()
