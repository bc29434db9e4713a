"""The figures and names of a vote, as a table or in lines (VO-02 to VO-04, VO-08, VO-09, VO-13, VO-14)."""

from clerk.events import VoteTaken
from clerk.questions import Question, text_of
from clerk.record import Placed
from clerk.votes import Vote
from exports.blocks import AnyBlock, ListEntry, Listing, Span
from exports.motions import kind_of
from exports.writer import Writer, table


def tally(
    writer: Writer, vote: Vote, question: Question, placed: Placed, event: VoteTaken, direction: str
) -> list[AnyBlock]:
    """The sentence that leads to the figures, and the figures; nothing for a vote without any."""
    if vote.method == "assent" or (vote.unanimous and vote.method != "named"):
        return []
    of = described(writer, question)
    if vote.method == "named":
        lead = writer.prose("VO-09" if event.statutory else "VO-08", [placed])
        return [lead, _by_name(writer, vote, placed, of, "VO-09" if event.statutory else "VO-08")]
    lead = writer.prose("VO-02", [placed])
    sides = _sides(writer, vote, direction)
    text = writer.style.text
    if writer.setting("votes") == "lines":
        lines = [text("VO-03", label=label, count=count) for label, count in sides]
        # One entry, so that the figures stand close together.
        entry = ListEntry((Span("\n".join(lines)),), "plain")
        return [lead, Listing(entries=(entry,), **writer.of("VO-03", [placed]))]
    where = writer.of("VO-02", [placed])
    counts = [str(count) for _, count in sides]
    header = [label for label, _ in sides]
    return [lead, table(header, [counts], text("VO-02.title", of=of), text("VO-02.description", of=of), **where)]


def _sides(writer: Writer, vote: Vote, direction: str) -> list[tuple[str, int]]:
    """Each column of a tally with its number."""
    text = writer.style.text
    label = text("VO-02.for")
    if direction:
        label = text("VO-04", label=label, direction=direction)
    sides = [(label, vote.votes_for or 0), (text("VO-02.against"), vote.against or 0)]
    if vote.abstained or writer.setting("nil_abstentions"):
        sides.append((text("VO-13"), vote.abstained or 0))
    if counts_absent(writer):
        if vote.not_voting:
            sides.append((text("VO-14.not"), len(vote.not_voting)))
        sides.append((text("VO-14"), len(absent(writer, vote))))
    return sides


def counts_absent(writer: Writer) -> bool:
    """Whether a vote shows who was absent: at full Council, unless the style says otherwise (VO-14)."""
    setting = writer.setting("absent_column")
    return setting == "always" or (setting == "council" and writer.body.kind == "council")


def absent(writer: Writer, vote: Vote) -> list[str]:
    """Members of the body who could not vote then, and are not said to have been there without voting."""
    there = {*vote.entitled, *vote.not_voting}
    return [seat.holder for seat in writer.meeting.seats.values() if seat.holder and seat.holder not in there]


def _by_name(writer: Writer, vote: Vote, placed: Placed, of: str, key: str) -> AnyBlock:
    text = writer.style.text
    sides = {
        text("VO-02.for"): vote.for_names,
        text("VO-02.against"): vote.against_names,
        text("VO-13"): vote.abstained_names,
        text("VO-14.not"): vote.not_voting,
    }
    if counts_absent(writer):
        sides[text("VO-14")] = tuple(absent(writer, vote))
    how = {person: side for side, people in sides.items() for person in people}
    roll = [person for _, person in writer.meeting.acting]
    roll += [seat.holder for seat in writer.meeting.seats.values() if seat.holder and seat.holder not in roll]
    people = sorted(how, key=lambda person: roll.index(person) if person in roll else len(roll))
    title, description = text("VO-08.title", of=of), text("VO-08.description", of=of)
    member = text("DE-03.member", councillors=all(writer.person(person).is_councillor for person in people))
    where = writer.of(key, [placed])
    if not counts_absent(writer):
        rows = [[writer.person(person).formal, how[person]] for person in people]
        return table((member, "Vote"), rows, title, description, **where)
    columns = [side for side, names in sides.items() if names or side != text("VO-14.not")]
    # The word, not a tick: it is read out by a screen reader, and survives another font.
    rows = [[_short(writer, person), *(side if how[person] == side else "" for side in columns)] for person in people]
    return table((member, *columns), rows, title, description, **where)


def _short(writer: Writer, person: str) -> str:
    who = writer.person(person)
    return who.name if who.style == "Councillor" else who.formal


def described(writer: Writer, question: Question) -> str:
    """A question as a table's description names it: "the recommendations under item 8"."""
    kind = kind_of(question, len(text_of(writer.meeting.questions, question.id)))
    number = writer.numbers.get(question.item or "", "")
    return f"the {kind}" + (f" under item {number}" if number else "")
