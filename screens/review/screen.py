"""The review screen: what was found, doubts first. It turns keys into changes of the review, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message

from screens.kit.command import AnyCommand
from screens.kit.entry import TextEntry
from screens.kit.field import Field, OneLine
from screens.kit.keybar import KeyBar
from screens.kit.line import Passage, Said
from screens.kit.lines import Lines
from screens.kit.screen import CommandScreen
from screens.review.commands import review_commands
from screens.review.rows import LABELS, about, rows_of
from store.packs.facts import Kind
from store.packs.reviewing import LONG, Review, Shown
from store.packs.unfinished import Keep, kept_nowhere

_HINTS: dict[Kind, str] = {
    "member": "Name, chair or vice-chair, party, ward (co-opted, for whom, no vote); or Vacancy",
    "substitute": "Name, party, ward",
    "item": "Number. Title (exempt, paragraph 3)",
    "officer": "Name, post",
}


def _is_about(shown: Shown, fault: str) -> bool:
    """Whether a fault names a fact of the meeting: its field, or its label with what stands there."""
    named = (f"“{shown.field}”", f"{shown.label} “{shown.text}”")
    return shown.kind == "fact" and not shown.path and any(words in fault for words in named)


class ReviewScreen(CommandScreen[None]):
    """Says in `Finished` whether what was found is to be used, or to `ended` where that is given, as over a desk.
    `keep` is given how far it has come, after each change."""

    CSS_PATH = "review.tcss"

    class Finished(Message):
        """The review is over; `used` says whether what was found is to be used."""

        def __init__(self, used: bool) -> None:
            super().__init__()
            self.used = used

    def __init__(
        self, review: Review, title: str, keep: Keep = kept_nowhere, ended: Callable[[bool], None] | None = None
    ) -> None:
        super().__init__(review_commands())
        self.review = review
        self._title = title
        self._keep = keep
        self._ended = ended
        self._shown: dict[str, Shown] = {}
        self._editing: tuple[str, str] | None = None
        self._adding: Kind | None = None
        self._asked = ""
        """What ends the review once it is pressed again, though doubts are open."""

    def compose(self) -> ComposeResult:
        yield Said(id="title")
        yield Lines(id="found", cursor=True, left=LABELS + 2)
        yield Passage(id="about")
        yield OneLine(id="line", suggest=self._suggest)
        yield Field(id="words", multiline=True)
        yield Passage(id="said")
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        super().on_mount()
        self._draw()
        found = self.query_one("#found", Lines)
        found.focus()
        found.action_edge(-1)
        self._say_about(found.cursor)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        """Shows what a change has made of it, and keeps that."""
        self._asked = ""
        self._draw()
        if sentence := self._keep(self.review.now if self.review.changed else None):
            self.say(sentence)

    def _draw(self) -> None:
        found = self.review.rows()
        self._shown = {shown.key: shown for shown in found if shown.key}
        lines = self.query_one("#found", Lines)
        lines.show(rows_of(found))
        doubts = len(self.review.doubts())
        right = {0: "nothing doubtful", 1: "1 doubt"}.get(doubts, f"{doubts} doubts")
        self.query_one("#title", Said).say(Content(self._title), Content(right))
        self._say_about(lines.cursor)
        self.refresh_bindings()

    def _say_about(self, key: str | None) -> None:
        self.query_one("#about", Passage).say(about(self._shown.get(key or "")))

    def say(self, text: str) -> None:
        """Says something below what was found."""
        self.query_one("#said", Said).say(Content(text))

    def _go_to(self, key: str) -> None:
        self.query_one("#found", Lines).cursor = key
        self._say_about(key)
        self.refresh_bindings()

    @on(Lines.Moved)
    def _moved(self, message: Lines.Moved) -> None:
        self._say_about(message.key)
        self.refresh_bindings()

    @property
    def here(self) -> Shown | None:
        """What the cursor is on."""
        return self._shown.get(self.query_one("#found", Lines).cursor or "")

    def available(self, command: AnyCommand) -> bool | None:
        """What depends on where the cursor is."""
        if not super().available(command):
            return False
        here = self.here if self.is_mounted else None
        if command.id == "found.is-right":
            return bool(here and here.doubt)
        if command.id == "found.leave-out":
            return bool(here and here.kind != "doubt")
        if command.id in ("found.up", "found.down"):
            return bool(here and here.kind == "record" and "/" not in here.path)
        if command.id == "add.recommendations":
            return bool(here and self.review.recommendations_at(here.path))
        return True

    # -- what can be done ------------------------------------------------------------------------------------------

    def action_found_put_right(self) -> None:
        """Enter: a doubt leads to its fact, a fact is typed over."""
        here = self.here
        if here is None:
            return
        key = f"{here.path}|{here.field}"
        if here.kind == "doubt":
            wanted = next((k for k in (key, f"{here.path}|") if k in self._shown), None)
            if wanted is None:
                self.say("This is about no one fact. Right as it is: y. To add what is missing: m, i, o, s.")
                return
            self._go_to(wanted)
            here = self._shown[wanted]
        self._edit(here.path, here.field)

    def _edit(self, path: str, field: str) -> None:
        self._editing, self._adding = (path, field), None
        self._open(self.review.text_of(path, field), field in LONG)

    def _open(self, text: str, long: bool) -> None:
        self.say("")
        self.context = "text"
        self.set_class(True, "-long" if long else "-short")
        entry: TextEntry = self.query_one("#words", Field) if long else self.query_one("#line", OneLine)
        entry.begin(text)

    def action_found_is_right(self) -> None:
        """`y`: the doubt is settled."""
        if here := self.here:
            self.review.accept(here.path, here.field, here.text if here.kind == "doubt" else "")
            self._changed()

    def action_found_leave_out(self) -> None:
        """`x`: without it."""
        if here := self.here:
            self.review.leave_out(here.path, here.field)
            self.say("Left out. z takes it back.")
            self._changed()

    def action_found_up(self) -> None:
        """Ctrl+Up: before the one above."""
        self._move(-1)

    def action_found_down(self) -> None:
        """Ctrl+Down: behind the one below."""
        self._move(1)

    def _move(self, by: int) -> None:
        here = self.here
        moved = self.review.move(here.path, by) if here and here.kind == "record" else ""
        if moved:
            self._changed()
            self._go_to(f"{moved}|")
            self.say("Moved. z takes it back.")

    def action_found_undo(self) -> None:
        """`z`: as it was before the last change."""
        self.say("Taken back." if self.review.undo() else "There is nothing to take back.")
        self._changed()

    def action_add_member(self) -> None:
        """`m`"""
        self._add("member")

    def action_add_item(self) -> None:
        """`i`"""
        self._add("item")

    def action_add_officer(self) -> None:
        """`o`"""
        self._add("officer")

    def action_add_substitute(self) -> None:
        """`s`"""
        self._add("substitute")

    def action_add_recommendations(self) -> None:
        """`r`: those of the item that the cursor is on, or below."""
        if here := self.here:
            self._edit(self.review.recommendations_at(here.path), "recommendations")

    def _add(self, kind: Kind) -> None:
        self._editing, self._adding = None, kind
        self._open("", False)
        self.say(_HINTS[kind])

    def action_move_next_doubt(self) -> None:
        """`n`: the next row that has a doubt."""
        lines = self.query_one("#found", Lines)
        keys = [shown.key for shown in self._shown.values() if shown.doubt]
        everything = list(self._shown)
        at = everything.index(lines.cursor) if lines.cursor in everything else -1
        after = [key for key in keys if everything.index(key) > at]
        if after or keys:
            self._go_to((after or keys)[0])

    def action_found_use(self) -> None:
        """Ctrl+S: use it, if a meeting can be made of it; else what is wanted first is shown."""
        faults = self.review.faults()
        if not faults:
            if self._may_end("use", "Ctrl+S again uses it as it stands"):
                self._finish(True)
            return
        wanted = next((key for key, shown in self._shown.items() if _is_about(shown, faults[0])), None)
        if wanted is not None:
            self._go_to(wanted)
        self.say(f"Not yet: {faults[0]}")

    def action_leave_review(self) -> None:
        """Leave without using it."""
        if self._may_end("leave", "Leave again, and nothing is made of it; what you put right is kept"):
            self._finish(False)

    def _may_end(self, how: str, again: str) -> bool:
        """Whether the review may end `how`: with doubts that nobody answered it is asked once what is meant."""
        doubts = len(self.review.doubts())
        if not doubts or self._asked == how:
            return True
        self._asked = how
        self.say(f"! {doubts} {'doubt is' if doubts == 1 else 'doubts are'} not answered (n leads to each). {again}.")
        return False

    def _finish(self, used: bool) -> None:
        if self._ended is not None:
            self._ended(used)
        else:
            self.post_message(self.Finished(used))

    # -- typing ----------------------------------------------------------------------------------------------------

    def action_typing_done(self) -> None:
        """Ctrl+S in a field, should the field not have taken it."""
        self._typed(self.query_one("#words", Field).text if self.has_class("-long") else self.query_one("#line").text)  # type: ignore[attr-defined]

    def action_typing_stop(self) -> None:
        """Esc: as it was."""
        self._close()

    @on(OneLine.Done)
    @on(Field.Done)
    def _done(self, message: OneLine.Done | Field.Done) -> None:
        message.stop()
        self._typed(message.text)

    @on(OneLine.Left)
    @on(Field.Left)
    def _left(self, message: OneLine.Left | Field.Left) -> None:
        message.stop()
        self._close()

    def _typed(self, text: str) -> None:
        if self._editing is not None:
            path, field = self._editing
            if text.strip() == self.review.text_of(path, field):
                self.review.accept(path, field)
            elif field == "recommendations":
                self.review.recommend(path, text)
            else:
                self.review.put(path, field, text)
        added = [self.review.add(self._adding, line) for line in text.split("\n")] if self._adding else []
        self._close()
        self._changed()
        for path in filter(None, added[-1:]):
            self._go_to(f"{path}|")

    def _close(self) -> None:
        self._editing = self._adding = None
        self.say("")
        self.context = "home"
        self.remove_class("-long", "-short")
        self.query_one("#found", Lines).focus()

    def _suggest(self, typed: str) -> str | None:
        """A name on the body's roll that begins as typed, or a body of the library."""
        path, field = self._editing or ("", "")
        return self.review.suggestion(typed, self._adding, path, field)
