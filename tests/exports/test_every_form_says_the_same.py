"""One meeting, seven forms: text, Word, web page, PDF, JSON, Akoma Ntoso and CSV tell the same of every vote."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from clerk.meeting.state import Meeting
from exports.blocks import Draft, ItemHeading
from exports.data.akoma_ntoso import NAMESPACE, write_akoma_ntoso
from exports.data.record import write_json
from exports.data.votes_table import votes_csv
from exports.draft import draft
from exports.html import write_html
from exports.pdf import write_pdf
from exports.plain import item_label, write_text
from exports.style import shipped_style
from exports.word import write_docx
from tests.exports.reading import read_back
from tests.exports.reading_pdf import tags
from tests.support.minute import minute

STYLE = shipped_style()


class Told(NamedTuple):
    """What a form says of one vote: figures (None where it gives none), how each who voted by name did, the result."""

    figures: tuple[int, int, int] | None
    names: frozenset[tuple[str, str]]
    result: str


Lines = list[tuple[str, ...]]
"""What is read, a tuple of one text for a line, of several for a row."""

# The forms that are read by people


def of_text(written: Draft) -> Lines:
    return [tuple(line.split("\t")) for line in write_text(written, tabs=True).splitlines()]


def of_word(written: Draft) -> Lines:
    stream = BytesIO()
    write_docx(written, stream)
    return [tuple(line.split("\t")) for line in read_back(stream)]


def of_html(written: Draft) -> Lines:
    page = html.document_fromstring(write_html(written))
    found: Lines = []
    for element in page.iter("h1", "h2", "h3", "p", "li", "tr"):
        if element.tag == "tr":
            found.append(tuple(" ".join(cell.text_content().split()) for cell in element))
        elif not any(parent.tag in ("td", "th") for parent in element.iterancestors()):
            found.append((" ".join("".join(element.xpath("text()|strong/text()|a/text()")).split()),))
    return found


def of_pdf(written: Draft) -> Lines:
    stream = BytesIO()
    write_pdf(written, stream)
    return [tag.texts if tag.kind == "TR" else (tag.title or tag.text,) for tag in tags(stream.getvalue())]


READERS: tuple[Callable[[Draft], Lines], ...] = (of_text, of_word, of_html, of_pdf)


def told_by(lines: Lines, items: dict[str, str]) -> dict[str, list[Told]]:
    """What lines say of votes, by the item under whose heading they stand (`items`: heading, without spaces, to id)."""
    found: dict[str, list[Told]] = {id_: [] for id_ in items.values()}
    here, header, figures = "", (), None
    names: set[tuple[str, str]] = set()
    for cells in lines:
        text = " ".join(" ".join(cells).split())
        key = _key(text)
        if key in items:
            here, header, figures, names = items[key], (), None, set()
        elif cells[0] in ("For", "Councillor", "Member"):
            header = cells
        elif header and header[0] == "For" and all(cell.strip().isdigit() for cell in cells):
            figures, header = tuple(map(int, cells[:3])), ()
        elif header and len(cells) == len(header) and cells[0] != "Total":
            names.add((cells[0].strip(), "".join(cells[1:]).strip().lower()))
        elif here and found[here] and (asked := _ASKED.search(text)):
            last = found[here].pop()
            also = (asked["who"], "abstained" if asked["how"] == "abstention" else asked["how"].split()[-1])
            found[here].append(last._replace(names=last.names | {also}))
        elif (result := _result(text)) and here:
            counted = _counted(names) if names else figures
            found[here].append(Told(counted, frozenset(names), result))
            header, figures, names = (), None, set()
    return found


_ASKED = re.compile(r"^(?P<who>[^,]+?)’s? (?P<how>vote for|vote against|abstention) was recorded at")
"""One member's vote, recorded because that member asked (V12): it is printed after the result."""


def _key(heading: str) -> str:
    return re.sub(r"\s", "", heading).upper()


def _counted(names: set[tuple[str, str]]) -> tuple[int, int, int]:
    sides = [side for _, side in names]
    return sides.count("for"), sides.count("against"), sides.count("abstained")


def _result(text: str) -> str:
    if re.search(r"\bLOST\b", text):
        return "lost"
    return "carried" if re.search(r"\b(RESOLVED|CARRIED|APPROVED)\b", text) else ""


# The forms that are read by machines


def in_json(held: Meeting) -> Iterator[tuple[str, Told]]:
    data = json.loads(write_json(held, STYLE))
    people = {person["id"]: f"{person['style']} {person['name']}".strip() for person in data["people"]}
    items = {question["id"]: question["item"] for question in data["questions"]}
    for vote in (vote for vote in data["votes"] if not vote["recounted"]):
        for question in vote["questions"]:
            names = {(people[one["person"]], one["vote"]) for one in vote["names"]}
            yield items[question], Told(_figures(vote), frozenset(names), vote["result"])


def _figures(vote: dict[str, Any]) -> tuple[int, int, int] | None:
    figures = (vote["votes_for"], vote["against"], vote["abstained"])
    return None if None in figures else figures


