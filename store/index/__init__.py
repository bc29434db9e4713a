"""An index of all meetings, to find words by. It is made from the journals alone, and can be thrown away."""
