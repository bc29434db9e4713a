"""Numbers of clauses that were typed in the wrong place."""

import re

from clerk.names import Unclear
from clerk.saying.names import clip
from clerk.texts import Text, numbers

_NUMBER = re.compile(r"(\d{1,3})\.(\d{1,3})[.)]?\s+(\S+)")


def refuse_misnumbered(text: Text, known: Text = ()) -> Text:
    """Gives clauses back, of which no line begins with the number of another place ("1.1 That …" below 2): it would be
    words of the clause above it, and nobody would see. A number that no place has ("2.5 million") is words; so is what
    is `known` from the text before."""
    printed = numbers(text)
    before = {line for clause in known for line in clause.text.split("\n")}
    for clause in text:
        for line in clause.text.split("\n")[1:]:
            found = _NUMBER.match(line)
            if found is None or line in before:
                continue
            subs = [int(n.partition(".")[2]) for n in printed.values() if n.startswith(f"{found[1]}.")]
            has_place = found[1] in printed.values() and int(found[2]) <= max(subs, default=0) + 1
            # "1.5 FTE" counts posts, "1.5 That" begins a clause.
            begins = found[3] == "A" or (found[3][:1].isupper() and found[3][1:2].islower())
            if has_place or begins:
                place = printed[clause.id] or "the lines before the first number"
                raise Unclear(
                    f"“{clip(line, 30)}” stands below {place}, and would be words of it. Put it where "
                    f"{found[1]}.{found[2]} belongs, or give it the number of its place."
                )
    return text
