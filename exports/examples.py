"""What each construct of the minutes is, with an example that the house style prints: its `typed` lines are played in
an invented meeting, and what they bring to the draft is shown."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, time
from functools import cache
from importlib import resources
from typing import Any, Literal

from msgspec import field

from clerk.events import Convened
from clerk.explanations import Explanation, read_explanations
from clerk.meeting.fold import add, fold
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from clerk.shorthand.line import read_script
from clerk.shorthand.minuting import recording
from exports.blocks import AnyBlock
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style

Body = Literal[
    "committee", "sub-committee", "licensing", "planning", "council", "cabinet", "scrutiny", "forum", "board"
]

BODIES: dict[Body, str] = {
    "committee": "Ponds and Allotments Committee",
    "sub-committee": "Ponds Sub-Committee",
    "licensing": "Licensing Sub-Committee",
    "planning": "Larkstow Planning Committee",
    "council": "Larkstow Borough Council",
    "cabinet": "Cabinet",
    "scrutiny": "Overview and Scrutiny Committee",
    "forum": "Millside Residents' Forum",
    "board": "Health and Wellbeing Board",
}
"""The invented bodies that an example can be of."""


class ConstructExplanation(Explanation, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A construct. `typed` is the shorthand of its example, played in a meeting of `body` that is open with everyone
    there, or with `bare` not yet; `choices` are choices of the house style that it needs; `within` is the construct in
    whose lines it is printed. One that no verb records says what it follows from (`worked_out`)."""

    body: Body = "committee"
    choices: dict[str, str | bool] = field(default_factory=dict)
    bare: bool = False
    within: str = ""
    worked_out: str = ""
    typed: str


@cache
def construct_explanations() -> dict[str, ConstructExplanation]:
    """Every construct, by id."""
    return read_explanations("exports", "constructs", ConstructExplanation)


def example_papers(body: Body = "committee", choices: dict[str, Any] | None = None) -> Convened:
    """The papers of the invented meeting, of a body of this kind."""
    head = f'body = "{BODIES[body]}"\n'
    if body == "council":
        head += 'labels = {chair = "Mayor", vice_chair = "Deputy Mayor"}\n'
    chosen = ", ".join(f"{name} = {_toml(value)}" for name, value in (choices or {}).items())
    papers = resources.files("exports").joinpath("example.toml").read_text(encoding="utf-8")
    return read_meeting(f"{head}printing = {{{chosen}}}\n{papers}")


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def example_of(explanation: ConstructExplanation, construct: str) -> list[str]:
    """The lines that the example prints: those that are of the construct, else all that the shorthand brought."""
    opening = "" if explanation.bare else ":open 19:00\n:present rest\n"
    papers = example_papers(explanation.body, explanation.choices)
    after = draft(played(papers, opening + explanation.typed), shipped_style(), exempt=True).blocks
    own = _lines(block for block in after if block.construct == (explanation.within or construct))
    if own:
        return own
    there = Counter(_lines(draft(played(papers, opening), shipped_style(), exempt=True).blocks))
    new = []
    for line in _lines(after):
        if there[line]:
            there[line] -= 1
        else:
            new.append(line)
    return new


def _lines(blocks: Iterable[AnyBlock]) -> list[str]:
    return [line.rstrip() for block in blocks for line in lines(block) if line.strip()]


def played(papers: Convened, script: str) -> Meeting:
    """The meeting that a script of shorthand makes of its papers."""
    written = datetime.combine(papers.date, time())
    meeting = fold([Entry(1, written, "", (papers,))])
    item: str | None = None
    for _, line in read_script(script):
        done = recording(meeting, line, item, None)
        if done is None:
            continue
        item = done.item
        if done.events:
            meeting = add(meeting, Entry(len(meeting.entries) + 1, written, "", done.events))
    return meeting
