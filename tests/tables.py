"""The guide's tables, made from the program itself: `python -m tests.tables` puts them in."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import resources

import click

from clerk.rules.explanations import rule_explanations
from clerk.setup.settings import KEYS, Profile, Window
from clerk.shorthand.verbs import VERBS, verb_table
from exports.style import SETTINGS
from screens.cli.main import cli
from screens.desk.commands import desk_commands
from screens.guide.chapters import FOLDER, chapters
from screens.kit.commands import readme_table


def keys() -> str:
    """The desk's keys, a table for each place where they act."""
    return "\n".join(f"**{heading}**\n\n{readme_table(table)}" for heading, table in desk_commands().by_context())


def shorthand() -> str:
    """The verbs of the shorthand, a table for each chapter that tells of them."""
    told = [chapter for chapter in chapters().values() if chapter.verbs]
    return "\n\n".join(f"## {chapter.title}\n\n{verb_table(VERBS[verb] for verb in chapter.verbs)}" for chapter in told)


def profile() -> str:
    """The settings of a council's rules, with what is taken where none is given, and the rules that read each."""
    rows = ["| setting | without it | what it bears on |", "|---|---|---|"]
    for key, name in KEYS.items():
        bears = [f"{id_} {rule.title}" for id_, rule in rule_explanations().items() if key in rule.settings.split()]
        rows.append(f"| `{key}` | {_said(getattr(Profile(), name))} | {'; '.join(bears)} |")
    return "\n".join(rows)


def _said(value: object) -> str:
    if value is None or value in ("", (), {}):
        return "unset"
    if isinstance(value, tuple):
        return ", ".join(map(_said, value))
    if isinstance(value, Window):
        return f"{value.since} to {value.until}"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def house_style() -> str:
    """The choices that a house style makes, the first of each Barnet's, with what Barnet's own file says of it."""
    text = resources.files("exports").joinpath("styles", "barnet.toml").read_text(encoding="utf-8")
    rows = ["| choice | can be | |", "|---|---|---|"]
    for name, allowed in SETTINGS.items():
        said = re.search(rf"^{name} = \S.*? # (.*)$", text, re.MULTILINE)
        values = ", ".join(f"`{str(one).lower()}`" if isinstance(one, bool) else f'`"{one}"`' for one in allowed)
        rows.append(f"| `{name}` | {values} | {said.group(1) if said else ''} |")
    return "\n".join(rows)


def commands() -> str:
    """Every command of the program, with what it says of itself and of its options."""
    return "\n\n".join(_command(f"clerk {name}", command) for name, command in sorted(cli.commands.items()))


def _command(path: str, command: click.Command) -> str:
    given = [one.make_metavar(click.Context(command)) for one in command.params if isinstance(one, click.Argument)]
    text = "\n".join(line.strip() for line in (command.help or "").replace("\b", "").strip().splitlines())
    parts = [f"## `{' '.join([path, *given])}`", re.sub(r"(?<!\n)\n(?!\n)", " ", text)]
    options = [one for one in command.params if isinstance(one, click.Option)]
    if options:
        rows = [f"| `{_option(one)}` | {_cell(one.help or '')} |" for one in options]
        parts.append("\n".join(["| option | |", "|---|---|", *rows]))
    if isinstance(command, click.Group):
        parts += [_command(f"{path} {name}", one) for name, one in sorted(command.commands.items())]
    return "\n\n".join(parts)


def _option(option: click.Option) -> str:
    value = "" if option.is_flag else f" {option.make_metavar(click.Context(click.Command('')))}"
    return f"{option.opts[0]}{value}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


TABLES: dict[str, Callable[[], str]] = {
    "commands": commands,
    "keys": keys,
    "shorthand": shorthand,
    "profile": profile,
    "house-style": house_style,
}
"""By chapter: what stands in it between `<!-- table -->` and `<!-- /table -->`."""


def brought_up_to_date(chapter: str) -> tuple[str, str]:
    """A chapter as it is, and with its table as it should be. Raises ValueError where a marker is missing."""
    text = (FOLDER / f"{chapter}.md").read_text(encoding="utf-8")
    pattern = re.compile("<!-- table -->.*?<!-- /table -->", re.DOTALL)
    if len(pattern.findall(text)) != 1:
        raise ValueError(f"{chapter}.md should have <!-- table --> … <!-- /table --> once.")
    table = f"<!-- table -->\n\n{TABLES[chapter]().strip()}\n\n<!-- /table -->"
    return text, pattern.sub(lambda _: table, text)


if __name__ == "__main__":
    for chapter in TABLES:
        (FOLDER / f"{chapter}.md").write_text(brought_up_to_date(chapter)[1], encoding="utf-8")
