"""The page in a real browser: three at once, keyboard alone, judged by axe, and after the server has died."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.screens.board.halls import KEY, Evening, Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("CLERK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync")  # fmt: skip

if not os.environ.get("CLERK_BROWSER_TESTS"):
    pytest.importorskip("playwright", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("there is no Chromium: “apt-get install chromium” brings one", allow_module_level=True)

VOTE = ":open 19:00\n:present rest\n:take 7\n:put r7\n:vote 6 3 1"
HALL, PHONE, TABLET = (1920, 1080), (390, 844), (1024, 768)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM or None, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Any]:
    contexts = []

    def open_page(path: str = "/", size: tuple[int, int] = HALL, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.goto(served.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_the_vote_of_an_evening_on_three_pages_at_once(opened: Any, evening: Evening) -> None:
    pages = opened(), opened(size=PHONE), opened(f"/chair?key={KEY}", TABLET)
    for page in pages:
        page.get_by_text("has not been opened yet").first.wait_for()
    evening.play(VOTE)
    for page in pages:
        page.get_by_text("CARRIED", exact=True).wait_for()
        assert page.locator(".tally dd").all_inner_texts() == ["6", "3", "1", "CARRIED"]
        assert page.get_by_role("status").inner_text().startswith("CARRIED. ")
    assert pages[0].context.cookies() == []


def test_nothing_is_cut_and_nothing_scrolls_sideways(opened: Any, evening: Evening) -> None:
    evening.play(VOTE)
    evening.play(":take 8\n:amend ash birch at=1 add -- " + "and that a very long report be made " * 6)
    for size in (HALL, PHONE, TABLET, (320, 568)):
        page = opened(size=size)
        page.get_by_text("If carried").first.wait_for()
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, size


def test_figures_fill_the_hall(opened: Any, evening: Evening) -> None:
    evening.play(VOTE)
    for size, least in ((HALL, 100), (PHONE, 32)):
        page = opened(size=size)
        page.get_by_text("CARRIED", exact=True).wait_for()
        assert page.locator(".tally dd").first.bounding_box()["height"] >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["no-preference", "more"])
def test_axe_finds_nothing(opened: Any, evening: Evening, scheme: str, contrast: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed").Axe()
    look = {"color_scheme": scheme, "contrast": contrast, "reduced_motion": "reduce"}
    stages = {
        "has not been opened": "",
        "CARRIED": VOTE,
        "If carried": ":take 8\n:amend ash birch at=1 add -- and so on",
        "EXEMPT": ":take 9\n:exclude items=9 para=3",
        "Decision sheet": ":readmit\n:close 21:19",
    }
    pages = [opened("/", PHONE, **look), opened("/", HALL, **look), opened(f"/chair?key={KEY}", TABLET, **look)]
    for words, script in stages.items():
        evening.play(script)
        chair = pages[-1]
        if words == "Decision sheet":
            pages[0].get_by_text(words).first.wait_for()
        else:
            chair.get_by_text(words).first.wait_for()
        for page in pages:
            # The page forbids scripts from elsewhere; axe is put in by the browser's own door.
            found = axe.run(page, options={"resultTypes": ["violations"]})
            assert found.violations_count == 0, found.generate_report()


def comes_about(page: Page, true: str) -> None:
    """Waits until an expression is true; by asking again, since the page forbids what Playwright's own wait needs."""
    end = time.monotonic() + 20
    while not page.evaluate(true):
        assert time.monotonic() < end, true
        page.wait_for_timeout(50)


def test_by_keyboard_alone(opened: Any, evening: Evening) -> None:
    evening.play(VOTE)
    evening.play(":motion oak elm -- " + "That a very long motion be read to its end. " * 80)
    page = opened(size=PHONE)
    page.get_by_text("That a very long motion").first.wait_for()
    page.keyboard.press("End")
    comes_about(page, "window.scrollY > 100")
    page.keyboard.press("Home")
    comes_about(page, "window.scrollY === 0")


def test_it_is_read_without_scripts(opened: Any, evening: Evening) -> None:
    evening.play(VOTE)
    page = opened(java_script_enabled=False)
    assert page.locator(".tally dd").all_inner_texts() == ["6", "3", "1", "CARRIED"]


def test_large_text_grows_and_nothing_is_lost(opened: Any, evening: Evening) -> None:
    evening.play(VOTE)
    page = opened(size=PHONE)
    page.get_by_text("CARRIED", exact=True).wait_for()
    before = page.locator(".sentence").bounding_box()["height"]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator(".sentence").bounding_box()["height"] > before * 1.5
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_it_goes_on_by_itself_after_the_server_has_died(opened: Any, evening: Evening, served: Served) -> None:
    page = opened()
    page.get_by_text("has not been opened yet").first.wait_for()
    served.stop()
    page.get_by_text("not connected just now").wait_for(state="visible")
    evening.play(VOTE)
    served.start()
    page.get_by_text("CARRIED", exact=True).wait_for()
    page.get_by_text("not connected just now").wait_for(state="hidden")


def test_an_exempt_session_reaches_the_chair_and_nobody_else(opened: Any, evening: Evening) -> None:
    evening.play(VOTE)
    public, chair = opened(), opened(f"/chair?key={KEY}", TABLET)
    sent: list[str] = []
    public.on("response", lambda answer: sent.append(answer.url))
    public.get_by_text("CARRIED", exact=True).wait_for()
    evening.play(":take 9\n:exclude items=9 para=3\n:motion oak elm -- That qzsecret be let.")
    chair.get_by_text("qzsecret").first.wait_for()
    public.get_by_text("private session").first.wait_for()
    assert "qzsecret" not in public.content()
    assert public.evaluate("fetch('/state.json').then(answer => answer.text())").find("qzsecret") == -1
    assert json.loads(public.evaluate("fetch('/state.json').then(answer => answer.text())"))["alone"]
    evening.play(":readmit\n:take 10")
    public.get_by_text("Any Items").first.wait_for()
    assert "qzsecret" not in public.content()
