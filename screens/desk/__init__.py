"""The desk: where the clerk minutes a meeting while it happens."""
