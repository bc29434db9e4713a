"""The styles and lists of `template.docx`: how the minutes look, as data."""

from typing import NamedTuple

from exports import word_styles as names

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# Twentieths of a point, as Word counts. The text of an item stands 1.27 cm in, its lists 1 cm further a level.
_ITEM = 720
_STEP = 567
_BULLET = 357
_SECOND_COLUMN = 4536
_RIGHT = 9026
_LANGUAGE = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/>'
_BOLD = "<w:b/><w:bCs/>"


class _Look(NamedTuple):
    """A paragraph style: where it stands on the page, and how its letters look."""

    name: str
    based_on: str = "Normal"
    before: int | None = None
    after: int | None = None
    left: int | None = None
    hanging: int = 0
    align: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    together: bool = False
    level: int | None = None
    list: tuple[int, int] | None = None
    tabs: tuple[tuple[str, int, bool], ...] = ()
    letters: str = ""
    follow: str = names.TEXT


# Lists of the template, by number: 1 items, 2 recommendations, 3 bullets, 4 lines of a cell.
_LOOKS = (
    _Look(names.TITLE, after=120, keep_next=True, level=0, letters=f'{_BOLD}<w:sz w:val="32"/><w:szCs w:val="32"/>'),
    _Look(names.DATE, after=240, letters=f'{_BOLD}<w:sz w:val="28"/><w:szCs w:val="28"/>'),
    _Look(names.FRONT_HEADING, before=200, after=120, keep_next=True, level=1, letters=_BOLD, follow=names.MEMBERS),
    _Look(names.FRONT_TEXT, after=200, follow=names.FRONT_TEXT),
    _Look(names.MEMBERS, after=40, tabs=(("left", _SECOND_COLUMN, False),), follow=names.MEMBERS),
    _Look(names.CHAIR, after=200, align="center", together=True, follow=names.CHAIR),
    _Look(
        names.ITEM,
        before=280,
        after=200,
        left=_ITEM,
        hanging=_ITEM,
        keep_next=True,
        keep_lines=True,
        level=1,
        list=(1, 0),
        letters=f"{_BOLD}<w:caps/>",
    ),
    _Look(names.UNNUMBERED_ITEM, based_on=names.ITEM, left=0, list=(1, 1)),
    _Look(names.TYPED_ITEM, based_on=names.ITEM, left=_ITEM, hanging=_ITEM, list=(1, 2)),
    _Look(
        names.SUB_ITEM,
        list=(1, 3),
        before=240,
        after=160,
        left=_ITEM,
        hanging=_ITEM,
        keep_next=True,
        keep_lines=True,
        level=2,
        letters=_BOLD,
    ),
    _Look(names.TEXT, after=200, left=_ITEM),
    _Look(names.TEXT_AFTER_TABLE, based_on=names.TEXT, before=200),
    *(
        _Look(name, after=200, left=_ITEM + _STEP * (n + 1), hanging=_STEP, list=(1, n + 4), follow=name)
        for n, name in enumerate(names.RECOMMENDATIONS)
    ),
    *(
        _Look(name, based_on=counted, left=_ITEM + _STEP * (n + 1), hanging=_STEP, list=(0, 0), follow=name)
        for n, (name, counted) in enumerate(zip(names.TYPED_RECOMMENDATIONS, names.RECOMMENDATIONS, strict=True))
    ),
    *(
        _Look(name, after=200, left=_ITEM + _STEP * (n + 1), hanging=_BULLET, list=(2, n), together=True, follow=name)
        for n, name in enumerate(names.BULLETS)
    ),
    *(_Look(name, after=200, left=_ITEM + _STEP * n, follow=name) for n, name in enumerate(names.PLAIN_LINES)),
    _Look(names.ACTION, after=200, align="right", letters=_BOLD),
    _Look(names.CLOSING, before=360, align="center", keep_next=True),
    _Look(
        names.SIGNATURE,
        before=960,
        keep_lines=True,
        tabs=(("left", 5103, True), ("left", 5387, False), ("right", _RIGHT, True)),
    ),
    _Look(names.MARKER, after=240, align="right", letters=f'{_BOLD}<w:bdr w:val="single" w:sz="8" w:space="4"/>'),
    _Look(names.TABLE_TITLE, before=200, after=120, left=_ITEM, keep_next=True, letters=_BOLD),
    _Look(names.TABLE_HEADING, keep_next=True, letters=_BOLD, follow=names.TABLE_TEXT),
    _Look(names.TABLE_TEXT, follow=names.TABLE_TEXT),
    _Look(names.TABLE_NUMBER, left=360, hanging=360, list=(3, 0), follow=names.TABLE_NUMBER),
    _Look("Header"),
    _Look(
        "Footer",
        tabs=(("center", _RIGHT // 2, False), ("left", 6804, False), ("right", _RIGHT, True)),
        letters='<w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
)


def style_id(name: str) -> str:
    """The id under which a style of the template is kept: its name without spaces."""
    return name.replace(" ", "")


def styles() -> str:
    """`word/styles.xml`."""
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    size = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
    return (
        f'<w:styles xmlns:w="{MAIN}">'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size}{_LANGUAGE}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        # Without this Word offers its own two hundred styles beside ours.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/></w:pPr><w:rPr>{fonts}{_LANGUAGE}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_cell_margins(0)}</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{''.join(map(_paragraph_style, _LOOKS))}"
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(names.DECISION)}">'
        f'<w:name w:val="{names.DECISION}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{_BOLD}</w:rPr></w:style>"
        f'<w:style w:type="character" w:styleId="{style_id(names.LINK)}"><w:name w:val="{names.LINK}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:qFormat/>'
        '<w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(names.INITIALS)}">'
        f'<w:name w:val="{names.INITIALS}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
        f"{_table_style()}</w:styles>"
    )


def _paragraph_style(look: _Look) -> str:
    # Word knows its built-in styles by lower-case names, and ours by being marked as custom.
    built_in = look.name in (names.TITLE, names.ITEM, names.SUB_ITEM, names.DATE, "Header", "Footer")
    name = look.name.lower() if built_in and look.name != names.DATE else look.name
    custom = "" if built_in else ' w:customStyle="1"'
    pieces = [
        "<w:keepNext/>" if look.keep_next else "",
        "<w:keepLines/>" if look.keep_lines else "",
        _number(look.list),
        _tabs(look.tabs),
        _attributes("spacing", before=look.before, after=look.after),
        "" if look.left is None else f'<w:ind w:left="{look.left}" w:{_first_line(look.hanging)}/>',
        "<w:contextualSpacing/>" if look.together else "",
        _attributes("jc", val=look.align or None),
        _attributes("outlineLvl", val=look.level),
    ]
    letters = f"<w:rPr>{look.letters}</w:rPr>" if look.letters else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(look.name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style_id(look.based_on)}"/><w:next w:val="{style_id(look.follow)}"/><w:qFormat/>'
        f"<w:pPr>{''.join(pieces)}</w:pPr>{letters}</w:style>"
    )


