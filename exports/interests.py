"""What the minutes say of interests declared: as prose or as a table, from the same facts (DE-02 to DE-15)."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from clerk.events import Declared, ItemTaken, Left, Noted
from clerk.meeting.attendance import acting_at
from clerk.meeting.interests import in_force, overruled
from clerk.meeting.leaving import back_for, left_for
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.times import say_date
from exports.blocks import AnyBlock, Span, Spans
from exports.stated import also_stated, parted, what_declared
from exports.style import capital, listed, unmarked
from exports.writer import Writer, Writes, table

_KINDS = {
    "non-pecuniary": "a non-pecuniary",
    "dpi": "a disclosable pecuniary",
    "pecuniary": "a pecuniary",
    "other": "an",
    "personal": "a personal",
    "personal and prejudicial": "a personal and prejudicial",
    "non-disclosable pecuniary": "a non-disclosable pecuniary",
    "declarable": "a declarable",
    "prejudicial": "a prejudicial",
    "non-prejudicial": "a non-prejudicial",
    "other registrable": "an Other Registrable",
    "non-registrable": "a Non-Registrable",
    "financial": "a financial",
    "non-financial": "a non-financial",
}
_OF_KIND = {"other": " of another kind"}
_EFFECTS = {
    "stayed": "DE-04",
    "left": "DE-05",
    "no vote": "DE-07",
    "dispensation": "DE-06",
    "no part": "DE-07.discussion",
}
_PECUNIARY = ("dpi", "pecuniary", "non-disclosable pecuniary")


def kind_words(event: Declared) -> str:
    """The kind of an interest with its article: "a personal but non-prejudicial"; "an" where none was given."""
    first = _KINDS.get(event.kind, "an")
    if not event.also:
        return first
    first = "an other" if event.kind == "other" else first
    return f"{first} {event.joined} {_KINDS.get(event.also, 'an').split(' ', 1)[-1]}"


def declared(writer: Writer, placed: Placed, event: Declared) -> list[AnyBlock]:
    """The declaration, and its effect in the same paragraph where it is known (DE-04 to DE-07)."""
    people = _people(writer, event, placed)
    if not people:
        return []
    during = _during(writer, placed, "DE-09")
    during = f"{during} " if during else ""
    whole, (event, more) = event, parted(event)
    leads = not during and not event.spoken_by and event.kind != "open mind"
    facts = {
        "people": [capital(people[0]), *people[1:]] if leads else people,
        "count": len(event.members),
        "kind": kind_words(event),
        "of_kind": "" if event.also else _OF_KIND.get(event.kind, ""),
        "items": writer.item_numbers(event.items),
        "reason": event.reason,
        "during": during,
        "by": capital(_named(writer, [event.spoken_by])[0]) if event.spoken_by else "",
    }
    if event.kind == "blanket" and not event.sensitive:
        everyone = len(people) == 1 < len(event.members)
        block = writer.prose("DE-11.blanket", [placed], everyone=everyone, **{**facts, "people": people})
    else:
        block = writer.prose(_key(event), [placed], **facts)
    if more:
        block = writer.joined(block, also_stated(writer, event, more, people, str(facts["items"])))
    effects = _effects(writer, whole, placed)
    return [writer.joined(block, effects)] if effects else [block]


def _key(event: Declared) -> str:
    if event.sensitive:
        return "DE-02.sensitive"
    own = {"open mind": "DE-08", "predetermination": "DE-08.predetermined", "arrears": "DE-02.arrears"}
    own |= {"bias": "DE-08.bias", "connection": "DE-08.connection"}
    if event.kind in own:
        return own[event.kind]
    if event.spoken_by:
        return "DE-10"
    return "DE-15" if event.kind in _PECUNIARY and not event.effect else "DE-02"


def _people(writer: Writer, event: Declared, placed: Placed | None = None) -> list[str]:
    """Who declared."""
    return people_called(writer, event.members, placed)


def people_called(writer: Writer, members: Sequence[str], placed: Placed | None = None) -> list[str]:
    """People as a declaration names them; every member of the body at once is "all Members", every one who was there
    "all Members present" (DE-10)."""
    acts = writer.meeting.acting if placed is None else acting_at(writer.meeting, placed.id)
    acting = {person for _, person in acts}
    if len(acting) > 2 and set(members) >= acting:
        return [writer.style.text("DE-10.all")]
    there = acting & in_room_at(writer.meeting, placed.id) if placed is not None else set()
    if len(there) > 2 and set(members) >= there:
        return [writer.style.text("DE-10.present")]
    return _named(writer, members)


def _named(writer: Writer, people: Sequence[str]) -> list[str]:
    """People who declared: members in full, an officer or a partner with the post at the first mention."""
    posted = ("officer", "partner")
    return [writer.with_post(p) if writer.person(p).kind in posted else writer.person(p).formal for p in people]


def in_room_at(meeting: Meeting, event: str) -> set[str]:
    """Who was in the room when something happened."""
    at = {placed.id: place for place, placed in enumerate(meeting.events)}
    now = at.get(event, len(at))
    return {
        person
        for person, stays in meeting.stays.items()
        if any(at.get(stay.came, 0) < now and (not stay.left or at.get(stay.left, now) > now) for stay in stays)
    }


def _during(writer: Writer, placed: Placed, key: str) -> str:
    """DE-09 (`key`: in a sentence, or in a table's cell), for one made once the items after the declarations had been
    reached, with the item at which it was."""
    item = declarations_item(writer)
    event = placed.event
    if isinstance(event, Declared) and not prints_under_declarations(event):
        return ""
    # Whoever writes under an item says that it was made there, whatever had been taken since.
    under = next((p.event.item for p in writer.meeting.events if p.id == placed.id), event.item)
    if under == item:
        return ""
    taken = [p.event.taken for p in writer.before(placed) if isinstance(p.event, ItemTaken)]
    late = item in taken and bool(taken) and taken[-1] != item
    if not late:
        return ""
    at = under if under in taken else taken[-1]
    where = writer.item_numbers([at]) if writer.numbers.get(at) else ""
    return writer.style.text(key, where=where)


def prints_under_declarations(event: Declared) -> bool:
    """Whether a declaration stands under the item for them: one in no item stands where it was made."""
    return bool(event.items) or event.kind in ("arrears", "blanket") or event.also == "arrears"


def _effects(writer: Writer, event: Declared, placed: Placed | None = None) -> Spans:
    """What followed for each who declared, in one sentence where it was the same for all of them and every item; of
    one who was to leave, that it would be so until it is recorded (DE-05)."""
    if event.effect not in _EFFECTS or _is_overruled(writer, event):
        return ()
    spans: tuple[Span, ...] = ()
    if event.effect == "stayed" and (silent := did_not_vote(writer, event)):
        rest = [member for member in event.members if member not in silent]
        for how, members in (("DE-04", rest), ("DE-04.unable", silent)):
            if members:
                people = _named(writer, members) if rest else _people(writer, event, placed)
                spoke = _effect(writer, event, how, people, event.items)
                spans = (*spans, Span(" "), *spoke) if spans else spoke
        return spans
    if event.effect != "left":
        return _effect(writer, event, _EFFECTS[event.effect], _people(writer, event, placed), event.items)
    for key, people, items in _by_leaving(writer, event):
        whole = len(people) == len(event.members)
        names = _people(writer, event, placed) if whole else _named(writer, people)
        said = writer.item_numbers(items) if len(items) < len(event.items) else ""
        more = _effect(writer, event, key, names, items, said)
        spans = (*spans, Span(" "), *more) if spans else more
    return spans


def did_not_vote(writer: Writer, event: Declared) -> list[str]:
    """Who of those that declared was there for a vote on one of the items and might not vote: the vote says so, and
    the declaration does not say otherwise."""
    at = {placed.id: placed.event.item for placed in writer.meeting.events}
    silent: set[str] = set()
    might: set[str] = set()
    for vote in writer.meeting.votes.values():
        if at.get(vote.event) in event.items and not vote.superseded:
            silent |= {person for person, _ in vote.unable}
            might |= {*vote.entitled, *vote.for_names, *vote.against_names, *vote.abstained_names}
    return [member for member in event.members if member in silent - might]


def _is_overruled(writer: Writer, event: Declared) -> bool:
    """Whether what was to follow from a declaration does not, since more does from others, of the same members in the
    same items (D4)."""
    pairs = [(member, item) for member in event.members for item in event.items]
    return bool(pairs) and all(overruled(writer.meeting, member, item, event.effect) for member, item in pairs)


def _by_leaving(writer: Writer, event: Declared) -> list[tuple[str, list[str], list[str]]]:
    """Those who left, who left and were back before the item was over, or are still to leave, with the items for which
    they did: each with the words for it."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    left, back = left_for(writer.meeting), back_for(writer.meeting)
    for member in event.members:
        ways = {
            item: ("DE-05.back" if (member, item) in back else "DE-05") if (member, item) in left else "DE-05.would"
            for item in event.items
        }
        for key in ("DE-05", "DE-05.back", "DE-05.would"):
            items = tuple(item for item in event.items if ways[item] == key)
            if items or (key == "DE-05.would" and not event.items):
                found.setdefault((key, items), []).append(member)
    return [(key, people, list(items)) for (key, items), people in found.items()]


def _effect(
    writer: Writer, event: Declared, key: str, people: Sequence[str], items: Sequence[str], named: str = ""
) -> Spans:
    facts: dict[str, Any] = {"people": [capital(people[0]), *people[1:]], "items": len(items), "named": named}
    facts["spoke"] = event.effect == "left" and event.dispensed == "speak"
    if event.effect == "dispensation":
        facts |= {"people": list(people), **_granted(writer, event)}
    return writer.style.render(key, **{**writer.common, **facts})


def _granted(writer: Writer, event: Declared) -> dict[str, Any]:
    """What there is to be said of a dispensation."""
    days = {"since": event.since, "until": event.until}
    facts = {"by": writer.holder(event.granted_by), "scope": event.dispensed, "reference": event.reference}
    return facts | {name: say_date(day) if day else "" for name, day in days.items()}


def declared_before(writer: Writer, item: str, alone: bool = False) -> list[AnyBlock]:
    """The interests that were declared in an item elsewhere, for one that is read apart; each with its effect, `alone`
    also where the minutes tell at the item who left."""
    blocks: list[AnyBlock] = []
    for placed in writer.meeting.events:
        event = placed.event
        if not isinstance(event, Declared) or item not in event.items:
            continue
        if event.kind in _NO_INTEREST and not event.also:
            continue
        people = _people(writer, event, placed)
        if not people:
            continue
        first = [capital(people[0]), *people[1:]]
        whole, (event, more) = event, parted(event)
        reason = "" if event.sensitive else event.reason
        facts = {"people": first, "count": len(event.members), "kind": kind_words(event), "reason": reason}
        facts["of_kind"] = "" if event.also else _OF_KIND.get(event.kind, "")
        block = writer.prose(_key_alone(event), [placed], **facts)
        if more:
            where = writer.style.text("DE-02.this")
            block = writer.joined(block, also_stated(writer, event, more, people, where))
        told = not alone and _told_at(writer, whole, item)
        effect = () if told else _effects(writer, replace(whole, items=(item,)), placed)
        blocks.append(writer.joined(block, effect) if effect else block)
    return blocks


def restated(writer: Writer, placed: Placed, event: Noted) -> list[AnyBlock]:
    """DE-12, with the effect that was declared; of one who left, the leaving itself has said so (AT-08)."""
    item = event.item or ""
    gone = {
        p.event.person
        for p in writer.meeting.events
        if isinstance(p.event, Left) and p.event.item == item and p.event.interest
    }
    by_effect: dict[tuple[str, str, str], list[str]] = {}
    left, back = left_for(writer.meeting), back_for(writer.meeting)
    for person in event.named():
        if person in gone:
            continue
        declared = in_force(writer.meeting, person, item)
        effect: str = declared[-1].effect if declared else ""
        if effect == "left" and (person, item) not in left:
            effect = "would"
        elif effect == "left" and (person, item) in back:
            effect = "back"
        scope = declared[-1].dispensed if effect in ("dispensation", "left", "would") else ""
        what = what_declared(writer, [person], [item])
        by_effect.setdefault((effect, scope, what), []).append(person)
    return [
        writer.prose(
            f"DE-12.{effect.replace(' ', '_')}" if effect else "DE-12",
            [placed],
            who=names,
            scope=scope,
            **_what(writer, found, item),
        )
        for (effect, scope, _), found in by_effect.items()
        if (names := _named(writer, found))
    ]


def _what(writer: Writer, people: Sequence[str], item: str) -> dict[str, str]:
    return {"what": what_declared(writer, people, [item])}


def _told_at(writer: Writer, event: Declared, item: str) -> bool:
    """Whether the item itself tells that everyone left who was to (AT-08)."""
    gone = {p.event.person for p in writer.meeting.events if isinstance(p.event, Left) and p.event.item == item}
    return event.effect == "left" and gone.issuperset(event.members)


_NO_INTEREST = ("blanket", "open mind")
"""What is declared of no interest of anyone's own."""


def _key_alone(event: Declared) -> str:
    if event.sensitive:
        return "DE-02.alone.sensitive"
    own = {"predetermination": "DE-08.alone", "arrears": "DE-02.alone.arrears", "bias": "DE-08.alone.bias"}
    own["connection"] = "DE-08.alone.connection"
    return own.get(event.kind, "DE-02.alone")


def declared_together(writer: Writer, events: Sequence[Placed]) -> list[AnyBlock]:
    """DE-03: the declarations of an item as one table."""
    rows = []
    for placed in events:
        event = placed.event
        assert isinstance(event, Declared)
        people = _people(writer, event, placed)
        interest = _cell(writer, placed, event)
        effect = _short_effect(writer, event)
        items = ", ".join(writer.numbers.get(item, "") for item in event.items)
        rows.append(["\n".join(capital(name) for name in people), items, interest, effect])
    text = writer.style.text
    members = {person for placed in events if isinstance(placed.event, Declared) for person in placed.event.members}
    councillors = all(writer.person(person).is_councillor for person in members)
    header = [text(f"DE-03.{column}", councillors=councillors) for column in ("member", "item", "interest", "effect")]
    of = writer.of("DE-03", events)
    grid = table(header, rows, text("DE-03.title"), text("DE-03.description"), **of)
    return [writer.prose("DE-03", events, count=len(rows)), grid]


def _cell(writer: Writer, placed: Placed, event: Declared) -> str:
    """The kind and the reason, "" where neither was given; below them who declared it for the member, and when it was
    not under this item."""
    text = writer.style.text
    if event.sensitive:
        interest = text("DE-03.sensitive")
    else:
        kind = _cell_kind(writer, event)
        interest = ": ".join(filter(None, (kind, event.reason)))
    told = text("DE-10.short", by=_named(writer, [event.spoken_by])[0]) if event.spoken_by else ""
    return "\n".join(capital(line) for line in (interest, told, _during(writer, placed, "DE-09.short")) if line)


def _cell_kind(writer: Writer, event: Declared) -> str:
    """The kind, or two with the word between them, as a table's cell has it."""
    named: dict[str, str] = {kind: words.split(" ", 1)[-1] for kind, words in _KINDS.items()}
    named["connection"] = writer.style.text("DE-03.connection")
    named |= {"other": "other", "arrears": writer.style.text("DE-03.arrears"), "bias": writer.style.text("DE-03.bias")}
    each = [kind for kind in (event.kind, event.also) if kind]
    return f" {event.joined} ".join(named.get(kind, kind) for kind in each)


def _short_effect(writer: Writer, event: Declared) -> str:
    """The effect in a table's cell; of one who was to leave, who did and for which items where that differs."""
    key = "DE-15" if _is_overruled(writer, event) else _EFFECTS.get(event.effect, "DE-15")
    if event.effect == "stayed" and key == "DE-04" and (silent := did_not_vote(writer, event)):
        said = writer.style.text("DE-04.unable.short")
        if len(silent) == len(event.members):
            return said
        return f"{writer.style.text('DE-04.short')}\n{listed(_named(writer, silent))} – {said}"
    if event.effect != "left":
        return writer.style.text(f"{key}.short", **_granted(writer, event))
    groups = _by_leaving(writer, event)
    lines = []
    for key, people, items in groups:
        said = writer.style.text(f"{key}.short", spoke=event.dispensed == "speak")
        who = listed(_named(writer, people)) if len(people) < len(event.members) else ""
        where = unmarked(writer.item_numbers(items)) if len(items) < len(event.items) else ""
        lines.append(" – ".join(filter(None, (who, where, said))) if who or where else said)
    return "\n".join(lines)


def declarations_item(writer: Writer) -> str | None:
    """The item under which all declarations are printed, whenever they were made (DE-09)."""
    items = writer.meeting.items.values()
    return next((item.id for item in items if item.kind == "declarations"), None)


WRITES: Writes = {
    Declared: declared,
}
