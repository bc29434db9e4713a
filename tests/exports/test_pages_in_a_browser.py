"""The web pages, judged by others: html-validate, and axe in a real browser (WCAG 2.2 AA)."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exports.blocks import ActionLine, ItemHeading, NameColumns
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.html import page_title, write_html
from exports.moderngov import index, pieces
from exports.paper import paper
from exports.style import shipped_style
from tests.exports.drafts import draft as draft_of
from tests.exports.drafts import prose, whole_meeting
from tests.meetings.holding import meeting, public
from tests.support.minute import minute

STYLE = shipped_style()
CHROMIUM = os.environ.get("CLERK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
VALIDATOR = os.environ.get("CLERK_HTML_VALIDATE") or shutil.which("html-validate") or ""
SHOWN = ("01-parks-committee", "02-housing-committee", "06-budget-council", "04-planning-committee")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CLOSED = ":open 19:00\n:present rest\n:take 9\n:exclude items=9 para=3\nThe price was named.\n:readmit\n:close 20:00"


def pages() -> Iterator[tuple[str, str]]:
    """Every kind of page: whole minutes, sheets, the form for notes, the hand-over; public and exempt."""
    yield "whole", write_html(whole_meeting())
    held = minute(CLOSED)
    yield "exempt", write_html(draft(held, STYLE, exempt=True))
    for name in SHOWN:
        yield name, write_html(public(name))
        yield f"{name} sheet", write_html(decision_sheet(meeting(name), STYLE, public(name)))
        yield f"{name} paper", write_html(paper(meeting(name), STYLE))
        yield f"{name} index", index(public(name), pieces(meeting(name), STYLE, public(name)))


def test_a_title_is_short_and_keeps_its_marks() -> None:
    for name in SHOWN:
        assert len(page_title(public(name))) <= 70
        assert page_title(public(name)).startswith("DRAFT ")
    assert page_title(draft(minute(CLOSED), STYLE, exempt=True)).endswith(" EXEMPT")


@pytest.mark.skipif(
    not VALIDATOR, reason="html-validate is not installed: npm brings it (CLERK_HTML_VALIDATE names it)"
)
def test_every_page_is_valid(tmp_path: Path) -> None:
    (tmp_path / ".htmlvalidate.json").write_text(
        '{"root": true, "extends": ["html-validate:recommended", "html-validate:a11y"]}', encoding="utf-8"
    )
    for name, page in pages():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    command = [VALIDATOR, "--formatter", "json", *(str(path) for path in sorted(tmp_path.glob("*.html")))]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=300)
    found = json.loads(done.stdout or "[]")
    assert [(Path(one["filePath"]).name, message["ruleId"]) for one in found for message in one["messages"]] == []
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    if not CHROMIUM and not os.environ.get("CLERK_BROWSER_TESTS"):
        pytest.skip("there is no Chromium: “apt-get install chromium” brings one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM or None, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def test_axe_finds_nothing(browser: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page()
    for name, text in pages():
        page.set_content(text)
        found = Axe().run(page, options={"runOnly": WCAG})
        assert [one["id"] for one in found.response["violations"]] == [], name
        assert found.response["passes"], name


def test_a_narrow_page_is_read_without_going_sideways(browser: Any) -> None:
    long = "Teichuferbefestigung" * 6
    written = draft_of(
        NameColumns(names=(f"Councillor {long}", "Councillor Al Oak")),
        ItemHeading(number="1", text=long, item="i1"),
        prose(f"A pond, {long}."),
        ActionLine(text=f"Action: Ms Reed – {long}"),
    )
    held = minute(f":item 50 title={long}\n:open 19:00\n:present rest\n:take 50\nA pond, {long}.")
    page = browser.new_page(viewport={"width": 320, "height": 900})
    for text in (write_html(written), index(draft(held, STYLE), pieces(held, STYLE, draft(held, STYLE)))):
        page.set_content(text)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_button_copies_a_piece_as_it_is_shown(browser: Any, tmp_path: Path) -> None:
    name = "01-parks-committee"
    found = pieces(meeting(name), STYLE, public(name))
    file = tmp_path / "index.html"
    file.write_text(index(public(name), found), encoding="utf-8")
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(file.as_uri())
    where = next(n for n, piece in enumerate(found) if piece.number == "7")
    page.locator("button").nth(where).click()
    page.get_by_text("Copied: 7. Boathouse at Mere Park").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "That the Committee approve the repairs to the boathouse" in copied
    assert "Allotment" not in copied
