"""The members as the desk shows them: one to a row beside the record, or in columns where they are many or the terminal
is narrow."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content

from clerk.meeting.elections import new_officers
from clerk.meeting.entitlement import voters_now
from clerk.meeting.motions import newest_shown
from clerk.meeting.state import Meeting
from clerk.people import Office, Person, Seat
from screens.kit.rows import Row

IN, OUT, APOLOGY, ABSENT = "●", "○", "×", "·"
"""Marks of a seat: in the room, gone out, apology, not here; each also said in words where there is room."""

WHY_NOT = {"Q11": "video link", "V17": "missed part", "V22": "no vote", "D10": "predetermined", "D11": "arrears"}
"""In a word, why someone in the room may not vote, by the rule; all else is an interest."""

NOTE = 8
"""Cells that a note takes in a column, with the space before it: the longest is a vote, which is never cut."""

KEPT = 6
"""Cells of a name that a note leaves of it at least: a note that would take more is said in brief."""

GAP = 2
"""Cells between two columns."""

_LOOKS = {"AGAINST": "bold reverse", "ABSTAINS": "bold underline", "for": "$text-muted"}
"""How a vote looks beside a name: what is not the rule stands out, without colour too."""

_BRIEF = {
    "AGAINST": "AG",
    "ABSTAINS": "AB",
    "not voting": "NV",
    "interest": "int",
    "remote": "rem",
    **dict.fromkeys(("out", "apology", "absent", "vacant"), ""),
    **{why: why[:3] for why in WHY_NOT.values()},
}
"""Notes in two or three letters."""


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
        return Content.styled(self.note, self._look)

    @property
    def briefly(self) -> Content:
        """The note where there is little room beside the name: what the mark says already is not said."""
        return Content.styled(_BRIEF.get(self.note, self.note), self._look)

    @property
    def _look(self) -> str:
        return _LOOKS.get(self.note, "bold" if self.note.startswith("‹") else "")


def seated(meeting: Meeting, item: str | None, votes: dict[str, str] | None = None) -> list[Seated]:
    """The members by seat, with why someone may not vote on this item; during a named vote, how each votes."""
    may = {voter.person: voter for voter in voters_now(meeting, newest_shown(meeting, item), item)}
    acting = dict(meeting.acting)
    surnames = Counter(meeting.people[id_].surname for id_ in acting.values() if id_ in meeting.people)
    # A walk through all that is recorded: once, not for each seat.
    new = new_officers(meeting) if meeting.profile.body_kind == "council" else {}
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
        also = _office(person, seat, new) + _chair(meeting, person)
        note = (votes or {}).get(person.id, "") or why
        found.append(Seated(seat.id, seat.letter, mark, person.name + also, surname + _chair(meeting, person), note))
    return found


def _office(person: Person, seat: Seat, new: Mapping[str, Office]) -> str:
    """The office that somebody holds by now: whose was filled by the Council's own election that night, and so is
    among the `new`, has none."""
    own = "" if seat.office in new.values() else seat.office
    office = {"chair": " (Ch)", "vice-chair": " (V)"}.get(new.get(person.id, own), "")
    return office if person.id == seat.holder else f"{office if person.id in new else ''} (sub)"


def _chair(meeting: Meeting, person: Person) -> str:
    return " ◆" if person.id == meeting.presiding else ""


def presence(meeting: Meeting, person: Person) -> tuple[str, str]:
    """The mark of someone's presence and the word for it."""
    if person.id in meeting.in_room:
        return IN, "remote" if person.id in meeting.remote else ""
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
    """The members in columns, each as broad as its own names and an equal share of what is left, down the first and
    then the next, with room for a note beside each name where they are `noted`; where that takes more than `most`
    lines, a note is said in brief and may take the end of a name. The columns are the same whoever is marked, so that
    no name moves for a mark."""
    if not members:
        return []
    letters = max(len(member.letter) for member in members) + 1
    lengths = [cell_len(member.surname) for member in members]
    across = max(1, (width + GAP) // (letters + 1 + max(lengths) + GAP + NOTE * noted))
    while noted and -(-len(members) // across) > most and _breadths(lengths, letters, across + 1, width):
        across += 1
    down = -(-len(members) // across)
    cells = tuple(_breadths(lengths, letters, across, width) or [width // across] * across)
    return [_across(tuple(members[row::down]), letters, cells, noted) for row in range(down)]


# A key changes one member or two: the lines of all others are the ones that were drawn before it.
@lru_cache(maxsize=256)
def _across(members: tuple[Seated, ...], letters: int, cells: tuple[int, ...], noted: bool) -> Content:
    drawn = (_cell(member, letters, cell, noted) for member, cell in zip(members, cells, strict=False))
    return Content("").join(drawn).rstrip()


def _breadths(lengths: Sequence[int], letters: int, across: int, width: int) -> list[int]:
    """Cells of each of so many columns of names that are so long, the gap after it included; none where they do not
    fit."""
    down = -(-len(lengths) // across)
    own = [letters + 1 + max(lengths[first : first + down]) + GAP for first in range(0, len(lengths), down)]
    spare = width + GAP - sum(own)
    each, over = divmod(spare, len(own))
    return [breadth + each + (number < over) for number, breadth in enumerate(own)] if spare >= 0 else []


def _cell(member: Seated, letters: int, cell: int, noted: bool) -> Content:
    before = Content.assemble((member.letter, "bold $text-accent"), f"{member.mark} ")
    room = cell - letters - 1 - GAP
    name = Content.styled(member.surname, member.style)
    note = member.noted if noted else Content("")
    if note and min(name.cell_length, KEPT) + 1 + note.cell_length > room:
        # Of two letters alone nobody would be seen from afar.
        note, name = member.briefly, name.stylize(_LOOKS.get(member.note, ""))
    name = name.truncate(max(1, room - (note.cell_length + 1 if note else 0)), ellipsis=True)
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
