"""Cases of sections 8 to 14: the public, Members' Items, time, exempt session, urgency, minutes, referral."""

from datetime import date

from clerk.events import MinutesApproved, MinutesCorrected
from tests.rules.cases import Case
from tests.rules.halls import Approval, before, past

NOVEMBER = date(2019, 11, 20)
EXCLUDED = ":exclude items=9 para=3 weighed=yes\n"
EVERY = "".join(f":under {number}\n:outcome noted\n" for number in range(1, 11))
FLOOD = ":item 11 title=Flood urgent=yes\n:take 11\nThe flood was reported.\n"
FLOOD_LATER = ":item 11 title=Flood urgent=yes\n:mark 11 agreed=ash -- The river rose.\n:take 11\n"
PART_OF_URGENT = ":item 10a title=Flood\n:take 10a\n"
SPEAKERS = [f":submitted on=6 -- Sam {letter}ord" for letter in "ABCDEFGHIJK"]
TWO = before(past(date(2019, 1, 10)), past(date(2019, 3, 7)))
KEPT_APPROVED = MinutesApproved(dates=(date(2019, 3, 7),), meetings=("kept",), question="q1")
READ_AS = MinutesCorrected(meeting="kept", under="3", now="eight hives")
REFERRED = ":take 6\n:vote 6 4 0\n:outcome referred to=Council by=cedar,elm"

