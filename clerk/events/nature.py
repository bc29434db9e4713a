"""What kind of thing an event is: the facts of its class that rules, privacy, drafts and screens ask for."""

from typing import Literal

from msgspec import Struct

from clerk.agenda import Detail

OnScreen = Literal["never", "in public", "without words", "always"]
"""What the public's screen makes of an event: nothing; itself where it is public; itself, in private without what was
typed with it; itself always, since there is no word in it."""


class Nature(Struct, frozen=True, kw_only=True):
    """The nature of an event or of a rare construct. `decides` has no default: whoever adds one must say.

    `decides`: by it the body decides something, so it needs a quorum and the time to do it. `business`: it is business
    done, not people coming or papers changing. `public`: the public may know of it wherever it was recorded (X6, X7);
    otherwise it is private where its item or its place is. `detail`: how much must be minuted for it to be printed.
    `room`: it may change who counts in the room. `papers`: it is of the papers, known throughout the meeting.
    `on_screen`: what the public's screen makes of it. `words`: its field that holds what was typed with it.
    """

    decides: bool
    business: bool = False
    public: bool = False
    detail: Detail = "decision"
    room: bool = False
    papers: bool = False
    on_screen: OnScreen = "never"
    words: str = ""
