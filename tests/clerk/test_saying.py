"""Sentences that the desk and the chair's view say of a meeting."""

from datetime import date, datetime
from typing import get_args

import pytest

from clerk import events as e
from clerk.agenda import Item
from clerk.events.public import Spoke
from clerk.meeting.entitlement import ledger
from clerk.meeting.fold import add, fold
from clerk.meeting.record import Entry, Placed
from clerk.meeting.state import Meeting
from clerk.people import Person, Seat
from clerk.saying.gestures import say_back
from clerk.saying.happened import what_happened
from clerk.saying.questions import question_name, question_now
from clerk.saying.room import quorum_line
from clerk.saying.votes import read_out, unaccounted_line
from clerk.setup.convening import read_meeting
from clerk.shorthand.minuting import recording
from clerk.texts import Add

NAMES = ["Ash", "Birch", "Cedar", "Elm", "Hazel", "Holly", "Ivy", "Larch", "Maple", "Oak"]
PAPERS = "\n".join(
    [
        'body = "Trees Committee"',
        'date = "2019-06-11"',
        "quorum = 4",
        *(
            f'[[members]]\nname = "Jo {name}"\nrole = "{"chair" if name == "Birch" else ""}"'
            for name in [*NAMES, "Rowan"]
        ),
        '[[items]]\nnumber = 1\ntitle = "Declarations"',
        '[[items]]\nnumber = 8\ntitle = "Library hours"',
        'recommendations = ["That the hours be kept.", "That a report follow."]',
    ]
)


def play(*lines: str) -> Meeting:
    """The trees committee after its roll (Rowan is absent), at item 8, and these lines."""
    meeting, item = fold([Entry(1, datetime(2019, 6, 12), "jo", (read_meeting(PAPERS),))]), None
    for line in (":apologies rowan", ":open 19:00", ":present rest", ":take 8", *lines):
        done = recording(meeting, line, item)
        assert done is not None
        item = done.item
        if done.events:
            meeting = add(meeting, Entry(len(meeting.entries) + 1, datetime(2019, 6, 12), "jo", done.events))
    return meeting


def would(meeting: Meeting, line: str) -> str:
    done = recording(meeting, line, meeting.item_taken)
    assert done is not None
    return say_back(meeting, done.events)


def last_read_out(*lines: str) -> str:
    meeting = play(*lines)
    return read_out(meeting, list(meeting.votes.values())[-1])


AMEND = ":amend ash elm at=1 add -- and the cafe’s"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((AMEND, ":vote 6 3 1"), "The amendment moved by Councillor Ash is carried: 6 for, 3 against, 1 abstained."),
        ((AMEND, ":vote unanimous"), "The amendment moved by Councillor Ash is carried unanimously, all 10 for."),
        ((AMEND, ":vote 3 7"), "The amendment moved by Councillor Ash is lost: 3 for, 7 against."),
        ((AMEND, ":vote 0 10"), "The amendment moved by Councillor Ash is lost: none for, 10 against."),
        (
            (AMEND, ":vote 5 5"),
            "On the amendment moved by Councillor Ash: 5 for, 5 against: a tie. "
            "Councillor Birch, in the chair, has a casting vote.",
        ),
        (
            (AMEND, ":vote 5 5", ":cast for"),
            "The amendment moved by Councillor Ash is carried on the casting vote of Councillor Birch: "
            "5 for, 5 against.",
        ),
        (
            (AMEND, ":vote 5 5", ":cast against"),
            "The amendment moved by Councillor Ash is lost on the casting vote of Councillor Birch: 5 for, 5 against.",
        ),
        (
            (AMEND, ":vote 5 5", ":cast declined"),
            "The amendment moved by Councillor Ash is lost: 5 for, 5 against, "
            "and Councillor Birch does not use the casting vote.",
        ),
        ((":vote assent",), "The recommendations of item 8 are agreed, without a count."),
        (
            (":put r8 only=2", ":vote 10 0"),
            "Clause 2 of the recommendations of item 8 is carried unanimously, all 10 for.",
        ),
        (
            (AMEND, ":vote unanimous", ":vote 9 1"),
            "The recommendations of item 8, as amended, are carried: 9 for, 1 against.",
        ),
        (
            (":motion oak elm -- That it be so.", ":vote 9 1"),
            "The motion moved by Councillor Oak is carried: 9 for, 1 against.",
        ),
        (
            (":motion oak elm kind=deferral -- That it be deferred.", ":vote 2 8"),
            "The motion to defer moved by Councillor Oak is lost: 2 for, 8 against.",
        ),
    ],
)
def test_the_sentence_to_read_out(lines: tuple[str, ...], said: str) -> None:
    assert last_read_out(*lines) == said


