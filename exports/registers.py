"""Registers and lists over meetings as documents: a table with what it is made from, and a plot beside it where figures
are to be seen at a glance."""

from collections.abc import Iterable, Sequence
from html import escape

from msgspec import Struct

from clerk.hidden import left_out
from clerk.library.actions import Followed
from clerk.library.registers import Declared, Member, Voted
from clerk.times import say_date
from exports.blocks import Draft, Grid, Prose, Span, Title, for_a_file
from exports.data.tables import csv_of
from exports.html import write_html

BY_THIS_LIBRARY = "By the meetings in this library."


class Bar(Struct, frozen=True):
    """One bar of a plot: `parts` of a `whole`, and what else is said of it in a terminal."""

    label: str
    parts: int
    whole: int
    more: str = ""


class Register(Struct, frozen=True):
    """A table over meetings: `header` and `rows` of plain cells, `note` under the title; `bars` where it is plotted.
    `restriction` says that it is not for the public."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[Bar, ...] = ()
    restriction: str = ""


EXEMPT = "NOT FOR PUBLICATION: it holds exempt information"


def actions(found: Iterable[Followed], exempt: bool = False) -> Register:
    """The actions, a row each: owner, task, day, where it was agreed, how it stands."""
    header = ("Owner", "Action", "By", "Agreed at", "Item", "State")
    rows = tuple(
        (
            one.owner or "Nobody named",
            one.task,
            say_date(one.due) if one.due else "",
            f"{one.body}, {say_date(one.day)}",
            f"{one.item} {one.title}".strip(),
            _state(one),
        )
        for one in found
    )
    return Register("Actions", BY_THIS_LIBRARY, header, rows, restriction=EXEMPT if exempt else "")


def _state(one: Followed) -> str:
    if not one.changes:
        return one.state
    last = one.changes[-1]
    note = f": {last.note}" if last.note else ""
    return f"{one.state}, {say_date(last.on)}, {last.by}{note}"


def attendance(members: Sequence[Member], about: str) -> Register:
    """The attendance of each member, under Modern.gov's headings: how often expected, present (of these by video link),
    by apology, absent, as a substitute, in attendance; the share; when last."""
    header = (
        "Name", "Group", "Expected", "Present", "Present, virtual", "Apologies", "Absent", "Suspended",
        "Present, as substitute", "Present, as substitute, virtual", "In attendance", "Left early", "Share",
        "Last attended", "Six months end", "Reason for absence approved",
    )  # fmt: skip
    rows = []
    for one in members:
        count = one.counted()
        share = "" if one.share is None else f"{one.share:.0%}"
        rows.append(
            (
                _names(one), one.group, str(one.expected),
                *(
                    str(count[what])
                    for what in (
                        "present", "Present, virtual", "apology", "absent", "suspended", "substitute",
                        "Present, as substitute, virtual", "in attendance", "left early",
                    )
                ),
                share, say_date(one.last) if one.last else _never(one, "never"),
                say_date(one.lapses) if one.lapses else "", _approved(one),
            )
        )  # fmt: skip
    bars = tuple(Bar(one.names[0], one.counted()["present"], one.expected, _more(one)) for one in members)
    return Register(f"Attendance{about}", BY_THIS_LIBRARY, header, tuple(rows), bars)


def _approved(one: Member) -> str:
    """The reasons for absence that the Council approved: when, and until when."""
    return "; ".join(f"{say_date(on)}{f', until {say_date(until)}' if until else ''}" for on, until in one.excused)


def _more(one: Member) -> str:
    said = {"apology": "apologies", "absent": "absent", "substitute": "as substitute", "left early": "left early"}
    count = one.counted()
    figures = [f"{words} {count[what]}" for what, words in said.items() if count[what]]
    return ", ".join([*figures, f"last {say_date(one.last)}" if one.last else _never(one, "never there")])


def _never(one: Member, else_: str) -> str:
    """What stands for the last attendance of who was there in no seat: that they attended, or `else_`."""
    return "attended" if one.counted()["in attendance"] else else_


def _names(one: Member) -> str:
    others = ", ".join(one.names[1:])
    return f"{one.names[0]} (also recorded as {others})" if others else one.names[0]


def attended(member: Member, about: str) -> Register:
    """One member's attendance, meeting by meeting, in Modern.gov's words."""
    header = ("Date", "Body", "Attendance", "Note")
    rows = tuple(
        (say_date(one.day), one.body, one.said, "left before the end" if one.left_early else "")
        for one in member.meetings
    )
    return Register(f"Attendance of {_names(member)}{about}", BY_THIS_LIBRARY, header, rows)


_KINDS = {"dpi": "disclosable pecuniary"}
_EFFECTS = {
    "stayed": "stayed and took part",
    "left": "left the room",
    "to leave": "was to leave the room",
    "came back": "left the room, and came back before the item was over",
    "no vote": "stayed, did not vote",
    "no part": "stayed, took no part in the discussion",
    "dispensation": "had a dispensation",
}
"""Kinds and effects as the register says them: it is published, and read by people who know no short forms."""


def declarations(found: Iterable[Declared], about: str, exempt: bool = False) -> Register:
    """Interests declared at meetings, in order."""
    header = ("Date", "Body", "Item", "Member", "Kind", "Nature", "Effect")
    rows = tuple(
        (say_date(one.day), one.body, one.items, one.name, _KINDS.get(one.kind, one.kind), one.what,
         _EFFECTS.get(one.effect, one.effect))
        for one in found
    )  # fmt: skip
    title = f"Interests declared at meetings{about}"
    return Register(title, BY_THIS_LIBRARY, header, rows, restriction=EXEMPT if exempt else "")


def votes(found: Iterable[Voted], name: str, about: str, exempt: bool = False) -> Register:
    """A member's votes, so far as they are recorded by name."""
    header = ("Date", "Body", "Item", "Question", "Vote", "Result")
    rows = tuple((say_date(one.day), one.body, one.item, one.question, one.how, one.result) for one in found)
    note = f"{BY_THIS_LIBRARY} A vote is given only where it is recorded by name; nothing is inferred from a count."
    return Register(f"Votes of {name}{about}", note, header, rows, restriction=EXEMPT if exempt else "")


