"""The keys of what is written under an item, and of how it ended."""

from collections.abc import Mapping

from clerk.events import AnyEvent, Introduced, MinutesApproved, Noted, NothingToRecord, OutcomeDeclared
from clerk.meeting.state import Meeting
from clerk.rare import by_verb
from clerk.saying.names import brief_names, capital
from clerk.shorthand.line import Line
from screens.desk.below import below
from screens.desk.filling import Filling
from screens.desk.key import Desk, Key
from screens.desk.seats import Seats
from screens.desk.steps import Choice, Step
from screens.desk.verb_words import words_for
from screens.desk.writing import Writing


class Paragraph(Key):
    id = "text.paragraph"
    keys = ("t",)
    label = "Text"
    help = "A paragraph. A capital letter or a paste at home begins one by itself."
    words = "narrative write type minute discussion disorder disturbance warning remarks"
    weight = 92
    constructs = ("RE-04",)

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.write(below(desk, Writing("paragraphs")))


class Present(Key):
    id = "text.introduce"
    keys = ("b",)
    label = "Report by"
    help = "Who brings the report, of officers and who attends, and what they did; or who was invited to the table."
    words = (
        "introduce present officer invited table speakers public residents objector applicant agent representations "
        "presentation"
    )
    weight = 76
    constructs = ("RE-01", "RE-02", "PU-03", "PU-13", "OU-16")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        options = {"c": ("the chair introduced it", Line("introduce", ("chair",)))}
        spoke = Filling(meeting, item, Line("speakers"), "Speakers from outside", SPEAKERS, first="words")
        steps = _who_reports(meeting, item)
        steps["m"] = ("a Member brings it", _member(meeting, item))
        steps["s"] = ("speakers from outside", spoke)
        steps["o"] = ("someone else", Filling(meeting, item, Line("introduce"), "Who brought it"))
        steps["p"] = ("appointments", Filling(meeting, item, Line("appoint"), "Appointments"))
        for key, (label, verb) in _OTHERS.items():
            steps[key] = (label, Filling(meeting, item, Line(verb), label.capitalize()))
        return Choice(meeting, item, "Report", options, steps=steps)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Introduced):
            return None
        others = Choice(there, event.item, "Report", {}, steps=_who_reports(there, event.item), about="introduce")
        manner: dict[str, str] = {} if event.manner == "introduced" else {"how": event.manner}
        people = ",".join(event.people)
        step = _manner(there, event.item, people, brief_names(there, event.people), others)
        return step.as_recorded(Line("introduce", (people,), manner, event.text))


SPEAKERS = "Who spoke: names, commas between; NAME for NAME, Cllr NAME"
_OTHERS = {
    "i": ("invited to the table", "invite"),
    "n": ("a speaker was not there", "noshow"),
    "h": ("the public is heard", "heard"),
    "q": ("questions to a speaker", "questioned"),
    "v": ("advice is given", "advice"),
}
"""What else comes before an item is decided, by its key, with its verb."""


def _who_reports(meeting: Meeting, item: str | None) -> dict[str, tuple[str, Step]]:
    """Officers and partners by a digit, then councillors of other bodies who attend, as a Cabinet's do, each with the
    step that asks what they did."""
    officers = [person for person in meeting.people.values() if person.kind in ("officer", "partner")]
    here = (p.event for p in meeting.events if isinstance(p.event, Noted) and p.event.construct == "FM-04")
    come = [meeting.people[id_] for event in here for id_ in event.named() if id_ in meeting.people]
    visiting = list(dict.fromkeys(person.id for person in come if person.kind in ("councillor", "member")))
    acting = {person for _, person in meeting.acting}
    visitors = [meeting.people[id_] for id_ in visiting if id_ not in acting][:_VISITORS]
    officers = [*officers[: 9 - len(visitors)], *visitors]
    steps: dict[str, tuple[str, Step]] = {
        str(number): (meeting.briefs[person.id], _manner(meeting, item, person.id, meeting.briefs[person.id]))
        for number, person in enumerate(officers[:9], 1)
    }
    return steps


_VISITORS = 3
"""How many visiting councillors have a digit where officers have all of them."""


def _member(meeting: Meeting, item: str | None) -> Step:
    """Asks which Member brings the report, as a Cabinet's do, and then what they did."""
    return Seats(
        meeting,
        item,
        Line("introduce"),
        ("who brings it",),
        then=lambda who: _manner(meeting, item, who, meeting.name(who)),
    )


def _manner(meeting: Meeting, item: str | None, person: str, name: str, others: Step | None = None) -> Choice:
    """What someone did with the report; `others` is the step that names somebody else."""
    options = {
        "i": ("introduced it", Line("introduce", (person,))),
        "p": ("presented it", Line("introduce", (person,), {"how": "presented"})),
        "s": ("spoke to it, and went on…", Line("introduce", (person,), {"how": "spoke"})),
    }
    steps = {"o": ("somebody else", others)} if others is not None else {}
    step = Choice(meeting, item, capital(name), options, texts=frozenset("s"), steps=steps)
    step.kind_of_text = "paragraphs"
    return step


