"""The question for another folder, where what was recorded is in this window only: the desk is not left without one."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from clerk.names import Unclear
from screens.kit.field import OneLine
from screens.kit.line import Passage, Said
from screens.typed_path import typed_path
from store.errors import StoreError


class FolderScreen(ModalScreen[str]):
    """Asks until a folder has taken the meeting, and closes with where it is kept; with "" after Esc.

    `what` is what is the matter, `offered` the folder that stands in the field, `keep` writes the meeting into one and
    gives a sentence, or raises `StoreError`.
    """

    CSS = """
    FolderScreen { background: $background; }
    FolderScreen Said { background: $panel; color: $text; padding: 0 1; margin: 0 0 1 0; }
    FolderScreen Passage { padding: 0 1; margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back")]

    def __init__(self, what: str, offered: Path, keep: Callable[[Path], str]) -> None:
        super().__init__()
        self._what, self._offered, self._keep = what, offered, keep

    def compose(self) -> ComposeResult:
        yield Said(Content.styled("Keep the meeting in another folder", "bold"), Content("Enter keeps it   Esc back"))
        yield Passage(Content.styled(self._what, "bold $text-error"), id="what")
        yield OneLine(id="folder")
        yield Passage(Content("The folder, on whatever drive; it is made if need be."), id="said")

    def on_mount(self) -> None:
        self.query_one(OneLine).begin(str(self._offered))

    @on(OneLine.Done)
    def _keep_there(self, message: OneLine.Done) -> None:
        message.stop()
        try:
            self.dismiss(self._keep(typed_path(message.text) if message.text.strip() else self._offered))
        except (StoreError, Unclear) as error:
            self.say_wrong(str(error))

    @on(OneLine.Left)
    def _left(self, message: OneLine.Left) -> None:
        message.stop()
        self.dismiss("")

    def say_wrong(self, text: str) -> None:
        """Says why the meeting is not kept yet."""
        self.query_one("#said", Passage).say(Content.styled(f"✗ {text}", "bold $text-error"))

    def action_leave(self) -> None:
        """Back to the desk, which still has all of it."""
        self.dismiss("")
