"""One key at a time."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any, TypeVar

from textual import events
from textual.app import App, ScreenError
from textual.dom import DOMNode

from screens.kit.containers import Unheeding

ReturnT = TypeVar("ReturnT")

LONGEST = 2.0
"""Seconds after which a key that has not come to rest no longer holds up the next one."""


class InTurn(App[ReturnT]):
    """An app in which a key takes its effect before the next one is looked at.

    Textual sends each key at once to whatever has the focus, and acts on it later. When keys arrive together (fast
    typing, a busy machine), those after one that moves the focus go to the wrong place: at home, the letters of a
    sentence would run as commands. Here each waits until the one before has travelled its whole way, and so have the
    messages it caused.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keys_waiting: deque[events.Event] = deque()
        self._key_limit: asyncio.TimerHandle | None = None
        """Set while a key is on its way."""
        self._keys_held = False

    def hold_keys(self) -> None:
        """Keys wait until `let_keys_go`; for a screen that is not yet all there."""
        self._keys_held = True

    def let_keys_go(self) -> None:
        """Keys that were held take their turn, one after another."""
        self._keys_held = False
        if self._key_limit is None and self._keys_waiting:
            self.call_later(self._take_next)

    async def on_event(self, event: events.Event) -> None:
        if event.is_forwarded or not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        if self._keys_held or self._key_limit is not None or self._keys_waiting:
            # Also between one key's rest and the next one's turn: what comes just then must not go first.
            self._keys_waiting.append(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Event) -> None:
        """Handle a key as Textual does, and send a follower after it to tell when it has come to rest."""
        self._key_limit = limit = asyncio.get_running_loop().call_later(LONGEST, self._at_rest)
        try:
            target = self.key_target()
            await super().on_event(event)
        except BaseException:
            self._forget(limit)
            raise
        Follower(self, limit).follow(target)

    def at_rest(self, limit: asyncio.TimerHandle) -> None:
        """A key has come to rest: the next one takes its turn."""
        if self._key_limit is limit:
            self._at_rest()

    def key_target(self) -> DOMNode:
        """Where a key would go first."""
        try:
            return self.focused or self.screen
        except ScreenError:
            return self

    def _at_rest(self) -> None:
        self._forget(self._key_limit)
        if self._keys_waiting:
            self.call_later(self._take_next)

    async def _take_next(self) -> None:
        if self._keys_waiting and self._key_limit is None and not self._keys_held:
            await self._take(self._keys_waiting.popleft())

    def _forget(self, limit: asyncio.TimerHandle | None) -> None:
        if limit is not None:
            limit.cancel()
        self._key_limit = None


class Follower:
    """Goes the way of one key: once behind the key, and once behind the messages that it made its target post."""

    def __init__(self, app: InTurn[Any], limit: asyncio.TimerHandle) -> None:
        self._app = app
        self._limit = limit
        self._node: DOMNode | None = None
        self._rounds = 2

    def follow(self, node: DOMNode | None) -> None:
        """Queue behind the key at `node` and then at each of its parents in turn, as the key itself bubbles."""
        while isinstance(node, Unheeding):
            node = node.parent
        # Posted as they are: Textual's `call_later` reads the signature of what it is given anew at every call.
        if node is not None and node is not self._app:
            self._node = node
            if node.post_message(events.Callback(self._up)):
                return
        self._rounds -= 1
        self._app.post_message(events.Callback(self._again if self._rounds else self._arrived))

    def _up(self) -> None:
        if self._node is not None:
            self.follow(self._node.parent)

    def _again(self) -> None:
        self.follow(self._app.key_target())

    def _arrived(self) -> None:
        self._app.at_rest(self._limit)
