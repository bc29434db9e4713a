"""The one set of rules, over the streams of all files: what the pack says, each fact with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct, field

from clerk.agenda import kind_of
from store.packs.agenda_lines import as_agenda
from store.packs.agreeing import add_items, conflicts
from store.packs.apart import find_apart
from store.packs.application_index import Entry, place_entries, without_index
from store.packs.bilingual import in_english
from store.packs.bodies import same_body
from store.packs.bound_minutes import minutes_spans, read_minutes
from store.packs.business import business_at, read_business
from store.packs.covers import read_cover
from store.packs.facts import Doubt, Pack, Record
from store.packs.fields import take_fields
from store.packs.flow import flowing
from store.packs.front import read_front
from store.packs.inside import with_reports
from store.packs.labels import cover_head, cover_starts
from store.packs.listing import announced_at, last_item, numbered_at
from store.packs.matching import Bound, place_reports
from store.packs.memo import memo_at, read_memo
from store.packs.names import best_match, key
from store.packs.numbering import with_marks
from store.packs.officers_listed import read_officers
from store.packs.plain_reports import head_of, read_plain, reports_at
from store.packs.plans import plan_at, read_plan
from store.packs.roll_councils import put_councils
from store.packs.roll_reading import read_roll
from store.packs.saying import said
from store.packs.schedule import head_of_schedule, read_schedule, schedule_at, schedule_may_follow
from store.packs.stream import Line, Stream
from store.packs.unnumbered import with_counts
from store.packs.unread import unread
from store.packs.what_paper import are_minutes, read_kind, says_errata
from store.packs.whose import HEAD, only_consulted, put_chair_called, put_council, put_language, put_own_name
from store.packs.years import put_year


class _Parts(Struct):
    """A file's lines, and where its parts are."""

    lines: list[Line]
    covers: list[int] = field(default_factory=list)
    minutes: list[tuple[int, int]] = field(default_factory=list)
    plan: int = -1
    memo: int = -1
    plain: list[int] = field(default_factory=list)
    schedule: list[int] = field(default_factory=list)
    alone: bool = False
    front: int = 0
    entries: list[Entry] = field(default_factory=list)


class _Asked(Struct, array_like=True):
    """What is to be found in a process of its own."""

    streams: list[Stream]
    names: list[str]
    agenda: list[Record]


_FEW = 1_500
_SHORT = 150_000
"""Lines and characters that take no time to look through, whatever they are."""


def find_safely(streams: Sequence[Stream], names: Iterable[str] = (), agenda: Iterable[Record] = ()) -> Pack:
    """`find_facts`, in a process of its own where the lines are so many that they could take for ever; a pack with
    nothing but a doubt where they would."""
    lines = [line for stream in streams for line in stream.lines]
    longest = max((len(line.text) for line in lines), default=0)
    if len(lines) <= _FEW and longest < 4_000 and sum(len(line.text) for line in lines) < _SHORT:
        return find_facts(streams, names, agenda)
    import msgspec

    asked = _Asked(list(streams), list(names), list(agenda))
    found, why = find_apart(msgspec.json.encode(asked))
    if found:
        return msgspec.json.decode(found, type=Pack)
    pack = Pack(Record("meeting", records=asked.agenda), [note for stream in streams for note in stream.notes])
    pack.doubts.append(Doubt(f"Nothing could be made of these papers: {why}"))
    return pack


def found_apart(asked: bytes) -> bytes:
    """What is found, as JSON: called in a process of its own."""
    import msgspec

    what = msgspec.json.decode(asked, type=_Asked)
    return msgspec.json.encode(find_facts(what.streams, what.names, what.agenda))


