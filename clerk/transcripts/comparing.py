"""What was said near a vote, held against what is recorded of it: notes for the clerk, which decide nothing.

A machine that writes down sound mishears names and figures: no note is more than a reason to listen again.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from clerk.findings import Finding
from clerk.meeting.parts import Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.people import Person
from clerk.times import say_time
from clerk.transcripts.beside import Beside, Spoken

NEAR = timedelta(minutes=2)
"""How far from a vote something said may be of it."""

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: number for number, word in enumerate(_UNITS)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, 2)} | {"no": 0, "none": 0, "nobody": 0, "nil": 0}
_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_UNITS[1:10])})|{'|'.join(_NUMBERS)})"
_SIDES = {
    "for": r"(?:in favou?r|for|in support)",
    "against": r"(?:against|opposed)",
    "abstained": r"(?:abstentions?|abstaine?d?|abstaining)",
}
_FIGURES = {
    side: re.compile(
        rf"\b(?:(?P<first>{_NUMBER})\s+(?:votes?\s+|members?\s+)?{words}\b|{words}[\s,:?-]+(?P<last>{_NUMBER})\b"
        rf"(?!\s+(?:votes?\s+)?(?:for|against|in favou?r|opposed|abst)))",
        re.IGNORECASE,
    )
    for side, words in _SIDES.items()
}
_TO = re.compile(rf"\b(?P<for>{_NUMBER})(?: votes?)? to (?P<against>{_NUMBER})\b", re.IGNORECASE)
_OF_A_VOTE = re.compile(r"\b(?:votes?|voted|carried|lost|defeated)\b", re.IGNORECASE)
_UNANIMOUS = re.compile(r"\b(?:unanimous(?:ly)?|nem\.? con)\b", re.IGNORECASE)
_WAS = r"(?:'s|’s|is|are|was|were|has been|have been|be)"
_WHAT = r"(?:motion|amendment|recommendations?|question|vote|resolution|item|report|that|it|this|they|those)"
_SO = r"(?:(?:therefore|duly|then|unanimously|also|not|all) )*"
_SAID = r"(?:not )?(?:carried|agreed|lost|defeated)"
_TOLD = (
    rf"\b{_WHAT} ?{_WAS} {_SO}{_SAID}\b(?! (?:out|over|forward|to|last))",
    rf"\b{_SAID},? (?:unanimously|nem|by \w+ votes?)\b",
    rf"\b{_WHAT} (?:falls|fell)\b",
    rf"\b(?:declare|declared) [\w ]{{0,40}}\b{_SAID}\b",
    rf"\A\W*(?:\w+\W+){{0,4}}{_SAID}\W*\Z",
)
_RESULT = re.compile("|".join(_TOLD), re.IGNORECASE)
"""A result as it is told, and not any "lost" or "agreed": "that is carried", "the motion falls", "lost by one vote"."""
_RESULT_WORDS = ("carried", "agreed", "lost", "defeated", "falls", "fell")

_LOST = re.compile(r"\b(?:lost|not (?:\w+ )?carried|falls|fell|defeated|not (?:\w+ )?agreed)\b", re.IGNORECASE)
_NAME = r"((?:[A-Z][\w'’-]+ ?){1,4})"
_DONE = {"mover": "(?i:moved|proposed)", "seconder": "(?i:seconded)"}
_NAMED = {
    what: (
        re.compile(rf"\b{done},? (?:that )?by {_NAME}"),
        re.compile(rf"\b{_NAME}(?:has |had )?{done}\b"),
        re.compile(rf"\b{done},? {_NAME}"),
    )
    for what, done in _DONE.items()
}
"""Who did it, as it is said: "seconded by Councillor Ash", "Councillor Ash seconded", "seconded, Councillor Ash"."""

_DONE_BY = re.compile(rf"\b(?i:moved|proposed|seconded) {_NAME}")
_SAID_BY = ("moved", "proposed", "seconded")
_TITLES = frozenset({"councillor", "councillors", "cllr", "alderman", "mr", "mrs", "ms", "miss", "dr", "sir", "the"})


def notes(beside: Beside, meeting: Meeting) -> tuple[Finding, ...]:
    """What was said within two minutes of a vote and differs from the record, both side by side. Where votes follow
    each other within that, what is said is of the nearest; a mover or seconder may be of any of them."""
    found: list[Finding] = []
    timed = _timed(meeting)
    for at, vote, placed in timed:
        words = beside.between(at - NEAR, at + NEAR)
        nearest = [one for one in words if min(timed, key=lambda other: abs(other[0] - one.at))[1] is vote]
        differences = (
            *_of_result(nearest, vote, at),
            *_of_figures(nearest, vote),
            *_of_names(nearest, vote, timed, meeting),
            *_of_answers(nearest, vote, meeting),
        )
        found += [_note(said, recorded, placed) for said, recorded in differences]
    return tuple(found)


_Timed = tuple[datetime, Vote, Placed]
"""A vote with its time and its event."""


def _timed(meeting: Meeting) -> list[_Timed]:
    """The votes that stand and have a time, with it and with the event of each."""
    events = {placed.id: placed for placed in meeting.events}
    votes = [(vote, events[vote.event]) for vote in meeting.votes.values() if vote.event in events]
    return [
        (placed.event.at, vote, placed) for vote, placed in votes if placed.event.at is not None and not vote.superseded
    ]


def _note(said: Spoken, recorded: str, placed: Placed) -> Finding:
    text = f"At {say_time(said.at)} the transcript has “{_shortened(said.text)}”; the record has {recorded}."
    remedy = "A transcript often mishears: listen again, and put the record right only where it is wrong."
    return Finding("NOTE", "", text, remedy, event=placed.id, item=placed.event.item)


def _shortened(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157].rsplit(' ', 1)[0]}…"


def _has(text: str, words: Iterable[str]) -> bool:
    """Whether any of some words is in a text: an evening has thousands, and few that need a closer look."""
    lower = text.lower()
    return any(word in lower for word in words)


def _of_result(words: list[Spoken], vote: Vote, at: datetime) -> Iterator[tuple[Spoken, str]]:
    """Another result: the nearest words that say one, where the vote is not a tie."""
    if vote.state == "tied":
        return
    said = [
        (one, "lost" if _LOST.search(match[0]) else "carried")
        for one in words
        if _has(one.text, _RESULT_WORDS) and (match := _RESULT.search(one.text))
    ]
    if not said:
        return
    nearest, result = min(said, key=lambda pair: abs(pair[0].at - at))
    if result != vote.state:
        yield nearest, vote.state


def _of_figures(words: list[Spoken], vote: Vote) -> Iterator[tuple[Spoken, str]]:
    if vote.votes_for is None:
        return
    counted = {"for": vote.votes_for, "against": vote.against or 0, "abstained": vote.abstained or 0}
    recorded = f"{counted['for']} for, {counted['against']} against, {counted['abstained']} abstained"
    for one in words:
        differs = any(number != counted[side] for side, number in figures_in(one.text))
        if differs or (counted["against"] and _UNANIMOUS.search(one.text)):
            yield one, recorded


_DIGIT = re.compile(r"\d")
_SIDE_WORDS = frozenset(("for", "favour", "favor", "support", "against", "opposed"))


def figures_in(text: str) -> list[tuple[str, int]]:
    """The figures of a vote that a text says, each with its side: "for", "against" or "abstained"."""
    found: list[tuple[str, int]] = []
    if " to " in text and _OF_A_VOTE.search(text) and (match := _TO.search(text)):
        # Of a motion that was lost it may be the other way round: "lost by five to three".
        figures = number_of(match["for"]), number_of(match["against"])
        found += zip(("for", "against"), figures[::-1] if _LOST.search(text) else figures, strict=True)
    lower = text.lower()
    words = set(re.findall(r"\w+", lower))
    if (words.isdisjoint(_SIDE_WORDS) and "abst" not in lower) or not (words & _NUMBERS.keys() or _DIGIT.search(text)):
        return found
    for side, pattern in _FIGURES.items():
        for match in pattern.finditer(text):
            found.append((side, number_of(match["first"] or match["last"])))
    return found


def number_of(word: str) -> int:
    """A number below a thousand, in figures or words: "6", "six", "twenty-one"."""
    if word.isdigit():
        return int(word)
    return sum(_NUMBERS[part] for part in re.split(r"[- ]", word.lower()))


def _of_names(words: list[Spoken], vote: Vote, timed: list[_Timed], meeting: Meeting) -> Iterator[tuple[Spoken, str]]:
    """Another mover or seconder than is recorded of what was voted on, there or in any vote that was near then."""
    for one in words:
        if not _has(one.text, _SAID_BY):
            continue
        near = [other for at, other, _ in timed if abs(at - one.at) <= NEAR]
        for what in _NAMED:
            people = _who(what, vote, meeting)
            name = _named(what, one.text, meeting)
            if not name or not people or any(_is_one_of(name, _who(what, other, meeting)) for other in near):
                continue
            role = "moved" if what == "mover" else "seconded"
            yield one, f"{role} by {', '.join(meeting.briefs[person.id] for person in people)}"


def _who(what: str, vote: Vote, meeting: Meeting) -> list[Person]:
    """The movers, or the seconders, of what was voted on."""
    questions = [meeting.questions[label] for label in vote.questions if label in meeting.questions]
    recorded = [str(getattr(question, what)) for question in questions]
    return [meeting.people[id_] for id_ in recorded if id_ in meeting.people]


def _named(what: str, text: str, meeting: Meeting) -> str:
    """Who is said to have moved or seconded; "" for nobody. Without "by", only who is called so at this meeting: "The
    Chair moved on" names nobody."""
    by, before, after = _NAMED[what]
    if match := by.search(text):
        return match[1]
    # Of "moved Elm seconded Ash" Elm is the first's.
    others = [match.span(1) for match in _DONE_BY.finditer(text)]
    own = [m for m in before.finditer(text) if not any(begin < m.end(1) and m.start(1) < end for begin, end in others)]
    names = (match[1] for match in (*own, *after.finditer(text)))
    return next((name for name in names if _is_one_of(name, meeting.people.values())), "")


