"""The front door: `clerk` and its commands.

Nothing heavy is imported before a command needs it: `clerk list` answers at once.
"""

import sys

import click

from screens.cli.about import about
from screens.cli.board import board_page
from screens.cli.book import log, the_book
from screens.cli.checking import check
from screens.cli.disposing import dispose, hold
from screens.cli.drafting import draft, motion
from screens.cli.explaining import explain
from screens.cli.from_book import tell_the_book, told_until_now
from screens.cli.guide import guide
from screens.cli.handover import handover
from screens.cli.library import library
from screens.cli.meetings import chair_view, choose, list_meetings, new, open_meeting
from screens.cli.order import order
from screens.cli.paper import paper
from screens.cli.papers import add
from screens.cli.people import body, people
from screens.cli.publishing import approve, publish, reopen, sign
from screens.cli.readback import changes, readback
from screens.cli.registers import actions, register
from screens.cli.saying import FrontDoor, hint
from screens.cli.searching import find_words, index
from screens.cli.sharing import share
from screens.cli.showing import show
from screens.cli.spelling import spell
from screens.cli.style import style
from screens.cli.template import template
from screens.cli.tomorrow import references, tomorrow
from screens.cli.transcript import transcript
from screens.cli.trying import demo, keys, verbs
from screens.cli.writing import play
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


@click.group(
    cls=FrontDoor,
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
    return the_book() if sys.stdin.isatty() and sys.stdout.isatty() else choose()


@cli.result_callback()
@click.pass_context
def _after(context: click.Context, answer: object) -> object:
    """Whatever a command told the library, the team is told."""
    if told_until_now() != context.meta["told"]:
        tell_the_book()
    return answer


for command in (
    new,
    add,
    open_meeting,
    chair_view,
    board_page,
    play,
    draft,
    motion,
    check,
    show,
    handover,
    template,
    style,
    order,
    paper,
    spell,
    transcript,
    list_meetings,
    tomorrow,
    references,
    readback,
    changes,
    publish,
    approve,
    sign,
    reopen,
    find_words,
    index,
    log,
    actions,
    register,
    hold,
    dispose,
    people,
    body,
    library,
    share,
    about,
    demo,
    keys,
    verbs,
    explain,
    guide,
):
    cli.add_command(command)


def main() -> None:
    """What the `clerk` command runs."""
    cli(prog_name="clerk")
