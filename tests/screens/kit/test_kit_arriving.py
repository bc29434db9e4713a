"""Keys as a terminal sends them: whole, joined, or torn apart."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from screens.kit.arriving import LATE, LONGEST, STILL, KeyReader, usual_wait

KEYS = {
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1bOP": "f1",
    "\x1b[3~": "delete",
    "\x1b[1;5C": "ctrl+right",
    "\x1b[1;3C": "alt+right",
    "\r": "enter",
    "\t": "tab",
    "\x7f": "backspace",
    "\x13": "ctrl+s",
    "\x1b[27u": "escape",
}
"""What a terminal sends, and the key that it is."""


class Line:
    """A line on which time passes as the test says."""

    def __init__(self, wait: float = 0.05) -> None:
        self.now = 100.0
        self.reader = KeyReader(wait=wait, clock=lambda: self.now)
        self.seen: list[str] = []

    def send(self, data: str, then: float = 0.0) -> Line:
        self._note(self.reader.feed(data))
        return self.pass_by(then) if then else self

    def pass_by(self, seconds: float) -> Line:
        end = self.now + seconds
        while (due := self.reader.due) is not None and self.now + due <= end:
            self.now += due
            self._note(self.reader.tick())
        self.now = end
        return self

    def _note(self, messages: object) -> None:
        for message in messages:  # type: ignore[attr-defined]
            if isinstance(message, events.Paste):
                self.seen.append(f"paste:{message.text}")
            elif isinstance(message, events.Key):
                self.seen.append(message.character if message.is_printable and message.character else message.key)


@pytest.mark.parametrize("after", [*string.printable[:95], "é", "£", "§"])
def test_esc_and_any_character_in_one_read_are_two_keys(after: str) -> None:
    assert Line().send(f"\x1b{after}").pass_by(1).seen == ["escape", after]


@pytest.mark.parametrize("after", KEYS)
def test_esc_and_any_longer_key_in_one_read_are_two_keys(after: str) -> None:
    assert Line().send(f"\x1b{after}").pass_by(1).seen == ["escape", KEYS[after]]


def test_a_burst_that_begins_with_esc_is_typed_as_it_was_pressed() -> None:
    assert Line().send("\x1b6 4 0\r").seen == ["escape", "6", " ", "4", " ", "0", "enter"]
    assert Line().send("\x1b" + "o" * 50 + "\x1b\x1b").pass_by(1).seen == ["escape", *"o" * 50, "escape", "escape"]
    assert Line().send("\x1bOfficers\r").pass_by(1).seen == ["escape", *"Officers", "enter"]
    assert Line().send("\x1b[red] book").pass_by(1).seen[-6:] == ["]", " ", "b", "o", "o", "k"]


@pytest.mark.parametrize("keys", [key for key in KEYS if len(key) > 2])
@pytest.mark.parametrize("gap", [0.04, 0.3])
def test_a_key_torn_apart_on_a_slow_line_is_that_key(keys: str, gap: float) -> None:
    line = Line(wait=0.35)
    for piece in keys:
        line.send(piece, then=gap)
    assert line.pass_by(1).seen == [KEYS[keys]]


@pytest.mark.parametrize("pieces", [("\x1b", "[B"), ("\x1b", "[", "B"), ("\x1b[", "B"), ("\x1b", "[1;5", "C")])
def test_a_key_torn_further_apart_is_never_typed_and_the_wait_grows(pieces: tuple[str, ...]) -> None:
    line = Line()
    for piece in pieces:
        line.send(piece, then=0.2)
    assert set(line.pass_by(1).seen) <= {"escape", "down", "ctrl+right"}
    line.seen.clear()
    for piece in pieces:
        line.send(piece, then=0.2)
    assert line.pass_by(1).seen in (["down"], ["ctrl+right"])
    assert line.reader.wait <= LONGEST


def test_a_bracket_typed_long_after_esc_is_a_bracket() -> None:
    assert Line().send("\x1b", then=LATE + 0.1).send("[").send("B").pass_by(1).seen == ["escape", "[", "B"]
    assert Line().send("\x1b", then=0.5).send("[", then=LONGEST + 0.1).send("B").pass_by(1).seen == ["escape", "[", "B"]


def test_what_the_terminal_answers_is_not_typed_and_swallows_nothing() -> None:
    assert Line().send("\x1b[?62;4c").send("v").seen == ["v"]
    assert Line().send("\x1b[?997;1nu\x1b[99;99zo").seen == ["u", "o"]


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40),
    st.lists(st.integers(1, 60), max_size=4),
)
@settings(deadline=None)
def test_a_paste_torn_anywhere_is_one_paste(words: str, cuts: list[int]) -> None:
    data = f"\x1b[200~{words}\x1b[201~u"
    line, at = Line(), 0
    for cut in sorted({cut for cut in cuts if 6 <= cut < len(data)}):
        line.send(data[at:cut], then=STILL / 2)
        at = cut
    line.send(data[at:])
    assert line.seen == ([f"paste:{words}"] if words else []) + ["u"]


def test_a_paste_whose_end_is_lost_is_handed_on_and_keys_are_heard_again() -> None:
    line = Line().send("\x1b[200~Some words", then=STILL + 0.1)
    assert line.seen == ["paste:Some words"]
    assert line.send(" and the rest of them", then=STILL + 0.1).seen[1:] == ["paste: and the rest of them"]
    assert line.send("o", then=0.2).send("\x1b[B").send("\x1b[201~u").pass_by(1).seen[2:] == ["o", "down", "u"]


@given(
    st.text(st.sampled_from("\x1b[O~;?<0123AB MuRabé \r\t"), min_size=1, max_size=60),
    st.lists(st.integers(0, 59), max_size=5),
)
@settings(deadline=None)
def test_whatever_arrives_the_keys_after_it_are_heard(data: str, cuts: list[int]) -> None:
    line, at = Line(), 0
    for cut in sorted({cut for cut in cuts if 0 < cut < len(data)}):
        line.send(data[at:cut], then=0.07)
        at = cut
    line.send(data[at:], then=STILL + LATE + 1)
    line.send("u", then=STILL + 0.1).send("v", then=0.1)
    assert line.seen[-2:] == ["u", "v"]


def test_esc_waits_longer_over_ssh_and_as_long_as_it_is_told() -> None:
    here, far = usual_wait({}), usual_wait({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"})
    assert far >= 4 * here
    assert usual_wait({"ESCDELAY": "700", "SSH_TTY": "/dev/pts/1"}) == 0.7
    assert usual_wait({"ESCDELAY": "soon"}) == here
