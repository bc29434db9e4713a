"""Registers as pages, in a real browser: no word is broken, and a table of many columns moves by itself."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from clerk.library.registers import Attended, Member
from exports.registers import as_html, attendance

CHROMIUM = os.environ.get("CLERK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
LINES_OF_WORDS = """() => [...document.querySelectorAll('th, td')].flatMap(cell => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
    for (let node; (node = walker.nextNode());)
        for (const word of node.data.matchAll(/[\\p{L}\\d]+/gu)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (range.getClientRects().length > 1) broken.push(word[0]);
        }
    return broken;
})"""


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (CLERK_CHROMIUM names it)")
@pytest.mark.parametrize("width", [320, 1000, 1600])
def test_no_word_of_a_register_is_broken(tmp_path: Path, width: int) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    evening = Attended("r", "Harbour and Coast Committee", date(2026, 9, 15), "present")
    people = ("Persephone Thistlethwaite-Quill", "Ed Vane")
    last = date(2026, 9, 15)
    members = tuple(Member(name, (name,), "Independent", (evening,), last, last, date(2027, 3, 15)) for name in people)
    page = tmp_path / "register.html"
    page.write_text(as_html(attendance(members, "")), encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": width, "height": 800})
        shown.goto(page.as_uri())
        assert shown.evaluate(LINES_OF_WORDS) == []
        # The table is moved within the page, and the page stays where it is.
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
        browser.close()
