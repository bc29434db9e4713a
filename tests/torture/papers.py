"""Papers of every kind with anything in them: their reader ends, in good time, with lines or with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from store.packs import read_pack
from tests.packs import papers, rebuilding
from tests.packs.test_packs_fuzz import LINES, XML


@cache
def _whole(suffix: str) -> bytes:
    """An honest paper of a kind."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"whole{suffix}"
        if suffix == ".docx":
            rebuilding.to_docx([rebuilding.para(line) for line in LINES if line], path)
        elif suffix == ".pdf":
            rebuilding.to_pdf([rebuilding.para(line) for line in LINES[:60] if line.strip()], path)
        else:
            path.write_bytes(_TEXTS[suffix]())
        return path.read_bytes()


_TEXTS: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: papers.PACK.encode(),
    ".xml": lambda: XML,
    ".html": lambda: "".join(f"<p>{line}</p>" for line in papers.PACK.split("\n")).encode(),
    ".toml": lambda: (
        b'body = "Parks"\ndate = 2031-05-12\nmembers = [{name = "Ann Oak"}]\nitems = [{title = "Hives"}]\n'
    ),
}

_KINDS = (".txt", ".xml", ".html", ".toml", ".docx", ".pdf")


def spoilt(chance: Random, folder: Path, number: int) -> None:
    """A paper with bytes altered, put in, put twice and left out; or a part of it; or under another kind's name."""
    kind = _KINDS[number % len(_KINDS)]
    data = bytearray(_whole(kind))
    for _ in range(chance.choice((1, 1, 3, 20, 200))):
        at = chance.randrange(len(data) + 1)
        how = chance.choice(("alter", "put in", "leave out", "twice"))
        length = chance.choice((1, 1, 4, 60, 400))
        if how == "alter":
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif how == "put in":
            data[at:at] = chance.choice((chance.randbytes(length), b"<" * length, b"[" * length, b"1." * length, b"\0"))
        elif how == "leave out":
            del data[at : at + length]
        else:
            data[at:at] = data[at : at + length] * chance.choice((1, 5, 50))
    if chance.random() < 0.2:
        del data[chance.randrange(len(data) + 1) :]
    name = chance.choice((kind, kind, kind, chance.choice(_KINDS)))
    path = folder / f"paper{name}"
    path.write_bytes(data)
    _, failed = read_pack([path])
    for error in failed:
        assert str(error).startswith("paper"), error
