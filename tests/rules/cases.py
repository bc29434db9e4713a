"""A case: something that a rule finds, beside the same without it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from clerk.events import AnyEvent
from clerk.findings import Finding
from clerk.history import History
from tests.rules.halls import OPEN, hall, held, judged, of


class Case(NamedTuple):
    """`bad` is found by the rule, `good` is not. Both begin with the meeting open and everyone there, unless `plain`.

    `at` are fields of the hall, `good_at` those that differ for the good one; the same of events and history.
    """

    rule: str
    severity: str
    bad: str = ""
    good: str = ""
    at: Mapping[str, Any] = {}
    good_at: Mapping[str, Any] | None = None
    plain: bool = False
    events: tuple[AnyEvent, ...] = ()
    good_events: tuple[AnyEvent, ...] = ()
    history: History | None = None
    good_history: History | None = None

    @property
    def name(self) -> str:
        return f"{self.rule}-{self.severity}"

    def found(self) -> list[Finding]:
        """What the rule finds in the bad one."""
        return self._judged(self.bad, self.at, self.events, self.history)

    def found_in_good(self) -> list[Finding]:
        """What the rule finds in the good one."""
        at = self.at if self.good_at is None else {**self.at, **self.good_at}
        return self._judged(self.good, at, self.good_events, self.good_history or self.history)

    def _judged(
        self, script: str, at: Mapping[str, Any], events: tuple[AnyEvent, ...], history: History | None
    ) -> list[Finding]:
        meeting = held(script if self.plain else OPEN + script, hall(**at), *events)
        return of(judged(meeting, history), self.rule, self.severity)
