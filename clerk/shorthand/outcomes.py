"""Verbs for how an item ended, and why."""

from typing import Any, cast, get_args

from clerk.clauses import numbers_of
from clerk.events import AnyEvent, OutcomeDeclared, ReasonsGiven
from clerk.events.motions import MotionKind
from clerk.events.outcomes import OutcomeKind
from clerk.meeting.exempt import within_reach
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Question
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.names import capital
from clerk.saying.questions import question_name
from clerk.shorthand.again import given, line_again, listed
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.motions import clauses_alone
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]
OUTCOMES = (*get_args(OutcomeKind), "continued")
"""What an outcome can be called: "continued" is a deferral by the Scottish word."""

_OF_SOME = {
    "to": ("deferred", "continued", "referred", "recommended", "to respond", "referred up", "referred back"),
    "referrals": ("noted",),
    "by": ("referred", "referred up"),
}
"""Facts that only some outcomes have, and print."""


@verb(
    "outcome",
    ":outcome noted referrals=none",
    "How the item ended: "
    + ", ".join(OUTCOMES)
    + " (of=m2: of that question; only=3: of those clauses alone; to=BODY; by=NAMES who required it; text after --).",
    "OU-03",
    "OU-04",
    "OU-06",
    "OU-07",
    "OU-08",
    "OU-09",
    "OU-10",
    "OU-11",
    "OU-12",
    "OU-13",
    "OU-14",
    "OU-17",
    "MB-06",
    "TI-04",
    "FW-01",
    takes=f"^what:loose({'|'.join(OUTCOMES).replace(' ', '_')})! of:question only:words to:words "
    "referrals:choice(none) by:people",
    text="may",
    form="sentence",
)
def _outcome(context: Context) -> Events:
    typed = context.one("what").lower()
    matches = [outcome for outcome in OUTCOMES if outcome == typed] or [o for o in OUTCOMES if o.startswith(typed)]
    if len(matches) != 1:
        raise Unclear(f"“{typed}” is not an outcome; it can be {', '.join(OUTCOMES)}.")
    for option, goes_with in _OF_SOME.items():
        if context.one(option) and matches[0] not in goes_with:
            raise Unclear(f"“{option}=” says nothing of “{matches[0]}”: it goes with {' or '.join(goes_with)}.")
    if context.one("only"):
        return (_of_clauses(context, matches[0]),)
    if not context.one("of"):
        _refuse_over_a_motion(context, "deferred" if matches[0] == "continued" else matches[0])
    word = matches[0] if matches[0] == "continued" else ""
    return (
        context.event(
            OutcomeDeclared,
            what=cast(Any, "deferred" if word else matches[0]),
            word=cast(Any, word),
            of=context.one("of") or None,
            to=context.one("to"),
            referrals=cast(Any, context.one("referrals")),
            by=context.many("by"),
            text=context.text,
        ),
    )


_OF_CLAUSES = ("approved", "refused", "deferred", "referred", "withdrawn", "noted")


def _of_clauses(context: Context, what: str) -> OutcomeDeclared:
    """What became of some clauses of the recommendations alone (M21)."""
    if what not in _OF_CLAUSES:
        raise Unclear(f"“only=” goes with {', '.join(_OF_CLAUSES)}: of “{what}” the item is spoken of as a whole.")
    if unsaid := next((name for name in ("referrals", "by") if context.value(name)), ""):
        raise Unclear(f"“{unsaid}=” says nothing of some clauses alone.")
    question = context.scope.question(context.one("of")) if context.one("of") else _recommended(context)
    word = "continued" if context.one("what").lower().startswith("cont") else ""
    clauses = clauses_alone(context, question)
    facts = {"what": cast(Any, what), "word": cast(Any, word), "of": question.id, "clauses": clauses}
    return context.event(OutcomeDeclared, **facts, to=context.one("to"), text=context.text, item=question.item)


def _recommended(context: Context) -> Question:
    """What is recommended under the item in hand, by the item itself: two may print one number."""
    of = (q for q in context.scope.questions.values() if q.kind == "recommendations" and q.item == context.here)
    if (question := next(of, None)) is None:
        raise Unclear("Nothing is recommended under this item: say of which question the clauses are (of=).")
    return question


_OF_A_MOTION = ("approved", "refused", "deferred")
"""Outcomes that a vote on a motion makes. Of any other one that waits is found to have no end (M1)."""
_MOVED = (*get_args(MotionKind), "amendment")


def _refuse_over_a_motion(context: Context, what: str) -> None:
    """Raises `Unclear` where a motion or an amendment waits for its vote at the item: what decided it would be said of
    the item, and the motion would stand in the minutes with no end."""
    if what not in _OF_A_MOTION:
        return
    for question in reversed(list(within_reach(context.there, context.here).values())):
        if question.item != context.here or not question.is_open or question.kind not in _MOVED or question.vote:
            continue
        # A deferral leaves the matter unput; the motion to defer itself is what is decided by it.
        if what == "deferred" and question.kind != "deferral":
            continue
        name, label = question_name(context.there, question.id), question.id
        name = name if name.endswith(f"({label})") else f"{name} ({label})"
        raise Unclear(
            f"{capital(name)} waits for its vote, and “{what}” would leave it without one. Agreed without "
            f"a count: :vote assent of={label} (at the desk = c); lost: :vote lost of={label}; or :withdraw {label}. "
            f"An outcome said of it by name is :outcome {what} of={label}."
        )


@line_again.register(OutcomeDeclared)
def _outcome_again(event: OutcomeDeclared, meeting: Meeting, id_: str) -> Line:
    of = event.of or ""
    only = numbers_of(text_of(meeting.questions, of), event.clauses) if of in meeting.questions else ""
    options = given(of=event.of or "", only=only, to=event.to, referrals=event.referrals, by=listed(event.by))
    return Line("outcome", tuple((event.word or event.what).split()), options, event.text)


@verb(
    "reasons",
    ':reasons alternatives="none" -- REASONS',
    "The reasons of a decision: for refusal or against the recommendation, or of an executive, with the alternatives.",
    "PL-04",
    "CA-02",
    takes="alternatives:words conflicts:words dispensations:words",
    text="may",
    form="lines",
)
def _reasons(context: Context) -> Events:
    said = {name: context.one(name) for name in ("alternatives", "conflicts", "dispensations")}
    if not context.text and not any(said.values()):
        raise Unclear("“:reasons” needs the reasons after “--”, or what else is to be said: alternatives=.")
    return (context.event(ReasonsGiven, text=context.text, **said),)


@line_again.register(ReasonsGiven)
def _reasons_again(event: ReasonsGiven, meeting: Meeting, id_: str) -> Line:
    options = given(alternatives=event.alternatives, conflicts=event.conflicts, dispensations=event.dispensations)
    return Line("reasons", (), options, event.text)
