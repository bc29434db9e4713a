"""The shorthand: what a line is read as, and that no line breaks anything."""

from datetime import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clerk.names import Unclear
from clerk.shorthand.line import PARAGRAPH, Line, as_typed, clean, quoted, read_line, read_script, trimmed
from clerk.shorthand.verbs import VERBS, verb_table
from tests.support.minute import OPEN, Desk, desk, minute
from tests.support.scramble import rich

quick = settings(max_examples=200, deadline=None)


def test_a_command_in_full() -> None:
    line = read_line(':@20:05 Amend ash, "Petra Birch" at=1 to="the end" add -- one -- two\n  three')
    assert line is not None
    assert (line.verb, line.operands, line.at) == ("amend", ('ash,"Petra Birch"', "add"), time(20, 5))
    assert line.options == {"at": "1", "to": "the end"}
    assert line.text == "one -- two\nthree"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Plain.", "Plain."),
        ("\\:not a command", ":not a command"),
        ("\\# not a comment", "# not a comment"),
        ("\\@ home", "@ home"),
        ("\\\\ back", "\\ back"),
        ("\\so be it", "\\so be it"),
        ("  indented", "indented"),
        ("One\n  - two\n  three", "One\n- two\nthree"),
        ("One\n\n   \n  two", "One\ntwo"),
        ("Word\x0bbroken\u2028thrice\tby tab", "Word\nbroken\nthrice by tab"),
        (
            "A \x07bell, \ud800half a pair, \ue000a private one",
            "A ‹U+0007›bell, ‹U+D800›half a pair, ‹U+E000›a private one",
        ),
        ("\uf0b7 Word’s bullet \u00a0and \u0378no letter\ufeff", "• Word’s bullet \u00a0and \u0378no letter\ufeff"),
    ],
)
def test_a_paragraph(typed: str, text: str) -> None:
    line = read_line(typed)
    assert line is not None
    assert (line.verb, line.text) == (PARAGRAPH, text)


@pytest.mark.parametrize("typed", ["", "   ", "# comment", "#"])
def test_nothing(typed: str) -> None:
    assert read_line(typed) is None


def test_a_script() -> None:
    script = "# title\n  of the script\n:open 19:00\n\nA paragraph\n  goes on\n# between\n:close 21:00\n"
    assert read_script(script) == [(3, ":open 19:00"), (5, "A paragraph\n  goes on"), (8, ":close 21:00")]
    assert read_script(script.replace("\n", "\r\n")) == read_script(script)


PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp")), max_size=40)


@quick
@given(st.lists(PRINTABLE, min_size=1, max_size=4).map("\n".join))
@example(":open")
@example("\\:open")
@example("  two spaces")
@example("#\n# x\n:y")
@example("\\\\")
@example("-- x")
def test_any_text_can_be_quoted(text: str) -> None:
    wanted = trimmed(text)
    script = read_script(":flag\n" + quoted(text) + "\n:flag")
    if not wanted:
        assert len(script) == 2
        return
    assert len(script) == 3
    line = read_line(script[1][1])
    assert line is not None
    assert (line.verb, line.text) == (PARAGRAPH, wanted)


