"""Names of keys: as a person writes them, as Textual calls them, as the screen shows them."""

import unicodedata

from textual import events
from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys, _character_to_key

MODIFIERS = ("ctrl", "alt", "shift", "super")

SAME_IN_A_TERMINAL = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
    "ctrl+[": "escape",
    "alt+enter": "enter",
}
"""Keys that most terminals send as another key."""

UNSAFE = {"ctrl+@", "ctrl+at", "ctrl+space"}
"""What a bare Ctrl or a paste can send on Windows."""

_EDITING = """
up down left right home end pageup pagedown delete backspace enter tab f6 f7
ctrl+left ctrl+right ctrl+shift+left ctrl+shift+right
shift+home shift+end shift+up shift+down shift+left shift+right
ctrl+a ctrl+c ctrl+d ctrl+e ctrl+k ctrl+shift+k ctrl+u ctrl+v ctrl+w ctrl+x ctrl+y ctrl+z
ctrl+backspace alt+backspace alt+delete super+backspace super+c super+x super+y super+z
"""
EDITING = frozenset(_EDITING.split())
"""Keys with a meaning inside a text."""

_NAMED = {str(key.value) for key in Keys}

_SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "minus": "-",
}


def typed_by(event: events.Key) -> str | None:
    """The character that a key types, one that has no width, no shape or no ink included; None where it types none."""
    character = event.character
    return character if character and (event.is_printable or character > "\x7f") else None


def key_name(written: str) -> str:
    """Textual's name for a key as a person writes it ("Ctrl+S", "?", "F2"); a capital letter alone means itself."""
    *modifiers, key = written.strip().split("+") if written.strip() != "+" else ["+"]
    if not key:  # "ctrl++"
        modifiers, key = modifiers[:-1], "+"
    key = _character_to_key(key if not modifiers else key.lower()) if len(key) == 1 else key.strip().lower()
    return "+".join([modifier.strip().lower() for modifier in modifiers] + [key])


def is_key(name: str) -> bool:
    """Whether a terminal can be expected to know this key at all."""
    *modifiers, key = name.split("+")
    return set(modifiers) <= set(MODIFIERS) and (key in _NAMED or name in _NAMED or character(key) is not None)


def character(name: str) -> str | None:
    """The character this key types; `None` when it types nothing."""
    if "+" in name:
        return None
    if len(name) == 1:
        return name
    if name == "space":
        return " "
    name = REPLACED_KEYS.get(name, name)
    try:
        typed = unicodedata.lookup(KEY_TO_UNICODE_NAME.get(name, name.replace("_", " ").upper()))
    except KeyError:
        return None
    return typed if typed.isascii() and typed.isprintable() else None


def shown_key(name: str) -> str:
    """The key as the screen and the README write it: "Ctrl+S", "Esc", "?"."""
    *modifiers, key = name.split("+")
    shown = _SHOWN.get(key) or character(key) or key
    if modifiers or (len(key) > 1 and key[0] == "f" and key[1:].isdigit()):
        shown = shown.upper() if len(shown) <= 3 and key not in _SHOWN else shown
    return "+".join([modifier.capitalize() for modifier in modifiers] + [shown])


def shown_keys(names: tuple[str, ...]) -> str:
    """Several keys for one thing."""
    return " ".join(shown_key(name) for name in names)
