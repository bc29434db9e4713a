"""Profiles: chosen by council and day, recorded with the meeting, refused with file, key and reason."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import clerk
from clerk.calendar import public_deadline
from clerk.meeting.quorum import needed
from clerk.rules.checks import findings, profile_of
from clerk.rules.live import time_left
from clerk.rules.public import public_time
from clerk.setup.convening import CannotConvene
from clerk.setup.profile import Profiles, load, shipped
from clerk.setup.settings import KEYS, LAW, Profile, kept, recorded
from tests.rules.halls import OPEN, Decision, before, hall, held, judged, of, past

HERE = Path(__file__).parent
THORNMERE = (HERE / "thornmere" / "thornmere-2030.toml").read_text(encoding="utf-8")
DAY = date(2031, 3, 12)


def thornmere() -> Profiles:
    return load({"thornmere-2030.toml": THORNMERE})


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2010, 1, 1), "barnet-before-2014"),
        (date(2014, 6, 1), "barnet-before-2014"),
        (date(2014, 6, 2), "barnet-2014"),
        (date(2019, 7, 31), "barnet-2014"),
        (date(2019, 8, 1), "barnet-2019"),
        (date(2022, 7, 31), "barnet-2019"),
        (date(2022, 8, 1), "barnet-2022"),
        (date(2023, 5, 22), "barnet-2022"),
        (date(2023, 5, 23), "barnet-2023"),
        (date(2031, 1, 1), "barnet-2023"),
    ],
)
def test_the_day_chooses(day: date, name: str) -> None:
    assert shipped().choose("barnet", day).name == name


def test_the_shipped_profiles_are_taken() -> None:
    assert shipped().refused == ()
    assert len(shipped().names) == 10


def test_what_changed_from_one_to_the_next() -> None:
    of_2014, of_2019, of_2022, of_2023 = (
        shipped().choose(name, DAY) for name in ("barnet-2014", "barnet-2019", "barnet-2022", "barnet-2023")
    )
    assert (of_2014.public_per_item, of_2019.public_per_item, of_2022.public_per_item) == (None, 2, None)
    assert (of_2019.public_per_person_item, of_2019.public_words) == (1, 100)
    assert [p.governance for p in (of_2014, of_2022, of_2023)] == ["committee", "committee", "executive"]
    assert (of_2022.callin_enabled, of_2023.callin_enabled) == (False, True)
    assert "other" in of_2022.code_kinds
    assert "other" not in of_2014.code_kinds


def test_what_no_source_gives_is_unset() -> None:
    for name in shipped().names:
        profile = shipped().choose(name, DAY)
        assert profile.quorum_start_grace_minutes is None
        assert profile.substitutes_notice_minutes is None
        assert profile.division_committee_min is None
        assert profile.referral_min_members is None
        assert profile.callin_days is None
        assert profile.callin_signatories is None
        assert profile.previous_decisions_signatories is None
    old = shipped().choose("barnet-before-2014", DAY)
    assert (old.public_deadline, old.time_guillotine, old.members_items_clear_working_days) == (None, None, None)


@pytest.mark.parametrize(
    ("body", "kind", "extends", "presence"),
    [
        ("Community Leadership and Libraries Committee", "committee", False, False),
        ("Hendon Area Planning Committee", "planning", True, True),
        ("Planning Committee", "planning", True, True),
        ("Strategic Planning Committee", "planning", False, True),
        ("Licensing Sub-Committee", "licensing", False, True),
        ("Pensions Sub-Committee", "sub-committee", False, False),
        ("Council", "council", True, False),
        ("Health Overview and Scrutiny Committee", "scrutiny", False, False),
    ],
)
def test_bodies_have_settings_of_their_own(body: str, kind: str, extends: bool, presence: bool) -> None:
    profile = shipped().choose("barnet", date(2018, 1, 1), body)
    assert (profile.body_kind, profile.time_may_extend, profile.body_full_presence) == (kind, extends, presence)


def test_it_is_recorded_with_the_meeting() -> None:
    setup = hall(settings={"public.total_minutes": 20, "referral": {"min_members": 4}})
    assert setup.profile == "barnet-2014"
    assert setup.settings["public.total_minutes"] == 20
    assert setup.settings["referral.min_members"] == 4
    assert "quorum.start_grace_minutes" not in setup.settings
    meeting = held(OPEN, setup)
    assert meeting.profile == recorded(setup.profile, setup.settings)
    assert profile_of(meeting) == meeting.profile
    assert kept(meeting.profile) == setup.settings


def test_a_meeting_recorded_before_there_were_profiles_goes_by_its_day() -> None:
    from msgspec.structs import replace

    meeting = held(OPEN, replace(hall(day=date(2019, 11, 20)), profile="", settings={}))
    assert meeting.profile == Profile()
    assert profile_of(meeting).name == "barnet-2019"
    assert findings(meeting) == findings(meeting, profile_of(meeting))


def test_settings_of_a_newer_version_are_left_alone() -> None:
    profile = recorded("x", {"public.total_minutes": 20, "public.rockets": 3, "body.quorum": "four"})
    assert profile.public_total_minutes == 20
    assert profile.body_quorum is None


def test_another_council_is_another_file() -> None:
    setup = hall(12, day=DAY, quorum=None, profile="thornmere", profiles=thornmere())
    meeting = held(OPEN + "\n".join(f":submitted on=6 -- Sam {x}ord" for x in "ABCD"), setup)
    profile = meeting.profile
    assert profile.name == "thornmere-2030"
    assert needed(meeting) == 4
    assert public_deadline(profile, DAY) == datetime(2031, 3, 10, 12)
    assert (public_time(meeting, profile).registered, public_time(meeting, profile).fit) == (4, 3)
    left = time_left(meeting, profile, datetime(2031, 3, 12, 21, 20))
    assert left is not None
    assert (left.minutes, left.may_extend) == (10, True)
    assert of(judged(meeting), "PP3")


@pytest.mark.parametrize(
    ("script", "rule", "here", "there"),
    [
        (":sub maple for=cedar", "AP6", 1, 0),
        (":take 6\n:motion cedar -- That it be so.\n:vote unanimous", "M3", 1, 0),
        (":declare cedar 7 kind=dpi\n:take 7", "D4", 1, 0),
        (":take 6\n:@21:40 vote unanimous", "T1 HARD", 0, 1),
        (":exclude items=9 para=3 weighed=yes", "X2", 0, 1),
        (":exclude items=9 para=14 weighed=yes", "X2", 1, 0),
        (":take 6\n:vote 6 4 0\n:outcome referred to=Council by=cedar,elm,fir", "R1", 1, 0),
        (":take 6\n:division elm,fir\n:vote named rest=for", "V13", 1, 0),
    ],
)
def test_nothing_of_barnet_is_in_the_rules(script: str, rule: str, here: int, there: int) -> None:
    barnet = held(OPEN + script, hall(day=date(2022, 12, 1)))
    other = held(OPEN + script, hall(day=DAY, profile="thornmere", profiles=thornmere()))
    assert bool(of(judged(barnet), *rule.split())) is bool(here)
    assert bool(of(judged(other), *rule.split())) is bool(there)


def test_barnet_is_named_only_as_the_default() -> None:
    for file in Path(clerk.__file__).parent.rglob("*.py"):
        if file.name == "law.py":
            # Here it is told from papers whose law a body goes by, Barnet's among others.
            continue
        code = re.sub(r'"""[\s\S]*?"""', "", file.read_text(encoding="utf-8"))
        named = [line for line in code.splitlines() if "barnet" in line.lower()]
        allowed = [line for line in named if line.strip().startswith(("#", "BEFORE", "style: str"))]
        known = [line for line in named if '"X8"' in line or "house style" in line.lower() or "title" in line]
        assert set(named) <= {*allowed, *known}, file.name


def refusal(text: str, file: str = "mine.toml") -> tuple[str, str, str]:
    """Why a user's own profile is refused: file, key, reason; and the shipped ones are all there."""
    profiles = load({file: text})
    (refused,) = profiles.refused
    assert profiles.names == shipped().names
    assert profiles.choose("barnet", date(2019, 6, 11)) == shipped().choose("barnet", date(2019, 6, 11))
    return refused.file, refused.key, refused.reason


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("of = ", "", "this is not TOML: Invalid value (at end of document)."),
        ("of = " + "[" * 9_000, "", "this is not TOML: its lists stand in lists too deep to be read."),
        (".".join("a" * 90) + " = 1", "", "this is not TOML: a key in it has more parts than any key has."),
        ("public.total_minutes = 20", "of", "does not say whose profile this is."),
        (
            'of = "x"\npublic.total_minuts = 20',
            "public.total_minuts",
            "there is no such setting. Nearest: public.total",
        ),
        (
            'of = "x"\npublic.total_minutes = "long"',
            "public.total_minutes",
            "should be a whole number, not words in quotes.",
        ),
        ('of = "x"\npublic.total_minutes = -5', "public.total_minutes", "-5 is less than nothing."),
        ('of = "x"\nbody.quorum = 12\nbody.seats = 10', "body.quorum", "12 is more than the seats, 10."),
        (
            'of = "x"\npublic.per_item = 1\npublic.per_person_item = 2',
            "public.per_person_item",
            "2 is more than public.per_item, 1.",
        ),
        (
            'of = "x"\ntime.guillotine = "22:00"\ntime.extend_to = "21:30"',
            "time.extend_to",
            "21:30 is not after time.guillotine, 22:00.",
        ),
        ('of = "x"\ntime.guillotine = "late"', "time.guillotine", "“late” is not a time. Type it as 19:05 or 7.05pm."),
        (
            'of = "x"\ntime.may_extend = true',
            "time.may_extend",
            "says that time may be extended, but time.extend_to does not",
        ),
        (
            'of = "x"\nvote.majority = "two thirds"',
            "vote.majority",
            "cannot be set: it is law, and the same everywhere (V1).",
        ),
        (
            'of = "x"\nfrom = 2020-01-01\nuntil = 2019-01-01',
            "until",
            "1 January 2019 is before “from”, 1 January 2020.",
        ),
        ('of = "x"\nfrom = "soon"', "from", "“soon” is not a date. Write it as 2019-08-01."),
        (
            'of = "x"\nbased_on = "barnet-before"',
            "based_on",
            "there is no profile “barnet-before” to base this on. Nearest: barnet-before-2014.",
        ),
        ('of = "x"\nunset = ["public.word"]', "unset", "there is no setting “public.word”. Nearest: public.words."),
        ('of = "x"\nunset = 3', "unset", "should be a list of words in quotes."),
        ('of = "x"\nbodies = 3', "bodies", "should be tables: [[bodies]]."),
        ('of = "x"\n[[bodies]]\nbody.seats = 3', "bodies", "one of them has no “names”."),
        (
            'of = "x"\n[[bodies]]\nnames = ["a"]\nbody.seets = 3',
            "body.seets",
            "in bodies (a): there is no such setting. Nearest",
        ),
        (
            'of = "x"\nbody.seats = 3\n[[bodies]]\nnames = ["a"]\nbody.quorum = 5',
            "body.quorum",
            "5 is more than the seats, 3.",
        ),
        (
            'of = "x"\nremote.windows = [{from = 2020-05-01, until = 2020-04-01}]',
            "remote.windows",
            "ends on 1 April 2020, before it begins.",
        ),
        ('of = "barnet"\nfrom = 2021-01-01', "from", "its days overlap those of barnet-2019."),
    ],
)
def test_a_profile_that_cannot_be_right_is_refused(text: str, key: str, reason: str) -> None:
    file, at, why = refusal(text)
    assert (file, at) == ("mine.toml", key)
    assert why.startswith(reason)


