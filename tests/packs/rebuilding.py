"""The same pack in other forms, rebuilt from the facts found in one: what is printed, as blocks, in each form."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from clerk.times import say_date
from store.packs import Pack, Record


class Block(NamedTuple):
    """A paragraph, a row of columns without lines, a table with lines, a stamp or the end of a page."""

    kind: str
    rows: list[list[str]]

    @property
    def text(self) -> str:
        return self.rows[0][0]


def para(text: str) -> Block:
    return Block("para", [[text]])


def heading(text: str) -> Block:
    return Block("heading", [[text]])


PAGE = Block("page", [[""]])
ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def printed(day: str) -> str:
    return say_date(date.fromisoformat(day))


def clock(time: str) -> str:
    hour, minute = map(int, time.split(":"))
    return f"{hour % 12 or 12}.{minute:02} {'PM' if hour >= 12 else 'AM'}"


def front(pack: Pack) -> Iterator[Block]:
    meeting = pack.meeting
    day = date.fromisoformat(meeting.get("date"))
    yield from (para("MEETING"), para(meeting.get("body").upper()), para("DATE AND TIME"))
    yield para(f"{day:%A} {day.day}{ORDINAL.get(day.day, 'th')} {day:%B}, {day.year}".upper())
    yield from (para(f"AT {clock(meeting.get('time'))}"), para("VENUE"), para(meeting.get("venue")))
    yield para(f"TO: MEMBERS OF {meeting.get('body').upper()} (Quorum {meeting.get('quorum')})")
    members = meeting.of("member")
    for label, role in (("Chairman", "chair"), ("Vice Chairman", "vice-chair")):
        yield from (para(f"{label}: Cllr {m.get('name')}") for m in members if m.get("role") == role)
    yield para("Councillors")
    yield from columns([m.get("name") for m in members if not m.get("role")], 3)
    if substitutes := meeting.of("substitute"):
        yield para("Substitute Members")
        yield from columns([f"Councillor {m.get('name')}" for m in substitutes], 2)
    if meeting.get("public deadline"):
        yield para(f"Questions may be put by the public. {meeting.get('public deadline')}")
    if meeting.get("contact"):
        yield para(f"Governance Services contact: {meeting.get('contact').replace(',', '')}")
    if meeting.get("summoned by"):
        yield para(meeting.get("summoned by").replace(", ", " – ", 1))
    yield heading("ORDER OF BUSINESS")
    yield Block("table", [["Item No", "Title of Report", "Pages"], *(_listed(item) for item in meeting.of("item"))])
    yield para("FACILITIES FOR PEOPLE WITH DISABILITIES")
    yield para("The building has lifts. You will be directed to the nearest exit by uniformed custodians.")


def _listed(item: Record) -> list[str]:
    return [f"{item.get('number')}.", item.get("title"), item.get("pages").replace("-", " - ")]


def columns(names: list[str], count: int) -> Iterator[Block]:
    for start in range(0, len(names), count):
        yield Block("columns", [names[start : start + count]])


def minutes(pack: Pack) -> Iterator[Block]:
    for bound in pack.meeting.of("minutes"):
        yield from (PAGE, heading(f"Decisions of the {bound.get('body')}"), para(printed(bound.get("date"))))
        yield from (para("Members Present:-"), Block("stamp", [[f"AGENDA ITEM {bound.get('stamp')}"]]))
        people = bound.of("attendance")
        offices = {"chair": " (Chairman)", "vice-chair": " (Vice-Chairman)", "": ""}
        present = [p for p in people if p.get("was") == "present"]
        yield from (para(f"Councillor {p.get('name')}{offices[p.get('role')]}") for p in present if p.get("role"))
        yield from columns([f"Councillor {p.get('name')}" for p in present if not p.get("role")], 2)
        yield para("Apologies for Absence")
        away = [p.get("name") for p in people if p.get("was") == "apologies"]
        yield from columns([f"Councillor {name}" for name in away], 2)
        yield from _minuted(bound, [a for item in pack.meeting.of("item") for a in item.of("action")])
        yield para(bound.get("finished"))


def _minuted(bound: Record, actions: list[Record]) -> Iterator[Block]:
    groups = sorted({p.get("group") for p in bound.of("attendance") if p.get("group")})
    for number in range(1, int(bound.get("items")) + 1):
        yield para(f"{number}. BUSINESS OF THE EVENING {'XIVXIVXIV'[: number % 4 + 1]}")
        if number == 2:
            yield para(bound.get("apologies"))
        if number == 3 and len(groups) == 2:
            lists = [[p.get("name") for p in bound.of("attendance") if p.get("group") == group] for group in groups]
            rows = [
                [f"{n + 1}. {names[n]}" if n < len(names) else "" for names in lists]
                for n in range(max(map(len, lists)))
            ]
            yield Block("table", [groups, *rows])
        for action in actions:
            if action.get("item then") == str(number):
                yield from (para(action.get("task")), para(f"Action: {action.get('owner')}"))


def report(record: Record, item: Record, filler: int = 2) -> Iterator[Block]:
    yield PAGE
    yield Block("stamp", [[f"AGENDA ITEM {item.get('number')}"]])
    yield para(record.get("body"))
    yield para(printed(record.get("date")) if record.get("date") else "FOR INFORMATION")
    rows = [[label, record.get(name)] for label, name in _COVER if record.get(name)]
    rows = [[label, value.capitalize() if value in ("yes", "no", "none") else value] for label, value in rows]
    officers = [one for one in record.of("officer") if not one.get("is author")]
    told = [", ".join(filter(None, (o.get("name"), o.get("post"), o.get("details")))) for o in officers]
    if told:
        rows.append(["Officer Contact Details", "\n".join(told)])
    yield Block("table", rows)
    yield heading("Summary")
    yield from (para(line) for line in record.get("summary").split("\n"))
    yield heading("Officers Recommendations")
    clauses = record.get("recommendations").split("\n")
    yield from (para(line if clauses[1:] else f"1. {line}") for line in clauses)
    yield heading("1. WHY THIS REPORT IS NEEDED")
    for number in range(1, filler + 1):
        yield para(f"1.{number} {SENTENCE * 3}")


SENTENCE = "The matter is set out in the appendix, and nothing in it asks for more than is said here. "
_COVER = (
    ("Title", "title"),
    ("Report of", "report of"),
    ("Wards", "wards"),
    ("Status", "status"),
    ("Urgent", "urgent"),
    ("Key", "key"),
    ("Enclosures", "enclosures"),
)


def plan(pack: Pack) -> Iterator[Block]:
    planned = [one for item in pack.meeting.of("item") for one in item.of("planned")]
    if not planned:
        return
    yield from (PAGE, heading("Forward Plan"), para(f"Contact: {pack.meeting.get('contact')}"))
    rows = [["Title of Report", "Overview of decision", "Report Of (officer)", "Issue Type (Non key/Key/Urgent)"]]
    held = ""
    for one in planned:
        if one.get("meeting") != held:
            held = one.get("meeting")
            rows.append([printed(held) if held[:1].isdigit() else held, "", "", ""])
        title = one.get("title") + (" - DEFERRED" if one.get("deferred") else "")
        rows.append([title, one.get("decision"), one.get("report of"), one.get("issue")])
    yield Block("table", rows)


def whole(pack: Pack, filler: int = 2) -> list[Block]:
    """The whole pack as blocks; `filler` is how many paragraphs each report has of no interest."""
    papers = [block for item in pack.meeting.of("item") for r in item.of("report") for block in report(r, item, filler)]
    return [*front(pack), *minutes(pack), *papers, *plan(pack)]


def to_docx(blocks: list[Block], path: Path) -> Path:
    from docx import Document

    document = Document()
    for block in blocks:
        if block.kind == "table":
            table = document.add_table(rows=0, cols=len(block.rows[0]))
            table.style = "Table Grid"
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text.split("\n")[0]
                    for line in text.split("\n")[1:]:
                        cell.add_paragraph(line)
        elif block.kind == "columns":
            document.add_paragraph("\t".join(block.rows[0]))
        elif block.kind == "page":
            document.add_page_break()
        elif block.kind == "heading":
            document.add_heading(block.text, 2)
        elif block.kind == "para" and block.text[:3] in ("1. ", "2. ") and not block.text.isupper():
            document.add_paragraph(block.text)
        else:
            document.add_paragraph(block.text)
    document.save(str(path))
    return path


def to_pdf(blocks: list[Block], path: Path) -> Path:
    from fpdf import FPDF
    from fpdf.enums import XPos, YPos

    class Numbered(FPDF):
        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("helvetica", size=9)
            self.cell(0, 8, str(self.page_no()), align="C")

    pdf = Numbered(format="A4")
    pdf.set_auto_page_break(True, 22)
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    for block in blocks:
        rows = [[_latin(cell) for cell in row] for row in block.rows]
        if block.kind == "page":
            pdf.add_page()
        elif block.kind == "table":
            widths = {2: (45, 140), 3: (20, 130, 30), 4: (60, 60, 35, 35)}[len(rows[0])]
            with pdf.table(rows, col_widths=widths, first_row_as_headings=False, line_height=6):
                pass
            pdf.ln(4)
        elif block.kind == "columns":
            for number, name in enumerate(rows[0]):
                pdf.set_x(pdf.l_margin + number * 62)
                pdf.cell(60, 6, name, new_x=XPos.RIGHT, new_y=YPos.TOP)
            pdf.ln(6)
        elif block.kind == "stamp":
            pdf.cell(0, 6, rows[0][0], align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            pdf.ln(4)
        else:
            pdf.multi_cell(0, 5, rows[0][0], align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            pdf.ln(5)
    pdf.output(str(path))
    return path


def _latin(text: str) -> str:
    signs = {"–": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."}
    return "".join(signs.get(c, c) for c in text).encode("latin-1", "replace").decode("latin-1")


def to_xml(pack: Pack, path: Path) -> Path:
    """Modern.gov's GetMeeting: titles escaped twice, numbers with blanks before them, empty fields with line ends."""
    meeting = pack.meeting
    day = date.fromisoformat(meeting.get("date"))
    items = "".join(
        f"<agendaitem><agendaitemid>{1000 + n}</agendaitemid>"
        f"<agendaitemtitle>{twice(item.get('title'))}</agendaitemtitle>"
        f"<agendatext>\n</agendatext><agendaitemnumber> {n}</agendaitemnumber>"
        f"<fulldisplaynumberformat>{item.get('number')}.</fulldisplaynumberformat><isrestricted>False</isrestricted>"
        f"<minutesnonemptyhtmlbody>\n</minutesnonemptyhtmlbody>"
        f"<refertocommittee>{twice(meeting.get('body'))}</refertocommittee><linkeddocuments>{_linked(item)}"
        "</linkeddocuments></agendaitem>"
        for n, item in enumerate(meeting.of("item"), 1)
    )
    roles = {"chair": "Chairman", "vice-chair": "Vice-Chairman", "": "Committee Member"}
    people = "".join(
        f'<attendee membertype="Member" memberid="{200 + n}" name="Councillor {html.escape(person.get("name"))}" '
        f'roledescription="{roles[person.get("role")] if person.kind == "member" else "Substitute"}" '
        f'attendance="Expected" politicalparty="{html.escape(person.get("group"))}" ward="A Ward">'
        "<url/></attendee>"
        for n, person in enumerate([*meeting.of("member"), *meeting.of("substitute")], 1)
    )
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?><meeting><meetingid>9999</meetingid>'
        f"<meetingdate>{day:%d/%m/%Y}</meetingdate><meetingstatus>Confirmed</meetingstatus>"
        f"<meetingtime>{clock(meeting.get('time')).lower()}</meetingtime>"
        f"<meetinglocation>{twice(meeting.get('venue'))}</meetinglocation><meetingroom>\n</meetingroom>"
        f"<agendaitems>{items}</agendaitems><attendees>{people}</attendees></meeting>",
        encoding="utf-8",
    )
    return path


