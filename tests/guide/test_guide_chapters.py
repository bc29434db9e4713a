"""The guide's chapters: each is listed, leads somewhere, and says what the program does."""

from __future__ import annotations

import re
import tomllib

import click
import pytest

from clerk.names import Unclear
from clerk.rules.explanations import rule_explanations
from clerk.setup import papers
from clerk.shorthand.verbs import VERBS
from exports.examples import construct_explanations
from screens.cli.main import cli
from screens.desk.commands import desk_commands
from screens.explaining import id_of
from screens.guide.chapters import FOLDER, Chapter, chapter_named, chapter_of, chapters
from screens.kit.keys import character, key_name
from screens.kit.themes import THEME_LABELS
from tests.tables import TABLES, brought_up_to_date

CHAPTERS = chapters()
EACH = pytest.mark.parametrize("chapter", CHAPTERS.values(), ids=list(CHAPTERS))


def test_every_file_is_a_chapter() -> None:
    assert {file.stem for file in FOLDER.glob("*.md")} == set(CHAPTERS)


@EACH
def test_it_is_titled_as_the_contents_have_it_and_leads_to_chapters(chapter: Chapter) -> None:
    assert chapter.text.startswith(f"# {chapter.title}\n")
    if chapter.name != "contents":
        assert f"[{chapter.title}]({chapter.name}.md)" in CHAPTERS["contents"].text
    for target in re.findall(r"\]\(([^)#]+)\)", chapter.text):
        assert target.removesuffix(".md") in CHAPTERS, target


def test_every_verb_is_told_of_in_one_chapter() -> None:
    told = [verb for chapter in CHAPTERS.values() for verb in chapter.verbs]
    assert len(told) == len(set(told))
    assert set(told) == set(VERBS)
    assert chapter_of("declare") == "interests"
    assert chapter_of("no such verb") == "shorthand"


@pytest.mark.parametrize("chapter", TABLES)
def test_the_tables_are_those_of_the_program(chapter: str) -> None:
    is_, should_be = brought_up_to_date(chapter)
    assert is_ == should_be, "Run `python -m tests.tables` to bring the guide's tables up to date."


@EACH
def test_the_shorthand_and_the_ids_that_it_names_are_there(chapter: Chapter) -> None:
    prose = re.sub(r"^```.*?^```", "", chapter.text, flags=re.DOTALL | re.MULTILINE)
    for verb in re.findall(r"`:(?:@[^\s`]+ )?([a-z]+)\b", prose):
        assert verb in VERBS
    for line in re.findall(r"clerk explain ([^`\n]*)", chapter.text):
        for word in line.split():
            known = id_of(word) in {**rule_explanations(), **construct_explanations()}
            assert known or word.islower() or word == "[ID...]", word


def _named_commands(text: str) -> list[list[str]]:
    lines = re.findall(r"^\S*clerk (.*)$", "\n".join(re.findall(r"^```(?:sh|bat)\n(.*?)^```", text, re.S | re.M)), re.M)
    return [line.split() for line in (*lines, *re.findall(r"`clerk ([^`]*)`", text))]


@EACH
def test_the_commands_that_it_names_exist_with_their_options(chapter: Chapter) -> None:
    for name, *rest in _named_commands(chapter.text):
        if name in ("COMMAND", "--version"):
            continue
        command = cli.commands[name]
        if isinstance(command, click.Group) and rest and rest[0] in command.commands:
            command = command.commands[rest[0]]
        options = {flag for one in command.params if isinstance(one, click.Option) for flag in one.opts} | {"--help"}
        # What follows "--" is a reason, in words.
        assert {word for word in rest if word.startswith("--") and word != "--"} <= options


PAPERS = [kind for kind in vars(papers).values() if isinstance(kind, type) and kind.__module__ == papers.__name__]


@pytest.mark.parametrize("table", PAPERS, ids=lambda table: str(table.__name__))
def test_every_field_of_a_meeting_file_is_documented(table: type) -> None:
    text = CHAPTERS["meeting-file"].text
    cells = re.findall(r"^\| (`[a-z_0-9`, ]+`) \|", text, re.MULTILINE)
    documented = {field for cell in cells for field in re.findall(r"`([a-z_0-9]+)`", cell)}
    documented |= set(re.findall(r"`\[+([a-z]+)\]+`", text))
    assert set(table.__struct_fields__) <= documented  # type: ignore[attr-defined]


def test_examples_of_files_can_be_read_and_every_kind_of_colours_is_named() -> None:
    for chapter in CHAPTERS.values():
        for block in re.findall(r"^```toml\n(.*?)^```", chapter.text, re.DOTALL | re.MULTILINE):
            tomllib.loads(block)
    assert all(f'"{label}"' in CHAPTERS["settings"].text for label in THEME_LABELS.values())
    assert not any(re.search(r"pypi\.org|pythonhosted|index-url", chapter.text) for chapter in CHAPTERS.values())


def test_the_keys_that_the_tables_of_a_chapter_name_are_those_of_the_desk() -> None:
    commands = desk_commands()
    known = {key for command in commands for key in commands.keys(command)}
    for table in re.findall(r"^\| key \| \|\n\|---\|---\|\n(.*?)\n\n", CHAPTERS["corrections"].text, re.S | re.M):
        for cell in re.findall(r"^\| (.*?) \|", table, re.MULTILINE):
            for key in re.findall(r"`(.+?)`", cell):
                assert {"Del": "delete"}.get(key, key_name(key)) in known or character(key), key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("votes", "votes"),
        ("VOTES", "votes"),
        ("6", "votes"),
        ("earlier", "minutes"),
        ("0", "contents"),
        ("backing up", "keeping"),
    ],
)
def test_a_chapter_is_found_by_name_number_or_title(typed: str, meant: str) -> None:
    assert chapter_named(typed).name == meant


@pytest.mark.parametrize("typed", ["vtes", "99", "own", ""])
def test_what_is_no_chapter_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Unclear, match="“"):
        chapter_named(typed)
