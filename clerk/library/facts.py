"""What the library is told from outside a meeting: one small frozen record for each kind of thing.

Names of facts and fields are written in journals, so they are never changed, only added to. What points to a meeting
holds its record's id, what points to something in it the event's id too, and what points to a person the lasting one:
never a name, a date or a path.
"""

from datetime import date
from typing import Any, ClassVar, Literal

from msgspec import Struct

About = Literal["a meeting", "a body", "a person", "a fact"]
Day = date
"""A date, where a field of its own is called `date`."""


class FactNature(Struct, frozen=True, kw_only=True):
    """The nature of a fact. `public` has no default: whoever adds one must say.

    `about`: what it is of. `makes`: the state that it makes, as the table in `clerk/README.md` has it. `public`: the
    public may know that it happened; what was typed with it, `words`, never.
    """

    about: About
    makes: str
    public: bool
    words: str = ""


class Fact(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="is", forbid_unknown_fields=True):
    """What every fact is. Each kind writes its own `tag`, under which journals hold it for ever."""

    nature: ClassVar[FactNature]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if not isinstance(getattr(cls, "nature", None), FactNature):
            raise TypeError(f"The fact {cls.__name__} does not say its nature: nature = FactNature(about=…).")


class FactNotUnderstood(Fact, frozen=True, kw_only=True, tag="FactNotUnderstood"):
    """Stands for what a newer clerk told the library and this one cannot read. Never written."""

    nature = FactNature(about="a fact", makes="nothing: it is passed over, and said so", public=False)


class PersonsJoined(Fact, frozen=True, kw_only=True, tag="PersonsJoined"):
    """Two lasting ids are one human: `person` is the one by which that human is known, `other` is known by it too."""

    nature = FactNature(about="a person", makes="two ids one person", public=False, words="reason")

    person: str
    other: str
    reason: str = ""


class PersonsParted(Fact, frozen=True, kw_only=True, tag="PersonsParted"):
    """Two lasting ids that were joined are two humans after all."""

    nature = FactNature(about="a person", makes="two ids two persons again", public=False, words="reason")

    person: str
    other: str
    reason: str = ""


