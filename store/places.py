"""Where meetings are kept, what they are called, and finding one by its name."""

from __future__ import annotations

import difflib
import os
import re
import unicodedata
from datetime import date
from pathlib import Path

from store.errors import UnknownMeeting

SUFFIX = ".journal"


def home() -> Path:
    """The folder that everything is kept in: ``CLERK_HOME``, or this user's own data folder. It may not exist yet."""
    chosen = os.environ.get("CLERK_HOME", "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("clerk", appauthor=False)


def cache_of(home: Path) -> Path:
    """The folder for what can be made again of a library: this user's own cache folder, or a folder in the library
    where another was chosen. It may not exist yet."""
    from platformdirs import user_cache_path, user_data_path

    if home == user_data_path("clerk", appauthor=False):
        return user_cache_path("clerk", appauthor=False)
    return home / "cache"


def meetings_in(home: Path) -> Path:
    """The folder of the meetings' journals."""
    return home / "meetings"


def journal_of(home: Path, name: str) -> Path:
    """Where the meeting ``name`` is kept, whether or not there is one."""
    return meetings_in(home) / f"{name}{SUFFIX}"


def transcript_of(journal: Path, *, exempt: bool = False) -> Path:
    """Where the words said at a meeting are kept, whether or not there are any."""
    return journal.with_suffix(".exempt.transcript" if exempt else ".transcript")


def has_transcript(journal: Path) -> bool:
    """Whether any words that were said are kept beside a journal."""
    return any(transcript_of(journal, exempt=exempt).exists() for exempt in (False, True))


def home_of(journal: Path) -> Path:
    """The library that a journal stands in; this user's where it stands in none."""
    folder = journal.parent.parent
    return folder if meetings_in(folder) == journal.parent else home()


def is_journal(name: str) -> bool:
    """Whether a file of that name in the folder is a meeting's. One with a line end in its name is none of ours: what
    follows that would be printed as if it were our own words."""
    return name.endswith(SUFFIX) and "\n" not in name


def misnamed(home: Path) -> list[str]:
    """The journals in the folder that are none of a meeting's by their name."""
    try:
        found = [path.name for path in meetings_in(home).iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []
    return sorted(name for name in found if not is_journal(name))


def names(home: Path) -> list[str]:
    """The names of the meetings in the folder, in order."""
    try:
        return sorted(path.stem for path in meetings_in(home).iterdir() if is_journal(path.name))
    except OSError:
        return []


def stamps(home: Path) -> list[tuple[str, str]]:
    """The names of the meetings in the folder, each with the stamp of its journal. Opens none of them; never raises."""
    try:
        with os.scandir(meetings_in(home)) as entries:
            return [(one.name.removesuffix(SUFFIX), _stamp(one.stat())) for one in entries if is_journal(one.name)]
    except OSError:
        return []


def stamp_of(path: Path) -> str:
    """By what a file that has not changed is known without being opened; "" where there is none."""
    try:
        return _stamp(path.stat())
    except OSError:
        return ""


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size}-{stat.st_mtime_ns}"


def new_name(home: Path, day: date, body: str) -> str:
    """A free name for a meeting, such as ``2019-06-11-cllc``; the second of the day is ``2019-06-11-cllc-2``."""
    plain = unicodedata.normalize("NFKD", body).encode("ascii", "ignore").decode().lower()
    name = f"{day.isoformat()}-{re.sub('[^a-z0-9]+', '-', plain).strip('-') or 'meeting'}"
    taken, number, free = set(names(home)), 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def resolve(home: Path, name: str) -> Path:
    """The journal of the meeting called ``name``; the path of a journal, or an unambiguous part of a name, will do.

    Raises UnknownMeeting, naming the meetings that it could be, or the most similar there is.
    """
    given = Path(name)
    if given.suffix == SUFFIX and given.is_file():
        return given.absolute()
    known = names(home)
    wanted = name.strip().removesuffix(SUFFIX).casefold()
    like = [known_name for known_name in known if wanted and wanted in known_name.casefold()]
    exact = [known_name for known_name in like if known_name.casefold() == wanted]
    if exact or len(like) == 1:
        return journal_of(home, (exact or like)[0])
    raise UnknownMeeting(name, like[::-1] or difflib.get_close_matches(wanted, known, n=1, cutoff=0.4))
