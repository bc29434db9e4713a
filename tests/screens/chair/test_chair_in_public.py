"""What the public sees: of an exempt session nothing but that there is one, and afterwards nothing of it either."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import looking
import pytest
from sitting_beside import HERE, PAPERS, Desk, seen

from clerk import events as e
from clerk.agenda import Item
from clerk.people import Person
from clerk.texts import Add
from screens.chair.board import BACK, PRIVATE, board

SECRET = "zqx"
BODY = "Community Leadership and Libraries Committee"
SESSION = (":exclude items=9 para=3", ":take 9")
IN_PRIVATE = (
    ":motion oak elm -- zqx the price is a secret",
    ":amend ash elm on=m1 add -- zqx and so is the buyer",
    ":vote 6 3 1",
    "The price zqx was named.",
)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (20, 5)])
async def test_an_exempt_session_shows_only_that_it_is_one(desk: Desk, size: tuple[int, int]) -> None:
    desk.write(*HERE, *SESSION, *IN_PRIVATE)
    app = desk.app(public=True)
    async with app.run_test(size=size) as pilot:
        await seen(pilot)
        shown = looking.flat(app)
        if size[0] >= 80:
            assert shown == f"{BODY} {PRIVATE}"
        else:
            assert "private session" in shown
        assert SECRET not in looking.text(app)


async def test_the_session_begins_and_ends_while_it_is_watched(desk: Desk) -> None:
    desk.write(*HERE, ":vote 6 3 1")
    app = desk.app(public=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        assert "6 for, 3 against, 1 abstained" in looking.flat(app)
        for line in (*SESSION, *IN_PRIVATE):
            desk.write(line)
            await seen(pilot)
            assert looking.flat(app) == f"{BODY} {PRIVATE}"
        desk.write(":readmit")
        await seen(pilot)
        assert looking.flat(app) == f"{BODY} {BACK}"
        desk.write(":take 9")
        await seen(pilot)
        assert looking.flat(app) == f"{BODY} {PRIVATE}"
        desk.write(":take 8")
        await seen(pilot)
        text = looking.flat(app)
        assert "8 Opening hours" in text
        assert SECRET not in text
        desk.write(":take 10")
        await seen(pilot)
        assert "10 Forward plan" in looking.flat(app)
        assert SECRET not in looking.flat(app)


async def test_not_even_a_lost_file_is_told_in_a_private_session(desk: Desk) -> None:
    desk.write(*HERE, *SESSION)
    app = desk.app(public=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        desk.path.rename(desk.path.with_suffix(".away"))
        await seen(pilot)
        assert looking.flat(app) == f"{BODY} {PRIVATE}"


async def test_an_exempt_item_is_private_without_a_resolution(desk: Desk) -> None:
    desk.write(*HERE, ":take 9")
    app = desk.app(public=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        assert looking.flat(app) == f"{BODY} {PRIVATE}"
        assert "lease" not in looking.text(app).lower()


async def test_a_private_event_in_open_session_hides_the_screen(desk: Desk) -> None:
    desk.write(*HERE)
    desk.sitting.record((e.MotionMoved(question="m1", text=SECRET, mover="oak", item="i2", private=True),))
    shown = board(desk.sitting.meeting, public=True)
    assert shown.alone == PRIVATE
    desk.write(":out ash")
    shown = board(desk.sitting.meeting, public=True)
    assert not shown.alone
    assert SECRET not in repr(shown)


async def test_what_was_amended_in_private_is_not_shown_as_though_it_had_not_been(desk: Desk) -> None:
    desk.write(*HERE)
    amendment = e.AmendmentMoved(question="A1", to="r8", edits=(Add(SECRET),), mover="ash", item="i2", private=True)
    accepted = e.QuestionDisposed(question="A1", how="accepted", item="i2", private=True)
    desk.sitting.record((amendment, accepted))
    desk.write(":out ash")
    shown = repr(board(desk.sitting.meeting, public=True))
    assert SECRET not in shown
    assert "amended in private session" in shown


async def test_a_meeting_that_closes_in_private_says_only_that_it_closed(desk: Desk) -> None:
    desk.write(*HERE, *SESSION, *IN_PRIVATE, ":close 21:19")
    shown = board(desk.sitting.meeting, public=True)
    assert shown.alone == "The meeting closed at 9.19 pm."
    assert SECRET not in repr(shown)


async def test_the_chair_s_own_view_shows_it_all_and_says_that_it_is_exempt(desk: Desk) -> None:
    desk.write(*HERE, *SESSION, *IN_PRIVATE[:1])
    app = desk.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot)
        text = looking.flat(app)
        assert "EXEMPT" in text
        assert "zqx the price is a secret" in text


async def test_what_is_placed_before_the_set_up_does_not_hide_the_meeting(desk: Desk) -> None:
    desk.write(*HERE, ":@<e1 exclude items=9", ":readmit")
    assert board(desk.sitting.meeting, public=True).name == BODY


class Chance:
    """A meeting at random, in which every word said in private is SECRET."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.random = random.Random(seed)
        self.excluded = False
        self.named = {"i3"}
        self.n = 0

    def step(self) -> None:
        item = self.random.choice(["i1", "i2", "i3", "i4"])
        private = self.random.choice([None, None, None, True])
        hidden = bool(private) or self.excluded or item in self.named
        self.n += 1
        event = self.event(item, private, SECRET if hidden else "open")
        if isinstance(event, e.PublicExcluded | e.PublicReadmitted):
            self.excluded = isinstance(event, e.PublicExcluded)
        self.desk.sitting.record((event,))
        if self.random.random() < 0.1:
            self.desk.sitting.record((e.Retracted(entry=self.random.randint(2, self.n + 4)),))

    def event(self, item: str, private: bool | None, word: str) -> e.AnyEvent:
        n, pick = self.n, self.random.choice
        questions = list(self.desk.sitting.meeting.questions)
        votes = list(self.desk.sitting.meeting.votes) or ["v0"]
        place = {"item": item, "private": private}
        label = pick(questions)
        paper = SECRET if self.excluded else word
        new = Item(f"x{n}", str(20 + n), f"{paper} {n}", recommendations=f"{paper} {n}")
        member = pick(["ash", "birch", "elm", "oak"])
        return pick(
            [
                lambda: e.MotionMoved(question=f"m{n}", text=f"{word} {n}", mover=member, **place),
                lambda: e.AmendmentMoved(
                    question=f"A{n}", to=label, edits=(Add(f"{word} {n}"),), mover=member, **place
                ),
                lambda: e.QuestionPut(questions=(label,), lead=word, **place),
                lambda: e.VoteTaken(vote=f"v{n}", questions=(label,), method="unanimous", **place),
                lambda: e.CastingVote(vote=pick(votes), by=member, direction="for", **place),
                lambda: e.QuestionDisposed(question=label, how="accepted", **place),
                lambda: e.Minuted(text=word, **place),
                lambda: e.Left(person=member, reason=word, **place),
                lambda: e.Arrived(person=member, **place),
                lambda: e.Presided(person=member, reason=word, **place),
                lambda: e.PersonMet(person=Person(f"p{n}{paper}", f"Jo {paper}", "councillor"), **place),
                lambda: e.Presided(person=pick(list(self.desk.sitting.meeting.people)), reason=word, **place),
                lambda: e.ItemAdded(new=new, **place),
                lambda: e.ItemTaken(taken=pick(list(self.desk.sitting.meeting.items)), **place),
                lambda: e.OutcomeDeclared(what="referred", to=word, text=word, **place),
                lambda: e.ActionAgreed(owner="ash", task=word, **place),
                lambda: e.MeetingAdjourned(reason=word, **place),
                lambda: e.MeetingResumed(**place),
                lambda: e.PublicExcluded(items=("i3",), paragraph=3),
                lambda: e.PublicReadmitted(),
                lambda: e.PublicReadmitted(),
                lambda: e.MinutesApproved(dates=(date(2019, 3, 7),), corrections=(word,), **place),
            ]
        )()


@pytest.mark.parametrize("seed", range(12))
def test_no_word_said_in_private_is_ever_on_the_public_board(tmp_path: Path, seed: int) -> None:
    desk = Desk(tmp_path, PAPERS.replace("Lease of the depot", SECRET).replace("a low rent", SECRET))
    desk.write(*HERE)
    chance = Chance(desk, seed)
    to_the_chair = ""
    for _ in range(60):
        chance.step()
        shown = board(desk.sitting.meeting, public=True)
        assert SECRET not in repr(shown), shown
        to_the_chair += repr(board(desk.sitting.meeting))
    assert SECRET in to_the_chair
    desk.close()


@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
async def test_no_word_said_in_private_is_ever_on_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = Desk(tmp_path, PAPERS.replace("Lease of the depot", SECRET))
    desk.write(*HERE)
    chance = Chance(desk, 99)
    app = desk.app(public=True)
    async with app.run_test(size=size) as pilot:
        for _ in range(25):
            chance.step()
            await seen(pilot)
            assert SECRET not in looking.text(app)
    desk.close()