def find_facts(streams: Iterable[Stream], names: Iterable[str] = (), agenda: Iterable[Record] = ()) -> Pack:
    """Everything that the files say. `names` are members already known, for columns that ran together;
    `agenda` are the items that the meeting has already.

    People are joined afterwards (`join_people`), when it is known who is on the roll.
    """
    pack = Pack(Record("meeting", records=list(agenda)))
    given = list(streams)
    read = list(map(in_english, given))
    reports: list[Bound] = []
    plans: list[Record] = []
    earlier: list[_Parts] = []
    fronts: list[Line] = []
    known = list(names)
    for stream in read:
        if stream.data is not None:
            # What somebody wrote out field by field goes before what is made out.
            take_fields(pack, stream.data, stream.file)
    for stream in read:
        pack.notes += stream.notes
        if stream.data is not None:
            continue
        parts = _parted(stream)
        for start, end in parts.minutes:
            read_minutes(pack.meeting, parts.lines[start:end])
        known += [one.get("name") for minutes in pack.meeting.of("minutes") for one in minutes.of("attendance")]
        if _is_minutes(parts):
            earlier.append(parts)
        else:
            fronts += _front(pack, parts, known)
        reports += _reports(parts)
        place_entries(pack, parts.entries, parts.lines)
        if parts.schedule:
            read_schedule(pack, parts.lines, parts.schedule)
        if parts.plan >= 0:
            plans += read_plan(parts.lines, parts.plan)[0]
    for parts in earlier:
        _as_minutes(pack, parts.lines, bool(parts.minutes))
    place_reports(pack.meeting, reports)
    _head_from_reports(pack, reports)
    put_language(pack, [stream for stream, before in zip(read, given, strict=True) if stream is not before])
    put_council(pack, read)
    put_own_name(pack)
    put_chair_called(pack, fronts)
    only_consulted(pack)
    put_year(pack, fronts)
    _minutes_item(pack)
    _plan_item(pack, plans)
    pack.unread += unread(pack.meeting, fronts)
    return pack


def _parted(stream: Stream) -> _Parts:
    lines, entries = without_index(flowing(stream))
    # What is bound in has numbers of its own.
    bound = min([*cover_starts(lines), *(start for start, _ in minutes_spans(lines))], default=len(lines))
    front = as_agenda(lines[:bound])
    lines, bound = [*front, *lines[bound:]], len(front)
    announced = announced_at(front)
    marked = with_marks(with_counts(front, announced), announced)
    lines = [*with_reports(marked, announced), *lines[bound:]]
    parts = _Parts(lines, minutes=minutes_spans(lines), entries=entries)

    def free(number: int) -> bool:
        return not any(start <= number < end for start, end in parts.minutes)

    parts.covers = [number for number in cover_starts(lines) if free(number)]
    parts.plan = plan_at(lines)
    if not parts.covers:
        parts.memo = memo_at(lines)
    business = business_at(lines)
    after = max((business if business[0] >= 0 else numbered_at(lines))[1], 0)
    if not parts.covers and parts.memo < 0:
        parts.plain = [after + number for number in reports_at(lines[after:], after == 0) if free(after + number)]
    heads = [cover_head(lines, number, 0) for number in parts.covers]
    parts.alone = after == 0 and len(parts.plain) == 1
    heads += [0 if parts.alone else head_of(lines, number, after) for number in parts.plain]
    if not parts.covers and business[0] >= 0:
        own = last_item(lines[:after]) + 1
        parts.schedule = schedule_at(lines, own) if entries or schedule_may_follow(lines[own - 1]) else []
    if parts.schedule:
        heads, parts.plain = [head_of_schedule(lines, parts.schedule, own)], []
    starts = [*heads, *(start for start, _ in parts.minutes), *(n for n in (parts.plan, parts.memo) if n >= 0)]
    # A front sheet ends where the first paper begins, but an agenda may follow it on a sheet of its own.
    floor = own if parts.schedule else business[1]
    parts.front = min((n for n in starts if n >= floor or business[0] < 0), default=len(lines))
    return parts


