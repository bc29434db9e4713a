"""Journals as released programs wrote them, each with the draft, findings and board that it gives beside it."""
