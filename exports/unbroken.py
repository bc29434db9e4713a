"""Where a line may not break: between a day and its month, "item" and its number, "Part" and "1"."""

import re
from collections.abc import Iterator

from exports.blocks import Span, Spans

NO_BREAK = "\u00a0"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PAIRS = re.compile(
    rf"\b\d{{1,2}} (?={_MONTHS}\b)"
    r"|\b\d{1,2}\.\d{2} (?=[ap]m\b)"
    r"|\b(?:[Ii]tems?|[Rr]ecommendations?|[Pp]aragraphs?|[Pp]arts?|[Ss]chedules?|[Aa]ppendix|[Aa]ppendices|[Aa]nnex|"
    r"[Ss]ections?|[Aa]rticles?|[Pp]ages?|[Rr]ules?|[Cc]lauses?|[Nn]o\.) (?=\d|[A-Z]\b)"
    r"|\b(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr) (?=[A-Z])"
)


def unbroken(text: str) -> str:
    """The text with a space that does not break wherever a line may not."""
    return _PAIRS.sub(lambda found: found[0][:-1] + NO_BREAK, text)


_LEADS = re.compile(r"\b[Ii]tems? $")


def bound(spans: Spans) -> Iterator[tuple[str, Span]]:
    """Spans with their text, each item's number bound to the word before it."""
    for place, span in enumerate(spans):
        leads_to = spans[place + 1].item if place + 1 < len(spans) else ""
        bind = bool(leads_to) and _LEADS.search(span.text)
        yield (span.text[:-1] + NO_BREAK if bind else span.text), span
