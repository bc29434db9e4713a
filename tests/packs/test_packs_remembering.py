"""What is remembered of a body from meeting to meeting, however each was made: its rules, its style, its people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from clerk.events import Convened
from screens.sitting import read_back
from store.library import Library
from store.meetings import Kept
from store.packs import Remembered, read_pack

from . import papers
from .test_packs_new import later

Clerk = Callable[..., Result]

BODY = "Parks and Waterways Committee"
TOML = f"""
body = "{BODY}"
date = 2031-01-08
quorum = 3
profile = "elderwick"
style = "plain-english"
labels = {{ chair = "Chair" }}
members = [
  {{ name = "Rowan Ash", role = "chair", group = "Lantern", letter = "x" }},
  {{ name = "Petra Birch-Vale", group = "Lantern" }},
  {{ name = "Greta Fir", kind = "co-optee", organisation = "Friends of the Weir", voting = false, title = "Dr" }},
]
substitutes = [{{ name = "Mina Maple", group = "Harbour" }}]
items = [{{ title = "Weirs" }}]
"""
ELDERWICK = """
of = "elderwick"
[public]
deadline = { at = "12:00", working_days = 5 }
"""
FRONT = papers.FRONT.replace("Substitute Members\n\nCouncillor Mina Maple\tCouncillor Theo Thorn\t\n", "")


@pytest.fixture
def council(home: Path) -> None:
    """A council's own rules, where the clerk has put them."""
    folder = home / "profiles"
    folder.mkdir(parents=True)
    (folder / "elderwick.toml").write_text(ELDERWICK, encoding="utf-8")


def new(clerk: Clerk, home: Path, name: str, text: str) -> tuple[Convened, str]:
    """The meeting made of a text, and what was said of it."""
    Path(name).write_text(text, encoding="utf-8")
    made = clerk("new", "--yes", name)
    assert made.exit_code == 0, made.stderr
    with Kept.open(home / "meetings" / f"{made.stdout.strip()}.journal", "test") as kept:
        setup = read_back(kept).setup
    assert setup is not None
    return setup, made.stderr


@pytest.mark.usefixtures("council")
def test_rules_and_style_are_those_of_the_last_meeting(clerk: Clerk, home: Path) -> None:
    new(clerk, home, "january.toml", TOML)
    setup, said = new(clerk, home, "march.txt", FRONT)
    assert (setup.profile, setup.style, setup.chair_label) == ("elderwick", "plain-english", "Chairman")
    # The question deadline is held against this council's rules.
    assert "by the rules it is Wednesday 5 March 2031 at" in said
    again, _ = new(clerk, home, "june.txt", later(FRONT))
    assert (again.profile, again.style) == ("elderwick", "plain-english")


@pytest.mark.usefixtures("council")
def test_another_body_of_the_council_goes_by_the_same(clerk: Clerk, home: Path) -> None:
    new(clerk, home, "january.toml", TOML)
    setup, said = new(clerk, home, "other.txt", FRONT.replace("PARKS AND WATERWAYS", "HOUSING"))
    assert (setup.body, setup.profile, setup.style) == ("Housing Committee", "elderwick", "plain-english")
    assert "whose rules" not in said


@pytest.mark.usefixtures("council")
def test_a_council_of_ones_own_is_taken_and_said(clerk: Clerk, home: Path) -> None:
    setup, said = new(clerk, home, "march.txt", FRONT)
    assert setup.profile == "elderwick"
    assert "! Nothing says whose rules this body goes by; that of “elderwick” is taken" in said


def test_a_body_without_a_clue_goes_by_the_statutes_alone(clerk: Clerk, home: Path) -> None:
    setup, said = new(clerk, home, "march.txt", FRONT)
    assert (setup.profile, setup.style) == ("england", "barnet")
    assert setup.settings.get("time.guillotine") is None
    assert "! Nothing says whose rules this body goes by; the law of England for a principal council" in said


