"""From a pack to a meeting: the plain values that a TOML file would give, and what such a file has no fields for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from clerk.agenda import Item, Matter, Planned, Report
from clerk.events import Convened
from clerk.setup.convening import convene
from clerk.setup.profile import Profiles
from store.packs.bodies import known_as
from store.packs.contacts import authors_in
from store.packs.facts import Pack, Record
from store.packs.names import best_match
from store.packs.recommending import joined


def convened(
    pack: Pack, source: str = "", letters: Mapping[str, str] | None = None, profiles: Profiles | None = None
) -> Convened:
    """The meeting that a pack sets up, by one of `profiles` (the shipped ones where it is None). Raises
    `clerk.setup.convening.CannotConvene`, naming what is missing."""
    meeting = pack.meeting
    made = convene(plain_values(pack), source, dict(letters or {}), profiles)
    items = tuple(with_papers(item, record) for item, record in zip(made.items, meeting.of("item"), strict=True))
    references = {
        " ".join(person.get("name").split()): person.get("reference")
        for person in (*meeting.of("member"), *meeting.of("substitute"))
        if person.get("reference")
    }
    people = tuple(replace(person, reference=references.get(person.name, "")) for person in made.people)
    return replace(
        made,
        items=items,
        people=people,
        contact=meeting.get("contact"),
        reference=meeting.get("reference"),
        public_deadline=meeting.get("public deadline"),
    )


def plain_values(pack: Pack) -> dict[str, Any]:
    """What `clerk.setup.convening.convene` takes. What is missing is left out, for it to say so."""
    meeting = pack.meeting
    found: dict[str, Any] = _some(meeting, *_PLAIN)
    if meeting.get("quorum").isdigit() and int(meeting.get("quorum")) > 0:
        found["quorum"] = int(meeting.get("quorum"))
    if meeting.get("vacancies").isdigit() and int(meeting.get("vacancies")) > 0:
        found["vacancies"] = int(meeting.get("vacancies"))
    labels = {name: meeting.get(f"{name}_label") for name in ("chair", "vice_chair") if meeting.get(f"{name}_label")}
    if labels:
        found["labels"] = labels
    found |= {name: True for name in ("annual", "extraordinary") if meeting.get(name)}
    found["members"] = [_member(member) for member in meeting.of("member")]
    chairs = [member for member in found["members"] if member.get("role") == "chair"]
    if len(chairs) > 1:
        # Asked about as a doubt: a body may have joint chairs.
        for member in chairs:
            member["role"] = "joint chair"
    found["substitutes"] = [{k: v for k, v in _member(m).items() if k != "role"} for m in meeting.of("substitute")]
    found["officers"] = [_some(officer, *_OFFICER) for officer in meeting.of("officer")]
    names = [member.get("name") for member in meeting.of("member")]
    found["items"] = [_item(item, names, meeting.get("body")) for item in meeting.of("item")]
    return found


_PLAIN = ("body", "council", "date", "published", "short", "time", "venue", "style", "profile")
_OFFICER = ("name", "id", "title", "post", "organisation", "possessive")


def _some(record: Record, *names: str) -> dict[str, Any]:
    return {name: record.get(name) for name in names if record.get(name)}


def _member(member: Record) -> dict[str, Any]:
    values = _some(
        member,
        "name",
        "id",
        "title",
        "role",
        "group",
        "letter",
        "kind",
        "organisation",
        "scope",
        "category",
        "honorific",
        "honours",
        "ward",
    )
    return values | ({"voting": False} if member.get("voting") == "no" else {})


def _item(item: Record, members: list[str], body: str) -> dict[str, Any]:
    reports = item.of("report")
    values = _some(item, "number", "title", "case", "ward", "under", "motion", "mover", "seconder")
    if item.get("heading"):
        values["kind"] = "heading"
    if item.get("exempt") == "yes":
        values |= {"exempt": True, **_some(item, "paragraphs")}
    asked = [text for report in reports if (text := report.get("recommendations"))]
    if recommendations := joined(asked) or item.get("recommendations"):
        values["recommendations"] = recommendations
    if len(reports) == 1:
        title = reports[0].get("title")
        if title and title != item.get("title"):
            values["report"] = title
        if post := report_of(reports[0].get("report of"), members, body):
            values["report_of"] = post
    elif not reports and (post := report_of(item.get("presented by"), members, body)):
        values["report_of"] = post
    return values


def with_papers(item: Item, record: Record) -> Item:
    """The item with what its papers say beyond what a TOML file can."""
    return replace(
        item,
        urgent=record.get("urgent") == "yes",
        pages=record.get("pages"),
        reference=record.get("reference"),
        referred_from=record.get("referred from"),
        reports=tuple(_report(report) for report in record.of("report")),
        minutes_of=tuple(_days(record.get("minutes of"))),
        matters=tuple(
            Matter(matter.get("owner"), matter.get("task"), matter.get("item then")) for matter in record.of("action")
        ),
        work=tuple(
            Planned(
                one.get("title"),
                one.get("decision"),
                one.get("report of"),
                one.get("issue"),
                one.get("meeting"),
                one.get("deferred") == "yes",
            )
            for one in record.of("planned")
        ),
    )


def _days(text: str) -> list[date]:
    found = []
    for word in text.split():
        try:
            found.append(date.fromisoformat(word))
        except ValueError:
            continue
    return found


def report_of(printed: str, members: list[str], body: str) -> str:
    """The post whose report it is, as minutes print it after "the report from the": a person's name is left out."""
    posts = []
    for author in authors_in(printed):
        chair = re.match(
            r"(?:committee )?(?P<vice>vice[- ])?chair(?P<rest>man|woman|person)?\b", author.post, re.IGNORECASE
        )
        about = re.sub(r"^.*?\bof (?:the )?", "", author.post)
        if chair and (about == author.post or known_as(about, [(body, [])])):
            posts.append(f"{'Vice-' if chair['vice'] else ''}Chair{chair['rest'] or ''}")
        elif author.post:
            posts.append(author.post)
        elif not author.councillor and author.name and not best_match(author.name, members)[1]:
            # Neither a name nor a post that can be told apart: as it stands.
            posts.append("")
    return " and ".join(dict.fromkeys(filter(None, posts)))


def _report(report: Record) -> Report:
    enclosures = report.get("enclosures")
    said = {"yes": True, "no": False}
    return Report(
        report.get("title"),
        report.get("report of"),
        report.get("wards"),
        report.get("status"),
        said.get(report.get("urgent")),
        said.get(report.get("key")),
        tuple(enclosures.split("\n")) if enclosures and enclosures != "none" else (),
        tuple(
            ", ".join(filter(None, (one.get("name"), one.get("post"), one.get("details"))))
            for one in report.of("officer")
            if not one.get("is author")
        ),
        report.get("recommendations"),
        report.get("for information") == "yes",
        next(iter(_days(report.get("date"))), None),
    )