@pytest.mark.parametrize("key", sorted(LAW))
def test_law_cannot_be_set(key: str) -> None:
    assert refusal(f'of = "x"\n"{key}" = true')[1] == key
    with pytest.raises(CannotConvene, match=rf"“{key}”.*{LAW[key]}"):
        hall(settings={key: False})


def test_ones_own_file_stands_in_place_of_the_shipped_one_of_its_name() -> None:
    own = 'of = "barnet"\nfrom = 2023-05-23\ncallin.days = 5\ncallin.enabled = true'
    profiles = load({"barnet-2023.toml": own})
    assert profiles.refused == ()
    assert profiles.choose("barnet", DAY).callin_days == 5
    broken = load({"barnet-2023.toml": own + "\nx = 1"})
    assert [str(refused) for refused in broken.refused] == ["barnet-2023.toml, “x”: there is no such setting."]
    assert broken.choose("barnet", DAY) == shipped().choose("barnet", DAY)


def test_a_base_that_is_refused_takes_what_is_based_on_it_along() -> None:
    profiles = load({"a.toml": 'of = "x"\nbad = 1', "b.toml": 'based_on = "a"'})
    assert [refused.file for refused in profiles.refused] == ["a.toml", "b.toml"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"profile": "barnett"}, "“profile”: there is no “barnett”. Nearest: barnet."),
        ({"settings": {"public.totl": 3}}, "In settings, “public.totl”: there is no such setting."),
        ({"settings": {"body.quorum": 11}}, "In settings, “body.quorum”: 11 is more than the seats, 10."),
    ],
)
def test_a_meeting_is_told_what_is_wrong_with_its_settings(more: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CannotConvene) as error:
        hall(**more)
    assert error.value.faults[0].startswith(sentence)


