"""Most clerks have Windows, and no machine here does: what is written for it is held to it as nearly as can be.

`.ci/run` has the types checked as they are on Windows, where mypy knows which calls there are; here tests are run again
with all that only POSIX has taken away (tests/support/on_windows.py says what).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

BOOK, SAID = "tests/screens/book/test_book.py", "tests/transcripts/test_exempt.py"
CLOSING, ROOM = "tests/screens/desk/test_desk_closing.py", "tests/screens/desk/test_desk_room.py"

# What opens, writes, replaces and removes files in each way there is, once: not every question that is asked of them.
AGAIN = {
    "keeping": ["tests/store/test_journal_file.py", "tests/store/test_kept_meetings.py", "tests/store/test_mending.py"],
    "the command line": ["tests/cli/test_cli_meetings.py"],
    "every command, over one evening": ["tests/cli/test_cli_every_command.py"],
    "the minute book, and what was said": [
        f"{BOOK}::test_it_opens_at_the_meetings_with_their_states",
        f"{BOOK}::test_an_action_is_ticked_off_by_two_keys",
        f"{BOOK}::test_a_decision_is_found_by_two_keys_and_the_words",
        f"{BOOK}::test_an_empty_home_says_what_to_do",
        f"{BOOK}::test_the_log_says_who_did_what",
        f"{BOOK}::test_a_damaged_meeting_is_said_in_every_view_that_looks_through_all",
        f"{SAID}::test_an_exclusion_recorded_later_cuts_again_and_is_named_by_its_time_only",
        f"{SAID}::test_exempt_words_are_taken_only_by_that_name_into_their_own_file",
        f"{SAID}::test_no_draft_and_no_list_has_a_word_of_it",
    ],
    "writing": ["tests/cli/test_cli_handing.py", "tests/exports/test_word_saving.py"],
    "the desk": ["tests/screens/desk/test_desk_failing.py"],
    "an evening at the desk": [
        f"{CLOSING}::test_what_is_left_is_said_before_the_meeting_is_closed",
        f"{CLOSING}::test_opened_adjourned_resumed_extended_closed",
        f"{ROOM}::test_a_substitute_takes_a_seat_and_gives_it_back",
        f"{ROOM}::test_a_meeting_resumed_on_a_later_day_takes_its_times_from_that_day_s_clock",
        "tests/screens/chair/test_chair_in_public.py::test_the_session_begins_and_ends_while_it_is_watched",
    ],
    "papers": [
        "tests/packs/test_packs_apart.py::test_where_the_system_sets_no_limit_it_is_watched",
        "tests/packs/test_packs_apart.py::test_a_tag_that_ends_in_a_colon",
    ],
}


@pytest.mark.skipif(sys.platform != "linux", reason="what stands in for Windows asks Linux which files are open")
@pytest.mark.parametrize("what", AGAIN)
def test_it_needs_nothing_that_only_posix_has(tmp_path: Path, what: str) -> None:
    folders = {str(ROOT / Path(test).parent) for test in AGAIN[what]}
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *folders])}
    env.pop("PYTEST_XDIST_WORKER", None)
    home = tmp_path / r"C:\Users\Jo Reed" / "AppData"
    command = [sys.executable, "-m", "tests.support.on_windows", str(home), "-x", *AGAIN[what]]
    home.parent.mkdir()
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-6_000:] + run.stderr[-2_000:]
