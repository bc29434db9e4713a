"""The table of constructs: facts in by shorthand, wording out, read from the files beside this one.

A file has cases. `== AT-01 AT-02` says which constructs a case shows, `@ planning` on what kind of body,
`% votes=lines` with what choice of wording, then come lines of shorthand, and after each `>` a line that the draft must
have. Every case begins with the meeting open and, unless it says `! bare`, with everyone present.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from clerk.events import Convened
from clerk.meeting.state import Meeting
from exports.blocks import Spans
from exports.draft import draft
from exports.examples import Body, example_papers
from exports.plain import lines
from exports.style import Style, shipped_style
from tests.support.minute import minute

FOLDER = Path(__file__).parent / "constructs"


class Case(Struct):
    """One case of the table."""

    where: str
    constructs: tuple[str, ...]
    body: Body = "committee"
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
            case.body = line[2:].strip()  # type: ignore[assignment]
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
    return example_papers(case.body, case.choices)


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
        if said or not self.words[key]:
            self.asked.add(key.split(".")[0])
        return said


_STYLE = shipped_style()


def printed(case: Case, exempt: bool = True) -> tuple[list[str], set[str]]:
    """The lines that a case prints, and the constructs that they are of."""
    style = Listening(_STYLE)
    written = draft(meeting_of(case), style, exempt)
    constructs = {block.construct for block in written.blocks}
    return [line.strip() for block in written.blocks for line in lines(block)], constructs | style.asked
