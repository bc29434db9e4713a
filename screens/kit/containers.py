"""Containers that keep out of the way of keys."""

from __future__ import annotations

from textual import events
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget


class Unheeding(Widget):
    """A container that has nothing to say to a key: it goes from what has the focus straight to the screen.

    Each stop on its way costs a key, and what `InTurn` sends after it, a turn of the loop.
    """

    def post_message(self, message: Message) -> bool:
        if isinstance(message, events.Key | events.Paste) and self.parent is not None:
            return self.parent.post_message(message)
        return super().post_message(message)


class Across(Horizontal, Unheeding):
    """Side by side."""

    # Textual takes a widget's own style from its first base alone.


class Down(Vertical, Unheeding):
    """One above the other."""
