"""Twenty layouts of one agenda, each as text, HTML, Word and PDF, give the same meeting, and nothing that none says."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.times import MONTHS
from store.packs import Pack, read_pack
from store.packs.finding import find_facts
from store.packs.from_text import read_text

from .layouts import ITEMS, LAYOUTS, Layout
from .test_packs_other_councils import as_pdf, as_text, as_word

MEMBERS = ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash", "Dan Yew"]


def as_html(text: str, path: Path) -> Path:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    path.write_text(f"<html><body>{lines}</body></html>", encoding="utf-8")
    return path


FORMS = {"txt": as_text, "html": as_html, "docx": as_word, "pdf": as_pdf}


def printable(text: str) -> str:
    """The same with what the fonts of the made PDF have."""
    return text.replace("–", "-")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout_gives_the_same_meeting(layout: Layout, form: str, tmp_path: Path) -> None:
    text = printable(layout.text) if form == "pdf" else layout.text
    pack, failed = read_pack([FORMS[form](text, tmp_path / f"agenda.{form}")])
    assert not failed
    meeting = pack.meeting
    assert [meeting.get(name) for name in ("body", "date", "time")] == ["Parks Committee", "2026-05-12", "18:30"]
    assert meeting.get("venue") == "Town Hall, Larch"
    items = [(item.get("number"), item.get("title")) for item in meeting.of("item")]
    assert items == [(str(number), title) for number, title in enumerate(ITEMS, 1)]
    roll = [" ".join(filter(None, (one.get("name"), one.get("role")))) for one in meeting.of("member")]
    wanted = [] if "members" in layout.lacks else MEMBERS
    if "first names" in layout.lacks:
        wanted = [" ".join(name.split()[1:]) for name in wanted]
    assert roll == wanted
    assert pack.unread == []


LINES = [line for layout in LAYOUTS for line in layout.text.splitlines()]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_no_fact_stands_in_no_line(data: st.DataObject) -> None:
    """Lines of real layouts in any order, cut anywhere and joined to others."""
    chosen = data.draw(st.lists(st.sampled_from(LINES), max_size=25))
    layout = data.draw(st.sampled_from(LAYOUTS)).text.splitlines()
    lines = [*layout, *chosen] if data.draw(st.booleans()) else chosen
    lines = data.draw(st.permutations(lines)) if data.draw(st.booleans()) else lines
    made: list[str] = []
    for line in lines:
        how = data.draw(st.sampled_from(["whole", "whole", "whole", "cut", "joined"]))
        if how == "cut" and line:
            line = line[: data.draw(st.integers(0, len(line)))]
        if how == "joined" and made:
            made[-1] = f"{made[-1]} {line}"
        else:
            made.append(line)
    text = "\n".join(made)
    pack = find_facts([read_text(text, "fuzz.txt")])
    assert strange(pack, text) == []


_AS_PRINTED = ("name", "title", "venue", "body", "contact", "presented by", "honours", "honorific")


def strange(pack: Pack, text: str) -> list[str]:
    """The facts that no line of a paper says: their words stand in no lines that follow each other."""
    folded = [" ".join(re.sub(r"[^\w]+", " ", line.casefold()).split()) for line in text.splitlines()]
    whole = [line for line in folded if line]
    spaced = [
        *folded,
        *(" ".join(whole[n : n + 4]) for n in range(len(whole))),
    ]
    found = []
    for path, name, fact in pack.facts():
        if fact.place.line == 0:
            continue
        if name in _AS_PRINTED:
            words = re.sub(r"[^\w]+", " ", fact.value.casefold()).split()
            if not any(_in_order(words, line.split()) for line in spaced):
                found.append(f"{path} {name}: {fact.value}")
        elif name == "date":
            day = date.fromisoformat(fact.value)
            month = MONTHS[day.month - 1].casefold()
            if not any(str(day.day) in line and month[:3] in line and str(day.year) in line for line in spaced):
                found.append(f"{path} {name}: {fact.value}")
    return found


def _in_order(words: list[str], line: list[str]) -> bool:
    rest = iter(line)
    return all(any(word == other or other.startswith(word) for other in rest) for word in words)
