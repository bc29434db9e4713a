"""The hand-over to Modern.gov: each item as a piece of its own, named by its number on the agenda; the attendance.

Nothing in Modern.gov takes a whole set of minutes: a clerk pastes it item by item. So each piece can be read alone,
`index.html` lists them in the order of the agenda with a button that copies each, and the ids that came with the
agenda are given back.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from clerk.agenda import Item
from clerk.meeting.sittings import days_of, sittings, stays_in
from clerk.meeting.state import Meeting
from clerk.times import say_date
from exports.blocks import NEVER_IN_NAMES, AnyBlock, Draft, ItemHeading
from exports.data.attendance import attendance
from exports.data.shown import Shown
from exports.data.tables import csv_of
from exports.html import blocks_html, page_title
from exports.interests import declared_before
from exports.plain import one_line
from exports.style import Style, capital
from exports.writer import Writer

_LONGEST = 90


class Piece(NamedTuple):
    """One item: its file's name, its number and title on the agenda, its text as HTML, and its id in Modern.gov."""

    name: str
    number: str
    title: str
    html: str
    exempt: bool
    reference: str


def pieces(meeting: Meeting, style: Style, draft: Draft, exempt: bool = False) -> list[Piece]:
    """A piece for each item, in the order of the agenda. One with anything of exempt session in it says so, in its
    name and at its head."""
    writer = Writer(meeting, style, exempt)
    found: list[Piece] = []
    meeting = writer.meeting
    agenda = dict.fromkeys((*meeting.agenda, *meeting.items))
    for place, item in enumerate((meeting.items[id_] for id_ in agenda if id_ in meeting.items), 1):
        blocks = [block for block in draft.of_item(item.id) if not isinstance(block, ItemHeading)]
        closed = any(block.private for block in blocks)
        whole = [*_before(writer, item, blocks), *blocks]
        text = blocks_html(whole)
        if closed:
            text = f"<p><strong>{escape(one_line(draft.restriction))}</strong></p>\n{text}"
        name = _name(item, place, closed, (piece.name for piece in found))
        found.append(Piece(name, one_line(item.number), one_line(item.title), text, closed, item.reference))
    return found


def _before(writer: Writer, item: Item, blocks: Iterable[AnyBlock]) -> list[AnyBlock]:
    """What must be known to read an item alone: the interests declared in it under another."""
    if item.kind == "declarations" or any(block.construct.startswith("DE-") for block in blocks):
        return []
    return declared_before(writer, item.id)


def _name(item: Item, place: int, closed: bool, taken: Iterable[str]) -> str:
    """The name of a piece's file: "item 10 – Armed Forces Covenant.html"."""
    number = _plain(item.number).rstrip(".")
    title = _plain(item.title)[:_LONGEST].rstrip(" .")
    stem = " – ".join(filter(None, (f"item {number}" if number else "heading", title)))
    mark = " EXEMPT" if closed else ""
    name = f"{stem}{mark}.html"
    return name if name.casefold() not in {one.casefold() for one in taken} else f"{stem} ({place}){mark}.html"


def _plain(text: str) -> str:
    """A text as a file's name may hold it: "Rents for 2023/24" is "Rents for 2023-24"."""
    dashed = re.sub(r"(?<=\d)[/\\](?=\d)", "-", one_line(text))
    return one_line("".join(" " if c in NEVER_IN_NAMES else c for c in dashed))


