"""Keeping meetings: an append-only journal for each, and the library of meetings, bodies and people.

``Kept`` is a meeting held by its one writer, ``Follower`` reads one that somebody else may be writing, and ``Library``
finds them. Every error is a ``StoreError`` whose text is for the clerk.
"""

from store.errors import StoreError
from store.following import Follower, News, read_meeting
from store.library import Library, Listed
from store.meetings import Kept

__all__ = ["Follower", "Kept", "Library", "Listed", "News", "StoreError", "read_meeting"]
