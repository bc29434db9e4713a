"""A file or a folder that somebody types, or drags onto the terminal."""

import os
import re
from pathlib import Path

from clerk.names import Unclear


def typed_path(typed: str) -> Path:
    """Where it is; a terminal puts quotation marks around a path with spaces, or a backslash before each. Raises
    `Unclear` where its "~" is nobody's."""
    path = Path(typed.strip().strip("\"'"))
    if os.sep == "/" and "\\" in str(path) and not path.exists():
        path = Path(re.sub(r"\\(.)", r"\1", str(path)))
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        raise Unclear(f"Nobody on this computer is “{path.parts[0]}”. Type the whole path.") from None


def typed_file(typed: str) -> Path:
    """The same of a file. Raises `Unclear` where there is none."""
    path = typed_path(typed)
    try:
        there = path.is_file()
    except OSError:  # Longer than any file's name, as a whole paragraph is.
        there = False
    if not there:
        raise Unclear(f"There is no file {path}.")
    return path
