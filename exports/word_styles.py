"""The names of the styles that a template must hold: what the code and a council's own template agree on."""

from typing import Final

TITLE: Final = "Heading 1"
DATE: Final = "Subtitle"
FRONT_HEADING: Final = "Front Heading"
FRONT_TEXT: Final = "Front Text"
MEMBERS: Final = "Members Present"
CHAIR: Final = "Chair Line"
ITEM: Final = "Heading 2"
UNNUMBERED_ITEM: Final = "Unnumbered Item"
TYPED_ITEM: Final = "Typed Number Item"
SUB_ITEM: Final = "Heading 3"
TEXT: Final = "Minute Text"
TEXT_AFTER_TABLE: Final = "Minute Text After Table"
RECOMMENDATIONS: Final = ("Recommendation", "Recommendation 2", "Recommendation 3")
TYPED_RECOMMENDATIONS: Final = ("Typed Recommendation", "Typed Recommendation 2", "Typed Recommendation 3")
BULLETS: Final = ("Minute Bullet", "Minute Bullet 2", "Minute Bullet 3")
PLAIN_LINES: Final = ("Minute Line", "Minute Line 2", "Minute Line 3")
ACTION: Final = "Minute Action"
CLOSING: Final = "Closing Line"
SIGNATURE: Final = "Minute Signature"
MARKER: Final = "Draft Marker"
TABLE: Final = "Table Grid"
TABLE_TITLE: Final = "Table Title"
TABLE_HEADING: Final = "Table Heading"
TABLE_TEXT: Final = "Table Text"
TABLE_NUMBER: Final = "Table Number"
DECISION: Final = "Decision Word"
LINK: Final = "Hyperlink"
INITIALS: Final = "Initials"
"""What in the footer is for the initials of whoever signs: left out where a document is not signed. No template needs
it."""

# Their numbers come from a list in the template, so the style must be tied to one.
NUMBERED: Final = (ITEM, *RECOMMENDATIONS, *BULLETS, TABLE_NUMBER)

REQUIRED: Final = (
    TITLE,
    DATE,
    FRONT_HEADING,
    FRONT_TEXT,
    MEMBERS,
    CHAIR,
    ITEM,
    UNNUMBERED_ITEM,
    TYPED_ITEM,
    SUB_ITEM,
    TEXT,
    TEXT_AFTER_TABLE,
    *RECOMMENDATIONS,
    *TYPED_RECOMMENDATIONS,
    *BULLETS,
    *PLAIN_LINES,
    ACTION,
    CLOSING,
    SIGNATURE,
    MARKER,
    TABLE,
    TABLE_TITLE,
    TABLE_HEADING,
    TABLE_TEXT,
    TABLE_NUMBER,
    DECISION,
    LINK,
)
