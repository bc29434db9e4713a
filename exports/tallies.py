"""The figures and names of a vote, as a table or in lines (VO-02 to VO-04, VO-08, VO-09, VO-13, VO-14)."""

from collections.abc import Iterable, Mapping, Sequence

from clerk.events import VoteTaken
from clerk.meeting.attendance import acting_at, left_council, suspended
from clerk.meeting.budget import named_by_law
from clerk.meeting.directions import direction_of_vote
from clerk.meeting.leaving import left_for
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from exports.between import counted, title_of
from exports.between import sides as sides_of_two
from exports.blocks import AnyBlock, ListEntry, Listing, Prose, Span
from exports.motions import what_was_put
from exports.style import SETTINGS
from exports.writer import Writer, table


def tally(
    writer: Writer, vote: Vote, put: Put, question: Question, placed: Placed, event: VoteTaken, direction: str
) -> list[AnyBlock]:
    """The sentence that leads to the figures, the figures, and what majority an enactment wanted; that alone for a vote
    that nobody counted."""
    if vote.votes_for is None or (vote.method == "unanimous" and not vote.secret):
        return [*majority(writer, vote, placed)]
    return [*_figures(writer, vote, put, question, placed, event, direction), *majority(writer, vote, placed)]


def direction_label(meeting: Meeting, vote: Vote, question: Question) -> str:
    """What stands in brackets after "For" (VO-04): as it was said, else the refusal that the words are of."""
    read = direction_of_vote(meeting, vote, question)
    return vote.direction or ("refusal" if read == "refusal" else "")


def majority(writer: Writer, vote: Vote, placed: Placed) -> list[Prose]:
    """VO-02: a majority that is not more for than against is printed with the enactment that wants it (V25)."""
    wanted = vote.majority
    if wanted is None:
        return []
    facts = {"share": wanted.share, "of": wanted.of, "enactment": wanted.enactment, "reached": vote.carried}
    return [writer.prose("VO-02.majority", [placed], **facts)]


def _figures(
    writer: Writer, vote: Vote, put: Put, question: Question, placed: Placed, event: VoteTaken, direction: str
) -> list[AnyBlock]:
    of = f"{title_of(writer, vote)}{_under(writer, question)}" if vote.facing else described(writer, put, question)
    if vote.facing and not (vote.method == "named" and event.statutory):
        named = vote.method == "named"
        more = [] if named else [f"{label} {count}" for label, count in _of_the_rest(writer, vote)]
        said = counted(writer, vote, placed, more, named=named)
        return [said, *([_by_name(writer, vote, placed, of, "VO-08")] if named else [])]
    if vote.method == "named":
        # However it was typed, the law wants the names of it or does not.
        by_law = event.statutory or named_by_law(writer.meeting, question.item, vote.questions)
        key = "VO-09" if by_law else "VO-08"
        return [writer.prose(key, [placed]), _by_name(writer, vote, placed, of, key)]
    lead = writer.prose("VO-02.secret" if vote.secret else "VO-02", [placed])
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
    return [*sides, *_of_the_rest(writer, vote)]


def _of_the_rest(writer: Writer, vote: Vote) -> list[tuple[str, int]]:
    """Where the absent are counted, how many did not vote, could not, and were absent."""
    text, sides = writer.style.text, list[tuple[str, int]]()
    if counts_absent(writer):
        if vote.not_voting:
            sides.append((text("VO-14.not"), len(vote.not_voting)))
        if unable := _unable(writer, vote):
            sides.append((text("VO-14.unable"), len(unable)))
        sides.append((text("VO-14"), len(absent(writer, vote))))
    return sides


def counts_absent(writer: Writer) -> bool:
    """Whether a vote shows who was absent: at full Council, unless the style says otherwise (VO-14)."""
    setting = writer.setting("absent_column")
    return setting == "always" or (setting == "council" and writer.body.kind == "council")


def absent(writer: Writer, vote: Vote) -> list[str]:
    """Members of the body who were not there for a vote: neither whoever has left it, nor whose seat a substitute
    held, nor who was out for an interest and so unable to vote."""
    out = out_for_interest(writer, vote)
    return [person for person in _not_there(writer, vote) if person not in out]


def out_for_interest(writer: Writer, vote: Vote) -> tuple[str, ...]:
    """Members who were not there for a vote because they had gone out for an interest."""
    meeting = writer.meeting
    at = {placed.id: place for place, placed in enumerate(meeting.events)}
    now = at.get(vote.event, len(at))
    item = meeting.events[now].event.item if now < len(at) else None
    declared = {(one.member, id_) for one in meeting.declarations for id_ in one.items}
    left = left_for(meeting) & declared
    found = []
    for person in _not_there(writer, vote):
        before = [stay for stay in meeting.stays.get(person, ()) if at.get(stay.came, 0) < now]
        if before and before[-1].left and (before[-1].interest or (person, item) in left):
            found.append(person)
    return tuple(found)


def _not_there(writer: Writer, vote: Vote) -> list[str]:
    meeting = writer.meeting
    there = {*vote.entitled, *vote.not_voting, *(person for person, _ in vote.unable)}
    away = {person for person, rule in vote.bars if rule == "V19"} - there
    away |= suspended(meeting) & {seat.holder for seat in meeting.seats.values() if seat.holder}
    return _in_roll_order(writer, away - left_council(meeting), vote)


