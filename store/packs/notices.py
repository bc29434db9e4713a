"""Motions of which notice was given, as an agenda has them: their words, and who is to move and second them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.packs.bodies import ordinary
from store.packs.facts import Record
from store.packs.names import bare_name, is_name
from store.packs.recommending import without_breaks
from store.packs.stream import Line

_CALLED = re.compile(r"\bmotions?\b(?! sickness)", re.IGNORECASE)
_TO_EXCLUDE = re.compile(r"\b(?:exclu\w+|adjourn\w*|clos\w+|procedural)\b", re.IGNORECASE)
_STYLE = (
    r"(?i:(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Alderman|Baroness|Lord|Lady|Sir|Bailie|Provost|Prof(?:essor)?|Rev)"
    r"s?\b\.?)"
)
_NAME = (
    rf"(?P<{{0}}>(?:{_STYLE}\s+)+(?:(?!to|and)[a-z]{{{{2,3}}}}\s+){{{{0,2}}}}[A-Z][\w'’.-]*"
    rf"(?:\s+(?!(?:and|AND|That)\b)(?:[a-z]{{{{2,3}}}}\s+)?[A-Z][\w'’.-]*){{{{0,4}}}})"
)
_MOVER = re.compile(
    r"(?i:\b(?:(?:to be )?(?:jointly )?(?:moved|proposed|submitted|put forward|tabled|presented)(?: and seconded)? "
    r"(?:jointly )?(?:by|in the (?:joint )?names? of)|(?:joint|co-?)[ -]?(?:movers?|proposers?)|"
    r"movers?|proposers?|proposed|moved|in the (?:joint )?names? of|(?:joint )?motions?(?: \d{1,2})? (?:by|from)|"
    r"(?:notice )?(?:has been |was )?(?:given|received) "
    r"(?:by|from))\b\s*[:–-]?\s*(?:the following )?)" + _NAME.format("who")
)
_BEHIND = re.compile(
    r"^" + _NAME.format("who") + r"(?P<others>(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:[A-Z][\w'’.-]*\s*){1,4}){0,4})"
    r"\s*\b(?i:(?:will|to|shall|have given notice (?:that they will|to)|"
    r"has given notice (?:that (?:s?he|they) will|to)) (?:move|propose)\b)"
)
_SECONDER = re.compile(
    r"(?i:\b(?:(?:jointly )?second(?:ed|ers?)?(?: jointly)?(?: by)?)\s*[:–-]?\s*)"
    + _NAME.format("who")
    + r"|"
    + _NAME.format("before")
    + r"\s+(?i:(?:will|to|shall) second\b)"
)
_ANOTHER = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:,\s*(?:and\s+|&\s*)?|\band\s+|&\s*|/\s*|\bwith\s+)"
    rf"(?P<who>(?:{_STYLE}\s+)*(?!(?:That|This|The|To|It|Seconded|Council)\b)[A-Z][\w'’.-]*"
    r"(?:\s+(?!(?:and|AND|That)\b)[A-Z][\w'’.-]*){0,3})"
)
"""Whoever else moves or seconds with the one that is named: "Councillors Ann Oak and Bob Elm"."""

_BEGINS = re.compile(
    r"[“\"‘']?\s*(?:(?:that )?(?:this|the) (?:[\w-]+ ){0,5}?(?:council|committee|meeting|board|cabinet|"
    r"authority|assembly|"
    r"chamber|panel)\b(?: (?:therefore|also|further))?[\w ,]{0,40}?\b(?:notes?|believes?|resolves?|calls?|"
    r"agrees?|asks?|"
    r"recogni[sz]es?|welcomes?|requests?|instructs?|supports?|write|congratulates?|condemns?|regrets?|urges?|expresses|"
    r"acknowledges?|thanks?|considers?|commits?|declares?|opposes?|is|has|will|be|approves?|undertakes?)\b|"
    r"(?:that )?(?:this|the) (?:[\w-]+ ){0,5}?(?:council|committee|meeting|board|cabinet|authority|assembly)\s*:|"
    r"that\b|to "
    r"(?:ask|call|request|write|instruct|recommend)\b)",
    re.IGNORECASE,
)
"""How the words of a motion begin."""

_LEADS = re.compile(
    r"\b(?:motion|resolution|notice)s?\b.*[:–-]$|^to (?:consider|debate|receive)\b|\brule\b|\bstanding order\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:note|officer|background|recommend(?:ation|ed)|report (?:of|by|from)|signed|amendment|contact|"
    r"this motion|the motion|"
    r"in accordance)\b",
    re.IGNORECASE,
)


def read_notice(item: Record, below: Sequence[Line], line: Line, above: str = "") -> None:
    """Put the words of a motion, its mover and its seconder into its item, where the title or what stands below it says
    that notice of it was given, or the title `above`, of which it is a part."""
    title = item.get("title")
    if _within_title(item, below, line, above):
        return
    below = [part for each in below for part in _apart(each)]
    told = [(title, line), *((each.text, each) for each in below)]
    # A part of "Motions on notice" that says no more than who will move is a motion as well.
    named = (by := _BEHIND.match(title) or _MOVER.match(title)) is not None and _is_called(above)
    is_one = named or (_CALLED.search(title) and not _TO_EXCLUDE.search(title))
    if not is_one and not any(_GIVEN.search(words) for words, _ in told):
        return
    ends = len(below)
    for words, at in told:
        if (found := _MOVER.search(words) or _BEHIND.search(words)) and not item.get("mover"):
            _put(item, "mover", found, words, at)
        if found := _SECONDER.search(words):
            _put(item, "seconder", found, words, at)
    start = next((n for n, each in enumerate(below) if _begins(each.text)), -1)
    if start < 0:
        return
    ends = next((n for n in range(start + 1, len(below)) if _ends(below[n].text)), ends)
    words = "\n".join(each.whole.removeprefix("- ") for each in without_breaks(below[start:ends]))
    item.put("motion", _unquoted(words), below[start], "notice.words", "likely")
    if named and by is not None and not re.sub(r"^[\s,;:–-]+|[\s:.]+$", "", _SECONDER.sub("", title[by.end() :])):
        item.facts["title"] = replace(item.facts["title"], value=f"Motion of {by['who']}", sure="likely")


_WORDS = re.compile(
    r"^(?P<lead>[^“\"]{3,160}?)\s*(?:[:–—-]\s*|(?=[“\"])|\s+(?:will|to) (?:move|propose):?\s+)"
    r"(?P<words>[“\"‘']?\s*(?:(?i:that|(?:this|the) [\w' -]{0,30}council)\b.*|(?<=[“\"])[A-Z].*))$",
    re.DOTALL,
)
_AFTER = re.compile(r"\s*[(\[–—-]+\s*" + _NAME.format("who") + r"[^()]{0,80}[)\]]?\.?$")


def _is_called(title: str) -> bool:
    return bool(_CALLED.search(title)) and not _TO_EXCLUDE.search(title)


def _within_title(item: Record, below: Sequence[Line], line: Line, above: str) -> bool:
    """Takes a motion whose words stand in the title itself, behind who is to move it or before: "Cllr Ann Oak: “That
    the lights be mended.”". What remains is what its item is called."""
    title = item.get("title")
    if not _is_called(title) and not _is_called(above):
        return False
    found = _WORDS.match(title)
    if found is None and not (_is_called(above) and re.match(r"[“\"‘']?That\b", title)):
        return False
    lead, words = (found["lead"].strip(" ,"), found["words"]) if found else ("", title)
    by = _MOVER.search(lead) or re.search(_NAME.format("who"), lead)
    who = _bare(by["who"]) if by else bare_name(lead) if is_name(lead) else ""
    if behind := _AFTER.search(words) if not who else None:
        who, words = _bare(behind["who"]), words[: behind.start()]
    if not who and lead and not _is_called(lead):
        return False
    tail = title[title.find(words) + len(words) :]
    for text in (lead, tail):
        if second := _SECONDER.search(text):
            _put(item, "seconder", second, text, line)
    if by and who:
        _put(item, "mover", by, lead, line)
    item.put("mover", who, line, "notice.mover", "likely")
    ends = next((n for n, each in enumerate(below) if _ends(each.text)), len(below))
    open_ = not words.rstrip(" ”\"'").endswith((".", "!", "?")) or words.count("“") > words.count("”")
    more = [each.whole for each in below[:ends]] if open_ else []
    item.put("motion", _unquoted("\n".join([words, *more])), line, "notice.words", "likely")
    named = lead if by and lead.startswith(by["who"]) and not _SECONDER.search(lead) else by["who"] if by else who
    called = lead if _is_called(lead) else f"Motion of {named}" if lead else ""
    if called:
        item.facts["title"] = replace(item.facts["title"], value=called, sure="likely")
    return True


