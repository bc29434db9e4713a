"""Sharing a meeting: what the desk's own side of the shared book is, beside what `store.book` keeps."""
