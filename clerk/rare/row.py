"""What one rare construct is: its facts, its verb, its nature, its sentence, and how a clerk would search for it."""

from typing import Literal

from msgspec import Struct

from clerk.agenda import Detail
from clerk.events.nature import Nature
from clerk.facts import Fact, WordsForm, read_facts


class Row(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of the tables beside this file, as it is written. `takes` are its facts in the notation of `clerk.facts`,
    `words` what else a clerk might call it, parted by commas; `chapter` of the guide tells of its verb. `decides` has
    no default: whoever adds a row must say; with `decides_with`, it decides something only where one of those facts
    (parted by a space) is given, with `undecided_with` ("when=later") only where that is not said. `form` is what the
    words after `--` must be to join its `sentence`, which is a Jinja2 template. `called` says what a fact is where its
    name could be taken for another: it is told so before the entry is made. `arrow` says what stands after an arrow
    ("->") in the words; "" where none does, and an arrow is refused."""

    title: str
    example: str
    help: str
    decides: bool
    sentence: str
    takes: str = ""
    text: Literal["", "may", "must"] = ""
    form: WordsForm = ""
    words: str = ""
    chapter: str = ""
    detail: Detail = "decision"
    decides_with: str = ""
    undecided_with: str = ""
    public: bool = False
    called: dict[str, str] = {}
    arrow: str = ""


class Rare(Struct, frozen=True):
    """One rare construct. `key` names its wording ("PU-10", or "CN-05.thanks" for a second one of its construct);
    `chapter` is the guide's that tells of it; `example` is a line that records it, `words` what else a clerk might call
    it; `text` whether words follow `--`; `sentence` its wording where the house style has none of its own."""

    key: str
    verb: str
    label: str
    chapter: str
    example: str
    help: str
    facts: tuple[Fact, ...]
    text: Literal["", "may", "must"]
    form: WordsForm
    words: tuple[str, ...]
    detail: Detail
    nature: Nature
    decides_with: str
    undecided_with: str
    sentence: str
    called: dict[str, str]
    arrow: str

    @property
    def construct(self) -> str:
        """The id of the construct that the sentence is."""
        return self.key.split(".")[0]

    @property
    def operands(self) -> tuple[Fact, ...]:
        """The facts that stand first on the line, in order."""
        return tuple(fact for fact in self.facts if fact.operand)

    @property
    def who(self) -> tuple[str, ...]:
        """The names of the facts that say whose it is, which its line in the record tells: those that stand first, or
        else the first that is said of somebody who did it."""
        people = [fact for fact in self.facts if fact.kind in ("people", "person", "names")]
        first = [fact.name for fact in people if fact.operand]
        return tuple(first or [fact.name for fact in people if fact.name in _DID][:1])

    @property
    def whose(self) -> tuple[str, ...]:
        """The names of the facts that say in words to whom it goes or from whom it comes, which its line tells too."""
        return tuple(fact.name for fact in self.facts if fact.kind == "words" and fact.name in ("to", "from"))

    @property
    def options(self) -> tuple[Fact, ...]:
        """The facts given as `name=value`."""
        return tuple(fact for fact in self.facts if not fact.operand)


_DID = ("who", "lead", "by", "raised")
"""What facts are called that say who did it."""


def rare_from(key: str, row: Row) -> Rare:
    """The construct that a row says; its verb is the first word of its example."""
    return Rare(
        key,
        row.example.split()[0].removeprefix(":"),
        row.title,
        row.chapter,
        row.example,
        row.help,
        read_facts(row.takes),
        row.text,
        row.form,
        tuple(row.words.split(", ")) if row.words else (),
        row.detail,
        Nature(decides=row.decides, business=True, public=row.public, detail=row.detail, words="text"),
        row.decides_with,
        row.undecided_with,
        row.sentence,
        row.called,
        row.arrow,
    )
