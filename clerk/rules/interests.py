"""Section 4: declarations of interest (D1 to D17), but for who took part all the same (`taking_part`)."""

import re
from collections.abc import Iterator
from datetime import date

from clerk.agenda import Item, whole_and_parts
from clerk.events import Declared, Left, Minuted, Noted, NothingToRecord
from clerk.findings import Finding
from clerk.meeting.interests import barring_rule, in_force, overruled
from clerk.meeting.parts import PROCEDURAL, Declaration, Vote
from clerk.meeting.record import Placed
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import marked
from clerk.saying.names import capital, listed
from clerk.times import say_date


@rule(D1="WARN", D17="WARN")
def always_minuted(case: Case) -> Iterator[Finding]:
    """There is an item for declarations, and something stands under it, if only "None."."""
    items = [item for item in case.items if item.kind == "declarations"]
    if not items and case.meeting.items and not _is_a_forum(case):
        text = "The agenda has no item for declarations of interest."
        yield found("WARN", "D1", text, "Add one (:item), and minute “None.” if there were none.")
    # Judged on the public document: what was recorded in private does not stand there.
    private = case.meeting.private
    declared = any(one.event not in private for one in case.meeting.declarations)
    for item in items if case.closed else []:
        blank = all(p.id in private for p in case.under.get(item.id, [])) and not _nothing(case, item)
        if blank and not declared:
            text = f"Nothing stands under {case.item_name(item.id)}: were there no interests?"
            yield found("WARN", "D1", text, "Record “None” (:none), or what was declared (d).", item=item.id)
        if case.profile.body_whipping and not _whipping(case, item):
            text = "Nothing is minuted of whipping arrangements, which this body takes with the declarations."
            yield found("WARN", "D17", text, "Minute what was declared, or that there were none.", item=item.id)


_FORUM = re.compile(r"\b(forums?|assembly|(public|parish|town) meeting|working (group|party)|liaison)\b", re.IGNORECASE)


def _is_a_forum(case: Case) -> bool:
    """Whether people only meet there: it decides nothing, so nobody need declare an interest in what it decides."""
    setup = case.meeting.setup
    return setup is not None and (bool(_FORUM.search(setup.body)) or setup.printing.get("kind") == "forum")


def _nothing(case: Case, item: Item) -> bool:
    return any(event.item == item.id and p.id not in case.meeting.private for p, event in case.of(NothingToRecord))


def _whipping(case: Case, item: Item) -> bool:
    said = any("whipping" in marked(p.event.text) for p in case.under.get(item.id, []) if isinstance(p.event, Minuted))
    return said or any(event.construct == "DE-13" for _, event in case.of(Noted))


_ABOLISHED = date(2012, 7, 1)
"""From this day there are no personal and no prejudicial interests in law; a council's code may have them still."""


@rule(D2="WARN NOTE", D6="HARD", D7="WARN HARD", D15="NOTE", D16="NOTE", D5="NOTE")
def as_declared(case: Case) -> Iterator[Finding]:
    """What was declared: of which kind, on which items, with what dispensation."""
    kinds = case.profile.code_kinds
    for placed, event in case.of(Declared):
        who = case.names(event.members)
        old = event.kind in ("personal", "personal and prejudicial") and (case.meeting.day or date.min) >= _ABOLISHED
        if old and kinds and event.kind not in kinds:
            text = (
                f"“{event.kind}” is a kind of interest that the law had until July 2012; this council's code has none."
            )
            yield found("NOTE", "D2", text, "It is printed as it was declared.", at=placed)
        if "pecuniary" in (event.kind, event.also) and (not kinds or "dpi" in kinds):
            text = f"Whether the pecuniary interest of {who} is disclosable was not said; it is taken to bar."
            remedy = 'Ask, and say which (:correct): kind=dpi, kind="non-disclosable pecuniary" or kind=non-pecuniary.'
            yield found("NOTE", "D2", text, remedy, at=placed)
        for item in event.items:
            if item not in case.meeting.items:
                text = f"{who} declared an interest in an item that is not on the agenda."
                yield found("WARN", "D2", text, "Say in which (:correct).", at=placed)
        if event.sensitive and event.reason:
            text = f"The interest of {who} is sensitive, and its nature is recorded here."
            remedy = "Take the reason out (:correct): only that there is an interest is minuted."
            yield found("HARD", "D6", text, remedy, at=placed)
        if event.kind == "blanket":
            yield found("NOTE", "D15", f"A general declaration by {who}; it bars nobody.", at=placed)
        yield from _register(case, placed, event, who)
        yield from _dispensation(case, placed, event, who)


