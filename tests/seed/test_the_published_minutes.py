"""The meeting of June 2019, minuted by shorthand, gives its published minutes line for line, in text and in Word."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.meeting.state import Meeting
from exports.blocks import Draft
from exports.plain import write_text
from exports.word import write_docx
from tests.journals.keep import HASHES, expected, hashed

from .comparing import RULES, WHOLE_LINES, differences, report
from .june import June

Lines = list[str]
ALL_RULES = [*(rule.name for rule in RULES), *WHOLE_LINES]


def as_text(draft: Draft) -> Lines:
    return write_text(replace(draft, status=""), tabs=True).splitlines()


def as_word(draft: Draft) -> Lines:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("reading_back", Path(__file__).parents[1] / "exports" / "reading.py")
    assert spec is not None
    assert spec.loader is not None
    reading = module_from_spec(spec)
    spec.loader.exec_module(reading)
    document = BytesIO()
    write_docx(draft, document)
    found: Lines = reading.read_back(document)
    return found


FORMS = pytest.mark.parametrize("form", [as_text, as_word])


@FORMS
def test_every_published_line_is_there_or_explained(june: June, draft: Draft, form: Callable[[Draft], Lines]) -> None:
    found = differences(form(draft), june.lines)
    print(report(found))
    assert [difference for difference in found if not difference.rules] == [], report(found)
    assert len(ALL_RULES) <= 10


@FORMS
@pytest.mark.parametrize("rule", ALL_RULES)
def test_each_rule_is_needed(june: June, draft: Draft, form: Callable[[Draft], Lines], rule: str) -> None:
    found = differences(form(draft), june.lines, without={rule})
    assert any(not difference.rules for difference in found)


def test_both_forms_say_the_same(draft: Draft) -> None:
    assert [line.strip().removeprefix("- ") for line in as_text(draft) if line.strip()] == [
        line.strip().removeprefix("- ") for line in as_word(draft)
    ]


def test_its_journal_gives_what_it_gave(meeting: Meeting) -> None:
    assert hashed("seed-by-shorthand", meeting.entries) == expected("seed-by-shorthand", HASHES).read_text(
        encoding="utf-8"
    )
