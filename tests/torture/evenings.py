"""Random evenings: whatever is typed the fold stands, and every form tells the same result of every question once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO, StringIO
from pathlib import Path
from random import Random

from clerk.meeting.fold import fold
from clerk.meeting.parts import PROCEDURAL, Vote
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.rules.checks import findings
from clerk.setup.convening import convene
from exports.blocks import Draft, ItemHeading, Prose
from exports.data.votes_table import votes_csv
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from exports.word import write_docx
from tests.exports.reading import read_back
from tests.support.minute import Desk, desk
from tests.torture.publishing import mistyped
from tests.torture.trial import Lost

_NAMES = ("Tom Oak", "Dora Elm", "Ivo Ash", "Petra O’Yew", "Hugh Green-Elm", "K Box", "Ann Oak", "de la Mare")
_PEOPLE = ("tom", "elm", "ash", "yew", "green", "box", '"Ann Oak"', "mare")
_BODIES = (
    "Ponds Committee",
    "Planning Committee",
    "Cabinet",
    "Council",
    "Licensing Sub-Committee",
    "Weir Parish Council",
)
_ITEMS = ("1", "2", "3", "4", "4.1", "5", "6", "7", "8")
_TEXTS = (
    "That the ponds be dredged.",
    "that a bench be bought",
    "To buy a bench, and paint it",
    "Refuse consent",
    "That permission be refused.",
    "1. That one be done.\n  2. That two be done.",
    "because the river rose",
    "“Quoted” & <b>bold</b> {{ x }} 50%",
    "48 representations remained.",
    "That item 9 be taken next",
    "é☃ — –",
)


def _papers(chance: Random) -> Desk:
    """A meeting about to begin, of any kind of body."""
    body = chance.choice(_BODIES)
    return desk(
        convene(
            {
                "body": body,
                "date": chance.choice(("2012-05-01", "2019-03-12", "2031-03-12")),
                "time": chance.choice(("10:00", "18:30", "19:00")),
                "venue": "The Long Room",
                "quorum": chance.choice((2, 3)),
                "members": [{"name": n, "role": ("chair", "vice-chair", *[""] * 6)[k]} for k, n in enumerate(_NAMES)],
                "substitutes": [{"name": "Pat Pine"}],
                "officers": [{"name": "Jo Reed", "title": "Ms", "post": "Head of Ponds"}],
                "items": [
                    {"number": 1, "title": "Minutes of the last meeting"},
                    {"number": 2, "title": "Declarations of Members' interests"},
                    {"number": 3, "title": "Members' Items"},
                    {
                        "number": 4,
                        "title": "Ponds",
                        "recommendations": ["That the ponds be dredged.", "That it be told."],
                    },
                    {"number": "4.1", "under": 4, "title": "Reeds", "recommendations": ["That the reeds be cut."]},
                    {"number": 5, "title": "1 Mill Row", "case": "31/1", "recommendations": ["That it be approved."]},
                    {"number": 6, "title": "2 Mill Row", "case": "31/2", "recommendations": ["That it be refused."]},
                    {"number": 7, "title": "Lease", "exempt": True, "recommendations": ["That the lease be granted."]},
                    {"number": 8, "title": "Any items that the Chairman decides are urgent"},
                ],
            }
        )
    )


def _deciding(chance: Random) -> Iterator[str]:
    """Lines of one question's life, in some order that a meeting might have."""
    who, by, item = chance.choice(_PEOPLE), chance.choice(("duly", "none", "without", *_PEOPLE)), chance.choice(_ITEMS)
    text = chance.choice(_TEXTS)
    of = chance.choice(("", "", "", " of=A1", " of=m1", f" of=r{item}", " of=A1+A2", " to=refusal", " to=approval"))
    counts = chance.choice(
        ("8 0 0", "5 3 0", "4 4 0", "3 5", "2 2 4", "0 0 8", "unanimous", "assent", "carried", "lost")
    )
    yield f":take {item}"
    for _ in range(chance.randint(1, 4)):
        yield chance.choice(
            (
                f":motion {who} {by} -- {text}",
                f":motion {who} {by} kind=deferral -- to June",
                f":motion {who} {by} kind=closure -- That the question be put",
                f":amend {who} {by} add -- {text}",
                f":amend {who} {by} at=1 delete",
                f":put{of}",
                f":put r4 only={chance.choice('12')}",
                ":put r4+r4.1",
                ":put r5+r6",
                ":minutes 2012-03-01",
                f":memberitem {who} -- {text}",
                f":memberitem {who} agreed=yes -- {text}",
                f":outcome {chance.choice(('noted', 'approved', 'refused', 'deferred', 'not reached'))}",
                f":vote {counts}{of}",
                f":vote {counts} recount=v{chance.randint(1, 4)}",
                f":vote named against={chance.choice(_PEOPLE)} rest=for",
                f":cast {chance.choice(('for', 'against', 'declined'))}",
                f":withdraw {chance.choice(('', 'm1', 'A1'))}",
                f":accept {chance.choice(('', 'A1'))}",
                f":declare {who} {item} kind=dpi effect=left -- {text}",
                f":@19:{chance.randint(10, 59)} out {who}",
                f":in {who}",
                f":undo e{chance.randint(5, 30)}",
                ":exclude items=7 para=3",
                ":readmit",
                text,
            )
        )
    yield f":vote {counts}{of}"


