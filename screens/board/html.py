"""The board as HTML: whole by itself, so that it is read without scripts; everything that was typed is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from screens.board.shown import Shown, ShownClause, ShownQuestion, ShownTally

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="{root}page.css">
<link rel="icon" href="data:,">
{refresh}
<script src="{root}page.js" defer></script>
</head>
<body class="{kind}" data-stream="{stream}">
<main>
<p id="away" hidden>This page is not connected just now. What it shows may be old; it goes on by itself.</p>
<div id="board">{board}</div>
<p id="say" role="status" aria-live="polite">{say}</p>
</main>
</body>
</html>
"""

_REFRESH = '<noscript><meta http-equiv="refresh" content="5"></noscript>'

_LIST = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Meetings</title>
<link rel="stylesheet" href="/page.css">
<link rel="icon" href="data:,">
</head>
<body class="list">
<main>
<h1>Meetings</h1>
{rows}
</main>
</body>
</html>
"""

_COURSE = {"before": "not opened yet", "open": "in session", "adjourned": "adjourned", "closed": "closed"}
_STATE = {"QUORATE": "good", "AT LIMIT": "warn", "INQUORATE": "bad"}
_RESULT = {"CARRIED": "good", "AGREED": "good", "TIE": "warn", "LOST": "bad"}


def page(shown: Shown, *, board: str, stream: str, root: str, chair: bool) -> str:
    """A whole page round a board. `stream` is where its script listens, `root` where its own files are."""
    return _PAGE.format(
        title=escape(title(shown)),
        root=root,
        refresh=_REFRESH,
        kind="chair" if chair else "public",
        stream=escape(stream),
        board=board,
        say=escape(said(shown)),
    )


def title(shown: Shown) -> str:
    """What the browser calls the page."""
    return shown.body or "Meeting"


def said(shown: Shown) -> str:
    """What a screen reader is told when it changes: the result, the question that is put, or that nothing is shown."""
    if shown.alone:
        return shown.alone
    if shown.tally is not None:
        return f"{shown.tally.result}. {shown.tally.sentence}".strip()
    return shown.waiting or shown.note


def board_html(shown: Shown, decisions: str = "", today: date | None = None) -> str:
    """The board itself; `decisions` are the public's, as HTML, once the meeting has closed. It is LIVE on its own day,
    `today`."""
    parts = [_head(shown, today)]
    if shown.alone:
        parts.append(f'<p class="alone">{escape(shown.alone)}</p>')
    else:
        parts += [_note(shown), _speaking(shown), _room(shown), _item(shown), _tally(shown.tally)]
    if decisions:
        parts.append(f'<article class="decisions">{decisions}</article>')
    return "\n".join(filter(None, parts))


def decisions_within(page: str) -> str:
    """What stands in the `main` of a page that `exports` wrote, without what only a page of its own needs."""
    _, _, rest = page.partition("<main>")
    return rest.partition("</main>")[0].strip()


def meetings_html(meetings: Iterable[tuple[str, str, str, str]]) -> str:
    """A list of meetings: name, body, day and course of each."""
    rows = [
        f'<li><a href="/m/{escape(name)}">{escape(body or name)}</a> '
        f"<span>{escape(day)} {escape(_COURSE.get(course, course))}</span></li>"
        for name, body, day, course in meetings
    ]
    return _LIST.format(rows=f"<ul>{''.join(rows)}</ul>" if rows else "<p>There is no meeting yet.</p>")


def _head(shown: Shown, today: date | None) -> str:
    marks = ""
    if shown.exempt:
        marks += '<span class="mark warn">EXEMPT</span> '
    if not shown.alone and shown.course in ("open", "adjourned") and shown.day is not None and shown.day == today:
        opened = f' data-opened="{shown.opened_at.isoformat()}"' if shown.opened_at else ""
        marks += f'<span class="mark live">LIVE</span> <span id="clock"{opened}></span>'
    return f'<header><h1>{escape(shown.body)}</h1><p class="marks">{marks}</p></header>'


def _note(shown: Shown) -> str:
    note = f'<p class="note">{escape(shown.note)}</p>' if shown.note else ""
    return note + (f'<p class="following">{escape(shown.following)}</p>' if shown.following else "")


def _speaking(shown: Shown) -> str:
    until = shown.speaking_until
    if until is None:
        return ""
    said = f"Speaker until {until:%H.%M}"
    return f'<p class="speaking" id="speaking" data-until="{until.isoformat()}">{said}</p>'


def _figure(label: str, figure: str, kind: str = "") -> str:
    label = f"<dt>{escape(label)}</dt>" if label else '<dt class="quiet">State</dt>'
    return f'<div class="{kind}">{label}<dd>{escape(figure)}</dd></div>'


def _room(shown: Shown) -> str:
    quorum = shown.quorum
    figures = ""
    if quorum is not None:
        label = "Counted" if quorum.withdrawn else "In the room"
        figures = (
            '<dl class="figures">'
            + _figure(label, f"{quorum.have}/{quorum.members}")
            + _figure("Quorum", str(quorum.need))
            + _figure("", quorum.state, _STATE.get(quorum.state, ""))
            + "</dl>"
        )
        if shown.room == f"{quorum.have} of {quorum.members} in the room · quorum {quorum.need} · {quorum.state}":
            # The figures have said it all.
            return _section(figures, (shown.presiding,))
    return _section(figures, (shown.room, shown.presiding))


def _section(figures: str, sentences: Iterable[str]) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in sentences if line)
    return f'<section class="room" aria-label="The room">{figures}{lines}</section>' if figures or lines else ""


def _item(shown: Shown) -> str:
    heading = f"{shown.number}  {shown.title}".strip()
    body = "".join(_question(question) for question in shown.questions)
    if shown.waiting:
        body += f'<p class="waiting">{escape(shown.waiting)}</p>'
    if shown.last:
        body += f'<p class="last">{escape(shown.last)}</p>'
    if not heading and not body:
        return ""
    return f'<section class="item" aria-label="The question"><h2>{escape(heading)}</h2>{body}</section>'


def _question(question: ShownQuestion) -> str:
    name = f"<h3>{escape(question.name)}</h3>"
    if not question.carried:
        return f'<div class="question">{name}{_clauses(question.now, "")}</div>'
    return (
        f'<div class="question">{name}<div class="beside">'
        f"<div><h4>{escape(question.called)}</h4>{_clauses(question.now, 'del')}</div>"
        f"<div><h4>If carried</h4>{_clauses(question.carried, 'ins')}</div></div></div>"
    )


def _clauses(clauses: tuple[ShownClause, ...], touched: str) -> str:
    return "".join(
        '<p class="clause">'
        + (f'<span class="number">{escape(clause.number)}</span>' if clause.number else "")
        + "".join(f"<{touched}>{escape(words)}</{touched}>" if mark and touched else escape(words)
                  for words, mark in clause.pieces)
        + "</p>"
        for clause in clauses
    )  # fmt: skip


def _tally(tally: ShownTally | None) -> str:
    if tally is None:
        return ""
    figures = "".join(
        _figure(name, str(count)) for name, count in zip(tally.names, tally.counts or (), strict=bool(tally.counts))
    )
    result = _figure(tally.of or "Result", tally.result, f"result {_RESULT.get(tally.result, '')}")
    lines = "".join(
        f'<p class="{kind}">{escape(line)}</p>'
        for kind, line in (("casting", tally.casting), ("missing", tally.missing), ("sentence", tally.sentence))
        if line
    )
    return f'<section class="tally" aria-label="The vote"><dl class="figures">{figures}{result}</dl>{lines}</section>'
