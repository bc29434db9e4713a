"""A roll and a schedule of applications as a PDF prints them: in columns with rules or without, names, wards and
proposals over two lines of their cells."""

from pathlib import Path

import pytest
import typst

from store.packs import read_pack

PAPER = """
#set page(paper: "a4", margin: 2cm)
#set text(size: 11pt)
= Elder District Council
*Planning Committee*

Wednesday 13 May 2026 at 7.00 pm

Council Chamber, Elder House

*Membership*
#table(columns: (1fr, 1fr, 1fr, 1fr), RULES
[*Councillor*], [*Ward*], [*Party*], [*Role*],
[Ann Margaret Oakley-Fitzwilliam], [Mill and Weir South], [Liberal Democrat], [Chair],
[Bob Elm], [Ponds], [Labour], [Vice-Chair],
[Cat Ash], [Heath and Upper Common], [Conservative], [],
)
*AGENDA*

1. Apologies

2. Minutes of 8 April 2026

3. Applications

#table(columns: (1fr, 2fr, 1fr, 1fr), RULES
[*Ref No*], [*Site and proposal*], [*Ward*], [*Recommendation*],
[26/0012/FUL], [Mill Barn, 12 Weir Lane, Elder - conversion of the barn to two dwellings with parking],
[Mill and Weir South], [Permit],
[26/0015/HSE], [3 High Street, Elder - rear extension], [Ponds], [Refuse],
)
"""


@pytest.mark.parametrize("rules", ["", "stroke: none,"])
def test_names_and_wards_over_two_lines(rules: str, tmp_path: Path) -> None:
    (tmp_path / "agenda.typ").write_text(PAPER.replace("RULES", rules), encoding="utf-8")
    typst.compile(str(tmp_path / "agenda.typ"), output=str(tmp_path / "agenda.pdf"))
    meeting = read_pack([tmp_path / "agenda.pdf"])[0].meeting
    said = [[one.get(name) for name in ("name", "ward", "group", "role")] for one in meeting.of("member")]
    assert said == [
        ["Ann Margaret Oakley-Fitzwilliam", "Mill and Weir South", "Liberal Democrat", "chair"],
        ["Bob Elm", "Ponds", "Labour", "vice-chair"],
        ["Cat Ash", "Heath and Upper Common", "Conservative", ""],
    ]
    assert not meeting.get("summoned by")
    cases = [one for one in meeting.of("item") if one.get("case")]
    assert [[one.get(name) for name in ("case", "ward", "recommendations")] for one in cases] == [
        ["26/0012/FUL", "Mill and Weir South", "Permit"],
        ["26/0015/HSE", "Ponds", "Refuse"],
    ]
    assert cases[0].get("title").endswith("conversion of the barn to two dwellings with parking")
