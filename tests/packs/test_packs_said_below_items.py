"""What stands below an item, or in its title: whose the recommendation is, and motions on notice in parts; and a place
with those who join from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.packs import Pack

Found = Callable[..., Pack]
HEAD = "ELDERWICK TOWN COUNCIL\n\n{when}\n\nMembers\nCllr Ann Oak (Chair)\nCllr Bob Elm\n\nAGENDA\n\n1. Apologies\n"
WHEN = "Tuesday, 12 May 2026 at 6.30 pm\n\nVenue: Memorial Hall, Elderwick"


@pytest.mark.parametrize(
    "asked",
    [
        "Recommendation of the Clerk: {}",
        "Recommendation of the Finance Committee\n   {}",
        "Recommendations from the Working Group: {}",
        "Clerk's recommendation: {}",
        "Officer recommendation: {}",
        "The Finance Working Party’s recommendation - {}",
        "Recommended by the Staffing Committee: {}",
        "Town Clerk’s Recommendation:\n   {}",
    ],
)
def test_whosever_recommendation_it_is(asked: str, found: Found) -> None:
    words = "That the Council set its precept."
    pack = found(HEAD.format(when=WHEN) + f"2. Precept\n   {asked.format(words)}\n3. Date of next meeting\n")
    assert pack.meeting.of("item")[1].get("recommendations") == words


@pytest.mark.parametrize(
    ("part", "mover", "seconder"),
    [
        ("Cllr Ann Oak: “That the lamps be lit.”", "Ann Oak", ""),
        ("Cllr Ann Oak: That the lamps be lit.", "Ann Oak", ""),
        ('To be moved by Cllr Bob Elm: "That the lamps be lit."', "Bob Elm", ""),
        ("Proposed by Cllr Ann Oak, seconded by Cllr Bob Elm: That the lamps be lit.", "Ann Oak", "Bob Elm"),
        ("Cllr Ann Oak (seconded by Cllr Bob Elm) – That the lamps be lit.", "Ann Oak", "Bob Elm"),
    ],
)
@pytest.mark.parametrize("whole", [False, True])
def test_a_motion_in_a_title(part: str, mover: str, seconder: str, whole: bool, found: Found) -> None:
    lines = f"3. Notice of motion: {part}\n" if whole else f"3. Notices of motion and leases\n   (a) {part}\n"
    lines = f"2. Ponds\n{lines}" + ("" if whole else "   (b) Rugby Club: renewal of the lease\n")
    pack = found(HEAD.format(when=WHEN) + lines + "4. Date of next meeting\n")
    own = next(one for one in pack.meeting.of("item") if one.get("motion"))
    assert [own.get(name) for name in ("motion", "mover", "seconder")] == ["That the lamps be lit.", mover, seconder]
    assert "That" not in own.get("title")
    if not whole:
        assert pack.meeting.of("item")[-2].get("title") == "Rugby Club: renewal of the lease"
        assert not pack.meeting.of("item")[-2].get("motion")


@pytest.mark.parametrize(
    "when",
    [
        "Notice is given of a meeting of the Town Council on Tuesday 12 May 2026 at 6.30 pm\n"
        "at Memorial Hall, Chapel Road, and by Zoom (multi-location meeting; members on Zoom may\nspeak and vote).",
        "A meeting of the Town Council will be held at Memorial Hall, Chapel Road (members joining by Teams may vote) "
        "on Tuesday 12 May 2026 at 6.30 pm.",
        "Tuesday 12 May 2026 at 6.30 pm\nat Memorial Hall, Chapel Road (hybrid; the public may attend by Zoom)",
    ],
)
def test_the_place_is_the_hall(when: str, found: Found) -> None:
    pack = found(HEAD.format(when=when) + "2. Ponds\n3. Date of next meeting\n")
    assert pack.meeting.get("venue").startswith("Memorial Hall, Chapel Road")
    assert "(" not in pack.meeting.get("venue")


@pytest.mark.parametrize(
    "place",
    [
        "Memorial Hall, Elderwick and by Zoom",
        "Memorial Hall, Elderwick, and online",
        "Memorial Hall, Elderwick (hybrid)",
        "Memorial Hall, Elderwick and via Microsoft Teams",
        "Memorial Hall, Elderwick and remotely via Teams",
    ],
)
@pytest.mark.parametrize(
    "when",
    [
        "Tuesday 12 May 2026 at 6.30 pm\n{}",
        "Tuesday 12 May 2026 at 6.30 pm in the {}",
        "A meeting of the Town Council will be held in the {} on Tuesday 12 May 2026 at 6.30 pm.",
        "You are summoned to a meeting of the Town Council to be held on Tuesday 12 May 2026 at 6.30 pm in the {}.",
        "Date: 12 May 2026\nTime: 6.30 pm\nVenue: {}",
    ],
)
def test_a_place_and_a_link_to_it(place: str, when: str, found: Found) -> None:
    pack = found(HEAD.format(when=when.format(place)) + "2. Ponds\n3. Date of next meeting\n")
    assert pack.meeting.get("venue") == place


def test_a_link_behind_the_hour(found: Found) -> None:
    when = "A meeting will be held in the Memorial Hall, Elderwick on Tuesday 12 May 2026 at 6.30 pm and via MS Teams."
    pack = found(HEAD.format(when=when) + "2. Ponds\n3. Date of next meeting\n")
    assert pack.meeting.get("venue") == "Memorial Hall, Elderwick and via MS Teams"


def test_what_is_said_beside_a_place_is_told(found: Found) -> None:
    when = WHEN + " (members on Zoom may speak and vote)"
    pack = found(HEAD.format(when=when) + "2. Ponds\n3. Date of next meeting\n")
    assert pack.meeting.get("venue") == "Memorial Hall, Elderwick"
    assert "members on Zoom may speak and vote" in pack.meeting.facts["venue"].doubt


@pytest.mark.parametrize(
    ("by", "mover", "seconder", "told"),
    [
        ("Proposed by Councillors Ann Oak and Bob Elm", "Ann Oak", "", "Ann Oak and Bob Elm"),
        ("Proposed jointly by Cllr Ann Oak and Cllr Bob Elm", "Ann Oak", "", "Ann Oak and Bob Elm"),
        ("Jointly proposed by Cllrs Oak and Elm, seconded by Cllr Ash", "Oak", "Ash", "Oak and Elm"),
        (
            "In the joint names of Councillors Ann Oak, Bob Elm and Cat Ash",
            "Ann Oak",
            "",
            "Ann Oak, Bob Elm and Cat Ash",
        ),
        ("Councillors Ann Oak and Bob Elm will move:", "Ann Oak", "", "Ann Oak and Bob Elm"),
        ("Moved by Cllr Ann Oak, seconded by Cllrs Bob Elm and Cat Ash", "Ann Oak", "Bob Elm", "Bob Elm and Cat Ash"),
        ("Moved by Cllr Ann Oak, Cllr Bob Elm to second", "Ann Oak", "Bob Elm", ""),
        ("Moved by Cllr Ann Oak and seconded by Cllr Bob Elm", "Ann Oak", "Bob Elm", ""),
    ],
)
@pytest.mark.parametrize("between", ["\n", ": "])
def test_several_who_move(by: str, mover: str, seconder: str, told: str, between: str, found: Found) -> None:
    words = "“That this Council notes the decline of hedgehogs.”"
    between = "\n" if by.endswith(":") else between
    pack = found(HEAD.format(when=WHEN) + f"2. Ponds\n3. Motion: Hedgehogs\n{by}{between}{words}\n4. Close\n")
    own = pack.meeting.of("item")[2]
    assert [own.get(name) for name in ("motion", "mover", "seconder")] == [words.strip("“”"), mover, seconder]
    assert told in " ".join(own.facts[name].doubt for name in ("mover", "seconder") if name in own.facts)
