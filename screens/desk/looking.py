"""What the rules find, looked for after the repaint, and what other meetings tell of this one."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer

from screens.desk.speaking import SpeakerClock
from screens.sitting import Sitting

if TYPE_CHECKING:
    from clerk.history import History
    from screens.desk.completing import Completing
    from screens.desk.live import Look


LOOK_AFTER = 0.05
"""Seconds after a repaint before the rules are looked at."""


class Looking:
    """What was seen at the last look, and the clock of a public speaker."""

    def __init__(self, sitting: Sitting, completing: "Callable[[], Completing]") -> None:
        self._sitting = sitting
        self._make_completing = completing
        self.seen: Look | None = None
        self.history: History | None = None
        """What other meetings tell; None until it has been asked for."""
        self.speaker = SpeakerClock()
        self._timer: Timer | None = None

    @cached_property
    def completing(self) -> "Completing":
        """What may follow the words being typed; made when it is first wanted, which is after the first picture."""
        return self._make_completing()

    def press_speaker(self) -> bool:
        """Starts the clock of a public speaker, or stops it, and tells the pages; whether it runs now."""
        from clerk.rules.checks import profile_of
        from screens.sharing.speaking import tell_speaking

        self.speaker.press(self.wall())
        tell_speaking(self._sitting.kept.path, self.speaker.until(profile_of(self._sitting.meeting)))
        return self.speaker.running

    def after_repaint(self, set_timer: Callable[[float, Callable[[], None]], Timer], look: Callable[[], None]) -> None:
        """Has a look follow the repaint. One that the next change overtakes is not taken."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = set_timer(LOOK_AFTER, look)

    def look(self) -> bool:
        """Looks at the rules. Whether it was the first look, after which the library is asked."""
        from screens.desk.live import look

        first = self.history is None
        if first:
            from clerk.history import History

            self.history = History()
        self.completing.follow()
        sitting = self._sitting
        self.seen = look(sitting.meeting, sitting.item, sitting.now, self.history)
        return first

    @property
    def following(self) -> str:
        """What comes next, as it was last seen."""
        return self.seen.next if self.seen is not None else ""

    def read_library(self) -> None:
        """Reads what other meetings tell of this one, and the words of theirs. Not on the screen's own thread."""
        self.history = self.read_history()
        self._sitting.know(self.history)
        self.completing.learn()

    def read_history(self) -> "History":
        """Reads what other meetings tell of this one, which may be many files; and has said what the library tells of
        its own end."""
        from store.history import history_of
        from store.library import what_is_missing

        kept = self._sitting.kept
        if missing := what_is_missing(kept.path, len(kept)):
            kept.tell(missing)
        return history_of(self._sitting.meeting, kept.path)

    def wall(self) -> datetime:
        """The wall clock, whether or not the meeting's times are taken from it."""
        return (self._sitting.clock or datetime.now)()

    def warnings(self, unsaved: str) -> Content:
        """What is to be warned of: of the file, of the words being typed (`unsaved`), of time, and of what is found."""
        kept = self._sitting.kept
        marks = {
            "⚠ In this window only: Ctrl+Q": kept.adrift,
            "⚠ What you type is not kept yet": unsaved,
            "⚠ No second copy": kept.uncopied,
        }
        parts = [Content.styled(mark, "bold $text-error") for mark, stands in marks.items() if stands]
        if self.seen is not None:
            from clerk.rules.checks import profile_of
            from screens.desk.live import warnings

            speaker = self.speaker.said(profile_of(self._sitting.meeting), self.wall())
            parts += [Content.styled(speaker, "bold")] if speaker else []
            found = warnings(self.seen)
            parts += [found] if found else []
        return Content("   ").join(parts)
