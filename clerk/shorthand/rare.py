"""Verbs for the standing sentences: one for each row of `clerk.rare`, made from it."""

import re
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from clerk.events import ActionAgreed, AnyEvent, Noted, PersonMet
from clerk.facts import Fact
from clerk.history import SUSPENDED, suspension_of
from clerk.meeting.exempt import public_is_back
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.rare import Rare, rare_of, rows
from clerk.saying.names import listed as in_words
from clerk.shorthand.again import line_again, listed, numbered
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.met import is_named, of_body
from clerk.shorthand.scope import split_list
from clerk.shorthand.table import verb
from clerk.times import read_date, say_date

Events = tuple[AnyEvent, ...]
Kept = str | int | tuple[str, ...]


def _enter(row: Rare) -> None:
    @verb(
        row.verb,
        row.example,
        row.help,
        row.construct,
        *_ALSO.get(row.key, ()),
        takes=row.facts,
        text=row.text,
        form=row.form,
        chapter=row.chapter,
    )
    def note(context: Context) -> Events:
        facts = {fact.name: value for fact in row.facts if (value := _kept(context, fact)) is not None}
        _refuse_what_says_nothing(context, row, facts)
        bodies = [*split_list(context.one("of")), _COUNCILS.get(context.one("how"), "")] if row.key == "PL-02" else []
        sits = next((body for body in bodies if body), "")
        people = (of_body(context.meeting, person, sits) for person in context.gesture.met)
        met = tuple(context.event(PersonMet, person=person, item=None) for person in people)
        # That a panel deliberated in private, and with whom, is said in public (EX-04); so is the decision (EX-05),
        # once the public is back.
        announced = row.key == "EX-05.decision" and public_is_back(context.there)
        private = False if row.key in ("EX-04", "EX-04.back") or announced else None
        question = context.free_label("q") if _is_question(context, row.key) else ""
        kept = {"construct": row.key, "facts": facts, "text": context.text, "question": question}
        noted = context.event(Noted, **kept, private=private)
        return (*met, noted, *_follows(context, noted))


def _refuse_what_says_nothing(context: Context, row: Rare, facts: dict[str, Kept]) -> None:
    """Refuses what would be recorded and never printed."""
    by = facts.get("by", ())
    if row.key == "PU-14" and isinstance(by, tuple) and len(by) > 2:
        raise Unclear("by= says who moved that they be heard, and who seconded it: two at most.")
    if row.key == "DE-13" and facts.get("how") == "declared":
        context.needed_text(f"words, as in {row.example}")
    if row.key == "DE-13" and facts.get("how") == "none" and context.text:
        raise Unclear("“none” says that there were none, and the words after “--” what they were: leave one out.")
    if row.key == "PU-11" and "days" in facts and "contact" not in facts:
        raise Unclear("days= says within how many working days the resident is contacted: say by whom with contact=.")
    if row.key == "CN-05.thanks" and "seconder" in facts:
        if "mover" not in facts:
            raise Unclear("seconder= is who seconded it: say who moved it with mover=.")
        if facts["seconder"] == "none":
            raise Unclear("What was not seconded fell: leave out seconder=, or record the motion by :motion.")
        if facts["seconder"] == facts["mover"]:
            raise Unclear("mover= and seconder= name one person twice. Say who seconded.")
    if row.key in _SPEAKERS_OF:
        _refuse_a_kind_alone(context)
    if row.key == "PL-02" and "who" not in facts:
        _refuse_nobody_heard(row, facts)
    if row.key == "SC-01":
        _refuse_late_call_in(context)
    if row.key == "AD-03" and "by" in facts and "admitted" not in facts:
        raise Unclear("by= says who of the parties consented, or did not: say which with admitted=yes or admitted=no.")
    if row.key == "PU-06" and "party" in facts and context.text.partition("->")[0].strip():
        raise Unclear("party= is of who makes a representation, the words of who would have asked: leave one out.")
    if row.key == "EX-05.decision" and facts.get("when") == "corrected":
        _refuse_nothing_corrected(context, row)
    _refuse_an_arrow_to_nothing(context, row)
    if row.key == "MB-05" and facts.get("item") in ((context.here,), context.here):
        raise Unclear("An item is taken with another: this is the one that you write under.")
    title = facts.get("title")
    if row.key == "UR-02" and title and not re.search(r"[^\W\d_]{2}", str(title)):
        raise Unclear(f"“{title}” is a number: write under that item (:under {title}), or give a title in quotes.")


