"""Minutes corrected when they are approved: where each correction prints, what follows it, and who may know of it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from screens.sitting import Sitting
from store.meetings import Kept
from store.records import read_records
from tests.cli.running import TOML, Clerk, journal

FIRST = """:open 18:30
:present oak,elm
:take 1
:none
:take 2
The Head of Parks said that seven hives had been lost. Two were found.
:vote 2 0 0
:exclude items=2 para=3
The rent was four pounds.
:readmit
:close 20:00
"""
LATER = """:open 18:30
:present rest
:take 1
{lines}
:take 2
:vote 3 0 0
:close 20:00
"""
Approve = Callable[..., str]


@pytest.fixture
def held(clerk: Clerk, parks: str) -> str:
    played = clerk("play", parks, "-", typed=FIRST)
    assert played.exit_code == 0, played.output
    return parks


@pytest.fixture
def approve(clerk: Clerk) -> Approve:
    """Holds a later meeting with these lines under its minutes; gives its name, or what was refused."""

    def hold(*lines: str, day: str = "2026-06-16", body: str = "Parks Committee") -> str:
        papers = TOML.replace("2026-05-12", day).replace("Parks Committee", body)
        name = clerk("new", "-", typed=papers).stdout.strip()
        played = clerk("play", name, "-", typed=LATER.format(lines="\n".join(lines)))
        return name if played.exit_code == 0 else str(played.stderr)

    return hold


def test_words_of_a_paragraph_are_struck_and_dated_in_their_place(clerk: Clerk, held: str, approve: Approve) -> None:
    before = journal_bytes(clerk, held)
    name = approve(":minutes 2026-05-12", ':readas 2026-05-12 was="seven hives" -- eight hives')
    said = clerk("draft", held).stdout
    assert "[struck out: seven hives] eight hives [corrected 16 June 2026] had been lost. Two were found." in said
    end = said.partition("Corrections made on approval")[2]
    assert "“seven hives” to read “eight hives” (16 June 2026)." in end
    assert "approved, with the corrections listed above, by the Parks Committee on 16 June 2026" in " ".join(
        end.split()
    )
    assert "“seven hives” to read “eight hives”" in clerk("draft", name).stdout
    assert journal_bytes(clerk, held) == before
    for form in ("docx", "html", "pdf"):
        assert clerk("draft", held, "--to", f"m.{form}").exit_code == 0
    with zipfile.ZipFile("m.docx") as file:
        document = file.read("word/document.xml").decode().replace("\u00a0", " ")
    assert "<w:strike/>" in document
    assert "Councillor Ann Oak, Chairman" in document
    assert "<del>seven hives</del>" in Path("m.html").read_text(encoding="utf-8")


def test_one_line_approves_and_corrects(clerk: Clerk, held: str, approve: Approve) -> None:
    lines = ("The item was long.", "seven hives -> eight hives", "Two were found->Three were found")
    name = approve(":minutes 2026-05-12 -- " + "\n  ".join(lines))
    said = clerk("draft", held).stdout
    assert "[struck out: seven hives] eight hives [corrected 16 June 2026]" in said
    assert "[struck out: Two were found] Three were found" in said
    assert "The item was long" in said.partition("Corrections made on approval")[2]
    later = clerk("draft", name).stdout
    assert "“seven hives” to read “eight hives”" in later
    assert "->" not in said + later


def test_of_several_paragraphs_one_is_picked_by_its_number(clerk: Clerk, held: str, approve: Approve) -> None:
    why = approve(":minutes 2026-05-12 -- hives -> colonies")
    assert re.search("“hives” stand in 2 paragraphs: 1 item 2, “.*; 2 item 2, “", why)
    approve(":minutes 2026-05-12 -- 2: hives -> colonies", day="2026-06-23")
    said = clerk("draft", held).stdout
    assert "That hives be bought.\n\n[Corrected 23 June 2026: “hives” to read “colonies”.]" in said
    assert "seven hives had been lost" in said


def test_the_minutes_meant_are_those_that_wait(clerk: Clerk, held: str, approve: Approve) -> None:
    name = approve(":minutes -- seven hives -> eight hives")
    assert "12 May 2026" in clerk("draft", name).stdout
    assert "eight hives" in clerk("draft", held).stdout
    # The earliest is approved; the next that waits is the one of June.
    last = approve(":minutes", day="2026-07-14")
    assert "16 June 2026" in clerk("draft", last).stdout.partition("MINUTES")[2]


def test_minutes_that_are_not_kept_here_are_corrected_in_words(clerk: Clerk, parks: str) -> None:
    played = clerk("play", parks, "-", typed=":open 18:30\n:minutes 2026-03-03 -- six hives -> five hives\n")
    assert played.exit_code == 0, played.stderr
    assert "“six hives” to read “five hives”" in clerk("draft", parks).stdout
    assert "Say of which day" in clerk("play", parks, "-", typed=":minutes\n").stderr


def journal_bytes(clerk: Clerk, name: str) -> bytes:
    from store import places

    return journal(places.home(), name).read_bytes()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('was="nine hives" -- x', "do not stand in those minutes"),
        ('was="hives" -- x', "stand"),
        ("-- x", "old -> new"),
        ("-- seven hives ->", "old -> new"),
        ("-- nine hives -> x", "do not stand in those minutes"),
        ("-- 3: hives -> x", "so often"),
        ('was="seven hives" under=2 -- x', "old -> new"),
        ("under=9 -- x", "no item “9”"),
        ("entry=e99 -- in oak", "99"),
        ("entry=e3 -- bob came", "bob"),
    ],
)
def test_a_correction_that_the_minutes_do_not_bear_out_is_refused(
    clerk: Clerk, held: str, approve: Approve, line: str, why: str
) -> None:
    said = approve(":minutes 2026-05-12", f":readas 2026-05-12 {line}")
    assert why in said
    assert "Nothing of this line was recorded" in said


def test_a_note_stands_at_its_item(clerk: Clerk, held: str, approve: Approve) -> None:
    approve(":minutes 2026-05-12", ":readas 2026-05-12 under=1 -- The minutes had been sent late")
    said = clerk("draft", held).stdout
    assert "[Corrected 16 June 2026: The minutes had been sent late.]" in said
    assert said.index("[Corrected") < said.index("BEES")


def test_a_fact_is_put_right_and_files_follow(clerk: Clerk, held: str, approve: Approve) -> None:
    approve(":minutes 2026-05-12", ":readas 2026-05-12 entry=e3 -- present rest")
    said = clerk("draft", held).stdout
    assert "Cat Ash" in said.partition("Members Present")[2].partition("BEES")[0]
    clerk("draft", held, "--to", "m.json")
    data = json.loads(Path("m.json").read_text(encoding="utf-8"))
    assert "Cat Ash" in json.dumps([one for one in data["attendance"] if one.get("status") == "present"]) or any(
        "ash" in str(one.get("person", "")) and one["status"] == "present" for one in data["attendance"]
    )


@pytest.mark.parametrize("entry", ["v1", "e8", "8"])
def test_a_vote_is_put_right_by_its_label_and_only_its_lines_that_differ_are_said(
    clerk: Clerk, held: str, approve: Approve, entry: str
) -> None:
    undone = clerk("play", held, "-", typed=":strike v2\n:correct v1 vote named against=elm rest=for\n")
    undone = undone if undone.exit_code == 0 else clerk("play", held, "-", typed=":correct v1 vote named rest=for\n")
    assert undone.exit_code == 0, undone.output
    later = approve(":minutes 2026-05-12", f":readas 2026-05-12 entry={entry} -- vote named abstain=elm rest=for")
    said = " ".join(clerk("draft", held).stdout.split())
    assert "Councillor Bob Elm: Abstained; Total: " in said
    assert "Councillor Ann Oak: For" not in said
    assert "Councillor Vote" not in said.partition("Corrected")[2]
    log = clerk("log", later).stdout
    assert "→" not in log
    assert "Earlier minutes corrected, for “" in log


def test_the_putting_of_a_question_is_not_its_vote(clerk: Clerk, parks: str) -> None:
    typed = ":open 18:30\n:present rest\n:take 2\n:put\n:vote 2 1 0\n"
    assert clerk("play", parks, "-", typed=typed).exit_code == 0
    refused = clerk("play", parks, "-", typed=":correct e5 vote 3 0 0\n")
    assert refused.exit_code == 1
    assert "the vote on it is v1" in refused.output


def test_registers_follow_until_the_minutes_are_reopened(clerk: Clerk, home: Path, held: str, approve: Approve) -> None:
    def attended() -> set[str]:
        records, _ = read_records(home, lambda one: one.name == held)
        return set(records[0].meeting.stays)

    approve(":minutes 2026-05-12", ":readas 2026-05-12 entry=e3 -- present rest")
    assert attended() == {"oak", "elm", "ash"}
    assert clerk("reopen", held, "--", "wrongly corrected").exit_code == 0
    assert attended() == {"oak", "elm"}


def test_a_parent_by_the_councils_settings_approves(clerk: Clerk, approve: Approve) -> None:
    papers = TOML.replace("Parks Committee", "Parks Panel") + '[settings]\n"body.parent" = "Parks Committee"\n'
    panel = clerk("new", "-", typed=papers).stdout.strip()
    assert clerk("play", panel, "-", typed=FIRST).exit_code == 0
    approve(f":minutes 2026-05-12 of={panel}")
    said = clerk("draft", panel).stdout
    assert "approved by the Parks Committee on 16 June 2026" in " ".join(said.split())


def test_what_is_exempt_is_corrected_in_the_exempt_minutes_alone(clerk: Clerk, held: str, approve: Approve) -> None:
    name = approve(
        ":minutes 2026-05-12",
        ":minutes 2026-05-12 exempt=yes",
        ':readas 2026-05-12 was="four pounds" -- five pounds',
    )
    for public in (clerk("draft", held).stdout, clerk("draft", name).stdout):
        assert "pounds" not in public
    exempt = clerk("draft", held, "--exempt").stdout
    assert "[struck out: four pounds] five pounds" in exempt
    assert "The exempt minutes were approved" in exempt
    clerk("handover", name, "--to", "out")
    assert not [file for file in Path("out").rglob("*") if file.is_file() and b"pounds" in file.read_bytes()]


def test_exempt_minutes_are_approved_apart(clerk: Clerk, held: str, approve: Approve) -> None:
    approve(":minutes 2026-05-12")
    assert "DRAFT" not in clerk("draft", held).stdout
    assert "DRAFT" in clerk("draft", held, "--exempt").stdout


def test_a_successor_approves_where_the_library_says_that_it_is_one(clerk: Clerk, held: str, approve: Approve) -> None:
    approve(":minutes 2026-04-01", body="Green Spaces Board")
    assert "No meeting of a body called" in clerk("body", "Parks", "--part-of", "Green Spaces Board").stderr
    refused = approve(f":minutes 2026-05-12 of={held}", body="Green Spaces Board", day="2026-06-20")
    assert "No meeting that is kept here" in refused
    assert clerk("body", "Parks Committee", "--succeeded-by", "Green Spaces Board").exit_code == 0
    approve(f":minutes 2026-05-12 of={held}", body="Green Spaces Board", day="2026-06-23")
    said = clerk("draft", held).stdout
    assert "approved by the Green Spaces Board on 23 June 2026" in " ".join(said.split())


def test_a_correction_without_an_approval_is_found(clerk: Clerk, held: str, approve: Approve) -> None:
    name = approve(':readas 2026-05-12 was="seven hives" -- eight hives')
    assert "not approved here" in clerk("check", name).stdout
    assert "eight hives" not in clerk("draft", held).stdout


def test_who_signed_is_said(clerk: Clerk, held: str, approve: Approve) -> None:
    name = approve(":minutes 2026-05-12", ':readas 2026-05-12 was="seven hives" -- eight hives')
    assert "approved with corrections" in clerk("list").stdout
    assert "as corrected here" in clerk("tomorrow", name).stdout
    clerk("sign", held, "--on", "2026-06-18")
    assert "signed, with corrections" in clerk("list").stdout
    assert "as corrected here" not in clerk("tomorrow", name).stdout
    assert "Signed by Councillor Ann Oak on 18 June 2026." in clerk("draft", held).stdout


def test_the_list_says_what_was_approved_while_the_approving_desk_is_open(clerk: Clerk, home: Path, held: str) -> None:
    later = clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-06-16")).stdout.strip()

    def state() -> str:
        return next(line for line in clerk("list").stdout.splitlines() if line.startswith(held))

    assert "closed (draft)" in state()
    with Kept.open(journal(home, later), "Jo") as kept:
        sitting = Sitting(kept, "Jo")
        for line in (":open 18:30", ":present rest", ":minutes 2026-05-12"):
            sitting.take(line)
        assert "approved" in state()
        sitting.take(":undo")
        assert "closed (draft)" in state()


def test_minutes_that_are_not_kept_are_corrected_with_their_approval(clerk: Clerk, approve: Approve) -> None:
    said = " ".join(approve(":minutes 2026-03-10", ':readas 2026-03-10 was="six oaks" -- seven oaks').split())
    assert "No meeting of that day is kept here" in said
    assert ":minutes 2026-03-10 -- " in said
    name = approve(":minutes 2026-03-10 -- six oaks -> seven oaks", day="2026-07-14")
    assert clerk("draft", name, "--to", "x.txt").exit_code == 0
    assert "“six oaks” to read “seven oaks”" in Path("x.txt").read_text(encoding="utf-8")


def test_words_that_were_typed_in_quotation_marks_are_the_words(clerk: Clerk, held: str, approve: Approve) -> None:
    name = approve(":minutes 2026-05-12 -- “seven hives” -> “eight hives”.")
    assert "[struck out: seven hives] eight hives" in clerk("draft", held).stdout
    assert "“seven hives” to read “eight hives”" in clerk("draft", name).stdout


NAMED = ":open 18:30\n:apologies ash\n:present rest\n:take 2\n:vote named for=oak,elm\n:close 20:00\n"


def test_what_a_corrected_fact_leaves_out_and_changes_in_a_table_is_said_shortly(clerk: Clerk, parks: str) -> None:
    assert clerk("play", parks, "-", typed=NAMED).exit_code == 0
    later = clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-06-16")).stdout.strip()
    lines = (
        ":minutes 2026-05-12",
        ":readas 2026-05-12 entry=e6 -- vote named for=oak against=elm",
        ":readas 2026-05-12 entry=e3 -- apologies elm",
    )
    played = clerk("play", later, "-", typed=LATER.format(lines="\n".join(lines)))
    assert played.exit_code == 0, played.output
    approving, approved = clerk("draft", later).stdout, clerk("draft", parks).stdout
    for said in (approving, approved):
        flat = " ".join(said.split())
        assert "“”" not in flat
        assert "“Councillor Bob Elm: For; Total: " in flat
        assert "” to read “Councillor Bob Elm: Against; Total: " in flat
        assert "“Councillor Vote" not in flat


def test_of_two_meetings_of_a_day_it_is_said_whose_minutes_are_corrected(clerk: Clerk) -> None:
    day = [clerk("new", "-", typed=TOML.replace("18:30", at)).stdout.strip() for at in ("18:30", "20:30")]
    for name in day:
        assert clerk("play", name, "-", typed=FIRST).exit_code == 0
    later = clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-06-16")).stdout.strip()
    approving = [f":minutes 2026-05-12 of={name}" for name in day]
    played = clerk("play", later, "-", typed=LATER.format(lines="\n".join(approving)))
    assert played.exit_code == 0, played.output
    which = ":readas 2026-05-12{more} -- seven hives -> {many} hives\n"
    for more, says in (("", "Say which with meeting=NAME"), (" meeting=nobody", "is called “nobody”")):
        refused = clerk("play", later, "-", typed=which.format(more=more, many="no"))
        assert refused.exit_code == 1
        assert says in refused.output
        assert day[1] in refused.output or more
    for name, many in zip(day, ("eight", "nine"), strict=True):
        done = clerk("play", later, "-", typed=which.format(more=f" meeting={name}", many=many))
        assert done.exit_code == 0, done.output
    for name, many, other in zip(day, ("eight", "nine"), ("nine", "eight"), strict=True):
        said = clerk("draft", name).stdout
        assert f"“seven hives” to read “{many} hives”" in said
        assert f"{other} hives" not in said