def test_two_amendments_by_one_mover_are_told_apart() -> None:
    meeting = play(AMEND, ":amend ash oak at=2 delete")
    assert question_name(meeting, "A2") == "the amendment moved by Councillor Ash (A2)"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":vote unanimous", "All 10 for r8, Library hours: carried."),
        (":vote 6 3 1", "r8, Library hours: 6 for, 3 against, 1 abstained of 10: carried."),
        (":vote 6 3 3", "⚠ 6 + 3 + 3 = 12, but 10 may vote."),
        (":vote 6 3", "⚠ 1 not accounted for. r8, Library hours: 6 for, 3 against of 10: carried."),
        (
            ":vote 5 5",
            "r8, Library hours: 5 for, 5 against of 10: a tie. Councillor Birch, in the chair, has a casting vote.",
        ),
        (":vote assent", "r8, Library hours: agreed without a count: carried."),
        (
            ":vote named against=ash,elm for=birch,cedar,hazel,holly,ivy,larch,maple",
            "⚠ 1 not accounted for: Councillor Oak. r8, Library hours: 7 for, 2 against of 10: carried.",
        ),
        (
            ":vote named against=rowan rest=for",
            "⚠ Councillor Rowan may not vote: not in the room. r8, Library hours: 10 for, 1 against of 10: carried.",
        ),
        (":out ash", "Councillor Ash went out. 9 of 11 in the room · quorum 4 · QUORATE."),
        (":in rowan", "Councillor Rowan came in. 11 of 11 in the room · quorum 4 · QUORATE."),
        (":undo", "Undone: Took item 8: Library hours."),
        (":preside oak", "Councillor Oak took the chair."),
    ],
)
def test_what_a_gesture_would_record_is_said_before_it_is_recorded(line: str, said: str) -> None:
    meeting = play()
    before = meeting.entries
    assert would(meeting, line) == said
    assert meeting.entries == before


def test_what_the_record_can_make_nothing_of_is_said_before_enter() -> None:
    said = would(play(), ":out rowan")
    assert "was not in the room then" in said


def test_an_undone_vote_is_still_told_by_its_figures() -> None:
    said = "Undone: Vote v1 on A1: 6–3–1, carried. Then: A1 is open again; r8 reads as before it was amended."
    assert would(play(AMEND, ":vote 6 3 1"), ":undo") == said
    undone = play(AMEND, ":vote 6 3 1", ":undo")
    retraction = undone.entries[-1].events[0]
    assert what_happened(undone, Placed("9.0", retraction)) == "Undone: Vote v1 on A1: 6–3–1"


def test_redoing_says_what_comes_back() -> None:
    meeting = play(":out ash", ":undo")
    assert say_back(meeting, (e.Retracted(entry=meeting.entries[-1].n),)) == "Redone: Councillor Ash went out."


def test_nothing_is_nothing() -> None:
    assert say_back(play(), ()) == "Nothing would be recorded."


def test_who_is_not_accounted_for_is_named_only_where_it_is_known() -> None:
    counted = play(":vote 6 3")
    assert unaccounted_line(counted, counted.votes["v1"]) == "1 not accounted for"
    named = play(":vote named against=ash,elm for=birch,cedar,hazel,holly,ivy,larch")
    assert unaccounted_line(named, named.votes["v1"]) == "2 not accounted for: Councillors Maple and Oak"
    full = play(":vote 6 3 1")
    assert unaccounted_line(full, full.votes["v1"]) == ""


def test_one_of_a_few_is_named_with_an_or() -> None:
    out = ",".join(name.lower() for name in NAMES[2:])
    meeting = play(f":vote 1 0 out={out}")
    assert unaccounted_line(meeting, meeting.votes["v1"]) == "1 not accounted for: Councillors Ash or Birch"


