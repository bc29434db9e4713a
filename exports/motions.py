"""What the minutes say of questions as they are moved: motions, amendments, and those that ended unput (MT)."""

import re
from collections.abc import Sequence
from typing import Any, Literal

from msgspec.structs import replace

from clerk.clauses import told_numbers
from clerk.events import AmendmentMoved, MotionMoved, PublicExcluded, QuestionDisposed, QuestionPut, TimeExtended
from clerk.lettered import LEAD
from clerk.meeting.motions import text_before, text_of
from clerk.meeting.parts import STOCK, Put, Question
from clerk.meeting.record import Placed
from clerk.texts import Add, Delete, Edit, Replace, Text, Words, edits_between, numbers, read_clauses, written
from exports.blocks import AnyBlock, ListEntry, Listing, Prose, Span, plain
from exports.fitting import fit, form, moved, small, that
from exports.notice import on_notice
from exports.plain import entry_label
from exports.resolutions import told_at_the_end
from exports.style import capital, listed
from exports.writer import Writer, Writes, below

KINDS = {
    "recommendations": "recommendation",
    "motion": "motion",
    "order": "amendment to the agenda order",
    "procedural": "motion",
    "deferral": "motion to defer",
    "closure": "motion",
    "next business": "motion",
    "adjournment": "motion to adjourn",
    "suspension": "motion",
    "amendment": "amendment",
    "minutes": "minutes",
    "members' item": "Members’ Item",
    "award": "award",
    "adoption": "adoption",
}


def kind_of(question: Question, clauses: int) -> str:
    """A question as a sentence speaks of it: "amendment"; "recommendation" or more by the clauses that it has."""
    return "recommendations" if question.kind == "recommendations" and clauses != 1 else KINDS[question.kind]


def what_was_put(put: Put, question: Question) -> str:
    """What a vote was on, within a sentence: "the amendment", "recommendation 2"."""
    if put.clauses and question.kind in PARTED:
        return parts_put(put, question)
    return f"the {kind_of(question, sum(len(text) for text in put.texts))}"


PARTED = ("recommendations", "motion")
"""Kinds of which some clauses may be put by themselves (MT-15)."""


def parts_put(put: Put, question: Question) -> str:
    """The clauses that were put by themselves, by the number that each had then: "recommendations 2 and 3", "paragraph
    2 of the motion" (MT-15)."""
    known = [put.told[clause] for clause in put.clauses if clause in put.told]
    one, of = ("recommendation", "") if question.kind == "recommendations" else ("paragraph", " of the motion")
    of = f"{of} as amended" if of and put.amended else of
    return f"{one if len(known) == 1 else f'{one}s'} {listed(known)}{of}"


def named_apart(writer: Writer, question: Question) -> str:
    """An amendment or a motion as it is told from others that are open: "the amendment of Councillor Elm", "the second
    …" where one member moved several."""
    same = [
        q.id
        for q in writer.meeting.questions.values()
        if q.kind == question.kind and q.item == question.item and q.mover == question.mover
    ]
    nth = _NTH[same.index(question.id)] if len(same) > 1 and same.index(question.id) < len(_NTH) else ""
    mover = writer.person(question.mover).formal if question.mover else "a Member"
    return f"the {nth}{KINDS[question.kind]} of {mover}"


_NTH = ("first ", "second ", "third ", "fourth ", "fifth ", "sixth ")


def another_open(writer: Writer, question: Question, placed: Placed) -> bool:
    """Whether another amendment, or another motion, of the item waited for its answer then, or did while this one had
    been moved."""
    if question.kind not in ("amendment", "motion"):
        return False
    at = {p.id: place for place, p in enumerate(writer.meeting.events)}
    begun, now = at.get(question.event, at[placed.id]), at[placed.id]
    ended = {p.event.question: at[p.id] for p in writer.meeting.events if isinstance(p.event, QuestionDisposed)}
    for other in writer.meeting.questions.values():
        if other.kind != question.kind or other.item != question.item or other.id == question.id:
            continue
        if _brought_together(writer, other.id):
            continue
        # A vote of which the public knows that it was, and nothing else, stands nowhere.
        votes = [at[v.event] for v in writer.meeting.votes.values() if other.id in v.questions and v.event in at]
        end = min([*votes, *([ended[other.id]] if other.id in ended else [])], default=len(at))
        if other.seconder != "none" and at.get(other.event, now) < now and begun < end:
            return True
    return False


APPROVES = re.compile(r"\b(approved|agreed|accepted|received|signed)\b", re.IGNORECASE)
"""A motion on the minutes that is to approve them, not to correct them."""


