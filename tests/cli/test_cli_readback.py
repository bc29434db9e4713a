"""What came back from Word: shown side by side, and taken only where the clerk says so, as wording or as fact."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from screens.cli import readback
from screens.cli.finding import looked_at
from tests.cli.running import Clerk, journal

EVENING = """:open 18:30
:present oak,elm
:take 1
:none
:take 2
The Head of Parks said that seven hives had been lost.
:vote 2 0 0
:close 20:00
"""


@pytest.fixture
def sent(clerk: Clerk, parks: str) -> Path:
    """The draft of a meeting, as it was sent to officers."""
    assert clerk("play", parks, "-", typed=EVENING).exit_code == 0
    assert clerk("draft", parks, "--to", "sent.docx").exit_code == 0
    return Path("sent.docx")


def _paragraph(document: object, words: str) -> object:
    return next(one for one in document.paragraphs if words in one.text.replace("\u00a0", " "))  # type: ignore[attr-defined]


def _tracked(file: Path) -> None:
    """A tracked change: "seven" struck, "eight" put in."""
    document = Document(str(file))
    paragraph = _paragraph(document, "seven hives")._p  # type: ignore[attr-defined]
    for child in list(paragraph):
        if not child.tag.endswith("}pPr"):
            paragraph.remove(child)
    marks = 'w:id="9" w:author="Legal" w:date="2026-05-20T10:00:00Z"'
    for xml in (
        '<w:r {ns}><w:t xml:space="preserve">The Head of Parks said that </w:t></w:r>',
        f"<w:del {{ns}} {marks}><w:r><w:delText>seven</w:delText></w:r></w:del>",
        f"<w:ins {{ns}} {marks}><w:r><w:t>eight</w:t></w:r></w:ins>",
        '<w:r {ns}><w:t xml:space="preserve"> hives had been lost.</w:t></w:r>',
    ):
        paragraph.append(parse_xml(xml.format(ns=nsdecls("w"))))
    document.save(str(file))


def test_what_was_not_changed_reads_the_same(clerk: Clerk, parks: str, sent: Path) -> None:
    done = clerk("readback", parks, sent)
    assert done.exit_code == 0, done.output
    assert done.stdout == "It reads as the minutes do.\n"


def test_a_tracked_change_is_shown_and_nothing_is_taken_by_itself(
    clerk: Clerk, home: Path, parks: str, sent: Path
) -> None:
    _tracked(sent)
    before = journal(home, parks).read_bytes()
    done = clerk("readback", parks, sent)
    assert done.exit_code == 0, done.output
    assert "1. Item 2, entry e7.0" in done.stdout
    assert "that seven      | The Head of Parks said that eight" in done.stdout
    assert "1 difference; 0 taken, 1 left" in done.stdout
    assert journal(home, parks).read_bytes() == before


def test_one_is_taken_as_a_rewording_and_another_as_a_fact(clerk: Clerk, home: Path, parks: str, sent: Path) -> None:
    _tracked(sent)
    document = Document(str(sent))
    vote = next(one for one in document.paragraphs if "RESOLVED" in one.text)
    vote.insert_paragraph_before("A table of hives was laid round.")
    document.save(str(sent))
    done = clerk("readback", parks, sent)
    assert "put in" in done.stdout
    done = clerk("readback", parks, sent, "--reword", "1", "--reword", "2", "--fact", "2=correct e8 vote 3 0 0")
    assert done.exit_code in (0, 1)
    done = clerk("readback", parks, sent, "--reword", "1")
    said = clerk("draft", parks).stdout
    assert "eight hives" in said
    assert "not is" not in said


def test_an_inserted_paragraph_is_taken_under_its_item(clerk: Clerk, home: Path, parks: str, sent: Path) -> None:
    document = Document(str(sent))
    paragraph = _paragraph(document, "seven hives")
    paragraph.insert_paragraph_before("A map of hives was laid round.")  # type: ignore[attr-defined]
    document.save(str(sent))
    done = clerk("readback", parks, sent, "--reword", "1")
    assert done.exit_code == 0, done.output
    (last,) = looked_at(journal(home, parks)).entries[-1].events
    assert (last.item, getattr(last, "text", "")) == ("i2", "A map of hives was laid round.")


def test_at_a_keyboard_each_is_asked_about(
    clerk: Clerk, parks: str, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _tracked(sent)
    monkeypatch.setattr(readback, "in_a_terminal", lambda: True)
    left = clerk("readback", parks, sent, typed="\n")
    assert "1 left as they are" in left.stdout
    fact = clerk("readback", parks, sent, typed="x\nf nonsense\nf correct e7 -- The Head of Parks spoke.\n")
    assert "no command" in fact.stdout
    assert "1 taken" in fact.stdout
    assert "The Head of Parks spoke." in clerk("draft", parks).stdout


@pytest.mark.parametrize(
    ("line", "prints", "gone"),
    [
        ("action reed due=2026-07-01 -- buy eight hives", "Buy eight hives (by 1 July 2026)", "Buy seven hives"),
        (":action reed due=2026-07-01 -- buy eight hives", "Buy eight hives (by 1 July 2026)", "Buy seven hives"),
        ("introduce reed", "introduced the report", ""),
    ],
)
def test_a_fact_stands_in_the_place_of_what_the_paragraph_was_written_from(
    clerk: Clerk, home: Path, parks: str, line: str, prints: str, gone: str
) -> None:
    typed = EVENING.replace(":vote 2 0 0\n", ":vote 2 0 0\n:action reed due=2026-06-01 -- buy seven hives\n")
    assert clerk("play", parks, "-", typed=typed).exit_code == 0
    assert clerk("draft", parks, "--to", "sent.docx").exit_code == 0
    document = Document("sent.docx")
    run = next(run for one in document.paragraphs if "Buy seven" in one.text for run in one.runs if "seven" in run.text)
    run.text = run.text.replace("seven", "eight")
    document.save("sent.docx")
    done = clerk("readback", parks, "sent.docx", "--fact", f"1={line}")
    assert done.exit_code == 0, done.output
    said = " ".join(clerk("draft", parks).stdout.split())
    assert prints in said
    # What is of another kind was left out, and stands beside it.
    assert ("Buy seven hives" in said) is not bool(gone)
    actions = looked_at(journal(home, parks)).actions
    assert len(actions) == 1


def test_published_minutes_are_changed_with_a_reason(clerk: Clerk, home: Path, parks: str, sent: Path) -> None:
    assert clerk("publish", parks, "--on", "2026-05-15").exit_code == 0
    _tracked(sent)
    refused = clerk("readback", parks, sent, "--reword", "1")
    assert refused.exit_code == 1
    assert "published on 15 May 2026" in refused.stderr
    assert clerk("readback", parks, sent, "--reword", "1", "--because", "legal").exit_code == 0
    assert looked_at(journal(home, parks)).entries[-1].why == "legal"


def test_what_is_no_document_is_refused(clerk: Clerk, parks: str, sent: Path) -> None:
    Path("odd.docx").write_bytes(b"PK nothing")
    assert clerk("readback", parks, "odd.docx").exit_code == 1
    assert clerk("readback", parks, "none.docx").exit_code == 1
    assert clerk("readback", parks, sent, "--reword", "7").exit_code == 2


def test_what_changed_since_a_day(clerk: Clerk, parks: str, sent: Path) -> None:
    from datetime import date

    today = date.today().isoformat()
    assert "Nothing changed" in clerk("changes", parks, "--since", today).stderr
    assert "There was no draft" in clerk("changes", parks, "--since", "2020-01-01").stderr


def test_what_changed_since_the_draft_that_was_sent_that_day(clerk: Clerk, parks: str, sent: Path) -> None:
    from datetime import date

    today = date.today().isoformat()
    clerk("play", parks, "-", typed=":correct e7 -- The Head of Parks said that nine hives had been lost.\n")
    said = clerk("changes", parks, "--since", today)
    assert "that seven      | The Head of Parks said that nine" in said.stdout
    assert "1 paragraph changed" in said.stderr
    assert "sent.docx" in clerk("library").stdout


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("pipe.docx", "no file but a pipe or a device"),
        ("folder.docx", "is a folder"),
        ("long.docx", "holds more text than any minutes do"),
        ("letter.txt", "no Word document"),
        ("torn.docx", "damaged"),
    ],
)
def test_whatever_comes_back_ends_with_a_sentence(clerk: Clerk, parks: str, sent: Path, name: str, why: str) -> None:
    """It is read in a process of its own, as every file from elsewhere."""
    if name == "pipe.docx":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no named pipes")
        os.mkfifo(name)
    elif name == "folder.docx":
        Path(name).mkdir()
    elif name == "long.docx":
        with ZipFile(sent) as ours, ZipFile(name, "w") as long:
            for part in ours.namelist():
                data = ours.read(part)
                if part == "word/document.xml":
                    data = data.replace(b"<w:sectPr", b"<w:p><w:r><w:t>7.</w:t></w:r></w:p>" * 21_000 + b"<w:sectPr", 1)
                long.writestr(part, data)
    else:
        Path(name).write_bytes(b"Dear Jo," if name == "letter.txt" else sent.read_bytes()[:3_000])
    done = clerk("readback", parks, name)
    assert done.exit_code == 1, done.output
    assert why in " ".join(done.output.split())


ALIKE = """:open 18:30
:present oak,elm
:take 1
The Head of Parks was thanked.
:take 2
The Head of Parks was thanked.
:vote named for=oak against=elm
:close 20:00
"""


@pytest.mark.parametrize(("which", "item"), [(0, 1), (1, 2)])
def test_of_two_sentences_alike_the_one_that_was_changed_is_meant(
    clerk: Clerk, home: Path, parks: str, which: int, item: int
) -> None:
    assert clerk("play", parks, "-", typed=ALIKE).exit_code == 0
    assert clerk("draft", parks, "--to", "sent.docx").exit_code == 0
    document = Document("sent.docx")
    alike = [one for one in document.paragraphs if "was thanked" in one.text]
    alike[which].runs[0].text = "Ms Reed was thanked."
    for run in alike[which].runs[1:]:
        run.text = ""
    (table,) = [one for one in document.tables if "Against" in one.rows[2].cells[1].text]
    row = table.rows[2]._tr
    row.getparent().remove(row)
    document.save("back.docx")
    said = clerk("readback", parks, "back.docx").stdout
    meeting = looked_at(journal(home, parks))
    thanked = [placed.id for placed in meeting.events if "thanked" in str(placed.event)]
    assert f"1. Item {item}, entry e{thanked[which]}\n" in said
    # A row that was taken out of a table is of that table, and not of the list of those present.
    (vote,) = meeting.votes.values()
    assert f"2. Item 2, entry e{vote.event}: gone\nCouncillor Bob Elm" in said
    assert clerk("readback", parks, "back.docx", "--reword", "1").exit_code == 0
    thanks = [line for line in clerk("draft", parks).stdout.splitlines() if "thanked" in line]
    assert thanks == ["The Head of Parks was thanked."] * which + ["Ms Reed was thanked."] + [
        "The Head of Parks was thanked."
    ] * (1 - which)


TALKED = EVENING.replace(
    "hives had been lost.\n", "hives had been lost.\nMembers asked why.\nIt was said that the winter had been hard.\n"
)


def _moved(file: Path, words: str, behind: str) -> None:
    """A tracked move: a paragraph taken from its place, and put in behind another."""
    document = Document(str(file))
    taken, other = (_paragraph(document, each)._p for each in (words, behind))  # type: ignore[attr-defined]
    text = _paragraph(document, words).text  # type: ignore[attr-defined]
    marks = 'w:id="{id}" w:author="Legal" w:date="2026-05-20T10:00:00Z"'
    run = f"<w:r><w:t>{text}</w:t></w:r>"
    put_in = parse_xml(
        f"<w:p {nsdecls('w')}><w:pPr><w:rPr><w:moveTo {marks.format(id=11)}/></w:rPr></w:pPr>"
        f"<w:moveTo {marks.format(id=12)}>{run}</w:moveTo></w:p>"
    )
    other.addnext(put_in)
    for child in list(taken):
        if not child.tag.endswith("}pPr"):
            taken.remove(child)
    taken.append(parse_xml(f"<w:moveFrom {nsdecls('w')} {marks.format(id=13)}>{run}</w:moveFrom>"))
    document.save(str(file))


@pytest.mark.parametrize(
    ("words", "behind", "says", "order"),
    [
        ("seven hives", "winter had been", "Item 2, after e9.0: moved there from entry e7.0", "ask hard seven"),
        ("winter had been", "seven hives", "Item 2, after e7.0: moved there from entry e9.0", "seven hard ask"),
        ("Members asked", "Bees", "Item 2, before e7.0: moved there from entry e8.0", "ask seven hard"),
    ],
)
def test_a_tracked_move_is_one_difference_and_is_taken_as_one(
    clerk: Clerk, home: Path, parks: str, words: str, behind: str, says: str, order: str
) -> None:
    assert clerk("play", parks, "-", typed=TALKED).exit_code == 0
    assert clerk("draft", parks, "--to", "sent.docx").exit_code == 0
    _moved(Path("sent.docx"), words, behind)
    shown = clerk("readback", parks, "sent.docx")
    assert says in shown.stdout, shown.stdout
    assert "1 difference; 0 taken" in shown.stdout
    assert "gone" not in shown.stdout
    assert "put in" not in shown.stdout
    taken = clerk("readback", parks, "sent.docx", "--reword", "1")
    assert "1 taken" in taken.stdout, taken.output
    text = clerk("draft", parks).stdout
    places = {"seven": text.index("seven hives"), "ask": text.index("asked why"), "hard": text.index("been hard")}
    assert sorted(places, key=places.__getitem__) == order.split()
    assert clerk("readback", parks, "sent.docx").stdout == "It reads as the minutes do.\n"


def test_a_move_to_another_item_and_one_that_was_changed_as_well(clerk: Clerk, home: Path, parks: str) -> None:
    assert clerk("play", parks, "-", typed=TALKED).exit_code == 0
    assert clerk("draft", parks, "--to", "sent.docx").exit_code == 0
    _moved(Path("sent.docx"), "Members asked", "None.")
    assert "Item 1, after e5.0: moved there from entry e8.0" in clerk("readback", parks, "sent.docx").stdout
    assert "1 taken" in clerk("readback", parks, "sent.docx", "--reword", "1").stdout
    meeting = looked_at(journal(home, parks))
    assert (
        next(one.event.item for one in meeting.events if getattr(one.event, "text", "") == "Members asked why.") == "i1"
    )
    _tracked(Path("sent.docx"))
    assert clerk("readback", parks, "sent.docx").stdout.count("Item") == 1
