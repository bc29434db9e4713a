"""What the desk's panes show of a meeting, as rows. Facts in, Content out; nothing is decided here."""

import re
from collections import Counter
from difflib import SequenceMatcher

from textual.content import Content

from clerk.events import Minuted, Substituted, VoteTaken
from clerk.meeting.entitlement import voters_now
from clerk.meeting.motions import newest_shown
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.people import Person, Seat
from clerk.saying.happened import before_words, facts_of, words_of
from clerk.saying.questions import question_now
from clerk.saying.room import quorum_line
from clerk.saying.votes import names_in
from screens.desk.papers import paper_rows
from screens.kit.fitting import NO_BREAK
from screens.kit.rows import Row

IN, OUT, APOLOGY, ABSENT = "●", "○", "×", "·"
"""Marks of a seat: in the room, gone out, apology, not here; each also said in words where there is room."""


def agenda_rows(meeting: Meeting, item: str | None, width: int) -> list[Row]:
    """The agenda in the order of business: what is done is ticked, what is in hand stands out. Titles are cut to
    `width` cells, but for the item turned to, which is shown whole."""
    taken = set(meeting.taken)
    return [
        Row(
            Content(found.title) if id_ == item else Content(found.title).truncate(max(4, width), ellipsis=True),
            key=id_,
            left=Content(f"{'▸' if id_ == meeting.item_taken else '✓' if id_ in taken else ' '}{found.number:>3}"),
            style="" if id_ == item or id_ not in taken or id_ == meeting.item_taken else "$text-muted",
        )
        for id_ in meeting.order
        if (found := meeting.items.get(id_)) is not None
    ]


def agenda_line(meeting: Meeting, item: str | None) -> tuple[Content, Content]:
    """Previous and this item, and the next flush right, for a narrow terminal."""
    order = [id_ for id_ in meeting.order if id_ in meeting.items]
    if item not in order:
        return Content("No items"), Content("")
    place = order.index(item)
    before = meeting.items[order[place - 1]] if place else None
    after = meeting.items[order[place + 1]] if place + 1 < len(order) else None
    this = meeting.items[item]
    mark = "▸ " if item == meeting.item_taken else "✓ " if item in meeting.taken else ""
    title = Content.styled(f"{mark}{this.number} {this.title}".strip(), "bold")
    return (
        Content("").join([Content(f"‹ {before.number or before.title[:8]}  " if before else "   "), title]),
        Content(f"{after.number or after.title[:8]} ›" if after else ""),
    )


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
    return [*paper_rows(meeting.items.get(item or "")), *rows]


def _record_row(meeting: Meeting, placed: Placed, for_time: int, for_mark: int) -> Row:
    """One line of the record, with so many cells for its time and for the mark of what is private."""
    event = placed.event
    at = (event.at.strftime("%H:%M") if event.at else "").ljust(for_time)
    private = ("⌧" if placed.id in meeting.private else "").ljust(for_mark)
    left = Content.styled(at + private, "$text-muted")
    if isinstance(event, Minuted):
        return Row(Content(event.text), key=placed.id, left=left)
    facts, words = facts_of(meeting, placed), words_of(event)
    if isinstance(event, VoteTaken) and (vote := meeting.votes.get(event.vote)) is not None:
        words = names_in(meeting, vote)
    if not words:
        return Row(Content(facts), key=placed.id, left=left, style="$text-accent")
    between = f"{before_words(facts)}\n" if "\n" in words else before_words(facts)
    text = Content.assemble((f"{facts}{between}", "$text-accent"), words)
    return Row(text, key=placed.id, left=left)


def member_rows(meeting: Meeting, item: str | None, votes: dict[str, str] | None = None) -> list[Row]:
    """The members by seat: letter, mark, name, and why someone may not vote on this item; during a named vote, how
    each votes."""
    question = newest_shown(meeting, item)
    may = {voter.person: voter for voter in voters_now(meeting, question, item)}
    acting = dict(meeting.acting)
    rows: list[Row] = []
    for seat in meeting.seats.values():
        person = meeting.people.get(acting.get(seat.id, ""))
        if person is None:
            rows.append(Row(Content("vacant"), key=seat.id, left=Content(f"{seat.letter:<2} "), style="$text-muted"))
            continue
        mark, words = presence(meeting, person)
        voter = may[person.id]
        why = WHY_NOT.get(voter.rule, "interest") if mark == IN and not voter.may else words
        note = (votes or {}).get(person.id, "") or why
        rows.append(
            Row(
                Content(_surname(meeting, person, seat)),
                key=seat.id,
                left=Content.assemble((f"{seat.letter:<2}", "bold $text-accent"), f"{mark} "),
                right=Content(note),
                style="" if mark == IN else "$text-muted",
            )
        )
    return rows


WHY_NOT = {"Q11": "video link", "V17": "missed part", "V22": "no vote", "D10": "predetermined", "D11": "arrears"}
"""In a word, why someone in the room may not vote, by the rule; all else is an interest."""


def _surname(meeting: Meeting, person: Person, seat: Seat) -> str:
    office = {"chair": " (Ch)", "vice-chair": " (V)"}.get(seat.office, "") if person.id == seat.holder else " (sub)"
    presides = " ◆" if person.id == meeting.presiding else ""
    return f"{person.name}{office}{presides}"