@rule(D2="WARN")
def who_declared(case: Case) -> Iterator[Finding]:
    """Whoever declares is there to do so, unless another spoke for them."""
    if not case.meeting.roll_called:
        return
    for placed, event in case.of(Declared):
        place = max(case.place(placed.id), case.roll_place)
        away = [p for p in event.members if not event.spoken_by and _is_member(case, p) and not case.was_in(p, place)]
        if not away:
            continue
        sent = [p for p in away if p in case.meeting.apologies and p not in case.meeting.stays]
        why = "had sent apologies" if sent == away else "was not in the room" if len(away) == 1 else "were not there"
        where = f" in {listed([case.item_name(item) for item in event.items])}" if event.items else ""
        text = f"{case.names(away)} declared an interest{where}, and {why}."
        remedy = "Correct who declared it, who told of it for them (told=), or when they came."
        yield found("WARN", "D2", text, remedy, at=placed)


def _is_member(case: Case, person: str) -> bool:
    known = case.meeting.people.get(person)
    return known is not None and known.kind in ("member", "co-optee")


@rule(D4="WARN")
def left_for_none(case: Case) -> Iterator[Finding]:
    """Who leaves for an interest, or states one again, has declared one in that item."""
    for placed, event in case.of(Left):
        if not event.interest:
            continue
        place = case.place(placed.id)
        back = next((case.place(s.left) for s in case.meeting.stays.get(event.person, ()) if s.left == placed.id), -1)
        later = [case.place(s.came) for s in case.meeting.stays.get(event.person, ()) if case.place(s.came) > back]
        until = min(later, default=len(case.meeting.events))
        items = {case.in_hand(place), event.item, *(item for at, item in case.takings if place < at < until)}
        if not _declared_in(case, event.person, items):
            where = case.item_name(case.in_hand(place) or event.item)
            text = f"{case.name(event.person)} left for an interest in {where}, and declared none in it."
            yield found("WARN", "D4", text, "Record what was declared (d), or why the member left.", at=placed)
    for placed, noted in case.of(Noted):
        if noted.construct != "DE-12":
            continue
        none = [person for person in noted.named() if not _declared_in(case, person, {noted.item})]
        if none:
            text = (
                f"{case.names(none)} stated an interest in {case.item_name(noted.item)} again, and declared none in it."
            )
            yield found("WARN", "D4", text, "Record what was declared (d), or strike this.", at=placed)


def _declared_in(case: Case, person: str, items: set[str | None]) -> bool:
    """Whether a member declared an interest in one of some items, or one that is in none by name."""
    known = case.meeting.items
    # An interest in an item is one in its parts, and one in a part is in the item.
    items = items | {other for item in items if item for other in whole_and_parts(known, item)}
    for one in case.meeting.declarations:
        if one.member != person:
            continue
        money = "arrears" in (one.kind, one.also) and any(
            item in known and known[item].money_106 for item in items if item
        )
        if not one.items or money or items & set(one.items):
            return True
    return False


@rule(X6="WARN")
def declared_in_private(case: Case) -> Iterator[Finding]:
    """What was declared in private session is not in the public minutes, where the law wants interests to stand."""
    for placed, event in case.of(Declared):
        if placed.id not in case.meeting.private:
            continue
        names = case.names(event.members)
        text = f"{names} declared an interest in private session, and the public minutes do not show it."
        remedy = "Free it (:private … no), or record it under the item for declarations."
        yield found("WARN", "X6", text, remedy, at=placed)


