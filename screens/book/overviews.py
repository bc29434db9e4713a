"""What the book makes of many meetings: what is to be done tomorrow, who attended, what was declared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from clerk.times import say_date
from screens.book.choices import WITH_A_DUTY, WITH_A_REFERENCE, Choice
from screens.book.views import Progress, Thing, told_apart, warned
from screens.kit.rows import Row

if TYPE_CHECKING:
    from clerk.library.tomorrow import Reference


def tomorrow(home: Path, progress: Progress) -> list[Thing]:
    """What must be done after each meeting that is closed, the earliest day first; and what was sent to other bodies
    and is on none of their agendas yet."""
    from clerk.library.tomorrow import SENT
    from screens.cli.tomorrow import all_duties, waiting

    things = []
    duties = all_duties(home, progress)
    apart = told_apart((path.stem, one.body, one.day.isoformat()) for path, one in duties)
    for number, (path, one) in enumerate(duties):
        duty = one.duty
        if duty.rule == SENT:
            # It stands below, with its text and votes.
            continue
        where = f", item {one.number}" if one.number else ""
        body = f"{one.body}, {say_date(one.day)}{apart.get(path.stem, '')}"
        when = f"by {say_date(duty.by)}" if duty.by else "no day set"
        late = duty.by is not None and duty.by < date.today()
        text = Content.assemble((duty.what, "bold"), f"{where}   ", (f"{body} ({duty.rule})", "$text-muted"))
        right = Content.styled(when, "bold $text-error" if late else "$text-muted")
        choice = Choice("open", path, duty.item or "", duty.event, duty.rule, duty.what)
        things.append(Thing(Row(text, key=f"{number} {path.stem}", right=right), choice, WITH_A_DUTY[duty.ends]))
    return [*things, *_sent(waiting(home))]


def _sent(found: list[tuple[Path, Reference]]) -> Iterator[Thing]:
    from clerk.library.tomorrow import SENT

    if found:
        heading = "To be sent to other bodies, and on no agenda of theirs yet (clerk references MEETING --add N)"
        yield Thing(Row(Content.styled(heading, "bold $text-accent")), Choice("leave"))
    for number, (path, one) in enumerate(found):
        more = "Exempt: its text is in the exempt minutes." if one.exempt else one.text
        said = " ".join((more, *one.votes, *one.reasons)).split()
        text = Content.assemble((f"To {one.to}: {one.title}", "bold"), f"   {' '.join(said)}".rstrip())
        choice = Choice("open", path, one.item or "", one.event, SENT, f"“{one.title}”, to {one.to}")
        yield Thing(Row(text, key=f"sent {number}", right=Content(one.why)), choice, WITH_A_REFERENCE)


def attendance(home: Path, progress: Progress) -> list[Thing]:
    """Everyone's attendance as bars, in the municipal year of the latest meeting."""
    from clerk.library.registers import attendance as register_of
    from exports.registers import attendance as table
    from exports.registers import in_a_terminal
    from screens.cli.registers import in_year, municipal_year
    from store.facts import Facts
    from store.index.overview import evenings, up_to_date
    from store.library import Library

    latest = next((one.date for one in Library(home).meetings() if one.date), "")
    year = municipal_year(date.fromisoformat(latest)) if latest else ""
    with up_to_date(home, progress) as search:
        there, troubles = evenings(search), search.troubles
    members = register_of(there, Facts(home).read(), lambda one: in_year(one.day, year))
    register = table(members, "")
    heading = Row(Content.styled(f"{year}; “clerk register attendance” has other years and the table", "$text-muted"))
    lines = in_a_terminal(register).splitlines()
    rows = [Thing(Row(Content(line), key=str(number)), Choice("leave")) for number, line in enumerate(lines)]
    return [*warned(troubles), Thing(heading, Choice("leave")), *rows] if rows else warned(troubles)


def interests(home: Path, progress: Progress) -> list[Thing]:
    """The interests that were declared at meetings, the latest first, of sensitive ones no nature."""
    from clerk.library.registers import declarations
    from exports.registers import declarations as table
    from store.facts import Facts
    from store.index.overview import records_pointing

    records, troubles = records_pointing(home, "declared", progress)
    found = declarations([record.openly for record in records], Facts(home).read())
    rows = table(found, "").rows
    things = []
    for number, (day, body, item, name, kind, what, effect) in reversed([*enumerate(rows)]):
        said = "; ".join(filter(None, (f"{kind}: {what}" if what else kind, effect)))
        text = Content.assemble((name, "bold"), f"   {said}   ", (f"{body}, item {item}", "$text-muted"))
        things.append(Thing(Row(text, key=str(number), right=Content(day)), Choice("leave")))
    return [*warned(troubles), *things]