def whole_motion(kind: str, text: str) -> str:
    """A motion that a clerk types the end of, as a sentence of its own: "That the item be deferred to June."; of all
    other kinds the text as it is."""
    said = text.strip().rstrip(".")
    lead = {"order": "that the order of the agenda be amended", **STOCK}
    if kind not in lead:
        return text
    if form(said, "wish") in ("that", "wish"):
        return f"That {that(said)}."
    if not said:
        return f"{capital(lead[kind])}."
    return capital(lead[kind]) + fit(
        said, phrase="for" if kind == "deferral" else ":", cause="", circumstance="", deed=""
    )


def motion_moved(writer: Writer, placed: Placed, event: MotionMoved) -> list[AnyBlock]:
    """A motion with its text below it, or in one sentence where it is short by nature (OR-02, MT-12, MT-13)."""
    facts = {"mover": writer.mover(event.mover, placed), "seconder": seconder_of(writer, event.seconder, placed)}
    text = event.text.rstrip(".")
    if event.kind in ("order", "deferral"):
        return [writer.prose("OR-02" if event.kind == "order" else "MT-13", [placed], text=text, **facts)]
    if event.kind != "motion":
        said = text[:1].lower() + text[1:] if text.lower().startswith("that ") else text
        what = STOCK.get(event.kind, "")
        # A clerk who typed the whole of it has typed what the kind would say.
        typed = said.startswith("that ") or not what
        return [writer.prose("MT-12", [placed], what="" if typed else what, text=said, **facts)]
    if told_at_the_end(writer, writer.meeting.questions.get(event.question)):
        return []
    key, more = _kind_of_motion(writer, placed, event)
    clauses = writer.clauses(read_clauses(event.text, "c"), key, [placed])
    return [writer.prose(key, [placed], **facts, **more), clauses]


def _kind_of_motion(writer: Writer, placed: Placed, event: MotionMoved) -> tuple[str, dict[str, Any]]:
    """What a motion is, by where and after what it was moved (MI-03, MB-04, MT-05, MT-11, MT-14, MT-16, CN-04)."""
    item = writer.item(event.item)
    kind = item.kind if item else ""
    if event.composite:
        movers = [writer.person(question.mover).formal for question in writer.questions(event.composite)]
        return "MT-11", {"movers": movers}
    if kind == "minutes" and not APPROVES.search(event.text):
        return "MI-03", {}
    if event.seconder == "none":
        return "MT-05", {}
    if kind == "members' items":
        mover = writer.mover(event.mover, placed)
        inside = f"the {writer.chair_label}" if mover == writer.chair else mover if event.mover else small(mover)
        return "MB-04", {"mover_in": inside}
    lost = _lost_before(writer, placed, event.item)
    if lost is not None:
        many = sum(len(text) for put in lost for text in put.texts) or 1
        what = "recommendation" if many == 1 else "recommendations"
        return "MT-14", {"lost": what, "many": many}
    noticed = item is not None and on_notice(writer, item, event.mover)
    if writer.body.kind == "council" and noticed and event.mover and not writer.presided(event.mover, placed):
        return "CN-04", {"possessive": writer.person(event.mover).possessive}
    return "MT-16", {}


def _lost_before(writer: Writer, placed: Placed, item: str | None) -> list[Put] | None:
    """What was put of an item's recommendations, where all of it was lost before this event; else None."""
    before = {p.id for p in writer.before(placed)}
    question = next(
        (q for q in writer.meeting.questions.values() if q.kind == "recommendations" and q.item == item), None
    )
    if question is None:
        return None
    puts = [put for put in writer.meeting.puts if question.id in put.questions and put.vote]
    votes = [writer.meeting.votes[put.vote] for put in puts if put.vote in writer.meeting.votes]
    lost = bool(votes) and all(vote.state == "lost" and vote.event in before for vote in votes)
    return puts if lost else None


def amendment_moved(writer: Writer, placed: Placed, event: AmendmentMoved) -> list[AnyBlock]:
    """MT-02 with what is to be changed below it; MT-04, MT-06 and MT-07 by what it would amend."""
    questions = writer.meeting.questions
    target = questions.get(event.to)
    before = text_before(questions, event.question) if event.question in questions else ()
    what = "recommendations" if target is None else kind_of(target, len(before))
    facts: dict[str, Any] = {
        "mover": writer.mover(event.mover, placed),
        "seconder": seconder_of(writer, event.seconder, placed),
        "target": what.capitalize() if what.startswith("recommendation") else what,
    }
    key = "MT-02"
    adds = [edit for edit in event.edits if isinstance(edit, Add) and not edit.at]
    if target is not None and target.mover and target.mover == event.mover and not event.seconder:
        key = "MT-10.alters"
    elif target is not None and target.kind != "recommendations":
        key, facts["of"] = "MT-06", writer.person(target.mover).formal if target.mover else ""
    elif adds and len(adds) == len(event.edits):
        key, facts["count"] = "MT-04", sum(len(read_clauses(edit.text)) for edit in adds)
    elif any(isinstance(p.event, AmendmentMoved) and p.event.to == event.to for p in writer.before(placed)):
        key = "MT-07"
    # That an additional recommendation be included says already what is below it.
    led = key != "MT-04"
    moved = questions.get(event.question)
    entries = _as_it_would_read(writer, replace(moved, merged=()) if moved else None)
    entries = entries or [entry for edit in event.edits for entry in _edit(writer, edit, before, what, led)]
    return [
        writer.prose(key, [placed], **facts),
        Listing(entries=tuple(entries), **writer.of(key, [placed])),
    ]