@pytest.mark.usefixtures("council")
def test_rules_that_are_there_no_more_are_named(clerk: Clerk, home: Path) -> None:
    new(clerk, home, "january.toml", TOML)
    (home / "profiles" / "elderwick.toml").unlink()
    Path("march.txt").write_text(FRONT, encoding="utf-8")
    refused = clerk("new", "--yes", "march.txt")
    assert refused.exit_code == 1
    assert "! There are no rules called “elderwick”. There are: barnet, england" in refused.stderr


@pytest.mark.usefixtures("council")
def test_who_was_set_out_in_a_file_is_known_in_a_pack(clerk: Clerk, home: Path) -> None:
    new(clerk, home, "january.toml", TOML)
    setup, _ = new(clerk, home, "march.txt", FRONT)
    people = {person.name: person for person in setup.people}
    assert "x" in {seat.letter for seat in setup.seats}
    fir = people["Greta Fir"]
    assert (fir.kind, fir.organisation, fir.voting, fir.title) == ("co-optee", "Friends of the Weir", False, "Dr")
    assert people["Rowan Ash"].group == "Lantern"
    # Few agendas print substitutes; those of the last meeting still are.
    assert setup.substitutes == (people["Mina Maple"].id,)


@pytest.mark.usefixtures("council")
def test_a_new_member_with_the_surname_of_one_who_went_is_another(clerk: Clerk, home: Path) -> None:
    new(clerk, home, "january.toml", TOML)
    new(
        clerk,
        home,
        "march.toml",
        TOML.replace("Rowan Ash", "Tilda Ash").replace(', group = "Lantern", letter', ", letter"),
    )
    rows = {row["name"]: row for row in Library(home).recall(BODY)[1]}
    assert (rows["Rowan Ash"]["gone"], rows["Tilda Ash"]["gone"]) == (True, False)
    assert (rows["Rowan Ash"].get("group"), rows["Tilda Ash"].get("group")) == ("Lantern", None)


def test_the_fuller_name_of_a_body_is_kept(clerk: Clerk, home: Path) -> None:
    start = papers.REPORTS.index("Parks Waterways Committee")
    report = papers.REPORTS[start:].replace("12 March 2031", "5 January 2031")
    first, _ = new(clerk, home, "report.md", report)
    assert first.body == "Parks Waterways Committee"
    second, _ = new(clerk, home, "march.txt", FRONT)
    assert second.body == BODY
    assert Library(home).bodies() == [BODY]
    third, _ = new(clerk, home, "late.md", report.replace("5 January", "6 April"))
    assert (third.body, len(third.seats)) == (BODY, 10)


def test_papers_of_another_law_take_nothing_of_the_library_without_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text(
        "ELDER COUNTY BOROUGH COUNCIL\n\nParks Committee\n\n4 May 2026 at 7pm\n\nAGENDA\n1. Apologies\n2. Hives\n",
        encoding="utf-8",
    )
    known = [Remembered({"name": "Ponds Committee", "profile": "england", "style": "plain-english"})]
    pack, _ = read_pack([path], known)
    profile = pack.meeting.facts["profile"]
    assert (profile.value, profile.sure) == ("wales", "unsure")
    assert pack.meeting.get("style") == "barnet"


def test_a_library_of_several_laws_says_nothing_against_what_the_papers_say(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text(
        "HALLAM PARISH COUNCIL\n\nPlanning Committee\n\n4 June 2026 at 7pm\n\nAGENDA\n1. Apologies\n2. Hives\n",
        encoding="utf-8",
    )
    laws = {"Ponds Committee": "england", "Brindle Town Council": "england-parish"}
    pack, _ = read_pack([path], [Remembered({"name": name, "profile": law}) for name, law in laws.items()])
    profile = pack.meeting.facts["profile"]
    assert (profile.value, profile.sure) == ("england-parish", "unsure")
    assert "because the papers say “Hallam Parish Council”" in profile.doubt
    assert pack.meeting.get("style") == "parish"
