"""What the minutes say of an election: who was proposed, each ballot, who was elected (CH-04, CN-05)."""

from clerk.events import BallotTaken, Nominated
from clerk.meeting.record import Placed
from exports.blocks import AnyBlock
from exports.motions import seconder_of
from exports.style import capital
from exports.writer import Writer, Writes, table


def nominated(writer: Writer, placed: Placed, event: Nominated) -> list[AnyBlock]:
    """CH-04, in the Council's words CN-05."""
    facts = {
        "person": writer.person(event.person).formal,
        "proposer": writer.mover(event.proposer, placed) if event.proposer else "A Member",
        "seconder": seconder_of(writer, event.seconder, placed),
        "post": event.post,
    }
    return [writer.prose(_key(writer), [placed], **facts)]


def ballot_taken(writer: Writer, placed: Placed, event: BallotTaken) -> list[AnyBlock]:
    """The votes of a round, what decided between equals, and who was elected; one name alone, without figures, had no
    ballot."""
    blocks: list[AnyBlock] = []
    text = writer.style.text
    if len(event.votes) > 1 or event.abstained or any(count for _, count in event.votes):
        earlier = [p for p in writer.before(placed) if isinstance(p.event, BallotTaken) and p.event.post == event.post]
        blocks.append(writer.prose("CH-04.votes", [placed], post=event.post, round=len(earlier) + 1))
        rows = [[capital(writer.person(person).formal), str(count)] for person, count in event.votes]
        if event.abstained:
            rows.append([text("VO-13"), str(event.abstained)])
        of = {"title": text("CH-04.title", post=event.post), "description": text("CH-04.description", post=event.post)}
        blocks.append(table(("Nominee", "Votes"), rows, **of, **writer.of("CH-04", [placed])))
    if event.declined_by:
        blocks.append(writer.prose("CH-04.declined", [placed], casting=writer.mover(event.declined_by, placed)))
    if event.by_casting or event.by_lot:
        casting = writer.mover(event.by_casting, placed) if event.by_casting else ""
        blocks.append(writer.prose("CH-04.tie", [placed], casting=casting, lot=event.by_lot))
    if event.elected:
        person = writer.person(event.elected).formal
        blocks.append(writer.prose(f"{_key(writer)}.elected", [placed], person=person, post=event.post))
    return blocks


def _key(writer: Writer) -> str:
    return "CN-05" if writer.body.kind == "council" else "CH-04"


WRITES: Writes = {
    Nominated: nominated,
    BallotTaken: ballot_taken,
}
