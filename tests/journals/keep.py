"""What each journal kept here gives today: its drafts, its findings and its board, each in a file beside it.

`python -m tests.journals.keep` writes those files again: read what changed, and say it in the commit. A journal is
written once, where there is none yet, and never again.
"""

import asyncio
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
from click.testing import CliRunner

from clerk.events import AnyEvent
from clerk.kept import entries_from_json, entry_to
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from screens.chair.board import board
from screens.cli.main import cli
from store.following import read_meeting
from store.lines import EVENTS, first_line, next_line

FOLDER = Path(__file__).parent
FORM = FOLDER / "form.txt"
HASHES = "hashes.txt"
RECORDED = datetime(2026, 11, 29, 12)
"""When the first entry of a journal kept here is said to have been written down."""


def kept() -> list[str]:
    """The names of the journals kept here."""
    return sorted(path.stem for path in FOLDER.glob("*.journal"))


def known_form() -> list[str]:
    """Every line that the form of a journal has had (`form`): one is added, and none goes."""
    return FORM.read_text(encoding="utf-8").splitlines() if FORM.exists() else []


def expected(name: str, what: str) -> Path:
    """The file that holds what a journal gave ("draft.txt", …) when it was read last."""
    return FOLDER / f"{name}.{what}"


def journal(name: str, entries: Iterable[Entry]) -> bytes:
    """A journal as the program writes it, with an id and times that are always the same."""
    data, place = first_line(name, sha256(name.encode()).hexdigest()[:16])
    for entry in entries:
        row = entry_to(entry) | {"recorded": RECORDED + timedelta(seconds=entry.n)}
        line, place = next_line(place, EVENTS, {str(entry.n): row})
        data += line
    return data


def given(path: Path) -> dict[str, str]:
    """What a journal gives now, through the program's own commands: each text by the name of its file."""
    with tempfile.TemporaryDirectory() as home:
        meetings = Path(home, "meetings")
        meetings.mkdir()
        shutil.copy(path, meetings)
        return {
            "draft.txt": _clerk(home, "draft", path.stem),
            "exempt.txt": _clerk(home, "draft", path.stem, "--exempt"),
            "findings.json": _clerk(home, "check", path.stem, "--json"),
            "board.txt": "\n".join(_boards(entries_from_json(read_meeting(path).raw))) + "\n",
        }


def parts_of(kind: Any) -> set[type[msgspec.Struct]]:
    """Every struct that a type, or what it is made of, may hold."""
    found: set[type[msgspec.Struct]] = set()
    look = [kind]
    while look:
        this = look.pop()
        if isinstance(this, type) and issubclass(this, msgspec.Struct) and this not in found:
            found.add(this)
            hints = get_type_hints(this)
            look += [hints[field.name] for field in msgspec.structs.fields(this)]
        look += get_args(this)
    return found


def missing() -> list[tuple[str, str]]:
    """The fields that no journal kept here has ever set: those of an event that the program has just learnt."""
    known = {(part.__name__, field.name) for part in parts_of(AnyEvent) for field in msgspec.structs.fields(part)}
    for name in kept():
        for entry in entries_from_json(read_meeting(FOLDER / f"{name}.journal").raw):
            known -= {used for event in entry.events for used in _set(event)}
    return sorted(known)


def _set(value: Any) -> Iterator[tuple[str, str]]:
    """The fields of a value and of its parts that say something."""
    if isinstance(value, tuple):
        for one in value:
            yield from _set(one)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            made = field.default_factory
            held, unsaid = getattr(value, field.name), field.default if made is msgspec.NODEFAULT else made()
            if held != unsaid:
                yield type(value).__name__, field.name
            yield from _set(held)


def _boards(entries: Iterable[Entry]) -> Iterator[str]:
    """What each entry changed on the chair's board and on the public's, a line a field."""
    meeting = Meeting()
    before: dict[str, dict[str, Any]] = {"chair": {}, "public": {}}
    for entry in entries:
        meeting = add(meeting, entry)
        for whose, last in before.items():
            for name, value in asdict(board(meeting, public=whose == "public")).items():
                if name not in last or last[name] != value:
                    last[name] = value
                    yield f"{entry.n} {whose} {name}: {json.dumps(value, ensure_ascii=False, default=str)}"


def hashed(name: str, entries: Iterable[Entry]) -> str:
    """A hash of each line that the journal of these entries gives: for texts that may not be kept here, so that one
    that changes can still be told from the others."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.journal")
        path.write_bytes(journal(name, entries))
        lines = [
            f"{what}:{number} {sha256(line.encode()).hexdigest()[:12]}"
            for what, text in given(path).items()
            for number, line in enumerate(text.splitlines(), 1)
        ]
    return "\n".join(lines) + "\n"


def _clerk(home: str, *arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments, env={"CLERK_HOME": home}, prog_name="clerk")
    if not result.stdout:
        raise AssertionError(f"clerk {' '.join(arguments)}: {result.output} {result.exception!r}")
    return result.stdout


def _write() -> None:
    from tests.journals.everything import KINDS, every_event
    from tests.journals.form import form
    from tests.meetings import holding
    from tests.support.minute import entries_of, minute
    from tests.support.rich import RICH

    made = {name: holding.meeting(name).entries for name in holding.NAMES}
    made["rich"] = minute(RICH).entries
    if new := {part for part, _ in missing()}:
        kinds = [kind for kind in KINDS if new & {part.__name__ for part in parts_of(kind)}]
        made[f"every-event-{len(list(FOLDER.glob('every-event-*.journal'))) + 1}"] = entries_of(every_event(kinds))
    for name, entries in made.items():
        path = FOLDER / f"{name}.journal"
        if not path.exists():
            path.write_bytes(journal(name, entries))
    FORM.write_text("\n".join(sorted({*known_form(), *form()})) + "\n", encoding="utf-8")
    for name in kept():
        for what, text in given(FOLDER / f"{name}.journal").items():
            expected(name, what).write_text(text, encoding="utf-8")
    for name, entries in _seeds():
        expected(name, HASHES).write_text(hashed(name, entries), encoding="utf-8")


def _seeds() -> Iterator[tuple[str, Sequence[Entry]]]:
    """The seed meeting both ways; neither where it is not to be had."""
    from clerk.setup.convening import read_meeting as convened
    from tests.seed import june, minuting, papers, playing
    from tests.seed.test_desk_june import by_the_keys

    if june.PACK.is_file():
        read = june.read_june(june.PACK.read_text(encoding="utf-8"))
        yield "seed-by-shorthand", playing.play(convened(papers.meeting_toml(read)), minuting.script(read)).entries
        with tempfile.TemporaryDirectory() as home:
            meeting, _ = asyncio.run(by_the_keys(read, minuting.gestures(read), Path(home)))
        yield "seed-by-keys", meeting.entries


if __name__ == "__main__":
    _write()
