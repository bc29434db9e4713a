"""Random meetings that go into private: with a marker in every text, and in pairs that differ in nothing else.

`tried` holds one: no marker in a public form unless the clerk was told and a finding says so; and the two meetings, in
whose private parts different things were recorded, have the same public forms.
"""

from __future__ import annotations

from functools import cache
from random import Random

from clerk.names import Unclear
from clerk.rules.checks import findings
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from exports.draft import draft
from exports.plain import write_text
from tests.exports.public_forms import STYLE, public_forms
from tests.support.minute import Desk, desk

MARKERS = ("qzsecret", "xyhidden")
"""The word in every private text, one for each meeting of a pair; no number like `NUMBERS` stands elsewhere."""
NUMBERS = ("812345", "976431")

# Whatever can be typed in exempt session and is not public by law, with the word and the number that must not come out.
PRIVATE = (
    "The {w} was named.",
    "The {w} was named again.",
    "- The {w} was listed.",
    ":action reed -- the {w}",
    ":action -- {w}",
    ":introduce reed -- Of the {w}.",
    ":ask elm to=reed -- whether {w} -> {w}",
    ":motion {p} {q} -- That the {w} be sold.",
    ":motion {p} none -- That the {w} be sold.",
    ":motion {p} {q} kind=procedural -- That the {w} be now put.",
    ":amend {p} {q} on={o} at=1 add -- That the {w} be sold.",
    ":amend {p} {q} on={o} words=all -- sold -> {w}",
    ":put {o}",
    ":vote {a} {b} 0 of={o}",
    ":vote unanimous of={o}",
    ":vote named against={p} rest=for of={o}",
    ":vote 5 5 1 of={o}",
    ":cast for",
    ":record {p} against",
    ":withdraw {o}",
    ":outcome noted -- the {w}",
    ":outcome referred to={w} -- the {w}",
    ":reasons alternatives={w} -- The {w}.",
    ":delegate {w} with={w} -- sell the {w}",
    ":advice vale -- the {w}",
    ":oral reed -- the {w}",
    ":decision -- The {w} was let.",
    ":award {w} amount={n} budget={w}",
    ":petition {w} ward={w} signatures={n}",
    ":appoint {p},{q} to={w} -- {w}",
    ":nominate {p} {q} to={w}",
    ":ballot {p} {n} {q} 1 to={w} elected={p}",
    ":speakers -- Jo {w}, Al Moss for {w}",
    ':heard objection who="Jo {w}"',
    ':person qz{n} name="Jo {w}" kind=speaker',
    ":division {p},{q}",
    ":flag -- {w}",
    ":none",
)
"""`{o}` is a question moved in private, `{p}` and `{q}` are members, `{a}` and `{b}` numbers of votes."""

UNVEILING = (
    ":strike e{x}",
    ":undo e{y}",
    ":undo",
    ":redo",
    ":private e{z} no",
    ":move e{z} after=e{l} under=10",
    ":move e{r} before=e{z}",
    ":@<e{z} readmit",
    ":readmit items=7",
    ":correct e{x} exclude items=7 para=3",
)
"""What may make private things public: of the exclusion (`x` its event, `y` its entry), of a private event (`z`), of
the return (`r`), of the last event (`l`)."""

PUBLIC_AFTER = """
:take 10
The benches were painted.
:motion ash birch -- That a bench be bought.
:amend elm ash words=all -- bench -> seat
:vote 7 3 1
:vote named against=elm,fir rest=for
:action vale -- paint the seat
:out pine
:outcome noted -- the seat
:close 21:00
"""

_MEMBERS = ("oak", "elm", "ash", "birch", "fir", "pine", "juniper", "willow")


class Found(AssertionError):
    """Something private in a public form."""


@cache
def _begun() -> Desk:
    here = desk()
    here.play(":open 19:00\n:present rest\n:take 7\n:put r7\n:vote unanimous\n:take 8\nIt was debated in public.")
    return here


def _private_part(chance: Random, here: Desk, word: str, number: str) -> list[str]:
    """A private session with lines chosen at random; what does not fit is left out. Gives what was recorded."""
    entered = []
    for _ in range(chance.randint(0, 9)):
        mine = [q.id for q in here.meeting.questions.values() if q.event in here.meeting.private]
        p, q = chance.sample(_MEMBERS, 2)
        values = {"w": word, "n": number, "p": p, "q": q, "o": chance.choice([*mine, "r9"])}
        votes = {"a": chance.randint(0, 9), "b": chance.randint(0, 2)}
        line = chance.choice(PRIVATE).format(**values, **votes)
        newest = list(here.meeting.votes.values())[-1]
        if line.startswith((":record", ":cast")) and newest.event not in here.meeting.private:
            # It would be of a public vote, of which the public may know.
            continue
        try:
            here.enter(line)
        except Unclear:
            continue
        entered.append(line)
    return entered


