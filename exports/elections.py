"""What the minutes say of an election: who was proposed, each ballot, who was elected (CH-04, CN-05)."""

import re
from typing import Any

from clerk.events import BallotTaken, Nominated
from clerk.meeting.elections import is_of_a_coopted_member
from clerk.meeting.record import Placed
from exports.blocks import AnyBlock
from exports.motions import seconder_of
from exports.style import capital
from exports.writer import Writer, Writes, table


def nominated(writer: Writer, placed: Placed, event: Nominated) -> list[AnyBlock]:
    """CH-04, in the Council's words CN-05; CN-05.applied of one who applies to be co-opted, whom nobody proposed."""
    coopted = is_of_a_coopted_member(event.post)
    if coopted and not event.proposer and not event.seconder:
        person = capital(_candidate(writer, event.person, event.post))
        return [writer.prose("CN-05.applied", [placed], person=person, post=_without_lead(event.post))]
    facts = {
        "person": _candidate(writer, event.person, event.post),
        "proposer": writer.mover(event.proposer, placed) if event.proposer else "A Member",
        "seconder": seconder_of(writer, event.seconder, placed),
    }
    return [writer.prose(_key(writer), [placed], **facts, **_to(writer, event.post))]


def ballot_taken(writer: Writer, placed: Placed, event: BallotTaken) -> list[AnyBlock]:
    """The votes of a round, what decided between equals, and who was elected; one name alone, without figures, had no
    ballot."""
    blocks: list[AnyBlock] = []
    text = writer.style.text
    hands, void = event.how == "hands", event.void
    counted = any(count for _, count in event.votes)
    post = "co-option" if is_of_a_coopted_member(event.post) else _to(writer, event.post)["post"]
    before = [p.event for p in writer.before(placed) if isinstance(p.event, BallotTaken)]
    nth = sum(one.post == event.post and one.how == event.how for one in before) + 1
    if len(event.votes) > 1 or event.abstained or counted:
        blocks.append(writer.prose("CH-04.votes", [placed], post=post, round=nth, hands=hands))
        rows = [[capital(_candidate(writer, person, event.post)), str(count)] for person, count in event.votes]
        if event.abstained:
            rows.append([text("VO-13"), str(event.abstained)])
        title = text("CH-04.title", post=post, hands=hands)
        of = {"title": title, "description": text("CH-04.description", post=post)}
        blocks.append(table(("Nominee", "Votes"), rows, **of, **writer.of("CH-04", [placed])))
    if void:
        facts = {"post": post, "round": nth, "hands": hands, "counted": counted, "reason": event.why}
        return [*blocks, writer.prose("CH-04.void", [placed], **facts)]
    if event.declined_by:
        blocks.append(writer.prose("CH-04.declined", [placed], casting=writer.mover(event.declined_by, placed)))
    if event.by_casting or event.by_lot:
        casting = writer.mover(event.by_casting, placed) if event.by_casting else ""
        choice = _candidate(writer, event.elected, event.post) if event.elected else ""
        blocks.append(writer.prose("CH-04.tie", [placed], casting=casting, lot=event.by_lot, choice=choice))
    if event.elected:
        person = _candidate(writer, event.elected, event.post)
        to = _to(writer, event.post)
        blocks.append(writer.prose(f"{_key(writer)}.elected", [placed], person=person, **to))
    return blocks


_LEADS = re.compile(r"^(?:an?|the|to be|for|co-?opt\w*|as)\b\s*", re.IGNORECASE)


def _to(writer: Writer, post: str) -> dict[str, Any]:
    """The post as a sentence has it: at the Council, whether somebody is co-opted to it, and then without its lead; and
    whether it is a body, on which there is a place."""
    coopted = _key(writer) == "CN-05" and is_of_a_coopted_member(post)
    post = _without_lead(post) if coopted else post
    seat = not coopted and is_a_body(post)
    return {"post": post if not seat or _LEADS.match(post) else f"the {post}", "coopted": coopted, "seat": seat}


def _without_lead(post: str) -> str:
    """A post as a sentence has it that says for what: "Councillor" of "co-opted as a Councillor"."""
    while _LEADS.match(post):
        post = _LEADS.sub("", post)
    return post


_BODIES = re.compile(
    r"(?:assembly|association|authority|board|charity|co-?operative|commission|committee|company|consortium|council|"
    r"federation|forum|foundation|group|network|panel|partnership|school|service|society|sub-?committee|trust|union)s?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|on|to|for|at|with|from)\s+|\s*[,(]", re.IGNORECASE)


def is_a_body(post: str) -> bool:
    """Whether what somebody is elected to is a body, on which there is a place, and no post: "the Arts Trust", but not
    "Chair of the Arts Trust"."""
    return bool(_BODIES.search(_OF.split(post.strip(), maxsplit=1)[0]))


def _candidate(writer: Writer, person: str, post: str) -> str:
    """Someone who stands for a post; who is to be co-opted is no councillor yet."""
    who = writer.person(person)
    known = writer.meeting.people.get(person)
    own = f"{known.honorific} {known.told}".strip() if known else ""
    return own if known and is_of_a_coopted_member(post) and who.is_councillor else who.formal


def _key(writer: Writer) -> str:
    return "CN-05" if writer.body.kind == "council" else "CH-04"


WRITES: Writes = {
    Nominated: nominated,
    BallotTaken: ballot_taken,
}
