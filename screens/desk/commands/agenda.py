"""The keys of the agenda and of the course of the meeting."""

from screens.kit.commands import Command


class TakeItem(Command):
    id = "item.take"
    keys = ("g",)
    label = "Take item"
    help = "The chair calls an item: Enter for the one proposed, or its number."
    words = "go next agenda call"
    weight = 88
    constructs = ("FM-06", "FM-07")


class PreviousItem(Command):
    id = "item.previous"
    keys = ("Left",)
    label = "Item before"
    help = "Turns to the item before, without its being taken."
    weight = 16


class NextItem(Command):
    id = "item.next"
    keys = ("Right",)
    label = "Next item"
    help = "Turns to the next item, without its being taken."
    weight = 18


class Course(Command):
    id = "meeting.course"
    keys = (".",)
    label = "Meeting"
    help = "Opens, adjourns, resumes, extends or closes the meeting; a time after it where it is not live."
    words = "open start close end finish adjourn resume extend"
    weight = 72
    constructs = ("CL-01", "TI-02", "TI-03")


class AddToAgenda(Command):
    id = "agenda.add"
    keys = ("+",)
    label = "Add"
    help = "Adds an item, a heading or a person met on the night, or varies the order of items."
    words = "urgent item heading person officer order of business new member"
    weight = 36
    constructs = ("FM-08", "UR-02", "OR-01", "FM-04")


class Exempt(Command):
    id = "item.exempt"
    keys = ("x",)
    label = "Exempt"
    help = "Excludes the press and public, lets them back, or says by hand that the line under the cursor is private."
    words = "exclude press and public private confidential readmit schedule 12a summary"
    weight = 44
    constructs = ("EX-01", "EX-05")


class SpeakerTime(Command):
    id = "public.speaker"
    keys = ("h",)
    label = "Speaker clock"
    help = "Starts the clock for a public speaker, or stops it; it shows what is left of the time for all."
    words = "timer three minutes thirty public questions stop watch"
    weight = 33
