"""Cases of sections 6 and 7: motions, amendments, votes."""

from datetime import date

from tests.rules.cases import Case
from tests.rules.halls import OPEN, Decision, before, past
from tests.support.bodies import surname

MOTION = ":take 6\n:motion cedar birch -- That it be so.\n"
PLANNING = {"name": "Thornmere Planning Committee"}
REFUSED = ":take 6\n:vote 0 10 0\n:motion cedar birch -- That permission be refused.\n:vote unanimous\n"
COUNCIL = {"name": "Council", "seats": 63, "quorum": None}
CLOSURE = ":take 7\n:motion elm fir kind=closure -- That the question be now put\n:vote unanimous\n"
NEXT = ':take 7\n:motion elm fir kind="next business" -- That the meeting go on\n:vote unanimous\n'
DEFERRED = ":take 7\n:motion elm fir kind=deferral -- to the next meeting\n:vote unanimous\n"
ADDED = ":take 7\n:amend cedar birch add -- That the roof be red.\n"
GROUPS = {"settings": {"council.groups": {"Lantern": 38, "Harbour": 25}}}
COOPTED = {"members": {"Cedar": {"kind": "co-optee", "voting": False}}}
CASTS = ":take 6\n:vote 5 5 0\n:cast for\n"


def callers(count: int) -> str:
    """So many members of a full council, by surname."""
    return ",".join(surname(number) for number in range(1, count + 1))


_TRAINED = {
    name: {"trained_planning": "2019-05-20"}
    for name in ("Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper")
}

