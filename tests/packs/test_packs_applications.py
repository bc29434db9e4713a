"""Agendas with the reports of their items in them, as planning committees have: what is an item, what is recommended of
it, its case and its ward; and what the review, `clerk show` and the library make of such papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from screens.kit.lines import Lines
from screens.review.app import ReviewApp
from store.packs import Pack, Remembered, convened
from store.packs.names import bare_name
from store.packs.reviewing import Review

from .councils import paper
from .test_packs_further_layouts import items, roll
from .test_packs_review import shown

Found = Callable[..., Pack]
HEAD = "Holby District Council\n\nPlanning Committee\n\nThursday 5 August 2027 at 6.00 pm\n\nAGENDA\n\n"
INSIDE = "development-committee-reports-inside"


def test_every_field_of_an_application_reaches_the_meeting(found: Found) -> None:
    made = convened(found(paper(INSIDE).text))
    seventh = next(item for item in made.items if item.number == "7")
    assert (seventh.kind, seventh.case, seventh.ward) == ("application", "PF/27/0711", "High Heath")
    assert seventh.recommendations == "Approve, subject to conditions relating to noise."
    first = next(item for item in made.items if item.number == "1")
    assert (first.kind, first.case) == ("report", "")


def test_who_a_case_officer_is_was_not_read_and_is_listed(found: Found) -> None:
    assert "Case Officer: Miss J Medley" in [fact.value for fact in found(paper(INSIDE).text).unread]


@pytest.mark.parametrize(
    ("title", "case"),
    [
        ("26/00417/FUL The Old Forge", "26/00417/FUL"),
        ("PF/26/0417 – Erection of a barn", "PF/26/0417"),
        ("UTT/26/0123/FUL: Land at Mill Lane", "UTT/26/0123/FUL"),
        ("Budget monitoring 2026/27", ""),
        ("Treasury strategy (FIN/26/014)", ""),
        ("Minutes of the meeting held on 12/05/2026", ""),
        ("Erection of a bandstand in 2026/2027", ""),
    ],
)
def test_what_a_title_says_of_a_case(found: Found, title: str, case: str) -> None:
    pack = found(f"{HEAD}1. Apologies\n2. Declarations of interest\n3. {title}\n")
    assert [item.get("case") for item in pack.meeting.of("item")] == ["", "", case]


def test_a_parish_determines_no_application(found: Found) -> None:
    pack = found(
        "Mill Parish Council\n\nTuesday 3 August 2027 at 7.00 pm\n\nAGENDA\n\n1. Apologies\n"
        "2. Minutes\n3. 27/00417/FUL The Old Forge: extension\nWard: Weir\n"
    )
    assert [item.kind for item in convened(pack).items][2] == "report"


@pytest.mark.parametrize("title", ["Order of business", "ORDER OF PROCEEDINGS", "Agenda", "Business", "Late items"])
def test_an_item_that_is_called_as_a_heading_is_an_item(found: Found, title: str) -> None:
    pack = found(f"{HEAD}1. Apologies\n2. {title}\n3. Declarations of interest\n4. Weir\n")
    assert items(pack) == [("1", "Apologies"), ("2", title), ("3", "Declarations of interest"), ("4", "Weir")]


def test_capitals_before_the_next_item_head_the_agenda_and_others_a_report(found: Found) -> None:
    text = (
        f"{HEAD}1. Apologies\n\nPLANNING APPLICATIONS\n\n2. 27/00456/FUL Weir Road\n\nCONSULTATIONS\n\nNone.\n\n"
        "RECOMMENDATION\n\n1. Approve the plans.\n\n2. Ask for trees.\n\n3. Inform the parish.\n\nOTHER MATTERS\n\n"
        "3. Appeals\n"
    )
    pack = found(text)
    assert items(pack) == [
        ("1", "Apologies"), ("", "PLANNING APPLICATIONS"), ("2", "27/00456/FUL Weir Road"), ("", "OTHER MATTERS"),
        ("3", "Appeals"),
    ]  # fmt: skip
    assert pack.meeting.of("item")[2].get("recommendations").split("\n") == [
        "1. Approve the plans.", "2. Ask for trees.", "3. Inform the parish.",
    ]  # fmt: skip


def test_capitals_that_may_head_either_are_a_doubt(found: Found) -> None:
    pack = found(
        f"{HEAD}1. Apologies\n\n2. Weir repairs\n\nTHE EASTERN SLUICE\n\nThe sluice has leaked since the spring.\n\n"
        "3. Appeals\n\nOTHER MATTERS\n\n4. Minutes\n"
    )
    doubts = [doubt.text for doubt in pack.all_doubts() if "heading of the agenda" in doubt.text]
    assert doubts == ["Is “THE EASTERN SLUICE” a heading of the agenda, or of what is said of item 2?"]


def test_a_list_of_what_is_done_is_no_business_and_a_list_of_business_is(found: Found) -> None:
    pack = found(
        f"{HEAD}1. Apologies\n2. Procedure\nThe order will be:\n(a) The officer will speak.\n"
        "(b) The applicant may reply.\n"
        "3. Payments\n(a) Rates\n(b) Insurance\n4. Weir\n"
    )
    assert [number for number, _ in items(pack)] == ["1", "2", "3", "3a", "3b", "4"]


def test_members_with_titles_alone_in_a_running_sentence(found: Found) -> None:
    pack = found(f"{HEAD}1. Apologies\n2. Minutes\n3. Weir\n".replace(
        "AGENDA", "To: Mr A Oak (Chairman), Mrs B Elm (Vice-Chairman), Dr C Ash, Mr D Ward and Ms E Fir.\n\nAGENDA"
    ))  # fmt: skip
    assert roll(pack) == ["A Oak chair", "B Elm vice-chair", "C Ash", "D Ward", "E Fir"]
    alone = found(f"{HEAD}1. Apologies\n2. Minutes\n3. Weir\n".replace("AGENDA", "To: Mr A Oak, Town Clerk\n\nAGENDA"))
    assert roll(alone) == []


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Ms M Prior.", "M Prior"), ("Mr J Hay Jnr.", "J Hay Jnr."), ("Cllr A. B.", "A. B."), ("Dr Li (Chair).", "Li")],
)
def test_the_stop_of_a_sentence_is_no_part_of_a_name(printed: str, name: str) -> None:
    assert bare_name(printed) == name


def test_a_name_remembered_with_a_stop_gives_way_to_the_one_without(found: Found) -> None:
    known = Remembered(
        {"name": "Planning Committee"}, [{"id": "prior", "name": "M Prior."}, {"id": "oak", "name": "A Oak"}]
    )
    text = f"{HEAD}1. Apologies\n2. Minutes\n".replace("AGENDA", "Members: Cllrs A Oak (Chair) and M Prior\n\nAGENDA")
    pack = found(text, library=[known])
    assert [(one.get("name"), one.get("id")) for one in pack.meeting.of("member")] == [
        ("A Oak", "oak"), ("M Prior", "prior"),
    ]  # fmt: skip
    assert roll(found(f"{HEAD}1. Apologies\n2. Minutes\n", library=[known])) == ["M Prior", "A Oak"]


def test_show_prints_councillor_before_a_title(clerk: Callable[..., Result], home: Path) -> None:
    Path("a.txt").write_text(paper(INSIDE).text, encoding="utf-8")
    made = clerk("new", "--yes", "a.txt")
    assert made.exit_code == 0, made.stderr
    said = clerk("show", made.stdout.strip().splitlines()[-1]).stdout
    assert "member: Councillor Mrs S Butters" in said
    assert "Mrs Councillor" not in said
    assert "    PF/27/0711, ward: High Heath\n    Approve" in said


@pytest.fixture
def review(found: Found) -> Review:
    return Review(found(paper(INSIDE).text))


def _path(review: Review, number: str) -> str:
    return next(p for p, r in review.pack.meeting.walk() if r.kind == "item" and r.get("number") == number)


def test_the_review_shows_what_the_agenda_recommends(review: Review) -> None:
    texts = {(row.label, row.text) for row in review.rows() if row.path == _path(review, "7")}
    assert ("recommendations", "Approve, subject to conditions relating to noise.") in texts
    assert ("case", "PF/27/0711") in texts
    assert ("ward", "High Heath") in texts


async def test_r_opens_with_what_was_read_and_what_is_typed_takes_its_place(review: Review) -> None:
    running = ReviewApp(review, "New meeting: agenda.txt")
    async with running.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        running.screen.query_one("#found", Lines).cursor = f"{_path(review, '7')}|"
        await pilot.press("r")
        await pilot.pause()
        assert "Approve, subject to conditions relating to noise." in shown(running)
        await pilot.press("end", *" Now.", "ctrl+s")
        await pilot.pause()
        running.screen.query_one("#found", Lines).cursor = f"{_path(review, '5')}|"
        await pilot.press("r", *"That it be so.", "ctrl+s")
        await pilot.pause()
    made = {item.number: item.recommendations for item in convened(review.pack).items}
    assert made["7"] == "Approve, subject to conditions relating to noise. Now."
    assert made["5"] == "That it be so."


def test_what_is_left_out_of_the_agendas_own_recommendations_is_gone(review: Review) -> None:
    review.leave_out(_path(review, "7"), "recommendations")
    assert {item.number: item.recommendations for item in convened(review.pack).items}["7"] == ""
    assert review.undo()
    assert {item.number: item.recommendations for item in convened(review.pack).items}["7"].startswith("Approve")


def test_a_council_is_a_doubt_where_another_name_stands_beside_it(found: Found) -> None:
    pack = found(
        "Holby District Council\n\nPlanning Committee Focus Meeting 2\n\nThursday 5 August 2027\n\n"
        "AGENDA\n\n1. A\n2. B\n3. Minutes\n"
    )
    assert "body" in [doubt.field for doubt in pack.all_doubts()]
    plain = found("Holby District Council\n\nThursday 5 August 2027\n\nAGENDA\n\n1. Apologies\n2. Minutes\n3. Budget\n")
    assert "body" not in [doubt.field for doubt in plain.all_doubts()]


def test_a_schedule_is_of_the_item_for_all_applications_and_says_so(found: Found) -> None:
    pack = found(paper("planning-schedule-bound-behind").text)
    assert any("2 applications in a schedule, taken as parts of item 4" in doubt.text for doubt in pack.doubts)
    last = pack.meeting.of("item")[-1]
    assert (last.get("number"), last.get("recommendations"), last.get("case")) == ("5", "", "")
