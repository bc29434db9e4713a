"""`clerk style`: a house style of one's own, looked through before it is used."""

from pathlib import Path

import click

from screens.cli.saying import Refused


@click.group(name="style", epilog="Example: clerk style check elderwick.toml")
def style() -> None:
    """House styles: the wording of the minutes as a file of your own."""


@style.command(name="check", epilog="Example: clerk style check styles/elderwick.toml")
@click.argument("file", metavar="FILE")
@click.option("--slots", is_flag=True, help="Show every wording with its slots, and not only those that are lacking.")
@click.option("--sample/--no-sample", default=True, help="Print the sample meeting in it (as it does without this).")
def check_style_file(file: str, slots: bool, sample: bool) -> int:
    """Look through the house style FILE, or one by its name: what it lacks, which slots each wording has, what is wrong
    with it (!), which facts a wording drops that Barnet's prints (~); and the sample meeting printed in it.

    What a style lacks is worded as Barnet words it. It ends with 1 where something is wrong.
    """
    from exports.style import StyleError, shipped_style, shipped_styles
    from exports.style_check import check_style, slots_of
    from exports.style_facts import dropped
    from exports.writer import COMMON

    try:
        text, source = _text(file, shipped_styles())
        checked = check_style(text, source)
    except StyleError as error:
        raise Refused(str(error)) from None
    words, barnet = checked.style.words, shipped_style().words
    click.echo(f"{checked.style.name}: {len(checked.own)} of {len(words)} wordings are its own.")
    for sentence in checked.wrong:
        click.echo(f"! {sentence}")
    for sentence in dropped(checked.style, checked.own):
        click.echo(f"~ {sentence}")
    if slots:
        click.echo(f"\nEvery wording has the slots {', '.join(COMMON)}. Beside them:")
        for key in checked.own:
            click.echo(f"  {key}: {', '.join(sorted(slots_of(key))) or '–'}")
    if checked.lacks:
        click.echo(f"\nIt lacks {len(checked.lacks)}, which are worded as in “barnet”. Each with its slots:")
        for key in checked.lacks:
            click.echo(f"  {key} ({', '.join(sorted(slots_of(key))) or 'no slots'}): {barnet[key]}")
    if not sample:
        return 1 if checked.wrong else 0
    click.echo("\nThe sample meeting in it:\n")
    try:
        click.echo(_sample(checked.style))
    except StyleError as error:
        raise Refused(str(error)) from None
    return 1 if checked.wrong else 0


def _text(file: str, shipped: tuple[str, ...]) -> tuple[str, str]:
    """The text of a style by its file or name, and what it is called in sentences."""
    from importlib import resources

    from screens.cli.saying import read_text
    from screens.house_styles import house_style, styles_folder

    path = Path(file)
    if not path.is_file() and path.name == file:
        own = styles_folder() / f"{file.removesuffix('.toml')}.toml"
        if own.is_file():
            path = own
        elif (name := file.removesuffix(".toml")) in shipped:
            there = resources.files("exports").joinpath("styles", f"{name}.toml")
            return there.read_text(encoding="utf-8"), f"{name}.toml"
        elif not file.endswith(".toml"):
            house_style(file)
    return read_text(path, "house style"), str(path)


def _sample(style: object) -> str:
    from exports.draft import draft
    from exports.examples import played
    from exports.plain import write_text
    from exports.style import Style
    from screens.cli.trying import sample, sample_meeting

    assert isinstance(style, Style)
    return write_text(draft(played(sample_meeting(), sample("meeting.txt")), style))