_INDEX = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.125rem/1.5 Arial, sans-serif; color: #000; background: #fff; max-width: 50rem; margin: 2rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.6rem; }} h2 {{ font-size: 1.2rem; margin: 0; }}
article {{ border: 1px solid #555; padding: 1rem; margin: 1rem 0; }}
header {{ display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: start; }}
button {{ font: inherit; padding: .25rem .75rem; flex: none; }} .mark {{ font-weight: bold; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #555; padding: .25rem .5rem; text-align: left; }}
</style>
</head>
<body>
<main>
<h1>{heading}</h1>
<p>{lead}</p>
<p role="status" id="said"></p>
{items}
</main>
<script>
for (const button of document.querySelectorAll("button")) {{
  button.addEventListener("click", () => {{
    const range = document.createRange();
    range.selectNodeContents(document.getElementById(button.dataset.piece));
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const done = document.execCommand("copy");
    selection.removeAllRanges();
    document.getElementById("said").textContent =
      done ? "Copied: " + button.dataset.name : "It could not be copied: select it and press Ctrl+C.";
  }});
}}
</script>
</body>
</html>
"""
# The selection is copied as the browser shows it, with its lists and tables; that works from a file, where the newer
# interface to the clipboard may not be allowed.

_ITEM = """<article>
<header><h2>{heading}</h2><button type="button" data-piece="piece-{n}" data-name="{heading}">Copy<span
 hidden> {heading}</span></button></header>
{about}<div id="piece-{n}">{html}</div>
</article>"""


def index(draft: Draft, found: Iterable[Piece]) -> str:
    """A page of all pieces, in the order given, each with a button that copies it."""
    items = [_shown(n, piece) for n, piece in enumerate(found, 1)]
    lead = "Each item as it is pasted into Modern.gov, in the order of the agenda. Its number is the agenda’s."
    marks = "".join(f'<p class="mark">{escape(one_line(mark))}</p>\n' for mark in draft.marks)
    heading = escape(one_line(draft.marked_title))
    items_shown = marks + "\n".join(items)
    return _INDEX.format(title=escape(page_title(draft)), heading=heading, lead=lead, items=items_shown)


def _shown(n: int, piece: Piece) -> str:
    label = f"{piece.number.rstrip('.')}. " if piece.number else ""
    heading = escape(f"{label}{piece.title}", quote=True)
    reference = f"Modern.gov’s id: {piece.reference.removeprefix('moderngov:')}. " if piece.reference else ""
    nothing = "" if piece.html.strip() else "Nothing is minuted."
    about = f"<p>{escape(reference + nothing)}</p>\n" if reference or nothing else ""
    return _ITEM.format(n=n, heading=heading, about=about, html=piece.html.strip())


def _by_day(shown: Shown, person: str, said: str) -> str:
    """How somebody attended a meeting that sat on several days, day by day, where it was not alike on all of them; ""
    where it was. `said` is the word for a day on which they were there."""
    meeting, text = shown.writer.meeting, shown.writer.style.text
    days, parts = days_of(meeting), sittings(meeting)
    if len(parts) < 2 or len(days) != len(parts) or person not in meeting.stays:
        return ""
    told: list[str] = []
    for day in parts:
        away = day.apologies.get(person)
        missing = "apologies" if away is not None and away.kind == "absence" else "absent"
        told.append(said if stays_in(meeting, person, day) else text(f"MG.{missing}"))
    if len(set(told)) == 1:
        return ""
    return "; ".join(f"{how} ({say_date(day)})" for how, day in zip(told, days, strict=True))


def attendance_csv(meeting: Meeting, style: Style, exempt: bool = False) -> str:
    """The attendance in Modern.gov's words, with the ids that the members came with. The words are the house style's
    ("MG.present" and the like)."""
    shown = Shown(meeting, style, exempt)
    rows = []
    came = attendance(shown)
    replaced = {one.substitute_for for one in came if one.substitute_for}
    for one in came:
        person = shown.writer.person(one.person)
        key: str = "substitute" if one.substitute_for else one.status
        if one.status == "apologies" and one.person in replaced:
            key = "represented"
        office = one.office or ("substitute" if one.substitute_for else "")
        role = capital(office) or "Committee Member"
        reference = person.reference.removeprefix("moderngov:")
        said = style.text(f"MG.{key}")
        said = style.text("MG.virtual", said=said) if one.remote else said
        rows.append([reference, person.formal, role, _by_day(shown, one.person, said) or said])
    return csv_of(("Member id", "Name", "Role", "Attendance"), rows)