def test_the_question_before_the_meeting_stands_beside_what_it_would_become() -> None:
    assert question_now(play(), "i2") == ("r8", "1. That the hours be kept.\n2. That a report follow.", "")
    label, now, carried = question_now(play(AMEND), "i2") or ("", "", "")
    assert (label, now) == ("A1", "1. That the hours be kept.\n2. That a report follow.")
    assert carried == "1. That the hours be kept.\n1.1 and the cafe’s\n2. That a report follow."
    assert question_now(play(":vote assent"), "i2") is None


def test_the_quorum_in_a_line() -> None:
    assert quorum_line(play(), "i2") == "10 of 11 in the room · quorum 4 · QUORATE"
    few = play(*(f":out {name}" for name in NAMES[:6]))
    assert quorum_line(few, "i2") == "4 of 11 in the room · quorum 4 · AT LIMIT"
    assert quorum_line(play(*(f":out {name}" for name in NAMES[:7])), None).endswith("INQUORATE")
    declared = play(":declare ash 8 kind=dpi effect=stayed -- a house")
    assert quorum_line(declared, "i2") == "10 of 11 in the room, 9 count (1 with an interest) · quorum 4 · QUORATE"


def test_who_may_not_vote_and_why() -> None:
    meeting = play(":declare ash 8 kind=dpi effect=stayed -- a house", ":out oak")
    assert [(voter.person, voter.why) for voter in ledger(meeting, ("i2",)) if not voter.may] == [
        ("ash", "pecuniary interest"),
        ("oak", "not in the room"),
        ("rowan", "not in the room"),
    ]


def test_people_called_the_same_are_told_apart() -> None:
    meeting = play(':person ash2 title=Councillor name="Sam Ash" kind=councillor', ":in ash2")
    assert what_happened(meeting, meeting.events[-1]) == "Councillor Sam Ash came in"


PERSON = Person("ash", "Jo Ash")
EXAMPLES: tuple[e.AnyEvent, ...] = (
    e.Convened(body="Trees", date=date(2019, 6, 11)),
    e.PersonMet(person=Person("reed", "Jo Reed", "officer", title="Ms", post="Head of Libraries")),
    e.SeatChanged(seat=Seat("s1", "ash", "chair")),
    e.ItemAdded(new=Item("x1", "13", "Flood")),
    e.ItemChanged(now=Item("i2", "8", "Library opening hours")),
    e.OrderVaried(order=("i2", "i1")),
    e.MeetingOpened(at=datetime(2019, 6, 11, 19)),
    e.MeetingClosed(),
    e.MeetingAdjourned(reason="fire alarm"),
    e.MeetingResumed(),
    e.TimeExtended(),
    e.ItemTaken(taken="i2"),
    e.RollCalled(present=("ash", "elm")),
    e.Arrived(person="oak"),
    e.Left(person="oak", interest=True),
    e.ApologyReceived(person="elm"),
    e.Substituted(person="maple", seat="s5"),
    e.SubstitutionEnded(seat="s5"),
    e.Presided(person="birch"),
    e.Declared(members=("ash", "elm"), items=("i2",), kind="dpi", effect="left"),
    e.Minuted(text="The committee heard\nfrom the head teacher."),
    e.NothingToRecord(),
    e.Introduced(person="oak"),
    e.Invited(people=("oak", "elm")),
    e.Addressed(speakers=(Spoke("oak"),), about="i2"),
    e.MinutesApproved(dates=(date(2019, 3, 7),)),
    e.Appointed(people=("oak",), to="the Trust"),
    e.OutcomeDeclared(what="refused", of="r8"),
    e.ActionAgreed(owner="oak", task="Write to the school", due=date(2019, 7, 3)),
    e.MotionMoved(question="m1", text="That it be so", mover="oak", seconder="duly"),
    e.AmendmentMoved(question="A1", to="r8", edits=(Add("more"),), mover="ash", seconder="birch"),
    e.QuestionPut(questions=("r8",)),
    e.VoteTaken(vote="v1", questions=("A1",), method="counted", votes_for=6, against=3, abstained=1),
    e.CastingVote(vote="v1", by="birch", direction="for"),
    e.OwnVote(vote="v1", member="ash", direction="against"),
    e.QuestionDisposed(question="A1", how="fell"),
    e.PublicExcluded(items=("i2",), paragraph=3),
    e.PublicReadmitted(),
    e.PublicSummary(text="A contract was let."),
    e.Noted(construct="PU-10", facts={"title": "Save the pond"}),
    e.Nominated(person="ash", post="Chairman", proposer="elm", seconder="oak"),
    e.Reworded(block="AT-07", of=("4.0",), text="Councillor Ash came late."),
    e.Flagged(item="i2", text="three words"),
    e.FlagCleared(flag="4.0"),
    e.Retracted(entry=4),
    e.Corrected(event="4.0", now=e.Arrived(person="elm")),
    e.QuestionReceived(person="oak", about="i2"),
    e.ReasonsGiven(text="Too tall for the street"),
    e.DivisionDemanded(by=("ash", "elm")),
    e.BallotTaken(post="Chairman", votes=(("ash", 6), ("elm", 4)), elected="ash"),
    e.FindingDismissed(rule="V9", of="4.0", reason="counted by hand"),
    e.DecisionsPublished(on=date(2019, 6, 14)),
    e.MinutesReopened(reason="Two names were missed"),
    e.MinutesCorrected(meeting="m-2019-03-07", was="seven hives", now="eight hives"),
    e.ActionReported(state="open", day=date(2019, 3, 7), whose="Ms Jo Reed", task="Write " * 20, due=date(2019, 7, 3)),
)