def _as_it_would_read(writer: Writer, question: Question | None) -> list[ListEntry]:
    """The whole text that an amendment would make, where it was given so and its edits alone would not tell: those of
    an amendment to an amendment, whose clauses stand nowhere, and one that leaves no clause as it was. A change of a
    few words is told as one."""
    if question is None or not question.whole or all(isinstance(edit, Words) for edit in question.edits):
        return []
    questions = writer.meeting.questions
    target = questions.get(question.parent or "")
    touched = {edit.at for edit in question.edits if isinstance(edit, Delete | Replace)}
    kept = [c for c in text_before(questions, question.id) if not c.depth and c.mark != LEAD and c.id not in touched]
    if target is None or (target.kind != "amendment" and (kept or len(question.edits) == 1)):
        return []
    root = target
    while root.parent and root.parent in questions:
        root = questions[root.parent]
    whole = text_of({**questions, question.id: question}, question.id)
    what = kind_of(root, len(whole))
    body = "" if root.kind == "recommendations" else writer.committee
    lead = writer.style.render("MT-02.whole", what=what)
    return [ListEntry(lead, "plain"), *_typed(written(whole), body)]


def amendment_words(writer: Writer, label: str, led: bool = False) -> list[str]:
    """What an amendment would change, line by line, in the words in which the minutes have it, and as it was amended
    itself; [] for another kind. `led` says that what is added at the end be added."""
    questions = writer.meeting.questions
    question = questions.get(label)
    if question is None or question.kind != "amendment":
        return []
    before = text_before(questions, label)
    target = questions.get(question.parent or "")
    what = "recommendations" if target is None else kind_of(target, len(before))
    edits = edits_between(before, written(text_of(questions, label))) if question.merged else question.edits
    entries = _as_it_would_read(writer, question)
    entries = entries or [entry for edit in edits for entry in _edit(writer, edit, before, what, led)]
    return [f"{entry_label(entry)} {plain(entry.spans)}".strip() for entry in entries]


def seconder_of(writer: Writer, seconder: str, placed: Placed) -> str:
    """A seconder as a sentence names one: "the Chairman" where that person presided; "duly" and "none" as they are."""
    if seconder == "without":
        return ""
    if seconder in ("", "duly", "none"):
        return seconder
    if writer.is_chairman(seconder, placed):
        return f"the {writer.chair_label}"
    return writer.person(seconder).formal


def who_moved(writer: Writer, placed: Placed, event: QuestionPut | PublicExcluded | TimeExtended) -> dict[str, str]:
    """The mover and the seconder of what was resolved at once, for a wording; nothing where nobody moved it."""
    seconder = seconder_of(writer, event.seconder, placed)
    return {"mover": writer.mover(event.mover, placed), "seconder": seconder} if event.mover else {}


def _edit(writer: Writer, edit: Edit, text: Text, whole: str, led: bool = True) -> list[ListEntry]:
    """How a change is told, line by line; what is added at the end, and no further than that, without the lead where
    there is no sentence to be `led` from."""
    part = "recommendation" if whole.startswith("recommendation") else "paragraph"
    body = "" if part == "recommendation" else writer.committee
    clause = f"{part} {told_numbers(text).get(edit.at, '')}".strip() if len(text) > 1 else f"the {whole}"
    match edit:
        case Add(text=added) if not (edit.after or edit.before) and (edit.at or not led):
            return _typed(added, body)
        case Add(text=added):
            where = "after" if edit.after else "before" if edit.before else ""
            return [
                ListEntry(writer.style.render("MT-02.add", clause=clause, where=where), "plain"),
                *_typed(added, body),
            ]
        case Delete():
            return [ListEntry(writer.style.render("MT-02.delete", clause=clause), "plain")]
        case Replace(text=new):
            return [ListEntry(writer.style.render("MT-02.replace", clause=clause), "plain"), *_typed(new, body)]
        case Words(old=old, new=new):
            key, facts = _words(old, new)
            return [ListEntry(writer.style.render(key, clause=clause, **facts), "plain")]


