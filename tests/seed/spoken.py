"""What may have been said on the evening of June 2019, invented from its narrative: minutes turned back into talk.

Nobody talks as minutes are written. Each sentence loses the words that report it and its past tense, gains hesitations
and other words for some of its own, names and figures are misheard, and between any two there is talk of nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from clerk.transcripts.cues import Anchor, Cue, Recording, Transcript

from .minuting import Gesture

_REPORTED = re.compile(
    r"^[^.;]{0,45}?\b(?:noted|asked|requested|responded|stated|added|enquired|reported|said|explained|advised|referred|"
    r"confirmed|invited|set out)\b(?: to| for| about| that| whether| if)?\s*"
)
_SPOKEN = {
    "was": "is", "were": "are", "had": "has", "would": "will", "could": "can", "might": "may", "regarding": "on",
    "provide": "give", "provided": "given", "receive": "get", "received": "got", "purchase": "buy", "approximately":
    "about", "following": "after", "prior": "before", "currently": "now", "additional": "more", "requirements": "needs",
    "commence": "start", "therefore": "so", "however": "but", "assist": "help", "sought": "looked for",
}  # fmt: skip
_HESITATIONS = ("erm", "you know", "sort of", "I mean", "well", "so")
_NOTHING = (
    "Can everybody hear me at the back, is the microphone on? Yes, thank you.",
    "Thank you, Chair. I just wanted to come back on that if I may, very briefly.",
    "Sorry, could you say that again please, there is some noise outside.",
    "Does anybody else want to come in on this one? No? Then we move on.",
    "I think we all know what the position is, and officers will take that away.",
)


def talk(steps: Sequence[Gesture]) -> Iterator[str]:
    """The talk of which the narrative may be the minutes, a turn of somebody each."""
    chance = random.Random(2019)
    for step in steps:
        for sentence in re.split(r"(?<=[.?!:])\s+|\n", step.narrative):
            if words := sentence.strip():
                yield _as_said(words, chance)
        if step.narrative:
            yield chance.choice(_NOTHING)


def _as_said(sentence: str, chance: random.Random) -> str:
    said: list[str] = []
    for number, word in enumerate(_REPORTED.sub("", sentence).split()):
        bare = word.strip(".,;:?!“”‘’'\"()")
        if bare[:1].isupper() and number and bare.lower() not in _SPOKEN:
            word = _misheard(word)
        elif bare[:1].isdigit():
            word = word.translate(str.maketrans("0123456789", "5678901234"))
        said.append(_SPOKEN.get(bare.lower(), word))
        if chance.random() < 0.12:
            said.append(f"{chance.choice(_HESITATIONS)},")
    text = " ".join(said)
    return text[:1].upper() + text[1:]


def _misheard(name: str) -> str:
    return name.translate(str.maketrans("aeiou", "eioua"))


def transcript(meeting: str, steps: Sequence[Gesture], opened: datetime) -> Transcript:
    """That talk as a machine has it, in cues of a dozen words, as it is kept of a meeting of that id."""
    cues, place = [], 0.0
    for number, turn in enumerate(talk(steps)):
        words = turn.split()
        for begins in range(0, len(words), 12):
            some = words[begins : begins + 12]
            cues.append(Cue(place, place + len(some) / 2.5, " ".join(some), f"Speaker {1 + number % 7}"))
            place += len(some) / 2.5
    anchors = (Anchor(0.0, opened), Anchor(place, opened + timedelta(seconds=place)))
    return Transcript(meeting, (Recording("june.vtt", "0" * 64, anchors, cues=tuple(cues), length=place),))
