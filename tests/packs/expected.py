"""What stands in a seed, found by other means than the rules: by its own typing, line by line, with plain patterns.

`python -m tests.packs.expected` counts the facts found, missed and wrong.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

Facts = dict[tuple[str, str], str]

LABELS = {
    "Title": "title",
    "Report of": "report of",
    "Wards": "wards",
    "Status": "status",
    "Urgent": "urgent",
    "Key": "key",
    "Enclosures": "enclosures",
}
MAIL = re.compile(r"[\w.-]+@[\w-]+(?:\.\w+)+")
PHONE = re.compile(r"\b0\d[\d ]{8,12}\d\b")


def bare(text: str) -> str:
    """A cell without tags, entities and bold, its white space evened out."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", text)).replace("**", "").split())


def covers(lines: list[str]) -> list[dict[str, str]]:
    """The labels and values of each cover, in order."""
    found: list[dict[str, str]] = []
    for line in lines:
        cells = [bare(cell) for cell in line.split("\t")]
        if len(cells) < 2:
            continue
        if cells[0] == "Title":
            found.append({})
        if found and cells[0] in LABELS:
            found[-1].setdefault(LABELS[cells[0]], cells[1])
        if found and re.fullmatch(r"Officers? Contact Details", cells[0]):
            found[-1].setdefault("officers", cells[1])
    return found


def recommendations(lines: list[str]) -> list[list[str]]:
    """The clauses after each head of recommendations, up to the section in capitals, without their numbers."""
    found: list[list[str]] = []
    for number, line in enumerate(lines):
        if not re.fullmatch(r"(?:##? *)?(?:Officers? )?Recommendations", bare(line).strip()):
            continue
        clauses = []
        for below in lines[number + 1 :]:
            words = bare(below)
            if not words:
                continue
            if re.match(r"(?:#+ *)?\d+\.? [A-Z][A-Z ]{5,}", words):
                break
            clauses.append(re.sub(r"^(?:- )?(?:\d+\. )?", "", words))
        found.append(clauses)
    return found


def of_report(path: str, cover: dict[str, str], clauses: list[str]) -> Facts:
    facts: Facts = {}
    for name, value in cover.items():
        if name == "officers":
            facts[path, "e-mail addresses"] = " ".join(sorted(set(MAIL.findall(value))))
            facts[path, "telephones"] = " ".join(sorted({p.strip() for p in PHONE.findall(value)}))
        else:
            facts[path, name] = value.lower() if value in ("Yes", "No", "None") else value
    facts[path, "recommendations"] = "\n".join(clauses)
    return facts


def single(text: str, body: str, date: str) -> Facts:
    """What a file with one report holds."""
    lines = text.splitlines()
    path = "item 1/report 1"
    facts: Facts = {("", "body"): body, ("", "date"): date}
    return facts | of_report(path, covers(lines)[0], recommendations(lines)[0])


def whole(text: str) -> Facts:
    """What the agenda pack holds."""
    lines = text.splitlines()
    at = {line: number for number, line in reversed(list(enumerate(lines)))}
    facts: Facts = {("", "date"): "2019-11-20", ("", "time"): "19:00", ("", "quorum"): "3"}
    facts["", "body"] = lines[at["MEETING"] + 2].lower()
    facts["", "venue"] = lines[at["VENUE"] + 2].lower()
    facts["", "question deadline"] = "2019-11-15 10:00"
    contact = next(line for line in lines if line.startswith("Governance Services contact: "))
    facts["", "contact"] = PHONE.split(contact.partition(": ")[2])[0].strip()
    _members(facts, lines)
    for number, (shown, title, pages) in enumerate(_items(lines), 1):
        facts[f"item {number}", "number"] = shown
        facts[f"item {number}", "title"] = title
        if pages:
            facts[f"item {number}", "pages"] = pages.replace(" ", "")
    clauses = recommendations(lines)
    for path, cover, found in zip(_PLACES, covers(lines), clauses, strict=True):
        facts |= of_report(path, cover, found)
    _minutes(facts, lines)
    _plan(facts, lines)
    return facts


_PLACES = ("item 7/report 1", "item 8/report 1", "item 8/report 2", "item 10/report 1")


def _members(facts: Facts, lines: list[str]) -> None:
    offices = [re.match(r"(Vice )?Chairman: Cllr (.+)", line) for line in lines[:40]]
    names = [(match[2], "vice-chair" if match[1] else "chair") for match in offices if match]
    head = lines.index("Councillors")
    end = next(n for n in range(head + 2, len(lines)) if not lines[n].strip())
    names += [(name, "") for line in lines[head + 1 : end] for name in line.split("\t") if name.strip()]
    for number, (name, role) in enumerate(names, 1):
        facts[f"member {number}", "name"] = name.strip()
        if role:
            facts[f"member {number}", "role"] = role


def _items(lines: list[str]) -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in lines[:80] if re.match(r"\d+\.\t", line)]
    return [(row[0].rstrip("."), row[1], row[2]) for row in rows]


