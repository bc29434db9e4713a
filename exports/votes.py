"""What the minutes say of questions put to the vote: put, counted, carried or lost (MT-01, MT-08, VO, OU)."""

import re
from typing import Any

from msgspec.structs import replace

from clerk.events import (
    CastingVote,
    DivisionDemanded,
    MinutesApproved,
    MotionMoved,
    Noted,
    OwnVote,
    QuestionPut,
    ReasonsGiven,
    VoteTaken,
)
from clerk.meeting.directions import decided_by, direction_of_vote, is_determined
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.times import say_date
from exports import between, own_votes
from exports.amended import amended
from exports.blocks import AnyBlock, Listing, Prose
from exports.directed import decides_item, deferred, directed, what_decided, words_resolved
from exports.grammar import form_of
from exports.motions import KINDS, PARTED, another_open, named_apart, parts_put, seconder_of, what_was_put, who_moved
from exports.not_voting import not_voting
from exports.outcomes import minutes_sentence
from exports.rare import award
from exports.recounts import counted_before, counted_later
from exports.resolutions import in_one, made_of_parts, told_at_the_end, whole
from exports.style import capital, listed
from exports.tallies import direction_label, tally
from exports.writer import Writer, Writes


def question_put(writer: Writer, placed: Placed, event: QuestionPut) -> list[AnyBlock]:
    """MT-01, MT-08, MT-15 or CA-02 with the text that was put; motions and amendments have theirs where they were
    moved."""
    put = _put_here(writer, put_of(writer, placed.id), placed)
    if put is None or not (questions := writer.questions(put.questions)):
        return []
    if not event.lead and all(told_at_the_end(writer, question) for question in questions):
        return []
    if not event.lead and _agreed_apart(writer, put, questions[0]):
        return []
    if put.facing:
        # How many were for each says what was put.
        kind = KINDS[questions[0].kind]
        return [writer.prose("MT-12.put", [placed], lead=event.lead, kind=kind)] if event.lead else []
    recommended = [q for q in questions if q.kind == "recommendations"]
    amended = [q for q in questions if q.kind in KINDS and q.kind not in _TOLD and q.parent is None and put.amended]
    if put.clauses and questions[0].kind == "motion" and not recommended:
        below = not _reprinted(writer, put, questions[0])
        said = writer.prose("MT-15", [placed], lead=event.lead, parts=parts_put(put, questions[0]), below=below)
        return [said, writer.clauses(put.texts[0], "MT-15", [placed], put.printed)] if below else [said]
    if not recommended and not amended:
        apart = event.lead or _after_amendments(writer, questions, placed)
        return [writer.prose("MT-12.put", [placed], lead=event.lead, kind=KINDS[questions[0].kind])] if apart else []
    key = "MT-08" if put.amended else "MT-01"
    again = recommended or in_one(writer, questions[0])
    below = not (again and _reprinted(writer, put, questions[0]))
    sentence = _put_sentence(writer, placed, event, put, recommended, below)
    if not below:
        return [sentence]
    own = put.printed if put.clauses else None
    texts = zip(questions, put.texts, strict=False)
    # A motion that is put beside recommendations has its text where it was moved.
    told = ("amendment", "motion") if recommended and not put.amended else ("amendment",)
    shown = [text for question, text in texts if text and question.kind not in told]
    return [sentence, *(writer.clauses(text, key, [placed], own) for text in shown)]


def _agreed_apart(writer: Writer, put: Put, question: Question) -> bool:
    """Whether some recommendations of an executive were agreed without a vote: the decision alone is told, and no
    voting."""
    vote = writer.meeting.votes.get(put.vote)
    agreed = vote is not None and vote.method == "assent" and not put.mover
    return agreed and bool(put.clauses) and writer.body.kind == "cabinet" and question.kind == "recommendations"


