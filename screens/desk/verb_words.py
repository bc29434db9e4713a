"""What else a clerk might call what a verb records: Ctrl+P and `?` find it by these words too."""

from collections.abc import Mapping

from clerk.rare import by_verb

_ALSO: Mapping[str, str] = {
    "adjourn": "recess, break, lunch, pause, comfort break, disorder, disturbance, interruption, sitting suspended, "
    "postponed",
    "resume": "after the break, after the recess, reconvened",
    "extend": "extension, guillotine, ten o'clock, longer",
    "out": "removed, ordered to leave, walkout, disorder, lost connection",
    "in": "arrival, late, reconnected",
    "present": "quorum, quorate, roll, attendance",
    "preside": "chairman, chair, Mayor, vice-chairman, election of a chair",
    "motion": "resolution, rescind, standing orders, notice of motion",
    "amend": "amendment, composite",
    "accept": "friendly amendment, alteration, consent of the mover",
    "record": "dissent, abstention, own vote",
    "vote": "abstention, tie, recount, show of hands, resolution",
    "cast": "tie, equality of votes, second vote",
    "ballot": "election, nomination, tie",
    "nominate": "election, nomination",
    "division": "recorded vote, roll call",
    "appoint": "appointment, representative on outside bodies, nomination",
    "seat": "vacancy, resignation, by-election, new member",
    "members": "roll, new member, vacancy",
    "sub": "substitute, proxy, stand-in",
    "exclude": "private, closed session, in camera, part two, part b",
    "readmit": "public returned, in public again",
    "outcome": "deferral, referral, postponed, refused, item withdrawn",
    "declare": "interest, declaration, bias, predetermination, recusal",
    "apologies": "apology, absence",
    "item": "late item, urgent item, extra business",
    "consider": "late paper, exempt report",
    "minutes": "correction, confirmed as a correct record",
}
"""For verbs that no row of the rare constructs tells of."""

_RARE: Mapping[str, str] = {
    "tribute": "condolences, bereavement, sympathy, died, silence, moment of reflection",
    "appreciation": "congratulations, thank",
    "welcome": "broadcast, streamed, filming, hybrid, livestream, fire drill",
    "attending": "remote, hybrid, online",
    "challenge": "quorate",
    "suspend": "disorder, removed",
    "heard": "objectors, applicants, deputation",
    "deputation": "delegation, petitioners",
    "announce": "announcement, congratulations",
    "guillotine": "extension, time limit",
}
"""Beside the words that their rows have."""


def words_for(verb: str) -> str:
    """What else may be looked for where a verb is meant."""
    row = by_verb().get(verb)
    return ", ".join(filter(None, [*(row.words if row else ()), _ALSO.get(verb, ""), _RARE.get(verb, "")]))