def _minutes(facts: Facts, lines: list[str]) -> None:
    head = next(n for n, line in enumerate(lines) if line.startswith("Decisions of the "))
    end = next(n for n, line in enumerate(lines) if line.startswith("The meeting finished at"))
    facts["minutes 1", "date"] = facts["item 1", "minutes of"] = "2019-06-11"
    items = [line for line in lines[head:end] if re.match(r"\d+\. [A-Z]{3}", line) and line.upper() == line]
    facts["minutes 1", "items"] = str(len(items))
    apologies = lines.index("Apologies for Absence", head)
    present = re.findall(r"Councillor (.+?)(?: \(|\t|$|(?= Councillor))", "\n".join(lines[head:apologies]), re.M)
    away = re.findall(r"Councillor (.+?)(?= Councillor|\t|$)", "\n".join(lines[apologies : apologies + 4]), re.M)
    for number, (name, was) in enumerate([*((n, "present") for n in present), *((n, "apologies") for n in away)], 1):
        facts[f"minutes 1/attendance {number}", "name"] = name
        facts[f"minutes 1/attendance {number}", "was"] = was
    for number, line in enumerate([line for line in lines[head:end] if line.startswith("Action: ")], 1):
        facts[f"item 1/action {number}", "owner"] = line.removeprefix("Action: ")


def _plan(facts: Facts, lines: list[str]) -> None:
    held, number = "", 0
    head = next(n for n, line in enumerate(lines) if line.startswith("Title of Report\tOverview"))
    days = {"20 November 2019": "2019-11-20", "5 March 2020": "2020-03-05", "To be allocated": "To be allocated"}
    for line in lines[head + 1 :]:
        cells = line.split("\t")
        if len(cells) != 4 or cells[0] == "Title of Report":
            continue
        if cells[0] in days:
            held = days[cells[0]]
            continue
        number += 1
        path = f"item 11/planned {number}"
        facts[path, "title"] = cells[0].removesuffix(" - DEFERRED")
        facts[path, "meeting"] = held
        facts[path, "issue"] = cells[3]
        if cells[0].endswith("DEFERRED"):
            facts[path, "deferred"] = "yes"
        if re.match(r"(?:Interim|Head of)\b", cells[1]):
            facts[path, "report of"] = cells[1]
        elif cells[1]:
            facts[path, "decision"] = cells[1]


def memo(text: str) -> Facts:
    """What the partnership board's memo holds."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    at = {line: number for number, line in enumerate(lines)}
    head = re.match(r"MEETING: (.+)\tDate: 18 November", lines[0])
    assert head is not None
    asked = next(n for n, line in enumerate(lines) if line.startswith("INPUT REQUESTED"))
    partners = [line.partition(" ")[2] for line in lines if re.match(r"7\.\d ", line)]
    clauses = [line.removeprefix("- ") for line in lines[asked + 1 : asked + 3]]
    contact = at["CONTACT FOR FURTHER INFORMATION:"]
    path = "item 1/report 1"
    return {
        ("", "body"): head[1],
        ("", "date"): "2013-11-18",
        (path, "report of"): lines[at["REPORT OF:"] + 1],
        (path, "summary"): lines[at["SUMMARY AND PURPOSE OF REPORT:"] + 1],
        (path, "recommendations"): "\n".join([*clauses, *partners]),
        (path, "e-mail addresses"): MAIL.findall(lines[contact + 3])[0],
        (path, "telephones"): PHONE.findall(lines[contact + 3])[0],
        ("officer 1", "name"): lines[contact + 1].rstrip(","),
        ("officer 1", "post"): lines[contact + 2],
    }


SEEDS = {
    "2013": memo,
    "2015": lambda text: single(text, "Community Leadership Committee", "2015-06-24"),
    "2017": lambda text: single(text, "Community Leadership Committee", "2017-03-08"),
    "2018": lambda text: single(text, "Community Leadership Libraries Committee", "2018-11-21"),
    "2019": whole,
}
"""Each seed by its year, with what is expected of its text."""


def comparable(pack: object) -> Facts:
    """What was found, put as the expectations are."""
    from store.packs import Pack

    assert isinstance(pack, Pack)
    facts: Facts = {}
    for path, record in pack.meeting.walk():
        for name, fact in record.facts.items():
            value = fact.value
            if name == "recommendations":
                value = "\n".join(re.sub(r"^(?:\d+\.\d* )", "", line) for line in value.split("\n"))
            if name == "enclosures":
                value = value.replace("\n", " ")
            if (path, name) in (("", "body"), ("", "venue")) and pack.meeting.get("quorum"):
                value = value.lower()
            if (path, name) == ("", "contact"):
                value = value.partition(",")[0]
            facts[path, name] = value
        if record.kind == "report":
            details = " ".join(one.get("details") for one in record.of("officer"))
            facts[path, "e-mail addresses"] = " ".join(sorted(set(MAIL.findall(details))))
            facts[path, "telephones"] = " ".join(sorted({" ".join(p.split()) for p in PHONE.findall(details)}))
    return facts


def tally(wanted: Facts, found: Facts) -> tuple[int, list[tuple[str, str]], list[tuple[str, str]]]:
    """How many facts were found, which were missed, and which are wrong."""
    missed = [key for key in wanted if not found.get(key) and wanted[key]]
    wrong = [key for key in wanted if key not in missed and found.get(key, "") != wanted[key]]
    return len(wanted) - len(missed) - len(wrong), missed, wrong


def main() -> None:
    from store.packs import read_pack

    from .conftest import SEEDS as FOLDER

    for year, expectation in SEEDS.items():
        path: Path = next(iter(FOLDER.glob(f"{year}*.txt")))
        wanted, found = expectation(path.read_text(encoding="utf-8")), comparable(read_pack([path])[0])
        right, missed, wrong = tally(wanted, found)
        print(f"{year}: {right} of {len(wanted)} found, {len(missed)} missed, {len(wrong)} wrong")
        for key in [*missed, *wrong]:
            print("  ", key, repr(wanted[key])[:120], repr(found.get(key, ""))[:120])


if __name__ == "__main__":
    main()
