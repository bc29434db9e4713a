"""Numbers that Word makes as it goes, which are nowhere in a document's text."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbers:
    """Counts a document's lists as Word would. Ask for each paragraph in turn."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read_numbering(numbering)
        if styles is not None:
            self._read_styles(styles)

    def mark(self, paragraph: Any) -> tuple[str, int]:
        """What Word prints before a paragraph ("1.", "1.1", "-"), and how deep it is; ("", 0) for none."""
        list_, level = self._of(paragraph)
        if not list_ or list_ == "0" or list_ not in self._lists:
            return "", 0
        abstract, overrides = self._lists[list_]
        levels = self._abstract.get(abstract, {})
        if level not in levels:
            return "", 0
        counts = self._counts.setdefault(abstract, {})
        if overrides and list_ not in self._started:
            for deep, start in overrides.items():
                counts[deep] = start - 1
        self._started.add(list_)
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [deep for deep in counts if deep > level]:
            del counts[deeper]
        form, text, _ = levels[level]
        if form in ("bullet", "none"):
            return ("-" if form == "bullet" else ""), level
        shown = re.sub(r"%(\d)", lambda found: self._shown(levels, counts, int(found[1]) - 1), text)
        return shown.strip(), level

    def _shown(self, levels: dict[int, tuple[str, str, int]], counts: dict[int, int], level: int) -> str:
        form, _, start = levels.get(level, ("decimal", "", 1))
        return _formed(counts.get(level, start), form)

    def _of(self, paragraph: Any) -> tuple[str, int]:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        own = _num_pr(properties)
        style = properties.find(qn("w:pStyle"))
        styled = self._styles.get(style.get(qn("w:val"), ""), ("", 0)) if style is not None else ("", 0)
        if own is None:
            return styled
        return own[0] or styled[0], own[1] if own[1] >= 0 else styled[1]

    def _read_numbering(self, numbering: Any) -> None:
        for abstract in numbering.findall(qn("w:abstractNum")):
            levels: dict[int, tuple[str, str, int]] = {}
            for level in abstract.findall(qn("w:lvl")):
                number = _int(level.get(qn("w:ilvl")))
                levels[number] = (
                    _val(level, "w:numFmt") or "decimal",
                    _val(level, "w:lvlText"),
                    _int(_val(level, "w:start"), 1),
                )
            self._abstract[abstract.get(qn("w:abstractNumId"), "")] = levels
        for num in numbering.findall(qn("w:num")):
            overrides = {}
            for override in num.findall(qn("w:lvlOverride")):
                start = override.find(qn("w:startOverride"))
                if start is not None:
                    overrides[_int(override.get(qn("w:ilvl")))] = _int(start.get(qn("w:val")), 1)
            self._lists[num.get(qn("w:numId"), "")] = (_val(num, "w:abstractNumId"), overrides)

    def _read_styles(self, styles: Any) -> None:
        found: dict[str, tuple[tuple[str, int] | None, str]] = {}
        for style in styles.findall(qn("w:style")):
            properties = style.find(qn("w:pPr"))
            own = _num_pr(properties) if properties is not None else None
            found[style.get(qn("w:styleId"), "")] = (own, _val(style, "w:basedOn"))
        for name in found:
            own, based, steps = found[name][0], found[name][1], 0
            while own is None and based in found and steps < 20:
                own, based, steps = found[based][0], found[based][1], steps + 1
            if own is not None:
                self._styles[name] = (own[0], max(own[1], 0))


def _num_pr(properties: Any) -> tuple[str, int] | None:
    numbered = properties.find(qn("w:numPr"))
    if numbered is None:
        return None
    level = numbered.find(qn("w:ilvl"))
    return _val(numbered, "w:numId"), _int(level.get(qn("w:val"))) if level is not None else -1


def _val(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _int(text: str | None, default: int = 0) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else default


def _formed(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 0 < number < 27:
        letter = chr(96 + number)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 40:
        text, left = "", number
        for value, sign in _ROMAN:
            while left >= value:
                text, left = text + sign, left - value
        return text if form == "lowerRoman" else text.upper()
    return str(number)
