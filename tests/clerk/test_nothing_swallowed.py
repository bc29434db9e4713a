"""Every word typed has an effect or is refused: of all verbs, each fact that they take and the words after “--”."""

import re
from datetime import date, datetime, timedelta

import pytest

from clerk.events import AnyEvent
from clerk.facts import Fact
from clerk.history import Approval, History, Past
from clerk.names import Unclear, find_person
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from clerk.shorthand.verbs import VERBS, Verb
from tests.support.bodies import COMMITTEE
from tests.support.minute import Desk, desk

EVENING = """
:open 19:00
:present rest out=hazel,thorn
:person bell name="Zoe Bell" kind=speaker
:flag come back
:take 6
:motion oak elm -- That the ponds be dredged.
:vote 5 5 0
:take 5
:motion fir oak -- That the hedges be laid.
:amend elm cedar -- That ash trees be planted.
A paragraph that can be split in two.
"""

BEFORE = {
    "outcome": ":take 8",
    "unsub": ":sub maple for=hazel",
    "readmit": ":exclude items=9",
    "resume": ":adjourn",
    "redo": ":undo",
    "cast": "",
    "reopen": ":close 21:00",
}

LINES = {
    "correct": ":correct e12 -- Other words.",
    "person": ':person moss name="Al Moss"',
    "split": ':split e12 at="that"',
    "move": ":move e12 under=6",
    "private": ":private e12",
    "strike": ":strike e12",
    "undo": ":undo e12",
    "unflag": ":unflag e5",
    "reword": ":reword e12 -- Other words.",
    "dismiss": ":dismiss V9 e12 -- It was so.",
    "vote": ":vote 4 3 1",
    "put": ":put",
    "minutes": ":minutes 2019-03-07",
    "amend": ":amend ash birch add -- That this be added.",
    "cast": ":cast for",
    "record": ":record ash against",
    "item": ':item 30 title="Swans"',
    "outcome": ":outcome noted",
    "declare": ":declare ash 8 kind=dpi effect=dispensation",
    "preside": ":preside birch",
    "in": ":in hazel",
    "ballot": ":ballot oak 5 elm 3",
    "motion": ":motion oak elm -- That it be so.",
    "appoint": ":appoint oak,elm to=Board",
    "sub": ":sub maple for=hazel",
    "unsub": ":unsub maple",
    "seat": ":seat maple for=ash",
    "mark": ":mark 8 urgent=yes",
    "detail": ":detail 8 decision",
    "submitted": ":submitted -- Jo Bell",
    "speakers": ":speakers -- Jo Bell, Al Moss",
    "action": ":action reed",
    "exclude": ":exclude",
    "resume": ":resume",
    "reasons": ":reasons -- It was so.",
    "order": ":order 7+6",
    "heldover": ":heldover items=4",
    "redo": ":redo",
    "readas": ':readas 2031-01-15 was="seven hives" -- eight hives',
}

BODY = "Parks and Waterways Committee"
APPROVED = Approval(of=date(2031, 3, 12), on=date(2031, 4, 9), event="7.0", at="april", body=BODY)
HISTORY = History(
    (
        Past(BODY, date(2031, 1, 15), id="january", name="2031-01-15-parks"),
        Past(BODY, date(2031, 4, 9), approved=(APPROVED,), id="april", name="2031-04-09-parks"),
    )
)
"""Earlier minutes of the body, and a later meeting that approved those of this one."""

VALUES = {
    "person": ("birch", "cedar"),
    "people": ("birch", "cedar,pine"),
    "present": ("rest", "ash,birch"),
    "names": ('"Jo Bell"', "birch,cedar"),
    "seconder": ("duly", "pine"),
    "moved": ("birch,duly", "cedar,pine"),
    "item": ("5", "7"),
    "items": ("5", "6+7"),
    "question": ("m1", "A1"),
    "questions": ("m1", "m2+A1"),
    "vote": ("v1", "v2"),
    "event": ("e11", "e12"),
    "entry": ("e11", "e12"),
    "words": ('"some words"', "17:05", "e8", "all"),
    "number": ("3", "11"),
    "date": ("2031-05-01", "2031-06-02"),
    "day": ("2031-05-01", "2031-06-02"),
    "dates": ("2031-02-01", "2031-02-02+2031-02-03"),
    "moment": ('"2031-03-11 9:40"',),
    "clock": ("19:30", "20:15"),
    "flag": ("yes",),
    "hour": ("22:15", "9.45 pm"),
    "ballot": ('"oak 4 elm 2"', '"fir 4 elm 1"'),
    "line": (),
    "loose": ("noted", "refused", "4 3 1"),
}