def twice(text: str) -> str:
    """Escaped as Modern.gov escapes it."""
    return html.escape(html.escape(text))


def _linked(item: Record) -> str:
    return "".join(
        f"<linkeddoc><attachmentid>1</attachmentid><title>{html.escape(html.escape(r.get('title')))}</title></linkeddoc>"
        for r in item.of("report")
    )


def to_html(pack: Pack, path: Path) -> Path:
    """Modern.gov's page of a meeting's documents."""
    meeting = pack.meeting
    day = date.fromisoformat(meeting.get("date"))
    rows = "".join(
        '<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt" >'
        f'{item.get("number")}.</p></td><td><p class="mgAiTitleTxt" ><a class="mgAiTitleLnk" href="mgAi.aspx?ID={n}">'
        f"{html.escape(item.get('title'))}</a> pdf icon PDF 142 KB</p>"
        + "".join(
            f'<ul class="mgBulletList"><li><a href="documents/s{n}/x.pdf">{html.escape(r.get("title"))}</a>'
            " PDF 1 MB</li></ul>"
            for r in item.of("report")
        )
        + "</td></tr>"
        for n, item in enumerate(meeting.of("item"), 1)
    )
    path.write_text(
        "<!DOCTYPE html><html><head><title>Agenda</title><script>document.write('x')</script></head><body>"
        '<nav><ul><li><a href="/">Home</a></li></ul></nav><h1>Agenda</h1>'
        f'<h2 class="mgSubTitleTxt">{html.escape(meeting.get("body"))} - {day:%A}, {day.day}'
        f"{ORDINAL.get(day.day, 'th')} {day:%B}, {day.year} {clock(meeting.get('time')).lower()}</h2>"
        f"<p><b>Venue:</b> {html.escape(meeting.get('venue'))}</p>"
        f"<p><b>Contact:</b> {html.escape(meeting.get('contact').replace(',', ''))}</p>"
        f"<p>Note: {html.escape(meeting.get('public deadline'))}</p><h2>Items</h2>"
        f'<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>{rows}</table></body></html>',
        encoding="utf-8",
    )
    return path