def _refuse_an_arrow_to_nothing(context: Context, row: Rare) -> None:
    """Refuses an arrow of which the sentence makes nothing: it would be printed as it stands, or nothing for it."""
    before, arrow, after = (part.strip() for part in context.text.partition("->"))
    if arrow and not row.arrow:
        raise Unclear(f"“->” says nothing in “:{row.verb}”. Write it in words, or as a sentence of its own.")
    if row.key == "RE-04" and not before:
        raise Unclear(f"The question is missing before the arrow, as in {row.example}")
    if arrow and not after:
        raise Unclear(f"Nothing stands after the arrow: {row.arrow} goes there.")


def _refuse_nothing_corrected(context: Context, row: Rare) -> None:
    """Refuses a decision that takes the place of none, or that says nothing in its place."""
    context.needed_text("the whole decision as it now stands")
    here = (p.event for p in context.there.events if isinstance(p.event, Noted) and p.event.item == context.here)
    if not any(event.construct == row.key and event.facts.get("when") != "later" for event in here):
        raise Unclear(
            "No decision of this item was announced that this could correct: write under the item whose decision it "
            "is (:take, or :under), or leave “corrected” out."
        )


_SPEAKERS_OF = ("PL-02", "PU-12")
"""Constructs whose `of=` is the organisation or the place of who speaks."""
_KIND_ALONE = re.compile(
    r"(?:the |a |an |my |his |her |their |our )?"
    r"(ward|division|council|parish|town|community|society|firm|company|association|group|charity|organisation|"
    r"residents?|club|trust|school)$",
    re.IGNORECASE,
)
"""What says of what kind an organisation or a place is, and not which one it is."""


def _refuse_a_kind_alone(context: Context) -> None:
    """Refuses `of=ward`: which ward is what the minutes have to say."""
    for typed in split_list(context.one("of")):
        if kind := _KIND_ALONE.match(typed.strip()):
            word = kind[1].lower()
            raise Unclear(f'Which {word}? Give its name: of="Mill {word.capitalize()}".')


def _refuse_nobody_heard(row: Rare, facts: dict[str, Kept]) -> None:
    """Refuses a hearing of nobody: a person, or an organisation whose statement was read out or that was heard."""
    how = str(facts.get("how", ""))
    if how in ("councillor", "mp"):
        raise Unclear("Who was heard is wanted: who=, and of= for the council or ward that they are of.")
    if "of" not in facts and not (how in _COUNCILS and "read" in facts):
        raise Unclear(
            f"Who was heard is wanted: who=, as in {row.example}; where a statement of an organisation was read out, "
            "of= and read= are enough."
        )


def _refuse_late_call_in(context: Context) -> None:
    """Refuses the days of a call-in that cannot be: what is considered had been called in, after it was decided."""
    on, made = context.value("on"), context.value("made")
    day = context.meeting.setup.date if context.meeting.setup else None
    if isinstance(on, date) and isinstance(made, date) and on < made:
        raise Unclear(
            f"{say_date(on)} is before {say_date(made)}: on= is the day of the call-in, made= of the decision."
        )
    for typed in (on, made):
        if isinstance(typed, date) and day is not None and typed > day:
            raise Unclear(
                f"{say_date(typed)} is after the meeting: on= is the day of the call-in, made= of the decision."
            )


def _is_question(context: Context, key: str) -> bool:
    """Whether a row raises a question that can be put: an adoption only where no recommendations wait for it."""
    if key == "CN-06":
        waiting = [q for q in context.there.questions.values() if q.is_open and q.item == context.here]
        return not waiting
    return key in ("MB-02", "MB-07")


def _kept(context: Context, fact: Fact) -> Kept | None:
    """A fact as the event keeps it: a date as ISO writes it, and what was said not to be so as nothing."""
    value = context.value(fact.name)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if fact.kind in ("people", "names", "items", "choices"):
        return context.many(fact.name) or None
    return context.one(fact.name) or None


