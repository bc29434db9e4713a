"""Members and substitutes on the front sheet (15, 16, 47 and 48 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.surnames import surname_of
from store.packs.bodies import is_body, is_council
from store.packs.dates import date_in
from store.packs.facts import Doubt, Kind, Record
from store.packs.headings import Block, begun, is_apart, is_party, party
from store.packs.listing import PART
from store.packs.names import (
    JOBS,
    bare_name,
    honorific,
    honours_in,
    is_civic,
    is_councillor,
    is_name,
    is_office,
    is_titled,
    key,
    names_in,
    office_in,
)
from store.packs.roll_beside import Civic, by_surname, co_optee, labelled, preside
from store.packs.roll_cells import people_below, people_in, with_no_label, with_whom, without_reach
from store.packs.roll_columns import WARD
from store.packs.roll_doubts import Doubtful
from store.packs.roll_groups import next_group
from store.packs.roll_lines import (
    ANNOUNCED,
    CALLED_SO,
    CHAIR,
    CLASS,
    LEGEND,
    OF_A_WARD,
    SITS,
    SPEAKS_FOR,
    WARD_ALONE,
    mostly_people,
    named_on,
)
from store.packs.roll_names import (
    GUESSED,
    REACHED,
    VACANCY,
    is_reached,
    is_surname,
    parted,
    vacant_in,
    with_post,
    without_addresses,
    without_telephones,
    words_of,
)
from store.packs.stream import Line

_SHORT = 40
"""Letters of a line that says nothing but that a seat is vacant."""


class Roll:
    """Reads line by line; `block` is the list of names that the line may belong to."""

    def __init__(self, meeting: Record, known: list[str]) -> None:
        self.meeting, self.known = meeting, known
        self.block: Block | None = None
        self._away = 0
        self._council = is_council(meeting.get("body"))
        self._chairs = self._council or bool(re.match(r"(?:cabinet|executive)\b", meeting.get("body"), re.IGNORECASE))
        self._here: dict[str, str] = {}
        self._doubtful = Doubtful()
        self._signs: dict[str, Record] = {}
        self._inline = False
        self._parties: tuple[str, ...] = ()
        self._kinds: tuple[Kind, ...] = ()
        self._apart = False
        self._last: Record | None = None
        self._sits_for: Line | None = None
        self._civic: list[Civic] = []
        self._signed = {key(one.get("name")) for one in meeting.of("officer")}

    def take(self, kind: Kind, name: str, line: Line, office: str, called: str) -> Record | None:
        """A member of a table. `called` is what the office is called there."""
        if VACANCY.match(name):
            self._vacant(name, line)
            return None
        record = self._add(kind, name, line, office)
        if called:
            labelled(self.meeting, office, called, line)
        return record

    def _begin(self, block: Block, parties: tuple[str, ...] = (), kinds: tuple[Kind, ...] = ()) -> None:
        """A list begins; `parties` and `kinds` are those of its columns: "Members | Substitutes"."""
        self._sits_for = None
        self.block, self._away, self._here, self._parties, self._kinds = block, 0, {}, parties, kinds

    def _vacant(self, said: str, line: Line, ward: str = "") -> None:
        """Seats that nobody holds, in a ward where the list says so."""
        self._doubtful.vacant += vacant_in(said)
        self._doubtful.vacant_for += [ward] if ward else []
        self._doubtful.vacant_at = line.place

    def read(self, line: Line, below: Line | None = None) -> None:
        """A line of the front sheet, with the one below it."""
        line = with_whom(line)
        if self.block is None and self._here and VACANCY.match(line.text) and not line.mark and len(line.text) < _SHORT:
            self._vacant(line.text, line)
            return
        text = line.whole if line.mark == "-" else line.text
        if self._lists_begin(line) or self._headed(line):
            return
        if PART.match(text):
            # "Part I – Public" is of the agenda, and nobody who speaks for the public.
            self.block = None
            return
        self._legend(line)
        if self._office(text, line) or self._parties_begin(text, line) or self._of_a_ward(text, line):
            return
        if self._from_the_chair(line):
            return
        sits = SITS.match(text)
        if self.block is None and sits and not self._apart and below is not None and SITS.match(below.text):
            # Two councillors, each on a line: a list needs no heading above it.
            self._begin(Block("member"))
        self._apart = is_apart(text) or (self._apart and bool(sits))
        block = begun(text)
        if block is not None and block.sent and not block.names and not self._sends(block, below):
            block = None
        names = named_on(line, block.names) if block is not None else ()
        if block is not None and not (block.inline and self.block is not None and self._row(names, line)):
            if block.inline and self.block is not None and self.block.party:
                block = replace(block, party=self.block.party)
            self._begin(block)
            if block.names and not self._row(names, line):
                self.block = None
        elif self.block is not None and block is None:
            self._within(line, below)

    # -- the ways in which a list begins, or a line is one by itself: each says whether the line was that --------------

    def _lists_begin(self, line: Line) -> bool:
        """Headings side by side, without a name yet: "Members | Substitutes"."""
        lists = [begun(cell) for cell in line.cells]
        if len(lists) < 2 or not all(lists) or any(each.names for each in lists if each):
            return False
        self._begin(Block("member"), kinds=tuple(each.kind for each in lists if each))
        return True

    def _headed(self, line: Line) -> bool:
        """A heading beside the names and not above them."""
        heading = begun(line.filled[0]) if len(line.filled) > 1 else None
        return heading is not None and not heading.names and self._begins_with(heading, line.filled[1:], line)

    def _office(self, text: str, line: Line) -> bool:
        """An office and who holds it: "Chairman: Councillor Ann Oak"."""
        found = CHAIR.match(text)
        if found is None:
            return False
        named = found["name"]
        civic = not self._chairs and is_civic(found["office"])
        if civic and is_titled(named) and is_name(named):
            # A Mayor sits on a committee, and need not be in its chair.
            self._civic.append((self._add("member", named, line, ""), found["office"], line))
            return True
        if VACANCY.match(named):
            self._vacant(named, line)
            return True
        if civic:
            return False
        if is_titled(named) and (parts := without_addresses(names_in(named))):
            # Where whoever holds it lives may stand behind the name.
            named = parts[0]
        if not is_name(named) and not is_surname(named):
            return False
        office = office_in(found["office"].replace("is-g", "is g"))
        was, self.block = self.block, self.block and replace(self.block, party="")
        self._add("member", named, line, office)
        self.block = was
        labelled(self.meeting, office, found["office"], line)
        self._away = 0
        return True

    def _parties_begin(self, text: str, line: Line) -> bool:
        """Parties side by side, or one with whoever is of it: "Civic: Ann Oak, Bob Elm"."""
        beside = [of[0] for cell in line.filled if (of := party(cell)) and not of[1]]
        if len(beside) > 1 and len(beside) == len(line.filled):
            self._begin(Block("member"), parties=tuple((party(cell) or ("", ""))[0] for cell in line.cells))
            return True
        of = party(text) if self.block is None else None
        if of is None or (of[1] and not is_councillor(of[1])):
            return False
        if not self._begins_with(Block("member", party=of[0], names=of[1]), (of[1],) if of[1] else (), line):
            self.block = None
        return True

    def _of_a_ward(self, text: str, line: Line) -> bool:
        found = OF_A_WARD.match(text)
        return found is not None and self._begins_with(Block("member", names=found["names"]), (found["names"],), line)

    def _from_the_chair(self, line: Line) -> bool:
        """A list that begins with whoever is in the chair needs no heading above it."""
        first = line.filled[0]
        said = self.block is None and ANNOUNCED.match(first) and office_in(first)
        if not said or not all(is_name(cell) for cell in line.filled if not REACHED.search(cell)):
            return False
        return self._begins_with(Block("member"), line.filled, line)

    def _begins_with(self, block: Block, names: Sequence[str], line: Line) -> bool:
        """Whether a list begins on a line, with these names on it; else none has begun."""
        self._begin(block)
        if names and not self._row(names, line):
            self.block = None
            return False
        return True

    def _legend(self, line: Line) -> None:
        """Offices that a sign beside a name stands for: "* Chairman"."""
        for found in LEGEND.finditer(line.whole.replace("- ", "* ", 1)) if self._signs else ():
            if (record := self._signs.get(found["sign"])) and is_office(found["office"]):
                record.put("role", office_in(found["office"]), line, "roll.sign")
                labelled(self.meeting, office_in(found["office"]), found["office"], line)

    def _sends(self, block: Block, below: Line | None) -> bool:
        """Whether whom somebody sends to the body stands below the line that says so."""
        if below is None or is_apart(below.text) or begun(below.text) is not None:
            return False
        people = [people_in(without_telephones(cell), block.voting, False, Doubtful()) for cell in below.filled]
        return bool(people) and all(cell and all(map(is_name, cell)) for cell in people)

    def _within(self, line: Line, below: Line | None) -> None:
        assert self.block is not None
        if is_apart(line.text) and not is_titled(line.text):
            self.block = None
            return
        if of := party(line.text) or (next_group(line, below) if self.block.party else None):
            self.block = replace(self.block, party=of[0])
            if not of[1] or self._row((of[1],), line):
                return
        numbered = is_titled(line.text) and bool(re.fullmatch(r"\d{1,2}[.)]", line.mark))
        cells = line.cells or ((line.text,) if line.mark in ("-", "") or numbered else (line.whole,))
        cells = without_reach(cells)
        if not line.cells and (sits := SITS.match(line.text)) and sits["post"]:
            cells = (sits["name"], sits["post"])
        if self._ward(line, below):
            return
        counts = all(re.fullmatch(r"\(?\d{1,2}\)?", cell) for cell in line.filled)
        if counts or self._row(cells, line) or self._class(line) or self._parts_of_it(line, below):
            self._away = 0
        elif self._here and self._away < 3 and is_reached(line.text) and not is_body(line.text):
            # Where a member lives and how to reach them stands below the name.
            self._away += 1
        else:
            self.block = None

    def _ward(self, line: Line, below: Line | None) -> bool:
        """The heading of those who sit for a ward, who stand below it: "Mill Ward (3)"."""
        found = WARD_ALONE.fullmatch(line.text) if not line.cells and not line.mark else None
        if found is None or is_titled(line.text) or not people_below(below):
            return False
        self._sits_for = replace(line, text=found["ward"])
        return True

    def _parts_of_it(self, line: Line, below: Line | None) -> bool:
        """A heading within the list, above those who sit for one of several: "Teachers' associations"."""
        text = line.text.strip(" :")
        heads = not line.cells and not line.mark and text[:1].isupper() and len(text) < 80 and not is_apart(text)
        if not heads or not people_below(below) or any(sign in text for sign in ".;@") or date_in(text):
            return False
        self._doubtful.classes.append(text)
        return True

    def _class(self, line: Line) -> bool:
        """A row of those who sit for one of several: "Maintained primary: Jo Oak, Kim Elm"."""
        found = None if is_apart(line.text) else CLASS.match(line.text)
        if found is None or JOBS.search(found["of"]) or not all(map(is_name, names_in(found["names"]))):
            return False
        self._doubtful.classes.append(found["of"])
        return self._row((found["names"],), line)

    def _row(self, cells: Sequence[str], line: Line) -> bool:
        """Adds the names in a row. False where it is no row of names: the block has ended."""
        assert self.block is not None
        co_opted = self.block.voting
        self._inline = bool(self.block.names) and cells[0] in self.block.names
        cells = with_no_label([without_telephones(cell) for cell in cells])
        if only := with_post(cells):
            # Beside a co-optee stands whom they speak for.
            whom = f" ({only[1].strip('()')})" if co_opted and only[1] else ""
            cells = (only[0] + whom,)
            ward = only[1] if not co_opted and not JOBS.search(only[1]) else ""
            self._doubtful.wards += [(bare_name(only[0]), ward)] if ward else []
        read = [people_in(cell, co_opted, self._inline, self._doubtful) if cell else [] for cell in cells]
        rows = [(part, n) for n, parts in enumerate(read) for part in parts]
        names = [(one, n) for name, n in rows for one in parted(name, self.known)]
        people = {name: n for name, n in names if not VACANCY.match(name)}
        if people and all(key(name) in self._signed for name in people):
            # Whoever signs a summons stands below it, and on no list.
            return False
        alone = [name for name in people if not is_name(CALLED_SO.sub("", name.replace(GUESSED, "")))]
        if not names or (alone and not self._surnames_alone(list(people), alone, line)):
            if not mostly_people(len(people), alone, line, self._inline):
                return False
            self._doubtful.odd += alone
            people = {name: n for name, n in people.items() if name not in alone}
        for name, _ in names:
            if VACANCY.match(name):
                self._vacant(name, line)
        for whole, column in people.items():
            # A Provost on a committee is called so, and need not be in its chair.
            called_so = CALLED_SO.match(whole)
            name = whole[called_so.end() :] if called_so else whole
            office = office_in(called_so["title"] if called_so and self._council else name)
            office = office if self._chairs or not is_civic(name) else ""
            kind = self._kinds[column] if column < len(self._kinds) else self.block.kind
            record = self._add(kind, name, line, office)
            if record is not None and column < len(self._parties):
                record.put("group", self._parties[column], line, "roll.group", "likely")
            if record is not None and called_so and not self._council:
                record.put("honorific", called_so["title"], line, "roll.honorific")
            if record is not None and (co_opted or SPEAKS_FOR.search(name)):
                co_optee(record, name, co_opted, line, self.block.sent)
            if called := re.search(r"\(([^()]*(?:chair|mayor|conven|provost)[^()]*)\)", name, re.IGNORECASE):
                labelled(self.meeting, office, called[1], line)
        return True

    def _surnames_alone(self, people: list[str], alone: list[str], line: Line) -> bool:
        """Whether names without a first name are surnames: on a line that is a list, and says whose."""
        assert self.block is not None
        said = bool(re.search(r"\b(?:councillors?|cllrs?)\b", line.text, re.IGNORECASE))
        begun_so = bool(self._here) and bool(self._doubtful.surnames)
        listed = said or begun_so or (bool(self.block.names) and len(people) > 2)
        return listed and all(map(is_surname, alone))

    def _add(self, kind: Kind, printed: str, line: Line, office: str) -> Record | None:
        guessed = GUESSED in printed
        printed = printed.replace(GUESSED, "")
        name = bare_name(printed)
        if not name:
            return None
        brackets = [part for part in re.findall(r"\(([^()]+)\)", printed) if not office_in(f"({part})")]
        ward = next((p for p in brackets if not is_party(p) and not re.match(r"hons?\b|oxon|cantab", p, re.I)), "")
        name, before = self._told_apart(name, ward, line)
        if before is None:
            before = Record(kind)
            self.meeting.records.append(before)
            doubt = f"“{name}” may be two people whose columns ran together." if words_of(name) > 3 else ""
            if guessed:
                doubt = f"“{name}” was made out in a row whose columns ran together."
            alone = surname_of(name) == name
            before.put("name", name, line, "roll.name", "unsure" if doubt else "likely" if alone else "sure", doubt)
            if alone:
                self._doubtful.surnames.append(name)
        self._here[key(name)], self._last = ward, before
        before.put("ward", ward if WARD.search(ward) else "", line, "roll.ward")
        before.put("ward", self._sits_for.text if self._sits_for else "", self._sits_for or line, "roll.ward")
        if sign := re.search(r"^[*†‡#^]+|[*†‡#^]+$", printed.strip()):
            self._signs[sign[0]] = before
        before.put("honorific", honorific(printed), line, "roll.honorific")
        before.put("honours", honours_in(printed), line, "roll.honours")
        group = next((part for part in brackets if is_party(part)), "")
        before.put("group", group or (self.block.party if self.block else ""), line, "roll.group", "likely")
        if office:
            before.put("role", office, line, "roll.role")
        if self.block is not None and self.block.body:
            self._doubtful.of_others.setdefault(self.block.body, []).append(name)
        return before

    def _told_apart(self, name: str, ward: str, line: Line) -> tuple[str, Record | None]:
        """The record of a name that is there already, or of another of the same name: by the ward beside it."""
        everyone = (*self.meeting.of("member"), *self.meeting.of("substitute"))
        if (alone := by_surname(name, everyone, line, self._doubtful.surnames)) is not None:
            return alone.get("name"), alone
        before = next((record for record in everyone if key(record.get("name")) == key(name)), None)
        if before is None or key(name) not in self._here:
            return name, before
        first = self._here[key(name)]
        if not ward or first == ward:
            said = f"“{name}” is there twice in the list of members: are they two of one name?"
            fact = before.facts["name"]
            before.facts["name"] = replace(fact, sure="unsure", doubt=fact.doubt or said)
            return name, before
        fact = before.facts["name"]
        if first:
            before.facts["name"] = replace(fact, value=f"{name} ({first})")
        return f"{name} ({ward})", None

    def doubts(self) -> list[Doubt]:
        """What is doubtful about the roll as a whole."""
        preside(self.meeting, self._civic)
        return self._doubtful.said(self.meeting)
