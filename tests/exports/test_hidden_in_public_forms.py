"""No public form holds a character that nobody sees, wherever in names and texts one came from."""

from __future__ import annotations

from clerk.hidden import HIDDEN
from tests.cli.test_cli_hidden_characters import ODD, PAPERS, SCRIPT
from tests.exports.public_forms import public_forms
from tests.support.minute import desk

MORE = f"""
:declare elm 2 kind=dpi effect=stayed -- being a be{ODD}ekeeper
:motion elm duly -- That a fi{ODD}fth be bought.
:vote unanimous
:outcome recommended to="Coun{ODD}cil" -- the hi{ODD}ves
:petition Hi{ODD}ves signatures=40
:speakers -- Jo {ODD}Vane
:summary -- It was ag{ODD}reed.
"""


def test_no_public_form_holds_any() -> None:
    at = desk(PAPERS)
    at.play(SCRIPT.replace(":close 18:50", f"{MORE.strip()}\n:close 18:50"))
    for name, content in public_forms(at.meeting):
        if name.endswith((".docx", ".pdf")) or name.startswith(("terminal", "index")):
            # Packed, what is in them has its own line; or printed for the clerk, marked where they stand.
            continue
        text = content.decode("utf-8", "replace").removeprefix("\ufeff")
        found = HIDDEN.search(name + text)
        assert found is None, (name, text[max(0, found.start() - 60) : found.end() + 60])
