"""What stands on the screen while the desk is being opened: the meeting's title, where the desk has it."""

from datetime import date

import msgspec
from msgspec import Struct
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from clerk.times import say_date
from screens.kit.line import Said
from store.meetings import Kept


class _Convened(Struct):
    body: str
    date: date


class _First(Struct):
    events: tuple[_Convened, ...]


def title_of(kept: Kept) -> str:
    """The title of a meeting by the first line of its journal, without reading what came of it; its name alone where
    that line is another's."""
    try:
        called = msgspec.json.decode(kept.raw[0], type=_First).events[0]
    except (msgspec.DecodeError, IndexError):
        return kept.name
    return title(called.body, called.date, kept.name)


def title(body: str, day: date, name: str) -> str:
    """Which meeting it is: of whom, when, and by which name it is kept."""
    return f"{body} · {say_date(day)} · {name}"


class Opening(Screen[None]):
    """The meeting's title alone, in the place that it keeps. It takes no key."""

    DEFAULT_CSS = """
    Opening { background: $background; overflow: hidden; }
    #status { background: $panel; }
    #title { padding: 0 1; color: $text-muted; }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._shown = title

    def compose(self) -> ComposeResult:
        yield Said(id="status")
        yield Said(Content(self._shown), id="title")
