"""The text of a question: clauses whose ids never change, and edits addressed to them (M4, M9, M13)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clerk.lettered import LEAD, label, marks_of, without_mark


class Clause(Struct, frozen=True, omit_defaults=True):
    """One clause. `id` never changes, whatever is added before it; `depth` is 0 for "1.", 1 for "1.1".

    `text` is its first line and, on lines of their own, what belongs to it: bullets ("- …") and plain lines. `mark` is
    the letter under which it was typed ("a)"), LEAD where it leads to those after it and has no number.
    """

    id: str
    text: str
    depth: int = 0
    mark: str = ""


Text = tuple[Clause, ...]


class Add(Struct, frozen=True, omit_defaults=True, tag="Add", tag_field="is", forbid_unknown_fields=True):
    """Add clauses: under the clause `at` (as its last sub-clause), `after` or `before` it, or at the text's end."""

    text: str
    at: str = ""
    after: bool = False
    before: bool = False


class Delete(Struct, frozen=True, omit_defaults=True, tag="Delete", tag_field="is", forbid_unknown_fields=True):
    """Leave out a clause, with its sub-clauses."""

    at: str


class Replace(Struct, frozen=True, omit_defaults=True, tag="Replace", tag_field="is", forbid_unknown_fields=True):
    """Put another text in the place of a clause's; its sub-clauses stay."""

    at: str
    text: str


class Words(Struct, frozen=True, omit_defaults=True, tag="Words", tag_field="is", forbid_unknown_fields=True):
    """Leave out words of a clause and insert others. `which` counts the occurrence from 1; 0 is every one."""

    at: str
    old: str
    new: str
    which: int = 1


Edit = Add | Delete | Replace | Words

_MAIN = re.compile(r"^\s*(\d{1,3})[.)]\s+(?=\S)")
_SUB = re.compile(r"^\s*(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})*[.)]?\s+(?=\S)")
_BULLET = re.compile(r"^\s*[-•*]\s+(?=\S)")


