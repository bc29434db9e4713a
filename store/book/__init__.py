"""The shared book: every meeting's lines in a PostgreSQL of the team's own, beside the journals and never before them.

A desk's journal is the record. A sender copies its lines here after they are on disk; the database itself refuses a
line that does not follow the last one in number, hash and epoch, so that no client can fork a record.
"""
