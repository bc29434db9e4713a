"""What the process does that reads a paper, or looks through it, apart from the program (`apart.py`)."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import cast

import msgspec

from store.packs.apart import TOO_MUCH_MEMORY, UNSAFE, Said
from store.packs.kinds import CannotRead, FileKind


def serve(processor: str, memory: str, task: str, *what: str) -> None:
    """The process: a line of JSON for each page, for a whole file, or for what was found."""
    _limit(int(processor), int(memory))
    if task == "find":
        from store.packs.finding import found_apart

        with contextlib.suppress(MemoryError):
            sys.stdout.buffer.write(found_apart(sys.stdin.buffer.read()) + b"\n")
            sys.stdout.buffer.flush()
        return
    from store.packs.reading import said_of

    try:
        if task == "paragraphs":
            from store.packs.docx_text import paragraphs

            _say(Said(data={"paragraphs": paragraphs(Path(what[0]))}))
            return
        if task == "transcript":
            from store.transcripts.reading import heard_in

            _say(Said(data=heard_in(Path(what[0]), cast(FileKind, what[1]))))
            return
        for said in said_of(Path(what[0]), cast(FileKind, what[1])):
            _say(said)
    except CannotRead as error:
        _say(Said(failed=error.said))
    except MemoryError:
        _say(Said(failed=TOO_MUCH_MEMORY))
    except OSError as error:
        from store.errors import reason

        _say(Said(failed=f"it cannot be read: {reason(error)}."))
    except Exception:
        # Whatever a file makes a reader stumble over, it is the file that is odd, and nothing of it is taken.
        _say(Said(failed=UNSAFE))


def _say(said: Said) -> None:
    out = sys.stdout.buffer
    out.write(msgspec.json.encode(said) + b"\n")
    out.flush()


def _limit(processor: int, memory: int) -> None:
    if sys.platform == "win32" or not memory:
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor + 5))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
