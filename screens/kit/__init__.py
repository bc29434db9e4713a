"""What the screens are made of: panes, lines, fields, keys, colours. Nothing here knows a meeting.

What a clerk typed enters a widget of this package only as `textual.content.Content`. A `str` would be read as markup:
"[Cllr Brown left]" would vanish, and "[/b]" would stop the program.
"""