@quick
@given(st.text(max_size=40))
def test_clean_text_can_be_kept_anywhere(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned
    assert not any(ord(character) < 32 and character != "\n" for character in cleaned)


_WORDS = """1 2 3 0 ² ٣ ash elm,fir chair harbour harbor rest A1 r7 r7+r8 v1 v3 m1 e1 e20 e20.1 e99 8+9 8++ + , = -- -
    at=1 at= on=A1 of=v2 of=r7 only=1 kind=dpi kind=x effect=left due=1/13 due=x due=2031-02-30 title= title="x_y" " ""
    add delete words=first words=² text old -> new unanimous named rest=for recount=v1 recount=v9 for=ash none duly
    25:99 19:30 7pm [/b] items=9 para=x para=3 before=e5 after=e5 under=7 title=Dr yes noted name=X"""
WORDS = st.sampled_from([*_WORDS.split(), "9" * 5000])
PLACES = st.sampled_from(
    ["", "", "", "@20:00 ", "@25:00 ", "@<v1 ", "@>A1 ", "@<nowhere ", "@>", "@ ", "@<e1 ", "@00:10 "]
)
COMMANDS = st.builds(
    lambda place, verb, words, text: f":{place}{verb} {' '.join(words)}{text}",
    PLACES,
    st.sampled_from([*VERBS, "amned", ""]),
    st.lists(WORDS, max_size=5),
    st.sampled_from(["", "", " -- text", " -- old -> new", " --", " -- 1. a\n  2. b", " -- Jo Fen and Cllr Elm"]),
)


def enter(table: Desk, typed: str) -> None:
    """Types a line that may say nothing clear; then nothing of it may be recorded."""
    before = table.meeting
    said = None
    try:
        table.enter(typed)
    except Unclear as unclear:
        said = str(unclear).strip()
    assert said is None or (said and table.meeting is before)


def test_only_what_needs_quotes_is_typed_in_them() -> None:
    line = Line("vote", ("6", "3"), {"to": "refusal", "figures": "", "out": "Colin Cedar"})
    assert as_typed(line) == ':vote 6 3 to=refusal figures="" out="Colin Cedar" -- '


@settings(max_examples=400, deadline=None)
@given(st.lists(COMMANDS, min_size=1, max_size=3))
def test_no_command_raises_anything_but_unclear(lines: list[str]) -> None:
    for table in (Desk(rich(), "i7"), desk().play(OPEN + ":take 7\n:put")):
        for typed in lines:
            enter(table, typed)


@quick
@given(st.text(max_size=60) | st.text(st.characters(codec="ascii"), max_size=60).map(lambda text: ":" + text))
def test_no_text_raises_anything_but_unclear(typed: str) -> None:
    enter(Desk(rich(), "i7"), typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (":amned", "There is no command “:amned”. Nearest: amend."),
        (":", "There is a colon, but no command after it."),
        (":@25:00 out ash", "“25:00” is not a time"),
        (":@ out ash", "“” is not a time"),
        (":@< out ash", "“@<” needs what it stands beside"),
        (":@<v77 out ash", "Nothing recorded is called “v77”."),
        (":out wilow", "There is nobody called “wilow” here. Nearest: Councillor Sam Willow-Marsh."),
        (":out r", "“r” could be Councillor Rowan Ash or Ms Jo Reed."),
        (":out", "“:out” needs names, as in :out ash"),
        (":out ash birch", "“birch” is one word too many for “:out”."),
        (":out ash intrest=yes", "“:out” has no “intrest=”. Nearest: interest."),
        (":in ash -- late again", "“:in” takes no words after “--”."),
        (":take 77", "There is no item “77” on the agenda. Items: 1, 2, 3,"),
        (":vote six", "A vote is three numbers"),
        (":vote 6 3 1 0", "“0” is one word too many"),
        (":vote -1 3 1", "A vote is three numbers"),
        (":vote 6 ² 1", "A vote is three numbers"),
        (":vote 6666666666 1", "is not a number that can be meant"),
        (":put A9", "There is no question “A9”. Open: r7."),
        (":cast sideways", "“sideways” is not known; it can be for, against, declined, motion, amendment."),
        (":declare ash 7 kind=dip", "“kind=dip” is not known"),
        (":declare ash birch 7", "There is no item “birch 7”"),
        (":sub maple", "“:sub” needs for=, as in :sub maple for=hazel"),
        (":sub maple for=reed", "Ms Jo Reed holds no seat"),
        (":minutes yesterday", "“yesterday” is not a date."),
        (":action reed due=soon -- x", "“soon” is not a date."),
        (":exclude para=three", "is not a number"),
        (":amend ash birch at=1 words=second -- a -> b", "“words=second” can be first, all or a number."),
        (":amend ash birch delete", "needs at=N: which clause?"),
        (":open soon", "“soon” is not a time."),
        (":move e4", "“:move” needs before=, after= or under=."),
        (":undo e77", "There is no entry 77 that can be taken back."),
    ],
)
def test_what_is_not_clear_is_said(typed: str, said: str) -> None:
    table = desk().play(OPEN + ":take 7")
    before = table.meeting
    with pytest.raises(Unclear) as caught:
        table.enter(typed)
    assert said in str(caught.value)
    assert table.meeting is before


def test_every_verb_is_in_the_table_that_the_readme_shows() -> None:
    assert all(f"`{verb.usage}`" in verb_table(VERBS.values()) for verb in VERBS.values())


@pytest.mark.parametrize("typed", [":resume on=31/12/9999", ":action due=1/1/0001 -- mend it", ":minutes 12 May 0026"])
def test_a_year_in_which_no_council_meets_is_no_date(typed: str) -> None:
    with pytest.raises(Unclear, match="is not a date"):
        minute(OPEN + typed)