def test_there_is_an_example_of_every_event() -> None:
    assert {type(event) for event in EXAMPLES} == set(get_args(e.AnyEvent))


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: type(event).__name__)
def test_every_event_is_told_in_a_short_line(event: e.AnyEvent) -> None:
    meeting = play(AMEND, ":vote 6 3 1")
    line = what_happened(meeting, Placed("99.0", event))
    assert line
    assert "\n" not in line
    assert len(line) <= 100
    assert not line.endswith(".") or isinstance(event, e.Minuted | e.PublicSummary)
    assert what_happened(Meeting(), Placed("99.0", event)), "the fold is total, and so is telling"


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (EXAMPLES[13], "Councillor Oak came in"),
        (EXAMPLES[14], "Councillor Oak went out because of an interest"),
        (EXAMPLES[15], "Apology: Councillor Elm"),
        (EXAMPLES[16], "Councillor Maple substitutes for Councillor Hazel"),
        (EXAMPLES[19], "Councillors Ash and Elm: pecuniary interest (DPI), item 8, will leave the room"),
        (EXAMPLES[28], "Action for Councillor Oak, by 3 July 2019: Write to the school"),
        (EXAMPLES[30], "Amendment A1 to r8: Councillor Ash, seconded Councillor Birch"),
        (EXAMPLES[32], "Vote v1 on A1: 6–3–1, carried"),
        (EXAMPLES[36], "Public excluded for item 8, paragraph 3"),
        (EXAMPLES[45], "Put right: Councillor Elm came in"),
    ],
)
def test_what_happened(event: e.AnyEvent, line: str) -> None:
    assert what_happened(play(AMEND, ":vote 6 3 1"), Placed("99.0", event)) == line


def test_a_post_begins_a_line_with_a_capital() -> None:
    meeting = play(':person keeper post="Keeper of the Pond"', ":introduce keeper")
    assert what_happened(meeting, meeting.events[-1]) == "The Keeper of the Pond introduced the report"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":amend ash oak at=1 delete", "Also: clause 1 deleted."),
        (":amend ash oak at=1 words=first -- kept -> cut", "Also: “cut” in place of “kept” in clause 1."),
        (":amend ash oak at=1 words=first -- be kept -> ", "Also: “be kept” left out in clause 1."),
        (":amend ash oak at=2 after -- That it be short.", "Also: added after clause 2: “That it be short”."),
        (":amend ash oak at=2 replace -- That it be long.", "Also: clause 2 becomes “That it be long”."),
        (":mark 8 budget=yes", "Also: budget."),
        (":mark 8 majority=s.249", "Also: majority: s.249."),
    ],
)
def test_what_would_be_changed_is_said_before_enter(line: str, said: str) -> None:
    assert would(play(), line).endswith(said)
