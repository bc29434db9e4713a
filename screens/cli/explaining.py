"""The command that says what an id means."""

import click

from screens.cli.saying import Refused


@click.command(epilog="Example: clerk explain V27 AT-02")
@click.argument("ids", nargs=-1, metavar="[ID...]")
def explain(ids: tuple[str, ...]) -> None:
    """Say what a rule (V27) or a construct of the minutes (AT-02) is.

    What it is, where it comes from, how severely it is found, what records it, and how it reads. Words in place of an
    ID list what speaks of them, and a command (amend) says how it is typed; without any, every ID is listed.
    """
    from screens.desk.commands import desk_commands
    from screens.explaining import explained, id_of, known_ids, listed, nearest_id, spoken_of

    if not ids:
        click.echo("\n".join(listed(known_ids())))
        return
    keys = desk_commands()
    answers: list[str] = []
    for typed in ids:
        lines = explained(id_of(typed), keys) if id_of(typed) else spoken_of(typed)
        if not lines:
            raise Refused(f"There is no id “{typed}”.{nearest_id(typed)} “clerk explain” lists them all.")
        answers.append("\n".join(lines).rstrip())
    click.echo("\n\n".join(answers))
