"""The council's settings that a meeting goes by: those that come with the program, and a user's own beside them."""

from typing import TYPE_CHECKING

from clerk.hidden import as_a_name
from store import disk, places
from store.errors import reason

if TYPE_CHECKING:
    from clerk.setup.profile import Profiles


def known_profiles() -> "tuple[Profiles, list[str]]":
    """Every profile that may be used, a user's own from the folder `profiles` beside the library; and a sentence for
    each that was refused."""
    from clerk.setup.profile import Refusal, load, shipped

    folder = places.home() / "profiles"
    texts: dict[str, str] = {}
    unread: list[Refusal] = []
    for file in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            texts[file.name] = disk.read_typed(file).decode("utf-8-sig")
        except OSError as error:
            unread.append(Refusal(file.name, "", f"it cannot be read: {reason(error)}."))
        except UnicodeDecodeError as error:
            unread.append(Refusal(file.name, "", f"it is not text in UTF-8 (byte {error.start + 1})."))
    profiles = load(texts) if texts else shipped()
    return profiles, [
        f"The profile {folder / as_a_name(refusal.file)} is not used{f' (“{refusal.key}”)' if refusal.key else ''}: "
        f"{refusal.reason} The shipped ones are used instead."
        for refusal in (*unread, *profiles.refused)
    ]
