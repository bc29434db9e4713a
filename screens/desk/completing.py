"""What may follow the words being typed: what was learned of earlier papers, of this agenda, of tonight, and of the
common words of what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from clerk.completion.learned import Learned
from clerk.completion.lines import GoesOn, action_goes_on, goes_on
from clerk.completion.offers import Offering, Source
from clerk.completion.sources import (
    agenda_lines,
    names_known,
    ordinary_words,
    people_lines,
    spoken_words,
    without_strangers,
    words_in,
)
from clerk.completion.words import parted, words_of
from clerk.meeting.exempt import behind_doors
from clerk.meeting.state import Meeting
from screens.desk.writing import Writing
from screens.sitting import Sitting

if TYPE_CHECKING:
    from clerk.transcripts.cues import Transcript

EARLIER, SPOKEN, PAPERS, TONIGHT = 1.0, 2.0, 2.0, 10.0
"""How much a word of earlier papers counts, of a transcript, of this agenda and its reports, and of tonight."""

PAUSE = 0.0005
"""Seconds between two slices of what is learned, in which keys go first."""


class Completing:
    """Offers words. `use` is "on", "off" or "tab": Tab takes a word too. What is learned of papers and earlier minutes
    is learned in a thread of its own, a slice at a time."""

    def __init__(self, sitting: Sitting, use: str = "on", snippets: Mapping[str, str] | None = None) -> None:
        self.on = use != "off"
        self.tab = use == "tab"
        self.snippets = snippets or {}
        """What words typed in short stand for."""
        self._sitting = sitting
        self._earlier = Learned()
        self._papers = Learned()
        self._people = Learned()
        self._tonight = Learned()
        self._spoken = Learned()
        self._spoken_of: Transcript | None = None
        self._here = Learned()
        self._here_of = ""
        self._said = ""
        """All that was recorded in public tonight, to know who was named already."""
        self._named: dict[str, bool] = {}
        """Each surname on tonight's roll and agenda, and whether it was."""
        self._of: Meeting | None = None
        """The meeting that was learned last."""
        self._met: object = None
        self._recorded: dict[str, tuple[object, bool]] = {}
        """What tonight's was learned of: events by id, and whether each was private."""
        self.learned = not self.on
        """Whether what is kept of papers and earlier minutes has been learned."""
        self._offering = Offering(())
        self._sources()

    def _sources(self) -> None:
        papers = [Source(learned, PAPERS) for learned in (self._papers, self._people)]
        said = [Source(self._spoken, SPOKEN)] if len(self._spoken) else []
        self._offering = Offering([Source(self._earlier, EARLIER), *said, *papers, Source(self._tonight, TONIGHT)])

    # -- learning --------------------------------------------------------------------------------------------------

    def learn(self) -> None:
        """Learns papers and earlier minutes, from what is kept of them. Not on the screen's own thread."""
        if not self.on:
            return
        from store.following import first_line_of
        from store.learned import BOUND, PAPERS, earlier_words, read_words
        from store.places import home_of

        meeting, path = self._sitting.meeting, self._sitting.kept.path
        home, first = home_of(path), first_line_of(path)
        id_ = first.id if first is not None else ""
        earlier, papers, known = Learned(), Learned(), names_known(meeting)
        texts = [*earlier_words(meeting, path), read_words(home, id_, BOUND) or []]
        ordinary = ordinary_words(word for text in texts for word in text)
        for text in texts:
            _slowly(earlier, without_strangers(text, known, ordinary))
        _slowly(papers, (word for line in agenda_lines(meeting) for word in words_of(line)))
        _slowly(papers, read_words(home, id_, PAPERS) or [])
        self._earlier, self._papers = earlier, papers
        self._sources()
        self.learned = True

    def follow(self) -> None:
        """Learns what was recorded since, who is here now, and what was said where that is taken in."""
        meeting = self._sitting.meeting
        if not self.on:
            return
        self._listen()
        if meeting is self._of:
            return
        self._of = meeting
        closed = behind_doors(meeting)
        now: dict[str, tuple[object, bool]] = {
            placed.id: (placed.event, placed.id in closed) for placed in meeting.events
        }
        new = [id_ for id_ in now if id_ not in self._recorded]
        if any(now.get(id_) != was for id_, was in self._recorded.items()):
            # Something was taken back, put right or is private now: none of it is to be offered.
            self._tonight, new = Learned(), list(now)
            self._said, self._named = "", {}
            self._sources()
        self._recorded = now
        fresh = ""
        for id_ in new:
            event, exempt = now[id_]
            if not exempt and (text := words_in(event)):
                self._tonight.learn(words_of(text))
                fresh += f"\n{text}"
        self._said += fresh
        self._meet(meeting, fresh)
        self._offering.forget()

    def _meet(self, meeting: Meeting, fresh: str) -> None:
        for name in {person.surname for person in meeting.people.values()}:
            # All that was said tonight is looked through once for a name; after that, only what is new.
            if not self._named.get(name):
                self._named[name] = name in (fresh if name in self._named else self._said)
        named = frozenset(id_ for id_, person in meeting.people.items() if self._named[person.surname])
        if self._met == (met := (meeting.people, meeting.in_room, named)):
            return
        self._met = met
        self._people = Learned()
        self._people.learn(word for line in people_lines(meeting, named) for word in words_of(line))
        self._sources()

    def _listen(self) -> None:
        """Learns what is kept of what was said whenever that changes; what went from it is offered no more at once."""
        heard = self._sitting.heard
        now = heard.public if heard is not None else None
        if now is self._spoken_of:
            return
        self._spoken_of, self._spoken = now, Learned()
        self._sources()
        if now is not None:
            Thread(target=self._learn_spoken, args=(now,), name="words that were said", daemon=True).start()

    def _learn_spoken(self, transcript: Transcript) -> None:
        texts = (cue.text for recording in transcript.recordings for cue in recording.cues)
        learned = Learned()
        _slowly(learned, spoken_words(texts, self._sitting.meeting))
        if transcript is self._spoken_of:
            self._spoken = learned
            self._sources()

    # -- offering --------------------------------------------------------------------------------------------------

    def offers(self, writing: Writing | None, typed: str, place: int) -> tuple[str, ...]:
        """The words that may follow, the rest of the one begun first; at `place` 1 the next best."""
        if not self.on or writing is None or writing.kind == "find":
            return ()
        self.follow()
        on = self._goes_on(writing, typed)
        if on.words is None:
            return (on.rests[place],) if place < len(on.rests) else ()
        return self._words(on.words, place)

    def _goes_on(self, writing: Writing, typed: str) -> GoesOn:
        if writing.kind == "line" and typed.startswith(":"):
            return goes_on(self._sitting.meeting, typed)
        return action_goes_on(self._sitting.meeting, typed) if writing.kind == "action" else GoesOn(words=typed)

    def _words(self, typed: str, place: int) -> tuple[str, ...]:
        before, _ = parted(typed)
        if before != self._here_of:
            self._here, self._here_of = Learned(), before
            self._here.learn(words_of(before))
        offer = self._offering.offer(typed, Source(self._here, TONIGHT), place)
        return offer.words if offer is not None else ()


def _slowly(learned: Learned, words: Iterable[str]) -> None:
    pauses: Iterator[None] = learned.learning(words)
    for _ in pauses:
        sleep(PAUSE)
