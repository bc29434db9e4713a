"""The settings that a meeting is judged by (section 15). None is unset: nobody has said, and the rules say so.

Only Barnet's own values are data (`clerk/profiles`); the defaults here are law, or the safe reading where sources are
silent, and hold for every council.
"""

from datetime import date
from functools import cache
from typing import Any, Literal, get_type_hints

import msgspec
from msgspec import Struct, field

from clerk.setup.fitting import unfit

BodyKind = Literal["council", "committee", "sub-committee", "planning", "licensing", "scrutiny", "executive", "board"]
Counted = Literal["member", "substitute", "coopt_voting", "coopt_nonvoting", "coopt_elsewhere"]


class Category(Struct, frozen=True, forbid_unknown_fields=True):
    """A category of members without which there is no quorum (Q7)."""

    category: str
    min: int = 1


class Window(Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """Days from one to another, both included."""

    since: date
    until: date

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.since <= day <= self.until


class Deadline(Struct, frozen=True, forbid_unknown_fields=True):
    """An hour on a working day before the meeting (PP1)."""

    at: str
    working_days: int


class Majority(Struct, frozen=True, forbid_unknown_fields=True):
    """A majority that an enactment, or a body's own standing order, wants, other than more for than against (V25): a
    `share` of those voting, or of all the members of the body. It is chosen at an item by its `name`, and printed with
    the `enactment`."""

    name: str
    enactment: str
    share: Literal["a majority", "two-thirds", "three-quarters"] = "two-thirds"
    of: Literal["voting", "members"] = "voting"

    @property
    def said(self) -> str:
        """What it wants, in a few words: "two-thirds of those voting"."""
        return f"{self.share} of {'all the members' if self.of == 'members' else 'those voting'}"

    def reached(self, votes_for: int, against: int, members: int) -> bool:
        """Whether so many for make it."""
        whole = members if self.of == "members" else votes_for + against
        if self.share == "a majority":
            return votes_for * 2 > whole
        over, under = (2, 3) if self.share == "two-thirds" else (3, 4)
        return votes_for > 0 and votes_for * under >= whole * over


_1972 = "of the Local Government Act 1972"
MAJORITIES = (
    Majority("s.249", f"section 249 {_1972}"),
    Majority("s.245", f"section 245 {_1972}"),
    Majority("s.74", f"section 74 {_1972}"),
    Majority("s.239", f"section 239 {_1972}", "a majority", "members"),
)
"""What the law wants of every council: honorary titles, a district's style, its name, a bill in Parliament."""


class Profile(Struct, frozen=True):
    """Every setting, by the name that it has in a profile's file: `quorum_counts` is `quorum.counts` there."""

    name: str = ""

    body_kind: BodyKind = field(name="body.kind", default="committee")
    body_quorum: int | None = field(name="body.quorum", default=None)
    body_seats: int | None = field(name="body.seats", default=None)
    body_parent: str = field(name="body.parent", default="")
    body_full_presence: bool = field(name="body.full_presence", default=False)
    body_continuity_required: bool = field(name="body.continuity_required", default=False)
    body_whipping: bool = field(name="body.whipping", default=False)

    quorum_fallback_least: int = field(name="quorum.fallback_least", default=3)
    quorum_fallback_share: int = field(name="quorum.fallback_share", default=4)
    quorum_counts: tuple[Counted, ...] = field(name="quorum.counts", default=("member", "substitute", "coopt_voting"))
    quorum_count_dpi_in_room: bool = field(name="quorum.count_dpi_in_room", default=False)
    quorum_categories: tuple[Category, ...] = field(name="quorum.categories", default=())
    quorum_start_grace_minutes: int | None = field(name="quorum.start_grace_minutes", default=None)

    council_seats: int | None = field(name="council.seats", default=None)
    council_groups: dict[str, int] = field(name="council.groups", default_factory=dict)
    governance: Literal["committee", "executive"] | None = None
    remote_windows: tuple[Window, ...] = field(
        name="remote.windows", default=(Window(date(2020, 4, 4), date(2021, 5, 6)),)
    )

    substitutes_same_group: bool | None = field(name="substitutes.same_group", default=None)
    substitutes_notice_minutes: int | None = field(name="substitutes.notice_minutes", default=None)
    substitutes_allow_swap: bool = field(name="substitutes.allow_swap", default=False)
    substitutes_training_required: bool = field(name="substitutes.training_required", default=False)

    dpi_must_leave: bool = field(name="dpi.must_leave", default=True)
    code_kinds: tuple[str, ...] = field(name="code.kinds", default=())
    code_bars: tuple[str, ...] = field(name="code.bars", default=())
    code_model2020: bool = field(name="code.model2020", default=False)

    motions_seconder_required: bool = field(name="motions.seconder_required", default=True)
    motions_without_seconder: tuple[Literal["chair", "procedural"], ...] = field(
        name="motions.without_seconder", default=("chair", "procedural")
    )
    amendments_order: Literal["chair", "received", "text"] = field(name="amendments.order", default="chair")
    amendments_nested: bool = field(name="amendments.nested", default=True)
    amendments_against: Literal["motion", "last"] | None = field(name="amendments.against", default=None)
    amendments_reject_negating: bool = field(name="amendments.reject_negating", default=True)
    previous_decisions_months: int | None = field(name="previous_decisions.months", default=None)
    previous_decisions_signatories: int | None = field(name="previous_decisions.signatories", default=None)

    division_council_min: int | None = field(name="division.council_min", default=None)
    division_committee_min: int | None = field(name="division.committee_min", default=None)
    division_called: str = field(name="division.called", default="")
    division_after_show_of_hands: bool = field(name="division.after_show_of_hands", default=True)
    division_shows: tuple[Literal["for", "against", "abstained"], ...] = field(
        name="division.shows", default=("for", "against", "abstained")
    )
    vote_closed_at: Literal["put", "vote"] | None = field(name="vote.closed_at", default=None)
    vote_majorities: tuple[Majority, ...] = field(name="vote.majorities", default=MAJORITIES)
    vote_suspension: Majority | None = field(name="vote.suspension", default=None)
    vote_budget_named: bool = field(name="vote.budget_named", default=True)
    vote_hands: str = field(name="vote.hands", default="")
    vote_proxies: bool = field(name="vote.proxies", default=False)
    vote_casting_except: tuple[Literal["appointments"], ...] = field(name="vote.casting_except", default=())
    vote_planning_training: bool = field(name="vote.planning_training", default=False)
    election_tie: Literal["casting vote", "lot"] = field(name="election.tie", default="casting vote")

    public_deadline: Deadline | None = field(name="public.deadline", default=None)
    public_total_minutes: int | None = field(name="public.total_minutes", default=None)
    public_speaker_seconds: int | None = field(name="public.speaker_seconds", default=None)
    public_per_item: int | None = field(name="public.per_item", default=None)
    public_per_person_item: int | None = field(name="public.per_person_item", default=None)
    public_words: int | None = field(name="public.words", default=None)
    public_round_robin: bool = field(name="public.round_robin", default=False)
    public_reply_days: int | None = field(name="public.reply_days", default=None)

    members_items_clear_working_days: int | None = field(name="members_items.clear_working_days", default=None)
    members_items_per_member: int | None = field(name="members_items.per_member", default=None)

    time_guillotine: str | None = field(name="time.guillotine", default=None)
    time_void: bool = field(name="time.void", default=False)
    time_extend_to: str | None = field(name="time.extend_to", default=None)
    time_article: str | None = field(name="time.article", default=None)
    time_may_extend: bool = field(name="time.may_extend", default=False)
    time_unreached: Literal["next_meeting", "written"] | None = field(name="time.unreached", default=None)

    absence_months: int = field(name="absence.months", default=6)
    absence_section: str = field(name="absence.section", default="section 85 of the Local Government Act 1972")

    notice_clear_days: int = field(name="notice.clear_days", default=5)
    clear_days_basis: Literal["working", "not_sunday"] = field(name="clear_days.basis", default="working")
    calendar_holidays: Literal["England", "Wales", "Scotland", "Northern Ireland"] = field(
        name="calendar.holidays", default="England"
    )
    calendar_extra_closed: tuple[date, ...] = field(name="calendar.extra_closed", default=())

    exempt_paragraphs: tuple[int, ...] = field(name="exempt.paragraphs", default=(1, 2, 3, 4, 5, 6, 7))
    exempt_defined_in: str = field(
        name="exempt.defined_in", default="Part 1 of Schedule 12A of the Local Government Act 1972"
    )
    exempt_under: str = field(name="exempt.under", default="")
    exempt_words: dict[str, str] = field(name="exempt.words", default_factory=dict)
    exempt_ground: str = field(name="exempt.ground", default="")
    exempt_weighed: bool = field(name="exempt.weighed", default=True)
    exempt_unweighed: tuple[int, ...] = field(name="exempt.unweighed", default=())
    referral_enabled: bool = field(name="referral.enabled", default=False)
    referral_min_members: int | None = field(name="referral.min_members", default=None)
    callin_enabled: bool = field(name="callin.enabled", default=False)
    callin_days: int | None = field(name="callin.days", default=None)
    callin_signatories: int | None = field(name="callin.signatories", default=None)
    access_years: int = field(name="access.years", default=6)
    publish_target_working_days: int | None = field(name="publish.target_working_days", default=None)

    def remote_allowed(self, day: date) -> bool:
        """Whether someone on a video link was present in law on a day (Q11)."""
        return any(window.holds(day) for window in self.remote_windows)

    @property
    def division_min(self) -> int | None:
        """How many must call for a division on this body (V13)."""
        return self.division_council_min if self.body_kind == "council" else self.division_committee_min


KEYS: dict[str, str] = {
    encoded: name
    for name, encoded in zip(Profile.__struct_fields__, Profile.__struct_encode_fields__, strict=True)
    if name != "name"
}
"""Every setting's key in a file, with its name here."""

LAW: dict[str, str] = {
    "vote.majority": "V1",
    "vote.casting": "V3",
    "vote.own": "V12",
    "vote.entitled": "V16",
    "vote.coopt": "V22",
    "attendance.names": "A1",
    "dpi.bars_vote": "D3",
    "dpi.notify_days": "D5",
    "arrears.bars_vote": "D11",
    "exempt.resolution": "X1",
    "urgent.reason": "U1",
    "minutes.signed": "N1",
    "minutes.access_years": "N8",
}
"""What no profile can set, because it is law, with the rule that says so."""


def kept(profile: Profile) -> dict[str, Any]:
    """A profile's values as plain data, unset ones left out: what is recorded with a meeting."""
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(profile))
    return {key: value for key, value in values.items() if key != "name" and value is not None}


def recorded(name: str, values: dict[str, Any]) -> Profile:
    """A profile as recorded with a meeting. What this version does not know, or cannot read, is left at its default."""
    good: dict[str, Any] = {"name": name}
    for key, value in values.items():
        if key in KEYS and not fault_of(key, value):
            good[key] = value
    return msgspec.convert(good, Profile)


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Profile)


def fault_of(key: str, value: Any) -> str:
    """Why a value is not one that a setting can have, or ""."""
    kind = _hints()[KEYS[key]]
    found = next(unfit(value, kind), None)
    if found is None:
        return ""
    at = ".".join(str(part + 1) if isinstance(part, int) else part for part in found.path)
    return f"“{at}” {found.said}" if at else found.said
