"""Every form in which the public has a meeting, in one list: what leaks is looked for in all of them.

A new form is a function here with `@form` (or `@form(heavy=True)` where it takes long): it gives the names of its
files with their bytes, and what is unpacked of them. `test_leaks_at_random.py` tells where `clerk handover` writes a
file that is not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import msgspec
import pikepdf
from msgspec import Struct

from clerk.library import registers as registers_of
from clerk.library.actions import followed
from clerk.library.findable import findable
from clerk.library.records import Record
from clerk.library.state import Library
from clerk.library.tomorrow import references
from clerk.meeting.exempt import behind_doors
from clerk.meeting.fold import fold
from clerk.meeting.openly import openly
from clerk.meeting.state import Meeting
from clerk.saying.finds import sentence_of
from clerk.transcripts.cues import Anchor, Cue, Recording, Transcript
from clerk.transcripts.cutting import cut_again
from exports import html, registers, sheets
from exports.blocks import Draft
from exports.data.akoma_ntoso import write_akoma_ntoso
from exports.data.record import write_json
from exports.data.times_table import times_csv, times_vtt
from exports.data.vocabulary import vocabulary
from exports.data.votes_table import votes_csv
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.extracts import extract, motion, note
from exports.moderngov import attendance_csv, index, pieces
from exports.paper import paper
from exports.pdf import write_pdf
from exports.plain import write_text
from exports.running_order import running_order
from exports.style import shipped_style
from exports.word import write_docx
from screens.board.frames import frame
from screens.board.html import decisions_within, page
from screens.cli.drafting import flags
from screens.cli.readback import between, own_paragraphs
from screens.differences import differences, side_by_side
from screens.sharing.public import public_decisions, public_shown
from tests.exports.reading_pdf import tags

STYLE = shipped_style()

Parts = Iterator[tuple[str, bytes]]
"""Names of files, or of what is in them, with their bytes."""


class Public(Struct, frozen=True):
    """A meeting to be published; `written` are its documents, each made once."""

    meeting: Meeting
    written: tuple[Draft, ...]

    @property
    def minutes(self) -> Draft:
        """The public minutes."""
        return self.written[0]


Form = Callable[[Public], Parts]
LIGHT: list[Form] = []
HEAVY: list[Form] = []


def form(make: Form | None = None, *, heavy: bool = False) -> Callable[[Form], Form] | Form:
    """Enters a form in the list."""

    def enter(one: Form) -> Form:
        (HEAVY if heavy else LIGHT).append(one)
        return one

    return enter if make is None else enter(make)


def public(meeting: Meeting) -> Public:
    """A meeting with its documents: the minutes, the decision sheet, the actions, the note, each item alone."""
    minutes = draft(meeting, STYLE)
    documents = [minutes, decision_sheet(meeting, STYLE, minutes), sheets.action_list(meeting, STYLE, minutes)]
    documents.append(note(meeting, STYLE, minutes))
    numbered = [item for item in meeting.items.values() if item.number]
    documents += [extract(meeting, STYLE, minutes, item) for item in numbered if item.id in ("i8", "i9", "i10")]
    return Public(meeting, tuple(documents))


def public_forms(meeting: Meeting, *, heavy: bool = True) -> list[tuple[str, bytes]]:
    """The bytes of every form by name; without the `heavy` ones, Word and PDF, where there is no time for them."""
    made = public(meeting)
    return [part for one in (*LIGHT, *(HEAVY if heavy else ())) for part in one(made)]


@form
def _texts(made: Public) -> Parts:
    for document in made.written:
        yield f"{document.file_name}.txt", write_text(document).encode()
        yield f"{document.file_name}.html", html.write_html(document).encode()


@form
def _moderngov(made: Public) -> Parts:
    handed = pieces(made.meeting, STYLE, made.minutes)
    for piece in handed:
        yield f"Modern.gov items/{piece.name}", f"{piece.title}\n{piece.html}".encode()
    yield "Modern.gov items/index.html", index(made.minutes, handed).encode()
    yield "Modern.gov items/attendance.csv", attendance_csv(made.meeting, STYLE).encode()


@form
def _sheets(made: Public) -> Parts:
    yield f"{made.written[2].file_name}.csv", sheets.actions_csv(made.meeting, STYLE).encode()


@form
def _data(made: Public) -> Parts:
    def named(what: str) -> str:
        return f"Data/{made.minutes.file_name.replace('Printed minutes', what)}"

    meeting = made.meeting
    yield f"{named('Meeting')}.json", write_json(meeting, STYLE).encode()
    yield f"{named('Minutes')}.xml", write_akoma_ntoso(meeting, STYLE, made.minutes).encode()
    yield f"{named('Votes')}.csv", votes_csv(meeting, STYLE).encode()
    yield f"{named('Times')}.csv", times_csv(meeting, STYLE).encode()
    for day, text in times_vtt(meeting, STYLE).items():
        yield f"{named('Chapters')}{day}.vtt", text.encode()
    yield f"{named('Names')}.txt", vocabulary(meeting, STYLE).encode()


@form
def _pages(made: Public) -> Parts:
    """What is sent to `/`, its stream and `/state.json`, and what the book keeps for the public."""
    decisions = public_decisions(made.meeting) if made.meeting.course == "closed" else ""
    now = frame(public_shown(made.meeting, "evening"), decisions_within(decisions))
    whole = page(now.shown, board=now.board, stream="/stream", root="/", chair=False)
    yield "page: /", whole.encode()
    yield "page: stream", now.event
    yield "page: state.json", now.state
    yield "page: tag", now.tag.encode()
    yield "book: decisions", decisions.encode()


@form
def _registers(made: Public) -> Parts:
    """What stands of a meeting in the registers over meetings, and in the list of actions."""
    records = [Record("id", "evening", made.meeting).openly]
    known = Library()
    members = registers_of.attendance([registers_of.evening_of(record) for record in records], known)
    found = [registers.attendance(members, ""), registers.declarations(registers_of.declarations(records, known), "")]
    for one in members:
        found.append(registers.votes(registers_of.votes_of(records, known, one.identity), one.names[0], ""))
    found.append(registers.actions(followed(records, known, date(2031, 1, 1))))
    for register in found:
        yield (
            f"register: {registers.as_draft(register).file_name}",
            f"{registers.as_csv(register)}\n{registers.as_html(register)}".encode(),
        )
        yield f"terminal: {register.title}", registers.in_a_terminal(register).encode()


@form
def _for_the_night(made: Public) -> Parts:
    """What is printed for the evening: not for the public where there is exempt business, and then marked."""
    for document in (running_order(made.meeting, STYLE), paper(made.meeting, STYLE)):
        if not document.restriction:
            yield f"{document.file_name}.txt", write_text(document).encode()


@form
def _alone(made: Public) -> Parts:
    """Each motion and amendment that is handed round unmarked."""
    for label in made.meeting.questions:
        document = motion(made.meeting, STYLE, label)
        if not document.restriction:
            yield f"{document.file_name}.txt", f"{html.write_html(document)}\n{write_text(document)}".encode()


@form
def _changed(made: Public) -> Parts:
    """What `clerk changes` shows of the minutes since the public went out first."""
    hidden = behind_doors(made.meeting)
    first = next((placed.entry for placed in made.meeting.events if placed.id in hidden), 2)
    then = draft(fold(made.meeting.entries[: first - 1]), STYLE)
    yield "terminal: changes", "\n".join(f"{one.ours} | {one.theirs}" for one in between(then, made.minutes)).encode()


@form
def _sent_on(made: Public) -> Parts:
    """What other bodies are sent, with text, votes and reasons; of exempt matters they have the title alone."""
    sent = [one for one in references(made.meeting, "id") if not one.exempt]
    yield "terminal: references", repr([(one.to, one.title, one.text, one.votes, one.reasons) for one in sent]).encode()


@form
def _said(made: Public) -> Parts:
    """What is kept of a recording of the evening, the words of its exempt sessions gone."""
    anchors = (Anchor(0.0, datetime(2031, 3, 12, 19)), Anchor(7200.0, datetime(2031, 3, 12, 21)))
    cues = tuple(Cue(second, second + 4.0, f"Minute {second // 60:g}", "Speaker 1") for second in range(0, 7200, 60))
    recording = Recording("evening.vtt", "", anchors, cues=cues, length=7200.0)
    yield "transcript", msgspec.json.encode(Transcript("id", (cut_again(recording, made.meeting),)))


@form
def _found(made: Public) -> Parts:
    """What is indexed as public, and the sentences that are shown for it."""
    rows = [one for one in findable(made.meeting) if not one.private]
    yield "index", "\n".join(f"{one.kind} {one.text} {one.outcome} {one.people}" for one in rows).encode()
    known = openly(made.meeting)
    yield "terminal: found", "\n".join(sentence_of(known, one.event, one.item) for one in rows).encode()


@form(heavy=True)
def _word(made: Public) -> Parts:
    for document in made.written:
        stream = BytesIO()
        write_docx(document, stream)
        yield f"{document.file_name}.docx", stream.getvalue()
        with ZipFile(stream) as package:
            for name in package.namelist():
                yield f"{document.file_name}.docx: {name}", package.read(name)
            about = [package.comment, *(part.extra + part.comment for part in package.infolist())]
            yield f"{document.file_name}.docx: comments", b"".join(about)


@form(heavy=True)
def _back_from_word(made: Public) -> Parts:
    """What `clerk readback` shows beside a document that says something else in every place, and Word's comments."""
    stream = BytesIO()
    write_docx(made.minutes, stream, comments=flags(made.meeting, False))
    with ZipFile(stream) as package:
        for name in package.namelist():
            yield f"{made.minutes.file_name} with comments.docx: {name}", package.read(name)
    shown = differences(made.minutes, own_paragraphs(stream), [])
    yield "terminal: readback", "\n".join("\n".join(side_by_side(one)) for one in shown).encode()


@form(heavy=True)
def _pdf(made: Public) -> Parts:
    for document in made.written:
        stream = BytesIO()
        write_pdf(document, stream)
        yield f"{document.file_name}.pdf", stream.getvalue()
        yield f"{document.file_name}.pdf: read", _read(stream).encode()


def _read(stream: BytesIO) -> str:
    """What is read out of a PDF, its title and its bookmarks, and what it says of itself."""
    read = " ".join(f"{tag.text} {tag.title}" for tag in tags(stream.getvalue()))
    with pikepdf.open(stream) as pdf, pdf.open_metadata() as about:
        return read + str(about) + str(pdf.docinfo)
