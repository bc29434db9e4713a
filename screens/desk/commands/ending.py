"""The keys that end what was begun: a verb, a text, a line. The fields and the step have them themselves; they are here
so that every key is shown."""

from screens.desk.key import Desk, Key


class Record(Key):
    id = "step.record"
    keys = ("Enter",)
    label = "Record it"
    help = "Records what the line above the keys says."
    contexts = ("step",)
    weight = 90

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.press("enter")


class NextParagraph(Key):
    id = "text.next"
    keys = ("Enter",)
    label = "Next paragraph"
    help = "Records the paragraph and begins the next; after “- ” or a number, the next of the list."
    contexts = ("text",)
    weight = 90

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.end()


class NewLine(Key):
    id = "text.line"
    keys = ("Enter",)
    label = "New line"
    help = "Begins a new line of the text; after “- ” or a number, the next of the list."
    contexts = ("piece",)
    weight = 86

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.end()


class SendLine(Key):
    id = "line.send"
    keys = ("Enter",)
    label = "Record it"
    help = "Records the line."
    contexts = ("line",)
    weight = 90

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.end()


class NextGap(Key):
    id = "line.gap"
    keys = ("Tab",)
    label = "Next place"
    help = (
        "To the next place of the line where something is still to be typed; at the verb, completes it; from the words "
        "of a form, to what else that asks."
    )
    contexts = ("line",)
    weight = 86

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.next_gap()


class EndText(Key):
    id = "text.end"
    keys = ("Ctrl+S",)
    label = "Done"
    help = "Ends the field and records it."
    contexts = ("text", "piece", "line")
    weight = 88

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.end()


class TextEnds(Key):
    id = "text.ends"
    keys = ("Ctrl+Home", "Ctrl+End")
    label = "Ends of the text"
    help = "To the beginning of the whole text, or to its end."
    words = "beginning start top bottom cursor"
    contexts = ("text", "piece", "line")
    weight = 6

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.to_an_end(key)


class TakeWord(Key):
    id = "text.word"
    keys = ("Right",)
    label = "Next word"
    help = "At the end of what is typed: takes the next word that is offered, with the space after it."
    words = "completion complete suggest ghost offered autocomplete"
    contexts = ("text", "piece", "line")
    weight = 12

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.take_word()


class TakeAll(Key):
    id = "text.offer"
    keys = ("Ctrl+Right",)
    label = "All that is offered"
    help = "At the end of what is typed: takes all the words that are offered. Ctrl+Z gives them back."
    words = TakeWord.words
    contexts = TakeWord.contexts
    weight = 6

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.take_offer()


class NextBest(Key):
    id = "text.next-best"
    keys = ("Alt+Right",)
    label = "Next best"
    help = "Shows the next best in place of what is offered; after the last, the first again."
    words = TakeWord.words
    contexts = TakeWord.contexts
    weight = 4

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.next_best()


class Home(Key):
    id = "step.home"
    keys = ("Escape",)
    label = "Leave"
    help = "Back to home; nothing is recorded. Words half typed are kept."
    contexts = ("step", "text", "piece", "line")
    weight = 80

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.go_home("")


class ThrowAway(Key):
    id = "text.throw"
    keys = ("Ctrl+T",)
    label = "Throw away"
    help = "Leaves the field or the form, and does not keep what was typed in it."
    words = "discard abandon half typed words"
    contexts = ("step", "text", "piece", "line")
    weight = 10

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.throw_away()


class BringBack(Key):
    id = "text.back"
    keys = ("Ctrl+R",)
    label = "Half-typed edit"
    help = "Puts the edit of this line that was left half typed in the field or the form again."
    words = "restore abandoned words left"
    contexts = ("step", "piece", "line")
    weight = 8

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.fields.bring_back()
