"""The keys of the words that were said."""

from screens.desk.key import Desk, Key


class WhatWasSaid(Key):
    id = "spoken.show"
    keys = ('"',)
    label = "What was said"
    help = "Shows what was being said at the line under the cursor, where a transcript was taken in; again: goes back."
    words = "transcript words said speech recording sound teams zoom"
    weight = 11

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.spoken import show_or_leave

        show_or_leave(desk)


class TakeWords(Key):
    id = "spoken.take"
    keys = ("Ctrl+O",)
    label = "Words said"
    help = "Puts the words under the transcript's cursor into the text, and goes on to the next."
    words = "transcript quote take insert"
    contexts = ("text", "piece")
    weight = 7

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.spoken import take_into_text

        take_into_text(desk)


class WhoSpeaks(Key):
    id = "spoken.who"
    label = "Who is speaking"
    help = "Matches the label of the words under the transcript's cursor to a person, for the whole evening."
    words = "transcript speaker label name match"
    weight = 0

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.listening import match_speaker

        match_speaker(desk)


class WhenSaid(Key):
    id = "spoken.anchor"
    label = "When this was said"
    help = "Says which line of the record the words under the transcript's cursor are of: its clock goes by that."
    words = "transcript anchor point clock align time vote"
    weight = 0

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.anchoring import say_when

        say_when(desk)


class PointsOfRecording(Key):
    id = "spoken.points"
    label = "Points of the recording"
    help = "Lists the points by which a transcript's clock goes; Enter takes one back."
    words = "transcript anchor point clock list remove unset"
    weight = 0

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.anchoring import show_points

        show_points(desk)


class NotRecorded(Key):
    id = "spoken.unrecorded"
    label = "What was said and not recorded"
    help = (
        "Lists when people spoke and nothing is recorded, and what was said near a vote that the record has otherwise."
    )
    words = "transcript silence gap check compare missing"
    weight = 0

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.listening import show_unrecorded

        show_unrecorded(desk)
