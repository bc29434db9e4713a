"""House styles: what is wrong with one is named, with file, id and reason; choices of wording, and levels of detail."""

import pytest

from exports.draft import draft
from exports.plain import write_text
from exports.style import SETTINGS, StyleError, read_style, shipped_style, shipped_styles
from tests.support.bodies import COMMITTEE
from tests.support.minute import minute

SCRIPT = ":open 19:00\n:present rest\n:take 1\n:minutes 2030-12-11\n:take 7\n:put\n:vote 8 2 1\n:close 21:00"


def written(style: str, setup: str = COMMITTEE, script: str = SCRIPT) -> str:
    return write_text(draft(minute(script, setup), read_style(style, "own.toml")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "x"\n[words]\n"MT-99" = "x"', "own.toml: there is no wording “MT-99”"),
        ('name = "x"\n[words]\n"MI-1" = "x"', "Nearest: MI-"),
        ('name = "x"\n[words]\n"MI-01" = "{{ dates"', "own.toml: the template MI-01 cannot be read"),
        ('name = "x"\n[settings]\nrecrod = "correct"', "there is no setting “recrod”. Nearest: record."),
        ('name = "x"\n[settings]\nrecord = "true"', "“record” can be “accurate”, “correct”, not “true”"),
        ('name = "x"\n[settings]\npublic_names = "yes"', "can be true, false, not “yes”"),
        ('name = "x"\ninherits = "nowhere"', "There is no house style “nowhere”"),
        ("name = ", "own.toml:"),
        ("words = 3", "own.toml:"),
        ('name = "x"\ncolour = "red"', "own.toml:"),
    ],
)
def test_a_style_that_cannot_be_used_says_why(text: str, said: str) -> None:
    with pytest.raises(StyleError) as caught:
        read_style(text, "own.toml")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "template",
    [
        "{{ nothing }}",
        "{{ dates / 0 }}",
        "{{ dates.__class__.__mro__ }}",
        "{{ 1 | nofilter }}",
        "{% for x in 3 %}{% endfor %}",
    ],
)
def test_a_template_that_fails_names_its_file_and_id(template: str) -> None:
    with pytest.raises(StyleError) as caught:
        written(f"name = 'x'\n[words]\n'MI-01' = '{template}'")
    assert str(caught.value).startswith("own.toml: the template MI-01 ")


def test_what_was_typed_is_never_read_as_a_template() -> None:
    text = written("name = 'x'", script=SCRIPT + "\n:under 7\n{{ 7 * 7 }} {% raw %}\n:action reed -- {{ 7 * 7 }}")
    assert "{{ 7 * 7 }} {% raw %}" in text
    assert "Action: Ms Jo Reed, Head of Parks – {{ 7 * 7 }}" in text
    assert "49" not in text


def test_another_council_s_style_may_give_only_what_differs() -> None:
    text = written('name = "x"\n[settings]\nrecord = "correct"\n[words]\n"CL-01" = "Ended at {{ time }}"')
    assert "approved as a correct record" in text
    assert "Ended at 9.00 pm" in text


def test_the_shipped_example_is_whole_and_differs() -> None:
    assert shipped_styles() == ("barnet", "county", "parish", "plain-english")
    plain = shipped_style("plain-english")
    assert set(plain.words) == set(shipped_style().words)
    assert plain.settings != shipped_style().settings


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_can_be_chosen_for_one_body(name: str) -> None:
    for value in SETTINGS[name]:
        typed = str(value).lower() if isinstance(value, bool) else f'"{value}"'
        setup = f"printing = {{{name} = {typed}}}\n{COMMITTEE}"
        assert written("name = 'x'", setup)


def test_a_choice_that_cannot_be_made_for_a_body_says_so() -> None:
    with pytest.raises(StyleError, match=r"printing.*votes.*can be"):
        written("name = 'x'", f'printing = {{votes = "pie"}}\n{COMMITTEE}')
    with pytest.raises(StyleError, match="there is no setting “nonsense”"):
        written("name = 'x'", f"printing = {{nonsense = 1}}\n{COMMITTEE}")


DEBATE = """
:open 19:00
:present rest
:take 7
:introduce reed -- She spoke of the roof.
:ask elm to=reed -- whether it leaked -> it did
The Committee spoke of it.
:reasons -- The roof leaked.
:put
:vote unanimous
:action reed -- mend it
"""


@pytest.mark.parametrize(
    ("detail", "there", "missing"),
    [
        ("debate", ("spoke of it", "whether it leaked", "She spoke of the roof", "The roof leaked"), ()),
        ("reasons", ("She spoke of the roof", "The roof leaked"), ("spoke of it", "whether it leaked")),
        ("decision", (), ("She spoke of the roof", "The roof leaked", "whether it leaked")),
    ],
)
def test_an_item_is_minuted_in_the_detail_chosen(detail: str, there: tuple[str, ...], missing: tuple[str, ...]) -> None:
    text = write_text(draft(minute(DEBATE.replace(":take 7", f":take 7\n:detail 7 {detail}")), shipped_style()))
    assert "RESOLVED – the recommendations were unanimously approved." in text
    # She is named with her post where the item first names her: in the action, where nothing before it is minuted.
    assert ("Action: Ms Reed – Mend it" if there else "Action: Ms Jo Reed, Head of Parks – Mend it") in text
    assert [words for words in there if words not in text] == []
    assert [words for words in missing if words in text] == []


@pytest.mark.parametrize(("part", "says"), [("[wording]", "“wording”. Nearest: words."), ("zz = 1", "“zz”.")])
def test_a_part_that_no_style_has_is_named(part: str, says: str) -> None:
    with pytest.raises(StyleError, match=f"own.toml: there is no part of a house style {says}"):
        read_style(f'name = "Ours"\n{part}\n', "own.toml")
