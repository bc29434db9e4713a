"""The members as the desk shows them: one to a row beside the record, or in columns where they are many or the terminal
is narrow."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from textual.content import Content

from clerk.meeting.entitlement import voters_now
from clerk.meeting.motions import newest_shown
from clerk.meeting.state import Meeting
from clerk.people import Person, Seat
from screens.kit.rows import Row

IN, OUT, APOLOGY, ABSENT = "●", "○", "×", "·"
"""Marks of a seat: in the room, gone out, apology, not here; each also said in words where there is room."""

WHY_NOT = {"Q11": "video link", "V17": "missed part", "V22": "no vote", "D10": "predetermined", "D11": "arrears"}
"""In a word, why someone in the room may not vote, by the rule; all else is an interest."""

NOTE = 8
"""Cells that a note takes in a column, with the space before it: the longest is a vote, which is never cut."""

GAP = 2
"""Cells between two columns."""

_LOOKS = {"AGAINST": "bold reverse", "ABSTAINS": "bold underline", "for": "$text-muted"}
"""How a vote looks beside a name: what is not the rule stands out, without colour too."""


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat and who sits there: `surname` tells them from all others, `name` is whole; `note` is a vote, or why they
    may not."""

    seat: str
    letter: str
    mark: str
    name: str
    surname: str
    note: str = ""

    @property
    def style(self) -> str:
        """How the row looks: whoever is not in the room steps back."""
        return "" if self.mark == IN else "$text-muted"

    @property
    def noted(self) -> Content:
        """The note, as it looks."""
        return Content.styled(self.note, _LOOKS.get(self.note, "bold" if self.note.startswith("‹") else ""))


def seated(meeting: Meeting, item: str | None, votes: dict[str, str] | None = None) -> list[Seated]:
    """The members by seat, with why someone may not vote on this item; during a named vote, how each votes."""
    may = {voter.person: voter for voter in voters_now(meeting, newest_shown(meeting, item), item)}
    acting = dict(meeting.acting)
    surnames = Counter(meeting.people[id_].surname for id_ in acting.values() if id_ in meeting.people)
    found: list[Seated] = []
    for seat in meeting.seats.values():
        person = meeting.people.get(acting.get(seat.id, ""))
        if person is None:
            found.append(Seated(seat.id, seat.letter, ABSENT, "vacant", "vacant"))
            continue
        mark, words = presence(meeting, person)
        voter = may[person.id]
        why = WHY_NOT.get(voter.rule, "interest") if mark == IN and not voter.may else words
        # Of two with one surname, the letter must not be taken for the other's.
        surname = person.surname if surnames[person.surname] < 2 else person.name
        also = _also(meeting, person, seat)
        note = (votes or {}).get(person.id, "") or why
        found.append(Seated(seat.id, seat.letter, mark, person.name + also, surname + _chair(meeting, person), note))
    return found


def _also(meeting: Meeting, person: Person, seat: Seat) -> str:
    office = {"chair": " (Ch)", "vice-chair": " (V)"}.get(seat.office, "") if person.id == seat.holder else " (sub)"
    return office + _chair(meeting, person)


def _chair(meeting: Meeting, person: Person) -> str:
    return " ◆" if person.id == meeting.presiding else ""


def presence(meeting: Meeting, person: Person) -> tuple[str, str]:
    """The mark of someone's presence and the word for it."""
    if person.id in meeting.in_room:
        return IN, ""
    if person.id in meeting.stays:
        return OUT, "out"
    if person.id in meeting.apologies:
        return APOLOGY, "apology"
    return ABSENT, "absent" if meeting.roll_called else ""


def member_rows(members: Sequence[Seated]) -> list[Row]:
    """A member to a row, by the seat's id."""
    return [
        Row(
            Content(member.name),
            key=member.seat,
            left=Content.assemble((f"{member.letter:<2}", "bold $text-accent"), f"{member.mark} "),
            right=member.noted,
            style=member.style,
        )
        for member in members
    ]


def in_columns(members: Sequence[Seated], width: int, most: int = 0, *, noted: bool = True) -> list[Content]:
    """The members in columns of one width, down the first and then the next, with room for a note beside each name
    where they are `noted`; where that takes more than `most` lines, a note may take the end of a name. The columns are
    the same whoever is marked, so that no name moves for a mark."""
    if not members:
        return []
    letters = max(len(member.letter) for member in members) + 1
    least = letters + 1 + max(Content(member.surname).cell_length for member in members) + GAP
    across = max(1, (width + GAP) // (least + NOTE * noted))
    while noted and -(-len(members) // across) > most and (width + GAP) // (across + 1) >= least:
        across += 1
    cell = (width + GAP) // across
    down = -(-len(members) // across)
    return [_across(tuple(members[row::down]), letters, cell, noted) for row in range(down)]


# A key changes one member or two: the lines of all others are the ones that were drawn before it.
@lru_cache(maxsize=256)
def _across(members: tuple[Seated, ...], letters: int, cell: int, noted: bool) -> Content:
    return Content("").join(_cell(member, letters, cell, noted) for member in members).rstrip()


def _cell(member: Seated, letters: int, cell: int, noted: bool) -> Content:
    before = Content.assemble((member.letter, "bold $text-accent"), f"{member.mark} ")
    note = member.noted if noted else Content("")
    room = cell - letters - 1 - (note.cell_length + 1 if note else 0) - GAP
    name = Content.styled(member.surname, member.style).truncate(max(1, room), ellipsis=True)
    said = Content("").join([before, Content(" " * (letters - len(member.letter) - 1)), name])
    gap = " " * max(1, cell - GAP - said.cell_length - note.cell_length)
    return (
        Content("").join([said, Content(gap), note, Content(" " * GAP)])
        if note
        else said.pad_right(cell - said.cell_length)
    )


def as_marks(members: Sequence[Seated]) -> Content:
    """The seats as letters with marks alone, where there is no room for a name."""
    return Content(" ").join(Content.assemble((member.letter, "bold $text-accent"), member.mark) for member in members)