_THEN = re.compile(r"^(?P<by>[^“\"]{3,160}?)\s*[:–—-]\s*(?P<words>[“\"‘']?\s*(?:That|This|The)\b.*)$", re.DOTALL)


def _apart(line: Line) -> list[Line]:
    """A line that says who moves, and behind it what, as one for each."""
    found = None if line.cells else _THEN.match(line.text)
    if found is None or not (_MOVER.search(found["by"]) and _begins(found["words"])):
        return [line]
    return [replace(line, text=found["by"]), replace(line, text=found["words"], mark="", gap=False)]


_GIVEN = re.compile(
    r"\bnotices? of (?:the following |a )?motions?\b|\bfollowing motions?\b|"
    r"^(?:this )?(?:joint )?motion (?:is |was |to be )?(?:jointly )?(?:proposed|moved|submitted|put forward|tabled|by|"
    r"from)\b",
    re.IGNORECASE,
)


def _put(item: Record, what: str, found: re.Match[str], text: str, line: Line) -> None:
    """Keep who moves or seconds. A motion has one of each, so of several who are named the first is taken, and the
    others told."""
    named = found.groupdict()
    who, end = next((named[name], found.end(name)) for name in ("who", "before") if named.get(name))
    others: list[str] = []
    while another := _ANOTHER.match(text, end):
        others.append(_bare(another["who"]))
        end = another.end()
    if re.match(r"\s*(?i:(?:will|to|shall) second|second)", text[end:]) and what == "mover":
        # "Moved by Councillor Oak, Councillor Elm to second".
        others = others[:-1]
    told = " and ".join(filter(None, [", ".join([_bare(who), *others[:-1]]), *others[-1:]]))
    doubt = (
        f"Several are named as the {what} of “{item.get('title')}”: {told}. {_bare(who)} is taken." if others else ""
    )
    item.put(what, _bare(who), line, f"notice.{what}", "unsure" if doubt else "likely", doubt)


def _begins(text: str) -> bool:
    return bool(_BEGINS.match(text)) and not _LEADS.search(text)


def _ends(text: str) -> bool:
    """Whether a line below the words of a motion is none of them."""
    people = (_MOVER.match(text) or _SECONDER.match(text) or _BEHIND.match(text)) is not None
    return people or bool(_ENDS.match(text))


def _bare(name: str) -> str:
    bare = bare_name(name.strip(" .,;:"))
    return ordinary(bare) if bare.isupper() else bare


def _unquoted(words: str) -> str:
    """The words without the marks that stand round all of them."""
    text = words.strip()
    for opens, closes in ("“”", '""', "‘’", "''"):
        if (
            text.startswith(opens)
            and text.rstrip(".").endswith(closes)
            and text.count(opens) == (1 if opens != closes else 2)
        ):
            return text[1:].rstrip(".").removesuffix(closes).strip()
    return text