def _after_amendments(writer: Writer, questions: list[Question], placed: Placed) -> bool:
    """Whether votes on amendments to a motion stand between its words and the vote on it, which is then said to be on
    the motion."""
    before = {p.id for p in writer.before(placed)}
    voted = [writer.meeting.votes[q.vote] for q in writer.meeting.questions.values() if q.vote in writer.meeting.votes]
    earlier = {label for vote in voted if vote.event in before for label in vote.questions}
    asked = [q for q in questions if q.kind == "motion"]
    of = (q for q in writer.meeting.questions.values() if q.id in earlier and q.parent)
    return bool(asked) and any(q.parent in {one.id for one in asked} for q in of)


_TOLD = ("recommendations", "minutes", "members' item", "award", "adoption")
"""Kinds whose text is not printed again as amended."""


def _put_sentence(
    writer: Writer, placed: Placed, event: QuestionPut, put: Put, recommended: list[Question], below: bool
) -> Prose:
    whole = put_of(writer, placed.id) or put
    known = zip(writer.questions(whole.questions), whole.texts, strict=False)
    beside = [one for one in writer.questions(put.questions) if recommended and one.kind == "motion"]
    told = ("amendment", "motion") if beside else ("amendment",)
    count = sum(len(text) for question, text in known if question.kind not in told)
    facts: dict[str, Any] = {"lead": event.lead, "clauses": count, "below": below}
    facts["also"] = listed(named_apart(writer, question, placed) for question in beside)
    moved = who_moved(writer, placed, event) if recommended else {}
    if writer.body.kind == "cabinet" and recommended and not put.clauses:
        return writer.prose("MT-01.moved" if moved else "CA-02", [placed], items="", officer=False, **moved, **facts)
    if put.clauses and recommended:
        facts["parts"] = parts_put(put, recommended[0])
        return writer.prose("MT-15.moved" if moved else "MT-15", [placed], **moved, **facts)
    if put.amended:
        return writer.prose("MT-08.moved" if moved else "MT-08", [placed], motion=not recommended, **moved, **facts)
    known_all = (q for q in writer.questions(event.questions) if q.kind == "recommendations")
    items = list(dict.fromkeys(q.item for q in known_all if q.item))
    # What comes to the Council was made a committee's own, whoever wrote it.
    facts |= {"items": writer.item_numbers(items) if len(items) > 1 else "", "officer": writer.body.kind != "council"}
    return writer.prose("MT-01.moved" if moved else "MT-01", [placed], **moved, **facts)


def _reprinted(writer: Writer, put: Put, question: Question) -> bool:
    """Whether the text stands under RESOLVED, not under what was put (OU-02, CA-02)."""
    vote = writer.meeting.votes.get(put.vote)
    if vote is not None and in_one(writer, question):
        return vote.state in ("carried", "lost")
    if vote is None or not vote.carried or question.kind != "recommendations" or put.clauses:
        return False
    return writer.body.kind == "cabinet" or writer.setting("resolution") == "clauses"


def put_of(writer: Writer, event: str) -> Put | None:
    """What was put by an event."""
    return next((put for put in writer.meeting.puts if put.event == event), None)


def vote_taken(writer: Writer, placed: Placed, event: VoteTaken) -> list[AnyBlock]:
    """The numbers or names, and the result unless a tie waits for the casting vote. A count that was put right by a
    recount is told in a sentence alone (V20). Of a vote on several items, what it made of the item in hand."""
    vote = writer.meeting.votes.get(event.vote)
    if vote is None or vote.event != placed.id or vote.superseded:
        return []
    put = _put_here(writer, writer.meeting.put_of(vote), placed)
    if put is None or not (questions := writer.questions(put.questions)):
        return []
    label = direction_label(writer.meeting, vote, questions[-1])
    # A Council defers as it decides all else, by a motion that has just been said.
    to_defer = _typed_as_deferral(writer, questions[0]) and writer.body.kind != "council"
    direction = label or ("motion to defer" if to_defer else "")
    blocks = [*counted_before(writer, vote, placed), *tally(writer, vote, put, questions[0], placed, event, direction)]
    blocks += not_voting(writer, vote, event, placed, put)
    known = [*own_votes.of_earlier_counts(writer, vote), *counted_later(writer, vote, placed)]
    return blocks if vote.is_tied else [*blocks, *results(writer, vote, put, placed), *known]