def as_csv(register: Register) -> str:
    """The table for a spreadsheet; one that is not for the public says so in a column of its own."""
    if not register.restriction:
        return csv_of(register.header, register.rows)
    return csv_of((*register.header, register.restriction), [(*row, "EXEMPT") for row in register.rows])


def as_draft(register: Register) -> Draft:
    """The register as a document, to be rendered as any other."""
    grid = Grid(
        header=register.header,
        rows=tuple(tuple((cell,) for cell in row) for row in register.rows),
        title=register.title,
        description=register.note,
    )
    blocks = (Title(text=register.title, date=""), Prose(spans=(Span(register.note),)), grid)
    stem = for_a_file(register.title.replace("/", "-"))
    return Draft(register.title, blocks, "", stem, chair_label="", restriction=register.restriction)


def as_html(register: Register) -> str:
    """The register as a page; with bars, a plot of them stands before its table."""
    page = write_html(as_draft(register))
    # A table of many columns is moved by itself, so that the page is not; then no word of it need be broken.
    title = escape(left_out(register.title))
    moved = "overflow-x:auto;overflow-wrap:normal"
    begins = f'<div role="region" aria-label="{title}" tabindex="0" style="{moved}">\n<table'
    page = page.replace("max-width: 45rem", "max-width: 75rem", 1)
    page = page.replace("<table", begins, 1).replace("</table>", "</table>\n</div>", 1)
    return page.replace("<div role", f"{plot(register)}\n<div role", 1) if register.bars else page


_ROW, _LEFT, _WIDTH = 24, 260, 400


def plot(register: Register) -> str:
    """Bars as inline SVG; the table beside has the same figures, which the plot's title says."""
    bars = [bar for bar in register.bars if bar.whole]
    height = _ROW * len(bars) + 8
    lines = []
    for number, bar in enumerate(bars):
        y = number * _ROW + 4
        full = _WIDTH * bar.parts / bar.whole
        label = escape(left_out(bar.label))
        lines.append(
            f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end">{label}</text>'
            f'<rect x="{_LEFT}" y="{y}" width="{_WIDTH}" height="{_ROW - 6}" fill="none" stroke="#555"/>'
            f'<rect x="{_LEFT}" y="{y}" width="{full:.1f}" height="{_ROW - 6}" fill="#1d4f91"/>'
            f'<text x="{_LEFT + _WIDTH + 8}" y="{y + 15}">{bar.parts} of {bar.whole}</text>'
        )
    title = escape(left_out(register.title))
    body = "\n".join(lines)
    return (
        f'<svg role="img" aria-label="{title}: the table below has the figures" '
        f'viewBox="0 0 {_LEFT + _WIDTH + 90} {height}" xmlns="http://www.w3.org/2000/svg" '
        'font-family="Arial, sans-serif" font-size="14" style="max-width:45rem">\n'
        f"<title>{title}</title>\n{body}\n</svg>"
    )


def in_a_terminal(register: Register, width: int = 24) -> str:
    """Bars for a terminal, full and light blocks, with their figures and, where there are any, what else is counted."""
    longest = max((len(bar.label) for bar in register.bars), default=0)
    lines = []
    for bar in register.bars:
        full = round(width * bar.parts / bar.whole) if bar.whole else 0
        said = f"{bar.parts} of {bar.whole}{f', {bar.more}' if bar.more else ''}" if bar.whole else bar.more
        lines.append(
            f"{bar.label:<{longest}}  {'█' * full}{'░' * (width - full) if bar.whole else ' ' * width}  {said}"
        )
    return "\n".join(lines)


def actions_in_a_terminal(found: Iterable[Followed]) -> str:
    """The actions, two lines each: what it is ticked off by comes whole."""
    lines = []
    for one in found:
        by = f"by {say_date(one.due)}" if one.due else "no day"
        where = f"{one.body}, {say_date(one.day)}, item {one.item} {one.title}".strip()
        lines += [f"{one.reference}   {_state(one).upper() if one.state == 'overdue' else _state(one)}, {by}",
                  f"    {one.owner or 'Nobody named'}: {one.task}", f"    {where}"]  # fmt: skip
    return "\n".join(lines)
