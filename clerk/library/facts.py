"""What the library is told from outside a meeting: one small frozen record for each kind of thing.

Names of facts and fields are written in journals, so they are never changed, only added to. What points to a meeting
holds its record's id, what points to something in it the event's id too, and what points to a person the lasting one:
never a name, a date or a path.
"""

from typing import Any, ClassVar, Literal

from msgspec import Struct

About = Literal["a meeting", "a person", "a fact"]


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


class FactTakenBack(Fact, frozen=True, kw_only=True, tag="FactTakenBack"):
    """A fact was told in error: the one of this id counts no more. Taking back a taking back lets it count again."""

    nature = FactNature(about="a fact", makes="as if the fact had not been told", public=False, words="reason")

    fact: str
    reason: str = ""


AnyFact = PersonsJoined | PersonsParted | FactTakenBack
"""Every fact there is: what the library's journal may hold."""