_ENDED = {
    "n": ("noted", Line("outcome", ("noted",))),
    "r": ("noted, no referrals", Line("outcome", ("noted",), {"referrals": "none"})),
    "a": ("approved", Line("outcome", ("approved",))),
    "u": ("refused: reasons", Line("outcome", ("refused",))),
    "d": ("deferred: why, until when", Line("outcome", ("deferred",))),
    "t": ("continued: why, until when", Line("outcome", ("continued",))),
    "w": ("withdrawn", Line("outcome", ("withdrawn",))),
    "x": ("no further action", Line("outcome", ("no", "further", "action"))),
    "l": ("not reached", Line("outcome", ("not", "reached"))),
}
"""How an item ended, by its key."""


class Outcome(Key):
    id = "item.outcome"
    keys = ("=",)
    label = "Outcome"
    help = "How the item ended: none, noted, deferred, referred, withdrawn and the rest."
    words = (
        "none noted deferred deferral postponed referred referral refused approved withdrawn reasons conditions no "
        "further action minutes approved resolution not reached"
    )
    weight = 82
    constructs = ("OU-03", "OU-04", "OU-06", "OU-07", "OU-08", "OU-10", "OU-12", "DE-01", "MI-01", "FW-01", "UR-01")

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from clerk.shorthand.narrative import waiting_for

        history = desk.looking.history
        told = history is None or waiting_for(desk.sitting.meeting, desk.sitting.item, lambda: history)
        desk.begin(cls.step if told else cls._asking_the_day)

    @classmethod
    def _asking_the_day(cls, meeting: Meeting, item: str | None) -> Step:
        """The step where nothing tells which minutes wait: of those corrected the day is asked before the words."""
        return cls._step(meeting, item, told=bool(_approved(meeting)))

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return Outcome._step(meeting, item, told=True)

    @staticmethod
    def _step(meeting: Meeting, item: str | None, told: bool) -> Step:
        options = {
            "0": ("None.", Line("none")),
            **_ENDED,
            "c": ("carried, not counted", Line("vote", ("assent",))),
            "o": ("lost, not counted", Line("vote", ("lost",))),
            "g": ("reasons", Line("reasons")),
            "i": ("conditions", Line("conditions")),
        }
        days = _to_approve(meeting, item)
        approved = Filling(meeting, item, Line("minutes", (days,) if days else ()), "Minutes approved")
        referred = Filling(meeting, item, Line("outcome", ("referred",)), "Referred", first="to")
        until = {"to": "until when"}
        deferred = Filling(meeting, item, options["d"][1], "Deferred", "Why", first="words", only=until)
        steps: dict[str, tuple[str, Step]] = {"m": ("minutes approved", approved), "f": ("referred", referred)}
        # Without a day the minutes that wait for approval are meant.
        done, corrected = _approved(meeting), "minutes corrected"
        if told:
            options["k"] = (corrected, Line("readas", (done[-1],)) if done else Line("minutes"))
        else:
            steps["k"] = (corrected, Filling(meeting, item, Line("minutes"), "Minutes corrected", words=True))
        texts, pieces = frozenset("udt"), frozenset("gi")
        lists = frozenset("k")
        choice = Choice(meeting, item, "Outcome", options, texts=texts, pieces=pieces, lists=lists, steps=steps)
        return choice.going_on("d", deferred)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, OutcomeDeclared | NothingToRecord):
            return None
        from clerk.shorthand.again import line_again

        line = line_again(event, there, "")
        assert line is not None
        options = {"0": ("None.", Line("none")), **_ENDED}
        if isinstance(event, OutcomeDeclared) and line.operands not in [said.operands for _, said in options.values()]:
            to = f" to {event.to}" if event.to else ""
            options["e"] = (f"{event.what}{to}", Line("outcome", line.operands, line.options))
        return Choice(there, event.item, "Outcome", options, texts=frozenset("udet")).as_recorded(line)


def _to_approve(meeting: Meeting, item: str | None) -> str:
    """The days of the minutes that the papers, or the item's own title, bring to the item, as the line takes them."""
    from clerk.calendar import minutes_named

    papers, setup = meeting.items.get(item or ""), meeting.setup
    return "+".join(day.isoformat() for day in minutes_named(papers, setup.date)) if papers and setup else ""


def _approved(meeting: Meeting) -> list[str]:
    """The days of the minutes that were approved tonight."""
    approved = [placed.event for placed in meeting.events if isinstance(placed.event, MinutesApproved)]
    return [day.isoformat() for event in approved for day in event.dates]


class Shorthand(Key):
    id = "text.shorthand"
    keys = (":",)
    label = "Shorthand"
    help = "A line of shorthand: any verb, with names and text."
    words = "command line verb"
    weight = 34

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.write(Writing("line", wants="A line of shorthand"), ":")

    @classmethod
    def followed_by(cls, screen: Desk) -> Mapping[str, str]:
        """Every verb: some have no key of their own."""
        from clerk.shorthand.verbs import VERBS

        names = {verb: f"{row.label}. " for verb, row in by_verb().items()}
        return {verb.name: f"{names.get(verb.name, '')}{verb.says}" for verb in VERBS.values()}

    @classmethod
    def words_after(cls, key: str) -> str:
        return words_for(key)