def _elsewhere(chance: Random, here: Desk) -> list[str]:
    """Questions of the private session, met again at a public item."""
    entered = []
    for label in [q.id for q in here.meeting.questions.values() if q.event in here.meeting.private or q.id == "r9"]:
        line = chance.choice((":put {o}", ":vote unanimous of={o}", ":vote 4 3 1 of={o}", ":put", ":withdraw {o}", ""))
        if line == ":put":
            continue
        try:
            if line:
                here.enter(line.format(o=label))
        except Unclear:
            continue
        entered.append(line.format(o=label))
    return entered


ENDED = {
    ":take 9\n:exclude items=9 para=3": ":readmit\n:take 8",
    ":exclude": ":readmit\n:take 8",
    ":take 9": ":take 8",
    ":take 8\n:exclude items=8 para=3": ":readmit items=8\nIt was heard.\n:action vale -- mend it\n:outcome noted",
}
"""How a private part begins, and how it ends: the last for a part of an item."""


def pair(number: int, seed: int = 0) -> tuple[list[Desk], list[list[str]]]:
    """Two meetings that differ in what was recorded in private only, and those lines of each."""
    how = Random(f"{seed} {number} how").choice(tuple(ENDED))
    again = Random(f"{seed} {number} again").random() < 0.5
    made: list[Desk] = []
    lines: list[list[str]] = []
    for which in (0, 1):
        chance = Random(f"{seed} {number} {which}")
        here = Desk(_begun().meeting, _begun().item)
        here.play(how)
        said = _private_part(chance, here, MARKERS[which], NUMBERS[which])
        here.play(ENDED[how])
        if again and how != ":exclude":
            said += _elsewhere(chance, here)
        here.play(PUBLIC_AFTER)
        made.append(here)
        lines.append(said)
    return made, lines


def tried(number: int, seed: int = 0, *, heavy: bool = False) -> None:
    """One pair. Raises `Found` where a form of either has what is private, or the two differ."""
    made, lines = pair(number, seed)
    forms = [public_forms(here.meeting, heavy=heavy) for here in made]
    for which, parts in enumerate(forms):
        _no_marker(parts, lines[which], which)
    for (name, one), (other_name, other) in zip(*forms, strict=True):
        if name != other_name or (one != other and not name.endswith((".docx", ".pdf"))):
            raise Found(f"{name!r} depends on what was private: {lines[0]} or {lines[1]}")
    chance = Random(f"{seed} {number} unveiled")
    _in_silence(chance, made[0], lines[0])


def _no_marker(parts: list[tuple[str, bytes]], lines: list[str], which: int) -> None:
    for name, content in parts:
        text = f"{name}\n{content.decode('utf-8', 'replace')}"
        if MARKERS[which] in text.lower() or NUMBERS[which] in text.replace(",", ""):
            raise Found(f"{name!r} has something of {lines}")


def _marked(here: Desk) -> bool:
    return MARKERS[0] in write_text(draft(here.meeting, STYLE)).lower()


def _in_silence(chance: Random, here: Desk, lines: list[str]) -> None:
    """Lines that may make something public: where they do, it is said before and found after."""
    for _ in range(3):
        meeting = here.meeting
        out = [p.id for p in meeting.events if type(p.event).__name__ == "PublicExcluded"] or ["1.0"]
        back = [p.id for p in meeting.events if type(p.event).__name__ == "PublicReadmitted"] or ["1.0"]
        secret = sorted(meeting.private) or ["1.0"]
        ids = {
            "x": out[0],
            "y": out[0].split(".")[0],
            "z": chance.choice(secret),
            "r": back[0],
            "l": meeting.events[-2].id,
        }
        line = chance.choice(UNVEILING).format(**ids)
        was = _marked(here)
        try:
            would = recording(meeting, line, here.item)
            assert would is not None
            said = say_back(meeting, would.events)
            here.enter(line)
        except Unclear:
            continue
        if was or not _marked(here):
            continue
        if "public." not in said:
            raise Found(f"{line} made {lines} public in silence: {said!r}")
        if not any(one.rule == "X6" and "public now" in one.text for one in findings(here.meeting)):
            raise Found(f"{line} made {lines} public, and nothing is found")
