"""How long an agenda pack takes to read, and how much memory: `python -m tests.bench.bench_packs`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.table import Row, show
from tests.packs.conftest import SEEDS

PAGES = 72
SEED = SEEDS / "2019-11-20-cllc-agenda-pack.txt"

# A process that is started counts its parent's memory as its own at first (ru_maxrss); what Linux says of the process
# itself does not. Of the process that reads a PDF only the first is known, which is too much if anything.
_READ = """
import re, resource, sys
from pathlib import Path
from time import perf_counter
begun = perf_counter()
from store.packs import convened, read_pack
pack, failed = read_pack([Path(sys.argv[1])])
assert not failed, failed
convened(pack)
taken = perf_counter() - begun
own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
status = Path("/proc/self/status")
if status.exists():
    own = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1])
print(taken, (own + children) / 1024, len(list(pack.facts())))
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
    filler = few + (PAGES - first) * (many - few) // (second - first)
    blocks = rebuilding.whole(pack, filler)
    while pages_of(rebuilding.to_pdf(blocks, folder / "pack.pdf")) < PAGES:
        filler += 1
        blocks = rebuilding.whole(pack, filler)
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
    """Time and memory to read the pack in each form, against what they may take."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for form, path in papers(Path(folder)).items():
            seconds, memory, facts = measured(path)
            most = LIMITS[form]
            size = f"{pages_of(path)} pages, " if form == "pdf" else ""
            found.append(Row.of(f"pack as {form}, {size}{facts} facts, against {most:.0f} s", seconds, most, 1.0, "s"))
            found.append(Row.of(f"pack as {form}: memory, against {MEMORY:.0f} MiB", memory, MEMORY, 1.0, "MiB"))
    return found


if __name__ == "__main__":
    raise SystemExit(not show(rows()))
