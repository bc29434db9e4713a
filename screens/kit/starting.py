"""Starting without stopping to look for garbage."""

import gc
from collections.abc import Callable

_afterwards: list[Callable[[], None]] = []


def begin() -> None:
    """To be called before an app's modules are read. What they make stays to the end of the program, and looking
    among it for what can be thrown away takes a tenth of the time to the first picture."""
    gc.disable()


def painted() -> None:
    """To be called when the first picture stands: look for garbage again, but never among what starting made, so that
    no key waits for that either. Does nothing without `begin`."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    while _afterwards:
        _afterwards.pop(0)()


def afterwards(act: Callable[[], None]) -> None:
    """To do something that can wait, once, when the first picture stands."""
    _afterwards.append(act)
