"""A Draft as HTML: the whole as an accessible page, and each item as a clean fragment for pasting into Modern.gov.

Everything that was typed is escaped; a fragment has paragraphs, lists, tables and bold, and nothing else.
"""

from collections.abc import Iterable, Sequence
from html import escape

from msgspec.structs import replace

from exports.blocks import (
    ActionLine,
    AnyBlock,
    ChairLines,
    Closing,
    Draft,
    FrontHeading,
    Grid,
    ItemHeading,
    Listing,
    NameColumns,
    Prose,
    Spans,
    Title,
)
from exports.links import links_in
from exports.nesting import Node, nested
from exports.plain import cells_of, figure_columns, is_empty, item_label, one_line, tidy

_LONGEST_TITLE = 70

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.125rem/1.5 Arial, sans-serif; color: #000; background: #fff; max-width: 45rem; margin: 2rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.6rem; }} h2 {{ font-size: 1.2rem; margin-top: 2rem; }} h3 {{ font-size: 1.1rem; }}
.status {{ border: 2px solid; padding: .25rem .5rem; font-weight: bold; }}
.action {{ font-weight: bold; text-align: right; }} .offices, .closing {{ text-align: center; }}
.names {{ columns: 15rem 2; list-style: none; padding: 0; }} .names li {{ padding-left: 1rem; text-indent: -1rem; }}
table {{ border-collapse: collapse; margin: 1rem 0; min-width: min(24rem, 100%); }}
caption {{ text-align: left; font-weight: bold; padding-bottom: .25rem; }}
.blank {{ width: 100%; }} .blank td {{ height: 9mm; }}
th, td {{ border: 1px solid #555; padding: .25rem .5rem; text-align: left; vertical-align: top; }}
th.figure, td.figure {{ text-align: right; }}
@media print {{ body {{ max-width: none; margin: 0; }} tr {{ break-inside: avoid; }}
  h2, h3, caption {{ break-after: avoid; }} }}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def write_html(draft: Draft) -> str:
    """The whole draft as a page that stands by itself."""
    parts = [f'<p class="status">{_escaped(one_line(mark))}</p>' for mark in draft.marks]
    title, rest = _title_first(draft.blocks)
    parts = [*title, *parts, *(part for block in rest for part in _page_block(block))]
    return _PAGE.format(title=_escaped(page_title(draft)), body="\n".join(parts))


def page_title(draft: Draft) -> str:
    """The title of a page: no longer than a browser and a search engine show, its marks always in it."""
    title = one_line(draft.title)
    room = _LONGEST_TITLE - (len(draft.marked_title) - len(draft.title))
    if len(title) > room:
        # Rather the date goes whole than in part.
        short, date, _ = title[: room - 1].rpartition(", ")
        title = f"{short if date else title[: room - 1].rsplit(' ', 1)[0].rstrip(' ,:')}…"
    return one_line(replace(draft, title=title).marked_title)


def blocks_html(blocks: Iterable[AnyBlock]) -> str:
    """Blocks as Modern.gov keeps them: p, ol, ul, table and strong only. A heading is left to it."""
    kept = (block for block in blocks if not isinstance(block, ItemHeading))
    return "\n".join(part for block in kept for part in _block(block)) + "\n"


def _title_first(blocks: Sequence[AnyBlock]) -> tuple[list[str], Sequence[AnyBlock]]:
    if blocks and isinstance(blocks[0], Title):
        return list(_page_block(blocks[0])), blocks[1:]
    return [], blocks


def _page_block(block: AnyBlock) -> list[str]:
    match block:
        case Title(text=text, date=date):
            return [f"<h1>{_escaped(one_line(text))}</h1>", f"<p><strong>{_escaped(one_line(date))}</strong></p>"]
        case FrontHeading(text=text):
            return [f"<h2>{_escaped(one_line(text))}</h2>"]
        case ItemHeading(number=number, text=text, sub=sub):
            label = f"{item_label(number)} " if one_line(number) else ""
            tag = "h3" if sub else "h2"
            return [f"<{tag}>{_escaped(label + one_line(text))}</{tag}>"]
        case ChairLines(lines=lines):
            return [f'<p class="offices">{"<br>".join(_escaped(one_line(line)) for line in lines)}</p>']
        case NameColumns(names=names):
            found = "".join(f"<li>{_escaped(one_line(name))}</li>" for name in names if one_line(name))
            return [f'<ul class="names">{found}</ul>'] if found else []
        case ActionLine(text=text):
            return [f'<p class="action">{_escaped(one_line(text))}</p>']
        case Closing(text=text):
            return [f'<p class="closing">{_escaped(one_line(text))}</p>']
        case _:
            return _block(block, links=True)


def _block(block: AnyBlock, links: bool = False) -> list[str]:
    match block:
        case Prose(spans=spans):
            text = _spans(spans, links)
            return [f"<p>{text}</p>"] if text else []
        case Listing(entries=entries):
            return _lists(nested(entries), links)
        case Grid():
            return [] if is_empty(block) else [_table(block, page=links)]
        case ActionLine(text=text):
            return [f"<p><strong>{_escaped(one_line(text))}</strong></p>"]
        case Title(text=text) | FrontHeading(text=text) | ItemHeading(text=text) | Closing(text=text):
            return [f"<p>{_escaped(one_line(text))}</p>"]
        case ChairLines(lines=lines):
            return [f"<p>{_escaped(one_line(line))}</p>" for line in lines]
        case NameColumns(names=names):
            return [f"<ul>{''.join(f'<li>{_escaped(one_line(name))}</li>' for name in names)}</ul>"]


def _escaped(text: str) -> str:
    return escape(text, quote=True)


def _spans(spans: Spans, links: bool) -> str:
    parts = []
    for span in tidy(spans):
        if span.struck:
            parts.append(f"<del>{_escaped(span.text)}</del>")
            continue
        if span.decision:
            parts.append(f"<strong>{_escaped(span.text)}</strong>")
            continue
        for text, address in links_in(span.text) if links else ((span.text, ""),):
            shown = _escaped(text).replace("\t", " ").replace("\n", "<br>" if links else "; ")
            parts.append(f'<a href="{_escaped(address)}">{shown}</a>' if address else shown)
    return "".join(parts)


def _lists(nodes: Sequence[Node], links: bool) -> list[str]:
    """Lists, one within another; a number that a list would not count to stands in the text."""
    return [_list(node, links) for node in nodes]


def _list(node: Node, links: bool) -> str:
    if node.kind == "plain":
        return f"<p>{_spans(node.entries[0].spans, links)}</p>"
    items = []
    for entry in node.entries:
        label = "" if node.start or node.kind == "bullet" else f"{_escaped(entry.label)} "
        items.append(f"<li>{label}{_spans(entry.spans, links)}{''.join(_lists(entry.below, links))}</li>")
    tag = "ol" if node.start else "ul"
    start = f' start="{node.start}"' if node.start > 1 else ""
    return f"<{tag}{start}>{''.join(items)}</{tag}>"


def _table(grid: Grid, page: bool) -> str:
    """A table; of a page with its caption, the scope of its headers, and figures to the right."""
    header, rows = cells_of(grid)
    title = f"<caption>{_escaped(one_line(grid.title))}</caption>" if page and one_line(grid.title) else ""
    scope = ' scope="col"' if page else ""
    figures = figure_columns(grid) if page else ()
    places = [' class="figure"' if place in figures else "" for place in range(len(header))]
    head = "".join(f"<th{scope}{place}>{_escaped(text)}</th>" for text, place in zip(header, places, strict=True))
    shown = ("".join(_cell(*one, grid.numbered) for one in zip(row, places, strict=True)) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in shown)
    kind = ' class="blank"' if grid.blank and page else ""
    return f"<table{kind}>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(lines: Sequence[str], place: str, numbered: bool) -> str:
    if numbered and lines:
        return f"<td{place}><ol>{''.join(f'<li>{_escaped(line)}</li>' for line in lines)}</ol></td>"
    if len(lines) < 2:
        return f"<td{place}>{'<br>'.join(_escaped(line) for line in lines)}</td>"
    return f"<td{place}>{''.join(f'<p>{_escaped(line)}</p>' for line in lines)}</td>"
