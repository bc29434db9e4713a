"""The command that opens the guide."""

import click

from screens.cli.saying import fault_log, hint, in_a_terminal


@click.command(epilog="Example: clerk guide votes")
@click.argument("chapter", default="contents", metavar="[CHAPTER]")
def guide(chapter: str) -> int:
    """Read the guide: by itself, or at a chapter (a name, a number, or words of its title).

    At the desk, F1 opens it at the chapter of what is under way. Where there is no terminal, the chapter is printed.
    """
    from screens.guide.chapters import chapter_named

    found = chapter_named(chapter)
    if not in_a_terminal():
        click.echo(found.to_print)
        return 0
    from screens.cli.settings import read_settings, theme_named
    from screens.guide.app import open_guide

    settings, problem = read_settings()
    theme, unknown = theme_named(settings.theme)
    hint(problem or unknown)
    return open_guide(found.name, theme=theme, log=fault_log())
