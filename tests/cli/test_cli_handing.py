"""`clerk handover`, `clerk paper`, `clerk spell`, and the forms that `clerk draft` chooses by suffix."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.running import Clerk

EVENING = """
:open 18:30
:present rest
:take 2
The comittee heard of bees.
:vote unanimous
:action reed due=2026-06-01 -- =count the hives
:close 18:50
"""


@pytest.fixture
def evening(clerk: Clerk, parks: str) -> str:
    assert clerk("play", parks, "-", typed=EVENING).exit_code == 0
    return parks


def test_draft_chooses_the_form_by_the_suffix(clerk: Clerk, evening: str) -> None:
    assert clerk("draft", evening, "--to", "may.html").exit_code == 0
    assert Path("may.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert clerk("draft", evening, "--to", "may.pdf").exit_code == 0
    assert Path("may.pdf").read_bytes().startswith(b"%PDF")
    refused = clerk("draft", evening, "--to", "may.odt")
    assert refused.exit_code == 2
    assert ".html (web page)" in refused.stderr
    assert not Path("may.odt").exists()


def test_a_pdf_comes_whatever_was_typed_and_says_what_it_could_not_show(clerk: Clerk, evening: str) -> None:
    assert clerk("play", evening, "-", typed=":under 2\nA word in \u4e2d was read.").exit_code == 0
    done = clerk("draft", evening, "--to", "may.pdf")
    assert done.exit_code == 0
    assert "may.pdf shows \ufffd in place of what its fonts do not have: \u4e2d (U+4E2D)." in done.stderr


def test_handover_writes_every_form(clerk: Clerk, evening: str) -> None:
    done = clerk("handover", evening, "--to", "june")
    assert done.exit_code == 0, done.stderr
    written = [path for path in sorted(Path("june").iterdir()) if path.is_file()]
    assert sorted(path.suffix for path in written) == [
        ".csv", *[".docx"] * 3, ".html", ".pdf", ".pdf", ".txt", ".txt",
    ]  # fmt: skip
    assert all(path.name.startswith("DRAFT ") for path in written)
    data = sorted(path.suffix for path in (Path("june") / "Data").iterdir())
    assert data == [
        ".csv",
        ".csv",
        ".json",
        ".txt",
        ".vtt",
        ".xml",
    ]
    items = sorted(path.name for path in (Path("june") / "Modern.gov items").iterdir())
    assert items[:2] == ["attendance.csv", "index.html"]
    assert [name[:9] for name in items[2:]] == ["item 1 – ", "item 2 – "]
    actions = next(path for path in Path("june").iterdir() if "Actions" in path.name and path.suffix == ".csv")
    assert actions.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=count the hives" in actions.read_text(encoding="utf-8-sig")
    assert clerk("handover", evening, "--to", "june").exit_code == 0, "again"


def test_handover_of_the_exempt_says_so_in_every_name(clerk: Clerk, evening: str) -> None:
    assert clerk("handover", evening, "--to", "june", "--exempt").exit_code == 0
    assert all("EXEMPT" in path.name for path in Path("june").iterdir())


def test_handover_into_a_file_is_refused(clerk: Clerk, evening: str) -> None:
    Path("june").write_text("mine", encoding="utf-8")
    refused = clerk("handover", evening, "--to", "june")
    assert refused.exit_code == 1
    assert "could not be made" in refused.stderr
    assert Path("june").read_text(encoding="utf-8") == "mine"


def test_paper_prints_a_form_before_the_meeting(clerk: Clerk, parks: str) -> None:
    shown = clerk("paper", parks)
    assert shown.exit_code == 0
    assert "Mover" in shown.stdout
    assert clerk("paper", parks, "--to", "notes.docx").exit_code == 0
    assert docx.Document("notes.docx").tables
    assert clerk("paper", parks, "--to", "notes.odt").exit_code == 1


def test_spell_tells_doubtful_words_with_their_place(clerk: Clerk, evening: str, home: Path) -> None:
    told = clerk("spell", evening)
    assert told.exit_code == 0
    assert "item 2, entry 5: “comittee”: committee" in told.stdout
    (home / "words.txt").write_text("comittee\n", encoding="utf-8")
    assert clerk("spell", evening).stdout == "No doubtful words.\n"


def test_check_tells_of_a_rewording_whose_facts_have_changed(clerk: Clerk, evening: str) -> None:
    script = ":under 2\n:reword e7 AC-01 -- Ms Reed counts the hives.\n:correct e7 action reed -- burn the hives"
    assert clerk("play", evening, "-", typed=script).exit_code == 0
    told = clerk("check", evening)
    assert "What was reworded was put right since." in told.stdout
    assert "Burn the hives" in told.stdout


def test_parts_of_the_minutes_alone(clerk: Clerk, evening: str) -> None:
    assert "Decision sheet" in clerk("draft", evening, "--decisions").stdout
    assert "Extract from the draft minutes" in clerk("draft", evening, "--item", "2").stdout
    assert "seven working days" in clerk("draft", evening, "--note").stdout
    assert clerk("draft", evening, "--item", "2", "--note").exit_code == 2
    assert clerk("draft", evening, "--note", "--exempt").exit_code == 2
    assert clerk("draft", evening, "--annex").exit_code == 2
    assert "There is no item" in clerk("draft", evening, "--item", "99").stderr
    assert clerk("draft", evening, "--decisions", "--to", "x.json").exit_code == 1


def test_a_motion_alone_and_flags_as_comments(clerk: Clerk, evening: str) -> None:
    script = ":under 2\n:motion ash duly -- That a bench be bought\n:flag -- ask for the price"
    played = clerk("play", evening, "-", typed=script)
    assert played.exit_code == 0, played.stderr
    assert "That a bench be bought" in clerk("motion", evening, "m1").stdout
    assert "There is no motion" in clerk("motion", evening, "m7").stderr
    assert clerk("draft", evening, "--comments", "--to", "c.docx").exit_code == 0
    assert [comment.text for comment in docx.Document("c.docx").comments] == ["ask for the price"]
    assert clerk("draft", evening, "--comments", "--to", "c.pdf").exit_code == 1


def test_a_template_to_begin_one_s_own_from(clerk: Clerk, evening: str) -> None:
    assert clerk("template", "ours.docx").exit_code == 0
    assert clerk("template", "ours.docx").exit_code == 1
    assert clerk("template", "ours.odt").exit_code == 1
    assert clerk("draft", evening, "--to", "x.docx", "--template", "ours.docx").exit_code == 0