def evening(verb: str) -> Desk:
    at = desk(COMMITTEE).play(EVENING)
    return at.play(BEFORE[verb]) if BEFORE.get(verb) else at


def base(verb: Verb) -> str:
    return LINES.get(verb.name) or verb.usage.split(" · ")[0].strip()


def recorded(at: Desk, line: str) -> tuple[AnyEvent | str, ...] | None:
    """The events of a line, and the reason that it gives for those that follow; None where it is refused."""
    try:
        said = recording(at.meeting, line, at.item, history=lambda: HISTORY)
    except Unclear:
        return None
    assert said is not None
    return (*said.events, said.why)


def with_fact(line: str, fact: Fact, value: str) -> str:
    head, dashes, text = line.partition(" -- ")
    head = re.sub(rf' {fact.name}=("[^"]*"|\S+)', "", head)
    return f"{head} {fact.name}={value}{dashes}{text}"


def values(fact: Fact) -> tuple[str, ...]:
    if fact.kind in ("choice", "choices", "joined"):
        return tuple(f'"{word}"' for word in fact.choices)
    return VALUES[fact.kind]


ALL = sorted(VERBS)
SAID_ALREADY = ("voting", "private")
"""A co-optee votes, and what is said to be private is, unless it is said not to be."""
NEEDS_MORE = ("amend", "split", "correct", "whip", "ballot")
"""Words alone are not all that these need here, or these have none: “whip none” takes no words, nor does a ballot
that is not void."""


@pytest.mark.parametrize("name", ALL)
def test_the_line_of_a_verb_records_something(name: str) -> None:
    verb = VERBS[name]
    assert recorded(evening(name), base(verb)) is not None, base(verb)


@pytest.mark.parametrize("name", ALL)
def test_every_option_changes_what_is_recorded_or_is_refused(name: str) -> None:
    verb, at = VERBS[name], evening(name)
    for fact in verb.facts:
        head, dashes, text = base(verb).partition(" -- ")
        without = re.sub(rf' {fact.name}=("[^"]*"|\S+)', "", head) + dashes + text
        plain = recorded(at, without)
        said = [(value, recorded(at, with_fact(base(verb), fact, value))) for value in values(fact)]
        told = [events for _, events in said if events is not None and events != plain]
        same = [value for value, events in said if events is not None and events == plain]
        # One value of a fact may say what is so without it ("how=introduced"); two may not.
        assert len(same) <= (fact.kind != "flag" or fact.name in SAID_ALREADY), (without, fact.name, same)
        assert len({repr(events) for events in told}) == len(told), (without, fact.name)


@pytest.mark.parametrize("name", ALL)
def test_words_after_the_dashes_change_what_is_recorded_or_are_refused(name: str) -> None:
    verb, at = VERBS[name], evening(name)
    line = base(verb).partition(" -- ")[0]
    plain = recorded(at, line)
    one, other = (recorded(at, f"{line} -- {text}") for text in ("the swans were fed", "two -> three geese"))
    if verb.text:
        assert one is not None or other is not None or name in NEEDS_MORE, line
    assert one is None or one != plain
    assert other is None or other != plain
    assert one is None or one != other


@pytest.mark.parametrize("name", ALL)
def test_a_word_too_many_or_an_unknown_option_is_refused(name: str) -> None:
    at = evening(name)
    head, dashes, text = base(VERBS[name]).partition(" -- ")
    assert recorded(at, f"{head} nosuch=yes{dashes}{text}") is None
    if name not in ("flag",):
        assert recorded(at, f"{head} zz9 zz9{dashes}{text}") is None


@pytest.mark.parametrize(
    "line",
    [
        ":outcome noted to=Council",
        ":outcome withdrawn by=elm",
        ":outcome deferred referrals=none",
        ":outcome no decision to=Council",
        ":mark 8 money=yes -- the lease would end",
        ":mark 8 budget=yes agreed=chair",
        ":declare elm 8 ref=12/3",
        ":declare elm 8 effect=stayed until=2031-05-01",
        ":appoint oak,elm seats=3",
        ':speakers as="as an objector" -- Jo Bell, Al Moss',
        ":action how=undertaking -- Write to the Board",
        ":declare elm 8 registered=no",
        ":declare elm 8 kind=personal registered=yes",
    ],
)
def test_what_would_be_recorded_and_never_printed_is_refused(line: str) -> None:
    assert recorded(evening("outcome"), line) is None


