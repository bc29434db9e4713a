"""What is minuted under an item: narrative and its lists, reports, who came to the table, who spoke."""

import re
from collections.abc import Sequence

from clerk.agenda import Item
from clerk.events import (
    Addressed,
    Introduced,
    Invited,
    Minuted,
    Noted,
    NothingToRecord,
)
from clerk.events.public import Spoke
from clerk.meeting.record import Placed
from exports.blocks import AnyBlock, ListEntry, Listing, Prose, Span
from exports.organisations import is_a_body
from exports.style import capital, listed
from exports.writer import Writer, Writes, said

_NUMBERED = re.compile(r"^(\d{1,3}(?:\.\d{1,2})?)(?:[.)]\s+(?=\S)|(?<=\.\d)\s+(?=[A-Z“‘])|(?<=\.\d\d)\s+(?=[A-Z“‘]))")
"""A number with its stop or bracket, or "1.1" before a capital: "48 trees" and "2.5 million" are words."""


def minuted(writer: Writer, placed: Placed, event: Minuted) -> list[AnyBlock]:
    """Narrative: a paragraph, or lines of a list. Lines of one kind that follow each other are one list."""
    blocks: list[AnyBlock] = []
    for line in event.text.split("\n"):
        entry = _list_entry(line.strip(), blocks[-1] if blocks else None)
        of = writer.of("", [placed])
        if entry is None:
            blocks.append(Prose(spans=said(line.strip()), **of))
        elif blocks and isinstance(blocks[-1], Listing):
            blocks[-1] = Listing(entries=(*blocks[-1].entries, entry), **of)
        else:
            blocks.append(Listing(entries=(entry,), **of))
    return [block for block in blocks if not isinstance(block, Prose) or block.spans[0].text]