def _typed_as_deferral(writer: Writer, question: Question) -> bool:
    moved = (p.event for p in writer.meeting.events if p.id == question.event)
    return any(isinstance(event, MotionMoved) and event.kind == "deferral" for event in moved)


def _put_here(writer: Writer, put: Put | None, placed: Placed) -> Put | None:
    """What was put, as far as it is of the item under which it is printed: one vote may cover several."""
    if put is None:
        return None
    known = writer.questions(put.questions)
    own = [place for place, question in enumerate(known) if question.item == placed.event.item]
    if not own or len(own) == len(known):
        return put
    labels = tuple(known[place].id for place in own)
    texts = tuple(put.texts[place] for place in own if place < len(put.texts))
    amended = put.amended and any(known[place].merged for place in own)
    return replace(put, questions=labels, texts=texts, amended=amended)


def results(writer: Writer, vote: Vote, put: Put, placed: Placed) -> list[AnyBlock]:
    """How what was put ended, a sentence for the amendments among it and one for the question itself."""
    if vote.facing:
        return between.result(writer, vote, put, placed)
    questions = writer.questions(put.questions)
    amendments = [question for question in questions if question.kind == "amendment"]
    others = [question for question in questions if question.kind != "amendment"]
    blocks: list[AnyBlock] = []
    if amendments:
        blocks += amended(writer, vote, amendments, placed)
    for question in others:
        place = questions.index(question)
        own = replace(put, texts=put.texts[place : place + 1])
        said = result(writer, vote, own, question, placed)
        if vote.method == "declared" and vote.carried and said[0].construct not in _SAYS_DECLARED:
            what = what_was_put(own, question)
            blocks.append(writer.prose("VO-05.declared", [placed], what=what, count=2 if what.endswith("s") else 1))
        blocks += said
    return blocks


_SAYS_DECLARED = frozenset({"OU-01", "OU-05", "MB-02", "MT-08", "MT-15", "CN-06"})
"""Constructs whose own sentence says that something was declared carried."""


_BE = re.compile(r"(?:the|an?|all|any|this|these|those|officers?|members?|councillors?)\b.*\bbe\b", re.IGNORECASE)
"""A clause that says what is to be, and names nothing that a committee does."""


