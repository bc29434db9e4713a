"""What a line of the record is, told at a glance and without colour: a sign before it, and how it looks."""

from clerk import events as e
from clerk.events import AnyEvent
from clerk.meeting.parts import Vote
from clerk.meeting.state import Meeting

FACT = "$text-accent"
"""How a line looks that the clerk did not type as it stands."""

_SIGNS: dict[type[AnyEvent], str] = {
    e.Minuted: " ",
    e.RollCalled: "●",
    e.Arrived: "→",
    e.Left: "←",
    e.Substituted: "↔",
    e.SubstitutionEnded: "↔",
    e.Presided: "◆",
    e.Declared: "◊",
    e.MotionMoved: "?",
    e.AmendmentMoved: "?",
    e.ActionAgreed: "■",
    e.ActionReported: "■",
    e.OutcomeDeclared: "=",
    e.MinutesApproved: "=",
    e.Flagged: "!",
}
"""Of the kinds that a clerk looks for; every console font has these. All else has the dot of a fact."""

_VOTES = {
    "carried": ("√", "bold $text-success"),
    "agreed": ("√", "bold $text-success"),
    "lost": ("×", "bold $text-error"),
}
_TIED = ("=", "bold $text-warning")


def look_of(meeting: Meeting, event: AnyEvent) -> tuple[str, str, str]:
    """The sign of a line, how the sign looks, and how the line does."""
    if isinstance(event, e.VoteTaken | e.CastingVote) and (vote := meeting.votes.get(event.vote)) is not None:
        sign, look = _of_vote(vote)
        return sign, look, look
    sign = _SIGNS.get(type(event), "·")
    loud = isinstance(event, e.ActionAgreed | e.OutcomeDeclared | e.Declared | e.Flagged)
    return sign, f"bold {FACT}" if loud else "$text-muted" if sign == "·" else FACT, FACT


def _of_vote(vote: Vote) -> tuple[str, str]:
    if vote.superseded:
        return "·", "$text-muted"
    return _VOTES.get(vote.state, _TIED)
