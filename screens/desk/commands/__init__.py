"""The desk's command table: one class a command, from which come keys, key bar, palette, help and the README."""

from clerk.meeting.motions import newest_shown
from clerk.meeting.state import Meeting
from screens.desk.commands.actions import Action, MattersArising
from screens.desk.commands.attendance import Apologies, In, Out, Preside, RollCall, Substitute
from screens.desk.commands.casting import Casting
from screens.desk.commands.course import AddPapers, AddToAgenda, Course, NextItem, PreviousItem, TakeItem
from screens.desk.commands.elections import Elect
from screens.desk.commands.ending import (
    BringBack,
    EndText,
    Home,
    NewLine,
    NextBest,
    NextGap,
    NextParagraph,
    Record,
    SendLine,
    TakeAll,
    TakeWord,
    TextEnds,
    ThrowAway,
)
from screens.desk.commands.exempt import Exempt
from screens.desk.commands.interests import Declare
from screens.desk.commands.motions import Amendment, Dispose, Motion
from screens.desk.commands.narrative import Outcome, Paragraph, Present, Shorthand
from screens.desk.commands.own_votes import OwnVote
from screens.desk.commands.public import SpeakerTime
from screens.desk.commands.record import (
    Acts,
    Earlier,
    Edit,
    Find,
    Findings,
    Flag,
    Later,
    MoveTo,
    Redo,
    Strike,
    Undo,
    Words,
)
from screens.desk.commands.screen import Colours, Guide, Help, KeepElsewhere, Palette, Preview, Quit, Reword
from screens.desk.commands.transcripts import (
    NotRecorded,
    PointsOfRecording,
    TakeWords,
    WhatWasSaid,
    WhenSaid,
    WhoSpeaks,
)
from screens.desk.commands.votes import CountVotes, PutQuestion, Unanimous, VoteByName
from screens.desk.hand import Hand
from screens.kit.command import AnyCommand
from screens.kit.commands import Commands

TABLE = (
    Unanimous, CountVotes, VoteByName, Amendment, Motion, PutQuestion, Casting, OwnVote, Elect, Dispose,
    Paragraph, Action, MattersArising, Present, Outcome, TakeItem, PreviousItem, NextItem, Course,
    RollCall, Apologies, In, Out, Substitute, Preside, Declare,
    Edit, Words, Earlier, Later, MoveTo, Strike, Undo, Redo, Acts, Flag, Findings, Find,
    AddToAgenda, AddPapers, Exempt, SpeakerTime, WhatWasSaid, WhoSpeaks, WhenSaid, PointsOfRecording, NotRecorded,
    Shorthand, Preview, Reword,
    Record, NextParagraph, NewLine, SendLine, NextGap, EndText, TextEnds, TakeWords, ThrowAway, BringBack, Home,
    TakeWord, TakeAll, NextBest,
    Help, Palette, Guide, Colours, KeepElsewhere, Quit,
)  # fmt: skip


def desk_commands() -> Commands:
    """The desk's command table, with its default keys."""
    return Commands(
        TABLE,
        contexts={
            "home": "At home",
            "step": "After a verb",
            "text": "In text",
            "piece": "In a text of several lines",
            "line": "In a line",
        },
        typing=("text", "piece", "line"),
    )


_ON_A_QUESTION = frozenset(
    {"vote.unanimous", "vote.count", "vote.named", "question.amend", "question.put", "question.dispose"}
)
_ON_A_VOTE = frozenset({"vote.own", "vote.casting"})
_BEFORE = frozenset({"room.roll", "room.apology", "meeting.course", "room.preside"})
_ONCE_OPEN = frozenset({"room.out", "room.in", "text.action"})


def wanted_now(commands: list[AnyCommand], meeting: Meeting, item: str | None, hand: Hand) -> list[AnyCommand]:
    """Of the commands that work now, those that are wanted, the likeliest first: before the meeting opens, who is
    there and opening it; with no question open, the text. Only in a form are words thrown away or brought back, and Tab
    is shown only where it leads somewhere."""
    if hand.context == "home":
        first = _BEFORE if meeting.course == "before" else frozenset()
        unlikely = likely_last(meeting, item)
        return sorted(commands, key=lambda command: (command.id not in first, command.id in unlikely))
    if hand.writing is not None and not hand.tab_goes_on:
        return [command for command in commands if not issubclass(command, NextGap)]
    if hand.step is None or hand.step.form is not None:
        return commands
    return [command for command in commands if not issubclass(command, ThrowAway | BringBack)]


def likely_last(meeting: Meeting, item: str | None) -> frozenset[str]:
    """The commands that are hardly wanted as things stand; they come last on the key bar and work all the same."""
    unlikely: frozenset[str] = frozenset()
    if newest_shown(meeting, item) is None:
        unlikely |= _ON_A_QUESTION
    if not meeting.votes:
        unlikely |= _ON_A_VOTE
    if meeting.course == "before":
        unlikely |= _ON_A_QUESTION | _ONCE_OPEN
    return unlikely
