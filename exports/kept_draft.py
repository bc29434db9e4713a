"""A draft kept for ever, as published or approved: blocks and words, so that every form can be made of it again."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from exports.blocks import Draft
from exports.plain import write_text

VERSION = 1
"""The newest form of a kept draft that this program writes and reads."""


class KeptDraft(Struct, frozen=True):
    """What a file of kept minutes holds: whose they are, what wrote them up and when of the record, the draft, and its
    text for a person who has only the file."""

    clerk: str
    version: int
    meeting: str
    style: str
    program: str
    entries: int
    text: str
    draft: Draft


class CannotReadKept(ValueError):
    """A kept text is in a form that this program does not know; the message is a sentence."""


def kept(draft: Draft, meeting: str, style: str, program: str, entries: int) -> bytes:
    """A draft as it is kept; `meeting` is the record's id, `entries` how many it had."""
    whole = KeptDraft("minutes", VERSION, meeting, style, program, entries, write_text(draft), draft)
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def read(data: bytes) -> KeptDraft:
    """The draft that was kept. Raises CannotReadKept."""
    try:
        version = msgspec.json.decode(data, type=_Version).version
        if version > VERSION:
            raise CannotReadKept(
                f"These minutes were kept by a newer clerk (form {version}; this one reads up to {VERSION}). "
                "Update to write them."
            )
        return msgspec.json.decode(data, type=KeptDraft)
    except msgspec.MsgspecError as error:
        raise CannotReadKept(f"The minutes that were kept cannot be read: {error}.") from error


class _Version(Struct):
    version: int
