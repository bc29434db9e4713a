"""The desk's command table: one class a command, from which come keys, key bar, palette, help and the README."""

from clerk.meeting import Meeting
from clerk.questions import newest_open
from screens.kit.commands import EVERYWHERE, Command, Commands


class Unanimous(Command):
    id = "vote.unanimous"
    keys = ("u",)
    label = "Unanimous"
    help = "Puts the newest open question; everyone entitled voted for it."
    words = "agreed all in favour carried nem con"
    weight = 100
    constructs = ("VO-01",)


class CountVotes(Command):
    id = "vote.count"
    keys = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    shown = "0-9"
    label = "Count"
    help = "Puts the newest open question and begins the count: for, space, against, space, abstained."
    words = "show of hands numbers tally"
    weight = 98
    action = "vote_count('{key}')"
    constructs = ("VO-02",)


class VoteByName(Command):
    id = "vote.named"
    keys = ("v",)
    label = "By name"
    help = "A vote named by exception: small letter against, capital abstains, - not voting, Tab: the rest are against."
    words = "division recorded vote named roll call vote"
    weight = 96
    constructs = ("VO-08", "VO-10")


class Amendment(Command):
    id = "question.amend"
    keys = ("m",)
    label = "Amendment"
    help = (
        "An amendment to the newest open question: mover, seconder (. duly, comma none), then edit its text in place."
    )
    words = "amend change recommendation moved seconded"
    weight = 94
    constructs = ("MT-02", "MT-04", "MT-06")


class Motion(Command):
    id = "question.motion"
    keys = ("n",)
    label = "Motion"
    help = "A new motion (Tab: of another kind): mover, seconder (. duly, comma none), then its text."
    words = "move propose procedural order of business defer"
    weight = 80
    constructs = ("MT-12", "MT-16")


class Paragraph(Command):
    id = "text.paragraph"
    keys = ("t",)
    label = "Text"
    help = "A paragraph. A capital letter or a paste at home begins one by itself."
    words = "narrative write type minute discussion"
    weight = 92
    constructs = ("RE-04",)


class Action(Command):
    id = "text.action"
    keys = ("a",)
    label = "Action"
    help = "An action in one line: what, @name of the owner, by date last."
    words = "task follow up undertaking"
    weight = 90
    constructs = ("AC-01", "AC-03")


class TakeItem(Command):
    id = "item.take"
    keys = ("g",)
    label = "Take item"
    help = "The chair calls an item: Enter for the one proposed, or its number."
    words = "go next agenda call"
    weight = 88
    constructs = ("FM-06", "FM-07")


class Out(Command):
    id = "room.out"
    keys = ("o",)
    label = "Out"
    help = "Someone goes out: the seat's letter. ! before it: for a declared interest."
    words = "leave left room withdrew absent"
    weight = 86
    constructs = ("AT-08", "DE-05")


class In(Command):
    id = "room.in"
    keys = ("i",)
    label = "In"
    help = "Someone comes in or comes back: the seat's letter."
    words = "arrive late return joined"
    weight = 85
    constructs = ("AT-07",)


class RollCall(Command):
    id = "room.roll"
    keys = ("r",)
    label = "Roll"
    help = "Roll call: everyone without an apology is present; a letter toggles one."
    words = "attendance present members register"
    weight = 84
    constructs = ("FM-02",)


class Declare(Command):
    id = "interest.declare"
    keys = ("d",)
    label = "Declare"
    help = "A declaration of interest: who, on which items, of what kind and with what effect, then the reason."
    words = "interest pecuniary dpi dispensation predetermination"
    weight = 78
    constructs = ("DE-02", "DE-04", "DE-05", "DE-06", "DE-07")


class Substitute(Command):
    id = "room.substitute"
    keys = ("s",)
    label = "Substitute"
    help = "A substitute takes a seat: the seat's letter, then which substitute."
    words = "replace stand in"
    weight = 60
    constructs = ("AT-02", "AT-09")


class Preside(Command):
    id = "room.preside"
    keys = ("p",)
    label = "Presides"
    help = "Someone takes the chair: the seat's letter."
    words = "chair vice-chairman hands over"
    weight = 58
    constructs = ("CH-01", "CH-02", "CH-03")


class Casting(Command):
    id = "vote.casting"
    keys = ("c",)
    label = "Casting"
    help = "The casting vote of whoever presides. A tie opens this by itself."
    words = "tie equal second vote"
    weight = 56
    constructs = ("VO-06",)


