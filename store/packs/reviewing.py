"""What was found, to be looked at and put right before any of it enters a meeting."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clerk.events import Convened
from clerk.setup.convening import CannotConvene
from clerk.setup.profile import Profiles
from store.packs.checking import check
from store.packs.convening import convened
from store.packs.facts import Doubt, Fact, Kind, Pack, Record
from store.packs.finding import meeting_day
from store.packs.known import Remembered, as_on_the_roll, forget, recognise, settle_house
from store.packs.names import likeness
from store.packs.roll_names import VACANCY, vacant_in
from store.packs.saying import said
from store.packs.typed import BY_HAND, beside, on_one_line, place, put_in, take, tidied
from store.packs.unread import said_of

_FIELDS: dict[Kind, tuple[str, ...]] = {
    "meeting": (
        "body", "council", "date", "time", "venue", "quorum", "vacancies", "contact", "question deadline", "published",
        "profile", "style",
    ),
    "item": (
        "case", "ward", "wards", "exempt", "paragraphs", "minutes of", "presented by", "motion", "mover", "seconder",
    ),
    "report": (
        "title", "report of", "recommendations", "wards", "status", "urgent", "key", "enclosures", "for information",
    ),
    "minutes": ("date",),
}  # fmt: skip
_GROUPS: tuple[tuple[Kind, str], ...] = (("member", "Members"), ("substitute", "Substitutes"), ("officer", "Officers"))
_HOUSE = ("profile", "style")
_RARE = ("published", "vacancies")
"""What is shown where there is something to show."""

_LABELS = {"vacancies": "vacant seats", "profile": "rules of", "style": "house style", "presented by": "report of"}
LONG = ("recommendations", "summary", "enclosures", "motion")
"""Facts of several lines."""


class Shown(Struct, frozen=True):
    """A row: a heading, a doubt or a fact. `key` is "" for what cannot be chosen; `path` and `field` say what it is
    of, a field of "" standing for the whole record on one line."""

    kind: str
    text: str
    label: str = ""
    key: str = ""
    path: str = ""
    field: str = ""
    source: str = ""
    doubt: str = ""
    beside: str = ""
    """What else is known of somebody: their title, honours, what kind of member they are."""


class Reviewed(Struct):
    """How far a review has come: the pack as it is now, and the doubts that were settled, each by its path, field and
    text (in what was kept before that, by its text alone)."""

    pack: Pack
    settled: set[str] = set()


class Review:
    """A pack under review. Every change can be taken back.

    `library` is what is remembered of bodies and their people, `profiles` the rules that there are. `wrong` says what
    else is wrong with a meeting, in sentences.
    """

    def __init__(
        self,
        pack: Pack,
        library: Iterable[Remembered] = (),
        profiles: Profiles | None = None,
        wrong: Callable[[Convened], Sequence[str]] = lambda _: (),
    ) -> None:
        self.pack = pack
        self._wrong = wrong
        self._settled: set[str] = set()
        self._before: list[Reviewed] = []
        self._library = list(library)
        self._profiles = profiles

    @property
    def now(self) -> Reviewed:
        """How far it has come, to be gone on from later."""
        return Reviewed(self.pack, self._settled)

    @property
    def changed(self) -> bool:
        """Whether anything was put right that has not been taken back."""
        return bool(self._before)

    def go_on_from(self, earlier: Reviewed) -> None:
        """Take up an earlier review of the same papers, as one change."""
        self._remember()
        self.pack, self._settled = earlier.pack, set(earlier.settled)
        self._check_again()

    def faults(self) -> tuple[str, ...]:
        """Why no meeting can be made of it yet, a sentence each."""
        if self.pack.meeting.get("adding"):
            return ()
        try:
            return tuple(self._wrong(convened(self.pack, profiles=self._profiles)))
        except CannotConvene as error:
            return error.faults

    # -- what is to be seen ----------------------------------------------------------------------------------------

    def doubts(self) -> list[Doubt]:
        """What is still doubtful."""
        return [doubt for doubt in self.pack.all_doubts() if not self._settled & {doubt.text, _mark(doubt)}]

    def rows(self) -> list[Shown]:
        """Everything found, doubts first."""
        found: list[Shown] = []
        doubts = self.doubts()
        if doubts:
            found.append(Shown("heading", f"Look at {'this' if len(doubts) == 1 else f'these {len(doubts)}'} first"))
            for number, doubt in enumerate(doubts):
                key = f"doubt|{number}"
                found.append(Shown("doubt", doubt.text, "!", key, doubt.path, doubt.field, doubt=doubt.text))
        if self.pack.notes:
            # What was not read of a file is as much to be known as what is doubtful.
            found.append(Shown("heading", "The files"))
            found += [Shown("note", note) for note in self.pack.notes]
        if self.pack.unread:
            found.append(Shown("heading", said_of(self.pack.unread)))
            found += [Shown("note", f"{fact.place}: {fact.value}") for fact in self.pack.unread]
        found.append(Shown("heading", "The meeting"))
        meeting = self.pack.meeting
        found += [
            self._fact("", meeting, name, _LABELS.get(name, name))
            for name in _FIELDS["meeting"]
            if (name not in _HOUSE or not meeting.get("adding")) and (name not in _RARE or meeting.get(name))
        ]
        records = list(meeting.walk())
        for kind, title in _GROUPS:
            listed = [(path, record) for path, record in records if record.kind == kind and "/" not in path]
            if listed:
                found.append(Shown("heading", f"{title} ({len(listed)})"))
                found += [self._whole(path, record) for path, record in listed]
        items = [(path, record) for path, record in records if record.kind == "item"]
        found.append(Shown("heading", f"Order of business ({len(items)})"))
        for path, item in items:
            found.append(self._whole(path, item))
            found += self._below(path, item)
        return found

    def _below(self, path: str, item: Record) -> list[Shown]:
        found: list[Shown] = []
        found += [self._fact(path, item, name, _LABELS.get(name, name)) for name in _FIELDS["item"] if item.get(name)]
        if item.get("recommendations") and has_own(item):
            found.append(self._fact(path, item, "recommendations", "recommendations"))
        for below, record in item.walk(path):
            if record.kind == "report":
                found += [self._fact(below, record, n, n) for n in _FIELDS["report"] if record.get(n) or n == "title"]
            elif record.kind in ("action", "planned"):
                found.append(self._whole(below, record))
        return found

    def _fact(self, path: str, record: Record, field: str, label: str) -> Shown:
        fact = record.facts.get(field, Fact(""))
        doubt = next((d.text for d in self.doubts() if (d.path, d.field) == (path, field)), "")
        return Shown(
            "fact",
            said(field, fact.value),
            label,
            f"{path}|{field}",
            path,
            field,
            fact.source if fact.value else "",
            doubt,
        )

    def _whole(self, path: str, record: Record) -> Shown:
        first = record.facts.get(_NAMED.get(record.kind, "title")) or next(iter(record.facts.values()), Fact(""))
        doubt = next((d.text for d in self.doubts() if d.path == path and path), "")
        label = {"item": "item", "action": "open action", "planned": "planned"}.get(record.kind, "")
        return Shown("record", self.text_of(path), label, f"{path}|", path, "", first.source, doubt, beside(record))

    # -- what is typed ---------------------------------------------------------------------------------------------

    def text_of(self, path: str, field: str = "") -> str:
        """A fact, or a record on one line, as it is edited: "Jo Reed, chair, Harbour"."""
        record = self.pack.at(path)
        if record is None:
            return ""
        if field:
            return said(field, record.get(field))
        return on_one_line(record)

    def put(self, path: str, field: str, text: str) -> None:
        """Put right what was found. An empty text leaves it out."""
        record = self.pack.at(path)
        text = text.strip()
        if record is None or text == self.text_of(path, field):
            return
        self._remember()
        if field:
            put_in(record, field, tidied(field, text, meeting_day(self.pack)))
            self.pack.doubts = [doubt for doubt in self.pack.doubts if (doubt.path, doubt.field) != (path, field)]
        elif not text:
            self._drop(path)
        else:
            before = {name: fact.value for name, fact in record.facts.items()}
            self._take(record, text)
            # Only what was typed over is answered: what else is doubtful of it stays.
            changed = {name for name in {*before, *record.facts} if before.get(name, "") != record.get(name)}
            self.pack.doubts = [d for d in self.pack.doubts if d.path != path or (d.field and d.field not in changed)]
        if (path, field) == ("", "body"):
            self._recognise()
        self._check_again()

    def recommend(self, path: str, text: str) -> None:
        """Put recommendations under the item of a path, as its report would have them: under its first report, or one
        made for them."""
        item = self.pack.at(path.partition("/")[0])
        if item is None or item.kind != "item":
            return
        if self.recommendations_at(path) == path.partition("/")[0]:
            self.put(path.partition("/")[0], "recommendations", text)
        elif not item.of("report") and text.strip():
            self._remember()
            report = Record("report")
            report.put("title", item.get("title"), BY_HAND, "by hand")
            put_in(report, "recommendations", text.strip())
            item.records.append(report)
            self._check_again()
        else:
            self.put(self.recommendations_at(path), "recommendations", text)

    def recommendations_at(self, path: str) -> str:
        """The path of the report whose recommendations are meant by any path of an item, or of the item where the
        agenda itself has them; "" where there is no item."""
        item, _, below = path.partition("/")
        if not item.startswith("item "):
            return ""
        if below.startswith("report "):
            return path
        record = self.pack.at(item)
        own = record is not None and record.get("recommendations") and has_own(record)
        return item if own else f"{item}/report 1"

    def suggestion(self, typed: str, kind: Kind | None, path: str = "", field: str = "") -> str | None:
        """How what is typed may go on: a name on the roll, or a body of the library. `kind` is what is being added."""
        if len(typed) < 2:
            return None
        names: list[str] = []
        if kind in ("member", "substitute") or path.startswith(("member", "substitute")):
            names = [str(row.get("name", "")) for each in self._bodies() for row in each.members]
        elif kind is None and (path, field) == ("", "body"):
            names = [each.name for each in self._library]
        return next((name for name in names if name.casefold().startswith(typed.casefold())), None)

    def _bodies(self) -> list[Remembered]:
        """Every body remembered, the one under review first."""
        here = self.pack.meeting.get("known as")
        return sorted(self._library, key=lambda each: each.name != here)

    def _recognise(self) -> None:
        forget(self.pack)
        recognise(self.pack, self._library)
        settle_house(self.pack, self._library, self._profiles)

    def _take(self, record: Record, text: str) -> None:
        before = record.get("name")
        take(record, text)
        here = next((each for each in self._library if each.name == self.pack.meeting.get("known as")), None)
        if here and record.kind in ("member", "substitute") and likeness(before, record.get("name")) != "same":
            as_on_the_roll(record, here)

    def accept(self, path: str, field: str, text: str = "") -> None:
        """What was doubtful is right as it stands: one doubt by its `text`, else all about a fact, or with a `field` of
        "" about a whole record."""
        about = [d for d in self.doubts() if d.path == path and ((d.text == text) if text else field in ("", d.field))]
        if about:
            self._remember()
            self._settled |= set(map(_mark, about))

    def leave_out(self, path: str, field: str = "") -> None:
        """Leave out a fact, or a member, officer, item or report with all that belongs to it."""
        if field:
            self.put(path, field, "")
        elif path:
            self._remember()
            self._drop(path)
            self._check_again()

    def add(self, kind: Kind, text: str) -> str:
        """Add a member, substitute, officer or item, typed as it would be edited. Returns its path, "" for nothing."""
        if not text.strip():
            return ""
        self._remember()
        if kind == "member" and VACANCY.match(text.strip()):
            # A seat that nobody holds is no member.
            meeting = self.pack.meeting
            count = int(meeting.get("vacancies") or 0) + vacant_in(text.strip())
            put_in(meeting, "vacancies", str(count))
            self._check_again()
            return ""
        record = Record(kind)
        self._take(record, text.strip())
        self._rearranged(lambda: place(self.pack.meeting.records, record))
        self._check_again()
        return next(path for path, each in self.pack.meeting.walk() if each is record)

    def move(self, path: str, by: int) -> str:
        """Moves an item, or a person, `by` places among its like. Returns its path now, "" where it cannot go there."""
        owner, record = self.pack.at(path.rpartition("/")[0]), self.pack.at(path)
        if owner is None or record is None or record is owner:
            return ""
        like = [number for number, other in enumerate(owner.records) if other.kind == record.kind]
        here = next(at for at, number in enumerate(like) if owner.records[number] is record)
        if not 0 <= here + by < len(like):
            return ""
        self._remember()

        def go() -> None:
            owner.records.remove(record)
            owner.records.insert(like[here + by], record)

        self._rearranged(go)
        self._check_again()
        return next(found for found, each in self.pack.meeting.walk() if each is record)

    def undo(self) -> bool:
        """Take the last change back."""
        if not self._before:
            return False
        before = self._before.pop()
        self.pack, self._settled = before.pack, before.settled
        return True

    def _remember(self) -> None:
        self._before.append(Reviewed(copy.deepcopy(self.pack), set(self._settled)))
        del self._before[:-50]

    def _drop(self, path: str) -> None:
        owner, record = self.pack.at(path.rpartition("/")[0]), self.pack.at(path)
        if owner is not None and record is not None and record is not owner:
            kept = [each for each in owner.records if each is not record]
            self._rearranged(lambda: setattr(owner, "records", kept))

    def _rearranged(self, change: Callable[[], None]) -> None:
        """Makes a change of places. Paths count what stands above: each doubt, settled or not, stays with what it is
        about, and goes with it where that is left out."""
        before = dict(self.pack.meeting.walk())
        change()
        now = {id(record): path for path, record in self.pack.meeting.walk()}
        paths = {path: now.get(id(record)) for path, record in before.items()}
        self.pack.doubts = [
            replace(doubt, path=paths.get(doubt.path) or "")
            for doubt in self.pack.doubts
            if paths.get(doubt.path, "") is not None
        ]
        marks = (mark.partition("|") for mark in self._settled)
        self._settled = {f"{paths.get(path) or path}{bar}{rest}" if bar else path for path, bar, rest in marks}

    def _check_again(self) -> None:
        self.pack.doubts = [doubt for doubt in self.pack.doubts if doubt.rule != "check"]
        self.pack.doubts += check(self.pack, self._profiles)


def has_own(item: Record) -> bool:
    """Whether what the agenda itself recommends under an item is what the meeting takes: no report of it does."""
    return not any(report.get("recommendations") for report in item.of("report"))


def _mark(doubt: Doubt) -> str:
    """A doubt as it is kept once it is settled."""
    return f"{doubt.path}|{doubt.field}|{doubt.text}"


_NAMED = {"member": "name", "substitute": "name", "officer": "name", "action": "task"}
