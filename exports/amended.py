"""What a vote made of amendments (MT-02, MT-03), and which fell with them (MT-10)."""

from clerk.meeting.parts import Question, Vote
from clerk.meeting.record import Placed
from exports.amendments import merged_by
from exports.blocks import AnyBlock
from exports.motions import another_open, fallen_with, named_apart
from exports.writer import Writer


def amended(writer: Writer, vote: Vote, amendments: list[Question], placed: Placed) -> list[AnyBlock]:
    """A sentence for the amendments that a vote was on, and what fell with those that were lost."""
    which = [named_apart(writer, question, placed) for question in amendments]
    if len(amendments) == 1 and not another_open(writer, amendments[0], placed):
        which = []
    altered = any(set(merged_by(writer, question, placed)) - set(vote.questions) for question in amendments)
    facts = {"which": which, "declared": vote.method == "declared", "altered": altered}
    unanimous = [writer.prose("VO-01", [placed])] if vote.unanimous else []
    said = writer.prose("MT-02.carried" if vote.carried else "MT-03", [placed], **facts)
    return [*unanimous, said, *fallen_with(writer, [one.id for one in amendments], placed)]
