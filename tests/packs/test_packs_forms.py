"""The same pack in other forms yields the same meeting."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.events import Convened
from store.packs import Pack, Remembered, convened, read_pack

from . import papers, rebuilding

Facts = dict[tuple[str, str], str]


@pytest.fixture(params=["invented", "2019"])
def pack(request: pytest.FixtureRequest, invented: Pack, seed_pack: Callable[[str], Pack]) -> Pack:
    return invented if request.param == "invented" else seed_pack(request.param)


def values(pack: Pack) -> Facts:
    return {(path, name): fact.value.replace("–", "-") for path, name, fact in pack.facts()}


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_word_and_pdf_hold_every_fact(form: str, pack: Pack, tmp_path: Path) -> None:
    build = {"docx": rebuilding.to_docx, "pdf": rebuilding.to_pdf}[form]
    path = build(rebuilding.whole(pack), tmp_path / f"pack.{form}")
    again, failed = read_pack([path])
    assert not failed
    assert not again.notes
    assert values(again) == values(pack)
    assert [doubt.text.replace("–", "-") for doubt in again.all_doubts()] == [
        doubt.text.replace("–", "-") for doubt in pack.all_doubts()
    ]
    places = {fact.place for _, _, fact in again.facts() if not fact.rule.startswith("usual.")}
    assert all(place.part if form == "docx" else place.page for place in places)
    assert plain(convened(again)) == plain(convened(pack))


def plain(made: Convened) -> Convened:
    """A meeting without the signs that a PDF's plain font does not have."""
    items = tuple(
        replace(item, reports=tuple(replace(r, report_of=r.report_of.replace("–", "-")) for r in item.reports))
        for item in made.items
    )
    return replace(made, items=items)


def papers_of(pack: Pack, folder: Path) -> list[Path]:
    """Reports, earlier minutes and forward plan, each as a Word document of its own."""
    made = []
    for item in pack.meeting.of("item"):
        for number, report in enumerate(item.of("report")):
            blocks = list(rebuilding.report(report, item))
            made.append(rebuilding.to_docx(blocks, folder / f"report-{item.get('number')}-{number}.docx"))
    made.append(rebuilding.to_docx(list(rebuilding.minutes(pack)), folder / "minutes.docx"))
    made.append(rebuilding.to_docx(list(rebuilding.plan(pack)), folder / "plan.docx"))
    return made


def library_of(pack: Pack) -> Remembered:
    """The body as it would be remembered from an earlier meeting."""
    meeting = pack.meeting
    people = [
        {"name": one.get("name"), "kind": "member", "role": one.get("role"), "group": one.get("group")}
        | {"substitute": one.kind == "substitute"}
        for one in (*meeting.of("member"), *meeting.of("substitute"))
    ]
    body = {"name": meeting.get("body"), "quorum": int(meeting.get("quorum")), "vice_chair_label": "Vice-Chairman"}
    return Remembered(body, people)


@pytest.mark.parametrize("form", ["xml", "html"])
def test_modern_gov_with_its_papers_makes_the_same_meeting(form: str, pack: Pack, tmp_path: Path) -> None:
    build = {"xml": rebuilding.to_xml, "html": rebuilding.to_html}[form]
    path = build(pack, tmp_path / f"meeting.{form}")
    again, failed = read_pack([path, *papers_of(pack, tmp_path)], [library_of(pack)])
    assert not failed
    assert not again.notes
    made, wanted = convened(again), convened(pack)
    # These forms have numbers of their own and no pages; the XML has wards, but neither a deadline nor a contact.
    items = tuple(replace(item, reference="", pages="") for item in made.items)
    people = tuple(replace(person, reference="", ward="") for person in made.people)
    made = replace(made, items=items, people=people, reference="")
    wanted = replace(wanted, items=tuple(replace(item, pages="") for item in wanted.items))
    if form == "xml":
        wanted = replace(wanted, public_deadline="", contact="")
    assert made == wanted


def test_modern_gov_alone_has_what_it_has(pack: Pack, tmp_path: Path) -> None:
    again, _ = read_pack([rebuilding.to_xml(pack, tmp_path / "meeting.xml")])
    wanted, got = pack.meeting, again.meeting
    for name in ("body", "date", "time", "venue"):
        assert got.get(name) == wanted.get(name)
    assert got.get("reference") == "moderngov:9999"
    for kind in ("member", "substitute"):
        assert [(m.get("name"), m.get("role")) for m in got.of(kind)] == [  # type: ignore[arg-type]
            (m.get("name"), m.get("role"))
            for m in wanted.of(kind)  # type: ignore[arg-type]
        ]
    assert [(i.get("number"), i.get("title")) for i in got.of("item")] == [
        (i.get("number"), i.get("title")) for i in wanted.of("item")
    ]
    assert all(item.get("reference").startswith("moderngov:10") for item in got.of("item"))
    assert {doubt.field for doubt in again.all_doubts()} >= {"quorum"}


def test_files_of_one_meeting_that_disagree_are_a_doubt(invented: Pack, tmp_path: Path) -> None:
    first = rebuilding.to_xml(invented, tmp_path / "meeting.xml")
    second = tmp_path / "front.txt"
    second.write_text(
        "MEETING\n\nPARKS AND WATERWAYS COMMITTEE\n\nDATE\n\n13 March 2031\n\n(Quorum 3)\n", encoding="utf-8"
    )
    pack, _ = read_pack([first, second])
    assert any("12 March 2031 in one file and 13 March 2031 in front.txt" in doubt.text for doubt in pack.all_doubts())


@pytest.mark.parametrize("order", permutations("FMRP"), ids="".join)
def test_the_parts_of_a_pack_may_stand_in_any_order(
    order: tuple[str, ...], invented: Pack, found: Callable[..., Pack]
) -> None:
    parts = {"F": papers.FRONT, "M": papers.MINUTES, "R": papers.REPORTS, "P": papers.PLAN}
    assert values(found("\n".join(parts[part] for part in order))) == values(invented)


def test_a_heading_on_a_page_or_in_xml_is_no_part_of_the_item_above(tmp_path: Path) -> None:
    rows = (("1.", "Minutes"), ("", "Part 2"), ("2.", "Lease"))
    page, xml = tmp_path / "a.html", tmp_path / "a.xml"
    page.write_text(
        '<html><h2 class="mgSubTitleTxt">Housing Committee - Monday, 13th January, 2031 7.00 pm</h2>'
        '<table class="mgItemTable">'
        + "".join(
            f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">{number}</p></td>'
            f'<td><p class="mgAiTitleTxt">{title}</p></td></tr>'
            for number, title in rows
        )
        + "</table></html>",
        encoding="utf-8",
    )
    xml.write_text(
        "<meeting><meetingdate>13/01/2031</meetingdate><agendaitems>"
        + "".join(
            f"<agendaitem><agendaitemtitle>{title}</agendaitemtitle><fulldisplaynumberformat>{number}"
            "</fulldisplaynumberformat><refertocommittee>Housing Committee</refertocommittee></agendaitem>"
            for number, title in rows
        )
        + "</agendaitems></meeting>",
        encoding="utf-8",
    )
    for path in (page, xml):
        pack, _ = read_pack([path])
        items = convened(pack).items
        assert [(item.number, item.title) for item in items] == [("1", "Minutes"), ("", "Part 2"), ("2", "Lease")]
        assert [item.kind for item in items] == ["minutes", "heading", "report"]
        assert not any(item.exempt for item in items)
        assert any("“Part 2” of an agenda is often taken in private" in doubt.text for doubt in pack.all_doubts())