_COUNCILS = {"parish": "the Parish Council", "town": "the Town Council", "community": "the Community Council"}
"""Councils for which someone is heard, where none is named."""

_ALSO = {
    "FM-04": ("AT-12",),
    "RE-09": ("MO-02", "DE-14"),
    "PU-09": ("AC-04",),
    "EX-05.decision": ("EX-05",),
}
"""What else a row records, by the item that it is recorded under."""


def _follows(context: Context, noted: Noted) -> Iterable[AnyEvent]:
    """What a sentence makes besides: of a reply promised in writing an action (PU-09), of a suspension days without
    office (AT-16)."""
    if noted.construct == SUSPENDED:
        yield from _suspended(context, noted)
    if noted.construct != "PU-09":
        return
    due = noted.facts.get("due", "")
    day = read_date(str(due)) if due else None
    for owner in noted.named("by"):
        yield context.event(ActionAgreed, owner=owner, task=_reply(noted.text, _addressed(context, noted)), due=day)


_ASKED = re.compile(r"(how|whether|what|why|when|where|who|which|if)\b", re.IGNORECASE)


def _addressed(context: Context, noted: Noted) -> str:
    """To whom a reply goes, as an action names them; "" where that was not said."""
    people = {**context.meeting.people, **{person.id: person for person in context.gesture.met}}
    named = [people[id_] for id_ in noted.named("to") if id_ in people]
    # A style may print no names of residents, and the words of an action are printed as they stand.
    to = [one.formal for one in named if one.kind != "speaker" or not is_named(one.name)]
    outside = len(named) - len(to)
    to += ["the member of the public" if outside == 1 else "the members of the public"] if outside else []
    return f" to {in_words(to)}" if to else ""


def _reply(on: str, to: str = "") -> str:
    """What an action to reply in writing says of it: to whom and on what, where that was said."""
    words, reply = on.strip().rstrip("."), f"Reply in writing{to}"
    if not words:
        return reply
    if re.match(r"(on|about|regarding|concerning|as to|to|in|with|that)\b", words, re.IGNORECASE):
        return f"{reply} {words[:1].lower()}{words[1:]}"
    if re.search(r"\b(was|were|is|are|had|has|have|would|will|could|did)\b", words) and not _ASKED.match(words):
        return f"{reply}: {words}"
    small = re.match(r"(the|an?|this|these|how|whether|what|why|when|where|who)\b", words, re.IGNORECASE)
    return f"{reply} on {f'{words[:1].lower()}{words[1:]}' if small else words}"


def _suspended(context: Context, noted: Noted) -> Iterable[AnyEvent]:
    setup = context.meeting.setup
    days = suspension_of(noted, setup.date if setup else date.min)
    if days.until is not None and days.until < days.since:
        raise Unclear(
            f"{say_date(days.until)} is before {say_date(days.since)}: until= is the last day, from= the first."
        )
    for id_ in noted.named():
        person = context.meeting.people[id_]
        if not person.is_councillor and person.kind != "co-optee":
            raise Unclear(f"{person.formal} is no member: only members are suspended.")
        yield context.event(PersonMet, person=replace(person, suspended=(*person.suspended, days)))


@line_again.register(Noted)
def _note_again(noted: Noted, meeting: Meeting, id_: str) -> Line | None:
    """None for a standing sentence that is not known here."""
    row = rare_of(noted.construct)
    if row is None:
        return None
    given = [fact for fact in row.facts if fact.name in noted.facts]
    typed = {fact.name: _typed(meeting, fact, noted.facts[fact.name]) for fact in given}
    operands: list[str] = []
    for fact in row.operands:
        if fact.name not in typed:
            break
        operands.append(typed.pop(fact.name))
    return Line(row.verb, tuple(f'"{word}"' if " " in word else word for word in operands), typed, noted.text)


def _typed(meeting: Meeting, fact: Fact, value: Kept) -> str:
    values = value if isinstance(value, tuple) else (str(value),)
    if fact.kind == "words":
        # A firm was once met like a person, and stood here by the id.
        values = tuple(meeting.people[one].name if one in meeting.people else one for one in values)
    return numbered(meeting, values) if fact.kind in ("item", "items") else listed(values)


for _row in rows().values():
    _enter(_row)