def _is_one_of(said: str, people: Iterable[Person]) -> bool:
    words = [word for word in plain(said.replace("-", " ")).split() if word not in _TITLES]
    return any(set(plain(person.last_word.replace("-", " ")).split()) & set(words) for person in people)


_ANSWER = re.compile(r"\W*(?:i (?:vote|am) )?(for|against|abstain(?:ed|ing)?|in favou?r)\W*", re.IGNORECASE)


def _of_answers(words: list[Spoken], vote: Vote, meeting: Meeting) -> Iterator[tuple[Spoken, str]]:
    """Another answer at a roll call, of one whom the clerk has matched to a label."""
    if vote.method != "named":
        return
    how = dict.fromkeys(vote.for_names, "for")
    how |= dict.fromkeys(vote.against_names, "against")
    how |= dict.fromkeys(vote.abstained_names, "abstained")
    by_name = {meeting.briefs[person]: person for person in how if person in meeting.people}
    for one in words:
        match = _ANSWER.fullmatch(one.text)
        person = by_name.get(one.speaker)
        if match is None or person is None:
            continue
        answer = match[1].lower()
        said = "abstained" if answer.startswith("abs") else "against" if answer == "against" else "for"
        if said != how[person]:
            yield one, f"{one.speaker} {how[person]}"