def _register(case: Case, placed: Placed, event: Declared, who: str) -> Iterator[Finding]:
    from clerk.calendar import notify_by

    people = case.meeting.people
    for person in event.members:
        if "dpi" in (event.kind, event.also) and person in people and not people[person].voting:
            text = f"{case.name(person)} does not vote here; the rules on pecuniary interests are for those who do."
            yield found("NOTE", "D16", text, at=placed)
    if "dpi" in (event.kind, event.also) and event.registered == "yes":
        text = f"{who}: the interest is in the register, so that the monitoring officer is to be told nothing."
        yield found("NOTE", "D5", text, at=placed)
    if "dpi" in (event.kind, event.also) and event.registered == "no" and case.meeting.setup is not None:
        day = case.meeting.setup.date
        text = f"{who}: the interest is not in the register; the monitoring officer is to be told by "
        figures = f"28 days beginning with {say_date(day)}"
        yield found("NOTE", "D5", f"{text}{say_date(notify_by(day))}.", "Send a reminder.", at=placed, figures=figures)


def _dispensation(case: Case, placed: Placed, event: Declared, who: str) -> Iterator[Finding]:
    from clerk.calendar import months_before

    setup = case.meeting.setup
    if event.effect != "dispensation" or setup is None:
        return
    wanting = [] if event.reference else [("its reference", "ref=")]
    wanting += [] if event.until is not None else [("the day on which it ends", "until=")]
    if wanting:
        said, options = " or ".join(said for said, _ in wanting), " ".join(option for _, option in wanting)
        text = f"The dispensation of {who} is recorded without {said}."
        yield found("WARN", "D7", text, f"Add what is known (:correct … {options}).", at=placed)
    expired = event.until is not None and event.until < setup.date
    if expired or (event.since is not None and event.since > setup.date):
        figures = f"{say_date(event.since) if event.since else '…'} to {say_date(event.until) if event.until else '…'}"
        text = f"The dispensation of {who} was not in force on the day."
        yield found("HARD", "D7", text, "Correct its period, or who voted.", at=placed, figures=figures)
    if event.since is not None and event.until is not None and months_before(event.until, 48) > event.since:
        figures = f"{say_date(event.since)} to {say_date(event.until)}"
        text = f"The dispensation of {who} is for more than four years, which the law does not allow."
        yield found("HARD", "D7", text, "Correct its period.", at=placed, figures=figures)


def leaving_rule(case: Case, declaration: Declaration) -> str:
    """The rule by which an interest sends a member out of the room, or ""."""
    rule_id = barring_rule(case.meeting, declaration)
    return {"D3": "D4", "D11": ""}.get(rule_id, rule_id)


@rule(D4="WARN", D9="WARN", D10="WARN")
def left_the_room(case: Case) -> Iterator[Finding]:
    """Who has an interest that bars is out of the room for the item."""
    meeting = case.meeting
    if not case.profile.dpi_must_leave or meeting.setup is None:
        return
    told: set[tuple[str, str]] = set()
    for place, item in case.takings:
        end = next((p for p, _ in case.takings if p > place), case.closed_place)
        for member in dict.fromkeys(d.member for d in meeting.declarations):
            for one in in_force(meeting, member, item):
                # An interest in an item that was taken in parts is found once, and left for at one of them.
                declared = item if item in one.items else _whole_in(case, item, one.items)
                there = case.place(one.event) < end and _was_in(case, member, place, end)
                if not there or (member, declared) in told or _left_for(case, member, declared):
                    continue
                if one.effect == "left":
                    if end == len(meeting.events):
                        continue
                    rule_id, text = "D4", f"was to leave the room for {case.item_name(declared)}; that is not recorded."
                elif not (rule_id := leaving_rule(case, one)) or one.dispensed_on(meeting.setup.date):
                    continue
                else:
                    kind = "predetermined view of" if rule_id == "D10" else "barring interest in"
                    text = f"has a {kind} {case.item_name(declared)}, and stayed in the room."
                told.add((member, declared))
                remedy = "Record that the member left (:out NAME interest=yes) and came back (:in NAME)."
                text = f"{case.name(member)} {text}"
                yield found("WARN", rule_id, text, remedy, at=meeting.events[place], item=item)


