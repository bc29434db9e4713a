"""Standing sentences: the rare constructs, each a construct id and a few named facts, recorded as one kind of event.

One row says all of a construct: the verb that records it, what facts it takes, how a clerk would search for it, and
how much detail it belongs to. The wording is the house style's.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

FactKind = Literal["person", "people", "names", "item", "items", "words", "number", "date", "flag", "choice", "choices"]
"""`names` are people of whom some may not be known yet, such as residents; `words` are printed as typed."""

Detail = Literal["decision", "reasons", "debate"]
"""How much of an item is minuted; each level holds the one before it."""

DETAILS: tuple[Detail, ...] = ("decision", "reasons", "debate")


class Fact(Struct, frozen=True):
    """One fact of a standing sentence. `operand` says that it stands first on the line, not as `name=value`."""

    name: str
    kind: FactKind
    needed: bool = False
    operand: bool = False
    choices: tuple[str, ...] = ()


class Standing(Struct, frozen=True):
    """One standing sentence. `key` names its wording ("PU-10", or "CN-05.thanks" for a second one of its construct);
    `example` is a line that records it, `words` what else a clerk might call it; `text` whether words follow `--`."""

    key: str
    verb: str
    label: str
    example: str
    help: str
    facts: tuple[Fact, ...]
    text: Literal["", "may", "must"]
    words: tuple[str, ...]
    detail: Detail

    @property
    def construct(self) -> str:
        """The id of the construct that the sentence is."""
        return self.key.split(".")[0]

    @property
    def operands(self) -> tuple[Fact, ...]:
        """The facts that stand first on the line, in order."""
        return tuple(fact for fact in self.facts if fact.operand)

    @property
    def options(self) -> tuple[Fact, ...]:
        """The facts given as `name=value`."""
        return tuple(fact for fact in self.facts if not fact.operand)


def _fact(written: str) -> Fact:
    """A fact as the table writes it: "^who:people!", "how:choice(noted|refused)"."""
    name, _, kind = written.removeprefix("^").partition(":")
    needed = kind.endswith("!")
    kind, _, choices = kind.removesuffix("!").partition("(")
    allowed = tuple(choice.replace("_", " ") for choice in choices.rstrip(")").split("|") if choice)
    return Fact(name, kind, needed, written.startswith("^"), allowed)  # type: ignore[arg-type]


def _row(
    key: str,
    example: str,
    label: str,
    help_: str,
    facts: str = "",
    text: Literal["", "may", "must"] = "",
    words: str = "",
    detail: Detail = "decision",
) -> Standing:
    verb = example.split()[0].removeprefix(":")
    parsed = tuple(_fact(written) for written in facts.split())
    return Standing(key, verb, label, example, help_, parsed, text, tuple(words.split(", ")) if words else (), detail)


_ROWS = (
    # Front matter and attendance
    _row(
        "FM-04",
        ":attending reed,vale",
        "In attendance",
        "These attended: officers, guests, and councillors who do not sit on the body (AT-12).",
        "^who:people!",
        words="also in attendance, others present, members also present, observers",
    ),
    _row(
        "FM-10",
        ":welcome recording,fire",
        "Welcome",
        "The chair welcomes everyone and gives notices: recording, webcast, paperlight, phones, fire, distancing.",
        "^notices:choices(recording|webcast|paperlight|phones|fire|distancing|introductions) by:person",
        "may",
        "housekeeping, notices, audio recording, webcast, introductions",
        "reasons",
    ),
    _row(
        "FM-11",
        ":tribute ash,elm silence=yes -- Jo Reed, who had died in May",
        "Tribute",
        "A tribute is paid; silence=yes: a minute's silence is held.",
        "^by:people silence:flag",
        "must",
        "condolence, minute's silence, death, thanks, obituary",
    ),
    _row(
        "AT-14",
        ":challenge ash by=vale dissent=elm -- the balance of the groups was wrong",
        "Challenge to quorum or balance",
        "The quorum or the balance of groups is challenged; by= advises, ruling= is the ruling, dissent= dissented.",
        "^raised:person by:person ruling:words dissent:people",
        "must",
        "quorum, proportionality, political balance, dissent, inquorate",
    ),
    # Declarations
    _row(
        "DE-11",
        ':dispensation by="the Monitoring Officer" -- the setting of the council tax',
        "General dispensation",
        "A general dispensation: to speak and vote on what follows --.",
        "^who:people by:words",
        "must",
        "dispensation, dispensations, grant of dispensation",
    ),
    _row(
        "DE-11.note",
        ":blanket -- many Members lived in the borough",
        "Blanket note on interests",
        "It is noted of many Members at once that they need not declare.",
        "",
        "must",
        "blanket declaration, no need to declare",
    ),
    _row(
        "DE-12",
        ":restate ash",
        "Interest restated at the item",
        "An interest declared earlier is restated at the item.",
        "^who:people!",
        words="declared earlier, having declared an interest",
    ),
    _row(
        "DE-13",
        ":whip none",
        "Party whip",
        "Whipping arrangements are declared: none, or after -- what they are.",
        "^how:choice(none|declared)",
        "may",
        "whipping, party whip",
    ),
    # Minutes, Monitoring Officer, addendum
    _row(
        "MI-04",
        ":dispute ash refused -- a statement be inserted",
        "Dispute on the minutes",
        "A Member asks for a change to the minutes: refused, agreed or noted.",
        "^by:person! ^how:choice(refused|agreed|noted)",
        "must",
        "minutes disputed, minutes challenged",
    ),
    _row(
        "MI-06",
        ":nominutes deferred",
        "No minutes yet",
        "There are no minutes: first (meeting), or deferred to the next.",
        "^why:choice(first|deferred)!",
        "may",
        "first meeting, minutes held over, minutes deferred",
    ),
    _row(
        "MI-07",
        ":arising -- The gate had been mended.",
        "Matters arising",
        "Matters arising, and how the actions of the last meeting stand: a line each.",
        "",
        "must",
        "matters arising, action updates, actions from the previous minutes",
        "reasons",
    ),
    _row(
        "RE-09",
        ":advice vale -- the matter lay within the remit",
        "Advice",
        "Someone advises: legal, governance, or the Monitoring Officer (also MO-02 and DE-14, by the item).",
        "^by:person",
        "must",
        "legal advice, Monitoring Officer's advice, governance advice, predetermination reminder",
        "reasons",
    ),
    _row(
        "AD-01",
        ":addendum",
        "Addendum noted",
        "The addendum is noted.",
        "",
        "may",
        "supplementary papers, addendum",
    ),
    _row(
        "AD-02",
        ":addenditems 7+8",
        "Addendum dealt with under items",
        "What the addendum holds is dealt with under the items.",
        "^items:items",
        words="addendum under individual items",
    ),
    _row(
        "AD-03",
        ":tabled late=yes -- a revised plan",
        "Tabled paper",
        "Papers are tabled; late=yes: their lateness is regretted.",
        "late:flag",
        "must",
        "tabled, late papers, additional information",
    ),
    # The public
    _row(
        "PU-02",
        ':questions "Jo Reed,Al Moss"',
        "Public questions",
        "Public questions were answered in the papers; the names are those who asked a supplementary.",
        "^who:names",
        "may",
        "public questions, supplementary question",
        "reasons",
    ),
    _row(
        "PU-04",
        ':written "Jo Reed" on=8',
        "Written comments",
        "Written comments were received.",
        "^who:names! on:item",
        words="written comments, representations in writing",
        detail="reasons",
    ),
    _row(
        "PU-06",
        ':noshow "Jo Reed" on=8',
        "Speaker absent",
        "A registered speaker was not there; reader=: nobody else might speak instead.",
        "^who:names! on:item stead:flag",
        words="speaker absent, did not attend, registered speaker",
        detail="reasons",
    ),
    _row(
        "PU-07",
        ":allot 30 extend=15",
        "Time for the public",
        "Minutes allotted to public questions and comments, extend=: by which it was extended.",
        "^minutes:number! extend:number",
        words="thirty minutes, time limit, extension for public questions",
        detail="reasons",
    ),
    _row(
        "PU-08",
        ':questioned "Jo Reed"',
        "Speaker questioned",
        "Members asked the speaker questions.",
        "^who:names!",
        words="Members question the speaker",
        detail="reasons",
    ),
    _row(
        "PU-09",
        ':writtenreply reed to="Al Moss" due=2031-04-01',
        "Reply in writing",
        "Someone is to reply in writing; an action is recorded too.",
        "^by:person! to:names due:date",
        words="written answer, reply to follow",
    ),
    _row(
        "PU-10",
        ':petition "Save the pond" lead="Jo Reed" ward=Millside signatures=214 minutes=5',
        "Petition",
        "A petition is presented; what was asked after --.",
        "^title:words! lead:names ward:words signatures:number minutes:number",
        "may",
        "petition, lead petitioner, signatures",
    ),
    _row(
        "PU-11",
        ':issue "Parking in Mill Lane" by="Jo Reed" contact=vale notify=yes',
        "Residents' issue",
        "A resident's issue; contact= is to contact the resident, notify=yes: ward Members are to be told.",
        "^title:words! by:names contact:person notify:flag",
        "may",
        "residents' issue, forum issue, ward members notified",
    ),
    _row(
        "PU-12",
        ':deputation "Jo Reed" of="the Mill Lane Residents" minutes=5 -- the closing of the footbridge',
        "Deputation",
        "A deputation is received.",
        "^who:names! of:words minutes:number",
        "must",
        "deputation, delegation received",
    ),
    _row(
        "PU-14",
        ':allow "Jo Reed" minutes=3',
        "Unregistered speaker allowed",
        "Someone who had not registered is allowed to speak.",
        "^who:names! minutes:number",
        words="unregistered speaker, leave to speak",
    ),
    # Members' Items
    _row(
        "MB-02",
        ":memberitem ash agreed=unanimously -- that benches be mended",
        "Member's Item",
        "A Member introduces an item of their own; agreed=yes or unanimously.",
        "^by:person! agreed:choice(yes|unanimously)",
        "may",
        "Members' Items, member's item",
    ),
    _row(
        "MB-05",
        ":takenwith 8",
        "Taken with another item",
        "The Member's Item is taken with another item.",
        "^item:item!",
        words="considered with, taken together",
    ),
    _row(
        "MB-07",
        ':award "Pond fence" by=ash amount=5000 budget=NCIL',
        "Funding award",
        "Funding is awarded to a project; refused=yes: it is not.",
        "^title:words! by:person amount:number! budget:words speaker:names refused:flag",
        "may",
        "CIL, NCIL, area committee funding, grant",
    ),
    # Reports and debate
    _row(
        "RE-01.considered",
        ":consider addendum=yes",
        "Report considered",
        "The body considers the report, and the addendum.",
        "addendum:flag",
        words="received the report",
        detail="reasons",
    ),
    _row(
        "RE-03",
        ":presentation reed -- the Summer Reading Challenge",
        "Presentation",
        "Someone gives a presentation.",
        "^who:people!",
        "must",
        "presentation, slides",
        "reasons",
    ),
    _row(
        "RE-04",
        ":ask oak to=reed -- whether the pond leaked -> it did",
        "Question and answer",
        "A Member asks; the answer after an arrow. Names are printed by setting.",
        "^by:person to:person",
        "must",
        "question, answer, asked, enquired, responded",
        "debate",
    ),
    _row(
        "RE-05",
        ":comments questions",
        "Comments",
        "Members had the opportunity to ask questions, or their comments are noted.",
        "^how:choice(questions|noted)",
        "may",
        "comments noted, opportunity to ask questions",
        "debate",
    ),
    _row(
        "RE-06",
        ":oral reed -- the lease",
        "Oral update",
        "Someone gives an oral update, without a paper.",
        "^by:person!",
        "may",
        "verbal update, oral report",
        "reasons",
    ),
    _row(
        "RE-07",
        ':erratum where="paragraph 2.1" -- 2030 -> 2031',
        "Correction to the report",
        "A slip in the report is put right: old -> new.",
        "where:words by:person",
        "must",
        "typographical error, correction to the report",
        "reasons",
    ),
    _row(
        "RE-08",
        ":nopaper withdrawn",
        "Report withdrawn or not published",
        "The report was withdrawn, or never published.",
        "^why:choice(withdrawn|unpublished)!",
        "may",
        "report withdrawn, report not published",
    ),
    _row(
        "RE-10",
        ':received from="the Planning Committee" -- the closing of the footbridge',
        "Referral received",
        "A referral from another body is received.",
        "from:words!",
        "must",
        "referral received, referred from",
        "reasons",
    ),
    _row(
        "OU-15",
        ':delegate "Head of Parks" with="the Chairman" -- agree the works',
        "Delegation",
        "Authority is delegated to a post.",
        "^to:words! with:words",
        "must",
        "delegated authority, in consultation with",
    ),
    # Planning
    _row(
        "PL-02",
        ':heard objection who="Jo Reed,Al Moss"',
        "Representations heard",
        "The public is heard: objection, support, applicant, agent, councillor, mp; read=: who read a statement out.",
        "^how:choice(objection|support|applicant|agent|councillor|mp)! who:names! read:words",
        words="objector, supporter, applicant, agent, representation, statement read out",
        detail="reasons",
    ),
    _row(
        "PL-03",
        ":conditions added -- No work on Sundays.",
        "Conditions",
        "Conditions are added or changed, a line each.",
        "^how:choice(added|changed)",
        "must",
        "planning conditions, informative, section 106",
    ),
    _row(
        "PL-05",
        ':minor "Service Director Planning" with="the Chairman"',
        "Delegation of minor alterations",
        "Authority is given to make minor alterations, additions or deletions.",
        "^to:words! with:words",
        words="minor alterations, delegation clause",
    ),
    _row(
        "PL-06",
        ':treeorder confirmed ref="TPO/CA/401"',
        "Tree preservation order",
        "A tree preservation order is confirmed, confirmed with modification, or not confirmed.",
        "^how:choice(confirmed|modified|unconfirmed)! ref:words!",
        "may",
        "TPO, tree order",
    ),
    _row(
        "PL-07",
        ":slots -- Two residents asked to speak in the one place left.",
        "Dispute on speaking slots",
        "Who might speak is disputed, and settled.",
        "",
        "must",
        "speaker slots, dispute, adjournment for speakers",
        "reasons",
    ),
    # Exempt session
    _row(
        "EX-02",
        ":exemptreport",
        "Exempt report considered",
        "The exempt report that goes with the public one is considered.",
        words="associated exempt report, private report",
    ),
    _row(
        "EX-03",
        ":heldover items=14",
        "Questions held over to private session",
        "Questions are held over to the private session.",
        "items:items",
        words="held over to exempt session, questions in private",
    ),
    _row(
        "EX-04",
        ":deliberate vale",
        "Deliberation in private",
        "The panel deliberates in private, accompanied by these.",
        "^who:people",
        words="deliberate, retire, private deliberation, licensing panel",
    ),
    _row(
        "EX-05.decision",
        ":decision -- The licence was granted.",
        "Decision announced",
        "The decision is announced in public; days=: notice of it within so many working days.",
        "days:number",
        "may",
        "decision notice, announced, licensing decision",
    ),
    _row(
        "EX-06",
        ":inpublic",
        "Exclusion not needed",
        "It was not necessary to exclude the press and public.",
        "items:items",
        words="exclusion not needed, remained in public",
    ),
    # Time, urgency
    _row(
        "TI-01",
        ":guillotine",
        "Ten o'clock rule",
        "The rule on the hour after which nothing may be done was drawn attention to.",
        "by:person",
        words="10 pm, ten o'clock, guillotine, Article 7.26, null and void",
    ),
    _row(
        "UR-02",
        ":urgent -- the lease would end before the next meeting",
        "Urgent item accepted",
        "The chair agrees to take an urgent item, for the reason after --.",
        "",
        "must",
        "urgent item, urgency, special circumstances",
    ),
    # Full Council, Cabinet, scrutiny
    _row(
        "CN-01",
        ':prayers "Reverend Jo Reed"',
        "Mayor presiding and prayers",
        "The Mayor presides; someone says prayers, or young=yes: young people speak.",
        "^who:words young:flag",
        words="prayers, Mayor present, words from young people, chaplain",
    ),
    _row(
        "CN-02",
        ":announce -- The fair would be on 1 May.",
        "Official announcements",
        "Announcements, a line each.",
        "by:person",
        "must",
        "announcements, Mayor's announcements",
        "reasons",
    ),
    _row(
        "CN-03",
        ":leader ash minutes=30",
        "Questions to the Leader",
        "Questions to the Leader were answered, with supplementaries, within the time allotted.",
        "^who:person minutes:number",
        "may",
        "Leader's questions, question time, supplementary",
        "reasons",
    ),
    _row(
        "CN-04.debate",
        ":debate",
        "Debate ensued",
        "Debate ensued; the names of those who spoke, where they are kept.",
        "^who:people",
        words="debate ensued",
        detail="reasons",
    ),
    _row(
        "CN-05.thanks",
        ":appreciation ash by=elm,oak -- her year as Mayor",
        "Appreciation",
        "Appreciation is recorded of someone's service.",
        "^who:person! by:people",
        "may",
        "thanks, vote of thanks, outgoing Mayor, appreciation",
    ),
    _row(
        "CN-06",
        ":adopt ash elm -- the report of the Parks Committee",
        "Reception and adoption moved",
        "Reception and adoption of the recommendations in a report is moved.",
        "^by:person! ^seconder:person",
        "may",
        "reception and adoption, adopt the report",
    ),
    _row(
        "CA-01",
        ":execquestions ash,elm items=7+8",
        "Questions from non-Executive Members",
        "Members who are not in the Cabinet ask questions.",
        "^who:people! items:items",
        words="non-Executive Members, Cabinet questions",
        detail="reasons",
    ),
    _row(
        "SC-01",
        ':callin ash,elm decision="the closing of the footbridge" -- it had not been consulted on',
        "Call-in",
        "A decision was called in, by these, for the reason after --.",
        "^by:people! decision:words!",
        "may",
        "call-in, called in, scrutiny of a decision",
    ),
    _row(
        "SC-02",
        ':comment "the Cabinet" -- The footbridge should be kept.',
        "Comments to another body",
        "Scrutiny's comments to the Cabinet, a line each.",
        "^to:words",
        "must",
        "scrutiny comments, recommendations to Cabinet",
    ),
    _row(
        "SC-03",
        ':taskgroup "Footbridges" chair=ash members=elm,oak',
        "Task and finish group",
        "A task and finish group is set up, or reports.",
        "^title:words! chair:person members:people",
        "may",
        "task and finish, working group, review group",
    ),
)

STANDING: Mapping[str, Standing] = {row.key: row for row in _ROWS}
"""Every standing sentence by the key of its wording."""


def standing(key: str) -> Standing | None:
    """The standing sentence of a key; None for one that this version does not know."""
    return STANDING.get(key)
