"""Every construct of the catalogue: facts in by shorthand, wording out. A construct with no case fails the run."""

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from clerk.events import Noted
from clerk.standing import STANDING
from clerk.verbs import VERBS
from clerk.verbs.typing import as_shorthand
from exports.style import shipped_style
from tests.exports.constructs import Case, cases, printed
from tests.support.minute import desk

IDS = Path(__file__).with_name("constructs.ids").read_text(encoding="utf-8").split()
CATALOGUE = Path(__file__).parents[3] / "shared" / "reference" / "constructs.md"
CASES = cases()

# What no verb names, because it follows from other facts: who came and who did not, what stands in the papers.
DERIVED = {"FM-01", "FM-03", "FM-05", "AT-05", "AT-06", "AT-11"}


def test_the_list_of_constructs_is_the_catalogue_s() -> None:
    assert len(IDS) == len(set(IDS)) == 177
    if not CATALOGUE.is_file():
        pytest.skip("the catalogue is not here")
    kinds = "|".join(sorted({id_.split("-")[0] for id_ in IDS}))
    found = re.findall(rf"\b(?:{kinds})-[0-9]{{2}}\b", CATALOGUE.read_text(encoding="utf-8"))
    assert sorted(set(found)) == sorted(IDS)


@pytest.mark.parametrize("construct", IDS)
def test_it_is_captured_worded_and_shown(construct: str) -> None:
    words = {key.split(".")[0] for key in shipped_style().words}
    assert construct in words, "no wording"
    captured = {id_ for verb in VERBS.values() for id_ in verb.constructs} | DERIVED
    assert construct in captured, "no verb records it"
    assert any(construct in case.constructs for case in CASES), "no case shows it"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{'+'.join(case.constructs)} {case.where}")
def test_facts_in_wording_out(case: Case) -> None:
    assert case.expected, "a case expects something"
    found, constructs = printed(case)
    for line in case.expected:
        assert line in found, f"{case.where}: not printed: {line}\n" + "\n".join(found)
    assert set(case.constructs) <= constructs
    text = "\n".join(found)
    assert not re.search(r" [,.;:]|\.\.|,\.|\bNone\b(?!\.)|\{|\}| {2}(?=[a-z])", _sentences(found)), text


def _sentences(found: list[str]) -> str:
    """The lines that are sentences: what is set in columns has its own spaces."""
    return "\n".join(line for line in found if line.endswith((".", ":")) and "   " not in line)


@pytest.mark.parametrize("row", STANDING.values(), ids=lambda row: row.key)
def test_a_standing_sentence_can_be_recorded_and_typed_again(row: object) -> None:
    here = desk()
    here.enter(":open 19:00")
    here.enter(":present rest")
    here.enter(":take 8")
    example = STANDING[row.key].example  # type: ignore[attr-defined]
    assert example.startswith(f":{STANDING[row.key].verb}")  # type: ignore[attr-defined]
    here.enter(_with_these_people(example))
    placed = next(p for p in reversed(here.meeting.events) if isinstance(p.event, Noted))
    again = desk()
    again.meeting = here.meeting
    again.item = here.item
    again.enter(f":{as_shorthand(here.meeting, placed)}")
    repeated = next(p for p in reversed(again.meeting.events) if isinstance(p.event, Noted))
    assert isinstance(placed.event, Noted)
    assert isinstance(repeated.event, Noted)
    assert (repeated.event.facts, repeated.event.text) == (placed.event.facts, placed.event.text)


def _with_these_people(example: str) -> str:
    return re.sub(r"items=14", "items=9", example)


def test_wordings_are_of_constructs() -> None:
    text = resources.files("exports").joinpath("styles", "barnet.toml").read_text(encoding="utf-8")
    unknown = {key.split(".")[0] for key in tomllib.loads(text)["words"]} - set(IDS)
    assert unknown == {"N3"}
