"""Setting a meeting up from plain values, as read from a TOML file: every mistake named, with the nearest field."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from clerk.agenda import Item, kind_of
from clerk.events import Convened
from clerk.names import nearest_word, plain
from clerk.people import Person, Seat, letter_seats
from clerk.setup.honours import parts_of, turned
from clerk.setup.law import guess_law
from clerk.setup.papers import Member, Officer, PaperItem, Papers, as_text
from clerk.setup.papers_faults import faults, misfits, unknown_fields
from clerk.setup.profile import DEFAULT, Profiles, flat, shipped
from clerk.setup.settings import Profile, kept
from clerk.setup.settings_faults import faults_of, mistakes
from clerk.toml import read_toml


class CannotConvene(ValueError):
    """What is wrong with the set-up; `faults` has a sentence for each thing, with where it stands."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


def read_meeting(
    text: str, source: str = "", letters: dict[str, str] | None = None, profiles: Profiles | None = None
) -> Convened:
    """A meeting set out as TOML. `letters` are the seat letters that the body already uses, by name; `profiles` those
    that its settings are taken from, the shipped ones where it is None.

    Raises `CannotConvene`, naming each missing, misspelt or impossible field.
    """
    try:
        data = read_toml(text)
    except ValueError as error:
        raise CannotConvene([f"This is not TOML: {str(error).rstrip('.')}."]) from None
    return convene(data, source, letters, profiles)


def convene(
    data: dict[str, Any],
    source: str = "",
    letters: dict[str, str] | None = None,
    profiles: Profiles | None = None,
) -> Convened:
    """A meeting from plain values. Raises `CannotConvene`."""
    if unknown := unknown_fields(data):
        raise CannotConvene(unknown)
    plain_data = as_text(data)
    if wrong := misfits(plain_data):
        raise CannotConvene(wrong)
    meeting = msgspec.convert(plain_data, Papers)
    meeting = replace(meeting, members=[*map(_named, meeting.members)], substitutes=[*map(_named, meeting.substitutes)])
    if found := faults(meeting):
        raise CannotConvene(found)
    profiles = profiles or shipped()
    if "profile" not in data:
        # Nothing of one council's law reaches a body of which nothing says that it is that council's.
        meeting = replace(meeting, profile=law_of(meeting.body, meeting.venue))
    profile = _profile(meeting, profiles)
    return _convened(meeting, source, letters or {}, profile)


def law_of(body: str, venue: str) -> str:
    """Whose law a body goes by of which no file says it: as its name and the place where it meets tell, else the
    statutes alone."""
    law = guess_law([body, venue])
    return law.profile if law is not None else DEFAULT


_PLANNING_CASE = re.compile(r"\d/|/\d")
"""How an application for planning permission is numbered: "21/01234/FUL", "PF/15/0797"."""


def decides_applications(kind: str, cases: Iterable[str]) -> bool:
    """Whether a body of which its name says nothing decides applications for planning permission, by the case numbers
    of its items (D12, M20)."""
    return kind in ("committee", "sub-committee") and any(map(_PLANNING_CASE.search, cases))


def _profile(meeting: Papers, profiles: Profiles) -> Profile:
    """The settings that the meeting goes by: its council's on its day, its own `settings` stronger."""
    if meeting.profile not in (*profiles.councils, *profiles.names):
        known = (*profiles.councils, *profiles.names)
        raise CannotConvene([f"“profile”: there is no “{meeting.profile}”.{nearest_word(meeting.profile, known)}"])
    own = flat(meeting.settings)
    wrong = mistakes(own)
    day = dt.date.fromisoformat(meeting.date)
    own = {} if wrong else own
    profile = profiles.choose(meeting.profile, day, meeting.body, own)
    if decides_applications(profile.body_kind, [item.case for item in meeting.items]) and "body.kind" not in own:
        profile = profiles.choose(meeting.profile, day, f"{meeting.body} on planning", own)
    if wrong := wrong or faults_of(kept(profile), len(meeting.members) or None):
        raise CannotConvene([f"In settings, “{key}”: {reason}" for key, reason in wrong])
    return profile


