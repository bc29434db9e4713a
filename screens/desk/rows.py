"""What the desk's panes show of a meeting, as rows. Facts in, Content out; nothing is decided here."""

from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content

from clerk.events import Minuted, Substituted, VoteTaken
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.saying.happened import before_words, facts_of, words_of
from clerk.saying.room import quorum_line, quorum_now
from clerk.saying.votes import names_in
from screens.desk.papers import paper_rows
from screens.desk.signs import look_of
from screens.kit.fitting import wrapped
from screens.kit.rows import Row


def agenda_rows(meeting: Meeting, item: str | None, width: int, height: int) -> list[Row]:
    """The agenda in the order of business: what is done is ticked, what is in hand stands out. Titles wrap to `width`
    cells as far as `height` lines allow, those about the item turned to before others; the rest are cut."""
    taken = set(meeting.taken)
    order = [(id_, meeting.items[id_]) for id_ in meeting.order if id_ in meeting.items]
    whole = _whole([found.title for _, found in order], [id_ for id_, _ in order], item, max(4, width), height)
    return [
        Row(
            Content(found.title) if id_ in whole else Content(found.title).truncate(max(4, width), ellipsis=True),
            key=id_,
            left=Content(f"{'▸' if id_ == meeting.item_taken else '✓' if id_ in taken else ' '}{found.number:>3}"),
            style="" if id_ == item or id_ not in taken or id_ == meeting.item_taken else "$text-muted",
        )
        for id_, found in order
    ]


def _whole(titles: Sequence[str], ids: Sequence[str], item: str | None, width: int, height: int) -> set[str]:
    """The items whose titles are shown whole: the one turned to always, then those nearest to it that there is room
    for."""
    here = ids.index(item) if item in ids else 0
    room, whole = height - len(ids), set()
    for place in sorted(range(len(ids)), key=lambda at: abs(at - here)):
        more = _lines_of(titles[place], width) - 1
        if place == here or more <= room:
            whole.add(ids[place])
            room -= more
    return whole


# Titles are wrapped again only where they or the width changed, not at each key.
@lru_cache(maxsize=1024)
def _lines_of(title: str, width: int) -> int:
    return len(wrapped(Content(title), width))


def agenda_line(meeting: Meeting, item: str | None, width: int) -> tuple[Content, Content]:
    """Previous and this item, and the next flush right, for a narrow terminal; the next by its title too where all
    fits in `width`."""
    order = [id_ for id_ in meeting.order if id_ in meeting.items]
    if item not in order:
        return Content("No items"), Content("")
    place = order.index(item)
    before = meeting.items[order[place - 1]] if place else None
    after = meeting.items[order[place + 1]] if place + 1 < len(order) else None
    this = meeting.items[item]
    mark = "▸ " if item == meeting.item_taken else "✓ " if item in meeting.taken else ""
    title = Content.styled(f"{mark}{this.number} {this.title}".strip(), "bold")
    left = Content("").join([Content(f"‹ {before.number or before.title[:8]}  " if before else "   "), title])
    if after is None:
        return left, Content("")
    room = width - left.cell_length - 5
    named = Content(f"{after.number} {after.title}".strip()).truncate(max(0, room), ellipsis=True)
    brief = Content(after.number or after.title[:8])
    return left, Content.assemble(named if room >= 16 else brief, " ›")


def item_heading(meeting: Meeting, item: str | None) -> tuple[Content, Content]:
    """The item that is written under, and whether the chair has called it."""
    found = meeting.items.get(item or "")
    if found is None:
        return Content("No item"), Content("")
    state = "" if item == meeting.item_taken else "(taken)" if item in meeting.taken else "(not taken)"
    return Content.styled(f"{found.number} {found.title}".strip(), "bold"), Content.styled(state, "$text-muted")


def shown_rows(meeting: Meeting, item: str | None, *, preview: bool) -> list[Row]:
    """The record of an item, or how it will read in the minutes."""
    if not preview:
        return record_rows(meeting, item)
    # Late: it brings the writing up, which the desk's start need not wait for.
    from screens.desk.preview import preview_rows

    return preview_rows(meeting, item)