def list_of(text: str) -> tuple[ListEntry, ...]:
    """Typed lines as the entries of a list."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return tuple(_list_entry(line, None) or ListEntry((Span(line),), "plain") for line in lines)


def _list_entry(line: str, before: AnyBlock | None) -> ListEntry | None:
    if line.startswith(("- ", "• ")):
        return ListEntry((Span(line[2:].strip()),), "bullet")
    match = _NUMBERED.match(line)
    if match is None:
        return None
    return ListEntry((Span(line[match.end() :]),), "number", match[1], match[1].count("."))


def follows_on(before: Listing, after: Listing) -> bool:
    """Whether a list goes on from another: bullets from bullets, a number from the one before it."""
    last, first = before.entries[-1], after.entries[0]
    if first.kind == "bullet":
        return True
    numbers = [entry.number for entry in before.entries if entry.kind == "number"]
    return first.kind == "number" and bool(numbers) and first.number in _next_numbers(numbers[-1]) and last is not None


def _next_numbers(number: str) -> tuple[str, ...]:
    main, dot, sub = number.partition(".")
    return (str(int(main) + 1), f"{main}.{int(sub) + 1}" if dot else f"{main}.1")


_NONE_IDS = {
    "declarations": "DE-01",
    "monitoring officer": "MO-01",
    "members' items": "MB-01",
    "public": "PU-01",
    "urgent": "UR-01",
    "absence": "AT-06",
}


_ONE = re.compile(r"\b(?:business|correspondence|report)$")
"""How the title of business ends of which there is one or none, and not several."""


def nothing(writer: Writer, placed: Placed, event: NothingToRecord) -> list[AnyBlock]:
    """ "None.", under the id of the item's own construct; of business that has none of its own, no more than that there
    was none."""
    item = writer.item(event.item)
    kind, title = (item.kind, item.title.casefold()) if item else ("report", "")
    key = _NONE_IDS.get(kind, "UR-01.other")
    # Any other business is kept under the same kind, and need not be urgent.
    key = "UR-01.other" if key == "UR-01" and "urgent" not in title else key
    return [writer.prose(key, [placed], asked="question" in title, one=_ONE.search(title) is not None)]


def introduced(writer: Writer, placed: Placed, event: Introduced) -> list[AnyBlock]:
    """RE-01, the narrative that follows in the same paragraph."""
    item = writer.item(event.item)
    person = writer.person(event.person)
    chairs = writer.is_chairman(event.person, placed)
    paper = _PAPER.match(event.text)
    what = event.what or (paper["what"] if paper else "")
    if what:
        who, more = _all_who(writer, placed, event), event.text if event.what else ""
        return [writer.prose("RE-01.what", [placed], more, who=who, manner=event.manner, what=what)]
    if event.manner == "introduced" and not event.others and not chairs and person.kind == "member" and person.post:
        who = writer.narrative(event.person)
        told = who.removesuffix(f" ({person.apart})") if person.apart == person.post else who
        facts = {"who": told, "portfolio": person.post}
        return [writer.prose("CA-03", [placed], event.text, **facts)]
    # "Treasurer (Weir Council)" is the Treasurer.
    posts = {re.sub(r" \([^()]*\)$", "", writer.person(id_).post) for id_ in event.people}
    facts = {
        "who": _all_who(writer, placed, event),
        "possessive": "their" if event.others else person.possessive,
        "committee": writer.committee,
        "report": item.report or item.title if item else "",
        "report_of": item.report_of if item and item.report_of not in posts else "",
    }
    key = "RE-01" if event.manner == "introduced" else f"RE-01.{event.manner}"
    is_report = _A_REPORT.search(facts["report"]) is not None
    return [writer.prose(key, [placed], event.text, **facts, is_report=is_report)]


_PAPER = re.compile(
    r"(?:the|his|her|their|an?)? ?(?P<what>(?:(?!of |that |which )[\w’'-]+ ){0,5}(?:reports?|papers?|updates?)"
    r"(?: (?:of|from|by) [\w’' -]{1,60})?)\.?$",
    re.IGNORECASE,
)
"""Words after a report that name the paper itself, and say nothing of it: "the Police report"."""
_A_REPORT = re.compile(r"\breport\b", re.IGNORECASE)
"""Words of a title that says itself that it is of a report."""


def _all_who(writer: Writer, placed: Placed, event: Introduced) -> str:
    if not event.others:
        return writer.chair if writer.is_chairman(event.person, placed) else _who(writer, event.person)
    presiding = [id_ for id_ in event.people if writer.is_chairman(id_, placed)]
    return listed(writer.chair if id_ in presiding else writer.with_post(id_) for id_ in event.people)


def _who(writer: Writer, id_: str) -> str:
    person = writer.person(id_)
    if not person.name or person.is_councillor:
        return person.formal
    if writer.named_before(id_):
        return writer.brief(id_)
    return writer.style.text("RE-01.who", name=person.beside_the_post.formal, post=person.post)


def invited(writer: Writer, placed: Placed, event: Invited) -> list[AnyBlock]:
    """RE-02: who came to the table, with posts; who was invited to speak, in a sentence."""
    if event.to == "speak":
        people = [_who(writer, id_) for id_ in event.people]
        return [writer.prose("RE-02.speak", [placed], people=people)]
    entries: list[ListEntry] = []
    for id_ in event.people:
        person = writer.person(id_)
        writer.named_before(id_)
        post = person.post if person.name else ""
        facts = {"name": capital(person.beside_the_post.formal), "post": post, "organisation": person.organisation}
        entries.append(ListEntry(writer.style.render("RE-02.person", **facts), "bullet"))
    return [
        writer.prose("RE-02", [placed]),
        Listing(entries=tuple(entries), **writer.of("RE-02", [placed])),
    ]


def addressed(writer: Writer, placed: Placed, event: Addressed) -> list[AnyBlock]:
    """PU-03 for residents, PU-13 for councillors who do not sit on the body."""
    blocks: list[AnyBlock] = []
    councillors = [spoke for spoke in event.speakers if writer.person(spoke.person).is_councillor]
    residents = [spoke for spoke in event.speakers if spoke not in councillors]
    on = [item for item in (event.about, *event.also_about) if item and writer.item(item)]
    about = writer.item_numbers(on)
    common = {"about": about[:1].upper() + about[1:]}
    also = any(isinstance(p.event, Addressed) and p.event.item == event.item for p in writer.before(placed))
    if residents and not writer.setting("public_names"):
        blocks.append(writer.prose("PU-03.many", [placed], speakers=_by_number(writer, residents), **common))
    elif len(residents) == 1:
        speaker = capital(_speaker(writer, residents[0]))
        blocks.append(writer.prose("PU-03.one", [placed], speaker=speaker, **common))
    elif residents:
        others = any(writer.person(spoke.person).kind != "speaker" for spoke in residents)
        blocks.append(writer.prose("PU-03", [placed], others=others, **common))
        speakers = [_speaker(writer, spoke) for spoke in residents]
        blocks.append(writer.prose("PU-03.names", [placed], speakers=speakers))
    if councillors:
        people = [capital(_speaker(writer, spoke, event.capacity)) for spoke in councillors]
        facts = {"people": people, "also": also or bool(residents), "capacity": event.capacity, **common}
        blocks.append(writer.prose("PU-13", [placed], **facts))
    return blocks


def _by_number(writer: Writer, residents: Sequence[Spoke]) -> list[str]:
    """Speakers where a body does not print the names of residents: how many they were, and the organisations for which
    one spoke; whoever sits on another council, or comes from one, is no resident."""
    alone = [one.person for one in residents if not _of_body(writer, one)]
    named = list(writer.public(alone).names) if alone else []
    for spoke in residents:
        if body := _of_body(writer, spoke):
            unnamed = writer.person(spoke.person).kind == "speaker"
            named.append(writer.of_body(spoke.person, body) if unnamed else _speaker(writer, spoke))
    return named


def _of_body(writer: Writer, spoke: Spoke) -> str:
    """The organisation for which somebody spoke, "" for nobody's or a person."""
    if spoke.on_behalf_of:
        return spoke.on_behalf_of if is_a_body(spoke.on_behalf_of) else ""
    return writer.person(spoke.person).organisation