@rule(D4="WARN")
def two_effects(case: Case) -> Iterator[Finding]:
    """What follows from the interests that a member has in an item is one thing."""
    pairs = dict.fromkeys((one.member, item) for one in case.meeting.declarations for item in one.items)
    for member, item in pairs:
        declared = in_force(case.meeting, member, item)
        lesser = [one for one in declared if overruled(case.meeting, member, item, one.effect)]
        # Who leaves the room does not vote: to say both contradicts nothing.
        if lesser and {one.effect for one in declared if one.effect} - {"left", "no vote"}:
            said = " and ".join(dict.fromkeys(f"“{one.effect}”" for one in declared if one.effect))
            text = f"Two declarations of {case.name(member)} in {case.item_name(item)} have different effects: {said}."
            remedy = "Correct one (:correct … effect=); the one that goes further is printed."
            yield found("WARN", "D4", text, remedy, at=lesser[-1].event, item=item)


def _whole_in(case: Case, item: str, declared: tuple[str, ...]) -> str:
    """Which of the items in which an interest was declared has another as its part; itself where none has."""
    return next((one for one in declared if one in whole_and_parts(case.meeting.items, item)), item)


def _left_for(case: Case, member: str, item: str) -> bool:
    """Whether a member went out for an item, or for one of its parts."""
    return any((member, other) in case.left_for for other in whole_and_parts(case.meeting.items, item))


def _was_in(case: Case, member: str, start: int, end: int) -> bool:
    """Whether a member was in the room from where an item was taken to its end, never having left for it."""
    for stay in case.meeting.stays.get(member, ()):
        came, left = case.place(stay.came), case.place(stay.left) if stay.left else len(case.meeting.events)
        if came <= start and left >= end:
            return True
    return False


@rule(D11="NOTE")
def arrears(case: Case) -> Iterator[Finding]:
    """Business that bears on the council tax wants a reminder of section 106."""
    if any("arrears" in (one.kind, one.also) for one in case.meeting.declarations):
        return
    if any("106" in marked(text) for _, text in case.prose):
        return
    for item in case.items:
        if item.money_106 and not case.is_over(item.id):
            text = f"{capital(case.item_name(item.id))} bears on the council tax: members two months in arrears must "
            text += "say so, and do not vote (section 106)."
            yield found("NOTE", "D11", text, "Remind members before it is called.", item=item.id)


@rule(D12="WARN NOTE")
def declared_late(case: Case) -> Iterator[Finding]:
    """A declaration comes before its item."""
    for placed, event in case.of(Declared):
        place = case.place(placed.id)
        for item in event.items:
            starts = [start for start, taken in case.takings if taken == item]
            if not starts or place < starts[0]:
                continue
            members = [p for p in event.members if p in case.meeting.people and _votes_here(case, p)]
            if case.left_at(item) < place:
                if members:
                    text = f"{case.names(members)} declared an interest in {case.item_name(item)} after it was over."
                    yield found("WARN", "D12", text, "Ask the monitoring officer for advice.", at=placed)
                continue
            votes = [v for v in case.votes if item in _items_of(case, v) and case.place(v.event) < place]
            voted = [person for person in members if any(_voted(vote, person) for vote in votes)]
            if voted:
                text = (
                    f"{case.names(voted)} declared an interest in {case.item_name(item)} after voting on it; the vote"
                )
                remedy = "Consider asking the monitoring officer for advice."
                yield found("NOTE", "D12", f"{text} stands.", remedy, at=placed)


def _votes_here(case: Case, person: str) -> bool:
    """Whether a person has a vote on this body, whatever the item."""
    known = case.meeting.people[person]
    return known.kind in ("member", "co-optee") and known.voting


def _items_of(case: Case, vote: Vote) -> set[str | None]:
    """The items that a vote decided something of: on a matter of procedure alone it decided of none."""
    questions = [case.meeting.questions[label] for label in vote.questions if label in case.meeting.questions]
    return {question.item for question in questions if question.kind not in PROCEDURAL}


def _voted(vote: Vote, person: str) -> bool:
    """Whether someone may have voted: was entitled to, and is not known to have kept from it."""
    return person in vote.entitled and person not in vote.not_voting
