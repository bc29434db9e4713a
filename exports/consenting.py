"""Whose consent an amendment was accepted with, as a clerk types it: "the mover and the seconder", and no more."""

import re

_WHO = (
    r"(?:(?:the|both(?: the)?|all(?: the)?) )?"
    r"(?:mover|proposer|seconder|meeting|committee|council|cabinet|board|panel|executive|chair\w*|mayor|provost|"
    r"convener|members?|councillors?|cllrs?|leader|deputy\b|vice\b|all present|everyone|(?:mr|mrs|ms|miss|dr)\b)"
)
_PEOPLE = re.compile(rf"(?:with |by )?(?P<who>{_WHO}\b.*)", re.IGNORECASE)
_CONSENT = re.compile(
    r"(?:with |by |on |and )?(?:(?:the )?(?:full )?(?:consent|agreement|leave|assent|approval) of )(?P<who>.+)",
    re.IGNORECASE,
)
_AGREEING = re.compile(r"(?!with )(?P<who>.+) (?:agreeing|consenting|assenting|objecting|dissenting)", re.IGNORECASE)
_DOES = re.compile(r"\b(?:was|were|is|are|had|has|have|consent\w*|agree\w*|accept\w*|having|being|said|did)\b")


def consented(reason: str) -> str:
    """The words after "was accepted", where they name whose consent there was and say no more: with *with the consent
    of* before them; any other words as they are."""
    said = reason.strip().rstrip(".")
    if said.lower().startswith("with the consent"):
        return reason
    if match := _CONSENT.fullmatch(said):
        return said if said.lower().startswith(("with ", "by ")) else f"with the consent of {match['who']}"
    if match := _AGREEING.fullmatch(said):
        return f"with {said[:1].lower() + said[1:] if re.match('(The|Both|All|Nobody|No) ', said) else said}"
    match = _PEOPLE.fullmatch(said)
    if match is None or _DOES.search(said.lower()):
        return reason
    who = match["who"]
    return f"with the consent of {who[:1].lower() + who[1:] if re.match('(The|Both|All) ', who) else who}"