def test_outside_every_profile_nothing_is_set() -> None:
    setup = hall(day=date(2001, 1, 1), profile="thornmere", profiles=thornmere())
    assert setup.profile == ""
    assert held(OPEN, setup).profile.public_deadline is None


def test_every_setting_has_a_key_with_a_dot() -> None:
    assert all("." in key for key in KEYS if key != "governance")
    assert set(KEYS) & set(LAW) == set()


EXECUTIVE = {"body.kind": "executive", "governance": "executive", "callin.enabled": True, "callin.days": 5}


def test_under_a_committee_system_nothing_is_called_in() -> None:
    script = f"{OPEN}:take 6\n:vote unanimous\n:take 7"
    assert of(judged(held(script, hall(settings=EXECUTIVE))), "CI1")
    assert not of(judged(held(script, hall(settings={**EXECUTIVE, "governance": "committee"}))), "CI1")


def test_every_setting_is_read_by_some_rule() -> None:
    rooms = Path(clerk.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in rooms.rglob("*.py") if path.name != "settings.py")
    own = (rooms / "setup" / "settings.py").read_text(encoding="utf-8")
    # What is only printed is read by what writes it up.
    printed = "\n".join(path.read_text(encoding="utf-8") for path in (rooms.parent / "exports").rglob("*.py"))
    idle = {key for key, name in KEYS.items() if not re.search(rf"\.{name}\b", code + own + printed)}
    assert idle == set()