def _words(old: str, new: str) -> tuple[str, dict[str, str]]:
    """The wording of a change of words: what only goes before or after words that stay is inserted there."""
    if re.match(rf"{re.escape(old)}(?!\w).", new):
        added = new[len(old) :].strip()
        return "MT-02.inserted", {"where": "after", "old": old, "new": added, "called": _called(added)}
    if re.search(rf".(?<!\w){re.escape(old)}$", new):
        added = new[: -len(old)].strip()
        return "MT-02.inserted", {"where": "before", "old": old, "new": added, "called": _called(added)}
    return "MT-02.words", {"old": old, "new": new, "called": _called(old)}


def _called(words: str) -> str:
    """What some words are called: a sum, a share and a number are a figure."""
    if re.fullmatch(r"[£€$]?\d[\d,.:]*(%|p|m|k|bn|°)?", words):
        return "figure"
    return "words" if " " in words else "word"


def _typed(text: str, body: str) -> list[ListEntry]:
    """What is added, or put in place of a paragraph, as what is moved is written; `body` as `moved` takes it."""
    clauses = read_clauses(text, "c")
    printed = numbers(clauses) if any(clause.mark for clause in clauses) else {}
    led = False
    entries: list[ListEntry] = []
    for clause in clauses:
        first, *rest = clause.text.split("\n")
        last = clause is clauses[-1] and not rest
        kind: Literal["number", "plain"] = "number" if printed.get(clause.id) else "plain"
        spans = (Span(moved(first, body, last, joins=led and clause.mark != LEAD)),)
        entries.append(ListEntry(spans, kind, printed.get(clause.id, ""), clause.depth if printed else 0))
        led = led or clause.mark == LEAD
        entries += [below(line, 0) for line in rest]
    return entries


_DISPOSED = {"withdrawn": "MT-10", "fell": "MT-10.fell", "accepted": "MT-09", "not put": "MT-10.not put"}


def disposed(writer: Writer, placed: Placed, event: QuestionDisposed) -> list[AnyBlock]:
    """MT-09 and MT-10; a motion that was not seconded has said so already."""
    question = writer.meeting.questions.get(event.question)
    if question is None or (event.how == "fell" and question.seconder == "none"):
        return []
    if event.how == "not put" and _brought_together(writer, event.question):
        return []
    key = _DISPOSED[event.how]
    target = writer.meeting.questions.get(question.parent or "")
    if event.how == "accepted" and target is not None and target.mover and target.mover == question.mover:
        key = "MT-10.altered"
    which = named_apart(writer, question) if another_open(writer, question, placed) else ""
    moved = target is not None and target.kind == "motion" and target.mover
    if target is not None and moved and writer.body.kind == "council" and key in ("MT-09", "MT-10.altered"):
        return [_altered(writer, placed, target, which)]
    what = kind_of(question, len(text_of(writer.meeting.questions, question.id)))
    what = which.removeprefix("the ") or what
    count = 2 if what == "recommendations" else 1
    ended = writer.prose(key, [placed], kind=what, which=which, count=count, reason=event.reason)
    return [ended, *fallen_with(writer, (event.question,), placed)]


def fallen_with(writer: Writer, labels: Sequence[str], placed: Placed) -> list[AnyBlock]:
    """MT-10: the amendments that were open to a question as it ended, and fell with it; those to them too."""
    fell = [question for question in writer.meeting.questions.values() if question.fell_with in labels]
    which = [named_apart(writer, question) for question in fell]
    said: list[AnyBlock] = [writer.prose("MT-10.fell_with", [placed], which=which)] if fell else []
    return [*said, *(fallen_with(writer, [question.id for question in fell], placed) if fell else ())]


def _altered(writer: Writer, placed: Placed, motion: Question, which: str) -> Prose:
    """MT-09 at the Council: who moved a motion alters it, as the seconder and the meeting consent (M11)."""
    seconder = "the seconder" if motion.seconder not in ("", "none", "without") else ""
    return writer.prose(
        "MT-09.consent", [placed], mover=writer.mover(motion.mover, placed), seconder=seconder, which=which
    )


def _brought_together(writer: Writer, label: str) -> bool:
    """Whether a motion was brought together with others into one (MT-11)."""
    return any(isinstance(p.event, MotionMoved) and label in p.event.composite for p in writer.meeting.events)


WRITES: Writes = {
    MotionMoved: motion_moved,
    AmendmentMoved: amendment_moved,
    QuestionDisposed: disposed,
}
