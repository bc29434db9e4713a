"""The letters of the seats, by which a key names a member."""

from clerk.meeting.state import Meeting


class Letters:
    """Reads seat letters: one key a seat, or two above 26 seats."""

    def __init__(self, meeting: Meeting) -> None:
        acting = dict(meeting.acting)
        self.people = {seat.letter: acting[seat.id] for seat in meeting.seats.values() if seat.id in acting}
        self.wide = any(len(letter) > 1 for letter in self.people)
        self.held = ""
        self.wrong = ""
        """What was typed last, where it was no seat's letter."""

    def read(self, character: str) -> str | None:
        """The person of a letter, whatever its case; None while a second letter is awaited, "" for no seat's letter."""
        code = self.held + character.lower()
        if self.wide and len(code) == 1 and any(letter.startswith(code) for letter in self.people):
            self.held = code
            return None
        self.held = ""
        if code not in self.people:
            self.wrong = code
        return self.people.get(code, "")
