"""Writing a meeting up: Meeting to Draft, and Draft to Word, text and the rest."""