def result(writer: Writer, vote: Vote, put: Put, question: Question, placed: Placed) -> list[AnyBlock]:
    """How a question ended, in the words of its kind."""
    clauses = [clause.text for text in put.texts for clause in text]
    that = all(clause.lower().startswith("that ") for clause in clauses)
    declared = vote.method == "declared"
    facts: dict[str, Any] = {"unanimous": vote.unanimous, "clauses": len(clauses), "that": that, "declared": declared}
    # “The fees be approved” is nothing that the Committee does.
    facts["wish"] = not that and any(form_of(clause, "deed") == "wish" or _BE.match(clause) for clause in clauses)
    item = writer.item(question.item)
    kind = item.kind if item else ""
    if question.kind in _RAISED:
        return _raised(writer, vote, question, placed, facts)
    if question.kind == "order":
        return [writer.prose(f"OR-02.{'carried' if vote.carried else 'lost'}", [placed], **facts)]
    if question.kind == "deferral" and vote.carried:
        return [deferred(writer, put, placed, facts)]
    if in_one(writer, question):
        seconder = seconder_of(writer, put.seconder if put.mover else question.seconder, placed)
        return whole(writer, vote, put, question, placed, seconder)
    own = kind == "members' items" and question.kind in ("recommendations", "motion")
    if not vote.carried and own and not _item_agreed(writer, question.item):
        return [writer.prose("MB-03", [placed])]
    if _agreed_apart(writer, put, question) and vote.carried:
        listing = [writer.clauses(text, "CA-02", [placed], put.printed) for text in put.texts if text]
        return [writer.prose("CA-02.decision", [placed], **facts), *listing]
    if put.clauses and question.kind in PARTED:
        parts = parts_put(put, question)
        more = {"parts": parts, "count": len(put.clauses), **facts}
        said = writer.prose(f"MT-15.{'carried' if vote.carried else 'lost'}", [placed], **more)
        return [said, *made_of_parts(writer, vote, put, question, placed)]
    if made := decided_by(writer.meeting, vote, question):
        plain = kind == "application" and writer.body.kind != "cabinet"
        if vote.carried and (question.kind == "motion" or made == "refusal" or plain):
            return [directed(writer, made, put, question, placed, facts)]
        if not vote.carried:
            opposite: dict[str, Any] = {"what": "refusal" if made == "approval" else "approval", "made": made}
            opposite["decided"] = what_decided(writer, put, question, made) or "this"
            return [writer.prose("VO-15.opposite", [placed], **opposite, **facts)]
    panel = writer.meeting.profile.body_kind == "licensing" and question.kind == "motion"
    if panel and vote.carried and is_determined(writer.meeting, item) and words_resolved(put):
        # What a panel made of a licence is its decision: revoked, suspended, with other conditions.
        return [writer.prose("OU-04.words", [placed], words=words_resolved(put), what="", **facts)]
    if question.kind != "recommendations":
        end = "lost" if not vote.carried else "resolved" if decides_item(writer, question) else "carried"
        which = named_apart(writer, question, placed) if another_open(writer, question, placed) else ""
        return [writer.prose(f"OU-05.{end}", [placed], which=which, **facts)]
    if not vote.carried:
        return [writer.prose("VO-15", [placed], **facts)]
    return _resolved(writer, vote, put, question, placed, facts)


_RAISED = ("minutes", "members' item", "award", "adoption")


def _raised(writer: Writer, vote: Vote, question: Question, placed: Placed, facts: dict[str, Any]) -> list[AnyBlock]:
    """How minutes, a Member's Item, an award or an adoption ended that was put to the vote."""
    source = next((p for p in writer.meeting.events if p.id == question.event), None)
    event = source.event if source else None
    if isinstance(event, MinutesApproved):
        if vote.carried:
            return minutes_sentence(writer, placed, event, vote.method, vote.unanimous)
        return [writer.prose("MI-01.lost", [placed], dates=[say_date(day) for day in event.dates])]
    if isinstance(event, Noted) and event.construct == "MB-07" and vote.carried:
        return award(writer, placed, event)
    if question.kind == "members' item" and not vote.carried:
        return [writer.prose("MB-03", [placed])]
    keys = {"members' item": "MB-02.result", "award": "MB-07.result", "adoption": "CN-06.result"}
    told = event.facts if isinstance(event, Noted) else {}
    sponsors = event.named("by") if isinstance(event, Noted) and question.kind == "award" else ()
    by = listed(writer.formal(sponsors))
    more = {"carried": vote.carried, "amended": bool(question.merged), "title": str(told.get("title", ""))}
    alone = isinstance(event, Noted) and re.match(
        r"(?:the |a )?(?:\S+ ){0,3}?recommendation\b", event.text, re.IGNORECASE
    )
    more |= {"amount": told.get("amount", 0), "by": by, "many": 1 if alone else 2}
    return [writer.prose(keys[question.kind], [placed], **more, **facts)]


def _item_agreed(writer: Writer, item: str | None) -> bool:
    """Whether a Member's Item was agreed, whatever became of a motion that arose from it."""
    for placed in writer.meeting.events:
        event = placed.event
        if isinstance(event, Noted) and event.construct == "MB-02" and event.item == item and event.facts.get("agreed"):
            return True
    of = writer.meeting.questions.values()
    return any(q.kind == "members' item" and q.item == item and q.state == "carried" for q in of)