def presence(meeting: Meeting, person: Person) -> tuple[str, str]:
    """The mark of someone's presence and the word for it."""
    if person.id in meeting.in_room:
        return IN, ""
    if person.id in meeting.stays:
        return OUT, "out"
    if person.id in meeting.apologies:
        return APOLOGY, "apology"
    return ABSENT, "absent" if meeting.roll_called else ""


def member_strip(meeting: Meeting, votes: dict[str, str] | None = None, *, named: bool = True) -> Content:
    """The seats as letters with marks, for a narrow terminal; `named`: with the names too."""
    acting = dict(meeting.acting)
    surnames = Counter(meeting.people[id_].surname for id_ in acting.values() if id_ in meeting.people)
    parts: list[Content] = []
    for seat in meeting.seats.values():
        person = meeting.people.get(acting.get(seat.id, ""))
        mark = presence(meeting, person)[0] if person else ABSENT
        vote = (votes or {}).get(person.id, "") if person else ""
        # Of two with one surname, the letter must not be taken for the other's.
        name = "vacant" if person is None else person.surname if surnames[person.surname] < 2 else person.name
        name = name if named else ""
        said = f"{NO_BREAK}{vote}" if vote else mark
        after = f"{said}{NO_BREAK}{name}".rstrip(NO_BREAK).replace(" ", NO_BREAK)
        parts.append(Content.assemble((seat.letter, "bold $text-accent"), after))
    return Content("  " if named else " ").join(parts)


def status(meeting: Meeting, item: str | None, state: str, width: int) -> tuple[Content, Content]:
    """The line that is always in sight: the quorum, who presides; and `state`, whether times are the clock's. In fewer
    words where it would be cut to `width`."""
    now = quorum(meeting, item)
    look = {"QUORATE": "bold $text-success", "AT LIMIT": "bold $text-warning", "INQUORATE": "bold $text-error"}
    chair = meeting.people.get(meeting.presiding or "")
    course = {"before": "not open", "open": "", "adjourned": "ADJOURNED", "closed": "CLOSED"}[meeting.course]
    private = "PRIVATE  " if meeting.doors.closed else ""
    right = Content.assemble((f"{private}{course}  ".lstrip(), "bold $text-warning"), (state, "bold"))
    room = quorum_line(meeting, item)
    brief = room.replace(" in the room", "")
    sayings = [
        Content.assemble((of_room, look[now.state]), f"   ◆ {name}")
        for of_room, name in [
            (room, chair.brief if chair else "nobody in the chair"),
            (brief, chair.brief if chair else "nobody in the chair"),
            (brief, chair.surname if chair else "nobody"),
        ]
    ]
    # The verdict is never cut.
    sayings.append(Content.styled(f"{now.state} {now.have}/{now.need}", look[now.state]))
    room_left = width - right.cell_length - 1
    return next((said for said in sayings if said.cell_length <= room_left), sayings[-1]), right


def question_passage(meeting: Meeting, item: str | None, following: str = "") -> Content:
    """What comes next by the rules, if anything, and the question now open in its exact words; for an amendment, what
    it changes."""
    following_first = [Content.styled(f"Next: {following}", "bold $text-warning")] if following else []
    return Content("\n").join([*following_first, _question(meeting, item)])


def _question(meeting: Meeting, item: str | None) -> Content:
    question = question_now(meeting, item)
    if question is None:
        return Content.styled("No question open.", "$text-muted")
    label = (f"{question.label} ", "bold $text-accent")
    if not question.text_if_carried:
        return Content.assemble(label, question.text_now)
    before, after = _changed(question.text_now, question.text_if_carried)
    return Content.assemble(
        label,
        ("Text now: ", "bold $text-accent"),
        before or "(nothing is taken out)",
        ("\n   If carried: ", "bold $text-accent"),
        after or "(nothing is put in)",
    )


def _changed(now: str, if_carried: str) -> tuple[str, str]:
    """The lines that an amendment changes, as they are and as they would be; "…" stands for those it leaves alone."""
    old, new = now.split("\n"), if_carried.split("\n")
    gone: list[str] = []
    come: list[str] = []
    for what, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what != "equal":
            gone += old[a:b]
            come += new[c:d]
    return _shortened("\n".join(gone), "\n".join(come))


LONG = 320
"""Characters of both texts together, beyond which words that an amendment leaves alone are left out."""

KEPT = 6
"""Words that are shown on either side of what an amendment changes."""


def _shortened(now: str, if_carried: str) -> tuple[str, str]:
    """Two texts without most of what they share, so that what differs is in sight; short ones whole."""
    if len(now) + len(if_carried) <= LONG:
        return now, if_carried
    old, new = (re.findall(r"\S+|\n", text) for text in (now, if_carried))
    before: list[str] = []
    after: list[str] = []
    for what, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        same = what == "equal" and b - a > 2 * KEPT + 1
        before += [*old[a : a + KEPT], "…", *old[b - KEPT : b]] if same else old[a:b]
        after += [*new[c : c + KEPT], "…", *new[d - KEPT : d]] if same else new[c:d]
    return " ".join(before).replace(" \n ", "\n"), " ".join(after).replace(" \n ", "\n")
