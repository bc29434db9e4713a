"""Keeping meetings: an append-only journal for each, and the library of meetings, bodies and people."""
