"""The meeting the project began with, set up and minuted again from what was published of it.

Nothing of its text is kept here: it is read when the tests run, and they are skipped where it is not to be had.
"""
