"""The web page and the fragments for Modern.gov: well formed, accessible, everything escaped."""

import re
from itertools import pairwise

import pytest
from lxml import etree, html

from exports.blocks import Closing, Grid, ItemHeading, Listing, Prose, Span
from exports.html import blocks_html, write_html
from tests.exports.drafts import bullet, draft, number, plain_line, prose, whole_meeting
from tests.meetings.holding import NAMES, public

ALLOWED = {"p", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong"}
EVIL = '<script>alert("x")</script> & \u202e'


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_well_formed_and_its_headings_do_not_skip(name: str) -> None:
    page = write_html(public(name))
    tree = html.document_fromstring(page)
    assert tree.get("lang") == "en-GB"
    assert tree.findtext(".//title")
    levels = [int(element.tag[1]) for element in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in tree.iter("table"):
        assert table.findtext("caption")
        assert all(cell.get("scope") == "col" for cell in table.iter("th"))
    assert not [p for p in tree.iter("p", "li", "h2", "h3") if not p.text_content().strip()]


@pytest.mark.parametrize("name", NAMES)
def test_fragments_have_only_what_modern_gov_keeps(name: str) -> None:
    items = [block.item for block in public(name).blocks if isinstance(block, ItemHeading)]
    for piece in (blocks_html(public(name).of_item(item)) for item in items):
        root = etree.fromstring(f"<div>{piece}</div>")
        assert {element.tag for element in root.iter()} - {"div"} <= ALLOWED
        assert {key for element in root.iter() for key in element.keys()} <= {"start"}  # noqa: SIM118


def test_lists_nest_and_keep_their_numbers() -> None:
    entries = (
        number("2", "Second"),
        number("2.1", "Under it"),
        bullet("A point", 2),
        number("3", "Third"),
        plain_line("A line of it"),
    )
    piece = blocks_html(draft(Listing(entries=entries)).blocks)
    found = piece[piece.index("<ol") :]
    assert '<ol start="2"><li>Second' in found
    assert "2.1 Under it" in found
    assert "<li>A point</li>" in found
    assert "<li>Third<p>A line of it</p></li>" in found


def test_a_list_that_cannot_be_counted_says_its_numbers() -> None:
    piece = blocks_html(draft(Listing(entries=(number("1", "a"), number("3", "b"), number("2a", "c")))).blocks)
    assert "<ol><li>a</li></ol>" in piece
    assert '<ol start="3"><li>b</li></ol>' in piece
    assert "<li>2a. c</li>" in piece


def test_whatever_was_typed_is_escaped() -> None:
    meeting = draft(
        ItemHeading(number=EVIL, text=EVIL, item="a"),
        Prose(spans=(Span(EVIL), Span(EVIL, decision=True)), item="a"),
        Listing(entries=(bullet(EVIL), number("1", EVIL)), item="a"),
        Grid(header=(EVIL,), rows=(((EVIL,),),), title=EVIL, description=EVIL, item="a"),
        Closing(text=EVIL),
        status=EVIL,
    )
    for text in (write_html(meeting), blocks_html(meeting.blocks)):
        assert "<script" not in text
        html.fromstring(text)


def test_addresses_are_links_on_the_page_and_words_in_a_fragment() -> None:
    meeting = draft(prose("See https://example.org/a?b=1&c=2. Write to parks@example.org, or www.example.org."))
    page = write_html(meeting)
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in page
    assert '<a href="mailto:parks@example.org">parks@example.org</a>,' in page
    assert '<a href="https://www.example.org">www.example.org</a>.' in page
    assert "<a" not in blocks_html(meeting.blocks)


def test_an_address_that_would_run_a_script_is_no_link() -> None:
    assert "<a" not in write_html(draft(prose("javascript:alert(1) data:text/html,x")))


def test_a_page_says_that_it_is_a_draft() -> None:
    page = write_html(whole_meeting())
    assert '<p class="status">DRAFT – not yet approved by the Committee</p>' in page
    assert re.search(r"<title>.*Allotments and Ponds Committee", page)
