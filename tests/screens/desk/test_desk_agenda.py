"""The agenda on the night: items taken, put in another order, added, ended; found again; read as the draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import (
    ItemAdded,
    ItemTaken,
    MinutesApproved,
    NothingToRecord,
    OrderVaried,
    OutcomeDeclared,
    PersonMet,
    PublicExcluded,
    PublicReadmitted,
    PublicSummary,
    Reworded,
)
from clerk.rules.explanations import rule_explanations
from screens.kit.lines import Lines
from tests.screens.desk.at_the_desk import COMMITTEE, desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


async def test_turning_to_an_item_is_not_taking_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys("right right")
        assert at.sitting.item == "i3"
        assert "3 Declarations of Members' Interests (not taken)" in at.flat
        assert at.recorded() == []
        await at.keys("left left left left")
        assert at.sitting.item == "i1"
        await at.keys(" ".join(["right"] * 12))
        assert at.sitting.item == "i10"
        await at.keys("g enter")
        assert isinstance(at.recorded()[0], ItemTaken)
        assert "(not taken)" not in at.text


async def test_an_item_that_is_not_there_is_said_and_not_taken(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys("g 7 7 enter")
        assert "none of that number" in at.said
        assert at.recorded() == []
        await at.keys("backspace enter")
        assert at.meeting.item_taken == "i7"


async def test_an_item_is_taken_by_whatever_its_number_has_in_it(tmp_path: Path) -> None:
    more = ':item 8.1 after=8 title="Ponds"\n:item 9(A). after=9 title="Weirs"\n'
    async with desk(tmp_path, script=f"{OPEN}\n{more}") as at:
        await at.keys("g 8 full_stop 1 enter")
        assert at.sitting.meeting.items[at.sitting.item or ""].title == "Ponds"
        await at.keys("g 9 left_parenthesis a right_parenthesis enter")
        assert at.sitting.meeting.items[at.sitting.item or ""].title == "Weirs"


async def test_each_outcome(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for key, what, words in [
            ("n", "noted", None), ("r", "noted", None), ("a", "approved", None), ("w", "withdrawn", None),
            ("x", "no further action", None), ("l", "not reached", None), ("u", "refused", "too dear"),
            ("d", "deferred", "until the survey is done"), ("u", "refused", ""),
        ]:  # fmt: skip
            await at.keys(f"= {key}")
            await at.type(words or "")
            await at.keys("enter")
            (outcome,) = at.recorded()
            assert isinstance(outcome, OutcomeDeclared)
            assert (outcome.what, outcome.text) == (what, words or "")
            assert outcome.referrals == ("none" if key == "r" else "")
            assert at.home


async def test_none_minutes_and_referred(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 1") as at:
        await at.keys("= m")
        await at.type("2031-01-15\n")
        await at.keys("g 5 enter = 0 enter = f")
        await at.type("Full Council\n")
        approved, _, none, referred = at.recorded()
        assert isinstance(approved, MinutesApproved)
        assert isinstance(none, NothingToRecord)
        assert isinstance(referred, OutcomeDeclared)
        assert (referred.what, referred.to) == ("referred", "Full Council")


async def test_items_headings_people_and_another_order_are_added_on_the_night(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("+ u")
        await at.type("11")
        await at.keys("tab")
        await at.type("Flood at the boathouse\n")
        await at.keys("+ h")
        await at.type("Thanks\n")
        await at.keys("+ p")
        for words, end in [("swift", "tab"), ("Ms", "tab"), ("Ada Swift", "tab"), ("Surveyor", "enter")]:
            await at.type(words)
            await at.keys(end)
        await at.keys("+ o")
        await at.type("11+8\n")
        item, heading, met, order = at.recorded()
        assert isinstance(item, ItemAdded)
        assert (item.new.number, item.new.title, item.new.urgent) == ("11", "Flood at the boathouse", True)
        assert isinstance(heading, ItemAdded)
        assert heading.new.kind == "heading"
        assert isinstance(met, PersonMet)
        assert isinstance(order, OrderVaried)
        assert "Flood at the boat" in at.text
        # A heading that was put in tonight, under which nothing stands yet, is what comes next.
        await at.keys("g enter")
        assert at.meeting.items[at.meeting.item_taken or ""].title == "Thanks"
        await at.keys("g enter")
        assert at.meeting.items[at.meeting.item_taken or ""].number == "11"
        await at.keys("b")
        assert "Ms Swift" in at.said.replace("\u00a0", " ")


async def test_undoing_the_item_that_is_written_under(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f'{ITEM_7}\n:item 11 title="Flood"') as at:
        await at.keys("g 1 1 enter")
        await at.type("A paragraph.\n")
        await at.keys("escape z z z")
        assert at.sitting.item == "i7"
        await at.keys("y y y")
        assert len(at.meeting.problems) == 0


async def test_undoing_an_item_leaves_what_stands_under_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f'{ITEM_7}\n:item 11 title="Flood"\n:take 11\nWords.') as at:
        await at.type(":undo e5\n")
        assert at.sitting.item in at.meeting.items
        await at.keys("f")
        assert "Findings" in at.text
        await at.keys("down down enter")
        assert at.app.screen is at.screen


async def test_the_press_and_public_are_excluded_and_let_back(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 9") as at:
        await at.keys("x e")
        assert "items 9; paragraphs of the Schedule ‹…›" in at.said
        await at.type("3\n")
        assert "PRIVATE" in at.text.splitlines()[0]
        await at.type("Members asked about the price.\n")
        await at.keys("escape")
        assert "⌧" in at.text
        await at.keys("x s")
        await at.type("The disposal was agreed.\n")
        await at.keys("x r enter")
        assert "PRIVATE" not in at.text.splitlines()[0]
        excluded, _, summary, readmitted = at.recorded()
        assert isinstance(excluded, PublicExcluded)
        assert (excluded.items, excluded.paragraph) == (("i9",), 3)
        assert isinstance(summary, PublicSummary)
        assert isinstance(readmitted, PublicReadmitted)


async def test_the_items_that_the_papers_have_in_private_are_offered_for_it(tmp_path: Path) -> None:
    more = '\n[[items]]\nnumber = "12"\ntitle = "Rent"\nconfidential = true\n[[items]]\nnumber = "13"\ntitle = "Ash"\n'
    async with desk(tmp_path, COMMITTEE + more, script=f"{OPEN}\n:take 7") as at:
        await at.keys("x e")
        assert "items 9+12; paragraphs" in at.said
        await at.keys("escape")
        await at.begin(":take 9\n:take 12")
        await at.keys("x e")
        assert "items 12; paragraphs" in at.said
        await at.keys("backspace")


async def test_one_line_is_made_private_and_public_by_hand(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nA name was read out.") as at:
        await at.keys("end x p")
        await at.keys("enter")
        assert "⌧" in at.text
        # What makes words public that were private is asked for twice.
        await at.keys("end x p enter")
        assert "⌧" in at.text
        await at.keys("enter")
        assert "⌧" not in at.text


async def test_find_goes_to_each_place_in_turn(tmp_path: Path) -> None:
    script = f"{ITEM_7}\nThe roof leaks.\n:take 8\nA roof garden was spoken of.\n:motion elm fir -- Mend every roof."
    async with desk(tmp_path, script=script) as at:
        await at.keys("/")
        await at.type("ROOF\n")
        assert at.sitting.item == "i7"
        assert "The roof leaks. (1 of " in at.said
        await at.keys("/ enter")
        assert at.sitting.item == "i8"
        assert "(2 of " in at.said
        await at.keys("/")
        await at.type("pumphouse\n")
        assert at.sitting.item == "i9"
        await at.keys("/")
        await at.type("no such thing\n")
        assert "nowhere" in at.said


async def test_find_with_nothing_to_find(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("/ enter")
        assert at.home
        assert "✗" not in at.said


async def test_a_name_is_found_where_it_stands(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("/")
        await at.type("juniper\n")
        assert at.said == "Councillor Nell Juniper, Lantern, seat j"
        assert at.sitting.item == "i7"


async def test_find_goes_past_an_item_of_that_name(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nThe boathouse leaks.\nThe boathouse is old.") as at:
        seen = []
        for typed in ("boathouse", "", "", "", ""):
            await at.keys("/")
            await at.type(f"{typed}\n")
            seen.append(at.said.split("   ")[0].split(" (")[0])
        assert seen[0] == seen[-1]
        assert len(set(seen)) == 4


async def test_flags_are_raised_listed_and_gone_to(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:take 8") as at:
        await at.keys("left !")
        await at.type("check the sum\n")
        await at.keys("! enter right f")
        assert "FLAG" in at.text
        assert "check the sum" in at.text
        await at.keys("end up enter")
        assert at.sitting.item == "i7"


async def test_the_draft_is_read_in_place_of_the_record(tmp_path: Path) -> None:
    script = f"{ITEM_7}\nThe roof leaks.\n:action reed due=2031-05-01 -- Mend it\n:vote unanimous"
    async with desk(tmp_path, script=script) as at:
        await at.keys("l")
        assert "Action: Ms Jo Reed, Head of Parks – Mend it" in at.flat
        assert "RESOLVED" in at.text
        await at.type("It was mended.\n")
        await at.keys("escape")
        assert "It was mended." in at.flat
        await at.keys("o e")
        await at.keys("right left < > e escape")
        await at.keys("l")
        assert "The roof leaks." in at.rows
        assert "RESOLVED" not in at.text


async def test_a_sentence_is_put_in_own_words_in_the_preview_and_back(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7\n:introduce reed\n:vote unanimous") as at:
        await at.keys("*")
        assert "The draft. * puts the sentence under the cursor in your own words" in at.said
        house = next(row for row in at.rows if "introduced" in row)
        await at.keys("home")
        while at.screen.at_cursor != "5.0":
            await at.keys("down")
        await at.keys("*")
        assert f"The house style says “{house}”" in at.said
        assert at.field == house
        await at.keys("ctrl+s")
        assert "Nothing was changed" in at.said
        assert at.recorded() == []
        await at.keys("*")
        await at.type(" [/b] At length.")
        await at.keys("ctrl+s")
        (event,) = at.recorded()
        assert isinstance(event, Reworded)
        assert (event.was, event.text) == (house, f"{house} [/b] At length.")
        assert f"{house} [/b] At length." in at.rows
        await at.keys("* e")
        assert at.field == f"{house} [/b] At length."
        await at.keys("escape * h enter")
        assert house in at.rows
        await at.keys("z")
        assert f"{house} [/b] At length." in at.rows


async def test_every_sentence_of_an_entry_can_be_reworded_on_its_own(tmp_path: Path) -> None:
    script = f"{OPEN}:take 7\n:amend elm fir at=1 words=first -- the -> all\n:vote 6 3 2"
    async with desk(tmp_path, script=script) as at:
        await at.keys("l home")
        seen: list[str] = []
        for _ in range(12):
            key = at.screen.query_one("#record", Lines).cursor
            assert key is not None
            if key in seen:
                break
            seen.append(key)
            await at.keys("*")
            if at.field:
                await at.type(f" ({len(seen)})")
                await at.keys("ctrl+s")
                assert sum(row.endswith(f" ({len(seen)})") for row in at.rows) == 1, at.rows
            else:
                assert "written from the facts" in at.said
            await at.keys("down")
        assert len(seen) > 3
        assert any("#" in key for key in seen)


async def test_the_preview_is_worded_in_the_clerk_s_own_house_style(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path))
    (tmp_path / "styles").mkdir()
    own = 'name = "Thornmere"\n[words]\n"MI-01" = "The minutes were agreed."\n'
    (tmp_path / "styles" / "thornmere.toml").write_text(own, encoding="utf-8")
    papers = COMMITTEE.replace("quorum = 3", 'quorum = 3\nstyle = "thornmere"')
    async with desk(tmp_path, papers, ":take 1\n:minutes 2030-12-11") as at:
        await at.keys("l")
        assert "The minutes were agreed." in at.flat


async def test_a_finding_says_what_its_rule_is(tmp_path: Path) -> None:
    for size in ((120, 36), (80, 24)):
        async with desk(tmp_path / str(size[0]), script=f"{OPEN}:take 7\n:vote 9 4 0", size=size) as at:
            await at.keys("f")
            rule = next(line for line in at.text.splitlines() if "HARD" in line).split()[1]
            assert "? explains" in at.text
            await at.keys("?")
            text = at.text
            assert f"{rule}  {rule_explanations()[rule].title}" in text
            assert rule_explanations()[rule].what[:50] in text
            assert "Found as" in text
            await at.keys("escape")
            assert "? explains" in at.text
            await at.keys("escape")
            assert at.app.screen is at.screen


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Minutes of 4 February 2031", "2031-02-04"),
        ("Minutes of 7 January and 4th February 2031", "2031-01-07+2031-02-04"),
        ("Minutes of the last meeting", "…"),
    ],
)
async def test_the_days_of_the_minutes_are_those_that_the_title_names(tmp_path: Path, title: str, days: str) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:retitle 1 -- {title}\n:take 1") as at:
        at.recorded()
        await at.keys("= m")
        assert f"dates ‹{days}" in at.said
        await at.keys("escape")


async def test_minutes_are_approved_with_a_correction_and_no_record_of_them_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:retitle 1 -- Minutes of 4 February 2031\n:take 1") as at:
        at.recorded()
        await at.keys("= k")
        await at.type("Page 3: “2 April” should read “12 April”.\n")
        (approved,) = at.recorded()
        assert isinstance(approved, MinutesApproved)
        assert [day.isoformat() for day in approved.dates] == ["2031-02-04"]
        assert "12 April" in str(approved)


async def test_corrections_to_the_minutes_are_typed_one_after_another(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:retitle 1 -- Minutes of 4 February 2031\n:take 1") as at:
        at.recorded()
        assert await at.keys("= k") == 2
        await at.type("Page 3: for “gate” read “stile”.\nPage 5: the list ends with “and Councillor Fir”.\n\n")
        assert at.home
        (approved,) = [p.event for p in at.meeting.events if isinstance(p.event, MinutesApproved)]
        assert approved.corrections == (
            "Page 3: for “gate” read “stile”.",
            "Page 5: the list ends with “and Councillor Fir”.",
        )