def _resolved(
    writer: Writer, vote: Vote, put: Put, question: Question, placed: Placed, facts: dict[str, Any]
) -> list[AnyBlock]:
    if writer.body.kind == "cabinet":
        return [
            writer.prose("CA-02.decision", [placed], **facts),
            *_clauses(writer, put, "CA-02", placed),
            *([writer.prose("CA-02.options", [placed])] if _says_options(writer, question, placed) else []),
        ]
    unclear = direction_of_vote(writer.meeting, vote, question) == "unclear"
    item = writer.item(question.item)
    if item is not None and item.kind == "application" and not unclear:
        return [directed(writer, "approval", put, question, placed, facts)]
    if _reprinted(writer, put, question):
        return [writer.prose("OU-02", [placed], **facts), *_clauses(writer, put, "OU-02", placed)]
    if put.amended:
        return [writer.prose("MT-08.carried", [placed], **facts)]
    return [writer.prose("VO-05" if vote.method == "assent" or unclear else "OU-01", [placed], **facts)]


def _says_options(writer: Writer, question: Question, placed: Placed) -> bool:
    """Whether a decision is said to have its reasons in the report: not where they are minuted, nor, but in the style
    whose standing sentence it is, of a private one, whose report nobody can read (N12)."""
    events = (p.event for p in writer.meeting.events)
    given = (e for e in events if isinstance(e, ReasonsGiven) and e.item == question.item)
    key = "CA-02.options.private" if placed.id in writer.meeting.private else "CA-02.options"
    return bool(writer.style.words.get(key)) and not any(event.text.strip() for event in given)


def _clauses(writer: Writer, put: Put, key: str, placed: Placed) -> list[Listing]:
    return [writer.clauses(text, key, [placed]) for text in put.texts if text]


def casting_vote(writer: Writer, placed: Placed, event: CastingVote) -> list[AnyBlock]:
    """VO-06, and the result that waited for it; VO-07 where it was said again otherwise, which gives the result.
    Nothing is printed of a casting vote where there was no tie."""
    vote = writer.meeting.votes.get(event.vote)
    if vote is None or not vote.is_tied or vote.superseded:
        return []
    casts = [p for p in writer.meeting.events if isinstance(p.event, CastingVote) and p.event.vote == event.vote]
    put = _put_here(writer, writer.meeting.put_of(vote), placed)
    questions = writer.questions(put.questions) if put else []
    key = "VO-07" if placed.id != casts[0].id else "VO-06.declined" if event.direction == "declined" else "VO-06"
    label = direction_label(writer.meeting, vote, questions[-1]) if questions else ""
    of = label or what_was_put(put, questions[0]) if put and questions else ""
    direction: str = event.direction
    if vote.facing and direction != "declined":
        direction, of = "for", between.way(writer, vote, direction).removeprefix("for ")
    said = writer.prose(key, [placed], chair=writer.mover(event.by, placed), direction=direction, of=of)
    if placed.id != casts[-1].id or put is None or not questions:
        return [said]
    return [said, *results(writer, vote, put, placed)]


def division(writer: Writer, placed: Placed, event: DivisionDemanded) -> list[AnyBlock]:
    """VO-08: who called for it; a style may say how many, where so many must, and did."""
    people = [capital(name) for name in writer.formal(event.by)]
    least = writer.meeting.profile.division_min or 0
    enough = least if 1 < least <= len(people) and not event.supporters else 0
    # A division is a council's, or of a body whose rules know one; elsewhere a recorded vote is asked for.
    profile = writer.meeting.profile
    formal = writer.body.kind == "council" or profile.division_min is not None
    facts = {"people": people, "enough": enough, "formal": formal, "called": profile.division_called}
    facts |= {"supporters": event.supporters or 0, "refused": event.refused}
    return [writer.prose("VO-08.called", [placed], **facts)]


WRITES: Writes = {
    QuestionPut: question_put,
    DivisionDemanded: division,
    VoteTaken: vote_taken,
    CastingVote: casting_vote,
    OwnVote: own_votes.own_vote,
}
