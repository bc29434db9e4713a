"""The rule book: every rule a plain function of a meeting, a profile and a history. They read, and refuse nothing."""