class PutQuestion(Command):
    id = "question.put"
    keys = ("q",)
    label = "Put"
    help = "The chair puts the newest open question, before the vote is taken; space adds the words that lead to it."
    words = "question moved to the vote recommendations"
    weight = 70
    constructs = ("MT-01", "MT-08")


class OwnVote(Command):
    id = "vote.own"
    keys = ("k",)
    label = "Own vote"
    help = "A member requires that own vote be minuted: the seat's letter, then how."
    words = "recorded request individual vote kept"
    weight = 40
    constructs = ("VO-12",)


class Dispose(Command):
    id = "question.dispose"
    keys = ("w",)
    label = "Withdrawn"
    help = "The newest open question was withdrawn, fell, was accepted without a vote or was not put."
    words = "fell accepted not put next business"
    weight = 54
    constructs = ("MT-05", "MT-09", "MT-10")


class SpeakerTime(Command):
    id = "public.speaker"
    keys = ("h",)
    label = "Speaker clock"
    help = "Starts the clock for a public speaker, or stops it; it shows what is left of the time for all."
    words = "timer three minutes thirty public questions stop watch"
    weight = 33


class Outcome(Command):
    id = "item.outcome"
    keys = ("=",)
    label = "Outcome"
    help = "How the item ended: none, noted, deferred, referred, withdrawn and the rest."
    words = "none noted deferred referred refused approved no further action minutes approved"
    weight = 82
    constructs = ("OU-03", "OU-04", "OU-06", "OU-07", "OU-08", "OU-10", "OU-12", "DE-01", "MI-01", "FW-01", "UR-01")


class Present(Command):
    id = "text.introduce"
    keys = ("b",)
    label = "Report by"
    help = "Who brings the report: introduced it, presented it, spoke to it; or who was invited to the table."
    words = "introduce present officer invited table speakers public residents"
    weight = 76
    constructs = ("RE-01", "RE-02", "PU-03", "PU-13", "OU-16")


class Edit(Command):
    id = "record.edit"
    keys = ("e",)
    label = "Edit"
    help = "Edits the line under the cursor; lines put in a paragraph part it."
    words = "correct change fix split"
    weight = 66


class Earlier(Command):
    id = "record.earlier"
    keys = ("<",)
    label = "Move up"
    help = "Moves the line under the cursor up by one."
    words = "move paragraph earlier before"
    weight = 12


class Later(Command):
    id = "record.later"
    keys = (">",)
    label = "Move down"
    help = "Moves the line under the cursor down by one."
    words = "move paragraph later after"
    weight = 12


class MoveTo(Command):
    id = "record.move"
    label = "Move to another item"
    help = "Moves the line under the cursor to another item."
    words = "move paragraph under item"
    weight = 0


class Strike(Command):
    id = "record.strike"
    keys = ("Delete",)
    label = "Strike"
    help = "The line under the cursor was recorded by mistake."
    words = "delete remove"
    weight = 14


class Exempt(Command):
    id = "item.exempt"
    keys = ("x",)
    label = "Exempt"
    help = "Excludes the press and public, lets them back, or says by hand that the line under the cursor is private."
    words = "exclude press and public private confidential readmit schedule 12a summary"
    weight = 44
    constructs = ("EX-01", "EX-05")


class Undo(Command):
    id = "record.undo"
    keys = ("z",)
    label = "Undo"
    help = "Takes back the last thing recorded."
    words = "mistake back"
    weight = 74


class Redo(Command):
    id = "record.redo"
    keys = ("y",)
    label = "Redo"
    help = "Brings back what was undone last."
    words = "again"
    weight = 30


class Findings(Command):
    id = "record.findings"
    keys = ("f",)
    label = "Findings"
    help = "What does not add up, and the flags to come back to."
    words = "problems check warnings flags"
    weight = 42


class Flag(Command):
    id = "record.flag"
    keys = ("!",)
    label = "Come back"
    help = "A flag here, with a few words: listed again at the close."
    words = "flag mark return later"
    weight = 46


class Find(Command):
    id = "record.find"
    keys = ("/",)
    label = "Find"
    help = "Finds words anywhere in the record, the agenda or the names."
    words = "search look up"
    weight = 38


class Add(Command):
    id = "agenda.add"
    keys = ("+",)
    label = "Add"
    help = "Adds an item, a heading or a person met on the night, or varies the order of items."
    words = "urgent item heading person officer order of business new member"
    weight = 36
    constructs = ("FM-08", "UR-02", "OR-01", "FM-04")


