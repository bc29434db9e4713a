"""Transcripts: files of what was said, read; and what may be kept of them, beside the meeting's journal."""
