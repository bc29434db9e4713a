"""The chair's view: the meeting followed live from a second terminal, in figures that can be read across a room.

It reads the journal and nothing else; it writes nothing anywhere.
"""
