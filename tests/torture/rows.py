"""Every row of the table, in order. To add one: write its `Once` in a file of its subject, and name it here."""

from __future__ import annotations

from tests.torture import calls, damage, desks, evenings, hands, papers, publishing, wordings, writers
from tests.torture.trial import Row

ROWS: tuple[Row, ...] = (
    Row("writers killed", writers.killed, posix=True),
    Row("desks killed in a terminal", desks.killed, limit=90, share=3, posix=True),
    Row("desks with another program in the folder", desks.beset, limit=90, share=2, posix=True),
    Row("journals torn at an offset", damage.torn),
    Row("journals with a byte altered at an offset", damage.altered),
    Row("journals with a hole", damage.holed),
    Row("system calls that fail", calls.failing, share=2),
    Row("other programs in the folder, at any call", hands.let_loose, share=2),
    Row("other programs at the second copy", hands.at_the_copy),
    Row("exempt words in every public form", publishing.leaking, limit=120, share=2),
    Row("leaks: pairs that differ in private alone", publishing.pairs, limit=120, share=2),
    Row("any meeting in every form", publishing.anything, limit=120, share=2),
    Row("results of random evenings, in every form", evenings.told, limit=60, share=2),
    Row("papers with anything in them", papers.spoilt, limit=300, share=2),
    Row("house styles with anything in them", wordings.worded, limit=60),
    Row("templates with anything in them", wordings.templates, limit=60),
)
