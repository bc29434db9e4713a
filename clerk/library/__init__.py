"""What happens to minutes and people between meetings: the library's facts, and what they add up to. Pure.

`facts.py` is what can be said, `fold.py` puts what several journals say in order, `state.py` is what is known then.
"""
