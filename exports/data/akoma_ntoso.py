"""The minutes as Akoma Ntoso 3.0 (OASIS LegalDocML): a `debate`, its words those of the Draft, its facts those of the
data file: who was there, the quorum, every vote with figures and names, recounts, adjournments, how each item ended.

Valid against the strict schema. Numbers, names and times stand in attributes as well, for a machine that reads no
English.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from clerk.events import MeetingAdjourned, MeetingResumed
from clerk.meeting.state import Meeting
from clerk.times import say_time
from exports.blocks import AnyBlock, Draft, Grid, ItemHeading, Listing, plain
from exports.data.record import record
from exports.data.shapes import Asked, Business, Record, Voted
from exports.data.shown import Shown
from exports.nesting import Node, nested
from exports.plain import cells_of, clean, is_empty, item_label, lines, one_line
from exports.style import Style

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_CONCEPTS = {
    "for": "For",
    "against": "Against",
    "abstained": "Abstained",
    "not_voting": "Not voting",
    "carried": "Carried",
    "lost": "Lost",
    "tied": "Tied",
}
# lxml has no types: an element is whatever it is.
Element = Any


def write_akoma_ntoso(meeting: Meeting, style: Style, draft: Draft, exempt: bool = False) -> str:
    """The minutes as XML. `draft` is of the same meeting and reader. Raises `NotConvened` where there is no meeting."""
    from lxml import etree

    facts = record(meeting, style, exempt, final=not draft.status.strip())
    root = _Writer(facts, Shown(meeting, style, exempt), draft).document()
    etree.indent(root, " ")
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made.decode()


class _Writer:
    """Writes one document; every `eId` in it is used once."""

    def __init__(self, facts: Record, shown: Shown, draft: Draft) -> None:
        self.facts = facts
        self.shown = shown
        self.draft = draft
        self.people = {person.id: f"person_{n}" for n, person in enumerate(facts.people, 1)}
        self.sections = {item.id: f"dbsect_{n}" for n, item in enumerate(facts.items, 1)}
        self.questions = {question.id: question for question in facts.questions}
        self._counts: dict[str, int] = {}

    def document(self) -> Element:
        from lxml import etree

        root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
        debate = self._add(root, "debate", name="minutes", contains="singleVersion")
        self._meta(debate)
        self._preface(debate)
        body = self._add(debate, "debateBody")
        self._roll_call(body)
        for item in self.facts.items:
            self._section(body, item)
        self._adjournments(body)
        return root

    def _add(self, parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
        from lxml.etree import SubElement

        given = {key.rstrip("_"): clean(value) for key, value in attributes.items()}
        made = SubElement(parent, f"{{{NAMESPACE}}}{tag}", given)
        made.text = clean(text) or None
        return made

    def _id(self, within: str, kind: str) -> str:
        key = f"{within}__{kind}" if within else kind
        self._counts[key] = self._counts.get(key, 0) + 1
        return f"{key}_{self._counts[key]}"

    # What is said of the document

    def _meta(self, debate: Element) -> None:
        meta = self._add(debate, "meta")
        self._identification(meta)
        self._analysis(meta)
        references = self._add(meta, "references", source="#clerk")
        sitting = self.facts.meeting
        self._add(
            references, "TLCOrganization", eId="body", href=_href("organization", sitting.body), showAs=sitting.body
        )
        self._add(references, "TLCRole", eId="clerk", href=_href("role", "clerk"), showAs="Clerk")
        for person in self.facts.people:
            known = self.shown.writer.known(person.id) if person.id != "resident" else None
            name = one_line(known.formal if known else "a resident") or "?"
            self._add(references, "TLCPerson", eId=self.people[person.id], href=_href("person", name), showAs=name)
        for concept, said in _CONCEPTS.items():
            self._add(references, "TLCConcept", eId=concept, href=_href("concept", concept), showAs=said)

    def _identification(self, meta: Element) -> None:
        made = self._add(meta, "identification", source="#clerk")
        sitting = self.facts.meeting
        day = sitting.date.isoformat()
        work = f"/akn/gb/debate/minutes/{_slug(sitting.body)}/{day}"
        kind = "exempt" if self.facts.document == "exempt" else "main"
        for name, uri in (("Work", work), ("Expression", f"{work}/eng@"), ("Manifestation", f"{work}/eng@.xml")):
            part = self._add(made, f"FRBR{name}")
            self._add(part, "FRBRthis", value=f"{uri}/!{kind}")
            self._add(part, "FRBRuri", value=uri)
            self._add(part, "FRBRdate", date=day, name="meeting")
            self._add(part, "FRBRauthor", href="#body")
            if name == "Work":
                self._add(part, "FRBRcountry", value="gb")
            elif name == "Expression":
                self._add(part, "FRBRlanguage", language="eng")

    def _analysis(self, meta: Element) -> None:
        if not self.facts.votes:
            return
        made = self._add(self._add(meta, "analysis", source="#clerk"), "parliamentary")
        for vote in self.facts.votes:
            self._quorum(made, vote)
            name = "recount" if self._recounts(vote) else "voting"
            where = f"#{self._stands_at(vote)}"
            outcome = vote.result if vote.result in _CONCEPTS else "tied"
            voting = self._add(made, name, eId=f"vote_{_slug(vote.id)}", outcome=f"#{outcome}", href=where)
            figures = (("for", vote.votes_for), ("against", vote.against), ("abstained", vote.abstained))
            counted = [(side, count) for side, count in figures if count is not None]
            for side, count in counted:
                self._count(voting, side, count)
            if not counted:
                # The schema wants one: how many might vote, where nobody counted.
                self._add(voting, "quorum", eId=self._id(voting.get("eId"), "entitled"), value=str(len(vote.entitled)))

    def _count(self, voting: Element, side: str, count: int) -> None:
        self._add(voting, "count", eId=self._id(voting.get("eId"), "count"), value=str(count), refersTo=f"#{side}")

    def _quorum(self, parliamentary: Element, vote: Voted) -> None:
        kept = self.shown.meeting.votes.get(vote.id)
        put = self.shown.puts.get(kept.put) if kept else None
        if put is None or put.quorum is None or put.quorum.need is None:
            return
        made = self._add(parliamentary, "quorumVerification", eId=f"quorum_{_slug(vote.id)}")
        self._add(made, "quorum", eId=self._id(made.get("eId"), "needed"), value=str(put.quorum.need))
        self._add(made, "count", eId=self._id(made.get("eId"), "present"), value=str(put.quorum.have))

    def _recounts(self, vote: Voted) -> bool:
        """Whether a vote took the place of another."""
        placed = self.shown.placed.get(self.shown.meeting.votes[vote.id].event)
        return bool(getattr(placed.event if placed else None, "supersedes", None))

    # What is said in it

    def _preface(self, debate: Element) -> None:
        preface = self._add(debate, "preface")
        title = self._add(preface, "p")
        self._add(title, "docTitle", one_line(self.draft.marked_title))
        day = self._add(preface, "p")
        self._add(day, "docDate", self.facts.meeting.date.isoformat(), date=self.facts.meeting.date.isoformat())
        for mark in self.draft.marks:
            self._add(preface, "p", one_line(mark))

    def _roll_call(self, body: Element) -> None:
        roll = self._add(body, "rollCall", eId="rollcall")
        self._add(roll, "heading", "Attendance")
        for one in self.facts.attendance:
            line = self._add(roll, "p", eId=self._id("rollcall", "p"))
            person = self._add(
                line, "person", eId=self._id("rollcall", "person"), refersTo=f"#{self.people[one.person]}"
            )
            person.text = clean(self.shown.writer.known(one.person).formal)
            instead = f" for {self.shown.writer.known(one.substitute_for).formal}" if one.substitute_for else ""
            linked = {"": "", "part": ", remotely for a part", "throughout": ", remotely"}[one.remote]
            person.tail = clean(f": {one.status}{instead}{linked}")

    def _section(self, body: Element, item: Business) -> None:
        id_ = self.sections[item.id]
        section = self._add(body, "debateSection", eId=id_, name="agendaItem")
        if item.number:
            self._add(section, "num", item_label(item.number))
        self._add(section, "heading", one_line(item.title) or "?")
        if item.taken is not None:
            line = self._add(section, "p", eId=self._id(id_, "p"))
            self._time(line, item.taken, "startEvent")
        for block in self.draft.of_item(item.id):
            self._block(section, id_, block)
        for vote in self.facts.votes:
            if not vote.recounted:
                for label in (*vote.questions, *filter(None, [vote.facing])):
                    # What a vote was on may have been undone since.
                    question = self.questions.get(label)
                    if question is not None and question.item == item.id:
                        self._result(section, vote, question)

    def _block(self, section: Element, id_: str, block: AnyBlock) -> None:
        match block:
            case ItemHeading():
                return
            case Listing(entries=entries):
                for node in nested(entries):
                    self._list(section, id_, node)
            case Grid():
                self._table(section, id_, block)
            case _:
                for line in lines(block):
                    self._add(section, "p", one_line(line), eId=self._id(id_, "p"))

    def _list(self, parent: Element, id_: str, node: Node) -> None:
        if node.kind == "plain":
            self._add(parent, "p", one_line(plain(node.entries[0].spans)), eId=self._id(id_, "p"))
            return
        made = self._add(parent, "ul", eId=self._id(id_, "ul"))
        for entry in node.entries:
            label = f"{entry.label} " if node.kind == "number" else ""
            one = self._add(made, "li", one_line(label + plain(entry.spans)), eId=self._id(id_, "li"))
            for below in entry.below:
                self._list(one, id_, below)

    def _table(self, section: Element, id_: str, grid: Grid) -> None:
        if is_empty(grid):
            return
        header, rows = cells_of(grid)
        table = self._add(section, "table", eId=self._id(id_, "table"))
        if one_line(grid.title):
            self._add(table, "caption", one_line(grid.title))
        head = self._add(table, "tr")
        for text in header:
            self._add(self._add(head, "th"), "p", text)
        for row in rows:
            line = self._add(table, "tr")
            for cell in row:
                data = self._add(line, "td")
                for text in cell or ("",):
                    self._add(data, "p", text)

    def _resolution(self, vote: Voted, label: str) -> str:
        return f"res_{_slug(vote.id)}_{_slug(label)}"

    def _stands_at(self, vote: Voted) -> str:
        """Where the result of a vote stands: at the first of its questions that is still known; else its item."""
        for label in () if vote.recounted else vote.questions:
            if (question := self.questions.get(label)) is not None and question.item in self.sections:
                return self._resolution(vote, label)
        return self.sections.get(vote.item or "", "body")

    def _result(self, section: Element, vote: Voted, question: Asked) -> None:
        """How a question ended, with the words decided on and the names of those who voted by name."""
        id_ = self._resolution(vote, question.id)
        made = self._add(section, "resolutions", eId=id_)
        line = self._add(made, "p", eId=self._id(id_, "p"))
        kept = self.shown.meeting.votes.get(vote.id)
        turned = question.id == vote.facing
        result = kept.state_of(question.id) if kept is not None else vote.result
        outcome = result if result in _CONCEPTS else "tied"
        ended = self._add(line, "outcome", _CONCEPTS[outcome], eId=self._id(id_, "outcome"), refersTo=f"#{outcome}")
        text = " ".join(question.changes) or " ".join(_words(vote, question))
        ended.tail = clean(f": {one_line(text)}")
        if vote.casting is not None and not turned:
            person = self.shown.writer.known(vote.casting.person).formal
            self._add(made, "p", f"{person}, casting vote: {vote.casting.vote}", eId=self._id(id_, "p"))
        if turned:
            # Who voted how is told once, at the question that was put against this one.
            return
        for one in vote.names:
            named = self._add(made, "p", eId=self._id(id_, "p"))
            choice = f"#{one.vote.replace(' ', '_')}"
            by = f"#{self.people[one.person]}"
            cast = self._add(named, "vote", eId=self._id(id_, "vote"), by=by, choice=choice)
            cast.text = clean(f"{self.shown.writer.known(one.person).formal}: {one.vote}")

    def _adjournments(self, body: Element) -> None:
        for placed in self.shown.meeting.events:
            event = placed.event
            if isinstance(event, MeetingAdjourned | MeetingResumed) and self.shown.event(placed.id):
                said = "adjourned" if isinstance(event, MeetingAdjourned) else "resumed"
                self._break(body, said, event.at, "endEvent" if said == "adjourned" else "startEvent")
        if self.facts.meeting.closed is not None:
            self._break(body, "finished", self.facts.meeting.closed, "endEvent")

    def _break(self, body: Element, said: str, at: datetime | None, kind: str) -> None:
        id_ = self._id("", "adjournment")
        line = self._add(self._add(body, "adjournment", eId=id_), "p", f"The meeting {said}", eId=f"{id_}__p")
        if at is not None:
            line.text = f"The meeting {said} at "
            self._time(line, at, kind)

    def _time(self, line: Element, at: datetime, kind: str) -> None:
        self._add(line, "recordedTime", say_time(at), type=kind, time=at.isoformat(timespec="seconds"))


def _words(vote: Voted, question: Asked) -> Iterator[str]:
    """The text that was put."""
    stages = [stage for stage in question.texts if stage.stage == "put" and stage.by == vote.id] or question.texts[-1:]
    for stage in stages[:1]:
        for clause in stage.clauses:
            yield f"{clause.number} {clause.text}".strip()


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-").lower() or "x"


def _href(kind: str, name: str) -> str:
    return f"/akn/ontology/{kind}/gb/{_slug(name)}"
