"""The house style that a meeting is worded in: those that come with the program, and a user's own beside them."""

from pathlib import Path
from typing import TYPE_CHECKING

from clerk.hidden import as_a_name
from clerk.names import nearest_word
from exports.bodies import wrong_choice
from exports.style import Style, StyleError, read_style, shipped_style, shipped_styles
from store import places

if TYPE_CHECKING:
    from clerk.events import Convened
    from clerk.meeting.state import Meeting


def styles_folder() -> Path:
    """Where a user's own house styles are looked for by name."""
    return places.home() / "styles"


def house_style(name: str) -> Style:
    """The house style of a name or a TOML file: the user's own first, then those that come with the program.

    Raises `StyleError`, naming the nearest, where there is none of that name or it cannot be read.
    """
    folder = styles_folder()
    own = Path(name) if name.endswith(".toml") or Path(name).name != name else folder / f"{name}.toml"
    if own.parent != folder or own.is_file():
        return read_style(_text(own), str(own))
    if name in shipped_styles():
        return shipped_style(name)
    known = sorted({*shipped_styles(), *(as_a_name(file.stem) for file in folder.glob("*.toml"))})
    raise StyleError(
        f"There is no house style “{name}”.{nearest_word(name, known)} There are: {', '.join(known)}. "
        f"Your own belong in {folder}."
    )


def style_of(meeting: "Meeting", wanted: str = "") -> Style:
    """The house style that a meeting is worded in, or another, `wanted` by name or file. Raises `StyleError`."""
    return house_style(wanted or (meeting.setup.style if meeting.setup else "barnet"))


def faults_of_wording(convened: "Convened") -> list[str]:
    """What is wrong with the house style that a meeting asks for and with its own choices of wording, in sentences."""
    faults = [
        f"In printing: {reason}" for name, value in convened.printing.items() if (reason := wrong_choice(name, value))
    ]
    try:
        house_style(convened.style)
    except StyleError as error:
        faults.append(str(error))
    return faults


def _text(file: Path) -> str:
    from screens.cli.saying import Refused, read_text

    try:
        return read_text(file, "house style")
    except Refused as error:
        raise StyleError(error.message) from None
