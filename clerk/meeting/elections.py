"""Elections: the ballot that was a tie and waits for a decision (C4, V23)."""

import re

from clerk.events import BallotTaken
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.people import Office


def first_equals(ballot: BallotTaken) -> tuple[str, ...]:
    """Those who had as many votes as each other, and more than the rest; one alone where it was no tie."""
    most = max((count for _, count in ballot.votes), default=0)
    return tuple(person for person, count in ballot.votes if count == most and most)


_COOPTED = re.compile(
    r"\bco-?opt|^(?:an? |the )?(?:\w+ )?councillor$|^(?:an? |the )?member of the (?:\w+ )?council$", re.IGNORECASE
)


def is_of_a_coopted_member(post: str) -> bool:
    """Whether nobody is elected to a post at a meeting: the body co-opts to it ("Councillor")."""
    return bool(_COOPTED.search(post.strip()))


_PRESIDES = r"\b(?:chair\w*|mayor|conven[eo]r|provost|president)\b"
_NEXT_TO_IT = r"\b(?:vice|deputy|depute)\b"
_OF_A_BODY = r"\bof (?:the )?(.*\b(?:(?:sub)?committee|panel|board|forum|cabinet|executive|working (?:group|party))\b)"


def is_of_the_chair(meeting: Meeting, post: str) -> bool:
    """Whether a post is that of whoever presides over the body ("Chair", "Provost", or as this one calls it): not of
    whoever stands next to it ("Depute Provost"), nor of a body that this one elects for ("Chair of the Bees Panel")."""
    label, body = (meeting.setup.chair_label, meeting.setup.body) if meeting.setup else ("", "")
    named = re.search(_PRESIDES, post, re.IGNORECASE) or (label and label.casefold() in post.casefold())
    if not named or re.search(_NEXT_TO_IT, post, re.IGNORECASE):
        return False
    other = re.search(_OF_A_BODY, post, re.IGNORECASE)
    return other is None or set(plain(other[1]).split()) <= set(plain(body).split())


def is_of_the_vice_chair(meeting: Meeting, post: str) -> bool:
    """Whether a post is that of whoever presides without the chair ("Deputy Mayor", or as the body calls it)."""
    label, body = (meeting.setup.vice_chair_label, meeting.setup.body) if meeting.setup else ("", "")
    other = re.search(_OF_A_BODY, post, re.IGNORECASE)
    if other is not None and not set(plain(other[1]).split()) <= set(plain(body).split()):
        return False
    near = re.search(_NEXT_TO_IT, post, re.IGNORECASE) and re.search(_PRESIDES, post, re.IGNORECASE)
    return bool(near or (label and label.casefold() in post.casefold()))


def elected_to_preside(meeting: Meeting, person: str) -> bool:
    """Whether a ballot of the meeting has elected someone to the post of whoever presides."""
    return person in elected_to_the_chair(meeting)


def elected_to_the_chair(meeting: Meeting) -> list[str]:
    """Whom the ballots of the meeting have elected to the post of whoever presides."""
    ballots = (placed.event for placed in meeting.events if isinstance(placed.event, BallotTaken))
    return [ballot.elected for ballot in ballots if ballot.elected and is_of_the_chair(meeting, ballot.post)]


def new_officers(meeting: Meeting) -> dict[str, Office]:
    """Who was elected to an office of the body at this meeting in another's place, and to which (CN-05): whoever
    held it before retires. Somebody elected to preside for the night alone is none."""
    setup = meeting.setup
    new: dict[Office, str] = {}
    for placed in meeting.events if setup is not None else ():
        event = placed.event
        item = meeting.items.get(event.item or "") if isinstance(event, BallotTaken) and event.elected else None
        if item is None or setup is None or not isinstance(event, BallotTaken):
            continue
        of_vice = is_of_the_vice_chair(meeting, event.post)
        office: Office = "chair" if is_of_the_chair(meeting, event.post) else "vice-chair" if of_vice else ""
        label = {"chair": setup.chair_label, "vice-chair": setup.vice_chair_label}.get(office, "")
        # "Election of Chair" is of the Chairman.
        if label and label[:5].casefold() in item.title.casefold() and not _FOR_THE_NIGHT.search(item.title):
            new[office] = event.elected
    held = {seat.office: seat.holder for seat in meeting.seats.values() if seat.holder}
    # A committee elects in the place of a chairman who is away for that meeting alone.
    lasting = meeting.profile.body_kind == "council"
    return {
        person: office
        for office, person in new.items()
        if held.get(office, person) != person and (lasting or held.get(office) in meeting.stays)
    }


_FOR_THE_NIGHT = re.compile(r"\bfor (?:the|this) (?:meeting|hearing|evening)\b", re.IGNORECASE)


def tied_ballot(meeting: Meeting) -> Placed | None:
    """The newest ballot, where it was a tie that nobody has decided and no vote taken after it waits for the casting
    vote; None else."""
    waiting = {vote.event for vote in meeting.votes.values() if vote.state == "tied" and not vote.superseded}
    for placed in reversed(meeting.events):
        if placed.id in waiting:
            return None
        if isinstance(last := placed.event, BallotTaken):
            ended = last.elected or last.declined_by or last.void
            return placed if not ended and len(first_equals(last)) > 1 else None
    return None