def texts_in(value: Any) -> Iterator[str]:
    """Every text in plain values (mappings, lists, texts), however deep; keys are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)


def read_entries(text: str) -> list[str]:
    """The lines of a list that are numbered or marked anew when they are printed: without the bullets, or the numbers
    that run from 1, that they were typed with. A figure that counts nothing is a word: "12. trees"."""
    lines = [_BULLET.sub("", line).strip() for line in text.splitlines() if line.strip()]
    marks = [_MAIN.match(line) for line in lines]
    if all(mark and int(mark[1]) == number for number, mark in enumerate(marks, 1)):
        return [_MAIN.sub("", line) for line in lines]
    return lines


def read_clauses(text: str, prefix: str = "") -> Text:
    """Reads typed or printed clauses. Numbered lines ("1. ", "1.1 ") begin a clause, bullets and other lines belong
    to the clause above; where no line is numbered, every line that is not a bullet begins a clause of its own. Letters
    ("a) …", "b) …") mark clauses where there are no numbers, and stay; the lines before them lead to them.

    A number counts only as "1." or "1)", and "1.1" only where it is the next: "12 trees" and "2.5 million" are words.
    A first line without a number that "1.1" follows is clause 1.
    Ids are `prefix` and a running number; they say nothing of the printed number.
    """
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    siblings = _begins_with_subs(lines)
    below = _goes_on_with_subs(lines)
    numbered = siblings or below or any(_MAIN.match(line) for line in lines)
    clauses: list[Clause] = []
    main = sub = 0  # as they will be printed
    typed = (1, 0) if below else (0, 0)  # as they were typed last
    marks = [] if numbered else marks_of(lines)
    if any(marks):
        return _lettered(lines, marks, prefix)
    for place, line in enumerate(lines):
        number, depth = (_MAIN.match(line), 0) if numbered else (None, 0)
        if numbered and number is None and (found := _SUB.match(line)):
            said = int(found[1]), int(found[2])
            follows = said == (typed[0], typed[1] + 1)
            if siblings and (follows or not clauses):
                number = found
            elif clauses and (follows or said == (main, sub + 1)):
                number, depth = found, 1
        bullet = _BULLET.match(line)
        if numbered and number is None and not bullet and _leads(lines, place):
            main = sub = 0
            clauses.append(Clause(f"{prefix}{len(clauses) + 1}", line.strip(), 0, LEAD))
            continue
        if clauses and (bullet or (numbered and number is None)):
            more = "- " + line[bullet.end() :] if bullet else line.strip()
            clauses[-1] = Clause(clauses[-1].id, f"{clauses[-1].text}\n{more}", clauses[-1].depth)
            continue
        if number:
            typed = int(number[1]), int(number[2]) if number.re is _SUB else 0
        main, sub = (main, sub + 1) if depth else (main + 1, 0)
        clauses.append(Clause(f"{prefix}{len(clauses) + 1}", line[number.end() :] if number else line.strip(), depth))
    return tuple(clauses)


def _leads(lines: Sequence[str], place: int) -> bool:
    """Whether a line without a number leads to those that have one: the first, or one with a colon after which they
    begin anew."""
    following = _MAIN.match(lines[place + 1]) if place + 1 < len(lines) else None
    return following is not None and (place == 0 or (lines[place].rstrip().endswith(":") and following[1] == "1"))


def _lettered(lines: Sequence[str], marks: Sequence[str], prefix: str) -> Text:
    """The clauses of lines that have letters: a line without one leads to those after it, or belongs to the clause
    above it."""
    clauses: list[Clause] = []
    for place, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        bullet = _BULLET.match(line)
        leads = not mark and not bullet and (not clauses or (line.rstrip().endswith(":") and any(marks[place + 1 :])))
        if mark or leads:
            words = without_mark(line) if mark else line.strip()
            clauses.append(Clause(f"{prefix}{len(clauses) + 1}", words.strip(), 0, mark or LEAD))
            continue
        more = "- " + line[bullet.end() :] if bullet else line.strip()
        last = clauses[-1] if clauses else Clause(f"{prefix}1", "", 0, LEAD)
        clauses[-1:] = [replace(last, text=f"{last.text}\n{more}".lstrip("\n"))]
    return tuple(clauses)


def _begins_with_subs(lines: Sequence[str]) -> bool:
    """Whether the first two lines are "1.1 …" and "1.2 …", typed to be added under a clause: these are siblings."""
    first, second = (_SUB.match(line) for line in lines[:2]) if len(lines) > 1 else (None, None)
    return bool(first and second and first[1] == second[1] and int(first[2]) + 1 == int(second[2]))


def _goes_on_with_subs(lines: Sequence[str]) -> bool:
    """Whether the first line has no number and the next is "1.1 …": it is clause 1 then, of which that is a part."""
    if len(lines) < 2 or any(form.match(lines[0]) for form in (_MAIN, _SUB, _BULLET)):
        return False
    second = _SUB.match(lines[1])
    return second is not None and (second[1], second[2]) == ("1", "1")


def numbers(text: Text) -> dict[str, str]:
    """The printed number of each clause by id: "1", "1.1"; "a)" where they have letters, "" for one that leads to
    others."""
    printed: dict[str, str] = {}
    main = sub = 0
    forms = _forms(text)
    for clause, form in zip(text, forms, strict=True):
        if clause.mark == LEAD:
            main = sub = 0
            printed[clause.id] = ""
        elif clause.depth:
            sub += 1
            printed[clause.id] = f"{main}.{sub}"
        else:
            main, sub = main + 1, 0
            printed[clause.id] = label(form, main) if form else str(main)
    return printed


def _forms(text: Text) -> list[str]:
    """For each clause the letter with which the clauses under the same lead begin; "" where they have numbers."""
    forms: list[str] = []
    for place, clause in enumerate(text):
        if clause.mark == LEAD or not place:
            under = takewhile(lambda other: other.mark != LEAD, text[place + (clause.mark == LEAD) :])
            form = next((other.mark for other in under if other.mark), "")
        forms.append(form)
    return forms


def written(text: Text) -> str:
    """The text as a clerk would type it: numbers where there is more than one clause, bullets below their clause.
    `read_clauses` reads it back as it was."""
    printed = numbers(text)
    lines: list[str] = []
    for clause in text:
        first, *rest = clause.text.split("\n")
        number = printed[clause.id]
        lead = f"{number}. " if number.isdecimal() else f"{number} " if number else ""
        lines += [first if len(text) == 1 and _reads_alone(clause) else lead + first, *rest]
    return "\n".join(lines)


def _reads_alone(clause: Clause) -> bool:
    """Whether a text's only clause is read back as one without its number."""
    return [other.text for other in read_clauses(clause.text)] == [clause.text]


