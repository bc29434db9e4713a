"""Words without what typesetting, mark-up and Unicode put round them."""

from __future__ import annotations

import html
import re

_TAGS = re.compile(
    r"</?(?:p|b|i|u|em|strong|h[1-6]|ul|ol|li|a|br|span|div|sup|sub|center|font|tbody|thead|table|tr|td|th)"
    r"(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_BREAKS = re.compile(
    r"</(?:p|li|h[1-6]|div)>\s*|<br\s*/?>\s*|<li(?:\s[^<>]{0,400})?>|<[uo]l(?:\s[^<>]{0,400})?>", re.IGNORECASE
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\((?:#|https?:|mailto:|/)?[^()\s]{0,1000}\)")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s*])\*(?![a-zA-Z0-9*])")
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0xAD, 0xFEFF, 0x2060, *range(0x202A, 0x202F), *range(9)])
_INVISIBLE |= dict.fromkeys([*range(0x0E, 0x20), *range(0x7F, 0xA0)])
_SPACES = {ord(c): " " for c in "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\v"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SIGNS = {**_INVISIBLE, **_SPACES, **_LIGATURES}


def visible(text: str) -> str:
    """The text without characters that nobody sees, its ligatures and odd spaces made plain."""
    return text.translate(_SIGNS)


def unescaped(text: str) -> str:
    """The text with its entities read, twice over where it was escaped twice (`&amp;#39;`)."""
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    return text


def inline(text: str) -> str:
    """A line or cell of Markdown or scraps of HTML as words; paragraphs within it are parted by line ends."""
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
        text = _BREAKS.sub("\n", text)
        text = _TAGS.sub("", text)
    text = visible(unescaped(text)).replace("**", "").replace("__", "")
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text:
        text = _ITALIC.sub(r"\1", text)
    return "\n".join(filter(None, (one_space(part) for part in text.split("\n"))))


def one_space(text: str) -> str:
    """The text on one line, its white space evened out."""
    return " ".join(text.split())


_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
_MARK = re.compile(
    r"""^(?!\d{1,2}[.:]\d\d\s?[ap]\.?\s?m\b)(?:
        (?P<number>\d{1,3}(?:\.\d{1,3}){1,4}[.)]?|\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\)|\(?(?:ix|iv|v?i{1,3}|v|x)[.)])\s+
      | (?P<bullet>[-•●▪◦*–\uf0b7])\s+
    )(?=\S)""",
    re.VERBOSE,
)
_BARE = re.compile(rf"^(\d{{1,2}})\s+(?!(?i:{_MONTH}))(?=[A-Z][A-Z ,&'’/()-]{{5,}}$)")


def split_mark(text: str) -> tuple[str, str]:
    """What a line is listed under ("1.", "1.1", "a)", "-") and its words. "- 1.1 " is "1.1"; "6 BACKGROUND PAPERS" is
    numbered although no dot says so."""
    mark = ""
    for _ in range(2):
        found = _MARK.match(text)
        if not found or (mark and mark != "-"):
            break
        number = found["number"]
        mark, text = number or "-", text[found.end() :]
        if number:
            break
    if not mark and (bare := _BARE.match(text)):
        mark, text = f"{bare[1]}.", text[bare.end() :]
    return mark, text.strip()


def folded(text: str) -> str:
    """Words for comparison: small letters, "&" as "and", nothing but letters, digits and single spaces."""
    text = text.casefold().replace("&", " and ").replace("’", "").replace("'", "")
    return " ".join(re.findall(r"[^\W_]+", text))


_ROMAN = {"I": 1, "V": 5, "X": 10}
_SERIES = re.compile(
    r"\(?(?:(?:[A-Z]{1,6}/?)?(?P<year>\d{2,4})/(?P<of>\d{1,4})|(?P<roman>[IVX]{1,6})(?=[.)])|(?P<part>[A-Z])(?P<in>\d{1,2})|"
    r"(?P<letter>[A-HJ-UWYZ])(?=[.)])|(?P<plain>\d{1,3})(?:\.0)?)(?P<after>[a-zA-Z])?[.):]?"
)


def counted(mark: str) -> tuple[str, int]:
    """The series that an item's number is of, and its place there: "7." is ("", 7), "26/041" and "041/26" ("/", 41),
    "IV." ("I", 4), "B2" ("B", 2), "C." (".", 3); ("", 0) for what is no such number."""
    found = _SERIES.fullmatch(mark.strip())
    if found is None:
        return "", 0
    if found["year"]:
        # The year stands before the number or behind it, and has two letters or four.
        behind = len(found["year"]) == 3 and len(found["of"]) in (2, 4)
        return "/", int(found["year"] if behind else found["of"])
    if found["roman"]:
        values = [_ROMAN[sign] for sign in found["roman"]]
        return "I", sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
    if found["letter"]:
        return ".", ord(found["letter"]) - ord("A") + 1
    return (found["part"] or ""), int(found["in"] or found["plain"])