def record_rows(meeting: Meeting, item: str | None) -> list[Row]:
    """What the papers say of an item, and what is recorded under it, line by line, each by its event's id."""
    entries = {placed.id.split(".")[0] for placed in meeting.events if placed.event.item == item}
    here = [
        placed
        for placed in meeting.events
        if placed.event.item == item
        # A seat is taken for the whole meeting; it is seen, and put right, where the substitute came in.
        or (isinstance(placed.event, Substituted) and item is not None and placed.id.split(".")[0] in entries)
    ]
    # Room is kept only for what some line has.
    timed = any(placed.event.at for placed in here)
    marked = any(placed.id in meeting.private for placed in here)
    rows = [_record_row(meeting, placed, 6 * timed, 2 * marked) for placed in here]
    return [*paper_rows(meeting.items.get(item or ""), meeting.approved), *rows]


def _record_row(meeting: Meeting, placed: Placed, for_time: int, for_mark: int) -> Row:
    """One line of the record, with so many cells for its time and for the mark of what is private. A sign before it
    says what kind of thing it is; a paragraph has none."""
    event = placed.event
    at = (event.at.strftime("%H:%M") if event.at else "").ljust(for_time)
    private = ("⌧" if placed.id in meeting.private else "").ljust(for_mark)
    sign, sign_look, look = look_of(meeting, event)
    left = Content.assemble((at + private, "$text-muted"), (sign, sign_look))
    if isinstance(event, Minuted):
        return Row(Content(event.text), key=placed.id, left=left)
    facts, words = facts_of(meeting, placed), words_of(event)
    text: Content | str = words
    if isinstance(event, VoteTaken) and (vote := meeting.votes.get(event.vote)) is not None:
        words = names_in(meeting, vote)
        text = Content(words).stylize("bold", 0, len("against")) if words.startswith("against") else words
    if not words:
        return Row(Content(facts), key=placed.id, left=left, style=look)
    between = f"{before_words(facts)}\n" if "\n" in words else before_words(facts)
    return Row(Content.assemble((f"{facts}{between}", look), text), key=placed.id, left=left)


_LOOK = {"QUORATE": "bold $text-success", "AT LIMIT": "bold $text-warning", "INQUORATE": "bold $text-error"}


def status(meeting: Meeting, item: str | None, state: Sequence[str], width: int) -> tuple[Content, Content]:
    """The line that is always in sight: the quorum, its verdict, who presides; and `state`, what times are and how the
    book stands, said at length and then in fewer words. In fewer where it would be cut to `width`: of the room first,
    then of the state; the verdict and the name of whoever presides stay."""
    now = quorum_now(meeting, item)
    chair = meeting.people.get(meeting.presiding or "")
    course = {"before": "not open", "open": "", "adjourned": "ADJOURNED", "closed": "CLOSED"}[meeting.course]
    warned = [word for word in ("PRIVATE" if meeting.doors.closed else "", course) if word]
    room = quorum_line(meeting, item)
    brief = room.replace(" in the room", "")
    in_full, by_name = ("nobody in the chair", "nobody") if chair is None else (meeting.briefs[chair.id], chair.surname)
    lefts = [
        (room, in_full),
        (brief, in_full),
        (brief, by_name),
        (f"{now.have} count · quorum {now.need} · {now.state}", by_name),
        (f"{now.state} {now.have}/{now.need}", by_name),
    ]
    for said in state:
        right = Content.assemble(*((f"{word}  ", "bold $text-warning") for word in warned), (said, "bold"))
        for of_room, name in lefts:
            left = Content.assemble((of_room, _LOOK[now.state]), f"   ◆ {name}")
            if left.cell_length + 1 + right.cell_length <= width:
                return left, right
    # Even so too narrow: the verdict comes first, and nothing beside it is worth a letter of it.
    return left, Content("")
