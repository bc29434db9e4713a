"""The ways people meet a meeting: the desk, the chair's view and the command line. They hold no facts."""
