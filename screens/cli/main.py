"""The front door: `clerk` and its commands.

Nothing heavy is imported before a command needs it: `clerk list` answers at once.
"""

import sys

import click

from screens.cli.from_book import tell_the_book, told_until_now
from screens.cli.late import Late
from screens.cli.saying import FrontDoor, hint
from store import places
from store.closing import put_right

__all__ = ["cli", "main"]


def _version(context: click.Context, option: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"clerk {version('committee-clerk')}")
        except PackageNotFoundError:
            click.echo("clerk, not installed: run from its source")
        context.exit()


COMMANDS = Late(
    {
        "new": "meetings:new",
        "add": "papers:add",
        "open": "meetings:open_meeting",
        "chair": "meetings:chair_view",
        "board": "board:board_page",
        "play": "writing:play",
        "draft": "drafting:draft",
        "motion": "drafting:motion",
        "check": "checking:check",
        "show": "showing:show",
        "handover": "handover:handover",
        "template": "template:template",
        "style": "style:style",
        "order": "order:order",
        "paper": "paper:paper",
        "spell": "spelling:spell",
        "transcript": "transcript:transcript",
        "list": "meetings:list_meetings",
        "tomorrow": "tomorrow:tomorrow",
        "references": "tomorrow:references",
        "readback": "readback:readback",
        "changes": "readback:changes",
        "publish": "publishing:publish",
        "approve": "publishing:approve",
        "sign": "publishing:sign",
        "reopen": "publishing:reopen",
        "find": "searching:find_words",
        "index": "searching:index",
        "log": "book:log",
        "actions": "registers:actions",
        "register": "registers:register",
        "hold": "disposing:hold",
        "dispose": "disposing:dispose",
        "people": "people:people",
        "bodies": "bodies:bodies",
        "body": "bodies:body",
        "library": "library:library",
        "share": "sharing:share",
        "about": "about:about",
        "demo": "trying:demo",
        "keys": "trying:keys",
        "verbs": "trying:verbs",
        "explain": "explaining:explain",
        "guide": "guide:guide",
    }
)
"""Every command, in the order in which they are told of: which module has it."""


@click.group(
    cls=FrontDoor,
    commands=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 good, 1 something could not be done (the message says what), 2 the command was not "
    "understood, 70 a fault in the program.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.pass_context
def cli(context: click.Context) -> int:
    """Minute a committee by keyboard, while it meets.

    Without a command it opens the minute book: meetings, tomorrow, actions, find, registers, people.

    \b
    A first meeting:
      clerk demo                              the desk, on a sample meeting
      clerk new june.toml                     make your own; it prints a name
      clerk open 2019-06-11-cllc              minute it
      clerk chair 2019-06-11-cllc             a second window, for the chair
      clerk draft 2019-06-11-cllc --to .      the Word document
    """
    hint(put_right(places.home()))
    context.meta["told"] = told_until_now()
    if context.invoked_subcommand is not None:
        return 0
    from screens.cli.book import the_book
    from screens.cli.meetings import choose

    return the_book() if sys.stdin.isatty() and sys.stdout.isatty() else choose()


@cli.result_callback()
@click.pass_context
def _after(context: click.Context, answer: object) -> object:
    """Whatever a command told the library, the team is told."""
    if told_until_now() != context.meta["told"]:
        tell_the_book()
    return answer


def main() -> None:
    """What the `clerk` command runs."""
    cli(prog_name="clerk")
