"""The words by which `exports.grammar` knows what free words are: prepositions, finite verbs, who may be a subject."""


def words(together: str) -> frozenset[str]:
    """The words of a line of them."""
    return frozenset(together.split())


CAUSES = ("because of", "because", "owing to", "due to", "as a result of", "by virtue of", "by reason of", "since")
"""Leads of a cause; "as", "having" and "being" are too, where no clause of their own follows them."""

PREPOSITIONS = words(
    "about above across after against along among around as at before behind below beside between beyond by "
    "concerning despite during except for from in inside into like near of off on onto out outside over past pending "
    "per regarding so while although though once unless through throughout till to toward towards under until up upon "
    "via with within without following given subject"
)
LEADS_TO = words("further prior subsequent previous contrary next close thanks according")
INDIRECT = words("whether if how what why when where which who whom whose")
DETERMINERS = words(
    "a an the this these those any some no each every all both either neither another other such many most more "
    "several few two three four five six seven eight nine ten my our your his her its their first second third last "
    "next"
)
SUBJECTS = words("i he she it they we you there nobody everyone everybody somebody someone nothing this that")
FINITE = words(
    "is are was were has have had does did do will would shall should can could may might must needed needs wished "
    "wanted wants felt feels went came comes took takes gave gives made makes said says told knew knows thought "
    "thinks saw found began became ran sat spoke stood kept held led lost paid wrote understood believed believes "
    "hoped hopes agreed agrees asked asks lived lives owned owns worked belonged belongs seemed remained remains "
    "existed exists deserves deserved opposes opposed lies isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t won’t "
    "wouldn’t can’t couldn’t didn’t doesn’t don’t cannot live want need feel think believe know agree oppose belong "
    "seem remain exist lay rang sank wore drove rode flew slept threw shook broke chose drew fell bought brought "
    "caught taught sought fought built sent spent meant dealt won stuck rose grew stood wept sang swam forgot got "
    "gets gives goes says am sits stands lapsed lapses ended ends began begins leaked leaks arrived failed fails "
    "resigned"
)
ALSO_NOUNS = words("need will can might may must do found felt saw needs can lies ends lives feel")
"""Finite verbs that are as often nouns: after a determiner they are."""
RELATIVE = words("that which who whom where whose when")
NEAR = words(
    "daughter son wife husband partner spouse brother sister mother father parent child children niece nephew aunt "
    "uncle cousin friend neighbour employer grandson granddaughter grandmother grandfather mother-in-law "
    "father-in-law brother-in-law sister-in-law son-in-law daughter-in-law stepson stepdaughter tenant landlord firm"
)
