"""Every rule of the rule book, and what the program does about it: checked by a function, worked out, or only known."""

from collections.abc import Callable, Iterator

from clerk.findings import Finding, Severity
from clerk.rules.case import Case

Rule = Callable[[Case], Iterator[Finding]]

CHECKED: dict[str, tuple[Severity, ...]] = {}
"""The rules that find something, with the severities that each can have."""

FUNCTIONS: list[Rule] = []
"""The functions that check them, in the order of the rule book."""


def rule(**checked: str) -> Callable[[Rule], Rule]:
    """Enters a function in the table: `@rule(Q5="HARD WARN", Q7="HARD")` finds by these rules, so severely."""

    def enter(function: Rule) -> Rule:
        for id_, severities in checked.items():
            known = CHECKED.get(id_, ())
            CHECKED[id_] = tuple(dict.fromkeys((*known, *severities.split())))  # type: ignore[arg-type]
        FUNCTIONS.append(function)
        return function

    return enter


WORKED_OUT: dict[str, str] = {
    "Q3": "Who counts towards the quorum is worked out at every change of the room (clerk.quorum).",
    "Q10": "Whoever is in the room counts, however they vote and whoever presides (clerk.quorum).",
    "A4": "The write-up lists chairman and vice-chairman first, then the rest as on the roll (exports.front).",
    "A8": "Who might vote is frozen when the question is put (V27).",
    "AP3": "The house style writes the sentence of a substitution (AT-02).",
    "C2": "A change of chair is an event; casting votes and signing read it (clerk.room).",
    "C6": "Recommendations are put without a mover (clerk.questions).",
    "M2": "A report's recommendations are a question from the start (clerk.questions).",
    "M11": "What the mover accepts becomes the text without a vote (:accept).",
    "M13": "Numbers of clauses are derived from where they stand, and ids never change (clerk.texts).",
    "M22": "“Noted” is an outcome of its own, without numbers (:outcome noted).",
    "M26": "CARRIED, LOST and RESOLVED are words of the house style; the state behind them is one.",
    "V2": "Abstentions are counted and decide nothing (clerk.votes).",
    "V3": "A tie waits for the casting vote of whoever presides (clerk.votes).",
    "R3": "A referral by resolution is a question like any other (V1).",
}
"""Rules that find nothing because the program does what they say."""

INFORMING: dict[str, str] = {
    "AP11": "A public speaker's stand-in is no substitute member; see PP12.",
    "D8": "A non-pecuniary interest bars nothing: the member stays, speaks, votes and counts.",
    "C7": "A ruling is the chair's and final; whether it changed the outcome only the clerk can tell.",
    "M15": "Who spoke before and who has a right of reply is not recorded.",
    "V28": "Says why D3 and V17 may take the right to vote away; it asks nothing of a record.",
    "PP14": "What to minute of questions is narrative; the answers stand in the published addendum.",
    "MI4": "How a Member's Item goes is recorded like any motion; lost, it ends there (M19 knows).",
    "T5": "Lengths of members' speeches are not recorded.",
    "X8": "Barnet's order of the exempt items is a matter of its agenda.",
    "N6": "Any member present may vote on approving minutes; no record can break this.",
    "N10": "Draft minutes may be acted on; nothing follows for the record.",
    "N11": "Filming is lawful without permission; nothing is recorded of it.",
    "CI2": "What scrutiny makes of a call-in is an outcome of its own meeting.",
}
"""Rules that only inform, each with the reason why nothing of it can be found in a record."""


def what_of(id_: str) -> str:
    """What the program does about a rule, in a word or a sentence."""
    if id_ in CHECKED:
        return "checked: " + ", ".join(CHECKED[id_])
    return WORKED_OUT.get(id_) or INFORMING.get(id_) or ""
