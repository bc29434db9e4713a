"""How what is being typed may go on: from this agenda, earlier minutes and tonight. Nothing here records."""
