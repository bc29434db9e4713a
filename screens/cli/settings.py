"""What a person has chosen: colours, keys and snippets, from `settings.toml` beside the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

from store import disk, places
from store.errors import reason

if TYPE_CHECKING:
    from store.book.address import Address


class BookSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`url` is the shared book's address, `insecure` allows one that does not prove which server it is."""

    url: str = ""
    insecure: bool = False


class RetentionSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The council's own schedule: `record_years` are the years after a meeting for which its record is kept, None for
    ever."""

    record_years: Annotated[int, Meta(ge=1)] | None = None


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """`theme` is a kind of colours, `keys` the keys chosen for commands, by command id, `snippets` what words typed in
    short stand for, `completion` whether words are offered as one types ("tab": Tab takes one too), `escape_wait` the
    milliseconds that Esc waits for the rest of a key (0: by where it runs),
    `book` where the team's shared book is, `retention` how long the council's schedule keeps records."""

    theme: str = "dark"
    keys: dict[str, str | list[str]] = {}
    snippets: dict[str, str] = {}
    completion: Literal["on", "off", "tab"] = "on"
    escape_wait: Annotated[int, Meta(ge=0, le=5000)] = 0
    book: BookSettings = BookSettings()
    retention: RetentionSettings = RetentionSettings()


def settings_file() -> Path:
    """Where they are read from; it need not be there."""
    return places.home() / "settings.toml"


def read_settings() -> tuple[Settings, str]:
    """The settings, and "" or a sentence that says why they are the usual ones. Never raises."""
    file = settings_file()
    try:
        data = disk.read_typed(file)
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return _left_aside(file, reason(error))
    import msgspec

    from clerk.toml import read_toml

    try:
        return msgspec.convert(read_toml(data.decode("utf-8-sig")), Settings), ""
    except (msgspec.ValidationError, ValueError) as error:
        return _left_aside(file, str(error))


def _left_aside(file: Path, why: str) -> tuple[Settings, str]:
    return Settings(), f"{file} is left aside: {why}. The usual colours and keys are in force."


def book_url(settings: Settings) -> tuple[str, str]:
    """The shared book's address and where it comes from; "" twice where there is none."""
    import os

    if url := os.environ.get("CLERK_BOOK", "").strip():
        return url, "CLERK_BOOK"
    return (settings.book.url, str(settings_file())) if settings.book.url else ("", "")


def book_address() -> "Address | None":
    """The shared book's address, None where none is set. Raises BookRefused where it may not be used."""
    settings, _ = read_settings()
    url, _ = book_url(settings)
    if not url:
        return None
    from store.book.address import address

    return address(url, settings.book.insecure)


def theme_named(name: str) -> tuple[str, str]:
    """The theme of a kind of colours ("light"), and "" or a sentence where there is none of that name."""
    from screens.kit.themes import THEME_LABELS

    by_label = {label: theme for theme, label in THEME_LABELS.items()}
    usual = next(iter(THEME_LABELS))
    if name in by_label or name in THEME_LABELS:
        return by_label.get(name, name), ""
    return usual, f"{settings_file()}: there are no colours called “{name}”. There are: {', '.join(by_label)}."
