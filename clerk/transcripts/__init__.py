"""The words that were said, beside the record: they are shown and compared, and never make a fact."""