CASES = (
    Case("M1", "WARN", MOTION + ":close 20:00", MOTION + ":vote unanimous\n:close 20:00"),
    Case("M3", "HARD", ":take 6\n:motion cedar cedar -- That it be so.", MOTION),
    Case("M3", "WARN", ":take 6\n:motion cedar -- That it be so.\n:vote unanimous", MOTION + ":vote unanimous"),
    Case(
        "M4",
        "HARD",
        ":take 7\n:amend cedar birch at=1 replace -- That the Committee approve the repairs.",
        ":take 7\n:amend cedar birch at=1 replace -- That the Committee approve all repairs.",
    ),
    Case(
        "M5",
        "WARN",
        ":take 7\n:amend cedar birch at=1 words=first -- approve -> refuse",
        ":take 7\n:amend cedar birch at=1 words=first -- the repairs -> all repairs",
    ),
    Case(
        "M6",
        "WARN",
        ADDED + ":amend elm fir on=r7 add -- That it be blue.",
        ADDED + ":amend elm fir on=r7 add together=yes -- That it be blue.",
    ),
    Case("M7", "HARD", ADDED + ":vote unanimous of=r7", ADDED + ":vote unanimous\n:vote unanimous of=r7"),
    Case(
        "M7",
        "WARN",
        ADDED + ":amend elm fir on=r7 add together=yes -- That it be blue.\n:vote 4 6 of=A2\n:vote 4 6 of=A1",
        ADDED + ":amend elm fir on=r7 add together=yes -- That it be blue.\n:vote 4 6 of=A1\n:vote 4 6 of=A2",
        at={"settings": {"amendments.order": "received"}},
    ),
    Case(
        "M8",
        "WARN",
        ADDED + ":amend elm fir on=A1 add -- And green.",
        ADDED + ":vote unanimous\n:amend elm fir on=r7 add -- And green.",
        at={"settings": {"amendments.nested": False}},
    ),
    Case(
        "M9",
        "HARD",
        ":take 7\n:amend cedar birch at=1 words=first -- repairs -> works\n"
        ":amend elm fir at=1 words=first on=r7 together=yes -- repairs -> paint\n:vote unanimous of=A1",
        ":take 7\n:amend cedar birch at=1 words=first -- repairs -> works\n"
        ":amend elm fir at=2 words=first on=r7 together=yes -- six -> nine\n:vote unanimous of=A1",
    ),
    Case("M10", "HARD", ADDED + ":vote unanimous\n:take 8", ADDED + ":vote unanimous\n:vote unanimous of=r7\n:take 8"),
    Case("M12", "HARD", MOTION + ":vote unanimous\n:withdraw m1", MOTION + ":withdraw m1"),
    Case(
        "M14",
        "WARN",
        ADDED + ":vote 4 6\n:amend elm fir on=r7 add -- That the roof be red.",
        ADDED + ":vote 4 6\n:amend elm fir on=r7 add -- That the roof be blue.",
    ),
    Case(
        "M14",
        "WARN",
        ADDED + ":vote unanimous\n:amend elm fir on=r7 at=4 delete",
        ADDED + ":vote unanimous\n:amend elm fir on=r7 at=1 words=first -- the repairs -> all repairs",
    ),
    Case("M16", "WARN", CLOSURE + ":amend cedar birch on=r7 add -- Red.", CLOSURE + ":vote unanimous of=r7"),
    Case("M17", "WARN", NEXT + ":vote unanimous of=r7", NEXT + ":notput r7"),
    Case("M18", "HARD", DEFERRED + ":vote unanimous of=r7", DEFERRED),
    Case("M18", "WARN", ":take 7\n:outcome deferred", ":take 7\n:outcome deferred -- pending legal advice"),
    Case("M19", "WARN", ":take 6\n:vote 0 10 0\n:take 7", REFUSED + ":take 7"),
    Case("M19", "HARD", ":take 6\n:vote 0 10 0\n:take 7", REFUSED + ":take 7", at=PLANNING),
    Case("M20", "HARD", REFUSED + ":take 7", REFUSED + ":reasons -- It is too tall.\n:take 7", at=PLANNING),
    Case("M21", "HARD", ":take 6\n:vote unanimous\n:vote 9 1 of=r6", ":take 6\n:vote unanimous"),
    Case(
        "M21",
        "WARN",
        ":take 7\n:vote unanimous only=1\n:take 8",
        ":take 7\n:vote unanimous only=1\n:vote unanimous only=2+3\n:take 8",
    ),
    Case(
        "M23",
        "WARN",
        ":take 6\n:motion cedar birch -- That the boathouse be sold.",
        ":take 6\n:motion cedar birch -- That the boathouse be sold.",
        history=before(past(date(2019, 3, 7), decisions=(Decision("That the boathouse be sold.", True),))),
        good_history=before(past(date(2018, 3, 7), decisions=(Decision("That the boathouse be sold.", True),))),
    ),
    Case(
        "M23",
        "WARN",
        ":take 6\n:motion cedar birch -- That the boathouse be sold.",
        ":take 6\n:motion cedar birch -- That the boathouse be painted.",
        history=before(past(date(2019, 3, 7), decisions=(Decision("That the boathouse be sold.", True),))),
        good_history=before(past(date(2019, 3, 7), decisions=(Decision("That the boathouse be sold.", True),))),
    ),
    Case(
        "M24",
        "HARD",
        ":take 6\n:motion elm fir kind=suspension -- That the right to have the own vote recorded be suspended",
        ":take 6\n:motion elm fir kind=suspension -- That rule 7 be suspended",
    ),
    Case("M25", "HARD", ":take 7\n:put\n:amend cedar birch on=r7 add -- Red.", ADDED + ":put A1"),
    Case(
        "V1", "HARD", ":take 6\n:vote 4 6 0\n:outcome approved of=r6", ":take 6\n:vote 6 4 0\n:outcome approved of=r6"
    ),
    Case("V1", "WARN", ":take 6\n:vote 6 4 0\n:none", ":take 6\n:vote 6 4 0"),
    Case("V4", "WARN", ":take 6\n:vote 5 4 0\n:cast for", ":take 6\n:vote 4 4 0\n:cast for", at={"seats": 8}),
    Case("V6", "HARD", ":take 6\n:vote 6 4 0\n:cast for", CASTS),
    Case("V6", "WARN", ":take 6\n:vote 0 0 10\n:cast for", CASTS),
    Case("V7", "HARD", ":take 6\n:vote 5 5 0\n:cast for by=cedar", CASTS),
    Case("V8", "HARD", ":take 6\n:vote 5 5 0", CASTS),
    Case("V9", "HARD", ":take 6\n:vote 6 4 1", ":take 6\n:vote 6 4 0"),
    Case("V9", "WARN", ":take 6\n:vote 6 3 0", ":take 6\n:vote 6 3 0 out=ivy"),
    Case(
        "V10",
        "WARN",
        ":take 6\n:vote 7 0 3\nThe Committee agreed unanimously.",
        ":take 6\n:vote 10 0 0\nThe Committee agreed unanimously.",
    ),
    Case(
        "V12", "WARN", ":take 6\n:vote 6 4 0\n:take 7\n:record elm against", ":take 6\n:vote 6 4 0\n:record elm against"
    ),
    Case("V12", "HARD", ":take 6\n:vote 10 0 0\n:record elm against", ":take 6\n:vote 9 1 0\n:record elm against"),
    Case(
        "V13",
        "WARN",
        f":take 6\n:division {callers(9)}",
        f":take 6\n:division {callers(10)}\n:vote named rest=for",
        at=COUNCIL,
    ),
    Case(
        "V14",
        "HARD",
        ":take 6\n:vote named rest=for out=elm figures=10-0-0",
        ":take 6\n:vote named rest=for out=elm figures=9-0-0",
    ),
    Case(
        "V15",
        "HARD",
        ":take 6\n:vote unanimous",
        ":take 6\n:vote named rest=for",
        at={**COUNCIL, "items": {6: {"budget": True}}},
    ),
    Case(
        "V16",
        "WARN",
        ':declare cedar 6 effect="no vote"\n:take 6\n:vote named for=cedar rest=against',
        ':declare cedar 6 effect="no vote"\n:take 6\n:vote named rest=against',
    ),
    Case("M21", "WARN", ":take 6\n:put\n:take 7", ":take 6\n:put\n:vote unanimous\n:take 7"),
    Case("V16", "HARD", ":take 6\n:vote named for=reed rest=against", ":take 6\n:vote named rest=against"),
    Case(
        "V17",
        "HARD",
        ":open 19:00\n:present rest out=cedar\n:@19:10 take 6\n:@19:25 in cedar\n:vote named for=cedar rest=against",
        ":open 19:00\n:present rest out=cedar\n:@19:05 in cedar\n:take 6\n:vote named for=cedar rest=against",
        at=PLANNING,
        plain=True,
    ),
    Case(
        "V18",
        "WARN",
        ":take 6\n:vote unanimous",
        ":take 6\n:vote unanimous",
        at={"seats": 3, "settings": {"body.continuity_required": True}},
        history=before(past(date(2019, 3, 7), "Ash", "Birch", deferred=("Review of Fees",))),
        good_history=before(past(date(2019, 3, 7), "Ash", "Birch", "Cedar", deferred=("Review of Fees",))),
    ),
    Case(
        "V19",
        "HARD",
        ":apologies cedar\n" + OPEN + ":take 6\n:vote named for=cedar rest=against",
        ":apologies cedar\n" + OPEN + ":take 6\n:vote named rest=against",
        plain=True,
    ),
    Case(
        "V20",
        "WARN",
        ":take 6\n:vote 6 3 1\n:take 7\n:vote 5 4 1 recount=v1",
        ":take 6\n:vote 6 3 1\n:vote 5 4 1 recount=v1\n:take 7",
    ),
    Case("V21", "WARN", CASTS + ":take 7\n:cast against of=v1", CASTS + ":cast against of=v1\n:take 7"),
    Case(
        "V22",
        "HARD",
        ":take 6\n:vote named for=cedar rest=against",
        ":take 6\n:vote named rest=against",
        at=COOPTED,
    ),
    Case(
        "V22",
        "WARN",
        at={"members": {"Cedar": {"kind": "co-optee"}}},
        good_at={"members": {"Cedar": {"kind": "co-optee", "scope": "education"}}},
    ),
    Case(
        "V23",
        "HARD",
        ":ballot dogwood 9 elm 9 elected=elm by=lot to=Secretary",
        ":ballot dogwood 4 elm 6 elected=elm to=Secretary",
    ),
    Case(
        "V23",
        "WARN",
        ":ballot dogwood 4 elm 3 fir 3 elected=dogwood to=Secretary",
        ":ballot dogwood 6 elm 4 elected=dogwood to=Secretary",
    ),
    Case(
        "V24",
        "HARD",
        ":take 6\n:appoint ash,cedar,elm to=Panel seats=3\n:vote 6 4 0",
        ":take 6\n:appoint ash,cedar,birch to=Panel seats=3\n:vote 6 4 0",
        at=GROUPS,
    ),
    Case(
        "V24",
        "WARN",
        ":take 6\n:appoint ash,cedar,elm to=Panel seats=3",
        ":take 6\n:appoint ash,cedar,birch to=Panel seats=3",
        at=GROUPS,
    ),
    Case("V25", "WARN", ":take 6\nA two-thirds majority was reached.", ":take 6\nA majority was reached."),
    Case("V26", "HARD", ":take 6\n:outcome approved", ":take 6\n:vote assent\n:outcome approved"),
    Case(
        "V26",
        "WARN",
        ":take 6\n:vote unanimous\nRESOLVED that the library be closed on Sundays.",
        ":take 6\n:vote unanimous\nRESOLVED that the fees be approved.",
    ),
    Case(
        "V29",
        "HARD",
        ":take 6\n:vote 9 0 0\n:record cedar for",
        at={"settings": {"body.kind": "planning", "vote.planning_training": True}, "members": _TRAINED | {"Cedar": {}}},
        good=":take 6\n:vote 10 0 0\n:record cedar for",
        good_at={"members": _TRAINED},
    ),
    Case(
        "V30",
        "NOTE",
        ":take 6\n:vote 6 4 0 secret=yes",
        at={"settings": {"vote.hands": "paragraph 13(1) of Schedule 12"}},
        good=":take 6\n:vote 6 4 0",
    ),
    Case(
        "A13",
        "HARD",
        ":take 6\n:vote 9 0 0\n:record cedar for",
        ":take 6\n:vote 9 0 0\n:record elm for",
        at={"members": {"Cedar": {"suspended": [{"from": "2019-06-01", "until": "2019-06-30"}]}}},
    ),
    Case("V27", "HARD", ":take 6\n:vote unanimous\n:@<v1 out cedar", ":take 6\n:vote unanimous\n:@>v1 out cedar"),
    Case("V27", "WARN", ":take 6\n:vote 9 0 0\n:@<r6 out cedar", ":take 6\n:out cedar\n:vote 9 0 0"),
)
