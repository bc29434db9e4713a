"""The meeting itself: events, and the meeting they add up to. No terminal, no files, no clock of its own."""