@pytest.mark.parametrize(
    ("settings", "script", "rule", "said"),
    [
        ({"time.unreached": "written"}, ":close 21:00", "T3", "(=): what is not reached is answered in writing."),
        (
            {"time.unreached": "next_meeting"},
            ":close 21:00",
            "T3",
            "(=): what is not reached goes to the next meeting.",
        ),
        (
            {
                "body.kind": "executive",
                "governance": "executive",
                "callin.enabled": True,
                "callin.days": 5,
                "callin.signatories": 7,
            },
            ":take 6\n:vote unanimous\n:reasons alternatives=none -- It is the best.\n:take 7",
            "CI1",
            "may be called in by 7 members through ",
        ),
        (
            {"previous_decisions.months": 6, "previous_decisions.signatories": 10},
            ":take 6\n:motion cedar birch -- That the boathouse be sold.",
            "M23",
            "wants notice by 10 members.",
        ),
    ],
)
def test_a_setting_is_said_where_it_matters(settings: dict[str, Any], script: str, rule: str, said: str) -> None:
    lately = before(past(date(2019, 3, 7), decisions=(Decision("That the boathouse be sold.", True),)))
    found = of(judged(held(OPEN + script, hall(settings=settings)), lately), rule)
    assert found
    assert said in f"{found[0].text} {found[0].remedy}"
