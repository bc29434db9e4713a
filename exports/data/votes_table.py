"""The votes as a table: a row for each question that was voted on, and one for each vote recorded by name."""

from collections.abc import Iterator

from clerk.meeting.parts import Question, Vote
from clerk.meeting.state import Meeting
from clerk.texts import Text, numbers
from clerk.times import say_time
from exports.amendments import amendment_words
from exports.data.questions import direction_of, recorded_names
from exports.data.shown import Shown
from exports.data.tables import csv_of
from exports.fitting import moved
from exports.short_motions import whole_motion
from exports.style import Style
from exports.writer import Writer

HEADER = (
    "Meeting", "Body", "Date", "Vote", "Item", "Title", "Kind", "Question", "Moved by", "Time", "Method", "Direction",
    "Record", "For", "Against", "Abstained", "Casting vote", "Unanimous", "Result",
    "Member", "Member’s vote",
)  # fmt: skip


def votes_csv(meeting: Meeting, style: Style, exempt: bool = False) -> str:
    """The votes as CSV, in the order in which they were taken. A recounted vote is left out.

    Of two questions that were put against each other each has its row, with the figures turned round, and one vote.
    `Record` is "vote" where the row is of the whole and "name" where it is of one member; the item's number is the
    agenda's own; the question is in its own words, an amendment's in what it would change.
    """
    shown = Shown(meeting, style, exempt)
    taken = (vote for vote in shown.meeting.votes.values() if not vote.superseded and shown.vote(vote))
    return csv_of(HEADER, (row for vote in taken for row in _rows(shown, vote)))


def meeting_id(meeting: Meeting) -> str:
    """What a file calls the meeting: its id in the system that its agenda came from, else its day and body."""
    setup = meeting.setup
    if setup is None:
        return ""
    return setup.reference or f"{setup.date.isoformat()} {setup.short or setup.body}"


def _rows(shown: Shown, vote: Vote) -> Iterator[list[str]]:
    for place, label in enumerate(vote.both):
        question = shown.meeting.questions.get(label)
        if question is None:
            continue
        about = _about(shown, vote, label, question, place)
        # Whoever voted against the one of two that were put against each other voted for the other.
        turned = label == vote.facing
        counts = (vote.against, vote.votes_for) if turned else (vote.votes_for, vote.against)
        figures = ["" if n is None else str(n) for n in (*counts, vote.abstained)]
        all_for = not turned and vote.unanimous
        ended = [_casting(shown.writer, vote, turned), "yes" if all_for else "no", vote.state_of(label)]
        yield [*about, "vote", *figures, *ended, "", ""]
        for one in recorded_names(shown, vote):
            how = _TURNED.get(one.vote, one.vote) if turned else one.vote
            name = shown.writer.known(one.person).formal
            yield [*about, "name", "", "", "", "", "", vote.state_of(label), name, how]


_TURNED = {"for": "against", "against": "for"}


def _about(shown: Shown, vote: Vote, label: str, question: Question, place: int) -> list[str]:
    setup = shown.meeting.setup
    item = shown.writer.item(question.item)
    put = shown.puts.get(vote.put)
    texts = (*put.texts, put.facing_text) if put else ()
    text = texts[place] if place < len(texts) else ()
    at = shown.placed[vote.event].event.at if vote.event in shown.placed else None
    return [
        meeting_id(shown.meeting),
        setup.body if setup else "",
        setup.date.isoformat() if setup else "",
        vote.id,
        item.number if item else "",
        item.title if item else "",
        question.kind,
        " / ".join(amendment_words(shown.writer, label) or _clauses(shown.writer, text, question.kind)),
        shown.writer.known(question.mover).formal if question.mover else "",
        say_time(at) if at else "",
        vote.method,
        direction_of(shown, vote, question),
    ]


def _clauses(writer: Writer, text: Text, kind: str) -> list[str]:
    """The words of each clause as they are printed, with the letter that it has; its number is its place."""
    printed = numbers(text) if any(clause.mark for clause in text) else {}
    worded = (moved(whole_motion(kind, clause.text), writer.committee, clause is text[-1]) for clause in text)
    return [f"{printed.get(clause.id, '')} {said}".strip() for clause, said in zip(text, worded, strict=True)]


def _casting(writer: Writer, vote: Vote, turned: bool) -> str:
    if vote.casting is None or not vote.is_tied:
        return ""
    how = _TURNED.get(vote.casting[1], vote.casting[1]) if turned else vote.casting[1]
    return f"{writer.known(vote.casting[0]).formal}: {how}"
