"""The line of a rare construct in the record."""

from clerk.saying.happened import what_happened
from tests.support.minute import OPEN, Desk, minute


def test_the_line_of_a_rare_construct_tells_whose_it_is() -> None:
    said = {
        ':heard objection who="Jo Tew"': "Representations heard (Jo Tew): objection",
        ':petition "Save the pond" lead="Jo Tew"': "Petition (Jo Tew): Save the pond",
        ':issue "Parking" by="Al Moss"': "Residents' issue (Al Moss): Parking",
        ":announce by=ash -- The fair was on.": "Official announcements (Councillor Ash): The fair was on",
        ':delegate "the Head of Parks" -- agree the works': "Delegation (to the Head of Parks): agree the works",
        ':received from="the Cabinet" -- the lease': "Referral received (from the Cabinet): the lease",
        ':award "Fence" amount=50': "Funding award: Fence",
    }
    for line, told in said.items():
        at = Desk(minute(f"{OPEN}\n:take 7"), "i7")
        at.enter(line)
        assert what_happened(at.meeting, at.meeting.events[-1]) == told
