"""Opening the desk: the meeting's title first, and nothing that is typed meanwhile is lost."""

from pathlib import Path

import pytest

from clerk.events import Minuted
from screens.desk.app import DeskApp
from screens.desk.opening import title_of
from screens.kit.line import Said
from screens.sitting import Sitting
from store.meetings import Kept
from tests.screens.desk.at_the_desk import Desk, made
from tests.support.minute import OPEN


async def test_the_title_stands_before_the_desk_is_read(tmp_path: Path) -> None:
    with Kept.open(made(tmp_path), "jo") as kept:
        sitting = Sitting(kept, "jo")
        assert sitting.meeting.setup is not None
        shown: list[str] = []

        def sit() -> Sitting:
            shown.append(app.screen.query_one("#title", Said).text.plain)
            return sitting

        app = DeskApp(sit, title_of(kept))
        async with app.run_test(size=(120, 36)) as pilot:
            desk = Desk(app, pilot, sitting, None)
            await desk.rest()
            assert shown == [desk.screen.query_one("#title", Said).text.plain]
            assert sitting.meeting.setup.body in shown[0]


async def test_what_is_typed_before_the_desk_is_there_waits_for_it(tmp_path: Path) -> None:
    with Kept.open(made(tmp_path, script=OPEN), "jo") as kept:
        sitting = Sitting(kept, "jo")

        def sit() -> Sitting:
            for key in (*"Rain", "enter"):
                app.post_message(Desk.key_of(app, key))
            return sitting

        app = DeskApp(sit, title_of(kept))
        async with app.run_test(size=(80, 24)) as pilot:
            desk = Desk(app, pilot, sitting, None)
            await desk.rest()
            assert [event.text for event in desk.recorded() if isinstance(event, Minuted)] == ["Rain"]


async def test_what_keeps_the_desk_from_opening_ends_the_program(tmp_path: Path) -> None:
    with Kept.open(made(tmp_path), "jo") as kept:

        def sit() -> Sitting:
            raise RuntimeError("not today")

        app = DeskApp(sit, title_of(kept))
        async with app.run_test() as pilot:
            await pilot.pause()
        assert str(app.why_not) == "not today"


def test_a_first_line_that_tells_no_body_gives_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Kept.open(made(tmp_path), "jo") as kept:
        assert title_of(kept).endswith(" · sitting")
        monkeypatch.setattr(Kept, "raw", [b'{"events": []}'])
        assert title_of(kept) == "sitting"
