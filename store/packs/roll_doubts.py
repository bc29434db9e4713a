"""What of a roll is doubtful as a whole, gathered while it is read."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from store.packs.facts import Doubt, Record
from store.packs.roll_beside import of_others
from store.packs.stream import Place

NOWHERE = Place()


@dataclass(slots=True)
class Doubtful:
    """Names, each as it is printed; `wards` with what stands after them."""

    surnames: list[str] = field(default_factory=list)
    wards: list[tuple[str, str]] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    """What stands among names and is nobody's."""
    classes: list[str] = field(default_factory=list)
    """Of whom those are who sit for one of several."""
    turned: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    """What is doubtful of columns, in sentences."""
    unheaded: str = ""
    """What stands above a list of names that has no heading."""
    of_others: dict[str, list[str]] = field(default_factory=dict)
    """Members of other bodies, by the body."""
    vacant: int = 0
    vacant_at: Place = NOWHERE
    vacant_for: list[str] = field(default_factory=list)
    """The wards that vacant seats are of, where the list says so."""

    def said(self, meeting: Record) -> list[Doubt]:
        """The doubts, each once."""
        found: list[Doubt] = []
        found += [Doubt(sentence) for sentence in self.columns]
        for name, ward in dict.fromkeys(self.wards):
            sits = next((one for one in meeting.records if one.get("name") == name), None)
            said = f"“{ward}”, after {name}, is taken for a ward and for no member: is that so?"
            if sits is not None:
                # A doubt of a fact goes with whoever it is of.
                sits.put("ward", ward, sits.facts["name"].place, "roll.ward", "unsure", said)
        for name in dict.fromkeys(self.odd):
            found.append(Doubt(f"“{name}” stands in the list of members, and was read as nobody's name."))
        if self.classes:
            shown = "”, “".join(dict.fromkeys(self.classes))
            found.append(Doubt(f"Those who stand under “{shown}” are taken for members: is that so?"))
        for one in meeting.records:
            if (fact := one.facts.get("name")) and fact.value in self.turned:
                said = f"“{fact.value}” is printed with the surname first: is it read the right way round?"
                one.facts["name"] = replace(fact, sure="unsure", doubt=fact.doubt or said)
        if self.unheaded and meeting.of("member"):
            found.append(
                Doubt(f"The names below “{self.unheaded}” have no heading, and are taken for members: is that so?")
            )
        found += of_others(meeting, self.of_others)
        if self.vacant:
            said = "a vacancy" if self.vacant == 1 else f"{self.vacant} vacancies"
            kept = "it is kept as a seat" if self.vacant == 1 else f"they are kept as {self.vacant} seats"
            of = f" ({', '.join(self.vacant_for)})" if self.vacant_for else ""
            doubt = f"The list of members has {said}{of}: {kept} that nobody holds. Is that so?"
            meeting.put("vacancies", str(self.vacant), self.vacant_at, "roll.vacancies", "unsure", doubt)
        return found
