"""What becomes of minutes after the close: published, changed, approved, signed, reopened; what is kept of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from clerk.library.facts import Published
from screens.cli.finding import looked_at
from screens.minutes import stands
from store.facts import Facts
from tests.cli.running import TOML, Clerk, journal

EVENING = """:open 18:30
:present rest
:take 1
:none
:take 2
The Head of Parks said that seven hives had been lost.
:vote 2 1 0
:close 20:00
"""
NEXT = EVENING.replace(":take 1\n:none\n", ":take 1\n{minutes}\n")
Standing = Callable[[str], str]


@pytest.fixture
def held(clerk: Clerk, parks: str) -> str:
    """The name of a meeting that was minuted and closed."""
    played = clerk("play", parks, "-", typed=EVENING)
    assert played.exit_code == 0, played.output
    return parks


@pytest.fixture
def state(home: Path) -> Standing:
    """How the minutes of a meeting stand, in words."""

    def of(name: str) -> str:
        path = journal(home, name)
        return stands(looked_at(path), path)[0].said

    return of


def later(clerk: Clerk, minutes: str, day: str = "2026-06-16", more: str = "") -> str:
    """A later meeting of the body, at which something was done about earlier minutes."""
    name = clerk("new", "-", typed=more + TOML.replace("2026-05-12", day)).stdout.strip()
    played = clerk("play", name, "-", typed=NEXT.format(minutes=minutes))
    assert played.exit_code == 0, played.output
    return name


def published(clerk: Clerk, name: str, *more: str) -> Result:
    return clerk("publish", name, "--on", "2026-05-15", *more)


def test_the_states_of_a_meeting_follow_from_its_record(clerk: Clerk, parks: str, state: Standing) -> None:
    assert state(parks) == "planned"
    clerk("play", parks, "-", typed=":open 18:30\n:present rest\n")
    assert state(parks) == "live"
    clerk("play", parks, "-", typed=":@18:40 adjourn\n")
    assert state(parks) == "adjourned"
    assert published(clerk, parks).exit_code == 1
    clerk("play", parks, "-", typed=":@18:50 resume\n:take 1\n:none\n:take 2\n:vote unanimous\n:close 20:00\n")
    assert state(parks) == "closed (draft)"
    assert published(clerk, parks, "--where", "the website").exit_code == 0
    assert state(parks) == "published"
    later(clerk, ":minutes 2026-05-12")
    assert state(parks) == "approved"
    assert clerk("sign", parks, "--on", "2026-06-16").exit_code == 0
    assert state(parks) == "signed"
    assert clerk("reopen", parks, "--", "a wrong vote").exit_code == 0
    assert state(parks) == "reopened"
    assert "reopened" in clerk("list").stdout


def test_what_is_published_is_kept_and_given_again(clerk: Clerk, home: Path, held: str) -> None:
    before = clerk("draft", held).stdout
    assert published(clerk, held, "--where", "the website").exit_code == 0
    (told,) = [fact for _, fact in Facts(home).read().of(Published)]
    assert (told.on, told.where) == (date(2026, 5, 15), "the website")
    assert told.text is not None
    file = journal(home, held).with_name(told.text.file)
    kept = json.loads(file.read_bytes())
    assert kept["text"] == before == clerk("draft", held).stdout
    assert (kept["style"], kept["entries"]) == ("barnet", told.text.entries)
    assert not told.text.exempt_file
    file.write_bytes(file.read_bytes().replace(b"seven hives", b"eight hives"))
    spoilt = clerk("draft", held, "--to", "spoilt.txt")
    assert spoilt.exit_code == 1
    assert "not as it was kept" in spoilt.stderr
    assert not Path("spoilt.txt").exists()


def test_what_is_exempt_is_kept_apart(clerk: Clerk, home: Path, parks: str) -> None:
    secret = EVENING.replace("The Head", ":exclude items=2 para=3\n:summary -- The bees were considered.\nThe Head")
    clerk("play", parks, "-", typed=secret)
    done = published(clerk, parks)
    assert done.exit_code == 0, done.output
    (told,) = [fact for _, fact in Facts(home).read().of(Published)]
    assert told.text is not None
    public, exempt = (journal(home, parks).with_name(name) for name in (told.text.file, told.text.exempt_file))
    assert "seven hives" not in public.read_text(encoding="utf-8")
    assert "seven hives" in exempt.read_text(encoding="utf-8")
    assert exempt.stat().st_mode & 0o077 == 0
    assert "seven hives" not in clerk("draft", parks).stdout
    assert "seven hives" in clerk("draft", parks, "--exempt").stdout


def test_nothing_is_published_before_the_meeting_or_while_something_hard_stands(clerk: Clerk, parks: str) -> None:
    clerk("play", parks, "-", typed=EVENING.replace(":vote 2 1 0", ":vote 1 1 0"))
    assert "HARD V8" in published(clerk, parks).stderr
    clerk("play", parks, "-", typed=":@20:00 cast for\n")
    assert "before the meeting" in clerk("publish", parks, "--on", "2026-05-01").stderr


def test_what_is_published_is_changed_with_a_reason_alone(clerk: Clerk, home: Path, held: str, state: Standing) -> None:
    published(clerk, held)
    refused = clerk("play", held, "-", typed=":take 2\nMore was said.\n")
    assert refused.exit_code == 1
    assert "published on 15 May 2026" in refused.stderr
    assert ":because" in refused.stderr
    size = journal(home, held).stat().st_size
    assert journal(home, held).stat().st_size == size
    changed = clerk("play", held, "-", typed=":because -- words were left out\n:under 2\nMore was said.\nAnd more.\n")
    assert changed.exit_code == 0, changed.output
    entries = looked_at(journal(home, held)).entries
    assert [entry.why for entry in entries[-3:]] == ["", "words were left out", "words were left out"]
    assert state(held) == "published, amended since"
    said = clerk("draft", held).stdout
    assert "amended after publication on 15 May 2026" in said
    assert "And more." in said
    # The reason is of that sitting alone.
    assert clerk("play", held, "-", typed="Once more.\n").exit_code == 1
    published(clerk, held)
    assert "amended after" not in clerk("draft", held).stdout
    assert len(list(journal(home, held).parent.glob("*.published-*"))) == 2


def test_a_reason_is_refused_where_nothing_needs_one(clerk: Clerk, held: str) -> None:
    assert "not published" in clerk("play", held, "-", typed=":because -- whim\n").stderr
    assert "not approved" in clerk("reopen", held, "--", "whim").stderr
    assert "not approved" in clerk("sign", held).stderr


def test_approved_minutes_are_given_as_approved_and_never_worded_anew(
    clerk: Clerk, home: Path, held: str, state: Standing
) -> None:
    later(clerk, ":minutes 2026-05-12")
    assert state(held) == "approved"
    said = clerk("draft", held).stdout
    assert "DRAFT" not in said
    assert "seven hives" in said
    assert clerk("draft", held, "--final", "--to", "final.txt").exit_code == 0
    styles = home / "styles"
    styles.mkdir()
    (styles / "ours.toml").write_text('name = "ours"\ninherits = "barnet"\n', encoding="utf-8")
    assert "not worded anew" in clerk("draft", held, "--style", "ours").stderr
    # The record may be altered by another program; what was approved stays.
    (styles / "barnet.toml").write_text(
        'name = "barnet"\ninherits = "plain-english"\n[words]\n"CL-01" = "Over at {{ time }}"\n'
    )
    assert clerk("draft", held).stdout == said
    assert "worded otherwise today" in clerk("check", held, "--notes").stdout
    assert "approved by Parks Committee on 16 June 2026" in clerk("play", held, "-", typed=":take 2\nMore.\n").stderr
    assert "reopen them first" in clerk("play", held, "-", typed=":because -- whim\n").stderr


def test_a_publication_that_was_forgotten_is_told_after_the_approval(
    clerk: Clerk, home: Path, held: str, state: Standing
) -> None:
    later(clerk, ":minutes 2026-05-12")
    said = clerk("draft", held).stdout
    done = published(clerk, held, "--where", "the website")
    assert done.exit_code == 0, done.output
    assert state(held) == "approved"
    assert clerk("draft", held).stdout == said
    assert "on 15 May 2026" in clerk("log", held).stdout
    assert not list(journal(home, held).parent.glob("*.published-*"))


def test_an_approval_that_was_lost_or_struck_approves_nothing(clerk: Clerk, held: str, state: Standing) -> None:
    name = later(clerk, ":minutes 2026-05-12\n:vote 1 2 0")
    assert state(held) == "closed (draft)"
    other = later(clerk, ":minutes 2026-05-12\n:vote 2 1 0", "2026-07-14")
    assert state(held) == "approved"
    entry = next(
        number
        for number, line in enumerate(NEXT.format(minutes=":minutes 2026-05-12").splitlines(), 2)
        if line.startswith(":minutes")
    )
    assert clerk("play", other, "-", typed=f":strike {entry}\n").exit_code == 0
    assert state(held) == "closed (draft)"
    assert name != other


def test_an_extraordinary_council_approves_no_minutes(clerk: Clerk, held: str, state: Standing) -> None:
    more = 'extraordinary = true\nsettings = {"body.kind" = "council"}\n'
    later(clerk, ":minutes 2026-05-12", more=more)
    assert state(held) == "closed (draft)"


def test_a_panel_that_will_not_meet_again(clerk: Clerk, held: str, state: Standing) -> None:
    assert clerk("approve", held, "--by", "Cabinet", "--on", "2026-07-01").exit_code == 2
    done = clerk(
        "approve", held, "--by", "Cabinet", "--on", "2026-07-01", "--correction", "Say bees.", "--", "one", "night"
    )
    assert done.exit_code == 0, done.output
    assert state(held) == "approved with corrections"
    assert "approved already" in clerk("approve", held, "--by", "Cabinet", "--on", "2026-07-01", "--", "x").stderr
    assert "Say who signed" in clerk("sign", held, "--on", "2026-07-02").stderr
    # A part of a name is enough of one who is known; whoever else presided is named as typed.
    for typed, named in (("Mayor Una Vale", "Mayor Una Vale"), ("oak", "Councillor Ann Oak")):
        assert f"signed by {named} on" in clerk("sign", held, "--by", typed, "--on", "2026-07-02").stdout
    assert state(held) == "signed, with corrections"


def test_a_call_in_is_counted_from_the_day_of_publication(clerk: Clerk, held: str) -> None:
    assert "published" not in clerk("draft", held, "--decisions").stdout
    assert clerk("publish", held, "--decisions", "--on", "2026-05-14").exit_code == 0
    assert "14 May 2026" in clerk("draft", held, "--decisions").stdout


def test_cleared_minutes_are_checked_and_still_a_draft(clerk: Clerk, held: str) -> None:
    assert "subject to approval" in clerk("draft", held, "--cleared").stdout
    assert clerk("draft", held, "--cleared", "--final").exit_code == 2
    assert "not approved yet" in clerk("draft", held, "--final").stderr
