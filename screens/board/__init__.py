"""The page: the frozen board of the chair's view in any browser, for the hall, the public and the chair's tablet.

It only reads. What goes to `/` is made from what the public may see and from nothing else.
"""
