"""A vote: the sentence to read out after it, its figures, and who is missing from them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from clerk.meeting.interests import CHOICE
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.rivals import facing
from clerk.saying.names import brief_name, brief_names, capital, clip, listed
from clerk.saying.questions import question_name

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def read_out(meeting: "Meeting", vote: Vote) -> str:
    """The sentence to read out after a vote."""
    put = meeting.put_of(vote)
    if vote.facing:
        return between(meeting, vote)
    name, plural = _what_was_put(meeting, vote, put)
    said = f"{capital(name)} {'are' if plural else 'is'}"
    wanted = f" {vote.majority.name} wants {vote.majority.said}." if vote.majority is not None else ""
    if vote.method == "declared":
        return f"{said} declared {vote.state}."
    if vote.votes_for is None:
        return f"{said} agreed, without a count."
    if all_for(vote):
        return f"{said} carried unanimously, all {vote.votes_for} for.{wanted}"
    if not vote.is_tied:
        return f"{said} {vote.state}: {figures(vote, meeting)}.{wanted}"
    by = brief_name(meeting, vote.casting[0]) if vote.casting else ""
    if vote.casting is None:
        return f"On {name}: {figures(vote, meeting)}: a tie. {who_casts(meeting, vote)}"
    if vote.casting[1] == "declined":
        return f"{said} lost: {figures(vote, meeting)}, and {by} does not use the casting vote."
    return f"{said} {vote.state} on the casting vote of {by}: {figures(vote, meeting)}."


def between(meeting: "Meeting", vote: Vote) -> str:
    """What came of a vote between two questions, as sentences: how many were for each, and which is the decision."""
    counted = figures(vote, meeting)
    if vote.state == "tied":
        return f"{counted}: a tie. {who_casts(meeting, vote)}"
    won, lost = (vote.questions[0], vote.facing) if vote.carried else (vote.facing, vote.questions[0])
    known = meeting.questions
    if known[won].state == "lost":
        return f"{counted}: a tie, and the casting vote is not used: neither is carried."
    named, other, many = called(meeting, won), called(meeting, lost), _many(meeting, won)
    how = f"{'are' if many else 'is'} {'declared ' if vote.method == 'declared' else ''}carried"
    cast = f" on the casting vote of {brief_name(meeting, vote.casting[0])}" if vote.is_tied and vote.casting else ""
    wins = f"{named} {how}{cast}"
    wins = f"{counted}: {wins}" if counted else f"{capital(wins)}"
    if known[won].state != "carried":
        return f"{wins} against {other}, and has still to be put against the next."
    return f"{wins}, and {'are' if many else 'is'} the decision; {other} {'fall' if _many(meeting, lost) else 'falls'}."


def _many(meeting: "Meeting", label: str) -> bool:
    known = meeting.questions
    return known[label].kind == "recommendations" and len(text_of(known, label)) > 1


def called(meeting: "Meeting", label: str) -> str:
    """A question by its kind and its label, as a side of a vote between two: "the amendment A1"."""
    question = meeting.questions.get(label)
    if question is None:
        return label
    kind = {"amendment": "amendment", "recommendations": "recommendation"}.get(question.kind, "motion")
    return f"the {kind}{'s' if _many(meeting, label) else ''} {label}"


def sides_of(meeting: "Meeting", vote: Vote) -> tuple[str, str]:
    """What a vote for and a vote against are called: "for the amendment A1" and "for the motion m1" where those were
    put against each other."""
    if not vote.facing:
        return "for", "against"
    return f"for {called(meeting, vote.questions[0])}", f"for {called(meeting, vote.facing)}"


def coming_sides(meeting: "Meeting", question: Question | None) -> tuple[str, str]:
    """As `sides_of`, of the vote that would be taken next on a question."""
    against = coming_against(meeting, question)
    if question is None or not against:
        return "for", "against"
    return f"for {called(meeting, question.id)}", f"for {called(meeting, against)}"


def coming_against(meeting: "Meeting", question: Question | None) -> str:
    """The label of what a question is put against, or would be next; "" where it is put by itself."""
    if question is None or not question.is_open:
        return ""
    put = next((p for p in reversed(meeting.puts) if not p.vote and p.questions == (question.id,)), None)
    return put.facing if put is not None else facing(meeting, question.id)


def put_to_vote(meeting: "Meeting", vote: Vote) -> str:
    """What a vote was on, as its result is labelled: "Amendment A2", "Clause 3 of the recommendations of item 7"."""
    if vote.facing:
        won = vote.questions[0] if vote.carried or vote.state == "tied" else vote.facing
        name = called(meeting, won).removeprefix("the ")
        return capital(name)
    name, _ = _what_was_put(meeting, vote, meeting.put_of(vote), _labelled)
    name = name.removeprefix("the ").rstrip(",")
    return capital(name)


def _labelled(meeting: "Meeting", label: str) -> str:
    """A question as it is spoken of, by its label in place of whoever moved it."""
    question = meeting.questions.get(label)
    if question is not None and question.kind == "amendment":
        return f"amendment {label}"
    name, moved, _ = question_name(meeting, label).partition(" moved by ")
    return f"{name} {label}" if moved else name


def voted_on(meeting: "Meeting", vote: Vote) -> str:
    """What a vote is on, in brief: label, clauses, direction and item: "r2 clause 3, Ponds"."""
    put = meeting.put_of(vote)
    label = f"{vote.questions[0]} against {vote.facing}" if vote.facing else listed(list(vote.questions))
    if put is not None and put.clauses:
        which = [put.told[clause] for clause in put.clauses if clause in put.told]
        label += f" clause{'s' if len(which) > 1 else ''} {listed(which)}"
    if vote.direction:
        label += f" ({vote.direction})"
    items = dict.fromkeys(meeting.questions[q].item or "" for q in vote.questions if q in meeting.questions)
    titles = [clip(meeting.items[item].title, 32) for item in items if item in meeting.items]
    return ", ".join([label, *([listed(titles)] if titles else [])])


def chair_of_vote(meeting: "Meeting", vote: Vote) -> str | None:
    """Who presides over a vote, and so has the casting vote on a tie."""
    return vote.presiding or meeting.presiding


def who_casts(meeting: "Meeting", vote: Vote) -> str:
    """Whose casting vote a tie waits for, as a sentence."""
    chair = chair_of_vote(meeting, vote)
    if chair is None:
        return "Whoever is in the chair has a casting vote."
    return f"{brief_name(meeting, chair)}, in the chair, has a casting vote."


def figures(vote: Vote, meeting: "Meeting") -> str:
    """The figures of a vote in words: "6 for, 3 against, 1 abstained"; "" where nobody counted."""
    if vote.votes_for is None:
        return ""
    yes, no = sides_of(meeting, vote)
    parts = [f"{vote.votes_for or 'none'} {yes}", f"{vote.against or 'none'} {no}"]
    return ", ".join([*parts, f"{vote.abstained} abstained"] if vote.abstained else parts)


def outcome_of(vote: "Vote") -> str:
    """How a vote went, in a word or two: "carried", "lost", "a tie"."""
    if vote.facing and vote.state == "lost":
        return f"{vote.facing} carried"
    return "a tie" if vote.state == "tied" else f"{vote.questions[0]} carried" if vote.facing else vote.state


def all_for(vote: "Vote") -> bool:
    """Whether every member entitled voted for, and nobody else is in the figures."""
    return vote.unanimous and not vote.against and not vote.abstained


def _what_was_put(
    meeting: "Meeting", vote: Vote, put: Put | None, named: "Callable[[Meeting, str], str]" = question_name
) -> tuple[str, bool]:
    """What a vote was on, in words, and whether that is plural."""
    names = [named(meeting, label) for label in vote.questions]
    plural = len(names) > 1 or any(name.startswith(("the recommendations", "the minutes")) for name in names)
    name = listed(names)
    if put is not None and put.clauses and len(vote.questions) == 1:
        which = [put.told[clause] for clause in put.clauses if clause in put.told]
        plural = len(which) > 1
        name = f"clause{'s' if plural else ''} {listed(which)} of {name}" if which else name
    if put is not None and put.amended:
        name += ", as amended,"
    return name, plural


def names_in(meeting: "Meeting", vote: Vote) -> str:
    """Who voted how, where names were taken: all but those who voted with most; "" where there is nobody to name."""
    yes, no = sides_of(meeting, vote)
    sides = {yes: vote.for_names, no: vote.against_names}
    most = max(sides, key=lambda side: len(sides[side]))
    named = {**{side: names for side, names in sides.items() if side != most}, "abstained": vote.abstained_names}
    named["not voting"] = vote.not_voting
    return "; ".join(f"{side}: {brief_names(meeting, names)}" for side, names in named.items() if names)


def not_adding_up(meeting: "Meeting", vote: Vote) -> str:
    """What is amiss with a vote's figures or names, in sentences; "" where they agree with the room."""
    wrong = unaccounted_line(meeting, vote)
    return barred_line(meeting, vote) or (f"{wrong}." if wrong else "")


