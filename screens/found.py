"""What was found in all meetings, in words: for the command line and for the book."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from clerk.meeting.openly import openly
from clerk.meeting.state import Meeting
from clerk.saying.finds import sentence_of
from clerk.times import say_date
from store.errors import StoreError
from store.index.database import Found
from store.records import not_counted, record_of


class Result(NamedTuple):
    """One thing that was found: where it is, its item's number, and the sentence that stands there."""

    found: Found
    where: str
    number: str
    said: str


def worded(found: Sequence[Found], exempt: bool = False) -> tuple[list[Result], list[str]]:
    """What was found, in the order given, each meeting read once; and sentences on meetings that cannot be read. Unless
    it is `exempt`, as the public knows them."""
    meetings: dict[Path, Meeting | None] = {}
    troubles: list[str] = []
    for path in dict.fromkeys(one.path for one in found):
        try:
            record, _ = record_of(path)
        except (StoreError, msgspec.MsgspecError, OSError):
            record = None
        if record is None:
            troubles.append(not_counted(path.stem))
        meetings[path] = None if record is None else record.meeting if exempt else openly(record.meeting)
    return [_result(one, meeting) for one in found if (meeting := meetings[one.path]) is not None], troubles


def _result(one: Found, meeting: Meeting) -> Result:
    item = meeting.items.get(one.item)
    number = item.number.rstrip(".") if item is not None else ""
    where = f"{say_date(date.fromisoformat(one.day))} · {one.body}" + (f" · item {number}" if number else "")
    return Result(one, where, number, sentence_of(meeting, one.event, one.item) or _person(meeting, one.person))


def _person(meeting: Meeting, id_: str) -> str:
    person = meeting.people.get(id_)
    return ", ".join(filter(None, (person.formal, person.post, person.group))) if person is not None else ""
