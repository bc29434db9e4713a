"""The desk as a conversation of lines: for a screen reader, a Braille display or a bad line. Nothing is redrawn."""
