"""The keys of what is written under an item."""

from screens.kit.commands import Command


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


class Present(Command):
    id = "text.introduce"
    keys = ("b",)
    label = "Report by"
    help = "Who brings the report: introduced it, presented it, spoke to it; or who was invited to the table."
    words = "introduce present officer invited table speakers public residents"
    weight = 76
    constructs = ("RE-01", "RE-02", "PU-03", "PU-13", "OU-16")


class Outcome(Command):
    id = "item.outcome"
    keys = ("=",)
    label = "Outcome"
    help = "How the item ended: none, noted, deferred, referred, withdrawn and the rest."
    words = "none noted deferred referred refused approved no further action minutes approved"
    weight = 82
    constructs = ("OU-03", "OU-04", "OU-06", "OU-07", "OU-08", "OU-10", "OU-12", "DE-01", "MI-01", "FW-01", "UR-01")


class Reword(Command):
    id = "draft.reword"
    keys = ("*",)
    label = "Reword"
    help = "In the preview: puts the sentence under the cursor in your own words, or back in the house style's."
    words = "sentence wording rephrase own words house style"
    weight = 26


class Shorthand(Command):
    id = "text.shorthand"
    keys = (":",)
    label = "Shorthand"
    help = "A line of shorthand: any verb, with names and text."
    words = "command line verb"
    weight = 34