def _speaker(writer: Writer, spoke: Spoke, capacity: str = "") -> str:
    """A speaker with whom or what they spoke for; else with the organisation that is known of them, or the ward."""
    person = writer.person(spoke.person)
    name = person.formal
    if spoke.on_behalf_of:
        name = writer.style.text("PU-05", speaker=name, other=spoke.on_behalf_of)
    elif person.organisation:
        name = writer.style.text("AT-11", person=name, organisation=person.organisation)
    elif person.is_councillor:
        name = writer.visiting(spoke.person, [capacity], name)
    return writer.style.text("PU-05.read", speaker=name, reader=spoke.read_by) if spoke.read_by else name


def urgent(writer: Writer, item: Item, events: Sequence[Placed]) -> list[AnyBlock]:
    """UR-02 for an item marked as urgent in its papers, unless the chair's agreement was minuted (U1)."""
    minuted = any(isinstance(placed.event, Noted) and placed.event.construct == "UR-02" for placed in events)
    if not item.urgent or not item.urgent_reason or not item.urgent_agreed or minuted:
        return []
    said = writer.style.render("UR-02", **writer.common, title="", text=item.urgent_reason.rstrip("."))
    return [Prose(spans=said, construct="UR-02", item=item.id)]


def lists_joined(blocks: Sequence[AnyBlock]) -> list[AnyBlock]:
    """Blocks with lists that go on from each other made one: a clerk types them a line at a time."""
    joined: list[AnyBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        typed = isinstance(block, Listing) and not block.construct
        if typed and isinstance(last, Listing) and not last.construct and last.item == block.item:
            assert isinstance(block, Listing)
            if last.private == block.private and follows_on(last, block):
                depth = 1 if last.entries[0].kind == "number" else 0
                more = tuple(
                    ListEntry(e.spans, e.kind, e.number, depth) if e.kind == "bullet" else e for e in block.entries
                )
                joined[-1] = Listing(
                    entries=(*last.entries, *more),
                    events=tuple(dict.fromkeys((*last.events, *block.events))),
                    item=last.item,
                    private=last.private,
                )
                continue
        joined.append(block)
    return joined


WRITES: Writes = {
    Minuted: minuted,
    NothingToRecord: nothing,
    Introduced: introduced,
    Invited: invited,
    Addressed: addressed,
}
