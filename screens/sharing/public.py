"""What of a meeting is put into the book beside its lines: a label for lists, and what the public may see."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from clerk.kept import entries_from_json
from clerk.meeting.fold import add
from clerk.meeting.state import Meeting
from screens.sharing.speaking import speaking_until
from screens.sitting import meeting_of
from store import places
from store.book.connection import Book, Label
from store.book.errors import machine_name
from store.book.facts import share_facts
from store.book.journal_lines import Known
from store.holding import this_holder
from store.lines import decode_line, entries_in

if TYPE_CHECKING:
    from screens.board.shown import Shown

log = logging.getLogger("clerk.sender")

DECISIONS = "decisions"
"""The form in which the decisions of a closed meeting are published: HTML, as `exports` writes it."""


class MeetingForms:
    """The label and the public forms of one meeting, as its lines grow."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name = path.stem
        self._speaking: datetime | None = None
        self._by = this_holder().user
        self._count = 0
        self._last = ""
        self.meeting = Meeting()
        self._label: Label | None = None
        self._published: str | None = None

    def label(self, lines: Sequence[Known]) -> Label:
        """What a list shows of the meeting. One that this version cannot read has no more than its holder."""
        self._take(lines)
        setup = self.meeting.setup
        if setup is None:
            return Label(self._by, machine_name())
        entries = self.meeting.entries
        by = entries[-1].by if entries and entries[-1].by else self._by
        day = setup.date.isoformat()
        return Label(by, machine_name(), setup.body, day, self.meeting.course, len(entries))

    def meets(self, book: Book) -> None:
        """Sends what this library was told between meetings, and fetches what others were."""
        share_facts(places.home_of(self._path), book, lambda said: log.info("facts are not shared"))

    def is_new(self) -> bool:
        """Whether the speaker's clock was started or stopped."""
        return speaking_until(self._path, datetime.now()) != self._speaking

    def after(self, book: Book, meeting: str, lines: Sequence[Known]) -> None:
        """Puts the public's board, the label and, once the meeting has closed, its decisions into the book."""
        label = self.label(lines)
        epoch = lines[-1].epoch
        if label != self._label:
            book.label(meeting, epoch, label)
            self._label = label
        self._speaking = speaking_until(self._path, datetime.now())
        shown = public_shown(self.meeting, self._name, self._speaking)
        book.show(meeting, epoch, msgspec.json.encode(shown).decode())
        closed = self.meeting.course == "closed" and not self.meeting.newer
        # What was published before the close was undone is taken back.
        decisions = public_decisions(self.meeting) if closed else ""
        if decisions != self._published:
            book.publish(meeting, epoch, DECISIONS, decisions)
            self._published = decisions

    def _take(self, lines: Sequence[Known]) -> None:
        text = lines[self._count - 1].text if 0 < self._count <= len(lines) else ""
        if self._count == len(lines) and text == self._last:
            return
        again = text != self._last
        fresh = lines if again else lines[self._count :]
        raw = entries_in(decode_line(line.text.encode()) for line in fresh if line.number > 0)
        if again:
            self.meeting = meeting_of(raw)
        else:
            known = len(self.meeting.entries)
            for entry in entries_from_json(raw):
                self.meeting = add(self.meeting, msgspec.structs.replace(entry, n=known + entry.n))
        self._count, self._last = len(lines), lines[-1].text if lines else ""


def public_shown(meeting: Meeting, name: str, speaking_until: datetime | None = None) -> Shown:
    """What the public's page shows, and nothing of exempt business."""
    from screens.board.shown import shown
    from screens.chair.board import board

    return shown(board(meeting, public=True, name=name), speaking_until)


def public_decisions(meeting: Meeting) -> str:
    """The public's decisions as HTML; exempt business is left out by the draft."""
    from exports.decisions import decision_sheet
    from exports.draft import draft
    from exports.html import write_html
    from screens.house_styles import style_of

    style = style_of(meeting)
    return write_html(decision_sheet(meeting, style, draft(meeting, style)))