def _convened(meeting: Papers, source: str, letters: dict[str, str], profile: Profile) -> Convened:
    everyone: list[Member | Officer] = [*meeting.members, *meeting.substitutes, *meeting.officers]
    # A surname that two share means neither: their ids have the given name too.
    surnames = Counter(plain(person.name).split()[-1] for person in everyone if plain(person.name))
    used = {person.id for person in everyone} | {surname for surname, count in surnames.items() if count > 1}
    members = _with_proxies([_member(member, used) for member in meeting.members])
    substitutes = [_member(member, used) for member in meeting.substitutes]
    officers = [
        Person(
            officer.id or _id(officer.name or officer.post, used),
            officer.name,
            officer.kind,
            title=officer.title,
            post=officer.post,
            organisation=officer.organisation,
            possessive=officer.possessive,
            ward=officer.ward,
        )
        for officer in meeting.officers
    ]
    # Two of one name have each a letter of their own: with their ids they are two names.
    count = Counter(member.name for member in meeting.members)
    names = [one.name if count[one.name] == 1 else f"{one.id} {one.name}" for one in members]
    own = {name: member.letter for name, member in zip(names, meeting.members, strict=True) if member.letter}
    codes = letter_seats(names, {**letters, **own})
    return Convened(
        body=meeting.body,
        date=dt.date.fromisoformat(meeting.date),
        short=meeting.short or initials(meeting.body),
        time=meeting.time,
        venue=meeting.venue,
        quorum=meeting.quorum,
        chair_label=meeting.labels.chair,
        vice_chair_label=meeting.labels.vice,
        people=(*members, *substitutes, *officers),
        seats=(
            *(
                Seat(f"s{number}", person.id, "chair" if member.role == "joint chair" else member.role, code)
                for number, (member, person, code) in enumerate(zip(meeting.members, members, codes, strict=True), 1)
            ),
            *(Seat(f"s{len(members) + number}") for number in range(1, meeting.vacancies + 1)),
        ),
        substitutes=tuple(person.id for person in substitutes),
        items=tuple(
            _item(number, item, (*members, *substitutes, *officers), meeting.items)
            for number, item in enumerate(meeting.items, 1)
        ),
        style=meeting.style,
        profile=profile.name,
        settings=kept(profile),
        printing=meeting.printing,
        source=source,
        published=meeting.published,
        public_deadline=meeting.public_deadline,
        extraordinary=meeting.extraordinary,
        annual=meeting.annual,
        council=meeting.council if plain(meeting.council) != plain(meeting.body) else "",
    )


def _named(member: Member) -> Member:
    """A member by name alone, what stands before it and after it apart: "Rt Hon Ian Law MBE", "Hay, Gus"."""
    honorific, name, honours = parts_of(turned(member.name))
    if not name:
        return member
    title = member.title or (honorific if member.kind == "co-optee" else "")
    return replace(
        member,
        name=name,
        title=title,
        honorific=member.honorific or ("" if title else honorific),
        honours=member.honours or honours,
    )


def initials(body: str) -> str:
    """A short name made of a body's capitals: "Community Leadership and Libraries Committee" is "CLLC"."""
    return "".join(word[0] for word in body.split() if word[0].isupper()) or "meeting"


def _member(member: Member, used: set[str]) -> Person:
    return Person(
        member.id or _id(member.name, used),
        member.name,
        member.kind,
        title=member.title,
        group=member.group,
        organisation=member.organisation,
        post=member.post,
        possessive=member.possessive,
        voting=member.voting,
        scope=member.scope,
        category=member.category,
        office_ended=member.office_ended,
        honorific=member.honorific,
        honours=member.honours,
        suspended=tuple(member.suspended),
        trained_planning=member.trained_planning,
        proxies=tuple(member.proxies),
        ward=member.ward,
    )


def _with_proxies(members: list[Person]) -> list[Person]:
    """Members whose proxies are named by id, where the file names them as it names members."""
    ids = {plain(one.name): one.id for one in members}
    return [
        replace(one, proxies=tuple(replace(p, holder=ids.get(plain(p.holder), p.holder)) for p in one.proxies))
        if one.proxies
        else one
        for one in members
    ]


def _id(name: str, used: set[str]) -> str:
    words = plain(name).split() or ["person"]
    wanted = [words[-1], "-".join((words[-1], *words[:-1])), *(f"{words[-1]}-{n}" for n in range(2, len(used) + 3))]
    id_ = next(id_ for id_ in wanted if id_ not in used)
    used.add(id_)
    return id_


def _item(number: int, item: PaperItem, people: Sequence[Person], items: Sequence[PaperItem]) -> Item:
    # A Member's Item names its member as the clerk writes the name, or by id.
    raised_by, mover, seconder = (_whom(name, people) for name in (item.raised_by, item.mover, item.seconder))
    recommendations = item.recommendations
    if isinstance(recommendations, list):
        lead = len(recommendations) > 1 and not any(re.match(r"\d{1,3}[.)]\s", line) for line in recommendations)
        recommendations = "\n".join(f"{n}. {line}" if lead else line for n, line in enumerate(recommendations, 1))
    return Item(
        f"i{number}",
        str(item.number),
        item.title,
        item.kind or ("application" if item.case or item.ward else kind_of(item.title)),
        report_of=item.report_of,
        report=item.report,
        recommendations=recommendations,
        exempt=item.exempt,
        confidential=item.confidential,
        money_106=item.money_106,
        budget=item.budget,
        subject=item.subject,
        published=item.published,
        raised_by=raised_by,
        received=item.received,
        parent=next(
            (f"i{n}" for n, o in enumerate(items, 1) if item.under != "" and str(o.number) == str(item.under)), ""
        ),
        detail=item.detail,
        case=item.case,
        ward=item.ward,
        majority=item.majority,
        paragraphs=item.paragraphs,
        motion=item.motion,
        mover=mover,
        seconder=seconder,
    )


def _whom(name: str, people: Sequence[Person]) -> str:
    """The id of whoever is named: by the whole name or the id, else by a surname that one alone has; else the name."""
    wanted = plain(name)
    if not wanted:
        return ""
    whole = [person.id for person in people if wanted in (plain(person.name), person.id)]
    alone = [person.id for person in people if plain(person.name).split()[-1:] == [wanted]]
    return next(iter(whole or (alone if len(alone) == 1 else [])), name)
