"""What is taken out of a meeting to stand by itself: one item, one motion, the note that follows within days."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from clerk.agenda import Item
from clerk.calendar import working_day_after
from clerk.events import Declared
from clerk.meeting.motions import text_before, text_of
from clerk.meeting.parts import Question
from clerk.meeting.state import Meeting
from clerk.names import Unclear, nearest_word
from clerk.times import say_date
from exports.amendments import amendment_words
from exports.blocks import AnyBlock, ChairLines, Draft, FrontHeading, ItemHeading, NameColumns, Prose, Title, for_a_file
from exports.decisions import decisions_of
from exports.evenly import evenly
from exports.front import restriction
from exports.interests import declared_before
from exports.motions import KINDS, seconder_of
from exports.numbering import printed_order
from exports.style import Style
from exports.writer import Writer, said

_NOTE_DAYS = 7
"""Working days after the meeting within which Welsh law wants a note of it."""


def item_called(meeting: Meeting, number: str) -> Item:
    """The item of a number on the agenda. Raises `Unclear`, with the nearest."""
    wanted = number.strip().casefold().rstrip(".")
    known = {item.number.casefold().rstrip("."): item for item in meeting.items.values() if item.number}
    if wanted not in known:
        raise Unclear(f"There is no item “{number}” on the agenda.{nearest_word(wanted, list(known))}")
    return known[wanted]


def extract(meeting: Meeting, style: Style, draft: Draft, item: Item, exempt: bool = False) -> Draft:
    """One item alone, titled as what it is: an extract from the (draft) minutes. It is never a notice of a decision."""
    writer = Writer(meeting, style, exempt)
    is_draft = bool(draft.status.strip())
    title = style.text("DS.extract", **{**writer.common, "draft": is_draft})
    titles = [replace(block, text=title) for block in draft.blocks if isinstance(block, Title)]
    own = list(draft.of_item(item.id))
    before = [] if any(block.construct.startswith("DE-") for block in own) else declared_before(writer, item.id)
    headings = [block for block in own if isinstance(block, ItemHeading)]
    rest = [block for block in own if not isinstance(block, ItemHeading)]
    closed = any(block.private for block in rest)
    return replace(
        draft,
        title=", ".join((title, *(block.date for block in titles))),
        blocks=(*titles, *headings, *evenly(before, writer), *rest),
        file_stem=f"{draft.file_stem.replace('Printed minutes', 'Extract')} item {item.number}".strip(),
        restriction=draft.restriction if closed else "",
        chair_label="",
    )


def annex(style: Style, draft: Draft) -> Draft:
    """The items of an exempt draft that were wholly or in part in exempt session, and no others: the annex to the
    public minutes."""
    closed = {block.item for block in draft.blocks if block.private and block.item is not None}
    titles = [block for block in draft.blocks if isinstance(block, Title)]
    title = style.text("DS.annex", title=titles[0].text if titles else draft.body)
    first = [replace(block, text=title) for block in titles]
    own = [block for block in draft.blocks if block.item in closed and block.item is not None]
    # What the public minutes say of exempt business (X6) stands in those.
    blocks = [block for block in own if block.construct != "X6"]
    return replace(
        draft,
        title=", ".join((title, *(block.date for block in titles))),
        blocks=(*first, *blocks),
        file_stem=draft.file_stem.replace("Printed minutes", "Exempt annex"),
    )


def motion(meeting: Meeting, style: Style, label: str) -> Draft:
    """A motion or amendment alone, to be handed round while it is debated: its words, the text now and if carried.

    Marked as not for publication where the public may not know of it; else it has the label that the public forms give
    it. Raises `Unclear` where there is none of that label.
    """
    known = meeting.questions
    if label not in known:
        raise Unclear(f"There is no motion “{label}”.{nearest_word(label, list(known))} There are: {', '.join(known)}.")
    private = label in meeting.private_questions
    writer = Writer(meeting, style, exempt=private)
    question = next(q for q in writer.meeting.questions.values() if (q.event or q.id) == (known[label].event or label))
    label = question.id
    setup, item = meeting.setup, writer.item(question.item)
    what = KINDS[question.kind]
    day = say_date(setup.date) if setup else ""
    about = f"{what.capitalize()} {label}: {writer.body.name}"
    blocks: list[AnyBlock] = [Title(text=about, date=day)]
    if item is not None:
        blocks.append(ItemHeading(number=writer.numbers.get(item.id, item.number), text=item.title, item=item.id))
    blocks += _texts(writer, question, what)
    return Draft(
        title=f"{about}, {day}",
        blocks=tuple(evenly(blocks, writer)),
        status="",
        restriction=restriction(writer) if private else "",
        file_stem=f"{what.capitalize()} {label} {day} {for_a_file(writer.body.name)}".strip(),
        body=writer.body.name,
        chair_label="",
        held=setup.date if setup else None,
    )


def _texts(writer: Writer, question: Question, what: str) -> Iterator[AnyBlock]:
    known = writer.meeting.questions
    placed = [p for p in writer.meeting.events if p.id == question.event]
    if question.mover:
        seconder = seconder_of(writer, question.seconder, placed[0]) if placed else ""
        mover = writer.person(question.mover).formal
        yield _prose(writer, "DS.moves", kind=what, label=question.id, mover=mover, seconder=seconder)
    if question.kind != "amendment":
        yield writer.clauses(text_of(known, question.id), "DS", placed)
        return
    for line in amendment_words(writer, question.id):
        yield Prose(spans=said(line), construct="DS")
    yield _prose(writer, "DS.now")
    yield writer.clauses(text_before(known, question.id), "DS", placed)
    yield _prose(writer, "DS.if", kind=what)
    yield writer.clauses(text_of(known, question.id), "DS", placed)


def note(meeting: Meeting, style: Style, draft: Draft) -> Draft:
    """The note of a meeting that Welsh law wants published within seven working days: who attended, apologies,
    declarations, decisions and results of votes, with the day on which it falls due. `draft` is the public one."""
    writer = Writer(meeting, style, exempt=False)
    title = style.text("DS.note", **writer.common)
    titles = [replace(block, text=title) for block in draft.blocks if isinstance(block, Title)]
    blocks: list[AnyBlock] = [*titles]
    if meeting.setup is not None:
        due = working_day_after(meeting.profile, meeting.setup.date, _NOTE_DAYS)
        blocks.append(_prose(writer, "DS.note.due", day=say_date(due)))
    blocks += (b for b in draft.of_item(None) if isinstance(b, FrontHeading | ChairLines | NameColumns))
    declared = {p.id for p in writer.meeting.events if isinstance(p.event, Declared)}
    for item in printed_order(writer.meeting):
        own = list(draft.of_item(item.id))
        found = [b for b in own if declared & set(b.events)] + decisions_of(meeting, style, draft, item)
        if item.kind == "declarations" and not found:
            found = [b for b in own if b.construct == "DE-01"]
        if found:
            blocks += [*(b for b in own if isinstance(b, ItemHeading)), *found]
    return replace(
        draft,
        title=", ".join((title, *(block.date for block in titles))),
        blocks=tuple(evenly(blocks, writer)),
        file_stem=draft.file_stem.replace("Printed minutes", "Note"),
        chair_label="",
    )


def _prose(writer: Writer, key: str, **facts: Any) -> Prose:
    return Prose(spans=writer.style.render(key, **{**writer.common, **facts}), construct="DS", keep_with_next=True)
