"""What can go wrong in keeping a meeting, each said in sentences to the person at the keyboard.

The text of every error says what happened, what is kept, and what to do. None of it quotes the meeting.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of this disk is used up",
    errno.EFBIG: "the file may not grow any larger",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you are not allowed to write there",
    errno.EPERM: "you are not allowed to write there",
    errno.EIO: "the disk reported a fault",
    errno.ENOENT: "the file or folder is not there",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EISDIR: "a folder stands where a file should be",
    errno.ENODEV: "the drive is not connected",
    errno.EMFILE: "too many files are open",
}


def reason(error: OSError) -> str:
    """Why the operating system refused, as words that fit after "because" or a colon."""
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error) or type(error).__name__).lower()


class StoreError(Exception):
    """Any failure to keep, open or find a meeting; ``str()`` of it is written for the clerk."""


class NotRecorded(StoreError):
    """An entry did not reach the disk and is not in the record; every entry before it is."""

    def __init__(self, path: Path, why: str, *, kept: str) -> None:
        self.path = path
        self.why = why
        super().__init__(
            f"This was NOT recorded: {why}. {kept} Put it right (make room, reconnect the drive), then record it again."
        )


class OnlyInThisWindow(NotRecorded):
    """An entry did not reach the disk, and what was recorded before it is no longer there either: its file or its whole
    folder is gone. The window still has all of it, and can write it elsewhere."""

    def __init__(self, path: Path, why: str, number: int) -> None:
        StoreError.__init__(
            self,
            f"This was NOT recorded: {why}. {only_here(number)} Leave it open, and keep the meeting in another folder; "
            "then record it again.",
        )
        self.path = path
        self.why = why


class CannotKeepThere(StoreError):
    """The meeting cannot be written into the folder that was named for it; it is where it was."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"The meeting cannot be kept in {folder}: {why}. Name another folder.")


class CannotBeStored(StoreError):
    """A value that JSON cannot hold was handed in; nothing was written."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"This was NOT recorded: it holds something that cannot be written to a file ({type(error).__name__}). "
            "Nothing else is affected. Remove the unusual characters, then record it again."
        )


class RecordIsAppendOnly(StoreError):
    """Somebody tried to change, renumber or remove what has been recorded."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The record of a meeting can only be added to: {what}. "
            "Nothing was changed. To undo or correct an entry, record the undoing or the correction."
        )


class ReadOnly(StoreError):
    """Somebody tried to write through a view that only reads."""

    def __init__(self) -> None:
        super().__init__("This is a view of the meeting and only reads it. Nothing was changed. Write at the desk.")


class MeetingIsHeld(StoreError):
    """Another writer has the meeting open. ``holder`` is who, as far as it is known."""

    def __init__(self, name: str, holder: str, command: str | None = None) -> None:
        self.name = name
        self.holder = holder
        follow = command or f"clerk chair {name}"
        super().__init__(
            f"{name} is open already, at the desk of {holder}. Two people cannot write one record, so it was not "
            f"opened. Follow it with “{follow}”, or close it there first."
        )


class LibraryIsBusy(StoreError):
    """Another window was telling the library something, and did not come to an end."""

    def __init__(self) -> None:
        super().__init__(
            "This was NOT recorded: another window is writing in the library. Nothing was changed. Try it again."
        )


class JournalChanged(StoreError):
    """Another program replaced or altered the journal while it was open. Nothing is written to that file.

    ``saved`` is where all that was recorded has been kept instead, whole, or None where that could not be.
    """

    def __init__(self, path: Path, kept: str, saved: Path | None) -> None:
        self.path = path
        self.saved = saved
        super().__init__(
            f"This was NOT recorded: another program has changed or replaced {path.name} while the meeting was open. "
            f"{kept} Stop whatever synchronises or backs up {path.parent} while a meeting is open."
        )


class JournalIsDamaged(StoreError):
    """A line in the middle of a journal cannot be trusted. The file has not been touched.

    ``before`` and ``after`` count the entries that can be read on either side of the damage; ``wrong`` says what it is.
    """

    def __init__(self, path: Path, line: int, before: int, after: int, bad: int, wrong: str) -> None:
        self.path = path
        self.line = line
        self.before = before
        self.after = after
        self.bad = bad
        super().__init__(
            f"{path.name} is damaged: {wrong}. {entries(before)} before the damage "
            f"and {entries(after)} after it can be read; the file was not changed. "
            "Mend the meeting to go on: the damaged file is kept whole beside it, and all that can be read is kept."
        )


class NewerJournal(StoreError):
    """The journal was written by a later version of clerk. The file has not been touched."""

    def __init__(self, path: Path, version: int, known: int) -> None:
        self.path = path
        super().__init__(
            f"{path.name} was written by a newer clerk (format {version}; this one reads up to {known}). "
            "It was not changed. Install the newer version to open it."
        )


class NotAJournal(StoreError):
    """The file is not a journal of this program's, or nothing of it can be read."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path.name} cannot be opened as a meeting: {why}. It was not changed. ({path})")


class CannotOpen(StoreError):
    """The operating system would not let the meeting be created or opened."""

    def __init__(self, path: Path, error: OSError, doing: str = "opened") -> None:
        self.path = path
        super().__init__(
            f"{path.name} cannot be {doing}: {reason(error)}. Nothing was changed. "
            f"Look at the folder {path.parent}, or name another by setting CLERK_HOME."
        )


class TextNotAsKept(StoreError):
    """Minutes that were published or approved are not in their file as they were kept."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(
            f"{path.name} holds minutes as they were published or approved, and {why}. Nothing was written, and "
            f"nothing else is put in their place. Bring the file back from a copy into {path.parent}."
        )


class UnknownMeeting(StoreError):
    """No meeting has that name. ``nearest`` are the most similar names there are, where any is; several of them are
    those of which the name is a part."""

    def __init__(self, name: str, nearest: Sequence[str] = ()) -> None:
        self.name = name
        self.nearest = nearest
        if len(nearest) > 1:
            shown = [*nearest[:4], *([f"{len(nearest) - 4} others"] if len(nearest) > 4 else [])]
            super().__init__(f"“{name}” could be {', '.join(shown[:-1])} or {shown[-1]}. Type a little more.")
            return
        hint = f"The nearest is {nearest[0]}. " if nearest else ""
        super().__init__(f"There is no meeting called {name}. {hint}“clerk list” shows every meeting.")


class MeetingExists(StoreError):
    """A meeting of that name is there already; it has not been touched."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is a meeting called {name} already. It was not changed. Open it, or use another name.")


class CannotCopyThere(StoreError):
    """The folder for the second copy is the very folder that the meeting is kept in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The second copy cannot be kept in {folder}: the meeting itself is kept there. "
            "Nothing was changed. Choose a folder on another drive."
        )


def entries(number: int) -> str:
    """``1 entry``, ``42 entries``."""
    return f"{number:,} entry" if number == 1 else f"{number:,} entries"


def only_here(number: int) -> str:
    """That what was recorded is in memory alone."""
    return (
        f"{entries(number).capitalize()} before it {'is' if number == 1 else 'are'} in this window only, not on disk."
    )
