"""How posts and bodies are named within a sentence, and who seconded."""

import re

from clerk.councils import is_another_council
from clerk.people import Person


def the(post: str) -> str:
    """A post with its article, which was perhaps typed."""
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
