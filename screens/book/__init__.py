"""The minute book: what a clerk sees between meetings."""