@pytest.mark.parametrize(
    ("rule", "taken"), [("V9", True), ("n8", True), ("Z9", False), ("V900", False), ("AT-02", False)]
)
def test_a_finding_is_answered_by_its_rule(rule: str, taken: bool) -> None:
    assert (recorded(evening("outcome"), f":dismiss {rule} -- It was so.") is not None) is taken


@pytest.mark.parametrize("outcome", ["deferred", "referred", "recommended", "referred up", "referred back"])
def test_where_an_outcome_goes_is_taken(outcome: str) -> None:
    assert recorded(evening("outcome"), f':outcome {outcome} to="the Board"') is not None


@pytest.mark.parametrize(
    "line",
    [":order 8+8", ":exclude items=9+9", ":takenwith 5", ":retitle 8 -- Allotment Strategy"],
)
def test_what_changes_nothing_is_refused(line: str) -> None:
    assert recorded(evening("order"), line) is None


@pytest.mark.parametrize(
    "line",
    [":order 8+7", ":exclude items=9+8", ":takenwith 7", ":detail 8 reasons", ":retitle 8 -- Plots"],
)
def test_what_changes_something_is_taken(line: str) -> None:
    assert recorded(evening("order"), line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":@8.05pm out ash", "at 8.05 pm"),
        (":@9 action reed -- Mend it", "at 9.00 pm"),
        (":adjourn 20:00", "at 8.00 pm"),
        (":mark 8 money=yes", "Also: council tax."),
        (":vote 5 4 0 of=r6 by=oak,elm", "moved by Councillor Oak, seconded Councillor Elm"),
        (":speakers seconds=90 -- Jo Bell for Al Moss", "Jo Bell for Al Moss (90 seconds)"),
        (":speakers -- Jo Bell read by Abel Vale", "Jo Bell, read by Abel Vale spoke"),
        (":advice vale -- Was it lawful?", "Advice (Mr Vale): Was it lawful?"),
        (":advice vale -- It was...", "Advice (Mr Vale): It was..."),
    ],
)
def test_the_line_before_enter_names_each_fact(line: str, said: str) -> None:
    at = evening("vote")
    made = recording(at.meeting, line, at.item)
    assert made is not None
    assert said in say_back(at.meeting, made.events)


def test_the_time_of_the_clock_goes_without_saying() -> None:
    at, now = evening("vote"), datetime(2031, 3, 12, 20, 5, 30)
    made = recording(at.meeting, ":out ash", at.item, now)
    assert made is not None
    assert "8.05" not in say_back(at.meeting, made.events, now)
    assert "8.05" in say_back(at.meeting, made.events, now + timedelta(hours=1))


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("Cllr Birch", "birch"),
        ("Cllr. P. Birch", "birch"),
        ("Councillor Petra Birch", "birch"),
        ("Ms Reed", "reed"),
        ("the Head of Parks", "reed"),
        ("Mr Reed", None),
        ("Councillor Reed", None),
        ("Ms Birch", None),
        ("Cllr", None),
        ("the Head of Nothing", None),
    ],
)
def test_a_person_is_found_by_what_they_are_called(typed: str, id_: str | None) -> None:
    people = evening("vote").meeting.people.values()
    if id_ is None:
        with pytest.raises(Unclear):
            find_person(people, typed)
    else:
        assert find_person(people, typed).id == id_


@pytest.mark.parametrize("place", ["19:30", "<e11", ">e11"])
@pytest.mark.parametrize("name", ALL)
def test_a_place_changes_what_is_recorded_or_is_refused(name: str, place: str) -> None:
    at, line = evening(name), base(VERBS[name])
    placed = recorded(at, f":@{place} {line[1:]}")
    assert placed is None or placed != recorded(at, line)


def test_a_place_beside_a_verb_that_has_none_says_what_to_do() -> None:
    for line in (":@19:30 undo e12", ":@<e11 undo e12", ":@<e11 correct e12 -- Other words."):
        with pytest.raises(Unclear, match=":move"):
            evening("undo").enter(line)
    with pytest.raises(Unclear, match=":move"):
        evening("undo").enter(":@<e11 correct e12 motion oak elm -- Other words.")
