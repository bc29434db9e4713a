"""Section 11: exempt session (X1 to X8)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from clerk.agenda import Item
from clerk.events import (
    CastingVote,
    Minuted,
    MotionMoved,
    Noted,
    PublicExcluded,
    PublicReadmitted,
    PublicSummary,
    QuestionPut,
    VoteTaken,
)
from clerk.findings import Finding
from clerk.meeting.exempt import made_public, of_itself, of_private_questions, with_doors
from clerk.meeting.parts import PROCEDURAL
from clerk.meeting.record import Placed
from clerk.rare import decides
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import marked
from clerk.saying.exempt import kinds_of
from clerk.saying.names import capital


def short_form(defined_in: str) -> str:
    """The schedule alone of what defines exempt information: "Part 1 of Schedule 12A of the Act" is "Schedule 12A"."""
    found = re.search(r"Schedule \w+", defined_in)
    return found[0] if found else defined_in


def _exclusion(case: Case, place: int) -> PublicExcluded | None:
    """The exclusion in force at a place."""
    marks = [(case.place(p.id), e) for p, e in case.of(PublicExcluded)]
    ends = [case.place(p.id) for p, _ in case.of(PublicReadmitted)]
    last = max(((at, event) for at, event in marks if at < place), key=lambda mark: mark[0], default=None)
    if last is None or any(last[0] < end < place for end in ends):
        return None
    return last[1]


@rule(X1="HARD WARN", X2="HARD", X3="WARN")
def resolution(case: Case) -> Iterator[Finding]:
    """A resolution to exclude names the business, the paragraph, and the public interest."""
    for placed, event in case.of(PublicExcluded):
        named = [case.meeting.items[item] for item in event.items if item in case.meeting.items]
        if named and all(item.confidential for item in named):
            continue
        if not event.items and not event.basis:
            text = "The public was excluded without saying for which items."
            yield found("HARD", "X1", text, "Name them (:exclude items=9).", at=placed)
        for item in of_itself(case.meeting, event):
            text = f"The public was excluded for {case.item_name(item)}, which is that resolution itself."
            yield found("WARN", "X1", text, "Name the business that it is for (:correct … items=).", at=placed)
        known = case.profile.exempt_paragraphs
        if event.paragraph is None and not event.basis and known:
            text = f"The public was excluded without the paragraph of {short_form(case.profile.exempt_defined_in)}."
            papers = dict.fromkeys(number for item in named for number in item.paragraphs.split("+") if number)
            remedy = (
                f"The papers give it: :exclude para={'+'.join(papers)}." if papers else "Give it (:exclude para=3)."
            )
            yield found("HARD", "X1", text, remedy, at=placed)
        elif event.paragraph is not None and not {event.paragraph, *event.more_paragraphs} <= set(known):
            wrong = next(number for number in (event.paragraph, *event.more_paragraphs) if number not in known)
            text = f"There is no paragraph {wrong} under which this council excludes the public."
            remedy = (
                f"It has {known[0]} to {known[-1]}."
                if known
                else f"Take it out: the public goes {case.profile.exempt_ground}."
            )
            yield found("HARD", "X2", text, remedy, at=placed)
        weighed = any("public interest" in marked(text) for p, text in case.prose if p.event.item == event.item)
        paragraphs = {event.paragraph, *event.more_paragraphs}
        weighed = weighed or not case.profile.exempt_weighed or paragraphs <= set(case.profile.exempt_unweighed)
        if not event.public_interest and not event.basis and not weighed:
            text = "It is not said that the public interest was weighed."
            yield found("WARN", "X3", text, "Add it (:exclude … weighed=yes).", at=placed)


@rule(X1="HARD", X4="HARD", X5="WARN", X7="NOTE")
def in_session(case: Case) -> Iterator[Finding]:
    """Exempt business in exempt session, and open business in public."""
    back: set[str] = set()
    for item in case.items:
        events = case.under.get(item.id, [])
        if item.exempt or item.confidential or _by_its_papers(case, item):
            if not case.closed:
                text = f"The title of {case.item_name(item.id)} is printed in public: it must itself be safe."
                yield found("NOTE", "X7", text, item=item.id)
            for placed in events:
                excluded = _exclusion(case, case.place(placed.id))
                covered = excluded is not None and (not excluded.items or item.id in excluded.items)
                if not covered and placed.event.private is not False and not _to_exclude(case, placed):
                    name = capital(case.item_name(item.id))
                    if item.confidential:
                        text = f"{name} is confidential, and was taken with the public there."
                        yield found("HARD", "X4", text, "Record that they left (x).", at=placed)
                    elif excluded is None and _was_excluded(case, item, case.place(placed.id)):
                        text = f"{name} is exempt, and this was recorded after the public had come back."
                        remedy = (
                            "Put the place of one of the two right (e), record that they left again (x), or write what "
                            "is public under another item or a heading (:heading -- …)."
                        )
                        yield found("HARD", "X1", text, remedy, at=placed)
                    else:
                        text = f"{name} is exempt, and no resolution excludes the public for it."
                        what = "item and paragraph" if case.profile.exempt_paragraphs else "its item"
                        yield found("HARD", "X1", text, f"Record it, with {what} (x).", at=placed)
                    break
        else:
            for placed in events:
                excluded = _exclusion(case, case.place(placed.id))
                if excluded is None or not excluded.items or item.id in excluded.items or item.id in back:
                    continue
                if isinstance(placed.event, PublicSummary) or case.place(placed.id) < 0:
                    continue
                if case.in_hand(case.place(placed.id)) != item.id or item.kind == "exempt":
                    continue
                back.add(item.id)
                text = f"{capital(case.item_name(item.id))} is open business, and the public had not come back."
                yield found("WARN", "X5", text, "Record when they were readmitted (:readmit).", at=placed)
                break


_NOT_PUBLIC = re.compile(
    r"(?:exempt|not for publication|private|confidential)\b(?!.*\b(?:appendix|annex|part)\b)", re.I
)


def _by_its_papers(case: Case, item: Item) -> bool:
    """Whether an item is in private by where it stands, under the resolution to exclude the public, or by what each of
    its reports says of itself, though nothing says it of the item."""
    if item.reports and all(_NOT_PUBLIC.match(report.status.strip()) for report in item.reports):
        return True
    above = case.meeting.items.get(item.parent or "")
    return above is not None and (above.kind == "exempt" or _by_its_papers(case, above))


_EXCLUDES = re.compile(r"\b(?:exclu\w+|withdraw|leave|asked to go)\b", re.IGNORECASE)


def _to_exclude(case: Case, placed: Placed) -> bool:
    """Whether what was done is the motion to exclude the public itself, its putting or its vote: it stands before the
    resolution, and may be taken at the item."""
    event = placed.event
    match event:
        case MotionMoved(question=label):
            labels: tuple[str, ...] = (label,)
        case QuestionPut(questions=of):
            labels = of
        case VoteTaken(vote=id_) | CastingVote(vote=id_):
            vote = case.meeting.votes.get(id_)
            labels = vote.questions if vote is not None else ()
        case _:
            return False
    known = [case.meeting.questions[label] for label in labels if label in case.meeting.questions]
    said = [" ".join(clause.text for clause in question.base) for question in known if question.kind in PROCEDURAL]
    return (
        bool(known)
        and len(said) == len(known)
        and all(_EXCLUDES.search(text) and "public" in text.lower() for text in said)
    )


def _was_excluded(case: Case, item: Item, before: int) -> bool:
    """Whether the public was excluded for an item at some time before a place."""
    exclusions = [event for placed, event in case.of(PublicExcluded) if case.place(placed.id) < before]
    return any(not event.items or item.id in event.items for event in exclusions)


SUMMARY = "Write a summary (:summary -- …)."
"""What is to be done where the public minutes are no fair record; asked for at the final draft."""


def announced(case: Case, since: Placed, later: bool = True) -> list[Placed]:
    """The decisions that were announced in public after something, wherever that is minuted; those too of which it was
    said that they would be (`later`)."""
    of = (pair for pair in case.of(Noted) if pair[1].construct == "EX-05.decision")
    said = (placed for placed, event in of if later or event.facts.get("when") != "later")
    place = case.place(since.id)
    return [p for p in said if case.place(p.id) > place and p.id not in case.meeting.private]


def _unfair(case: Case, item: Item, events: Sequence[Placed]) -> str:
    """Why the public minutes tell no fair story of an item with private business; "" where they do."""
    if any(event.item == item.id for _, event in case.of(PublicSummary)):
        return ""
    public = [placed for placed in events if placed.id not in case.meeting.private]
    if not public:
        return f"The public minutes say nothing of {case.item_name(item.id)}."
    decided = any(decides(placed.event) for placed in events)
    if decided and not any(decides(placed.event) for placed in public) and not announced(case, events[0], later=False):
        return f"The public minutes do not say what was decided on {case.item_name(item.id)}."
    return ""


def _resolves_to_exclude(case: Case, item: Item) -> bool:
    """Whether an item is the resolution to exclude the public, which the public minutes print, and nothing else."""
    excludes = any(
        placed.event.item == item.id and item.id not in event.items for placed, event in case.of(PublicExcluded)
    )
    return excludes and item.kind == "exempt" and not item.exempt and not item.confidential


def no_fair_record(findings: Iterable[Finding]) -> list[Finding]:
    """Those of the findings, not answered, by which the public minutes want a summary before they are final."""
    return [one for one in findings if one.rule == "X6" and one.remedy == SUMMARY and not one.answer]


@rule(X6="WARN HARD")
def two_sets(case: Case) -> Iterator[Finding]:
    """The public minutes tell enough of what was done in private, and nothing that is exempt."""
    meeting = case.meeting
    back = {placed.id for placed, doors in with_doors(meeting.events) if not doors.closed and doors.excluded_items}
    for item in case.items:
        events = case.under.get(item.id, [])
        private = [placed for placed in events if placed.id in meeting.private]
        if private and _resolves_to_exclude(case, item):
            what = kinds_of(private)
            text = f"Recorded on {case.item_name(item.id)} once the public had gone, and kept private: {what}."
            yield found("WARN", "X6", text, "If the public may know it, free it (:private … no).", at=private[0])
        elif private and case.is_over(item.id) and (text := _unfair(case, item, events)):
            yield found("WARN", "X6", text, SUMMARY, at=private[0])
        for placed in events if item.exempt or item.confidential or private else ():
            if isinstance(placed.event, Minuted) and placed.event.private is False and placed.id not in back:
                text = f"What was minuted of {case.item_name(item.id)} in private is marked as public."
                yield found("HARD", "X6", text, "Make it private again (:private), or write a summary.", at=placed)


@rule(X6="WARN")
def after_the_return(case: Case) -> Iterator[Finding]:
    """What was done at an item once the public was back, and is private as the item is, is said: they may have heard
    it. Of an item that its papers have in private, X1 says so."""
    late: dict[str, list[Placed]] = {}
    for placed, doors in with_doors(case.meeting.events):
        item = case.meeting.items.get(placed.event.item or "")
        if item is None or doors.closed or item.exempt or item.confidential or item.id not in doors.excluded_items:
            continue
        is_of = placed.id in case.meeting.private and not case.meeting.private_by.get(placed.id)
        if is_of and placed.event.private is None and case.in_hand(case.place(placed.id)) == item.id:
            late.setdefault(item.id, []).append(placed)
    for id_, events in late.items():
        name = case.item_name(id_)
        text = f"Recorded on {name} after the public had come back, and kept private: {kinds_of(events)}."
        number = case.meeting.items[id_].called
        remedy = (
            f"If the public heard it, say so of their return (:readmit items={number}), or free it (:private … no)."
        )
        yield found("WARN", "X6", text, remedy, at=events[0])


_CALLED_PRIVATE = re.compile(r"\bexempt\b|\bconfidential\b|\bnot for publication\b|\bpart (?:b|ii|2)\b", re.IGNORECASE)
"""How the papers call an item that they have in private, in its title or in a heading above it."""


@rule(X6="WARN")
def public_after_the_return(case: Case) -> Iterator[Finding]:
    """What was minuted of an item that its papers call exempt, once the public was back for the rest of it, is public:
    it may tell what was exempt."""
    for item in case.items:
        if item.exempt or item.confidential or not _CALLED_PRIVATE.search(item.title):
            continue
        back = [p for p, event in case.of(PublicReadmitted) if item.id in event.items]
        after = case.place(back[0].id) if back else None
        public = [
            placed
            for placed in case.under.get(item.id, [])
            if isinstance(placed.event, Minuted)
            and placed.event.private is None
            and placed.id not in case.meeting.private
            and after is not None
            and case.place(placed.id) > after
        ]
        if public:
            name = capital(case.item_name(item.id))
            text = f"{name} is exempt by its papers, and what was minuted of it once the public was back is public."
            remedy = "Make it private (:private … yes), or say that it may be known (:private … no)."
            yield found("WARN", "X6", text, remedy, at=public[0])


@rule(X6="WARN")
def made_known(case: Case) -> Iterator[Finding]:
    """What was recorded in private and now is in the public minutes, however that came about."""
    by_item: dict[str | None, list[Placed]] = {}
    for placed in made_public(case.meeting):
        by_item.setdefault(placed.event.item, []).append(placed)
    for item, freed in by_item.items():
        of = f" of {case.item_name(item)}" if item in case.meeting.items else ""
        text = f"Recorded in private, and public now: {kinds_of(freed)}{of}."
        remedy = "Make it private again (:private), or undo what made it public; or say why it may be known."
        yield found("WARN", "X6", text, remedy, at=freed[0])


@rule(X5="WARN")
def readmitted_from_nowhere(case: Case) -> Iterator[Finding]:
    """The public comes back only when it had gone."""
    for placed, doors in with_doors(case.meeting.events):
        if isinstance(placed.event, PublicReadmitted) and not doors.closed:
            text = "The public was readmitted, and had not been excluded."
            yield found("WARN", "X5", text, "Record the exclusion (:exclude), or strike this.", at=placed)


@rule(X6="WARN")
def questions_elsewhere(case: Case) -> Iterator[Finding]:
    """What is done in public with a question that was moved or amended in private is kept private, and said."""
    said: set[str] = set()
    for placed, label in of_private_questions(case.meeting):
        if label in said:
            continue
        said.add(label)
        question = case.meeting.questions[label]
        home = f" of {case.item_name(question.item)}" if question.item and question.item != placed.event.item else ""
        text = f"{label}{home} was moved or amended in private: what was done with it here is kept private."
        remedy = "Write a summary (:summary -- …), or free what may be known, event by event (:private … no)."
        yield found("WARN", "X6", text, remedy, at=placed)