def _is_minutes(parts: _Parts) -> bool:
    """Whether a file is minutes and nothing else: no agenda stands outside them."""
    free = [line for n, line in enumerate(parts.lines) if not any(start <= n < end for start, end in parts.minutes)]
    if (
        parts.covers
        or parts.plan >= 0
        or parts.memo >= 0
        or (len(free) < len(parts.lines) and business_at(free)[0] >= 0)
    ):
        return False
    return are_minutes(parts.lines)


def _as_minutes(pack: Pack, lines: list[Line], read: bool) -> None:
    """Minutes beside an agenda are of an earlier meeting; alone they say of what they are, and are asked about."""
    own = Record("meeting")
    read_front(own, lines[:40])
    file, day = lines[0].place.file, own.get("date")
    if pack.meeting.of("item") or pack.meeting.get("body"):
        of = f" of {said('date', day)}" if day else ""
        if not read:
            pack.notes.append(f"{file} has minutes{of}, and nothing of it was taken for the agenda.")
        return
    for name, fact in own.facts.items():
        pack.meeting.facts.setdefault(name, fact)
    pack.meeting.put("minutes", "yes", lines[0], "paper.minutes", "likely")


def _front(pack: Pack, parts: _Parts, known: list[str]) -> list[Line]:
    """Takes what the front sheet says into the pack. Returns its lines."""
    lines = [
        line
        for number, line in enumerate(parts.lines[: parts.front])
        if not any(start <= number < end for start, end in parts.minutes)
    ]
    start, end = (-1, -1)
    if pack.meeting.of("item"):
        more = Record("meeting")
        start, end = read_business(more, lines)
        add_items(pack, more.of("item"))
    else:
        start, end = read_business(pack.meeting, lines)
    rest = [*lines[: max(start, 0)], *lines[end:]] if start >= 0 else lines
    if (
        start < 0
        and (parts.covers or parts.plain or parts.plan >= 0)
        and not any("quorum" in line.text.lower() for line in rest)
    ):
        # A report by itself: what stands above its cover is the cover's.
        return []
    before = dict(pack.meeting.facts)
    read_kind(pack.meeting, parts.lines, rest)
    read_front(pack.meeting, rest, lines[: max(start, 0)])
    pack.doubts += read_roll(pack.meeting, rest, known)
    put_councils(pack.meeting, rest)
    read_officers(pack.meeting, rest)
    conflicts(pack, before, rest)
    if (said := next(filter(says_errata, rest[:HEAD]), None)) is not None:
        text = f"{said.place.file} says what of the papers is to be put right (“{said.text}”): nothing of it was."
        pack.doubts.append(Doubt(text))
    return lines


def _reports(parts: _Parts) -> list[Bound]:
    found: list[Bound] = []
    floor = 0
    for start in parts.covers:
        found.append(Bound(read_cover(parts.lines, start, floor), _stamped(parts.lines, start, floor)))
        floor = start + 1
    floor = 0
    for start, end in pairwise([*parts.plain, len(parts.lines)]):
        report, title = read_plain(parts.lines, start, end, floor, parts.alone)
        found.append(Bound(report, title))
        floor = start + 1
    if parts.memo >= 0:
        found.append(Bound(read_memo(parts.lines), parts.lines[parts.memo]))
    return found


def _stamped(lines: Sequence[Line], start: int, floor: int) -> Line:
    """The line of a report that knows most of where it was bound: its title's, or one of its heading's."""
    head = cover_head(lines, start, floor)
    return next((line for line in lines[head : start + 1] if line.stamp), lines[start])


def _head_from_reports(pack: Pack, reports: Sequence[Bound]) -> None:
    """Body and date as the reports say them, where no front sheet does; a report for another day is a doubt."""
    meeting = pack.meeting
    for bound in reports:
        for name in ("body", "date"):
            fact = bound.report.facts.get(name)
            if fact is None:
                continue
            if name == "date" and meeting.get("date") and meeting.get("date") != fact.value:
                title = bound.report.get("title")
                day = said("date", fact.value)
                pack.doubts.append(Doubt(f"The report “{title}” is dated {day}, not the day of the meeting."))
            meeting.put(name, fact.value, fact.place, f"report.{name}", "likely")