def _unable(writer: Writer, vote: Vote) -> tuple[str, ...]:
    """Members with a seat who were in the room and might not vote, as far as the vote does not name them; where the
    absent are counted, also those who were out for an interest."""
    named = {*vote.for_names, *vote.against_names, *vote.abstained_names, *vote.not_voting}
    known = writer.meeting.people
    there = tuple(p for p, _ in vote.unable if p not in named and (p not in known or known[p].voting))
    return (*there, *out_for_interest(writer, vote)) if counts_absent(writer) else there


def _by_name(writer: Writer, vote: Vote, placed: Placed, of: str, key: str) -> AnyBlock:
    """How each member voted, in the order of the roll, and the figures that this comes to."""
    text = writer.style.text
    sides = _names_by_side(writer, vote)
    how = {person: side for side, people in sides.items() for person in people}
    people = _in_roll_order(writer, how, vote)
    member = text("DE-03.member", councillors=all(writer.person(person).is_councillor for person in people))
    if _in_lines(writer, people):
        return _lines_of_names(writer, sides, vote, placed, key)
    layout = _in_columns if counts_absent(writer) else _in_one_column
    header, rows, total = layout(writer, people, how, {side: len(names) for side, names in sides.items()})
    title, description = text("VO-08.title", of=of), text("VO-08.description", of=of)
    rows = [*rows, (text("VO-08.total"), *total)]
    return table((member, *header), rows, title, description, total=True, **writer.of(key, [placed]))


_MOST_ROWS = 26
"""More names than these do not stand in a table on one page."""


def _in_lines(writer: Writer, people: Sequence[str]) -> bool:
    """Whether a division is printed as a line for each side, with its names: where so many voted that a table would
    not stand on one page, unless the style says otherwise."""
    how = writer.setting("division")
    return how == "names" or (how == "by size" and len(people) > _MOST_ROWS)


def _lines_of_names(
    writer: Writer, sides: Mapping[str, Sequence[str]], vote: Vote, placed: Placed, key: str
) -> Listing:
    """A line for each side: "For (31): Ada Birch, Cy Elm"."""
    entries = []
    for side, people in sides.items():
        names = [_short(writer, person) for person in _in_roll_order(writer, people, vote)]
        said = writer.style.text("VO-08.side", side=side, count=len(names), names=names)
        entries.append(ListEntry((Span(said),), "plain"))
    return Listing(entries=tuple(entries), **writer.of(key, [placed]))


def _names_by_side(writer: Writer, vote: Vote) -> dict[str, tuple[str, ...]]:
    text = writer.style.text
    yes, no = sides_of_two(writer, vote)
    sides = {
        yes: vote.for_names,
        no: vote.against_names,
        text("VO-13"): vote.abstained_names,
    }
    if not (vote.abstained_names or writer.setting("nil_abstentions")):
        del sides[text("VO-13")]
    if vote.not_voting:
        sides[text("VO-14.not")] = vote.not_voting
    if unable := _unable(writer, vote):
        sides[text("VO-14.unable")] = unable
    if counts_absent(writer):
        sides[text("VO-14")] = tuple(absent(writer, vote))
    return sides


def _in_roll_order(writer: Writer, people: Iterable[str], vote: Vote) -> list[str]:
    """People in the order of the seats in which they acted at a vote."""
    roll = [person for _, person in acting_at(writer.meeting, vote.event)]
    roll += [seat.holder for seat in writer.meeting.seats.values() if seat.holder and seat.holder not in roll]
    return sorted(people, key=lambda person: roll.index(person) if person in roll else len(roll))


_Layout = tuple[Sequence[str], list[Sequence[str]], Sequence[str]]
"""The header but for the member's column, the rows, and the last row but for what leads it."""


def _in_one_column(writer: Writer, people: Sequence[str], how: Mapping[str, str], count: Mapping[str, int]) -> _Layout:
    rows: list[Sequence[str]] = [(writer.person(person).formal, how[person]) for person in people]
    figures = [f"{side} {number}" for side, number in count.items() if number]
    return (writer.style.text("VO-08.vote"),), rows, (", ".join(figures),)


def _in_columns(writer: Writer, people: Sequence[str], how: Mapping[str, str], count: Mapping[str, int]) -> _Layout:
    # The word, not a tick: it is read out by a screen reader, and survives another font.
    rows: list[Sequence[str]] = [
        (_short(writer, person), *(side if how[person] == side else "" for side in count)) for person in people
    ]
    return tuple(count), rows, [str(number) for number in count.values()]


def _short(writer: Writer, person: str) -> str:
    """A name as it stands among others': without "Councillor", with what else is said before it."""
    who = writer.person(person)
    word, _, rest = who.style.partition(" ")
    return f"{rest} {who.told}".strip() if word in SETTINGS["councillors"] else who.formal


def described(writer: Writer, put: Put, question: Question) -> str:
    """What was put as a table's description names it: "the recommendations under item 8"."""
    return what_was_put(put, question) + _under(writer, question)


def _under(writer: Writer, question: Question) -> str:
    number = writer.numbers.get(question.item or "", "")
    return f" under item {number}" if number else ""
