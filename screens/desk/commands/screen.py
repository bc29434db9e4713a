"""The keys of the screen itself, most of them those that every screen of ours has."""

from typing import TYPE_CHECKING

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.line import Line
from screens.desk.key import Desk, Key
from screens.desk.leaving import keep_elsewhere
from screens.desk.own_words import OwnWords
from screens.desk.steps import Step
from screens.kit import common
from screens.kit.command import EVERYWHERE

if TYPE_CHECKING:
    from exports.rewording import Sentence


class Preview(Key):
    id = "screen.preview"
    keys = ("l",)
    label = "Preview"
    help = "The draft as it now stands, in place of the record; again: the record."
    words = "draft live look minutes word"
    weight = 48

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        preview(desk)


def preview(desk: Desk) -> None:
    """Shows the draft in place of the record, or the record again."""
    from exports.style import StyleError

    desk.previewing = not desk.previewing
    try:
        desk.draw()
    except (StyleError, Unclear) as error:
        desk.previewing = False
        desk.say_wrong(str(error))
        return
    desk.say("The draft of this item as it stands; l: back to the record." if desk.previewing else "")


class Reword(Key):
    id = "draft.reword"
    keys = ("*",)
    label = "Reword"
    help = "In the preview: puts the sentence under the cursor in your own words, or back in the house style's."
    words = "sentence wording rephrase own words house style"
    weight = 26

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        if not desk.previewing:
            preview(desk)
            if desk.previewing:
                desk.say("The draft. * puts the sentence under the cursor in your own words; l: back to the record.")
            return
        from screens.desk.preview import sentence_at

        meeting, item, at = desk.sitting.meeting, desk.sitting.item, desk.row_at_cursor
        found = sentence_at(meeting, item, at) if at else None
        if found is None:
            desk.say_wrong("No sentence is under the cursor: tables and lists of names are written from the facts.")
            return
        step = reword(meeting, item, found)
        desk.open_step(step)
        if not found.in_own_words:
            desk.press("e", "e")


def reword(meeting: Meeting, item: str | None, sentence: "Sentence") -> Step:
    """`*` in the preview: a sentence of the draft in the clerk's own words, or again in the house style's."""
    named = {"was": sentence.was, "nth": str(sentence.nth)}
    return OwnWords(meeting, item, Line("reword", (sentence.event, sentence.construct), named), sentence)


class Guide(Key):
    id = "help.guide"
    keys = ("F1",)
    label = "Guide"
    help = "The guide, at the chapter of what is under way."
    words = "help how to learn explain manual"
    contexts = (EVERYWHERE,)
    weight = 9

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.guide.screen import GuideScreen

        desk.app.push_screen(GuideScreen(chapter(desk)))


def chapter(desk: Desk) -> str:
    """The chapter of the guide that tells of what is under way."""
    from screens.desk.spoken import in_transcript
    from screens.guide.chapters import chapter_of

    if in_transcript(desk):
        return "transcript"
    if desk.hand.step is not None:
        return chapter_of(desk.hand.step.verb)
    if desk.hand.writing is not None:
        return chapter_of(desk.hand.writing.verb(desk.fields.text))
    return "desk"


class Help(common.ShowKeys):
    keys = ("?",)
    label = "All keys"
    help = "Every key and what it does."
    contexts = ("home",)
    weight = 20


class Palette(common.FindCommand):
    id = "help.palette"
    label = "Any command"
    help = "Finds any command by its name or its own words."
    contexts = ("home",)
    weight = 10


class Colours(common.Colours):
    id = "screen.colours"
    label = "Colours: dark, light, high contrast"
    help = "The next of the colour schemes."
    action = common.Colours.action


class KeepElsewhere(Key):
    id = "screen.folder"
    label = "Keep in another folder"
    help = "Where the meeting's folder is gone and what was recorded is in this window only: writes it into another."
    words = "save disk lost folder stick drive gone window only"
    weight = 0

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        keep_elsewhere(desk)


class Quit(common.Leave):
    id = "screen.quit"
    label = "Leave the desk"
    help = "Leaves. All that is recorded is kept, and so are words half typed."
    words = "quit exit"
    weight = 5
