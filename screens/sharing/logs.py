"""The logs of what runs beside a screen: two files of 1 MB each, with no text of a record, no key and no password."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from store import disk

SIZE = 1_000_000


def log_to(home: Path, name: str) -> None:
    """Write what `name` (sender, board, reader) reports to `NAME.log` in the home, and the last megabyte before it to
    `NAME.log.1`. Where no log can be written there is none: nothing depends on it."""
    logger = logging.getLogger(f"clerk.{name}")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    if logger.handlers:
        return
    try:
        disk.make_folder(home)
        handler: logging.Handler = _Private(home / f"{name}.log", maxBytes=SIZE, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logging.raiseExceptions = False


class _Private(RotatingFileHandler):
    """A log that only its owner reads."""

    def _open(self):  # type: ignore[no-untyped-def]
        fd = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return open(fd, self.mode, encoding=self.encoding)
