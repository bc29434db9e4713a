"""The meeting as data: our own JSON with its schema, votes and times as tables, a vocabulary, Akoma Ntoso."""