def apply_edits(text: Text, edits: Iterable[Edit], prefix: str) -> tuple[Text, tuple[Edit, ...]]:
    """The text with the edits made, and those that did not fit (their clause or words are gone: M9).

    New clauses take ids from `prefix`, so the same edits give the same ids wherever they are made.
    """
    clauses = list(text)
    misfits: list[Edit] = []
    for number, edit in enumerate(edits, 1):
        if not _apply(clauses, edit, f"{prefix}.{number}."):
            misfits.append(edit)
    return tuple(clauses), tuple(misfits)


def _apply(clauses: list[Clause], edit: Edit, prefix: str) -> bool:
    place = next((i for i, clause in enumerate(clauses) if clause.id == edit.at), None)
    if isinstance(edit, Add):
        return _add(clauses, edit, place, prefix)
    if place is None:
        return False
    here = clauses[place]
    match edit:
        case Delete():
            del clauses[place : _end_of(clauses, place)]
        case Replace(text=text):
            clauses[place] = replace(here, text=without_mark(text) if here.mark not in ("", LEAD) else text)
        case Words(old=old, new=new, which=which):
            changed = _swap_words(here.text, old, new, which)
            if changed is None:
                return False
            clauses[place] = replace(here, text=changed)
    return True


def _add(clauses: list[Clause], edit: Add, place: int | None, prefix: str) -> bool:
    new = read_clauses(edit.text, prefix)
    if any(clause.mark not in ("", LEAD) for clause in clauses):
        new = tuple(replace(clause, text=without_mark(clause.text)) for clause in new)
    if not edit.at:
        clauses.extend(new)
        return True
    if place is None:
        return False
    if edit.after or edit.before:
        depth = clauses[place].depth
        new = tuple(replace(clause, depth=max(depth, clause.depth)) for clause in new)
        end = place if edit.before else place + 1 if depth else _end_of(clauses, place)
    else:
        new = tuple(replace(clause, depth=1) for clause in new)
        end = _end_of(clauses, place)
    clauses[end:end] = new
    return True


def _end_of(clauses: Sequence[Clause], place: int) -> int:
    end = place + 1
    while clauses[place].depth == 0 and end < len(clauses) and clauses[end].depth > 0:
        end += 1
    return end


def _swap_words(text: str, old: str, new: str, which: int) -> str | None:
    if not old:
        return None
    # Whole words first: "the" is not meant in "other".
    edges = (r"\b" if old[0].isalnum() else "", r"\b" if old[-1].isalnum() else "")
    places = [match.start() for match in re.finditer(edges[0] + re.escape(old) + edges[1], text)]
    places = places or [match.start() for match in re.finditer(re.escape(old), text)]
    if len(places) < max(which, 1):
        return None
    for place in reversed(places if which == 0 else places[which - 1 : which]):
        text = text[:place] + new + text[place + len(old) :]
    return _tidy(text)


def _tidy(text: str) -> str:
    return re.sub(r"(?<=\S) {2,}", " ", text).strip()


