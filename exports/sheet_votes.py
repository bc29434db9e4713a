"""The figures and the names of a vote as the decision sheet has them."""

from clerk.meeting.parts import Vote
from exports.between import sides, way
from exports.style import listed
from exports.tallies import direction_label
from exports.writer import Writer


def figures(writer: Writer, vote: Vote) -> str:
    """The figures of a vote, and of its casting vote, as the sheet has them in brackets; "" where nobody counted."""
    if vote.votes_for is None or vote.method == "unanimous":
        return ""
    question = next(iter(writer.questions(vote.questions)), None)
    direction = direction_label(writer.meeting, vote, question) if question else vote.direction
    yes, no = sides(writer, vote) if vote.facing else ("For", "Against")
    figures = [(yes, vote.votes_for), (no, vote.against or 0), ("Abstained", vote.abstained or 0)]
    said = ", ".join(f"{side} {count}" for side, count in figures)
    casting = ""
    if vote.casting is not None and vote.is_tied:
        person, how = vote.casting
        by, cast = writer.person(person).formal, way(writer, vote, how)
        casting = (
            f"; {by} {'declined to use the casting vote' if how == 'declined' else f'used the casting vote {cast}'}"
        )
    return f"{f'for {direction}: ' if direction else ''}{said}{casting}"


def names_of(writer: Writer, vote: Vote) -> list[str]:
    """Who voted how, a line for each side, where names were taken."""
    if vote.method != "named":
        return []
    text = writer.style.text
    yes, no = sides(writer, vote)
    known = (
        (yes, vote.for_names),
        (no, vote.against_names),
        (text("VO-13"), vote.abstained_names),
        (text("VO-14.not"), vote.not_voting),
    )
    return [f"{side}: {listed(writer.formal(people))}" for side, people in known if people]