class Course(Command):
    id = "meeting.course"
    keys = (".",)
    label = "Meeting"
    help = "Opens, adjourns, resumes, extends or closes the meeting; a time after it where it is not live."
    words = "open start close end finish adjourn resume extend"
    weight = 72
    constructs = ("CL-01", "TI-02", "TI-03")


class Apologies(Command):
    id = "room.apology"
    keys = ("j",)
    label = "Apology"
    help = "An apology for absence came: the seat's letter."
    words = "apologies absence lateness"
    weight = 50
    constructs = ("AT-01", "AT-04")


class Preview(Command):
    id = "screen.preview"
    keys = ("l",)
    label = "Preview"
    help = "The draft as it now stands, in place of the record; again: the record."
    words = "draft live look minutes word"
    weight = 48


class Shorthand(Command):
    id = "text.shorthand"
    keys = (":",)
    label = "Shorthand"
    help = "A line of shorthand: any verb, with names and text."
    words = "command line verb"
    weight = 34


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


class Record(Command):
    id = "step.record"
    keys = ("Enter",)
    label = "Record it"
    help = "Records what the line above the keys says."
    contexts = ("step",)
    weight = 90


class Home(Command):
    id = "step.home"
    keys = ("Escape",)
    label = "Leave"
    help = "Back to home; nothing is recorded. Words half typed are kept."
    contexts = ("step", "text", "line")
    weight = 80


class EndText(Command):
    id = "text.end"
    keys = ("Ctrl+S",)
    label = "Done"
    help = "Ends the field and records it."
    contexts = ("text", "line")
    weight = 88


class NextParagraph(Command):
    id = "text.next"
    keys = ("Enter",)
    label = "Next paragraph"
    help = "Records the paragraph and begins the next; after “- ” or a number, the next of the list."
    contexts = ("text",)
    weight = 90


class SendLine(Command):
    id = "line.send"
    keys = ("Enter",)
    label = "Record it"
    help = "Records the line."
    contexts = ("line",)
    weight = 90


class Colours(Command):
    id = "screen.colours"
    label = "Colours: dark, light, high contrast"
    help = "The next of the colour schemes."
    words = "theme contrast light dark"
    contexts = (EVERYWHERE,)
    weight = 0


class Help(Command):
    id = "help.keys"
    keys = ("?",)
    label = "All keys"
    help = "Every key and what it does."
    words = "help commands"
    contexts = ("home",)
    weight = 20


class Palette(Command):
    id = "help.palette"
    keys = ("Ctrl+P",)
    label = "Any command"
    help = "Finds any command by its name or its own words."
    contexts = ("home",)
    weight = 10


class Quit(Command):
    id = "screen.quit"
    keys = ("Ctrl+Q",)
    label = "Leave the desk"
    help = "Leaves. All that is recorded is kept, and so are words half typed."
    words = "quit exit"
    contexts = (EVERYWHERE,)
    weight = 5


TABLE = (
    Unanimous, CountVotes, VoteByName, Amendment, Motion, PutQuestion, Casting, OwnVote, Dispose,
    Paragraph, Action, Present, Outcome, TakeItem, PreviousItem, NextItem, Course,
    RollCall, Apologies, In, Out, Substitute, Preside, Declare,
    Edit, Earlier, Later, MoveTo, Strike, Undo, Redo, Flag, Findings, Find,
    Add, Exempt, SpeakerTime, Shorthand, Preview,
    Record, NextParagraph, SendLine, EndText, Home,
    Help, Palette, Colours, Quit,
)  # fmt: skip


def desk_commands() -> Commands:
    """The desk's command table, with its default keys."""
    return Commands(
        TABLE,
        contexts={"home": "At home", "step": "After a verb", "text": "In text", "line": "In a line"},
        typing=("text", "line"),
    )


_ON_A_QUESTION = frozenset(
    {"vote.unanimous", "vote.count", "vote.named", "question.amend", "question.put", "question.dispose"}
)
_ON_A_VOTE = frozenset({"vote.own", "vote.casting"})
_ONCE_OPEN = frozenset({"room.out", "room.in", "text.action"})


def likely_last(meeting: Meeting, item: str | None) -> frozenset[str]:
    """The commands that are hardly wanted as things stand; they come last on the key bar and work all the same."""
    unlikely: frozenset[str] = frozenset()
    if newest_open(meeting.questions, item) is None:
        unlikely |= _ON_A_QUESTION
    if not meeting.votes:
        unlikely |= _ON_A_VOTE
    if meeting.course == "before":
        unlikely |= _ON_A_QUESTION | _ONCE_OPEN
    return unlikely