class KeptText(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Minutes as they were kept: a file beside the meeting's journal (`file`, its name alone) with the SHA-256 of its
    bytes, another for what the public may not see ("" where there is none). `style` and `program` say by what it was
    written up; `entries` is how many the record had then."""

    file: str
    sha256: str
    style: str
    program: str
    entries: int
    exempt_file: str = ""
    exempt_sha256: str = ""


class Published(Fact, frozen=True, kw_only=True, tag="Published"):
    """The minutes of a meeting, or its decisions before them, were published: on which day, and where. `text` is what
    was published, kept; None for decisions. `references` are the running numbers that its items or resolutions were
    given then, each by the id of the item or the event; they go on within a `series`, a year of a body: its
    lasting id, or its name where it has none, and the year ("Parks 26"). They are never worked out again."""

    nature = FactNature(
        about="a meeting", makes="published: from then on changed only with a reason", public=True, words="where"
    )

    meeting: str
    on: Day
    where: str = ""
    what: Literal["minutes", "decisions"] = "minutes"
    text: KeptText | None = None
    series: str = ""
    references: tuple[tuple[str, str], ...] = ()


class TextKept(Fact, frozen=True, kw_only=True, tag="TextKept"):
    """The minutes of a meeting were approved by `by` (a pointer to the approval) and had not been published: this is
    the text that was approved."""

    nature = FactNature(about="a meeting", makes="the text that was approved, kept", public=False)

    meeting: str
    by: str
    text: KeptText


class ApprovedElsewhere(Fact, frozen=True, kw_only=True, tag="ApprovedElsewhere"):
    """The minutes of a meeting whose body will not meet again were approved: by which body, on which day, why there.
    `exempt`: those that the public may not see. `presided` is the name of who presided then."""

    nature = FactNature(about="a meeting", makes="approved", public=True, words="reason")

    meeting: str
    body: str
    on: Day
    reason: str
    corrections: tuple[str, ...] = ()
    presided: str = ""
    exempt: bool = False


class Signed(Fact, frozen=True, kw_only=True, tag="Signed"):
    """The approved minutes of a meeting were signed: on which day and by whom, a name as printed. `exempt`: those that
    the public may not see."""

    nature = FactNature(about="a meeting", makes="signed", public=True)

    meeting: str
    on: Day
    by: str
    exempt: bool = False


class ActionFollowed(Fact, frozen=True, kw_only=True, tag="ActionFollowed"):
    """What became of an action between meetings: `event` is that of the action, in the meeting `meeting`. `on` is the
    day; `due` another last day, where it was moved."""

    nature = FactNature(about="a meeting", makes="an action done, dropped, or open again", public=False, words="note")

    meeting: str
    event: str
    state: Literal["open", "done", "dropped"]
    on: Day
    note: str = ""
    due: Day | None = None


class DutyDone(Fact, frozen=True, kw_only=True, tag="DutyDone"):
    """What was to be done after a meeting was done: the duty of this `rule` that comes from this `event` of it, "" for
    one of the whole. `on` is the day; `note` how."""

    nature = FactNature(about="a meeting", makes="without a duty that it had", public=False, words="note")

    meeting: str
    event: str
    rule: str
    on: Day
    note: str = ""


class HoldPlaced(Fact, frozen=True, kw_only=True, tag="HoldPlaced"):
    """Nothing of a meeting is disposed of while this stands: somebody has asked for the information, or may."""

    nature = FactNature(about="a meeting", makes="held: nothing of it is disposed of", public=False, words="reason")

    meeting: str
    reason: str


class HoldLifted(Fact, frozen=True, kw_only=True, tag="HoldLifted"):
    """The holds of a meeting that were placed before are lifted."""

    nature = FactNature(about="a meeting", makes="held no longer", public=False, words="reason")

    meeting: str
    reason: str = ""


class Disposed(Fact, frozen=True, kw_only=True, tag="Disposed"):
    """What stands in the place of what was disposed of: the names of the files, and why. Never the record itself."""

    nature = FactNature(about="a meeting", makes="without what was disposed of", public=False, words="reason")

    meeting: str
    what: tuple[str, ...]
    reason: str


class Exported(Fact, frozen=True, kw_only=True, tag="Exported"):
    """A draft of a meeting was written into files, to go to other people: `entries` is how many the record had then,
    `what` the names of the files, without their folders. `exempt`: the other document."""

    nature = FactNature(about="a meeting", makes="a draft that what changed since is counted from", public=False)

    meeting: str
    entries: int
    what: tuple[str, ...] = ()
    exempt: bool = False


class BodySucceeded(Fact, frozen=True, kw_only=True, tag="BodySucceeded"):
    """Another body does now what this one did, and may approve its minutes. Bodies are known by their lasting ids; an
    older fact has none, and knows them by whole names."""

    nature = FactNature(about="a body", makes="may have its minutes approved by its successor", public=True)

    body: str
    by: str
    body_id: str = ""
    by_id: str = ""


class BodyUnder(Fact, frozen=True, kw_only=True, tag="BodyUnder"):
    """A body is a part of another, its parent, which may approve its minutes. Known as `BodySucceeded` knows them."""

    nature = FactNature(about="a body", makes="may have its minutes approved by its parent", public=True)

    body: str
    parent: str
    body_id: str = ""
    parent_id: str = ""


class BodyRenamed(Fact, frozen=True, kw_only=True, tag="BodyRenamed"):
    """A body, known by its lasting id, has another name from then on, and stays the body that it was."""

    nature = FactNature(about="a body", makes="called otherwise, and the body that it was", public=True)

    body: str
    name: str
    body_id: str


class BodiesJoined(Fact, frozen=True, kw_only=True, tag="BodiesJoined"):
    """Two lasting ids are one body: `body` is the one by which it is known, `other` is known by it too."""

    nature = FactNature(about="a body", makes="two ids one body", public=False, words="reason")

    body: str
    other: str
    reason: str = ""


class BodiesParted(Fact, frozen=True, kw_only=True, tag="BodiesParted"):
    """Two lasting ids that were joined are two bodies after all."""

    nature = FactNature(about="a body", makes="two ids two bodies again", public=False, words="reason")

    body: str
    other: str
    reason: str = ""


class FactTakenBack(Fact, frozen=True, kw_only=True, tag="FactTakenBack"):
    """A fact was told in error: the one of this id counts no more. Taking back a taking back lets it count again."""

    nature = FactNature(about="a fact", makes="as if the fact had not been told", public=False, words="reason")

    fact: str
    reason: str = ""


AnyFact = (
    Published
    | TextKept
    | ApprovedElsewhere
    | Signed
    | Exported
    | ActionFollowed
    | DutyDone
    | HoldPlaced
    | HoldLifted
    | Disposed
    | BodySucceeded
    | BodyUnder
    | BodyRenamed
    | BodiesJoined
    | BodiesParted
    | PersonsJoined
    | PersonsParted
    | FactTakenBack
)
"""Every fact there is: what the library's journal may hold."""
