"""The table of constructs: facts in by shorthand, wording out, read from the files beside this one.

A file has cases. `== AT-01 AT-02` says which constructs a case shows, `@ planning` on what kind of body,
`% votes=lines` with what choice of wording, then come lines of shorthand, and after each `>` a line that the draft must
have. Every case begins with the meeting open and, unless it says `! bare`, with everyone present.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from clerk.convening import read_meeting
from clerk.events import Convened
from clerk.meeting import Meeting
from exports.blocks import Spans
from exports.draft import draft
from exports.plain import lines
from exports.style import Style, shipped_style
from tests.support.minute import minute

FOLDER = Path(__file__).parent / "constructs"

BODIES = {
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

PAPERS = """
date = "2031-03-12"
time = "19:00"
venue = "The Long Room, Larkstow Town Hall"
quorum = 2
substitutes = [{name = "Mina Maple", group = "Harbour"}]
members = [
    {name = "Rowan Ash", role = "chair", group = "Lantern", post = "Leader of the Council"},
    {name = "Petra Birch", role = "vice-chair", group = "Lantern"},
    {name = "Colin Cedar", group = "Harbour"},
    {name = "Dora Elm", group = "Harbour"},
    {name = "Omar O'Oak", group = "Harbour"},
    {name = "Hana Holt", title = "Dr", kind = "co-optee", organisation = "Larkstow Primary Care"},
]
officers = [
    {name = "Jo Reed", title = "Ms", post = "Head of Parks", possessive = "her"},
    {name = "Abel Vale", title = "Mr", post = "Monitoring Officer", possessive = "his"},
    {name = "Kit Yew", kind = "councillor"},
]
items = [
    {number = 1, title = "Minutes of the last meeting"},
    {number = 2, title = "Absence of Members"},
    {number = 3, title = "Declarations of Members' interests"},
    {number = 4, title = "Report of the Monitoring Officer (if any)"},
    {number = 5, title = "Public questions and comments"},
    {number = 6, title = "Members' items"},
    {number = 7, title = "Boathouse", report_of = "Head of Parks", recommendations = [
        "That the repairs be approved.", "That officers report back in June.", "That the budget be £2,000."]},
    {number = 8, title = "Allotments", recommendations = "That the strategy be agreed."},
    {number = 9, title = "Pumphouse lease", exempt = true, recommendations = "That the lease be agreed."},
    {number = 10, title = "12 Mill Lane", case = "31/0042/FUL", ward = "Millside", recommendations = "Approve."},
    {number = 11, title = "Committee forward work programme"},
    {number = 12, title = "Any items that the Chairman decides are urgent"},
]
"""


class Case(Struct):
    """One case of the table."""

    where: str
    constructs: tuple[str, ...]
    body: str = "committee"
    choices: dict[str, Any] = field(default_factory=dict)
    bare: bool = False
    script: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)


def cases() -> list[Case]:
    """Every case, in order."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in _read(path)]


def _read(path: Path) -> Iterator[Case]:
    case: Case | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("== "):
            if case:
                yield case
            case = Case(f"{path.name}:{number}", tuple(line[3:].split()))
        elif case is None or not line.strip() or line.startswith("#"):
            continue
        elif line.startswith("@ "):
            case.body = line[2:].strip()
        elif line.startswith("! "):
            case.bare = True
        elif line.startswith("% "):
            name, _, value = line[2:].partition("=")
            case.choices[name] = {"true": True, "false": False}.get(value, value)
        elif line.startswith("> "):
            case.expected.append(line[2:])
        else:
            case.script.append(line)
    if case:
        yield case


def convened(case: Case) -> Convened:
    """The papers of a case."""
    head = f"body = {_quoted(BODIES[case.body])}\n"
    if case.body == "council":
        head += 'labels = {chair = "Mayor", vice_chair = "Deputy Mayor"}\n'
    choices = ", ".join(f"{name} = {_quoted(value)}" for name, value in case.choices.items())
    return read_meeting(f"{head}printing = {{{choices}}}\n{PAPERS}")


def _quoted(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def meeting_of(case: Case) -> Meeting:
    """The meeting that a case's script makes."""
    opening = [] if case.bare else [":open 19:00", ":present rest"]
    return minute("\n".join([*opening, *case.script]), convened(case))


class Listening(Style):
    """A house style that notes which wordings were asked for."""

    def __init__(self, style: Style) -> None:
        super().__init__(style.name, style.words, style.source, style.settings)
        self._templates = style._templates
        self.asked: set[str] = set()

    def render(self, key: str, **facts: Any) -> Spans:
        """As the style does, and notes the construct."""
        said = super().render(key, **facts)
        if said:
            self.asked.add(key.split(".")[0])
        return said


_STYLE = shipped_style()


def printed(case: Case, exempt: bool = True) -> tuple[list[str], set[str]]:
    """The lines that a case prints, and the constructs that they are of."""
    style = Listening(_STYLE)
    written = draft(meeting_of(case), style, exempt)
    constructs = {block.construct for block in written.blocks}
    return [line.strip() for block in written.blocks for line in lines(block)], constructs | style.asked
