"""Whether a motion puts an item off, whatever kind it was typed as (M18)."""

import re

_MATTER = (
    r"(?:items?|reports?|applications?|matters?|business|papers?|considerations?|determinations?|decisions?|motions?|"
    r"recommendations?|questions?|minutes|it|this)"
)
_WHAT = (
    rf"(?:(?:any |all |a |the |further )*(?:consideration|determination|decision|discussion) (?:of|on) .{{1,80}}?"
    rf"|(?:the |this |that |these )?(?:[\w/.’-]+ ){{0,3}}?{_MATTER}(?: (?:no\.? ?)?\d[\w.]*)?)"
)
_DEFERS = re.compile(
    rf"^(?:that )?(?:{_WHAT} (?:now )?(?:be|is|are|stand) (?:hereby )?(?:further )?deferred\b"
    rf"|(?:(?:the |this )?[\w-]+ )?(?:to )?defers? (?:{_WHAT})(?=$|\W))",
    re.IGNORECASE,
)


def defers(text: str) -> bool:
    """Whether a motion asks for that and nothing else: "That the item be deferred for a site visit."; not of what is
    the matter itself ("That the fees be deferred for a year")."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) == 1 and _DEFERS.match(lines[0].strip()) is not None
