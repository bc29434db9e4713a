"""How the clauses of a text are called, where they are typed, said and printed: a number that stands under two leads is
told apart."""

from collections import Counter
from collections.abc import Mapping, Sequence

from clerk.lettered import LEAD
from clerk.names import Unclear
from clerk.texts import Clause, Text, numbers


def typed_numbers(text: Text) -> dict[str, str]:
    """What each clause is typed as, by id: its number or letter, "2:1" for the first of the second list where a number
    repeats; "0" is a clause that leads to others, "2:0" the second of several."""
    printed, lists = numbers(text), _lists(text)
    plain = {clause.id: "0" if clause.mark == LEAD else printed[clause.id] for clause in text}
    several = Counter(plain.values())
    return {id_: f"{lists[id_][0]}:{name}" if several[name] > 1 else name for id_, name in plain.items()}


def told_numbers(text: Text) -> dict[str, str]:
    """The number of each clause as a sentence tells it, by id: "1", or "1 under “That officers”" where it repeats."""
    printed, lists = numbers(text), _lists(text)
    several = Counter(printed.values())
    return {
        id_: f"{number} under “{lists[id_][1]}”" if number and several[number] > 1 and lists[id_][1] else number
        for id_, number in printed.items()
    }


def numbers_of(text: Text, clauses: Sequence[str]) -> str:
    """Some clauses of a text as they are typed: "2+3"."""
    named = typed_numbers(text)
    return "+".join(named[clause] for clause in clauses if clause in named)


def _lists(text: Text) -> Mapping[str, tuple[int, str]]:
    """The list that each clause stands in, counted from 1, and the words that lead to it."""
    lists: dict[str, tuple[int, str]] = {}
    place, lead = 1, ""
    for number, clause in enumerate(text):
        if clause.mark == LEAD:
            place, lead = place + bool(number), clause.text.split("\n")[0].rstrip(" :,;")
        lists[clause.id] = place, lead
    return lists


def _places(text: Text) -> dict[str, tuple[str]]:
    """The place in its list of each clause that has a letter, from 1."""
    printed, lists, count = numbers(text), _lists(text), Counter[int]()
    places: dict[str, tuple[str]] = {}
    for clause in text:
        if clause.mark != LEAD and not clause.depth and not printed[clause.id].isdecimal():
            count[lists[clause.id][0]] += 1
            places[clause.id] = (str(count[lists[clause.id][0]]),)
    return places


def clause_called(text: Text, name: str, whose: str) -> Clause:
    """The clause of an id, or of a number or letter as `typed_numbers` has it ("b)" may be typed "b" or "2" too).
    Raises `Unclear` where there is none, or more than one; `whose` is what the text is of ("r8")."""
    printed, typed = numbers(text), typed_numbers(text)
    for called in (
        {clause.id: (printed[clause.id], clause.id, typed[clause.id]) for clause in text},
        {clause.id: (printed[clause.id].strip("()."), typed[clause.id].strip("().")) for clause in text},
        _places(text),
        {clause.id: ("0",) for clause in text if clause.mark == LEAD},
    ):
        found = [clause for clause in text if name in called.get(clause.id, ())]
        if len(found) > 1:
            told = [f"{typed[one.id]} (“{one.text.split(chr(10))[0][:40].strip()}”)" for one in found]
            raise Unclear(f"{whose} has more than one clause {name}. Say which: {' or '.join(told)}.")
        if found:
            return found[0]
    shown = ", ".join(typed[clause.id] for clause in text if clause.mark != LEAD)
    raise Unclear(f"{whose} has no clause {name}. It has {shown}.")
