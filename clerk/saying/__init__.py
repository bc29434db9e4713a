"""Sentences from the meeting, in which the desk and the chair's view say the same. None is printed in the minutes."""
