"""One meeting in twenty layouts of agendas: what each says of it, and where a layout says less."""

from __future__ import annotations

from typing import NamedTuple


class Layout(NamedTuple):
    """An agenda in a layout of its own. `lacks` names the facts of the meeting that it does not print, or prints
    otherwise: "venue", "first names", "roles"."""

    name: str
    text: str
    lacks: tuple[str, ...] = ()


ITEMS = (
    "Apologies for absence",
    "Minutes of the meeting held on 3 March 2026",
    "Hives in Mill Park",
    "Pond dipping at the weir",
    "Urgent business",
)
HEAD = "LARCH BOROUGH COUNCIL\n\nParks Committee\n\nTuesday, 12 May 2026 at 6.30 pm\n\nVenue: Town Hall, Larch\n\n"
STOPPED = "AGENDA\n\n" + "\n".join(f"{n}. {title}" for n, title in enumerate(ITEMS, 1)) + "\n"
ROLL = "Members of the Committee:\nCouncillors Ann Oak (Chair), Bob Elm (Vice-Chair), Cat Ash and Dan Yew\n\n"


def _items(each: str, between: str = "\n") -> str:
    return between.join(each.format(n=n, title=title) for n, title in enumerate(ITEMS, 1)) + "\n"


LAYOUTS = (
    Layout("members in one line", HEAD + ROLL + STOPPED),
    Layout(
        "members in a list",
        HEAD + "Membership:\nCouncillor Ann Oak (Chair)\nCouncillor Bob Elm (Vice-Chair)\nCouncillor Cat Ash\n"
        "Councillor Dan Yew\n\n" + STOPPED,
    ),
    Layout(
        "to members of the committee",
        HEAD + "TO: MEMBERS OF PARKS COMMITTEE (Quorum 3)\n\nChairman: Councillor Ann Oak\nVice Chairman: Councillor "
        "Bob Elm\n\nCouncillors\n\nCat Ash\nDan Yew\n\n" + STOPPED,
    ),
    Layout(
        "surnames only",
        HEAD + "To: Councillors Oak (Chair), Elm (Vice-Chair), Ash and Yew\n\n" + STOPPED,
        ("first names",),
    ),
    Layout(
        "chairman first, then members",
        HEAD
        + "Councillor Ann Oak (Chairman)\nCouncillor Bob Elm (Vice-Chairman)\nCouncillors: Cat Ash, Dan Yew\n\n"
        + STOPPED,
    ),
    Layout(
        "with titles and honours",
        HEAD + "Members:\nCouncillor Dr Ann Oak MBE (Chair)\nCouncillor Bob Elm CBE (Vice-Chair)\n"
        "Councillor Mrs Cat Ash JP\nThe Rt Hon Dan Yew\n\n" + STOPPED,
    ),
    Layout("numbers without stops", HEAD + ROLL + "AGENDA\n\n" + _items("{n} {title}")),
    Layout("numbers with brackets", HEAD + ROLL + "AGENDA\n\n" + _items("{n}) {title}")),
    Layout("numbers on lines of their own", HEAD + ROLL + "AGENDA\n\n" + _items("{n}.\n\n{title}\n")),
    Layout("item and its number", HEAD + ROLL + "AGENDA\n\n" + _items("Item {n}: {title}")),
    Layout("letters spaced out", HEAD + ROLL + "A G E N D A\n\n" + _items("{n}. {title}")),
    Layout("business to be transacted", HEAD + ROLL + "BUSINESS TO BE TRANSACTED\n\n" + _items("{n}. {title}")),
    Layout(
        "with pages",
        HEAD + ROLL + "AGENDA\n\n" + _items("{n}. {title} (Pages {n}1 - {n}9)"),
    ),
    Layout(
        "a sentence that calls",
        "LARCH BOROUGH COUNCIL\n\nA meeting of the Parks Committee will be held at Town Hall, Larch on "
        "Tuesday 12th May 2026 at 6.30pm\n\n" + ROLL + STOPPED,
    ),
    Layout(
        "labels above",
        "LARCH BOROUGH COUNCIL\n\nMeeting: Parks Committee\nDate: 12 May 2026\nTime: 18:30\nVenue: Town Hall, Larch\n\n"
        + ROLL
        + STOPPED,
    ),
    Layout(
        "a notice in capitals",
        "NOTICE OF MEETING\nPARKS COMMITTEE\nTUESDAY, 12 MAY 2026 AT 6.30 PM\nTOWN HALL, LARCH\n\n" + ROLL + STOPPED,
    ),
    Layout(
        "a page pasted as text",
        "Agenda\n\nParks Committee - Tuesday, 12th May, 2026 6.30 p.m.\n\nVenue: Town Hall, Larch\n\n"
        "Contact: Jo Reed Tel: 01234 567890\n\nItems\nNo. Item\n\n" + _items("{n}.\n\n{title} pdf icon PDF 81 KB\n"),
        ("members",),
    ),
    Layout(
        "an hour before the day",
        "LARCH BOROUGH COUNCIL\n\nPARKS COMMITTEE\n\n6.30pm on Tuesday 12 May 2026\nTown Hall, Larch\n\n"
        + ROLL
        + STOPPED,
    ),
    Layout(
        "a day with a dash",
        "LARCH BOROUGH COUNCIL\n\nPARKS COMMITTEE – TUESDAY 12 MAY 2026\n\nat 6.30 pm in the Town Hall, Larch\n\n"
        + ROLL
        + STOPPED,
        ("venue",),
    ),
    Layout(
        "with wards and parties",
        HEAD + "Committee Members:\nCouncillor Ann Oak (Chair) (Mill Ward)\n"
        "Councillor Bob Elm (Vice-Chair) (Weir Ward)\nCouncillor Cat Ash (Green)\n"
        "Councillor Dan Yew (Liberal Democrat)\n\n" + STOPPED,
    ),
)
