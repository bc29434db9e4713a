"""The chapters of the guide: their order, their titles, and which of them tells of a verb of the shorthand."""

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from clerk.names import Unclear, nearest_word
from clerk.shorthand.line import PARAGRAPH
from clerk.shorthand.verbs import VERBS

FOLDER = Path(__file__).parent
CONTENTS = "contents"
"""The chapter that lists the others, in their order; it comes first."""


class Chapter(Struct, frozen=True):
    """A chapter: its name as a file and to type, its title, its Markdown, and the verbs that it tells of: those that it
    names in a comment (`<!-- verbs: vote put -->`), and those that name it, as rows of rare constructs do."""

    name: str
    title: str
    text: str
    verbs: tuple[str, ...]

    @property
    def to_print(self) -> str:
        """Its Markdown without what is only for the program."""
        return re.sub(r"^<!-- .* -->\n+", "", self.text, flags=re.MULTILINE)

    @property
    def path(self) -> Path:
        """The file that it is read from."""
        return FOLDER / f"{self.name}.md"


@cache
def chapters() -> dict[str, Chapter]:
    """Every chapter by name, in the order of the contents."""
    contents = _read(CONTENTS)
    names = re.findall(r"\]\(([a-z-]+)\.md\)", contents.text)
    return {chapter.name: chapter for chapter in (contents, *map(_read, names))}


def _read(name: str) -> Chapter:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    title = next(line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    verbs = re.findall(r"^<!-- verbs: (.*) -->$", text, re.MULTILINE)
    its_own = (verb.name for verb in VERBS.values() if verb.chapter == name)
    return Chapter(name, title, text, (*" ".join(verbs).split(), *its_own))


def chapter_named(typed: str) -> Chapter:
    """The chapter that somebody means: by its name, its number, or words of its title. Raises `Unclear`."""
    known = list(chapters().values())
    wanted = typed.casefold().strip()
    if wanted.isdecimal() and int(wanted) < len(known):
        return known[int(wanted)]
    exact = [one for one in known if wanted in (one.name, one.title.casefold())]
    found = exact or [one for one in known if wanted and (wanted in one.name or wanted in one.title.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unclear(f"“{typed}” may be {' or '.join(one.name for one in found)}.")
    near = nearest_word(wanted, chapters())
    raise Unclear(f"The guide has no chapter “{typed}”.{near} There are: {', '.join(chapters())}.")


def chapter_of(verb: str) -> str:
    """The chapter that tells of a verb, or of a paragraph; the table of the shorthand where none does."""
    if verb == PARAGRAPH:
        return "writing"
    return next((one.name for one in chapters().values() if verb in one.verbs), "shorthand")
