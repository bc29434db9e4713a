"""Sections 9 and 12: Members' Items, publication and urgent items (MI1 to MI5, U0 to U3)."""

import re
from collections.abc import Iterator

from clerk.agenda import Item, standing_for
from clerk.events import Minuted, Noted, NothingToRecord, OutcomeDeclared, ReasonsGiven, VoteTaken
from clerk.findings import Finding
from clerk.rare import decides
from clerk.rules.business import UNDECIDED
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.votes import on_procedure
from clerk.saying.names import capital
from clerk.times import say_date


@rule(MI1="WARN NOTE", MI2="WARN", MI3="WARN")
def members_items(case: Case) -> Iterator[Finding]:
    """Members' Items: in time, one for each member; a late one only as urgent."""
    from clerk.calendar import members_item_by

    setup = case.meeting.setup
    raised = [item for item in case.items if item.raised_by]
    if setup is None or not raised:
        return
    latest, most = members_item_by(case.profile, setup.date), case.profile.members_items_per_member
    if latest is None and any(item.received for item in raised):
        text = "Until when Members' Items may come in is not set (members_items.clear_working_days)."
        yield found("NOTE", "MI1", text, "Look it up in the constitution.")
    for item in raised:
        who, where = case.name(item.raised_by), case.item_name(item.id)
        if latest is None or item.received is None or item.received <= latest:
            continue
        figures = f"{case.profile.members_items_clear_working_days} clear working days: by {say_date(latest)}"
        if not item.urgent:
            text = f"The item of {who}, {where}, came on {say_date(item.received)}: too late."
            remedy = "It may be taken only if the chair accepts it as urgent (:mark)."
            yield found("WARN", "MI1", text, remedy, item=item.id, figures=figures)
        elif not item.urgent_reason:
            text = f"The item of {who}, {where}, came late and was accepted as urgent, without a reason."
            yield found("WARN", "MI3", text, "Give the reason (:mark … -- REASON).", item=item.id, figures=figures)
    people = [item.raised_by for item in raised]
    for person in dict.fromkeys(people):
        if most is not None and people.count(person) > most:
            text = f"{case.name(person)} has {people.count(person)} items on this agenda, and may have {most}."
            yield found("WARN", "MI2", text, "Ask which is to be taken.")


ONES = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}


@rule(U0="HARD NOTE")
def published(case: Case) -> Iterator[Finding]:
    """Agenda and reports are open to inspection so many clear days before."""
    from clerk.calendar import publish_by, say_day

    setup = case.meeting.setup
    if setup is None:
        return
    dated = [item for item in case.items if item.published is not None]
    if setup.published is None and not dated:
        return
    latest = publish_by(case.profile, setup.date)
    days = case.profile.notice_clear_days
    figures = f"{ONES.get(days, days)} clear days before {say_day(setup.date)}: by {say_day(latest)}"
    if setup.published is not None and setup.published > latest:
        text = f"The agenda was published on {say_day(setup.published)}: too late."
        remedy = "Unless it was convened at shorter notice, take advice before it begins."
        yield found("HARD", "U0", text, remedy, figures=figures)
    for item in dated:
        if item.published is None or item.published <= latest or item.urgent:
            continue
        where = case.item_name(item.id)
        if any(taken == item.id for _, taken in case.takings):
            text = f"{capital(where)} was published on {say_day(item.published)}, too late, and taken."
            remedy = "It may be taken only as urgent, with the reason minuted (:mark … urgent=yes -- REASON)."
            yield found("HARD", "U0", text, remedy, item=item.id, figures=figures)
        else:
            text = f"{capital(where)} was published on {say_day(item.published)}: too late, unless it is urgent."
            yield found("NOTE", "U0", text, "Tell the chair before it is called.", item=item.id, figures=figures)


_URGENT = re.compile(r"\b(urgen\w+|special circumstances|exceptional|could not wait|emergency)\b", re.IGNORECASE)


def _said_urgent(case: Case, item: Item) -> bool:
    """Whether the minutes say that the chair agreed, and why: by the sentence for it (UR-02), or in a paragraph."""
    noted = any(
        event.item == item.id and event.construct == "UR-02" and event.text.strip() for _, event in case.of(Noted)
    )
    typed = any(event.item == item.id and _URGENT.search(event.text) for _, event in case.of(Minuted))
    return noted or typed


def _why_urgent(case: Case, item: Item) -> bool:
    """Whether the reason of what was decided at the standing item is recorded, by whichever verb gives one."""
    if _said_urgent(case, item) or item.urgent_reason.strip():
        return True
    given = any(event.item == item.id and event.text.strip() for _, event in case.of(ReasonsGiven))
    return given or any(event.item == item.id and event.text.strip() for _, event in case.of(OutcomeDeclared))


def _decided_at(case: Case, item: Item) -> bool:
    """Whether the body decided something at an item: not how to go on, and not to leave it."""
    for placed in case.under.get(item.id, []):
        event = placed.event
        if isinstance(event, VoteTaken):
            continue
        if isinstance(event, OutcomeDeclared) and event.what in UNDECIDED:
            continue
        if decides(event):
            return True
    return any(case.item_of(vote) == item.id for vote in case.votes if not on_procedure(case, vote))


@rule(U1="HARD", U2="WARN", U3="WARN")
def urgent(case: Case) -> Iterator[Finding]:
    """Urgent business: by reason of special circumstances, which are minuted, in the opinion of the chair."""
    for item in case.items:
        done = case.under.get(item.id, [])
        if item.kind == "urgent":
            yield from _standing(case, item)
        elif item.urgent and done and not _said_urgent(case, item):
            yield from _admitted(case, item)


def _admitted(case: Case, item: Item) -> Iterator[Finding]:
    """An item taken as urgent has its reason, and the agreement of whoever presides."""
    presided = {chairing.person for chairing in case.meeting.chairs}
    lacking = [
        what
        for what, given in (("the reason", item.urgent_reason), ("the chair's agreement", item.urgent_agreed))
        if not given.strip()
    ]
    if lacking:
        text = f"{capital(case.item_name(item.id))} was taken as urgent without {' and '.join(lacking)}."
        remedy = "Record them (:mark N urgent=yes agreed=chair -- REASON): the law wants them minuted."
        yield found("HARD", "U1", text, remedy, item=item.id)
    elif item.urgent_agreed not in presided:
        who, where = case.name(item.urgent_agreed), case.item_name(item.id)
        text = f"{who} agreed that {where} is urgent, and did not preside."
        yield found("WARN", "U2", text, "It is for whoever presides: correct who agreed.", item=item.id)


def _standing(case: Case, item: Item) -> Iterator[Finding]:
    """What is decided at the item that is there every time has its reason; where there was nothing, that is said."""
    if _decided_at(case, item) and not _why_urgent(case, item):
        text = f"Something was decided under {case.item_name(item.id)}, and why it was urgent is not recorded."
        remedy = "Give the reason (:urgent -- REASON), or add it as an item of its own (:item … urgent=yes)."
        yield found("HARD", "U1", text, remedy, item=item.id)
    # Judged on the public document.
    private = case.meeting.private
    none = any(event.item == item.id and p.id not in private for p, event in case.of(NothingToRecord))
    elsewhere = any(case.under.get(other.id) for other in standing_for(case.meeting.items, item))
    if case.closed and not case.under.get(item.id) and not none and not elsewhere:
        text = f"Nothing stands under {case.item_name(item.id)}."
        yield found("WARN", "U3", text, "Record “None” (:none).", item=item.id)
