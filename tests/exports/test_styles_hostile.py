"""A wording from elsewhere can neither run long nor eat memory; what fails is named, with file, id and slots."""

from __future__ import annotations

import contextlib
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.draft import draft
from exports.plain import write_text
from exports.style import Style, StyleError, read_style, shipped_style
from tests.support.bodies import COMMITTEE
from tests.support.minute import minute

MEETING = minute(
    ":open 19:00\n:present rest\n:take 1\n:minutes 2030-12-11\n:take 7\n:put\n:vote 8 2 1\n:close 21:00", COMMITTEE
)


def written(key: str, template: str) -> str:
    style = read_style(f"name = 'x'\n[words]\n'{key}' = '''{template}'''", "own.toml")
    return write_text(draft(MEETING, style))


def nested(loops: int, over: str) -> str:
    return "".join(f"{{% for a{n} in {over} %}}" for n in range(loops)) + "x" + "{% endfor %}" * loops


HOSTILE = {
    "nested ranges": nested(4, "range(1000)"),
    "nested lists": nested(9, "'abcdefghijklmnopqrstuvwxyz'"),
    "nested too deep for Python": nested(30, "dates"),
    "a width": "{{ '%1000000000d' % 1 }}",
    "a width by filter": "{{ '%1000000000d' | format(1) }}",
    "a width by method": "{{ 'x'.zfill(1000000000) }}",
    "a width in braces": "{{ '{:1000000000d}'.format(1) }}",
    "centred": "{{ 'x' | center(1000000000) }}",
    "text many times": "{{ 'x' * 1000000000 }}",
    "a list many times": "{{ ([0] * 1000000000) | length }}",
    "a power": "{{ 10 ** 1000000000 }}",
    "rounded to far": "{{ 1.5 | round(1000000000, 'ceil') }}",
    "doubling": "{% set x = 'aaaaaaaa' %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "doubling by replacing": "{{ 'aaaa'" + " | replace('a', 'aaaa')" * 40 + " }}",
    "a macro that calls itself twice": "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "a namespace": "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "filler": "{{ lipsum(n=100000) }}",
    "another file": "{% include '/etc/passwd' %}",
    "brackets without end": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "very long": "{{ 1 }}" * 20_000,
    "joined": "{{ ('x' * 9) | join('y' * 9) }}",
    "batches": "{{ 'abc' | batch(1000000000, 'x') | list }}",
    "slices": "{{ 'abc' | slice(1000000000) | list }}",
    "inside Python": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "an attribute by filter": "{{ '' | attr('__class__') }}",
    "an error of its own": "{{ dates.nothing.more }}",
    "a wrong sort": "{{ dates + 1 }}",
    "a missing key": "{{ {'a': 1}['b'] }}",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_it_is_named_at_once_and_takes_no_memory(what: str) -> None:
    shipped_style()
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(StyleError) as caught:
        written("MI-01", HOSTILE[what])
    took, most = time.process_time() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(caught.value).startswith("own.toml: the template MI-01 ")
    assert len(str(caught.value)) < 1_000
    assert most < 50_000_000
    assert took < 20


@pytest.mark.parametrize("key", ["MI-01", "CL-01", "FM-01", "FM-02", "FM-05", "AT-01.heading", "N3", "VO-01", "AC-01"])
def test_the_slots_of_every_wording_exist_everywhere(key: str) -> None:
    assert written(key, "{{ chair }}|{{ the_chair }}|{{ committee }}|{{ body }}|{{ record }}")


def test_a_template_that_fails_says_which_slots_there_are() -> None:
    with pytest.raises(StyleError) as caught:
        written("CL-01", "Ended at {{ tiem }}.")
    assert str(caught.value) == (
        "own.toml: the template CL-01 fails: 'tiem' is undefined. "
        "Its slots are: began, body, chair, committee, record, the_chair, time."
    )


@pytest.mark.parametrize(
    "toml",
    [
        "x = " + "[" * 5_000 + "]" * 5_000,
        "x = " + "9" * 10_000,
        "\0",
        "[words]\nx = {a=1}",
        ".".join(["a"] * 100_000) + " = 1",
        "x = {" + " . ".join(["'a b'"] * 100_000) + " = 1}",
        "[" + ".".join(['"q"'] * 100_000) + "]",
        "name = '" + "x" * 3_000_000 + "'",
    ],
)
def test_a_style_file_that_nobody_would_write_is_named(toml: str) -> None:
    began = time.process_time()
    with pytest.raises(StyleError, match=r"own\.toml: "):
        read_style(toml, "own.toml")
    assert time.process_time() - began < 10


def test_what_sentences_need_is_there() -> None:
    assert written(
        "CL-01", "{% for day in [1, 2] %}{{ day }}{% if not loop.last %}, {% endif %}{% endfor %} {{ time | upper }}"
    )
    assert written(
        "CL-01", "{{ [1, 2] | join(' and ') }} {{ time | replace('pm', 'p.m.') }} {{ 7 % 2 }} {{ 'a' ~ (1 + 2) }}"
    )


@settings(deadline=None, max_examples=60)
@given(st.text("{}%|()[]'~+*. abx19,:=for in range if else set end", max_size=200))
def test_whatever_is_written_it_is_a_text_or_a_named_fault(template: str) -> None:
    style = Style("x", {"CL-01": template}, "own.toml")
    with contextlib.suppress(StyleError):
        assert isinstance(style.text("CL-01", a="b"), str)
