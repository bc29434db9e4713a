"""The keys that end what was begun: a verb, a text, a line."""

from screens.kit.commands import Command


class Record(Command):
    id = "step.record"
    keys = ("Enter",)
    label = "Record it"
    help = "Records what the line above the keys says."
    contexts = ("step",)
    weight = 90


class NextParagraph(Command):
    id = "text.next"
    keys = ("Enter",)
    label = "Next paragraph"
    help = "Records the paragraph and begins the next; after “- ” or a number, the next of the list."
    contexts = ("text",)
    weight = 90


class NewLine(Command):
    id = "text.line"
    keys = ("Enter",)
    label = "New line"
    help = "Begins a new line of the text; after “- ” or a number, the next of the list."
    contexts = ("piece",)
    weight = 86


class SendLine(Command):
    id = "line.send"
    keys = ("Enter",)
    label = "Record it"
    help = "Records the line."
    contexts = ("line",)
    weight = 90


class NextGap(Command):
    id = "line.gap"
    keys = ("Tab",)
    label = "Next gap"
    help = "To the next place of the line where something is still to be typed; at the verb, completes it."
    contexts = ("line",)
    weight = 86


class EndText(Command):
    id = "text.end"
    keys = ("Ctrl+S",)
    label = "Done"
    help = "Ends the field and records it."
    contexts = ("text", "piece", "line")
    weight = 88


class Home(Command):
    id = "step.home"
    keys = ("Escape",)
    label = "Leave"
    help = "Back to home; nothing is recorded. Words half typed are kept."
    contexts = ("step", "text", "piece", "line")
    weight = 80
