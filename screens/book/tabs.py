"""The views of the book, side by side."""

from __future__ import annotations

from pathlib import Path

from screens.book.overviews import attendance, interests, tomorrow
from screens.book.views import View, actions, bodies, found, meetings, people


def views(home: Path) -> list[View]:
    """All views, in the order of their keys."""
    return [
        View("Meetings", lambda words, told: meetings(), "There is no meeting yet: clerk new FILE makes one."),
        View("Tomorrow", lambda words, told: tomorrow(home, told), "Nothing is left to do that the rules know of."),
        View("Actions", lambda words, told: actions(home, told), "Nothing is to be done."),
        View(
            "Find",
            lambda words, told: found(home, words, told),
            "Type words: decisions, motions, paragraphs, titles, people.",
            True,
        ),
        View("Attendance", lambda words, told: attendance(home, told), "No meeting was held yet."),
        View("Interests", lambda words, told: interests(home, told), "No interest was declared at a meeting."),
        View("People", lambda words, told: people(home), "Nobody is known yet."),
        View("Bodies", lambda words, told: bodies(home), "No body is known yet."),
    ]