def _first_line(hanging: int) -> str:
    return f'hanging="{hanging}"' if hanging else 'firstLine="0"'


def _attributes(tag: str, **values: int | str | None) -> str:
    given = "".join(f' w:{key}="{value}"' for key, value in values.items() if value is not None)
    return f"<w:{tag}{given}/>" if given else ""


def _number(place: tuple[int, int] | None) -> str:
    if place is None:
        return ""
    number, level = place
    within = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{within}<w:numId w:val="{number}"/></w:numPr>'


def _tabs(tabs: tuple[tuple[str, int, bool], ...]) -> str:
    found = "".join(
        f'<w:tab w:val="{kind}" w:leader="{"dot" if dots else "none"}" w:pos="{place}"/>' for kind, place, dots in tabs
    )
    return f"<w:tabs>{found}</w:tabs>" if found else ""


def _cell_margins(upright: int) -> str:
    sides = (("top", upright), ("left", 108), ("bottom", upright), ("right", 108))
    found = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{found}</w:tblCellMar>"


def _table_style() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    return (
        f'<w:style w:type="table" w:styleId="{style_id(names.TABLE)}"><w:name w:val="{names.TABLE}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{_cell_margins(40)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}</w:rPr></w:tblStylePr></w:style>'
    )


def numbering() -> str:
    """`word/numbering.xml`: three lists, each level tied to its style. Recommendations stand below the items in one of
    them, so that they begin anew under each item whoever picks their style; items whose number Word does not count are
    levels too, of which nothing is seen."""
    uncounted = [("none", "", name) for name in (names.UNNUMBERED_ITEM, names.TYPED_ITEM, names.SUB_ITEM)]
    counted = zip(("%5.", "%5.%6", "%5.%6.%7"), names.RECOMMENDATIONS, strict=True)
    levels = (
        ("multilevel", [("decimal", "%1.", names.ITEM), *uncounted, *(("decimal", *row) for row in counted)]),
        ("hybridMultilevel", [("bullet", "\u2022", name) for name in names.BULLETS]),
        ("singleLevel", [("decimal", "%1.", names.TABLE_NUMBER)]),
    )
    looks = {look.name: look for look in _LOOKS}
    lists, numbers = "", ""
    for n, (kind, rows) in enumerate(levels, 1):
        inner = "".join(_level(depth, *row, looks[row[2]]) for depth, row in enumerate(rows))
        lists += f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="{kind}"/>{inner}</w:abstractNum>'
        numbers += f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
    return f'<w:numbering xmlns:w="{MAIN}">{lists}{numbers}</w:numbering>'


def _level(depth: int, form: str, text: str, name: str, look: _Look) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style_id(name)}"/>'
        f'<w:suff w:val="{"nothing" if form == "none" else "tab"}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{look.left}" w:hanging="{look.hanging}"/></w:pPr></w:lvl>'
    )
