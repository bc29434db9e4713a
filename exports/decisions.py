"""The decision sheet: what was decided, made from the decisions themselves, so that no sentence leans on another.

For each item the interests in it, how each amendment ended and in what words, what was resolved or lost, on whose
motion where it is not the officer's, with the vote; then outcomes, reasons and actions. What may be called in says
until when, if the day of publication is recorded and the profile knows the days.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from clerk.agenda import Item
from clerk.calendar import callin_until
from clerk.events import (
    ActionAgreed,
    AmendmentMoved,
    AnyEvent,
    Appointed,
    BallotTaken,
    CastingVote,
    MinutesApproved,
    MotionMoved,
    Noted,
    OutcomeDeclared,
    PublicExcluded,
    PublicSummary,
    QuestionDisposed,
    ReasonsGiven,
    TimeExtended,
)
from clerk.meeting.parts import PROCEDURAL, Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides
from clerk.times import say_date
from exports.actions import action
from exports.amendments import amendment_words, merged_by
from exports.announced import was_corrected
from exports.between import on_sheet
from exports.blocks import AnyBlock, Draft, ItemHeading, ListEntry, Listing, Prose, Span
from exports.data.shown import Shown
from exports.evenly import evenly
from exports.fitting import own_sentence
from exports.in_order import as_told
from exports.interests import declared_before
from exports.motions import named_apart, seconder_of
from exports.numbering import printed_order
from exports.once import alone, may_join
from exports.outcomes import corrections_of, is_corrected
from exports.rare import noted
from exports.sheet_votes import figures, names_of
from exports.sheets import sheet, titled
from exports.short_motions import whole_motion
from exports.style import Style
from exports.tallies import majority
from exports.writer import Writer, said

_DECIDES = (
    MinutesApproved,
    Appointed,
    BallotTaken,
    OutcomeDeclared,
    ReasonsGiven,
    ActionAgreed,
    PublicExcluded,
    PublicSummary,
)
"""Decisions that are no questions: their sentences stand by themselves."""


def decision_sheet(meeting: Meeting, style: Style, draft: Draft, exempt: bool = False) -> Draft:
    """The decisions, item by item; items without one are left out. `draft` is of the same meeting and reader."""
    teller = _Teller(meeting, style, draft, exempt)
    blocks = [*titled("Decision sheet", draft, teller.meeting), *teller.front()]
    for item in printed_order(meeting):
        if found := teller.item(item):
            heading = (block for block in draft.of_item(item.id) if isinstance(block, ItemHeading))
            blocks += [*heading, *found]
    blocks.append(Prose(spans=style.render("DS.end")))
    return sheet("Decision sheet", "Decisions", draft, evenly(blocks, teller.writer))


def decisions_of(meeting: Meeting, style: Style, draft: Draft, item: Item, exempt: bool = False) -> list[AnyBlock]:
    """The decisions on one item, as the sheet has them, without its heading."""
    return _Teller(meeting, style, draft, exempt).item(item)


class _Teller:
    def __init__(self, meeting: Meeting, style: Style, draft: Draft, exempt: bool) -> None:
        self.shown = Shown(meeting, style, exempt)
        self.writer = Writer(meeting, style, exempt)
        self.meeting = self.writer.meeting
        self.style = style
        self.draft = draft
        profile = meeting.profile
        executive = profile.body_kind == "executive" or self.writer.body.kind == "cabinet"
        # Under a committee system there is no executive whose decisions could be called in, whatever else is set.
        self.executive = executive and profile.callin_enabled and profile.governance != "committee"

    def front(self) -> Iterator[AnyBlock]:
        setup = self.meeting.setup
        published = self.meeting.published
        if published is not None:
            yield self._line("DS.published", day=say_date(published))
        if setup is not None and setup.contact:
            yield self._line("DS.contact", contact=setup.contact)
        if self.executive:
            until = callin_until(self.meeting.profile, published) if published else None
            signatories = self.meeting.profile.callin_signatories or 0
            yield self._line("DS.callin", until=say_date(until) if until else "", signatories=signatories)

    def item(self, item: Item) -> list[AnyBlock]:
        self.writer.begin_item()
        found = [(placed, block) for placed in self._in_order(item) for block in self._of(placed, item)]
        if not found:
            return []
        # What is said of "this decision" stands below it, and not below a resolution to go into private session after.
        decided = [at for at, (placed, _) in enumerate(found) if not isinstance(placed.event, PublicExcluded)]
        after = decided[-1] + 1 if decided else 0
        declared = [] if item.kind == "declarations" else declared_before(self.writer, item.id, alone=True)
        blocks = [block for _, block in found]
        return [*declared, *blocks[:after], *(self._call_in(item) if decided else ()), *blocks[after:]]

    def _in_order(self, item: Item) -> list[Placed]:
        """What happened, but reasons and conditions that were given before the vote that they go with after it: above
        it they would seem to be of the decision before."""
        waiting: list[Placed] = []
        ordered: list[Placed] = []
        decided = False
        for placed in as_told(self.meeting):
            vote = self._votes.get(placed.id)
            if goes_with_a_decision(placed.event) and placed.event.item == item.id and not decided:
                waiting.append(placed)
                continue
            ordered.append(placed)
            settled = vote is not None and any(
                q.item == item.id and (q.kind != "amendment" or vote.facing) and q.kind not in PROCEDURAL
                for q in self.writer.questions(vote.questions)
            )
            if isinstance(placed.event, MotionMoved) and placed.event.item == item.id:
                decided = False
            elif settled or (isinstance(placed.event, OutcomeDeclared) and placed.event.item == item.id):
                decided = vote is None or vote.state == "carried" or (bool(vote.facing) and vote.state != "tied")
                ordered += waiting if decided else []
                waiting = [] if decided else waiting
        return [*ordered, *waiting]

    def _call_in(self, item: Item) -> Iterator[AnyBlock]:
        if not self.executive or item.kind not in ("report", "exempt"):
            return
        said = {
            p.event.construct for p in self.meeting.events if isinstance(p.event, Noted) and p.event.item == item.id
        }
        keys = (report.key for report in item.reports if report.key is not None)
        key = None if "CA-04" in said else next(keys, None)
        urgent = item.urgent and "CA-05" not in said
        reason = item.urgent_reason if urgent else ""
        if key is not None or urgent:
            yield self._line("DS.executive", decision=key, urgent=urgent, reason=reason.rstrip("."))

    def _of(self, placed: Placed, item: Item) -> Iterator[AnyBlock]:
        """What an event decided on an item."""
        event = placed.event
        vote = self._votes.get(placed.id)
        if vote is not None:
            yield from self._voted(placed, vote, item)
            yield from self._said_with(placed, vote, item)
        elif isinstance(event, QuestionDisposed | AmendmentMoved | MotionMoved):
            yield from self._ended(placed, event.question, item)
        elif self._stands_alone(placed) and self._home(event.item) == item.id:
            yield from self._as_minuted(placed, item)

    def _as_minuted(self, placed: Placed, item: Item) -> list[AnyBlock]:
        """What the minutes say of it; an action alone, and whom it names with the post where the sheet names
        them first."""
        found = [block for block in self.draft.blocks if placed.id in block.events and self._is_of(block, item)]
        event = placed.event
        if not found or any(getattr(block, "was", "") for block in found):
            return found
        if may_join(event) and found[0].events[0] != placed.id:
            return []
        if isinstance(event, ActionAgreed):
            return action(self.writer, placed, event)
        if isinstance(event, Noted):
            anew = noted(self.writer, placed, event)
            return anew if [b.events for b in anew] == [b.events for b in found] else found
        return found

    def _said_with(self, placed: Placed, vote: Vote, item: Item) -> Iterator[AnyBlock]:
        """What joined the sentence of a vote in the minutes; the sheet tells the vote in its own words."""
        casts = {p.id for p in self.meeting.events if isinstance(p.event, CastingVote) and p.event.vote == vote.id}
        hosts = (b for b in self.draft.blocks if b.events[:1] and b.events[0] in {placed.id, *casts})
        with_it = dict.fromkeys(id_ for b in hosts if self._is_of(b, item) for id_ in b.events[1:])
        for other in (self.shown.placed[id_] for id_ in with_it if id_ in self.shown.placed):
            if may_join(other.event):
                yield from alone(self.writer, other)

    @property
    def _votes(self) -> dict[str, Vote]:
        votes = self.meeting.votes.values()
        return {vote.event: vote for vote in votes if not vote.superseded and self.shown.vote(vote)}

    def _home(self, item: str | None) -> str | None:
        """The item under which something stands: what was done before any was taken stands under the first."""
        return item or next((first.id for first in printed_order(self.meeting)), None)

    def _is_of(self, block: AnyBlock, item: Item) -> bool:
        return self._home(block.item) == item.id and not isinstance(block, ItemHeading)

    def _stands_alone(self, placed: Placed) -> bool:
        event = placed.event
        if isinstance(event, Noted):
            return (
                decides(event) and not was_corrected(self.meeting, placed)
            ) or event.construct in _SAID_OF_A_DECISION
        return isinstance(event, _DECIDES) or (isinstance(event, TimeExtended) and bool(event.mover))

    def _voted(self, placed: Placed, vote: Vote, item: Item) -> Iterator[AnyBlock]:
        put = self.shown.puts.get(vote.put)
        if vote.facing:
            yield from self._between(placed, vote, item)
            return
        known = (self.meeting.questions[label] for label in vote.questions if label in self.meeting.questions)
        amendments = [q for q in known if q.kind == "amendment" and self._home(q.item or placed.event.item) == item.id]
        together = amendments if len(amendments) > 1 else []
        for place, label in enumerate(vote.questions):
            question = self.meeting.questions.get(label)
            if question is None or put is None or self._home(question.item or placed.event.item) != item.id:
                continue
            if question.kind in PROCEDURAL or question in together[1:]:
                continue
            yield from self._result(placed, vote, put, question, place, together)

    def _between(self, placed: Placed, vote: Vote, item: Item) -> Iterator[AnyBlock]:
        """What came of a vote between two questions, of which the one that lost fell."""
        if self._home(self.meeting.questions[vote.questions[0]].item or placed.event.item) != item.id:
            return
        of = self.writer.of("DS", [placed])

        def say(key: str, **facts: Any) -> Prose:
            return Prose(spans=self._say(key, **facts), keep_with_next=True, **of)

        def moved(question: Question) -> dict[str, str]:
            return self._moved(question, placed)

        for block in on_sheet(self.writer, vote, placed, figures(self.writer, vote), moved, say):
            yield self._lines(block, placed) if isinstance(block, list) else block
        if names := names_of(self.writer, vote):
            yield Prose(spans=self._say("DS.names", sides=names), **of)

    def _result(
        self, placed: Placed, vote: Vote, put: Put, question: Question, place: int, together: Sequence[Question]
    ) -> Iterator[AnyBlock]:
        """The result of a vote on a question; of amendments that were put `together` there is one."""
        amendment = question.kind == "amendment"
        facts: dict[str, Any] = {
            "how": self.style.text(f"DS.{'amended' if amendment and vote.state == 'carried' else vote.state}"),
            "unanimous": vote.unanimous,
            "votes": figures(self.writer, vote),
            "tied": vote.is_tied,
            "amended": put.amended and not amendment and self._is_changed(question, put, place),
            "others": "",
            "altered": amendment and bool(set(merged_by(self.writer, question, placed)) - {one.id for one in together}),
            **self._to_amend(question, placed),
            **self._moved(question, placed),
        }
        if question in together:
            labels = {one.id for one in together}
            facts["others"] = "".join(
                self.style.text("DS.and", inner=other.parent in labels, **self._moved(other, placed))
                for other in together[1:]
            )
        of = self.writer.of("DS", [placed])
        yield Prose(spans=self._say("DS.amendment" if amendment else "DS.question", **facts), keep_with_next=True, **of)
        text = put.texts[place] if place < len(put.texts) else ()
        if amendment:
            for one in together if question in together else (question,):
                yield self._lines(amendment_words(self.writer, one.id, True, placed), placed)
        elif question.kind == "minutes" and text:
            yield from self._minutes(placed, question, text[0].text.rstrip("."))
        elif question.kind in _SHORT and text:
            yield Prose(spans=said(whole_motion(question.kind, text[0].text)), **of)
        elif text:
            yield self.writer.clauses(text, "DS", [placed], put.printed if put.clauses else None)
        yield from (replace(wanted, construct="DS") for wanted in majority(self.writer, vote, placed))
        if names := names_of(self.writer, vote):
            yield Prose(spans=self._say("DS.names", sides=names), **of)

    @staticmethod
    def _is_changed(question: Question, put: Put, place: int) -> bool:
        """Whether what was put of an amended question is other than as it was moved: a clause that no amendment touched
        is not."""
        text = put.texts[place] if place < len(put.texts) else ()
        was = {clause.id: clause.text for clause in question.base}
        return not put.clauses or any(was.get(clause.id) != clause.text for clause in text)

    def _ended(self, placed: Placed, label: str, item: Item) -> Iterator[AnyBlock]:
        """How a motion or amendment ended without a vote: withdrawn, accepted, or not seconded as it was moved."""
        question = self.meeting.questions.get(label)
        home = self._home(question.item or placed.event.item) if question is not None else None
        if question is None or home != item.id or not self.shown.question(label):
            return
        unseconded = question.seconder == "none"
        moved = isinstance(placed.event, AmendmentMoved | MotionMoved)
        if moved != unseconded or question.kind in PROCEDURAL or question.kind == "recommendations":
            return
        how = "fell, as it was not seconded" if unseconded else _ENDED.get(question.state, "")
        if not how:
            return
        kind = "Amendment" if question.kind == "amendment" else "Motion"
        reason = getattr(placed.event, "reason", "")
        ended = self.style.text("DS.ended.how", how=how, accepted=question.state == "accepted", reason=reason)
        goes_on = ended[len(how) : len(how) + 1] in (",", " ")
        of = self.writer.of("DS", [placed])
        yield Prose(
            spans=self._say(
                "DS.ended",
                kind=kind,
                how=ended.rstrip(".") if goes_on else how,
                **self._to_amend(question, placed),
                **self._moved(question, placed),
            ),
            keep_with_next=True,
            **of,
        )
        if kind == "Amendment":
            yield self._lines(amendment_words(self.writer, label, True, placed), placed)
        elif question.kind in _SHORT and question.base:
            yield Prose(spans=said(whole_motion(question.kind, question.base[0].text)), **of)
        else:
            yield self.writer.clauses(question.base, "DS", [placed])
        if reason and not goes_on:
            yield Prose(spans=(Span(own_sentence(reason)),), **of)

    def _minutes(self, placed: Placed, question: Question, words: str) -> Iterator[AnyBlock]:
        """That minutes be approved, and as what: corrected at the meeting, or subject to what follows (A6)."""
        source = self.shown.placed.get(question.event, placed).event
        found = corrections_of(self.writer, source) if isinstance(source, MinutesApproved) else []
        corrected = isinstance(source, MinutesApproved) and is_corrected(self.writer, source)
        spans = self._say("DS.minutes", words=words, corrected=corrected, count=len(found))
        yield Prose(spans=spans, **self.writer.of("DS", [placed]))
        if found:
            yield self._lines(found, placed)

    def _moved(self, question: Question, placed: Placed) -> dict[str, str]:
        """On whose motion, where it is not the officer's."""
        moved = self.shown.placed.get(question.event, placed)
        if isinstance(moved.event, MinutesApproved):
            question = replace(question, mover=moved.event.mover, seconder=moved.event.seconder)
        if not question.mover:
            return {"mover": "", "seconder": ""}
        mover = self.writer.person(question.mover).formal
        return {"mover": mover, "seconder": seconder_of(self.writer, question.seconder, moved)}

    def _to_amend(self, question: Question, placed: Placed) -> dict[str, str]:
        """The amendment that another one is to."""
        parent = self.meeting.questions.get(question.parent or "")
        return {
            "to": named_apart(self.writer, parent, placed) if parent is not None and parent.kind == "amendment" else ""
        }

    def _lines(self, lines: Sequence[str], placed: Placed) -> Listing:
        entries = tuple(
            ListEntry((Span(line.removeprefix("- ")),), "bullet" if line.startswith("- ") else "plain")
            for line in lines
        )
        return Listing(entries=entries, **self.writer.of("DS", [placed]))

    def _line(self, key: str, **facts: Any) -> Prose:
        return Prose(spans=self._say(key, **facts), construct="DS")

    def _say(self, key: str, **facts: Any) -> tuple[Span, ...]:
        return self.style.render(key, **{**self.writer.common, **facts})


def goes_with_a_decision(event: AnyEvent) -> bool:
    """Whether something says more of a decision: its reasons, the conditions that go with it."""
    if isinstance(event, Noted):
        return event.construct in ("PL-03", "PL-05", *_SAID_OF_A_DECISION)
    return isinstance(event, ReasonsGiven)


_SAID_OF_A_DECISION = ("CA-04", "CA-05")
"""Whether it is a key decision, and whether it may be called in."""


_SHORT = frozenset({"deferral", "order"})
"""Motions of which a clerk types the end of the sentence."""

_ENDED = {
    "withdrawn": "withdrawn",
    "fell": "fell",
    "accepted": "accepted without a vote",
    "not put": "not put to the vote",
}
