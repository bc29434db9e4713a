"""How posts and bodies are named within a sentence, and who seconded."""

import re

from clerk.councils import is_another_council
from clerk.names import plain
from clerk.people import Person

POST_ENDS = "\ue005"
"""Stands after a post within a sentence: a comma follows there, unless a stop or another comma does."""


_HONOURED = re.compile(
    r"(?:cllrs?|councillors?|alderman|ald|mr|mrs|ms|miss|mx|dr|sir|dame|lady|lord(?! mayor| provost)|baroness|"
    r"prof(?:essor)?|rev(?:erend)?|canon)\b\.? ",
    re.IGNORECASE,
)


def the(post: str) -> str:
    """A post with its article, which was perhaps typed; someone by name has none."""
    if _HONOURED.match(post):
        return post
    return post if re.match(r"(the|an?|all|any|each|his|her|its|their)\b", post, re.IGNORECASE) else f"the {post}"


_BODY = re.compile(
    r"\b(committee|board|panel|forum|commission|assembly|group|working party|partnership|task force|tribunal|"
    r"next meeting)$",
    re.IGNORECASE,
)
_SMALL_IN_A_NAME = frozenset(("and", "of", "for", "the", "next", "meeting"))


def body_called(words: str) -> str:
    """A body as a sentence names it: a committee, a board or the like by its article, "Council" and "Cabinet" without;
    with its capitals, where it was typed without any."""
    if words.islower() and (_BODY.search(words) or words.split()[-1] in ("cabinet", "council")):
        words = " ".join(word if word in _SMALL_IN_A_NAME else word.capitalize() for word in words.split())
    return the(words) if _BODY.search(words) else words


_POSTS = frozenset(
    [
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "convener",
        "convenor",
        "depute",
        "provost",
        "leader",
        "mayor",
        "mayoress",
        "head",
        "director",
        "clerk",
        "secretary",
        "manager",
        "treasurer",
        "officer",
        "solicitor",
        "executive",
        "adviser",
        "advisor",
        "surveyor",
        "engineer",
        "commissioner",
        "inspector",
        "auditor",
        "planner",
        "coordinator",
        "registrar",
        "coroner",
        "whip",
        "president",
        "member",
        "holder",
        "champion",
        "lead",
    ]
)
"""What a post is at the end of its name, before what it is of: Cabinet Member (for Finance), Head (of Legal)."""


def holder_called(words: str) -> str:
    """Who holds an office, as a sentence names them: someone by name without an article, and what they are set off by
    commas; a post with its article; a body as a body is called."""
    words = re.sub(r"^Cllr(s?)\b\.?", r"Councillor\1", words.strip(), flags=re.IGNORECASE)
    first, _, more = words.partition(", ")
    if more and (_HONOURED.match(more) if _is_post(first) else _is_post(more)):
        return f"{the(first) if _is_post(first) else first}, {more}{POST_ENDS}"
    if _HONOURED.match(words):
        return words
    return the(words) if _is_post(words) else body_called(words)


def _is_post(words: str) -> bool:
    """Whether words begin with a post: Cabinet Member (for Finance), the Head (of Legal)."""
    named = re.split(r" (?:of|for|to|in|at|with|and)\b| \(|,", words)[0].split()
    return bool(named) and not _HONOURED.match(words) and plain(named[-1]) in _POSTS


def seconded(seconder: str) -> str:
    """By whom something was seconded: "duly" where no name was given, "none" where nobody did."""
    known = {"": "", "without": "", "duly": "duly seconded", "none": "without a seconder"}
    return known.get(seconder, f"seconded by {seconder}")


def elsewhere(person: Person, ours: str) -> str:
    """The post and the council of somebody who is called a councillor, has no seat here and is of another council than
    ours; "" for anybody else."""
    if person.kind not in ("officer", "partner", "councillor") or not person.name:
        return ""
    if not re.match(r"(?:Cllr|Councillor)\b|.*\bCouncillor$", person.style):
        return ""
    if not is_another_council(person.organisation, ours):
        return ""
    named = person.organisation.casefold() in person.post.casefold()
    return ", ".join(filter(None, (person.post, "" if named else person.organisation)))