def in_csv(held: Meeting) -> Iterator[tuple[str, Told]]:
    rows = list(csv.DictReader(StringIO(votes_csv(held, STYLE))))
    numbers = {item.number: item.id for item in held.items.values()}
    for row in (row for row in rows if row["Record"] == "vote"):
        same = [one for one in rows if one["Record"] == "name" and one["Vote"] == row["Vote"]]
        figures = tuple(int(row[side]) for side in ("For", "Against", "Abstained")) if row["For"] else None
        names = frozenset((one["Member"], one["Member’s vote"]) for one in same)
        yield numbers[row["Item"]], Told(figures, names, row["Result"])


def in_akoma_ntoso(held: Meeting, written: Draft) -> Iterator[tuple[str, Told]]:
    tree = etree.fromstring(write_akoma_ntoso(held, STYLE, written).encode())
    space = {"a": NAMESPACE}
    by_id = {element.get("eId"): element for element in tree.iter() if element.get("eId")}
    sections = {section.get("eId"): section for section in tree.iter(f"{{{NAMESPACE}}}debateSection")}
    titles = {" ".join(item.title.split()): item.id for item in held.items.values()}
    for voting in tree.xpath("//a:voting|//a:recount", namespaces=space):
        target = by_id[voting.get("href").removeprefix("#")]
        if target.get("eId") in sections:
            continue
        counts = {one.get("refersTo"): int(one.get("value")) for one in voting.findall("a:count", space)}
        figures = (counts["#for"], counts["#against"], counts["#abstained"]) if counts else None
        names = {tuple(vote.text.rsplit(": ", 1)) for vote in target.iter(f"{{{NAMESPACE}}}vote")}
        title = target.getparent().find("a:heading", space).text
        outcome = target.find(".//a:outcome", space).get("refersTo").removeprefix("#")
        assert outcome == voting.get("outcome").removeprefix("#")
        yield titles[title], Told(figures, frozenset(names), outcome)  # type: ignore[arg-type]


# A random meeting

_VOTES = st.sampled_from(
    [
        ":vote unanimous",
        ":vote assent",
        ":vote 6 3 2",
        ":vote 4 7 0",
        ":vote 5 5 1\n:cast for",
        ":vote 5 5 1\n:cast against",
        ":vote named against=elm,fir abstain=oak rest=for",
        ":vote named for=elm,fir rest=against",
        ":vote 3 8 0\n:vote 7 4 0 recount=v{last}",
    ]
)
_MOVES = st.sampled_from(
    [
        ":amend ash birch add -- That a bridge be built.",
        ":amend elm duly at=1 words=first -- That -> That, with care,",
        ":motion oak elm -- That a bench be bought.",
        "",
    ]
)


@st.composite
def scripts(draw: st.DrawFn) -> str:
    """The script of a meeting in which a few items are moved, amended and voted on, in any order."""
    lines, votes = [":open 19:00", ":present rest"], 0
    for item in draw(st.lists(st.sampled_from(["6", "7", "8"]), min_size=1, max_size=3, unique=True)):
        lines.append(f":take {item}")
        for move in (*draw(st.lists(_MOVES, max_size=2, unique=True)), "the whole"):
            if not move:
                continue
            lines += [move] if move != "the whole" else [f":put r{item}"]
            voted = draw(_VOTES)
            votes += voted.count(":vote")
            lines += voted.format(last=votes - 1).split("\n")
    return "\n".join([*lines, ":close 21:00"])


def compared(held: Meeting, only_divided: bool = False) -> None:
    """Compares all forms of a meeting. With `only_divided`, in those for people only divided votes:
    where something was resolved otherwise, a result by itself says nothing of a vote."""
    written = draft(held, STYLE)
    machines = [list(in_json(held)), list(in_csv(held)), list(in_akoma_ntoso(held, written))]
    assert machines[0] == machines[1] == machines[2]
    headings = [block for block in written.blocks if isinstance(block, ItemHeading)]
    items = {_key(f"{item_label(block.number)}{block.text}"): block.item or "" for block in headings}
    expected: dict[str, list[Told]] = {id_: [] for id_ in items.values()}
    for item, told in machines[0]:
        expected[item].append(told)
    for reader in READERS:
        read = told_by(reader(written), items)
        for item, all_votes in expected.items():
            votes = [vote for vote in all_votes if not only_divided or _is_divided(vote)]
            if only_divided:
                read[item] = [told for told in read[item] if _is_divided(told)]
            assert [vote.result for vote in read[item]] == [vote.result for vote in votes], (reader.__name__, item)
            for said, kept in zip(read[item], votes, strict=True):
                # Where all were for it, the minutes may say “unanimously” and give no figures.
                divided = _is_divided(kept)
                assert said.figures == kept.figures or not (said.figures or divided), (reader.__name__, item)
                assert said.names == kept.names, (reader.__name__, item)


def _is_divided(told: Told) -> bool:
    return bool(told.names) or (told.figures is not None and any(told.figures[1:]))


@settings(max_examples=25, deadline=None)
@given(scripts())
def test_every_form_tells_the_same(script: str) -> None:
    compared(minute(script))
