"""What decides nothing, though it ends an item."""

UNDECIDED = ("not reached", "no decision", "withdrawn", "deferred")
"""Outcomes by which nothing of the matter itself is decided."""
