"""What the minutes say of questions and votes: moved, put, counted, carried or lost (MT, VO, OU-05)."""

from clerk.events import AmendmentMoved, CastingVote, MotionMoved, OwnVote, QuestionDisposed, QuestionPut, VoteTaken
from clerk.questions import Put, Question, text_before
from clerk.record import Placed
from clerk.texts import Add, Delete, Edit, Replace, Text, Words, numbers, read_clauses
from clerk.votes import Vote
from exports.blocks import AnyBlock, ListEntry, Listing, Span
from exports.style import capital
from exports.writer import Writer, below, table

_KINDS = {
    "recommendations": "recommendation",
    "motion": "motion",
    "order": "amendment to the agenda order",
    "procedural": "motion",
    "deferral": "motion to defer",
    "closure": "motion",
    "next business": "motion",
    "adjournment": "motion",
    "suspension": "motion",
    "amendment": "amendment",
}


def motion_moved(writer: Writer, placed: Placed, event: MotionMoved) -> list[AnyBlock]:
    """MT-16 with the text below it; OR-02 and MT-13 in one sentence."""
    facts = {"mover": writer.mover(event.mover, placed), "seconder": _seconder(writer, event.seconder, placed)}
    if event.kind in ("order", "deferral"):
        key = "OR-02" if event.kind == "order" else "MT-13"
        return [writer.prose(key, [placed], text=event.text.rstrip("."), **facts)]
    text = read_clauses(event.text, "c")
    return [writer.prose("MT-16", [placed], **facts), writer.clauses(text, "MT-16", [placed])]


def amendment_moved(writer: Writer, placed: Placed, event: AmendmentMoved) -> list[AnyBlock]:
    """MT-02, with what is to be changed below it."""
    questions = writer.meeting.questions
    target = questions.get(event.to)
    kind = "Recommendations" if target is None or target.kind == "recommendations" else _KINDS[target.kind]
    facts = {
        "mover": writer.mover(event.mover, placed),
        "seconder": _seconder(writer, event.seconder, placed),
        "target": kind,
    }
    before = text_before(questions, event.question) if event.question in questions else ()
    entries = [entry for edit in event.edits for entry in _edit(writer, edit, before)]
    return [
        writer.prose("MT-02", [placed], **facts),
        Listing(entries=tuple(entries), **writer.of("MT-02", [placed])),
    ]


def _seconder(writer: Writer, seconder: str, placed: Placed) -> str:
    if seconder in ("", "duly", "none"):
        return seconder
    if writer.presided(seconder, placed):
        return f"the {writer.chair_label}"
    return writer.person(seconder).formal


def _edit(writer: Writer, edit: Edit, before: Text) -> list[ListEntry]:
    clause = f"recommendation {numbers(before).get(edit.at, '')}".strip() if len(before) > 1 else "the recommendation"
    match edit:
        case Add(text=text):
            return _typed(text)
        case Delete():
            return [ListEntry(writer.style.render("MT-02.delete", clause=clause), "plain")]
        case Replace(text=text):
            return [ListEntry(writer.style.render("MT-02.replace", clause=clause), "plain"), *_typed(text)]
        case Words(old=old, new=new):
            return [ListEntry(writer.style.render("MT-02.words", clause=clause, old=old, new=new), "plain")]


def _typed(text: str) -> list[ListEntry]:
    clauses = read_clauses(text, "c")
    entries: list[ListEntry] = []
    for clause in clauses:
        first, *rest = clause.text.split("\n")
        entries.append(ListEntry((Span(first),), "plain"))
        entries += [below(line, 0) for line in rest]
    return entries


def question_put(writer: Writer, placed: Placed, event: QuestionPut) -> list[AnyBlock]:
    """MT-01 or MT-08 with the text that was put; motions and amendments have theirs where they were moved."""
    put = _put(writer, placed.id)
    questions = writer.questions(event.questions)
    if put is None or not questions:
        return []
    facts = {"lead": event.lead, "chair": writer.chair}
    recommended = [q for q in questions if q.kind == "recommendations"]
    amended = [q for q in questions if q.kind != "recommendations" and q.parent is None and put.amended]
    if not recommended and not amended:
        kind = _KINDS[questions[0].kind]
        return [writer.prose("MT-12", [placed], lead=event.lead, kind=kind)] if event.lead else []
    count = sum(len(text) for text in put.texts)
    if put.amended:
        sentence = writer.prose("MT-08", [placed], clauses=count, motion=not recommended, **facts)
    else:
        items = [q.item for q in recommended if q.item]
        named = writer.item_numbers(items) if len(items) > 1 else ""
        sentence = writer.prose("MT-01", [placed], clauses=count, items=named, **facts)
    key = "MT-08" if put.amended else "MT-01"
    return [sentence, *(writer.clauses(text, key, [placed]) for text in put.texts if text)]