def edits_between(before: Text, after: str) -> tuple[Edit, ...]:
    """The edits that turn a text into what was typed over it, clause by clause: so that a clerk who edits in place
    records the same facts as one who names the edit. Nothing changed gives ().
    """
    wanted = read_clauses(after, "new")
    edits = _clause_by_clause(before, wanted)
    made, misfits = apply_edits(before, edits, "new")
    if misfits or _shape(made) != _shape(wanted):
        # A reshuffle that single edits cannot say: the whole text is put in the place of the old.
        return (Add(written(wanted)), *(Delete(clause.id) for clause in before if not clause.depth))
    return edits


def _shape(text: Text) -> list[tuple[str, int]]:
    return [(clause.text, clause.depth) for clause in text]


def _clause_by_clause(before: Text, wanted: Text) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    for what, a, b, c, d in SequenceMatcher(a=_shape(before), b=_shape(wanted), autojunk=False).get_opcodes():
        if what == "equal":
            continue
        paired = min(b - a, d - c)
        for old, new in zip(before[a : a + paired], wanted[c : c + paired], strict=True):
            edits += _rewritten(old, new.text)
        gone = before[a + paired : b]
        # With a clause its sub-clauses go.
        main = next((index for index, old in enumerate(gone) if not old.depth), len(gone))
        edits += [Delete(old.id) for index, old in enumerate(gone) if index < main or not old.depth]
        edits += _additions(before, a + paired, wanted[c + paired : d])
    return tuple(edits)


def _rewritten(old: Clause, text: str) -> list[Edit]:
    """The words of a clause that were changed, where they are few and each stands there once; else the whole of it."""
    before, after = old.text.split(" "), text.split(" ")
    edits: list[Edit] = []
    gone = put = 0
    made: str | None = old.text
    for what, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        gone += b - a
        put += d - c if what == "replace" else 0
        if what == "insert":
            # Nothing goes, so the word beside says where the new ones stand.
            a, b, c, d = (a - 1, b, c - 1, d) if a else (a, b + 1, c, d + 1)
        was, now = _without_same_end(" ".join(before[a:b]), " ".join(after[c:d]))
        made = _swap_words(made, was, now, 1) if made and _stands_once(old.text, was) else None
        edits.append(Words(old.id, was, now))
    # Most of what stood there stays, and what stays is no less than what comes in the place of other words: more is no
    # change of words, but another text.
    stays = len(before) - gone
    few = gone * _PART <= len(before) and put <= stays and len(edits) <= _FEW
    return edits if few and made == text else [Replace(old.id, text)]


_FEW = 2
"""How many changes of words in one clause are still clearer than the clause anew."""

_PART = 3
"""Of how many words one may go."""


def _stands_once(text: str, words: str) -> bool:
    return "\n" not in words and len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text)) == 1


def _without_same_end(was: str, now: str) -> tuple[str, str]:
    """Words without the mark that both end with: "four," and "six," are "four" and "six"."""
    if len(was) > 1 and len(now) > 1 and was[-1] == now[-1] and was[-1] in ".,;:":
        return was[:-1], now[:-1]
    return was, now


def _additions(before: Text, place: int, added: Text) -> Iterable[Edit]:
    """The edits that add clauses so that they stand at `place` of the text before."""
    first_main = next((index for index, clause in enumerate(added) if not clause.depth), len(added))
    subs, mains = added[:first_main], added[first_main:]
    if subs:
        typed = written(tuple(Clause(clause.id, clause.text) for clause in subs))
        above = before[place - 1] if place else Clause("", "")
        yield Add(typed, above.id, after=bool(above.depth))
    if mains:
        main = next((clause for clause in reversed(before[:place]) if not clause.depth), None)
        if place == len(before):
            yield Add(written(mains))
        elif main is not None:
            yield Add(written(mains), main.id, after=True)
        else:
            yield Add(written(mains), before[place].id, before=True)
