"""Section 4: declarations of interest (D1 to D17)."""

from collections.abc import Iterator

from clerk.agenda import Item
from clerk.events import Addressed, Declared, Introduced, Minuted, Noted, NothingToRecord
from clerk.findings import Finding
from clerk.meeting.interests import BARRING, in_force
from clerk.meeting.parts import Declaration
from clerk.meeting.record import Placed
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import marked
from clerk.times import say_date


@rule(D1="WARN", D17="WARN")
def always_minuted(case: Case) -> Iterator[Finding]:
    """There is an item for declarations, and something stands under it, if only "None."."""
    items = [item for item in case.items if item.kind == "declarations"]
    if not items and case.meeting.items:
        text = "The agenda has no item for declarations of interest."
        yield found("WARN", "D1", text, "Add one (:item), and minute “None.” if there were none.")
    for item in items if case.closed else []:
        blank = not case.under.get(item.id) and not _nothing(case, item)
        if blank and not case.meeting.declarations:
            text = f"Nothing stands under {case.item_name(item.id)}: were there no interests?"
            yield found("WARN", "D1", text, "Record “None” (:none), or what was declared (d).", item=item.id)
        if case.profile.body_whipping and not _whipping(case, item):
            text = "Nothing is minuted of whipping arrangements, which this body takes with the declarations."
            yield found("WARN", "D17", text, "Minute what was declared, or that there were none.", item=item.id)


def _nothing(case: Case, item: Item) -> bool:
    return any(event.item == item.id for _, event in case.of(NothingToRecord))


def _whipping(case: Case, item: Item) -> bool:
    said = any("whipping" in marked(p.event.text) for p in case.under.get(item.id, []) if isinstance(p.event, Minuted))
    return said or any(event.construct == "DE-13" for _, event in case.of(Noted))


@rule(D2="WARN", D6="HARD", D7="WARN HARD", D15="NOTE", D16="NOTE", D5="NOTE")
def as_declared(case: Case) -> Iterator[Finding]:
    """What was declared: of which kind, on which items, with what dispensation."""
    kinds = case.profile.code_kinds
    for placed, event in case.of(Declared):
        who = case.names(event.members)
        if kinds and event.kind not in kinds:
            text = f"“{event.kind}” is not a kind of interest in this council's code."
            remedy = f"It has: {', '.join(kinds)}."
            yield found("WARN", "D2", text, remedy, at=placed)
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


def _register(case: Case, placed: Placed, event: Declared, who: str) -> Iterator[Finding]:
    from clerk.calendar import notify_by

    people = case.meeting.people
    for person in event.members:
        if event.kind == "dpi" and person in people and not people[person].voting:
            text = f"{case.name(person)} does not vote here; the rules on pecuniary interests are for those who do."
            yield found("NOTE", "D16", text, at=placed)
    if event.kind == "dpi" and event.registered == "no" and case.meeting.setup is not None:
        day = case.meeting.setup.date
        text = f"{who}: the interest is not in the register; the monitoring officer is to be told by "
        figures = f"28 days beginning with {say_date(day)}"
        yield found("NOTE", "D5", f"{text}{say_date(notify_by(day))}.", "Send a reminder.", at=placed, figures=figures)


def _dispensation(case: Case, placed: Placed, event: Declared, who: str) -> Iterator[Finding]:
    from clerk.calendar import months_before

    setup = case.meeting.setup
    if event.effect != "dispensation" or setup is None:
        return
    if not event.reference or event.until is None:
        text = f"The dispensation of {who} is recorded without its reference or period."
        yield found("WARN", "D7", text, "Add them (:correct … ref= since= until=).", at=placed)
    expired = event.until is not None and event.until < setup.date
    if expired or (event.since is not None and event.since > setup.date):
        figures = f"{say_date(event.since) if event.since else '…'} to {say_date(event.until) if event.until else '…'}"
        text = f"The dispensation of {who} was not in force on the day."
        yield found("HARD", "D7", text, "Correct its period, or who voted.", at=placed, figures=figures)
    if event.since is not None and event.until is not None and months_before(event.until, 48) > event.since:
        figures = f"{say_date(event.since)} to {say_date(event.until)}"
        text = f"The dispensation of {who} is for more than four years, which the law does not allow."
        yield found("HARD", "D7", text, "Correct its period.", at=placed, figures=figures)