def evening(chance: Random) -> Meeting:
    """A meeting of decisions, with whatever a tired hand types between them. What is refused is refused."""
    table = _papers(chance)
    table.play(":open\n:present rest")
    for _ in range(chance.randint(2, 12)):
        for line in _deciding(chance):
            typed = mistyped(chance) if chance.random() < 0.12 else line
            if chance.random() < 0.05:
                spot = chance.randrange(len(typed))
                typed = typed[:spot] + chance.choice(("", "é", ":", " ", "=", "9")) + typed[spot + 1 :]
            with suppress(Unclear):
                table.enter(typed)
    return table.meeting


def told(chance: Random, folder: Path, number: int) -> None:
    """One evening, told in every form."""
    meeting = evening(chance)
    if fold(meeting.entries) != meeting:
        raise Lost("what was folded entry by entry is not what is folded at once")
    findings(meeting)
    style = shipped_style()
    written = draft(meeting, style, exempt=True)
    _same_in_word(written)
    sheet = decision_sheet(meeting, style, written, exempt=True)
    rows = [row for row in csv.DictReader(StringIO(votes_csv(meeting, style, True))) if row["Record"] == "vote"]
    for vote in meeting.votes.values():
        if not vote.superseded:
            _told_once(meeting, vote, written, sheet, rows)


def _same_in_word(written: Draft) -> None:
    file = BytesIO()
    write_docx(written, file)
    text = [line for line in write_text(written, tabs=True).split("\n") if line.strip()]
    if (back := read_back(file, marker=True)) != text:
        odd = next((pair for pair in zip(back, text, strict=False) if pair[0] != pair[1]), ("", "the end"))
        raise Lost(f"Word says {odd[0]!r} where the text says {odd[1]!r}")


_SAYS = {"carried": ("RESOLVED", "CARRIED", "APPROVED", "agreed"), "lost": ("LOST", "REFUSED", "RESOLVED", "not ")}


def _told_once(meeting: Meeting, vote: Vote, written: Draft, sheet: Draft, rows: list[dict[str, str]]) -> None:
    """The result of a vote stands once under each item that it decides, in minutes and sheet, and in a row each."""
    questions = [meeting.questions[label] for label in vote.questions if label in meeting.questions]
    state = vote.state
    mine = [row for row in rows if row["Vote"] == vote.id]
    if [row["Result"] for row in mine] != [state] * len(questions):
        raise Lost(f"the votes file says {[row['Result'] for row in mine]} of {vote.id}, which is {state}")
    if state == "tied" or any(_voted_again(meeting, vote, question.id) for question in questions):
        return
    # What was moved before any item was taken belongs to none, and stands where it was voted on.
    for item in dict.fromkeys(question.item for question in questions if question.item):
        said = _sentences(meeting, vote, item, written)
        if len(said) == 2 and "declared CARRIED" in said[0]:
            # The chair's word, where no figures were given; what it made of an application follows.
            del said[0]
        if len(said) != 1:
            raise Lost(f"{vote.id} on {vote.questions} has {len(said)} results under {item}: {said}")
        if not any(word in said[0] for word in _SAYS[state]):
            raise Lost(f"{vote.id} was {state}, and the minutes say {said[0]!r}")
        here = [q for q in questions if (q.item or item) == item and q.kind not in PROCEDURAL]
        # Amendments that were put together have one result that names both.
        amendments = [q for q in here if q.kind == "amendment"]
        here = [q for q in here if q not in amendments[1:]]
        short = _of_events(sheet, {vote.event}, item, ("RESOLVED", "CARRIED", "LOST"))
        if len(short) != len(here):
            raise Lost(f"{vote.id} on {vote.questions} has {len(short)} results on the sheet under {item}: {short}")
        if any(("LOST" in text) is not (state == "lost") for text in short):
            raise Lost(f"{vote.id} was {state}, and the sheet says {short}")


def _voted_again(meeting: Meeting, vote: Vote, label: str) -> bool:
    """Whether there is another vote on the whole of a question, which is found as such (M21)."""
    votes = [other for other in meeting.votes.values() if not other.superseded and label in other.questions]
    return len(votes) > 1


def _sentences(meeting: Meeting, vote: Vote, item: str | None, written: Draft) -> list[str]:
    """The sentences under an item that give the result of a vote: its own, or those of the casting vote on it."""
    casts = {p.id for p in meeting.events if getattr(p.event, "vote", "") == vote.id}
    return _of_events(written, {vote.event, *casts}, item, _RESULTS)


_RESULTS = ("RESOLVED", "CARRIED", "LOST", "APPROVED", "REFUSED", "not agreed", "not approved")


def _of_events(made: Draft, events: set[str], item: str | None, words: tuple[str, ...]) -> list[str]:
    """What stands below the heading of an item of some events, with one of some words in it."""
    found: list[str] = []
    under: str | None = None
    for block in made.blocks:
        if isinstance(block, ItemHeading):
            under = block.item
        if not isinstance(block, Prose) or under != item:
            continue
        text = "".join(span.text for span in block.spans)
        if events & set(block.events) and any(word in text for word in words):
            found.append(text)
    return found