def barred_line(meeting: "Meeting", vote: Vote) -> str:
    """Who is named in a vote without being entitled to it, and why, in sentences; "" where nobody is."""
    return " ".join(
        f"{brief_name(meeting, person)} may not vote: {_why_barred(vote, person)}." for person in barred_from(vote)
    )


def barred_from(vote: Vote) -> list[str]:
    """Who is named in a vote without being entitled to it."""
    named = (*vote.for_names, *vote.against_names, *vote.abstained_names, *vote.not_voting)
    bars = dict(vote.bars)
    # Who chose not to vote stands among those not voting, and is barred from nothing.
    chose = {person for person in vote.not_voting if bars.get(person) == CHOICE}
    return [person for person in named if person not in vote.entitled and person not in chose]


def _why_barred(vote: Vote, person: str) -> str:
    return dict(vote.barred).get(person, "") or "not a member of this body"


def unaccounted_line(meeting: "Meeting", vote: Vote) -> str:
    """Who is missing from a vote's figures, or what is too many in them; "" where they agree with the room."""
    missing, entitled = vote.unaccounted, len(vote.entitled)
    if vote.votes_for is None or not missing:
        return ""
    if missing < 0:
        counted = [
            vote.votes_for,
            vote.against or 0,
            vote.abstained or 0,
        ]
        # Who is named as not voting is counted where that member might have voted, and on neither side else.
        if idle := len(set(vote.not_voting) & set(vote.entitled)):
            counted.append(idle)
        return f"{' + '.join(map(str, counted))} = {sum(counted)}, but {entitled} may vote"
    maybe = _unaccounted_maybe(vote)
    if len(maybe) == missing:
        return f"{missing} not accounted for: {brief_names(meeting, maybe)}"
    either = f": {brief_names(meeting, maybe, 'or')}" if missing == 1 and len(maybe) <= 3 else ""
    return f"{missing} not accounted for{either}"


def _unaccounted_maybe(vote: Vote) -> list[str]:
    spoken_for = {
        *vote.for_names,
        *vote.against_names,
        *vote.abstained_names,
        *vote.not_voting,
        *(member for member, _ in vote.own_votes),
    }
    return [person for person in vote.entitled if person not in spoken_for]