def _barring(case: Case, declaration: Declaration) -> str:
    """The rule by which an interest sends a member out of the room, or ""."""
    if declaration.kind == "predetermination":
        return "D10"
    if declaration.kind == "other" and case.profile.code_model2020:
        return "D9"
    return "D4" if declaration.kind in BARRING else ""


@rule(D4="WARN", D9="WARN", D10="WARN")
def left_the_room(case: Case) -> Iterator[Finding]:
    """Who has an interest that bars is out of the room for the item."""
    meeting = case.meeting
    if not case.profile.dpi_must_leave or meeting.setup is None:
        return
    for place, item in case.takings:
        end = next((p for p, _ in case.takings if p > place), case.closed_place)
        for member in dict.fromkeys(d.member for d in meeting.declarations if item in d.items):
            for one in in_force(meeting, member, item):
                rule_id = _barring(case, one)
                if not rule_id or one.effect == "left" or one.dispensed_on(meeting.setup.date):
                    continue
                if case.place(one.event) < end and _was_in(case, member, place, end):
                    kind = "predetermined view of" if rule_id == "D10" else "barring interest in"
                    text = f"{case.name(member)} has a {kind} {case.item_name(item)}, and stayed in the room."
                    remedy = "Record that the member left (:out NAME interest=yes) and came back (:in NAME)."
                    yield found("WARN", rule_id, text, remedy, at=case.meeting.events[place], item=item)


def _was_in(case: Case, member: str, start: int, end: int) -> bool:
    """Whether a member was in the room from where an item was taken to its end, never having left for it."""
    for stay in case.meeting.stays.get(member, ()):
        came, left = case.place(stay.came), case.place(stay.left) if stay.left else len(case.meeting.events)
        if came <= start and left >= end:
            return True
    return False


@rule(D3="WARN")
def took_part(case: Case) -> Iterator[Finding]:
    """Who is barred takes no part in the discussion."""
    meeting = case.meeting
    day = meeting.setup.date if meeting.setup else None
    for placed in case.business:
        event = placed.event
        if isinstance(event, Introduced):
            speakers: tuple[str, ...] = (event.person,)
        elif isinstance(event, Addressed):
            speakers = tuple(spoke.person for spoke in event.speakers)
        else:
            continue
        for person in speakers:
            for one in in_force(meeting, person, event.item or ""):
                may = one.dispensed_on(day) and one.dispensed in ("both", "speak")
                if one.kind in BARRING and not may and case.place(one.event) < case.place(placed.id):
                    text = f"{case.name(person)} spoke on {case.item_name(event.item)}, though an interest bars that."
                    yield found("WARN", "D3", text, "Tell the monitoring officer; check the record.", at=placed)


@rule(D11="NOTE")
def arrears(case: Case) -> Iterator[Finding]:
    """Business that bears on the council tax wants a reminder of section 106."""
    if any(one.kind == "arrears" for one in case.meeting.declarations):
        return
    if any("106" in marked(text) for _, text in case.prose):
        return
    for item in case.items:
        if item.money_106 and not case.is_over(item.id):
            text = (
                f"{case.item_name(item.id).capitalize()} bears on the council tax: members two months in arrears must "
            )
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
            who = case.names(event.members)
            if case.left_at(item) < place:
                text = f"{who} declared an interest in {case.item_name(item)} after it was over."
                yield found("WARN", "D12", text, "Ask the monitoring officer for advice.", at=placed)
            elif any(case.item_of(vote) == item and case.place(vote.event) < place for vote in case.votes):
                text = f"{who} declared an interest in {case.item_name(item)} after voting on it; the vote stands."
                yield found("NOTE", "D12", text, "Consider asking the monitoring officer for advice.", at=placed)


@rule(D14="HARD")
def chair_with_an_interest(case: Case) -> Iterator[Finding]:
    """Whoever is barred does not preside over the item."""
    meeting = case.meeting
    day = meeting.setup.date if meeting.setup else None
    said: set[tuple[str, str]] = set()
    barring = [d for d in meeting.declarations if _barring(case, d) or d.effect == "left"]
    for one in barring:
        if one.dispensed_on(day):
            continue
        for item in one.items:
            for placed in case.under.get(item, []):
                place = case.place(placed.id)
                if place < case.place(one.event) or case.presiding(place) != one.member or (one.member, item) in said:
                    continue
                said.add((one.member, item))
                text = f"{case.name(one.member)} presided over {case.item_name(item)} with an interest that bars."
                yield found("HARD", "D14", text, "Say who took the chair for it (p).", at=placed)
