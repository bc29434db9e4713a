"""What the rule book can see before a meeting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.packs import Pack

from . import papers

Found = Callable[..., Pack]


def doubts(pack: Pack) -> list[str]:
    return [doubt.text for doubt in pack.all_doubts()]


@pytest.mark.parametrize(
    ("was", "printed", "said"),
    [
        ("WEDNESDAY 12TH", "TUESDAY 12TH", "The papers say Tuesday, but 12 March 2031 is a Wednesday."),
        ("Friday 7 March at 10AM", "Thursday 6 March at 10AM", "by the rules it is Friday 7 March 2031 at 10.00 am"),
        ("Friday 7 March at 10AM", "Friday 7 March at 5pm", "printed as Friday 7 March 2031 at 5.00 pm"),
        ("Friday 7 March at 10AM", "Monday 7 March at 10AM", "is called a Monday, but 7 March 2031 is not one"),
        ("(Quorum 3)", "(Quorum 11)", "A quorum of 11 is more than the 10 members found."),
        ("(Quorum 3)", "(Quorum 2)", "less than a quarter of the 10 members"),
        ("(Quorum 3)", "", "Not known yet: the quorum."),
        ("AT 7.00 PM", "", "Not known yet: the time."),
        ("\n4.\tPublic", "\n5.\tPublic", "After item 3 comes item 5."),
        ("Vice Chairman: Cllr", "Chairman: Cllr", "There is more than one chair"),
        ("Chairman: Cllr Rowan Ash\n", "", "Not known yet: who is in the chair."),
        ("Status\tPublic", "Status\tExempt", "is not public: “Exempt”"),
        ("12 March 2031\n\nTitle", "11 March 2031\n\nTitle", "is dated 11 March 2031, not the day of the meeting"),
    ],
)
def test_what_does_not_add_up_is_doubted(was: str, printed: str, said: str, found: Found) -> None:
    assert was in papers.PACK
    pack = found(papers.PACK.replace(was, printed) + "\nhttps://www.barnet.gov.uk/minutes\n")
    assert any(said in doubt for doubt in doubts(pack)), doubts(pack)


def test_what_adds_up_is_not(invented: Pack) -> None:
    assert [doubt for doubt in doubts(invented) if "2 reports" not in doubt and "whose rules" not in doubt] == []


def test_a_bank_holiday_is_no_working_day(found: Found) -> None:
    text = papers.FRONT.replace("WEDNESDAY 12TH MARCH, 2031", "THURSDAY 8TH MAY, 2031")
    good = found(text.replace("Friday 7 March", "Friday 2 May"))
    assert not any("deadline" in doubt for doubt in doubts(good))


def test_an_exempt_report_makes_its_item_exempt(found: Found) -> None:
    from store.packs import convened

    text = papers.PACK.replace("Status\tPublic\nUrgent\tNo\nKey\tYes", "Status\tExempt\nUrgent\tYes\nKey\tYes")
    item = convened(found(text)).items[7]
    assert item.exempt
    assert item.urgent
