"""`clerk play` and `clerk draft`."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from screens.sitting import read_back
from store.meetings import Kept
from store.words import Words
from tests.cli.running import TOML, Clerk, journal

EVENING = """
# A short evening.
:apologies ash
:present rest
:open 18:30
:take 2
The Committee heard of bees,
  and of honey.
:vote unanimous
:close 18:50
"""


def _entries(home: Path, name: str) -> int:
    with Kept.open(journal(home, name), "test") as kept:
        return len(kept)


def test_play_records_a_script(clerk: Clerk, parks: str, home: Path) -> None:
    Path("evening.txt").write_text(EVENING, encoding="utf-8")
    played = clerk("play", parks, "evening.txt", "--by", "Ivy Fern")
    assert played.exit_code == 0
    assert played.stdout == f"7 entries recorded in {parks}.\n"
    with Kept.open(journal(home, parks), "test") as kept:
        meeting = read_back(kept)
    assert meeting.course == "closed"
    assert {entry.by for entry in meeting.entries[1:]} == {"Ivy Fern"}
    assert all(placed.event.at is None for placed in meeting.events if placed.event.item)


def test_a_failing_line_names_itself_and_keeps_those_before_it(clerk: Clerk, parks: str, home: Path) -> None:
    script = EVENING.replace(":vote unanimous", ":action zebra -- Count the hives")
    played = clerk("play", parks, "-", typed=script)
    assert played.exit_code == 1
    assert "Line 9: :action zebra -- Count the hives\nThere is nobody called “zebra” here." in played.stderr
    assert "Nothing of this line was recorded. 5 entries made before it: kept." in played.stderr
    assert "--from 9" in played.stderr
    assert _entries(home, parks) == 6
    again = clerk("play", parks, "-", "--from", "9", typed=EVENING)
    assert again.stdout.startswith("2 entries recorded")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (":frobnicate", "There is no command “:frobnicate”."),
        (":in a", "could be"),
        (":take 2\n:vote six", "A vote is three numbers"),
        (":take 9", "There is no item “9” on the agenda. Items: 1, 2."),
        (":@25:99 in oak", "is not a time"),
    ],
)
def test_the_reason_is_said(clerk: Clerk, parks: str, home: Path, line: str, why: str) -> None:
    played = clerk("play", parks, "-", typed=line)
    assert played.exit_code == 1
    assert line.split("\n")[-1] in played.stderr
    assert why in played.stderr
    assert "Nothing of this line was recorded." in played.stderr
    assert _entries(home, parks) == 1 + line.count("\n")


def test_half_typed_words_stay_as_the_desk_left_them(clerk: Clerk, parks: str, home: Path) -> None:
    Words(journal(home, parks)).save({"text": "The Committee was of the"})
    assert clerk("play", parks, "-", typed=EVENING).exit_code == 0
    assert Words(journal(home, parks)).load() == ({"text": "The Committee was of the"}, "")


def test_what_breaks_a_rule_is_recorded_all_the_same(clerk: Clerk, parks: str) -> None:
    assert clerk("play", parks, "-", typed=":present rest\n:take 2\n:vote 40 2 0\n").exit_code == 0


def test_draft_prints_text(clerk: Clerk, parks: str) -> None:
    clerk("play", parks, "-", typed=EVENING)
    printed = clerk("draft", parks)
    assert printed.exit_code == 0
    assert printed.stdout.startswith("DRAFT")
    assert "The Committee heard of bees," in printed.stdout
    assert printed.stdout.endswith("The meeting finished at 6.50 pm\n")


def test_draft_writes_word_and_text(clerk: Clerk, parks: str) -> None:
    clerk("play", parks, "-", typed=EVENING)
    for name in ("may.docx", "may.TXT"):
        written = clerk("draft", parks, "--to", name)
        assert written.exit_code == 0
        assert written.stdout == f"Written: {name}\n"
    assert any("heard of bees" in paragraph.text for paragraph in docx.Document("may.docx").paragraphs)
    assert Path("may.TXT").read_text(encoding="utf-8") == clerk("draft", parks).stdout


def test_draft_to_a_folder_that_is_not_there_names_the_folder(clerk: Clerk, parks: str) -> None:
    for form in ("docx", "html", "txt"):
        refused = clerk("draft", parks, "--to", str(Path("june") / f"may.{form}"))
        assert refused.exit_code == 1
        assert refused.stderr == "There is no folder june. Make it first, or give another place.\n"


def test_draft_to_a_folder_takes_the_name_of_printed_minutes(clerk: Clerk, parks: str) -> None:
    assert clerk("draft", parks, "--to", ".").exit_code == 0
    assert clerk("draft", parks, "--to", ".", "--exempt").exit_code == 0
    name = "DRAFT Printed minutes 12th-May-2026 18.30 Parks Committee"
    assert sorted(path.name for path in Path().iterdir()) == [f"{name} EXEMPT.docx", f"{name}.docx"]


def test_draft_of_a_meeting_that_the_desk_has_open(clerk: Clerk, parks: str, home: Path) -> None:
    with Kept.open(journal(home, parks), "somebody"):
        assert clerk("draft", parks).exit_code == 0


def test_what_was_said_in_exempt_session_stands_in_the_other_document(clerk: Clerk, parks: str) -> None:
    clerk("play", parks, "-", typed=":take 2\n:exclude items=2 para=3\nThe price of a hive was named.\n:readmit\n")
    assert "price of a hive" not in clerk("draft", parks).stdout
    assert "price of a hive" in clerk("draft", parks, "--exempt").stdout


def test_the_exempt_document_says_in_every_form_that_it_is_not_for_publication(clerk: Clerk, parks: str) -> None:
    clerk("play", parks, "-", typed=":take 2\n:exclude items=2 para=3\n")
    mark = "NOT FOR PUBLICATION – Schedule 12A, Part 1, paragraph 3"
    for name in ("all.txt", "all.html"):
        assert clerk("draft", parks, "--exempt", "--to", name).exit_code == 0
        assert mark in Path(name).read_text(encoding="utf-8")
    assert clerk("draft", parks, "--exempt", "--to", "all.docx").exit_code == 0
    made = docx.Document("all.docx")
    said = [paragraph.text for paragraph in made.sections[0].header.paragraphs]
    assert [line.partition(" – ")[0] for line in said] == ["NOT FOR PUBLICATION", "DRAFT"]
    assert made.core_properties.title.endswith(" EXEMPT")
    assert "NOT FOR PUBLICATION" not in clerk("draft", parks).stdout


def test_a_house_style_of_ones_own(clerk: Clerk, parks: str, home: Path) -> None:
    clerk("play", parks, "-", typed=EVENING)
    own = 'name = "Ours"\n[words]\n"CL-01" = "The meeting ended at {{ time }}."\n'
    (home / "styles").mkdir()
    (home / "styles" / "ours.toml").write_text(own, encoding="utf-8-sig")
    Path("other.toml").write_text(own.replace("ended", "rose"), encoding="utf-8")
    assert "The meeting ended at 6.50 pm." in clerk("draft", parks, "--style", "ours").stdout
    assert "The meeting rose at 6.50 pm." in clerk("draft", parks, "--style", "other.toml").stdout
    assert "The meeting finished at" in clerk("draft", parks, "--style", "barnet").stdout


def test_faults_of_a_house_style(clerk: Clerk, parks: str, home: Path) -> None:
    unknown = clerk("draft", parks, "--style", "barnat")
    assert unknown.exit_code == 1
    assert "There is no house style “barnat”. Nearest: barnet. There are: barnet, " in unknown.stderr
    assert str(home / "styles") in unknown.stderr
    Path("bad.toml").write_text('name = "Bad"\n[words]\n"CL-1" = "x"\n', encoding="utf-8")
    bad = clerk("draft", parks, "--style", "bad.toml")
    assert bad.exit_code == 1
    assert bad.stderr == "bad.toml: there is no wording “CL-1”. Nearest: CL-01.\n"


def test_faults_of_where_it_should_go(clerk: Clerk, parks: str) -> None:
    unknown = clerk("draft", parks, "--to", "may.odt")
    assert unknown.exit_code == 2
    assert ".docx (Word)" in unknown.stderr
    for name in ("nowhere/may.docx", "nowhere/may.txt"):
        refused = clerk("draft", parks, "--to", name)
        assert refused.exit_code == 1
        assert "folder" in refused.stderr
    assert not list(Path().iterdir())


def test_a_template_that_is_none(clerk: Clerk, parks: str) -> None:
    Path("letter.docx").write_text("not Word", encoding="utf-8")
    refused = clerk("draft", parks, "--to", "may.docx", "--template", "letter.docx")
    assert refused.exit_code == 1
    assert "letter.docx" in refused.stderr
    assert not Path("may.docx").exists()


def test_a_meeting_s_own_house_style_words_its_draft(clerk: Clerk, home: Path) -> None:
    (home / "styles").mkdir(parents=True)
    (home / "styles" / "ours.toml").write_text('name = "Ours"\n[words]\n"CL-01" = "It ended."\n', encoding="utf-8")
    made = clerk("new", "-", typed=TOML.replace("quorum = 2", 'quorum = 2\nstyle = "ours"')).stdout.strip()
    clerk("play", made, "-", typed=EVENING)
    assert "It ended." in clerk("draft", made).stdout


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_is_named_as_one_is_made(clerk: Clerk, parks: str, there: bool) -> None:
    folder = Path("minutes", "june")
    if there:
        folder.mkdir(parents=True)
    made = clerk("draft", parks, "--to", f"{folder}/")
    assert made.exit_code == 0
    assert [file.suffix for file in folder.iterdir()] == [".docx"]


def test_a_name_that_says_neither_a_form_nor_a_folder_is_refused(clerk: Clerk, parks: str) -> None:
    refused = clerk("draft", parks, "--to", "minutes")
    assert refused.exit_code != 0
    assert "does not say what to write" in refused.stderr
    assert not Path("minutes").exists()
