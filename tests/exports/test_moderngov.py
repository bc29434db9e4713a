"""The hand-over to Modern.gov: pieces by agenda number, each readable alone, with what it needs to be pasted right."""

import csv
from io import StringIO

import pytest
from lxml import etree, html
from msgspec.structs import replace

from clerk.meeting.state import Meeting
from exports.draft import draft
from exports.moderngov import Piece, attendance_csv, index, pieces
from exports.style import shipped_style
from tests.meetings.holding import NAMES, meeting
from tests.support.minute import minute

STYLE = shipped_style()
ALLOWED = {"p", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong"}


def handed(held: Meeting, exempt: bool = False) -> list[Piece]:
    return pieces(held, STYLE, draft(held, STYLE, exempt), exempt)


@pytest.mark.parametrize("name", NAMES)
def test_a_piece_has_only_what_modern_gov_keeps(name: str) -> None:
    found = handed(meeting(name))
    assert [piece.title for piece in found] == [meeting(name).items[id_].title for id_ in meeting(name).agenda]
    for piece in found:
        root = etree.fromstring(f"<div>{piece.html}</div>")
        assert {element.tag for element in root.iter()} - {"div"} <= ALLOWED


def test_pieces_are_named_by_the_agenda_and_stand_in_its_order_whatever_the_order_taken() -> None:
    held = minute(":open 19:00\n:present rest\n:take 8\nFirst.\n:take 7\nSecond.\n:close 20:00")
    found = handed(held)
    names = [piece.name for piece in found if piece.number in ("7", "8")]
    assert names[0].startswith("item 7 – ")
    assert names[1].startswith("item 8 – ")
    assert "Second." in next(piece.html for piece in found if piece.number == "7")


def test_no_name_is_one_that_windows_refuses_and_none_comes_twice() -> None:
    held = minute(
        ':open 19:00\n:present rest\n:item 21 title="A/B: <C>? *D* | \\\\E."\n'
        ':heading -- Welcome\n:heading -- Welcome\n:item 22 title="' + "Very long words " * 20 + '"'
    )
    names = [piece.name for piece in handed(held)]
    assert "item 21 – A B C D E.html" in names
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) < 130 and not set(name) & set('\\/:*?"<>|') for name in names)


def test_a_piece_says_what_was_declared_elsewhere() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 3
        :declare elm 7 kind=dpi effect=left -- owning a boat
        :take 7
        :vote unanimous
    """)
    piece = next(piece for piece in handed(held) if piece.number == "7")
    assert "had declared a disclosable pecuniary interest in this item by virtue of owning a boat." in piece.html
    assert "would leave the room for this item" in piece.html
    elsewhere = next(piece for piece in handed(held) if piece.number == "8")
    assert "interest" not in elsewhere.html


def test_exempt_pieces_say_so_in_name_and_text_and_others_do_not() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 8
        Said in public.
        :take 9
        :exclude items=9 para=3
        The price was named.
        :vote unanimous
        :readmit
        :close 20:00
    """)
    public = next(piece for piece in handed(held) if piece.number == "9")
    assert "price" not in public.html
    assert not public.exempt
    closed = [piece for piece in handed(held, exempt=True) if piece.exempt]
    assert [piece.number for piece in closed] == ["9"]
    assert closed[0].name.endswith(" EXEMPT.html")
    assert "NOT FOR PUBLICATION" in closed[0].html
    assert "price" in closed[0].html


def test_the_index_has_a_button_for_each() -> None:
    found = handed(meeting("01-parks-committee"))
    page = html.document_fromstring(index(draft(meeting("01-parks-committee"), STYLE), found))
    buttons = page.findall(".//button")
    assert len(buttons) == len(found)
    for button, piece in zip(buttons, found, strict=True):
        target = page.get_element_by_id(button.get("data-piece"))
        assert " ".join(target.text_content().split()) == " ".join(
            html.fromstring(f"<div>{piece.html}</div>").text_content().split()
        )
        assert piece.title in button.get("data-name")


def test_ids_come_back_and_attendance_is_in_modern_gov_s_words() -> None:
    held = minute("")
    setup = held.setup
    assert setup is not None
    people = tuple(replace(person, reference=f"moderngov:{n}") for n, person in enumerate(setup.people, 100))
    items = tuple(replace(item, reference=f"moderngov:{n}") for n, item in enumerate(setup.items, 500))
    script = ":apologies hazel\n:sub maple for=hazel\n:apologies elm\n:open 19:00\n:present rest out=ash"
    held = minute(script, replace(setup, people=people, items=items))
    rows = {row["Name"]: row for row in csv.DictReader(StringIO(attendance_csv(held, STYLE)))}
    words = {name.split()[-1].lower(): row["Attendance"] for name, row in rows.items()}
    assert words["hazel"] == "Apologies, sent representative"
    assert words["maple"] == "Present, as substitute"
    assert words["elm"] == "Apologies"
    assert words["ash"] == "Absent"
    assert words["oak"] == "Present, as expected"
    assert all(row["Member id"].isdecimal() for row in rows.values())
    assert "Modern.gov’s id: 500." in index(draft(held, STYLE), handed(held))
