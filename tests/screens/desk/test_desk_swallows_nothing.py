"""Every key that a step of the desk takes changes what it asks and what Enter would record, or it is refused; and what
is typed by half is not left behind by Enter. Of all keys that begin a step, by the hand alone."""

import random
import string
from collections.abc import Callable
from functools import cache

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.minuting import recording
from screens.desk import closing
from screens.desk.closing import left_over
from screens.desk.commands import desk_commands
from screens.desk.commands.votes import Count
from screens.desk.filling import Filling
from screens.desk.hand import Deed, Hand
from screens.desk.key import Key
from screens.desk.steps import Step
from screens.kit.keys import key_name
from tests.support.bodies import COMMITTEE, council
from tests.support.minute import OPEN, desk

TYPED = [*string.ascii_lowercase, *"AZ019.,!+-*"]
PRESSED = ["space", "tab", "shift+tab", "up", "down"]
EVENINGS = {
    "committee": (COMMITTEE, ":take 7\n:motion elm oak -- That it be so.\n:amend elm fir -- That bees be kept."),
    "council": (council(63), ":take 1"),
}
SAID_ALREADY = {
    ("Count", "tab"),
    ("Called", "up"),
    ("WhichItem", "."),
    ("Roll", "tab"),
    ("Roll", "shift+tab"),
}
"""One more space between figures, the cursor at the head of the roll, and the stop after an item's number say nothing
more; nor does a space, nor in a line with gaps a cursor that goes from one to another, or a comma with no name yet."""

Make = Callable[[], Step]


