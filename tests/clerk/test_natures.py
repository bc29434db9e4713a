"""Every event and every rare construct says its nature; this is the list of them, for whoever adds one to read."""

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from clerk.events import AnyEvent
from clerk.events.event import Event
from clerk.events.nature import Nature
from clerk.rare import decides, nature_of, rows
from clerk.rare.row import Row
from clerk.rules.checks import findings
from tests.support.minute import OPEN, minute

LIST = Path(__file__).with_name("natures.txt")


def _said(nature: Nature) -> str:
    plain = Nature(decides=nature.decides)
    own = [name for name in nature.__struct_fields__ if getattr(nature, name) != getattr(plain, name)]
    return ", ".join(
        ["decides" if nature.decides else "decides nothing"]
        + [name if getattr(nature, name) is True else f"{name}={getattr(nature, name)}" for name in own]
    )


def natures() -> str:
    """The list, a line each."""
    events = [f"{kind.__name__}: {_said(kind.nature)}" for kind in get_args(AnyEvent)]
    rare = [
        f"{key}: {_said(row.nature)}{f' (with {row.decides_with}=)' if row.decides_with else ''}"
        for key, row in rows().items()
    ]
    return "\n".join([*events, "", *rare, ""])


def test_the_list_of_natures_is_as_kept() -> None:
    """Where one is new or its nature was meant to change, read it, then `python -m tests.clerk.test_natures`."""
    assert natures() == LIST.read_text(encoding="utf-8")


def test_an_event_that_does_not_say_whether_it_decides_does_not_load() -> None:
    with pytest.raises(TypeError, match="decides"):
        Nature()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="does not say its nature"):

        class Waved(Event, frozen=True, kw_only=True, tag="Waved"):
            pass


def test_a_rare_construct_that_does_not_say_whether_it_decides_does_not_load() -> None:
    row = {"title": "Waving", "example": ":wave", "help": "Somebody waves.", "sentence": "There was waving."}
    with pytest.raises(msgspec.ValidationError, match="decides"):
        msgspec.convert(row, Row)
    assert msgspec.convert({**row, "decides": False}, Row).decides is False


def _found(script: str, rule: str) -> list[str]:
    return [finding.text for finding in findings(minute(script)) if finding.rule == rule and finding.severity == "HARD"]


@pytest.mark.parametrize(
    "decided",
    [
        ":@22:30 exclude items=9 para=3",
        ":@22:30 motion oak elm -- That it be so.\n:@22:30 vote unanimous",
        ':@22:30 award "Pond fence" by=ash amount=50',
        ':@22:30 delegate "Head of Parks" -- agree the works',
    ],
)
def test_whatever_decides_after_the_hour_is_found(decided: str) -> None:
    assert _found(f"{OPEN}:take 7\n{decided}", "T1")
    assert not _found(f"{OPEN}:take 7\n{decided.replace('22:30', '21:30')}", "T1")


def test_a_members_item_decides_only_where_it_was_agreed() -> None:
    meeting = minute(
        f"{OPEN}:take 7\n:memberitem ash -- that benches be mended\n:memberitem elm agreed=yes -- that it be so"
    )
    asked, agreed = (placed.event for placed in meeting.events[-2:])
    assert (decides(asked), decides(agreed)) == (False, True)
    assert nature_of(asked).business


if __name__ == "__main__":
    LIST.write_text(natures(), encoding="utf-8")
