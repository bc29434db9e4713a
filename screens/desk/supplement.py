"""Papers that come while the meeting is under way: read, looked at and added without leaving the desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from clerk.names import Unclear
from screens.desk.key import Desk
from screens.kit.field import OneLine
from screens.kit.line import Passage, Said
from screens.learning import learn_papers
from screens.typed_path import typed_file
from store.errors import StoreError
from store.packs import Pack
from store.packs.stream import Stream


class FileScreen(ModalScreen["Path | None"]):
    """Asks for a file; closes with it, or with None after Esc."""

    CSS = """
    FileScreen { background: $background; }
    FileScreen Said { background: $panel; color: $text; padding: 0 1; margin: 0 0 1 0; }
    FileScreen Passage { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def compose(self) -> ComposeResult:
        yield Said(Content.styled("Add papers to this meeting", "bold"), Content("Enter reads it   Esc leaves"))
        yield OneLine(id="file")
        yield Passage(Content("The file: a supplement, an addendum, a report that came late. It may be dragged here."))

    def on_mount(self) -> None:
        self.query_one(OneLine).begin("")

    @on(OneLine.Done)
    def _named(self, message: OneLine.Done) -> None:
        message.stop()
        if not message.text.strip():
            return
        try:
            self.dismiss(typed_file(message.text))
        except Unclear as error:
            self.query_one(Passage).say(Content.styled(f"✗ {error}", "bold $text-error"))

    @on(OneLine.Left)
    def _left(self, message: OneLine.Left) -> None:
        message.stop()
        self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)


def add_papers(desk: Desk) -> None:
    """Asks for a file, has what is found in it looked at, and records what it brings."""
    if desk.sitting.read_only:
        desk.say_wrong(desk.sitting.read_only)
        return
    desk.app.push_screen(FileScreen(), lambda file: _read(desk, file) if file is not None else None)


def _read(desk: Desk, file: Path) -> None:
    """Reads a file on a thread of its own, for a long report takes seconds and the meeting goes on."""
    from store.packs.adding import read_supplement

    meeting = desk.sitting.meeting
    desk.say(f"Reading {file.name}; the meeting goes on meanwhile.")

    def read() -> None:
        streams: list[Stream] = []
        pack, failed = read_supplement(meeting, [file], None, streams.extend)
        if failed:
            said = f"{failed[0]} Nothing was added."
            desk.app.call_from_thread(desk.say_wrong, said)
        else:
            desk.app.call_from_thread(_look_at, desk, file, pack, streams)

    desk.app.run_worker(read, thread=True, exit_on_error=False)


def _look_at(desk: Desk, file: Path, pack: Pack, streams: Sequence[Stream]) -> None:
    from screens.review.screen import ReviewScreen
    from store.packs.reviewing import Review

    review = Review(pack)

    def ended(used: bool) -> None:
        desk.app.pop_screen()
        if used:
            _record(desk, file, review.pack, streams)
        else:
            desk.say(f"Nothing of {file.name} was added.")

    desk.app.push_screen(ReviewScreen(review, f"To be added: {file.name}", ended=ended))


def _record(desk: Desk, file: Path, pack: Pack, streams: Sequence[Stream]) -> None:
    from store.packs.adding import additions

    added = additions(desk.sitting.meeting, pack)
    if not added.events:
        desk.say(f"Nothing in {file.name} is new to this meeting.")
        return
    try:
        desk.sitting.record(added.events)
    except (Unclear, StoreError) as error:
        desk.say_wrong(str(error))
        return
    learn_papers(desk.sitting.kept.path, streams)
    desk.draw()
    desk.say(" ".join(["✓", *added.said, *added.doubts]))
