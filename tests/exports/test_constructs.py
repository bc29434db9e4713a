"""Every construct of the catalogue: facts in by shorthand, wording out. A construct with no case fails the run."""

import re
import tomllib
from importlib import resources

import pytest

from clerk.events import Noted
from clerk.explanations import in_order
from clerk.rare import rows
from clerk.rules.explanations import rule_explanations
from clerk.shorthand.typed import as_shorthand
from clerk.shorthand.verbs import VERBS
from exports.draft import draft
from exports.examples import construct_explanations, example_of
from exports.plain import lines
from exports.style import shipped_style
from screens.desk.commands import desk_commands
from tests.exports.constructs import Case, cases, printed
from tests.support.minute import OPEN, desk, minute

IDS = construct_explanations()
CASES = cases()


def test_no_number_is_left_out() -> None:
    kinds: dict[str, list[int]] = {}
    for letters, number in map(in_order, (id_.replace("-", "") for id_ in IDS)):
        kinds.setdefault(letters, []).append(number)
    assert all(sorted(numbers) == list(range(1, len(numbers) + 1)) for numbers in kinds.values())


@pytest.mark.parametrize("construct", IDS)
def test_it_is_captured_worded_and_shown(construct: str) -> None:
    words = {key.split(".")[0] for key in shipped_style().words}
    assert construct in words, "no wording"
    captured = any(construct in verb.constructs for verb in VERBS.values())
    assert captured != bool(IDS[construct].worked_out), "a verb records it, or it says what it follows from"
    assert any(construct in case.constructs for case in CASES), "no case shows it"


@pytest.mark.parametrize("construct", IDS)
def test_it_says_what_it_is_and_prints_its_example(construct: str) -> None:
    explanation = IDS[construct]
    assert explanation.sources
    assert all(text.endswith((".", ".”")) for text in (explanation.what, *(text for _, text in explanation.sources)))
    found = example_of(explanation, construct)
    assert 1 <= len(found) <= 12
    assert not re.search(r" [,.;:]|\.\.|,\.|\{|\}", "\n".join(found))


def test_what_is_recorded_or_worded_is_explained() -> None:
    recorded = {id_ for verb in VERBS.values() for id_ in verb.constructs if "-" in id_}
    pressed = {id_ for command in desk_commands() for id_ in command.constructs}
    assert recorded | pressed <= set(IDS)


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


@pytest.mark.parametrize("row", rows().values(), ids=lambda row: row.key)
def test_a_standing_sentence_can_be_recorded_and_typed_again(row: object) -> None:
    here = desk()
    here.enter(":open 19:00")
    here.enter(":present rest")
    here.enter(":take 7")
    example = rows()[row.key].example  # type: ignore[attr-defined]
    assert example.startswith(f":{rows()[row.key].verb}")  # type: ignore[attr-defined]
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
    styles = [file for file in resources.files("exports").joinpath("styles").iterdir() if file.name.endswith(".toml")]
    assert len(styles) > 1
    # DS words the sheets that stand beside the minutes, MG the attendance list of Modern.gov.
    others = {"DS", "MG"}
    for file in styles:
        words = tomllib.loads(file.read_text(encoding="utf-8"))["words"]
        assert {key.split(".")[0] for key in words} <= set(IDS) | set(rule_explanations()) | others, file.name


@pytest.mark.parametrize(("vote", "said"), [(":vote carried", 1), (":vote 6 3 1", 0), (":vote lost", 0)])
def test_only_a_vote_that_was_declared_carried_says_so(vote: str, said: int) -> None:
    blocks = draft(minute(f"{OPEN}:take 7\n{vote}"), shipped_style()).blocks
    found = [line for block in blocks for line in lines(block)]
    assert len([line for line in found if "declared CARRIED" in line]) == said, found
