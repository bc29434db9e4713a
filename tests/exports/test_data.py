"""The data files: valid by the published schema, and nothing in them that was not recorded."""

import csv
import json
from io import StringIO
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from clerk.meeting.fold import fold
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from exports.data.record import NotConvened, write_json
from exports.data.times_table import times_csv, times_vtt
from exports.data.vocabulary import vocabulary
from exports.data.votes_table import votes_csv
from exports.style import shipped_style
from tests.making.schema import SCHEMA, written
from tests.meetings.holding import NAMES, meeting
from tests.support.minute import minute, minute_council
from tests.support.rich import RICH
from tests.support.scramble import scrambled

STYLE = shipped_style()
VALID = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def data(held: Meeting, exempt: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_json(held, STYLE, exempt))
    VALID.validate(found)
    return found


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_the_published_schema_is_what_the_shapes_make() -> None:
    jsonschema.Draft202012Validator.check_schema(VALID.schema)
    assert SCHEMA.read_text(encoding="utf-8") == written()


def test_the_schema_refuses_what_it_does_not_know() -> None:
    found = data(meeting("01-parks-committee"))
    assert not VALID.is_valid({**found, "more": 1})
    assert not VALID.is_valid({name: value for name, value in found.items() if name != "votes"})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("exempt", [False, True])
def test_whoever_and_whatever_is_named_is_there(name: str, exempt: bool) -> None:
    found = data(meeting(name), exempt)
    people = {person["id"] for person in found["people"]}
    items = {item["id"] for item in found["items"]}
    asked = {question["id"] for question in found["questions"]}
    for vote in found["votes"]:
        assert set(vote["questions"]) <= asked
        assert {*vote["entitled"], *(one["person"] for one in vote["names"])} <= people
    for part in ("questions", "votes", "decisions", "actions"):
        assert {one["item"] for one in found[part]} <= items | {None}
    assert {one["person"] for one in found["attendance"]} <= people
    assert {one["owner"] for one in found["actions"]} <= people | {None}


def test_what_else_happened_is_there_with_its_facts_and_its_sentence() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 5
        :petition "Save the pond" lead="Mrs Pat Noone" signatures=212
        :tribute ash,elm silence=yes -- Mr Arthur Grey
    """)
    found = data(held)
    VALID.validate(found)
    names = {person["id"]: person["name"] for person in found["people"]}
    petition, tribute = found["happened"]
    facts = {fact["name"]: fact for fact in petition["facts"]}
    assert [names[id_] for id_ in facts["lead"]["people"]] == ["Mrs Pat Noone"]
    assert facts["signatures"]["values"] == ["212"]
    assert "Save the pond" in petition["text"]
    assert (petition["construct"], petition["item"]) == ("PU-10", "i5")
    assert "Arthur Grey" in tribute["text"]


def test_a_file_of_an_earlier_clerk_is_still_valid() -> None:
    found = data(meeting("01-parks-committee"))
    del found["happened"]
    VALID.validate(found)


def test_a_vote_is_of_a_member_only_where_it_was_recorded_by_name() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 7
        :put r7
        :vote unanimous
        :take 8
        :put r8
        :vote 6 4 1
        :record oak against
        :take 6
        :put r6
        :vote named against=elm abstain=oak rest=for
    """)
    first, second, third = data(held)["votes"]
    assert first["unanimous"]
    assert first["names"] == []
    assert second["names"] == [{"person": "oak", "vote": "against", "on_request": True}]
    assert (second["votes_for"], second["against"], second["abstained"]) == (6, 4, 1)
    assert {one["person"]: one["vote"] for one in third["names"]}["elm"] == "against"
    assert len(third["names"]) == len(third["entitled"])
    table = rows(votes_csv(held, STYLE))
    assert [row["Record"] for row in table[:3]] == ["vote", "vote", "name"]
    assert table[2]["Member’s vote"] == "against"


