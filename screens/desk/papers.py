"""What the papers say of the item in hand, above its record: reports bound under it, open actions, the forward plan."""

from collections.abc import Collection, Iterator
from datetime import date

from textual.content import Content

from clerk.agenda import Item, Matter, Planned, Report
from clerk.times import say_date
from screens.kit.rows import Row


def paper_rows(item: Item | None, approved: Collection[date] = ()) -> Iterator[Row]:
    """Rows without keys, so that the cursor passes over them; none for an item of which the papers say no more than
    its title, and none of minutes that are `approved` by now."""
    if item is None:
        return
    for day in (day for day in item.minutes_of if day not in approved):
        yield _row("Minutes", f"of {say_date(day)} are to be approved  (= m Enter)")
    for matter in item.matters:
        yield _row("Arising", _matter(matter))
    for report in item.reports:
        yield _row("Report", _report(report))
    for planned in item.work:
        yield _row("Planned", _planned(planned))


def _row(what: str, text: str) -> Row:
    return Row(Content(text), left=Content.styled(f"{what:<8} ", "$text-muted"), style="$text-muted")


def _matter(matter: Matter) -> str:
    then = f" (item {matter.item_then} then)" if matter.item_then else ""
    return f"{matter.owner}: {matter.task or 'an action'}{then}"


def _report(report: Report) -> str:
    parts = [report.title, report.report_of and f"report of {report.report_of}"]
    parts += ["for information" if report.for_information else "", "key decision" if report.key else ""]
    return ", ".join(part for part in parts if part)


def _planned(planned: Planned) -> str:
    parts = [
        _day(planned.meeting),
        planned.title,
        "deferred" if planned.deferred else "",
        planned.decision,
        planned.report_of and f"report of {planned.report_of}",
        planned.issue,
    ]
    return " · ".join(part for part in parts if part)


def _day(meeting: str) -> str:
    """The meeting that a thing is planned for: its day as people say it, or whatever else the plan has."""
    try:
        return say_date(date.fromisoformat(meeting))
    except ValueError:
        return meeting
