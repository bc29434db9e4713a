"""Two invented bodies to hold meetings of. No council, person or place in them exists."""

COMMITTEE = """
body = "Parks and Waterways Committee"
short = "PWC"
profile = "barnet"
date = "2031-03-12"
time = "19:00"
venue = "The Long Room, Thornmere Town Hall"
quorum = 3

[[members]]
name = "Rowan Ash"
role = "chair"
group = "Lantern"

[[members]]
name = "Petra Birch"
role = "vice-chair"
group = "Lantern"

[[members]]
name = "Colin Cedar"
group = "Lantern"

[[members]]
name = "Dora Dogwood"
group = "Lantern"

[[members]]
name = "Ivo Elm"
group = "Harbour"

[[members]]
name = "Greta Fir"
group = "Harbour"

[[members]]
name = "Hugh Hazel"
group = "Harbour"

[[members]]
name = "Nell Juniper"
group = "Lantern"

[[members]]
name = "Omar Oak"
group = "Harbour"

[[members]]
name = "Lena Pine"
group = "Lantern"

[[members]]
name = "Sam Willow-Marsh"
group = "Harbour"

[[substitutes]]
name = "Mina Maple"
group = "Harbour"

[[substitutes]]
name = "Theo Thorn"
group = "Lantern"

[[officers]]
name = "Jo Reed"
title = "Ms"
post = "Head of Parks"
possessive = "her"

[[officers]]
name = "Abel Vale"
title = "Mr"
post = "Head of Governance"

[[items]]
number = 1
title = "Minutes of the Last Meeting"

[[items]]
number = 2
title = "Absence of Members"

[[items]]
number = 3
title = "Declarations of Members' Interests"

[[items]]
number = 4
title = "Public Questions and Comments"

[[items]]
number = 5
title = "Members' Items"

[[items]]
number = 6
title = "Review of Fees"
report_of = "Head of Parks"
recommendations = "That the fees be noted."

[[items]]
number = 7
title = "Boathouse Repairs"
report_of = "Head of Parks"
recommendations = [
    "That the Committee approve the repairs.",
    "That officers report back in six months.",
    "That the budget be increased by £2,000.",
]

[[items]]
number = 8
title = "Allotment Strategy"
report_of = "Head of Parks"
recommendations = ["That the strategy be agreed.", "That the Director be authorised to publish it."]

[[items]]
number = 9
title = "Disposal of the Old Pumphouse"
report_of = "Head of Governance"
recommendations = "That the disposal be approved."
exempt = true

[[items]]
number = 10
title = "Any Items that the Chairman decides are urgent"
"""


def council(seats: int = 63) -> str:
    """A full council of so many seats: member 1 is the Mayor, member 2 the Deputy; they are named by number."""
    head = [
        'body = "Thornmere Borough Council"',
        'date = "2031-07-08"',
        'time = "19:00"',
        '[labels]\nchair = "Mayor"\nvice_chair = "Deputy Mayor"',
    ]
    roles = {1: 'role = "chair"', 2: 'role = "vice-chair"'}
    members = [
        f'[[members]]\nname = "{_GIVEN[number % len(_GIVEN)]} {surname(number)}"\n'
        f'group = "{("Lantern", "Harbour", "Mill")[number % 3]}"\n{roles.get(number, "")}'
        for number in range(1, seats + 1)
    ]
    items = ['[[items]]\nnumber = 1\ntitle = "Budget"\nrecommendations = "That the budget be approved."']
    return "\n\n".join([*head, *members, *items])


_GIVEN = ("Una", "Bram", "Cleo", "Dov", "Esme", "Finn", "Gwen")
_FIRST = ("Alder", "Brook", "Crow", "Dun", "Fern", "Glen", "Heath", "Lark", "Moor")
_LAST = ("ford", "combe", "well", "ley", "stow", "by", "thwaite")


def surname(number: int) -> str:
    """The surname of a numbered member of the council: no two are alike."""
    return _FIRST[number % 9] + _LAST[number // 9 % 7] + "e" * (number // 63)
