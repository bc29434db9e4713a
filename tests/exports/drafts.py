"""Drafts of invented committees, for the tests of every form of a draft."""

from exports.blocks import (
    ActionLine,
    AnyBlock,
    ChairLines,
    Closing,
    Draft,
    FrontHeading,
    Grid,
    ItemHeading,
    ListEntry,
    Listing,
    NameColumns,
    Prose,
    Span,
    Title,
)


def prose(text: str, *, keep: bool = False) -> Prose:
    """A paragraph; words between asterisks carry a decision."""
    return Prose(spans=spans(text), keep_with_next=keep)


def spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(piece, decision=n % 2 == 1) for n, piece in enumerate(text.split("*")) if piece)


def number(label: str, text: str) -> ListEntry:
    return ListEntry(spans(text), "number", label, label.count("."))


def bullet(text: str, depth: int = 0) -> ListEntry:
    return ListEntry(spans(text), "bullet", depth=depth)


def plain_line(text: str, depth: int = 0) -> ListEntry:
    return ListEntry(spans(text), "plain", depth=depth)


def draft(
    *blocks: AnyBlock, status: str = "DRAFT – not yet approved by the Committee", chair: str = "Chairman"
) -> Draft:
    title = Title(text="Decisions of the Allotments and Ponds Committee", date="4 March 2031")
    return Draft(
        title="Decisions of the Allotments and Ponds Committee, 4 March 2031",
        blocks=(title, *blocks),
        status=status,
        file_stem="Printed minutes 4th-Mar-2031 19.00 Allotments and Ponds Committee",
        chair_label=chair,
    )


def whole_meeting() -> Draft:
    """A meeting with every kind of block and every way an item can be numbered."""
    ponds = (
        number("1", "That the Committee approve the dredging of the three ponds."),
        number("1.1", "That the Committee add these to the works:"),
        bullet("Duck ramps", 2),
        bullet("Litter traps", 2),
        number("1.2", "That the works end before nesting begins."),
        number("2", "That authority be delegated to the Head of Water to appoint a contractor."),
    )
    return draft(
        FrontHeading(text="Members Present:-"),
        ChairLines(lines=("Councillor Ada Birch (Chairman)", "Councillor Ben Rowan-Ash (Vice-Chairman)")),
        NameColumns(
            names=(
                "Councillor Cy Elm",
                "Councillor Di Oak",
                "Councillor Ed O'Hazel",
                "Councillor Flo Maple",
                "Dr Gus Yew",
            )
        ),
        FrontHeading(text="Apologies for Absence"),
        NameColumns(names=("Councillor Hal Alder", "Councillor Ivy Beech")),
        ItemHeading(number="1", text="Minutes of last meeting"),
        prose("The Chairman welcomed two new Members to the Committee."),
        prose("*RESOLVED* – the minutes of the meeting held on 7 January 2031 were approved as an accurate record."),
        ItemHeading(number="2", text="Absence of Members (if any)"),
        prose("Apologies were received from Councillor Hal Alder and Councillor Ivy Beech."),
        ItemHeading(
            number="3", text="Declaration of Members’ disclosable pecuniary interests and other interests (if any)"
        ),
        prose("None."),
        ItemHeading(number="", text="Chairman’s introduction"),
        prose("The Chairman thanked the volunteers of the pond wardens’ scheme."),
        ItemHeading(number="4", text="Membership of the Ducks Sub-Committee"),
        prose("Nominations are as below:", keep=True),
        Grid(
            header=("Green (2)", "Blue (1)"),
            rows=((("Ada Birch", "Cy Elm"), ("Di Oak",)),),
            title="Nominations",
            description="Members nominated to the Sub-Committee by each group",
            numbered=True,
        ),
        Grid(
            header=("Green", "Blue"),
            rows=((("Flo Maple", "Ed O'Hazel", "Gus Yew"), ("Hal Alder", "Ivy Beech")),),
            title="Substitutes",
            description="Substitutes nominated by each group",
            numbered=True,
        ),
        prose("*RESOLVED* – the recommendation was unanimously approved."),
        ItemHeading(number="5", text="Dredging of the ponds"),
        prose(
            "Councillor Elm moved an amendment to the Recommendations, which was seconded by Councillor Oak:", keep=True
        ),
        Listing(
            entries=(
                plain_line("That the Committee add these to the works:"),
                bullet("Duck ramps"),
                bullet("Litter traps"),
            )
        ),
        prose("This was unanimously approved."),
        prose("*CARRIED* – the amendment was agreed."),
        prose("The Chairman moved to the vote on the Substantive Recommendations:", keep=True),
        Listing(entries=ponds),
        prose("Votes were recorded as follows:", keep=True),
        Grid(
            header=("For", "Against", "Abstained", "Absent"),
            rows=((("4",), ("2",), ("1",), ("0",)),),
            title="Votes",
            description="Votes for and against, abstentions and absences",
        ),
        prose("The Recommendations were *APPROVED*."),
        ItemHeading(number="6", text="Bees"),
        prose("A Member asked how many hives stood by the railway. Ms Reed would write to the Committee."),
        ActionLine(text="Action: Ms Reed"),
        ItemHeading(number="6a", text="Urgent: the swarm in the pavilion"),
        prose("This was noted."),
        ItemHeading(number="9", text="Heron count"),
        Listing(
            entries=(
                number("1", "That the count be noted."),
                number("3", "That it be held yearly."),
                number("2a", "That herons be."),
            )
        ),
        ItemHeading(number="8", text="Forward plan"),
        prose("This was noted."),
        ItemHeading(number="10", text="Any item(s) the Chairman decides are urgent"),
        Closing(text="The meeting finished at 9.07 pm"),
    )


def long_meeting(size: int = 120) -> Draft:
    """A draft of about as many blocks, and as much text, as an evening's meeting has."""
    said = (
        "A Member asked what the wardens had found this year. Ms Reed responded that the water was clearer than in any "
        "year since the survey began, that the reeds had been cut twice and that the third pond would be fenced before "
        "the spring, at a cost to be met from the fund for small works."
    )
    whole = whole_meeting()
    items = [block for block in whole.blocks if not isinstance(block, Title | Closing)]
    more = [
        ItemHeading(number=str(11 + n // 8), text="Further to the ponds and the paths round them")
        if n % 8 == 0
        else prose(said)
        for n in range(size - len(whole.blocks))
    ]
    return draft(*items, *more, whole.blocks[-1])


def forty_items() -> Draft:
    """A meeting of forty items, each introduced, put and carried, with an action."""
    of_an_item = (
        prose("The Head of Water introduced the report. A Member asked what it would cost. It would cost very little."),
        prose("The Chairman moved to the vote on the officer’s recommendations:", keep=True),
        Listing(entries=(number("1", "That the Committee note the report."), number("2", "That the works go on."))),
        prose("*RESOLVED* – the recommendations were unanimously approved."),
        ActionLine(text="Action: Ms Reed – report in June (by 12 June 2031)"),
    )
    items = [
        block
        for n in range(1, 41)
        for block in (ItemHeading(number=str(n), text=f"Pond number {n} and the path round it"), *of_an_item)
    ]
    return draft(*items, Closing(text="The meeting finished at 9.59 pm"))
