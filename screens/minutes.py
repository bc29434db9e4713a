"""The minutes of a meeting as they now are: kept as published or approved, or written up from the record.

Kept ones are given as they were kept, with what was corrected on approval; nothing is ever worded anew in their place.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from clerk.library.corrected import as_corrected
from clerk.library.facts import Exported, FactTakenBack, KeptText, Published, TextKept
from clerk.library.standing import Standing, standing
from clerk.names import Unclear
from clerk.times import say_date
from exports.blocks import Draft, Prose
from exports.corrected import corrected
from exports.draft import draft as write_up
from exports.kept_draft import CannotReadKept, kept, read
from exports.references import numbered, wanting
from exports.writer import Writer
from screens.house_styles import style_of
from store import kept_texts, places
from store.bodies import names_of
from store.errors import StoreError
from store.facts import Facts
from store.following import first_line_of
from store.history import history_of
from store.library import Library

if TYPE_CHECKING:
    from clerk.history import History
    from clerk.meeting.state import Meeting
    from exports.style import Style


def standing_of(meeting: "Meeting", path: Path) -> Standing:
    """How the minutes of the meeting kept at `path` stand."""
    return stands(meeting, path)[0]


def as_it_was(meeting: "Meeting", path: Path, how: Standing, exempt: bool) -> Draft:
    """The minutes as they are before approval: the text kept, where it is as the record is; else the record written
    up."""
    if how.text is not None and (how.approved or not how.amended) and not (exempt and not how.text.exempt_file):
        return _read(path, how.text, exempt)
    return write_up(meeting, style_of(meeting), exempt, _given(how))


def _given(how: Standing) -> dict[str, str]:
    """The running references that the minutes were given when they were published."""
    return {key: number for one in how.published for key, number in one.references}


def stands(meeting: "Meeting", path: Path) -> "tuple[Standing, History]":
    """How the minutes of the meeting kept at `path` stand, and what the library tells of it."""
    history = history_of(meeting, path)
    return standing(meeting, history), history


def minutes(meeting: "Meeting", path: Path, style: "Style", exempt: bool = False, wanted: str = "") -> Draft:
    """The minutes as they now are. Approved: the text kept, with its corrections and who signs. Published and not
    changed since: the text kept. Else the record written up, marked where it was changed after publication.

    `wanted` is the style that was asked for by name. Raises `Unclear` where approved minutes were to be worded in
    another, `TextNotAsKept` and `CannotReadKept` where the text kept cannot be given.
    """
    how, _ = stands(meeting, path)
    if how.approved:
        if wanted:
            raise Unclear(
                f"{how.locked} They are given as they were approved, and not worded anew in another style. Leave out "
                "--style."
            )
        return approved(meeting, path, how, exempt)
    if how.text is not None and how.published and not how.amended and not how.reopened and not wanted:
        return _read(path, how.text, exempt)
    written = write_up(meeting, style, exempt, _given(how))
    return _amended(written, style, how) if how.published else written


def _amended(written: Draft, style: "Style", how: Standing) -> Draft:
    if not how.amended and not how.reopened:
        return written
    on = say_date(how.published[-1].on)
    return replace(written, status=style.text("N3.amended", status=written.status, published=on))


def approved(meeting: "Meeting", path: Path, how: Standing, exempt: bool) -> Draft:
    """The minutes as approved: the text kept, without the mark of a draft."""
    text = keep_approved(meeting, path, how)
    assert text is not None
    written = _read(path, text, exempt)
    if exempt and not text.exempt_file:
        written = replace(written, restriction=write_up(meeting, style_of(meeting), True).restriction)
    style = style_of(meeting)
    if exempt and not how.exempt_approvals and text.exempt_file:
        # The exempt minutes have an approval of their own.
        return written
    approvals = (*how.approvals, *how.exempt_approvals) if exempt else how.approvals
    whole = corrected(replace(written, status=""), approvals, style, exempt)
    return _to_sign(whole, style, how, exempt)


def _to_sign(written: Draft, style: "Style", how: Standing, exempt: bool) -> Draft:
    """Who presided when they were approved heads the signature block; who signed, and when, is said."""
    last = (how.exempt_approvals or how.approvals)[-1] if exempt else how.approvals[-1]
    signed = how.exempt_signed or how.signed if exempt else how.signed
    label = f"{last.presided}, {written.chair_label}" if last.presided else written.chair_label
    blocks = written.blocks
    if signed is not None:
        said = style.render("N1.signed", person=signed.by, date=say_date(signed.on))
        blocks = (*blocks, Prose(spans=said, construct="N1"))
    return replace(written, blocks=blocks, chair_label=label)


def _read(path: Path, text: KeptText, exempt: bool) -> Draft:
    if exempt and text.exempt_file:
        return read(kept_texts.read(path, text.exempt_file, text.exempt_sha256)).draft
    return read(kept_texts.read(path, text.file, text.sha256)).draft


def keep_text(meeting: "Meeting", path: Path, word: str, references: dict[str, str] | None = None) -> KeptText:
    """Keeps the minutes as the record now gives them, public and exempt apart, each in a file beside the journal; on
    disk when this returns. Raises StyleError and StoreError."""
    style = style_of(meeting)
    first = first_line_of(path)
    id_, program, entries = (first.id if first else ""), version(), len(meeting.entries)
    name = meeting.setup.style if meeting.setup else ""

    def keep(exempt: bool) -> tuple[str, str]:
        data = kept(write_up(meeting, style, exempt, references), id_, name, program, entries)
        return kept_texts.keep(path, f"{word}-exempt" if exempt else word, data)

    file, digest = keep(False)
    more = keep(True) if meeting.private else ("", "")
    return KeptText(file, digest, name, program, entries, *more)


def keep_approved(meeting: "Meeting", path: Path, how: Standing) -> KeptText | None:
    """Keeps the text of minutes that are approved and were not kept as they then stood; gives the text kept, None where
    they are not approved. Raises StyleError and StoreError."""
    if not how.approvals:
        return None
    facts = Facts(places.home_of(path))
    by = how.approvals[-1].pointer
    told = [fact for _, fact in facts.read().of(TextKept) if fact.by == by]
    if told:
        return told[-1].text
    published = how.text is not None and not how.amended
    text = how.text if published and how.text else keep_text(meeting, path, "approved", _given(how))
    first = first_line_of(path)
    facts.tell(_who(), TextKept(meeting=first.id if first else "", by=by, text=text))
    return text


def for_files(meeting: "Meeting", path: Path) -> "Meeting":
    """The meeting as data and registers have it: with what was corrected of its facts when it was approved."""
    how = standing_of(meeting, path)
    return as_corrected(meeting, (*how.approvals, *how.exempt_approvals))


def forget_struck(path: Path, how: Standing) -> None:
    """Takes back that a text was approved where the approval was struck since; the file itself stays. Raises
    StoreError."""
    facts = Facts(places.home_of(path))
    first = first_line_of(path)
    counts = {one.pointer for one in (*how.approvals, *how.exempt_approvals)}
    aside = set(how.reopened.of) if how.reopened else set()
    for told, fact in list(facts.read().of(TextKept)):
        if first and fact.meeting == first.id and "/" in fact.by and fact.by not in counts | aside:
            facts.tell(_who(), FactTakenBack(fact=told.id, reason="The approval was struck"))


def publish(meeting: "Meeting", path: Path, fact: Published) -> Published:
    """Tells the library that minutes or decisions were published; minutes are kept as they are, and approved ones as
    they were approved. Raises StyleError and StoreError; nothing is told then."""
    first = first_line_of(path)
    id_ = first.id if first else ""
    facts = Facts(places.home_of(path))
    how = stands(meeting, path)[0] if fact.what == "minutes" else None
    series, given, text = "", dict[str, str](), None
    if how is not None and how.approved:
        text = keep_approved(meeting, path, how)
    elif how is not None:
        series, given = _numbered(meeting, path, facts)
        text = keep_text(meeting, path, "published", given)
    whole = Published(
        meeting=id_,
        on=fact.on,
        where=fact.where,
        what=fact.what,
        text=text,
        series=series,
        references=tuple(given.items()),
    )
    facts.tell(_who(), whole)
    return whole


def _numbered(meeting: "Meeting", path: Path, facts: Facts) -> tuple[str, dict[str, str]]:
    """The series of the body's year, and the references of the minutes in it: those that they have, and for what has
    none the numbers after the last that was given. ("", {}) where the house style has no references."""
    style = style_of(meeting)
    wanted = wanting(Writer(meeting, style), write_up(meeting, style, exempt=True).blocks)
    if meeting.setup is None or not wanted:
        return "", {}
    setup, known = meeting.setup, facts.read()
    year = f"{setup.date:%y}"
    series = f"{setup.body_id or setup.body} {year}"
    # What was published before bodies had ids is in a series by the name.
    names = names_of(Library(facts.home), setup.body_id, known) | {setup.body}
    same = {series, *(f"{name} {year}" for name in (*names, *known.ids_of_body(setup.body_id)))}
    told = [fact for _, fact in known.of(Published) if fact.series in same]
    own = _given(standing_of(meeting, path))
    last = max((int(number) for fact in told for _, number in fact.references if number.isdigit()), default=0)
    return series, own | numbered([key for key in wanted if key not in own], last)


def tell_exported(meeting: "Meeting", path: Path, what: tuple[str, ...], exempt: bool) -> str:
    """Tells the library that a draft went out. Gives "" or a sentence; never raises, since the files are written."""
    first = first_line_of(path)
    fact = Exported(meeting=first.id if first else "", entries=len(meeting.entries), what=what, exempt=exempt)
    try:
        Facts(places.home_of(path)).tell(_who(), fact)
    except (StoreError, Unclear) as error:
        return f"The files are written. That they were is not in the library: {error}"
    return ""


def worded_otherwise(meeting: "Meeting", path: Path, how: Standing) -> list[str]:
    """What today's program would word otherwise than the text kept does, where the record has not changed since: the
    sentences of the public text that differ, as they were kept. Never raises for a text that cannot be read."""
    if how.text is None or (how.amended and not how.approved):
        return []
    from clerk.meeting.fold import fold
    from exports.rewording import block_text

    then = fold(meeting.entries[: how.text.entries])
    try:
        before = _read(path, how.text, False)
        now = write_up(then, style_of(then))
    except (kept_texts.TextNotAsKept, CannotReadKept) as error:
        return [str(error)]
    said = {block_text(block) for block in now.blocks}
    return [text for block in before.blocks if (text := block_text(block)) and text not in said]


def version() -> str:
    """The version of this program, "" where it runs from its source."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as of

    try:
        return of("committee-clerk")
    except PackageNotFoundError:
        return ""


def _who() -> str:
    from store.holding import this_holder

    return this_holder().user
