"""What goes out of a meeting piece by piece: a motion, a reference, the chair's order, what changed since a draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.library.tomorrow import references
from exports.extracts import motion
from exports.plain import write_text
from exports.running_order import running_order
from exports.style import shipped_style
from screens.cli.main import cli
from tests.screens.desk.at_the_desk import made
from tests.support.bodies import COMMITTEE
from tests.support.minute import OPEN, desk

STYLE = shipped_style()
TWO_MOTIONS = (
    f"{OPEN}\n:take 9\n:exclude items=9 para=3\n:motion oak elm -- That the lease be let to Xanadu.\n:readmit\n"
    ":take 10\n:motion ash birch -- That a bench be bought.\n:amend elm ash words=all -- bench -> seat"
)
AMENDED = (
    f"{OPEN}\n:take 8\n:motion oak elm -- That the works go on.\n:exclude items=9 para=3\n"
    ":amend elm ash on=m1 words=first -- works -> works at Xanadu\n:put A1\n:vote unanimous\n:readmit\n"
)


def test_a_private_motion_alone_is_marked_and_a_public_one_after_it_is_not() -> None:
    """Labels are counted anew for the public: asked for by the record's own, each is still the question meant."""
    at = desk().play(TWO_MOTIONS)
    private, public = motion(at.meeting, STYLE, "m1"), motion(at.meeting, STYLE, "m2")
    assert private.restriction.startswith("NOT FOR PUBLICATION")
    assert "Xanadu" in write_text(private)
    assert private.file_name.endswith("EXEMPT")
    assert not public.restriction
    assert "That a bench be bought." in write_text(public)
    # How many motions there were in private is private.
    assert "m2" not in public.file_name + public.title + write_text(public)
    amendment = motion(at.meeting, STYLE, "A1")
    assert not amendment.restriction
    assert "That a seat be bought." in write_text(amendment)


@pytest.mark.parametrize("label", ["m1", "A1"])
def test_a_public_motion_that_was_amended_in_private_is_marked(label: str) -> None:
    at = desk().play(AMENDED)
    assert motion(at.meeting, STYLE, label).restriction


@pytest.mark.parametrize("freed", ["", ":private A1 no\n:private v1 no\n"])
def test_a_reference_of_what_was_amended_in_private_has_its_title_alone(freed: str) -> None:
    at = desk().play(f"{AMENDED}{freed}:put m1\n:vote unanimous of=m1\n:outcome recommended to=Council")
    (sent,) = references(at.meeting, "id")
    assert ("Xanadu" in repr(sent)) is bool(freed)
    assert sent.exempt is not bool(freed)
    assert sent.title == "Allotment Strategy"


def test_the_running_order_is_marked_where_the_public_was_out_though_no_item_is_exempt() -> None:
    papers = COMMITTEE.replace("exempt = true\n", "")
    at = desk(papers).play(f"{OPEN}\n:take 8\n:exclude\n:speakers -- Jo Xanadu")
    order = running_order(at.meeting, STYLE)
    assert order.restriction or "Xanadu" not in write_text(order)
    assert order.restriction
    before = running_order(desk(papers).play(OPEN).meeting, STYLE)
    assert not before.restriction


def test_what_changed_does_not_show_what_has_become_private_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path))
    script = f"{OPEN}\n:take 7\nThe roof leaks.\n:take 8\nThe tenant Xanadu owes rent.\nThe plots were seen."
    made(tmp_path, script=script)
    day = made_on(tmp_path)
    run = CliRunner()
    runs = [
        ["draft", "sitting", "--to", str(tmp_path / "sent.docx")],
        ["play", "sitting", str(_script(tmp_path, ":@<e5 exclude items=8 para=3\n:readmit"))],
    ]
    for args in runs:
        done = run.invoke(cli, args)
        assert done.exit_code == 0, done.output
    public = run.invoke(cli, ["changes", "sitting", "--since", day])
    assert "Xanadu" not in public.output
    assert "private now" in public.output


def made_on(home: Path) -> str:
    """The day on which the meeting was written down."""
    from store import read_meeting

    entries = read_meeting(home / "meetings" / "sitting.journal").entries
    return str(entries[-1]["recorded"])[:10]


def _script(folder: Path, text: str) -> Path:
    path = folder / "script.txt"
    path.write_text(text, encoding="utf-8")
    return path
