"""The shorthand: what is typed, or a key pressed, and the events that it records."""