def _minutes_item(pack: Pack) -> None:
    """Earlier minutes belong to the item that approves them, their open actions to matters arising."""
    item = next((item for item in pack.meeting.of("item") if kind_of(item.get("title")) == "minutes"), None)
    body = pack.meeting.get("body")
    for minutes in pack.meeting.of("minutes"):
        if body and minutes.get("body") and not same_body(minutes.get("body"), body):
            # A sub-committee's, say: bound in to be noted.
            continue
        if item is None:
            _unplaced(pack, "Earlier minutes", "approves them; actions that they left open are")
            continue
        fact = minutes.facts.get("date")
        if fact is not None:
            dates = [*filter(None, item.get("minutes of").split()), fact.value]
            item.facts.pop("minutes of", None)
            item.put("minutes of", " ".join(dict.fromkeys(dates)), fact.place, "minutes.date", fact.sure)
        item.records += minutes.of("action")
        minutes.records = [record for record in minutes.records if record.kind != "action"]


def _plan_item(pack: Pack, planned: Sequence[Record]) -> None:
    if not planned:
        return
    item = next((item for item in pack.meeting.of("item") if kind_of(item.get("title")) == "forward plan"), None)
    if item is None:
        _unplaced(pack, "A forward plan", "is for it; it is")
    (item or pack.meeting).records += planned
    held = pack.meeting.get("date")
    for record in planned:
        if held and record.get("meeting") == held and not record.get("deferred"):
            record.put("tonight", "yes", record.facts["title"].place, "plan.tonight", "likely")


def _unplaced(pack: Pack, what: str, lacks: str) -> None:
    """Doubts what is in the papers and belongs to no item, where there is an agenda."""
    if pack.meeting.of("item"):
        be = "are" if what.endswith("s") else "is"
        pack.doubts.append(Doubt(f"{what} {be} in the papers, but no item of the agenda {lacks} shown nowhere."))


def join_people(pack: Pack) -> None:
    """Members as the earlier minutes spell them and by their parties; officers of all reports, each once."""
    members = {member.get("name"): member for member in (*pack.meeting.of("member"), *pack.meeting.of("substitute"))}
    for minutes in pack.meeting.of("minutes"):
        for one in minutes.of("attendance"):
            name, how, _ = best_match(one.get("name"), members)
            if how not in ("same", "likely"):
                continue
            if group := one.facts.get("group"):
                members[name].facts.setdefault("group", group)
            if key(one.get("name")) != key(name) or one.get("name") != name:
                at = one.facts["name"].place
                members[name].put("spelt", one.get("name"), at, "people.spelling", "likely")
    _officers(pack, list(members))


def _officers(pack: Pack, members: list[str]) -> None:
    seen = {key(one.get("name")): one for one in pack.meeting.of("officer") if one.get("name")}
    posts = {one.get("post").lower() for one in seen.values()}
    everyone = [one for item in pack.meeting.of("item") for report in item.of("report") for one in report.of("officer")]
    for one in sorted(everyone, key=lambda one: not one.get("name")):
        name, post = one.get("name"), one.get("post")
        if name and best_match(name, members)[1] in ("same", "likely"):
            continue
        if (not name and (post.lower() in posts or "chair" in post.lower())) or (name and key(name) in seen):
            continue
        if one.get("councillor") or (one.get("is author") and not post):
            continue
        officer = Record("officer", {k: f for k, f in one.facts.items() if k in ("name", "post")})
        pack.meeting.records.append(officer)
        posts.add(post.lower())
        if name:
            seen[key(name)] = officer


def meeting_day(pack: Pack) -> date | None:
    """The day of the meeting, where it is known."""
    try:
        return date.fromisoformat(pack.meeting.get("date"))
    except ValueError:
        return None