@pytest.fixture(autouse=True)
def _checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a meeting leaves undone is looked for once, and not again for each of the thousands of closings tried."""
    found: dict[int, list[str]] = {}

    def left(meeting: Meeting) -> list[str]:
        if id(meeting) not in found:
            found[id(meeting)] = left_over(meeting)
        return found[id(meeting)]

    monkeypatch.setattr(closing, "left_over", left)


@cache
def evening(name: str) -> tuple[Meeting, str | None]:
    body, script = EVENINGS[name]
    at = desk(body).play(f"{OPEN}\n{script}")
    return at.meeting, at.item


def steps(name: str) -> dict[str, Make]:
    """What makes the step of each key that has one here."""
    meeting, item = evening(name)
    made: dict[str, Make] = {"vote.count": lambda: Count(meeting, item, "6")}
    for command in desk_commands():
        begin = getattr(command, "step", None) if issubclass(command, Key) else None
        try:
            if begin is not None and begin(meeting, item):
                made[command.id] = lambda begin=begin: begin(meeting, item)  # type: ignore[misc]
        except Unclear:
            continue
    return made


def press(hand: Hand, key: str) -> Deed:
    typed = key if len(key) == 1 else " " if key == "space" else None
    deed = hand.press(key_name(key) if len(key) == 1 else key, typed)
    assert deed is not None
    if deed.what == "open":
        hand.step = deed.step
    return deed


def at(make: Make, keys: list[str]) -> tuple[Hand, Deed]:
    hand, deed = Hand(), Deed("stay")
    hand.step = make()
    for key in keys:
        deed = press(hand, key)
    return hand, deed


def shown(step: Step) -> tuple[object, ...]:
    """All that a clerk sees of a step, and where it would lead."""
    return (type(step), step.asks, repr(step.line), step.text, step.wants, step.marks, step.at)


def ended(make: Make, keys: list[str]) -> str:
    """What Enter comes to after these keys; "" where it asks for more."""
    deed = at(make, [*keys, "enter"])[1]
    return "" if deed.what in ("stay", "open") else repr((deed.what, deed.line, deed.writing, deed.text))


ALL = [(name, id_) for name in EVENINGS for id_ in steps(name)]


def _chooses(step: Step) -> bool:
    """Whether what is typed in a form is one of a few words now."""
    return isinstance(step, Filling) and step._fact is not None and step._fact.kind == "choice"


@pytest.mark.parametrize(("name", "id_"), ALL)
def test_every_key_that_a_step_takes_changes_something(name: str, id_: str) -> None:
    make, frontier = steps(name)[id_], [list[str]()]
    chance = random.Random(id_)
    for _ in range(4):
        further = []
        for keys in frontier:
            before, without = at(make, keys)[0].step, ended(make, keys)
            assert before is not None
            for key in (*TYPED, *PRESSED):
                hand, deed = at(make, [*keys, key])
                if deed.what not in ("stay", "open") or deed.wrong:
                    continue
                assert hand.step is not None
                idle = key == "space" or (type(before).__name__, key) in SAID_ALREADY
                idle = idle or (isinstance(before, Filling) and key in (*PRESSED, ","))
                # A letter may spell on what those before it chose already: "ob" is the objection that "o" is.
                idle = idle or (_chooses(before) and hand.step.line == before.line)
                if idle and (shown(hand.step) == shown(before) or ended(make, [*keys, key]) == without):
                    continue
                assert shown(hand.step) != shown(before), (keys, key)
                assert ended(make, [*keys, key]) != without or not without, (keys, key)
                further.append([*keys, key])
        chance.shuffle(further)
        frontier = further[:30]


@pytest.mark.parametrize(("name", "id_"), ALL)
def test_no_two_ways_through_a_step_that_say_different_things_record_the_same(name: str, id_: str) -> None:
    make, (meeting, item) = steps(name)[id_], evening(name)
    chance, recorded = random.Random(id_), dict[str, str]()
    for _ in range(120):
        hand = Hand()
        hand.step = make()
        for key in chance.choices([*TYPED, *PRESSED], k=8):
            deed = press(hand, key)
            if deed.wrong and hand.step is not None:
                press(hand, "backspace")
            if hand.step is None or deed.what not in ("stay", "open"):
                break
        line = hand.step.line if hand.step is not None else None
        if line is None:
            continue
        try:
            made = recording(meeting, line, item)
        except Unclear:
            continue
        assert made is not None
        words = [word.lstrip("0") or "0" for word in line.operands]
        if words and words[0].isdigit():
            # Figures that are left out are none.
            words = [*words, "0", "0"][:3]
        said = repr((line.verb, words, line.options, line.text))
        assert recorded.setdefault(repr(made.events), said) == said


async def test_enter_says_what_it_still_wants() -> None:
    """The reason stands before what is asked."""
    make = steps("committee")
    wanted = {
        "question.motion": (["e"], "first seconder"),
        "room.substitute": ([], "first whose seat"),
        "vote.own": (["a"], "first one of these"),
        "interest.declare": ([], "first whose interest it is"),
        "item.take": (["9", "9"], "first the number of an item on the agenda"),
    }
    for id_, (keys, said) in wanted.items():
        deed = at(make[id_], ["space" if key == " " else key for key in [*keys]] + ["enter"])[1]
        assert said in deed.wrong, id_


@pytest.mark.parametrize("name", EVENINGS)
def test_what_is_typed_by_half_is_not_left_behind(name: str) -> None:
    begun = steps(name)
    for id_, keys in {"vote.named": ["-"], "vote.unanimous": ["v", "-"]}.items():
        if id_ in begun:
            assert "waits for" in at(begun[id_], [*keys, "enter"])[1].wrong, id_
    if name == "council":
        letter = next(iter(evening(name)[0].seats.values())).letter[0]
        for id_ in ("vote.named", "room.roll", "question.put", "interest.declare"):
            for end in ("enter", "space"):
                assert "waits for its second letter" in at(begun[id_], [letter, end])[1].wrong, (id_, end)


def test_how_some_voted_stands_when_the_roll_is_called_after_all() -> None:
    step = at(steps("committee")["vote.named"], ["e", "F", "+"])[0].step
    assert step is not None
    assert step.line is not None
    assert step.line.options == {"against": "elm", "abstain": "fir", "rest": "out"}
