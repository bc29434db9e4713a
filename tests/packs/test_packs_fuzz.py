"""Whatever a file holds, a reader ends, in good time, with lines or with a sentence."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.packs import CannotRead, Pack, read_pack, stream
from store.packs.from_html import read_html
from store.packs.from_text import read_text
from store.packs.from_xml import read_xml
from store.packs.pdf_pages import pages_of
from store.packs.reviewing import Review
from store.packs.stream import Stream, TooMuch

from . import papers, rebuilding

FEW = settings(
    max_examples=20,
    deadline=60_000,  # only what never ends is wrong: a loaded machine is slow
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LINES = papers.PACK.split("\n")
PIECES = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.text(max_size=40),
        st.sampled_from(
            ["\t", "<p>", "</p>\t<p>", "**", "1. ", "- ", "\f", "|", "Title\t", "Recommendations", "<ul><li>"]
        ),
        st.from_regex(r"[\d.]{1,6}[ )] ?[A-Za-z ]{0,20}", fullmatch=True),
    ),
    max_size=60,
)


@pytest.fixture(scope="module", autouse=True)
def letters_listed() -> None:
    """Hypothesis lists every letter there is once a machine, which takes more memory than any reader may."""

    @FEW
    @given(st.text(), st.from_regex(r"\d ?[A-Za-z ]"))
    def draw(_: str, __: str) -> None: ...

    draw()


@pytest.fixture(autouse=True)
def bounded(letters_listed: None) -> Iterator[None]:
    tracemalloc.start()
    yield
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 150_000_000


def through(read: Stream) -> Pack:
    """Everything that follows reading: no rule may stumble over what a reader lets through."""
    from store.packs import check
    from store.packs.convening import plain_values
    from store.packs.finding import find_facts, join_people

    pack = find_facts([read])
    join_people(pack)
    pack.doubts += check(pack)
    plain_values(pack)
    assert Review(pack).rows()
    return pack


@FEW
@given(PIECES, st.sampled_from(["\n", "\n\n", "\t", ""]))
def test_any_text(pieces: list[str], glue: str) -> None:
    through(read_text(glue.join(pieces), "x.txt"))


@FEW
@given(st.lists(st.sampled_from(LINES), max_size=120), st.randoms())
def test_the_pack_in_any_order(lines: list[str], random: object) -> None:
    through(read_text("\n".join(lines), "x.txt"))


@FEW
@given(PIECES)
def test_any_page(pieces: list[str]) -> None:
    tags = [
        "<table class='mgItemTable'>",
        "<tr><td class='mgItemNumberCell'>",
        "</td>",
        "<p class='mgAiTitleTxt'>",
        "<ol>",
    ]
    text = "".join(piece + tags[number % len(tags)] for number, piece in enumerate(pieces))
    through(read_html(f"<html>{text}", Path("x.html")))


@FEW
@given(st.binary(max_size=300), st.integers(0, 3000), st.integers(0, 400))
def test_any_xml(noise: bytes, at: int, cut: int) -> None:
    data = XML[:at] + noise + XML[at + cut :]
    try:
        through(read_xml(data, Path("x.xml")))
    except CannotRead as error:
        said = str(error)
    else:
        said = "x.xml: "
    assert said.startswith("x.xml: ")


XML = (
    b'<?xml version="1.0"?><meeting><meetingdate>12/03/2031</meetingdate><meetingtime>7 pm</meetingtime><agendaitems>'
    + b"".join(
        b"<agendaitem><agendaitemid>%d</agendaitemid><agendaitemtitle>Bees &amp;amp; x</agendaitemtitle><agendatext>"
        b"&lt;p&gt;That it be noted.&lt;/p&gt;</agendatext><fulldisplaynumberformat>%d.</fulldisplaynumberformat>"
        b"</agendaitem>" % (n, n)
        for n in range(1, 12)
    )
    + b'</agendaitems><attendees><attendee name="Councillor Ann Ash" roledescription="Chairman"/></attendees></meeting>'
)


@settings(FEW, max_examples=12)
@given(st.data())
def test_any_document(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "x.docx"
    if not (tmp_path / "whole.docx").exists():
        rebuilding.to_docx([rebuilding.para(line) for line in LINES if line], tmp_path / "whole.docx")
    whole = (tmp_path / "whole.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[name])))
    parts[name] = (
        parts[name][:at] + data.draw(st.binary(max_size=40)) + parts[name][at + data.draw(st.integers(0, 60)) :]
    )
    with zipfile.ZipFile(path, "w") as new:
        for part, content in parts.items():
            new.writestr(part, content)
    _, failed = read_pack([path])
    assert all(str(error).startswith("x.docx: ") for error in failed)
    broken = whole[: data.draw(st.integers(0, len(whole)))]
    path.write_bytes(broken)
    read_pack([path])


@settings(FEW, max_examples=12)
@given(st.data())
def test_any_pdf(tmp_path: Path, data: st.DataObject) -> None:
    # In this process, so that what it raises is seen; in use it runs in one of its own.
    whole_path = tmp_path / "whole.pdf"
    if not whole_path.exists():
        rebuilding.to_pdf([rebuilding.para(line) for line in LINES[:60] if line.strip()], whole_path)
    whole = whole_path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    path = tmp_path / "x.pdf"
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=60)) + whole[at + data.draw(st.integers(0, 200)) :])
    try:
        for _, _, lines, _ in pages_of(path):
            through(Stream(lines))
    except CannotRead as error:
        said = str(error)
    else:
        said = "PDF"
    assert "PDF" in said


def test_a_text_with_too_much_in_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_LINES", 2_000)
    with pytest.raises(TooMuch):
        read_text("x\n" * 2_500, "x.txt")
    monkeypatch.setattr(stream, "MOST_CHARACTERS", 50_000)
    with pytest.raises(TooMuch):
        read_text(("x" * 1_000 + "\n") * 100, "x.txt")


@pytest.mark.parametrize(
    "line",
    [
        "a" * 150_000,
        "<" * 60_000,
        "<p " * 30_000,
        "[" * 30_000,
        "* " * 30_000,
        "Title\t" * 20_000,
        "1." * 30_000,
        "A " * 40_000,
        "Councillor " * 10_000,
        "jo@x." * 20_000,
        "020 " * 20_000,
        "(" * 30_000,
        "&amp;" * 20_000,
        "- " * 30_000,
    ],
    ids=lambda line: line[:4].strip(),
)
def test_lines_made_to_take_for_ever_do_not(line: str) -> None:
    # No clock is read: what took for ever would never come to its end here.
    through(
        read_text(
            f"Title\tx\nReport of\t{line}\nWards\t{line}\nStatus\tx\nOfficer Contact Details\t{line}\n{line}\n", "x.txt"
        )
    )
