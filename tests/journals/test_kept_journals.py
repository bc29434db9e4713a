"""Journals of released programs give today what they gave when they were read last."""

import msgspec
import pytest

from clerk.events import AnyEvent
from tests.journals.form import form
from tests.journals.keep import FOLDER, expected, given, kept, known_form, missing, parts_of
from tests.meetings.holding import NAMES


@pytest.mark.parametrize("name", kept())
def test_a_kept_journal_gives_what_it_gave(name: str) -> None:
    """Where it was meant to change: `python -m tests.journals.keep`, and say line by line in the commit what did."""
    for what, text in given(FOLDER / f"{name}.journal").items():
        assert text == expected(name, what).read_text(encoding="utf-8"), what


def test_every_whole_meeting_is_kept() -> None:
    assert set(NAMES) <= set(kept())


def test_between_them_they_hold_every_event_with_every_field_set() -> None:
    """Where one is missing, the program has learnt a new one: keep another journal that holds it, never change one."""
    assert missing() == []


def test_nothing_of_the_form_is_gone_or_means_another_thing() -> None:
    """No tag, field or word is taken away, renamed or retyped, and no default changed: journals hold it for ever."""
    assert sorted(set(known_form()) - set(form())) == []


def test_what_is_new_in_the_form_is_kept_from_now_on() -> None:
    """`python -m tests.journals.keep` writes it down. A field that is added has a default."""
    assert sorted(set(form()) - set(known_form())) == []


@pytest.mark.parametrize("part", sorted(parts_of(AnyEvent), key=lambda part: part.__name__))
def test_a_field_that_is_not_known_is_refused(part: type[msgspec.Struct]) -> None:
    assert part.__struct_config__.forbid_unknown_fields
