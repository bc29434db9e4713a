"""A form to minute on by hand, printed before the meeting: its boxes stand in the order in which they are keyed."""

from clerk.agenda import Item
from clerk.meeting.exempt import behind_doors
from clerk.meeting.state import Meeting
from clerk.texts import numbers, read_clauses
from clerk.times import say_date
from exports.blocks import AnyBlock, Draft, Grid, ItemHeading, ListEntry, Listing, Prose, Span, Title, for_a_file
from exports.front import restriction
from exports.numbering import is_part, printed_order
from exports.style import Style, capital
from exports.writer import Writer

_STANDING = (
    "absence",
    "declarations",
    "monitoring officer",
    "members' items",
    "public",
    "urgent",
    "minutes",
    "heading",
)


def paper(meeting: Meeting, style: Style) -> Draft:
    """The form for a meeting as it is set up."""
    writer = Writer(meeting, style)
    blocks: list[AnyBlock] = []
    blocks.append(
        _line("Each box stands where its words are typed, from left to right; new words below the amendment.")
    )
    blocks.append(_line("P: present, A: apology. F: for, A: against, – : abstained, N: not voting."))
    blocks += [_roll(writer), _box("In and out", ("Seat", "In or out", "Time", "Interest"), 4)]
    blocks.append(_box("Opened and closed", ("Opened", "Adjourned", "Resumed", "Closed"), 1))
    for item in printed_order(meeting):
        blocks += _item(writer, item)
    for number in range(1, _NAMED_VOTES + 1):
        blocks += _named_vote(writer, number)
    blocks.append(_line("Keep this form until the minutes have been approved."))
    return printed_before(writer, "Notes by hand", blocks)


def printed_before(writer: Writer, what: str, blocks: list[AnyBlock]) -> Draft:
    """A document for the night, printed before it from the papers: no minutes, so neither a draft nor signed. It is not
    for the public where there is exempt business, on the agenda or by what is recorded already."""
    setup = writer.meeting.setup
    exempt = any(item.exempt for item in writer.meeting.items.values()) or bool(behind_doors(writer.meeting))
    body, day = (setup.body, say_date(setup.date)) if setup else ("", "")
    return Draft(
        title=f"{what}: {body}, {day}",
        blocks=(Title(text=f"{what}: {body}", date=day), *blocks),
        status="",
        restriction=restriction(writer) if exempt else "",
        file_stem=f"{what} {day} {for_a_file(body)}".strip(),
        body=body,
        chair_label="",
        held=setup.date if setup else None,
    )


_NAMED_VOTES = 2
_AMENDMENTS = 2
_ABREAST = 3
"""How many members stand beside each other for a named vote."""


def _named_vote(writer: Writer, number: int) -> list[AnyBlock]:
    """A grid of names, a box beside each, for a vote that is taken by name."""
    people = (writer.person(person) for _, person in writer.meeting.acting)
    names = [person.told if person.style == "Councillor" else capital(person.formal) for person in people]
    down = -(-len(names) // _ABREAST)
    columns = [names[place : place + down] for place in range(0, len(names), down)] if down else []
    rows = tuple(
        tuple(cell for column in columns for cell in (((column[row],) if row < len(column) else ()), ()))
        for row in range(down)
    )
    heading = ItemHeading(number="", text=f"Named vote {number}")
    asked = _box("What was put", ("Item", "Question", "For", "Against", "Abst."), 1)
    if not rows:
        return [heading, asked]
    description = "Each member, with a box for how that member voted."
    header = ("Member", "Vote") * len(columns)
    return [heading, asked, Grid(header=header, rows=rows, title="Votes", description=description, blank=True)]


def _line(text: str) -> Prose:
    return Prose(spans=(Span(text),))


def _box(title: str, header: tuple[str, ...], rows: int, description: str = "") -> Grid:
    """A table to be written in. Blank cells hold nothing, not even a space."""
    empty = tuple(tuple(() for _ in header) for _ in range(rows))
    return Grid(header=header, rows=empty, title=title, description=description or f"Boxes for: {title}", blank=True)


def _roll(writer: Writer) -> Grid:
    meeting = writer.meeting
    rows: list[tuple[tuple[str, ...], ...]] = []
    for seat in meeting.seats.values():
        holder = capital(writer.person(seat.holder).formal) if seat.holder else "Vacant"
        rows.append(((seat.letter,), (holder,), (), (), ()))
    return Grid(
        header=("Key", "Member", "P or A", "Substitute", "Arrived"),
        rows=tuple(rows),
        title="Roll",
        description="A row for each seat: the key that stands for it, and boxes for who came.",
        blank=True,
    )


def _item(writer: Writer, item: Item) -> list[AnyBlock]:
    number = writer.numbers.get(item.id, item.number)
    sub = is_part(writer.meeting, item)
    blocks: list[AnyBlock] = [ItemHeading(number=number, text=item.title, sub=sub, item=item.id)]
    if item.kind == "declarations":
        return [*blocks, _box("Declarations", ("Members", "Items", "Kind", "Effect", "Reason"), 4)]
    if item.kind == "public":
        return [*blocks, _box("Speakers", ("Item", "Name", "On behalf of"), 5)]
    if item.kind == "minutes":
        return [*blocks, _box("Minutes", ("Date of meeting", "Corrections"), 1)]
    if item.kind in _STANDING:
        return [*blocks, _box("Notes", ("None, or what there was",), 1)]
    return [*blocks, *_business(item)]


def _business(item: Item) -> list[AnyBlock]:
    clauses = read_clauses(item.recommendations, "c")
    blocks: list[AnyBlock] = []
    if clauses:
        printed = numbers(clauses)
        entries = tuple(
            ListEntry(
                (Span(clause.text.replace("\n", " ")),),
                "number" if printed[clause.id] else "plain",
                printed[clause.id],
                clause.depth,
            )
            for clause in clauses
        )
        blocks.append(Listing(entries=entries))
    blocks.append(_box("Report and debate", ("Introduced by", "What was said"), 2))
    if clauses:
        for number in range(1, _AMENDMENTS + 1):
            header = ("Mover", "Seconder", "Clause", "For", "Against", "Abst.")
            blocks.append(_box(f"Amendment {number}", header, 1))
            blocks.append(_box(f"Amendment {number}: its words", ("New words",), 2))
        outcome = ("For", "Against", "Abst.", "Not voting", "Casting", "Outcome")
        blocks.append(_box("The vote", outcome, 1))
    blocks.append(_box("Actions", ("What", "Who", "By"), 2))
    return blocks