def test_a_question_has_every_text_that_it_had() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 8
        :amend ash birch add -- That the strategy be printed.
        :put A1
        :vote unanimous
        :put r8 only=1
        :vote unanimous
    """)
    whole = next(one for one in data(held)["questions"] if one["id"] == "r8")
    assert [(stage["stage"], stage["by"]) for stage in whole["texts"]] == [
        ("moved", ""),
        ("amended", "A1"),
        ("put", "v2"),
    ]
    assert "That the strategy be printed." in [clause["text"] for clause in whole["texts"][1]["clauses"]]
    assert len(whole["texts"][2]["clauses"]) == 1
    amendment = next(one for one in data(held)["questions"] if one["id"] == "A1")
    assert amendment["changes"] == ["That the strategy be printed."]
    assert amendment["amends"] == "r8"


def test_attendance_has_times_apologies_and_substitutes() -> None:
    found = {one["person"]: one for one in data(minute(RICH))["attendance"]}
    assert found["hazel"]["status"] == "apologies"
    assert ("maple", "hazel") in [(one["person"], one["substitute_for"]) for one in data(minute(RICH))["attendance"]]
    assert [stay["came"] for stay in found["cedar"]["stays"]] == ["2031-03-12T19:06:00"]
    left = next(stay for stay in found["elm"]["stays"] if stay["left"])
    assert left["interest"]


def test_before_the_roll_members_are_expected() -> None:
    assert {one["status"] for one in data(minute(""))["attendance"]} == {"expected"}


def test_without_a_meeting_there_is_no_data() -> None:
    with pytest.raises(NotConvened, match="no meeting here yet"):
        write_json(Meeting(), STYLE)
    assert rows(votes_csv(Meeting(), STYLE)) == []
    assert vocabulary(Meeting(), STYLE) == ""
    assert times_vtt(Meeting(), STYLE) == {"": "WEBVTT\n"}


def test_the_votes_have_agenda_numbers_words_and_results() -> None:
    found = [row for row in rows(votes_csv(meeting("06-budget-council"), STYLE)) if row["Record"] == "vote"]
    assert [row["Result"] for row in found] == ["carried", "lost", "carried", "carried", "carried"]
    assert found[1]["Question"] == "That £200,000 be put to the repair of the sea wall."
    assert found[1]["Item"] == "4"
    assert found[3]["Casting vote"].endswith(": for")
    named = [row for row in rows(votes_csv(meeting("06-budget-council"), STYLE)) if row["Record"] == "name"]
    assert len([row for row in named if row["Vote"] == found[1]["Vote"]]) > 50
    parts = [row["Question"] for row in rows(votes_csv(meeting("02-housing-committee"), STYLE)) if row["Item"] == "7"]
    assert len(set(parts)) == len(parts) == 2


def test_a_vote_on_several_questions_is_a_row_of_each() -> None:
    held = minute(":open 19:00\n:present rest\n:take 7\n:put r7+r8\n:vote 9 1 1")
    assert [(row["Vote"], row["Item"], row["For"]) for row in rows(votes_csv(held, STYLE))] == [
        ("v1", "7", "9"),
        ("v1", "8", "9"),
    ]


def test_names_are_spelt_for_whatever_writes_up_the_sound() -> None:
    lines = vocabulary(meeting("01-parks-committee"), STYLE).splitlines()
    assert "Owen D'Arcy" in lines
    assert "Head of Parks" in lines
    assert "Tarnbeck Anglers" in lines
    assert len(lines) == len(set(lines))


def test_residents_are_not_named_where_the_body_does_not_print_them() -> None:
    setup = minute("").setup
    assert setup is not None
    from msgspec.structs import replace

    quiet = replace(setup, printing={"public_names": False})
    held = minute(":open 19:00\n:present rest\n:take 4\n:speakers -- Jo Fen\n:take 7\n:action fen -- write", quiet)
    assert "Fen" not in write_json(held, STYLE)
    assert "Fen" not in vocabulary(held, STYLE)
    assert data(held)["actions"][0]["owner"] == "resident"


def test_times_are_of_items_and_breaks() -> None:
    held = minute(RICH)
    found = rows(times_csv(held, STYLE))
    assert {"Item": "8", "Title": found[0]["Title"], "Time": "2031-03-12 19:30:00", "Seconds": "1800"} == found[0]
    assert [row["Title"] for row in found if not row["Item"]] == ["Adjourned", "Resumed"]
    chapters = times_vtt(held, STYLE)[""]
    assert "00:30:00.000 --> 01:00:00.000\n8. " in chapters
    assert chapters.startswith("WEBVTT\n\n")


def test_each_day_of_a_meeting_has_chapters_of_its_own() -> None:
    held = minute(
        ":open 19:00\n:present rest\n:@19:30 take 7\n:@20:00 adjourn\n:@18:30 resume on=2031-03-14\n"
        ":@18:40 take 8\n:close 19:10"
    )
    assert [(row["Item"], row["Seconds"]) for row in rows(times_csv(held, STYLE))] == [
        ("7", "1800"),
        ("", "3600"),
        ("", "0"),
        ("8", "600"),
    ]
    chapters = times_vtt(held, STYLE)
    assert list(chapters) == ["", " resumed 14 March 2031"]
    assert "01:00:00.000 --> 01:01:00.000\nAdjourned" in chapters[""]
    assert "Resumed" not in chapters[""]
    assert chapters[" resumed 14 March 2031"].startswith("WEBVTT\n\n00:00:00.000 --> 00:10:00.000\nResumed\n\n")
    assert "00:10:00.000 --> 00:40:00.000\n8. " in chapters[" resumed 14 March 2031"]


def test_an_evening_that_goes_on_past_midnight_is_one_recording() -> None:
    held = minute(":open 22:00\n:present rest\n:@23:30 adjourn\n:@00:15 resume\n:@00:20 take 8\n:close 00:30")
    assert list(times_vtt(held, STYLE)) == [""]
    assert rows(times_csv(held, STYLE))[-1]["Seconds"] == "8400"


@pytest.mark.parametrize("seats", [63])
def test_a_council_of_63_is_sound(seats: int) -> None:
    held = minute_council(":open 19:00\n:present rest", seats)
    assert len(data(held)["attendance"]) == seats


@settings(max_examples=30, deadline=None)
@given(scrambled())
def test_whatever_was_recorded_is_valid(entries: list[Entry]) -> None:
    held = fold(entries)
    for exempt in (False, True):
        if held.setup is not None:
            data(held, exempt)
        for make in (votes_csv, vocabulary, times_csv, times_vtt):
            make(held, STYLE, exempt)


@pytest.mark.parametrize("style", ["parish", "county"])
def test_data_name_members_as_the_roll_does_whatever_the_style(style: str) -> None:
    held, chosen = meeting("01-parks-committee"), shipped_style(style)
    assert _members(write_json(held, chosen)) == _members(write_json(held, STYLE))
    assert "Councillor Edith Marlow" in vocabulary(held, chosen)
    assert votes_csv(held, chosen) == votes_csv(held, STYLE)


def _members(text: str) -> list[tuple[str, str]]:
    return [(one["style"], one["name"]) for one in json.loads(text)["people"] if one["kind"] == "member"]
