"""`clerk about` says all that helps, and nothing that is anybody's business."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Clerk


def test_it_says_where_everything_is(clerk: Clerk, home: Path, parks: str) -> None:
    told = clerk("about").stdout
    for words in ("clerk", "textual", str(home), "1 meetings", "none is set", "theme", "(the usual)", "encoding"):
        assert words in told


def test_each_setting_says_where_it_comes_from(clerk: Clerk, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text('theme = "light"\n[snippets]\nqz = "secret words"\n[book]\nurl = "dbname=qz"\n')
    monkeypatch.setenv("PGHOST", "/nowhere")
    told = clerk("about").stdout
    assert "light (settings.toml)" in told
    assert "1 of your own" in told
    assert "secret words" not in told
    assert "dbname qz (from " in told
    assert "nothing answers" in told
    monkeypatch.setenv("CLERK_BOOK", "dbname=other")
    assert "dbname other (from CLERK_BOOK)" in clerk("about").stdout


@pytest.mark.parametrize("url", ["postgresql://jo:hush@localhost/minutes", "host=localhost password=hush"])
def test_no_password_is_repeated(clerk: Clerk, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("CLERK_BOOK", url)
    told = clerk("about")
    assert "not used" in told.stdout
    assert "hush" not in told.output


def test_it_holds_no_word_of_a_record(clerk: Clerk, parks: str) -> None:
    clerk("play", parks, "-", typed=":open 18:30\n:present rest\nThe qzsecret was named.")
    told = clerk("about").output
    for words in ("qzsecret", "Parks", "Oak", parks):
        assert words not in told
