"""Looking at what was read from an agenda pack, and putting it right, before it becomes a meeting."""
