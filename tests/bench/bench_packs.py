"""How long an agenda pack takes to read, and how much memory: `python -m tests.bench.bench_packs`."""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

PAGES = 72
SEED = Path(__file__).parents[3] / "shared" / "seeds" / "2019-11-20-cllc-agenda-pack.txt"


class Row(NamedTuple):
    """One line of the table: a figure, and the most that it may be."""

    name: str
    figure: float
    unit: str
    limit: float


_READ = """
import resource, sys
from pathlib import Path
from time import perf_counter
begun = perf_counter()
from store.packs import convened, read_pack
pack, failed = read_pack([Path(sys.argv[1])])
assert not failed, failed
convened(pack)
taken = perf_counter() - begun
most = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(taken, sum(most), len(list(pack.facts())))
"""


def measured(path: Path) -> tuple[float, float, int]:
    """Seconds and megabytes that a process of its own takes to read a file, start included, and the facts found."""
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=True, cwd=root
    )
    seconds, memory, facts = done.stdout.split()
    return float(seconds), float(memory), int(facts)


def papers(folder: Path) -> dict[str, Path]:
    """The pack in each form: the seed's text where it is here, else the invented one, made as long."""
    from store.packs import read_pack
    from tests.packs import papers as invented
    from tests.packs import rebuilding

    text = folder / "pack.txt"
    if SEED.is_file():
        text.write_bytes(SEED.read_bytes())
    else:
        text.write_text(invented.PACK + "\n- 1.2 " + rebuilding.SENTENCE * 1_200, encoding="utf-8")
    pack, _ = read_pack([text])
    few, many = 20, 60
    first, second = (pages_of(rebuilding.to_pdf(rebuilding.whole(pack, n), folder / "pack.pdf")) for n in (few, many))
    blocks = rebuilding.whole(pack, few + (PAGES - first) * (many - few) // (second - first) + 1)
    rebuilding.to_pdf(blocks, folder / "pack.pdf")
    return {
        "text": text,
        "docx": rebuilding.to_docx(blocks, folder / "pack.docx"),
        "pdf": folder / "pack.pdf",
        "xml": rebuilding.to_xml(pack, folder / "pack.xml"),
        "html": rebuilding.to_html(pack, folder / "pack.html"),
    }


def pages_of(path: Path) -> int:
    """How many pages a PDF has."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return len(pdf.pages)


LIMITS = {"text": 2.0, "docx": 5.0, "pdf": 10.0, "xml": 2.0, "html": 2.0}
MEMORY = 300.0


def rows() -> list[Row]:
    """Time and memory to read the pack in each form."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        made = papers(Path(folder))
        for form, path in made.items():
            seconds, memory, facts = measured(path)
            size = f", {pages_of(path)} pages" if form == "pdf" else ""
            found.append(Row(f"{form}: {facts} facts{size}", seconds, "s", LIMITS[form]))
            found.append(Row(f"{form}: memory", memory, "MB", MEMORY))
    return found


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    begun = perf_counter()
    for row in rows():
        verdict = "" if row.figure <= row.limit else "   TOO MUCH"
        print(f"{row.name:28} {row.figure:8.2f} {row.unit:3} of {row.limit:.0f}{verdict}")
    print(f"in {perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
