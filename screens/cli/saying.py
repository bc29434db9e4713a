"""How the command line speaks, refuses and ends: sentences for a person, and an exit code for a program."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO, cast

import click

from screens.kit.crash import FAULT, write_down
from store import disk, places
from store.errors import JournalIsDamaged, StoreError, reason

GOOD, REFUSED, BROKEN = 0, 1, 70


class Refused(click.ClickException):
    """Something could not be done; the message says what and why, and what to do."""

    exit_code = REFUSED

    def show(self, file: Any = None) -> None:
        """Prints the sentences as they stand."""
        click.echo(self.message, file=file, err=file is None)


class FrontDoor(click.Group):
    """The group of all commands. Whatever goes wrong in one of them ends here, as sentences and an exit code."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs the command line and leaves with its exit code; a command's own answer, where it is a number, is it."""
        with speaking_plainly((args[0] if args else extra.get("args")) or sys.argv[1:]):
            self._main(*args, **extra)

    def _main(self, *args: Any, **extra: Any) -> Any:
        extra["standalone_mode"] = False
        try:
            answer = super().main(*args, **extra)
        except click.exceptions.Abort:
            click.echo("Stopped.", err=True)
            sys.exit(REFUSED)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except Exception as error:
            sys.exit(_ended_by(error))
        sys.exit(answer if isinstance(answer, int) else GOOD)


@contextmanager
def speaking_plainly(typed: Sequence[str] = ()) -> Iterator[None]:
    """What is printed meanwhile reaches any console: a question mark for what it has no sign for (a Windows console
    must not end the program), a mark for what it would obey instead of showing it, such as an escape in a file's name,
    and for characters that nobody sees. A name that was `typed` on the command line stays on its line."""
    out, err = sys.stdout, sys.stderr
    for stream in (out, err):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    broken = _names_with_line_ends(typed)
    sys.stdout, sys.stderr = cast(TextIO, _Plain(out, broken)), cast(TextIO, _Plain(err, broken))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err


def _names_with_line_ends(typed: Sequence[str]) -> list[str]:
    """The names of files and folders that hold a line end, of what was typed and of where all is kept, with their
    suffixes and without: any message may have one of them, and part it. The longest first."""
    names = set()
    for path in (*typed, os.environ.get("CLERK_HOME", "")):
        if "\n" in path:
            names |= {name for part in Path(path).parts for name in (part, Path(part).stem) if "\n" in name}
    # click takes escapes out before they come to us, where nobody sits at a terminal.
    return sorted(names | {click.unstyle(name) for name in names}, key=len, reverse=True)


class _Plain:
    """A stream that is written to in words only. It knows all else that its stream does."""

    def __init__(self, stream: TextIO, broken: Sequence[str]) -> None:
        self.stream = stream
        self.broken = broken

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, text: str) -> int:
        from clerk.hidden import as_a_name, for_a_terminal

        for name in self.broken:
            text = text.replace(name, as_a_name(name))
        return self.stream.write(for_a_terminal(text))


def _ended_by(error: Exception) -> int:
    if sentences := explained(error):
        click.echo(sentences, err=True)
        return REFUSED
    log = fault_log()
    write_down(error, log)
    click.echo(f"{FAULT}\nWhere it arose is in {log}", err=True)
    return BROKEN


def explained(error: Exception) -> str:
    """What can be expected to go wrong, in sentences; "" for a fault of the program's own."""
    from clerk.names import Unclear
    from clerk.setup.convening import CannotConvene
    from exports.style import StyleError

    if isinstance(error, JournalIsDamaged):
        return f"{error}\nTo mend it and go on: clerk open {error.path.stem} --mend"
    if isinstance(error, StoreError | Unclear | CannotConvene | StyleError):
        return str(error)
    if isinstance(error, OSError):
        about = f"{error.filename}: " if error.filename else "This could not be done: "
        return f"{about}{reason(error)}."
    return ""


def fault_log() -> Path:
    """The file beside the library that says where a fault arose, without any text of a meeting."""
    return places.home() / "faults.log"


def in_a_terminal() -> bool:
    """Whether there is a person at a keyboard and a screen."""
    return all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__ or sys.__stdout__))


def need_terminal() -> None:
    """Raises `Refused` where keys could not arrive: Textual would wait for them for ever, and heed no signal."""
    if not in_a_terminal():
        raise Refused(
            "This needs a terminal: a screen and a keyboard, not a pipe or a file. "
            "Without one, “clerk play” records a script and “clerk draft” writes the minutes."
        )


def hint(text: str) -> None:
    """Says something beside the answer, where a program that reads the answer does not see it."""
    if text:
        click.echo(text, err=True)


def in_words(typed: Sequence[str]) -> str:
    """The words at the end of a command, a reason or a note, on one line and as they can be kept."""
    from clerk.shorthand.line import clean

    return " ".join(clean(" ".join(typed)).split())


def day_typed(typed: str) -> date:
    """The day that is typed as 2026-01-31. Raises `Refused`."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise Refused(f"“{typed}” is no day. Write it as 2026-01-31.") from None


def must_be_there(path: Path, what: str) -> None:
    """Raises `Refused` where there is no such file, naming the nearest, or a folder stands there."""
    if not path.exists():
        raise Refused(f"There is no {what} {path}.{_nearest(path)}")
    if path.is_dir():
        raise Refused(f"{path} is a folder. Give the {what} in it.")


def read_text(path: Path, what: str) -> str:
    """A text file's content, however Windows saved it; `-` is what is piped in. Raises `Refused`."""
    try:
        data = disk.typed_in(sys.stdin.buffer) if str(path) == "-" else _read_file(path)
    except FileNotFoundError:
        raise Refused(f"There is no {what} {path}.{_nearest(path)}") from None
    except IsADirectoryError:
        raise Refused(f"{path} is a folder. Give the {what} in it.") from None
    except _NotAFile as error:
        raise Refused(f"The {what} {path} cannot be read: {error.strerror}.") from None
    except OSError as error:
        raise Refused(f"The {what} {path} cannot be read: {reason(error)}.") from None
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            f"The {what} {path} is not text in UTF-8 (byte {error.start + 1}). Save it again as UTF-8; "
            "in Notepad that is a choice beside “Save”."
        ) from None


class _NotAFile(OSError):
    """A device or a pipe: reading it may have no end."""


def _read_file(path: Path) -> bytes:
    if path.exists() and not path.is_file() and not path.is_dir():
        raise _NotAFile(0, "it is a device or a pipe, not a file (what is piped in is “-”)")
    return disk.read_typed(path)


def _nearest(path: Path) -> str:
    from difflib import get_close_matches

    try:
        names = [other.name for other in path.parent.iterdir() if "\n" not in other.name and other.is_file()]
    except OSError:
        return f" There is no folder {path.parent}."
    near = get_close_matches(path.name, names, n=1)
    return f" The nearest is {path.with_name(near[0])}." if near else ""