CASES = (
    Case(
        "PP2",
        "WARN",
        at={"day": NOVEMBER, "public_deadline": "Monday 18 November at 10AM"},
        good_at={"public_deadline": "Friday 15 November at 10AM"},
    ),
    Case(
        "PP2",
        "HARD",
        at={"day": NOVEMBER, "public_deadline": "Thursday 15 November at 10AM"},
        good_at={"public_deadline": "Friday 15 November at 10AM"},
    ),
    Case("PP3", "WARN", "\n".join(SPEAKERS), "\n".join(SPEAKERS[:10])),
    Case(
        "PP5",
        "WARN",
        ':submitted on=6 received="2019-06-03 9:00" -- Al Moss\n:submitted on=6 received="2019-06-04 9:00" -- Di Fen\n'
        ":take 4\n:speakers -- Di Fen, Al Moss",
        ':submitted on=6 received="2019-06-03 9:00" -- Al Moss\n:submitted on=6 received="2019-06-04 9:00" -- Di Fen\n'
        ":take 4\n:speakers -- Al Moss, Di Fen",
    ),
    Case(
        "PP6",
        "WARN",
        ":take 4\n:speakers -- Al Moss\n:speakers -- Al Moss\n:speakers -- Di Fen",
        ":take 4\n:speakers -- Al Moss\n:speakers -- Di Fen\n:speakers -- Al Moss",
        at={"settings": {"public.round_robin": True}},
    ),
    Case("PP7", "WARN", ":submitted on=6 more=2 -- Al Moss", ":submitted on=6 more=1 -- Al Moss"),
    Case(
        "PP8",
        "WARN",
        ":submitted on=6 -- Al Moss\n:submitted on=6 -- Di Fen\n:submitted on=6 -- Ed Pool",
        ":submitted on=6 -- Al Moss\n:submitted on=6 -- Di Fen\n:submitted on=7 -- Ed Pool",
        at={"day": NOVEMBER},
    ),
    Case("PP9", "WARN", ":submitted -- Al Moss", ":submitted on=6 -- Al Moss"),
    Case(
        "PP10",
        "WARN",
        ':submitted on=6 received="2019-11-15 10:00:01" -- Al Moss',
        ':submitted on=6 received="2019-11-15 10:00:00" -- Al Moss',
        at={"day": NOVEMBER},
    ),
    Case(
        "PP13", "HARD", ":take 6\n:motion yew birch -- That it be so.", ":take 6\n:motion elm birch -- That it be so."
    ),
    Case(
        "MI1",
        "WARN",
        at={"items": {5: {"raised_by": "Colin Cedar", "received": date(2019, 6, 5)}}},
        good_at={"items": {5: {"raised_by": "Colin Cedar", "received": date(2019, 5, 1)}}},
    ),
    Case(
        "MI2",
        "WARN",
        at={"items": {5: {"raised_by": "Colin Cedar"}, 6: {"raised_by": "Colin Cedar"}}},
        good_at={"items": {5: {"raised_by": "Colin Cedar"}, 6: {"raised_by": "Ivo Elm"}}},
    ),
    Case(
        "MI3",
        "WARN",
        ":mark 5 urgent=yes",
        ":mark 5 urgent=yes agreed=ash -- The bridge fell that week.",
        at={"items": {5: {"raised_by": "Colin Cedar", "received": date(2019, 6, 5)}}},
    ),
    Case("MI5", "HARD", ":take 5\n:motion yew birch -- That it be so.", ":take 5\n:motion elm birch -- That it be so."),
    Case("T1", "HARD", ":take 6\n:@22:00:01 vote unanimous", ":take 6\n:@22:00:00 vote unanimous"),
    Case("T1", "WARN", ":@21:45 take 6", ":@21:15 take 6"),
    Case("T2", "HARD", ":@21:50 extend", ":@21:50 extend", good_at={"name": "Planning Committee"}),
    Case("T3", "WARN", ":close 20:00", EVERY + ":close 20:00"),
    Case(
        "T4",
        "HARD",
        ':adjourn 21:00\n:resume 19:00 on=2019-06-18\n:item 11 title="A new bridge"\n:take 11\nIt was discussed.',
        ":adjourn 21:00\n:resume 19:00 on=2019-06-18\n:take 8\nIt was discussed.",
    ),
    Case("T4", "WARN", ":resume 19:30", ":adjourn 19:20\n:resume 19:30"),
    Case("X1", "HARD", ":take 9\nIt was discussed.", EXCLUDED + ":take 9\nIt was discussed."),
    Case("X2", "HARD", ":exclude items=9 para=12", EXCLUDED),
    Case("X3", "WARN", ":exclude items=9 para=3", EXCLUDED),
    Case(
        "X4",
        "HARD",
        ":mark 9 confidential=yes\n:take 9\nIt was discussed.",
        ":mark 9 confidential=yes\n:exclude items=9\n:take 9\nIt was discussed.",
    ),
    Case(
        "X5",
        "WARN",
        EXCLUDED + ":take 9\nIt was discussed.\n:take 10\nThat too.",
        EXCLUDED + ":take 9\nIt was discussed.\n:readmit\n:take 10\nThat too.",
    ),
    Case(
        "X1",
        "WARN",
        ':item 11 title="Exclusion of the public"\n:exclude items=11 para=3 weighed=yes',
        ':item 11 title="Exclusion of the public"\n:exclude items=9 para=3 weighed=yes',
    ),
    Case("X1", "HARD", ":exclude items=9", ":exclude items=9 reg=licensing"),
    Case("X3", "WARN", ":exclude items=9 para=3", ":exclude items=9 reg=licensing"),
    Case(
        "X6",
        "WARN",
        EXCLUDED + ":take 9\nIt was discussed.\n:take 10",
        EXCLUDED + ":take 9\nIt was discussed.\n:summary -- A sale was discussed.\n:take 10",
    ),
    Case(
        "X6",
        "HARD",
        EXCLUDED + ":take 9\nIt was discussed.\n:private 6.0 no",
        EXCLUDED + ":take 9\nIt was discussed.",
    ),
    Case(
        "U0",
        "HARD",
        at={"published": date(2019, 6, 10)},
        good_at={"published": date(2019, 5, 30)},
    ),
    # Five clear days before 11 June 2019, a Tuesday.
    Case("U0", "HARD", at={"published": date(2019, 6, 4)}, good_at={"published": date(2019, 6, 3)}),
    Case("U0", "HARD", ":mark 6 published=2019-06-04\n:take 6", ":mark 6 published=2019-06-03\n:take 6"),
    Case("U0", "HARD", ":mark 6 published=2019-06-04\n:take 6", ":mark 6 published=2019-06-04\n:take 7"),
    Case("U0", "NOTE", ":mark 6 published=2019-06-04\n:take 7", ":mark 6 published=2019-06-03\n:take 7"),
    Case(
        "U0", "NOTE", ":mark 6 published=2019-06-04", ":mark 6 published=2019-06-04 urgent=yes agreed=ash -- A flood."
    ),
    Case("U1", "HARD", FLOOD, FLOOD + ":mark 11 agreed=ash -- The river rose that day."),
    Case(
        "U2",
        "WARN",
        FLOOD + ":mark 11 agreed=cedar -- The river rose that day.",
        FLOOD + ":mark 11 agreed=ash -- The river rose that day.",
    ),
    Case("U3", "WARN", ":close 20:00", ":under 10\n:none\n:close 20:00"),
    Case("U3", "WARN", FLOOD_LATER + ":close 20:00", FLOOD_LATER + ":outcome noted\n:close 20:00"),
    Case("U3", "WARN", PART_OF_URGENT + ":close 20:00", PART_OF_URGENT + ":outcome noted\n:close 20:00"),
    Case("N1", "HARD", ":take 1\n:minutes 2019-03-07 signed=cedar", ":take 1\n:minutes 2019-03-07 signed=ash"),
    Case(
        "N2",
        "WARN",
        ":take 1\n:minutes 2019-03-07",
        ":take 1\n:minutes 2019-03-07",
        at={"name": "Council", "extraordinary": True},
        good_at={"extraordinary": False},
    ),
    Case(
        "N3",
        "HARD",
        events=(MinutesApproved(dates=(date(2019, 9, 1),)),),
        good_events=(MinutesApproved(dates=(date(2019, 3, 7),)),),
    ),
    Case("N4", "HARD", ":take 1\n:minutes 2019-02-10", ":take 1\n:minutes 2019-03-07", history=TWO),
    Case("N4", "WARN", ":take 1\n:minutes 2019-03-07", ":take 1\n:minutes 2019-01-10+2019-03-07", history=TWO),
    Case("N5", "WARN", events=(READ_AS,), good_events=(KEPT_APPROVED, READ_AS)),
    Case("N7", "WARN", ":flag ask for the plan\n:close 20:00", ":flag ask\n:unflag\n:close 20:00"),
    Case(
        "N12",
        "HARD",
        ":take 6\n:vote unanimous\n:reasons -- It saves money.\n:take 7",
        ":take 6\n:vote unanimous\n:take 7",
        at={"name": "Cabinet", "day": date(2024, 1, 10)},
    ),
    Case("N14", "WARN", ":take 6\n:action -- Write to residents", ":take 6\n:action reed -- Write to residents"),
    Case("R1", "WARN", REFERRED, REFERRED, good_at={"settings": {"referral.min_members": 2}}),
    Case(
        "R2",
        "WARN",
        REFERRED.replace("to=Council", 'to="Finance Committee"'),
        REFERRED,
        at={"settings": {"body.parent": "Council"}},
    ),
)

APPROVED_LATER = before(past(date(2019, 9, 3), approved=(Approval(date(2019, 6, 11), date(2019, 9, 3)),)))