def _put(writer: Writer, event: str) -> Put | None:
    return next((put for put in writer.meeting.puts if put.event == event), None)


def vote_taken(writer: Writer, placed: Placed, event: VoteTaken) -> list[AnyBlock]:
    """The numbers or names, and the result unless a tie waits for the casting vote. A count that was put right by a
    recount is not printed (V20)."""
    vote = writer.meeting.votes.get(event.vote)
    if vote is None or vote.event != placed.id or vote.superseded:
        return []
    put = _put(writer, vote.put)
    questions = writer.questions(vote.questions)
    if put is None or not questions:
        return []
    blocks = _tally(writer, vote, questions[0], placed)
    if vote.not_voting and vote.method != "named":
        names = [capital(name) for name in writer.formal(vote.not_voting)]
        blocks.append(writer.prose("VO-10", [placed], people=names))
    tied = vote.is_tied and vote.method != "assent"
    return blocks if tied else [*blocks, *_result(writer, vote, put, questions[0], placed)]


def _tally(writer: Writer, vote: Vote, question: Question, placed: Placed) -> list[AnyBlock]:
    if vote.method == "assent" or (vote.unanimous and vote.method != "named"):
        return []
    of = _described(writer, question)
    lead = writer.prose("VO-02", [placed])
    key = "VO-08" if vote.method == "named" else "VO-02"
    title, description = writer.style.text(f"{key}.title", of=of), writer.style.text(f"{key}.description", of=of)
    where = writer.of(key, [placed])
    if vote.method == "named":
        return [lead, table(("Councillor", "Vote"), _names(writer, vote), title, description, **where)]
    counts = [str(vote.votes_for or 0), str(vote.against or 0), str(vote.abstained or 0)]
    return [lead, table(("For", "Against", "Abstained"), [counts], title, description, **where)]


def _names(writer: Writer, vote: Vote) -> list[list[str]]:
    sides = (
        ("For", vote.for_names),
        ("Against", vote.against_names),
        ("Abstained", vote.abstained_names),
        ("Did not vote", vote.not_voting),
    )
    how = {person: side for side, people in sides for person in people}
    roll = [person for _, person in writer.meeting.acting]
    ordered = sorted(how, key=lambda person: roll.index(person) if person in roll else len(roll))
    return [[writer.person(person).formal, how[person]] for person in ordered]


def _described(writer: Writer, question: Question) -> str:
    kind = "recommendations" if question.kind == "recommendations" else _KINDS[question.kind]
    number = writer.numbers.get(question.item or "", "")
    return f"the {kind}" + (f" under item {number}" if number else "")


def _result(writer: Writer, vote: Vote, put: Put, question: Question, placed: Placed) -> list[AnyBlock]:
    how = "carried" if vote.carried else "lost"
    facts = {"unanimous": vote.unanimous, "clauses": sum(len(text) for text in put.texts)}
    key = _result_key(question, put)
    blocks: list[AnyBlock] = []
    if question.kind == "amendment" and vote.unanimous:
        blocks.append(writer.prose("VO-01", [placed]))
    blocks.append(writer.prose(f"{key}.{how}", [placed], **facts))
    return blocks


def _result_key(question: Question, put: Put) -> str:
    if question.kind == "recommendations":
        return "MT-08" if put.amended else "MT-01"
    return {"amendment": "MT-02", "order": "OR-02"}.get(question.kind, "OU-05")


def casting_vote(writer: Writer, placed: Placed, event: CastingVote) -> list[AnyBlock]:
    """VO-06, and the result that waited for it; nothing is printed of a casting vote where there was no tie."""
    vote = writer.meeting.votes.get(event.vote)
    if vote is None or not vote.is_tied or vote.superseded:
        return []
    put = _put(writer, vote.put)
    questions = writer.questions(vote.questions)
    chair = writer.mover(event.by, placed)
    key = "VO-06.declined" if event.direction == "declined" else "VO-06"
    blocks: list[AnyBlock] = [writer.prose(key, [placed], chair=chair)]
    return [*blocks, *_result(writer, vote, put, questions[0], placed)] if put and questions else blocks


def own_vote(writer: Writer, placed: Placed, event: OwnVote) -> list[AnyBlock]:
    """VO-12."""
    person = writer.person(event.member).formal
    return [writer.prose("VO-12", [placed], person=person, direction=event.direction)]


_DISPOSED = {"withdrawn": "MT-10", "fell": "MT-10.fell", "accepted": "MT-09", "not put": "MT-10.not put"}


def disposed(writer: Writer, placed: Placed, event: QuestionDisposed) -> list[AnyBlock]:
    """MT-09 and MT-10; a motion that was not seconded has said so already."""
    question = writer.meeting.questions.get(event.question)
    if question is None or (event.how == "fell" and question.seconder == "none"):
        return []
    return [writer.prose(_DISPOSED[event.how], [placed], kind=_KINDS[question.kind])]
